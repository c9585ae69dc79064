// SPDX-License-Identifier: MIT
// The full-screen wizard: keys to the wizard, its pages to the terminal.
#ifndef TANU_FRONT_SCREEN_H
#define TANU_FRONT_SCREEN_H

#include "front/terminal.h"
#include "wizard/wizard.h"

enum { SCREEN_LEFT = 0, SCREEN_GONE = -1 };

// Runs until the person leaves. After `idle` milliseconds without a key the answers are forgotten,
// if there are any (0: never): the next person finds the first page. Returns SCREEN_LEFT, the
// number of the signal that ended it, or SCREEN_GONE if the terminal went away. The terminal is
// left open, the answers stay in `w`.
int screen_run(struct wizard *w, struct terminal *t, int64_t idle);

#endif
