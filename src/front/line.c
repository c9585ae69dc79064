// SPDX-License-Identifier: MIT
// Line mode; see line.h. A word of the table of actions (wizard/action.h) is a command; so are its
// label, `?`, `<` and `#3`. Where free text is asked for, commands that are words begin with a
// colon (`:quit`).
#include "front/line.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "base/utf8.h"
#include "front/line_talk.h"
#include "front/out.h"
#include "paper/plain.h"

enum { WIDTH = 78, EXIT_OUTPUT = 74 };

// ---- saying ------------------------------------------------------------------------------------

static void put(struct talk *t, const char *utf8)
{
    if (!t->failed && out_words(t->w->i18n, t->out_fd, utf8))
        t->failed = true;
}

void talk_say(struct talk *t, const char *words)
{
    struct text out = TEXT_INIT;
    plain_wrapped(&out, "", words, 0, t->width);
    put(t, text_str(&out));
    text_release(&out);
}

void talk_page(struct talk *t, const struct page *page)
{
    struct text out = TEXT_INIT;
    plain_page(&out, page, t->width, PLAIN_SPOKEN);
    put(t, text_str(&out));
    text_release(&out);
}

struct ground talk_ground(struct talk *t)
{
    struct wizard *w = t->w;
    if (!w->assessed)
        assess(w->engine, &w->session.current, ASSESS_FULL, w->assessment);
    w->assessed = true;
    return (struct ground){&w->side_frame,      w->i18n,       w->pack, w->engine, w->as_of,
                           &w->session.current, w->assessment, 0,       0};
}

bool talk_is(const char *line, const char *word)
{
    struct text a = TEXT_INIT, b = TEXT_INIT;
    utf8_fold(&a, line);
    utf8_fold(&b, word);
    bool same = a.len == b.len && a.len && !memcmp(a.bytes, b.bytes, a.len);
    text_release(&a);
    text_release(&b);
    return same;
}

// ---- asking ------------------------------------------------------------------------------------

static void ask_how(struct talk *t, const struct ground *g, const struct question *q)
{
    switch (question_form(q)) {
    case FORM_CHOICES:
        put(t, _("Number: "));
        break;
    case FORM_MANY:
        put(t, _("Numbers, with spaces between: "));
        break;
    case FORM_SEARCH:
        put(t, _("Country, or its first letters: "));
        break;
    default:
        if (question_has_none(q))
            talk_say(t, arena_printf(g->arena, _("Type - for: %s"), say(g->i18n, &q->none_label)));
        if (q->unknown_allowed)
            talk_say(t, _("Type “unknown” if you don't know."));
        put(t, _("Your answer: "));
    }
}

// The question's page without the list of countries, which is searched and not read out, and
// without words about keys (muted on a question's page).
static const struct page *spoken_page(const struct talk *t, const struct ground *g,
                                      int32_t question)
{
    struct wizard *w = t->w;
    const struct page *whole = page_question(g, &w->session, &w->asking);
    enum question_form form = question_form(&w->pack->questions[question]);
    bool rows = form == FORM_CHOICES || form == FORM_MANY;
    struct page *page = ARENA_NEW(g->arena, struct page);
    struct block *blocks = ARENA_ARRAY(g->arena, struct block, (size_t)whole->n_blocks);
    *page = *whole;
    page->blocks = blocks;
    page->n_blocks = 0;
    for (int i = 0; i < whole->n_blocks; i++)
        if (whole->blocks[i].style != STYLE_MUTED &&
            (rows || whole->blocks[i].kind != BLOCK_CHOICE))
            blocks[page->n_blocks++] = whole->blocks[i];
    return page;
}

static const struct answer *kept_answer(const struct talk *t, int32_t question)
{
    return session_kept(&t->w->session, question);
}

static void ask(struct talk *t, int32_t question)
{
    struct wizard *w = t->w;
    const struct question *q = &w->pack->questions[question];
    struct ground g = talk_ground(t);
    const struct answer *kept = kept_answer(t, question);
    if (t->repeat) {
        const struct page *page = spoken_page(t, &g, question);
        put(t, "\n");
        talk_say(t, arena_printf(g.arena, "%s.", page->progress));
        talk_page(t, page);
        if (kept->state != ANSWER_ABSENT)
            talk_say(t, arena_printf(g.arena, _("Your answer so far: %s. Press Enter to keep it."),
                                     answer_words(&g, question, kept)));
    }
    t->repeat = false;
    ask_how(t, &g, q);
}

// ---- commands ----------------------------------------------------------------------------------

