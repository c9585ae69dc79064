// SPDX-License-Identifier: MIT
// rules/*.yaml and the rules in countries/*.yaml: outcomes, matters, findings, the two tables,
// documents, steps, rights, notices and sources.
#include <string.h>

#include "pack/schema.h"

static const struct word words_reading[] = {{"practice", READING_PRACTICE},
                                            {"convention", READING_CONVENTION},
                                            {"both", READING_BOTH},
                                            {NULL, 0}};
static const struct word words_effect[] = {{"supports", EFFECT_SUPPORTS},
                                           {"condition", EFFECT_CONDITION},
                                           {"difference", EFFECT_DIFFERENCE},
                                           {"bar", EFFECT_BAR},
                                           {"route", EFFECT_ROUTE},
                                           {"note", EFFECT_NOTE},
                                           {NULL, 0}};
static const struct word words_severity[] = {{"info", 0}, {"warning", 1}, {NULL, 0}};

#define O(member) offsetof(struct outcome, member)
static const struct field outcome_fields[] = {
    {"id", FIELD_STRING, REQUIRED, O(id), 0, NULL},
    {"title", FIELD_PHRASE, REQUIRED, O(title), 0, NULL},
    {"text", FIELD_PHRASE, REQUIRED, O(text), 0, NULL},
    {"position", FIELD_PHRASE, REQUIRED, O(position), 0, NULL},
    {"favour", FIELD_INT, REQUIRED, O(favour), 0, NULL},
    {"challengeable", FIELD_YES_NO, 0, O(challengeable), 0, NULL},
};
static const struct schema outcome_schema = SCHEMA("an outcome", outcome_fields);

static const struct field matter_fields[] = {
    {"id", FIELD_STRING, REQUIRED, offsetof(struct matter, id), 0, NULL},
    {"label", FIELD_PHRASE, REQUIRED, offsetof(struct matter, label), 0, NULL},
    {"when", FIELD_EXPR, 0, offsetof(struct matter, when), USE_MATTER, NULL},
};
static const struct schema matter_schema = SCHEMA("a matter", matter_fields);

#define F(member) offsetof(struct finding, member)
static const struct field finding_fields[] = {
    {"id", FIELD_STRING, REQUIRED, F(id), 0, NULL},
    {"matter", FIELD_REF, REQUIRED, F(matter), S_MATTER, NULL},
    {"reading", FIELD_WORD, REQUIRED, F(reading), 0, words_reading},
    {"effect", FIELD_WORD, REQUIRED, F(effect), 0, words_effect},
    {"when", FIELD_EXPR, REQUIRED, F(when), USE_FINDING, NULL},
    {"overrides", FIELD_REFS, 0, F(overrides), S_FINDING, NULL},
    {"text", FIELD_PHRASE, REQUIRED, F(text), 0, NULL},
    {"remedy", FIELD_PHRASE, 0, F(remedy), 0, NULL},
    {"ask", FIELD_PHRASE, 0, F(ask), 0, NULL},
    {"cites", FIELD_REFS, REQUIRED, F(cites), S_SOURCE, NULL},
};
static const struct schema finding_schema = SCHEMA("a finding", finding_fields);

#define ROW_FIELDS(use)                                                                            \
    {                                                                                              \
        {"id", FIELD_STRING, REQUIRED, offsetof(struct row, id), 0, NULL},                         \
            {"outcome", FIELD_REF, REQUIRED, offsetof(struct row, outcome), S_OUTCOME, NULL},      \
            {"when", FIELD_EXPR, REQUIRED, offsetof(struct row, when), use, NULL},                 \
    }
static const struct field practice_fields[] = ROW_FIELDS(USE_PRACTICE);
static const struct field convention_fields[] = ROW_FIELDS(USE_CONVENTION);
static const struct schema practice_schema = SCHEMA("a row of the practice table", practice_fields);
static const struct schema convention_schema =
    SCHEMA("a row of the convention table", convention_fields);

#define I(member) offsetof(struct item, member)
#define ITEM_FIELDS(section)                                                                       \
    {"id", FIELD_STRING, REQUIRED, I(id), 0, NULL}, {"use", FIELD_REF, 0, I(use), section, NULL},  \
        {"when", FIELD_EXPR, 0, I(when), USE_ITEM, NULL},                                          \
        {"have", FIELD_EXPR, 0, I(have), USE_ITEM, NULL},                                          \
        {"text", FIELD_PHRASE, 0, I(text), 0, NULL}, {"order", FIELD_INT, 0, I(order), 0, NULL},   \
        {"overrides", FIELD_REFS, 0, I(overrides), section, NULL},                                 \
    {                                                                                              \
        "cites", FIELD_REFS, 0, I(cites), S_SOURCE, NULL                                           \
    }
