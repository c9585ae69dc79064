// SPDX-License-Identifier: MIT
// See schema.h.
#include "pack/read/schema.h"

#include <string.h>

#include "base/date.h"
#include "pack/kind.h"

static const char *const words_yes_no[] = {"no", "yes", NULL};

static const char *kind_name(const struct node *node)
{
    return node->kind == NODE_SCALAR ? "a text" : node->kind == NODE_LIST ? "a list" : "a mapping";
}

bool schema_want_kind(struct loader *l, const struct node *node, enum node_kind kind,
                      const char *what)
{
    if (node->kind == kind)
        return true;
    if (node->kind == NODE_SCALAR && node->length == 0)
        load_fault(l, node, "empty-value",
                   "%s is expected under \"%s:\"; fill it or remove the key", what,
                   node->key ? node->key : "-");
    else
        load_fault(l, node, "wrong-type", "%s is expected here, not %s", what, kind_name(node));
    return false;
}

bool schema_want_scalar(struct loader *l, const struct node *node, const char *what)
{
    if (!schema_want_kind(l, node, NODE_SCALAR, what))
        return false;
    if (node->length > 0)
        return true;
    load_fault(l, node, "empty-value", "%s is missing after \"%s\"; fill it or remove the key",
               what, node->key ? node->key : "-");
    return false;
}

// Which word was meant, or where the list is short, all of them. Of two words the wrong one would
// be as near: "on" is no slip of "no".
static const char *word_hint(struct loader *l, const char *const *words, const char *word)
{
    char *list = arena_strdup(l->scratch, "");
    size_t count = words_count(words);
    const char *hint = count > 2 ? names_near(words, count, word, l->scratch) : "";
    for (size_t i = 0; words[i]; i++)
        if (*words[i])
            list = arena_printf(l->scratch, "%s%s%s", list, *list ? ", " : "", words[i]);
    return *hint || strlen(list) > 160 ? hint
                                       : arena_printf(l->scratch, "; it is one of: %s", list);
}

int32_t schema_read_word(struct loader *l, const struct node *node, const char *const *words)
{
    if (!schema_want_scalar(l, node, "a word"))
        return NONE;
    int32_t index = words_find(words, node->text);
    if (index < 0)
        load_fault(l, node, "unknown-word", "\"%s\" is not known here%s", node->text,
                   load_may_hint(l) ? word_hint(l, words, node->text) : "");
    return index;
}

static void read_yes_no(struct loader *l, const struct node *node, bool *out)
{
    int32_t index = schema_read_word(l, node, words_yes_no);
    if (index >= 0)
        *out = index == 1;
}

int32_t schema_read_ref(struct loader *l, const struct node *node, enum section section)
{
    if (!schema_want_scalar(l, node, "an id"))
        return NONE;
    int32_t index = table_get(&l->names.ids[section], node->text);
    if (index < 0 && l->whole)
        load_fault(l, node, "unresolved-reference", "there is no %s \"%s\"%s",
                   names_section(section), node->text, load_hint(l, section, node->text));
    return index < 0 ? NONE : index;
}

// Names in braces that the views can fill in: in every text, or in letters too.
struct placeholders {
    const char *names[24];
    size_t n;
};

static void add_names(struct placeholders *p, const char *const *words)
{
    while (*words && p->n < sizeof p->names / sizeof *p->names)
        p->names[p->n++] = *words++;
}

static void know_placeholders(struct placeholders *p, bool letter)
{
    static const char *const everywhere[] = {
        "destination", "award_country", "study_country", "instrument",
        "office",      "institution",   "as_of",         NULL};
    p->n = 0;
    add_names(p, everywhere);
    if (!letter)
        return;
    add_names(p, words_letter_known);
    add_names(p, words_letter_blank);
}

static void check_placeholders(struct loader *l, const struct node *node, bool letter)
{
    struct placeholders known;
    know_placeholders(&known, letter);
    const char *p = node->text;
    while ((p = strpbrk(p, "{}"))) {
        const char *end = *p == '{' ? strpbrk(p + 1, "{}") : NULL;
        struct pack_place place =
            node_place_at(&l->files[node->place.file].source, node, (uint32_t)(p - node->text));
        if (!end || *end != '}') {
            load_fault_at(l, place, "bad-placeholder",
                          "a single \"%c\"; placeholders look like {office}", *p);
            return;
        }
        char *name = arena_strndup(l->scratch, p + 1, (size_t)(end - p - 1));
        bool good = false;
        for (size_t i = 0; i < known.n; i++)
            good = good || strcmp(known.names[i], name) == 0;
        if (!good)
            load_fault_at(l, place, "bad-placeholder", "there is no placeholder {%s}%s", name,
                          names_near(known.names, known.n, name, l->scratch));
        p = end + 1;
    }
}

