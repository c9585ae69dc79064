// SPDX-License-Identifier: MIT
// The grid of cells, see cells.h.
#include "paper/cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "base/text.h"
#include "base/utf8.h"
#include "paper/measure.h"

static const struct cell blank = {.c = {' '}, .width = 1, .style = CELL_PLAIN};

static size_t area(const struct cells *cells)
{
    return (size_t)cells->rows * (size_t)cells->columns;
}

void cells_release(struct cells *cells)
{
    if (cells->cell)
        explicit_bzero(cells->cell, area(cells) * sizeof *cells->cell);
    free(cells->cell);
    *cells = (struct cells){.cell = NULL};
}

void cells_resize(struct cells *cells, int columns, int rows)
{
    cells_release(cells);
    cells->columns = measure_between(columns, 1, CELLS_MAX_COLUMNS);
    cells->rows = measure_between(rows, 1, CELLS_MAX_ROWS);
    cells->cell = xcalloc(area(cells), sizeof *cells->cell);
    cells_clear(cells);
}

void cells_clear(struct cells *cells)
{
    for (size_t i = 0; i < area(cells); i++)
        cells->cell[i] = blank;
    cells->cursor_row = cells->cursor_column = 0;
}

bool cells_row_equal(const struct cells *a, const struct cells *b, int row)
{
    size_t length = (size_t)a->columns * sizeof *a->cell;
    return a->columns == b->columns && row < a->rows && row < b->rows &&
           !memcmp(cells_at(a, row, 0), cells_at(b, row, 0), length);
}

struct cell *cells_at(const struct cells *cells, int row, int column)
{
    if (row < 0 || column < 0 || row >= cells->rows || column >= cells->columns)
        return NULL;
    return cells->cell + (size_t)row * (size_t)cells->columns + column;
}

static void blank_at(struct cells *cells, int row, int column)
{
    struct cell *cell = cells_at(cells, row, column);
    if (cell)
        *cell = blank;
}

// Overwriting one half of a wide grapheme leaves a blank, not half a letter.
static void free_halves(struct cells *cells, int row, int column)
{
    struct cell *cell = cells_at(cells, row, column);
    if (cell && cell->width == 2)
        blank_at(cells, row, column + 1);
    else if (cell && cell->width == 0)
        blank_at(cells, row, column - 1);
}

static void put_cell(struct cells *cells, int row, int column, const struct cell *value)
{
    for (int i = 0; i < value->width; i++)
        free_halves(cells, row, column + i);
    struct cell *cell = cells_at(cells, row, column);
    if (!cell)
        return;
    *cell = *value;
    struct cell *right = value->width == 2 ? cells_at(cells, row, column + 1) : NULL;
    if (right)
        *right = (struct cell){.c = {0}, .width = 0, .style = value->style};
}

// One grapheme as a cell; what no terminal should see becomes '?'.
static struct cell make_cell(const char *bytes, size_t len, enum cell_style style)
{
    struct cell cell = {.style = (uint8_t)style};
    size_t at = 0;
    for (int i = 0; i < CELL_CHARS && at < len; i++)
        at += utf8_decode(bytes + at, len - at, &cell.c[i]);
    int width = utf8_width_n(bytes, len);
    if (cell.c[0] < ' ' || (cell.c[0] >= 0x7f && cell.c[0] < 0xa0) || width < 1)
        cell = (struct cell){.c = {'?'}, .width = 1, .style = (uint8_t)style};
    else
        cell.width = width > 1 ? 2 : 1;
    return cell;
}

int cells_put(struct cells *cells, int row, int column, int width, enum cell_style style,
              const char *text, size_t len)
{
    int used = 0;
    width = measure_least(width, cells->columns - column);
    for (size_t at = 0; at < len;) {
        size_t next = utf8_next(text, len, at);
        struct cell cell = make_cell(text + at, next - at, style);
        if (used + cell.width > width)
            break;
        put_cell(cells, row, column + used, &cell);
        used += cell.width;
        at = next;
    }
    return used;
}

int cells_text(struct cells *cells, int row, int column, int width, enum cell_style style,
               const char *text, const char *ellipsis)
{
    width = measure_least(width, cells->columns - column);
    if (width <= 0)
        return 0;
    size_t len = strlen(text);
    if (utf8_fit(text, len, width) == len)
        return cells_put(cells, row, column, width, style, text, len);
    struct text cut = TEXT_INIT;
    utf8_truncate(&cut, text, width, ellipsis);
    int used = cells_put(cells, row, column, width, style, text_str(&cut), cut.len);
    text_release(&cut);
    return used;
}

void cells_fill(struct cells *cells, int row, int column, int count, enum cell_style style,
                uint32_t c)
{
    struct cell cell = {.c = {c}, .width = 1, .style = (uint8_t)style};
    for (int i = 0; i < count; i++)
        put_cell(cells, row, column + i, &cell);
}

void cells_cursor(struct cells *cells, int row, int column)
{
    cells->cursor_row = measure_between(row, 0, cells->rows - 1);
    cells->cursor_column = measure_between(column, 0, cells->columns - 1);
}
