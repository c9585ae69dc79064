/* SPDX-License-Identifier: MIT
 * counts: what each key costs a program on a terminal: bytes written and system calls made.
 *
 *   counts [-s 80x24] [-t TERM] KEYS PROGRAM [ARGUMENT...]
 *
 * KEYS as in screen scripts, e.g. "<down>*3 k <enter>". Prints one line for the start and one for
 * each key: bytes, calls (- if this machine forbids ptrace), the calls by name. Counts do not
 * depend on the machine; times would. The environment is the caller's. Exit status 1 if the program
 * hangs or ends too early.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vt.h"

#define NAME(call)                                                                                 \
    {                                                                                              \
        SYS_##call, #call                                                                          \
    }
static const struct {
    long number;
    const char *name;
} names[] = {
    NAME(read),      NAME(write),           NAME(writev),         NAME(close),
    NAME(mmap),      NAME(munmap),          NAME(mprotect),       NAME(brk),
    NAME(ioctl),     NAME(rt_sigaction),    NAME(rt_sigprocmask), NAME(rt_sigreturn),
    NAME(ppoll),     NAME(pselect6),        NAME(openat),         NAME(newfstatat),
    NAME(fstat),     NAME(lseek),           NAME(pread64),        NAME(getpid),
    NAME(kill),      NAME(futex),           NAME(exit_group),     NAME(execve),
    NAME(nanosleep), NAME(clock_nanosleep), NAME(getrandom),      NAME(prlimit64),
#ifdef SYS_poll
    NAME(poll),      NAME(select),          NAME(access),         NAME(open),
    NAME(stat),      NAME(readlink),        NAME(arch_prctl),
#endif
};

static void put_calls(const struct calls *now, const struct calls *before)
{
    for (long n = 0; n < CALLS_MAX; n++) {
        unsigned long count = now->by_number[n] - before->by_number[n];
        const char *name = NULL;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (names[i].number == n)
                name = names[i].name;
        if (count && name)
            printf(" %s %lu", name, count);
        else if (count)
            printf(" #%ld %lu", n, count);
    }
}

static int report(struct vt *v, const char *key, enum vt_state state, struct calls *before)
{
    printf("%-10s %6ld bytes ", key, vt_bytes(v));
    if (vt_calls(v) < 0)
        printf("     - calls");
    else
        printf("%6ld calls:", vt_calls(v));
    put_calls(vt_call_table(v), before);
    puts(state == VT_HUNG ? " HANGS" : state == VT_ENDED ? " ENDED" : "");
    *before = *vt_call_table(v);
    vt_mark(v);
    return state == VT_IDLE ? 0 : -1;
}

/* Takes "<name>", "<name>*N" or one character from the text. Returns the rest; stores name and
 * times. */
static char *next_key(char *at, char *name, size_t size, long *times)
{
    char *end = *at == '<' ? strchr(at, '>') : NULL;
    *times = 1;
    if (end) {
        snprintf(name, size, "%.*s", (int)(end - at - 1), at + 1);
        return end[1] == '*' ? (*times = strtol(end + 2, &end, 10), end) : end + 1;
    }
    size_t n = 1;
    while ((at[n] & 0xc0) == 0x80)
        n++;
    snprintf(name, size, "%.*s", (int)n, at);
    return at + n;
}

static int press_all(struct vt *v, char *keys)
{
    struct calls before = {0};
    char name[64];
    long times;
    if (report(v, "start", vt_settle(v), &before) < 0)
        return -1;
    while (*(keys += strspn(keys, " "))) {
        int named = *keys == '<';
        keys = next_key(keys, name, sizeof name, &times);
        for (; times > 0; times--) {
            if ((named ? vt_key(v, name) : vt_send(v, name, strlen(name))) < 0) {
                fprintf(stderr, "counts: there is no key <%s>\n", name);
                return -1;
            }
            enum vt_state state = vt_settle(v);
            if (report(v, name, state, &before) < 0)
                return state == VT_ENDED && !*keys && times == 1 ? 0 : -1;
        }
    }
    return 0;
}

int main(int argc, char **argv)
{
    extern char **environ;
    struct vt_setup setup = {.cols = 80, .rows = 24, .term = "xterm-256color", .deadline = 20};
    for (int c; (c = getopt(argc, argv, "+s:t:")) != -1;)
        if (c == 't')
            setup.term = optarg;
        else if (c != 's' || sscanf(optarg, "%dx%d", &setup.cols, &setup.rows) != 2)
            return 2;
    if (optind + 2 > argc) {
        fputs("usage: counts [-s 80x24] [-t TERM] KEYS PROGRAM [ARGUMENT...]\n", stderr);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    setenv("TERM", setup.term, 1);
    setenv("ASAN_OPTIONS", "detect_leaks=0", 0); /* the leak check cannot run under ptrace */
    unsetenv("COLUMNS");
    unsetenv("LINES");
    setup.what = (struct spawn){argv + optind + 1, environ, NULL, true};
    struct vt *v = vt_start(&setup);
    if (!v) {
        perror("counts");
        return 1;
    }
    int status = press_all(v, argv[optind]) < 0;
    vt_free(v);
    return status;
}
