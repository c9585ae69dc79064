// SPDX-License-Identifier: MIT
// A rule taken apart for somebody who wants to know: each of its conditions, as it is written, with
// its truth and the answer that it reads. (trace.h does the work.)
#ifndef TANU_ENGINE_EXPLAIN_H
#define TANU_ENGINE_EXPLAIN_H

#include "engine/engine.h"
#include "engine/trace.h"

// The answers that an assessment went by: those given, what a list answered in the place of the
// person, and the usual values that were assumed. Texts and ticks stay those of `answers`.
void explain_answers(const struct pack *pack, const struct answers *answers,
                     const struct assessment *a, struct answers *told);

// Reports every part of the condition before its own parts; returns the truth of the whole. `told`
// as above. A row of the convention table is read for the instrument that gives the position.
enum truth explain_rule(const struct engine *engine, const struct answers *told,
                        const struct assessment *a, const struct rule *rule,
                        trace_callback *callback, void *user);

// The row of an outcome table by which it was decided; NULL: none that is certain.
const struct rule *explain_row(const struct engine *engine, const struct answers *told,
                               const struct assessment *a, enum rule_kind table);

#endif
