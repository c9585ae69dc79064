// SPDX-License-Identifier: MIT
// Languages and letters in tables: charsets, the letter nearest to one that a terminal lacks, how
// words are searched and sorted, keyboards; which languages are offered, and in which order.
#include <stdlib.h>
#include "unit.h"
#include "base/console.h"
#include "base/text.h"
#include "base/utf8.h"
#include "pack/pack.h"
#include "tongue/charset.h"
#include "tongue/i18n.h"
#include "tongue/languages.h"

static char locale_dir[600];

static int set_up(void **state)
{
    (void)state;
    static const char *const names[] = {"TANU_LANG", "LANGUAGE",    "LC_ALL",
                                        "LC_CTYPE",  "LC_MESSAGES", "LANG"};
    snprintf(locale_dir, sizeof locale_dir, "%s/locale",
             getenv("TANU_BUILD") ? getenv("TANU_BUILD") : ".");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unsetenv(names[i]);
    return 0;
}

// The first letter of the words.
static uint32_t letter(const char *words)
{
    uint32_t c = 0;
    utf8_decode(words, strlen(words), &c);
    return c;
}

// ---- charsets ----------------------------------------------------------------------------------

static void test_nearest(void **state)
{
    (void)state;
    static const struct {
        uint32_t c;
        char ascii;
    } rows[] = {
        {'a', 'a'},    {0x7F, 0x7F},  {0x80, '?'},   {0xA0, ' '},   {0xAB, '"'},  {0x2013, '-'},
        {0x2026, '.'}, {0x2192, '>'}, {0x142, 'l'},  {0xE9, 'e'},   {0xC5, 'A'},  {0x1EA5, 'a'},
        {0x41A, '?'},  {0x439, '?'},  {0x4E2D, '?'}, {0xAC00, '?'}, {0x131, 'i'}, {0x10FFFF, '?'},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (charset_ascii(rows[i].c) != rows[i].ascii)
            fail_msg("%x: %c", rows[i].c, charset_ascii(rows[i].c));
}

static void test_charsets(void **state)
{
    (void)state;
    static const struct {
        const char *charset, *words, *bytes;
        bool can;
    } rows[] = {
        {"KOI8-R", "Да", "\xE4\xC1", true},
        {"KOI8-R", "", "", true},
        {"KOI8-R", "Қ", "?", false},
        {"KOI8-R", "Да Қ", "\xE4\xC1 ?", false},
        {"KOI8-R", "Қ Да", "? \xE4\xC1", false},
        {"KOI8-R", "…", "...", false},
        {"ISO-8859-1", "é–", "\xE9-", false},
        {"ISO-8859-1", "é", "\xE9", true},
        {"US-ASCII", "é…а", "e...?", false},
        {"no such charset", "A é…", "A e...", false},
        {"UTF-8", "Қ…中", "Қ…中", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text out = TEXT_INIT;
        charset_encode(rows[i].charset, &out, rows[i].words);
        if (strcmp(text_str(&out), rows[i].bytes) != 0)
            fail_msg("%s “%s”: %s", rows[i].charset, rows[i].words, text_str(&out));
        assert_int_equal(charset_can(rows[i].charset, rows[i].words), rows[i].can);
        text_release(&out);
    }
}

// More than fits a piece at once, and what is no text of the charset.
static void test_decoding(void **state)
{
    (void)state;
    static const struct {
        const char *charset, *bytes;
        bool good;
    } rows[] = {
        {"KOI8-R", "\xE4\xC1", true},    {"KOI8-R", "", true},
        {"UTF-8", "\xD0\x94", true},     {"UTF-8", "\xFF", false},
        {"UTF-8", "a\xFF", false},       {"UTF-8", "\xD0", false},
        {"no such charset", "a", false}, {"no such charset", "", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text out = TEXT_INIT;
        if (!charset_decode(rows[i].charset, &out, rows[i].bytes, strlen(rows[i].bytes)) !=
            rows[i].good)
            fail_msg("%s, row %zu", rows[i].charset, i);
        text_release(&out);
    }
    for (size_t len = 120; len < 400; len += 7) {
        struct text out = TEXT_INIT;
        char bytes[400];
        memset(bytes, 0xC1, sizeof bytes);
        assert_int_equal(charset_decode("KOI8-R", &out, bytes, len), 0);
        assert_int_equal(out.len, 2 * len);
        for (size_t at = 0; at < out.len; at += 2)
            assert_memory_equal(text_str(&out) + at, "а", 2);
        text_release(&out);
    }
}

// ---- letters -----------------------------------------------------------------------------------

static void test_searching(void **state)
{
    (void)state;
    static const struct {
        const char *words, *folded;
    } rows[] = {
        {"Қазақстан", "казакстан"},
        {"әғқңөұүһі", "агкноуухи"},
        {"Abc", "abc"},
        {"", ""},
        {"Өө", "оо"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text out = TEXT_INIT;
        language_fold(&out, rows[i].words);
        if (strcmp(text_str(&out), rows[i].folded) != 0)
            fail_msg("%s: %s", rows[i].words, text_str(&out));
        text_release(&out);
    }
}

// The Kazakh alphabet, letter by letter, also where Unicode has it otherwise. The Russian one is a
// part of it.
static void test_sorting(void **state)
{
    (void)state;
    static const char *const letters[] = {"а", "ә", "б", "в", "г", "ғ", "д", "е", "ж", "з", "и",
                                          "й", "к", "қ", "л", "м", "н", "ң", "о", "ө", "п", "р",
                                          "с", "т", "у", "ұ", "ү", "ф", "х", "һ", "ц", "ч", "ш",
                                          "щ", "ъ", "ы", "і", "ь", "э", "ю", "я"};
    struct text before = TEXT_INIT;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        struct text key = TEXT_INIT, longer = TEXT_INIT;
        char word[16];
        language_sort_key(&key, letters[i]);
        snprintf(word, sizeof word, "%sя", letters[i]);
        language_sort_key(&longer, word);
        if (strcmp(text_str(&before), text_str(&key)) >= 0)
            fail_msg("%s", letters[i]);
        assert_true(strcmp(text_str(&key), text_str(&longer)) < 0);
        text_release(&before);
        before = longer; // all that begins with a letter stands before the next one
        text_release(&key);
    }
    text_release(&before);
}

static void test_keyboards(void **state)
{
    (void)state;
    static const struct {
        const char *keys;
        int digit;
    } digits[] = {
        {"1", 1}, {"0", 0}, {"9", 9}, {"٣", 3},  {"\"", 1}, {"ә", 2}, {"і", 3},
        {"ң", 4}, {"ғ", 5}, {",", 6}, {".", 7},  {"ү", 8},  {"ұ", 9}, {"қ", 0},
        {"!", 1}, {"Ә", 2}, {"Қ", 0}, {"а", -1}, {"x", -1},
    };
    static const struct {
        const char *key, *latin;
    } keys[] = {
        {"й", "q"}, {"ц", "w"}, {"ь", "m"}, {"Й", "q"}, {"и", "b"},
        {"q", "q"}, {"Q", "q"}, {"ә", "ә"}, {"1", "1"}, {"中", "中"},
    };
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (language_digit(letter(digits[i].keys)) != digits[i].digit)
            fail_msg("%s: %d", digits[i].keys, language_digit(letter(digits[i].keys)));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (language_latin_key(letter(keys[i].key)) != letter(keys[i].latin))
            fail_msg("%s", keys[i].key);
}

static void test_narrow(void **state)
{
    (void)state;
    static const char *const wide[] = {"zh_CN", "ja", "ko"};
    size_t n;
    const struct language *rows = language_rows(&n);
    for (size_t i = 0; i < n; i++) {
        bool narrow = true;
        for (size_t k = 0; k < sizeof wide / sizeof *wide; k++)
            narrow &= strcmp(rows[i].code, wide[k]) != 0;
        assert_int_equal(language_narrow(&rows[i]), narrow);
        assert_ptr_equal(language_named(rows[i].code), &rows[i]);
    }
    assert_null(language_named("xx"));
    assert_null(language_named(""));
}

// ---- which are offered -------------------------------------------------------------------------

static const char *shown(const struct i18n *i)
{
    static char out[100];
    *out = 0;
    for (int k = 0; k < i->n_languages; k++)
        if (i->languages[k].shown)
            snprintf(out + strlen(out), sizeof out - strlen(out), "%s%s", *out ? " " : "",
                     i->languages[k].code);
    return out;
}

static void open_three(struct i18n *i, const char *lang)
{
    static const char *const languages[] = {"en", "kk", "ru"};
    static const struct pack pack = {.id = "three", .languages = languages, .n_languages = 3};
    i18n_init(i, lang, locale_dir);
    assert_int_equal(i18n_set_pack(i, &pack, NULL), 0);
}

static void test_offer(void **state)
{
    (void)state;
    static const struct {
        const char *codes[4];
        const char *shown, *spoken;
    } rows[] = {
        {{"en", "kk", "ru"}, "en kk ru", "en"},
        {{"ru", "kk", "en"}, "ru kk en", "ru"},
        {{"kk"}, "kk", "kk"},
        {{"ru", "kk"}, "ru kk", "ru"},
        {{"kk", "xx", "en"}, "kk en", "kk"},
        {{"ru", "ru"}, "ru", "ru"},
        {{"xx"}, "en", "en"},
        {{NULL}, "en", "en"},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct i18n i;
        int n = 0;
        while (rows[r].codes[n])
            n++;
        open_three(&i, "kk");
        i18n_offer(&i, rows[r].codes, n);
        if (strcmp(shown(&i), rows[r].shown) != 0 || strcmp(i.lang, rows[r].spoken) != 0)
            fail_msg("row %zu: %s, %s", r, shown(&i), i.lang);
        assert_string_equal(i18n_first_language(&i), rows[r].spoken);
        i18n_release(&i);
    }
}

// The key that goes through the languages: all that are shown, round and round.
static void test_next(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *hidden, *next;
    } rows[] = {
        {"en", "", "kk"},   {"kk", "", "ru"},   {"ru", "", "en"},      {"en", "kk", "ru"},
        {"ru", "en", "kk"}, {"kk", "ru", "en"}, {"kk", "en ru", "kk"},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct i18n i;
        open_three(&i, rows[r].lang);
        for (int k = 0; k < i.n_languages; k++)
            i.languages[k].shown = !strstr(rows[r].hidden, i.languages[k].code);
        if (strcmp(i18n_next_language(&i), rows[r].next) != 0)
            fail_msg("row %zu: %s", r, i18n_next_language(&i));
        i18n_release(&i);
    }
}

// On a console whose font lacks letters, the languages that need them are not shown; who spoke one
// of them is spoken to in the next one wished for.
static void test_font(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *lacks, *shown, *spoken;
    } rows[] = {
        {"kk", "", "en kk ru", "kk"}, {"kk", "ә", "en ru", "ru"}, {"ru", "Щ", "en kk", "en"},
        {"kk", "Ё", "en", "en"},      {"en", "Ё", "en", "en"},    {"ru", "ә", "en ru", "ru"},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        static struct console_letters font;
        struct i18n i;
        memset(&font, 0xFF, sizeof font);
        uint32_t c = letter(rows[r].lacks);
        font.has[c / 8] &= (uint8_t) ~(1 << c % 8);
        open_three(&i, rows[r].lang);
        i18n_draw(&i, &font);
        if (strcmp(shown(&i), rows[r].shown) != 0 || strcmp(i.lang, rows[r].spoken) != 0)
            fail_msg("row %zu: %s, %s", r, shown(&i), i.lang);
        i18n_release(&i);
    }
}

static void test_has(void **state)
{
    (void)state;
    struct i18n i;
    open_three(&i, "en");
    assert_true(i18n_has(&i, "kk"));
    assert_true(i18n_has(&i, "en"));
    assert_false(i18n_has(&i, "ky"));
    assert_false(i18n_has(&i, ""));
    i18n_release(&i);
}

// The id of a pack becomes a part of a file's name.
static void test_domain(void **state)
{
    (void)state;
    static const char long_id[] = "abcdefghijklmnopqrstuvwxyz-0123456789_abcdefghijklmnopqrstuvw";
    static const struct {
        int skip; // letters of long_id
        const char *id, *domain;
    } rows[] = {
        {0, "tokyo", "tanu-tokyo"},
        {0, "a-b_9", "tanu-a-b_9"},
        {0, "../x", ""},
        {0, "", ""},
        {0, "Tokyo", ""},
        {0, "a/b", ""},
        {1, NULL, NULL},
        {2, NULL, NULL},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        static const char *const languages[] = {"en"};
        char id[80], domain[100] = "";
        snprintf(id, sizeof id, "%s", rows[r].id ? rows[r].id : long_id + rows[r].skip);
        if (rows[r].domain)
            snprintf(domain, sizeof domain, "%s", rows[r].domain);
        else if (strlen(id) < 60)
            snprintf(domain, sizeof domain, "tanu-%s", id);
        struct pack pack = {.id = id, .languages = languages, .n_languages = 1};
        struct i18n i;
        i18n_init(&i, "en", locale_dir);
        assert_int_equal(i18n_set_pack(&i, &pack, NULL), 0);
        assert_string_equal(i.domain, domain);
        i18n_release(&i);
    }
}

// Who wishes something else for a while gets back what was.
static void test_mark(void **state)
{
    (void)state;
    struct i18n_mark mark;
    struct i18n i;
    open_three(&i, "ru");
    i18n_mark(&mark);
    assert_string_equal(mark.language, "ru");
    i18n_switch(&i, "kk");
    assert_string_equal(_("Back"), "Артқа");
    i18n_return(&mark);
    assert_string_equal(_("Back"), "Назад");
    i18n_release(&i);
    unsetenv("LANGUAGE");
    i18n_mark(&mark);
    assert_string_equal(mark.language, "");
    setenv("LANGUAGE", "kk", 1);
    i18n_return(&mark);
    assert_null(getenv("LANGUAGE"));
}

static void test_wishes(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *wishes;
    } rows[] = {
        {"kk", "kk ru"},
        {"kk_KZ.UTF-8", "kk_KZ"},
        {"ru@x", "ru"},
        {"ru:kk", "ru"},
        {"C", ""},
        {"POSIX", ""},
        {"C_XX", ""},
        {"Cx", "Cx"},
        {"", ""},
        {"abcdefghijk", "abcdefghijk"},
        {"abcdefghijkl", ""},
        {"abcdefghijklmnop", ""},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct i18n i;
        char wishes[100] = "";
        i18n_init(&i, rows[r].lang, locale_dir);
        for (int k = 0; k < i.n_wishes; k++)
            snprintf(wishes + strlen(wishes), sizeof wishes - strlen(wishes), "%s%s", k ? " " : "",
                     i.wishes[k]);
        if (strcmp(wishes, rows[r].wishes) != 0)
            fail_msg("%s: %s", rows[r].lang, wishes);
        i18n_release(&i);
    }
    struct i18n i;
    setenv("LANGUAGE", "a:b:c:d:e:f:g:h:i:j:k:l:m:n:o:p:q:ru", 1);
    i18n_init(&i, NULL, locale_dir);
    assert_int_equal(i.n_wishes, I18N_MAX_WISHES);
    assert_string_equal(i.wishes[I18N_MAX_WISHES - 1], "p");
    assert_string_equal(i.lang, "en");
    unsetenv("LANGUAGE");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nearest),  cmocka_unit_test(test_charsets),
        cmocka_unit_test(test_decoding), cmocka_unit_test(test_searching),
        cmocka_unit_test(test_sorting),  cmocka_unit_test(test_keyboards),
        cmocka_unit_test(test_narrow),   cmocka_unit_test(test_offer),
        cmocka_unit_test(test_next),     cmocka_unit_test(test_font),
        cmocka_unit_test(test_has),      cmocka_unit_test(test_domain),
        cmocka_unit_test(test_mark),     cmocka_unit_test(test_wishes),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
