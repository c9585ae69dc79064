// SPDX-License-Identifier: MIT
// Painting a page into cells: header, tabs, the part that scrolls, message, footer, side panel.
//
// At 40x12 and above a page keeps its frame: title line, margins, spacing, footer. Below that it
// shows one thing at a time: the heading cut to what fits and the focused row with its neighbours,
// nothing else; every row can still be reached by scrolling. From 110 columns on the side panel
// stands on the right. Painting the same page twice gives the same cells; only the scroll position
// is remembered, for as long as the page stays the same.
#ifndef TANU_PAPER_PAINT_H
#define TANU_PAPER_PAINT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "paper/cells.h"
#include "wizard/action.h"
#include "view/page.h"

enum { PAINT_SIDE_FROM = 110, PAINT_SMALL_COLUMNS = 40, PAINT_SMALL_ROWS = 12 };

// What stands at a place of the screen that somebody may touch.
enum spot_kind {
    SPOT_NOTHING,
    SPOT_ITEM,
    SPOT_TAB,
    SPOT_HINT,
    SPOT_MORE // index 0: what is above, 1: below
};
struct spot {
    enum spot_kind kind;
    int index;            // into page->items, tabs or hints
    int row, left, right; // columns [left, right)
};
enum { SPOTS = 256 };

// The lines of a long list: an arrow key moves the marker and nothing else.
struct painted_list {
    struct arena arena;
    struct line *line;
    int count;
    unsigned page; // the `built` of the page that they are of, 0: of none
    int width;
};

// A zeroed struct is ready to use; set `ascii` where only ASCII may be drawn, `large` where what
// can be touched is to be two rows high.
struct painter {
    bool ascii, large;
    struct cells cells;
    struct arena arena; // rewound with every painting
    struct painted_list list;
    int top;                  // first line shown of the part that scrolls
    int rows, total;          // rows it has on the screen, lines there are
    struct spot spots[SPOTS]; // of what was painted last; later ones lie on top
    int n_spots;
    uint64_t shown; // which page it is: another one starts at its top
};

void painter_resize(struct painter *p, int columns, int rows);
void painter_forget(struct painter *p); // overwrites what it has painted; the size stays
void painter_release(struct painter *p);

bool painter_wide(const struct painter *p); // there is room for a side panel

// Paints into p->cells. `side` may be NULL.
void painter_paint(struct painter *p, const struct page *page, const struct page *side);

// What was painted there; kind SPOT_NOTHING where nothing can be touched.
struct spot painter_spot(const struct painter *p, int row, int column);

// Moves the part that scrolls (ACTION_UP, _DOWN, _PAGE_UP, _PAGE_DOWN, _FIRST, _LAST); paint again
// if it says true.
bool painter_scroll(struct painter *p, enum action action);

#endif
