/* SPDX-License-Identifier: MIT
 * walker: somebody who tries everything on a kiosk, and a look into its memory afterwards.
 *
 *   walker POLICY PACK [SEED [VISITS]]
 *
 * Runs build/tanu --kiosk on a terminal. In each visit it presses any key there is, sends
 * sequences, reports of a mouse, pastes, new sizes and signals, types and pastes words of its own,
 * and then says "start again". Nothing of that may end the program, start another process (one who
 * prints is there from the beginning on, where the policy grants it) or leave a file; after the
 * visit no word that was typed stands in the memory of the process (as root: /proc/PID/mem), in
 * whatever encoding or grid of cells. At last SIGTERM ends it with status 0.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../screen/vt.h"

enum { WORD = 14, CHUNK = 1 << 16, STRIDE_MOST = 64, STEPS = 60, BIG = 1000000, GROWTH = 4096 };

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

/* ---- the process ---------------------------------------------------------------------------- */

static int parent_of(const char *pid)
{
    char path[300], stat[512] = "";
    snprintf(path, sizeof path, "/proc/%s/stat", pid);
    FILE *f = fopen(path, "re");
    size_t n = f ? fread(stat, 1, sizeof stat - 1, f) : 0;
    if (f)
        fclose(f);
    stat[n] = 0;
    const char *at = strrchr(stat, ')');
    int parent = 0;
    return at && sscanf(at + 1, " %*c %d", &parent) == 1 ? parent : 0;
}

/* The children of a process: how many, and one of them. */
static int children(int of, int *one)
{
    int count = 0;
    DIR *proc = opendir("/proc");
    for (const struct dirent *e; proc && (e = readdir(proc));)
        if (e->d_name[0] >= '1' && e->d_name[0] <= '9' && parent_of(e->d_name) == of) {
            *one = atoi(e->d_name);
            count++;
        }
    if (proc)
        closedir(proc);
    return count;
}

/* Kilobytes of its own memory. */
static long memory_of(int pid)
{
    char path[64], line[256];
    long resident = 0;
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *f = fopen(path, "re");
    while (f && fgets(line, sizeof line, f))
        (void)sscanf(line, "RssAnon: %ld", &resident);
    if (f)
        fclose(f);
    return resident;
}

/* ---- what was typed ------------------------------------------------------------------------- */

static void make_word(char word[WORD + 1])
{
    for (int i = 0; i < WORD; i++)
        word[i] = "qxzjvkwy"[draw(8)];
    word[WORD] = 0;
}

static int stands(const unsigned char *at, const unsigned char *end, const char *word, int stride)
{
    if (at + (WORD - 1) * stride >= end)
        return 0;
    for (int i = 0; i < WORD; i++)
        if (at[i * stride] != (unsigned char)word[i])
            return 0;
    return 1;
}

/* Bytes, UTF-16, UTF-32, and letters in the cells of a screen: every distance between two letters.
 */
static int found_in(const unsigned char *bytes, size_t len, const char *word)
{
    for (size_t i = 0; i < len; i++)
        for (int stride = 1; bytes[i] == (unsigned char)word[0] && stride <= STRIDE_MOST;
             stride += stride < 2 ? 1 : 2)
            if (stands(bytes + i, bytes + len, word, stride))
                return stride;
    return 0;
}

static int found_between(int memory, uintptr_t from, uintptr_t to, const char *word)
{
    static unsigned char chunk[CHUNK];
    const size_t overlap = WORD * STRIDE_MOST;
    for (uintptr_t at = from; at < to; at += CHUNK - overlap) {
        size_t want = to - at < CHUNK ? to - at : CHUNK;
        ssize_t got = pread(memory, chunk, want, (off_t)at);
        int stride = got > 0 ? found_in(chunk, (size_t)got, word) : 0;
        if (stride)
            return stride;
    }
    return 0;
}

