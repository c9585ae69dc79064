// SPDX-License-Identifier: MIT
// Numbers, years, months and dates: what is read as one, which is the next value above and below,
// and the bounds of questions; bands, constants of conditions, and values as JSON.
#include "tests/unit/unit.h"
#include "edge.h"
#include "base/date.h"
#include "base/text.h"
#include "pack/kind.h"
#include "pack/value.h"

enum { TODAY = 20261123 };

// ---- numbers -----------------------------------------------------------------------------------

// Read where memory ends, and cut at every length: what stood behind does not matter.
static int read_number(const char *text, size_t length, int64_t *out)
{
    struct edge edge = edge_copy(text, length);
    int status = value_number(edge.bytes, length, out);
    edge_free(&edge);
    return status;
}

static void same_when_cut(const char *text)
{
    for (size_t n = 0; n < strlen(text); n++) {
        int64_t alone = 77, more = 77;
        int status = read_number(text, n, &alone);
        if (value_number(text, n, &more) != status || (!status && alone != more))
            fail_msg("%.*s reads on into %s", (int)n, text, text + n);
    }
}

static const struct {
    const char *text;
    int64_t thousandths;
} good_numbers[] = {
    {"0", 0},
    {"-0", 0},
    {"7", 7000},
    {"90", 90000},
    {"-1", -1000},
    {"3.5", 3500},
    {"3.125", 3125},
    {"0.001", 1},
    {"-0.001", -1},
    {"3.1250000000000000000000", 3125},
    {"00000000000000000000007", 7000},
    {"9999999999.999", 9999999999999},
    {"-9999999999.999", -9999999999999},
    {"1e0", 1000},
    {"1e3", 1000000},
    {"1E3", 1000000},
    {"1e+3", 1000000},
    {"1e-3", 1},
    {"1.5e1", 15000},
    {"12500e-3", 12500},
    {"1000e-5", 10},
    {"1e9", 1000000000000},
    {"0e99", 0},
    {"0e-99", 0},
    {"0e990", 0},
    {"0.0e5", 0},
};

static const char *const bad_numbers[] = {
    "",
    "-",
    "+1",
    ".5",
    "1.",
    "1.e5",
    "1e",
    "1e+",
    "1e-",
    "1ee5",
    "1e5x",
    "1x",
    "x1",
    "--1",
    "1-",
    "1,5",
    " 1",
    "1 ",
    "1.0005",
    "0.0001",
    "1e-4",
    "1:",
    "1/",
    "1.5.5",
    "1e1.5",
    "10000000000",
    "1e10",
    "1e99",
    "1e100",
    "1e-100",
    "1e999999",
    "1234567890123456e-6",
    "12345678901234567",
    "12345678901234567e-7",
    "1.00000000000000001",
    "9999999999.9991",
    "1e+-3",
    "10000000000000000e-16",
    "0e9990",
};

static void test_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good_numbers / sizeof *good_numbers; i++) {
        int64_t out = 77;
        if (read_number(good_numbers[i].text, strlen(good_numbers[i].text), &out) ||
            out != good_numbers[i].thousandths)
            fail_msg("%s is read as %lld", good_numbers[i].text, (long long)out);
        same_when_cut(good_numbers[i].text);
    }
    for (size_t i = 0; i < sizeof bad_numbers / sizeof *bad_numbers; i++) {
        int64_t out = 77;
        if (!read_number(bad_numbers[i], strlen(bad_numbers[i]), &out))
            fail_msg("%s is taken for %lld thousandths", bad_numbers[i], (long long)out);
        same_when_cut(bad_numbers[i]);
    }
}

// ---- the grid ----------------------------------------------------------------------------------

// Which whole numbers are values of a type, said in another way than the program does.
static bool is_value(enum question_type type, int64_t v)
{
    char text[DATE_TEXT + 12];
    date day;
    if (type == Q_NUMBER)
        return true;
    if (type == Q_INTEGER || type == Q_YEAR)
        return v % NUMBER_SCALE == 0;
    snprintf(text, sizeof text, "%04d-%02d-%02d", (int)(v / 10000), (int)(v / 100 % 100),
             type == Q_MONTH ? 1 : (int)(v % 100));
    return (type == Q_DATE || v % 100 == 0) && date_parse(text, &day) == 0;
}

