// SPDX-License-Identifier: MIT
// The rules as they are written, evaluated in three-valued logic (Kleene) straight from the
// expression trees: for the trace that names rule, condition, answer and line, and as an oracle for
// the compiled law in tests. It may say UNKNOWN where the diagrams, which look at every completion,
// know better, and where rules that lean on each other twice make the way too long; it never says
// anything else that they do not say.
#ifndef TANU_ENGINE_TRACE_H
#define TANU_ENGINE_TRACE_H

#include "engine/atlas.h"

// One condition that was evaluated.
struct trace_step {
    const struct expr *expr;
    int32_t depth; // 0: the whole condition; conditions of other rules lie deeper
    enum truth truth;
    const struct answer *answer; // the answer that it reads, or NULL
};

typedef void trace_callback(const struct trace_step *step, void *user);

// Evaluates the condition of a rule; every part is reported before its own parts. `table` (of which
// the rule is a row) and `duty` matter for rows of outcome tables only. callback may be NULL.
enum truth trace_rule(const struct atlas *atlas, const struct answers *answers,
                      const struct condition *condition, enum rule_kind table, enum duty duty,
                      trace_callback *callback, void *user);

enum truth trace_applies(const struct atlas *atlas, const struct answers *answers,
                         int32_t question); // relevant(question)
enum truth trace_live(const struct atlas *atlas, const struct answers *answers, int32_t finding);
// The outcome that a table gives, or: no row holds; a row before may hold; only the body is known.
enum { TABLE_GAP = -1, TABLE_OPEN = -2, TABLE_BODY = -3 };
int32_t trace_table(const struct atlas *atlas, const struct answers *answers, enum rule_kind table,
                    enum duty duty);

#endif
