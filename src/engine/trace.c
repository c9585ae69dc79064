// SPDX-License-Identifier: MIT
#include "engine/trace.h"

struct tracer {
    const struct atlas *atlas;
    const struct pack *pack;
    const struct answers *answers;
    enum rule_kind table;
    enum duty duty;
    trace_callback *callback;
    void *user;
    int32_t depth;
    int32_t steps; // conditions looked at, some more than once
    int32_t level; // of calls
};

enum { MOST_STEPS = 1 << 18, MOST_LEVELS = 1 << 12 };

static enum truth eval(struct tracer *t, const struct expr *e);

static enum truth yes_if(bool yes)
{
    return yes ? TRUTH_YES : TRUTH_NO;
}

static const struct answer *answer_of(const struct tracer *t, int32_t question)
{
    return question < 0 ? NULL : &t->answers->of[question];
}

static bool given(const struct tracer *t, int32_t question)
{
    return question >= 0 && t->answers->of[question].state == ANSWER_GIVEN;
}

// Silent: the reader of a trace wants the rule, not why each question was asked.
static enum truth applies(struct tracer *t, int32_t question)
{
    trace_callback *callback = t->callback;
    if (question < 0)
        return TRUTH_NO;
    t->callback = NULL;
    enum truth truth = eval(t, t->pack->questions[question].relevant);
    t->callback = callback;
    return truth;
}

static enum truth guarded(struct tracer *t, int32_t question, enum truth test)
{
    return truth_and(applies(t, question), test);
}

// ---- treaties ---------------------------------------------------------------------------------

static enum truth party(struct tracer *t, int32_t instrument, int32_t question)
{
    enum truth truth = TRUTH_UNKNOWN;
    if (given(t, question))
        truth = atlas_party(t->atlas, instrument, t->answers->of[question].value);
    return guarded(t, question, truth);
}

static enum truth linked(struct tracer *t, int32_t instrument)
{
    enum truth both = truth_and(party(t, instrument, t->pack->q_destination),
                                party(t, instrument, t->pack->q_award_country));
    int32_t to = t->pack->q_destination, from = t->pack->q_award_country;
    bool home = to >= 0 && from >= 0 && given(t, to) && given(t, from) &&
                t->answers->of[to].value == t->answers->of[from].value;
    return home ? TRUTH_NO : both; // no instrument links a State with itself
}

static enum truth choice_in(struct tracer *t, int32_t question, uint64_t choices)
{
    if (question < 0 || !choices)
        return TRUTH_YES;
    enum truth truth = TRUTH_UNKNOWN;
    if (given(t, question))
        truth = yes_if(choices >> t->answers->of[question].value & 1);
    return guarded(t, question, truth);
}

static enum truth covers(struct tracer *t, const struct instrument *i)
{
    enum truth out = i->left_out ? choice_in(t, t->pack->q_profession, i->left_out) : TRUTH_NO;
    enum truth in = truth_and(choice_in(t, t->pack->q_purpose, i->purposes),
                              choice_in(t, t->pack->q_level, i->levels));
    return truth_and(truth_and(in, truth_not(out)), eval(t, i->when.root));
}

static enum truth reservation(struct tracer *t, const struct expr *e)
{
    enum truth has = TRUTH_UNKNOWN;
    if (given(t, e->question)) {
        int64_t country = t->answers->of[e->question].value;
        bool reserves = atlas_reserved(t->pack, e->index, country) >> e->matter & 1;
        bool bound = atlas_party(t->atlas, e->index, country) == TRUTH_YES;
        has = yes_if(reserves && !(e->op == EXPR_ANNOUNCED && bound));
    }
    if (e->op == EXPR_RESERVED)
        has = truth_and(has, truth_and(party(t, e->index, e->question), linked(t, e->index)));
    return guarded(t, e->question, has);
}

static const struct destination *destination(const struct tracer *t)
{
    return pack_destination(t->pack, answer_value(t->answers, t->pack->q_destination));
}

static enum truth trait(const struct tracer *t, int32_t index)
{
    const struct destination *d = destination(t);
    if (!d || d->traits[index].value == TRAIT_UNKNOWN)
        return TRUTH_UNKNOWN;
    return yes_if(d->traits[index].value == TRAIT_YES);
}

static enum truth listed(struct tracer *t, const struct expr *e)
{
    const struct destination *d = destination(t);
    enum truth truth = TRUTH_UNKNOWN;
    if (given(t, t->pack->q_destination) && (!d || e->question == NONE))
        truth = yes_if(d && destination_lists(d, (enum list_kind)e->index, NONE));
    else if (d && given(t, e->question))
        truth = yes_if(
            destination_lists(d, (enum list_kind)e->index, t->answers->of[e->question].value));
    return e->question == NONE ? truth : guarded(t, e->question, truth);
}

