/* SPDX-License-Identifier: MIT
 * spawn: a program on a terminal under a keeper process. See spawn.h.
 */
#include "spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ENTRY_OP                                                                                   \
    1 /* PTRACE_SYSCALL_INFO_ENTRY of <linux/ptrace.h>, which clashes with <sys/ptrace.h> */

_Noreturn void spawn_become(const struct spawn *what)
{
    sigset_t none;
    sigemptyset(&none);
    for (int s = 1; s < NSIG; s++)
        signal(s, SIG_DFL);
    struct rlimit core;
    if (getrlimit(RLIMIT_CORE, &core) == 0) { /* a program that keeps secrets is asked to fail */
        core.rlim_cur = core.rlim_max;
        setrlimit(RLIMIT_CORE, &core);
    }
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (what->cwd && chdir(what->cwd) < 0)
        fprintf(stderr, "cannot enter %s: %s\n", what->cwd, strerror(errno));
    else {
        execve(what->argv[0], what->argv, what->envp);
        fprintf(stderr, "cannot start %s: %s\n", what->argv[0], strerror(errno));
    }
    fflush(stderr);
    _exit(127);
}

/* In the program's process: own process group in the foreground, the terminal as 0, 1 and 2. */
static _Noreturn void program(const struct spawn *what, int tty)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);
    signal(SIGTTOU, SIG_IGN);
    tcsetpgrp(tty, getpid());
    if (dup2(tty, 0) < 0 || dup2(tty, 1) < 0 || dup2(tty, 2) < 0)
        _exit(127);
    if (what->count_calls && ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0)
        raise(SIGSTOP);
    spawn_become(what);
}

static void count_call(pid_t pid, struct calls *calls)
{
    struct {
        unsigned char op, pad[3];
        unsigned int arch;
        unsigned long long ip, sp, number, args[7];
    } info;
    if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, (void *)sizeof info, &info) <= 0 ||
        info.op != ENTRY_OP)
        return;
    calls->total++;
    if (info.number < CALLS_MAX)
        calls->by_number[info.number]++;
}

/* Steps the program from system call to system call until it ends; returns its wait status. */
static int trace(pid_t pid, struct calls *calls)
{
    int status = 0;
    bool ready = false;
    for (;;) {
        if (waitpid(pid, &status, 0) < 0) {
            if (errno == EINTR)
                continue;
            return status;
        }
        if (!WIFSTOPPED(status))
            return status;
        int sig = WSTOPSIG(status);
        if (!ready) {
            long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC;
            calls->counted = ready = ptrace(PTRACE_SETOPTIONS, pid, NULL, (void *)options) == 0;
            sig = 0;
        } else if (sig == (SIGTRAP | 0x80)) {
            count_call(pid, calls);
            sig = 0;
        } else if (status >> 8 == (SIGTRAP | PTRACE_EVENT_EXEC << 8)) {
            *calls = (struct calls){.counted = true}; /* what came before was ours */
            sig = 0;
        }
        ptrace(PTRACE_SYSCALL, pid, NULL, (void *)(long)sig);
    }
}

static int wait_plain(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return status;
}

static void put(int fd, const void *data, size_t n)
{
    if (write(fd, data, n) != (ssize_t)n)
        _exit(126);
}

/* Nothing of the harness may stay open in the keeper, above all not the terminal's other end. */
static void close_others(int tty, int report, int hold)
{
    enum { HIGHEST = 256 };
    for (int fd = 3; fd < HIGHEST; fd++)
        if (fd != tty && fd != report && fd != hold)
            close(fd);
}

static _Noreturn void keep(const struct spawn *what, int tty, struct calls *calls, int report,
                           int hold)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close_others(tty, report, hold);
    signal(SIGHUP, SIG_IGN);
    signal(SIGTTOU, SIG_IGN);
    setsid();
    ioctl(tty, TIOCSCTTY, 0);
    pid_t pid = fork();
    if (pid == 0)
        program(what, tty);
    put(report, &pid, sizeof pid);
    int status = what->count_calls ? trace(pid, calls) : wait_plain(pid);
    put(report, &status, sizeof status);
    char c;
    while (read(hold, &c, 1) < 0 && errno == EINTR)
        ;
    _exit(0);
}

int spawn_on_tty(struct keeper *k, const struct spawn *what, int tty)
{
    int report[2], hold[2];
    memset(k, 0, sizeof *k);
    k->calls =
        mmap(NULL, sizeof *k->calls, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (k->calls == MAP_FAILED || pipe2(report, O_CLOEXEC) < 0 || pipe2(hold, O_CLOEXEC) < 0)
        return -1;
    fflush(NULL);
    k->keeper = fork();
    if (k->keeper < 0)
        return -1;
    if (k->keeper == 0)
        keep(what, tty, k->calls, report[1], hold[0]);
    close(report[1]);
    close(hold[0]);
    k->status = report[0];
    k->hold = hold[1];
    return read(k->status, &k->program, sizeof k->program) == (ssize_t)sizeof k->program &&
                   k->program > 0
               ? 0
               : -1;
}

bool spawn_ended(struct keeper *k, int *wait_status)
{
    struct pollfd p = {k->status, POLLIN, 0};
    if (poll(&p, 1, 0) <= 0)
        return false;
    if (read(k->status, wait_status, sizeof *wait_status) != (ssize_t)sizeof *wait_status)
        *wait_status = SIGKILL; /* the keeper itself died */
    return true;
}

void spawn_release(struct keeper *k)
{
    int status;
    if (k->keeper <= 0)
        return;
    close(k->hold);
    kill(k->keeper, SIGKILL); /* the program goes with it (PR_SET_PDEATHSIG) */
    while (waitpid(k->keeper, &status, 0) < 0 && errno == EINTR)
        ;
    close(k->status);
    munmap(k->calls, sizeof *k->calls);
    memset(k, 0, sizeof *k);
}
