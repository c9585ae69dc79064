// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include "base/date.h"

static void parse_is_strict(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        date want; // DATE_NONE: refused
    } rows[] = {
        {"2026-10-01", 20261001},
        {"2024-02-29", 20240229},
        {"0001-01-01", 10101},
        {"9999-12-31", 99991231},
        {"2023-02-29", 0},
        {"1900-02-29", 0},
        {"2000-02-29", 20000229},
        {"2026-13-01", 0},
        {"2026-00-01", 0},
        {"2026-01-00", 0},
        {"2026-04-31", 0},
        {"2026-1-01", 0},
        {"2026-10-1 ", 0},
        {" 2026-10-01", 0},
        {"2026-10-01 ", 0},
        {"2026/10/01", 0},
        {"", 0},
        {"+026-10-01", 0},
        {"0000-01-01", 0},
        {"2026-10-01x", 0},
        {"-026-10-01", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        date got = DATE_NONE;
        int result = date_parse(rows[i].text, &got);
        assert_int_equal(result, rows[i].want ? 0 : -1);
        assert_int_equal(got, rows[i].want);
    }
    date got = DATE_NONE;
    assert_int_equal(date_parse_month("2021-07", &got), 0);
    assert_int_equal(got, 20210701);
    assert_int_equal(date_parse_month("2021-7", &got), -1);
    assert_int_equal(date_parse_month("2021-13", &got), -1);
    assert_int_equal(date_parse_month("2021-07-01", &got), -1);
}

static void format_is_the_inverse(void **state)
{
    (void)state;
    char out[DATE_TEXT];
    assert_string_equal(date_format(out, 20261001), "2026-10-01");
    assert_string_equal(date_format(out, 10101), "0001-01-01");
    assert_string_equal(date_format(out, DATE_NONE), "");
    assert_string_equal(date_format(out, 20260231), "");
    assert_string_equal(date_format_month(out, 20210715), "2021-07");
    assert_string_equal(date_format_as_of(out, 20210715), "2021-07-15");
    assert_string_equal(date_format_as_of(out, 20210700), "2021-07");
    assert_string_equal(date_format_as_of(out, 20210000), "2021");
    assert_string_equal(date_format_as_of(out, 0), "");
}

static void months_are_cut_to_length(void **state)
{
    (void)state;
    assert_int_equal(date_add_months(20240131, 1), 20240229);
    assert_int_equal(date_add_months(20230131, 1), 20230228);
    assert_int_equal(date_add_months(20231215, 1), 20240115);
    assert_int_equal(date_add_months(20240115, -1), 20231215);
    assert_int_equal(date_add_months(20240115, -25), 20211215);
    assert_int_equal(date_add_months(20240229, 12), 20250228);
    assert_int_equal(date_add_months(99991201, 1), DATE_NONE);
    assert_int_equal(date_add_months(10101, -1), DATE_NONE);
    assert_int_equal(date_add_months(DATE_NONE, 1), DATE_NONE);
}

static void treaties_enter_into_force(void **state)
{
    (void)state;
    static const struct {
        date deposit;
        int months;
        date want;
    } rows[] = {
        {20260815, 1, 20261001}, {20171219, 1, 20180201}, {20260101, 1, 20260301},
        {20260131, 1, 20260301}, {20251130, 1, 20260101}, {20251201, 1, 20260201},
        {20260815, 0, 20260901}, {20260815, 3, 20261201}, {DATE_NONE, 1, DATE_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(date_first_of_month_after(rows[i].deposit, rows[i].months), rows[i].want);
}

static void every_day_counts(void **state)
{
    (void)state;
    assert_int_equal(date_add_days(19700101, 11017), 20000301);
    assert_int_equal(date_add_days(DATE_MIN, 3652058), DATE_MAX);
    int days = 0;
    for (date d = 18990101; d < 21010101; days++) {
        assert_int_equal(date_add_days(18990101, days), d);
        date next = date_add_days(d, 1);
        assert_true(date_valid(next) && next > d);
        assert_int_equal(date_add_days(next, -1), d);
        d = next;
    }
    assert_int_equal(date_add_days(DATE_MAX, 1), DATE_NONE);
    assert_int_equal(date_add_days(DATE_MAX, 0), DATE_MAX);
    assert_int_equal(date_add_days(DATE_MIN, -1), DATE_NONE);
    assert_int_equal(date_add_days(DATE_MIN, 0), DATE_MIN);
    assert_int_equal(date_add_days(DATE_MIN, INT32_MAX), DATE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parse_is_strict),          cmocka_unit_test(format_is_the_inverse),
        cmocka_unit_test(months_are_cut_to_length), cmocka_unit_test(treaties_enter_into_force),
        cmocka_unit_test(every_day_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
