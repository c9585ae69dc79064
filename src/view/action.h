// SPDX-License-Identifier: MIT
//
// What a person can do: ONE table. The dispatcher (wizard.c), the footer, the help page, the manual
// and the kiosk's limits all read it. Key codes are our own; the front end converts raw input.
#ifndef TANU_VIEW_ACTION_H
#define TANU_VIEW_ACTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A key: a Unicode character (below 0x110000), or one of these. Ctrl-L is INPUT_CTRL('L').
typedef uint32_t input;
enum {
    INPUT_NONE = 0,
    INPUT_UP = 0x110000,
    INPUT_DOWN,
    INPUT_LEFT,
    INPUT_RIGHT,
    INPUT_HOME,
    INPUT_END,
    INPUT_PAGE_UP,
    INPUT_PAGE_DOWN,
    INPUT_ENTER,
    INPUT_ESCAPE,
    INPUT_TAB,
    INPUT_BACK_TAB,
    INPUT_BACKSPACE,
    INPUT_DELETE,
    INPUT_RESIZE,
    INPUT_F0 = 0x110100,   // F1 is INPUT_F0 + 1, to F12
    INPUT_CTRL0 = 0x110200 // Ctrl-A is INPUT_CTRL0 + 'A'
};
#define INPUT_F(n) ((input)(INPUT_F0 + (n)))
#define INPUT_CTRL(letter) ((input)(INPUT_CTRL0 + (letter)))

enum context {             // bit set: what is on the screen
    CONTEXT_CHOICES = 1,   // a short list, one answer
    CONTEXT_MANY = 2,      // a short list, several answers
    CONTEXT_FIELD = 4,     // a line to type in
    CONTEXT_SEARCH = 8,    // a long list with a search field
    CONTEXT_RESULT = 16,   // the tabs
    CONTEXT_REVIEW = 32,   // all answers
    CONTEXT_PANEL = 64,    // help, keys, why we ask: text to read and close
    CONTEXT_CONFIRM = 128, // yes or no
    CONTEXT_LANGUAGES = 256,
    CONTEXT_PICK = 512, // countries to compare with: a search field above a list of several
    CONTEXT_TEXT = CONTEXT_FIELD | CONTEXT_SEARCH | CONTEXT_PICK, // characters are text here
    CONTEXT_QUESTION = CONTEXT_CHOICES | CONTEXT_MANY | CONTEXT_FIELD | CONTEXT_SEARCH,
    CONTEXT_ANY = 1023
};

enum ability { // bit set: what this run may do; a kiosk has fewer
    ABILITY_QUIT = 1,
    ABILITY_WRITE = 2, // save a report to a file
    ABILITY_ALL = 3,
    ABILITY_KIOSK = 0
};

enum action {
    ACTION_NONE,
    ACTION_ACCEPT, // Enter: take the focused row, the typed text
    ACTION_BACK,
    ACTION_UP,
    ACTION_DOWN,
    ACTION_FIRST,
    ACTION_LAST,
    ACTION_PAGE_UP,
    ACTION_PAGE_DOWN,
    ACTION_NEXT_TAB,
    ACTION_PREVIOUS_TAB,
    ACTION_NUMBER,  // a number key; which one: input_digit()
    ACTION_TOGGLE,  // space in a list of several
    ACTION_UNKNOWN, // I don't know
    ACTION_HELP,
    ACTION_WHY,
    ACTION_REVIEW,
    ACTION_RESULT, // what can be said so far
    ACTION_COMPARE,
    ACTION_LANGUAGE,
    ACTION_KEYS,
    ACTION_AGAIN, // start over
    ACTION_REDRAW,
    ACTION_CLOSE, // Esc
    ACTION_QUIT,
    ACTION_LEFT, // within a field
    ACTION_RIGHT,
    ACTION_ERASE,
    ACTION_ERASE_NEXT,
    ACTION_ERASE_ALL,
    ACTION_TYPE, // a character of text
    ACTION_YES,
    ACTION_NO,
    ACTIONS
};

struct action_row {
    enum action action;
    const char *id;    // "review"
    input keys[4];     // default keys, the one to show first
    const char *label; // footer, short: N_("Answers")
    const char *help;  // help page, one sentence: N_("Shows all your answers …")
    unsigned contexts; // where it is valid
    unsigned footer;   // where it is worth a place in the footer
    unsigned ability;  // needed, 0: none
    const char *line;  // how it is said in line mode ("?", "<"), or NULL
};

const struct action_row *action_rows(size_t *count);
const struct action_row *action_row(enum action action);

// What a key means there. In a text context letters, digits and punctuation are ACTION_TYPE;
// `field_empty` decides whether Backspace and Left go back. Elsewhere letters count by the
// physical key (й is q) and digits also as on the Kazakh layout (" ә і ң ғ).
enum action action_for(input key, enum context context, unsigned abilities, bool field_empty);
int input_digit(input key); // 0 to 9, also of the Kazakh layout; -1: none

// "Enter", "F1", "Ctrl-L", "q", in the current language; `room` at least 24.
const char *input_name(input key, char *out, size_t room);

#endif