static void read_phrase(struct loader *l, const struct node *node, const char *context, bool letter,
                        struct phrase *out)
{
    if (!schema_want_scalar(l, node, "a text"))
        return;
    check_placeholders(l, node, letter);
    out->words = load_text(l, node->text, node->length);
    out->context = load_join(l->arena, context, "/", node->key);
}

static void read_string(struct loader *l, const struct node *node, const char **out)
{
    if (!schema_want_scalar(l, node, "a text"))
        return;
    if (memchr(node->text, '\n', node->length))
        load_fault(l, node, "bad-value", "this text is one line; fold longer ones with \">-\"");
    *out = load_text(l, node->text, node->length);
}

static void read_name(struct loader *l, const struct node *node, const char *context,
                      struct phrase *out)
{
    read_string(l, node, &out->words);
    out->context = load_join(l->arena, context, "/", node->key);
}

static void read_url(struct loader *l, const struct node *node, const char **out)
{
    read_string(l, node, out);
    bool web = strncmp(node->text, "https://", 8) == 0 || strncmp(node->text, "http://", 7) == 0;
    if (*out && (!web || strpbrk(node->text, " <>\"")))
        load_fault(l, node, "bad-value",
                   "an address begins with https:// or http:// and has no spaces");
}

static void read_int(struct loader *l, const struct node *node, int32_t *out)
{
    int64_t value = 0;
    if (!schema_want_scalar(l, node, "a number"))
        return;
    if (kind_constant(Q_INTEGER, node->text, node->length, &value) || value < 0 ||
        value > (int64_t)1000000 * NUMBER_SCALE)
        load_fault(l, node, "bad-number", "\"%.40s\" is no whole number from 0 to 1000000",
                   node->text);
    else
        *out = (int32_t)(value / NUMBER_SCALE);
}

static void read_number(struct loader *l, const struct node *node, int64_t *out)
{
    int64_t value = 0;
    if (!schema_want_scalar(l, node, "a number"))
        return;
    if (kind_constant(Q_NUMBER, node->text, node->length, &value) || value <= 0 ||
        value > (int64_t)1000000 * NUMBER_SCALE)
        load_fault(l, node, "bad-number",
                   "\"%.40s\" is no number above 0 and up to 1000000, such as 3.5", node->text);
    else
        *out = value;
}

static void read_date(struct loader *l, const struct node *node, int32_t *out)
{
    if (node->kind == NODE_SCALAR && node->length == 0)
        return; // `deposit:` with nothing behind it waits for its date
    if (schema_want_scalar(l, node, "a date") && date_parse(node->text, out) != 0)
        load_fault(l, node, "bad-date", "\"%.40s\" is no date such as 2026-03-31", node->text);
}

static void read_part_date(struct loader *l, const struct node *node, int32_t *out)
{
    int64_t year = 0;
    date day = 0;
    if (!schema_want_scalar(l, node, "a date"))
        return;
    if (date_parse(node->text, &day) == 0)
        *out = day;
    else if (date_parse_month(node->text, &day) == 0)
        *out = day - 1;
    else if (!kind_constant(Q_YEAR, node->text, node->length, &year))
        *out = (int32_t)(year / NUMBER_SCALE) * 10000;
    else
        load_fault(l, node, "bad-date", "\"%.40s\" is no date such as 2026-03-31, 2026-03 or 2026",
                   node->text);
}

void schema_read_condition(struct loader *l, const struct node *node, enum expr_use use,
                           struct condition *out)
{
    if (!schema_want_scalar(l, node, "a condition"))
        return;
    out->place = node->place;
    if (l->n_pending == l->room_pending) {
        int32_t room = l->room_pending ? l->room_pending * 2 : 256;
        l->pending = arena_grow(l->scratch, l->pending, (size_t)l->room_pending, (size_t)room,
                                sizeof *l->pending);
        l->room_pending = room;
    }
    l->pending[l->n_pending++] = (struct pending_expr){out, NULL, node, use};
}

