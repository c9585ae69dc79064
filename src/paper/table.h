// SPDX-License-Identifier: MIT
// How wide the columns of a table are, and how many stand beside each other; the same for screen
// and plain text.
#ifndef TANU_PAPER_TABLE_H
#define TANU_PAPER_TABLE_H

#include <stdbool.h>

#include "view/page.h"

enum { TABLE_GAP = 2, TABLE_LEAST = 18 };

struct table_widths {
    int first; // the column of headings
    int other; // each of the others
    int shown; // how many of the others stand beside each other
};

// The columns are at least TABLE_LEAST cells wide: in 74 cells three stand beside the headings.
// false: there is room for one only; then show one block per column instead.
bool table_fits(const struct page_table *table, int width, struct table_widths *widths);
// The first of `shown` columns among which the column (1 or more) is.
int table_from(const struct table_widths *widths, int column);
// Where a column begins, in cells; `place` is 0 for the headings, 1 for the first that is shown.
int table_start(const struct table_widths *widths, int place);

#endif
