// SPDX-License-Identifier: MIT
//
// The numbers that questions, choices and outcomes have in codes (case/code.h): their places in the
// lists of codes.yaml, which are only ever appended to. So a code stays readable when questions are
// added, moved or taken away.
#ifndef TANU_PACK_CODE_H
#define TANU_PACK_CODE_H

#include "pack/question.h"

struct code_row {
    const char *id;
    enum question_type type; // how its answers are written
    // The question it stands for; NONE: it is gone, or has another type now (and a later row).
    int32_t question;
    const char *const *choices;
    const int32_t *choice_of; // by number: the choice of the question, or NONE: gone
    int32_t n_choices;
};

enum { CODE_MAX_ROWS = 255, CODE_MAX_OUTCOMES = 31 };

struct code_table {
    const struct code_row *rows;
    const char *const *outcome_ids;
    const int32_t *outcome_of;  // by number: index into pack->outcomes, or NONE: gone
    int32_t n_rows, n_outcomes; // 0: the pack makes no codes
};

#endif
