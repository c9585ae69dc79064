// SPDX-License-Identifier: MIT
//
// One line of answers, as `tanu assess` reads it: a flat JSON object, question id to value
// (architecture: the public contract).
//
// A value is a string, a number, or for a `many` question a list of strings. `"unknown"` is "I
// don't know". `id` (string or number) is allowed and handed back, and so are the fields named by
// --echo; `ticks` is a list of ids of papers that the person has. Any other key, a key twice, a
// value outside the question's choices and nesting are errors. The line is read once, from left to
// right, without allocating; strings with escapes are decoded in place, so the line is changed.
//
// Why a scanner of our own: the speed goal of the filter leaves about a microsecond to reading a
// line, and a flat object of known keys needs none of what a general library does (the figures are
// in doc/design-notes.md).
#ifndef TANU_CASE_JSON_LINE_H
#define TANU_CASE_JSON_LINE_H

#include "engine/several.h"

enum { JSON_LINE_MAX = 65536, JSON_MAX_ECHO = 16 };

struct json_words; // the ids of a pack, ready to be looked up

// `echo`: names of fields to pass through, at most JSON_MAX_ECHO; borrowed.
struct json_words *json_words_new(const struct pack *pack, int32_t as_of, const char *const *echo,
                                  int n_echo);
void json_words_free(struct json_words *words);

struct json_slice { // a piece of the line, as it stood there (a number, or a string with its
                    // quotes); bytes NULL: not there
    const char *bytes;
    size_t len;
};

struct json_line {
    struct answers answers; // texts point into the line
    struct json_slice id;
    struct json_slice echo[JSON_MAX_ECHO];
    const char *code; // of the error, NULL: the line is good
    char text[240];   // what is wrong, in English words; valid UTF-8
};

// Reads bytes[0 … len-1], which need not end in NUL but must have one writable byte after them.
// Returns 0, or -1 with code and text.
int json_line_read(struct json_words *words, char *bytes, size_t len, struct json_line *line);

// The same for a whole case, which may hold `qualifications`: *several gets them, each with what is
// shared; its n is 0 where there are none. Ticks belong to `words` and hold until the next line.
int json_case_read(struct json_words *words, char *bytes, size_t len, struct json_line *line,
                   struct several *several);

// Writes a field as it came, only what would steer a terminal is escaped; a byte becomes
// JSON_SLICE_GROWS at most, and one more is needed. Returns the place behind it.
enum { JSON_SLICE_GROWS = 6 };
char *json_put_slice(char *at, const struct json_slice *slice);
// Appends the id as words: a number as it stood, a string without its quotes and escapes; nothing
// where there is none.
void json_id(struct text *out, const struct json_line *line);
// Appends the id that is handed back as `"id":7,`; nothing where there is none.
void json_head(struct text *out, const struct json_line *line);

// The codes of errors, for the manual: syntax, not-an-object, utf8, unknown-key, duplicate-key,
// bad-value, too-long.

#endif
