// SPDX-License-Identifier: MIT
// Runs a program on a fresh 80x24 pseudo-terminal and measures it from outside.
//
//     pty [-w SETTLE_MS] [-q QUIET_MS] [-e] [-n PAIRS] [-s SCROLLS] -- PROGRAM [ARGUMENT...]
//
// The first paint is over when the program has been silent for SETTLE_MS (150); its time is that of
// its last byte, counted from just before the fork. With -e then Enter, which leads from a first
// page to the list. Then three times Down, and PAIRS times Down and Up; then twenty times Down, so
// that the list scrolls with each further one, and SCROLLS times Down. After each key the program
// is waited for until QUIET_MS (20) of silence. Prints a line of NAME VALUE pairs, medians for
// keys: first_ms painted_ms first_bytes rss_kib peak_kib cpu_ms key_bytes key_us key_worst_bytes
// row_bytes row_us row_worst_bytes.
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_KEYS = 1000, PRELUDE = 3, TO_SCROLL = 20, GIVE_UP_MS = 10000, KEY_GIVE_UP_MS = 150 };

struct terminal {
    int fd;
    pid_t pid;
    char *bytes;
    size_t len, room;
    size_t answered; // queries up to there have had their answer
    bool ended;
};

// Times of what came since a moment, in microseconds.
struct burst {
    size_t bytes;
    double first, last;
};

struct keys {
    double bytes[MOST_KEYS], us[MOST_KEYS];
    int n;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec * 1e-3;
}

static void say(struct terminal *t, const char *bytes, size_t len)
{
    if (write(t->fd, bytes, len) != (ssize_t)len)
        t->ended = true;
}

// What a terminal would answer to the questions that programs ask at their start.
static void answer(struct terminal *t)
{
    static const char *const talk[][2] = {{"\033[6n", "\033[1;1R"},
                                          {"\033[c", "\033[?62;22c"},
                                          {"\033[0c", "\033[?62;22c"},
                                          {"\033[>c", "\033[>41;370;0c"},
                                          {"\033[5n", "\033[0n"}};
    for (size_t i = t->answered; i < t->len; i++)
        for (size_t k = 0; k < sizeof talk / sizeof *talk; k++) {
            size_t len = strlen(talk[k][0]);
            if (i + len > t->len || memcmp(t->bytes + i, talk[k][0], len) != 0)
                continue;
            say(t, talk[k][1], strlen(talk[k][1]));
            t->answered = i + len;
        }
    if (t->len > 12 && t->answered < t->len - 12)
        t->answered = t->len - 12;
}

static bool take(struct terminal *t)
{
    if (t->len + 65536 > t->room) {
        t->room = t->room ? t->room * 2 : 1 << 20;
        t->bytes = realloc(t->bytes, t->room);
        if (!t->bytes)
            abort();
    }
    ssize_t n = read(t->fd, t->bytes + t->len, 65536);
    if (n <= 0) {
        t->ended = true;
        return false;
    }
    t->len += (size_t)n;
    return true;
}

// Reads until `quiet` of silence, or until `patience` without a byte.
static struct burst listen(struct terminal *t, double quiet, double patience)
{
    size_t before = t->len;
    struct burst b = {0};
    double begun = now();
    while (!t->ended) {
        double left = (b.bytes ? b.last + quiet : begun + patience) - now();
        struct pollfd in = {.fd = t->fd, .events = POLLIN};
        struct timespec wait = {(time_t)(left / 1e6),
                                (long)(left - (double)(time_t)(left / 1e6) * 1e6) * 1000};
        if (left <= 0 || ppoll(&in, 1, &wait, NULL) <= 0) {
            if (left > 0 && errno == EINTR)
                continue;
            break;
        }
        if (!take(t))
            break;
        b.last = now();
        b.first = b.bytes ? b.first : b.last;
        b.bytes = t->len - before;
        answer(t);
    }
    return b;
}

