// SPDX-License-Identifier: MIT
#include "base/scratch.h"
#include "engine/law_parts.h"

static dd yes_if(bool yes)
{
    return yes ? DD_YES : DD_NO;
}

static dd open_fact(struct builder *b, enum fact_kind kind, int32_t a, int32_t c,
                    const uint64_t *set)
{
    int32_t fact = law_find_fact(b->terms, kind, a, c, set);
    return fact == NONE ? DD_NO : diagram_test_one(b->d, b->terms->facts[fact].variable, 1);
}

void builder_blame(struct builder *b, struct law_trouble part)
{
    if (b->d->spent && !b->draft->trouble.id)
        b->draft->trouble = part;
}

void builder_blame_rule(struct builder *b, const struct rule *rule)
{
    builder_blame(
        b, (struct law_trouble){rule_word(rule->kind), rule->id, rule->place, rule->when.root});
}

dd builder_relevant(struct builder *b, int32_t question)
{
    dd *made = &b->draft->roots.relevant[question];
    if (*made == NOT_MADE) {
        *made = DD_NO; // the loader refuses cycles; should one slip through, it ends here
        const struct question *q = &b->pack->questions[question];
        dd relevant = builder_expr(b, q->relevant);
        builder_blame(b, (struct law_trouble){"question", q->id, q->place, q->relevant});
        b->draft->roots.relevant[question] = relevant;
    }
    return b->draft->roots.relevant[question];
}

// A comparison: false where the question does not apply.
static dd guarded(struct builder *b, int32_t question, dd test)
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

static dd compile_party(struct builder *b, int32_t instrument, int32_t question)
{
    if (question < 0)
        return DD_NO;
    if (question != b->pack->q_destination)
        return guarded(b, question, party_answered(b, instrument, question));
    if (b->terms->country < 0)
        return guarded(b, question, open_fact(b, FACT_PARTY, instrument, NONE, NULL));
    enum truth truth = atlas_party(b->atlas, instrument, b->terms->country);
    return guarded(b, question,
                   truth == TRUTH_UNKNOWN
                       ? open_fact(b, FACT_PARTY, instrument, b->terms->country, NULL)
                       : yes_if(truth == TRUTH_YES));
}

static dd compile_same(struct builder *b, const struct expr *e);

// No instrument links a State with itself.
static dd compile_foreign(struct builder *b)
{
    const struct expr home = {.op = EXPR_SAME, .question = b->pack->q_award_country};
    return diagram_not(b->d, compile_same(b, &home));
}

static dd compile_linked(struct builder *b, int32_t instrument)
{
    if (b->linked[instrument] == NOT_MADE) {
        dd destination = compile_party(b, instrument, b->pack->q_destination);
        dd award =
            destination == DD_NO ? DD_NO : compile_party(b, instrument, b->pack->q_award_country);
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
    return guarded(b, question, diagram_test(b->d, (uint16_t)domain->variable, b->in));
}

dd builder_covers(struct builder *b, int32_t instrument)
{
    if (b->covers[instrument] == NOT_MADE) {
        const struct instrument *i = &b->pack->instruments[instrument];
        dd purpose = choice_in(b, b->pack->q_purpose, i->purposes);
        dd level = choice_in(b, b->pack->q_level, i->levels);
        dd out = i->left_out ? choice_in(b, b->pack->q_profession, i->left_out) : DD_NO;
        b->covers[instrument] =
            diagram_and(b->d, diagram_and(b->d, purpose, level), diagram_not(b->d, out));
    }
    return b->covers[instrument];
}

// The country has a reservation of that matter on record; and, if `announced`, is not yet bound.
static dd has_reservation(struct builder *b, const struct expr *e, bool announced)
{
    const struct domain *domain = &b->terms->domains[e->question];
    bool destination = e->question == b->pack->q_destination;
    if (destination && b->terms->country < 0)
        return open_fact(b, announced ? FACT_ANNOUNCED : FACT_RESERVED, e->index, (int32_t)e->value,
                         NULL);
    int32_t classes = destination ? 1 : domain->n_classes;
    for (int32_t c = 0; c < classes; c++) {
        int64_t country = destination ? b->terms->country : domain->low[c];
        bool has = atlas_reserved(b->pack, e->index, country) >> e->value & 1;
        b->in[c] = has && !(announced && atlas_party(b->atlas, e->index, country) == TRUTH_YES);
    }
    return destination ? yes_if(b->in[0]) : diagram_test(b->d, (uint16_t)domain->variable, b->in);
}

static dd compile_reservation(struct builder *b, const struct expr *e)
{
    dd has = has_reservation(b, e, e->op == EXPR_ANNOUNCED);
    if (e->op == EXPR_RESERVED) {
        dd bound = compile_party(b, e->index, e->question);
        has = diagram_and(b->d, has, diagram_and(b->d, bound, compile_linked(b, e->index)));
    }
    return guarded(b, e->question, has);
}

static dd compile_same(struct builder *b, const struct expr *e)
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
    return guarded(b, e->question, e->op == EXPR_SAME ? same : diagram_not(b->d, same));
}

