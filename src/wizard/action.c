// SPDX-License-Identifier: MIT
// The table of actions and what keys mean; see action.h.
#include "wizard/action.h"

#include "tongue/i18n.h"

#define QUESTION CONTEXT_QUESTION
#define MAIN (QUESTION | CONTEXT_RESULT)

// Order: as on the help page. A key in `keys` that is a character counts outside text contexts
// only. TRANSLATORS: labels stand in the footer of an 80-column screen: one or two short words.
static const struct action_row rows[] = {
    {ACTION_ACCEPT,
     "accept",
     {INPUT_ENTER},
     N_("Next"),
     N_("Takes the marked answer, or what you typed, and goes on."),
     QUESTION | CONTEXT_REVIEW | CONTEXT_CONFIRM | CONTEXT_LANGUAGES | CONTEXT_PICK,
     QUESTION | CONTEXT_PICK,
     0,
     NULL},
    {ACTION_BACK,
     "back",
     {INPUT_BACKSPACE, INPUT_LEFT},
     N_("Back"),
     N_("Goes to the question before. Your answers are kept."),
     MAIN,
     QUESTION,
     0,
     "<"},
    {ACTION_NUMBER,
     "number",
     {'1', '2', '3', '4'},
     N_("Choose"),
     N_("Number keys take the answer with that number (on the Kazakh layout the same keys)."),
     CONTEXT_CHOICES | CONTEXT_MANY | CONTEXT_LANGUAGES | CONTEXT_RESULT | CONTEXT_CONFIRM,
     0,
     0,
     NULL},
    {ACTION_TOGGLE,
     "toggle",
     {' '},
     N_("Mark"),
     N_("Marks or unmarks one of several answers."),
     CONTEXT_MANY | CONTEXT_PICK,
     CONTEXT_MANY,
     0,
     NULL},
    {ACTION_UNKNOWN,
     "unknown",
     {INPUT_F(5), 'd'},
     N_("Don't know"),
     N_("Answers “I don't know”. That is a good answer: tanu says what it means."),
     QUESTION,
     0,
     0,
     NC_("line mode", "unknown")},
    {ACTION_UP, "up", {INPUT_UP, 'k'}, N_("Up"), N_("Moves up."), CONTEXT_ANY, 0, 0, NULL},
    {ACTION_DOWN,
     "down",
     {INPUT_DOWN, 'j'},
     N_("Down"),
     N_("Moves down."),
     CONTEXT_ANY,
     0,
     0,
     NULL},
    {ACTION_FIRST,
     "first",
     {INPUT_HOME},
     N_("First"),
     N_("Goes to the top."),
     CONTEXT_ANY,
     0,
     0,
     NULL},
    {ACTION_LAST,
     "last",
     {INPUT_END},
     N_("Last"),
     N_("Goes to the bottom."),
     CONTEXT_ANY,
     0,
     0,
     NULL},
    {ACTION_PAGE_UP,
     "page-up",
     {INPUT_PAGE_UP},
     N_("Page up"),
     N_("Moves one screen up."),
     CONTEXT_ANY,
     0,
     0,
     NULL},
    {ACTION_PAGE_DOWN,
     "page-down",
     {INPUT_PAGE_DOWN, ' '},
     N_("Page down"),
     N_("Moves one screen down."),
     CONTEXT_ANY,
     0,
     0,
     NULL},
    {ACTION_NEXT_TAB,
     "next-tab",
     {INPUT_TAB, INPUT_RIGHT},
     N_("Next part"),
     N_("Shows the next part of the result."),
     CONTEXT_RESULT,
     CONTEXT_RESULT,
     0,
     NULL},
    {ACTION_PREVIOUS_TAB,
     "previous-tab",
     {INPUT_BACK_TAB, INPUT_LEFT},
     N_("Part before"),
     N_("Shows the part of the result before."),
     CONTEXT_RESULT,
     0,
     0,
     NULL},
    {ACTION_HELP,
     "help",
     {INPUT_F(1), '?'},
     N_("Help"),
     N_("Explains the question and lists the keys."),
     CONTEXT_ANY & ~CONTEXT_CONFIRM,
     MAIN | CONTEXT_REVIEW | CONTEXT_PICK,
     0,
     "?"},
    {ACTION_WHY,
     "why",
     {INPUT_F(4), 'w'},
     N_("Why?"),
     N_("Says why this question is asked."),
     QUESTION,
     QUESTION,
     0,
     NC_("line mode", "why")},
    {ACTION_REVIEW,
     "review",
     {INPUT_F(2), 'a'},
     N_("Answers"),
     N_("Shows all your answers; from there you can change any of them."),
     MAIN,
     MAIN,
     0,
     NC_("line mode", "answers")},
    {ACTION_RESULT,
     "result",
     {INPUT_F(6), 'r'},
     N_("So far"),
     N_("Shows what can be said so far."),
     QUESTION,
     0,
     0,
     NC_("line mode", "result")},
    {ACTION_COMPARE,
     "compare",
     {'c', INPUT_F(6)},
     N_("Compare"),
     N_("Compares the result with that of other countries."),
     CONTEXT_RESULT,
     CONTEXT_RESULT,
     0,
     NC_("line mode", "compare")},
    {ACTION_LANGUAGE,
     "language",
     {INPUT_F(3), 'l'},
     N_("Language"),
     N_("Changes the language. Your answers are kept."),
     CONTEXT_ANY & ~CONTEXT_LANGUAGES,
     MAIN | CONTEXT_REVIEW,
     0,
     NC_("line mode", "language")},
    {ACTION_REDRAW,
     "redraw",
     {INPUT_CTRL('L')},
     N_("Redraw"),
     N_("Draws the screen again."),
     CONTEXT_ANY,
     0,
     0,
     NULL},
    {ACTION_CLOSE,
     "close",
     {INPUT_ESCAPE},
     N_("Close"),
     N_("Closes what is open. On a question or the result it asks whether to leave."),
     CONTEXT_ANY,
     CONTEXT_REVIEW | CONTEXT_PANEL | CONTEXT_LANGUAGES | CONTEXT_CONFIRM | CONTEXT_PICK,
     0,
     NULL},
    {ACTION_QUIT,
     "quit",
     {'q', INPUT_CTRL('C'), INPUT_F(10)},
     N_("Leave"),
     N_("Leaves tanu. Nothing is stored."),
     CONTEXT_ANY,
     MAIN,
     ABILITY_QUIT,
     NC_("line mode", "quit")},
    {ACTION_AGAIN,
     "again",
     {INPUT_F(8), 'n'},
     N_("Start again"),
     N_("Forgets all answers and starts again."),
     MAIN | CONTEXT_REVIEW,
     CONTEXT_RESULT,
     0,
     NC_("line mode", "again")},
    {ACTION_LEFT,
     "left",
     {INPUT_LEFT},
     N_("Left"),
     N_("Moves left in what you type."),
     CONTEXT_TEXT,
     0,
     0,
     NULL},
    {ACTION_RIGHT,
     "right",
     {INPUT_RIGHT},
     N_("Right"),
     N_("Moves right in what you type."),
     CONTEXT_TEXT,
     0,
     0,
     NULL},
    {ACTION_ERASE,
     "erase",
     {INPUT_BACKSPACE},
     N_("Erase"),
     N_("Erases the character before; in an empty field it goes back."),
     CONTEXT_TEXT,
     0,
     0,
     NULL},
    {ACTION_ERASE_NEXT,
     "erase-next",
     {INPUT_DELETE},
     N_("Erase next"),
     N_("Erases the character after."),
     CONTEXT_TEXT,
     0,
     0,
     NULL},
    {ACTION_ERASE_ALL,
     "erase-all",
     {INPUT_CTRL('U')},
     N_("Erase all"),
     N_("Erases the whole line."),
     CONTEXT_TEXT,
     0,
     0,
     NULL},
    {ACTION_YES,
     "yes",
     {'y'},
     N_("Yes"),
     N_("Says yes."),
     CONTEXT_CONFIRM,
     CONTEXT_CONFIRM,
     0,
     NULL},
    {ACTION_NO, "no", {'n'}, N_("No"), N_("Says no."), CONTEXT_CONFIRM, CONTEXT_CONFIRM, 0, NULL},
};

