// SPDX-License-Identifier: MIT
// countries/XX.yaml: offices, traits, facts and levels of a destination. Its rules are read with
// all others in load_rules.c.
#include <string.h>

#include "pack/read/schema.h"

static const struct field file_fields[] = {
    FIELD_READ("country", FIELD_SCALAR, REQUIRED),
    FIELD_READ("sources", FIELD_LIST, 0),
    FIELD_READ("offices", FIELD_LIST, REQUIRED),
    FIELD_READ("traits", FIELD_LIST, 0),
    FIELD_READ("facts", FIELD_LIST, 0),
    FIELD_READ("levels", FIELD_LIST, 0),
    FIELD_READ("lists", FIELD_LIST, 0),
    FIELD_READ("licences", FIELD_LIST, 0),
    FIELD_READ("findings", FIELD_LIST, 0),
    FIELD_READ("documents", FIELD_LIST, 0),
    FIELD_READ("steps", FIELD_LIST, 0),
    FIELD_READ("rights", FIELD_LIST, 0),
    FIELD_READ("notices", FIELD_LIST, 0),
};
static const struct schema file_schema = SCHEMA("a country file", file_fields);

#define O(member) offsetof(struct office, member)
static const struct field office_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, O(id)),
    FIELD_WORDS("role", FIELD_WORD_STRING, REQUIRED, O(role), words_role),
    FIELD("name", FIELD_PHRASE, REQUIRED, O(name)),
    FIELD("local_name", FIELD_STRING, 0, O(local_name)),
    FIELD("address", FIELD_STRING, 0, O(address)),
    FIELD("phone", FIELD_STRING, 0, O(phone)),
    FIELD("email", FIELD_STRING, 0, O(email)),
    FIELD("url", FIELD_URL, 0, O(url)),
    FIELD_READ("levels", FIELD_STRINGS, 0),
    EVIDENCE_FIELDS(struct office, evidence, EVIDENCE),
};
static const struct schema office_schema = SCHEMA("an office", office_fields);

#define F(member) offsetof(struct fact, member)
static const struct field fact_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, F(id)),
    FIELD_WORDS("kind", FIELD_WORD_STRING, REQUIRED, F(kind), words_fact),
    FIELD("takes", FIELD_INT, 0, F(takes)),
    FIELD_WORDS("unit", FIELD_WORD, 0, F(unit), words_unit),
    FIELD("text", FIELD_PHRASE, REQUIRED, F(text)),
    FIELD("office", FIELD_STRING, 0, F(office)),
    FIELD_READ("professions_left_out", FIELD_STRINGS, 0),
    EVIDENCE_FIELDS(struct fact, evidence, EVIDENCE),
};
static const struct schema fact_schema = SCHEMA("a fact", fact_fields);

#define L(member) offsetof(struct country_level, member)
static const struct field level_fields[] = {
    FIELD_READ("level", FIELD_SCALAR, REQUIRED),
    FIELD("award", FIELD_NAME, REQUIRED, L(award)),
    FIELD("framework", FIELD_PHRASE, 0, L(framework)),
    FIELD("years", FIELD_PHRASE, 0, L(years)),
    FIELD("credits", FIELD_PHRASE, 0, L(credits)),
    FIELD("isced", FIELD_STRING, 0, L(isced)),
    FIELD("least_years", FIELD_NUMBER, 0, L(least[NORM_YEARS])),
    FIELD("least_ects", FIELD_NUMBER, 0, L(least[NORM_ECTS])),
    EVIDENCE_FIELDS(struct country_level, evidence, EVIDENCE),
};
static const struct schema level_schema = SCHEMA("a level", level_fields);

struct trait_draft {
    int32_t trait, value;
    struct evidence evidence;
};
#define T(member) offsetof(struct trait_draft, member)
static const struct field trait_fields[] = {
    FIELD_ARG("id", FIELD_REF, REQUIRED, T(trait), S_TRAIT),
    FIELD_WORDS("value", FIELD_WORD, REQUIRED, T(value), words_truth),
    EVIDENCE_FIELDS(struct trait_draft, evidence, EVIDENCE),
};
static const struct schema trait_schema = SCHEMA("a trait", trait_fields);
static const struct field open_trait_fields[] = {
    FIELD_ARG("id", FIELD_REF, REQUIRED, T(trait), S_TRAIT),
    FIELD_WORDS("value", FIELD_WORD, REQUIRED, T(value), words_truth),
    EVIDENCE_FIELDS(struct trait_draft, evidence, 0),
};
static const struct schema open_trait_schema = SCHEMA("a trait", open_trait_fields);

static const char *id_of(struct loader *l, const struct node *item)
{
    const struct node *id = node_get(item, "id");
    return arena_strdup(l->scratch, id ? id->text : "");
}

static void load_offices(struct loader *l, struct destination *d, const struct node *list)
{
    struct office *offices = ARENA_ARRAY(l->arena, struct office, node_count(list));
    d->offices = offices;
    for (const struct node *item = node_items(list); item; item = item->next) {
        struct office *o = &offices[d->n_offices++];
        o->id = o->role = "";
        o->evidence.source = NONE;
        o->place = item->place;
        if (item->kind != NODE_MAP)
            continue;
        schema_decode(l, &office_schema, item, o,
                      load_join(l->scratch, "offices/", id_of(l, item), ""));
        o->levels = load_choice_set(l, node_get(item, "levels"), l->pack->q_level);
    }
}

