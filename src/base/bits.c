// SPDX-License-Identifier: MIT
#include "base/bits.h"
#include <string.h>

void bits_fill(uint64_t *words, size_t count)
{
    size_t whole = count / 64;
    memset(words, 0xFF, whole * sizeof *words);
    if (count % 64)
        words[whole] = ((uint64_t)1 << (count % 64)) - 1;
}

void bits_zero(uint64_t *words, size_t count_words)
{
    memset(words, 0, count_words * sizeof *words);
}

size_t bits_count(const uint64_t *words, size_t count_words)
{
    size_t count = 0;
    for (size_t i = 0; i < count_words; i++)
        count += (size_t)__builtin_popcountll(words[i]);
    return count;
}

bool bits_any(const uint64_t *words, size_t count_words)
{
    for (size_t i = 0; i < count_words; i++)
        if (words[i])
            return true;
    return false;
}

bool bits_equal(const uint64_t *a, const uint64_t *b, size_t count_words)
{
    return !memcmp(a, b, count_words * sizeof *a);
}

bool bits_subset(const uint64_t *a, const uint64_t *b, size_t count_words)
{
    for (size_t i = 0; i < count_words; i++)
        if (a[i] & ~b[i])
            return false;
    return true;
}

bool bits_meet(const uint64_t *a, const uint64_t *b, size_t count_words)
{
    for (size_t i = 0; i < count_words; i++)
        if (a[i] & b[i])
            return true;
    return false;
}

void bits_or(uint64_t *into, const uint64_t *from, size_t count_words)
{
    for (size_t i = 0; i < count_words; i++)
        into[i] |= from[i];
}

void bits_and(uint64_t *into, const uint64_t *from, size_t count_words)
{
    for (size_t i = 0; i < count_words; i++)
        into[i] &= from[i];
}

void bits_minus(uint64_t *into, const uint64_t *from, size_t count_words)
{
    for (size_t i = 0; i < count_words; i++)
        into[i] &= ~from[i];
}

size_t bits_next(const uint64_t *words, size_t count_words, size_t from)
{
    size_t word = from / 64;
    if (word >= count_words)
        return SIZE_MAX;
    uint64_t rest = words[word] >> (from % 64) << (from % 64);
    while (!rest) {
        if (++word == count_words)
            return SIZE_MAX;
        rest = words[word];
    }
    return word * 64 + (size_t)__builtin_ctzll(rest);
}
