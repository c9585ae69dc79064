// SPDX-License-Identifier: MIT
// Widths of a table's columns, see table.h.
#include "paper/table.h"

#include "base/utf8.h"

enum { FIRST_MOST = 24 };

bool table_fits(const struct page_table *table, int width, struct table_widths *widths)
{
    int columns = table->columns - 1;
    widths->first = 0;
    for (int row = 0; row < table->rows; row++) {
        int cell = utf8_width(table->cells[row * table->columns]);
        widths->first = cell > widths->first ? cell : widths->first;
    }
    if (widths->first > FIRST_MOST)
        widths->first = FIRST_MOST;
    widths->other = columns < 1 ? 0 : (width - widths->first - columns * TABLE_GAP) / columns;
    return columns < 1 || widths->other >= TABLE_LEAST;
}

int table_start(const struct table_widths *widths, int column)
{
    return column ? widths->first + TABLE_GAP + (column - 1) * (widths->other + TABLE_GAP) : 0;
}
