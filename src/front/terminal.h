// SPDX-License-Identifier: MIT
// The terminal: cells out, keys in. curses.c is the only file that knows curses.
//
// One terminal at a time (curses has one screen). It is put back as it was by terminal_close(), and
// also when the program ends through exit(). Signals that ask to leave, and new sizes, come as
// events, never inside a handler. Answers are private: on closing the screen is blanked, and where
// the terminal has no second screen its scroll-back is emptied too.
#ifndef TANU_FRONT_TERMINAL_H
#define TANU_FRONT_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "paper/cells.h"
#include "wizard/action.h"
#include "tongue/i18n.h"

enum terminal_fit {
    TERMINAL_FITS,
    TERMINAL_NONE,    // standard input or output is no terminal
    TERMINAL_UNKNOWN, // TERM is not set, or there is no description of it
    TERMINAL_DUMB     // it cannot move the cursor or clear the screen
};

// Can the full-screen wizard run here? Writes nothing.
enum terminal_fit terminal_fit(void);

struct terminal_looks {
    bool contrast; // no colours, bold and reverse only, the focused row reversed
    bool large;    // what can be chosen or touched is two rows high
};

struct terminal;

// Takes the terminal over. NULL if that fails. `i18n` is borrowed.
struct terminal *terminal_open(const struct i18n *i18n, const struct terminal_looks *looks);
// Gives it back. The signals that would end the program stay blocked, so that nothing keeps it from
// wiping what was answered; returns the number of one that came and was not told yet, or 0.
int terminal_close(struct terminal *t);
// Gives it back for a while; between the two only terminal_close() may be called. False: it cannot
// be taken again.
int terminal_leave(struct terminal *t);
bool terminal_again(struct terminal *t);

void terminal_size(const struct terminal *t, int *columns, int *rows);
bool terminal_large(const struct terminal *t);
bool terminal_ascii(const struct terminal *t); // only ASCII may be used for drawing

// Shows the cells; what is already there is not written again. The cursor ends on cells->cursor.
void terminal_show(struct terminal *t, const struct cells *cells);
// Does the terminal tell of clicks? At first it does, where it can. While it does, text is marked
// for copying with Shift held down.
void terminal_mouse(struct terminal *t, bool on);
void terminal_redraw(struct terminal *t); // the next show writes everything

enum terminal_event {
    TERMINAL_KEY,    // *key
    TERMINAL_PASTE,  // *bytes, *len: text that came in one piece; valid until the next call
    TERMINAL_CLICK,  // row, column
    TERMINAL_RESIZE, // look at the size, paint again
    TERMINAL_SIGNAL, // leave; which one: signal
    TERMINAL_GONE,   // the terminal is not there any more: leave
    TERMINAL_IDLE    // the deadline passed without any of these
};

struct terminal_input {
    input key;
    int signal;
    const char *bytes;
    size_t len;
    int row, column;
};

// Milliseconds on a clock that only goes forward.
int64_t terminal_now(void);
#define TERMINAL_NEVER INT64_MAX

// Waits for the next event, until `deadline` on that clock (TERMINAL_NEVER: as long as it takes).
// What is there already comes first, however late it is.
enum terminal_event terminal_next(struct terminal *t, struct terminal_input *in, int64_t deadline);
bool terminal_pending(struct terminal *t); // more input waits: painting can wait too
// What was typed or pasted and not given out yet is nobody's any more, nor is the rest of a paste
// that has not ended, nor what the terminal keeps of what scrolled away.
void terminal_forget(struct terminal *t);

#endif
