// SPDX-License-Identifier: MIT
// Validity, decoding, graphemes and widths. Wrapping and search are in files of their own.
#include "base/utf8.h"
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>
#include "base/text.h"

#define REPLACEMENT 0xFFFDu

static const uint8_t *bytes(const char *s)
{
    return (const uint8_t *)s;
}

// Bytes of the ASCII or Cyrillic letter (or sign of ASCII) that begins there: it is shown as it is,
// one cell wide, and most of a text is such. 0 for others.
static size_t plain_letter(const char *s, size_t len)
{
    unsigned char c = (unsigned char)s[0], next = len > 1 ? (unsigned char)s[1] : 0;
    if (c >= 0x20 && c < 0x7F)
        return 1;
    // Below U+048A stand marks without a width.
    bool cyrillic = c >= 0xD0 && c <= 0xD3 && next >= 0x80 && next <= 0xBF;
    return cyrillic && (c != 0xD2 || next >= 0x8A) ? 2 : 0;
}

// Length of the character at s and its value; 0 for anything that is not strict UTF-8.
static size_t decode_strict(const char *s, size_t len, uint32_t *c)
{
    ucs4_t uc;
    int n = u8_mbtoucr(&uc, bytes(s), len); // refuses overlong, surrogates, > 10FFFF, cut short
    if (n < 1 || uc == 0)
        return 0;
    *c = uc;
    return (size_t)n;
}

size_t utf8_decode(const char *s, size_t len, uint32_t *c)
{
    if (!len)
        return 0;
    size_t n = decode_strict(s, len, c);
    if (n)
        return n;
    *c = REPLACEMENT;
    return 1;
}

size_t utf8_encode(char out[4], uint32_t c)
{
    if (!c)
        return 0;
    int n = u8_uctomb((uint8_t *)out, c, 4);
    return n > 0 ? (size_t)n : 0;
}