static long status_kib(pid_t pid, const char *name)
{
    char path[64], line[256];
    long kib = 0;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (!strncmp(line, name, strlen(name)))
            kib = atol(line + strlen(name));
    if (f)
        fclose(f);
    return kib;
}

static void press(struct terminal *t, const char *key, double quiet, struct keys *keys)
{
    double begun = now();
    say(t, key, strlen(key));
    struct burst b = listen(t, quiet, KEY_GIVE_UP_MS * 1000);
    if (!keys || !b.bytes || keys->n == MOST_KEYS)
        return;
    keys->bytes[keys->n] = (double)b.bytes;
    keys->us[keys->n++] = b.last - begun;
}

static int smaller(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void print_keys(const char *name, struct keys *keys)
{
    if (!keys->n)
        return;
    qsort(keys->bytes, (size_t)keys->n, sizeof *keys->bytes, smaller);
    qsort(keys->us, (size_t)keys->n, sizeof *keys->us, smaller);
    printf(" %s_bytes %.0f %s_us %.1f %s_worst_bytes %.0f", name, keys->bytes[keys->n / 2], name,
           keys->us[keys->n / 2], name, keys->bytes[keys->n - 1]);
}

static void start(struct terminal *t, char **command)
{
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    const char *term = getenv("BENCH_TERM");
    setenv("TERM", term ? term : "xterm-256color", 1);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    t->pid = forkpty(&t->fd, NULL, NULL, &size);
    if (t->pid < 0) {
        perror("forkpty");
        exit(71);
    }
    if (t->pid)
        return;
    execvp(*command, command);
    perror(*command);
    _exit(127);
}

static double cpu_ms(struct terminal *t)
{
    struct rusage used;
    int status;
    kill(t->pid, SIGKILL);
    close(t->fd);
    if (wait4(t->pid, &status, 0, &used) < 0)
        return 0;
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-3;
}

int main(int argc, char **argv)
{
    double settle = 150e3, quiet = 20e3;
    int pairs = 0, scrolls = 0, c;
    bool enter = false;
    struct terminal t = {0};
    static struct keys arrows, rows;
    while ((c = getopt(argc, argv, "+w:q:en:s:")) != -1) {
        if (c == 'w')
            settle = atof(optarg) * 1e3;
        else if (c == 'q')
            quiet = atof(optarg) * 1e3;
        else if (c == 'e')
            enter = true;
        else if (c == 'n')
            pairs = atoi(optarg);
        else if (c == 's')
            scrolls = atoi(optarg);
        else
            return 64;
    }
    if (optind >= argc)
        return 64;
    double begun = now();
    start(&t, argv + optind);
    struct burst first = listen(&t, settle, GIVE_UP_MS * 1000);
    printf("first_ms %.3f painted_ms %.3f first_bytes %zu rss_kib %ld peak_kib %ld",
           (first.first - begun) / 1e3, (first.last - begun) / 1e3, first.bytes,
           status_kib(t.pid, "VmRSS:"), status_kib(t.pid, "VmHWM:"));
    bool application = memmem(t.bytes, t.len, "\033[?1h", 5);
    const char *down = application ? "\033OB" : "\033[B", *up = application ? "\033OA" : "\033[A";
    if (enter)
        press(&t, "\r", quiet, NULL);
    for (int i = 0; i < PRELUDE && (pairs || scrolls); i++)
        press(&t, down, quiet, NULL);
    for (int i = 0; i < pairs; i++) {
        press(&t, down, quiet, &arrows);
        press(&t, up, quiet, &arrows);
    }
    for (int i = 0; i < TO_SCROLL && scrolls; i++)
        press(&t, down, quiet, NULL);
    for (int i = 0; i < scrolls; i++)
        press(&t, down, quiet, &rows);
    print_keys("key", &arrows);
    print_keys("row", &rows);
    printf(" cpu_ms %.3f\n", cpu_ms(&t));
    free(t.bytes);
    return first.bytes ? 0 : 1;
}
