// SPDX-License-Identifier: MIT
// Fuzz target: one expression of the rule language, against the names of the tiny pack. A good one
// must keep its promises: bounded, every node inside the text.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack/expr.h"
#include "pack/read/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct pack *tiny(void)
{
    char path[4096];
    struct diags diags;
    const char *src = getenv("TANU_SRC");
    snprintf(path, sizeof path, "%s/tests/packs/tiny", src ? src : ".");
    diags_init(&diags);
    const struct pack *pack = pack_load(path, 0, &diags);
    diags_release(&diags);
    if (!pack) {
        fprintf(stderr, "%s: the tiny pack does not load\n", path);
        exit(1);
    }
    return pack;
}

static int check(const struct expr *e, int32_t length)
{
    if (e->end < e->start || e->end > length)
        abort();
    int nodes = 1;
    for (int i = 0; i < expr_operands(e); i++)
        nodes += check(e->operands[i], length);
    return nodes;
}

static void parse(const struct pack *pack, const char *text, uint32_t length, enum expr_use use)
{
    const uint32_t first_line = 0;
    struct arena arena;
    struct diags diags;
    struct names names;
    arena_init(&arena);
    diags_init(&diags);
    names_of_pack(&names, pack, &arena);
    const struct source_file file = {.path = "test",
                                     .name = "test",
                                     .contents = text,
                                     .length = length,
                                     .line_start = &first_line,
                                     .n_lines = 1};
    const struct node scalar = {.text = text, .length = length, .place = {0, 1, 1}};
    const struct expr_scope scope = {pack, &names, &arena, &arena, &diags, true, NULL};
    const struct expr *e = expr_parse(&scope, &file, &scalar, use);
    if ((e == NULL) != (diags.errors > 0))
        abort();
    if (e && check(e, (int32_t)length) > EXPR_MAX_NODES)
        abort();
    diags_release(&diags);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // Loaded once and kept: a fuzzer calls this a million times.
    static const struct pack *pack;
    char text[YAML_MAX_STRING + 1];
    if (size > YAML_MAX_STRING || memchr(data, 0, size))
        return 0;
    if (!pack)
        pack = tiny();
    memcpy(text, data, size);
    text[size] = '\0';
    parse(pack, text, (uint32_t)size, USE_ITEM);
    parse(pack, text, (uint32_t)size, USE_CONVENTION);
    return 0;
}
