// SPDX-License-Identifier: MIT
#include "engine/several.h"

void several_share(const struct pack *pack, struct answers *own, const struct answers *shared)
{
    own->ticks = shared->ticks;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (own->of[q].state == ANSWER_ABSENT)
            own->of[q] = shared->of[q];
}

int32_t several_rank(const struct pack *pack, const struct answers *answers)
{
    const struct answer *level = &answers->of[pack->q_level];
    return level->state == ANSWER_GIVEN ? pack->questions[pack->q_level].choices[level->value].rank
                                        : 0;
}

bool several_better(const struct pack *pack, const struct answers *first,
                    const struct assessment *first_result, const struct answers *second,
                    const struct assessment *second_result)
{
    int32_t one = pack->outcomes[first_result->outcome].favour,
            two = pack->outcomes[second_result->outcome].favour;
    return two != one ? two > one : several_rank(pack, second) > several_rank(pack, first);
}

int several_assess(struct engine *engine, const struct pack *pack, const struct several *several,
                   struct assessment *results)
{
    int carries = 0;
    for (int i = 0; i < several->n; i++) {
        assess(engine, &several->of[i], ASSESS_FULL, &results[i]);
        if (several_better(pack, &several->of[carries], &results[carries], &several->of[i],
                           &results[i]))
            carries = i;
    }
    return carries;
}

int several_best(struct engine *engine, const struct pack *pack, const struct several *several,
                 struct assessment *best)
{
    int carries = 0;
    assess(engine, &several->of[0], ASSESS_FULL, best);
    for (int i = 1; i < several->n; i++) {
        struct assessment next = {0}, worse;
        assess(engine, &several->of[i], ASSESS_FULL, &next);
        worse = next;
        if (several_better(pack, &several->of[carries], best, &several->of[i], &next)) {
            worse = *best;
            *best = next;
            carries = i;
        }
        assessment_release(&worse);
    }
    return carries;
}
