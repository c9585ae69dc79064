// SPDX-License-Identifier: MIT
// Laying out blocks, see flow.h. One function per kind of block; the table at the end picks it.
#include "paper/flow.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "paper/chart.h"
#include "paper/measure.h"
#include "paper/table.h"

enum {
    INDENT = 4,      // cells per level; "[ ] " is as wide
    MARKER_ROOM = 2, // the `>` and a space, before every focusable row
    PAIR_MOST = 26,  // widest column of keys
    FIELD_MOST = 48,
    FIELD_LEAST = 8,
    COLUMN_GAP = 2,
    FIRST_LINES = 16 // beside one for each block, for so many there is room at once
};

struct maker {
    const struct flow *flow;
    struct line *line;
    size_t count, room;
    int label_width; // of the choices: where their hints stand in one column; 0: no columns
    bool numbers;    // some choice has a number key
    bool ons;        // some choice is the answer given before
};

static struct line *new_line(struct maker *m, int item)
{
    if (m->count == m->room) {
        m->line = arena_grow(m->flow->arena, m->line, m->room, 2 * m->room, sizeof *m->line);
        m->room *= 2;
    }
    struct line *line = &m->line[m->count++];
    *line = (struct line){.item = item, .marker = -1};
    return line;
}

static void add_span(struct line *line, int column, enum cell_style style, const char *text,
                     size_t len)
{
    if (line->n_spans < LINE_SPANS && len > 0)
        line->span[line->n_spans++] =
            (struct span){.column = column, .style = style, .text = text, .len = len};
}

static void blank_line(struct maker *m)
{
    if (m->count > 0 && m->line[m->count - 1].n_spans > 0)
        new_line(m, -1);
}

static enum cell_style look(enum style style)
{
    static const enum cell_style looks[] = {
        [STYLE_PLAIN] = CELL_PLAIN,   [STYLE_STRONG] = CELL_STRONG, [STYLE_GOOD] = CELL_GOOD,
        [STYLE_CAUTION] = CELL_MIXED, [STYLE_BAD] = CELL_BAD,       [STYLE_MUTED] = CELL_QUIET,
    };
    return looks[style];
}

// Wraps text into lines from `column`; the first line may already exist. Returns the first.
static size_t wrapped(struct maker *m, struct line *first, int column, enum cell_style style,
                      const char *text, int item)
{
    int width = m->flow->width - column;
    struct utf8_lines parts = utf8_wrap(m->flow->arena, text, width);
    size_t at = first ? (size_t)(first - m->line) : m->count;
    for (size_t i = 0; i < parts.count; i++) {
        struct line *line = i == 0 && first ? first : new_line(m, item);
        add_span(line, column, style, text + parts.line[i].start, parts.line[i].len);
    }
    return at;
}

static int column_of(const struct maker *m, const struct block *block)
{
    return measure_least(block->indent * INDENT, m->flow->width / 3);
}

// An outcome's title stands on a badge: a space either side, coloured or reversed.
static bool is_badge(const struct block *block)
{
    return block->style == STYLE_GOOD || block->style == STYLE_CAUTION || block->style == STYLE_BAD;
}

// Elsewhere the words of such a text say it; a page full of badges shouts.
static enum cell_style calm_look(const struct block *block)
{
    return is_badge(block) ? CELL_PLAIN : look(block->style);
}

static void lay_badge(struct maker *m, const struct block *block, int column)
{
    size_t first = wrapped(m, NULL, column + 1, look(block->style), block->text, block->item);
    for (size_t i = first; i < m->count; i++) {
        struct line *line = &m->line[i];
        int width = line->n_spans ? utf8_width_n(line->span[0].text, line->span[0].len) : 0;
        add_span(line, column, look(block->style), " ", 1);
        add_span(line, column + 1 + width, look(block->style), " ", 1);
    }
}

static void lay_title(struct maker *m, const struct block *block)
{
    if (is_badge(block))
        lay_badge(m, block, column_of(m, block));
    else
        wrapped(m, NULL, column_of(m, block), CELL_STRONG, block->text, block->item);
}

static void lay_paragraph(struct maker *m, const struct block *block)
{
    enum cell_style style = is_badge(block) ? CELL_STRONG : look(block->style);
    wrapped(m, NULL, column_of(m, block), style, block->text, block->item);
}

static void lay_marked(struct maker *m, const struct block *block)
{
    int column = column_of(m, block);
    enum cell_style style = calm_look(block);
    if (block->kind == BLOCK_WARNING)
        style = CELL_WARNING;
    struct line *line = new_line(m, block->item);
    add_span(line, column, style, block->marker, strlen(block->marker));
    int room = utf8_width(block->marker);
    room = room == 0 ? 0 : room < INDENT ? INDENT : room + 1;
    wrapped(m, line, column + room, style, block->text, block->item);
}

