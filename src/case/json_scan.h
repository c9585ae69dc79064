// SPDX-License-Identifier: MIT
// The letters of JSON: blanks, strings and numbers of one line, read from left to right without
// allocating; strings with escapes are decoded in place. Used by json_line.c.
#ifndef TANU_CASE_JSON_SCAN_H
#define TANU_CASE_JSON_SCAN_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct json_scan {
    char *at, *end;    // the next byte, and behind the last (which must be writable)
    const char *wrong; // after -1: what is wrong, a part of a sentence
    const char *where; // after -1: the byte that it is about
    bool content;      // after -1: it is JSON, but nothing that can stand in an answer; read on
};

static inline void json_space(struct json_scan *s)
{
    while (s->at < s->end && (unsigned char)*s->at <= ' ' &&
           (*s->at == ' ' || *s->at == '\t' || *s->at == '\r' || *s->at == '\n'))
        s->at++;
}

// Of the next eight bytes, those that are below 0x20, a quote or a backslash have their top bit set
// (the first one exactly).
static inline uint64_t json_special(const char *at)
{
    const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    uint64_t x;
    memcpy(&x, at, 8);
    x = le64toh(x);
    uint64_t quote = x ^ ones * '"', back = x ^ ones * '\\';
    return (((x - ones * 0x20) & ~x) | ((quote - ones) & ~quote) | ((back - ones) & ~back)) & tops;
}

// A string like most: short, without escapes, not at the end of the line. False: nothing was read.
static inline bool json_short_string(struct json_scan *s, char **bytes, size_t *len)
{
    char *from = s->at + 1;
    for (size_t n = 0; n <= 24 && (size_t)(s->end - from) >= n + 8; n += 8) {
        uint64_t x = json_special(from + n);
        if (!x)
            continue;
        n += (size_t)__builtin_ctzll(x) / 8;
        if (from[n] != '"')
            return false;
        *bytes = from;
        *len = n;
        s->at = from + n + 1;
        return true;
    }
    return false;
}

// A string; s->at stands on its opening quote. Without `decoded` it stays as it came.
int json_string(struct json_scan *s, char **bytes, size_t *len, bool decoded);
int json_number(struct json_scan *s, char **bytes, size_t *len);

// The escapes of a string that is handed back as it came are looked at only; half a surrogate pair,
// which is no character, becomes U+FFFD. -1: an escape that JSON does not have.
int json_escapes(char *at, const char *end);

#endif
