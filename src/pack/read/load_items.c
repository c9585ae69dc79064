// SPDX-License-Identifier: MIT
// Documents and steps: what `use:` takes from the catalogue, and whom an item may name. Also which
// rules of other countries `overrides:` must not name, for findings too.
#include <string.h>

#include "pack/read/schema.h"

#define I(member) offsetof(struct item, member)
#define ITEM_FIELDS(section)                                                                       \
    FIELD("id", FIELD_STRING, REQUIRED, I(id)), FIELD_ARG("use", FIELD_REF, 0, I(use), section),   \
        FIELD_ARG("when", FIELD_EXPR, 0, I(when), USE_ITEM),                                       \
        FIELD_ARG("have", FIELD_EXPR, 0, I(have), USE_ITEM),                                       \
        FIELD("text", FIELD_PHRASE, 0, I(text)), FIELD("order", FIELD_INT, 0, I(order)),           \
        FIELD_ARG("overrides", FIELD_REFS, 0, I(overrides), section),                              \
        FIELD("excludes", FIELD_RULES, 0, I(excludes)),                                            \
        FIELD_WORDS("decision", FIELD_WORD, 0, I(decision), words_decision),                       \
        FIELD_READ("group", FIELD_SCALAR, 0), /* `all NAME` in refs.c */                           \
    {                                                                                              \
        "cites", FIELD_REFS, 0, I(cites), S_SOURCE, NULL                                           \
    }
static const struct field document_fields[] = {
    ITEM_FIELDS(S_DOCUMENT),
    FIELD_READ("held_by", FIELD_SCALAR, 0), // read_held_by()
    FIELD("only_if", FIELD_YES_NO, 0, I(only_if)),
};
static const struct field step_fields[] = {
    ITEM_FIELDS(S_STEP),
    FIELD("short", FIELD_PHRASE, 0, I(brief)),
    FIELD("folded", FIELD_YES_NO, 0, I(folded)),
    FIELD("office", FIELD_STRING, 0, I(office)),
    FIELD("fee", FIELD_STRING, 0, I(fee)),
    FIELD("time", FIELD_STRING, 0, I(time)),
};
static const struct schema document_schema = SCHEMA("a document", document_fields);
static const struct schema step_schema = SCHEMA("a step", step_fields);

// A rule of one country must not lean on things of another, and a general rule not on one office.
void items_check_owner(struct loader *l, const struct node *node, enum section section,
                       int32_t index, int32_t country)
{
    int32_t owner = index < 0 ? country : l->sections[section].list[index].owner;
    if (owner != country)
        load_fault(l, node, "other-country", "\"%s\" belongs to %s; %s", node->text,
                   owner == NONE ? "all countries" : l->sections[S_DESTINATION].list[owner].id,
                   country == NONE ? "general rules name a role or kind, such as authority or fee"
                                   : "name something of this country");
}

void items_check_overrides(struct loader *l, const struct node *node, enum section section,
                           int32_t country)
{
    const struct node *list = node_get(node, "overrides");
    if (country == NONE)
        return;
    for (const struct node *item = node_items(list); item; item = item->next) {
        int32_t index = table_get(&l->names.ids[section], item->text);
        if (refs_group(item))
            load_fault(l, item, "other-country",
                       "a group holds things of all countries; name your own");
        if (index >= 0 && l->sections[section].list[index].owner != NONE)
            items_check_owner(l, item, section, index, country);
    }
}

static void check_step(struct loader *l, const struct node *node, int32_t country)
{
    const struct node *office = node_get(node, "office");
    bool known = !office || office->length == 0 || words_find(words_role, office->text) >= 0;
    if (!known)
        items_check_owner(l, office, S_OFFICE, schema_read_ref(l, office, S_OFFICE), country);
    for (int i = 0; i < 2; i++) {
        const char *key = i == 0 ? "fee" : "time";
        const struct node *fact = node_get(node, key);
        if (fact && fact->length > 0 && strcmp(fact->text, key) != 0)
            items_check_owner(l, fact, S_FACT, schema_read_ref(l, fact, S_FACT), country);
    }
}

// `use:` takes over what the item does not say itself.
static void take_over(struct loader *l, struct item *item, const struct node *node,
                      const struct section_entries *s)
{
    const struct node *entry = s->list[item->use].node;
    if (node_get(entry, "when") || node_get(entry, "use")) {
        load_fault(
            l, node_get(node, "use"), "not-in-catalogue",
            "\"%s\" has a \"when:\" or \"use:\" of its own; only catalogue entries can be used",
            s->list[item->use].id);
        item->use = NONE;
    }
}

static void check_item(struct loader *l, const struct item *item, const struct node *node,
                       const char *name)
{
    bool catalogue = !node_get(node, "when") && item->use == NONE;
    if (catalogue && item->country != NONE)
        load_fault(l, node, "missing-key", "%s of a country needs \"when:\"", name);
    if (item->use != NONE && !node_get(node, "when"))
        load_fault(l, node, "missing-key", "%s that uses another needs a \"when:\" of its own",
                   name);
    if (!catalogue && !node_get(node, "cites"))
        load_fault(l, node, "missing-key", "%s needs \"cites:\"", name);
    if (item->use == NONE && !node_get(node, "use")) {
        if (!node_get(node, "text"))
            load_fault(l, node, "missing-key", "%s needs \"text:\"", name);
        if (!node_get(node, "order"))
            load_fault(l, node, "missing-key", "%s needs \"order:\", its place in the list", name);
    }
}

