// SPDX-License-Identifier: MIT
// Small bit sets. Either as arrays of 64-bit words: the caller owns the words and knows their
// number.
//
//     uint64_t live[BITS_WORDS(300)] = {0};
//     bits_set(live, 7);
//
// Or as a type of a fixed size that can be copied and returned; BITS_TYPE makes it, and functions
// of its name.
//
//     BITS_TYPE(question_set, 128)
//     struct question_set asked = {{0}};
//     question_set_add(&asked, 7);
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

static inline bool bits_any(const uint64_t *words, size_t n_words)
{
    uint64_t any = 0;
    for (size_t w = 0; w < n_words; w++)
        any |= words[w];
    return any != 0;
}

// The first member from `i` on, -1 if there is none.
static inline int32_t bits_next(const uint64_t *words, size_t n_words, int32_t i)
{
    size_t w = (size_t)i / 64;
    uint64_t rest = w < n_words ? words[w] & ~(uint64_t)0 << (i % 64) : 0;
    while (!rest && ++w < n_words)
        rest = words[w];
    return w < n_words ? (int32_t)(w * 64) + __builtin_ctzll(rest) : -1;
}

// The last member before `i`, -1 if there is none; `i` is at most the number of bits.
static inline int32_t bits_last(const uint64_t *words, int32_t i)
{
    if (i <= 0)
        return -1;
    size_t w = (size_t)(i - 1) / 64;
    uint64_t rest = words[w] & ~(uint64_t)0 >> (63 - (i - 1) % 64);
    while (!rest && w > 0)
        rest = words[--w];
    return rest ? (int32_t)(w * 64) + 63 - __builtin_clzll(rest) : -1;
}

// for (int32_t i = NAME_next(&set, 0); i >= 0; i = NAME_next(&set, i + 1))
#define BITS_TYPE(NAME, SIZE)                                                                      \
    struct NAME {                                                                                  \
        uint64_t words[BITS_WORDS(SIZE)];                                                          \
    };                                                                                             \
    static inline bool NAME##_has(const struct NAME *set, int32_t i)                               \
    {                                                                                              \
        return bits_has(set->words, (size_t)i);                                                    \
    }                                                                                              \
    static inline void NAME##_add(struct NAME *set, int32_t i)                                     \
    {                                                                                              \
        bits_set(set->words, (size_t)i);                                                           \
    }                                                                                              \
    static inline void NAME##_drop(struct NAME *set, int32_t i)                                    \
    {                                                                                              \
        set->words[i / 64] &= ~((uint64_t)1 << (i % 64));                                          \
    }                                                                                              \
    static inline bool NAME##_any(const struct NAME *set)                                          \
    {                                                                                              \
        return bits_any(set->words, BITS_WORDS(SIZE));                                             \
    }                                                                                              \
    static inline int32_t NAME##_next(const struct NAME *set, int32_t i)                           \
    {                                                                                              \
        return bits_next(set->words, BITS_WORDS(SIZE), i);                                         \
    }                                                                                              \
    static inline int32_t NAME##_last(const struct NAME *set, int32_t i)                           \
    {                                                                                              \
        return bits_last(set->words, i);                                                           \
    }                                                                                              \
    static inline int32_t NAME##_count(const struct NAME *set)                                     \
    {                                                                                              \
        int32_t count = 0;                                                                         \
        for (size_t w = 0; w < BITS_WORDS(SIZE); w++)                                              \
            count += __builtin_popcountll(set->words[w]);                                          \
        return count;                                                                              \
    }                                                                                              \
    static inline struct NAME NAME##_all(void)                                                     \
    {                                                                                              \
        struct NAME all;                                                                           \
        for (size_t w = 0; w < BITS_WORDS(SIZE); w++)                                              \
            all.words[w] = ~(uint64_t)0;                                                           \
        return all;                                                                                \
    }                                                                                              \
    static inline struct NAME NAME##_or(struct NAME a, struct NAME b)                              \
    {                                                                                              \
        for (size_t w = 0; w < BITS_WORDS(SIZE); w++)                                              \
            a.words[w] |= b.words[w];                                                              \
        return a;                                                                                  \
    }                                                                                              \
    static inline struct NAME NAME##_and(struct NAME a, struct NAME b)                             \
    {                                                                                              \
        for (size_t w = 0; w < BITS_WORDS(SIZE); w++)                                              \
            a.words[w] &= b.words[w];                                                              \
        return a;                                                                                  \
    }                                                                                              \
    /* What is in a and not in b. */                                                               \
    static inline struct NAME NAME##_without(struct NAME a, struct NAME b)                         \
    {                                                                                              \
        for (size_t w = 0; w < BITS_WORDS(SIZE); w++)                                              \
            a.words[w] &= ~b.words[w];                                                             \
        return a;                                                                                  \
    }

#endif
