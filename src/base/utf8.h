// SPDX-License-Identifier: MIT
// UTF-8: is it valid, how wide is it, where may it break, how is it searched.
//
// Offsets and lengths are bytes; widths are terminal cells as libunistring's uc_width() counts
// them for "UTF-8" (equal to wcwidth() for every script we show). All functions except
// utf8_check() and utf8_clean() want text that utf8_check() accepted; given anything else they
// stay inside the buffer but the answer means nothing.
#ifndef TANU_BASE_UTF8_H
#define TANU_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text;
struct arena;

enum utf8_fault {
    UTF8_OK = 0,
    UTF8_INVALID,    // overlong, surrogate, NUL, above U+10FFFF, cut short
    UTF8_CONTROL,    // C0/C1 other than what is allowed, DEL
    UTF8_BIDI,       // bidirectional controls and marks: can make text lie
    UTF8_UNASSIGNED, // no character, noncharacter or private use
    UTF8_INVISIBLE,  // U+00AD, zero-width (ZWSP, ZWJ, ZWNJ, WJ, BOM), variation selectors, tags
};

enum utf8_allow {
    UTF8_ALLOW_NEWLINE = 1, // \n is fine
    UTF8_ALLOW_TAB = 2,     // \t is fine
    UTF8_ALLOW_CR = 4,      // \r is fine
};

// Looks at the whole text. On a fault *at (may be NULL) is its byte offset.
enum utf8_fault utf8_check(const char *s, size_t len, unsigned allow, size_t *at);
// Only the encoding: nothing but UTF8_OK or UTF8_INVALID.
enum utf8_fault utf8_valid(const char *s, size_t len, size_t *at);
// Files of other worlds: is it UTF-16 (a mark at the beginning, or every other byte zero there)?
// And the bytes of a byte order mark of UTF-8 at the beginning: 3, or 0.
bool utf8_is_16(const char *s, size_t len);
size_t utf8_bom(const char *s, size_t len);
// Nothing but ASCII, of whatever kind.
bool utf8_ascii(const char *s, size_t len);
// Would a terminal obey it? Control characters (C0, DEL, C1), separators of lines, and what changes
// the direction of text.
bool utf8_steers(uint32_t c);
// Appends s with every faulty byte or character replaced by U+FFFD, a tab by a blank. Line feeds
// (also behind CR) and the joiners that Persian is spelt with stay. For showing hostile text.
void utf8_clean(struct text *out, const char *s, size_t len);

// Words as somebody meant them: tabs, line breaks and blanks of every kind become one blank, also
// at the ends; control characters, marks of direction, soft hyphens and other invisible characters
// go; joiners and marks stay where they are spelling (Persian, Indic scripts, Mongolian). Valid
// UTF-8 in, at most `len` bytes out; `out` may be `s`. Returns the length.
size_t utf8_tidy(char *out, const char *s, size_t len);
// Invisible, but spelling in some script: may be typed, and is shown as it is.
bool utf8_spelling(uint32_t c);
// Rewrites what keyboards of other scripts type in numbers, dates and lists (Persian, Arabic,
// full-width digits; their points, commas, dashes and slashes) in ASCII; everything else stays.
// Valid UTF-8 in, at most `len` bytes out; `out` may be `s`. Returns the length.
size_t utf8_ascii_numbers(char *out, const char *s, size_t len);
// How many characters (code points) valid UTF-8 has.
size_t utf8_count(const char *s, size_t len);

// Decodes one character. Returns its length in bytes, 1 with *c = U+FFFD for a bad byte,
// 0 at the end (len == 0).
size_t utf8_decode(const char *s, size_t len, uint32_t *c);
// Writes c (1 to 4 bytes, no NUL) and returns the length; 0 if c is no character.
size_t utf8_encode(char out[4], uint32_t c);

// Byte offset of the next / previous grapheme boundary from `at`; stops at len / 0.
size_t utf8_next(const char *s, size_t len, size_t at);
size_t utf8_prev(const char *s, size_t len, size_t at);

int utf8_width(const char *s);               // cells of the whole string, >= 0
int utf8_width_n(const char *s, size_t len); // cells of the first len bytes

// How many leading bytes fit into `width` cells, cut at a grapheme boundary.
size_t utf8_fit(const char *s, size_t len, int width);
// Appends s, cut to at most `width` cells with `ellipsis` ("…" or "..") at the end if it was
// too long. The ellipsis itself is dropped when it does not fit.
void utf8_truncate(struct text *out, const char *s, int width, const char *ellipsis);

struct utf8_line {
    size_t start; // bytes into the wrapped string
    size_t len;   // without the spaces and newline at which it was broken
    int width;    // cells
};

struct utf8_lines {
    struct utf8_line *line;
    size_t count; // at least 1, also for ""
};

// Breaks s into lines of at most `width` cells (width < 1 counts as 1): by the Unicode rules,
// Korean only at spaces, '\n' always, and a word wider than the line at a grapheme. A single
// grapheme wider than the line stands alone. The lines live in `arena`.
struct utf8_lines utf8_wrap(struct arena *arena, const char *s, int width);

// Appends s made ready for forgiving search: lower case, accents and dots removed (é = e,
// ё = е, й = и), spaces and punctuation runs made one space. Kazakh letters keep their own
// identity (ә is not а).
void utf8_fold(struct text *out, const char *s);
// The same, but for letters (in lower case) that stay whole: they have a place of their own in an
// alphabet.
void utf8_fold_but(struct text *out, const char *s, bool (*whole)(uint32_t lower));
// Are they the same once folded? Nothing is the same as an empty text.
bool utf8_fold_same(const char *a, const char *b);
// Is s exactly `folded` when made ready in the same way? Keeps no copy of s and allocates nothing.
bool utf8_folds_to(const char *s, size_t len, const char *folded);
// True if every word of the folded needle begins a word of the folded hay; Chinese and Japanese,
// written without spaces, match anywhere. An empty needle matches everything.
bool utf8_fold_match(const char *folded_hay, const char *folded_needle);

// Was the name meant, with one slip of the finger: a wrong letter, one too few, one too many, or
// two that changed places? From four letters on. The best comes first.
enum utf8_slip {
    UTF8_SLIP_WHOLE, // of the whole name
    UTF8_SLIP_START, // of its beginning
    UTF8_SLIP_FIRST, // of the whole name, in its first letter, which is rare
    UTF8_SLIP_NONE
};
enum utf8_slip utf8_fold_slip(const char *folded_name, const char *folded_typed);

#endif
