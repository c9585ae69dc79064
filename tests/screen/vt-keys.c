/* SPDX-License-Identifier: MIT
 * vt-keys: key and event names to what the terminal would send.
 *
 * Named keys send what terminfo says for this TERM, as the real terminal does for a curses program;
 * where terminfo has nothing (dumb, unknown), what libvterm sends.
 */
#include "vt-priv.h"

#include <ctype.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include <curses.h>
#include <term.h>

struct key {
    const char *name, *terminfo;
    VTermKey key;
    const char *fixed; /* sent as it is if there is no other way */
};

static const struct key keys[] = {
    {"up", "kcuu1", VTERM_KEY_UP, NULL},      {"down", "kcud1", VTERM_KEY_DOWN, NULL},
    {"left", "kcub1", VTERM_KEY_LEFT, NULL},  {"right", "kcuf1", VTERM_KEY_RIGHT, NULL},
    {"home", "khome", VTERM_KEY_HOME, NULL},  {"end", "kend", VTERM_KEY_END, NULL},
    {"pgup", "kpp", VTERM_KEY_PAGEUP, NULL},  {"pgdn", "knp", VTERM_KEY_PAGEDOWN, NULL},
    {"ins", "kich1", VTERM_KEY_INS, NULL},    {"del", "kdch1", VTERM_KEY_DEL, NULL},
    {"bs", "kbs", VTERM_KEY_BACKSPACE, NULL}, {"backtab", "kcbt", VTERM_KEY_NONE, "\033[Z"},
    {"enter", NULL, VTERM_KEY_NONE, "\r"},    {"tab", NULL, VTERM_KEY_NONE, "\t"},
    {"esc", NULL, VTERM_KEY_NONE, "\033"},    {"space", NULL, VTERM_KEY_NONE, " "},
    {"lt", NULL, VTERM_KEY_NONE, "<"},        {"gt", NULL, VTERM_KEY_NONE, ">"},
};

static const struct {
    const char *name;
    int number;
} signals[] = {
    {"HUP", SIGHUP},     {"INT", SIGINT},   {"QUIT", SIGQUIT}, {"TERM", SIGTERM},
    {"WINCH", SIGWINCH}, {"PIPE", SIGPIPE}, {"TSTP", SIGTSTP}, {"CONT", SIGCONT},
    {"USR1", SIGUSR1},   {"USR2", SIGUSR2}, {"KILL", SIGKILL}, {"STOP", SIGSTOP},
    {"ALRM", SIGALRM},   {"PROF", SIGPROF}, {"IO", SIGIO},     {"VTALRM", SIGVTALRM},
    {"XCPU", SIGXCPU},   {"SEGV", SIGSEGV}, {"BUS", SIGBUS},   {"ABRT", SIGABRT},
};

static int send_text(struct vt *v, const char *text)
{
    return vt_send(v, text, strlen(text));
}

/* Sends what terminfo gives for the key. Returns false if it gives nothing. */
static bool send_terminfo(struct vt *v, const char *capability)
{
    int error;
    if (setupterm(v->term_name, v->slave, &error) != 0)
        return false;
    char *text = tigetstr(capability);
    bool have = text && text != (char *)-1;
    if (have)
        send_text(v, text);
    del_curterm(cur_term);
    return have;
}

static int send_key(struct vt *v, const struct key *k)
{
    if (k->terminfo && send_terminfo(v, k->terminfo))
        return 0;
    if (k->fixed)
        return send_text(v, k->fixed);
    vterm_keyboard_key(v->term, k->key, VTERM_MOD_NONE);
    return 0;
}

static int send_function(struct vt *v, int number)
{
    char capability[8];
    snprintf(capability, sizeof capability, "kf%d", number);
    if (number < 1 || number > 24)
        return -1;
    if (!send_terminfo(v, capability))
        vterm_keyboard_key(v->term, (VTermKey)VTERM_KEY_FUNCTION(number), VTERM_MOD_NONE);
    return 0;
}

int vt_signal_number(const char *name)
{
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (strcmp(name, signals[i].name) == 0)
            return signals[i].number;
    return -1;
}

static int send_signal(struct vt *v, const char *name)
{
    int number = vt_signal_number(name);
    if (number > 0)
        vt_signal(v, number);
    return number > 0 ? 0 : -1;
}

static int send_click(struct vt *v, int row, int col)
{
    vterm_mouse_move(v->term, row, col, VTERM_MOD_NONE);
    vterm_mouse_button(v->term, 1, true, VTERM_MOD_NONE);
    vterm_mouse_button(v->term, 1, false, VTERM_MOD_NONE);
    return 0;
}

static int with_argument(struct vt *v, const char *name)
{
    int a, b;
    char end;
    if (sscanf(name, "resize:%dx%d%c", &a, &b, &end) == 2 && a > 0 && b > 0 && a < 1000 &&
        b < 1000) {
        vt_resize(v, a, b);
        return 0;
    }
    if (sscanf(name, "click:%d,%d%c", &a, &b, &end) == 2)
        return send_click(v, a, b);
    if (strncmp(name, "signal:", 7) == 0)
        return send_signal(v, name + 7);
    if (strncmp(name, "ctrl-", 5) == 0 && name[5] && !name[6])
        return vt_send(v, (char[]){(char)(toupper((unsigned char)name[5]) & 0x1f)}, 1);
    if (strncmp(name, "alt-", 4) == 0 && name[4])
        return send_text(v, "\033") < 0 ? -1 : send_text(v, name + 4);
    return -1;
}

int vt_key(struct vt *v, const char *name)
{
    int number;
    char end;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(name, keys[i].name) == 0)
            return send_key(v, &keys[i]);
    if (sscanf(name, "f%d%c", &number, &end) == 1)
        return send_function(v, number);
    if (strcmp(name, "hangup") == 0) {
        vt_hangup(v);
        return 0;
    }
    return with_argument(v, name);
}
