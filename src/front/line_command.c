// SPDX-License-Identifier: MIT
// Line mode: commands. A word of the table of actions (wizard/action.h) is one; so are its label,
// `?`, `<` and `#3`. Where free text is asked for, commands that are words begin with a colon
// (`:quit`).
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "pack/kind.h"
#include "base/utf8.h"
#include "front/line_talk.h"

static const char *line_word(const struct action_row *row)
{
    return i18n_marked("line mode", row->line);
}

static void tell_commands(struct talk *t)
{
    size_t count;
    const struct action_row *row = action_rows(&count);
    talk_say(t, _("Besides an answer you can type:"));
    for (size_t i = 0; i < count; i++) {
        if (!row[i].line || !wizard_may(t->w, row[i].action))
            continue;
        bool sign = !strcmp(row[i].line, "<"); // which not every keyboard has
        talk_say(t, arena_printf(
                        &t->scratch, "%s%s%s: %s", line_word(&row[i]), sign ? ", " : "",
                        sign ? _(row[i].label) : "",
                        _(action_help(&row[i], wizard_may(t->w, ACTION_CASE) ? ABILITY_CASE : 0))));
    }
    talk_say(t, _("sources: says the numbers of the sources, or leaves them out."));
    talk_say(t, _("source 3: tells what source 3 is, and where."));
    talk_say(t, _("#3: goes to question 3 of your answers."));
    talk_say(t, _("Asked for a name, write a colon before these words: “:again”."));
}

// Opens a screen, reads it out and closes it again: the talk goes on where it was.
static bool tell_screen(struct talk *t, enum action action, const char *argument)
{
    int depth = wizard_depth(t->w);
    talk_do(t, action, argument);
    if (wizard_depth(t->w) <= depth)
        return false;
    talk_page(t, wizard_page(t->w));
    while (wizard_depth(t->w) > depth) // what was opened on the way too
        wizard_do(t->w, ACTION_CLOSE, NULL);
    return true;
}

static void tell_languages(struct talk *t)
{
    for (int k = 0; k < t->i18n->n_languages; k++) {
        const struct i18n_language *l = &t->i18n->languages[k];
        if (l->shown)
            talk_say(t, arena_printf(&t->scratch, "%s: %s", l->code, l->name));
    }
    talk_say(t, _("Type “language” and the two letters, for example: language kk"));
}

// A code brings a whole case: never over the answers of another one. On the result it is another
// diploma.
static void take_code(struct talk *t, const char *code)
{
    if (wizard_may(t->w, ACTION_ANOTHER) && wizard_context(t->w) & CONTEXT_RESULT && *code)
        talk_do(t, ACTION_ANOTHER, code), t->repeat = true;
    else if (wizard_session(t->w)->n_path)
        talk_say(t, _("A code brings a whole case back. Please type “again” first."));
    else if (!*code)
        talk_say(t, _("Type “code” and your code, for example: code 7KQ2M …"));
    else
        talk_do(t, ACTION_CODE, code);
}

// A paper by its number on the part that lists them; the part is read out first where no number is
// given, or another part is open.
static void tick(struct talk *t, const char *number)
{
    char papers[4];
    if (!(wizard_context(t->w) & CONTEXT_RESULT)) {
        talk_say(t, _("Papers are ticked on the result, behind the last question."));
    } else if (!(wizard_context(t->w) & CONTEXT_PAPERS) || !*number) {
        snprintf(papers, sizeof papers, "%d", TAB_PAPERS + 1);
        talk_do(t, ACTION_NUMBER, papers);
        talk_part(t);
        talk_say(t, _("Type “tick” and the number of a paper that you have, for example: tick 3"));
    } else if (talk_do(t, ACTION_TOGGLE, number) == WIZARD_SAME) {
        talk_say(t, _("There is no paper with that number."));
    }
}

static void tell_diplomas(struct talk *t, const char *number)
{
    if (*number) {
        talk_do(t, ACTION_DIPLOMAS, number);
        t->repeat = true;
        return;
    }
    tell_screen(t, ACTION_DIPLOMAS, NULL);
    talk_say(t, _("Type “diploma” and a number to open one, “another” to add one, “remove” and a "
                  "number to remove one."));
}

static void take(struct talk *t, enum action action, const char *what)
{
    if (*what || tell_screen(t, action, NULL))
        talk_do(t, action, what); // without a word: how a file is asked for
}

static void explain(struct talk *t, const char *number)
{
    tell_screen(t, ACTION_EXPLAIN, *number ? number : NULL);
    if (!*number)
        talk_say(t, _("Type “explain” and a number, for example: explain 3"));
}

