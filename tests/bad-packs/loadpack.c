// SPDX-License-Identifier: MIT
// loadpack DIR...: loads packs with their cases and prints what is wrong with them. Exit status 0
// when every pack is free of errors. Content authors use it, and the tests of bad packs.
#include <stdio.h>

#include "base/diag.h"
#include "base/text.h"
#include "pack/read/load.h"

static int load_one(const char *dir)
{
    struct diags diags;
    struct text out = TEXT_INIT;
    diags_init(&diags);
    const struct pack *pack = pack_load(dir, LOAD_CASES, &diags);
    diags_render(&out, &diags);
    fputs(text_str(&out), stdout);
    if (pack)
        printf("%s %s: %d questions, %d findings, %d documents, %d steps, %d instruments, "
               "%d countries, %d sources, %d cases\n",
               pack->id, pack->version, (int)pack->n_questions, (int)pack->n_findings,
               (int)pack->n_documents, (int)pack->n_steps, (int)pack->n_instruments,
               (int)pack->n_destinations, (int)pack->n_sources, (int)pack->n_cases);
    int status = pack ? 0 : 1;
    pack_free(pack);
    text_release(&out);
    diags_release(&diags);
    return status;
}

int main(int argc, char **argv)
{
    int status = 0;
    for (int i = 1; i < argc; i++)
        status |= load_one(argv[i]);
    return status;
}
