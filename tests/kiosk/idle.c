/* SPDX-License-Identifier: MIT
 * idle: a visitor of a kiosk goes away, on the screen and in lines.
 *
 *   idle POLICY PACK screen|lines
 *
 * A PIN that is begun and given up is forgotten at once. Then a word is typed and nothing more. The
 * question whether anybody is there stands with its seconds, a key gives the page back as it was
 * and does nothing else there; then nobody presses one: the first page is back by itself, in its
 * language, the screen and its history hold nothing, and the word stands nowhere in the memory of
 * the process (as root: /proc/PID/mem).
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../screen/vt.h"
#include "look.h"

enum { PATHS = 4096 };
static struct vt *v;
static int keeper, pid;

_Noreturn static void fail(const char *what, const char *detail)
{
    fprintf(stderr, "idle: %s %s\n", what, detail);
    vt_text(v, "the screen", stderr);
    exit(1);
}

static void press(const char *key)
{
    if (vt_key(v, key) != 0 || vt_settle(v) != VT_IDLE)
        fail("it ended or hangs after", key);
}

static void type(const char *words)
{
    if (vt_send(v, words, strlen(words)) != 0 || vt_settle(v) != VT_IDLE)
        fail("it ended or hangs after", words);
}

static void until(const char *words)
{
    if (vt_wait_text(v, words) != VT_IDLE)
        fail("it never shows", words);
}

/* The question whether anybody is there counts its seconds down, so it is answered at once. */
static void asked(const char *words)
{
    if (vt_see_text(v, words) != VT_IDLE)
        fail("it never asks", words);
}

static void refuse(const char *words)
{
    if (vt_shows(v, words))
        fail("it shows", words);
}

static void nothing_left(const char *word)
{
    char where[LOOK_PLACE] = "", *history = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&history, &len);
    vt_history(v, out);
    fclose(out);
    refuse(word);
    if (strstr(history, word))
        fail("in the history of the terminal stands", word);
    free(history);
    if (geteuid() == 0 && look_for(pid, word, where))
        fail("what was typed stands in", where);
}

static void pin_given_up(void)
{
    static const char pin[] = "zjxqywkvzjxqyw";
    char where[LOOK_PLACE] = "";
    press("enter");
    press("ctrl-p");
    until("Service PIN");
    type(pin);
    press("esc");
    if (geteuid() == 0 && look_for(pid, pin, where))
        fail("a PIN stands in", where);
    press("f8");
    type("y");
    until("Press any key to begin");
}

/* Wakes it, and goes to where a name is typed; in the second language, to see the first again. */
static void begin(const char *word)
{
    press("enter");
    type("2");
    type(word);
    until(word);
}

static void on_the_screen(void)
{
    static const char word[] = "qxzjvkwyqxzjvk";
    pin_given_up();
    begin(word);
    asked("Сіз әлі осындасыз ба?");
    refuse(word);
    press("f5"); /* would be an answer */
    if (!vt_shows(v, word))
        fail("more time:", "the page is not as it was");
    asked("Сіз әлі осындасыз ба?");
    until("Press any key to begin");
    nothing_left(word);
}

static void in_lines(void)
{
    static const char word[] = "wyqxvkzjwyqxvk";
    press("enter");
    press("enter");
    press("f11");
    type(word);
    type("\r");
    asked("Are you still there?");
    refuse("press any key");
    asked("Press Enter for more time");
    type("\r");
    until("Country, or its first letters");
    refuse("Press any key to begin");
    until("Press any key to begin"); /* the next one does not begin in lines */
    nothing_left(word);
}

int main(int argc, char **argv)
{
    char program[PATHS], home[PATHS], room[3][PATHS + 32];
    const char *build = getenv("TANU_BUILD");
    if (argc < 4 || !build)
        return 2;
    snprintf(home, sizeof home, "%s.home.XXXXXX", argv[1]);
    if (!mkdtemp(home))
        return 2;
    snprintf(program, sizeof program, "%s/tanu", build);
    snprintf(room[0], sizeof room[0], "HOME=%s", home);
    snprintf(room[1], sizeof room[1], "TERM=xterm-256color");
    snprintf(room[2], sizeof room[2], "LANG=C.UTF-8");
    char kiosk[] = "--kiosk", pack[] = "--pack";
    char *arguments[] = {program, kiosk, argv[1], pack, argv[2], NULL};
    char *environment[] = {room[0], room[1], room[2], NULL};
    struct vt_setup setup = {.cols = 80, .rows = 25, .term = "xterm-256color", .deadline = 30};
    setup.what = (struct spawn){.argv = arguments, .envp = environment, .cwd = home};
    v = vt_start(&setup);
    if (!v || vt_settle(v) != VT_IDLE)
        return 2;
    if (look_children(getpid(), &keeper) != 1 || look_children(keeper, &pid) != 1)
        fail("no process", "runs");
    if (!strcmp(argv[3], "lines"))
        in_lines();
    else
        on_the_screen();
    vt_signal(v, SIGTERM);
    if (vt_settle(v) != VT_ENDED || vt_wait_status(v) != 0)
        fail("SIGTERM", "is no clean end");
    vt_free(v);
    if (look_files(home) != 0)
        fail("files were left in", home);
    return 0;
}