static bool is_control(uint32_t c, unsigned allow)
{
    if (c == '\n')
        return !(allow & UTF8_ALLOW_NEWLINE);
    if (c == '\t')
        return !(allow & UTF8_ALLOW_TAB);
    if (c == '\r')
        return !(allow & UTF8_ALLOW_CR);
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

static bool is_bidi(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool utf8_steers(uint32_t c)
{
    return is_control(c, 0) || is_bidi(c);
}

static bool is_invisible(uint32_t c)
{
    return c == 0x00AD || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 ||
           (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200D) ||
           (c >= 0x2060 && c <= 0x2065) || (c >= 0x206A && c <= 0x206F) || c == 0x3164 ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFA0 ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

static enum utf8_fault judge(uint32_t c, unsigned allow)
{
    if (c >= 0x20 && c < 0x7F)
        return UTF8_OK;
    if (is_control(c, allow))
        return UTF8_CONTROL;
    if (is_bidi(c))
        return UTF8_BIDI;
    if (is_invisible(c))
        return UTF8_INVISIBLE;
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Co))
        return UTF8_UNASSIGNED;
    return UTF8_OK;
}

enum utf8_fault utf8_check(const char *s, size_t len, unsigned allow, size_t *at)
{
    for (size_t i = 0; i < len;) {
        uint32_t c = 0;
        size_t n = plain_letter(s + i, len - i);
        if (n) {
            i += n;
            continue;
        }
        n = decode_strict(s + i, len - i, &c);
        enum utf8_fault fault = n ? judge(c, allow) : UTF8_INVALID;
        if (fault) {
            if (at)
                *at = i;
            return fault;
        }
        i += n;
    }
    return UTF8_OK;
}

bool utf8_ascii(const char *s, size_t len)
{
    uint64_t any = 0, x;
    for (; len >= 8; s += 8, len -= 8) {
        memcpy(&x, s, 8);
        any |= x;
    }
    for (; len; s++, len--)
        any |= (uint64_t)(unsigned char)*s;
    return !(any & 0x8080808080808080u);
}

enum utf8_fault utf8_valid(const char *s, size_t len, size_t *at)
{
    const uint8_t *bad = u8_check(bytes(s), len);
    const char *nul = len ? memchr(s, 0, len) : NULL;
    if (nul && (!bad || nul < (const char *)bad))
        bad = bytes(nul);
    if (!bad)
        return UTF8_OK;
    if (at)
        *at = (size_t)(bad - bytes(s));
    return UTF8_INVALID;
}

bool utf8_is_16(const char *s, size_t len)
{
    if (len < 2)
        return false;
    return !memcmp(s, "\xFF\xFE", 2) || !memcmp(s, "\xFE\xFF", 2) || (!s[0] && s[1]) ||
           (s[0] && !s[1]);
}

size_t utf8_bom(const char *s, size_t len)
{
    return len >= 3 && !memcmp(s, "\xEF\xBB\xBF", 3) ? 3 : 0;
}

// How many bytes stand at the beginning that nothing has to be asked about.
static size_t plain_letters(const char *s, size_t len)
{
    size_t i = 0;
    for (size_t n; i < len && (n = s[i] == '\n' ? 1 : plain_letter(s + i, len - i)) > 0;)
        i += n;
    return i;
}

static bool is_shown(uint32_t c, char next)
{
    return utf8_spelling(c) || (c == '\r' && next == '\n') ||
           judge(c, UTF8_ALLOW_NEWLINE) == UTF8_OK;
}

void utf8_clean(struct text *out, const char *s, size_t len)
{
    for (size_t i = 0; i < len;) {
        uint32_t c = 0;
        size_t n = plain_letters(s + i, len - i);
        text_bytes(out, s + i, n);
        i += n;
        if (i == len)
            break;
        n = decode_strict(s + i, len - i, &c);
        if (c == '\t')
            text_char(out, ' ');
        else if (n && is_shown(c, i + n < len ? s[i + n] : 0))
            text_bytes(out, s + i, n);
        else
            text_add(out, "\xEF\xBF\xBD");
        i += n ? n : 1;
    }
}

size_t utf8_next(const char *s, size_t len, size_t at)
{
    if (at >= len)
        return len;
    const uint8_t *next = u8_grapheme_next(bytes(s) + at, bytes(s) + len);
    return next ? (size_t)(next - bytes(s)) : len;
}

size_t utf8_prev(const char *s, size_t len, size_t at)
{
    if (at > len)
        at = len;
    if (!at)
        return 0;
    const uint8_t *prev = u8_grapheme_prev(bytes(s) + at, bytes(s));
    return prev ? (size_t)(prev - bytes(s)) : 0;
}

// Most of what is measured is such letters. What is not is looked up, with the letter before it, up
// to the next one.
int utf8_width_n(const char *s, size_t len)
{
    int width = 0;
    for (size_t i = 0; i < len;) {
        size_t last = i;
        for (size_t n; i < len && (n = plain_letter(s + i, len - i)) > 0; i += n, width++)
            last = i;
        if (i == len)
            break;
        width -= last < i;
        do
            i++;
        while (i < len && !plain_letter(s + i, len - i));
        width += u8_width(bytes(s + last), i - last, "UTF-8");
    }
    return width;
}

int utf8_width(const char *s)
{
    return utf8_width_n(s, strlen(s));
}

size_t utf8_fit(const char *s, size_t len, int width)
{
    size_t at = 0;
    for (int used = 0; at < len;) {
        size_t next = utf8_next(s, len, at);
        used += utf8_width_n(s + at, next - at);
        if (used > width)
            break;
        at = next;
    }
    return at;
}

void utf8_truncate(struct text *out, const char *s, int width, const char *ellipsis)
{
    size_t len = strlen(s), whole = utf8_fit(s, len, width);
    if (whole == len) {
        text_bytes(out, s, len);
        return;
    }
    int room = width - utf8_width(ellipsis);
    if (room < 0) {
        text_bytes(out, s, whole);
        return;
    }
    text_bytes(out, s, utf8_fit(s, len, room));
    text_add(out, ellipsis);
}
