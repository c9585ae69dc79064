// SPDX-License-Identifier: MIT
// The first page on the screen before the pack is read: pack.yaml alone says all that stands there.
// Nothing is told from it. Where the pack then cannot be had without a word to the person, the
// terminal is given back, and whoever called reads the pack in the ordinary way, which says why.
#ifndef TANU_APP_COVER_H
#define TANU_APP_COVER_H

#include "app/command.h"
#include "base/arena.h"

struct terminal;

struct cover {
    struct terminal *terminal; // taken over, with the first page on it; NULL: there is no cover
    struct arena arena;
};

// For a visit on the screen that begins at the first page. `i18n` is then ready as after
// call_open_spoken(), and borrowed by the terminal.
void cover_open(struct cover *cover, const struct call *call, struct i18n *i18n);

// The pack behind it. NULL, and no cover any more: something is unusual; `i18n` is released.
const struct pack *cover_read(struct cover *cover, const struct call *call, struct i18n *i18n);

// What the cover itself needed is given back; the terminal stays.
void cover_release(struct cover *cover);

#endif