/* Looks through all memory of the process that it can write. */
static int found_in_memory(int pid, const char *word, char where[200])
{
    char path[64], line[512];
    snprintf(path, sizeof path, "/proc/%d/maps", pid);
    FILE *maps = fopen(path, "re");
    snprintf(path, sizeof path, "/proc/%d/mem", pid);
    int memory = open(path, O_RDONLY | O_CLOEXEC), found = 0;
    if (!maps || memory < 0)
        fail("cannot read", path);
    while (!found && fgets(line, sizeof line, maps)) {
        unsigned long from, to;
        char rights[8];
        if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) != 3 || rights[1] != 'w')
            continue;
        found = found_between(memory, from, to, word);
        snprintf(where, 200, "%.190s", line);
    }
    fclose(maps);
    close(memory);
    return found;
}

/* ---- a visit -------------------------------------------------------------------------------- */

static const char *const keys[] = {
    "up",     "down",   "left",   "right",   "home",   "end",    "pgup",   "pgdn",   "ins",
    "del",    "bs",     "tab",    "backtab", "enter",  "esc",    "space",  "f1",     "f2",
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
                                        "\x9b"
                                        "A",
                                        "\xff\xfe\xc3",
                                        "\xed\xa0\x80",
                                        "\033[200~"
                                        ":!sh\n"
                                        "\033[201~",
                                        "\003\032\034\004\021\023",
                                        "\033[13~",
                                        "\033OP"};
static const char *const signals[] = {"INT",  "QUIT", "TSTP", "USR1", "USR2",
                                      "ALRM", "PIPE", "CONT", "WINCH"};
static const char *const sizes[] = {"resize:80x25", "resize:40x12", "resize:132x50",
                                    "resize:20x5",  "resize:1x1",   "resize:300x100"};
#define ONE_OF(list) list[draw(sizeof list / sizeof *list)]

static void settle(struct vt *v, const char *after)
{
    enum vt_state s = vt_settle(v);
    if (s != VT_IDLE)
        fail(s == VT_ENDED ? "it ended after" : "it hangs after", after);
}

static void press(struct vt *v, const char *key)
{
    if (vt_key(v, key) != 0)
        fail("no such key:", key);
    settle(v, key);
}

static void send(struct vt *v, const char *bytes, size_t len, const char *what)
{
    if (vt_send(v, bytes, len) != 0)
        fail("it does not take", what);
    settle(v, what);
}

static void paste_much(struct vt *v)
{
    char *much = malloc(BIG);
    memcpy(much, "\033[200~", 6);
    for (int i = 6; i < BIG - 6; i++)
        much[i] = (char)('a' + i % 26);
    memcpy(much + BIG - 6, "\033[201~", 6);
    send(v, much, BIG, "a paste of 1 MB");
    free(much);
}

static void step(struct vt *v, const char *word)
{
    char text[16], paste[64];
    switch (draw(12)) {
    case 0:
    case 1:
    case 2:
    case 3:
        press(v, ONE_OF(keys));
        break;
    case 4:
        snprintf(text, sizeof text, "%c", (int)(' ' + draw(95)));
        send(v, text, 1, "a letter");
        break;
    case 5: {
        const char *s = ONE_OF(sequences);
        send(v, s, strlen(s), "a sequence");
        send(v, "\033[201~", 6, "the end of a paste");
        break;
    }
    case 6:
        snprintf(text, sizeof text, "signal:%s", ONE_OF(signals));
        press(v, text);
        break;
    case 7:
        press(v, ONE_OF(sizes));
        break;
    case 8:
        send(v, word, WORD, "a word");
        break;
    case 9:
        snprintf(paste, sizeof paste, "\033[200~%s\033[201~", word);
        send(v, paste, strlen(paste), "a paste");
        break;
    case 10:
        if (draw(20) == 0)
            paste_much(v);
        break;
    default:
        press(v, draw(2) ? "enter" : "f5");
    }
}