const struct action_row *action_rows(size_t *count)
{
    *count = sizeof rows / sizeof *rows;
    return rows;
}

const struct action_row *action_row(enum action action)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].action == action)
            return &rows[i];
    return NULL;
}

static bool is_character(input key)
{
    return key >= ' ' && key < 0x110000 && key != 0x7f;
}

static bool has_key(const struct action_row *row, input key)
{
    for (size_t k = 0; k < ACTION_KEYS_MOST && row->keys[k]; k++)
        if (row->keys[k] == key)
            return true;
    return false;
}

// Which rows come first where two share a key: editing before moving, a tab before going back.
static enum action in_table(input key, enum context context, unsigned abilities)
{
    enum action found = ACTION_NONE;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct action_row *row = &rows[i];
        if (!(row->contexts & (unsigned)context) || (row->ability & ~abilities) ||
            !has_key(row, key))
            continue;
        if (row->action == ACTION_TOGGLE || row->action == ACTION_PREVIOUS_TAB ||
            row->action == ACTION_LEFT || row->action == ACTION_ERASE || row->action == ACTION_NO)
            return row->action;
        if (found == ACTION_NONE)
            found = row->action;
    }
    return found;
}

static enum action in_text(input key, enum context context, unsigned abilities, bool field_empty)
{
    if (key == ' ' && context == CONTEXT_PICK && field_empty)
        return ACTION_TOGGLE;
    if (is_character(key))
        return ACTION_TYPE;
    if (field_empty && (key == INPUT_BACKSPACE || key == INPUT_LEFT))
        return ACTION_BACK;
    if (key == INPUT_TAB)
        return ACTION_DOWN;
    if (key == INPUT_BACK_TAB)
        return ACTION_UP;
    return in_table(key, context, abilities);
}

enum action action_for(input key, enum context context, unsigned abilities, bool field_empty)
{
    if (context & CONTEXT_TEXT)
        return in_text(key, context, abilities, field_empty);
    if (key == INPUT_TAB && context != CONTEXT_RESULT)
        return ACTION_DOWN;
    if (key == INPUT_BACK_TAB && context != CONTEXT_RESULT)
        return ACTION_UP;
    // ? and the digits mean themselves before the letters of other layouts do.
    enum action action = in_table(key, context, abilities);
    const struct action_row *number = action_row(ACTION_NUMBER);
    if (action == ACTION_NONE && (number->contexts & (unsigned)context) && input_digit(key) > 0)
        return ACTION_NUMBER;
    // Not in a confirmation: the key of y is н there, with which "нет" begins.
    if (action == ACTION_NONE && context != CONTEXT_CONFIRM)
        action = in_table(input_latin(key), context, abilities);
    return action;
}
