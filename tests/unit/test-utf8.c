// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"

static void faults_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t len;
        unsigned allow;
        enum utf8_fault want;
        size_t at;
    } rows[] = {
        {"plain", 5, 0, UTF8_OK, 0},
        {"тану 名 é", 15, 0, UTF8_OK, 0},
        {"a\0b", 3, 0, UTF8_INVALID, 1},
        {"ab\xC0\x80", 4, 0, UTF8_INVALID, 2},
        {"\xC1\xBF", 2, 0, UTF8_INVALID, 0},
        {"\xE0\x80\xAF", 3, 0, UTF8_INVALID, 0},
        {"\xED\xA0\x80", 3, 0, UTF8_INVALID, 0},
        {"\xF4\x90\x80\x80", 4, 0, UTF8_INVALID, 0},
        {"\xF5\x80\x80\x80", 4, 0, UTF8_INVALID, 0},
        {"x\xE2\x82", 3, 0, UTF8_INVALID, 1},
        {"\x80", 1, 0, UTF8_INVALID, 0},
        {"a\nb", 3, 0, UTF8_CONTROL, 1},
        {"a\nb", 3, UTF8_ALLOW_NEWLINE, UTF8_OK, 0},
        {"a\tb", 3, UTF8_ALLOW_NEWLINE, UTF8_CONTROL, 1},
        {"\x1b[2J", 4, 7, UTF8_CONTROL, 0},
        {"\x7F", 1, 7, UTF8_CONTROL, 0},
        {"\xC2\x9B", 2, 7, UTF8_CONTROL, 0},
        {"a\xE2\x80\xAE", 4, 0, UTF8_BIDI, 1},
        {"\xE2\x81\xA6", 3, 0, UTF8_BIDI, 0},
        {"\xC2\xAD", 2, 0, UTF8_INVISIBLE, 0},
        {"\xEF\xBB\xBF", 3, 0, UTF8_INVISIBLE, 0},
        {"\xE2\x80\x8B", 3, 0, UTF8_INVISIBLE, 0},
        {"\xEF\xBF\xBF", 3, 0, UTF8_UNASSIGNED, 0},
        {"\xEE\x80\x80", 3, 0, UTF8_UNASSIGNED, 0},
        {"\xCD\xB8", 2, 0, UTF8_UNASSIGNED, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t at = 0;
        assert_int_equal(utf8_check(rows[i].text, rows[i].len, rows[i].allow, &at), rows[i].want);
        assert_int_equal(at, rows[i].at);
        at = 0;
        enum utf8_fault valid = utf8_valid(rows[i].text, rows[i].len, &at);
        assert_int_equal(valid, rows[i].want == UTF8_INVALID ? UTF8_INVALID : UTF8_OK);
        assert_int_equal(at, valid ? rows[i].at : 0);
    }
}

static void hostile_text_is_cleaned(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } rows[] = {
        {"a\x1b\xFF"
         "б\n",
         "a\uFFFD\uFFFDб\n"},
        {"tab\there", "tab here"},
        {"dos\r\nline", "dos\r\nline"},
        {"mac\rline", "mac\uFFFDline"},
        {"\xC2\x9B"
         "31m",
         "\uFFFD31m"},
        {"\u202Eback\u200F\u2066\u2028", "\uFFFDback\uFFFD\uFFFD\uFFFD"},
        {"Persian \u0645\u06CC\u200C\u0631", "Persian \u0645\u06CC\u200C\u0631"},
        {"soft\u00ADhyphen\uFEFF", "soft\uFFFDhyphen\uFFFD"},
        {"\xD0", "\uFFFD"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text t = TEXT_INIT;
        utf8_clean(&t, rows[i].from, strlen(rows[i].from));
        assert_string_equal(text_str(&t), rows[i].to);
        text_release(&t);
    }
}

