// SPDX-License-Identifier: MIT
// The inside of the wizard: what it remembers, and what its screens share.
#ifndef TANU_WIZARD_STATE_H
#define TANU_WIZARD_STATE_H

#include "case/sitting.h"
#include "wizard/outlet.h"
#include "wizard/policy.h"
#include "wizard/wizard.h"

enum screen {
    SCREEN_WELCOME, // the first page
    SCREEN_CODE,    // a code that brings a case back
    SCREEN_QUESTION,
    SCREEN_DESK,      // the cases that are kept
    SCREEN_CASE,      // the case that is open
    SCREEN_STATUS,    // how far it is
    SCREEN_CASE_LINE, // a note, a date, a reason, a name
    SCREEN_EARLY,     // the first answer, above the question that comes next
    SCREEN_RESULT,    // the end of the questions, or above a question: what can be said so far
    SCREEN_HELP,      // help of the screen below, then the keys
    SCREEN_WHY,       // why a question is asked
    SCREEN_REVIEW,
    SCREEN_PICK, // which countries to compare with
    SCREEN_COMPARE,
    SCREEN_RULES,   // those of the result
    SCREEN_RULE,    // one of them and its conditions
    SCREEN_TAKE,    // what the result can be taken away by
    SCREEN_LETTERS, // to the office, of which one is taken away
    SCREEN_SAVE,    // the name of a file
    SCREEN_PHONE,
    SCREEN_NEED,     // the day by which the result is needed
    SCREEN_DIPLOMAS, // all of this person
    SCREEN_CHANGED,  // above the result after an answer was changed: what moved
    SCREEN_LANGUAGES,
    SCREEN_MENU,
    SCREEN_CONFIRM,
    SCREEN_SERVICE, // a kiosk: the PIN of its staff
    SCREEN_IDLE,    // a kiosk: is anybody there?
    SCREEN_ATTRACT, // a kiosk between two visits
    SCREENS
};

// A line that can be typed in.
struct wizard_line {
    char bytes[WIZARD_FIELD_MAX + 1];
    size_t cursor;
    bool used; // there was text in it since it was opened
};

enum case_field { // what is typed on SCREEN_CASE_LINE
    FIELD_FACT,
    FIELD_OPINION,
    FIELD_REASON,
    FIELD_NEXT,
    FIELD_EXPIRES,
    FIELD_CONSENT,
    FIELD_AGREED,
    FIELD_REFERRED,
    FIELD_NAME
};