static void lay_citation(struct maker *m, const struct block *block)
{
    int column = block->indent > 0 ? column_of(m, block) : INDENT;
    wrapped(m, NULL, column, CELL_QUIET, block->text, block->item);
}

// Keys of neighbouring pairs share one column, indented ones too.
static int pair_room(const struct maker *m, const struct block *block)
{
    const struct block *first = block, *blocks = m->flow->page->blocks;
    int widest = 0, most = measure_least(m->flow->width / 2, PAIR_MOST);
    while (first > blocks && first[-1].kind == BLOCK_PAIR)
        first--;
    for (; first < blocks + m->flow->page->n_blocks && first->kind == BLOCK_PAIR; first++) {
        int width = column_of(m, first) + measure_least(utf8_width(first->key), most);
        widest = measure_most(width, widest);
    }
    return widest;
}

static void make_focusable(struct line *line, int item, int marker, int cursor)
{
    if (item < 0)
        return;
    line->marker = marker;
    line->cursor = cursor;
}

// On the side panel a pair is one row: the key gives way.
static void lay_side_pair(struct maker *m, const struct block *block)
{
    struct text key = TEXT_INIT;
    int room = pair_room(m, block);
    utf8_truncate(&key, block->key, room, m->flow->ascii ? ".." : "…");
    struct line *line = new_line(m, block->item);
    add_span(line, 0, CELL_SOFT, arena_strndup(m->flow->arena, text_str(&key), key.len), key.len);
    text_release(&key);
    wrapped(m, line, room + COLUMN_GAP, calm_look(block), block->text, block->item);
}

static void lay_pair(struct maker *m, const struct block *block)
{
    if (m->flow->page->kind == PAGE_SIDE) {
        lay_side_pair(m, block);
        return;
    }
    int column = column_of(m, block) + (block->item >= 0 ? MARKER_ROOM : 0);
    int room = pair_room(m, block) - column_of(m, block);
    size_t first = wrapped(m, NULL, column, CELL_SOFT, block->key, block->item);
    if (utf8_width(block->key) > room)
        wrapped(m, NULL, column + INDENT, calm_look(block), block->text, block->item);
    else
        wrapped(m, &m->line[first], column + room + COLUMN_GAP, calm_look(block), block->text,
                block->item);
    make_focusable(&m->line[first], block->item, column - MARKER_ROOM, column);
}

// A choice's row: marker, number key, `*` for the answer given before (or a check box), label.
static int number_room(const struct maker *m)
{
    return m->flow->width < 24 ? 0 : m->numbers ? 3 : m->ons ? 2 : 0;
}

static void lay_choice_front(const struct maker *m, struct line *line, const struct block *block,
                             int column)
{
    static const char digits[] = "0123456789";
    int room = number_room(m);
    if (room && block->number > 0 && block->number <= 9)
        add_span(line, column, CELL_SOFT, digits + block->number, 1);
    if (block->multiple)
        add_span(line, column + room, CELL_PLAIN, block->on ? "[x]" : "[ ]", 3);
    else if (block->on && room)
        add_span(line, column + room - 2, CELL_MARK, "*", 1);
}

static int choice_front_width(const struct maker *m, const struct block *block)
{
    return MARKER_ROOM + number_room(m) + (block->multiple ? 4 : 0);
}

static void lay_choice(struct maker *m, const struct block *block)
{
    struct line *line = new_line(m, block->item);
    int column = column_of(m, block) + MARKER_ROOM;
    int label = column - MARKER_ROOM + choice_front_width(m, block);
    lay_choice_front(m, line, block, column);
    size_t first = wrapped(m, line, label, calm_look(block), block->text, block->item);
    make_focusable(&m->line[first], block->item, column - MARKER_ROOM, label);
    if (!m->flow->detail || !*block->detail)
        return;
    // On the review page the hint is the person's own answer.
    enum cell_style quiet = m->flow->page->kind == PAGE_REVIEW ? CELL_STRONG : CELL_QUIET;
    if (m->label_width > 0 && m->count == first + 1)
        add_span(&m->line[first], label + m->label_width + COLUMN_GAP, quiet, block->detail,
                 strlen(block->detail));
    else
        wrapped(m, NULL, label + 2, quiet, block->detail, block->item);
}

