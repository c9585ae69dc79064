// SPDX-License-Identifier: MIT
// See settings.h.
#include "app/settings.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/own_file.h"
#include "base/file.h"
#include "pack/read/schema.h"
#include "tongue/languages.h"
#include "view/letterhead.h"

enum { SETTINGS_BYTES = 1 << 16 };

#define S(member) offsetof(struct settings, member)
static const struct field fields[] = {
    FIELD("language", FIELD_STRING, 0, S(language)),
    FIELD_READ("print", FIELD_MAP, 0),
    FIELD_READ("letterhead", FIELD_SCALAR, 0),
};
static const struct schema schema = SCHEMA("the settings", fields);

int settings_letterhead(const char *path, struct letterhead *letterhead, struct arena *arena,
                        struct diags *diags)
{
    size_t len;
    char *bytes = file_read(path, LETTERHEAD_BYTES, &len);
    if (!bytes)
        return diag_error(diags, "cannot-read", (struct place){.file = path}, "%s",
                          strerror(errno));
    int status = letterhead_parse(letterhead, path, bytes, len, arena, diags);
    free(bytes);
    return status;
}

static void read_letterhead(struct loader *l, const struct node *node, struct settings *s)
{
    if (!node || node->kind != NODE_SCALAR || !node->length)
        return; // reported already
    if (node->text[0] != '/') {
        load_fault(l, node, "bad-value", "the file of a letterhead is written whole, from / on");
        return;
    }
    struct letterhead *letterhead = ARENA_NEW(l->arena, struct letterhead);
    if (!settings_letterhead(arena_strdup(l->arena, node->text), letterhead, l->arena, l->diags))
        s->letterhead = letterhead;
}

static void decode(struct loader *l, const struct node *root, void *out)
{
    struct settings *s = out;
    if (!schema_decode(l, &schema, root, s, "") || root->kind != NODE_MAP)
        return;
    if (s->language && !language_named(s->language))
        load_fault(l, node_get(root, "language"), "bad-value",
                   "\"%s\" is no language that this program speaks; write a code such as kk",
                   s->language);
    read_letterhead(l, node_get(root, "letterhead"), s);
    s->print_queue = own_file_queue(l, root);
}

// NULL: nobody's home is known.
static const char *file_of(struct arena *arena)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config && config[0] == '/')
        return arena_printf(arena, "%s/tanu/settings.yaml", config);
    return home && home[0] == '/' ? arena_printf(arena, "%s/.config/tanu/settings.yaml", home)
                                  : NULL;
}

int settings_read(struct settings *settings, struct arena *arena, struct diags *diags)
{
    const char *path = file_of(arena);
    size_t len;
    *settings = (struct settings){.language = NULL};
    char *bytes = path ? file_read(path, SETTINGS_BYTES, &len) : NULL;
    if (!path || (!bytes && (errno == ENOENT || errno == ENOTDIR)))
        return 0;
    if (!bytes)
        return diag_error(diags, "cannot-read", (struct place){.file = path}, "%s",
                          strerror(errno));
    const char *yaml = arena_strndup(arena, bytes, len);
    free(bytes);
    int status = own_file_parse(path, yaml, len, decode, settings, arena, diags);
    if (status)
        *settings = (struct settings){.language = NULL};
    return status;
}
