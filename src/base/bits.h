// SPDX-License-Identifier: MIT
// Small bit sets as arrays of 64-bit words. The caller owns the words and knows their number.
//
//     uint64_t live[BITS_WORDS(300)] = {0};
//     bits_set(live, 7);
#ifndef TANU_BASE_BITS_H
#define TANU_BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BITS_WORDS(count) (((size_t)(count) + 63) / 64)

static inline void bits_set(uint64_t *words, size_t i)
{
    words[i / 64] |= (uint64_t)1 << (i % 64);
}

static inline bool bits_has(const uint64_t *words, size_t i)
{
    return words[i / 64] >> (i % 64) & 1;
}

#endif
