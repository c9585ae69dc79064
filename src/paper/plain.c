// SPDX-License-Identifier: MIT
// Pages as plain text; see plain.h.
#include "paper/plain.h"

#include <string.h>
#include "base/utf8.h"
#include "paper/chart.h"
#include "paper/measure.h"
#include "paper/table.h"
#include "tongue/i18n.h"

enum { STEP = 2, LEAST_WIDTH = 20 };

struct writer {
    struct text *out;
    int width;
    unsigned flags;
    struct arena arena; // for the wrapping, rewound after every block
    bool blank;         // the last line written is empty, or none was written
};

static void wrap_into(struct text *out, struct arena *arena, const char *prefix, const char *words,
                      int indent, int width)
{
    int hang = indent + utf8_width(prefix);
    if (hang > width / 2) { // too far in: the prefix is wrapped with the words
        words = arena_printf(arena, "%s%s", prefix, words);
        prefix = "";
        indent = hang = measure_least(indent, width / 2);
    }
    struct utf8_lines lines = utf8_wrap(arena, words, width - hang);
    for (size_t i = 0; i < lines.count; i++) {
        text_repeat(out, ' ', (size_t)(i ? hang : indent));
        text_add(out, i ? "" : prefix);
        text_bytes(out, words + lines.line[i].start, lines.line[i].len);
        text_char(out, '\n');
    }
}

void plain_wrapped(struct text *out, const char *prefix, const char *words, int indent, int width)
{
    struct arena arena;
    arena_init(&arena);
    wrap_into(out, &arena, prefix, words, indent, measure_most(width, LEAST_WIDTH));
    arena_release(&arena);
}

static void put(struct writer *w, const char *prefix, const char *words, int indent)
{
    wrap_into(w->out, &w->arena, prefix, words, indent, w->width);
    w->blank = false;
}

static void gap(struct writer *w)
{
    if (!w->blank)
        text_char(w->out, '\n');
    w->blank = true;
}

static void underline(struct writer *w, const char *words, char c)
{
    int width = utf8_width(words);
    if (w->flags & PLAIN_SPOKEN)
        return;
    text_repeat(w->out, c, (size_t)measure_least(width, w->width));
    text_char(w->out, '\n');
}

static void put_heading(struct writer *w, const struct block *b)
{
    gap(w);
    put(w, "", b->text, 0);
    if (b->kind == BLOCK_TITLE)
        underline(w, b->text, '=');
    w->blank = !(w->flags & PLAIN_SPOKEN);
}

static void put_marked(struct writer *w, const struct block *b, int indent)
{
    struct text prefix = TEXT_INIT;
    text_printf(&prefix, "%s%s", b->marker, *b->marker ? " " : "");
    put(w, text_str(&prefix), b->text, indent);
    text_release(&prefix);
}

// "Fee: …". The key is a label, often a question with its own mark at the end.
static void put_pair(struct writer *w, const struct block *b, int indent)
{
    struct text line = TEXT_INIT;
    size_t len = strlen(b->key);
    const char *between = !len ? "" : strchr("?:.!", b->key[len - 1]) ? " " : ": ";
    text_printf(&line, "%s%s%s", b->key, between, b->text);
    struct utf8_lines lines = utf8_wrap(&w->arena, text_str(&line), w->width - indent - STEP);
    for (size_t i = 0; i < lines.count; i++) {
        text_repeat(w->out, ' ', (size_t)(indent + (i ? STEP : 0)));
        text_bytes(w->out, text_str(&line) + lines.line[i].start, lines.line[i].len);
        text_char(w->out, '\n');
    }
    w->blank = false;
    text_release(&line);
}

static void put_choice(struct writer *w, const struct block *b, int indent)
{
    struct text prefix = TEXT_INIT, words = TEXT_INIT;
    if (b->item >= 0)
        text_printf(&prefix, "%d. ", b->item + 1);
    if (b->multiple && (w->flags & PLAIN_SPOKEN)) // brackets are not said, or as noise
        text_printf(&prefix, "%s: ", b->on ? _("marked") : _("not marked"));
    else if (b->multiple)
        text_add(&prefix, b->on ? "[x] " : "[ ] ");
    text_add(&words, b->text);
    if (*b->detail)
        text_printf(&words, " (%s)", b->detail);
    put(w, text_str(&prefix), text_str(&words), indent);
    text_release(&prefix);
    text_release(&words);
}

// One list a column, where columns side by side would be too narrow.
static void put_table_lists(struct writer *w, const struct page_table *t)
{
    for (int c = 1; c < t->columns; c++) {
        gap(w);
        put(w, "", t->cells[c], 0);
        underline(w, t->cells[c], '-');
        for (int r = 1; r < t->rows; r++) {
            struct block pair = {.key = t->cells[r * t->columns],
                                 .text = t->cells[r * t->columns + c]};
            put_pair(w, &pair, 0);
        }
    }
}

