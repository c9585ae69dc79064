// SPDX-License-Identifier: MIT
// Charsets of terminals, by iconv; see charset.h.
#include "tongue/charset.h"

#include <iconv.h>
#include <string.h>
#include <uninorm.h>
#include "base/text.h"
#include "base/utf8.h"

#define NO_ICONV ((iconv_t)-1)

// With (iconv_t)-1 iconv_open says "no": nothing to close, which gcc's analyzer cannot know.
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

// Converts len bytes; the bytes written, or -1 if the charset lacks one of the characters.
static int convert(iconv_t cd, const char *s, size_t len, char *out, size_t room)
{
    char *in = (char *)(uintptr_t)s, *at = out;
    size_t left = room;
    iconv(cd, NULL, NULL, NULL, NULL);
    size_t lossy = iconv(cd, &in, &len, &at, &left); // > 0: it made something up
    return lossy || len ? -1 : (int)(room - left);
}

bool charset_can(const char *charset, const char *utf8)
{
    iconv_t cd = iconv_open(charset, "UTF-8");
    bool can = cd != NO_ICONV;
    for (size_t len = strlen(utf8), at = 0, step; can && at < len; at += step) {
        char out[16];
        uint32_t c;
        step = utf8_decode(utf8 + at, len - at, &c);
        can = convert(cd, utf8 + at, step, out, sizeof out) > 0;
    }
    if (cd != NO_ICONV)
        iconv_close(cd);
    return can;
}

char charset_ascii(uint32_t c)
{
    static const struct {
        uint32_t c;
        char ascii;
    } nearest[] = {
        {0x00A0, ' '}, {0x00AB, '"'}, {0x00B7, '.'}, {0x00BB, '"'},  {0x2010, '-'},  {0x2011, '-'},
        {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'}, {0x2018, '\''}, {0x2019, '\''}, {0x201C, '"'},
        {0x201D, '"'}, {0x201E, '"'}, {0x2022, '*'}, {0x2026, '.'},  {0x2190, '<'},  {0x2192, '>'},
        {0x2212, '-'}, {0x2713, 'x'}, {0x2588, '#'}, {0x2591, '.'},  {0x00D8, 'O'},  {0x00F8, 'o'},
        {0x0131, 'i'}, {0x0142, 'l'},
    };
    if (c < 0x80)
        return (char)c;
    for (size_t i = 0; i < sizeof nearest / sizeof *nearest; i++)
        if (nearest[i].c == c)
            return nearest[i].ascii;
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    while (uc_canonical_decomposition(c, parts) > 0)
        c = parts[0];
    return c < 0x80 ? (char)c : '?';
}

void charset_encode(const char *charset, struct text *out, const char *utf8)
{
    iconv_t cd = iconv_open(charset, "UTF-8");
    for (size_t len = strlen(utf8), at = 0, step; at < len; at += step) {
        char bytes[16];
        uint32_t c;
        step = utf8_decode(utf8 + at, len - at, &c);
        int n = cd == NO_ICONV ? -1 : convert(cd, utf8 + at, step, bytes, sizeof bytes);
        if (n > 0)
            text_bytes(out, bytes, (size_t)n);
        else if (c == 0x2026)
            text_add(out, "...");
        else
            text_char(out, charset_ascii(c));
    }
    if (cd != NO_ICONV)
        iconv_close(cd);
}

int charset_decode(const char *charset, struct text *out, const char *bytes, size_t len)
{
    iconv_t cd = iconv_open("UTF-8", charset);
    char *in = (char *)(uintptr_t)bytes;
    bool good = cd != NO_ICONV;
    while (good && len) {
        char piece[256], *at = piece;
        size_t room = sizeof piece, before = len;
        iconv(cd, &in, &len, &at, &room);
        text_bytes(out, piece, sizeof piece - room);
        good = len < before || room < sizeof piece;
    }
    if (cd != NO_ICONV)
        iconv_close(cd);
    return good ? 0 : -1;
}
