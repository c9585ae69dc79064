// SPDX-License-Identifier: MIT
// The table of actions and what keys mean; see action.h.
#include "wizard/action.h"

#include "tongue/i18n.h"

#define QUESTION CONTEXT_QUESTION
#define MAIN (QUESTION | CONTEXT_RESULT | CONTEXT_EARLY)

// Order: as on the help page, and where keys are shared the later row has to say whom it wins over.
// A key in `keys` that is a character counts outside text contexts only, but for `typed` rows.
// TRANSLATORS: labels stand in the footer of an 80-column screen: one or two short words.
static const struct action_row rows[] = {
    {.action = ACTION_ACCEPT,
     .id = "accept",
     .keys = {INPUT_ENTER},
     .label = N_("Next"),
     .help = N_("Takes the marked answer, or what you typed, and goes on."),
     .contexts = QUESTION | CONTEXT_REVIEW | CONTEXT_CONFIRM | CONTEXT_LANGUAGES | CONTEXT_PICK |
                 CONTEXT_RULES | CONTEXT_MENU | CONTEXT_WELCOME | CONTEXT_CODE | CONTEXT_NAME |
                 CONTEXT_PAPERS | CONTEXT_CHANGED | CONTEXT_EARLY | CONTEXT_PIN,
     .footer = QUESTION | CONTEXT_PICK | CONTEXT_WELCOME | CONTEXT_CODE | CONTEXT_NAME |
               CONTEXT_CHANGED | CONTEXT_EARLY | CONTEXT_PIN,
     .basic = true,
     .leads = true},
    {.action = ACTION_UNDO,
     .id = "undo",
     .keys = {'u'},
     .label = N_("Undo"),
     .help = N_("Takes the last change of an answer back."),
     .contexts = CONTEXT_RESULT | CONTEXT_CHANGED,
     .footer = CONTEXT_CHANGED,
     .line = NC_("line mode", "undo")},
    {.action = ACTION_BACK,
     .id = "back",
     .keys = {INPUT_BACKSPACE, INPUT_LEFT},
     .label = N_("Back"),
     .help = N_("Goes to the question before. Your answers are kept."),
     .contexts = MAIN,
     .footer = QUESTION,
     .over = {ACTION_CLOSE},
     .leads = true,
     .line = "<"},
    {.action = ACTION_CODE,
     .id = "code",
     .keys = {INPUT_F(9), 'o'},
     .label = N_("I have a code"),
     .help = N_("Brings your answers back from the code of an earlier visit."),
     .contexts = CONTEXT_WELCOME,
     .footer = CONTEXT_WELCOME,
     .ability = ABILITY_CODE,
     .line = NC_("line mode", "code"),
     .takes_more = true},
    {.action = ACTION_NUMBER,
     .id = "number",
     .keys = {'1', '2', '3', '4'},
     .label = N_("Choose"),
     .help =
         N_("Number keys take the answer with that number (on the Kazakh layout the same keys)."),
     .contexts = CONTEXT_CHOICES | CONTEXT_MANY | CONTEXT_LANGUAGES | CONTEXT_RESULT |
                 CONTEXT_CONFIRM | CONTEXT_RULES | CONTEXT_REVIEW | CONTEXT_MENU | CONTEXT_EARLY,
     .basic = true},
    {.action = ACTION_TOGGLE,
     .id = "toggle",
     .keys = {' '},
     .label = N_("Mark"),
     .help = N_("Marks or unmarks one of several answers, or a paper that you have."),
     .contexts = CONTEXT_MANY | CONTEXT_PICK | CONTEXT_PAPERS,
     .footer = CONTEXT_MANY | CONTEXT_PAPERS,
     .over = {ACTION_PAGE_DOWN},
     .line = NC_("line mode", "tick"),
     .takes_more = true,
     .basic = true,
     .leads = true},
    {.action = ACTION_UNKNOWN,
     .id = "unknown",
     .keys = {INPUT_F(5), 'd'},
     .label = N_("Don't know"),
     .help = N_("Answers “I don't know”. That is a good answer: tanu says what it means."),
     .contexts = QUESTION,
     .line = NC_("line mode", "unknown")},
    {.action = ACTION_UP,
     .id = "up",
     .keys = {INPUT_UP, 'k'},
     .also = INPUT_BACK_TAB,
     .label = N_("Up"),
     .help = N_("Moves up."),
     .contexts = CONTEXT_ANY,
     .basic = true},
    {.action = ACTION_DOWN,
     .id = "down",
     .keys = {INPUT_DOWN, 'j'},
     .also = INPUT_TAB,
     .label = N_("Down"),
     .help = N_("Moves down."),
     .contexts = CONTEXT_ANY,
     .basic = true},
    {.action = ACTION_FIRST,
     .id = "first",
     .keys = {INPUT_HOME},
     .label = N_("First"),
     .help = N_("Goes to the top."),
     .contexts = CONTEXT_ANY,
     .basic = true},
    {.action = ACTION_LAST,
     .id = "last",
     .keys = {INPUT_END},
     .label = N_("Last"),
     .help = N_("Goes to the bottom."),
     .contexts = CONTEXT_ANY,
     .basic = true},
    {.action = ACTION_PAGE_UP,
     .id = "page-up",
     .keys = {INPUT_PAGE_UP},
     .label = N_("Page up"),
     .help = N_("Moves one screen up."),
     .contexts = CONTEXT_ANY,
     .basic = true},
    {.action = ACTION_PAGE_DOWN,
     .id = "page-down",
     .keys = {INPUT_PAGE_DOWN, ' '},
     .label = N_("Page down"),
     .help = N_("Moves one screen down."),
     .contexts = CONTEXT_ANY,
     .basic = true},
    {.action = ACTION_NEXT_TAB,
     .id = "next-tab",
     .keys = {INPUT_TAB, INPUT_RIGHT},
     .label = N_("Next part"),
     .help = N_("Shows the next part of the result."),
     .contexts = CONTEXT_RESULT,
     .footer = CONTEXT_RESULT,
     .over = {ACTION_DOWN},
     .leads = true},
    {.action = ACTION_PREVIOUS_TAB,
     .id = "previous-tab",
     .keys = {INPUT_BACK_TAB, INPUT_LEFT},
     .label = N_("Part before"),
     .help = N_("Shows the part of the result before."),
     .contexts = CONTEXT_RESULT,
     .over = {ACTION_BACK, ACTION_UP}},
    {.action = ACTION_EXPLAIN,
     .id = "explain",
     .keys = {'e', INPUT_F(7)},
     .label = N_("Conditions"),
     .help = N_("Shows each condition of a rule, and the answer that decided it."),
     .contexts = CONTEXT_RESULT,
     .footer = CONTEXT_REASONS,
     .line = NC_("line mode", "explain"),
     .takes_more = true},
    {.action = ACTION_HELP,
     .id = "help",
     .keys = {'?', INPUT_F(1)},
     .label = N_("Help"),
     .help = N_("Explains the question and lists the keys."),
     .contexts = CONTEXT_ANY & ~CONTEXT_CONFIRM,
     .footer = MAIN | CONTEXT_REVIEW | CONTEXT_PICK | CONTEXT_WELCOME,
     .line = "?",
     .leads = true,
     .typed = true},
    {.action = ACTION_WHY,
     .id = "why",
     .keys = {INPUT_F(4), 'w'},
     .label = N_("Why?"),
     .help = N_("Says why this question is asked."),
     .contexts = QUESTION,
     .footer = QUESTION,
     .line = NC_("line mode", "why")},
    {.action = ACTION_REVIEW,
     .id = "review",
     .keys = {INPUT_F(2), 'a'},
     .label = N_("Answers"),
     .help = N_("Shows all your answers; from there you can change any of them."),
     .contexts = MAIN,
     .footer = MAIN,
     .line = NC_("line mode", "answers")},
    {.action = ACTION_RESULT,
     .id = "result",
     .keys = {INPUT_F(6), 'r'},
     .label = N_("So far"),
     .help = N_("Shows what can be said so far."),
     .contexts = QUESTION | CONTEXT_EARLY,
     .line = NC_("line mode", "result")},
    {.action = ACTION_COMPARE,
     .id = "compare",
     .keys = {'c', INPUT_F(6)},
     .label = N_("Compare"),
     .help = N_("Compares the result with that of other countries."),
     .contexts = CONTEXT_RESULT,
     .footer = CONTEXT_RESULT,
     .line = NC_("line mode", "compare"),
     .takes_more = true},
    {.action = ACTION_TAKE,
     .id = "take",
     .keys = {'t', INPUT_F(9)},
     .label = N_("Take away"),
     .help = N_("Takes the result away: a code, a phone, a file, paper."),
     .contexts = CONTEXT_RESULT,
     .footer = CONTEXT_RESULT,
     .ability = ABILITY_TAKE,
     .line = NC_("line mode", "take"),
     .takes_more = true},
    {.action = ACTION_SAVE,
     .id = "save",
     .keys = {'s', INPUT_CTRL('S')},
     .label = N_("Save"),
     .help = N_("Keeps the answers in the case."),
     .contexts = MAIN | CONTEXT_REVIEW,
     .footer = MAIN,
     .ability = ABILITY_CASE,
     .line = NC_("line mode", "save"),
     .takes_more = true},
    {.action = ACTION_CASE,
     .id = "case",
     .keys = {'o', INPUT_CTRL('O')},
     .label = N_("Case"),
     .help = N_("Shows the case: what changed, notes, how far it is."),
     .contexts = MAIN | CONTEXT_REVIEW,
     .footer = MAIN,
     .ability = ABILITY_CASE,
     .line = NC_("line mode", "case")},
    {.action = ACTION_NOTE,
     .id = "note",
     .keys = {'+', INPUT_CTRL('N')},
     .label = N_("Note"),
     .help = N_("Notes a fact in the case."),
     .contexts = MAIN | CONTEXT_REVIEW,
     .ability = ABILITY_CASE,
     .line = NC_("line mode", "note"),
     .takes_more = true},
    {.action = ACTION_LANGUAGE,
     .id = "language",
     .keys = {INPUT_F(3), 'l'},
     .label = N_("Language"),
     .help = N_("Changes the language. Your answers are kept."),
     .contexts = CONTEXT_ANY & ~CONTEXT_LANGUAGES,
     .footer = MAIN | CONTEXT_REVIEW,
     .line = NC_("line mode", "language"),
     .takes_more = true},
    {.action = ACTION_REDRAW,
     .id = "redraw",
     .keys = {INPUT_CTRL('L')},
     .label = N_("Redraw"),
     .help = N_("Draws the screen again."),
     .contexts = CONTEXT_ANY},
    {.action = ACTION_CLOSE,
     .id = "close",
     .keys = {INPUT_ESCAPE, INPUT_BACKSPACE},
     .label = N_("Close"),
     .help = N_("Closes what is open. On a question or the result it asks whether to leave."),
     .contexts = CONTEXT_ANY,
     .footer = CONTEXT_MENU | CONTEXT_REVIEW | CONTEXT_PANEL | CONTEXT_LANGUAGES | CONTEXT_CONFIRM |
               CONTEXT_PICK | CONTEXT_RULES | CONTEXT_CODE | CONTEXT_NAME | CONTEXT_PIN,
     .basic = true},
    {.action = ACTION_QUIT,
     .id = "quit",
     .keys = {'q', INPUT_CTRL('C'), INPUT_F(10)},
     .label = N_("Leave"),
     .help = N_("Leaves tanu. Nothing is stored."),
     .help_case = N_("Leaves tanu. What is not saved waits for the next visit."),
     .contexts = CONTEXT_ANY,
     .footer = MAIN | CONTEXT_WELCOME,
     .ability = ABILITY_QUIT,
     .line = NC_("line mode", "quit"),
     .leads = true},
    {.action = ACTION_MENU,
     .id = "menu",
     .keys = {'m', INPUT_F(12)},
     .label = N_("Menu"),
     .help = N_("Lists everything that can be done here, to choose from it."),
     .contexts = CONTEXT_ANY & ~(CONTEXT_CONFIRM | CONTEXT_MENU),
     .footer = MAIN | CONTEXT_PANEL,
     .basic = true},
    {.action = ACTION_FIND,
     .id = "find",
     .keys = {'/', '.'}, // the same key on the Russian layout
     .label = N_("Find"),
     .help = N_("Finds an answer by a word that you type."),
     .contexts = CONTEXT_CHOICES},
    {.action = ACTION_AGAIN,
     .id = "again",
     .keys = {INPUT_F(8), 'n'},
     .label = N_("Start again"),
     .help = N_("Forgets all answers and starts again."),
     .help_case = N_("Brings the answers back that are kept."),
     .contexts = MAIN | CONTEXT_REVIEW,
     .footer = MAIN,
     .line = NC_("line mode", "again"),
     .leads = true},
    {.action = ACTION_SPEAK,
     .id = "speak",
     .keys = {INPUT_F(11)},
     .label = N_("Read aloud"),
     .help = N_("Asks and answers in plain lines, for those who listen."),
     .contexts = MAIN | CONTEXT_WELCOME,
     .footer = CONTEXT_WELCOME,
     .ability = ABILITY_SPEAK},
    {.action = ACTION_SERVICE,
     .id = "service",
     .keys = {INPUT_CTRL('P')},
     .label = N_("Staff"),
     .help = N_("For the staff only: asks for a PIN."),
     .contexts = MAIN | CONTEXT_WELCOME,
     .ability = ABILITY_SERVICE,
     .basic = true},
    {.action = ACTION_LEFT,
     .id = "left",
     .keys = {INPUT_LEFT},
     .label = N_("Left"),
     .help = N_("Moves left in what you type."),
     .contexts = CONTEXT_TEXT,
     .over = {ACTION_BACK},
     .basic = true},
    {.action = ACTION_RIGHT,
     .id = "right",
     .keys = {INPUT_RIGHT},
     .label = N_("Right"),
     .help = N_("Moves right in what you type."),
     .contexts = CONTEXT_TEXT,
     .basic = true},
    {.action = ACTION_ERASE,
     .id = "erase",
     .keys = {INPUT_BACKSPACE},
     .label = N_("Erase"),
     .help = N_("Erases the character before; in a field that was empty it goes back."),
     .contexts = CONTEXT_TEXT,
     .over = {ACTION_BACK, ACTION_CLOSE},
     .basic = true},
    {.action = ACTION_ERASE_NEXT,
     .id = "erase-next",
     .keys = {INPUT_DELETE},
     .label = N_("Erase next"),
     .help = N_("Erases the character after."),
     .contexts = CONTEXT_TEXT,
     .basic = true},
    {.action = ACTION_ERASE_ALL,
     .id = "erase-all",
     .keys = {INPUT_CTRL('U')},
     .label = N_("Erase all"),
     .help = N_("Erases the whole line."),
     .contexts = CONTEXT_TEXT,
     .basic = true},
    {.action = ACTION_YES,
     .id = "yes",
     .keys = {'y', 0x0434, 0x0438}, // д, и: да, иә
     .label = N_("Yes"),
     .help = N_("Says yes."),
     .contexts = CONTEXT_CONFIRM,
     .footer = CONTEXT_CONFIRM,
     .basic = true,
     .leads = true},
    {.action = ACTION_NO,
     .id = "no",
     .keys = {'n', 0x043D, 0x0436}, // н, ж: нет, жоқ
     .label = N_("No"),
     .help = N_("Says no."),
     .contexts = CONTEXT_CONFIRM,
     .footer = CONTEXT_CONFIRM,
     .basic = true,
     .leads = true},
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

bool action_hears(const struct action_row *row, input key)
{
    bool hears = row->also == key;
    for (size_t k = 0; k < ACTION_KEYS_MOST; k++)
        hears |= row->keys[k] == key;
    return hears && key != INPUT_NONE;
}

bool action_wins(const struct action_row *row, const struct action_row *over)
{
    for (size_t k = 0; k < ACTION_OVER_MOST; k++)
        if (row->over[k] == over->action)
            return true;
    return false;
}

static enum action in_table(input key, enum context context, unsigned abilities)
{
    const struct action_row *found = NULL;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].contexts & (unsigned)context && !(rows[i].ability & ~abilities) &&
            action_hears(&rows[i], key) && (!found || action_wins(&rows[i], found)))
            found = &rows[i];
    return found ? found->action : ACTION_NONE;
}

enum action action_for(input key, enum context context, unsigned abilities)
{
    if (context & CONTEXT_TEXT && is_character(key))
        return ACTION_TYPE;
    // ? and the digits mean themselves before the letters of other layouts do.
    enum action action = in_table(key, context, abilities);
    const struct action_row *number = action_row(ACTION_NUMBER);
    if (action == ACTION_NONE && number && (number->contexts & (unsigned)context) &&
        input_digit(key) > 0)
        return ACTION_NUMBER;
    if (action == ACTION_NONE)
        action = in_table(input_lower(key), context, abilities);
    if (action == ACTION_NONE)
        action = in_table(input_latin(key), context, abilities);
    return action;
}
