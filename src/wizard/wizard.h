// SPDX-License-Identifier: MIT
//
// The wizard without a screen: which page is shown, what is focused, what was typed, and what each
// key does to it. The curses front end converts raw input to `input` codes, calls wizard_key(),
// and paints wizard_page(); it decides nothing. Tests drive it the same way.
//
//     wizard_init(&w, …);
//     for (;;) {
//         paint(wizard_page(&w), wide ? wizard_side(&w) : NULL);
//         switch (wizard_key(&w, next_input(), rows_for_the_list)) {
//         case WIZARD_LEAVE: return;
//         …
#ifndef TANU_WIZARD_WIZARD_H
#define TANU_WIZARD_WIZARD_H

#include "engine/session.h"
#include "view/builders.h"
#include "wizard/action.h"

enum { WIZARD_DEPTH = 8 };        // more than there are screens
enum { WIZARD_FIELD_MAX = 4 * PACK_MAX_TEXT }; // bytes a field holds at most; more is refused with a message

enum wizard_event {
    WIZARD_SAME,   // nothing changed
    WIZARD_PAGE,   // the page changed: paint it; scroll so that the focus is seen
    WIZARD_SCROLL, // the page has no focus: scroll by w->scroll (ACTION_UP … ACTION_LAST)
    WIZARD_REDRAW, // clear the screen and paint everything (Ctrl-L, a resize)
    WIZARD_LEAVE   // the person wants to go
};

enum screen {
    SCREEN_MAIN, // the question, or the result when all is answered
    SCREEN_HELP, // help of the question, then the keys
    SCREEN_WHY,
    SCREEN_REVIEW,
    SCREEN_PREVIEW, // the result as far as it can be said
    SCREEN_PICK,    // which countries to compare with
    SCREEN_COMPARE,
    SCREEN_LANGUAGES,
    SCREEN_CONFIRM
};

struct wizard {
    struct i18n *i18n;
    const struct pack *pack;
    struct engine *engine;
    int32_t as_of;
    unsigned abilities;
    struct session session;
    struct assessment *assessment; // of session.current
    bool assessed;                 // it is up to date
    enum screen screen;
    enum confirm confirm;
    enum tab tab;
    enum screen
        below[WIZARD_DEPTH]; // the screens under this one, the newest last; closing goes back there
    int n_below;
    struct asking asking;
    char typed[WIZARD_FIELD_MAX + 1];
    struct picking picking;
    char sought[WIZARD_FIELD_MAX + 1]; // typed on that page
    int focus;                         // of review, languages, confirm
    char message[256];
    enum action scroll;
    struct arena frame, side_frame;
    struct page *page;
};

void wizard_init(struct wizard *w, struct i18n *i18n, const struct pack *pack,
                 struct engine *engine, int32_t as_of, unsigned abilities);
void wizard_release(struct wizard *w); // overwrites all answers
void wizard_reset(struct wizard *w);   // a new person: answers overwritten, first question

// The page of this moment; valid until the next wizard_key, _paste or _reset.
const struct page *wizard_page(struct wizard *w);
const struct page *wizard_side(struct wizard *w); // NULL where the page has no use for one
enum context wizard_context(const struct wizard *w);

// One key. `rows`: how many rows of a list fit on the screen, for Page Up and Page Down.
enum wizard_event wizard_key(struct wizard *w, input key, int rows);
// Text that came in one piece (bracketed paste); not NUL-terminated, any bytes, any length.
enum wizard_event wizard_paste(struct wizard *w, const char *bytes, size_t len);
// After the session was changed from outside (line mode): the wizard stands where the session
// stands.
void wizard_sync(struct wizard *w);
// Takes the focus to an item of the page (a mouse click).
enum wizard_event wizard_focus(struct wizard *w, int item);

#endif
