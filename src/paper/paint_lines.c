// SPDX-License-Identifier: MIT
// Painting the lines of a page: those that fit, the focused one marked, arrows where there are
// more.
#include "paper/paint_parts.h"

enum {
    CELL_WIDEST = 2,
    MORE_ROOM = 3 // cells beside an arrow that are touched as well
};

void paint_line(struct painter *p, const struct line *line, int row, const struct area *area)
{
    for (int i = 0; i < line->n_spans; i++) {
        const struct span *span = &line->span[i];
        int room = area->width - span->column;
        if (span->width > 0)
            cells_fill(&p->cells, row, area->left + span->column, measure_least(span->width, room),
                       span->style, ' ');
        cells_put(&p->cells, row, area->left + span->column, room, span->style, span->text,
                  span->len);
    }
}

// The words of the focused item are words of the same row in another style.
static void mark_focused(struct painter *p, int row, const struct area *area)
{
    for (int column = area->left; column < area->left + area->width; column++) {
        struct cell *cell = cells_at(&p->cells, row, column);
        if (cell && cell->style == CELL_PLAIN && cell->c[0] != ' ')
            cell->style = CELL_FOCUS;
    }
}

void paint_focus(struct painter *p, const struct line *line, int row, const struct area *area)
{
    if (line->marker >= 0)
        cells_text(&p->cells, row, area->left + line->marker, 1, CELL_MARK, ">", "");
    cells_cursor(&p->cells, row, area->left + line->cursor);
}

static void first_letter(struct painter *p, const struct line *line, int row,
                         const struct area *area)
{
    int column = line->n_spans ? line->span[0].column : 0;
    cells_cursor(&p->cells, row, area->left + column);
}

// Rows of the focused item: [*first, *last].
static bool focus_rows(const struct lines *lines, int focus, int *first, int *last)
{
    *first = *last = -1;
    for (int i = 0; focus >= 0 && i < lines->count; i++)
        if (lines->line[i].item == focus) {
            *first = *first < 0 ? i : *first;
            *last = i;
        }
    return *first >= 0;
}

// Scrolls as little as shows the whole focused item, or its beginning if it is higher than the
// room.
static void keep_in_view(struct painter *p, const struct lines *lines, int focus)
{
    int first, last;
    if (focus_rows(lines, focus, &first, &last)) {
        if (last >= p->top + p->rows)
            p->top = last - p->rows + 1;
        if (first < p->top)
            p->top = first;
    }
    p->top = measure_most(0, measure_least(p->top, p->total - p->rows));
}

// That there is more above or below. In the empty rows around the list, where they stay while it
// scrolls (the terminal moves whole rows); in its last column where there is no empty row.
static void paint_more(struct painter *p, const struct area *area)
{
    uint32_t up = p->ascii ? '^' : 0x2191, down = p->ascii ? 'v' : 0x2193;
    bool touch = area->width > 8 * MORE_ROOM;
    int column = area->left + area->width - 1, above = area->top - area->gap,
        below = area->bottom - 1 + area->gap;
    if (p->top > 0) {
        cells_fill(&p->cells, above, column, 1, CELL_SOFT, up);
        paint_spot(p, SPOT_MORE, touch ? 0 : -1, above, column - MORE_ROOM, 2 * MORE_ROOM);
    }
    if (p->top + p->rows < p->total) {
        cells_fill(&p->cells, below, column, 1, CELL_SOFT, down);
        paint_spot(p, SPOT_MORE, touch ? 1 : -1, below, column - MORE_ROOM, 2 * MORE_ROOM);
    }
}

static void paint_lines(struct painter *p, const struct lines *lines, int focus,
                        const struct area *area)
{
    int first, last;
    bool focused = focus_rows(lines, focus, &first, &last);
    for (int i = 0; i < p->rows && p->top + i < lines->count; i++) {
        const struct line *line = &lines->line[p->top + i];
        paint_line(p, line, area->top + i, area);
        paint_spot(p, SPOT_ITEM, line->item, area->top + i, area->left, area->width);
        if (focused && p->top + i >= first && p->top + i <= last)
            mark_focused(p, area->top + i, area);
        if (focused && p->top + i == first)
            paint_focus(p, line, area->top + i, area);
        if (focus < 0 && i == 0)
            first_letter(p, line, area->top, area);
        if (focus < 0 && line->marker >= 0)
            paint_focus(p, line, area->top + i, area);
    }
    if (area->width > 2 * CELL_WIDEST)
        paint_more(p, area);
}

void paint_scroll(struct painter *p, const struct lines *lines, int focus, const struct area *area)
{
    p->rows = measure_most(0, area->bottom - area->top);
    p->total = lines->count;
    keep_in_view(p, lines, focus);
    paint_lines(p, lines, focus, area);
}

// ---- the lines of a list ------------------------------------------------------------------------

void paint_list_forget(struct painter *p)
{
    arena_wipe(&p->list.arena);
    p->list.page = 0;
}

struct lines paint_list(struct painter *p, const struct flow *flow, int from)
{
    struct painted_list *list = &p->list;
    if (!flow->page->built)
        return flow_blocks(flow, from, flow->page->n_blocks);
    if (list->page != flow->page->built || list->width != flow->width) {
        arena_wipe(&list->arena);
        struct flow kept = *flow;
        kept.arena = &list->arena;
        struct lines lines = flow_blocks(&kept, from, flow->page->n_blocks);
        list->line = lines.line;
        list->count = lines.count;
        list->page = flow->page->built;
        list->width = flow->width;
    }
    return (struct lines){.line = list->line, .count = list->count};
}