static const struct field document_fields[] = {ITEM_FIELDS(S_DOCUMENT)};
static const struct field step_fields[] = {
    ITEM_FIELDS(S_STEP),
    {"office", FIELD_STRING, 0, I(office), 0, NULL},
    {"fee", FIELD_STRING, 0, I(fee), 0, NULL},
    {"time", FIELD_STRING, 0, I(time), 0, NULL},
};
static const struct schema document_schema = SCHEMA("a document", document_fields);
static const struct schema step_schema = SCHEMA("a step", step_fields);

#define R(member) offsetof(struct right, member)
static const struct field right_fields[] = {
    {"id", FIELD_STRING, REQUIRED, R(id), 0, NULL},
    {"when", FIELD_EXPR, REQUIRED, R(when), USE_ITEM, NULL},
    {"instrument", FIELD_REF, 0, R(instrument), S_INSTRUMENT, NULL},
    {"text", FIELD_PHRASE, REQUIRED, R(text), 0, NULL},
    {"cites", FIELD_REFS, REQUIRED, R(cites), S_SOURCE, NULL},
};
static const struct schema right_schema = SCHEMA("a right", right_fields);

struct notice_draft {
    struct notice n;
    int32_t severity;
};
#define N(member) offsetof(struct notice_draft, n.member)
static const struct field notice_fields[] = {
    {"id", FIELD_STRING, REQUIRED, N(id), 0, NULL},
    {"when", FIELD_EXPR, REQUIRED, N(when), USE_ITEM, NULL},
    {"severity", FIELD_WORD, REQUIRED, offsetof(struct notice_draft, severity), 0, words_severity},
    {"text", FIELD_PHRASE, REQUIRED, N(text), 0, NULL},
    {"cites", FIELD_REFS, REQUIRED, N(cites), S_SOURCE, NULL},
};
static const struct schema notice_schema = SCHEMA("a notice", notice_fields);

static const struct field source_fields[] = {
    {"id", FIELD_STRING, REQUIRED, offsetof(struct source, id), 0, NULL},
    {"text", FIELD_STRING, REQUIRED, offsetof(struct source, text.words), 0, NULL},
    {"url", FIELD_URL, 0, offsetof(struct source, url), 0, NULL},
    {"as_of", FIELD_PART_DATE, EVIDENCE, offsetof(struct source, as_of), 0, NULL},
    {"status", FIELD_WORD, EVIDENCE, offsetof(struct source, status), 0, words_status},
};
static const struct schema source_schema = SCHEMA("a source", source_fields);

static const struct field file_fields[] = {
    {"sources", FIELD_LIST, 0, 0, 0, NULL},   {"outcomes", FIELD_LIST, 0, 0, 0, NULL},
    {"matters", FIELD_LIST, 0, 0, 0, NULL},   {"findings", FIELD_LIST, 0, 0, 0, NULL},
    {"practice", FIELD_LIST, 0, 0, 0, NULL},  {"convention", FIELD_LIST, 0, 0, 0, NULL},
    {"documents", FIELD_LIST, 0, 0, 0, NULL}, {"steps", FIELD_LIST, 0, 0, 0, NULL},
    {"rights", FIELD_LIST, 0, 0, 0, NULL},    {"notices", FIELD_LIST, 0, 0, 0, NULL},
};
static const struct schema file_schema = SCHEMA("a file of rules/", file_fields);

static void load_outcomes(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_OUTCOME];
    struct outcome *outcomes = ARENA_ARRAY(l->arena, struct outcome, (size_t)s->count + 1);
    for (int32_t i = 0; i < s->count; i++) {
        outcomes[i].challengeable = true;
        outcomes[i].place = s->list[i].node->place;
        decode(l, &outcome_schema, s->list[i].node, &outcomes[i],
               join(l->scratch, "outcomes/", s->list[i].id, ""));
        outcomes[i].id = s->list[i].id;
    }
    l->pack->outcomes = outcomes;
    l->pack->n_outcomes = s->count;
}

static int32_t contract_outcome(struct loader *l, const char *id)
{
    int32_t index = table_get(&l->names.ids[S_OUTCOME], id);
    if (index < 0 && l->whole)
        diag_error(l->diags, "missing-outcome", (struct place){l->pack->dir, 0, 0},
                   "the program needs an outcome \"%s\" in rules/", id);
    return index < 0 ? NONE : index;
}