// What spreadsheets and web pages leave goes, what is spelling stays; twice is as good as once.
static void words_are_tidied(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } rows[] = {
        {"", ""},
        {"Алматы", "Алматы"},
        {"a\tb", "a b"},
        {"a\r\nb\v\fc", "a b c"},
        {" a  b ", " a b "},
        {"a\xC2\xA0\xE3\x80\x80"
         "b",
         "a b"}, // no-break and ideographic space
        {"a\xE2\x80\xA8"
         "b",
         "a b"}, // line separator
        {"\xEF\xBB\xBF"
         "a\xC2\xAD"
         "b\xE2\x80\x8B"
         "c\xE2\x80\x8E"
         "d",
         "abcd"},
        {"a\x1b[31mb\x7F\xC2\x9B", "a[31mb"},
        {"\xEE\x80\x80\xEF\xBF\xBF", ""},                   // private use, no character
        {"می\xE2\x80\x8Cخواهم", "می\xE2\x80\x8Cخواهم"},     // Persian
        {"می\xE2\x80\x8C\xE2\x80\x8Cخ", "می\xE2\x80\x8Cخ"}, // one is enough
        {"می\xE2\x80\x8C", "می"},                           // at the end it spells nothing
        {"\xE2\x80\x8Cمی", "می"},                           // nor at the beginning
        {"a\xE2\x80\x8C"
         "b",
         "ab"},                                                             // nor in Latin
        {"क्\xE2\x80\x8Dष क्\xE2\x80\x8Cष", "क्\xE2\x80\x8Dष क्\xE2\x80\x8Cष"}, // Indic
        {"شُ\xE2\x80\x8Cا", "شُ\xE2\x80\x8Cا"},                               // behind a vowel sign
        {"ᠮᠣᠩᠭᠣ᠋ᠯ ᠋", "ᠮᠣᠩᠭᠣ᠋ᠯ "},
        // The first and the last of the marks behind the first and the last letter; not behind
        // others.
        {"\u1820\u180B", "\u1820\u180B"},
        {"\u18AA\u180F", "\u18AA\u180F"},
        {"\u1819\u180F", "\u1819"},
        {"\u18B0\u180B", "\u18B0"},
        {"\u1820\u180A", "\u1820\u180A"}, // a sign that is seen
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char room[100];
        snprintf(room, sizeof room, "%s", rows[i].from);
        for (int twice = 0; twice < 2; twice++) {
            room[utf8_tidy(room, room, strlen(room))] = 0;
            assert_string_equal(room, rows[i].to);
        }
    }
    assert_int_equal(utf8_tidy((char[8]){0}, "a\0b", 3), 2);
    assert_int_equal(utf8_bom("\xEF\xBB\xBF", 3), 3);
    assert_int_equal(utf8_bom("\xEF\xBB\xBF"
                              "a",
                              4),
                     3);
    assert_int_equal(utf8_bom("\xEF\xBB\xBF", 2), 0);
    assert_int_equal(utf8_bom("\xEF\xBB\xBE", 3), 0);
    assert_int_equal(utf8_count("Алматы 名", 16), 8);
}

