// SPDX-License-Identifier: MIT
// Gives answers as they are written in a case file: a choice, a code, a number, a day. What cannot
// be read fails the test.
#ifndef TANU_TESTS_GIVE_H
#define TANU_TESTS_GIVE_H

#include <stdio.h>
#include <string.h>
#include "unit.h"
#include "engine/answers.h"

static inline void give(const struct pack *pack, struct answers *answers, const char *question,
                        const char *word, int32_t as_of)
{
    int32_t q = pack_question(pack, question);
    if (q == NONE || answer_parse(pack, q, word, strlen(word), as_of, &answers->of[q]))
        fail_msg("%s=%s", question, word);
}

// Without a word the question stays without an answer.
static inline void give_if(const struct pack *pack, struct answers *answers, const char *question,
                           const char *word, int32_t as_of)
{
    if (word)
        give(pack, answers, question, word, as_of);
}

// "question=value question=value ...", blanks between.
static inline void give_words(const struct pack *pack, struct answers *answers, const char *words,
                              int32_t as_of)
{
    char question[50], value[100];
    for (const char *at = words; *at; at += strspn(at, " ")) {
        size_t id = strcspn(at, "="), len = strcspn(at, " ");
        if (id >= len || id >= sizeof question || len - id > sizeof value)
            fail_msg("%s", at);
        snprintf(question, sizeof question, "%.*s", (int)id, at);
        snprintf(value, sizeof value, "%.*s", (int)(len - id - 1), at + id + 1);
        give(pack, answers, question, value, as_of);
        at += len;
    }
}

#endif
