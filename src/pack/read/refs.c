// SPDX-License-Identifier: MIT
// Lists of ids: of one section (`overrides:`, `cites:`), or of rules of any kind (`excludes:`).
#include <string.h>

#include "pack/read/schema.h"

const char *refs_group(const struct node *node)
{
    return node->kind == NODE_SCALAR && !strncmp(node->text, "all ", 4) ? node->text + 4 : NULL;
}

// Its own group, or that of what it uses.
static bool in_group(const struct loader *l, enum section section, int32_t i, const char *name)
{
    const struct section_entries *s = &l->sections[section];
    const struct node *group = node_get(s->list[i].node, "group"),
                      *use = node_get(s->list[i].node, "use");
    if (!group && use && use->kind == NODE_SCALAR) {
        int32_t entry = table_get(&l->names.ids[section], use->text);
        group = entry < 0 ? NULL : node_get(s->list[entry].node, "group");
    }
    return group && group->kind == NODE_SCALAR && !strcmp(group->text, name);
}

// Into `out`, or only counted without it.
static int32_t read_group(const struct loader *l, enum section section, const char *name,
                          int32_t *out)
{
    int32_t n = 0;
    for (int32_t i = 0; i < l->sections[section].count; i++)
        if (in_group(l, section, i, name)) {
            if (out)
                out[n] = i;
            n++;
        }
    return n;
}

static void unknown_group(struct loader *l, const struct node *node)
{
    if (l->whole)
        load_fault(l, node, "unresolved-reference", "nothing here has \"group: %s\"",
                   refs_group(node));
}

// Room for every entry, and for what its groups hold.
static int32_t *refs_array(struct loader *l, const struct node *list, const enum section *sections,
                           int n_sections)
{
    int32_t room = list->count;
    for (const struct node *item = list->first; item; item = item->next)
        for (int k = 0; refs_group(item) && k < n_sections; k++)
            room += read_group(l, sections[k], refs_group(item), NULL);
    return ARENA_ARRAY(l->arena, int32_t, (size_t)room);
}

static bool stands_in(const int32_t *items, int32_t count, int32_t index)
{
    for (int32_t i = 0; i < count; i++)
        if (items[i] == index)
            return true;
    return false;
}

static void stands_already(struct loader *l, const struct node *item, const char *id)
{
    load_fault(l, item, "duplicate-reference", "\"%s\" stands in this list already", id);
}

void refs_read(struct loader *l, const struct node *list, enum section section,
               struct int_list *out)
{
    if (!schema_want_kind(l, list, NODE_LIST, "a list, one \"- id\" a line,"))
        return;
    int32_t *items = refs_array(l, list, &section, 1), count = 0;
    for (const struct node *item = list->first; item; item = item->next) {
        const char *group = refs_group(item);
        int32_t n = group ? read_group(l, section, group, items + count)
                          : (items[count] = schema_read_ref(l, item, section)) != NONE;
        if (group && !n)
            unknown_group(l, item);
        for (int32_t i = count; i < count + n; i++)
            if (stands_in(items, count, items[i])) {
                stands_already(l, item, l->sections[section].list[items[i]].id);
                n = 0;
            }
        count += n;
    }
    *out = (struct int_list){items, count};
}

static int32_t read_rule(struct loader *l, const struct node *node)
{
    if (!schema_want_scalar(l, node, "the id of a rule"))
        return NONE;
    int32_t code = load_rule_of_id(l, node->text);
    if (code == NONE && l->whole)
        load_fault(l, node, "unresolved-reference",
                   "there is no finding, document, step, right or notice \"%s\"", node->text);
    return code;
}

void refs_read_rules(struct loader *l, const struct node *list, struct int_list *out)
{
    static const enum section sections[] = {S_DOCUMENT, S_STEP};
    static const enum rule_kind kinds[] = {RULE_DOCUMENT, RULE_STEP};
    if (!schema_want_kind(l, list, NODE_LIST, "a list, one \"- id\" a line,"))
        return;
    int32_t *items = refs_array(l, list, sections, 2), count = 0;
    for (const struct node *item = list->first; item; item = item->next) {
        const char *group = refs_group(item);
        int32_t before = count, code = group ? NONE : read_rule(l, item);
        if (code != NONE)
            items[count++] = code;
        for (int k = 0; group && k < 2; k++)
            for (int32_t i = count, n = read_group(l, sections[k], group, items + count); n > 0;
                 i++, n--)
                items[count++] = rule_code(kinds[k], items[i]);
        if (group && count == before)
            unknown_group(l, item);
    }
    *out = (struct int_list){items, count};
}
