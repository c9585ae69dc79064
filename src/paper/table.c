// SPDX-License-Identifier: MIT
// Widths of a table's columns, see table.h.
#include "paper/table.h"

#include "base/utf8.h"
#include "paper/measure.h"

enum { FIRST_MOST = 24, FIRST_LEAST = 14 };

static int widest_heading(const struct page_table *table)
{
    int widest = 0;
    for (int row = 0; row < table->rows; row++)
        widest = measure_most(widest, utf8_width(table->cells[row * table->columns]));
    return measure_least(widest, FIRST_MOST);
}

static int room_for(int width, int first, int columns)
{
    return (width - first - columns * TABLE_GAP) / columns;
}

// The headings give way before a column does.
bool table_fits(const struct page_table *table, int width, struct table_widths *widths)
{
    int all = table->columns - 1, widest = widest_heading(table);
    *widths = (struct table_widths){.first = widest, .shown = all};
    if (all < 1)
        return true;
    while (widths->shown > 1 && room_for(width, FIRST_LEAST, widths->shown) < TABLE_LEAST)
        widths->shown--;
    int spare = width - widths->shown * (TABLE_LEAST + TABLE_GAP);
    widths->first = measure_least(widest, measure_most(spare, FIRST_LEAST));
    widths->other = room_for(width, widths->first, widths->shown);
    return widths->other >= TABLE_LEAST && (widths->shown > 1 || all == 1);
}

int table_from(const struct table_widths *widths, int column)
{
    return measure_most(1, column - widths->shown + 1);
}

int table_start(const struct table_widths *widths, int place)
{
    return place ? widths->first + TABLE_GAP + (place - 1) * (widths->other + TABLE_GAP) : 0;
}
