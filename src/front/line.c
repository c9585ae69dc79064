// SPDX-License-Identifier: MIT
// Line mode; see line.h. Each line is a verb of the wizard: a command (line_command.c), or else an
// answer.
#include "front/line.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "base/io.h"
#include "base/oom.h"
#include "base/text.h"
#include "base/utf8.h"
#include "front/line_talk.h"
#include "front/out.h"
#include "paper/plain.h"

enum { WIDTH = 78 };

// ---- saying ------------------------------------------------------------------------------------

void talk_put(struct talk *t, const char *utf8)
{
    if (!t->fault && out_words(t->i18n, t->out_fd, utf8))
        t->fault = errno ? errno : EIO;
}

void talk_put_raw(struct talk *t, const char *bytes)
{
    if (!t->fault && write_all(t->out_fd, bytes, strlen(bytes)))
        t->fault = errno ? errno : EIO;
}

void talk_say(struct talk *t, const char *words)
{
    struct text out = TEXT_INIT;
    plain_wrapped(&out, "", words, 0, t->width);
    talk_put(t, text_str(&out));
    text_release(&out);
}

void talk_page(struct talk *t, const struct page *page)
{
    struct text out = TEXT_INIT;
    plain_page(&out, page, t->width, PLAIN_SPOKEN);
    talk_put(t, text_str(&out));
    text_release(&out);
}

enum wizard_event talk_do(struct talk *t, enum action action, const char *argument)
{
    unsigned arrivals = wizard_arrivals(t->w);
    bool coded = (wizard_context(t->w) & CONTEXT_CODE) != 0;
    enum wizard_event event = wizard_do(t->w, action, argument);
    if (event == WIZARD_RESET)
        line_input_forget(&t->in), talk_erase(t);
    if (*wizard_message(t->w))
        talk_say(t, wizard_message(t->w));
    t->repeat |=
        wizard_arrivals(t->w) != arrivals || (!coded && (wizard_context(t->w) & CONTEXT_CODE) != 0);
    return event;
}

// ---- the talk ----------------------------------------------------------------------------------

static bool at_result(const struct talk *t)
{
    return (wizard_context(t->w) & CONTEXT_RESULT) != 0;
}

static void take_answer(struct talk *t, const char *line)
{
    if (*line)
        talk_do(t, ACTION_ANSWER, line);
    else if (talk_do(t, ACTION_FORWARD, NULL) == WIZARD_SAME &&
             talk_do(t, ACTION_ANSWER, "") == WIZARD_SAME) // words may be left out
        talk_say(t, _("Please type an answer, or ? for help."));
}

static void take_part(struct talk *t, const char *line)
{
    if (talk_do(t, *line ? ACTION_NUMBER : ACTION_NEXT_TAB, *line ? line : NULL) != WIZARD_SAME)
        talk_part(t);
    else
        talk_say(t, _("Please type the number of a part, or ? for help."));
}

// Anything but a clear yes is a no.
static void take_confirm(struct talk *t, const char *line)
{
    uint32_t c = 0;
    size_t len = strlen(line);
    bool letter = len && utf8_decode(line, len, &c) == len;
    bool yes = !strcmp(line, "2") || utf8_fold_same(line, "yes") ||
               utf8_fold_same(line, _("Yes")) ||
               (letter && action_for(c, CONTEXT_CONFIRM, ABILITY_ALL) == ACTION_YES);
    enum wizard_event event = talk_do(t, yes ? ACTION_YES : ACTION_NO, NULL);
    t->leaving |= event == WIZARD_LEAVE;
    if (event == WIZARD_RESET)
        talk_say(t, _("All answers are forgotten. We start again."));
    t->repeat |= !at_result(t);
}