static void read_words(struct loader *l, const struct node *node, const struct field *field,
                       void *out)
{
    int32_t index = schema_read_word(l, node, field->words);
    if (index < 0)
        return;
    if (field->type == FIELD_WORD)
        memcpy(out, &index, sizeof index);
    else
        *(const char **)out = load_text(l, node->text, strlen(node->text));
}

static void read_field(struct loader *l, const struct field *field, const struct node *node,
                       void *out, const char *context)
{
    switch (field->type) {
    case FIELD_STRING:
        read_string(l, node, out);
        break;
    case FIELD_URL:
        read_url(l, node, out);
        break;
    case FIELD_PHRASE:
    case FIELD_LETTER:
        read_phrase(l, node, context, field->type == FIELD_LETTER, out);
        break;
    case FIELD_NAME:
        read_name(l, node, context, out);
        break;
    case FIELD_EXPR:
        schema_read_condition(l, node, (enum expr_use)field->arg, out);
        break;
    case FIELD_YES_NO:
        read_yes_no(l, node, out);
        break;
    case FIELD_INT:
        read_int(l, node, out);
        break;
    case FIELD_NUMBER:
        read_number(l, node, out);
        break;
    case FIELD_DATE:
        read_date(l, node, out);
        break;
    case FIELD_PART_DATE:
        read_part_date(l, node, out);
        break;
    case FIELD_WORD:
    case FIELD_WORD_STRING:
        read_words(l, node, field, out);
        break;
    case FIELD_REF:
        *(int32_t *)out = schema_read_ref(l, node, (enum section)field->arg);
        break;
    case FIELD_REFS:
        refs_read(l, node, (enum section)field->arg, out);
        break;
    case FIELD_RULES:
        refs_read_rules(l, node, out);
        break;
    case FIELD_SCALAR:
        schema_want_scalar(l, node, "a value");
        break;
    case FIELD_STRINGS:
    case FIELD_LIST:
        schema_want_kind(l, node, NODE_LIST, "a list");
        break;
    case FIELD_MAP:
        schema_want_kind(l, node, NODE_MAP, "a mapping");
        break;
    }
}

static void unknown_key(struct loader *l, const struct schema *schema, const struct node *node)
{
    const char *names[40] = {NULL};
    size_t count = schema->count < 40 ? schema->count : 40;
    for (size_t i = 0; i < count; i++)
        names[i] = schema->fields[i].key;
    const char *hint = load_may_hint(l) ? names_near(names, count, node->key, l->scratch) : "";
    load_fault_at(l, node->key_place, "unknown-key", "%s has no key \"%s\"%s", schema->name,
                  node->key, hint);
}

bool schema_decode(struct loader *l, const struct schema *schema, const struct node *map, void *out,
                   const char *context)
{
    if (map->kind != NODE_MAP) // (the words are made for a fault only)
        return schema_want_kind(l, map, NODE_MAP,
                                arena_printf(l->scratch, "%s, a mapping,", schema->name));
    uint64_t seen = 0;
    for (const struct node *child = map->first; child; child = child->next) {
        size_t i = 0;
        while (i < schema->count && (schema->fields[i].key[0] != child->key[0] ||
                                     strcmp(schema->fields[i].key, child->key) != 0))
            i++;
        if (i == schema->count) {
            unknown_key(l, schema, child);
            continue;
        }
        seen |= (uint64_t)1 << i;
        read_field(l, &schema->fields[i], child, (char *)out + schema->fields[i].offset, context);
    }
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *field = &schema->fields[i];
        if (seen >> i & 1)
            continue;
        if (field->flags & EVIDENCE)
            load_fault(
                l, map, "missing-evidence",
                "%s needs \"%s:\"; every fact says where it was read, when, and how sure it is",
                schema->name, field->key);
        else if (field->flags & REQUIRED)
            load_fault(l, map, "missing-key", "%s needs \"%s:\"", schema->name, field->key);
    }
    return true;
}

void schema_check_keys(struct loader *l, enum file_kind kind, const struct schema *schema)
{
    int32_t nothing;
    for (int32_t i = 1; i < l->n_files; i++)
        if (l->files[i].kind == kind && l->files[i].root)
            schema_decode(l, schema, l->files[i].root, &nothing, "");
}
