/* SPDX-License-Identifier: MIT
 * spawn: starts a program on a terminal, under a keeper.
 *
 * The keeper is a small process of our own, leader of the session, like a shell: while it lives the
 * kernel leaves the terminal alone, so the terminal's modes can be looked at after the program has
 * ended. It can also count the program's system calls (ptrace).
 */
#ifndef SCREEN_SPAWN_H
#define SCREEN_SPAWN_H

#include <stdbool.h>
#include <sys/types.h>

enum { CALLS_MAX = 512 };

/* System calls since the start, shared with the keeper. */
struct calls {
    bool counted; /* false: not asked for, or this machine forbids ptrace */
    unsigned long total;
    unsigned long by_number[CALLS_MAX];
};

struct keeper {
    pid_t keeper, program;
    int status; /* readable end: the wait status comes here when the program has ended */
    int hold;   /* close it to let the keeper go */
    struct calls *calls;
};

/* What to run. `argv[0]` is a path. The strings stay the caller's. */
struct spawn {
    char *const *argv;
    char *const *envp;
    const char *cwd; /* NULL: stay */
    bool count_calls;
};

/* Starts the program with `tty` as its terminal. Returns 0, or -1 with errno. */
int spawn_on_tty(struct keeper *k, const struct spawn *what, int tty);

/* Replaces this (forked) process by the program; used by both kinds of runs. */
_Noreturn void spawn_become(const struct spawn *what);

/* If the program has ended, stores its wait status and returns true. */
bool spawn_ended(struct keeper *k, int *wait_status);

/* Ends everything that is left and frees. Safe on a zeroed keeper. */
void spawn_release(struct keeper *k);

#endif
