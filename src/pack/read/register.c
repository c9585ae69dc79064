// SPDX-License-Identifier: MIT
// Every id of every file into the loader's tables, before anything refers to one.
#include <stdlib.h>
#include <string.h>
#include "base/order.h"

#include "pack/kind.h"
#include "pack/read/loader.h"

enum { MAX_ID = 64, MAX_CODE = 6 };

// Which list of which kind of file becomes which section.
struct listed {
    const char *key;
    enum section section;
    unsigned files; // bit set of enum file_kind
};

#define IN_RULES (1u << FILE_RULES)
#define IN_COUNTRIES (1u << FILE_COUNTRY)

static const struct listed lists[] = {
    {"groups", S_GROUP, 1u << FILE_PACK},
    {"traits", S_TRAIT, 1u << FILE_PACK},
    {"questions", S_QUESTION, 1u << FILE_QUESTIONS},
    {"outcomes", S_OUTCOME, IN_RULES},
    {"matters", S_MATTER, IN_RULES},
    {"findings", S_FINDING, IN_RULES | IN_COUNTRIES},
    {"practice", S_PRACTICE, IN_RULES},
    {"convention", S_CONVENTION, IN_RULES},
    {"licence", S_LICENCE_ROW, IN_RULES},
    {"documents", S_DOCUMENT, IN_RULES | IN_COUNTRIES},
    {"steps", S_STEP, IN_RULES | IN_COUNTRIES},
    {"rights", S_RIGHT, IN_RULES | IN_COUNTRIES},
    {"notices", S_NOTICE, IN_RULES | IN_COUNTRIES},
    {"sources", S_SOURCE, IN_RULES | IN_COUNTRIES | 1u << FILE_INSTRUMENT},
    {"offices", S_OFFICE, IN_COUNTRIES},
    {"facts", S_FACT, IN_COUNTRIES},
    {"lists", S_LIST, IN_COUNTRIES},
    {"licences", S_LICENCE, IN_COUNTRIES},
    {"arguments", S_ARGUMENT, 1u << FILE_LETTER},
    {"letters", S_LETTER, 1u << FILE_LETTER},
    {"cases", S_CASE, 1u << FILE_CASES},
};

static bool is_rule(enum section section)
{
    return section == S_FINDING || (section >= S_PRACTICE && section <= S_NOTICE);
}

static int32_t limit_of(enum section section)
{
    static const int32_t limits[SECTIONS] = {
        [S_COUNTRY] = PACK_MAX_COUNTRIES,  [S_TRAIT] = PACK_MAX_TRAITS,
        [S_QUESTION] = PACK_MAX_QUESTIONS, [S_OUTCOME] = PACK_MAX_OUTCOMES,
        [S_MATTER] = PACK_MAX_MATTERS,     [S_INSTRUMENT] = PACK_MAX_INSTRUMENTS,
        [S_ARGUMENT] = PACK_MAX_ARGUMENTS, [S_LETTER] = PACK_MAX_LETTERS};
    return limits[section] ? limits[section] : PACK_MAX_RULES;
}

static void check_id(struct loader *l, const struct node *node, enum section section)
{
    const char *id = node->text;
    bool underscores = section == S_QUESTION || section == S_MATTER || section == S_TRAIT ||
                       section == S_GROUP || section == S_OUTCOME;
    const char *letters = underscores ? "abcdefghijklmnopqrstuvwxyz0123456789_"
                                      : "abcdefghijklmnopqrstuvwxyz0123456789-";
    if (id[strspn(id, letters)] != '\0' || strlen(id) > MAX_ID)
        load_fault(l, node, "bad-id",
                   "\"%.80s\" is no id: ids of this kind (%s) have lower-case letters, digits and "
                   "\"%s\", at most %d",
                   id, names_section(section), underscores ? "_" : "-", MAX_ID);
}

static void check_prefix(struct loader *l, const struct node *node, const char *code)
{
    char prefix[MAX_CODE + 2] = "";
    size_t len = strlen(code);
    if (len > MAX_CODE)
        return;
    for (size_t i = 0; i < len; i++)
        prefix[i] = (char)(code[i] | 0x20); // digits and hyphens have that bit
    prefix[len] = '-';
    if (strncmp(node->text, prefix, len + 1) != 0)
        load_fault(l, node, "id-prefix",
                   "the ids of rules in this file begin with \"%s\"; write \"%s%s\"", prefix,
                   prefix, node->text);
}

static void add_entry(struct loader *l, enum section section, struct entry entry)
{
    struct section_entries *s = &l->sections[section];
    if (s->count == s->room) {
        int32_t room = s->room ? s->room * 2 : 32;
        s->list = arena_grow(l->scratch, s->list, (size_t)s->room, (size_t)room, sizeof *s->list);
        s->room = room;
    }
    s->list[s->count++] = entry;
}

static struct pack_place place_of_id(const struct entry *entry)
{
    const struct node *id = node_get(entry->node, "id");
    return id ? id->place : entry->node->place;
}

