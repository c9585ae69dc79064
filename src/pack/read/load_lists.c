// SPDX-License-Identifier: MIT
// `lists:` of a country file: lists of institutions or schools that the destination itself keeps,
// with the entries that answer the question about them when the institution's name is theirs.
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "pack/read/schema.h"

#define L(member) offsetof(struct country_list, member)
static const struct field list_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, L(id)),
    FIELD_WORDS("kind", FIELD_WORD, REQUIRED, L(kind), words_list),
    FIELD_READ("professions", FIELD_STRINGS, 0),
    FIELD("text", FIELD_PHRASE, REQUIRED, L(text)),
    FIELD("url", FIELD_URL, REQUIRED, L(url)),
    FIELD_READ("usual", FIELD_SCALAR, 0),
    FIELD_READ("entries", FIELD_LIST, 0),
    EVIDENCE_FIELDS(struct country_list, evidence, EVIDENCE),
};
static const struct schema list_schema = SCHEMA("a list", list_fields);

#define E(member) offsetof(struct list_entry, member)
static const struct field entry_fields[] = {
    FIELD("name", FIELD_STRING, REQUIRED, E(name)),
    FIELD_READ("other_names", FIELD_STRINGS, 0),
    FIELD_ARG("country", FIELD_REF, 0, E(country), S_COUNTRY),
    FIELD_READ("listed", FIELD_SCALAR, REQUIRED),
    FIELD("from", FIELD_DATE, 0, E(from)),
    FIELD("until", FIELD_DATE, 0, E(until)),
};
static const struct schema entry_schema = SCHEMA("an entry of a list", entry_fields);

static const char *fold(struct loader *l, const char *name)
{
    struct text folded = TEXT_INIT;
    utf8_fold(&folded, name);
    const char *key = arena_strdup(l->arena, text_str(&folded));
    text_release(&folded);
    return key;
}

// The names under which the entry is found; a name of signs only could match anything.
static void load_names(struct loader *l, struct list_entry *e, const struct node *item)
{
    const struct node *others = node_get(item, "other_names"), *name = node_get(item, "name");
    const char **keys = ARENA_ARRAY(l->arena, const char *, node_count(others) + 1);
    e->keys = keys;
    if (e->name)
        keys[e->n_keys++] = fold(l, e->name);
    for (const struct node *other = node_items(others); other; other = other->next)
        if (schema_want_scalar(l, other, "a name"))
            keys[e->n_keys++] = fold(l, other->text);
    for (int32_t i = 0; i < e->n_keys; i++)
        if (!*keys[i])
            load_fault(l, name, "bad-value", "a name has letters or digits");
}

static bool same_days(const struct list_entry *a, const struct list_entry *b)
{
    return (!a->until || b->from < a->until) && (!b->until || a->from < b->until);
}

static bool same_name(const struct list_entry *a, const struct list_entry *b)
{
    for (int32_t i = 0; i < a->n_keys; i++)
        for (int32_t k = 0; k < b->n_keys; k++)
            if (strcmp(a->keys[i], b->keys[k]) == 0)
                return true;
    return false;
}

// On no day may an institution stand in a list twice: nobody could say what holds.
static void check_twice(struct loader *l, const struct country_list *list,
                        const struct list_entry *e, const struct node *item)
{
    for (const struct list_entry *other = list->entries; other < e; other++)
        if (same_name(other, e) && same_days(other, e) &&
            (other->country == e->country || other->country == NONE || e->country == NONE)) {
            load_fault(l, item, "list-entry-twice",
                       "\"%s\" stands in this list on the same days already, in line %u", e->name,
                       (unsigned)other->place.line);
            return;
        }
}

// How an institution is listed: a choice of the question that lists of this kind answer.
static void load_listed(struct loader *l, enum list_kind kind, const struct node *listed,
                        int32_t *choice)
{
    struct case_answer value = {0};
    int32_t question = l->pack->q_list[kind];
    if (!listed || listed->kind != NODE_SCALAR || !listed->length)
        return;
    if (question == NONE)
        load_fault(l, listed, "missing-question",
                   "there is no question \"%s\" that this list could answer",
                   kind == LIST_PROFESSION ? "profession_list" : "destination_list");
    else if (load_value(l, &l->pack->questions[question], listed, &value) == 0 && value.unknown)
        load_fault(l, listed, "bad-value", "\"%s:\" says how an institution is listed",
                   listed->key);
    else
        *choice = (int32_t)value.value;
}

static void load_entries(struct loader *l, struct country_list *list, const struct node *items)
{
    struct list_entry *entries = ARENA_ARRAY(l->arena, struct list_entry, node_count(items));
    list->entries = entries;
    for (const struct node *item = node_items(items); item; item = item->next) {
        struct list_entry *e = &entries[list->n_entries];
        e->country = NONE;
        e->place = item->place;
        if (!schema_decode(l, &entry_schema, item, e, ""))
            continue;
        list->n_entries++;
        load_names(l, e, item);
        load_listed(l, list->kind, node_get(item, "listed"), &e->listed);
        if (e->from && e->until && e->until <= e->from)
            load_fault(l, node_get(item, "until"), "list-range",
                       "\"until:\" is the first day on which it holds no more; it must come after "
                       "\"from:\"");
        else if (e->name)
            check_twice(l, list, e, item);
    }
}

// A list of schools says for which professions it counts, one of institutions is for all.
static void load_professions(struct loader *l, struct country_list *list, const struct node *item)
{
    const struct node *professions = node_get(item, "professions");
    bool wanted = list->kind == LIST_PROFESSION;
    if (wanted && !professions)
        load_fault(l, item, "missing-key",
                   "a list of the kind \"profession\" needs \"professions:\"");
    else if (!wanted && professions)
        load_fault_at(l, professions->key_place, "key-not-for-type",
                      "\"professions:\" does not fit a list of this kind");
    else if (wanted)
        list->professions = load_choice_set(l, professions, l->pack->q_profession);
}

void load_lists(struct loader *l, struct destination *d, const struct node *items)
{
    struct country_list *lists = ARENA_ARRAY(l->arena, struct country_list, node_count(items));
    d->lists = lists;
    for (const struct node *item = node_items(items); item; item = item->next) {
        const struct node *id = node_get(item, "id");
        struct country_list *list = &lists[d->n_lists];
        list->evidence.source = list->usual = NONE;
        list->place = item->place;
        if (item->kind != NODE_MAP ||
            !schema_decode(l, &list_schema, item, list,
                           load_join(l->scratch, "lists/", id ? id->text : "", "")))
            continue;
        d->n_lists++;
        load_professions(l, list, item);
        load_listed(l, list->kind, node_get(item, "usual"), &list->usual);
        load_entries(l, list, node_get(item, "entries"));
    }
}