static dd compile_trait(struct builder *b, const struct expr *e)
{
    enum trait_value value = TRAIT_UNKNOWN;
    if (b->terms->destination != NONE)
        value = b->pack->destinations[b->terms->destination].traits[e->index].value;
    return value == TRAIT_UNKNOWN ? open_fact(b, FACT_TRAIT, e->index, NONE, NULL)
                                  : yes_if(value == TRAIT_YES);
}

static dd compile_covered(struct builder *b)
{
    if (b->terms->country == LAW_UNKNOWN)
        return open_fact(b, FACT_COVERED, NONE, NONE, NULL);
    return yes_if(b->terms->destination != NONE);
}

// ---- answers ----------------------------------------------------------------------------------

static dd compile_in(struct builder *b, const struct expr *e)
{
    const struct domain *domain = &b->terms->domains[e->question];
    bool negative = e->op == EXPR_NOT_IN;
    dd test;
    if (e->question == b->pack->q_destination) {
        test = b->terms->country < 0 ? open_fact(b, FACT_IN, NONE, NONE, e->set)
                                     : yes_if(pack_set_has(e->set, b->terms->country));
        test = negative ? diagram_not(b->d, test) : test;
    } else {
        for (int32_t c = 0; c < domain->n_classes; c++)
            b->in[c] = pack_set_has(e->set, domain->low[c]) != negative;
        test = diagram_test(b->d, (uint16_t)domain->variable, b->in);
    }
    return guarded(b, e->question, test);
}

static dd compile_compare(struct builder *b, const struct expr *e)
{
    const struct domain *domain = &b->terms->domains[e->question];
    for (int32_t c = 0; c < domain->n_classes; c++)
        b->in[c] = expr_compare((int)e->op - EXPR_LT, domain->low[c], e->value);
    return guarded(b, e->question, diagram_test(b->d, (uint16_t)domain->variable, b->in));
}

// ---- what the destination keeps and asks ------------------------------------------------------

static const struct destination *destination_of(const struct builder *b)
{
    return b->terms->destination == NONE ? NULL : &b->pack->destinations[b->terms->destination];
}

static dd compile_list(struct builder *b, const struct expr *e)
{
    const struct destination *d = destination_of(b);
    dd listed;
    if (b->terms->country == LAW_UNKNOWN) {
        listed = open_fact(b, FACT_LISTED, e->index, NONE, NULL);
    } else if (!d || e->question == NONE) {
        listed = yes_if(d && destination_lists(d, (enum list_kind)e->index, NONE));
    } else {
        const struct domain *domain = &b->terms->domains[e->question];
        for (int32_t c = 0; c < domain->n_classes; c++)
            b->in[c] = destination_lists(d, (enum list_kind)e->index, domain->low[c]);
        listed = diagram_test(b->d, (uint16_t)domain->variable, b->in);
    }
    return e->question == NONE ? listed : guarded(b, e->question, listed);
}

static dd compile_licensed(struct builder *b, const struct expr *e)
{
    const struct destination *d = destination_of(b);
    const struct domain *domain = &b->terms->domains[e->question];
    dd licensed = DD_NO;
    if (b->terms->country == LAW_UNKNOWN)
        licensed = open_fact(b, FACT_LICENSED, e->index, NONE, NULL);
    for (int32_t c = 0; d && c < domain->n_classes; c++) {
        const struct licence *licence = destination_licence(d, domain->low[c]);
        b->in[c] = licence && (!e->index || licence->needed == NEEDED_NO);
    }
    if (d)
        licensed = diagram_test(b->d, (uint16_t)domain->variable, b->in);
    return guarded(b, e->question, licensed);
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

static dd compile_below_norm(struct builder *b, const struct expr *e)
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
    return guarded(b, b->pack->q_level, guarded(b, e->question, below));
}

// ---- results of other rules -------------------------------------------------------------------

dd builder_matter(struct builder *b, int32_t matter)
{
    dd *made = &b->draft->matter[matter];
    if (*made == NOT_MADE) {
        *made = DD_NO; // as in compile_relevant
        const struct matter *m = &b->pack->matters[matter];
        dd when = builder_expr(b, m->when.root);
        builder_blame(b, (struct law_trouble){"matter", m->id, m->place, m->when.root});
        b->draft->matter[matter] = when;
    }
    return b->draft->matter[matter];
}

static dd compile_when(struct builder *b, int32_t position)
{
    struct law_draft *draft = b->draft;
    if (draft->roots.when[position] == NOT_MADE) {
        const struct finding *f = &b->pack->findings[b->terms->items[RULE_FINDING][position]];
        draft->roots.when[position] = builder_expr(b, f->when.root);
        builder_blame_rule(b, &f->rule);
    }
    return draft->roots.when[position];
}

