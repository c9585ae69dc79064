/* SPDX-License-Identifier: MIT
 * escape: all that a terminal can send to a kiosk, on each of its screens.
 *
 *   escape POLICY CODE
 *
 * Runs build/tanu --kiosk on a terminal and, on each screen that keys lead to, sends every byte,
 * every byte after an escape, every ending of a control sequence with the numbers that keys,
 * mice and answers of terminals have, strings of the system (OSC, DCS, APC, PM, SOS) that end and
 * that do not, pastes of 1 MB with and without their brackets, sizes, and every signal that a
 * person's terminal can give. The same process is there afterwards, at the same first page, it has
 * started nothing, and left no file but the count of the PIN.
 */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../screen/vt.h"
#include "look.h"

enum { PATHS = 4096, BIG = 1000000, BATCH = 4000 };

struct escape {
    struct vt *v;
    int keeper, pid, helper;
    const char *home, *code, *place; /* the screen, by the keys that lead to it */
    char batch[BATCH + 64];
    size_t len; /* of the batch */
    long sent;
};

/* From the first page between two visits; "CODE" is a whole visit, typed. */
static const char *const places[] = {
    "",
    "enter",
    "enter 1",
    "enter 1 f1",
    "enter 1 f4",
    "enter 1 m",
    "enter f3",
    "enter 1 f12",
    "enter 1 f2",
    "enter 1 f6",
    "enter 1 ctrl-p",
    "enter 1 f8",
    "enter f9",
    "enter f9 CODE",
    "enter f9 CODE f6",
    "enter f9 CODE f6 tab",
    "enter f9 CODE f6 e",
    "enter f9 CODE f6 x",
    "enter f9 CODE f6 c",
    "enter f9 CODE f6 g",
    "enter f9 CODE f6 d",
    "enter f9 CODE f6 t",
    "enter f9 CODE f6 t enter",
    "enter f9 CODE f6 t down enter",
    "enter f9 CODE f6 t w",
    "enter 1 f11",
};

_Noreturn static void fail(struct escape *e, const char *what, const char *detail)
{
    fprintf(stderr, "escape: at \"%s\": %s %s\n", e->place, what, detail);
    if (e->v)
        vt_text(e->v, "the screen", stderr);
    exit(1);
}

static void settle(struct escape *e, const char *after)
{
    enum vt_state s = vt_settle(e->v);
    if (s != VT_IDLE)
        fail(e, s == VT_ENDED ? "it ended after" : "it hangs after", after);
}

static void push(struct escape *e, const char *what)
{
    e->sent += (long)e->len;
    if (e->len && vt_send(e->v, e->batch, e->len) != 0)
        fail(e, "it does not take", what);
    e->len = 0;
    settle(e, what);
}

static void add(struct escape *e, const char *bytes, size_t len, const char *what)
{
    memcpy(e->batch + e->len, bytes, len);
    e->len += len;
    if (e->len > BATCH)
        push(e, what);
}

static void add_words(struct escape *e, const char *words, const char *what)
{
    add(e, words, strlen(words), what);
}

/* ---- what a terminal can send ---------------------------------------------------------------- */

static void bytes(struct escape *e)
{
    for (int b = 0; b < 256; b++) {
        char alone[] = {(char)b}, escaped[] = {'\033', (char)b},
             twice[] = {'\033', '\033', (char)b};
        char shift[] = {'\033', 'O', (char)b}, c1[] = {(char)0xc2, (char)(0x80 | (b & 0x3f))};
        add(e, alone, 1, "a byte");
        add(e, escaped, 2, "a byte after an escape");
        add(e, twice, 3, "a byte after two escapes");
        add(e, shift, 3, "SS3 and a byte");
        add(e, c1, 2, "a control of the second row");
        push(e, "a byte");
        add_words(e, "\033[201~\033\\", "the end of whatever it was"); /* or a paste goes on */
    }
    push(e, "bytes");
}