struct wizard {
    struct i18n *i18n;
    const struct pack *pack;
    struct engine *engine;
    int32_t as_of;
    unsigned abilities;
    struct session session;               // of the diploma that is open
    struct session *beside[SEVERAL_MOST]; // the other diplomas, by their places; else NULL
    int n_diplomas, diploma;              // how many there are; the place of the open one
    int removing;                         // the place of the one that may be removed
    bool adding;                          // it is new, and its questions have not ended yet
    struct several *several;              // all of them as they count, and
    struct assessment each[SEVERAL_MOST]; // what each comes to, where there are two or more
    struct diplomas diplomas;             // the same for the pages
    struct assessment *assessment;        // of session.current
    bool assessed;                        // it is up to date
    struct assessment *before;            // of session.past; built when the page of changes is
    bool changing;                        // from a whole result on: what moved is shown on arrival
    bool early;   // the first answer was given: from now on pages say what an answer can change
    bool silent;  // pages name no sources
    bool details; // of the result: all of it, else what most people skip is folded
    bool greets, chooses; // a visit begins with the first page; there the language is chosen
    // The screens that are open, each at most once, the one that is seen last. The first is the
    // first page, the question or the result.
    enum screen open[SCREENS];
    int n_open;
    int focus[SCREENS]; // index into page->items, or FOCUS_OWN
    enum confirm confirm;
    int32_t rule; // of SCREEN_RULE: rule_of_item()
    enum tab tab;
    struct asking asking;
    struct wizard_line typed; // on a question
    struct picking picking;
    struct search *search;       // names of countries, NULL until somebody types one
    struct wizard_line sought;   // among the countries to compare with
    struct wizard_line code;     // that brings a case back
    const struct outlet *outlet; // how a result leaves; NULL: it cannot
    struct wizard_line file;     // the name of a file
    struct wizard_line day;      // by which the result is needed, as it is typed
    date need;                   // that day, DATE_NONE: none
    int format;                  // of that file: which of the outlet's
    const struct letter *letter; // that it holds, or NULL: the result
    bool summary;                // or the summary of the appointment, in a format by its ending
    uint64_t over;               // of the name that may be written over, 0: none
    char second[12];             // language of what is taken, beside that of the moment; "": none
    int part, parts;             // of the codes for a phone
    int screen_columns, screen_rows;
    bool halves;                    // the screen shows half blocks
    struct sitting *sitting;        // the case that is open, or NULL
    const struct wizard_desk *desk; // where it came from, or NULL
    struct wizard_line wanted;      // on SCREEN_DESK
    struct wizard_line entry;       // on SCREEN_CASE_LINE
    enum case_field field;
    int32_t status; // enum kept_status, for which a reason is typed
    char message[512];
    enum action scroll;
    int rows;
    bool backspace;              // the key of the moment is Backspace
    bool backs_away;             // Backspace, pressed again and again, has led to a page before
    bool no_mouse;               // it is wanted for marking text
    bool lost;                   // a key that means nothing was told of, and no other came since
    const struct policy *policy; // of a kiosk, or NULL
    const struct wizard_visits *visits;
    int left;                 // seconds until a kiosk forgets
    unsigned turns;           // of the page between two visits
    bool dark, begun, speaks; // it is night; somebody is there, and listens
    unsigned arrivals, pages_built;
    struct arena frame, side_frame;
    struct page *page; // NULL: to be built
    const struct page *side;
};

// ---- verbs -------------------------------------------------------------------------------------

// Does an action; WIZARD_PASS: not mine. More events, which never leave the wizard:
enum {
    WIZARD_PASS = 100, // the action means nothing to this screen: the next one below may know
    WIZARD_MOVED       // only the focus moved: the page stays as it is
};
typedef int wizard_verb(struct wizard *w, enum action action, const char *argument);

wizard_verb verb_move, verb_number, verb_back, verb_forward, verb_help, verb_review, verb_result,
    verb_compare, verb_explain, verb_language, verb_redraw, verb_close, verb_quit, verb_answer,
    verb_jump, verb_code, verb_take, verb_letter, verb_need, verb_menu, verb_undo, verb_service,
    verb_speak, verb_mouse;
wizard_verb verb_diplomas, verb_another, verb_remove; // screen_diplomas.c
int diplomas_forget(struct wizard *w);                // the one that is being removed
wizard_verb verb_edit;                                // edit.c
wizard_verb wizard_act;            // the screen that is seen, else what the action means everywhere
int wizard_back(struct wizard *w); // a screen, or a question

// ---- screens -----------------------------------------------------------------------------------

// What a screen is: ONE row, in a file of its own (screen_NAME.c). To add one: its name in the enum
// above, its file, its row in screens.c.
struct screen_ops {
    const char *id;
    enum context (*context)(const struct wizard *w);
    bool assessed; // building it needs the assessment
    struct page *(*build)(struct wizard *w, const struct ground *g);
    wizard_verb *accept; // Enter; NULL: nothing
    wizard_verb *act;    // what it does in a way of its own; NULL: nothing
    struct wizard_line *(*line)(struct wizard *w); // NULL: nothing can be typed
};