static void add_id(struct loader *l, enum section section, const struct node *id)
{
    int32_t index = l->sections[section].count;
    int old = table_put(&l->names.ids[section], id->text, index);
    const struct node *first = NULL;
    if (old >= 0) {
        first = l->sections[section].list[old].node;
    } else if (is_rule(section)) {
        // The value only has to find the first one again: section and index in one number.
        int other = table_put(&l->rule_ids, id->text, (int)section << 17 | index);
        if (other >= 0)
            first = l->sections[other >> 17].list[other & 0x1FFFF].node;
    }
    if (!first)
        return;
    struct pack_place place = place_of_id(&(struct entry){.node = first});
    load_fault(l, id, "duplicate-id", "the id \"%s\" is taken already, in %s:%u", id->text,
               l->files[place.file].source.name, (unsigned)place.line);
}

static void register_item(struct loader *l, enum section section, const struct node *item,
                          int32_t owner, const char *code)
{
    const struct node *id = node_get(item, "id");
    if (item->kind != NODE_MAP) {
        load_fault(l, item, "wrong-type",
                   "an item of this list is a mapping that begins with \"- id:\"");
        return;
    }
    if (l->sections[section].count == limit_of(section)) {
        load_fault(l, item, "too-many", "a pack has at most %d entries of the kind \"%s\"",
                   limit_of(section), names_section(section));
        l->whole = false;
        return;
    }
    bool usable = id && id->kind == NODE_SCALAR && id->length > 0;
    if (usable) {
        check_id(l, id, section);
        add_id(l, section, id);
        if (code && (is_rule(section) || (section >= S_OFFICE && section <= S_LICENCE)))
            check_prefix(l, id, code);
    }
    add_entry(
        l, section,
        (struct entry){item, usable ? load_text(l, id->text, strlen(id->text)) : "", owner, false});
}

static void register_lists(struct loader *l, const struct pack_file *file, int32_t owner,
                           const char *code)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const struct node *list = node_get(file->root, lists[i].key);
        if (!(lists[i].files >> file->kind & 1))
            continue;
        // A wrong kind of value is reported when the file is decoded.
        for (const struct node *item = node_items(list); item; item = item->next)
            register_item(l, lists[i].section, item, owner, code);
    }
}

// ---- countries ---------------------------------------------------------------------------------

static int by_code(const void *a, const void *b)
{
    return strcmp((*(const struct node *const *)a)->text, (*(const struct node *const *)b)->text);
}

// ISO 3166-1, or of a part of a country whose authorities decide for themselves ISO 3166-2: KZ,
// CA-ON.
static bool is_code(const char *code)
{
    const char *letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
               *both = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    if (strspn(code, letters) < 2)
        return false;
    size_t part = code[2] == '-' ? strspn(code + 3, both) : 0;
    return code[2] == '\0' || (part >= 1 && part <= 3 && code[3 + part] == '\0');
}

static void register_codes(struct loader *l, const struct node *root)
{
    const struct node *list = node_get(root, "countries");
    const struct node **codes = ARENA_ARRAY(l->scratch, const struct node *, node_count(list));
    int32_t count = 0;
    for (const struct node *item = node_items(list); item; item = item->next) {
        if (!is_code(item->text))
            load_fault(
                l, item, "bad-id",
                "\"%.80s\" is no code of a country (ISO 3166-1: KZ) or of a part of one (ISO "
                "3166-2: CA-ON)",
                item->text);
        else
            codes[count++] = item;
    }
    qsort(codes, (size_t)count, sizeof *codes, by_code);
    for (int32_t i = 0; i < count; i++) {
        if (l->sections[S_COUNTRY].count == PACK_MAX_COUNTRIES) {
            load_fault(l, codes[i], "too-many", "a pack has at most %d countries",
                       PACK_MAX_COUNTRIES);
            return;
        }
        if (table_put(&l->names.ids[S_COUNTRY], codes[i]->text, l->sections[S_COUNTRY].count) >= 0)
            load_fault(l, codes[i], "duplicate-id", "the country %s stands in this list already",
                       codes[i]->text);
        else
            add_entry(l, S_COUNTRY,
                      (struct entry){codes[i], load_text(l, codes[i]->text, strlen(codes[i]->text)),
                                     NONE, false});
    }
}

// The file KZ.yaml is the destination KZ. Returns its index, or NONE where the file is unusable.
static int32_t register_destination(struct loader *l, const struct pack_file *file)
{
    const struct node *code = node_get(file->root, "country");
    if (!code || code->kind != NODE_SCALAR) {
        load_fault(l, file->root, "missing-key", "a country file needs \"country:\"");
        return NONE;
    }
    const char *name = strrchr(file->source.name, '/') + 1;
    if (strncmp(name, code->text, code->length) != 0 || strcmp(name + code->length, ".yaml") != 0)
        load_fault(l, code, "file-name", "the file of the country %s is countries/%s.yaml",
                   code->text, code->text);
    if (table_get(&l->names.ids[S_COUNTRY], code->text) < 0) {
        if (l->whole)
            load_fault(l, code, "unresolved-reference",
                       "%s does not stand under \"countries:\" in pack.yaml", code->text);
        return NONE;
    }
    int32_t index = l->sections[S_DESTINATION].count;
    if (table_put(&l->names.ids[S_DESTINATION], code->text, index) >= 0) {
        load_fault(l, code, "duplicate-id", "the country %s has a file already", code->text);
        return NONE;
    }
    add_entry(
        l, S_DESTINATION,
        (struct entry){file->root, load_text(l, code->text, strlen(code->text)), NONE, false});
    return index;
}

