// SPDX-License-Identifier: MIT
// Fuzz target: one expression of the rule language, against the names of the tiny pack. A good one
// must keep its promises: bounded, and written again it is read as the same.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack/expr.h"
#include "pack/expr_write.h"
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

static int nodes(const struct expr *e)
{
    int n = 1;
    for (int i = 0; i < expr_operands(e); i++)
        n += nodes(expr_operand(e, i));
    return n;
}

struct fuzzed {
    const struct pack *pack;
    struct arena arena;
    struct diags diags;
    struct names names;
};

static const struct expr *read_text(struct fuzzed *r, const char *text, uint32_t length,
                                    enum expr_use use)
{
    const uint32_t first_line = 0;
    const struct source_file file = {.path = "test",
                                     .name = "test",
                                     .contents = text,
                                     .length = length,
                                     .line_start = &first_line,
                                     .n_lines = 1};
    const struct node scalar = {.text = text, .length = length, .place = {0, 1, 1}};
    const struct expr_scope scope = {r->pack,   &r->names, &r->arena, &r->arena,
                                     &r->diags, true,      NULL};
    return expr_parse(&scope, &file, &scalar, use);
}

// What is written is read again and written the same; with its parentheses it may be too deep.
static void write_twice(struct fuzzed *r, const struct expr *e, enum expr_use use)
{
    struct text once = TEXT_INIT, twice = TEXT_INIT;
    expr_write(&once, r->pack, e);
    const struct expr *again = read_text(r, text_str(&once), (uint32_t)once.len, use);
    if (again)
        expr_write(&twice, r->pack, again);
    if (again ? strcmp(text_str(&once), text_str(&twice))
              : strcmp(r->diags.list[0].code, "expression-too-large"))
        abort();
    text_release(&once);
    text_release(&twice);
}

static void parse(const struct pack *pack, const char *text, uint32_t length, enum expr_use use)
{
    struct fuzzed r = {.pack = pack};
    arena_init(&r.arena);
    diags_init(&r.diags);
    names_of_pack(&r.names, pack, &r.arena);
    const struct expr *e = read_text(&r, text, length, use);
    if ((e == NULL) != (r.diags.errors > 0))
        abort();
    if (e && nodes(e) > EXPR_MAX_NODES)
        abort();
    if (e)
        write_twice(&r, e, use);
    diags_release(&r.diags);
    arena_release(&r.arena);
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
