// SPDX-License-Identifier: MIT
// Fuzz target: a translator's .po file. Faults are said, and what was read keeps context and text.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "author/phrases.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct po po = {0};
    struct arena arena;
    struct diags diags;
    struct text report = TEXT_INIT;
    char *copy = malloc(size ? size : 1); // an exact block
    if (!copy)
        return 0;
    memcpy(copy, data, size);
    arena_init(&arena);
    diags_init(&diags);
    po_read(&po, "test.po", copy, size, &arena, &diags);
    for (size_t i = 0; i < po.n; i++)
        if (!po.entries[i].context || !po.entries[i].id)
            abort();
    diags_render(&report, &diags);
    text_release(&report);
    diags_release(&diags);
    arena_release(&arena);
    free(copy);
    return 0;
}
