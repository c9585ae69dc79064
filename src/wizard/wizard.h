// SPDX-License-Identifier: MIT
//
// The wizard without a front end: which page is shown, what is focused, what was typed, and what
// each action does to it. What can be done are verbs, wizard_do(); a key and a pasted text are
// turned into verbs here, what is typed in line mode by line mode. A front end paints or reads out
// wizard_page() and decides nothing.
//
//     w = wizard_new(…);
//     for (;;) {
//         paint(wizard_page(w), wide ? wizard_side(w) : NULL);
//         switch (wizard_key(w, next_input(), rows_for_the_list)) {
//         case WIZARD_LEAVE: return;
//         …
//
// Nobody sees into it: two doors that call the same verbs cannot come to differ.
#ifndef TANU_WIZARD_WIZARD_H
#define TANU_WIZARD_WIZARD_H

#include "engine/session.h"
#include "view/builders.h"
#include "wizard/action.h"

enum {
    WIZARD_FIELD_MAX = 4 * PACK_MAX_TEXT
}; // bytes a field holds; more is refused with a message

enum wizard_event {
    WIZARD_SAME,   // nothing changed
    WIZARD_PAGE,   // the page changed: paint it; scroll so that the focus is seen
    WIZARD_SCROLL, // the page has no focus: scroll by wizard_scroll() (ACTION_UP … ACTION_LAST)
    WIZARD_REDRAW, // clear the screen and paint everything (Ctrl-L, a resize)
    WIZARD_MOUSE,  // the mouse is wanted, or not wanted, by wizard_mouse()
    WIZARD_RESET,  // a new person: all answers are overwritten; forget what was typed and shown too
    WIZARD_SPEAK,  // go on in line mode: wizard_speak()
    WIZARD_LEAVE   // the person wants to go
};

struct wizard;
struct policy; // wizard/policy.h

// Everything is borrowed, and must outlive the wizard. Never NULL (base/oom.h).
struct wizard *wizard_new(struct i18n *i18n, const struct pack *pack, struct engine *engine,
                          int32_t as_of, unsigned abilities);
void wizard_free(struct wizard *w); // overwrites all answers; NULL is fine

// From now on a visit begins with the first page, also the one that starts again. `choose`: the
// language is chosen there; false where the person has said which one. At the beginning of a visit.
void wizard_greet(struct wizard *w, bool choose);
// The first page as wizard_greet() will show it on a screen, from what pack_load_head() knows.
const struct page *wizard_cover(struct arena *arena, const struct i18n *i18n,
                                const struct pack *head, bool choose);
// Answers that a file holds, as if they had been given one after the other. The person stands
// behind them, whether at the first page or not.
// `n`: of how many diplomas, at most SEVERAL_MOST; the one that carries the purpose is opened.
void wizard_fill(struct wizard *w, const struct answers *answers, int n);

// How a result leaves the wizard (wizard/outlet.h), borrowed; without one there are only codes.
struct outlet;
void wizard_outlet(struct wizard *w, const struct outlet *outlet);
// The screen, as soon as it is known and when it changes; `halves`: it shows half blocks.
void wizard_size(struct wizard *w, int columns, int rows, bool halves);

// ---- a kiosk -----------------------------------------------------------------------------------

// From now on it is a kiosk: it can do what the policy grants and nothing else, and one visit
// follows the other, each in the first language. Both are borrowed; functions may be NULL.
struct wizard_visits {
    void *context;
    // Is this the PIN? False: *wait is after how many seconds the next try counts, 0: at once.
    bool (*pin)(void *context, const char *typed, int64_t *wait);
    void (*alive)(void *context, const struct wizard *w); // called every `beat` milliseconds
    int64_t beat;                                         // 0: never
    // Between two visits: is there something new to begin with? Then whoever runs it ends the run.
    bool (*due)(void *context);
    void (*begins)(void *context);
    void (*ends)(void *context, struct wizard *w); // everything still stands in it
};
void wizard_kiosk(struct wizard *w, const struct policy *policy,
                  const struct wizard_visits *visits);
// A visit goes on in line mode, until it ends; then on the screen again.
void wizard_speak(struct wizard *w, bool on);
bool wizard_speaks(const struct wizard *w);
int64_t wizard_beat(const struct wizard *w);
void wizard_alive(const struct wizard *w);                  // all is well
const struct policy *wizard_policy(const struct wizard *w); // NULL: no kiosk
bool wizard_due(const struct wizard *w);                    // it rests, and there is something new
// Is it between two visits, and holds nothing of anybody?
bool wizard_rests(const struct wizard *w);
// After how many milliseconds without a key it wants to hear wizard_idle(); 0: never.
int64_t wizard_wait(const struct wizard *w);
// Which minute of the day it is, for the night.
void wizard_minute(struct wizard *w, int32_t minute);

// Opens a kept case: its answers are filled in, and it can be saved (ABILITY_CASE). Borrowed; it
// must outlive the wizard. At the beginning of a visit, without wizard_greet().
struct sitting;
void wizard_open_case(struct wizard *w, struct sitting *sitting);

