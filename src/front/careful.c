// SPDX-License-Identifier: MIT
#include "front/careful.h"

#include <string.h>
#include <wchar.h>

#include "base/utf8.h"
#include "tongue/charset.h"

void careful_bare(struct text *out, const char *capability)
{
    for (const char *at = capability; at && *at; at++) {
        const char *end = at[0] == '$' && at[1] == '<' ? strchr(at, '>') : NULL;
        if (end)
            at = end;
        else
            text_char(out, *at);
    }
}

void careful_letters(const struct i18n *i18n, const struct cell *cell, uint32_t *letters)
{
    int n = 0;
    memset(letters, 0, (CELL_CHARS + 1) * sizeof *letters);
    for (int i = 0; i < CELL_CHARS; i++)
        if (cell->c[i] && !utf8_steers(cell->c[i]))
            letters[n++] = i18n_shown(i18n, cell->c[i]);
    if (!n || wcwidth((wchar_t)letters[0]) != cell->width)
        letters[0] = '?', letters[1] = 0;
}

static void put_letters(struct text *out, const struct i18n *i18n, const struct cell *cell)
{
    uint32_t letters[CELL_CHARS + 1];
    careful_letters(i18n, cell, letters);
    for (int i = 0; letters[i]; i++) {
        char utf8[5] = "";
        utf8[utf8_encode(utf8, letters[i])] = 0;
        if (i18n->utf8)
            text_add(out, utf8);
        else
            charset_encode(i18n->charset, out, utf8);
    }
    if (cell->width == 2 && letters[0] == '?')
        text_char(out, ' ');
}

static bool blank(const struct cell *cell)
{
    return cell->c[0] == ' ' && !cell->c[1] && cell->style == CELL_PLAIN;
}

// Where the blanks that fill the rest of the row begin.
static int blanks_from(const struct cells *cells, int row)
{
    int column = cells->columns;
    while (column > 0 && blank(cells_at(cells, row, column - 1)))
        column--;
    return column;
}

static bool differs(const struct cells *old, const struct cells *now, int row, int column)
{
    return !old ||
           memcmp(cells_at(old, row, column), cells_at(now, row, column), sizeof(struct cell)) != 0;
}

// Columns from..to-1 of a row hold what is new. Halves of a wide letter are alike where its first
// one is, so nothing begins with the second.
static void changed(const struct cells *old, const struct cells *now, int row, int *from, int *to)
{
    *from = 0;
    *to = now->columns;
    while (*from < *to && !differs(old, now, row, *from))
        ++*from;
    while (*to > *from && !differs(old, now, row, *to - 1))
        --*to;
}

// Terminals disagree on whether an erased cell is bold where the text is; so it never is.
static void erase_rest(struct text *out, const struct careful *c)
{
    bool bold = strcmp(c->blank, c->style[CELL_PLAIN]) != 0;
    careful_bare(out, bold ? c->blank : NULL);
    careful_bare(out, c->erase);
    careful_bare(out, bold ? c->style[CELL_PLAIN] : NULL);
}

static void paint_row(struct text *out, const struct careful *c, const struct cells *old,
                      const struct cells *now, int row)
{
    int from, to, style = CELL_PLAIN, end = blanks_from(now, row);
    changed(old, now, row, &from, &to);
    if (from == to)
        return;
    bool erase = c->erase && end < to;
    if (!erase && row == now->rows - 1 && to == now->columns)
        to--;
    careful_bare(out, c->move(row, from));
    for (int column = from; column < (erase ? end : to); column++) {
        const struct cell *cell = cells_at(now, row, column);
        if (cell->width && strcmp(c->style[cell->style], c->style[style]) != 0)
            careful_bare(out, c->style[style = cell->style]);
        if (cell->width)
            put_letters(out, c->i18n, cell);
    }
    if (strcmp(c->style[style], c->style[CELL_PLAIN]) != 0)
        careful_bare(out, c->style[CELL_PLAIN]);
    if (erase)
        erase_rest(out, c);
}

void careful_paint(struct text *out, const struct careful *c, const struct cells *old,
                   const struct cells *now)
{
    if (!old)
        careful_bare(out, c->style[CELL_PLAIN]);
    for (int row = 0; row < now->rows; row++)
        if (!old || !cells_row_equal(old, now, row))
            paint_row(out, c, old, now, row);
    careful_bare(out, c->move(now->cursor_row, now->cursor_column));
}

void careful_erase(struct text *out, const struct careful *c, int columns, int rows)
{
    careful_bare(out, c->plain);
    for (int row = 0; row < rows; row++) {
        careful_bare(out, c->move(row, 0));
        if (c->erase)
            careful_bare(out, c->erase);
        else
            text_repeat(out, ' ', (size_t)(row + 1 < rows ? columns : columns - 1));
    }
    careful_bare(out, c->move(0, 0));
}