// Digits of other keyboards.
static void numbers_in_ascii(void **state)
{
    static const char *const rows[][2] = {
        {"2021", "2021"},       {"۲۰۲۱", "2021"},         {"٢٠٢١-٠٩", "2021-09"},
        {"２０２１", "2021"},   {"۳٫۵", "3.5"},           {"１，３、４", "1,3,4"},
        {"۱،۳", "1,3"},         {"３．５", "3.5"},        {"３０／０９", "30/09"},
        {"2021–09", "2021-09"}, {"Алматы ۲", "Алматы 2"}, {"", ""},
        {"१२", "12"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char room[64];
        snprintf(room, sizeof room, "%s", rows[i][0]);
        room[utf8_ascii_numbers(room, room, strlen(room))] = 0;
        assert_string_equal(room, rows[i][1]);
    }
}

static void characters_and_graphemes(void **state)
{
    (void)state;
    char out[4];
    uint32_t c = 0;
    assert_int_equal(utf8_decode("қ", 2, &c), 2);
    assert_int_equal(c, 0x49B);
    assert_int_equal(utf8_encode(out, c), 2);
    assert_memory_equal(out, "қ", 2);
    assert_int_equal(utf8_encode(out, 0xD800), 0);
    assert_int_equal(utf8_encode(out, 0), 0);
    assert_int_equal(utf8_decode("\xFF", 1, &c), 1);
    assert_int_equal(c, 0xFFFD);
    assert_int_equal(utf8_decode("", 0, &c), 0);

    const char *s = "e\u0301қ"; // two graphemes: 3 bytes, 2 bytes
    assert_int_equal(utf8_next(s, 5, 0), 3);
    assert_int_equal(utf8_next(s, 5, 3), 5);
    assert_int_equal(utf8_next(s, 5, 5), 5);
    assert_int_equal(utf8_next("e\xCC\x81", 1, 0), 1); // nothing behind the end is looked at
    assert_int_equal(utf8_prev(s, 5, 5), 3);
    assert_int_equal(utf8_prev(s, 5, 3), 0);
    assert_int_equal(utf8_prev(s, 5, 0), 0);
}

static void widths_and_truncation(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int width;
        const char *cut;
    } rows[] = {
        {"hello", 5, "hello"},    {"hello", 4, "hel…"},
        {"Сәлем", 7, "Сәлем"},    {"東京都庁", 7, "東京都…"},
        {"東京都庁", 6, "東京…"}, {"東京", 0, ""},
        {"東京", 1, "…"},         {"", 2, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text t = TEXT_INIT;
        utf8_truncate(&t, rows[i].text, rows[i].width, "…");
        assert_string_equal(text_str(&t), rows[i].cut);
        assert_true(utf8_width(text_str(&t)) <= rows[i].width);
        text_release(&t);
    }
    assert_int_equal(utf8_width("Тану 名前"), 9);
    assert_int_equal(utf8_fit("東京", 6, 3), 3);
    struct text t = TEXT_INIT;
    utf8_truncate(&t, "abcdef", 1, "..");
    assert_string_equal(text_str(&t), "a");
    text_release(&t);
}

static void lines_are_wrapped(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int width;
        const char *want; // lines with | between
    } rows[] = {
        {"", 10, ""},
        {"one two three", 7, "one two|three"},
        {"one two three", 80, "one two three"},
        {"one\n\ntwo\n", 10, "one||two|"},
        {"one  two", 4, "one|two"},
        {"abcdefghij kl", 4, "abcd|efgh|ij|kl"},
        {"x abcdefgh y", 6, "x|abcdef|gh y"},
        {"a very-long-hyphenated word", 12, "a very-long-|hyphenated|word"},
        {"你可以随时停止，回答不会被保存。", 10, "你可以随时|停止，回答|不会被保|存。"},
        {"언제든지 멈출 수 있으며", 10, "언제든지|멈출 수|있으며"},
        {"나 가힣가 나", 7, "나|가힣가|나"}, // the first and the last syllable of all
        {"ab UGC-ԯа cd", 8, "ab|UGC-ԯа|cd"},
        {"ab UGC-Ѐа cd", 8, "ab|UGC-Ѐа|cd"},
        {"Жауаптар сақталмайды — «Келесі»", 12, "Жауаптар|сақталмайды|— «Келесі»"},
        {"Алдымен UGC-ден сұраңыз", 12, "Алдымен|UGC-ден|сұраңыз"},
        {"Ask +7 7172 57-20-75 now", 16, "Ask|+7 7172 57-20-75|now"},
        {"at (https://my.gov.uz), now", 20, "at|(https://my.gov.uz),|now"},
        {"at https://my.gov.uz/a", 18, "at https://my.gov.|uz/a"},
        {"東京", 1, "東|京"},
        {"ab", 0, "a|b"},
        {"end ", 3, "end"},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct utf8_lines lines = utf8_wrap(&a, rows[i].text, rows[i].width);
        struct text got = TEXT_INIT;
        for (size_t n = 0; n < lines.count; n++) {
            if (n)
                text_char(&got, '|');
            text_bytes(&got, rows[i].text + lines.line[n].start, lines.line[n].len);
            assert_int_equal(lines.line[n].width,
                             utf8_width_n(rows[i].text + lines.line[n].start, lines.line[n].len));
        }
        assert_string_equal(text_str(&got), rows[i].want);
        text_release(&got);
    }
    arena_release(&a);
}

static void search_forgives(void **state)
{
    (void)state;
    static const struct {
        const char *hay, *needle;
        int found;
    } rows[] = {
        {"Côte d'Ivoire", "cote", 1},
        {"Côte d'Ivoire", "divoire", 1},
        {"Türkiye", "turk", 1},
        {"Қазақстан", "қазақ", 1},
        {"Казахстан", "КАЗАХ", 1},
        {"Йемен", "иемен", 1},
        {"Орталық Африка", "афр орт", 1},
        {"New Zealand", "zealand", 1},
        {"New Zealand", "ealand", 0},
        {"Korea, Republic of", "republic korea", 1},
        {"中华人民共和国", "人民", 1},
        {"anything", "", 1},
        {"anything", "  ", 1},
        {"", "x", 0},
        {"Әзербайжан", "азер", 0},
        {"ＡＢＣ", "abc", 1},
        {"Iğdır", "igdir", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text hay = TEXT_INIT, needle = TEXT_INIT;
        utf8_fold(&hay, rows[i].hay);
        utf8_fold(&needle, rows[i].needle);
        if (utf8_fold_match(text_str(&hay), text_str(&needle)) != rows[i].found)
            fail_msg("'%s' in '%s' (folded '%s' in '%s')", rows[i].needle, rows[i].hay,
                     text_str(&needle), text_str(&hay));
        text_release(&hay);
        text_release(&needle);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_are_found),         cmocka_unit_test(hostile_text_is_cleaned),
        cmocka_unit_test(words_are_tidied),         cmocka_unit_test(numbers_in_ascii),
        cmocka_unit_test(characters_and_graphemes), cmocka_unit_test(widths_and_truncation),
        cmocka_unit_test(lines_are_wrapped),        cmocka_unit_test(search_forgives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