// ---- instruments -------------------------------------------------------------------------------

static int strongest_first(const void *a, const void *b)
{
    const struct pack_file *x = *(const struct pack_file *const *)a;
    const struct pack_file *y = *(const struct pack_file *const *)b;
    if (x->strength != y->strength)
        return order_of(y->strength, x->strength);
    return order_of(x->source.number, y->source.number);
}

static void register_instrument(struct loader *l, const struct pack_file *file)
{
    const struct node *id = node_get(file->root, "instrument");
    bool usable = id && id->kind == NODE_SCALAR && id->length > 0;
    if (l->sections[S_INSTRUMENT].count == PACK_MAX_INSTRUMENTS) {
        load_fault(l, file->root, "too-many", "a pack has at most %d instruments",
                   PACK_MAX_INSTRUMENTS);
        return;
    }
    if (usable) {
        check_id(l, id, S_INSTRUMENT);
        if (table_put(&l->names.ids[S_INSTRUMENT], id->text, l->sections[S_INSTRUMENT].count) >= 0)
            load_fault(l, id, "duplicate-id", "the instrument \"%s\" has a file already", id->text);
    }
    add_entry(l, S_INSTRUMENT,
              (struct entry){file->root, usable ? load_text(l, id->text, strlen(id->text)) : "",
                             NONE, false});
}

static void register_instruments(struct loader *l)
{
    struct pack_file **sorted = ARENA_ARRAY(l->scratch, struct pack_file *, (size_t)l->n_files);
    size_t count = 0;
    for (int32_t i = 1; i < l->n_files; i++) {
        struct pack_file *file = &l->files[i];
        if (file->kind != FILE_INSTRUMENT || !file->root)
            continue;
        int64_t strength = 0;
        const struct node *node = node_get(file->root, "strength");
        if (node && !kind_constant(Q_INTEGER, node->text, node->length, &strength))
            file->strength = (int32_t)(strength / NUMBER_SCALE % 1000000);
        sorted[count++] = file;
    }
    qsort(sorted, count, sizeof *sorted, strongest_first);
    for (size_t i = 0; i < count; i++)
        register_instrument(l, sorted[i]);
}

// Articles stand behind all other sources, as `tokyo-2011/III.5`.
static void register_articles(struct loader *l)
{
    for (int32_t i = 0; i < l->sections[S_INSTRUMENT].count; i++) {
        const struct entry *instrument = &l->sections[S_INSTRUMENT].list[i];
        const struct node *list = node_get(instrument->node, "articles");
        for (const struct node *item = node_items(list); item; item = item->next) {
            const struct node *number = node_get(item, "number");
            const char *id = load_join(l->arena, instrument->id, "/", number ? number->text : "");
            if (item->kind != NODE_MAP)
                load_fault(l, item, "wrong-type",
                           "an article is a mapping that begins with \"- number:\"");
            else if (number &&
                     table_put(&l->names.ids[S_SOURCE], id, l->sections[S_SOURCE].count) >= 0)
                load_fault(l, number, "duplicate-id", "the article \"%s\" is here already", id);
            if (item->kind == NODE_MAP)
                add_entry(l, S_SOURCE, (struct entry){item, id, i, true});
        }
    }
}

// ---- all ---------------------------------------------------------------------------------------

static void make_lists(struct loader *l)
{
    for (int s = 0; s < SECTIONS; s++) {
        int32_t count = l->sections[s].count;
        const char **names = ARENA_ARRAY(l->scratch, const char *, (size_t)count);
        for (int32_t i = 0; i < count; i++)
            names[i] = l->sections[s].list[i].id;
        l->names.list[s] = names;
        l->names.count[s] = count;
    }
}

void register_all(struct loader *l)
{
    for (int s = 0; s < SECTIONS; s++)
        table_init(&l->names.ids[s], l->scratch);
    table_init(&l->rule_ids, l->scratch);
    for (int32_t i = 1; i < l->n_files; i++)
        if (l->files[i].kind == FILE_PACK && l->files[i].root)
            register_codes(l, l->files[i].root);
    register_instruments(l);
    for (int32_t i = 1; i < l->n_files; i++) {
        const struct pack_file *file = &l->files[i];
        if (!file->root)
            continue;
        int32_t owner = file->kind == FILE_COUNTRY ? register_destination(l, file) : NONE;
        const struct node *code = node_get(file->root, "country");
        register_lists(l, file, owner, file->kind == FILE_COUNTRY && code ? code->text : NULL);
    }
    register_articles(l);
    make_lists(l);
}
