// SPDX-License-Identifier: MIT
// What the files of painting share; paint.h is the door.
#ifndef TANU_PAPER_PAINT_PARTS_H
#define TANU_PAPER_PAINT_PARTS_H

#include "paper/flow.h"
#include "paper/measure.h"
#include "paper/paint.h"

struct area {
    int top, bottom; // rows [top, bottom)
    int left, width;
    int gap; // 1: an empty row above and below
};

static inline const char *paint_ellipsis(const struct painter *p)
{
    return p->ascii ? "..." : "…";
}

// A place that a click or a finger finds.
void paint_spot(struct painter *p, enum spot_kind kind, int index, int row, int left, int width);

// Lines, those that fit between the rows of the area: see flow.h.
void paint_line(struct painter *p, const struct line *line, int row, const struct area *area);
void paint_focus(struct painter *p, const struct line *line, int row, const struct area *area);
// The part that scrolls, so far that the focused item is seen.
void paint_scroll(struct painter *p, const struct lines *lines, int focus, const struct area *area);
// The blocks from that one on: of a page that stays the same they are laid out once.
struct lines paint_list(struct painter *p, const struct flow *flow, int from);
void paint_list_forget(struct painter *p);

// The frame.
void paint_header(struct painter *p, const struct page *page, const struct area *area);
void paint_footer(struct painter *p, const struct page *page, const struct area *area);
int paint_message_rows(struct painter *p, const struct page *page, int width); // 0: none
void paint_message(struct painter *p, const struct page *page, const struct area *area, int row);
void paint_tabs(struct painter *p, const struct page *page, const struct area *area, int row);

void paint_qr(struct painter *p, const struct page *page); // a page with a code

#endif