// Where the hints of all choices fit beside their labels they stand in one column.
static int choice_columns(const struct maker *m)
{
    int label = 0, detail = 0, front = 0;
    for (int i = 0; i < m->flow->page->n_blocks; i++) {
        const struct block *block = &m->flow->page->blocks[i];
        if (block->kind != BLOCK_CHOICE)
            continue;
        int more = *block->detail ? utf8_width(block->detail) : 0;
        int width = more ? utf8_width(block->text) : 0;
        int before = choice_front_width(m, block);
        label = measure_most(width, label);
        detail = measure_most(more, detail);
        front = measure_most(before, front);
    }
    return front + label + COLUMN_GAP + detail <= m->flow->width ? label : 0;
}

// A field shows the part of the text around the cursor.
static void lay_field(struct maker *m, const struct block *block)
{
    int column = column_of(m, block) + MARKER_ROOM;
    int room = measure_between(m->flow->width - column, FIELD_LEAST, FIELD_MOST);
    const char *text = block->text;
    size_t len = strlen(text), cursor = block->cursor > len ? len : block->cursor, start = 0;
    while (utf8_width_n(text + start, cursor - start) > room - 2)
        start = utf8_next(text, len, start);
    size_t shown = utf8_fit(text + start, len - start, room - 1);
    struct line *line = new_line(m, block->item);
    line->span[line->n_spans++] = (struct span){
        .column = column, .width = room, .style = CELL_FIELD, .text = text + start, .len = shown};
    if (block->item >= 0)
        line->marker = column - MARKER_ROOM;
    line->cursor = column + utf8_width_n(text + start, cursor - start);
}

// On a page without items: what stands there is marked, and the cursor is on it.
static void mark_line(struct line *line, int column)
{
    if (!line)
        return;
    line->marker = column - MARKER_ROOM;
    line->cursor = column;
}

// Each row of a table is as high as its highest cell. The column that is open is marked in its
// heading, where the cursor stands.
static void lay_table_row(struct maker *m, const struct page_table *table, int row, int from,
                          const struct table_widths *widths)
{
    size_t top = m->count;
    for (int place = 0; place <= widths->shown; place++) {
        int column = place ? from + place - 1 : 0, start = table_start(widths, place);
        int room = place ? widths->other : widths->first;
        const char *text = table->cells[row * table->columns + column];
        bool marked = row == 0 && place && column == table->open;
        if (marked)
            start += MARKER_ROOM, room -= MARKER_ROOM;
        struct utf8_lines parts = utf8_wrap(m->flow->arena, text, room);
        enum cell_style style = row == 0 ? CELL_STRONG : place == 0 ? CELL_SOFT : CELL_PLAIN;
        for (size_t i = 0; i < parts.count; i++) {
            while (m->count <= top + i)
                new_line(m, -1);
            add_span(&m->line[top + i], start, style, text + parts.line[i].start,
                     parts.line[i].len);
        }
        if (marked)
            mark_line(&m->line[top], start);
    }
}

// That there are more columns on one side.
static void lay_table_more(struct maker *m, const struct page_table *table, int from, int shown)
{
    struct line *line = new_line(m, -1);
    bool left = from > 1, right = from + shown < table->columns;
    if (left)
        add_span(line, 0, CELL_SOFT, "<--", 3);
    if (right)
        add_span(line, m->flow->width - 3, CELL_SOFT, "-->", 3);
}

// Where there is no room for columns: one block for each, headed by its first cell.
static void lay_table_block(struct maker *m, const struct page_table *table, int column, int room)
{
    const char *name = table->cells[column];
    blank_line(m);
    if (table->open)
        name = arena_printf(m->flow->arena, "%s  %d/%d", name, column, table->columns - 1);
    size_t top = wrapped(m, NULL, table->open ? MARKER_ROOM : 0, CELL_STRONG, name, -1);
    if (table->open)
        mark_line(&m->line[top], MARKER_ROOM);
    for (int row = 1; row < table->rows; row++) {
        const char *const *cells = table->cells + row * table->columns;
        size_t first = wrapped(m, NULL, 0, CELL_SOFT, cells[0], -1);
        bool beside = m->count == first + 1 && utf8_width(cells[0]) <= room;
        wrapped(m, beside ? &m->line[first] : NULL, beside ? room + COLUMN_GAP : INDENT, CELL_PLAIN,
                cells[column], -1);
    }
}

static void lay_table_blocks(struct maker *m, const struct page_table *table, int first)
{
    int room = measure_least(first, m->flow->width / 3);
    if (table->open) {
        lay_table_block(m, table, table->open, room);
        return;
    }
    for (int column = 1; column < table->columns; column++)
        lay_table_block(m, table, column, room);
}

