// SPDX-License-Identifier: MIT
// rules/*.yaml and the rules in countries/*.yaml: outcomes, matters, findings, the two tables,
// rights, notices and sources. Documents and steps are in load_items.c.
#include <string.h>

#include "pack/read/schema.h"

#define O(member) offsetof(struct outcome, member)
static const struct field outcome_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, O(id)),
    FIELD("title", FIELD_PHRASE, REQUIRED, O(title)),
    FIELD("text", FIELD_PHRASE, REQUIRED, O(text)),
    FIELD("position", FIELD_PHRASE, REQUIRED, O(position)),
    FIELD("licence", FIELD_PHRASE, 0, O(licence)),
    FIELD("favour", FIELD_INT, REQUIRED, O(favour)),
    FIELD_WORDS("tone", FIELD_WORD, 0, O(tone), words_tone),
    FIELD("challengeable", FIELD_YES_NO, 0, O(challengeable)),
    FIELD("hold_from", FIELD_INT, 0, O(hold_from)),
};
static const struct schema outcome_schema = SCHEMA("an outcome", outcome_fields);

static const struct field matter_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, offsetof(struct matter, id)),
    FIELD("label", FIELD_PHRASE, REQUIRED, offsetof(struct matter, label)),
    FIELD_ARG("when", FIELD_EXPR, 0, offsetof(struct matter, when), USE_MATTER),
};
static const struct schema matter_schema = SCHEMA("a matter", matter_fields);

#define F(member) offsetof(struct finding, member)
static const struct field finding_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, F(id)),
    FIELD_ARG("matter", FIELD_REF, REQUIRED, F(matter), S_MATTER),
    FIELD_WORDS("reading", FIELD_WORD, REQUIRED, F(reading), words_reading),
    FIELD_WORDS("effect", FIELD_WORD, REQUIRED, F(effect), words_effect),
    FIELD_WORDS("decision", FIELD_WORD, 0, F(decision), words_decision),
    FIELD_ARG("when", FIELD_EXPR, REQUIRED, F(when), USE_FINDING),
    FIELD_ARG("overrides", FIELD_REFS, 0, F(overrides), S_FINDING),
    FIELD("excludes", FIELD_RULES, 0, F(excludes)),
    FIELD("text", FIELD_PHRASE, REQUIRED, F(text)),
    FIELD("remedy", FIELD_PHRASE, 0, F(remedy)),
    FIELD("ask", FIELD_PHRASE, 0, F(ask)),
    FIELD_ARG("cites", FIELD_REFS, REQUIRED, F(cites), S_SOURCE),
};
static const struct schema finding_schema = SCHEMA("a finding", finding_fields);

#define ROW_FIELDS(use)                                                                            \
    {                                                                                              \
        FIELD("id", FIELD_STRING, REQUIRED, offsetof(struct row, id)),                             \
            FIELD_ARG("outcome", FIELD_REF, REQUIRED, offsetof(struct row, outcome), S_OUTCOME),   \
            FIELD_ARG("when", FIELD_EXPR, REQUIRED, offsetof(struct row, when), use),              \
    }
static const struct field practice_fields[] = ROW_FIELDS(USE_PRACTICE);
static const struct field convention_fields[] = ROW_FIELDS(USE_CONVENTION);
static const struct schema practice_schema = SCHEMA("a row of the practice table", practice_fields);
static const struct schema convention_schema =
    SCHEMA("a row of the convention table", convention_fields);
static const struct field licence_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, offsetof(struct row, id)),
    FIELD_READ("outcome", FIELD_SCALAR, REQUIRED), // or `none`
    FIELD_ARG("when", FIELD_EXPR, REQUIRED, offsetof(struct row, when), USE_LICENCE),
};
static const struct schema licence_schema = SCHEMA("a row of the licence table", licence_fields);

#define R(member) offsetof(struct right, member)
static const struct field right_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, R(id)),
    FIELD_ARG("when", FIELD_EXPR, REQUIRED, R(when), USE_ITEM),
    FIELD_ARG("instrument", FIELD_REF, 0, R(instrument), S_INSTRUMENT),
    FIELD("excludes", FIELD_RULES, 0, R(excludes)),
    FIELD("text", FIELD_PHRASE, REQUIRED, R(text)),
    FIELD_ARG("cites", FIELD_REFS, REQUIRED, R(cites), S_SOURCE),
};
static const struct schema right_schema = SCHEMA("a right", right_fields);