// `held_by: diploma` is `have: diploma in documents_held`, and what a tick on the paper answers.
static void read_held_by(struct loader *l, struct item *item, const struct node *node)
{
    const struct node *held = node_get(node, "held_by");
    if (!held || !schema_want_scalar(l, held, "a choice of \"documents_held\""))
        return;
    if (node_get(node, "have")) {
        load_fault(l, held, "duplicate-key", "\"have:\" says it already; keep one of the two");
        return;
    }
    if (l->pack->q_documents_held == NONE)
        return;
    const struct question *q = &l->pack->questions[l->pack->q_documents_held];
    item->held_by = pack_choice(q, held->text);
    if (item->held_by == NONE) {
        if (l->whole)
            load_fault(l, held, "unknown-choice", "\"%s\" is no choice of the question \"%s\"%s",
                       held->text, q->id, questions_choice_hint(l, q, held->text));
        return;
    }
    struct node *condition = ARENA_NEW(l->scratch, struct node);
    *condition = *held;
    condition->text = arena_printf(l->scratch, "%s in %s", held->text, q->id);
    condition->length = (uint32_t)strlen(condition->text);
    schema_read_condition(l, condition, USE_ITEM, &item->have);
}

static struct item *load_list(struct loader *l, enum section section, const struct schema *schema,
                              const char *prefix)
{
    const struct section_entries *s = &l->sections[section];
    struct item *items = ARENA_ARRAY(l->arena, struct item, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        const struct node *node = s->list[i].node;
        struct item *item = &items[i];
        item->rule = load_rule_head(l, section, i);
        item->order = item->use = item->held_by = NONE;
        schema_decode(l, schema, node, item, load_join(l->scratch, prefix, s->list[i].id, ""));
        item->id = s->list[i].id;
        read_held_by(l, item, node);
        if (item->use != NONE)
            take_over(l, item, node, s);
        check_item(l, item, node, schema->name);
        if (section == S_STEP)
            check_step(l, node, item->country);
        items_check_overrides(l, node, section, item->country);
    }
    return items;
}

// After the expressions are parsed: text, order and `have:` of the catalogue entry, which keeps
// its own context, so that it is translated once.
static void fill_from_catalogue(struct item *items, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (items[i].use == NONE)
            continue;
        const struct item *entry = &items[items[i].use];
        if (!items[i].text.words) {
            items[i].text = entry->text;
            items[i].only_if |= entry->only_if; // the text says in which case
        }
        if (!items[i].brief.words)
            items[i].brief = entry->brief;
        items[i].folded |= entry->folded;
        if (!condition_given(&items[i].have)) {
            items[i].have = entry->have;
            items[i].held_by = entry->held_by;
        }
        if (items[i].order == NONE)
            items[i].order = entry->order;
        if (!items[i].office)
            items[i].office = entry->office;
        if (!items[i].fee)
            items[i].fee = entry->fee;
        if (!items[i].time)
            items[i].time = entry->time;
    }
}

// A step never shows the fee or the time of another office than the one it goes to, whatever the
// level of the diploma.
static void check_fact_office(struct loader *l, const struct item *step, const struct node *node,
                              const char *key, const char *name)
{
    const struct destination *d = &l->pack->destinations[step->country];
    const struct node *place = node_get(node, key);
    for (int32_t level = NONE; name && level < pack_n_levels(l->pack); level++) {
        struct whom whom = {.profession = NONE, .level = level};
        const struct office *office = step->office ? step_office(d, step->office, whom) : NULL;
        const struct fact *fact = step_fact(d, step, name, whom);
        if (!office || !fact || !fact->office || strcmp(fact->office, office->id) == 0)
            continue;
        load_fault(l, place ? place : node, "other-office",
                   "\"%s\" is of the office \"%s\", but this step goes to \"%s\"", fact->id,
                   fact->office, office->id);
        return;
    }
}

static void check_offices(struct loader *l)
{
    for (int32_t i = 0; i < l->pack->n_steps; i++) {
        const struct item *step = &l->pack->steps[i];
        const struct node *node = l->sections[S_STEP].list[i].node;
        if (step->country == NONE)
            continue; // names kinds only, and a kind is looked up by the office
        check_fact_office(l, step, node, "fee", step->fee);
        check_fact_office(l, step, node, "time", step->time);
    }
}

void items_finish(struct loader *l)
{
    fill_from_catalogue(l->documents, l->pack->n_documents);
    fill_from_catalogue(l->steps, l->pack->n_steps);
    check_offices(l);
}

void load_items(struct loader *l)
{
    l->pack->documents = l->documents = load_list(l, S_DOCUMENT, &document_schema, "documents/");
    l->pack->n_documents = l->sections[S_DOCUMENT].count;
    l->pack->steps = l->steps = load_list(l, S_STEP, &step_schema, "steps/");
    l->pack->n_steps = l->sections[S_STEP].count;
}
