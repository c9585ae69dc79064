// SPDX-License-Identifier: MIT
// Growable UTF-8 text: the one way strings are built in this program.
//
// Always NUL-terminated once something was appended; text_str() gives "" for an empty one.
// Numbers never follow LC_NUMERIC. Appending bytes that lie inside the same text is allowed
// nowhere. A zeroed struct is an empty text.
#ifndef TANU_BASE_TEXT_H
#define TANU_BASE_TEXT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct text {
    char *bytes; // NULL while empty
    size_t len;  // without the NUL
    size_t room; // bytes allocated
};

#define TEXT_INIT                                                                                  \
    {                                                                                              \
        NULL, 0, 0                                                                                 \
    }

const char *text_str(const struct text *t); // never NULL; valid until the next append

void text_bytes(struct text *t, const char *bytes, size_t len);
void text_add(struct text *t, const char *s);
void text_char(struct text *t, char c);
// Room for `most` bytes behind the end: write from the returned place on, then say how many with
// text_wrote().
char *text_room(struct text *t, size_t most);
void text_wrote(struct text *t, size_t count);
void text_repeat(struct text *t, char c, size_t count);
// For words and whole numbers only: %f and friends follow the locale, use text_number().
void text_printf(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vprintf(struct text *t, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

void text_int(struct text *t, int64_t n);
// Shortest decimal with up to 6 places that a person would write: 3.5, 240, -0.25.
// Always a dot. Infinity and NaN become null, as JSON needs.
void text_number(struct text *t, double n);

// A JSON string with its quotes. `s` must be valid UTF-8; what would steer a terminal that shows it
// (utf8_steers()) is escaped.
void text_json(struct text *t, const char *s);
void text_json_n(struct text *t, const char *s, size_t len);
// Finished JSON in ASCII alone: every other character becomes \\uXXXX.
void text_json_ascii(struct text *t, const char *json, size_t len);

void text_truncate(struct text *t, size_t len); // shortens to len bytes, never grows
void text_clear(struct text *t);                // empties, keeps the memory
void text_release(struct text *t);              // wipes and frees; then an empty text

#endif
