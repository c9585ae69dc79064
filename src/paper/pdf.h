// SPDX-License-Identifier: MIT
//
// Pages as PDF, drawn by Pango and Cairo: A4 or Letter, page numbers, title, language, tags
// (Document, H1 to H3, P, L, Table), text that can be selected in every script. It says the same
// sentences as plain text (plain.h). No claim of PDF/UA is made.
//
// pdf.c is a module, built where configure finds Pango and Cairo; pdf_load.c loads it when needed.
#ifndef TANU_PAPER_PDF_H
#define TANU_PAPER_PDF_H

#include "base/text.h"
#include "view/page.h"

enum pdf_paper { PDF_A4, PDF_LETTER };

// Appends a whole document. `pages`: one, or the same page in two languages, which then stand
// beside each other. `as_of`: packed date, the only date in the file, so that the same answers give
// the same bytes. 0, or -1 with a sentence (N_) in *why.
int pdf_document(struct text *out, const struct page *const *pages, int n_pages,
                 enum pdf_paper paper, int32_t as_of, const char **why);

// The same, of the module; nobody else calls it.
typedef int pdf_make_function(struct text *out, const struct page *const *pages, int n_pages,
                              enum pdf_paper paper, int32_t as_of, const char **why);
pdf_make_function pdf_make;

#endif
