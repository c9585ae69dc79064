// SPDX-License-Identifier: MIT
//
// `tanu assess`: JSON Lines in, JSON Lines out, one line for a line and in the same order (the
// public contract, architecture section 5). Stateless: an outer engine may cut its input anywhere
// between lines. Memory does not grow with the input.
//
// Output goes out in large blocks; per line on a terminal, and whenever the input has nothing more
// to give for the moment, so that a program that asks line by line gets its answers.
//
// With several jobs as many threads share the lines and the compiled laws; the order is kept
// (batch_jobs.c).
#ifndef TANU_FRONT_BATCH_H
#define TANU_FRONT_BATCH_H

#include "case/json_line.h"
#include "tongue/i18n.h"

enum { BATCH_MAX_JOBS = 64 };

struct batch_sum;
struct batch {
    const struct pack *pack;
    const struct i18n *i18n;
    int32_t as_of;
    bool brief;
    // Judged by another pack too: only lines that come out otherwise are answered. NULL: by none.
    const struct pack *other;
    struct batch_sum *sum; // counts instead of answers (batch_sum.h), or NULL
    int jobs;              // 1 … BATCH_MAX_JOBS
    const char *const *echo;
    int n_echo;
    int in, out;  // file descriptors
    int progress; // a terminal to show progress on, or -1
};

enum batch_end {
    BATCH_GOOD,      // every line was good
    BATCH_BAD_LINES, // some lines were answered with an error
    BATCH_BAD_PACK,  // the rules of the pack are too many for some lines
    BATCH_IO         // reading or writing failed; errno says why
};

enum batch_end batch_run(const struct batch *batch);

#endif
