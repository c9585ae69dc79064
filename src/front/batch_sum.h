// SPDX-License-Identifier: MIT
// Counting instead of answering: how many lines come out otherwise by another pack (mostly the same
// one without an assumption), by groups of answers. A gain is an outcome with a higher `favour:`.
#ifndef TANU_FRONT_BATCH_SUM_H
#define TANU_FRONT_BATCH_SUM_H

#include <pthread.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "engine/engine.h"

enum { SUM_MOST_KEYS = 6, SUM_MOST_GROUPS = 200000 };

struct sum_count {
    uint64_t lines, differ, gain, loss;
};

struct batch_sum {
    const struct pack *pack;
    int32_t questions[SUM_MOST_KEYS]; // what groups are made of
    int n_questions;
    pthread_mutex_t lock; // several jobs share it
    struct arena arena;
    struct table groups; // the answers as JSON members -> index into counts
    struct sum_count *counts;
    const char **keys;
    size_t n, room;
    uint64_t left_out; // lines beyond SUM_MOST_GROUPS groups
};

// `names`: ids of questions with commas between; `country` is the country of the award. 0, or -1
// with the name that is none in *bad.
int batch_sum_init(struct batch_sum *sum, const struct pack *pack, const char *names, char bad[64]);
void batch_sum_release(struct batch_sum *sum);
// One line: `now` is judged by the pack, `then` by the other one.
void batch_sum_add(struct batch_sum *sum, const struct answers *answers, int32_t favour_now,
                   int32_t favour_then, bool differs);
// Appends one JSON line a group, in the order of their keys.
void batch_sum_write(const struct batch_sum *sum, struct text *out);

#endif