static void load_matters(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_MATTER];
    struct matter *matters = ARENA_ARRAY(l->arena, struct matter, (size_t)s->count + 1);
    for (int32_t i = 0; i < s->count; i++) {
        matters[i].place = s->list[i].node->place;
        decode(l, &matter_schema, s->list[i].node, &matters[i],
               join(l->scratch, "matters/", s->list[i].id, ""));
        matters[i].id = s->list[i].id;
    }
    l->pack->matters = matters;
    l->pack->n_matters = s->count;
}

// A rule of one country must not lean on things of another, and a general rule not on one office.
static void check_owner(struct loader *l, const struct node *node, enum section section,
                        int32_t index, int32_t country)
{
    int32_t owner = index < 0 ? country : l->sections[section].list[index].owner;
    if (owner != country)
        fault(l, node, "other-country", "\"%s\" belongs to %s; %s", node->text,
              owner == NONE ? "all countries" : l->sections[S_DESTINATION].list[owner].id,
              country == NONE ? "general rules name a role or kind, such as authority or fee"
                              : "name something of this country");
}

static void check_overrides(struct loader *l, const struct node *node, enum section section,
                            int32_t country)
{
    const struct node *list = node_get(node, "overrides");
    if (country == NONE || !list || list->kind != NODE_LIST)
        return;
    for (const struct node *item = list->first; item; item = item->next) {
        int32_t index = table_get(&l->names.ids[section], item->text);
        if (index >= 0 && l->sections[section].list[index].owner != NONE)
            check_owner(l, item, section, index, country);
    }
}

static void load_findings(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_FINDING];
    struct finding *findings = ARENA_ARRAY(l->arena, struct finding, (size_t)s->count + 1);
    for (int32_t i = 0; i < s->count; i++) {
        struct finding *f = &findings[i];
        f->country = s->list[i].owner;
        f->matter = NONE;
        f->place = s->list[i].node->place;
        decode(l, &finding_schema, s->list[i].node, f,
               join(l->scratch, "findings/", s->list[i].id, ""));
        f->id = s->list[i].id;
        check_overrides(l, s->list[i].node, S_FINDING, f->country);
    }
    l->pack->findings = findings;
    l->pack->n_findings = s->count;
}

static const struct row *load_rows(struct loader *l, enum section section,
                                   const struct schema *schema)
{
    const struct section_entries *s = &l->sections[section];
    struct row *rows = ARENA_ARRAY(l->arena, struct row, (size_t)s->count + 1);
    for (int32_t i = 0; i < s->count; i++) {
        rows[i].outcome = NONE;
        rows[i].place = s->list[i].node->place;
        decode(l, schema, s->list[i].node, &rows[i], "");
        rows[i].id = s->list[i].id;
    }
    if (s->count == 0 && l->whole)
        diag_error(l->diags, "missing-key", (struct place){l->pack->dir, 0, 0},
                   "rules/ needs the table \"%s:\"",
                   section == S_PRACTICE ? "practice" : "convention");
    return rows;
}

// ---- documents and steps -----------------------------------------------------------------------

static void check_step(struct loader *l, const struct node *node, int32_t country)
{
    const struct node *office = node_get(node, "office");
    bool known = !office || office->length == 0;
    for (size_t i = 0; words_roles[i].word && !known; i++)
        known = strcmp(office->text, words_roles[i].word) == 0;
    if (!known)
        check_owner(l, office, S_OFFICE, read_ref(l, office, S_OFFICE), country);
    for (int i = 0; i < 2; i++) {
        const char *key = i == 0 ? "fee" : "time";
        const struct node *fact = node_get(node, key);
        if (fact && fact->length > 0 && strcmp(fact->text, key) != 0)
            check_owner(l, fact, S_FACT, read_ref(l, fact, S_FACT), country);
    }
}

