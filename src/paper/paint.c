// SPDX-License-Identifier: MIT
// Painting a page, see paint.h.
//
//     row 0            title line, progress on the right
//     row 2            tabs (result pages)
//     row 2 or 4 …     heading that stays, then the part that scrolls
//     row rows-2       message
//     row rows-1       footer: keys
#include "paper/paint_parts.h"

#include <limits.h>
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "paper/flow.h"

enum {
    MARGIN = 3,
    REST_MOST = 50,
    TEXT_MOST = 84,  // longer lines are hard to read
    TEXT_USUAL = 74, // as on 80 columns: all tabs fit; the side panel gets what is left
    SIDE_LEAST = 34,
    SIDE_MOST = 52,
    BODY_LEAST = 4, // rows that a heading must leave to the part that scrolls
    CELL_WIDEST = 2,
    MORE_ROOM = 3 // cells beside an arrow that are touched as well
};

void painter_resize(struct painter *p, int columns, int rows)
{
    cells_resize(&p->cells, columns, rows);
}

void painter_forget(struct painter *p)
{
    arena_wipe(&p->arena);
    cells_clear(&p->cells);
    p->top = 0;
    p->shown = 0;
    p->n_spots = 0;
}

void painter_release(struct painter *p)
{
    cells_release(&p->cells);
    arena_release(&p->arena);
    *p = (struct painter){.ascii = p->ascii, .large = p->large};
}

bool painter_wide(const struct painter *p)
{
    return p->cells.columns >= PAINT_SIDE_FROM;
}

static bool small(const struct painter *p)
{
    return p->cells.columns < PAINT_SMALL_COLUMNS || p->cells.rows < PAINT_SMALL_ROWS;
}

// ---- what can be touched -----------------------------------------------------------------------

struct spot painter_spot(const struct painter *p, int row, int column)
{
    for (int i = p->n_spots - 1; i >= 0; i--)
        if (p->spots[i].row == row && column >= p->spots[i].left && column < p->spots[i].right)
            return p->spots[i];
    return (struct spot){SPOT_NOTHING, -1, row, column, column};
}

// ---- lines -------------------------------------------------------------------------------------

static void paint_line(struct painter *p, const struct line *line, int row, const struct area *area)
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

static void paint_focus(struct painter *p, const struct line *line, int row,
                        const struct area *area)
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

// ---- the body ----------------------------------------------------------------------------------

// Blocks before the first one that can be chosen stay while the rest scrolls.
static int blocks_that_stay(const struct page *page)
{
    int first = page->n_blocks;
    for (int i = 0; i < page->n_items; i++)
        first = measure_least(first, page->items[i].block);
    for (int i = 0; i < page->n_blocks; i++)
        if (page->blocks[i].kind == BLOCK_FIELD)
            first = measure_most(first, i);
    return first;
}

// A search field above the list stays with the heading, although it can be focused.
static int skip_field(const struct page *page, int at)
{
    bool list_follows = at + 1 < page->n_blocks;
    return at < page->n_blocks && page->blocks[at].kind == BLOCK_FIELD && list_follows ? at + 1
                                                                                       : at;
}

static struct flow flow_of(struct painter *p, const struct page *page, const struct area *area)
{
    return (struct flow){.arena = &p->arena,
                         .page = page,
                         .width = area->width,
                         .airy = !small(p),
                         .detail = !small(p) || page->kind == PAGE_REVIEW,
                         .large = p->large,
                         .ascii = p->ascii};
}

// How many lines the blocks from `from` on take, counted no further than to `enough`: of a list of
// two hundred countries nobody needs to know more than that it is long.
static int count_lines(const struct flow *flow, int from, int enough)
{
    struct flow some = *flow;
    some.enough = enough;
    return enough > 0 ? flow_blocks(&some, from, flow->page->n_blocks).count : 0;
}

static void scroll_lines(struct painter *p, const struct lines *lines, int focus,
                         const struct area *area)
{
    p->rows = measure_most(0, area->bottom - area->top);
    p->total = lines->count;
    keep_in_view(p, lines, focus);
    paint_lines(p, lines, focus, area);
}

// Behind the words of the last row: there are more than fit.
static void paint_goes_on(struct painter *p, const struct area *area)
{
    const char *more = p->ascii ? "..." : "…";
    int width = p->ascii ? 3 : 1, end = area->left + area->width - width;
    for (int column = end; column > area->left; column--) {
        const struct cell *cell = cells_at(&p->cells, area->top - 1, column - 1);
        if (!cell || cell->c[0] == ' ')
            continue;
        cells_text(&p->cells, area->top - 1, column, width, cell->style, more, "");
        return;
    }
}