struct notice_draft {
    struct notice n;
    int32_t severity;
};
#define N(member) offsetof(struct notice_draft, n.member)
static const struct field notice_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, N(id)),
    FIELD_ARG("when", FIELD_EXPR, REQUIRED, N(when), USE_ITEM),
    FIELD("excludes", FIELD_RULES, 0, N(excludes)),
    FIELD_WORDS("severity", FIELD_WORD, REQUIRED, offsetof(struct notice_draft, severity),
                words_severity),
    FIELD_ARG("said_by", FIELD_REFS, 0, N(said_by), S_DOCUMENT),
    FIELD("text", FIELD_PHRASE, REQUIRED, N(text)),
    FIELD_ARG("cites", FIELD_REFS, REQUIRED, N(cites), S_SOURCE),
};
static const struct schema notice_schema = SCHEMA("a notice", notice_fields);

static const struct field source_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, offsetof(struct source, id)),
    FIELD("text", FIELD_NAME, REQUIRED, offsetof(struct source, text)),
    FIELD("url", FIELD_URL, 0, offsetof(struct source, url)),
    FIELD("as_of", FIELD_PART_DATE, EVIDENCE, offsetof(struct source, as_of)),
    FIELD_WORDS("status", FIELD_WORD, EVIDENCE, offsetof(struct source, status), words_status),
};
static const struct schema source_schema = SCHEMA("a source", source_fields);

static const struct field file_fields[] = {
    FIELD_READ("sources", FIELD_LIST, 0),  FIELD_READ("outcomes", FIELD_LIST, 0),
    FIELD_READ("matters", FIELD_LIST, 0),  FIELD_READ("findings", FIELD_LIST, 0),
    FIELD_READ("practice", FIELD_LIST, 0), FIELD_READ("convention", FIELD_LIST, 0),
    FIELD_READ("licence", FIELD_LIST, 0),  FIELD_READ("documents", FIELD_LIST, 0),
    FIELD_READ("steps", FIELD_LIST, 0),    FIELD_READ("rights", FIELD_LIST, 0),
    FIELD_READ("notices", FIELD_LIST, 0),
};
static const struct schema file_schema = SCHEMA("a file of rules/", file_fields);

// Where the pack does not say it.
static enum tone usual_tone(int32_t favour)
{
    return favour >= 80 ? TONE_GOOD : favour >= 30 ? TONE_CAUTION : TONE_BAD;
}

static void load_outcomes(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_OUTCOME];
    struct outcome *outcomes = ARENA_ARRAY(l->arena, struct outcome, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        outcomes[i].challengeable = true;
        outcomes[i].place = s->list[i].node->place;
        schema_decode(l, &outcome_schema, s->list[i].node, &outcomes[i],
                      load_join(l->scratch, "outcomes/", s->list[i].id, ""));
        outcomes[i].id = s->list[i].id;
        if (!node_get(s->list[i].node, "tone"))
            outcomes[i].tone = usual_tone(outcomes[i].favour);
    }
    l->pack->outcomes = outcomes;
    l->pack->n_outcomes = s->count;
}

static int32_t contract_outcome(struct loader *l, const char *id)
{
    int32_t index = table_get(&l->names.ids[S_OUTCOME], id);
    if (index == NONE && l->whole)
        diag_error(l->diags, "missing-outcome", (struct place){.file = l->pack->dir},
                   "the program needs an outcome \"%s\" in rules/", id);
    return index;
}

static void load_matters(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_MATTER];
    struct matter *matters = ARENA_ARRAY(l->arena, struct matter, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        matters[i].place = s->list[i].node->place;
        schema_decode(l, &matter_schema, s->list[i].node, &matters[i],
                      load_join(l->scratch, "matters/", s->list[i].id, ""));
        matters[i].id = s->list[i].id;
    }
    l->pack->matters = matters;
    l->pack->n_matters = s->count;
}

static const enum rule_kind kinds[SECTIONS] = {
    [S_PRACTICE] = RULE_PRACTICE, [S_CONVENTION] = RULE_CONVENTION, [S_LICENCE_ROW] = RULE_LICENCE,
    [S_FINDING] = RULE_FINDING,   [S_DOCUMENT] = RULE_DOCUMENT,     [S_STEP] = RULE_STEP,
    [S_RIGHT] = RULE_RIGHT,       [S_NOTICE] = RULE_NOTICE};

struct rule load_rule_head(const struct loader *l, enum section section, int32_t i)
{
    const struct entry *entry = &l->sections[section].list[i];
    return (struct rule){
        .kind = kinds[section], .index = i, .country = entry->owner, .place = entry->node->place};
}

int32_t load_rule_of_id(const struct loader *l, const char *id)
{
    static const enum section sections[] = {S_FINDING, S_DOCUMENT, S_STEP, S_RIGHT, S_NOTICE};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        int index = table_get(&l->names.ids[sections[i]], id);
        if (index >= 0)
            return rule_code(kinds[sections[i]], index);
    }
    return NONE;
}

