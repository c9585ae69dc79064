// SPDX-License-Identifier: MIT
// The frame of a page: title line, tabs, message, footer; and what of it can be touched.
#include "paper/paint_parts.h"

#include <string.h>

#include "base/utf8.h"

enum { HINT_GAP = 2, HINT_GAP_LARGE = 4 };

void paint_spot(struct painter *p, enum spot_kind kind, int index, int row, int left, int width)
{
    if (p->n_spots < SPOTS && index >= 0)
        p->spots[p->n_spots++] = (struct spot){kind, index, row, left, left + width};
}

// With the empty row beside it, where fingers want it.
static void tall_spot(struct painter *p, enum spot_kind kind, int index, int row, int beside,
                      int left, int width)
{
    paint_spot(p, kind, index, row, left, width);
    if (p->large)
        paint_spot(p, kind, index, beside, left, width);
}

static bool says_its_title(const struct page *page)
{
    for (int i = 0; i < page->n_blocks; i++)
        if (page->blocks[i].kind == BLOCK_TITLE && !strcmp(page->blocks[i].text, page->title))
            return true;
    return !strcmp(page->title, "tanu");
}

// Without its last part; as it is where it has one only.
static const char *part_less(struct painter *p, const char *words)
{
    static const char between[] = " · ";
    const char *last = NULL;
    for (const char *at = words; (at = strstr(at, between)); at += strlen(between))
        last = at;
    return last ? arena_strndup(&p->arena, words, (size_t)(last - words)) : words;
}

// What there is room for: all of it, else the short form, as much of it as fits.
static const char *progress_that_fits(struct painter *p, const struct page *page, int width)
{
    const char *words = page->progress;
    if (utf8_width(words) <= width || !page->brief)
        return words;
    words = page->brief;
    for (const char *less; utf8_width(words) > width; words = less)
        if ((less = part_less(p, words)) == words)
            break;
    return words;
}

// The name and, where there is room for all of it, the title on the left; progress on the right.
void paint_header(struct painter *p, const struct page *page, const struct area *area)
{
    const char *progress = progress_that_fits(p, page, area->width);
    int right = measure_least(utf8_width(progress), area->width);
    int room = area->width - (right ? right + HINT_GAP : 0);
    int name = cells_text(&p->cells, 0, area->left, room, CELL_STRONG, "tanu", "");
    if (name + HINT_GAP + utf8_width(page->title) <= room && !says_its_title(page))
        cells_text(&p->cells, 0, area->left + name + HINT_GAP, room, CELL_SOFT, page->title, "");
    cells_text(&p->cells, 0, area->left + area->width - right, right, CELL_SOFT, progress,
               paint_ellipsis(p));
}

static int hint_width(const struct hint *hint)
{
    return utf8_width(hint->key) + 1 + utf8_width(hint->label);
}

void paint_footer(struct painter *p, const struct page *page, const struct area *area)
{
    int row = p->cells.rows - 1, at = 0, gap = p->large ? HINT_GAP_LARGE : HINT_GAP;
    int pad = p->large ? gap / 2 : 0;
    for (int i = 0; i < page->n_hints; i++) {
        const struct hint *hint = &page->hints[i];
        if (at + hint_width(hint) > area->width)
            break;
        int column = area->left + at;
        tall_spot(p, SPOT_HINT, i, row, row - 1, column - pad, hint_width(hint) + 2 * pad);
        column += cells_text(&p->cells, row, column, area->width, CELL_KEY, hint->key, "");
        cells_text(&p->cells, row, column + 1, area->width, CELL_SOFT, hint->label, "");
        at += hint_width(hint) + gap;
    }
}

int paint_message_rows(struct painter *p, const struct page *page, int width)
{
    if (!*page->message)
        return 0;
    size_t rows = utf8_wrap(&p->arena, page->message, width).count;
    return measure_least((int)rows, measure_most(1, p->cells.rows / 6));
}

// From `row` on; what has no room on the last one is cut.
void paint_message(struct painter *p, const struct page *page, const struct area *area, int row)
{
    int rows = paint_message_rows(p, page, area->width);
    struct utf8_lines lines = {0};
    if (rows)
        lines = utf8_wrap(&p->arena, page->message, area->width);
    for (int i = 0; i < rows; i++) {
        bool last = i == rows - 1;
        const char *words = page->message + lines.line[i].start;
        if (!last)
            words = arena_strndup(&p->arena, words, lines.line[i].len);
        cells_text(&p->cells, row + i, area->left, area->width, CELL_STRONG, words,
                   paint_ellipsis(p));
    }
}

// Cells from the tab `from` to the tab `to`, with `gap` empty cells between their pads.
static int tabs_width(const struct page *page, int from, int to, int gap)
{
    int width = 0;
    for (int i = from; i <= to; i++)
        width += utf8_width(page->tabs[i]) + 2 + (i > from ? gap : 0);
    return width;
}

static int paint_tab(struct painter *p, const struct page *page, int tab, int row, int column,
                     int room)
{
    enum cell_style style = tab == page->tab ? CELL_TAB : CELL_SOFT;
    int width = measure_least(utf8_width(page->tabs[tab]), measure_most(room - 2, 0));
    tall_spot(p, SPOT_TAB, tab, row, row + 1, column, width + 2);
    cells_fill(&p->cells, row, column, width + 2, style, ' ');
    cells_text(&p->cells, row, column + 1, width, style, page->tabs[tab], paint_ellipsis(p));
    return width + 2;
}

// All tabs in a row; where they do not fit, those around the open one, with < and > at the ends.
void paint_tabs(struct painter *p, const struct page *page, const struct area *area, int row)
{
    int column = measure_most(0, area->left - 1), end = area->left + area->width + (area->left > 0);
    int last = page->n_tabs - 1, tab = 0;
    int gap = tabs_width(page, 0, last, 1) <= end - column;
    if (tabs_width(page, 0, last, gap) > end - column) {
        while (tab < page->tab && tabs_width(page, tab, page->tab, gap) > end - column - 2)
            tab++;
        cells_text(&p->cells, row, end - 1, page->tab < last, CELL_SOFT, ">", "");
        column += cells_text(&p->cells, row, column, tab > 0, CELL_SOFT, "<", "");
        end--;
    }
    for (; tab <= last; tab++) {
        if (tab != page->tab && column + utf8_width(page->tabs[tab]) + 2 > end)
            break;
        column += paint_tab(p, page, tab, row, column, end - column) + gap;
    }
}