static void paint_stay(struct painter *p, const struct lines *stay, int rows, int focus,
                       struct area *area)
{
    for (int i = 0; i < rows; i++) {
        paint_line(p, &stay->line[i], area->top + i, area);
        paint_spot(p, SPOT_ITEM, stay->line[i].item, area->top + i, area->left, area->width);
        // On the first line of the item only: for a finger a field has an empty one below.
        bool first = i == 0 || stay->line[i - 1].item != focus;
        if (focus >= 0 && stay->line[i].item == focus && first)
            paint_focus(p, &stay->line[i], area->top + i, area);
    }
    area->top += rows;
}

// On a small screen only the question itself stays, and the field; hints are in the help. The rows
// that the list leaves free are the question's. Who types sees it, if there is one row only.
static void stay_small(struct painter *p, struct flow *flow, int split, struct area *area)
{
    const struct page *page = flow->page;
    int height = area->bottom - area->top;
    int free = height - count_lines(flow, split, height);
    for (int i = 0; i < split; i++)
        if (page->blocks[i].kind == BLOCK_TITLE || page->blocks[i].kind == BLOCK_FIELD) {
            struct lines lines = flow_blocks(flow, i, i + 1);
            bool focused = page->focus >= 0 && page->blocks[i].item == page->focus;
            int rows =
                measure_least(lines.count, measure_most(focused, measure_most(height / 3, free)));
            paint_stay(p, &lines, rows, page->focus, area);
            free -= rows;
            if (rows < lines.count)
                paint_goes_on(p, area);
        }
}

// Is a block cut in two after so many rows?
static bool within_block(const struct flow *flow, int split, int rows)
{
    int lines = 0;
    for (int i = 0; i < split && lines < rows; i++)
        lines = flow_blocks(flow, 0, i + 1).count;
    return lines > rows;
}

// What stays is cut from its end, but the line to type in is the last thing to go.
static void stay_cut(struct painter *p, const struct flow *flow, int split, int kept,
                     struct area *area)
{
    bool field = flow->page->blocks[split - 1].kind == BLOCK_FIELD;
    struct lines words = flow_blocks(flow, 0, split - field);
    struct lines line = flow_blocks(flow, split - field, split);
    int room = kept - line.count; // there is some: the screen is not a small one
    paint_stay(p, &words, measure_least(words.count, room), flow->page->focus, area);
    if (room && within_block(flow, split - field, room))
        paint_goes_on(p, area);
    paint_stay(p, &line, measure_least(line.count, area->bottom - area->top), flow->page->focus,
               area);
}

static void stay_framed(struct painter *p, struct flow *flow, int split, struct area *area)
{
    struct lines stay = flow_blocks(flow, 0, split);
    int height = area->bottom - area->top,
        body = measure_least(BODY_LEAST, count_lines(flow, split, BODY_LEAST)),
        kept = measure_least(stay.count, measure_most(0, height - body));
    if (height - stay.count - BODY_LEAST >= 2 * BODY_LEAST) { // room enough to breathe
        flow->airy = true;
        stay = flow_blocks(flow, 0, split);
        kept = stay.count;
    }
    bool gap = height - kept - 1 >= body;
    if (kept < stay.count)
        stay_cut(p, flow, split, kept, area);
    else
        paint_stay(p, &stay, kept, flow->page->focus, area);
    area->top += gap;
    area->gap &= gap;
}

// Everything on one screen if that works at least without empty lines between the groups; else the
// heading stays as far as it leaves room, and the rest scrolls.
static void paint_body(struct painter *p, const struct page *page, struct area area)
{
    struct flow flow = flow_of(p, page, &area);
    int height = area.bottom - area.top, split = skip_field(page, blocks_that_stay(page));
    bool long_list = split > 0 && page->n_items > height + 1; // need not be tried
    struct lines all = {.count = INT_MAX};
    if (!long_list)
        all = flow_blocks(&flow, 0, page->n_blocks);
    if (!long_list && all.count > height) {
        struct lines airy = all;
        flow.airy = false;
        all = flow_blocks(&flow, 0, page->n_blocks);
        if (all.count > height && page->n_items == 0) {
            flow.airy = !small(p); // it scrolls in any case
            all = airy;
        } else if (all.count == height + 1 && area.gap &&
                   !*page->message) // the empty row of the message
            area.bottom++, height++;
    }
    if (all.count > height && page->n_items > 0 && split > 0) {
        if (small(p))
            stay_small(p, &flow, split, &area);
        else
            stay_framed(p, &flow, split, &area);
        flow.airy = false;
        all = flow_blocks(&flow, split, page->n_blocks);
    }
    scroll_lines(p, &all, page->focus, &area);
}

