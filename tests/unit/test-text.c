// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include <locale.h>
#include <math.h>
#include "base/text.h"

static void text_grows(void **state)
{
    (void)state;
    struct text t = TEXT_INIT;
    assert_string_equal(text_str(&t), "");
    text_truncate(&t, 0);
    for (int i = 0; i < 1000; i++)
        text_add(&t, "сөз ");
    assert_int_equal(t.len, 7000);
    text_truncate(&t, 6);
    text_repeat(&t, '.', 3);
    text_char(&t, '!');
    text_printf(&t, "%s%d", "n", 5);
    assert_string_equal(text_str(&t), "сөз...!n5");
    text_clear(&t);
    assert_string_equal(text_str(&t), "");
    text_bytes(&t, "a\0b", 3);
    assert_int_equal(t.len, 3);
    text_release(&t);
    assert_string_equal(text_str(&t), "");
}

static void numbers_are_plain(void **state)
{
    (void)state;
    static const struct {
        double n;
        const char *want;
    } rows[] = {
        {3.5, "3.5"},       {240, "240"},
        {-0.25, "-0.25"},   {0, "0"},
        {-0.0, "0"},        {1e-9, "0"},
        {0.1, "0.1"},       {1234567.000001, "1234567.000001"},
        {0.999999999, "1"}, {1e15, "1000000000000000"},
        {-7, "-7"},         {INFINITY, "null"},
        {NAN, "null"},
    };
    // A locale with a decimal comma, if the machine has one, must change nothing.
    setlocale(LC_ALL, "de_DE.UTF-8");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text t = TEXT_INIT;
        text_number(&t, rows[i].n);
        assert_string_equal(text_str(&t), rows[i].want);
        text_release(&t);
    }
    struct text t = TEXT_INIT;
    text_int(&t, INT64_MIN);
    assert_string_equal(text_str(&t), "-9223372036854775808");
    text_release(&t);
}

static void json_is_escaped(void **state)
{
    (void)state;
    struct text t = TEXT_INIT;
    text_json(&t, "a\"b\\c\nd\te\x01\x7Fқ");
    assert_string_equal(text_str(&t), "\"a\\\"b\\\\c\\nd\\te\\u0001\\u007fқ\"");
    text_clear(&t);
    text_json(&t, "");
    assert_string_equal(text_str(&t), "\"\"");
    text_clear(&t);
    text_json(&t, "a long run before it \xC2\x9B"
                  "31m“\u202E”\u2028\u061Cқ\u2066 and behind");
    assert_string_equal(text_str(&t), "\"a long run before it \\u009b31m“\\u202e”\\u2028\\u061cқ"
                                      "\\u2066 and behind\"");
    text_clear(&t);
    text_json_n(&t, "\0x", 2);
    assert_string_equal(text_str(&t), "\"\\u0000x\"");
    text_clear(&t);
    text_json_ascii(&t, "{\"a\":\"қ😀\"}\n", strlen("{\"a\":\"қ😀\"}\n"));
    assert_string_equal(text_str(&t), "{\"a\":\"\\u049b\\ud83d\\ude00\"}\n");
    text_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows),
        cmocka_unit_test(numbers_are_plain),
        cmocka_unit_test(json_is_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
