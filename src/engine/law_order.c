// SPDX-License-Identifier: MIT
// Another order of the variables, for conditions that are too much in pack order. Variables that
// one condition reads beside each other stand beside each other: of `a0 in aa and b0 in bb or a1 in
// aa and b1 in bb or …` the diagram is then as long as the condition, where pack order would double
// it with every choice.
#include "engine/law_survey.h"
#include "pack/expr_reads.h"

struct ordering {
    struct survey *s;
    survey_place *place;
    struct question_set questions; // whose `relevant:` was looked at
    uint64_t matters;              // that were looked at
    uint64_t *findings;
};

static void order_node(const struct expr *e, int32_t country, void *user);

static void order_expr(struct ordering *o, const struct expr *e)
{
    expr_each(e, NONE, order_node, o);
}

static void order_relevant(struct ordering *o, int32_t question)
{
    if (question_set_has(&o->questions, question))
        return;
    question_set_add(&o->questions, question);
    order_expr(o, o->s->pack->questions[question].relevant);
}

static void order_matter(struct ordering *o, int32_t matter)
{
    if (o->matters >> matter & 1)
        return;
    o->matters |= (uint64_t)1 << matter;
    order_expr(o, o->s->pack->matters[matter].when.root);
}

static void order_finding(struct ordering *o, int32_t finding)
{
    if (bits_has(o->findings, (size_t)finding))
        return;
    bits_set(o->findings, (size_t)finding);
    order_expr(o, o->s->pack->findings[finding].when.root);
}

static void order_effect(struct ordering *o, const struct expr *e)
{
    const struct law_terms *terms = o->s->terms;
    for (int32_t i = 0; i < terms->n_items[RULE_FINDING]; i++) {
        const struct finding *f = &o->s->pack->findings[terms->items[RULE_FINDING][i]];
        if ((int32_t)f->effect == e->index && (e->matter == NONE || f->matter == e->matter))
            order_finding(o, f->index);
    }
}

static void order_node(const struct expr *e, int32_t country, void *user)
{
    struct ordering *o = user;
    unsigned reads = expr_reads(e);
    struct question_set questions = {{0}};
    (void)country;
    expr_questions(o->s->pack, e, &questions);
    for (int32_t q = question_set_next(&questions, 0); q >= 0;
         q = question_set_next(&questions, q + 1)) {
        order_relevant(o, q);
        o->place(o->s, q, reads & READS_CHOICE && q == e->question ? e->index : NONE);
    }
    if (reads & READS_MATTER)
        order_matter(o, e->index);
    if (reads & READS_FINDING)
        order_finding(o, e->index);
    if (reads & READS_EFFECT)
        order_effect(o, e);
}

bool law_order_add(struct law_order *order, const struct law_trouble *trouble)
{
    for (int i = 0; i < order->n; i++)
        if (order->first[i] == trouble->expr)
            return false;
    if (!trouble->expr || order->n == LAW_MOST_ORDERS)
        return false;
    order->first[order->n++] = trouble->expr;
    return true;
}

void law_order_place(const struct law_order *order, struct survey *s, survey_place *place)
{
    size_t words = BITS_WORDS(s->pack->n_findings + 1);
    struct ordering o = {
        .s = s, .place = place, .findings = ARENA_ARRAY(&s->arena, uint64_t, words)};
    for (int i = 0; i < order->n; i++)
        order_expr(&o, order->first[i]);
}
