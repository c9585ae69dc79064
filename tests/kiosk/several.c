/* SPDX-License-Identifier: MIT
 * several: a visit to a kiosk with three diplomas, and a look into its memory afterwards.
 *
 *   several POLICY PACK
 *
 * Each diploma is answered with a word of its own; they are gone to and fro, one is removed. Once
 * the visit is ended by its visitor, once the screen becomes small before. Afterwards no word
 * stands in the memory of the process (as root: /proc/PID/mem). At last many visits go on in line
 * mode and come back to the screen: the process has no more memory after them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../screen/vt.h"
#include "look.h"

enum { TRIES = 60, WORDS = 3, ROUNDS = 40, GROWTH = 100 /* kB */ };

static void fail(const char *what, const char *detail)
{
    fprintf(stderr, "several: %s %s\n", what, detail);
    exit(1);
}

static void settle(struct vt *v, const char *after)
{
    if (vt_settle(v) != VT_IDLE)
        fail("it ended or hangs after", after);
}

static void press(struct vt *v, const char *key)
{
    if (vt_key(v, key) != 0)
        fail("no such key:", key);
    settle(v, key);
}

static void send(struct vt *v, const char *words)
{
    if (vt_send(v, words, strlen(words)) != 0)
        fail("it does not take", words);
    settle(v, words);
}

static void answer(struct vt *v, const char *words)
{
    send(v, words);
    press(v, "enter");
}

/* Goes on with "I don't know" until that stands there. */
static void go_until(struct vt *v, const char *words)
{
    for (int i = 0; i < TRIES && !vt_shows(v, words); i++)
        press(v, vt_shows(v, "First answer") ? "enter" : "f5");
    if (!vt_shows(v, words)) {
        vt_text(v, "the screen", stderr);
        fail("it never shows", words);
    }
}

static void begin_visit(struct vt *v)
{
    press(v, "resize:80x25");
    press(v, "enter"); /* wakes */
    press(v, "enter");
    answer(v, "CN");
    send(v, "1");
}

static void end_visit(struct vt *v)
{
    for (int i = 0; i < TRIES && !vt_shows(v, "Press any key to begin"); i++)
        if (vt_shows(v, "Yes, erase everything"))
            send(v, "y");
        else
            press(v, i % 2 ? "esc" : "f8");
    if (!vt_shows(v, "Press any key to begin"))
        fail("the first page", "does not come back");
}

static void diploma(struct vt *v, const char *country, const char *level, const char *word)
{
    answer(v, country);
    send(v, level);
    go_until(v, "the name of your university");
    answer(v, word);
    go_until(v, "What would help");
}

static void see(struct vt *v, const char *word)
{
    press(v, "f2");
    for (int i = 0; i < 3 && !vt_shows(v, word); i++)
        press(v, "pgdn");
    if (!vt_shows(v, word))
        fail("the first diploma", "lost its answer");
    press(v, "esc");
}

static void visit(struct vt *v, int pid, char words[WORDS][LOOK_WORD + 1], const char *late)
{
    char where[LOOK_PLACE] = "";
    begin_visit(v);
    diploma(v, "KZ", "1", words[0]);
    send(v, "b");
    diploma(v, "KZ", "2", words[1]);
    send(v, "g");
    send(v, "1");
    see(v, words[0]);
    send(v, "b");
    diploma(v, "UZ", "2", words[2]);
    send(v, "g");
    press(v, "del");
    send(v, "y");
    if (late)
        press(v, late);
    end_visit(v);
    for (int i = 0; i < WORDS && geteuid() == 0; i++)
        if (look_for(pid, words[i], where)) {
            fprintf(stderr, "several: the answer of diploma %d stands in %s\n", i + 1, where);
            exit(1);
        }
}

static void to_lines_and_back(struct vt *v, int rounds)
{
    for (int i = 0; i < rounds; i++) {
        press(v, "enter"); /* wakes */
        press(v, "f11");
        send(v, "\r:again\r");
        send(v, "yes\r");
        if (!vt_shows(v, "Press any key to begin"))
            fail("line mode", "does not lead back to the first page");
    }
}

static void keep_memory(struct vt *v, int pid)
{
    to_lines_and_back(v, ROUNDS / 2);
    long before = look_memory(pid);
    to_lines_and_back(v, ROUNDS);
    long after = look_memory(pid);
    if (after > before + GROWTH) {
        fprintf(stderr, "several: %d ways to line mode and back took %ld kB\n", ROUNDS,
                after - before);
        exit(1);
    }
}

int main(int argc, char **argv)
{
    char program[4096], home[] = "/tmp/tanu-several.XXXXXX", at_home[64];
    char words[2][WORDS][LOOK_WORD + 1] = {{"qxzjvkwyqqxzjv", "jvkwyzzxqqkkwv", "wwyyxxqqzzvvkk"},
                                           {"kqwjxzyvkjqqxw", "zzkwvyxqjjvkqx", "vxkqzwjyyvxqzk"}};
    const char *build = getenv("TANU_BUILD");
    if (argc < 3 || !build || !mkdtemp(home))
        return 2;
    snprintf(program, sizeof program, "%s/tanu", build);
    snprintf(at_home, sizeof at_home, "HOME=%s", home);
    char kiosk[] = "--kiosk", pack[] = "--pack", day[] = "--as-of", date[] = "2026-11-01";
    char term[] = "TERM=xterm-256color", lang[] = "LANG=C.UTF-8";
    char *arguments[] = {program, kiosk, argv[1], pack, argv[2], day, date, NULL};
    char *environment[] = {at_home, term, lang, NULL};
    struct vt_setup setup = {.cols = 80, .rows = 25, .term = "xterm-256color", .deadline = 20};
    setup.what = (struct spawn){.argv = arguments, .envp = environment, .cwd = home};
    struct vt *v = vt_start(&setup);
    int keeper = 0, pid = 0;
    if (!v)
        fail("cannot start", program);
    settle(v, "the start");
    if (look_children(getpid(), &keeper) != 1 || look_children(keeper, &pid) != 1)
        fail("no process", program);
    visit(v, pid, words[0], NULL);
    visit(v, pid, words[1], "resize:45x20");
    keep_memory(v, pid);
    vt_key(v, "signal:TERM");
    if (vt_settle(v) != VT_ENDED)
        fail("SIGTERM", "is no end");
    vt_free(v);
    rmdir(home);
    if (geteuid() != 0)
        fputs("several: not root: memory was not looked into\n", stderr);
    return 0;
}
