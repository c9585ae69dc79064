// SPDX-License-Identifier: MIT
//
// What a person can do: ONE table. The dispatcher (wizard.c), the footer, the help page, the manual
// and the kiosk's limits all read it. Key codes are our own; the front end converts raw input.
#ifndef TANU_WIZARD_ACTION_H
#define TANU_WIZARD_ACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "view/page.h"
#include "wizard/input.h"

enum context {             // bit set: what is on the screen; one of them, but for the last
    CONTEXT_CHOICES = 1,   // a short list, one answer
    CONTEXT_MANY = 2,      // a short list, several answers
    CONTEXT_FIELD = 4,     // a line to type in
    CONTEXT_SEARCH = 8,    // a long list with a search field
    CONTEXT_RESULT = 16,   // the tabs
    CONTEXT_REVIEW = 32,   // all answers
    CONTEXT_PANEL = 64,    // help, keys, why we ask: text to read and close
    CONTEXT_CONFIRM = 128, // yes or no
    CONTEXT_LANGUAGES = 256,
    CONTEXT_PICK = 512,     // countries to compare with: a search field above a list of several
    CONTEXT_RULES = 1024,   // the rules of a result, to open one
    CONTEXT_WELCOME = 2048, // the first page: what is typed there is said to the first question
    CONTEXT_CODE = 4096,    // a code that brings a case back
    CONTEXT_NAME = 8192,    // the name of a file
    CONTEXT_PIN = 131072,   // of a kiosk, for its staff
    // characters are text here
    CONTEXT_TEXT = CONTEXT_FIELD | CONTEXT_SEARCH | CONTEXT_PICK | CONTEXT_WELCOME | CONTEXT_CODE |
                   CONTEXT_NAME | CONTEXT_PIN,
    CONTEXT_QUESTION = CONTEXT_CHOICES | CONTEXT_MANY | CONTEXT_FIELD | CONTEXT_SEARCH,
    CONTEXT_MENU = 16384,     // everything that can be done, to choose from
    CONTEXT_CHANGED = 32768,  // what moved after a change
    CONTEXT_EARLY = 65536,    // the first answer, and the two ways on
    CONTEXT_COMPARE = 262144, // the table
    CONTEXT_ANY = 524287,
    CONTEXT_REASONS = 524288,   // beside CONTEXT_RESULT: the part that says why
    CONTEXT_PAPERS = 1048576,   // beside CONTEXT_RESULT: the papers, to tick
    CONTEXT_DIPLOMAS = 2097152, // beside CONTEXT_RULES: the diplomas of a person
    CONTEXT_REMOVE = 4194304    // beside CONTEXT_CONFIRM: of one of them, and not of all answers
};

enum ability { // bit set: what this run may do; a kiosk has fewer
    ABILITY_QUIT = 1,
    ABILITY_WRITE = 2, // save a report to a file
    ABILITY_KEYS = 4,  // has keys that are worth telling of; line mode has none
    ABILITY_CODE = 8,  // a visit as a code, to take along and to bring back
    ABILITY_QR = 16,   // a picture to take along on a phone
    ABILITY_PRINT = 32,
    ABILITY_SPEAK = 64,     // a kiosk's key that starts line mode
    ABILITY_SERVICE = 128,  // a kiosk's page that asks for the PIN
    ABILITY_TAKE = 256,     // any way to take something along
    ABILITY_CASE = 512,     // a case that is kept is open
    ABILITY_SEVERAL = 1024, // more than one diploma
    ABILITY_LETTER = 2048,  // letters to offices
    ABILITY_VISITS = 4096,  // a kiosk: the next person begins anew from any page
    ABILITY_ALL = 63 | ABILITY_TAKE | ABILITY_SEVERAL | ABILITY_LETTER,
    ABILITY_LINES = ABILITY_ALL & ~ABILITY_KEYS,
    ABILITY_KIOSK = ABILITY_KEYS | ABILITY_VISITS // and what the policy grants (wizard/policy.h)
};