static void tell_commands(struct talk *t)
{
    size_t count;
    const struct action_row *row = action_rows(&count);
    struct ground g = talk_ground(t);
    talk_say(t, _("Besides an answer you can type:"));
    for (size_t i = 0; i < count; i++) {
        char both[48];
        if (!row[i].line || (row[i].ability & ~t->w->abilities))
            continue;
        snprintf(both, sizeof both, "line mode\004%s", row[i].line);
        bool sign = !strcmp(row[i].line, "<"); // which not every keyboard has
        talk_say(t,
                 arena_printf(g.arena, "%s%s%s: %s", i18n_context(TANU_DOMAIN, both, row[i].line),
                              sign ? ", " : "", sign ? _(row[i].label) : "", _(row[i].help)));
    }
    talk_say(t, _("#3: goes to question 3 of your answers."));
    talk_say(t,
             _("Where you are asked for a name, write a colon before these words, as in “:quit”."));
}

static void tell_help(struct talk *t, int32_t question)
{
    struct ground g = talk_ground(t);
    if (question != NONE) {
        const struct question *q = &t->w->pack->questions[question];
        talk_say(t, *say(g.i18n, &q->help)
                        ? say_filled(g.i18n, g.arena, &q->help, &(struct fills){0})
                        : _("Nothing more is said about this question."));
    }
    tell_commands(t);
}

static void tell_answers(struct talk *t)
{
    struct ground g = talk_ground(t);
    talk_page(t, page_review(&g, &t->w->session, 0));
    talk_say(t, _("To change one, type # and its number, for example #3."));
}

static void tell_part(struct talk *t, int part)
{
    struct ground g = talk_ground(t);
    const struct page *page = page_result(&g, (enum tab)part);
    put(t, "\n");
    if (part)
        talk_say(t, arena_printf(g.arena, "%s.", tab_name((enum tab)part)));
    talk_page(t, page);
}

static void tell_languages(struct talk *t)
{
    struct ground g = talk_ground(t);
    for (int k = 0; k < t->w->i18n->n_languages; k++) {
        const struct i18n_language *l = &t->w->i18n->languages[k];
        if (l->shown)
            talk_say(t, arena_printf(g.arena, "%s: %s", l->code, l->name));
    }
    talk_say(t, _("Type “language” and the two letters, for example: language kk"));
}

static void change_language(struct talk *t, const char *code)
{
    code += strspn(code, " ");
    if (!*code)
        tell_languages(t);
    else if (i18n_switch(t->w->i18n, code))
        talk_say(t, _("This language cannot be shown here."));
    t->repeat = true;
}

// "#3", "#level", "# Level": the question with that place on the path, that id, or those words.
static void jump(struct talk *t, const char *to)
{
    struct session *s = &t->w->session;
    struct ground g = talk_ground(t);
    int number = atoi(to);
    int32_t question = number > 0 && number <= s->n_path ? s->path[number - 1]
                       : number == s->n_path + 1         ? s->next
                                                         : NONE;
    for (int32_t q = 0; q < g.pack->n_questions && question == NONE && number == 0; q++)
        if (talk_is(to, g.pack->questions[q].id) ||
            talk_is(to, say(g.i18n, &g.pack->questions[q].label)))
            question = q;
    if (question == NONE || !session_jump(s, question))
        talk_say(t, _("There is no such question among your answers."));
    t->repeat = true;
}

static void go_back(struct talk *t)
{
    if (!session_back(&t->w->session))
        talk_say(t, _("This is the first question."));
    t->repeat = true;
}

static void start_again(struct talk *t)
{
    session_reset(&t->w->session);
    t->w->assessed = false;
    t->repeat = true;
    t->part = 0;
    talk_say(t, _("All answers are forgotten. We start again."));
}

static void obey(struct talk *t, enum action action, const char *rest)
{
    int32_t question = session_question(&t->w->session);
    struct ground g = talk_ground(t);
    switch (action) {
    case ACTION_BACK:
        go_back(t);
        break;
    case ACTION_HELP:
        tell_help(t, question);
        break;
    case ACTION_WHY:
        if (question == NONE)
            tell_part(t, TAB_WHY);
        else
            talk_page(t, page_question_why(&g, question));
        break;
    case ACTION_REVIEW:
        tell_answers(t);
        break;
    case ACTION_RESULT:
        tell_part(t, TAB_OUTCOME);
        break;
    case ACTION_COMPARE:
        talk_compare(t, rest);
        break;
    case ACTION_LANGUAGE:
        change_language(t, rest);
        break;
    case ACTION_AGAIN:
        start_again(t);
        break;
    default:
        t->leaving = true;
    }
}

// The first word of the line as a command; what follows it is a language or countries.
static enum action command_of(const char *line, const char **rest)
{
    size_t count, len = strcspn(line, " ");
    const struct action_row *row = action_rows(&count);
    char word[64], both[48];
    *rest = line + len;
    if (len >= sizeof word)
        return ACTION_NONE;
    memcpy(word, line, len);
    word[len] = 0;
    for (size_t i = 0; i < count; i++) {
        if (!row[i].line || row[i].action == ACTION_UNKNOWN)
            continue;
        if (**rest && row[i].action != ACTION_LANGUAGE && row[i].action != ACTION_COMPARE)
            continue;
        snprintf(both, sizeof both, "line mode\004%s", row[i].line);
        if (!strcmp(word, row[i].line) || talk_is(word, row[i].line) ||
            talk_is(word, i18n_context(TANU_DOMAIN, both, row[i].line)) ||
            talk_is(word, _(row[i].label)))
            return row[i].action;
    }
    return ACTION_NONE;
}

