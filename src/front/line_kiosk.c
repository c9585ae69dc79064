// SPDX-License-Identifier: MIT
// Line mode on a kiosk: between two visits it waits for Enter, and it asks whether anybody is there
// before it forgets. Nothing that a terminal can do to a program reaches it.
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include "front/line_talk.h"
#include "wizard/policy.h"

// Where the terminal has none of these controls, they are characters as any other.
static void shut(struct talk *t, int fd)
{
    static const int controls[] = {VEOF, VINTR, VQUIT, VSUSP, VSTART, VSTOP, VLNEXT, VREPRINT};
    struct termios modes;
    t->tty = tcgetattr(fd, &t->before) == 0;
    if (!t->tty)
        return;
    modes = t->before;
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        modes.c_cc[controls[i]] = _POSIX_VDISABLE;
    modes.c_lflag &= ~(tcflag_t)ISIG;
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF | BRKINT);
    tcsetattr(fd, TCSANOW, &modes);
}

static void alive(const void *context)
{
    wizard_alive(context);
}

void talk_guard(struct talk *t)
{
    const char *term = getenv("TERM");
    sigset_t set;
    if (!wizard_policy(t->w))
        return;
    t->in.context = t->w;
    t->in.beat = wizard_beat(t->w);
    t->in.alive = t->in.beat ? alive : NULL;
    t->erases = isatty(t->out_fd) && term && *term && strcmp(term, "dumb") != 0;
    shut(t, t->in.fd);
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    t->in.signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

void talk_unguard(struct talk *t)
{
    talk_erase(t);
    if (t->tty)
        tcsetattr(t->in.fd, TCSANOW, &t->before);
    if (t->in.signals >= 0)
        close(t->in.signals);
}

void talk_erase(struct talk *t)
{
    if (t->erases)
        talk_put_raw(t, "\033[3J\033[H\033[2J\033[3J");
}

void talk_rest(struct talk *t)
{
    if (!wizard_rests(t->w)) {
        talk_put(t, _("Press Enter for more time: "));
        return;
    }
    if (t->repeat)
        talk_page(t, wizard_page(t->w));
    talk_put(t, _("Press Enter to begin: "));
}

void talk_wake(struct talk *t)
{
    talk_do(t, ACTION_REDRAW, NULL); // the first line only wakes
    t->repeat = true;
}

static void show_typing(struct talk *t, bool on)
{
    struct termios modes;
    if (!t->tty || tcgetattr(t->in.fd, &modes) != 0)
        return;
    modes.c_lflag = on ? modes.c_lflag | ECHO : modes.c_lflag & ~(tcflag_t)ECHO;
    tcsetattr(t->in.fd, TCSANOW, &modes);
}

void talk_pin(struct talk *t)
{
    if (t->repeat)
        talk_page(t, wizard_page(t->w));
    show_typing(t, false);
    talk_put(t, _("PIN, or Enter alone to go back: "));
}

void talk_take_pin(struct talk *t)
{
    show_typing(t, true);
    if (t->tty)
        talk_put(t, "\n"); // that of the person was not shown
    if (t->in.line[0])
        talk_do(t, ACTION_TYPE, t->in.line);
    t->leaving |= talk_do(t, t->in.line[0] ? ACTION_ACCEPT : ACTION_CLOSE, NULL) == WIZARD_LEAVE;
    t->repeat |= !(wizard_context(t->w) & CONTEXT_PIN);
    line_input_forget(&t->in);
}

void talk_idle(struct talk *t)
{
    bool rests = wizard_rests(t->w);
    enum wizard_event event = wizard_idle(t->w);
    show_typing(t, true);
    if (rests)
        return;
    talk_put(t, "\n");
    if (event == WIZARD_RESET) {
        line_input_forget(&t->in);
        talk_erase(t);
        talk_say(t, _("All answers are erased."));
        t->repeat = true;
        return;
    }
    talk_page(t, wizard_page(t->w));
}
