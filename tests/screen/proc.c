/* SPDX-License-Identifier: MIT
 * proc: reads /proc to tell whether a program waits for its user. See proc.h.
 */
#include "proc.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>

enum { SHORT_MS = 1000, MAX_DEPTH = 8 }; /* a timeout of SHORT_MS or more counts as waiting */

double proc_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Reads a /proc file into `buf`, always terminated. Returns false if it cannot be read. */
static bool slurp(const char *path, char *buf, size_t size)
{
    FILE *f = fopen(path, "re");
    if (!f)
        return false;
    size_t n = fread(buf, 1, size - 1, f);
    buf[n] = '\0';
    fclose(f);
    return n > 0;
}

/* True if the timespec or timeval at `address` in the program is none (waits for ever) or long. */
static bool long_timeout(pid_t pid, unsigned long address)
{
    long seconds = 0;
    if (address == 0)
        return true;
    struct iovec here = {&seconds, sizeof seconds};
    struct iovec there = {(void *)address, sizeof seconds};
    if (process_vm_readv(pid, &here, 1, &there, 1, 0) != (ssize_t)sizeof seconds)
        return false;
    return seconds * 1000L >= SHORT_MS;
}

static bool long_ms(unsigned long argument)
{
    int ms = (int)(unsigned int)argument;
    return ms < 0 || ms >= SHORT_MS;
}

/* Judges one sleeping system call by its number and arguments. */
static enum proc_state judge(pid_t pid, long number, const unsigned long *arg)
{
    bool waits;
    switch (number) {
#ifdef SYS_poll
    case SYS_poll:
        waits = long_ms(arg[2]);
        break;
#endif
#ifdef SYS_select
    case SYS_select:
        waits = long_timeout(pid, arg[4]);
        break;
#endif
#ifdef SYS_epoll_wait
    case SYS_epoll_wait:
        waits = long_ms(arg[3]);
        break;
#endif
#ifdef SYS_pause
    case SYS_pause:
        waits = true;
        break;
#endif
    case SYS_ppoll:
        waits = long_timeout(pid, arg[2]);
        break;
    case SYS_pselect6:
        waits = long_timeout(pid, arg[4]);
        break;
    case SYS_epoll_pwait:
        waits = long_ms(arg[3]);
        break;
    case SYS_futex:
        waits = long_timeout(pid, arg[3]);
        break;
    case SYS_rt_sigtimedwait:
        waits = long_timeout(pid, arg[2]);
        break;
    case SYS_read:
    case SYS_readv:
    case SYS_rt_sigsuspend:
    case SYS_wait4: /* the children are looked at too */
    case SYS_waitid:
        waits = true;
        break;
    case SYS_write:
    case SYS_writev:
    case SYS_nanosleep:
    case SYS_clock_nanosleep:
        waits = false;
        break;
    default:
        return PROC_MAYBE;
    }
    return waits ? PROC_WAITING : PROC_BUSY;
}

static enum proc_state sleeping(pid_t pid, const char *task)
{
    char path[128], text[512];
    long number;
    unsigned long arg[6];
    snprintf(path, sizeof path, "%s/syscall", task);
    if (!slurp(path, text, sizeof text))
        return PROC_MAYBE; /* a program may refuse to be read (PR_SET_DUMPABLE) */
    if (sscanf(text, "%ld %lx %lx %lx %lx %lx %lx", &number, &arg[0], &arg[1], &arg[2], &arg[3],
               &arg[4], &arg[5]) != 7)
        return PROC_BUSY; /* "running", or asleep in a page fault */
    return judge(pid, number, arg);
}

static uint64_t mix(uint64_t stamp, uint64_t value)
{
    return (stamp ^ value) * 1099511628211u;
}

static uint64_t counter(const char *status, const char *key)
{
    const char *at = strstr(status, key);
    return at ? strtoull(at + strlen(key), NULL, 10) : 0;
}

static struct proc_look look_below(pid_t pid, int depth);

static void worse(struct proc_look *sum, enum proc_state state)
{
    if (state > sum->state)
        sum->state = state;
}

static void look_children(const char *task, struct proc_look *sum, int depth)
{
    char path[128], list[4096];
    snprintf(path, sizeof path, "%s/children", task);
    if (depth >= MAX_DEPTH || !slurp(path, list, sizeof list))
        return;
    for (char *at = list, *end;; at = end) {
        long child = strtol(at, &end, 10);
        if (end == at)
            return;
        struct proc_look below = look_below((pid_t)child, depth + 1);
        worse(sum, below.state);
        sum->stamp = mix(sum->stamp, below.stamp);
    }
}

static void look_task(pid_t pid, const char *name, struct proc_look *sum, int depth)
{
    char task[96], path[128], text[4096];
    snprintf(task, sizeof task, "/proc/%ld/task/%.20s", (long)pid, name);
    snprintf(path, sizeof path, "%s/stat", task);
    if (!slurp(path, text, sizeof text))
        return;
    const char *after = strrchr(text, ')');
    char letter = after && after[1] == ' ' ? after[2] : 'R';
    if (letter == 'S')
        worse(sum, sleeping(pid, task));
    else if (letter == 'T')
        worse(sum, PROC_STOPPED);
    else if (letter != 'Z' && letter != 'X')
        worse(sum, PROC_BUSY);
    snprintf(path, sizeof path, "%s/status", task);
    if (slurp(path, text, sizeof text)) {
        sum->stamp = mix(sum->stamp, counter(text, "\nvoluntary_ctxt_switches:"));
        sum->stamp = mix(sum->stamp, counter(text, "\nnonvoluntary_ctxt_switches:"));
    }
    look_children(task, sum, depth);
}

static struct proc_look look_below(pid_t pid, int depth)
{
    struct proc_look sum = {PROC_GONE, mix(14695981039346656037u, (uint64_t)pid)};
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/task", (long)pid);
    DIR *tasks = opendir(path);
    if (!tasks)
        return sum;
    for (struct dirent *entry; (entry = readdir(tasks));)
        if (entry->d_name[0] != '.') {
            sum.stamp = mix(sum.stamp, strtoull(entry->d_name, NULL, 10));
            look_task(pid, entry->d_name, &sum, depth);
        }
    closedir(tasks);
    return sum;
}

struct proc_look proc_look(pid_t pid)
{
    return look_below(pid, 0);
}