// The cases of a desk, to choose one from. Borrowed; it must outlive the wizard.
struct case_look { // what is said beside a name; "" where it is not known
    const char *country, *status, *next, *changed;
    bool moved;        // the law or a fact has moved since the last look
    bool over;         // its last day has passed
    const char *fault; // a sentence: it cannot be read; ""
};
struct wizard_desk {
    void *user;
    int n;
    const char *const *names; // sorted
    struct case_look (*look)(void *user, struct arena *arena, int i);
    // Opens a case or begins one. NULL: *why is a sentence.
    struct sitting *(*open)(void *user, const char *name, const char **why);
    void (*close)(void *user); // the one that is open; then `names` are looked for again
};
// Stands at the list of cases, with these letters typed already (""), instead of at a question;
// from a case it can be gone back to.
void wizard_open_desk(struct wizard *w, const struct wizard_desk *desk, const char *typed);
// The same list, for later: a case is open already.
void wizard_know_desk(struct wizard *w, const struct wizard_desk *desk);

// Do the pages of the result name their sources, as numbers in brackets? As long as nobody says no.
void wizard_sources(struct wizard *w, bool told);
bool wizard_tells_sources(const struct wizard *w);
// The source of that number in the result, to be read out; NULL: there is none. It lives as long as
// wizard_page().
const struct page *wizard_source(struct wizard *w, int number);

// The page of this moment; valid until the next verb, key, paste or change of focus.
const struct page *wizard_page(struct wizard *w);
const struct page *wizard_side(struct wizard *w);    // NULL where the page has no use for one
enum context wizard_context(const struct wizard *w); // one, or CONTEXT_RESULT with its part

// Does what the action says, on the screen of the moment; WIZARD_SAME where it means nothing there.
// `argument`, or NULL:
//   ACTION_TYPE      the characters
//   ACTION_NUMBER    the number in digits
//   ACTION_ANSWER    the answer in words, as people type it in line mode; "": left out
//   ACTION_JUMP      a number among the answers, a question's id, or its words
//   ACTION_TOGGLE    on the papers: the number of a row; NULL: the row that is marked
//   ACTION_LANGUAGE  a code: that language at once; NULL: the list of languages
//   ACTION_EXPLAIN   the number of a rule in the list; NULL: the list
//   ACTION_CODE      the code; NULL: the page that asks for it
//   ACTION_TAKE      a format and the name of a file; NULL: the page with all ways
//   ACTION_NEED      a day, "": none; NULL: the page that asks for it
//   ACTION_DIPLOMAS  the number of the diploma to go on with; NULL: the list of all
//   ACTION_REMOVE    the number of the one to forget, which is asked again; NULL: the marked one
//   ACTION_COMPARE   countries with commas: the comparison at once; NULL: the list to choose from
enum wizard_event wizard_do(struct wizard *w, enum action action, const char *argument);
// The rules of the pack are too many for the engine (engine_trouble): every verb gives
// WIZARD_LEAVE, and nothing more may be shown.
bool wizard_broken(const struct wizard *w);
bool wizard_may(const struct wizard *w, enum action action); // has this run the ability?

// One key. `rows`: how many rows of a list fit on the screen, for Page Up and Page Down.
enum wizard_event wizard_key(struct wizard *w, input key, int rows);
// Text that came in one piece (bracketed paste); not NUL-terminated, any bytes, any length. It is
// never Enter.
enum wizard_event wizard_paste(struct wizard *w, const char *bytes, size_t len);
// Takes the focus to an item of the page (a mouse click).
enum wizard_event wizard_focus(struct wizard *w, int item);
// Takes an item of the page as Enter does, or marks it where several can be (a click).
enum wizard_event wizard_choose(struct wizard *w, int item);
bool wizard_mouse(const struct wizard *w); // is the mouse ours?
// The page is shown and nobody has pressed the next key yet: what that key is likely to need is
// made ready. It changes nothing that can be seen.
void wizard_prepare(struct wizard *w);
// Nobody has touched anything for long: what was answered or typed is forgotten, if there is any.
// A kiosk asks first, counts down, and goes to rest.
enum wizard_event wizard_idle(struct wizard *w);

enum action wizard_scroll(const struct wizard *w); // which way, after WIZARD_SCROLL

// ---- for those who read aloud, and for tests ---------------------------------------------------

// What the last verb had to say ("This is the first question."), or "".
const char *wizard_message(const struct wizard *w);
// How often somebody arrived at a question or at the result: it grows when there is a new page to
// read out.
unsigned wizard_arrivals(const struct wizard *w);
// The answer kept for the question of this moment in words; "" where there is none.
const char *wizard_kept(struct wizard *w);
const struct question *wizard_question(const struct wizard *w); // NULL at the result
// How much is open above the question or the result; ACTION_CLOSE closes one of it.
int wizard_depth(const struct wizard *w);
const struct session *wizard_session(const struct wizard *w);
// Of the answers so far; of several diplomas of the one that carries the purpose.
const struct assessment *wizard_assessment(struct wizard *w);
const struct i18n *wizard_i18n(const struct wizard *w);
unsigned wizard_pages_built(const struct wizard *w);

#endif