/* From wherever it stands to the page between two visits. */
static void end_visit(struct vt *v)
{
    press(v, "resize:80x25");
    for (int tries = 0; tries < 40 && !vt_shows(v, "Press any key to begin"); tries++) {
        if (vt_shows(v, "Yes, erase everything"))
            send(v, "y", 1, "yes");
        else
            press(v, tries % 3 ? "esc" : "f8");
    }
    if (!vt_shows(v, "Press any key to begin"))
        fail("the first page", "does not come back");
}

static void search(int pid, const char *word)
{
    char where[200];
    int stride = geteuid() == 0 ? found_in_memory(pid, word, where) : 0;
    if (stride) {
        fprintf(stderr, "walker: a word that was typed (distance %d) stands in %s", stride, where);
        exit(1);
    }
}

// `helper`: who prints, 0: nobody.
static void visit(struct vt *v, int keeper, int pid, int helper)
{
    char word[WORD + 1];
    int other = 0;
    make_word(word);
    press(v, "enter"); /* wakes */
    send(v, word, WORD, "a word");
    for (int i = 0; i < STEPS; i++)
        step(v, word);
    end_visit(v);
    if (children(keeper, &other) != 1 || other != pid)
        fail("it is", "another process");
    other = 0;
    if (children(pid, &other) != (helper != 0) || other != helper)
        fail("it started", "a process");
    search(pid, word);
    if (helper)
        search(helper, word);
}

static int files_in(const char *folder)
{
    int count = 0;
    DIR *dir = opendir(folder);
    for (const struct dirent *e; dir && (e = readdir(dir));)
        count += e->d_name[0] != '.' || strlen(e->d_name) > 2;
    if (dir)
        closedir(dir);
    return count;
}

int main(int argc, char **argv)
{
    char program[4096], home[] = "/tmp/tanu-walker.XXXXXX", at_home[64];
    const char *build = getenv("TANU_BUILD");
    if (argc < 3 || !build || !mkdtemp(home))
        return 2;
    state = argc > 3 ? strtoull(argv[3], NULL, 10) * 2654435761u + 88172645463325252u
                     : 88172645463325252u;
    long visits = argc > 4 ? strtol(argv[4], NULL, 10) : 12;
    snprintf(program, sizeof program, "%s/tanu", build);
    snprintf(at_home, sizeof at_home, "HOME=%s", home);
    char kiosk[] = "--kiosk", pack[] = "--pack", day[] = "--as-of", date[] = "2026-11-01";
    char term[] = "TERM=xterm-256color", lang[] = "LANG=C.UTF-8";
    char *arguments[] = {program, kiosk, argv[1], pack, argv[2], day, date, NULL};
    char *environment[] = {at_home, term, lang, NULL};
    struct vt_setup setup = {.cols = 80, .rows = 25, .term = "xterm-256color", .deadline = 20};
    setup.what = (struct spawn){.argv = arguments, .envp = environment, .cwd = home};
    struct vt *v = vt_start(&setup);
    int keeper = 0, pid = 0, helper = 0;
    if (!v)
        fail("cannot start", program);
    settle(v, "the start");
    if (children(getpid(), &keeper) != 1 || children(keeper, &pid) != 1)
        fail("no process", program);
    if (children(pid, &helper) > 1)
        fail("it has more than", "one who prints");
    long settled = 0;
    for (long i = 0; i < visits; i++) {
        visit(v, keeper, pid, helper);
        if (i == visits / 4)
            settled = memory_of(pid);
    }
    if (settled && memory_of(pid) > settled + GROWTH)
        fail("its memory", "grows");
    vt_key(v, "signal:TERM");
    if (vt_settle(v) != VT_ENDED || !WIFEXITED(vt_wait_status(v)) ||
        WEXITSTATUS(vt_wait_status(v)) != 0)
        fail("SIGTERM", "is no clean end");
    vt_free(v);
    if (files_in(home) != 0)
        fail("files were left in", home);
    rmdir(home);
    if (geteuid() != 0)
        fputs("walker: not root: memory was not looked into\n", stderr);
    return 0;
}