static void controls(struct escape *e)
{
    static const char *const numbers[] = {"",
                                          "1",
                                          "5",
                                          "200",
                                          "?1",
                                          ">1",
                                          "?62;22",
                                          "1;2",
                                          "27;5;9",
                                          "97;5",
                                          "57441",
                                          "?2026;1$",
                                          "<0;1;1",
                                          "<35;80;25",
                                          "<64;9;9",
                                          "4;600;800",
                                          "999999999999",
                                          "0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        for (int end = 0x40; end < 0x7f; end++) {
            char words[128];
            snprintf(words, sizeof words, "\033[%s%c", numbers[i], end);
            add_words(e, words, "a control sequence");
        }
    add_words(e, "\033[201~", "the end of a paste");
    for (int number = 0; number < 256; number++)
        for (int more = 1; more <= 16; more++) {
            char words[32];
            if (number == 200 || number == 201)
                continue;
            snprintf(words, sizeof words, more > 1 ? "\033[%d;%d~" : "\033[%d~", number, more);
            add_words(e, words, "a key by its number");
        }
    push(e, "control sequences");
}

static void mouse(struct escape *e)
{
    char words[64];
    for (int button = 0; button < 256; button++)
        for (int at = 1; at < 300; at += 13) {
            snprintf(words, sizeof words, "\033[<%d;%d;%d%c", button, at, at, at % 2 ? 'M' : 'm');
            add_words(e, words, "a mouse");
            snprintf(words, sizeof words, "\033[%d;%d;%dM", button, at, at);
            add_words(e, words, "another mouse");
        }
    for (int button = 32; button < 256; button++) {
        char old[] = {
            '\033', '[', 'M', (char)button, (char)(32 + button % 80), (char)(32 + button % 25)};
        add(e, old, sizeof old, "an old mouse");
    }
    push(e, "a mouse");
}

static void strings(struct escape *e)
{
    static const char *const begins[] = {"\033]0;",
                                         "\033]52;c;",
                                         "\033]8;;file:///etc/passwd",
                                         "\033]10;rgb:ffff/ffff/ffff",
                                         "\033P1+r",
                                         "\033P>|xterm(390)",
                                         "\033P$q",
                                         "\033_G",
                                         "\033^",
                                         "\033X",
                                         "\033k",
                                         "\x9d"
                                         "0;",
                                         "\x90"
                                         "q"};
    static const char *const ends[] = {"\007", "\033\\", "\x9c", "", "\030", "\032"};
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
            add_words(e, begins[i], "a string");
            add_words(e, "c2ggLWMgJ3NoJw==;!sh|sh", "a string");
            add_words(e, ends[k], "a string");
        }
    add_words(e, "\033\\", "the end of a string");
    push(e, "strings");
}

static void pastes(struct escape *e)
{
    static const char *const around[][2] = {
        {"\033[200~", "\033[201~"}, {"", ""}, {"\033]52;c;", "\007"}, {"\033P", "\033\\"}};
    char *much = malloc(BIG + 64);
    for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
        size_t head = strlen(around[i][0]), tail = strlen(around[i][1]);
        memcpy(much, around[i][0], head);
        for (int at = 0; at < BIG; at++)
            much[head + (size_t)at] =
                (char)(i ? 'a' + at % 26 : "q:!sh\n\003\032\r\t\xff\0"[at % 12]);
        memcpy(much + head + BIG, around[i][1], tail);
        if (vt_send(e->v, much, head + BIG + tail) != 0)
            fail(e, "it does not take", "a paste of 1 MB");
        e->sent += BIG;
        settle(e, "a paste of 1 MB");
    }
    free(much);
}

static void sizes(struct escape *e)
{
    static const char *const names[] = {"resize:1x1",   "resize:2x1000",  "resize:1000x2",
                                        "resize:40x12", "resize:500x200", "resize:20x5",
                                        "resize:80x25"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        vt_key(e->v, names[i]);
        settle(e, names[i]);
    }
}

/* Those that end it, and those of a fault of its own, are not given by a terminal. */
static void signals(struct escape *e)
{
    static const int heard[] = {SIGKILL, SIGSTOP, SIGTERM, SIGHUP,  SIGSEGV, SIGBUS,
                                SIGFPE,  SIGILL,  SIGABRT, SIGTRAP, SIGSYS,  SIGWINCH};
    for (int number = 1; number <= SIGRTMAX; number++) {
        bool ends = number >= 32 && number < SIGRTMIN; /* the C library's own */
        for (size_t i = 0; i < sizeof heard / sizeof *heard; i++)
            ends |= heard[i] == number;
        if (ends)
            continue;
        vt_signal(e->v, number);
        settle(e, strsignal(number));
    }
}

