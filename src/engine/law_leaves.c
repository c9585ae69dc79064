// SPDX-License-Identifier: MIT
// One operation of the rule language at a time as a diagram: answers, treaties, and what the pack
// knows of the destination.
#include "engine/law_parts.h"

dd builder_yes_if(bool yes)
{
    return yes ? DD_YES : DD_NO;
}

static dd open_fact(struct builder *b, enum fact_kind kind, int32_t a, int32_t c,
                    const uint64_t *set)
{
    int32_t fact = law_find_fact(b->terms, kind, a, c, set);
    return fact == NONE ? DD_NO : diagram_test_one(b->d, b->terms->facts[fact].variable, 1);
}

// A comparison: false where the question does not apply.
dd builder_guarded(struct builder *b, int32_t question, dd test)
{
    return diagram_and(b->d, builder_relevant(b, question), test);
}

static int32_t variable_of(const struct builder *b, int32_t question)
{
    return b->terms->domains[question].variable;
}

// ---- countries and treaties -------------------------------------------------------------------

// The instrument binds the country in the answer. Open facts stand for their State each.
static dd party_answered(struct builder *b, int32_t instrument, int32_t question)
{
    const struct domain *domain = &b->terms->domains[question];
    const struct atlas *atlas = b->atlas;
    if (domain->variable == NONE)
        return DD_NO;
    for (int32_t c = 0; c < domain->n_classes; c++)
        b->in[c] = atlas_party(atlas, instrument, domain->low[c]) == TRUTH_YES;
    dd party = diagram_test(b->d, (uint16_t)domain->variable, b->in);
    for (int32_t c = 0; c < domain->n_classes; c++) {
        int32_t country = (int32_t)domain->low[c];
        if (atlas_party(atlas, instrument, country) != TRUTH_UNKNOWN)
            continue;
        dd here = diagram_test_one(b->d, (uint16_t)domain->variable, (uint32_t)c);
        dd fact = open_fact(b, FACT_PARTY, instrument, country, NULL);
        party = diagram_or(b->d, party, diagram_and(b->d, here, fact));
    }
    return party;
}

dd builder_party(struct builder *b, int32_t instrument, int32_t question)
{
    if (question < 0)
        return DD_NO;
    if (question != b->pack->q_destination)
        return builder_guarded(b, question, party_answered(b, instrument, question));
    if (b->terms->country < 0)
        return builder_guarded(b, question, open_fact(b, FACT_PARTY, instrument, NONE, NULL));
    enum truth truth = atlas_party(b->atlas, instrument, b->terms->country);
    return builder_guarded(b, question,
                           truth == TRUTH_UNKNOWN
                               ? open_fact(b, FACT_PARTY, instrument, b->terms->country, NULL)
                               : builder_yes_if(truth == TRUTH_YES));
}

// No instrument links a State with itself.
static dd compile_foreign(struct builder *b)
{
    const struct expr home = {.op = EXPR_SAME, .question = (int8_t)b->pack->q_award_country};
    return diagram_not(b->d, builder_same(b, &home));
}

dd builder_linked(struct builder *b, int32_t instrument)
{
    if (b->linked[instrument] == NOT_MADE) {
        dd destination = builder_party(b, instrument, b->pack->q_destination);
        dd award =
            destination == DD_NO ? DD_NO : builder_party(b, instrument, b->pack->q_award_country);
        dd both = diagram_and(b->d, destination, award);
        b->linked[instrument] = both == DD_NO ? DD_NO : diagram_and(b->d, both, compile_foreign(b));
    }
    return b->linked[instrument];
}

static dd choice_in(struct builder *b, int32_t question, uint64_t choices)
{
    if (question < 0 || !choices)
        return DD_YES; // the instrument names no limit
    const struct domain *domain = &b->terms->domains[question];
    for (int32_t c = 0; c < domain->n_classes; c++)
        b->in[c] = choices >> domain->low[c] & 1;
    return builder_guarded(b, question, diagram_test(b->d, (uint16_t)domain->variable, b->in));
}

