// SPDX-License-Identifier: MIT
// What the rules in scope read, between law_reads.c, which finds it out, and law_domains.c, which
// makes variables of it.
#ifndef TANU_ENGINE_LAW_SURVEY_H
#define TANU_ENGINE_LAW_SURVEY_H

#include "engine/law_parts.h"
#include "pack/kind.h"

// Of one question.
struct reads {
    bool read, known, same;
    int64_t *cuts; // numbers: a class begins at each of these
    size_t n_cuts;
    const uint64_t **sets; // countries: membership is asked
    size_t n_sets;
    struct instrument_set party, reserved; // asked about the answer
};

struct survey {
    struct law_terms *terms;
    const struct pack *pack;
    struct reads of[PACK_MAX_QUESTIONS];
    struct instrument_set linked; // asked for both countries
    uint64_t traits;
    bool covered;
    struct arena arena;
};

// Fills `of`, `linked`, `traits` and `covered`, and the open facts of the terms.
void survey_read(struct survey *s);

// Gives the question's variable its place behind those that have one: of a question with boxes that
// of one choice, or (NONE) of all.
typedef void survey_place(struct survey *s, int32_t question, int32_t box);
// Places what the conditions in the order read.
void law_order_place(const struct law_order *order, struct survey *s, survey_place *place);

// Instruments of which it matters whether the country in the answer is a party.
struct instrument_set survey_instruments(const struct survey *s, int32_t question);

#endif
