// SPDX-License-Identifier: MIT
// Forgiving search: lower case, no accents, no punctuation.
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include "base/text.h"
#include "base/utf8.h"

// Where folded text goes: appended to a text, or compared with one.
struct sink {
    struct text *out; // NULL: compare
    const char *want; // what is still to come
    bool begun, space, same;
    bool (*whole)(uint32_t lower); // letters that keep their marks; NULL: none
};

static void put_bytes(struct sink *sink, const char *bytes, size_t len)
{
    if (sink->out) {
        text_bytes(sink->out, bytes, len);
        return;
    }
    sink->same = sink->same && !strncmp(sink->want, bytes, len);
    sink->want += sink->same ? len : 0;
}

// Spaces are put only between letters.
static void put_letter(struct sink *sink, const char *bytes, size_t len)
{
    if (sink->space && sink->begun)
        put_bytes(sink, " ", 1);
    sink->space = false;
    sink->begun = true;
    put_bytes(sink, bytes, len);
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC; // d'Ivoire: found as divoire, like Kyrgyz names
}

// Letters and digits in lower case; marks vanish and everything else becomes one space.
static void put_plain(struct sink *sink, uint32_t c)
{
    char utf8[4];
    if (is_apostrophe(c) || uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
        return;
    if (!uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N)) {
        sink->space = true;
        return;
    }
    c = uc_tolower(c);
    c = c == 0x0131   ? 'i'
        : c == 0x03C2 ? 0x03C3
                      : c; // dotless i, typed as i elsewhere; final sigma
    if (c == 0x00DF)
        put_letter(sink, "ss", 2);
    else {
        size_t len = utf8_encode(utf8, c);
        put_letter(sink, utf8, len);
    }
}

// Compatibility decomposition splits é into e and a mark, and full-width letters become plain. What
// comes out may come apart again; no character does so more than a few times.
static void put_folded(struct sink *sink, uint32_t c, int depth)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int tag, n = depth < 8 ? uc_decomposition(c, &tag, parts) : -1;
    if (n < 0)
        put_plain(sink, c);
    for (int i = 0; i < n; i++)
        put_folded(sink, parts[i], depth + 1);
}

// ASCII, of which most names are made, needs no table.
static void put_ascii(struct sink *sink, char c)
{
    c = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        put_letter(sink, &c, 1);
    else if (c != '\'')
        sink->space = true;
}

static void fold(struct sink *sink, const char *s, size_t len)
{
    for (size_t i = 0; i < len;) {
        uint32_t c = 0;
        if (!(s[i] & 0x80)) {
            put_ascii(sink, s[i++]);
            continue;
        }
        i += utf8_decode(s + i, len - i, &c);
        if (sink->whole && sink->whole(uc_tolower(c)))
            put_plain(sink, c);
        else
            put_folded(sink, c, 0);
    }
}

void utf8_fold(struct text *out, const char *s)
{
    struct sink sink = {.out = out};
    fold(&sink, s, strlen(s));
}

void utf8_fold_but(struct text *out, const char *s, bool (*whole)(uint32_t lower))
{
    struct sink sink = {.out = out, .whole = whole};
    fold(&sink, s, strlen(s));
}

bool utf8_folds_to(const char *s, size_t len, const char *folded)
{
    struct sink sink = {.want = folded, .same = true};
    fold(&sink, s, len);
    return sink.same && !*sink.want;
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
