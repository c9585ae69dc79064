/* SPDX-License-Identifier: MIT
 * proc: is a program waiting for its user?
 *
 * Read from /proc, for a program, its threads and its children. A program waits when each thread
 * sleeps in a system call that only an outside event can end (read, poll without a short timeout,
 * wait for a waiting child, ...). A poll with a timeout under a second is work still going on:
 * curses does that after Esc, to see whether more of a key follows.
 */
#ifndef SCREEN_PROC_H
#define SCREEN_PROC_H

#include <stdint.h>
#include <sys/types.h>

enum proc_state {
    PROC_GONE,    /* no such process, or a zombie */
    PROC_STOPPED, /* stopped by job control */
    PROC_WAITING, /* surely waiting */
    PROC_MAYBE,   /* asleep, but the system call cannot be read: believe it only if it lasts */
    PROC_BUSY
};

struct proc_look {
    enum proc_state state;
    uint64_t stamp; /* changes whenever any of the threads has run */
};

/* Looks at `pid` and everything below it. */
struct proc_look proc_look(pid_t pid);

/* Seconds on a clock that only goes forward. */
double proc_now(void);

#endif
