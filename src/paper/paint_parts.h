// SPDX-License-Identifier: MIT
// What the files of painting share; paint.h is the door.
#ifndef TANU_PAPER_PAINT_PARTS_H
#define TANU_PAPER_PAINT_PARTS_H

#include "paper/paint.h"

void paint_qr(struct painter *p, const struct page *page); // a page with a code

#endif
