/* SPDX-License-Identifier: MIT
 * walker: somebody who tries everything on a kiosk, in a world with faults, and a look into its
 * memory afterwards.
 *
 *   walker POLICY PACK [SEED [VISITS [FATAL]]]
 *
 * Runs build/tanu --kiosk on a terminal. In each visit it presses any key there is, sends
 * sequences, reports of a mouse, pastes, new sizes and signals, types and pastes words of its own,
 * and then says "start again". Nothing of that may end the program, start another process (one who
 * prints is there from the beginning on, where the policy grants it) or leave a file; after the
 * visit no word that was typed stands in the memory of the process (as root: /proc/PID/mem), in
 * whatever encoding or grid of cells.
 *
 * Every fourth visit has a fault: the clocks jump, the disk is full, who prints is killed, the
 * content is torn and mended (PACK is a copy that may be written), each FATAL visits the terminal
 * goes away or the program is killed. Whatever ends it ends it with the status that it should, and
 * it is started again as systemd would. Its memory stays flat. At last SIGTERM ends it with status
 * 0.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../screen/vt.h"
#include "broken.h"
#include "look.h"

enum {
    STEPS = 60,
    BIG = 1000000,
    GROWTH = 1024,
    PATH = 4096,
    WARM = 20,
    FAULTS_EVERY = 4,
    TRY_AGAIN = 75
};
struct walk {
    struct vt_setup setup;
    struct vt *v;
    int keeper, pid, helper; /* who prints, 0: nobody */
    long visits, settled;    /* of this process; kilobytes that it had at most while it warmed up */
    int over;                /* visits in a row after which it had more */
    struct broken *broken;
    char questions[PATH], pack[PATH]; /* files of the content */
    bool torn, mended; /* the content: unless it was mended it goes on with what it had */
    bool worn, gone;   /* who prints; with either it may end with TRY_AGAIN, and has */
    bool lines;        /* the policy has line mode */
    char *torn_bytes;
    size_t torn_len;
};

static uint64_t state;

static unsigned draw(unsigned below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)((state >> 20) % below);
}

static void fail(const char *what, const char *detail)
{
    fprintf(stderr, "walker: %s %s\n", what, detail);
    exit(1);
}

static void make_word(char word[LOOK_WORD + 1])
{
    for (int i = 0; i < LOOK_WORD; i++)
        word[i] = "qxzjvkwy"[draw(8)];
    word[LOOK_WORD] = 0;
}

/* ---- what somebody does ------------------------------------------------------------------------
 */

static const char *const keys[] = {
    "up",     "down",   "left",   "right",   "home",   "end",    "pgup",   "pgdn",   "ins",
    "del",    "bs",     "tab",    "backtab", "enter",  "space",  "space",  "f1",     "f2",
    "f3",     "f4",     "f5",     "f6",      "f7",     "f8",     "f9",     "f10",    "f11",
    "f12",    "f13",    "f24",    "ctrl-a",  "ctrl-c", "ctrl-d", "ctrl-z", "ctrl-s", "ctrl-q",
    "ctrl-l", "ctrl-u", "ctrl-w", "ctrl-x",  "alt-x",  "alt-a",  "alt-f",  "lt"};
static const char *const sequences[] = {"\033[<0;10;5M",
                                        "\033[<0;10;5m",
                                        "\033[<64;1;1M",
                                        "\033[M !!",
                                        "\033[200~",
                                        "\033[201~",
                                        "\033[?1;2c",
                                        "\033[24;80R",
                                        "\033]0;title\007",
                                        "\033]52;c;YQ==\007",
                                        "\033P+q\033\\",
                                        "\033[999999999;1H",
                                        "\033[1;5A",
                                        "\033[27;5;9~",
                                        "\033c",
                                        "\033[!p",
                                        "\033%G",
                                        "\233A",
                                        "\377\376\303",
                                        "\355\240\200",
                                        "\033[200~:!sh\n\033[201~",
                                        "\003\032\034\004\021\023",
                                        "\033[13~",
                                        "\033OP"};
static const char *const signals[] = {"INT",  "QUIT", "TSTP", "USR1", "USR2",
                                      "ALRM", "PIPE", "CONT", "WINCH"};
static const char *const sizes[] = {"resize:80x25", "resize:40x12", "resize:132x50",
                                    "resize:20x5",  "resize:1x1",   "resize:300x100"};
