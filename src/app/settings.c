// SPDX-License-Identifier: MIT
// See settings.h.
#include "app/settings.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/policy.h"
#include "app/print.h"
#include "base/file.h"
#include "pack/read/schema.h"
#include "tongue/languages.h"

enum { SETTINGS_BYTES = 1 << 16 };

#define S(member) offsetof(struct settings, member)
static const struct field print_fields[] = {
    FIELD("queue", FIELD_STRING, 0, S(print_queue)),
};
static const struct schema print_schema = SCHEMA("the settings of printing", print_fields);
static const struct field fields[] = {
    FIELD("language", FIELD_STRING, 0, S(language)),
    FIELD_READ("print", FIELD_MAP, 0),
};
static const struct schema schema = SCHEMA("the settings", fields);

static void decode(struct loader *l, const struct node *root, struct settings *s)
{
    if (!schema_decode(l, &schema, root, s, "") || root->kind != NODE_MAP)
        return;
    if (s->language && !language_named(s->language))
        load_fault(l, node_get(root, "language"), "bad-value",
                   "\"%s\" is no language that this program speaks; write a code such as kk",
                   s->language);
    const struct node *print = node_get(root, "print");
    if (print && schema_decode(l, &print_schema, print, s, "print") && s->print_queue &&
        !print_queue_fits(s->print_queue))
        load_fault(l, node_get(print, "queue"), "bad-value",
                   "the name of a print queue has letters, digits, \"_\", \".\" and \"-\"");
}

static int parse(const char *name, const char *yaml, size_t len, struct settings *s,
                 struct arena *arena, struct diags *diags)
{
    struct loader *l = ARENA_NEW(arena, struct loader);
    struct pack_file *files = ARENA_ARRAY(arena, struct pack_file, 2);
    *l = (struct loader){
        .arena = arena, .scratch = arena, .diags = diags, .files = files, .n_files = 2};
    files[0].source = (struct source_file){.path = "", .name = ""};
    files[1].source = (struct source_file){
        .path = name, .name = name, .contents = yaml, .length = len, .number = 1};
    const struct node *root = yaml_read(&files[1].source, arena, diags, &files[1].whole);
    if (root)
        decode(l, root, s);
    diags_set_sources(diags, name, yaml, len);
    diags_sort(diags);
    return diags->errors ? -1 : 0;
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
        return diag_error(diags, "cannot-read", (struct place){path, 0, 0}, "%s", strerror(errno));
    const char *yaml = arena_strndup(arena, bytes, len);
    free(bytes);
    int status =
        policy_only_comments(yaml, len) ? 0 : parse(path, yaml, len, settings, arena, diags);
    if (status)
        *settings = (struct settings){.language = NULL};
    return status;
}
