// SPDX-License-Identifier: MIT
//
// The words that a line of answers may hold, ready to be looked up; see json_line.h. Only for
// json_line.c and json_words.c: the look-up is inline, because it is done for every word of
// millions of lines.
#ifndef TANU_CASE_JSON_WORDS_H
#define TANU_CASE_JSON_WORDS_H

#include <string.h>
#include "case/json_line.h"

// Words of the pack, found by an open-addressed table of their places: keys under owner KEY_OWNER,
// ids of papers under TICK_OWNER, values under their question. Values beyond the choices and
// countries (numbers, dates) go through answer_parse. The table is mostly empty, so it holds places
// and not words: what a line needs of both stays in the cache.
enum { KEY_OWNER = -1, TICK_OWNER = -2 };
enum { VALUE_ID = -1, VALUE_TICKS = -2, VALUE_QUALIFICATIONS = -3, VALUE_ECHO = -4 };
enum { VALUE_UNKNOWN = INT32_MIN }; // "I don't know"

struct word {             // small: thousands of them compete for the cache
    uint64_t first, last; // its ends (json_first, json_last): with the length, all of a short word
    const char *bytes;
    unsigned len : 24;
    signed owner : 8;
    int32_t value; // of a key: the question, VALUE_ID … or VALUE_ECHO - index; of a box: which
};

struct json_words {
    const struct pack *pack;
    int32_t as_of;
    const char *const *echo;
    int n_echo;
    struct word *words;        // the keys first
    const struct word **after; // of a key: the one that followed it in the line before; lines of a
                               // file are alike
    const struct word *first;  // the key that the line before began with
    uint32_t n_words;
    size_t room;     // power of two
    uint32_t *slots; // by hash: the place in `words`, plus 1; 0: free
    uint64_t *ticks; // of the line: a bit set of documents
};

static inline uint64_t json_load(const char *bytes, size_t n) // 4 or 8 of them
{
    uint64_t x = 0;
    memcpy(&x, bytes, n);
    return x;
}

// The first eight bytes of a word as a number; of a shorter one all bytes, one perhaps twice.
static inline uint64_t json_first(const char *bytes, size_t len)
{
    if (len >= 8)
        return json_load(bytes, 8);
    if (len >= 4)
        return json_load(bytes, 4) | json_load(bytes + (len - 4), 4) << 32;
    return len ? (uint64_t)(unsigned char)bytes[0] | (uint64_t)(unsigned char)bytes[len / 2] << 8 |
                     (uint64_t)(unsigned char)bytes[len - 1] << 16
               : 0;
}

static inline uint64_t json_last(const char *bytes, size_t len)
{
    return len > 8 ? json_load(bytes + (len - 8), 8) : 0;
}

// Are the bytes, as many as the word has and with these ends, the word?
static inline bool json_same(const struct word *word, uint64_t first, uint64_t last,
                             const char *bytes)
{
    return word->first == first && word->last == last &&
           (word->len <= 16 || !memcmp(word->bytes, bytes, word->len));
}

static inline bool json_is(const struct word *word, const char *bytes)
{
    return json_same(word, json_first(bytes, word->len), json_last(bytes, word->len), bytes);
}

// Ids are short and differ in length and at their ends; this spreads them well enough and costs a
// few cycles.
static inline size_t json_slot(const struct json_words *w, int32_t owner, uint64_t first,
                               uint64_t last, size_t len)
{
    uint64_t h = (uint64_t)(owner + 2) * 0x9e3779b97f4a7c15u + len;
    h = (h ^ first) * 0xff51afd7ed558ccdu;
    h = (h ^ (h >> 29) ^ last) * 0xc4ceb9fe1a85ec53u;
    return (size_t)(h >> 32) & (w->room - 1);
}

static inline const struct word *json_find(const struct json_words *w, int32_t owner,
                                           const char *bytes, size_t len)
{
    uint64_t first = json_first(bytes, len), last = json_last(bytes, len);
    for (size_t i = json_slot(w, owner, first, last, len);; i = (i + 1) & (w->room - 1)) {
        if (!w->slots[i])
            return NULL;
        const struct word *word = &w->words[w->slots[i] - 1];
        if (word->owner == owner && word->len == len && json_same(word, first, last, bytes))
            return word;
    }
}

#endif