#define ONE_OF(list) list[draw(sizeof list / sizeof *list)]

/* A visit may be over before it is meant to be: a word says yes. What is worn out ends then. */
static void settle(struct walk *k, const char *after)
{
    enum vt_state s = vt_settle(k->v);
    k->gone |= (k->worn || k->mended) && s == VT_ENDED;
    if (s != VT_IDLE && !k->gone)
        fail(s == VT_ENDED ? "it ended after" : "it hangs after", after);
}

/* Most of the time somebody types ahead. */
static void sometimes(struct walk *k, const char *after)
{
    if (draw(6) == 0)
        settle(k, after);
}

/* The terminal of these tests wants no output for another size. */
static void press(struct walk *k, const char *key)
{
    bool size = !strncmp(key, "resize:", strlen("resize:"));
    if (size)
        settle(k, "what was typed ahead");
    if (vt_key(k->v, key) != 0)
        fail("no such key:", key);
    if (size)
        settle(k, key);
    else
        sometimes(k, key);
}

static void send(struct walk *k, const char *bytes, size_t len, const char *what)
{
    if (vt_send(k->v, bytes, len) != 0 && !k->worn && !k->mended)
        fail("it does not take", what);
    sometimes(k, what);
}

static void paste_much(struct walk *k)
{
    char *much = malloc(BIG);
    memcpy(much, "\033[200~", 6);
    for (int i = 6; i < BIG - 6; i++)
        much[i] = (char)('a' + i % 26);
    memcpy(much + BIG - 6, "\033[201~", 6);
    send(k, much, BIG, "a paste of 1 MB");
    free(much);
}

static void step(struct walk *k, const char *word)
{
    char text[16], paste[64];
    switch (draw(13)) {
    case 0:
    case 1:
    case 2:
    case 3:
        press(k, ONE_OF(keys));
        break;
    case 4:
        snprintf(text, sizeof text, "%c", (int)(' ' + draw(95)));
        send(k, text, 1, "a letter");
        break;
    case 5: {
        const char *s = ONE_OF(sequences);
        send(k, s, strlen(s), "a sequence");
        send(k, "\033[201~", 6, "the end of a paste");
        break;
    }
    case 6:
        snprintf(text, sizeof text, "signal:%s", ONE_OF(signals));
        press(k, text);
        break;
    case 7:
        press(k, ONE_OF(sizes));
        break;
    case 8:
        send(k, word, LOOK_WORD, "a word");
        break;
    case 9:
        snprintf(paste, sizeof paste, "\033[200~%s\033[201~", word);
        send(k, paste, strlen(paste), "a paste");
        break;
    case 10:
        if (draw(20) == 0)
            paste_much(k);
        break;
    case 11: /* it waits whether more comes */
        if (draw(10) == 0)
            press(k, "esc");
        break;
    default:
        press(k, draw(2) ? "enter" : "f5");
    }
}

/* ---- the program
 * --------------------------------------------------------------------------------- */

static void start(struct walk *k)
{
    k->v = vt_start(&k->setup);
    k->keeper = k->pid = k->helper = 0;
    k->visits = k->settled = k->over = 0;
    k->worn = k->gone = k->mended = false;
    if (!k->v)
        fail("cannot start", "it");
    settle(k, "the start");
    if (look_children(getpid(), &k->keeper) != 1 || look_children(k->keeper, &k->pid) != 1)
        fail("no process", "runs");
    if (look_children(k->pid, &k->helper) > 1)
        fail("it has more than", "one who prints");
}

/* It has ended, and so it should have: with a status, or by a signal. */
static void again(struct walk *k, int status, int by)
{
    int was;
    if (vt_settle(k->v) != VT_ENDED)
        fail("it goes on", "and should have ended");
    was = vt_wait_status(k->v);
    bool may = (k->worn || k->mended) && was == TRY_AGAIN << 8; /* it was faster */
    if (!may && was != (by ? by : status << 8)) {
        fprintf(stderr, "walker: it ended with wait status %d, not %d\n", was, status);
        exit(1);
    }
    vt_free(k->v);
    start(k);
}

/* ---- faults
 * -------------------------------------------------------------------------------------- */

static void write_content(struct walk *k, const char *bytes, size_t len)
{
    int fd = open(k->questions, O_WRONLY | O_TRUNC | O_CLOEXEC);
    if (fd < 0 || write(fd, bytes, len) != (ssize_t)len || close(fd) != 0)
        fail("cannot write", k->questions);
    utimensat(AT_FDCWD, k->pack, (struct timespec[2]){{draw(1u << 30), 0}, {draw(1u << 30), 0}}, 0);
}

