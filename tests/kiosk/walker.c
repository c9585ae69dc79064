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
 * Every fourth visit has a fault that the program lives with: the clocks jump, the disk is full.
 * Each FATAL visits comes one that ends it, at once or between two visits: the terminal goes away,
 * the program or who prints is killed, the content is torn and, the next time, mended (PACK is a
 * copy that may be written). Whatever ends it ends it with the status that it should, and it is
 * started again as systemd would. What it has at its lowest in a hundred visits stays flat (one
 * size of the screen needs more than another); that is seen where FATAL is above 300. At last
 * SIGTERM ends it with status 0.
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

#include "walker.h"

enum { STEPS = 60, GROWTH = 128, WINDOW = 100, FAULTS_EVERY = 4, TRY_AGAIN = 75 };

/* ---- the program
 * --------------------------------------------------------------------------------- */

static void start(struct walk *k)
{
    k->v = vt_start(&k->setup);
    k->keeper = k->pid = k->helper = 0;
    k->visits = k->settled = k->lowest = 0;
    k->worn = k->gone = k->mended = false;
    if (!k->v)
        walk_fail("cannot start", "it");
    walk_settle(k, "the start");
    if (look_children(getpid(), &k->keeper) != 1 || look_children(k->keeper, &k->pid) != 1)
        walk_fail("no process", "runs");
    if (look_children(k->pid, &k->helper) > 1)
        walk_fail("it has more than", "one who prints");
}

/* It has ended, and so it should have: with a status, or by a signal. */
static void again(struct walk *k, int status, int by)
{
    int was;
    if (vt_settle(k->v) != VT_ENDED)
        walk_fail("it goes on", "and should have ended");
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
        walk_fail("cannot write", k->questions);
    utimensat(AT_FDCWD, k->pack,
              (struct timespec[2]){{walk_draw(1u << 30), 0}, {walk_draw(1u << 30), 0}}, 0);
}

static void keep_content(struct walk *k, const char *pack)
{
    struct stat st;
    snprintf(k->questions, WALK_PATH, "%s/questions.yaml", pack);
    snprintf(k->pack, WALK_PATH, "%s/pack.yaml", pack);
    int fd = open(k->questions, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) != 0)
        walk_fail("cannot read", k->questions);
    k->torn_len = (size_t)st.st_size;
    k->torn_bytes = malloc(k->torn_len);
    if (read(fd, k->torn_bytes, k->torn_len) != (ssize_t)k->torn_len)
        walk_fail("cannot read", k->questions);
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
    k->broken->calendar = days[walk_draw(7)] * 86400 + walk_draw(86400);
    walk_settle(k, "what was typed ahead");
    k->broken->stopwatch += 4000;
    vt_key(k->v, "resize:80x25"); /* it looks at the clock */
    walk_press(k, "down");        /* and somebody is there */
}

static void disk(struct walk *k)
{
    k->broken->full = !k->broken->full;
    walk_press(k, "ctrl-p");
    walk_send(k, "12345\r", 6, "a PIN");
}

static void printer(struct walk *k)
{
    if (k->helper)
        kill(k->helper, SIGKILL);
    k->worn = k->helper != 0;
}

static void tear(struct walk *k)
{
    static const char rubbish[] = "questions:\n  - id: [\n\xff";
    write_content(k, rubbish, walk_draw(sizeof rubbish));
    k->torn = true;
}

static void hang_up(struct walk *k)
{
    vt_hangup(k->v);
    again(k, 128 + SIGHUP, 0);
}

static void kill_it(struct walk *k)
{
    vt_signal(k->v, SIGKILL);
    again(k, 0, SIGKILL);
}

static void terminate(struct walk *k)
{
    vt_signal(k->v, SIGTERM);
    again(k, 0, 0);
}

static void fault(struct walk *k, long number)
{
    static void (*const faults[])(struct walk *) = {clocks, disk};
    faults[number % 2](k);
}

