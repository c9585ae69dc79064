// SPDX-License-Identifier: MIT
// The order in which the lines of a chunk are answered: those of one destination after another,
// because its law then stays in the processor's cache (measured: some hundredths faster on an idle
// machine, up to a sixth where others use it too). It is a guess from the bytes of a line: a wrong
// one costs time, and the answers are put into the order of the lines again.
#ifndef TANU_FRONT_BATCH_ORDER_H
#define TANU_FRONT_BATCH_ORDER_H

#include "base/text.h"

enum { BATCH_ORDER_MOST = 2048 }; // lines at once

struct batch_order_line {
    char *bytes;               // in the caller's chunk
    size_t len;                // without the newline
    size_t answer, answer_len; // where it stands among the answers: the caller's to say
};

struct batch_order {
    struct batch_order_line lines[BATCH_ORDER_MOST]; // as they stand in the chunk
    int32_t n;
    int32_t turns[BATCH_ORDER_MOST]; // which line comes when
    struct text room;
};

struct batch_order *batch_order_new(void);
void batch_order_free(struct batch_order *order); // wipes; NULL is fine

// Takes lines from `at`, at most BATCH_ORDER_MOST. Returns where the next begins.
char *batch_order_take(struct batch_order *order, char *at, char *end);
// What stands in `out` from `begun` on, the answers and nothing else, comes into the order of the
// lines.
void batch_order_restore(struct batch_order *order, struct text *out, size_t begun);

#endif
