// SPDX-License-Identifier: MIT
//
// The worked cases of a pack that are nearest to somebody's answers. Pure; reads pack->near, which
// a pack has that was loaded for people (pack/read/load.h).
#ifndef TANU_ENGINE_NEAR_H
#define TANU_ENGINE_NEAR_H

#include "engine/engine.h"

enum { NEAR_MOST = 2 };

struct near {
    int32_t at;       // index into pack->near
    int32_t distance; // 0: nothing differs; grows with what differs, most where it decides
    struct question_set same, other; // answered alike; answered otherwise
};

// Those of the same destination before all others, the nearest first; of equally near ones the
// first of the pack, and of those that would be told in the same words only one. Returns how many,
// at most NEAR_MOST: 0 where no destination is given, or where no case shares an answer besides it.
int near_find(struct engine *engine, const struct answers *answers, struct near out[NEAR_MOST]);

// What a case answers to a question. False: nothing, or not one value.
bool near_value(const struct near_case *c, int32_t question, int64_t *value);

#endif