dd builder_covers(struct builder *b, int32_t instrument)
{
    if (b->covers[instrument] == NOT_MADE) {
        const struct instrument *i = &b->pack->instruments[instrument];
        dd purpose = choice_in(b, b->pack->q_purpose, i->purposes);
        dd level = choice_in(b, b->pack->q_level, i->levels);
        dd out = i->left_out ? choice_in(b, b->pack->q_profession, i->left_out) : DD_NO;
        dd named = diagram_and(b->d, diagram_and(b->d, purpose, level), diagram_not(b->d, out));
        b->covers[instrument] = diagram_and(b->d, named, builder_expr(b, i->when.root));
    }
    return b->covers[instrument];
}

// The country has a reservation of that matter on record; and, if `announced`, is not yet bound.
static dd has_reservation(struct builder *b, const struct expr *e, bool announced)
{
    const struct domain *domain = &b->terms->domains[e->question];
    bool destination = e->question == b->pack->q_destination;
    if (destination && b->terms->country < 0)
        return open_fact(b, announced ? FACT_ANNOUNCED : FACT_RESERVED, e->index, e->matter, NULL);
    int32_t classes = destination ? 1 : domain->n_classes;
    for (int32_t c = 0; c < classes; c++) {
        int64_t country = destination ? b->terms->country : domain->low[c];
        bool has = atlas_reserved(b->pack, e->index, country) >> e->matter & 1;
        b->in[c] = has && !(announced && atlas_party(b->atlas, e->index, country) == TRUTH_YES);
    }
    return destination ? builder_yes_if(b->in[0])
                       : diagram_test(b->d, (uint16_t)domain->variable, b->in);
}

dd builder_reservation(struct builder *b, const struct expr *e)
{
    dd has = has_reservation(b, e, e->op == EXPR_ANNOUNCED);
    if (e->op == EXPR_RESERVED) {
        dd bound = builder_party(b, e->index, e->question);
        has = diagram_and(b->d, has, diagram_and(b->d, bound, builder_linked(b, e->index)));
    }
    return builder_guarded(b, e->question, has);
}

dd builder_same(struct builder *b, const struct expr *e)
{
    dd same;
    const struct domain *domain = &b->terms->domains[e->question];
    if (b->terms->country < 0) {
        same = open_fact(b, FACT_SAME, e->question, NONE, NULL);
    } else if (e->question == b->pack->q_destination) {
        same = DD_YES;
    } else {
        int32_t cls = law_class(b->terms, e->question, b->terms->country);
        same = diagram_test_one(b->d, (uint16_t)domain->variable, (uint32_t)cls);
    }
    return builder_guarded(b, e->question, e->op == EXPR_SAME ? same : diagram_not(b->d, same));
}

dd builder_trait(struct builder *b, const struct expr *e)
{
    enum trait_value value = TRAIT_UNKNOWN;
    if (b->terms->destination != NONE)
        value = b->pack->destinations[b->terms->destination].traits[e->index].value;
    return value == TRAIT_UNKNOWN ? open_fact(b, FACT_TRAIT, e->index, NONE, NULL)
                                  : builder_yes_if(value == TRAIT_YES);
}

dd builder_covered(struct builder *b)
{
    if (b->terms->country == LAW_UNKNOWN)
        return open_fact(b, FACT_COVERED, NONE, NONE, NULL);
    return builder_yes_if(b->terms->destination != NONE);
}

// ---- answers ----------------------------------------------------------------------------------

dd builder_in(struct builder *b, const struct expr *e)
{
    const struct domain *domain = &b->terms->domains[e->question];
    bool negative = e->op == EXPR_NOT_IN;
    dd test;
    if (e->question == b->pack->q_destination) {
        test = b->terms->country < 0 ? open_fact(b, FACT_IN, NONE, NONE, e->set)
                                     : builder_yes_if(pack_set_has(e->set, b->terms->country));
        test = negative ? diagram_not(b->d, test) : test;
    } else {
        for (int32_t c = 0; c < domain->n_classes; c++)
            b->in[c] = pack_set_has(e->set, domain->low[c]) != negative;
        test = diagram_test(b->d, (uint16_t)domain->variable, b->in);
    }
    return builder_guarded(b, e->question, test);
}

