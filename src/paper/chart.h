// SPDX-License-Identifier: MIT
// The bars of a timeline, as characters and as SVG. They carry no words: what they show is said
// beside them (view/timeline.c), so who cannot see them misses nothing.
#ifndef TANU_PAPER_CHART_H
#define TANU_PAPER_CHART_H

#include "base/text.h"
#include "view/page.h"

enum { CHART_LABEL = 4 }; // cells of a row's number with its blank

// Appends one row in at most `width` cells: its number, then the bar. Known lengths are full,
// others light; in ASCII # and . stand for them.
void chart_row(struct text *out, const struct page_chart *chart, int row, int width, bool ascii);

// Appends the drawing. It takes the colour of the text around it.
void chart_svg(struct text *out, const struct page_chart *chart);

#endif