static void obey(struct talk *t, enum action action, const char *rest)
{
    bool result = (wizard_context(t->w) & CONTEXT_RESULT) != 0;
    rest += strspn(rest, " ");
    switch (action) {
    case ACTION_HELP:
        if (!result)
            tell_screen(t, action, NULL);
        tell_commands(t);
        break;
    case ACTION_WHY:
        if (!tell_screen(t, action, NULL))
            talk_part(t);
        break;
    case ACTION_RESULT: // stays open above a question, so that all its parts can be read
        talk_do(t, action, NULL);
        talk_part(t);
        break;
    case ACTION_REVIEW:
        tell_screen(t, action, NULL);
        talk_say(t, _("To change one, type # and its number, for example #3."));
        break;
    case ACTION_COMPARE:
        if (!*rest)
            talk_say(t, _("Type “compare” and the countries, for example: compare CN, JP"));
        else
            tell_screen(t, action, rest);
        break;
    case ACTION_EXPLAIN:
        explain(t, rest);
        break;
    case ACTION_DETAILS:
        talk_do(t, action, NULL);
        talk_part(t);
        break;
    case ACTION_TOGGLE:
        tick(t, rest);
        break;
    case ACTION_LANGUAGE:
        if (!*rest)
            tell_languages(t);
        else
            talk_do(t, action, rest);
        t->repeat = true;
        break;
    case ACTION_CASE:
        tell_screen(t, action, NULL);
        break;
    case ACTION_DIPLOMAS:
        tell_diplomas(t, rest);
        break;
    case ACTION_SAVE:
    case ACTION_NOTE:
        talk_do(t, action, *rest ? rest : NULL);
        break;
    case ACTION_CODE:
        take_code(t, rest);
        break;
    case ACTION_TAKE:
    case ACTION_LETTER:
        take(t, action, rest);
        break;
    case ACTION_AGAIN:
    case ACTION_QUIT:
        if (action == ACTION_QUIT && !wizard_session(t->w)->n_path)
            t->leaving = true; // nothing to lose
        else
            talk_do(t, action, NULL); // asks
        break;
    case ACTION_BACK:
        if (result && wizard_page(t->w)->tab > 0) {
            talk_do(t, ACTION_PREVIOUS_TAB, NULL);
            talk_part(t);
            break;
        }
        talk_do(t, action, NULL);
        t->repeat = true;
        break;
    default:
        talk_do(t, action, *rest ? rest : NULL);
        t->repeat = true;
    }
}

static bool is_called(const struct action_row *row, const char *word)
{
    return !strcmp(word, row->line) || utf8_fold_same(word, row->line) ||
           utf8_fold_same(word, line_word(row)) || utf8_fold_same(word, row->label) ||
           utf8_fold_same(word, _(row->label));
}

static bool may_follow(const struct action_row *row, const char *rest)
{
    rest += strspn(rest, " ");
    return !*rest || (row->takes_more && (!row->numbered || rest[strspn(rest, "0123456789")] == 0));
}

// The first word of the line as a command; what follows it is a language, countries, a number.
static enum action command_of(const struct talk *t, const char *line, const char **rest)
{
    size_t count, len = strcspn(line, " ");
    const struct action_row *row = action_rows(&count);
    char word[64];
    *rest = line + len;
    if (len >= sizeof word)
        return ACTION_NONE;
    memcpy(word, line, len);
    word[len] = 0;
    for (size_t i = 0; i < count; i++) {
        if (row[i].line && wizard_may(t->w, row[i].action) && row[i].action != ACTION_UNKNOWN &&
            may_follow(&row[i], *rest) && is_called(&row[i], word))
            return row[i].action;
    }
    return ACTION_NONE;
}

static bool asks_for_words(const struct talk *t)
{
    const struct question *q = wizard_question(t->w);
    return q && kind_classes(q) == CLASSES_NONE;
}

// Words that are no verb of the wizard, and are answered in a sentence.
static bool is_word(const char *line, const char *english, const char *own)
{
    return utf8_fold_same(line, english) || utf8_fold_same(line, own);
}

// "source 3".
static bool tell_source(struct talk *t, const char *line)
{
    char word[64];
    size_t len = strcspn(line, " ");
    const char *number = line + len + strspn(line + len, " [");
    if (len >= sizeof word)
        return false;
    memcpy(word, line, len);
    word[len] = 0;
    if (!is_word(word, "source", C_("line mode", "source")))
        return false;
    const struct page *page =
        wizard_session(t->w)->n_path ? wizard_source(t->w, atoi(number)) : NULL;
    if (page)
        talk_page(t, page);
    else
        talk_say(t, *number ? _("There is no source with that number.")
                            : _("Type “source” and a number, for example: source 3"));
    return true;
}

static bool talk_word(struct talk *t, const char *line)
{
    if (tell_source(t, line))
        return true;
    if (is_word(line, "sources", C_("line mode", "sources"))) {
        bool on = !wizard_tells_sources(t->w);
        wizard_sources(t->w, on);
        talk_say(t, on ? _("Sources are said: numbers, which the last part explains.")
                       : _("Sources are left out."));
        return true;
    }
    if (!is_word(line, "print", C_("line mode", "print")) &&
        !is_word(line, "save", C_("line mode", "save")))
        return false;
    if (!(wizard_context(t->w) & CONTEXT_RESULT))
        talk_say(t, _("There is nothing to print or save yet. Answer on, or type “result”."));
    else
        talk_say(t, wizard_may(t->w, ACTION_TAKE)
                        ? _("Type “take”: it says how the result can be taken away.")
                        : _("Nothing can be printed or saved here."));
    return true;
}

bool talk_command(struct talk *t, const char *line)
{
    const char *rest;
    // Cyrillic keyboards have № in the place of #.
    size_t sign = line[0] == '#' ? 1 : !strncmp(line, "№", strlen("№")) ? strlen("№") : 0;
    if (sign) {
        talk_do(t, ACTION_JUMP, line + sign + strspn(line + sign, " "));
        t->repeat = true;
        return true;
    }
    if (asks_for_words(t) && line[0] != ':' && strcmp(line, "?") != 0 && strcmp(line, "<") != 0)
        return false;
    enum action action = command_of(t, line + (line[0] == ':'), &rest);
    if (action == ACTION_NONE && talk_word(t, line + (line[0] == ':')))
        return true;
    if (action != ACTION_NONE)
        obey(t, action, rest);
    else if (line[0] == ':')
        tell_commands(t);
    return action != ACTION_NONE || line[0] == ':';
}