// The headings and `shown` columns from that one on.
static void put_table_row(struct writer *w, const struct page_table *t, int row, int from,
                          const struct table_widths *widths)
{
    int places = widths->shown + 1;
    struct utf8_lines *cell = ARENA_ARRAY(&w->arena, struct utf8_lines, (size_t)places);
    const char **words = ARENA_ARRAY(&w->arena, const char *, (size_t)places);
    size_t high = 0;
    for (int c = 0; c < places; c++) {
        words[c] = t->cells[row * t->columns + (c ? from + c - 1 : 0)];
        cell[c] = utf8_wrap(&w->arena, words[c], c ? widths->other : widths->first);
        high = cell[c].count > high ? cell[c].count : high;
    }
    for (size_t i = 0; i < high; i++) {
        for (int c = 0, at = 0; c < places; c++) {
            if (i >= cell[c].count || !cell[c].line[i].len)
                continue;
            text_repeat(w->out, ' ', (size_t)(table_start(widths, c) - at));
            text_bytes(w->out, words[c] + cell[c].line[i].start, cell[c].line[i].len);
            at = table_start(widths, c) + cell[c].line[i].width;
        }
        text_char(w->out, '\n');
    }
    text_char(w->out, '\n');
    w->blank = true;
}

static void put_table(struct writer *w, const struct page_table *t)
{
    struct table_widths widths;
    if (!t)
        return;
    if (!table_fits(t, w->width, &widths) || (w->flags & PLAIN_SPOKEN)) {
        put_table_lists(w, t);
        return;
    }
    // Where not all countries fit beside each other, the rest follows in a table of its own.
    for (int from = 1, all = t->columns; from < all; from += widths.shown) {
        widths.shown = measure_least(widths.shown, all - from);
        for (int row = 0; row < t->rows; row++)
            put_table_row(w, t, row, from, &widths);
    }
}

static void put_citation(struct writer *w, const struct block *b, int indent)
{
    struct text words = TEXT_INIT;
    text_printf(&words, "%s]", b->text);
    put(w, "[", text_str(&words), indent);
    text_release(&words);
}

// As they stand: each fits.
static void put_lines(struct writer *w, const char *lines)
{
    gap(w);
    text_add(w->out, lines);
    text_char(w->out, '\n');
    w->blank = false;
    gap(w);
}

static void put_chart(struct writer *w, const struct page_chart *chart)
{
    if (w->flags & PLAIN_SPOKEN)
        return;
    for (int i = 0; i < chart->n; i++) {
        chart_row(w->out, chart, i, w->width, false);
        text_char(w->out, '\n');
    }
    w->blank = false;
}

static void put_block(struct writer *w, const struct block *b, const struct block *before)
{
    int indent = b->indent * STEP;
    switch (b->kind) {
    case BLOCK_TITLE:
    case BLOCK_HEADING:
        put_heading(w, b);
        break;
    case BLOCK_PARAGRAPH:
        if (before && !b->indent && before->kind != BLOCK_HEADING)
            gap(w);
        put(w, "", b->text, indent);
        break;
    case BLOCK_ITEM:
    case BLOCK_NOTE:
    case BLOCK_WARNING:
        put_marked(w, b, indent);
        break;
    case BLOCK_PAIR:
        put_pair(w, b, indent);
        break;
    case BLOCK_CHOICE:
        put_choice(w, b, indent);
        break;
    case BLOCK_CITATION:
        put_citation(w, b, indent);
        break;
    case BLOCK_LINES:
        put_lines(w, b->text);
        break;
    case BLOCK_TABLE:
        gap(w);
        put_table(w, b->table);
        break;
    case BLOCK_GAP:
        gap(w);
        break;
    case BLOCK_CHART:
        put_chart(w, b->chart);
        break;
    case BLOCK_FIELD:
        break;
    }
}

void plain_page(struct text *out, const struct page *page, int width, unsigned flags)
{
    struct writer w = {
        .out = out, .width = measure_most(width, LEAST_WIDTH), .flags = flags, .blank = true};
    arena_init(&w.arena);
    for (int i = 0; i < page->n_blocks; i++) {
        struct arena_mark mark = arena_mark(&w.arena);
        put_block(&w, &page->blocks[i], i ? &page->blocks[i - 1] : NULL);
        arena_rewind(&w.arena, mark);
    }
    arena_release(&w.arena);
}

// What both languages write alike (a number, an address) is said once.
static bool says_the_same(const struct block *a, const struct block *b)
{
    return !strcmp(a->text, b->text) && !strcmp(a->key, b->key) && !strcmp(a->detail, b->detail) &&
           !a->table;
}

void plain_two(struct text *out, const struct page *first, const struct page *second, int width)
{
    struct writer w = {.out = out, .width = measure_most(width, LEAST_WIDTH), .blank = true};
    arena_init(&w.arena);
    for (int i = 0; i < first->n_blocks && i < second->n_blocks; i++) {
        struct arena_mark mark = arena_mark(&w.arena);
        const struct block *before = i ? &first->blocks[i - 1] : NULL;
        put_block(&w, &first->blocks[i], before);
        if (!says_the_same(&first->blocks[i], &second->blocks[i]))
            put_block(&w, &second->blocks[i], before);
        arena_rewind(&w.arena, mark);
    }
    arena_release(&w.arena);
}