static void lay_table(struct maker *m, const struct block *block)
{
    const struct page_table *table = block->table;
    struct table_widths widths;
    if (!table || table->columns < 1)
        return;
    if (!table_fits(table, m->flow->width, &widths)) {
        lay_table_blocks(m, table, widths.first);
        return;
    }
    int from = table_from(&widths, table->open);
    if (widths.shown < table->columns - 1)
        lay_table_more(m, table, from, widths.shown);
    for (int row = 0; row < table->rows; row++) {
        lay_table_row(m, table, row, from, &widths);
        if (m->flow->airy)
            blank_line(m);
    }
}

static void lay_chart(struct maker *m, const struct page_chart *chart)
{
    for (int i = 0; i < chart->n; i++) {
        struct text row = TEXT_INIT;
        chart_row(&row, chart, i, m->flow->width, m->flow->ascii);
        add_span(new_line(m, -1), 0, CELL_PLAIN,
                 arena_strndup(m->flow->arena, text_str(&row), row.len), row.len);
        text_release(&row);
    }
}

// Room for a finger: what can be chosen has two rows at least, the second of them empty.
static void make_large(struct maker *m, const struct block *block, size_t before)
{
    if (m->flow->large && block->item >= 0 && m->count == before + 1)
        new_line(m, block->item);
}

static void lay(struct maker *m, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_TITLE:
    case BLOCK_HEADING:
        lay_title(m, block);
        break;
    case BLOCK_PARAGRAPH:
        lay_paragraph(m, block);
        break;
    case BLOCK_ITEM:
    case BLOCK_NOTE:
    case BLOCK_WARNING:
        lay_marked(m, block);
        break;
    case BLOCK_PAIR:
        lay_pair(m, block);
        break;
    case BLOCK_CHOICE:
        lay_choice(m, block);
        break;
    case BLOCK_FIELD:
        lay_field(m, block);
        break;
    case BLOCK_CITATION:
        lay_citation(m, block);
        break;
    case BLOCK_LINES: // on paper only
        break;
    case BLOCK_TABLE:
        lay_table(m, block);
        break;
    case BLOCK_CHART:
        lay_chart(m, block->chart);
        break;
    case BLOCK_GAP:
        break;
    }
}

// Does an empty line belong between two neighbours? Headings always stand apart; the rest only
// where there is room.
static bool apart(const struct flow *flow, const struct block *before, const struct block *block)
{
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_GAP)
        return true;
    if (!flow->airy)
        return false;
    switch (block->kind) {
    case BLOCK_CHOICE:
    case BLOCK_PAIR:
        return before->kind != block->kind && before->kind != BLOCK_HEADING &&
               !(block->kind == BLOCK_PAIR && before->kind == BLOCK_ITEM);
    case BLOCK_FIELD:
        return true;
    case BLOCK_PARAGRAPH:
        return before->kind != BLOCK_HEADING &&
               (block->indent == 0 || block->indent < before->indent);
    case BLOCK_ITEM:
        return before->kind != BLOCK_HEADING && before->kind != BLOCK_ITEM;
    case BLOCK_NOTE:
    case BLOCK_WARNING:
        return before->kind != block->kind && before->kind != BLOCK_HEADING &&
               block->indent <= before->indent;
    case BLOCK_TABLE:
    case BLOCK_CHART:
        return true;
    case BLOCK_TITLE:
    case BLOCK_HEADING:
    case BLOCK_CITATION:
    case BLOCK_LINES:
    case BLOCK_GAP:
        break;
    }
    return false;
}

static bool has_choices(const struct flow *flow, int from, int to)
{
    for (int i = from; i < to; i++)
        if (flow->page->blocks[i].kind == BLOCK_CHOICE)
            return true;
    return false;
}

// All choices of a page stand in the same columns, whichever part of it is laid out.
static void line_up_choices(struct maker *m)
{
    const struct page *page = m->flow->page;
    for (int i = 0; i < page->n_blocks; i++)
        m->numbers |= page->blocks[i].number > 0,
            m->ons |= page->blocks[i].on && !page->blocks[i].multiple;
    m->label_width = choice_columns(m);
}

struct lines flow_blocks(const struct flow *flow, int from, int to)
{
    size_t room = FIRST_LINES + (size_t)(flow->enough ? 0 : to - from);
    struct maker m = {.flow = flow, .room = room};
    m.line = ARENA_ARRAY(flow->arena, struct line, m.room);
    if (has_choices(flow, from, to))
        line_up_choices(&m);
    for (int i = from; i < to && (!flow->enough || (int)m.count < flow->enough); i++) {
        const struct block *block = &flow->page->blocks[i];
        if (i > from && apart(flow, block - 1, block))
            blank_line(&m);
        size_t before = m.count;
        lay(&m, block);
        make_large(&m, block, before);
    }
    return (struct lines){.line = m.line, .count = (int)m.count};
}
