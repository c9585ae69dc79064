// SPDX-License-Identifier: MIT
//
// The signs of a code: a row of bits, five to a sign of Crockford's base 32, and two check signs
// that catch every single slip and every swap of neighbours (a code over the field of 32 elements,
// each place with weights of its own). Only for code.c.
#ifndef TANU_CASE_CODE_BITS_H
#define TANU_CASE_CODE_BITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

enum { CODE_MAX_SIGNS = 240, CODE_CHECK_SIGNS = 2 };

struct code_bits {
    uint8_t signs[CODE_MAX_SIGNS]; // 0 to 31
    int n;                         // bits written, or of all signs read
    int at;                        // where reading stands
    bool full;                     // something was read or written beyond the end
};

void code_bits_put(struct code_bits *bits, uint32_t value, int count); // at most 32, highest first
uint32_t code_bits_take(struct code_bits *bits, int count);

// Whole numbers of any size in groups of `size` bits. Short for small ones.
// _put_small: as many groups as it takes, a full group says that another follows (0 to 6, 7 to 13 …
// with groups of three bits). _put_number: each group has a bit that says whether another follows.
void code_bits_put_small(struct code_bits *bits, uint32_t value, int size);
uint32_t code_bits_take_small(struct code_bits *bits, int size);
void code_bits_put_number(struct code_bits *bits, uint64_t value, int size);
uint64_t code_bits_take_number(struct code_bits *bits, int size);

// Appends the signs, at least `least` with the check signs, in groups of five.
void code_bits_write(const struct code_bits *bits, int least, struct text *out);

// Reads what code_bits_write() wrote: blanks and dashes do not matter, small letters are capitals,
// O is 0, I and L are 1, and Cyrillic letters that look alike are the Latin ones.
enum code_signs {
    CODE_SIGNS_GOOD,
    CODE_SIGNS_NONE,   // these are not signs of a code, or too few or too many
    CODE_SIGNS_ALTERED // the check signs do not fit
};
enum code_signs code_bits_read(struct code_bits *bits, const char *words);

// What is left behind the place where reading stands is filling: all zero, and no whole sign more
// than `least` asks for.
bool code_bits_ended(const struct code_bits *bits, int least);

#endif
