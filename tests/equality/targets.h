// SPDX-License-Identifier: MIT
// What the walks of equality.c want to answer: the worked cases of the shipped pack, and random
// ones with a fixed seed, in each language in turn.
#ifndef TANU_TESTS_TARGETS_H
#define TANU_TESTS_TARGETS_H

#include "pack/pack.h"
#include "tongue/i18n.h"
#include "engine/answers.h"
#include "engine/engine.h"

enum { MANY_TARGETS = 4000, MANY_DAYS = 64 };

struct target { // what a walk wants to answer
    char name[80];
    int32_t as_of;
    struct answers answers;
    bool random;
    const char *language;
    char *json;   // the answers that were asked for
    char *found;  // the assessment by the wizard, as JSON
    char *report; // and as line mode tells it
};

struct test {
    const struct pack *pack;
    struct i18n i18n;
    const char *src, *build;
    char dir[64];
    struct target *targets;
    int32_t days[MANY_DAYS]; // on which cases are set
    struct engine *engines[MANY_DAYS];
    int n_days, n_targets, failed, asked;
    uint64_t seed;
};

void target_add_case(struct test *t, const struct worked_case *c);
void target_add_random(struct test *t, int number);

// What the case says; what it does not say is not known, or any value where that is not an answer.
struct answer target_wants(struct test *t, const struct target *target, int32_t question);

#endif
