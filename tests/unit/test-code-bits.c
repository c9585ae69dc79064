// SPDX-License-Identifier: MIT
// The signs of a code: groups of bits, where they end, what is read as a sign and what stands
// between them.
#include "tests/unit/unit.h"

#include "base/text.h"
#include "case/code_answer.h"
#include "case/code_bits.h"

// As '0' and '1', what was written so far.
static void expect_bits(const struct code_bits *bits, const char *want)
{
    char got[CODE_MAX_SIGNS * 5 + 1] = "";
    for (int i = 0; i < bits->n; i++)
        got[i] = bits->signs[i / 5] >> (4 - i % 5) & 1 ? '1' : '0';
    assert_string_equal(got, want);
}

static void test_groups(void **state)
{
    (void)state;
    static const struct {
        uint64_t value;
        int size;
        const char *small, *number; // NULL: not written in this way
    } rows[] = {
        {0, 3, "000", "0000"},
        {6, 3, "110", "0110"},
        {7, 3, "111000", "0111"},
        {8, 3, "111001", "10000001"},
        {13, 3, "111110", "11010001"},
        {14, 3, "111111000", "11100001"},
        {63, 3, "111111111111111111111111111000", "11110111"},
        {64, 3, "111111111111111111111111111001", "100010000001"},
        {15, 4, "11110000", "01111"},
        {16, 4, "11110001", "1000000001"},
        {1, 1, "10", "01"},
        {2, 1, "110", "1001"},
        {UINT64_MAX >> 4, 6, NULL,
         "1111111111111111111111111111111111111111111111111111111111111110111111"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct code_bits small = {.n = 0}, number = {.n = 0};
        if (rows[i].small) {
            code_bits_put_small(&small, (uint32_t)rows[i].value, rows[i].size);
            expect_bits(&small, rows[i].small);
            assert_true(code_bits_take_small(&small, rows[i].size) == rows[i].value);
            assert_int_equal(small.at, small.n);
            assert_false(small.full);
        }
        code_bits_put_number(&number, rows[i].value, rows[i].size);
        expect_bits(&number, rows[i].number);
        assert_true(code_bits_take_number(&number, rows[i].size) == rows[i].value);
        assert_int_equal(number.at, number.n);
        assert_false(number.full);
    }
}

// Beyond the end there is nothing, and that is remembered; reading stops there.
static void test_bits_end(void **state)
{
    (void)state;
    enum { ROOM = (CODE_MAX_SIGNS - CODE_CHECK_SIGNS) * 5 };
    struct code_bits bits = {.n = 0};
    for (int i = 0; i < ROOM; i++)
        code_bits_put(&bits, 1, 1);
    assert_int_equal(bits.n, ROOM);
    assert_false(bits.full);
    code_bits_put(&bits, 1, 1);
    assert_true(bits.full);
    assert_int_equal(bits.n, ROOM);
    code_bits_put_small(&bits, UINT32_MAX, 1); // ends all the same
    bits.full = false;
    assert_true(code_bits_take(&bits, 32) == UINT32_MAX);
    bits = (struct code_bits){.n = 5};
    code_bits_take(&bits, 5);
    assert_false(bits.full);
    code_bits_take(&bits, 1); // the first that is not there
    assert_true(bits.full);
    bits = (struct code_bits){.n = 0};
    code_bits_put_number(&bits, UINT64_MAX, 4); // sixteen groups: no number is as long
    assert_int_equal(code_bits_take_number(&bits, 4), 0);
    assert_true(bits.full);
    bits = (struct code_bits){.n = 0};
    for (int i = 0; i < ROOM; i++)
        code_bits_put(&bits, 1, 1);
    bits.at = ROOM - 1;
    assert_int_equal(code_bits_take(&bits, 1), 1);
    assert_false(bits.full);
    assert_int_equal(code_bits_take(&bits, 2), 0);
    assert_true(bits.full);
    bits = (struct code_bits){.n = 0};
    code_bits_put(&bits, 7, 3);
    code_bits_take_small(&bits, 3);
    assert_true(bits.full);
    bits = (struct code_bits){.n = 0};
    code_bits_put(&bits, 3, 2);
    assert_int_equal(code_bits_take_number(&bits, 2), 2); // what is left of it
    assert_true(bits.full);
    bits = (struct code_bits){.n = 0};
    for (int i = 0; i < 100; i++)
        code_bits_put(&bits, 1, 1);
    assert_int_equal(code_bits_take_number(&bits, 6), 0); // more than 64 bits
    assert_true(bits.full);
    assert_in_range(bits.at, 63, 77);
}

// Filling: whole signs only up to the least, and nothing but zeros.
static void test_filling(void **state)
{
    (void)state;
    static const struct {
        int n, at, least; // bits, read so far, signs
        int one;          // this bit is set; -1: none
        bool ended;
    } rows[] = {
        {5, 5, 3, -1, true},    {5, 1, 3, -1, true},   {5, 0, 3, -1, true},
        {5, 1, 3, 1, false},    {5, 1, 3, 4, false},   {5, 1, 3, 0, true},
        {10, 5, 3, -1, false},  {10, 6, 3, -1, true},  {10, 5, 4, -1, true},
        {10, 1, 4, -1, true},   {10, 1, 4, 9, false},  {10, 1, 5, -1, false},
        {10, 10, 5, -1, false}, {15, 10, 5, -1, true}, {20, 10, 5, -1, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct code_bits bits = {.n = rows[i].n, .at = rows[i].at};
        if (rows[i].one >= 0)
            bits.signs[rows[i].one / 5] = (uint8_t)(16 >> rows[i].one % 5);
        if (code_bits_ended(&bits, rows[i].least) != rows[i].ended)
            fail_msg("row %zu", i);
        bits.full = true;
        assert_false(code_bits_ended(&bits, rows[i].least));
    }
}

// How many signs are a code, and what may stand between them.
static void test_signs(void **state)
{
    (void)state;
    struct code_bits bits;
    struct text out = TEXT_INIT;
    char many[CODE_MAX_SIGNS + 2];
    memset(many, '0', sizeof many);
    many[CODE_MAX_SIGNS] = '\0';
    assert_int_equal(code_bits_read(&bits, many), CODE_SIGNS_GOOD); // all zero is a right sum
    assert_int_equal(bits.n, (CODE_MAX_SIGNS - CODE_CHECK_SIGNS) * 5);
    many[CODE_MAX_SIGNS] = '0', many[CODE_MAX_SIGNS + 1] = '\0';
    assert_int_equal(code_bits_read(&bits, many), CODE_SIGNS_NONE);
    assert_int_equal(code_bits_read(&bits, "000"), CODE_SIGNS_GOOD);
    assert_int_equal(bits.n, 5);
    assert_int_equal(code_bits_read(&bits, "00"), CODE_SIGNS_NONE);
    static const char *const between[] = {" ",  "-",  "_",      ".",      "\t",     "\n",    "\v",
                                          "\f", "\r", "\u00a0", "\u2010", "\u2013", "\u2015"},
                             *const other[] = {"\b",       "\x0e",   ",", "\u200f", "\u2016",
                                               "\xC2\x9f", "\u00a1", "U", "u",      "`",
                                               "{",        "@",      "[", "\u0429", "/",
                                               ":",        "\u0460"};
    for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
        text_clear(&out);
        text_printf(&out, "%s0%s00%s", between[i], between[i], between[i]);
        assert_int_equal(code_bits_read(&bits, text_str(&out)), CODE_SIGNS_GOOD);
    }
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        text_clear(&out);
        text_printf(&out, "000%s", other[i]);
        if (code_bits_read(&bits, text_str(&out)) != CODE_SIGNS_NONE)
            fail_msg("%s is taken for a sign", other[i]);
    }
    // Each letter of both alphabets, small and large.
    static const char *const pairs[][2] = {
        {"ABCEHKMPTXYZOIL19azkm", "ABCEHKMPTXYZ01119AZKM"},
        {"АВСЕНКМРТХУОІ", "ABCEHKMPTXY01"},
        {"авсенкмртхуоі", "ABCEHKMPTXY01"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct code_bits same;
        code_bits_read(&bits, pairs[i][0]);
        code_bits_read(&same, pairs[i][1]);
        assert_memory_equal(bits.signs, same.signs, sizeof bits.signs);
        assert_int_not_equal(bits.signs[1], 0);
    }
    text_release(&out);
}

// Groups of five, as many signs as are needed and at least so many.
static void test_written(void **state)
{
    (void)state;
    static const struct {
        int n, least;
        const char *words;
    } rows[] = {
        {0, 0, "00"},
        {0, 3, "000"},
        {1, 0, "000"},
        {5, 0, "000"},
        {6, 0, "0000"},
        {15, 0, "00000"},
        {16, 0, "00000-0"},
        {40, 0, "00000-00000"},
        {15, 6, "00000-0"},
        {15, 5, "00000"},
        {41, 10, "00000-00000-0"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct code_bits bits = {.n = rows[i].n};
        struct text out = TEXT_INIT;
        code_bits_write(&bits, rows[i].least, &out);
        assert_string_equal(text_str(&out), rows[i].words);
        text_release(&out);
    }
}

static void test_whole_numbers(void **state)
{
    (void)state;
    static const int64_t numbers[] = {0, -1, 1, -2, 2, -1000, 1000, INT32_MIN, INT64_MIN / 2};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        assert_true(code_unzigzag(code_zigzag(numbers[i])) == numbers[i]);
        for (size_t k = 0; k < i; k++)
            assert_true(code_zigzag(numbers[k]) != code_zigzag(numbers[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),  cmocka_unit_test(test_bits_end),
        cmocka_unit_test(test_filling), cmocka_unit_test(test_signs),
        cmocka_unit_test(test_written), cmocka_unit_test(test_whole_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