// true if the line was a command.
static bool try_command(struct talk *t, const char *line)
{
    int32_t question = session_question(&t->w->session);
    bool words = question != NONE && t->w->pack->questions[question].type == Q_TEXT;
    const char *rest;
    // Cyrillic keyboards have № in the place of #.
    size_t sign = line[0] == '#' ? 1 : !strncmp(line, "№", strlen("№")) ? strlen("№") : 0;
    if (sign) {
        jump(t, line + sign + strspn(line + sign, " "));
        return true;
    }
    if (words && line[0] != ':' && strcmp(line, "?") && strcmp(line, "<"))
        return false;
    enum action action = command_of(line + (line[0] == ':'), &rest);
    if (action != ACTION_NONE)
        obey(t, action, rest);
    else if (line[0] == ':')
        tell_commands(t);
    return action != ACTION_NONE || line[0] == ':';
}

// ---- the talk ----------------------------------------------------------------------------------

static void at_question(struct talk *t, int32_t question, const char *line)
{
    if (try_command(t, line))
        return;
    if (*line)
        talk_answer(t, question, line);
    else if (session_forward(&t->w->session))
        t->repeat = true;
    else if (t->w->pack->questions[question].type == Q_TEXT)
        talk_answer(t, question, "unknown"); // words may be left out
    else
        talk_say(t, _("Please type an answer, or ? for help."));
}

static void at_result(struct talk *t, const char *line)
{
    int part = *line ? atoi(line) - 1 : t->part;
    if (try_command(t, line))
        return;
    if (part >= 0 && part < TABS) {
        tell_part(t, part);
        t->part = (part + 1) % TABS;
    } else {
        talk_say(t, _("Please type the number of a part, or ? for help."));
    }
}

static void offer_parts(struct talk *t)
{
    struct text list = TEXT_INIT;
    for (int part = 0; part < TABS; part++)
        text_printf(&list, "%s%d %s", part ? ", " : "", part + 1, tab_name((enum tab)part));
    put(t, "\n");
    talk_say(t, text_str(&list));
    put(t, _("Number of a part, Enter for the next one, < back, quit: "));
    text_release(&list);
}

// The end of the questions: the outcome; all of it where nobody is there to ask for more.
static void show_result(struct talk *t)
{
    int last = t->echoed ? 1 : TABS;
    put(t, "\n");
    talk_say(t, _("That was the last question. The result:"));
    for (int part = 0; part < last; part++)
        tell_part(t, part);
    t->part = last % TABS;
    t->repeat = false;
}

static void take_line(struct talk *t)
{
    int32_t question = session_question(&t->w->session);
    enum line_state state = line_input_next(&t->in);
    if (!t->echoed)
        put(t, "\n"); // nobody pressed Enter on this screen
    switch (state) {
    case LINE_READ:
        if (question == NONE)
            at_result(t, t->in.line);
        else
            at_question(t, question, t->in.line);
        break;
    case LINE_TOO_LONG:
        talk_say(t, _("That is too long. Please shorten it."));
        break;
    case LINE_BAD:
        talk_say(t, _("There are characters in it that cannot be read. Please type it again."));
        break;
    case LINE_END:
        t->leaving = true;
    }
}

static int width_of(int fd)
{
    struct winsize size;
    if (!isatty(fd) || ioctl(fd, TIOCGWINSZ, &size) || size.ws_col < 20)
        return WIDTH;
    return size.ws_col > 100 ? 100 : size.ws_col - 1;
}

static void turn(struct talk *t)
{
    int32_t question = session_question(&t->w->session);
    arena_wipe(&t->w->side_frame);
    wizard_sync(t->w);
    if (t->repeat)
        t->n_found = 0;
    if (question != NONE)
        ask(t, question);
    else if (t->repeat)
        show_result(t);
    if (question == NONE)
        offer_parts(t);
    if (!t->failed)
        take_line(t);
}

int line_run(struct wizard *w, int in_fd, int out_fd)
{
    struct talk *t = calloc(1, sizeof *t);
    if (!t)
        return EXIT_OUTPUT;
    t->w = w;
    t->out_fd = out_fd;
    t->width = width_of(out_fd);
    t->repeat = true;
    t->echoed = isatty(in_fd);
    line_input_init(&t->in, in_fd, w->i18n->utf8 ? NULL : w->i18n->charset);
    talk_say(t, say(w->i18n, &w->pack->title));
    talk_say(t,
             _("Type ? for help, < to go back, quit to leave. Nothing that you answer is stored."));
    while (!t->leaving && !t->failed)
        turn(t);
    int status = t->failed ? EXIT_OUTPUT : 0;
    line_input_wipe(&t->in);
    free(t);
    return status;
}
