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

enum {
    MARGIN = 3,
    REST_MOST = 50,
    TEXT_MOST = 84,  // longer lines are hard to read
    TEXT_USUAL = 74, // as on 80 columns: all tabs fit; the side panel gets what is left
    SIDE_LEAST = 34,
    SIDE_MOST = 52,
    BODY_LEAST = 4 // rows that a heading must leave to the part that scrolls
};

void painter_resize(struct painter *p, int columns, int rows)
{
    paint_list_forget(p);
    cells_resize(&p->cells, columns, rows);
}

void painter_forget(struct painter *p)
{
    paint_list_forget(p);
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
    arena_release(&p->list.arena);
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
        all = paint_list(p, &flow, split);
    }
    paint_scroll(p, &all, page->focus, &area);
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
