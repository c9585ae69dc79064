/* SPDX-License-Identifier: MIT
 * What somebody does on a kiosk: any key, sequences, pastes, sizes, signals. See walker.h.
 */
#include "walker.h"

#include <stdio.h>
#include <string.h>

enum { BIG = 1000000 };

static uint64_t state;

void walk_seed(uint64_t seed)
{
    state = seed * 2654435761u + 88172645463325252u;
}

unsigned walk_draw(unsigned below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)((state >> 20) % below);
}

_Noreturn void walk_fail(const char *what, const char *detail)
{
    fprintf(stderr, "walker: %s %s\n", what, detail);
    exit(1);
}

void walk_word(char word[LOOK_WORD + 1])
{
    for (int i = 0; i < LOOK_WORD; i++)
        word[i] = "qxzjvkwy"[walk_draw(8)];
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
#define ONE_OF(list) list[walk_draw(sizeof list / sizeof *list)]

void walk_settle(struct walk *k, const char *after)
{
    enum vt_state s = vt_settle(k->v);
    k->gone |= (k->worn || k->mended) && s == VT_ENDED;
    if (s != VT_IDLE && !k->gone)
        walk_fail(s == VT_ENDED ? "it ended after" : "it hangs after", after);
}

/* Most of the time somebody types ahead. */
static void sometimes(struct walk *k, const char *after)
{
    if (walk_draw(6) == 0)
        walk_settle(k, after);
}

/* The terminal of these tests wants no output for another size. */
void walk_press(struct walk *k, const char *key)
{
    bool size = !strncmp(key, "resize:", strlen("resize:"));
    if (size)
        walk_settle(k, "what was typed ahead");
    if (vt_key(k->v, key) != 0)
        walk_fail("no such key:", key);
    if (size)
        walk_settle(k, key);
    else
        sometimes(k, key);
}

void walk_send(struct walk *k, const char *bytes, size_t len, const char *what)
{
    if (vt_send(k->v, bytes, len) != 0 && !k->worn && !k->mended)
        walk_fail("it does not take", what);
    sometimes(k, what);
}

static void paste_much(struct walk *k)
{
    char *much = malloc(BIG);
    memcpy(much, "\033[200~", 6);
    for (int i = 6; i < BIG - 6; i++)
        much[i] = (char)('a' + i % 26);
    memcpy(much + BIG - 6, "\033[201~", 6);
    walk_send(k, much, BIG, "a paste of 1 MB");
    free(much);
}

void walk_step(struct walk *k, const char *word)
{
    char text[16], paste[64];
    switch (walk_draw(13)) {
    case 0:
    case 1:
    case 2:
    case 3:
        walk_press(k, ONE_OF(keys));
        break;
    case 4:
        snprintf(text, sizeof text, "%c", (int)(' ' + walk_draw(95)));
        walk_send(k, text, 1, "a letter");
        break;
    case 5: {
        const char *s = ONE_OF(sequences);
        walk_send(k, s, strlen(s), "a sequence");
        walk_send(k, "\033[201~", 6, "the end of a paste");
        break;
    }
    case 6:
        snprintf(text, sizeof text, "signal:%s", ONE_OF(signals));
        walk_press(k, text);
        break;
    case 7:
        walk_press(k, ONE_OF(sizes));
        break;
    case 8:
        walk_send(k, word, LOOK_WORD, "a word");
        break;
    case 9:
        snprintf(paste, sizeof paste, "\033[200~%s\033[201~", word);
        walk_send(k, paste, strlen(paste), "a paste");
        break;
    case 10:
        if (walk_draw(100) == 0)
            paste_much(k);
        break;
    case 11: /* it waits whether more comes */
        if (walk_draw(10) == 0)
            walk_press(k, "esc");
        break;
    default:
        walk_press(k, walk_draw(2) ? "enter" : "f5");
    }
}