static void check_office(struct loader *l, const struct destination *d, const struct node *item)
{
    const struct node *office = node_get(item, "office");
    int32_t owner = l->pack->destination_of[d->country];
    if (office && office->kind == NODE_SCALAR && office->length > 0)
        items_check_owner(l, office, S_OFFICE, schema_read_ref(l, office, S_OFFICE), owner);
}

static void load_facts(struct loader *l, struct destination *d, const struct node *list)
{
    struct fact *facts = ARENA_ARRAY(l->arena, struct fact, node_count(list));
    d->facts = facts;
    for (const struct node *item = node_items(list); item; item = item->next) {
        struct fact *f = &facts[d->n_facts++];
        f->id = f->kind = "";
        f->evidence.source = NONE;
        f->place = item->place;
        if (item->kind == NODE_MAP)
            schema_decode(l, &fact_schema, item, f,
                          load_join(l->scratch, "facts/", id_of(l, item), ""));
        if (!node_get(item, "takes") != !node_get(item, "unit"))
            load_fault(
                l, item, "half-duration",
                "takes: and unit: go together: how many, and of what (days, working_days, weeks, "
                "months)");
        check_office(l, d, item);
        if (item->kind == NODE_MAP)
            f->left_out = load_left_out(l, item);
    }
}

// `levels/KZ/bakalavr`: an award's name is what tells two records of one level apart.
static const char *level_context(struct loader *l, const struct destination *d,
                                 const struct node *item)
{
    const struct node *award = node_get(item, "award");
    const char *country = d->country < 0 ? "" : l->pack->countries[d->country];
    const char *context = load_join(l->scratch, "levels/", country, "/");
    return load_join(l->scratch, context, award && award->kind == NODE_SCALAR ? award->text : "",
                     "");
}

static void load_levels(struct loader *l, struct destination *d, const struct node *list)
{
    struct country_level *levels = ARENA_ARRAY(l->arena, struct country_level, node_count(list));
    d->levels = levels;
    for (const struct node *item = node_items(list); item; item = item->next) {
        struct country_level *level = &levels[d->n_levels++];
        level->level = level->evidence.source = NONE;
        level->place = item->place;
        if (!schema_decode(l, &level_schema, item, level, level_context(l, d, item)))
            continue;
        const struct node *node = node_get(item, "level");
        struct case_answer value = {0};
        if (l->pack->q_level == NONE || !node || node->kind != NODE_SCALAR ||
            l->pack->questions[l->pack->q_level].type != Q_ONE ||
            load_value(l, &l->pack->questions[l->pack->q_level], node, &value) != 0)
            continue;
        level->level = (int32_t)value.value;
    }
}

static void load_trait(struct loader *l, struct trait_fact *facts, bool *given,
                       const struct node *item)
{
    struct trait_draft draft = {.trait = NONE, .evidence = {.source = NONE}};
    const struct node *value = node_get(item, "value");
    bool open = value && strcmp(value->text, "unknown") == 0;
    if (!schema_decode(l, open ? &open_trait_schema : &trait_schema, item, &draft, "") ||
        draft.trait == NONE)
        return;
    if (given[draft.trait])
        load_fault(l, item, "duplicate-id", "the trait \"%s\" is here already",
                   l->pack->traits[draft.trait].id);
    given[draft.trait] = true;
    facts[draft.trait] = (struct trait_fact){(enum trait_value)draft.value, draft.evidence};
}

static void load_traits(struct loader *l, struct destination *d, const struct node *root)
{
    size_t count = (size_t)l->pack->n_traits;
    struct trait_fact *facts = ARENA_ARRAY(l->arena, struct trait_fact, count);
    bool *given = ARENA_ARRAY(l->scratch, bool, count);
    const struct node *list = node_get(root, "traits");
    d->traits = facts;
    for (size_t i = 0; i < count; i++)
        facts[i] = (struct trait_fact){TRAIT_UNKNOWN, {.source = NONE}};
    for (const struct node *item = node_items(list); item; item = item->next)
        load_trait(l, facts, given, item);
    for (size_t i = 0; i < count; i++)
        if (!given[i])
            load_fault(
                l, list ? list : root, "missing-trait",
                "the trait \"%s\" is missing; where nobody knows it, write \"value: unknown\"",
                l->pack->traits[i].id);
}

void load_countries(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_DESTINATION];
    struct destination *destinations = ARENA_ARRAY(l->arena, struct destination, (size_t)s->count);
    schema_check_keys(l, FILE_COUNTRY, &file_schema);
    for (int32_t i = 0; i < s->count; i++) {
        const struct node *root = s->list[i].node;
        struct destination *d = &destinations[i];
        d->country = table_get(&l->names.ids[S_COUNTRY], s->list[i].id);
        d->place = root->place;
        d->roles = l->pack->roles;
        load_offices(l, d, node_get(root, "offices"));
        load_facts(l, d, node_get(root, "facts"));
        load_levels(l, d, node_get(root, "levels"));
        load_lists(l, d, node_get(root, "lists"));
        load_licences(l, d, node_get(root, "licences"));
        load_traits(l, d, root);
    }
    l->pack->destinations = destinations;
    l->pack->n_destinations = s->count;
}
