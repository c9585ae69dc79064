// SPDX-License-Identifier: MIT
// Pango and Cairo bring forty libraries along, which every start would have to link: the writer
// (pdf.c) is a module beside the program, loaded when somebody wants a PDF; see pdf.h.
#include <dlfcn.h>
#include <string.h>

#include "paper/pdf.h"
#include "tongue/i18n.h"

int pdf_document(struct text *out, const struct page *const *pages, int n_pages,
                 enum pdf_paper paper, int32_t as_of, const char **why)
{
    pdf_make_function *make = NULL;
    void *module = dlopen("tanu-pdf.so", RTLD_NOW | RTLD_LOCAL); // by the run path of the program
    void *symbol = module ? dlsym(module, "pdf_make") : NULL;
    if (symbol)
        memcpy(&make, &symbol, sizeof make);
    if (make) // the module stays: its libraries cannot be unloaded
        return make(out, pages, n_pages, paper, as_of, why);
    *why = N_("This program was built without PDF (Pango and Cairo); take HTML and print it from a "
              "browser.");
    return -1;
}
