// SPDX-License-Identifier: MIT
// A page as lines of text, for golden files.
#ifndef TANU_TESTS_PAGE_LINES_H
#define TANU_TESTS_PAGE_LINES_H

#include "unit.h"
#include "base/text.h"
#include "view/page.h"

static const char kinds[] = {
    [BLOCK_TITLE] = 'T',   [BLOCK_HEADING] = 'H',  [BLOCK_PARAGRAPH] = 'P', [BLOCK_ITEM] = 'I',
    [BLOCK_PAIR] = '=',    [BLOCK_CHOICE] = 'C',   [BLOCK_FIELD] = 'F',     [BLOCK_NOTE] = 'N',
    [BLOCK_WARNING] = 'W', [BLOCK_CITATION] = 'S', [BLOCK_TABLE] = 't',     [BLOCK_GAP] = '-',
};
static const char styles[] = {
    [STYLE_PLAIN] = ' ',   [STYLE_STRONG] = '*', [STYLE_GOOD] = '+',
    [STYLE_CAUTION] = '~', [STYLE_BAD] = '!',    [STYLE_MUTED] = '.',
};

static void put_table(struct text *out, const struct page_table *t)
{
    for (int row = 0; t && row < t->rows; row++) {
        text_add(out, "   ");
        for (int c = 0; c < t->columns; c++)
            text_printf(out, " | %s", t->cells[row * t->columns + c]);
        text_add(out, "\n");
    }
}

static void put_block(struct text *out, const struct page *page, const struct block *b)
{
    char kind = (size_t)b->kind < sizeof kinds && kinds[b->kind] ? kinds[b->kind] : '?';
    text_printf(out, "%c%c%.*s %s", kind, styles[b->style], b->indent, ">>>", b->marker);
    text_printf(out, "%s%s%s%s%s", *b->marker ? " " : "", b->key, *b->key ? ": " : "", b->text,
                *b->detail ? " / " : "");
    text_add(out, b->detail);
    if (b->number)
        text_printf(out, " #%d", b->number);
    if (b->kind == BLOCK_CHOICE)
        text_printf(out, "%s%s", b->multiple ? " []" : "", b->on ? " on" : "");
    if (b->kind == BLOCK_FIELD)
        text_printf(out, " @%d", (int)b->cursor);
    if (b->item >= 0)
        text_printf(out, " =%d%s", (int)page->items[b->item].value,
                    b->item == page->focus ? " <" : "");
    if (b->url)
        text_printf(out, " <%s>", b->url);
    if (b->new_sheet)
        text_add(out, " /sheet");
    text_add(out, "\n");
    put_table(out, b->table);
}

static void put_page(struct text *out, const struct page *page)
{
    text_printf(out, "[%s]", page->title);
    if (*page->progress)
        text_printf(out, " %s (%d/%d)", page->progress, page->done, page->total);
    if (page->takes_first)
        text_add(out, " takes first");
    assert_null(page->hints); // no builder knows a key
    assert_string_equal(page->message, "");
    assert_true(page->n_items ? page->focus >= 0 && page->focus < page->n_items
                              : page->focus == -1);
    text_add(out, "\n");
    for (int i = 0; i < page->n_blocks; i++)
        put_block(out, page, &page->blocks[i]);
}

#endif