dd builder_compare(struct builder *b, const struct expr *e)
{
    const struct domain *domain = &b->terms->domains[e->question];
    for (int32_t c = 0; c < domain->n_classes; c++)
        b->in[c] = expr_compare((int)e->op - EXPR_LT, domain->low[c], e->value);
    return builder_guarded(b, e->question, diagram_test(b->d, (uint16_t)domain->variable, b->in));
}

// ---- what the destination keeps and asks ------------------------------------------------------

static const struct destination *destination_of(const struct builder *b)
{
    return b->terms->destination == NONE ? NULL : &b->pack->destinations[b->terms->destination];
}

dd builder_list(struct builder *b, const struct expr *e)
{
    const struct destination *d = destination_of(b);
    dd listed;
    if (b->terms->country == LAW_UNKNOWN) {
        listed = open_fact(b, FACT_LISTED, e->index, NONE, NULL);
    } else if (!d || e->question == NONE) {
        listed = builder_yes_if(d && destination_lists(d, (enum list_kind)e->index, NONE));
    } else {
        const struct domain *domain = &b->terms->domains[e->question];
        for (int32_t c = 0; c < domain->n_classes; c++)
            b->in[c] = destination_lists(d, (enum list_kind)e->index, domain->low[c]);
        listed = diagram_test(b->d, (uint16_t)domain->variable, b->in);
    }
    return e->question == NONE ? listed : builder_guarded(b, e->question, listed);
}

dd builder_licensed(struct builder *b, const struct expr *e)
{
    const struct destination *d = destination_of(b);
    const struct domain *domain = &b->terms->domains[e->question];
    dd licensed = DD_NO;
    if (b->terms->country == LAW_UNKNOWN)
        licensed = open_fact(b, FACT_LICENSED, e->index, NONE, NULL);
    for (int32_t c = 0; d && c < domain->n_classes; c++) {
        b->in[c] = licence_fits(destination_licence(d, domain->low[c]), (enum licence_ask)e->index);
    }
    if (d)
        licensed = diagram_test(b->d, (uint16_t)domain->variable, b->in);
    return builder_guarded(b, e->question, licensed);
}

// Below the norm of one level of award.
static dd below_norm_of(struct builder *b, const struct expr *e, int32_t level_class, int64_t norm)
{
    const struct domain *domain = &b->terms->domains[e->question];
    const struct question *q = &b->pack->questions[e->question];
    for (int32_t c = 0; c < domain->n_classes; c++)
        b->in[c] =
            domain->low[c] < norm && !(q->none_label.words && domain->low[c] == q->min.value);
    dd below = diagram_test(b->d, (uint16_t)domain->variable, b->in);
    int32_t level = variable_of(b, b->pack->q_level);
    return diagram_and(b->d, diagram_test_one(b->d, (uint16_t)level, (uint32_t)level_class), below);
}

dd builder_below_norm(struct builder *b, const struct expr *e)
{
    const struct destination *d = destination_of(b);
    dd below = DD_NO;
    if (b->pack->q_level < 0)
        return DD_NO;
    const struct domain *levels = &b->terms->domains[b->pack->q_level];
    if (b->terms->country == LAW_UNKNOWN)
        below = open_fact(b, FACT_BELOW_NORM, e->question, NONE, NULL);
    for (int32_t c = 0; d && c < levels->n_classes; c++) {
        int64_t norm = destination_norm(d, (int32_t)levels->low[c], (enum norm)e->index);
        if (norm)
            below = diagram_or(b->d, below, below_norm_of(b, e, c, norm));
    }
    return builder_guarded(b, b->pack->q_level, builder_guarded(b, e->question, below));
}
