// SPDX-License-Identifier: MIT
// The terminal as a whole: keys, pastes, signals and deadlines as events; see terminal.h.
#include "front/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/oom.h"
#include "base/text.h"
#include "front/keys.h"
#include "front/picture.h"
#include "front/tty.h"
#include "tongue/charset.h"

enum { ESCAPE_WAIT_MOST = 10000, DRAIN_MOST = 1 << 20 };

struct terminal {
    const struct i18n *i18n;
    struct tty *tty;
    bool taken; // and not left
    struct picture *picture;
    struct terminal_looks looks;
    struct keys keys;
    struct text pasted; // a paste in UTF-8, where the terminal has another charset
};

// ---- open and close ----------------------------------------------------------------------------

// ESCDELAY is what curses programs have for slow lines, in milliseconds.
static int escape_wait(void)
{
    const char *wish = getenv("ESCDELAY");
    char *end;
    long ms = wish ? strtol(wish, &end, 10) : 0;
    return wish && end != wish && !*end && ms > 0 && ms <= ESCAPE_WAIT_MOST ? (int)ms
                                                                            : KEYS_ESCAPE_WAIT;
}

static bool take_device(struct terminal *t)
{
    if (t->tty)
        return tty_again(t->tty) == 0;
    t->tty = tty_open(STDIN_FILENO, STDOUT_FILENO);
    return t->tty != NULL;
}

bool terminal_again(struct terminal *t)
{
    keys_init(&t->keys, escape_wait());
    t->taken = take_device(t);
    if (t->taken)
        t->picture = picture_open(t->tty, t->i18n, &t->looks);
    if (!t->picture)
        return false;
    picture_describe_keys(t->picture, &t->keys);
    tty_take(t->tty);
    picture_enter(t->picture);
    return true;
}

struct terminal *terminal_open(const struct i18n *i18n, const struct terminal_looks *looks)
{
    struct terminal *t = xcalloc(1, sizeof *t);
    t->i18n = i18n;
    t->looks = *looks;
    if (terminal_again(t))
        return t;
    terminal_close(t);
    return NULL;
}

int terminal_leave(struct terminal *t)
{
    int signal = 0;
    if (t->picture) {
        picture_leave(t->picture);
        picture_close(t->picture);
    }
    t->picture = NULL;
    if (t->taken)
        signal = tty_close(t->tty);
    t->taken = false;
    keys_release(&t->keys);
    text_release(&t->pasted);
    return signal;
}

int terminal_close(struct terminal *t)
{
    int signal = terminal_leave(t);
    free(t);
    return signal;
}

void terminal_size(const struct terminal *t, int *columns, int *rows)
{
    picture_size(t->picture, columns, rows);
}

bool terminal_ascii(const struct terminal *t)
{
    return picture_ascii(t->picture);
}

bool terminal_large(const struct terminal *t)
{
    return t->looks.large;
}

void terminal_show(struct terminal *t, const struct cells *cells)
{
    picture_show(t->picture, cells);
}

void terminal_mouse(struct terminal *t, bool on)
{
    picture_mouse(t->picture, on);
}

void terminal_redraw(struct terminal *t)
{
    picture_redraw(t->picture);
}

// ---- in ----------------------------------------------------------------------------------------

static bool unread(const struct keys *keys)
{
    return keys->at < keys->len;
}

bool terminal_pending(struct terminal *t)
{
    int count = 0;
    return unread(&t->keys) || (ioctl(STDIN_FILENO, FIONREAD, &count) == 0 && count > 0);
}

// False: there is nothing more to come.
static bool read_bytes(struct terminal *t)
{
    char bytes[KEYS_INPUT];
    ssize_t n = tty_read(t->tty, bytes, sizeof bytes);
    if (n > 0)
        keys_put(&t->keys, bytes, (size_t)n, tty_now());
    explicit_bzero(bytes, n > 0 ? (size_t)n : 0);
    return n >= 0;
}

void terminal_forget(struct terminal *t)
{
    keys_forget(&t->keys);
    text_release(&t->pasted);
    picture_forget(t->picture);
    // The kernel's queue is read, not flushed: half a bracketed paste would become keys.
    for (int most = DRAIN_MOST; most > 0 && tty_wait(t->tty, 0) == TTY_INPUT; most -= KEYS_INPUT) {
        if (!read_bytes(t))
            return;
        keys_forget(&t->keys);
    }
}

static enum terminal_event pasted(struct terminal *t, struct terminal_input *in)
{
    in->bytes = t->keys.paste;
    in->len = t->keys.paste_len;
    if (t->i18n->utf8)
        return TERMINAL_PASTE;
    text_release(&t->pasted);
    if (charset_decode(t->i18n->charset, &t->pasted, in->bytes, in->len) == 0) {
        in->bytes = text_str(&t->pasted);
        in->len = t->pasted.len;
    }
    return TERMINAL_PASTE; // what is no text is refused by whoever gets it
}

// ---- events ------------------------------------------------------------------------------------

// The shell had the terminal in the meantime.
static void come_back(struct terminal *t)
{
    tty_take(t->tty);
    picture_leave(t->picture);
    picture_enter(t->picture);
}

static void suspend(struct terminal *t)
{
    picture_leave(t->picture);
    tty_give(t->tty);
    tty_suspend(t->tty);
}

static enum terminal_event after_signal(struct terminal *t, struct terminal_input *in)
{
    in->signal = t->tty->leave;
    if (in->signal)
        return TERMINAL_SIGNAL;
    if (t->tty->stop)
        suspend(t);
    if (t->tty->awake)
        come_back(t);
    t->tty->awake = t->tty->resized = false;
    picture_fit(t->picture);
    return TERMINAL_RESIZE;
}

int64_t terminal_now(void)
{
    return tty_now();
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

enum terminal_event terminal_next(struct terminal *t, struct terminal_input *in, int64_t deadline)
{
    *in = (struct terminal_input){.key = INPUT_NONE};
    for (;;) {
        bool more = unread(&t->keys);
        int64_t until = more ? 0 : earlier(deadline, keys_deadline(&t->keys));
        enum tty_ready ready = tty_wait(t->tty, until);
        if (ready == TTY_SIGNAL)
            return after_signal(t, in);
        if (ready == TTY_GONE || (ready == TTY_INPUT && !more && !read_bytes(t)))
            return TERMINAL_GONE;
        int64_t now = tty_now();
        enum keys_event event = keys_next(&t->keys, now, &in->key);
        in->row = t->keys.row;
        in->column = t->keys.column;
        if (event == KEYS_CLICK)
            return TERMINAL_CLICK;
        if (event != KEYS_NOTHING)
            return event == KEYS_KEY ? TERMINAL_KEY : pasted(t, in);
        if (ready == TTY_TIME && !more && now >= deadline)
            return TERMINAL_IDLE;
    }
}
