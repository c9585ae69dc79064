/* SPDX-License-Identifier: MIT
 * walker: somebody who tries everything on a kiosk (walker.c), and what is done in a visit
 * (walker_do.c).
 */
#ifndef KIOSK_WALKER_H
#define KIOSK_WALKER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "../screen/vt.h"
#include "broken.h"
#include "look.h"

enum { WALK_PATH = 4096 };
struct walk {
    struct vt_setup setup;
    struct vt *v;
    int keeper, pid, helper;      /* who prints, 0: nobody */
    long visits, settled, lowest; /* of this process; kilobytes at the lowest of the second WINDOW
                                     visits, and of these */
    struct broken *broken;
    char questions[WALK_PATH], pack[WALK_PATH]; /* files of the content */
    bool torn, mended; /* the content: unless it was mended it goes on with what it had */
    bool worn, gone;   /* who prints; with either it may end with TRY_AGAIN, and has */
    bool lines;        /* the policy has line mode */
    char *torn_bytes;
    size_t torn_len;
};

void walk_seed(uint64_t seed);
unsigned walk_draw(unsigned below);
_Noreturn void walk_fail(const char *what, const char *detail);

/* A visit may be over before it is meant to be: a word says yes. What is worn out ends then. */
void walk_settle(struct walk *k, const char *after);
void walk_press(struct walk *k, const char *key);
void walk_send(struct walk *k, const char *bytes, size_t len, const char *what);
void walk_word(char word[LOOK_WORD + 1]);
/* Anything there is, once. */
void walk_step(struct walk *k, const char *word);

#endif
