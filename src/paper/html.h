// SPDX-License-Identifier: MIT
//
// Pages as one HTML file that needs nothing else: no script, no address is loaded, styles inside,
// readable on a phone, printed on A4 and Letter, light and dark. It says the same sentences as
// plain text (plain.h), in the same order.
//
// Headings: the first title of a page is h1, later ones h2; headings are one level below the title
// they stand under, so no level is left out. Neighbouring items make one list, neighbouring pairs
// one description list.
#ifndef TANU_PAPER_HTML_H
#define TANU_PAPER_HTML_H

#include "base/text.h"
#include "view/page.h"

enum { HTML_MOST_PAGES = 2 };

// Appends a whole document. `pages`: one, or the same page in two languages (the same blocks in the
// same order), which then stand beside each other, block by block. The document's
// language is that of the first page.
void html_document(struct text *out, const struct page *const *pages, int n_pages);

#endif
