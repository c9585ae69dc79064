// SPDX-License-Identifier: MIT
// Collecting a page; see page.h.
#include "view/page.h"

#include <string.h>

// Room for one more; arrays double inside the arena.
static void *room(struct arena *arena, void *list, size_t count, size_t *have, size_t size)
{
    if (count < *have)
        return list;
    size_t want = *have ? *have * 2 : 32;
    list = arena_grow(arena, list, *have, want, size);
    *have = want;
    return list;
}

void page_begin(struct page_builder *b, struct arena *arena, enum page_kind kind, const char *title)
{
    memset(b, 0, sizeof *b);
    b->arena = arena;
    b->page.kind = kind;
    b->page.title = title ? title : "";
    b->page.lang = "en";
    b->page.progress = b->page.message = "";
    b->page.focus = PAGE_FOCUS_OWN;
}

struct block *page_add(struct page_builder *b, enum block_kind kind, const char *text)
{
    b->blocks = room(b->arena, b->blocks, b->n_blocks, &b->room_blocks, sizeof *b->blocks);
    struct block *block = &b->blocks[b->n_blocks++];
    *block = (struct block){.kind = kind, .text = text ? text : "", .item = -1};
    block->marker = block->key = block->detail = "";
    return block;
}

struct block *page_pair(struct page_builder *b, const char *key, const char *text)
{
    struct block *block = page_add(b, BLOCK_PAIR, text);
    block->key = key ? key : "";
    return block;
}

struct block *page_item(struct page_builder *b, const char *marker, const char *text)
{
    struct block *block = page_add(b, BLOCK_ITEM, text);
    block->marker = marker ? marker : "";
    return block;
}

static int focusable_at(struct page_builder *b, size_t block, int32_t value)
{
    b->items = room(b->arena, b->items, b->n_items, &b->room_items, sizeof *b->items);
    b->items[b->n_items] = (struct page_item){(int)block, value};
    b->blocks[block].item = (int)b->n_items;
    return (int)b->n_items++;
}

int page_focusable(struct page_builder *b, int32_t value)
{
    return focusable_at(b, b->n_blocks - 1, value);
}

void page_readable(struct page_builder *b, size_t from, int32_t value)
{
    for (size_t i = from; i < b->n_blocks; i++)
        if (b->blocks[i].kind == BLOCK_PAIR)
            focusable_at(b, i, value);
}

static int own_focus(const struct page *page)
{
    if (page->takes_first)
        return 1; // the line is item 0
    for (int i = 0; i < page->n_items; i++)
        if (page->blocks[page->items[i].block].on)
            return i;
    return page->n_items ? 0 : -1;
}

struct page *page_finish(struct page_builder *b)
{
    struct page *page = ARENA_NEW(b->arena, struct page);
    *page = b->page;
    page->blocks = b->blocks;
    page->n_blocks = (int)b->n_blocks;
    page->items = b->items;
    page->n_items = (int)b->n_items;
    if (page->focus >= page->n_items)
        page->focus = page->n_items - 1;
    if (page->focus < 0)
        page->focus = own_focus(page);
    return page;
}
