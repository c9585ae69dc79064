// SPDX-License-Identifier: MIT
//
// The letterhead of whoever helps (a career centre): what stands above and below letters and
// summaries. A template, in plain text or in HTML, with {content} once where the document stands,
// and {title} and {date} (the day of the law) where wanted. A brace that names nothing of the kind
// stands for itself.
#ifndef TANU_VIEW_LETTERHEAD_H
#define TANU_VIEW_LETTERHEAD_H

#include <stdbool.h>
#include "base/arena.h"
#include "base/diag.h"

enum { LETTERHEAD_BYTES = 1 << 16, LETTERHEAD_WIDTH = 72 };

struct letterhead {
    bool html; // a part of a page; only HTML has a place for it
    const char *head, *foot;
};

// Reads a template; HTML where the name ends in .html. Of plain text no line is longer than
// LETTERHEAD_WIDTH cells; HTML loads nothing and runs nothing. The parts live in the arena. 0, or
// -1 with what is wrong, and where, in `diags`.
int letterhead_parse(struct letterhead *h, const char *path, const char *bytes, size_t len,
                     struct arena *arena, struct diags *diags);

struct making;
// Its head, or its foot, as the next block; nothing where the ground has none.
void make_letterhead(struct making *m, bool foot);

#endif
