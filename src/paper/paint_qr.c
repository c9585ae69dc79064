// SPDX-License-Identifier: MIT
// A QR code over the whole height of the screen, and beside it what to do with it. Black on white,
// whatever the colours of the terminal are.
#include <string.h>

#include "base/qr.h"
#include "base/utf8.h"
#include "paper/paint_parts.h"

static void paint_halves(struct cells *cells, const struct qr *qr)
{
    static const uint32_t halves[] = {' ', 0x2584, 0x2580, 0x2588};
    int all = qr->side + 2 * QR_QUIET;
    for (int row = 0; row < all; row += 2)
        for (int column = 0; column < all; column++)
            cells_fill(cells, row / 2, column, 1, CELL_WHITE,
                       halves[2 * qr_dark(qr, row, column) + qr_dark(qr, row + 1, column)]);
}

static void paint_cells(struct cells *cells, const struct qr *qr)
{
    int all = qr->side + 2 * QR_QUIET;
    for (int row = 0; row < all; row++)
        for (int column = 0; column < all; column++)
            cells_fill(cells, row, 2 * column, 2,
                       qr_dark(qr, row, column) ? CELL_BLACK : CELL_WHITE, ' ');
}

static int put_words(struct painter *p, int row, int left, enum cell_style style, const char *words)
{
    struct utf8_lines lines = utf8_wrap(&p->arena, words, p->cells.columns - left - 1);
    for (size_t i = 0; i < lines.count; i++)
        cells_put(&p->cells, row++, left, lines.line[i].width, style, words + lines.line[i].start,
                  lines.line[i].len);
    return row;
}

void paint_qr(struct painter *p, const struct page *page)
{
    enum qr_look look = p->ascii ? QR_CELLS : QR_COLOUR;
    int left = qr_columns(page->qr->side, look) + 2, row = 1;
    if (p->ascii)
        paint_cells(&p->cells, page->qr);
    else
        paint_halves(&p->cells, page->qr);
    for (int i = 0; i < page->n_blocks; i++) {
        const struct block *b = &page->blocks[i];
        bool strong = b->kind == BLOCK_TITLE || b->style == STYLE_STRONG;
        row = put_words(p, row, left, strong ? CELL_STRONG : CELL_PLAIN, b->text) + 1;
    }
    for (int i = 0; i < page->n_hints; i++) {
        int all = p->cells.columns;
        int used = cells_text(&p->cells, row, left, all, CELL_KEY, page->hints[i].key, "");
        cells_text(&p->cells, row++, left + used + 1, all, CELL_PLAIN, page->hints[i].label, "");
    }
    if (*page->message)
        put_words(p, row + 1, left, CELL_STRONG, page->message);
}
