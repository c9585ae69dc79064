// SPDX-License-Identifier: MIT
// One answer in the bits of a code, by the numbers of its row of codes.yaml. Only for code.c.
#ifndef TANU_CASE_CODE_ANSWER_H
#define TANU_CASE_CODE_ANSWER_H

#include "case/code_bits.h"
#include "engine/answers.h"

// Writes an answer that is not absent. -1: its choice has no number.
int code_answer_put(struct code_bits *bits, const struct pack *pack, const struct code_row *row,
                    const struct answer *answer);
// Reads it by the type of the row, also where the question is gone. False: it is none that the pack
// has.
bool code_answer_take(struct code_bits *bits, const struct pack *pack, const struct code_row *row,
                      struct answer *answer);

// Numbers of both signs as numbers of one: 0, -1, 1, -2 …
uint64_t code_zigzag(int64_t n);
int64_t code_unzigzag(uint64_t n);

#endif
