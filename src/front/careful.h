// SPDX-License-Identifier: MIT
// Painting on a terminal that keeps what leaves the screen: no row ever scrolls, the screen is
// never cleared as a whole, every row is written in its place and erased in its place. (Curses does
// neither and cannot be kept from scrolling.) Costs more bytes where lists move.
//
// GNU screen says that it has a second screen and, as delivered, has none; it puts rows that scroll
// away and whole screens that are cleared into its history. Terminals without a second screen are
// like it.
#ifndef TANU_FRONT_CAREFUL_H
#define TANU_FRONT_CAREFUL_H

#include "base/text.h"
#include "paper/cells.h"
#include "tongue/i18n.h"

enum { CAREFUL_STYLE = 96 };

struct careful {
    const struct i18n *i18n; // what the terminal's charset lacks is replaced
    // The terminal's sequence that goes there; valid until the next call.
    const char *(*move)(int row, int column);
    const char *erase;                      // from the cursor to the end of the row, or NULL
    const char *plain;                      // ends all attributes, or NULL
    char style[CELL_STYLES][CAREFUL_STYLE]; // from any style to this one
    char blank[CAREFUL_STYLE];              // the same, for what is erased: plain and not bold
};

// Appends what brings the screen from `old` (NULL: nobody knows what it shows) to `now`; both of
// the same size. The very last cell is never written: some terminals scroll then.
void careful_paint(struct text *out, const struct careful *c, const struct cells *old,
                   const struct cells *now);
// Appends what blanks every row; the cursor ends on the first one.
void careful_erase(struct text *out, const struct careful *c, int columns, int rows);

// Appends a capability without its pauses ("$<5>"), which no terminal needs today.
void careful_bare(struct text *out, const char *capability);

// The character to show in a cell, or ' ' and '?' for what cannot be shown: letters[CELL_CHARS +
// 1].
void careful_letters(const struct i18n *i18n, const struct cell *cell, uint32_t *letters);

#endif
