// SPDX-License-Identifier: MIT
// What a person is told in one world when every question is answered; see engine_oracle.h.
#include "tests/unit/engine_oracle.h"
#include <stdlib.h>
#include <string.h>
#include "pack/value.h"

static bool yes(const struct world *w, const struct answers *a, const struct condition *when)
{
    return trace_rule(&w->atlas, a, when, RULE_FINDING, DUTY_NONE, NULL, NULL) == TRUTH_YES;
}

static bool chosen(const struct world *w, const struct answers *a, int32_t q, uint64_t choices)
{
    return !choices ||
           (trace_applies(&w->atlas, a, q) == TRUTH_YES && choices >> a->of[q].value & 1);
}

// The terminal of one instrument: an outcome; -1: does not apply; -2: applies without a duty.
static int32_t judge(const struct oracle *o, const struct world *w, const struct answers *a,
                     int32_t i)
{
    const struct pack *p = &w->pack;
    const struct instrument *instrument = &p->instruments[i];
    int64_t destination = a->of[p->q_destination].value, award = a->of[p->q_award_country].value;
    if (!chosen(w, a, p->q_purpose, instrument->purposes) ||
        !chosen(w, a, p->q_level, instrument->levels) ||
        (instrument->left_out && chosen(w, a, p->q_profession, instrument->left_out)))
        return -1;
    uint64_t reserved = atlas_reserved(p, i, destination) | atlas_reserved(p, i, award);
    for (int32_t m = 0; m < p->n_matters; m++)
        if (p->matters[m].when.root && yes(w, a, &p->matters[m].when) &&
            (!(instrument->matters >> m & 1) || reserved >> m & 1))
            return -2;
    (void)o;
    return trace_table(&w->atlas, a, RULE_CONVENTION, instrument->duty);
}

static void tell_position(const struct oracle *o, const struct world *w, const struct answers *a,
                          struct told *told)
{
    const struct pack *p = &w->pack;
    bool linked = false;
    told->position = told->position_from = NONE;
    told->duty = false;
    for (int32_t i = 0; i < p->n_instruments; i++) {
        if (a->of[p->q_destination].value == a->of[p->q_award_country].value ||
            atlas_party(&o->atlas, i, a->of[p->q_destination].value) != TRUTH_YES ||
            atlas_party(&o->atlas, i, a->of[p->q_award_country].value) != TRUTH_YES)
            continue;
        int32_t own = judge(o, w, a, i);
        if (p->instruments[i].duty == DUTY_NONE) { // links two States for what it speaks of
            linked |= own != -1 && p->instruments[i].kind != KIND_LABOUR &&
                      p->instruments[i].kind != KIND_LEGALISATION;
            continue;
        }
        linked = true;
        if (own == -1 || own == -2) // no duty
            continue;
        if (told->position_from == NONE ||
            p->outcomes[own].favour > p->outcomes[told->position].favour) {
            told->position = own;
            told->position_from = i;
            told->duty = true;
        }
    }
    if (linked && told->position_from == NONE)
        told->position = p->outcome_individual;
}

static bool in_scope(const struct world *w, const struct answers *a, int32_t country)
{
    int64_t destination = a->of[w->pack.q_destination].value;
    return country == NONE ||
           (destination < w->pack.n_countries && w->pack.destination_of[destination] == country);
}

static uint64_t tell_items(const struct world *w, const struct answers *a, const struct item *items,
                           int32_t n)
{
    uint64_t when = 0;
    for (int32_t i = 0; i < n; i++)
        if (items[i].when.root && in_scope(w, a, items[i].country) && yes(w, a, &items[i].when))
            when |= (uint64_t)1 << i;
    return when;
}

uint64_t oracle_shown(const struct item *items, int32_t n, uint64_t when)
{
    uint64_t listed = 0, before = ~(uint64_t)0;
    while (listed != before) { // settles after as many rounds as a chain is long
        before = listed;
        listed = when;
        for (int32_t i = 0; i < n; i++)
            for (int32_t k = 0; before >> i & when >> i & 1 && k < items[i].overrides.count; k++)
                listed &= ~((uint64_t)1 << items[i].overrides.items[k]);
    }
    return listed;
}

uint64_t oracle_unsettled(const struct pack *p, uint64_t when, uint64_t live)
{
    uint64_t unsettled = when & ~live;
    for (int32_t i = 0; i < p->n_findings; i++)
        for (int32_t k = 0; live >> i & 1 && k < p->findings[i].overrides.count; k++)
            unsettled &= ~((uint64_t)1 << p->findings[i].overrides.items[k]);
    return unsettled;
}

// The less favourable of the two decisions, said once more.
static int32_t combine(const struct pack *p, int32_t academic, int32_t licence)
{
    if (academic == TABLE_GAP)
        academic = p->outcome_individual;
    if (licence == TABLE_GAP)
        return academic;
    if (licence == TABLE_BODY)
        licence = pack_outcome(p, "recognised_with_conditions");
    return p->outcomes[licence].favour < p->outcomes[academic].favour ? licence : academic;
}

struct told oracle_tell(const struct oracle *o, const struct world *w, const struct answers *a)
{
    const struct pack *p = &w->pack;
    struct told told = {.academic = trace_table(&w->atlas, a, RULE_PRACTICE, DUTY_NONE),
                        .licence = trace_table(&w->atlas, a, RULE_LICENCE, DUTY_NONE)};
    told.outcome = combine(p, told.academic, told.licence);
    tell_position(o, w, a, &told);
    for (int32_t i = 0; i < p->n_findings; i++) {
        told.live |= (uint64_t)(trace_live(&w->atlas, a, i) == TRUTH_YES) << i;
        told.when |=
            (uint64_t)(in_scope(w, a, p->findings[i].country) && yes(w, a, &p->findings[i].when))
            << i;
        bool condition = p->findings[i].decision == DECISION_LICENCE &&
                         p->findings[i].effect == EFFECT_CONDITION;
        told.conditions |= (told.live >> i & condition) << i;
    }
    told.documents = tell_items(w, a, p->documents, p->n_documents);
    told.steps = tell_items(w, a, p->steps, p->n_steps);
    for (int32_t i = 0; i < p->n_documents; i++)
        if (told.documents >> i & 1 && p->documents[i].have.root &&
            yes(w, a, &p->documents[i].have))
            told.have |= (uint64_t)1 << i;
    for (int32_t i = 0; i < p->n_rights; i++)
        if (in_scope(w, a, p->rights[i].country) && yes(w, a, &p->rights[i].when))
            told.rights |= (uint64_t)1 << i;
    for (int32_t i = 0; i < p->n_notices; i++)
        if (in_scope(w, a, p->notices[i].country) && yes(w, a, &p->notices[i].when)) {
            told.notices |= (uint64_t)1 << i;
            told.warnings |= (uint64_t)p->notices[i].warning << i;
        }
    return told;
}