static void take_line(struct talk *t)
{
    t->in.wait = wizard_wait(t->w);
    enum line_state state = line_input_next(&t->in);
    if (!t->echoed)
        talk_put(t, "\n"); // nobody pressed Enter on this screen
    switch (state) {
    case LINE_READ:
        if (!wizard_context(t->w)) {
            talk_wake(t);
            break;
        }
        if (wizard_context(t->w) & CONTEXT_CONFIRM) {
            take_confirm(t, t->in.line);
            break;
        }
        if (wizard_context(t->w) & CONTEXT_PIN) {
            talk_take_pin(t);
            break;
        }
        if (talk_command(t, t->in.line))
            break;
        if (at_result(t))
            take_part(t, t->in.line);
        else
            take_answer(t, t->in.line);
        break;
    case LINE_TOO_LONG:
        talk_say(t, _("That is too long. Please shorten it."));
        break;
    case LINE_BAD:
        talk_say(t, _("There are characters in it that cannot be read. Please type it again."));
        break;
    case LINE_FAILED:
        t->unread = errno ? errno : EIO;
        t->leaving = true;
        break;
    case LINE_IDLE:
        talk_idle(t);
        break;
    case LINE_SIGNAL:
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
    arena_wipe(&t->scratch);
    bool asked = true;
    if (wizard_context(t->w) & CONTEXT_CHANGED) {
        talk_put(t, "\n");
        talk_page(t, wizard_page(t->w));
        talk_say(t, _("Type “undo” to take the change back."));
        wizard_do(t->w, ACTION_CLOSE, NULL);
    }
    if (wizard_context(t->w) & CONTEXT_EARLY) {
        talk_early(t);
        talk_do(t, ACTION_CLOSE, NULL);
        t->repeat = true;
    }
    if (!wizard_context(t->w))
        talk_rest(t);
    else if (wizard_context(t->w) & CONTEXT_CONFIRM)
        talk_confirm(t);
    else if (wizard_context(t->w) & CONTEXT_PIN)
        talk_pin(t);
    else if (at_result(t))
        talk_offer(t);
    else if (wizard_context(t->w) & CONTEXT_WELCOME)
        asked = talk_welcome(t);
    else
        talk_ask(t);
    if (!asked) {
        talk_do(t, ACTION_ACCEPT, NULL);
        return;
    }
    t->repeat = false;
    if (!t->fault)
        take_line(t);
}

// What the wizard has to say before the first question: of a case that was opened.
static void begin(struct talk *t)
{
    if (!wizard_may(t->w, ACTION_CASE))
        return;
    if (*wizard_message(t->w))
        talk_say(t, wizard_message(t->w));
    if (wizard_depth(t->w) <= 0)
        return;
    talk_page(t, wizard_page(t->w));
    while (wizard_depth(t->w) > 0)
        wizard_do(t->w, ACTION_CLOSE, NULL);
}

// A terminal that hangs up cannot be read or written either.
static enum line_end ended(const struct talk *t)
{
    if (t->in.signal == SIGHUP)
        return LINE_HUNG_UP;
    if (t->fault || t->unread)
        return t->fault ? LINE_CANNOT_WRITE : LINE_CANNOT_READ;
    if (t->leaving || wizard_broken(t->w))
        return LINE_LEFT;
    return wizard_speaks(t->w) ? LINE_OVER : LINE_RENEW;
}

enum line_end line_run(struct wizard *w, int in_fd, int out_fd)
{
    struct talk *t = xcalloc(1, sizeof *t);
    t->w = w;
    t->i18n = wizard_i18n(w);
    t->out_fd = out_fd;
    t->width = width_of(out_fd);
    t->repeat = true;
    t->echoed = isatty(in_fd);
    if (t->echoed) // whoever listens asks for the numbers; a file gets all there is
        wizard_sources(w, false);
    line_input_init(&t->in, in_fd, t->i18n->utf8 ? NULL : t->i18n->charset);
    talk_guard(t);
    begin(t);
    while (!t->leaving && !t->fault && !wizard_broken(w) &&
           !(wizard_speaks(w) ? wizard_rests(w) : wizard_due(w)))
        turn(t);
    enum line_end end = ended(t);
    int fault = t->fault ? t->fault : t->unread;
    talk_unguard(t);
    line_input_wipe(&t->in);
    arena_wipe(&t->scratch);
    arena_release(&t->scratch);
    free(t);
    errno = fault;
    return end;
}