static void load_findings(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_FINDING];
    struct finding *findings = ARENA_ARRAY(l->arena, struct finding, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        struct finding *f = &findings[i];
        f->rule = load_rule_head(l, S_FINDING, i);
        f->matter = NONE;
        schema_decode(l, &finding_schema, s->list[i].node, f,
                      load_join(l->scratch, "findings/", s->list[i].id, ""));
        f->id = s->list[i].id;
        items_check_overrides(l, s->list[i].node, S_FINDING, f->country);
    }
    l->pack->findings = findings;
    l->pack->n_findings = s->count;
}

static struct row *load_rows(struct loader *l, enum section section, const struct schema *schema)
{
    const struct section_entries *s = &l->sections[section];
    struct row *rows = ARENA_ARRAY(l->arena, struct row, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        rows[i].rule = load_rule_head(l, section, i);
        rows[i].outcome = NONE;
        schema_decode(l, schema, s->list[i].node, &rows[i], "");
        rows[i].id = s->list[i].id;
    }
    if (s->count == 0 && l->whole && section != S_LICENCE_ROW)
        diag_error(l->diags, "missing-key", (struct place){.file = l->pack->dir},
                   "rules/ needs the table \"%s:\"",
                   section == S_PRACTICE ? "practice" : "convention");
    return rows;
}

// The table of the licence is not total: where no row holds, no licence is asked for.
static void load_licence_rows(struct loader *l)
{
    struct pack *pack = l->pack;
    const struct section_entries *s = &l->sections[S_LICENCE_ROW];
    struct row *rows = load_rows(l, S_LICENCE_ROW, &licence_schema);
    pack->licence = rows;
    pack->n_licence = s->count;
    pack->outcome_conditions = NONE;
    for (int32_t i = 0; i < s->count; i++) {
        const struct node *outcome = node_get(s->list[i].node, "outcome");
        if (!outcome || outcome->kind != NODE_SCALAR || !outcome->length)
            continue;
        if (strcmp(outcome->text, "none") != 0)
            rows[i].outcome = schema_read_ref(l, outcome, S_OUTCOME);
        else if (pack->outcome_conditions == NONE)
            pack->outcome_conditions = contract_outcome(l, "recognised_with_conditions");
    }
}

// ---- rights, notices, sources ------------------------------------------------------------------

static void load_rights(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_RIGHT];
    struct right *rights = ARENA_ARRAY(l->arena, struct right, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        rights[i].rule = load_rule_head(l, S_RIGHT, i);
        rights[i].instrument = NONE;
        schema_decode(l, &right_schema, s->list[i].node, &rights[i],
                      load_join(l->scratch, "rights/", s->list[i].id, ""));
        rights[i].id = s->list[i].id;
    }
    l->pack->rights = rights;
    l->pack->n_rights = s->count;
}

static void load_notices(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_NOTICE];
    struct notice *notices = ARENA_ARRAY(l->arena, struct notice, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        // The expression is parsed later, straight into its final place.
        int32_t before = l->n_pending;
        struct notice_draft draft = {.n = {.rule = load_rule_head(l, S_NOTICE, i)}};
        schema_decode(l, &notice_schema, s->list[i].node, &draft,
                      load_join(l->scratch, "notices/", s->list[i].id, ""));
        notices[i] = draft.n;
        notices[i].id = s->list[i].id;
        notices[i].warning = draft.severity == 1;
        if (notices[i].warning && notices[i].said_by.count)
            load_fault(l, node_get(s->list[i].node, "said_by"), "warning-left-out",
                       "a warning is always shown: \"said_by:\" is for \"severity: info\"");
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
    schema_decode(l, &source_schema, entry->node, source,
                  load_join(l->scratch, "sources/", entry->id, ""));
    source->id = entry->id;
}

static void load_sources(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_SOURCE];
    struct source *sources = ARENA_ARRAY(l->arena, struct source, (size_t)s->count);
    l->sources = sources;
    for (int32_t i = 0; i < s->count; i++)
        load_source(l, &s->list[i], &sources[i]);
    l->pack->sources = sources;
    l->pack->n_sources = s->count;
}

void load_rules(struct loader *l)
{
    struct pack *pack = l->pack;
    schema_check_keys(l, FILE_RULES, &file_schema);
    load_outcomes(l);
    pack->outcome_individual = contract_outcome(l, "individual_assessment");
    pack->outcome_not_covered = contract_outcome(l, "not_covered");
    load_matters(l);
    load_findings(l);
    pack->practice = load_rows(l, S_PRACTICE, &practice_schema);
    pack->n_practice = l->sections[S_PRACTICE].count;
    pack->convention = load_rows(l, S_CONVENTION, &convention_schema);
    pack->n_convention = l->sections[S_CONVENTION].count;
    load_licence_rows(l);
    load_items(l);
    load_rights(l);
    load_notices(l);
    load_sources(l);
}
