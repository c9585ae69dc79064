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

// Over the plain bytes of a string, eight at a time where they are.
static inline void json_plain(struct json_scan *s)
{
    for (; s->end - s->at >= 8; s->at += 8) {
        uint64_t x = json_special(s->at);
        if (x) {
            s->at += __builtin_ctzll(x) / 8;
            return;
        }
    }
    while (s->at < s->end && (unsigned char)*s->at >= 0x20 && *s->at != '"' && *s->at != '\\')
        s->at++;
}

// The rest of a string that began at `from`, behind its first plain bytes.
int json_string_rest(struct json_scan *s, char *from, char **bytes, size_t *len, bool decoded);

// A string; s->at stands on its opening quote. Without `decoded` it stays as it came. Most are
// plain to their end.
static inline int json_string(struct json_scan *s, char **bytes, size_t *len, bool decoded)
{
    char *from = ++s->at;
    json_plain(s);
    if (s->at >= s->end || *s->at != '"')
        return json_string_rest(s, from, bytes, len, decoded);
    *bytes = from;
    *len = (size_t)(s->at++ - from);
    return 0;
}

int json_number(struct json_scan *s, char **bytes, size_t *len);

// The escapes of a string that is handed back as it came are looked at only; half a surrogate pair,
// which is no character, becomes U+FFFD. -1: an escape that JSON does not have.
int json_escapes(char *at, const char *end);

#endif
