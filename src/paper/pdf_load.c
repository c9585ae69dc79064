// SPDX-License-Identifier: MIT
// Pango and Cairo bring forty libraries along, which every start would have to link: the writer
// (pdf.c) is a module beside the program, loaded when somebody wants a PDF; see pdf.h.
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "paper/pdf.h"
#include "tongue/i18n.h"

static const char module_name[] = "tanu-pdf.so";

// A run path would make every start look for every library there; this looks once, and when asked.
static void *load_module(void)
{
    char program[PATH_MAX], path[PATH_MAX + sizeof module_name];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length < 0 ? 0 : length] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash)
        return NULL;
    *slash = '\0';
    snprintf(path, sizeof path, "%s/%s", program, module_name);
    if (access(path, F_OK) != 0) // an installed program
        snprintf(path, sizeof path, "%s/%s", TANU_MODULEDIR, module_name);
    return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

int pdf_document(struct text *out, const struct page *const *pages, int n_pages,
                 enum pdf_paper paper, int32_t as_of, const char **why)
{
    pdf_make_function *make = NULL;
    void *module = load_module();
    void *symbol = module ? dlsym(module, "pdf_make") : NULL;
    if (symbol)
        memcpy(&make, &symbol, sizeof make);
    if (make) // the module stays: its libraries cannot be unloaded
        return make(out, pages, n_pages, paper, as_of, why);
    *why = N_("This program was built without PDF (Pango and Cairo); take HTML and print it from a "
              "browser.");
    return -1;
}
