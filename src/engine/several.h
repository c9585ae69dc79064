// SPDX-License-Identifier: MIT
// Several diplomas of one person, put to the same purpose: which one carries it.
#ifndef TANU_ENGINE_SEVERAL_H
#define TANU_ENGINE_SEVERAL_H

#include "engine/engine.h"

enum { SEVERAL_MOST = 4 };

struct several {
    struct answers of[SEVERAL_MOST]; // each whole: its own answers, else the shared ones
    int n;                           // 0: there is one diploma, and its answers are elsewhere
};

// Fills what `own` does not say itself from the shared answers.
void several_share(const struct pack *pack, struct answers *own, const struct answers *shared);

// How high its level is (`rank:` of the choice), 0 where that is not said.
int32_t several_rank(const struct pack *pack, const struct answers *answers);

// Does the second carry the purpose better than the first? The more favourable outcome does, then
// the higher level (`rank:` of the choice).
bool several_better(const struct pack *pack, const struct answers *first,
                    const struct assessment *first_result, const struct answers *second,
                    const struct assessment *second_result);

// Assesses all of them into `results` (n of them) and returns the place of the one that carries.
int several_assess(struct engine *engine, const struct pack *pack, const struct several *several,
                   struct assessment *results);

// The same, keeping only the result of the one that carries.
int several_best(struct engine *engine, const struct pack *pack, const struct several *several,
                 struct assessment *best);

#endif