static void next_to(enum question_type type, int64_t v)
{
    int64_t up = v, down = v;
    while (!is_value(type, up))
        up++;
    while (!is_value(type, down))
        down--;
    if (value_up(type, v) != up || value_down(type, v) != down)
        fail_msg("type %d, %lld: %lld and %lld instead of %lld and %lld", type, (long long)v,
                 (long long)value_down(type, v), (long long)value_up(type, v), (long long)down,
                 (long long)up);
}

static void test_grid(void **state)
{
    (void)state;
    for (int64_t v = -3001; v <= 3001; v++) {
        next_to(Q_NUMBER, v);
        next_to(Q_INTEGER, v);
        next_to(Q_YEAR, 2020000 + v);
    }
    static const int from[] = {10101, 20191100, 20200100, 20201100, 20210097, 99991100};
    static const int to[] = {10250, 20191299, 20200450, 20201235, 20210105, DATE_MAX};
    static const int odd[] = {20201300, 20204999, 20209999, 20195050};
    for (size_t i = 0; i < sizeof from / sizeof *from; i++)
        for (int64_t v = from[i]; v <= to[i]; v++) {
            next_to(Q_DATE, v);
            if (v < 99991201)
                next_to(Q_MONTH, v);
        }
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        next_to(Q_DATE, odd[i]);
        next_to(Q_MONTH, odd[i]);
    }
}

// Beyond the calendar nothing is found, and what is found says so.
static void test_grid_ends(void **state)
{
    (void)state;
    assert_int_equal(value_up(Q_DATE, INT64_MIN), DATE_MIN);
    assert_int_equal(value_up(Q_DATE, DATE_MIN - 1), DATE_MIN);
    assert_true(value_up(Q_DATE, DATE_MAX + 1) > DATE_MAX);
    assert_int_equal(value_down(Q_DATE, INT64_MAX), DATE_MAX);
    assert_int_equal(value_down(Q_DATE, DATE_MAX + 1), DATE_MAX);
    assert_true(value_down(Q_DATE, DATE_MIN - 1) < DATE_MIN);
    assert_int_equal(value_up(Q_MONTH, 10000), 10100);
    assert_int_equal(value_up(Q_MONTH, 99991201), 100000100);
    assert_int_equal(value_down(Q_MONTH, 10099), 1200); // a month of no year
    assert_int_equal(value_down(Q_MONTH, 20209999), 20201200);
    assert_int_equal(value_up(Q_ONE, 1234), 1234); // of a choice there is no grid
    assert_int_equal(value_down(Q_COUNTRY, 1234), 1234);
}

static void test_bounds(void **state)
{
    (void)state;
    static const struct {
        enum question_type type;
        struct bound min, max;
        int64_t least, most;
    } rows[] = {
        {Q_INTEGER, {BOUND_NONE, 5}, {BOUND_NONE, 5}, -1000000000000, 1000000000000},
        {Q_NUMBER, {BOUND_NONE, 5}, {BOUND_NONE, 5}, -1000000000000, 1000000000000},
        {Q_INTEGER, {BOUND_CONSTANT, 1500}, {BOUND_CONSTANT, 3500}, 2000, 3000},
        {Q_NUMBER, {BOUND_CONSTANT, 1500}, {BOUND_CONSTANT, 3500}, 1500, 3500},
        {Q_YEAR, {BOUND_NONE, 5}, {BOUND_NONE, 5}, 1000000, 9999000},
        {Q_YEAR, {BOUND_CONSTANT, 1900000}, {BOUND_TODAY, 5}, 1900000, 2026000},
        {Q_YEAR, {BOUND_TODAY, 5}, {BOUND_NONE, 5}, 2026000, 9999000},
        {Q_MONTH, {BOUND_NONE, 5}, {BOUND_NONE, 5}, 10100, 99991200},
        {Q_MONTH, {BOUND_CONSTANT, 20200200}, {BOUND_TODAY, 5}, 20200200, 20261100},
        {Q_DATE, {BOUND_NONE, 5}, {BOUND_NONE, 5}, 10101, 99991231},
        {Q_DATE, {BOUND_TODAY, 5}, {BOUND_CONSTANT, 20270231}, TODAY, 20270228},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct question q = {.type = rows[i].type, .min = rows[i].min, .max = rows[i].max};
        assert_true(value_min(&q, TODAY) == rows[i].least);
        assert_true(value_max(&q, TODAY) == rows[i].most);
    }
}

