// SPDX-License-Identifier: MIT
// Forgiving search: lower case, no accents, no punctuation.
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include "base/text.h"
#include "base/utf8.h"

// Appends letters and digits; marks vanish and everything else becomes one space.
static void add_folded(struct text *out, size_t from, uint32_t c)
{
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
        return;
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N)) {
        char utf8[4];
        text_bytes(out, utf8, utf8_encode(utf8, c));
        return;
    }
    if (c == '\'' || c == 0x2019 || c == 0x02BC) // d'Ivoire: found as divoire, like Kyrgyz names
        return;
    if (out->len > from && out->bytes[out->len - 1] != ' ')
        text_char(out, ' ');
}

// The same for ASCII, of which most names are made. Returns false, and adds nothing, for others.
static bool fold_ascii(struct text *out, const char *s, size_t len)
{
    size_t from = out->len;
    for (size_t i = 0; i < len; i++)
        if (s[i] & 0x80)
            return false;
    for (size_t i = 0; i < len; i++) {
        char c = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] | 0x20) : s[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            text_char(out, c);
        else if (c != '\'' && out->len > from && out->bytes[out->len - 1] != ' ')
            text_char(out, ' ');
    }
    return true;
}

static void trim(struct text *out, size_t from)
{
    while (out->len > from && out->bytes[out->len - 1] == ' ')
        text_truncate(out, out->len - 1);
}

void utf8_fold(struct text *out, const char *s)
{
    size_t len = strlen(s), folded_len = 0, from = out->len;
    if (!len)
        return;
    if (fold_ascii(out, s, len)) {
        trim(out, from);
        return;
    }
    // Compatibility decomposition splits é into e and a mark, and full-width letters become plain.
    uint8_t *folded = u8_casefold((const uint8_t *)s, len, NULL, UNINORM_NFKD, NULL, &folded_len);
    if (!folded)
        return;
    for (size_t i = 0; i < folded_len;) {
        uint32_t c = 0;
        i += utf8_decode((const char *)folded + i, folded_len - i, &c);
        if (c == 0x0131) // dotless i of Turkish, typed as i elsewhere
            c = 'i';
        add_folded(out, from, c);
    }
    explicit_bzero(folded, folded_len);
    free(folded);
    trim(out, from);
}

// Han and kana are written without spaces: there a needle may begin anywhere.
static bool spaceless(const char *word)
{
    uint32_t c = 0;
    utf8_decode(word, strlen(word), &c);
    return c >= 0x2E80 && !(c >= 0xAC00 && c <= 0xD7A3);
}

static bool has_word(const char *hay, const char *word, size_t len)
{
    bool anywhere = spaceless(word);
    while (*hay) {
        if (!strncmp(hay, word, len))
            return true;
        if (anywhere) {
            hay++;
            continue;
        }
        hay += strcspn(hay, " ");
        hay += strspn(hay, " ");
    }
    return false;
}

bool utf8_fold_match(const char *folded_hay, const char *folded_needle)
{
    for (const char *word = folded_needle; *word;) {
        size_t len = strcspn(word, " ");
        if (len && !has_word(folded_hay, word, len))
            return false;
        word += len + strspn(word + len, " ");
    }
    return true;
}

bool utf8_fold_same(const char *a, const char *b)
{
    struct text x = TEXT_INIT, y = TEXT_INIT;
    utf8_fold(&x, a);
    utf8_fold(&y, b);
    bool same = x.len == y.len && x.len && !memcmp(x.bytes, y.bytes, x.len);
    text_release(&x);
    text_release(&y);
    return same;
}
