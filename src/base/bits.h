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

static inline void bits_clear(uint64_t *words, size_t i)
{
    words[i / 64] &= ~((uint64_t)1 << (i % 64));
}

static inline bool bits_has(const uint64_t *words, size_t i)
{
    return words[i / 64] >> (i % 64) & 1;
}

static inline void bits_assign(uint64_t *words, size_t i, bool on)
{
    if (on)
        bits_set(words, i);
    else
        bits_clear(words, i);
}

// Sets bits 0 to count - 1 and clears the rest of the last word.
void bits_fill(uint64_t *words, size_t count);
void bits_zero(uint64_t *words, size_t count_words);
size_t bits_count(const uint64_t *words, size_t count_words);
bool bits_any(const uint64_t *words, size_t count_words);
bool bits_equal(const uint64_t *a, const uint64_t *b, size_t count_words);
bool bits_subset(const uint64_t *a, const uint64_t *b, size_t count_words); // a within b
bool bits_meet(const uint64_t *a, const uint64_t *b, size_t count_words);   // share a bit
void bits_or(uint64_t *into, const uint64_t *from, size_t count_words);
void bits_and(uint64_t *into, const uint64_t *from, size_t count_words);
void bits_minus(uint64_t *into, const uint64_t *from, size_t count_words);
// The first set bit at or after `from`, or SIZE_MAX.
size_t bits_next(const uint64_t *words, size_t count_words, size_t from);

#define BITS_EACH(i, words, count_words)                                                           \
    for (size_t i = bits_next((words), (count_words), 0); i != SIZE_MAX;                           \
         i = bits_next((words), (count_words), i + 1))

#endif
