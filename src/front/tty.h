// SPDX-License-Identifier: MIT
// The terminal as a device: its modes, what is read and written, and the signals that come
// meanwhile. Whatever the terminal does - takes no output, is stopped, goes away - a signal is
// noticed, and the modes are put back however the program ends but by SIGKILL.
//
// While it is open every signal that would end or stop the program is blocked and read from a
// descriptor (those that a parent had ignored stay ignored); faults (SIGSEGV and its like) put the
// modes back and then do what they do.
#ifndef TANU_FRONT_TTY_H
#define TANU_FRONT_TTY_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

enum {
    TTY_RESTORE = 4096, // bytes that put the terminal back
    TTY_STACK = 65536,  // of the handler of faults
    TTY_FAULTS = 7
};

struct tty {
    int in, out;   // as the program was given them
    int write_fd;  // `out`, or the same terminal once more, so that it never blocks
    bool blocking; // write_fd may block
    bool raw;      // the modes are ours
    struct termios before, during;
    int signals; // descriptor
    sigset_t set, mask;
    // What signals have asked for and nobody has taken yet.
    int leave; // number of the first one that ends the program, 0: none
    bool resized, stop, awake;
    bool gone;                           // the terminal takes nothing any more
    bool torn;                           // something was not written whole
    char restore[TTY_RESTORE];           // written when the program ends on its way
    struct sigaction faults[TTY_FAULTS]; // what they did before
    char *stack;
};

// Takes the signals, not yet the modes. NULL: nothing is taken. It stands until the program's end:
// handlers of exit() are never taken back.
struct tty *tty_open(int in, int out);
// Opens a closed one again, as tty_open() does. -1: nothing is taken.
int tty_again(struct tty *tty);
// What is to be written when the program ends without tty_close().
void tty_restore_with(struct tty *tty, const char *bytes);
// Gives the modes back. The signals stay blocked: the program is about to end, and none may keep it
// from wiping what was answered. Returns the number of one that came meanwhile, or 0.
int tty_close(struct tty *tty);

void tty_take(struct tty *tty);    // our modes
void tty_give(struct tty *tty);    // the modes as they were
void tty_suspend(struct tty *tty); // stops the program as SIGTSTP does; returns when it goes on

// Writes all of it. 0; -1: a signal wants to end or stop the program, or the terminal is gone.
int tty_write(struct tty *tty, const char *bytes, size_t len);
// The last words: as long as the terminal takes something every now and then, and half a second at
// most once a signal wants an end. What it does not take is thrown away.
void tty_write_last(struct tty *tty, const char *bytes, size_t len);

enum tty_ready { TTY_INPUT, TTY_SIGNAL, TTY_TIME, TTY_GONE };
// Waits for input, a signal (looked at first) or `until` (terminal_now()'s clock).
enum tty_ready tty_wait(struct tty *tty, int64_t until);
// Reads once: bytes, 0 for nothing now, -1 at the end.
ssize_t tty_read(struct tty *tty, char *bytes, size_t most);

int64_t tty_now(void); // milliseconds on a clock that only goes forward

#endif
