// SPDX-License-Identifier: MIT
// See explain.h.
#include "engine/explain.h"

#include "engine/core.h"

void explain_answers(const struct pack *pack, const struct answers *answers,
                     const struct assessment *a, struct answers *told)
{
    *told = *answers;
    for (int32_t q = 0; q < pack->n_questions; q++) {
        int64_t value;
        if (assessment_listed(pack, answers, a, q, &value) ||
            (question_set_has(&a->assumed, q) && answer_usual(pack, answers, q, &value)))
            told->of[q] = (struct answer){.state = ANSWER_GIVEN, .value = value};
    }
}

enum truth explain_rule(const struct engine *engine, const struct answers *told,
                        const struct assessment *a, const struct rule *rule,
                        trace_callback *callback, void *user)
{
    enum duty duty = a->position_from == NONE
                         ? DUTY_NONE
                         : engine->atlas->pack->instruments[a->position_from].duty;
    return trace_rule(engine->atlas, told, &rule->when, rule->kind, duty, callback, user);
}

const struct rule *explain_row(const struct engine *engine, const struct answers *told,
                               const struct assessment *a, enum rule_kind table)
{
    const struct pack *pack = engine->atlas->pack;
    for (int32_t r = 0; r < pack_rule_count(pack, table); r++) {
        const struct rule *row = pack_rule(pack, table, r);
        enum truth truth = explain_rule(engine, told, a, row, NULL, NULL);
        if (truth != TRUTH_NO) // one that is not known hides all that follow
            return truth == TRUTH_YES ? row : NULL;
    }
    return NULL;
}