static void keep_content(struct walk *k, const char *pack)
{
    struct stat st;
    snprintf(k->questions, PATH, "%s/questions.yaml", pack);
    snprintf(k->pack, PATH, "%s/pack.yaml", pack);
    int fd = open(k->questions, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) != 0)
        fail("cannot read", k->questions);
    k->torn_len = (size_t)st.st_size;
    k->torn_bytes = malloc(k->torn_len);
    if (read(fd, k->torn_bytes, k->torn_len) != (ssize_t)k->torn_len)
        fail("cannot read", k->questions);
    close(fd);
}

static void mend_content(struct walk *k)
{
    if (k->torn)
        write_content(k, k->torn_bytes, k->torn_len);
    k->mended |= k->torn;
    k->torn = false;
}

static void clocks(struct walk *k)
{
    static const int64_t days[] = {0, 1, -1, 400, -400, 40000, -30000};
    k->broken->calendar = days[draw(7)] * 86400 + draw(86400);
    settle(k, "what was typed ahead");
    k->broken->stopwatch += 4000;
    vt_key(k->v, "resize:80x25"); /* it looks at the clock */
    press(k, "down");             /* and somebody is there */
}

static void disk(struct walk *k)
{
    k->broken->full = !k->broken->full;
    press(k, "ctrl-p");
    send(k, "12345\r", 6, "a PIN");
}

static void printer(struct walk *k)
{
    if (k->helper)
        kill(k->helper, SIGKILL);
    k->worn = k->helper != 0;
}

static void content(struct walk *k)
{
    static const char rubbish[] = "questions:\n  - id: [\n\xff";
    if (k->torn)
        mend_content(k);
    else
        write_content(k, rubbish, draw(sizeof rubbish)), k->torn = true;
}

static void fault(struct walk *k, long number)
{
    static void (*const faults[])(struct walk *) = {clocks, disk, printer, content};
    faults[number % 4](k);
}

/* What the program does not survive. Meanwhile what systemd would find broken is mended. */
static void fatal_fault(struct walk *k, long number)
{
    mend_content(k);
    switch (number % 3) {
    case 0:
        vt_hangup(k->v);
        again(k, 128 + SIGHUP, 0);
        break;
    case 1:
        vt_signal(k->v, SIGKILL);
        again(k, 0, SIGKILL);
        break;
    default:
        vt_signal(k->v, SIGTERM);
        again(k, 0, 0);
    }
}

/* ---- a visit
 * -------------------------------------------------------------------------------------- */

static bool rests(struct vt *v)
{
    return vt_shows(v, "Press any key to begin");
}

static bool over(struct walk *k)
{
    enum vt_state s = vt_settle(k->v);
    if (s == VT_HUNG)
        fail("it hangs at", "the end of a visit");
    return s == VT_ENDED;
}

/* From wherever it stands to the page between two visits: one key, and a yes. In line mode nobody
 * hears keys. False: it has ended, and may. */
static bool end_visit(struct walk *k)
{
    static const char lines[] = "\025\r:again\ryes\r";
    press(k, "resize:80x25");
    for (int tries = 0; tries < (k->lines ? 24 : 3); tries++) {
        if (over(k))
            return false;
        if (rests(k->v))
            return true;
        if (vt_shows(k->v, "Yes, erase everything"))
            vt_send(k->v, "y", 1);
        else if (tries % 4 == 3)
            vt_send(k->v, lines, sizeof lines - 1);
        else
            vt_key(k->v, "f8");
    }
    if (over(k) || rests(k->v))
        return !over(k);
    vt_text(k->v, "the end", stderr);
    fail("the first page", "does not come back");
    return false;
}

static void search(int pid, const char *word)
{
    char where[LOOK_PLACE] = "";
    int stride = geteuid() == 0 ? look_for(pid, word, where) : 0;
    if (stride) {
        fprintf(stderr, "walker: a word that was typed (distance %d) stands in %s\n", stride,
                where);
        exit(1);
    }
}

