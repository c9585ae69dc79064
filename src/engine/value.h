// SPDX-License-Identifier: MIT
// The grid of values of a question that has numbers, years, months or dates: which int64 values
// are values at all, and the bounds that hold on a given day. Units as in struct answer.
#ifndef TANU_ENGINE_VALUE_H
#define TANU_ENGINE_VALUE_H

#include "pack/pack.h"

// The smallest value of the type that is >= v, the largest that is <= v.
int64_t value_up(enum question_type type, int64_t v);
int64_t value_down(enum question_type type, int64_t v);

// The smallest and the largest valid answer on that day.
int64_t value_min(const struct question *question, int32_t as_of);
int64_t value_max(const struct question *question, int32_t as_of);

#endif