// ---- kinds -------------------------------------------------------------------------------------

static void test_constants(void **state)
{
    (void)state;
    static const struct {
        enum question_type type;
        const char *text;
        int64_t value; // -1: refused
    } rows[] = {
        {Q_NUMBER, "3.5", 3500},
        {Q_NUMBER, "1e3", -1}, // only JSON has exponents
        {Q_NUMBER, "1E3", -1},
        {Q_NUMBER, "1000000000", 1000000000000},
        {Q_NUMBER, "1000000000.001", -1},
        {Q_INTEGER, "12", 12000},
        {Q_INTEGER, "12.5", -1},
        {Q_INTEGER, "1000000001", -1},
        {Q_YEAR, "2020", 2020000},
        {Q_YEAR, "1000", 1000000},
        {Q_YEAR, "999", -1},
        {Q_YEAR, "9999", 9999000},
        {Q_YEAR, "10000", -1},
        {Q_MONTH, "2023-01", 20230100},
        {Q_MONTH, "2023-1", -1},
        {Q_MONTH, "2023-13", -1},
        {Q_MONTH, "2023-01-31", -1},
        {Q_DATE, "2023-01-31", 20230131},
        {Q_DATE, "2023-02-29", -1},
        {Q_DATE, "2023-01", -1},
        {Q_DATE, "2023-01-311", -1},
        {Q_ONE, "1", -1},
        {Q_TEXT, "1", -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t out = -1;
        const char *wanted = kind_constant(rows[i].type, rows[i].text, strlen(rows[i].text), &out);
        if (!wanted != (rows[i].value >= 0) || (!wanted && out != rows[i].value))
            fail_msg("%s of type %d: %lld", rows[i].text, rows[i].type, (long long)out);
        if (wanted)
            assert_string_equal(wanted, kind_of(rows[i].type)->wanted);
    }
    int64_t out;
    assert_null(kind_constant(Q_NUMBER, "-1000000000", 11, &out));
    assert_non_null(kind_constant(Q_NUMBER, "-1000000000.001", 15, &out));
    assert_non_null(kind_constant(Q_MONTH, "2023-01\0x", 9, &out)); // a zero in it
}

static void test_bands(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t low, high; // -1: refused
    } rows[] = {
        {"1-250", 1000, 250000}, {"0-0", 0, 0},     {"7-7", 7000, 7000}, {"2-1", -1, -1},
        {"-1-5", -1, -1},        {"1--5", -1, -1},  {"1-", -1, -1},      {"-", -1, -1},
        {"12", -1, -1},          {"1-5-9", -1, -1}, {"1.5-3", -1, -1},   {"1-2.5", -1, -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t low = -1, high = -1;
        int status = kind_band(Q_INTEGER, rows[i].text, strlen(rows[i].text), &low, &high);
        if (status != (rows[i].low < 0 ? -1 : 0))
            fail_msg("%s: %d", rows[i].text, status);
        if (!status && (low != rows[i].low || high != rows[i].high))
            fail_msg("%s: %lld to %lld", rows[i].text, (long long)low, (long long)high);
        assert_int_equal(kind_band(Q_NUMBER, rows[i].text, strlen(rows[i].text), &low, &high), -1);
    }
}

static void expect_json(const struct question *q, int64_t value, const char *want)
{
    static const char *const countries[] = {"AU", "GB-SCT"};
    const struct pack pack = {.countries = countries, .n_countries = 2};
    struct text out = TEXT_INIT;
    kind_json(&out, &pack, q, value);
    assert_string_equal(text_str(&out), want);
    text_release(&out);
}

static void test_json(void **state)
{
    (void)state;
    static const struct choice choices[] = {{.id = "first"}, {.id = "second"}, {.id = "third"}};
    struct question q = {.choices = choices, .n_choices = 3, .type = Q_ONE};
    expect_json(&q, 0, "\"first\"");
    expect_json(&q, 2, "\"third\"");
    q.type = Q_MANY;
    expect_json(&q, 0, "[]");
    expect_json(&q, 1, "[\"first\"]");
    expect_json(&q, 6, "[\"second\",\"third\"]");
    q.type = Q_COUNTRY;
    expect_json(&q, 0, "\"AU\"");
    expect_json(&q, 1, "\"GB-SCT\"");
    expect_json(&q, 2, "\"first\"");
    expect_json(&q, 4, "\"third\"");
    q.type = Q_NUMBER;
    expect_json(&q, -3125, "-3.125");
    q.type = Q_INTEGER;
    expect_json(&q, 7000, "7");
    q.type = Q_YEAR;
    expect_json(&q, 2020000, "2020");
    q.type = Q_MONTH;
    expect_json(&q, 20230100, "\"2023-01\"");
    q.type = Q_DATE;
    expect_json(&q, 20230131, "\"2023-01-31\"");
    q.type = Q_TEXT;
    expect_json(&q, 1, "null");
}

static void test_choices_and_texts(void **state)
{
    (void)state;
    static const struct choice choices[] = {{.id = "yes"}, {.id = "no"}};
    static const char *const countries[] = {"AU", "CN", "GB", "GB-SCT", "KZ"};
    const struct pack pack = {.countries = countries, .n_countries = 5};
    const struct question q = {.choices = choices, .n_choices = 2, .max_length = 4};
    static const struct {
        enum question_type type;
        const char *word;
        int64_t value; // -1: it is none
    } rows[] = {
        {Q_ONE, "yes", 0},        {Q_ONE, "no", 1},         {Q_ONE, "ye", -1},
        {Q_ONE, "yess", -1},      {Q_ONE, "", -1},          {Q_MANY, "yes", 1},
        {Q_MANY, "no", 2},        {Q_MANY, "x", -1},        {Q_COUNTRY, "AU", 0},
        {Q_COUNTRY, "CN", 1},     {Q_COUNTRY, "GB", 2},     {Q_COUNTRY, "KZ", 4},
        {Q_COUNTRY, "GB-SCT", 3}, {Q_COUNTRY, "GB-SC", -1}, {Q_COUNTRY, "G", -1},
        {Q_COUNTRY, "yes", 5},    {Q_COUNTRY, "no", 6},     {Q_COUNTRY, "ZZ", -1},
        {Q_COUNTRY, "", -1},      {Q_TEXT, "", -1},         {Q_TEXT, "a", 1},
        {Q_TEXT, "abcd", 1},      {Q_TEXT, "abcde", -1},    {Q_TEXT, "әіңғ", 1},
        {Q_TEXT, "әіңғү", -1},    {Q_TEXT, "a\xff", -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t value = -7;
        const struct kind *kind = kind_of(rows[i].type);
        int status = kind->parse(&pack, &q, rows[i].word, strlen(rows[i].word), &value);
        if (status != (rows[i].value < 0 ? -1 : 0) || (!status && value != rows[i].value))
            fail_msg("%s of type %d: %d, %lld", rows[i].word, rows[i].type, status,
                     (long long)value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),   cmocka_unit_test(test_grid),
        cmocka_unit_test(test_grid_ends), cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_constants), cmocka_unit_test(test_bands),
        cmocka_unit_test(test_json),      cmocka_unit_test(test_choices_and_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
