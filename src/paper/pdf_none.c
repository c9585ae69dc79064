// SPDX-License-Identifier: MIT
// A program built without Pango and Cairo; see pdf.h.
#include "paper/pdf.h"
#include "tongue/i18n.h"

int pdf_document(struct text *out, const struct page *const *pages, int n_pages,
                 enum pdf_paper paper, int32_t as_of, const char **why)
{
    (void)out, (void)pages, (void)n_pages, (void)paper, (void)as_of;
    *why = N_("This program was built without PDF (Pango and Cairo); take HTML and print it from a "
              "browser.");
    return -1;
}