enum action {
    ACTION_NONE,
    ACTION_CASE, // the page of the case that is open
    ACTION_SAVE, // keeps the answers; with an argument under that name
    ACTION_NOTE,
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
    ACTION_TAKE,    // take the result away
    ACTION_LETTER,  // to the office
    ACTION_NEED,    // the day by which it is needed
    ACTION_EXPLAIN, // the conditions of the rules
    ACTION_DETAILS, // the whole result, or what counts
    ACTION_LANGUAGE,
    ACTION_MENU,   // everything that can be done, for whom has no such keys
    ACTION_FIND,   // a search field above a list of answers
    ACTION_COLUMN, // the next country of the comparison
    ACTION_COLUMN_BEFORE,
    ACTION_FILL,     // the questions that are open for that country
    ACTION_DIPLOMAS, // all diplomas of the person, or (a number) one of them
    ACTION_ANOTHER,  // one more
    ACTION_REMOVE,   // one less
    ACTION_UNDO,     // the last change of an answer is taken back
    ACTION_AGAIN,    // start over
    ACTION_MOUSE,    // the terminal tells of clicks, or leaves them for marking text
    ACTION_REDRAW,
    ACTION_CLOSE, // Esc
    ACTION_QUIT,
    ACTION_LEFT, // within a field
    ACTION_RIGHT,
    ACTION_ERASE,
    ACTION_ERASE_NEXT,
    ACTION_ERASE_ALL,
    ACTION_TYPE, // characters of text
    ACTION_YES,
    ACTION_NO,
    ACTION_CODE,
    ACTION_SPEAK,   // line mode, for those who listen
    ACTION_SERVICE, // the PIN of a kiosk
    ACTION_ANSWER,  // the rest is for those who type whole lines: an answer in words
    ACTION_JUMP,    // to a question that was answered
    ACTION_FORWARD, // keeps the answer given before
    ACTIONS
};

enum { ACTION_KEYS_MOST = 4, ACTION_OVER_MOST = 2 }; // at most of one row

struct action_row {
    enum action action;
    const char *id;               // "review"
    input keys[ACTION_KEYS_MOST]; // default keys, the one to show first
    input also;                   // works too, and need not be told
    const char *label;            // footer, short: N_("Answers")
    const char *help;             // help page, one sentence: N_("Shows all your answers …")
    const char *help_case;        // the same where a case is open, NULL: no other
    unsigned contexts;            // where it is valid
    unsigned footer;              // where it is worth a place in the footer
    unsigned elsewhere;           // on a kiosk valid there too, and in the footer
    unsigned ability;             // needed, 0: none
    const char *line;             // how it is said in line mode ("?", "<"), or NULL
    // The actions it goes before where they share a key in one context. A test refuses two rows
    // that share one and do not say which wins.
    enum action over[ACTION_OVER_MOST];
    bool basic;      // moves, types or chooses: every keyboard has it, and no menu
    bool leads;      // stands in the footer before what is only useful
    bool typed;      // its keys that are characters are heard in an empty line too
    bool takes_more; // in line mode more words may follow
    bool numbered;   // these are a number: else it is no command
};

const struct action_row *action_rows(size_t *count);
const struct action_row *action_row(enum action action);
// What it does, in English; with a case open some mean something else.
const char *action_help(const struct action_row *row, unsigned abilities);

unsigned action_contexts(const struct action_row *row, unsigned abilities);

// What a key means there, by the table alone. In a text context letters, digits and punctuation are
// ACTION_TYPE. Elsewhere letters count by the physical key (й is q) and digits also as on the
// Kazakh layout (" ә і ң ғ).
enum action action_for(input key, enum context context, unsigned abilities);
bool action_hears(const struct action_row *row, input key); // is it one of its keys?
// Of two rows with the same key in the same context: does this one win?
bool action_wins(const struct action_row *row, const struct action_row *over);

// The footer of a page: the actions worth a place there, each with a key that works.
const struct hint *action_footer(struct arena *arena, enum context context, unsigned abilities,
                                 int *n);
// The actions of the menu on that page; returns how many (at most ACTIONS).
int action_menu(enum context context, unsigned abilities, enum action out[ACTIONS]);
// All keys that work there and what they do, for the help page.
const struct hint *action_keys(struct arena *arena, enum context context, unsigned abilities,
                               int *n);

#endif
