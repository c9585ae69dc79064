// SPDX-License-Identifier: MIT
#include "base/scratch.h"
#include "engine/law_parts.h"

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
    dd *when = draft->roots.when[RULE_FINDING];
    if (when[position] == NOT_MADE) {
        const struct finding *f = &b->pack->findings[b->terms->items[RULE_FINDING][position]];
        when[position] = builder_expr(b, f->when.root);
        builder_blame_rule(b, &f->rule);
    }
    return when[position];
}

dd builder_live(struct builder *b, int32_t position)
{
    struct law_draft *draft = b->draft;
    if (draft->roots.live[position] == NOT_MADE) {
        draft->roots.live[position] = DD_NO; // as in compile_relevant
        dd live = compile_when(b, position);
        const struct overriders *by = &b->terms->over[RULE_FINDING];
        for (int32_t i = by->start[position]; i < by->start[position + 1]; i++) {
            dd over = live == DD_NO ? DD_NO : builder_live(b, by->by[i]);
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

static dd compile_effect(struct builder *b, int32_t effect, int32_t matter)
{
    int32_t row = (int32_t)(b->table - RULE_PRACTICE) * EFFECTS + effect;
    int32_t column = matter == NONE ? b->pack->n_matters : matter;
    dd *made = &b->effects[row * (b->pack->n_matters + 1) + column];
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
        rest = compile_and(b, expr_operand(e, 1), rest);
        e = expr_operand(e, 0);
    }
    return rest == DD_NO ? DD_NO : diagram_and(b->d, builder_expr(b, e), rest);
}

// From the first operand to the last, without recursion: rules lean on others from within.
static dd compile_or(struct builder *b, const struct expr *e)
{
    const struct expr *rest[EXPR_MAX_NODES] SCRATCH;
    int n = 0;
    for (; e->op == EXPR_OR; e = expr_operand(e, 0))
        rest[n++] = expr_operand(e, 1);
    dd any = builder_expr(b, e);
    while (n && any != DD_YES)
        any = diagram_or(b->d, any, builder_expr(b, rest[--n]));
    return any;
}

// What an instrument covers is surveyed only where it may bind.
static dd compile_applies(struct builder *b, int32_t instrument)
{
    dd linked = builder_linked(b, instrument);
    return linked == DD_NO ? DD_NO : diagram_and(b->d, linked, builder_covers(b, instrument));
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
        return diagram_not(b->d, builder_expr(b, expr_operand(e, 0)));
    case EXPR_IN:
    case EXPR_NOT_IN:
        return builder_in(b, e);
    case EXPR_HAS:
        return builder_guarded(
            b, e->question,
            diagram_test_one(b->d, b->terms->domains[e->question].variables[e->index], 1));
    case EXPR_SAME:
    case EXPR_NOT_SAME:
        return builder_same(b, e);
    case EXPR_LT:
    case EXPR_LE:
    case EXPR_GT:
    case EXPR_GE:
    case EXPR_EQ:
    case EXPR_NE:
        return builder_compare(b, e);
    case EXPR_KNOWN:
        return builder_guarded(
            b, e->question,
            diagram_test_one(b->d, (uint16_t)b->terms->domains[e->question].known, 1));
    case EXPR_AS_OF_LT:
    case EXPR_AS_OF_LE:
    case EXPR_AS_OF_GT:
    case EXPR_AS_OF_GE:
    case EXPR_AS_OF_EQ:
    case EXPR_AS_OF_NE:
        return builder_yes_if(expr_compare((int)e->op - EXPR_AS_OF_LT, b->atlas->as_of, e->value));
    case EXPR_PARTY:
        return builder_party(b, e->index, e->question);
    case EXPR_LINKED:
        return builder_linked(b, e->index);
    case EXPR_APPLIES:
        return compile_applies(b, e->index);
    case EXPR_RESERVED:
    case EXPR_ANNOUNCED:
        return builder_reservation(b, e);
    case EXPR_TRAIT:
        return builder_trait(b, e);
    case EXPR_COVERED:
        return builder_covered(b);
    case EXPR_LISTED:
        return builder_list(b, e);
    case EXPR_LICENSED:
        return builder_licensed(b, e);
    case EXPR_BELOW_NORM:
        return builder_below_norm(b, e);
    case EXPR_MATTER:
        return builder_matter(b, e->index);
    case EXPR_LIVE:
        return compile_finding(b, e->index);
    case EXPR_EFFECT:
        return compile_effect(b, e->index, e->matter);
    case EXPR_DUTY:
        return builder_yes_if((int32_t)b->duty == e->index);
    }
    return DD_NO;
}
