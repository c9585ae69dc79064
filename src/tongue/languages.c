// SPDX-License-Identifier: MIT
#include "tongue/languages.h"

#include <stdbool.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include "base/text.h"
#include "base/utf8.h"

#define CYRILLIC_KEYS "йцукенгшщзфывапролдячсмить"

static const struct language rows[] = {
    {"en", "English", "A", "", "", "", "", "", ""},
    {"kk", "Қазақ тілі", "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЯя", "ru", "аә гғ ий кқ нң оө уұ ұү хһ ыі",
     "әа ғг қк ңн өо ұу үу һх іи", "\"әіңғ,.үұқ", "!ӘІҢҒ;:ҮҰҚ", CYRILLIC_KEYS},
    {"ru", "Русский", "ЁёЯяЩщЪъ", "", "ий", "", "", "", CYRILLIC_KEYS},
    {"zh_CN", "中文", "中文资历", "", "", "", "", "", ""},
    {"ja", "日本語", "日本語の", "", "", "", "", "", ""},
    {"ko", "한국어", "한국어", "", "", "", "", "", ""},
    {"mn", "Монгол", "ӨөҮүЯя", "ru", "ий оө уү", "өо үу", "", "", ""},
    {"tr", "Türkçe", "ĞğİıŞşÇç", "", "", "", "", "", ""},
    {"vi", "Tiếng Việt", "ếấạơưđ", "", "", "", "", "", ""},
};

enum { ROWS = sizeof rows / sizeof *rows };

const struct language *language_rows(size_t *count)
{
    *count = ROWS;
    return rows;
}

const struct language *language_named(const char *code)
{
    for (size_t i = 0; i < ROWS; i++)
        if (!strcmp(rows[i].code, code))
            return &rows[i];
    return NULL;
}

static uint32_t next(const char **s)
{
    uint32_t c = 0;
    *s += utf8_decode(*s, strlen(*s), &c);
    return c;
}

bool language_narrow(const struct language *row)
{
    int letters = 0;
    for (const char *at = row->letters; *at; letters++)
        (void)next(&at);
    return utf8_width(row->letters) == letters;
}

// ---- searching and sorting ---------------------------------------------------------------------

// What stands beside the character (its UTF-8) in a list of pairs such as "аә гғ", where it is the
// second or the first of its pair; 0: it is none.
static uint32_t partner(const char *pairs, const char *c, bool second)
{
    for (const char *at = strstr(pairs, c); at; at = strstr(at + 1, c)) {
        bool first = at == pairs || at[-1] == ' ';
        const char *other = at + strlen(c);
        if (first == second)
            continue;
        for (other = second ? at - 1 : other; second && (*other & 0xC0) == 0x80;)
            other--;
        return next(&other);
    }
    return 0;
}

// The pair of any language; no letter of plain Latin stands in one.
static uint32_t in_any(uint32_t c, bool order)
{
    char bytes[5] = "";
    uint32_t found = 0;
    if (c < 0x80)
        return 0;
    utf8_encode(bytes, c);
    for (size_t i = 0; i < ROWS && !found; i++)
        found = partner(order ? rows[i].order : rows[i].folds, bytes, order);
    return found;
}

static void add(struct text *out, uint32_t c)
{
    char bytes[4];
    size_t len = utf8_encode(bytes, c);
    text_bytes(out, bytes, len);
}

void language_fold(struct text *out, const char *words)
{
    struct text folded = TEXT_INIT;
    utf8_fold(&folded, words);
    for (const char *s = text_str(&folded); *s;) {
        uint32_t c = next(&s), instead = in_any(c, false);
        add(out, instead ? instead : c);
    }
    text_release(&folded);
}

static bool has_place(uint32_t lower)
{
    return in_any(lower, true) != 0;
}

// A letter with a place of its own becomes its neighbour and a mark that sorts behind every letter;
// the letter behind that one has two marks.
void language_sort_key(struct text *out, const char *words)
{
    struct text folded = TEXT_INIT;
    utf8_fold_but(&folded, words, has_place);
    for (const char *s = text_str(&folded); *s;) {
        uint32_t c = next(&s), before;
        size_t marks = 0;
        for (; marks < 4 && (before = in_any(c, true)); marks++)
            c = before;
        add(out, c);
        text_repeat(out, '\xff', marks);
    }
    text_release(&folded);
}

// ---- keyboards ---------------------------------------------------------------------------------

// The place of a character in a layout, or -1.
static int place(const char *layout, uint32_t c)
{
    for (int i = 0; *layout; i++)
        if (next(&layout) == c)
            return i;
    return -1;
}

int language_digit(uint32_t c)
{
    if (uc_decimal_value(c) >= 0)
        return uc_decimal_value(c);
    for (size_t i = 0; i < ROWS; i++) {
        int plain = place(rows[i].digits, c), shifted = place(rows[i].shifted, c);
        if (plain >= 0 || shifted >= 0)
            return ((plain >= 0 ? plain : shifted) + 1) % 10;
    }
    return -1;
}

uint32_t language_latin_key(uint32_t c)
{
    static const char latin[] = "qwertyuiopasdfghjklzxcvbnm";
    c = uc_tolower(c);
    for (size_t i = 0; i < ROWS; i++) {
        int at = place(rows[i].keys, c);
        if (at >= 0)
            return (uint32_t)latin[at];
    }
    return c;
}
