// SPDX-License-Identifier: MIT
// From blocks to lines: wraps a part of a page to a width, with margins, spacing and columns.
//
// A line is a few spans of text at columns counted from the left edge of the text area; nothing is
// painted here, so the caller can scroll through the lines. Lines live in the arena; their texts
// are the page's own.
#ifndef TANU_PAPER_FLOW_H
#define TANU_PAPER_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "paper/cells.h"
#include "view/page.h"

struct span {
    int column;
    int width; // cells; 0: as wide as the text
    enum cell_style style;
    const char *text;
    size_t len;
};

enum { LINE_SPANS = 8 };

struct line {
    struct span span[LINE_SPANS];
    int n_spans;
    int item;   // index into page->items of the block it belongs to, or -1
    int cursor; // of an item's first line: where the cursor stands when it is focused
    int marker; // of an item's first line: where the marker `>` goes, else -1
};

struct lines {
    struct line *line;
    int count;
};

struct flow {
    struct arena *arena;
    const struct page *page;
    int width;
    bool airy;   // empty lines between groups; false where room is short
    bool detail; // hints of choices are shown
    bool large;  // what can be chosen is two rows high, for fingers
    bool ascii;  // draw with ASCII only
    int enough;  // no block is laid out once there are so many lines; 0: all are
};

// The blocks [from, to) as lines.
struct lines flow_blocks(const struct flow *flow, int from, int to);

#endif
