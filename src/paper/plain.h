// SPDX-License-Identifier: MIT
// A page as wrapped plain text: reports, `--format text`, line mode.
#ifndef TANU_PAPER_PLAIN_H
#define TANU_PAPER_PLAIN_H

#include "base/text.h"
#include "view/page.h"

enum plain_flags {
    PLAIN_SPOKEN = 1 // for speech: no underlines, no lines that carry nothing
};

// Appends the page, wrapped to `width` cells (at least 20), every line ended by a newline. Choices
// are numbered by their place among the focusable rows (not by number key), as line mode asks for
// them.
void plain_page(struct text *out, const struct page *page, int width, unsigned flags);
// The same page in two languages (the same blocks in the same order), each text below its twin.
void plain_two(struct text *out, const struct page *first, const struct page *second, int width);
// One text with a first-line prefix and the following lines indented to match.
void plain_wrapped(struct text *out, const char *prefix, const char *words, int indent, int width);

#endif