static enum truth licensed(struct tracer *t, const struct expr *e)
{
    const struct destination *d = destination(t);
    enum truth truth = TRUTH_UNKNOWN;
    if (given(t, t->pack->q_destination) && !d) {
        truth = TRUTH_NO;
    } else if (d && given(t, e->question)) {
        truth = yes_if(licence_fits(destination_licence(d, t->answers->of[e->question].value),
                                    (enum licence_ask)e->index));
    }
    return guarded(t, e->question, truth);
}

static enum truth below_norm(struct tracer *t, const struct expr *e)
{
    const struct destination *d = destination(t);
    const struct question *q = &t->pack->questions[e->question];
    int32_t level = t->pack->q_level;
    enum truth truth = TRUTH_UNKNOWN;
    if (level < 0)
        return TRUTH_NO;
    if (given(t, t->pack->q_destination) && !d) {
        truth = TRUTH_NO;
    } else if (d && given(t, level)) {
        int32_t choice = (int32_t)t->answers->of[level].value;
        int64_t norm = destination_norm(d, choice, (enum norm)e->index);
        int64_t value = t->answers->of[e->question].value;
        bool none = q->none_label.words && value == q->min.value;
        truth = !norm                   ? TRUTH_NO
                : given(t, e->question) ? yes_if(value < norm && !none)
                                        : TRUTH_UNKNOWN;
    }
    return guarded(t, level, guarded(t, e->question, truth));
}

// ---- answers ----------------------------------------------------------------------------------

// A value, or a band: known where all its values say the same.
static enum truth compare_band(const struct expr *e, const struct answer *a)
{
    int op = (int)e->op - EXPR_LT;
    bool first = expr_compare(op, a->value, e->value);
    if (!answer_is_band(a))
        return yes_if(first);
    bool equality = e->op == EXPR_EQ || e->op == EXPR_NE; // which its ends alone do not show
    bool inside = e->value >= a->value && e->value <= a->last;
    if (first != expr_compare(op, a->last, e->value) || (equality && inside))
        return TRUTH_UNKNOWN;
    return yes_if(first);
}

// Without an answer of its own: what another one leaves of it may be enough.
static enum truth compare_left(const struct tracer *t, const struct expr *e)
{
    int64_t first, last;
    if (!answer_left(t->pack, t->answers, e->question, &first, &last))
        return TRUTH_UNKNOWN;
    struct answer left = {.value = first < 0 ? 0 : first, .last = last};
    return compare_band(e, &left);
}

static enum truth compare(struct tracer *t, const struct expr *e)
{
    enum truth truth = TRUTH_UNKNOWN;
    int32_t q = e->question, destination_q = t->pack->q_destination;
    if (given(t, q)) {
        int64_t value = t->answers->of[q].value;
        if (e->op == EXPR_IN || e->op == EXPR_NOT_IN)
            truth = yes_if(pack_set_has(e->set, value) == (e->op == EXPR_IN));
        else if (e->op == EXPR_HAS)
            truth = yes_if(value >> e->index & 1);
        else if (e->op != EXPR_SAME && e->op != EXPR_NOT_SAME)
            truth = compare_band(e, &t->answers->of[q]);
        else if (given(t, destination_q))
            truth = yes_if((value == t->answers->of[destination_q].value) == (e->op == EXPR_SAME));
    } else {
        truth = compare_left(t, e);
    }
    return guarded(t, q, truth);
}

// ---- other rules ------------------------------------------------------------------------------

static bool in_scope(const struct tracer *t, const struct finding *f)
{
    const struct destination *d = destination(t);
    return f->country == NONE || (d && d == &t->pack->destinations[f->country]);
}

static enum truth live(struct tracer *t, int32_t finding)
{
    const struct finding *f = &t->pack->findings[finding];
    if (!in_scope(t, f))
        return TRUTH_NO;
    enum truth truth = eval(t, f->when.root);
    for (int32_t i = 0; i < t->pack->n_findings && truth != TRUTH_NO; i++)
        if (int_list_has(&t->pack->findings[i].overrides, finding))
            truth = truth_and(truth, truth_not(live(t, i)));
    return truth;
}

static enum truth effect(struct tracer *t, const struct expr *e)
{
    enum truth truth = TRUTH_NO;
    for (int32_t i = 0; i < t->pack->n_findings && truth != TRUTH_YES; i++) {
        const struct finding *f = &t->pack->findings[i];
        if ((int32_t)f->effect == e->index && finding_counts(f, t->table) &&
            (e->matter == NONE || f->matter == e->matter))
            truth = truth_or(truth, live(t, i));
    }
    return truth;
}

// ---- the tree ---------------------------------------------------------------------------------