static void paint_side(struct painter *p, const struct page *side, struct area area)
{
    struct flow flow = flow_of(p, side, &area);
    struct lines lines = flow_blocks(&flow, 0, side->n_blocks);
    if (lines.count > area.bottom - area.top) {
        flow.airy = false;
        lines = flow_blocks(&flow, 0, side->n_blocks);
    }
    for (int row = area.top; row < area.bottom; row++)
        cells_fill(&p->cells, row, area.left - 3, 1, CELL_SOFT, p->ascii ? '|' : 0x2502);
    for (int i = 0; i < lines.count && area.top + i < area.bottom; i++)
        paint_line(p, &lines.line[i], area.top + i, &area);
}

// ---- the whole ---------------------------------------------------------------------------------

static uint64_t identity(const struct page *page)
{
    uint64_t hash = hash_mix((uint64_t)page->kind, (uint64_t)page->tab);
    for (int i = 0; i < page->n_blocks; i++)
        if (page->blocks[i].kind == BLOCK_TITLE)
            return hash_mix(hash, hash_string(page->blocks[i].text));
    return hash;
}

static void begin(struct painter *p, const struct page *page)
{
    uint64_t now = identity(page);
    if (now != p->shown)
        p->top = 0;
    p->shown = now;
    arena_rewind(&p->arena, (struct arena_mark){0});
    cells_clear(&p->cells);
    p->n_spots = 0;
}

static void paint_small(struct painter *p, const struct page *page)
{
    struct area area = {.bottom = p->cells.rows, .width = p->cells.columns};
    if (p->cells.rows >= 9 && page->n_hints > 0)
        paint_footer(p, page, &(struct area){.width = area.width}), area.bottom--;
    if (page->n_tabs > 0 && p->cells.rows >= 3)
        paint_tabs(p, page, &area, area.top++);
    if (*page->message && p->cells.rows >= 3)
        paint_message(p, page, &area, area.bottom -= paint_message_rows(p, page, area.width));
    paint_body(p, page, area);
}

static void paint_framed(struct painter *p, const struct page *page, const struct page *side)
{
    int columns = p->cells.columns, margin = columns < 60 ? 1 : MARGIN;
    struct area whole = {.left = margin, .width = columns - 2 * margin};
    // The rows of the message, of which one is always there, and of the footer.
    int foot = 1 + p->large + measure_most(1, paint_message_rows(p, page, whole.width));
    struct area area = {.top = 2, .bottom = p->cells.rows - foot, .left = margin, .gap = 1};
    area.width = page->kind == PAGE_COMPARE ? whole.width : measure_least(whole.width, TEXT_MOST);
    if (side && painter_wide(p)) {
        int width =
            measure_most(SIDE_LEAST, measure_least(SIDE_MOST, columns - 3 * margin - TEXT_USUAL));
        area.width = measure_least(TEXT_MOST, columns - width - 3 * margin);
        struct area right = area;
        right.left = area.left + area.width + 2 * margin;
        right.width = measure_least(width, columns - right.left - 1);
        right.bottom = p->cells.rows - foot;
        paint_side(p, side, right);
    }
    paint_header(p, page, &whole);
    paint_footer(p, page, &(struct area){.left = margin, .width = columns - margin - 1});
    paint_message(p, page, &whole, p->cells.rows - foot);
    if (page->n_tabs > 0) {
        paint_tabs(p, page, &area, 2);
        area.top = 4;
    }
    paint_body(p, page, area);
}

// Nothing stands where it stood before, so that no picture burns in.
static void paint_rest(struct painter *p, const struct page *page)
{
    int columns = p->cells.columns, rows = p->cells.rows,
        width = measure_least(columns - 2, REST_MOST);
    struct area area = {.bottom = rows, .width = measure_most(1, width)};
    struct flow flow = flow_of(p, page, &area);
    struct lines lines = flow_blocks(&flow, 0, page->n_blocks);
    area.left = page->done * 13 % (columns - width);
    area.top = page->done * 5 % measure_most(1, rows - lines.count);
    for (int i = 0; i < lines.count; i++)
        paint_line(p, &lines.line[i], area.top + i, &area);
}

void painter_paint(struct painter *p, const struct page *page, const struct page *side)
{
    begin(p, page);
    if (page->kind == PAGE_REST) {
        paint_rest(p, page);
        return;
    }
    if (page->qr)
        paint_qr(p, page);
    else if (small(p))
        paint_small(p, page);
    else
        paint_framed(p, page, side);
}

bool painter_scroll(struct painter *p, enum action action)
{
    int before = p->top, page = measure_most(1, p->rows - 2);
    switch (action) {
    case ACTION_UP:
        p->top--;
        break;
    case ACTION_DOWN:
        p->top++;
        break;
    case ACTION_PAGE_UP:
        p->top -= page;
        break;
    case ACTION_PAGE_DOWN:
        p->top += page;
        break;
    case ACTION_FIRST:
        p->top = 0;
        break;
    case ACTION_LAST:
        p->top = p->total;
        break;
    default:
        break;
    }
    p->top = measure_most(0, measure_least(p->top, p->total - p->rows));
    return p->top != before;
}
