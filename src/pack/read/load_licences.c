// SPDX-License-Identifier: MIT
// `licences:` of a country file: who decides there whether somebody may work in a profession. And
// which rules speak of that decision: it leans on the recognition of the award, never the other
// way round.
#include <string.h>

#include "pack/expr_reads.h"
#include "pack/read/schema.h"

#define L(member) offsetof(struct licence, member)
static const struct field licence_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, L(id)),
    FIELD_READ("professions", FIELD_STRINGS, REQUIRED),
    FIELD_WORDS("needed", FIELD_WORD, REQUIRED, L(needed), words_truth),
    FIELD("office", FIELD_STRING, 0, L(office)),
    FIELD("fee", FIELD_STRING, 0, L(fee)),
    FIELD("time", FIELD_STRING, 0, L(time)),
    FIELD("appeal", FIELD_STRING, 0, L(appeal)),
    FIELD("text", FIELD_PHRASE, REQUIRED, L(text)),
    FIELD_ARG("cites", FIELD_REFS, REQUIRED, L(cites), S_SOURCE),
};
static const struct schema licence_schema = SCHEMA("a licence", licence_fields);

static void check_body(struct loader *l, const struct destination *d, const struct licence *licence,
                       const struct node *item)
{
    const struct node *node = node_get(item, "office");
    const struct office *office = NULL;
    if (!node) {
        load_fault(
            l, item, "licence-without-body",
            "a licence needs \"office:\", the body that decides; where nobody knows it, leave the "
            "licence out");
        return;
    }
    for (int32_t i = 0; licence->office && i < d->n_offices; i++)
        if (strcmp(d->offices[i].id, licence->office) == 0)
            office = &d->offices[i];
    if (!office && licence->office && l->whole)
        load_fault(l, node, "unresolved-reference", "there is no office \"%s\" in this file%s",
                   licence->office, load_hint(l, S_OFFICE, licence->office));
    else if (office && !office_reachable(office))
        load_fault(
            l, node, "unreachable-office",
            "the office \"%s\" has no address, phone, email or url; say how one reaches the body",
            office->id);
}

// Fee, time and appeal are those of the body and of nobody else.
static void check_fact(struct loader *l, const struct destination *d, const struct licence *licence,
                       const struct node *node, const char *id)
{
    const struct fact *fact = NULL;
    if (!node || !id || !licence->office)
        return;
    for (int32_t i = 0; i < d->n_facts; i++)
        if (strcmp(d->facts[i].id, id) == 0)
            fact = &d->facts[i];
    if (!fact && l->whole)
        load_fault(l, node, "unresolved-reference", "there is no fact \"%s\" in this file%s", id,
                   load_hint(l, S_FACT, id));
    else if (fact && strcmp(fact->kind, node->key) != 0)
        load_fault(l, node, "bad-value", "\"%s\" is a fact of the kind \"%s\", not \"%s\"", id,
                   fact->kind, node->key);
    else if (fact && (!fact->office || strcmp(fact->office, licence->office) != 0))
        load_fault(
            l, node, "other-office",
            "\"%s\" is %s%s%s, but the body of this licence is \"%s\"; write \"office: %s\" there "
            "if it is that body's",
            id, fact->office ? "of the office \"" : "the authority's",
            fact->office ? fact->office : "", fact->office ? "\"" : "", licence->office,
            licence->office);
}

static void check_professions(struct loader *l, const struct destination *d,
                              const struct licence *licence, const struct node *item)
{
    const struct node *list = node_get(item, "professions");
    int32_t question = l->pack->q_profession;
    if (question == NONE) {
        load_fault(l, item, "missing-question", "there is no question \"profession\"");
        return;
    }
    const struct question *q = &l->pack->questions[question];
    for (const struct node *p = node_items(list); p; p = p->next) {
        int32_t choice = pack_choice(q, p->text);
        const struct licence *other = destination_licence(d, choice);
        if (choice >= 0 && strcmp(p->text, "none") == 0)
            load_fault(l, p, "bad-value", "\"none\" is no profession");
        else if (choice >= 0 && other && other != licence)
            load_fault(l, p, "duplicate-reference", "\"%s\" has the licence \"%s\" already",
                       p->text, other->id);
    }
}

void load_licences(struct loader *l, struct destination *d, const struct node *items)
{
    struct licence *licences = ARENA_ARRAY(l->arena, struct licence, node_count(items));
    d->licences = licences;
    for (const struct node *item = node_items(items); item; item = item->next) {
        const struct node *id = node_get(item, "id");
        struct licence *licence = &licences[d->n_licences];
        licence->place = item->place;
        if (item->kind != NODE_MAP ||
            !schema_decode(l, &licence_schema, item, licence,
                           load_join(l->scratch, "licences/", id ? id->text : "", "")))
            continue;
        licence->professions =
            load_choice_set(l, node_get(item, "professions"), l->pack->q_profession);
        check_professions(l, d, licence, item);
        check_body(l, d, licence, item);
        check_fact(l, d, licence, node_get(item, "fee"), licence->fee);
        check_fact(l, d, licence, node_get(item, "time"), licence->time);
        check_fact(l, d, licence, node_get(item, "appeal"), licence->appeal);
        d->n_licences++;
    }
    d->other_body = destination_find_other_body(d);
}

// ---- which decision a rule speaks of -----------------------------------------------------------

// In an academic rule: a finding about the licence.
static void check_node(const struct expr *e, int32_t country, void *user)
{
    struct loader *l = user;
    (void)country;
    const struct finding *f = expr_reads(e) & READS_FINDING ? &l->pack->findings[e->index] : NULL;
    if (f && f->decision == DECISION_LICENCE)
        load_fault_at(
            l, expr_place(e), "other-decision",
            "\"%s\" is about the licence, which the recognition of the award never depends on",
            f->id);
}

static void check_live(struct loader *l, const struct expr *e)
{
    expr_each(e, NONE, check_node, l);
}

static void check_finding(struct loader *l, const struct finding *f)
{
    if (f->decision == DECISION_LICENCE && f->reading != READING_PRACTICE)
        load_fault_at(l, f->place, "other-decision",
                      "the conventions do not speak of licences: write \"reading: practice\"");
    if (f->decision == DECISION_ACADEMIC)
        check_live(l, f->when.root);
    for (int32_t i = 0; i < f->overrides.count; i++) {
        const struct finding *other = &l->pack->findings[f->overrides.items[i]];
        if (other->decision != f->decision)
            load_fault_at(l, f->place, "other-decision",
                          "\"%s\" is about the %s, so this cannot override it", other->id,
                          other->decision == DECISION_LICENCE ? "licence"
                                                              : "recognition of the award");
    }
}

void licences_check(struct loader *l)
{
    const struct pack *pack = l->pack;
    for (int32_t i = 0; i < pack->n_findings; i++)
        check_finding(l, &pack->findings[i]);
    for (int32_t i = 0; i < pack->n_matters; i++)
        check_live(l, pack->matters[i].when.root);
    for (int32_t i = 0; i < pack->n_practice; i++)
        check_live(l, pack->practice[i].when.root);
    for (int32_t i = 0; i < pack->n_convention; i++)
        check_live(l, pack->convention[i].when.root);
}