extern const struct screen_ops screen_welcome, screen_code, screen_early, screen_question,
    screen_result, screen_help, screen_why, screen_review, screen_pick, screen_compare,
    screen_languages, screen_menu, screen_confirm, screen_rules, screen_rule, screen_idle,
    screen_take, screen_save, screen_phone, screen_need, screen_attract, screen_changed,
    screen_service, screen_diplomas;
const struct screen_ops *screen_ops(enum screen screen); // screens.c

// ---- the stack (wizard.c) ----------------------------------------------------------------------

enum screen wizard_screen(const struct wizard *w); // the one that is seen
enum screen wizard_below(const struct wizard *w);  // the one under it; where one is
// A screen that is open already further down comes up again, instead of a second time.
int wizard_open(struct wizard *w, enum screen screen);
int wizard_close(struct wizard *w);
bool wizard_shows_result(const struct wizard *w); // it is open, seen or not
int wizard_result_again(struct wizard *w);        // opens it where it is not
// Stands at a question of the path (WIZARD_SAME: there is none such there).
int wizard_jump(struct wizard *w, int32_t question);
// Stands at the session's question or result, nothing else open, typed or focused yet.
int wizard_arrive(struct wizard *w);
int wizard_welcome(struct wizard *w);     // stands at the first page
int wizard_start_again(struct wizard *w); // overwrites everything
void wizard_wipe(struct wizard *w);       // all that a person has typed or was told

// ---- for all screens (wizard.c) ----------------------------------------------------------------

void wizard_assess(struct wizard *w); // brings `assessment` up to date
struct ground wizard_ground(struct wizard *w, struct arena *arena);
// The item that is focused: its value, ITEM_FIELD where nothing can be focused.
int32_t wizard_focused(struct wizard *w);
// Builds the page anew and focuses the row of that value, wherever it stands now.
void wizard_stand_on(struct wizard *w, int32_t value);
int32_t wizard_first_match(struct wizard *w); // of what was typed into a search, NONE: nothing
void wizard_need_names(struct wizard *w);     // from now on the ground has names to search
void wizard_need_content(struct wizard *w);   // and the words of answers in all languages
void wizard_say(struct wizard *w, const char *words); // the message of the page

// ---- several diplomas (diplomas.c) -------------------------------------------------------------

// The session of the one at that place.
struct session *diplomas_at(struct wizard *w, int place);
// One more, which has the person's answers already, with those of a code (NULL: none), and stands
// at its first question. False: there are as many as there can be.
bool diplomas_add(struct wizard *w, const struct answers *answers);
int diplomas_take(struct wizard *w, const struct answers *answers); // the same, and says so
// The person goes on with that one: at its next question, or at its result.
void diplomas_open(struct wizard *w, int place);
// The place of the one that would carry in another country.
int diplomas_carrying(struct wizard *w, int32_t destination);
void diplomas_remove(struct wizard *w, int place); // never the only one
// What the open one answered otherwise than `before`, its answers so far, and speaks of the person
// counts for the others too.
void diplomas_share(struct wizard *w, const struct answers *before);
void diplomas_assess(struct wizard *w); // all of them, if there are several
void diplomas_end(struct wizard *w);    // the open one stands behind all its answers
// Of a new one only what is not answered yet is asked.
void diplomas_skip(struct wizard *w);
// At the end of the questions of a new one the one that carries the purpose is opened.
void diplomas_arrive(struct wizard *w);
// In place of all there are; the one that carries is open.
void diplomas_fill(struct wizard *w, const struct answers *answers, int n);
void diplomas_wipe(struct wizard *w); // only the open one is left, as it is
// All of them as they count: `out` is to be wiped.
void diplomas_answers(struct wizard *w, struct several *out);

// ---- typing (edit.c) ---------------------------------------------------------------------------

void line_wipe(struct wizard_line *line);
void line_set(struct wizard_line *line, const char *words);
int edit_paste(struct wizard *w, const char *bytes, size_t len);

// ---- answers (answer.c: any question; answer_words.c: as they are said in line mode) -----------

