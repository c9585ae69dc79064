// SPDX-License-Identifier: MIT
// What the table of the comparison is made of: compare.c judges each destination, compare_lines.c
// has one line a thing that is compared.
#ifndef TANU_VIEW_COMPARE_PARTS_H
#define TANU_VIEW_COMPARE_PARTS_H

#include "view/parts.h"

struct side { // one destination of the comparison
    struct ground ground;
    struct assessment assessment;
    const char *name;
    int open;    // questions of this destination without an answer
    int diploma; // of several the one that carries, from 0
};

// One line of the table. To add one: a row in compare_lines.c.
struct compare_line {
    const char *name; // N_("Weakest point"); NULL: that of the fact or of the tab
    const char *fact; // a kind of fact: the line shows it, under its own name
    const char *(*cell)(const struct side *side);
    // Only where some side has something to say there; NULL: always.
    bool (*wanted)(const struct side *side);
};
const struct compare_line *compare_lines(size_t *count);
const char *compare_line_name(const struct compare_line *line);
const char *compare_line_cell(const struct compare_line *line, const struct side *side);

// Text in the arena, or "none".
const char *compare_words(const struct ground *g, struct text *t);

#endif
