// SPDX-License-Identifier: MIT
// Words as somebody meant them: what spreadsheets, web pages and word processors leave between
// letters goes, what is spelling stays; see utf8.h.
#include <stdbool.h>
#include <string.h>
#include <unictype.h>
#include "base/utf8.h"

enum { NON_JOINER = 0x200C, JOINER = 0x200D, VIRAMA = UC_CCC_VR };

static bool mongolian_mark(uint32_t c)
{
    return c >= 0x180B && c <= 0x180F;
}

bool utf8_spelling(uint32_t c)
{
    return c == NON_JOINER || c == JOINER || mongolian_mark(c);
}

static bool joins(uint32_t c)
{
    int type = c < 0x600 ? UC_JOINING_TYPE_U : uc_joining_type(c);
    return type == UC_JOINING_TYPE_D || type == UC_JOINING_TYPE_L || type == UC_JOINING_TYPE_R;
}

static bool virama(uint32_t c)
{
    return c >= 0x900 && uc_combining_class(c) == VIRAMA;
}

// Letters that were kept so far, as far as the next mark depends on them.
struct before {
    uint32_t last; // character
    uint32_t base; // the last one that is no mark
};

// Persian and Urdu part a word with the non-joiner, Indic scripts choose a form of a letter with
// both, Mongolian with marks of its own; elsewhere the same characters are dirt.
static bool spells(uint32_t c, const struct before *before, uint32_t next)
{
    if (mongolian_mark(c))
        return before->base >= 0x1820 && before->base <= 0x18AA;
    if (virama(before->last) || (c == JOINER && virama(next)))
        return true;
    return joins(before->base) && (c == JOINER || joins(next));
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029 ||
           (c >= 0xA0 && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Zs));
}

static bool stays(uint32_t c, const struct before *before, const char *rest, size_t len)
{
    char bytes[4];
    uint32_t next = 0;
    if (c >= ' ' && c < 0x7F)
        return true;
    utf8_decode(rest, len, &next);
    if (utf8_spelling(c))
        return spells(c, before, next);
    size_t own = utf8_encode(bytes, c);
    return utf8_check(bytes, own, 0, NULL) == UTF8_OK;
}

static void note(struct before *before, uint32_t c)
{
    before->last = c;
    if (c < 0x300 || !uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
        before->base = c;
}

size_t utf8_tidy(char *out, const char *s, size_t len)
{
    struct before before = {0, 0};
    size_t n = 0;
    for (size_t i = 0, step; i < len; i += step) {
        uint32_t c = (unsigned char)s[i];
        step = 1;
        if (c > ' ' && c < 0x7F) { // most are
            out[n++] = s[i];
            note(&before, c);
            continue;
        }
        if (c != ' ')
            step = utf8_decode(s + i, len - i, &c);
        if (is_blank(c)) {
            if (before.last != ' ')
                out[n++] = ' ';
            note(&before, ' ');
        } else if (s[i] && stays(c, &before, s + i + step, len - i - step)) {
            for (size_t k = 0; k < step; k++)
                out[n++] = s[i + k];
            note(&before, c);
        }
    }
    return n;
}

size_t utf8_count(const char *s, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        n += ((unsigned char)s[i] & 0xC0) != 0x80;
    return n;
}

// ---- numbers -----------------------------------------------------------------------------------

static char ascii_of(uint32_t c)
{
    static const struct {
        uint32_t c;
        char ascii;
    } marks[] = {
        {0x066B, '.'}, {0xFF0E, '.'}, {0x060C, ','}, {0x3001, ','}, {0xFF0C, ','}, {0x2010, '-'},
        {0x2011, '-'}, {0x2012, '-'}, {0x2013, '-'}, {0x2212, '-'}, {0xFF0D, '-'}, {0xFF0F, '/'},
    };
    int digit = uc_decimal_value(c);
    if (digit >= 0)
        return (char)('0' + digit);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].c == c)
            return marks[i].ascii;
    return 0;
}

size_t utf8_ascii_numbers(char *out, const char *s, size_t len)
{
    size_t n = 0;
    for (size_t i = 0, step; i < len; i += step) {
        uint32_t c = (unsigned char)s[i];
        step = c < 0x80 ? 1 : utf8_decode(s + i, len - i, &c);
        char ascii = c < 0x80 ? s[i] : ascii_of(c);
        if (ascii || !c) {
            out[n++] = ascii;
            continue;
        }
        memmove(out + n, s + i, step);
        n += step;
    }
    return n;
}