/* ---- there and back -------------------------------------------------------------------------- */

static bool rests(struct escape *e)
{
    return vt_shows(e->v, "Press any key to begin");
}

static void home(struct escape *e)
{
    static const char lines[] = "\025\r:again\ryes\r";
    for (int tries = 0; tries < 24 && !rests(e); tries++) {
        if (vt_shows(e->v, "Yes, erase everything"))
            vt_send(e->v, "y", 1);
        else if (tries % 4 == 3)
            vt_send(e->v, lines, sizeof lines - 1);
        else
            vt_key(e->v, "f8");
        settle(e, "the way back");
    }
    if (!rests(e))
        fail(e, "the first page", "does not come back");
}

static void go(struct escape *e, const char *keys)
{
    char word[32];
    home(e);
    for (e->place = keys; *keys; keys += strspn(keys, " ")) {
        size_t len = strcspn(keys, " ");
        snprintf(word, sizeof word, "%.*s", (int)len, keys);
        keys += len;
        if (!strcmp(word, "CODE")) {
            vt_send(e->v, e->code, strlen(e->code));
            vt_key(e->v, "enter");
        } else if (!word[1]) {
            vt_send(e->v, word, 1);
        } else if (vt_key(e->v, word) != 0) {
            fail(e, "no such key:", word);
        }
        settle(e, word);
    }
}

static void look(struct escape *e)
{
    int other = 0;
    if (look_children(e->keeper, &other) != 1 || other != e->pid)
        fail(e, "it is", "another process");
    other = 0;
    if (look_children(e->pid, &other) != (e->helper != 0) || other != e->helper)
        fail(e, "it started", "a process");
    if (look_files(e->home) > 1) /* the count of the PIN */
        fail(e, "files were left in", e->home);
}

static void (*const attempts[])(struct escape *) = {bytes,  controls, mouse,  strings,
                                                    pastes, sizes,    signals};

static void try_all(struct escape *e, size_t from, size_t step)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        for (size_t k = 0; k < sizeof attempts / sizeof *attempts; k++) {
            if (step > 1 && (i + k) % step != from)
                continue;
            go(e, places[i]);
            attempts[k](e);
            home(e);
            look(e);
        }
}

int main(int argc, char **argv)
{
    char program[PATHS], folder[PATHS], room[4][PATHS + 32];
    const char *build = getenv("TANU_BUILD"), *part = getenv("TANU_PART");
    if (argc < 3 || !build)
        return 2;
    snprintf(folder, sizeof folder, "%s.home.XXXXXX", argv[1]);
    if (!mkdtemp(folder))
        return 2;
    snprintf(program, sizeof program, "%s/tanu", build);
    snprintf(room[0], sizeof room[0], "HOME=%s", folder);
    snprintf(room[1], sizeof room[1], "STATE_DIRECTORY=%s", folder);
    snprintf(room[2], sizeof room[2], "TERM=xterm-256color");
    snprintf(room[3], sizeof room[3], "LANG=C.UTF-8");
    char kiosk[] = "--kiosk", day[] = "--as-of=2026-11-01";
    char *arguments[] = {program, kiosk, argv[1], day, NULL};
    char *environment[] = {room[0], room[1], room[2], room[3], NULL};
    struct vt_setup setup = {.cols = 80, .rows = 25, .term = "xterm-256color", .deadline = 20};
    setup.what = (struct spawn){.argv = arguments, .envp = environment, .cwd = folder};
    struct escape e = {.home = folder, .code = argv[2], .place = ""};
    e.v = vt_start(&setup);
    if (!e.v)
        return 2;
    settle(&e, "the start");
    if (look_children(getpid(), &e.keeper) != 1 || look_children(e.keeper, &e.pid) != 1)
        fail(&e, "no process", "runs");
    (void)look_children(e.pid, &e.helper);
    size_t step = part && *part ? strtoul(part, NULL, 10) : 1;
    try_all(&e, 0, step ? step : 1);
    vt_signal(e.v, SIGTERM);
    if (vt_settle(e.v) != VT_ENDED || vt_wait_status(e.v) != 0)
        fail(&e, "SIGTERM", "is no clean end");
    vt_free(e.v);
    printf("%ld bytes, and it is there\n", e.sent);
    return 0;
}