// `use:` takes over what the item does not say itself.
static void take_over(struct loader *l, struct item *item, const struct node *node,
                      const struct section_entries *s)
{
    const struct node *entry = s->list[item->use].node;
    if (node_get(entry, "when") || node_get(entry, "use")) {
        fault(l, node_get(node, "use"), "not-in-catalogue",
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
        fault(l, node, "missing-key", "%s of a country needs \"when:\"", name);
    if (item->use != NONE && !node_get(node, "when"))
        fault(l, node, "missing-key", "%s that uses another needs a \"when:\" of its own", name);
    if (!catalogue && !node_get(node, "cites"))
        fault(l, node, "missing-key", "%s needs \"cites:\"", name);
    if (item->use == NONE && !node_get(node, "use")) {
        if (!node_get(node, "text"))
            fault(l, node, "missing-key", "%s needs \"text:\"", name);
        if (!node_get(node, "order"))
            fault(l, node, "missing-key", "%s needs \"order:\", its place in the list", name);
    }
}

static struct item *load_items(struct loader *l, enum section section, const struct schema *schema,
                               const char *prefix)
{
    const struct section_entries *s = &l->sections[section];
    struct item *items = ARENA_ARRAY(l->arena, struct item, (size_t)s->count + 1);
    for (int32_t i = 0; i < s->count; i++) {
        const struct node *node = s->list[i].node;
        struct item *item = &items[i];
        item->country = s->list[i].owner;
        item->order = item->use = NONE;
        item->place = node->place;
        decode(l, schema, node, item, join(l->scratch, prefix, s->list[i].id, ""));
        item->id = s->list[i].id;
        if (item->use != NONE)
            take_over(l, item, node, s);
        check_item(l, item, node, schema->name);
        if (section == S_STEP)
            check_step(l, node, item->country);
        check_overrides(l, node, section, item->country);
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
        if (!items[i].text.words)
            items[i].text = entry->text;
        if (!items[i].have.text)
            items[i].have = entry->have;
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

void finish_items(struct loader *l)
{
    fill_from_catalogue(l->documents, l->pack->n_documents);
    fill_from_catalogue(l->steps, l->pack->n_steps);
}

// ---- rights, notices, sources ------------------------------------------------------------------

static void load_rights(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_RIGHT];
    struct right *rights = ARENA_ARRAY(l->arena, struct right, (size_t)s->count + 1);
    for (int32_t i = 0; i < s->count; i++) {
        rights[i].country = s->list[i].owner;
        rights[i].instrument = NONE;
        rights[i].place = s->list[i].node->place;
        decode(l, &right_schema, s->list[i].node, &rights[i],
               join(l->scratch, "rights/", s->list[i].id, ""));
        rights[i].id = s->list[i].id;
    }
    l->pack->rights = rights;
    l->pack->n_rights = s->count;
}

static void load_notices(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_NOTICE];
    struct notice *notices = ARENA_ARRAY(l->arena, struct notice, (size_t)s->count + 1);
    for (int32_t i = 0; i < s->count; i++) {
        // The expression is parsed later, straight into its final place.
        int32_t before = l->n_pending;
        struct notice_draft draft = {
            .n = {.country = s->list[i].owner, .place = s->list[i].node->place}};
        decode(l, &notice_schema, s->list[i].node, &draft,
               join(l->scratch, "notices/", s->list[i].id, ""));
        notices[i] = draft.n;
        notices[i].id = s->list[i].id;
        notices[i].warning = draft.severity == 1;
        if (l->n_pending > before)
            l->pending[before].out = &notices[i].when;
    }
    l->pack->notices = notices;
    l->pack->n_notices = s->count;
}

static void load_source(struct loader *l, const struct entry *entry, struct source *source)
{
    source->instrument = source->article_source = NONE;
    source->place = entry->node->place;
    source->id = entry->id;
    if (entry->article)
        return; // load_instruments.c
    decode(l, &source_schema, entry->node, source, "");
    source->id = entry->id;
}

static void load_sources(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_SOURCE];
    struct source *sources = ARENA_ARRAY(l->arena, struct source, (size_t)s->count + 1);
    l->sources = sources;
    for (int32_t i = 0; i < s->count; i++)
        load_source(l, &s->list[i], &sources[i]);
    l->pack->sources = sources;
    l->pack->n_sources = s->count;
}

void load_rules(struct loader *l)
{
    struct pack *pack = l->pack;
    check_keys(l, FILE_RULES, &file_schema);
    load_outcomes(l);
    pack->outcome_individual = contract_outcome(l, "individual_assessment");
    pack->outcome_not_covered = contract_outcome(l, "not_covered");
    load_matters(l);
    load_findings(l);
    pack->practice = load_rows(l, S_PRACTICE, &practice_schema);
    pack->n_practice = l->sections[S_PRACTICE].count;
    pack->convention = load_rows(l, S_CONVENTION, &convention_schema);
    pack->n_convention = l->sections[S_CONVENTION].count;
    pack->documents = l->documents = load_items(l, S_DOCUMENT, &document_schema, "documents/");
    pack->n_documents = l->sections[S_DOCUMENT].count;
    pack->steps = l->steps = load_items(l, S_STEP, &step_schema, "steps/");
    pack->n_steps = l->sections[S_STEP].count;
    load_rights(l);
    load_notices(l);
    load_sources(l);
}