/* What the program does not survive. True: the visit is over. */
static bool fatal_fault(struct walk *k, long number)
{
    static const struct {
        void (*happens)(struct walk *);
        bool ends; /* at once, and not between two visits */
    } faults[] = {{hang_up, true},   {printer, false}, {kill_it, true},
                  {terminate, true}, {tear, false},    {mend_content, false}};
    number %= (long)(sizeof faults / sizeof *faults);
    if (faults[number].ends)
        mend_content(k);
    faults[number].happens(k);
    return faults[number].ends;
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
        walk_fail("it hangs at", "the end of a visit");
    return s == VT_ENDED;
}

/* From wherever it stands to the page between two visits: one key, and a yes. In line mode nobody
 * hears keys. False: it has ended, and may. */
static bool end_visit(struct walk *k)
{
    static const char lines[] = "\025\r:again\ryes\r";
    walk_press(k, "resize:80x25");
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
    walk_fail("the first page", "does not come back");
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
        walk_fail("it is", "another process");
    other = 0;
    if (!k->worn && (look_children(k->pid, &other) != (helper != 0) || other != helper))
        walk_fail("it started", "a process");
    search(k->pid, word);
    if (helper)
        search(helper, word);
    long memory = look_memory(k->pid);
    if (k->visits % WINDOW == 1 || memory < k->lowest)
        k->lowest = memory;
    if (k->visits == 2L * WINDOW) /* it has grown up */
        k->settled = k->lowest;
    if (k->visits % WINDOW == 0 && k->visits > 2L * WINDOW && k->lowest > k->settled + GROWTH)
        walk_fail("its memory", "grows");
}

static void visit(struct walk *k, long number, long fatal)
{
    char word[LOOK_WORD + 1];
    walk_word(word);
    walk_press(k, "enter"); /* wakes */
    walk_send(k, word, LOOK_WORD, "a word");
    for (int i = 0; i < STEPS && !k->gone; i++) {
        walk_step(k, word);
        if (i == STEPS / 2 && number % fatal == fatal - 1 && fatal_fault(k, number / fatal))
            return;
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
        walk_fail("it ended", "at the end of a visit");
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
        walk_fail("cannot share", path);
    close(fd);
    return shared;
}

static void finish(struct walk *k, const char *home)
{
    vt_signal(k->v, SIGTERM);
    if (vt_settle(k->v) != VT_ENDED || !WIFEXITED(vt_wait_status(k->v)) ||
        WEXITSTATUS(vt_wait_status(k->v)) != 0)
        walk_fail("SIGTERM", "is no clean end");
    vt_free(k->v);
    mend_content(k);
    free(k->torn_bytes);
    if (look_files(home) > 2) /* the faults, and the tries of the PIN */
        walk_fail("files were left in", home);
}

int main(int argc, char **argv)
{
    char program[WALK_PATH], home[WALK_PATH], room[7][WALK_PATH + 32];
    const char *build = getenv("TANU_BUILD");
    if (argc < 3 || !build)
        return 2;
    snprintf(home, sizeof home, "%s.home.XXXXXX", argv[1]);
    if (!mkdtemp(home))
        return 2;
    walk_seed(argc > 3 ? strtoull(argv[3], NULL, 10) : 0);
    long visits = argc > 4 ? strtol(argv[4], NULL, 10) : 12;
    long fatal = argc > 5 ? strtol(argv[5], NULL, 10) : 11;
    snprintf(program, sizeof program, "%s/tanu", build);
    snprintf(room[0], sizeof room[0], "HOME=%s", home);
    snprintf(room[1], sizeof room[0], "STATE_DIRECTORY=%s", home);
    snprintf(room[2], sizeof room[0], "NOTIFY_SOCKET=%s/nobody", home);
    snprintf(room[3], sizeof room[0], "LD_PRELOAD=%s/tests/kiosk/broken.so", build);
    snprintf(room[4], sizeof room[0], "TANU_TEST_BROKEN=%s/broken", home);
    snprintf(room[5], sizeof room[0], "TERM=xterm-256color");
    snprintf(room[6], sizeof room[0], "LANG=C.UTF-8");
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
