// SPDX-License-Identifier: MIT
// Gives one answer as it is written in a case file: a choice, a code, a number, a day.
#ifndef TANU_TESTS_GIVE_H
#define TANU_TESTS_GIVE_H

#include "unit.h"
#include "engine/answers.h"

static inline void give(const struct pack *pack, struct answers *answers, const char *question,
                        const char *word, int32_t as_of)
{
    int32_t q = pack_question(pack, question);
    if (q == NONE || answer_parse(pack, q, word, strlen(word), as_of, &answers->of[q]))
        fail_msg("%s=%s", question, word);
}

#endif
