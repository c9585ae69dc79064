// SPDX-License-Identifier: MIT
// The letters of JSON: blanks, strings and numbers of one line, read from left to right without
// allocating; strings with escapes are decoded in place. Used by json_line.c.
#ifndef TANU_CASE_JSON_SCAN_H
#define TANU_CASE_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct json_scan {
    char *at, *end;    // the next byte, and behind the last (which must be writable)
    const char *wrong; // after -1: what is wrong, a part of a sentence
    const char *where; // after -1: the byte that it is about
    bool content;      // after -1: it is JSON, but nothing that can stand in an answer; read on
};

static inline void json_space(struct json_scan *s)
{
    while (s->at < s->end && (*s->at == ' ' || *s->at == '\t' || *s->at == '\r' || *s->at == '\n'))
        s->at++;
}

// A string; s->at stands on its opening quote. Without `decoded` it stays as it came.
int json_string(struct json_scan *s, char **bytes, size_t *len, bool decoded);
int json_number(struct json_scan *s, char **bytes, size_t *len);

// The escapes of a string that is handed back as it came are looked at only; half a surrogate pair,
// which is no character, becomes U+FFFD. -1: an escape that JSON does not have.
int json_escapes(char *at, const char *end);

#endif