dd builder_live(struct builder *b, int32_t position)
{
    struct law_draft *draft = b->draft;
    if (draft->roots.live[position] == NOT_MADE) {
        draft->roots.live[position] = DD_NO; // as in compile_relevant
        dd live = compile_when(b, position);
        for (int32_t i = b->terms->over_start[position]; i < b->terms->over_start[position + 1];
             i++) {
            dd over = live == DD_NO ? DD_NO : builder_live(b, b->terms->over_by[i]);
            live = diagram_ite(b->d, over, DD_NO, live);
        }
        builder_blame_rule(b, &b->pack->findings[b->terms->items[RULE_FINDING][position]].rule);
        draft->roots.live[position] = live;
    }
    return draft->roots.live[position];
}

static dd compile_finding(struct builder *b, int32_t finding)
{
    int32_t position = law_position_of(b->terms, finding);
    return position == NONE ? DD_NO : builder_live(b, position);
}

static dd compile_effect(struct builder *b, int32_t effect, int64_t matter)
{
    int32_t row = (int32_t)(b->table - RULE_PRACTICE) * EFFECTS + effect;
    dd *made = &b->effects[row * (b->pack->n_matters + 1) + (int32_t)matter + 1];
    if (*made == NOT_MADE) {
        dd any = DD_NO;
        for (int32_t i = 0; i < b->terms->n_items[RULE_FINDING]; i++) {
            const struct finding *f = &b->pack->findings[b->terms->items[RULE_FINDING][i]];
            if ((int32_t)f->effect == effect && finding_counts(f, b->table) &&
                (matter == NONE || f->matter == matter))
                any = diagram_or(b->d, any, builder_live(b, i));
        }
        *made = any;
    }
    return *made;
}

// ---- the tree ---------------------------------------------------------------------------------

// The expression and `rest`, from the last operand to the first: a condition likes to begin with
// the country, whose tests are the widest, so they are met once.
static dd compile_and(struct builder *b, const struct expr *e, dd rest)
{
    while (e->op == EXPR_AND && rest != DD_NO) {
        rest = compile_and(b, e->b, rest);
        e = e->a;
    }
    return rest == DD_NO ? DD_NO : diagram_and(b->d, builder_expr(b, e), rest);
}

// From the first operand to the last, without recursion: rules lean on others from within.
static dd compile_or(struct builder *b, const struct expr *e)
{
    const struct expr *rest[EXPR_MAX_NODES] SCRATCH;
    int n = 0;
    for (; e->op == EXPR_OR; e = e->a)
        rest[n++] = e->b;
    dd any = builder_expr(b, e);
    while (n && any != DD_YES)
        any = diagram_or(b->d, any, builder_expr(b, rest[--n]));
    return any;
}

dd builder_expr(struct builder *b, const struct expr *e)
{
    if (!e)
        return DD_YES;
    switch (e->op) {
    case EXPR_NEVER:
        return DD_NO;
    case EXPR_ALWAYS:
        return DD_YES;
    case EXPR_AND:
        return compile_and(b, e, DD_YES);
    case EXPR_OR:
        return compile_or(b, e);
    case EXPR_NOT:
        return diagram_not(b->d, builder_expr(b, e->a));
    case EXPR_IN:
    case EXPR_NOT_IN:
        return compile_in(b, e);
    case EXPR_HAS:
        return guarded(
            b, e->question,
            diagram_test_one(b->d, b->terms->domains[e->question].variables[e->index], 1));
    case EXPR_SAME:
    case EXPR_NOT_SAME:
        return compile_same(b, e);
    case EXPR_LT:
    case EXPR_LE:
    case EXPR_GT:
    case EXPR_GE:
    case EXPR_EQ:
    case EXPR_NE:
        return compile_compare(b, e);
    case EXPR_KNOWN:
        return guarded(b, e->question,
                       diagram_test_one(b->d, (uint16_t)b->terms->domains[e->question].known, 1));
    case EXPR_AS_OF_LT:
    case EXPR_AS_OF_LE:
    case EXPR_AS_OF_GT:
    case EXPR_AS_OF_GE:
    case EXPR_AS_OF_EQ:
    case EXPR_AS_OF_NE:
        return yes_if(expr_compare((int)e->op - EXPR_AS_OF_LT, b->atlas->as_of, e->value));
    case EXPR_PARTY:
        return compile_party(b, e->index, e->question);
    case EXPR_LINKED:
        return compile_linked(b, e->index);
    case EXPR_APPLIES:
        return diagram_and(b->d, compile_linked(b, e->index), builder_covers(b, e->index));
    case EXPR_RESERVED:
    case EXPR_ANNOUNCED:
        return compile_reservation(b, e);
    case EXPR_TRAIT:
        return compile_trait(b, e);
    case EXPR_COVERED:
        return compile_covered(b);
    case EXPR_LISTED:
        return compile_list(b, e);
    case EXPR_LICENSED:
        return compile_licensed(b, e);
    case EXPR_BELOW_NORM:
        return compile_below_norm(b, e);
    case EXPR_MATTER:
        return builder_matter(b, e->index);
    case EXPR_LIVE:
        return compile_finding(b, e->index);
    case EXPR_EFFECT:
        return compile_effect(b, e->index, e->value);
    case EXPR_DUTY:
        return yes_if((int32_t)b->duty == e->index);
    }
    return DD_NO;
}