static enum truth eval_op(struct tracer *t, const struct expr *e)
{
    enum truth a;
    switch (e->op) {
    case EXPR_NEVER:
        return TRUTH_NO;
    case EXPR_ALWAYS:
        return TRUTH_YES;
    case EXPR_AND:
        a = eval(t, expr_operand(e, 0)); // both sides are evaluated: the trace shows all conditions
        return truth_and(a, eval(t, expr_operand(e, 1)));
    case EXPR_OR:
        a = eval(t, expr_operand(e, 0));
        return truth_or(a, eval(t, expr_operand(e, 1)));
    case EXPR_NOT:
        return truth_not(eval(t, expr_operand(e, 0)));
    case EXPR_IN:
    case EXPR_NOT_IN:
    case EXPR_HAS:
    case EXPR_SAME:
    case EXPR_NOT_SAME:
    case EXPR_LT:
    case EXPR_LE:
    case EXPR_GT:
    case EXPR_GE:
    case EXPR_EQ:
    case EXPR_NE:
        return compare(t, e);
    case EXPR_KNOWN:
        return guarded(t, e->question, yes_if(given(t, e->question)));
    case EXPR_AS_OF_LT:
    case EXPR_AS_OF_LE:
    case EXPR_AS_OF_GT:
    case EXPR_AS_OF_GE:
    case EXPR_AS_OF_EQ:
    case EXPR_AS_OF_NE:
        return yes_if(expr_compare((int)e->op - EXPR_AS_OF_LT, t->atlas->as_of, e->value));
    case EXPR_PARTY:
        return party(t, e->index, e->question);
    case EXPR_LINKED:
        return linked(t, e->index);
    case EXPR_APPLIES:
        return truth_and(linked(t, e->index), covers(t, &t->pack->instruments[e->index]));
    case EXPR_RESERVED:
    case EXPR_ANNOUNCED:
        return reservation(t, e);
    case EXPR_TRAIT:
        return trait(t, e->index);
    case EXPR_COVERED:
        return given(t, t->pack->q_destination) ? yes_if(destination(t) != NULL) : TRUTH_UNKNOWN;
    case EXPR_LISTED:
        return listed(t, e);
    case EXPR_LICENSED:
        return licensed(t, e);
    case EXPR_BELOW_NORM:
        return below_norm(t, e);
    case EXPR_MATTER:
        return eval(t, t->pack->matters[e->index].when.root);
    case EXPR_LIVE:
        return live(t, e->index);
    case EXPR_EFFECT:
        return effect(t, e);
    case EXPR_DUTY:
        return yes_if((int32_t)t->duty == e->index);
    }
    return TRUTH_UNKNOWN;
}

// A step is reported before its parts, so its truth is found first, silently.
static enum truth eval_aloud(struct tracer *t, const struct expr *e)
{
    trace_callback *callback = t->callback;
    t->callback = NULL;
    enum truth truth = eval_op(t, e);
    t->callback = callback;
    struct trace_step step = {e, t->depth, truth, answer_of(t, e->question)};
    callback(&step, t->user);
    t->depth++;
    eval_op(t, e);
    t->depth--;
    return truth;
}

static enum truth eval(struct tracer *t, const struct expr *e)
{
    if (!e)
        return TRUTH_YES;
    if (++t->steps > MOST_STEPS || t->level == MOST_LEVELS)
        return TRUTH_UNKNOWN;
    t->level++;
    enum truth truth = t->callback ? eval_aloud(t, e) : eval_op(t, e);
    t->level--;
    return truth;
}

static struct tracer tracer(const struct atlas *atlas, const struct answers *answers)
{
    return (struct tracer){.atlas = atlas,
                           .pack = atlas->pack,
                           .answers = answers,
                           .table = RULE_PRACTICE,
                           .duty = DUTY_NONE};
}

enum truth trace_rule(const struct atlas *atlas, const struct answers *answers,
                      const struct condition *condition, enum rule_kind table, enum duty duty,
                      trace_callback *callback, void *user)
{
    struct tracer t = tracer(atlas, answers);
    t.table = table;
    t.duty = duty;
    t.callback = callback;
    t.user = user;
    return eval(&t, condition->root);
}

enum truth trace_applies(const struct atlas *atlas, const struct answers *answers, int32_t question)
{
    struct tracer t = tracer(atlas, answers);
    return applies(&t, question);
}

enum truth trace_live(const struct atlas *atlas, const struct answers *answers, int32_t finding)
{
    struct tracer t = tracer(atlas, answers);
    return live(&t, finding);
}

int32_t trace_table(const struct atlas *atlas, const struct answers *answers, enum rule_kind table,
                    enum duty duty)
{
    for (int32_t r = 0; r < pack_rule_count(atlas->pack, table); r++) {
        const struct row *row = pack_row(atlas->pack, table, r);
        enum truth truth = trace_rule(atlas, answers, &row->when, table, duty, NULL, NULL);
        if (truth == TRUTH_UNKNOWN)
            return TABLE_OPEN;
        if (truth == TRUTH_YES)
            return row->outcome == NONE ? TABLE_BODY : row->outcome;
    }
    return TABLE_GAP;
}
