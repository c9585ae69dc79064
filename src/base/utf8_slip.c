// SPDX-License-Identifier: MIT
// Words with one slip of the finger in them; see utf8.h.
#include <string.h>
#include "base/utf8.h"

enum { LEAST = 4, LEAST_AT_FIRST = 5 }; // letters: in a shorter word everything is near everything

static size_t letter(const char *s)
{
    uint32_t c;
    return *s ? utf8_decode(s, strlen(s), &c) : 0;
}

static size_t same_so_far(const char *a, const char *b)
{
    size_t at = 0, step;
    while ((step = letter(a + at)) && step == letter(b + at) && !memcmp(a + at, b + at, step))
        at += step;
    return at;
}

static bool swapped(const char *name, size_t n, const char *typed, size_t t)
{
    size_t n2 = letter(name + n), t2 = letter(typed + t);
    return n2 == t && n == t2 && n2 && !memcmp(name + n, typed, t) && !memcmp(typed + t, name, n);
}

// How what was typed goes on in the name: not at all, over its whole rest, or over a part of it.
static enum utf8_slip goes_on(const char *name, const char *typed)
{
    size_t len = strlen(typed);
    if (strncmp(name, typed, len) != 0)
        return UTF8_SLIP_NONE;
    return name[len] ? UTF8_SLIP_START : UTF8_SLIP_WHOLE;
}

static enum utf8_slip better(enum utf8_slip a, enum utf8_slip b)
{
    return a < b ? a : b;
}

// A wrong letter, one too few, one too many, or two that changed places.
static enum utf8_slip mended(const char *name, const char *typed)
{
    size_t n = letter(name), t = letter(typed);
    enum utf8_slip best = n ? goes_on(name + n, typed) : UTF8_SLIP_NONE;
    if (t)
        best = better(best, goes_on(name, typed + t));
    if (n && t)
        best = better(best, goes_on(name + n, typed + t));
    if (n && t && swapped(name, n, typed, t))
        best = better(best, goes_on(name + n + letter(name + n), typed + t + letter(typed + t)));
    return best;
}

enum utf8_slip utf8_fold_slip(const char *folded_name, const char *folded_typed)
{
    size_t letters = utf8_count(folded_typed, strlen(folded_typed));
    size_t at = same_so_far(folded_name, folded_typed);
    if (letters < LEAST)
        return UTF8_SLIP_NONE;
    enum utf8_slip slip = mended(folded_name + at, folded_typed + at);
    if (at || slip == UTF8_SLIP_NONE)
        return slip;
    return slip == UTF8_SLIP_WHOLE && letters >= LEAST_AT_FIRST ? UTF8_SLIP_FIRST : UTF8_SLIP_NONE;
}