int answer_give(struct wizard *w, const struct answer *answer);
int answer_give_value(struct wizard *w, int64_t value);
int answer_give_unknown(struct wizard *w);
int answer_leave(struct wizard *w); // of a change: back to the result, all stays as it is
int answer_give_field(struct wizard *w, const char *words); // as typed into a field
int answer_in_words(struct wizard *w, const char *words);
// A country by code, whole name, or letters that only one has; NONE: none, or several.
int32_t answer_country(struct wizard *w, int32_t question, const char *words);

// ---- behind a row of a question's first list (inside.c)
// ------------------------------------------

int inside_take(struct wizard *w, int32_t value); // opens it, or takes a band; else WIZARD_PASS
int inside_leave(struct wizard *w);               // WIZARD_PASS: nothing is open

// ---- taking away (screen_take.c, screen_save.c, screen_letters.c)
// ---------------------------------------

extern const struct screen_ops screen_letters;
struct ground take_ground(struct wizard *w); // of what is on paper
struct taking take_of(const struct wizard *w, const struct ground *g);
bool take_may_print(const struct wizard *w);
// The result, or a letter (else NULL): asks for the name of a file; prints; or writes it as that
// file.
int take_as_file(struct wizard *w, int format, const struct letter *letter);
int take_on_paper(struct wizard *w, const struct letter *letter);
int take_summary(struct wizard *w); // of the case that is open, as a file
bool take_save(struct wizard *w, const char *name);
bool letters_allowed(const struct wizard *w); // may letters be taken away at all?
// "letter ID FORMAT FILE", as it is said. False: the words are about something else.
bool letters_in_words(struct wizard *w, const char *words);

// ---- languages (screen_languages.c) ------------------------------------------------------------

int language_take(struct wizard *w, const char *code);

// ---- a code (screen_code.c) --------------------------------------------------------------------

int code_take(struct wizard *w, const char *words);
int code_add(struct wizard *w, const char *words); // as another diploma

// ---- changes (screen_changed.c) ----------------------------------------------------------------

// Before an answer is taken: where the result was whole, it is remembered.
void changed_remember(struct wizard *w);
void changed_mark(struct wizard *w, const struct answer *answer); // if it is another one
int changed_arrive(struct wizard *w); // at the result: shows what moved, if anything did

// ---- a kept case (screen_case.c) ---------------------------------------------------------------

extern const struct screen_ops screen_desk; // screen_desk.c
int desk_show(struct wizard *w, const char *typed);
extern const struct screen_ops screen_case, screen_status, screen_case_line;
wizard_verb verb_case, verb_save, verb_note;
void case_changed(struct wizard *w); // after each answer; nothing where no case is open
int case_back(struct wizard *w);     // to the answers that are kept
// What was typed, apart at semicolons: "what; who; until", or "where; why". False: something is
// missing, or no date; it was said.
bool case_agree(struct wizard *w, const char *words); // case_agreed.c
bool case_refer(struct wizard *w, const char *words);
const char *case_mode_words(struct wizard *w); // why it can only be read; case_open.c

// ---- rules (screen_rules.c) --------------------------------------------------------------------

int rules_open(struct wizard *w, const char *number);

// ---- a kiosk (kiosk.c) -------------------------------------------------------------------------

void kiosk_end(struct wizard *w);   // a visit is over, and not wiped yet
void kiosk_begin(struct wizard *w); // after a visit was wiped: the page between two visits
int kiosk_idle(struct wizard *w);
// The first key of a visit only wakes, any key gives more time. False: it is a key as any other.
bool kiosk_woken(struct wizard *w);

// ---- comparing (screen_pick.c) -----------------------------------------------------------------

int pick_named(struct wizard *w, const char *list); // "CN, JP"
int compare_open(struct wizard *w);                 // screen_compare.c
// The country is again the one of before.
void compare_undone(struct wizard *w, const struct answer *from);

#endif