static void look(struct walk *k, const char *word)
{
    int other = 0, helper = k->worn ? 0 : k->helper;
    if (look_children(k->keeper, &other) != 1 || other != k->pid)
        fail("it is", "another process");
    other = 0;
    if (!k->worn && (look_children(k->pid, &other) != (helper != 0) || other != helper))
        fail("it started", "a process");
    search(k->pid, word);
    if (helper)
        search(helper, word);
    long memory = look_memory(k->pid);
    if (k->visits <= WARM && memory > k->settled)
        k->settled = memory;
    k->over = memory > k->settled + GROWTH ? k->over + 1 : 0;
    if (k->over > WARM)
        fail("its memory", "grows");
}

static void visit(struct walk *k, long number, long fatal)
{
    char word[LOOK_WORD + 1];
    make_word(word);
    press(k, "enter"); /* wakes */
    send(k, word, LOOK_WORD, "a word");
    for (int i = 0; i < STEPS && !k->gone; i++) {
        step(k, word);
        if (i == STEPS / 2 && number % fatal == fatal - 1) {
            fatal_fault(k, number / fatal);
            return;
        }
        if (i == STEPS / 2 && number % FAULTS_EVERY == 1)
            fault(k, number / FAULTS_EVERY);
    }
    k->visits++;
    if (!k->gone && end_visit(k)) {
        look(k, word);
    } else if (k->worn || k->mended) {
        mend_content(k);
        again(k, TRY_AGAIN, 0);
    } else {
        fail("it ended", "at the end of a visit");
    }
}

/* ---- the whole
 * ------------------------------------------------------------------------------------ */

static struct broken *share(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    void *shared =
        fd < 0 || ftruncate(fd, sizeof(struct broken)) != 0
            ? MAP_FAILED
            : mmap(NULL, sizeof(struct broken), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (shared == MAP_FAILED)
        fail("cannot share", path);
    close(fd);
    return shared;
}

static void finish(struct walk *k, const char *home)
{
    vt_signal(k->v, SIGTERM);
    if (vt_settle(k->v) != VT_ENDED || !WIFEXITED(vt_wait_status(k->v)) ||
        WEXITSTATUS(vt_wait_status(k->v)) != 0)
        fail("SIGTERM", "is no clean end");
    vt_free(k->v);
    mend_content(k);
    free(k->torn_bytes);
    if (look_files(home) > 2) /* the faults, and the tries of the PIN */
        fail("files were left in", home);
}

int main(int argc, char **argv)
{
    char program[PATH], home[] = "/tmp/tanu-walker.XXXXXX", room[7][PATH];
    const char *build = getenv("TANU_BUILD");
    if (argc < 3 || !build || !mkdtemp(home))
        return 2;
    state = (argc > 3 ? strtoull(argv[3], NULL, 10) : 0) * 2654435761u + 88172645463325252u;
    long visits = argc > 4 ? strtol(argv[4], NULL, 10) : 12;
    long fatal = argc > 5 ? strtol(argv[5], NULL, 10) : 11;
    snprintf(program, sizeof program, "%s/tanu", build);
    snprintf(room[0], PATH, "HOME=%s", home);
    snprintf(room[1], PATH, "STATE_DIRECTORY=%s", home);
    snprintf(room[2], PATH, "NOTIFY_SOCKET=%s/nobody", home);
    snprintf(room[3], PATH, "LD_PRELOAD=%s/tests/kiosk/broken.so", build);
    snprintf(room[4], PATH, "TANU_TEST_BROKEN=%s/broken", home);
    snprintf(room[5], PATH, "TERM=xterm-256color");
    snprintf(room[6], PATH, "LANG=C.UTF-8");
    char kiosk[] = "--kiosk", pack[] = "--pack";
    char *arguments[] = {program, kiosk, argv[1], pack, argv[2], NULL};
    char *environment[] = {room[0], room[1], room[2], room[3], room[4], room[5], room[6], NULL};
    struct walk k = {.setup = {.cols = 80, .rows = 25, .term = "xterm-256color", .deadline = 20}};
    k.setup.what = (struct spawn){.argv = arguments, .envp = environment, .cwd = home};
    k.broken = share(room[4] + strlen("TANU_TEST_BROKEN="));
    k.lines = look_has_line(argv[1], "lines: yes\n");
    keep_content(&k, argv[2]);
    start(&k);
    for (long i = 0; i < visits; i++)
        visit(&k, i, fatal);
    finish(&k, home);
    if (geteuid() != 0)
        fputs("walker: not root: memory was not looked into\n", stderr);
    return 0;
}
