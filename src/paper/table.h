// SPDX-License-Identifier: MIT
// How wide the columns of a table are, the same for screen and plain text.
#ifndef TANU_PAPER_TABLE_H
#define TANU_PAPER_TABLE_H

#include <stdbool.h>

#include "view/page.h"

enum { TABLE_GAP = 2, TABLE_LEAST = 18 };

struct table_widths {
    int first; // the column of headings
    int other; // each of the others
};

// false: columns would be narrower than TABLE_LEAST cells; then show one block per column instead.
bool table_fits(const struct page_table *table, int width, struct table_widths *widths);
// The column (in cells) at which a column begins.
int table_start(const struct table_widths *widths, int column);

#endif
