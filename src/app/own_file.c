// SPDX-License-Identifier: MIT
#include "app/own_file.h"

#include <string.h>

#include "app/print.h"
#include "pack/read/schema.h"

static bool only_comments(const char *yaml, size_t len)
{
    for (size_t at = 0; at < len; at++) {
        at += strspn(yaml + at, " \t\r");
        if (yaml[at] == '#')
            at += strcspn(yaml + at, "\n");
        if (at < len && yaml[at] != '\n')
            return false;
    }
    return true;
}

// The words and numbers are read by the tables that packs are read with.
int own_file_parse(const char *name, const char *yaml, size_t len, own_file_decode *decode,
                   void *out, struct arena *arena, struct diags *diags)
{
    if (only_comments(yaml, len))
        return 0;
    struct loader *l = ARENA_NEW(arena, struct loader);
    struct pack_file *files = ARENA_ARRAY(arena, struct pack_file, 2);
    *l = (struct loader){
        .arena = arena, .scratch = arena, .diags = diags, .files = files, .n_files = 2};
    files[0].source = (struct source_file){.path = "", .name = ""};
    files[1].source = (struct source_file){
        .path = name, .name = name, .contents = yaml, .length = len, .number = 1};
    const struct node *root = yaml_read(&files[1].source, arena, diags, &files[1].whole);
    if (root)
        decode(l, root, out);
    diags_set_sources(diags, name, yaml, len);
    diags_sort(diags);
    return diags->errors ? -1 : 0;
}

struct printing {
    const char *queue;
};

const char *own_file_queue(struct loader *l, const struct node *root)
{
    static const struct field fields[] = {
        FIELD("queue", FIELD_STRING, 0, offsetof(struct printing, queue)),
    };
    static const struct schema schema = SCHEMA("printing", fields);
    struct printing printing = {NULL};
    const struct node *node = node_get(root, "print");
    if (!node || !schema_decode(l, &schema, node, &printing, "print") || !printing.queue)
        return NULL;
    if (print_queue_fits(printing.queue))
        return printing.queue;
    load_fault(l, node_get(node, "queue"), "bad-value",
               "the name of a print queue has letters, digits, \"_\", \".\" and \"-\"");
    return NULL;
}
