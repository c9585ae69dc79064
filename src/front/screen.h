// SPDX-License-Identifier: MIT
// The full-screen wizard: keys to the wizard, its pages to the terminal.
#ifndef TANU_FRONT_SCREEN_H
#define TANU_FRONT_SCREEN_H

#include "front/terminal.h"
#include "wizard/wizard.h"

enum { SCREEN_LEFT = 0, SCREEN_GONE = -1, SCREEN_RENEW = -2, SCREEN_SPEAK = -3 };

// What a kiosk that nobody watches looks after meanwhile. NULL functions are not called.
struct screen_care {
    void *context;
    int32_t (*minute)(void *context); // of the day
};

// SCREEN_RENEW: wizard_due(). SCREEN_SPEAK: the visit goes on in line mode (wizard_speak()).
// Runs until the person leaves. After `idle` milliseconds without a key the answers are forgotten,
// if there are any (0: never): the next person finds the first page. Returns SCREEN_LEFT, the
// number of the signal that ended it, or SCREEN_GONE if the terminal went away. The terminal is
// left open, the answers stay in `w`. A kiosk (wizard_kiosk()) says itself how long it waits.
int screen_run(struct wizard *w, struct terminal *t, int64_t idle, const struct screen_care *care);

// Paints one page, which screen_run() is to find there; no key is read.
void screen_cover(struct terminal *t, const struct page *page);

#endif
