// SPDX-License-Identifier: MIT
// The letters of JSON: numbers, strings and their escapes, each also cut at every length, where
// what stands behind the end must not matter.
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/json_scan.h"
#include "edge.h"
#include "tests/unit/unit.h"

struct told {
    int status;
    size_t len, taken; // of what was read, of what was gone over
    size_t where;      // what is wrong stands there
    const char *wrong;
    bool content;
    char bytes[64];
};

typedef int read_one(struct json_scan *s, char **bytes, size_t *len);

static int read_string(struct json_scan *s, char **bytes, size_t *len)
{
    return json_string(s, bytes, len, true);
}

static int read_as_it_came(struct json_scan *s, char **bytes, size_t *len)
{
    return json_string(s, bytes, len, false);
}

// Reads the first `n` bytes of the text; `behind`: what stands after them, and then memory ends.
static struct told ask(read_one *read, const char *text, size_t n, const char *behind)
{
    struct text whole = TEXT_INIT;
    text_bytes(&whole, text, n);
    text_add(&whole, behind);
    struct edge edge = edge_copy(text_str(&whole), whole.len);
    char *copy = edge.bytes, *bytes = NULL;
    struct json_scan s = {.at = copy, .end = copy + n};
    struct told told = {0};
    size_t len = 0;
    told.status = read(&s, &bytes, &len);
    if (told.status == 0 && len < sizeof told.bytes) {
        memcpy(told.bytes, bytes, len);
        told.len = len;
    }
    told.taken = (size_t)(s.at - copy);
    told.wrong = s.wrong;
    told.where = s.where ? (size_t)(s.where - copy) : 0;
    told.content = s.content;
    text_release(&whole);
    edge_free(&edge);
    return told;
}

static void same_when_cut(read_one *read, const char *text)
{
    for (size_t n = 1; n <= strlen(text); n++) {
        struct told alone = ask(read, text, n, ""), more = ask(read, text, n, text + n);
        struct told other = ask(read, text, n, "0000000");
        if (alone.status != more.status || alone.taken != more.taken || alone.len != more.len ||
            alone.status != other.status || alone.taken != other.taken)
            fail_msg("%.*s reads on into %s", (int)n, text, text + n);
        assert_memory_equal(alone.bytes, more.bytes, sizeof alone.bytes);
        assert_int_equal(alone.where, more.where);
        if (alone.status)
            assert_string_equal(alone.wrong, more.wrong);
    }
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t taken;
        const char *wrong;
    } rows[] = {
        {"0", 1, NULL},           {"9", 1, NULL},
        {"-0", 2, NULL},          {"10", 2, NULL},
        {"907", 3, NULL},         {"-12.50", 6, NULL},
        {"0.5", 3, NULL},         {"1e5", 3, NULL},
        {"1E5", 3, NULL},         {"1e+5", 4, NULL},
        {"1e-05", 5, NULL},       {"1.5e3", 5, NULL},
        {"1,", 1, NULL},          {"1f", 1, NULL},
        {"1-2", 1, NULL},         {"1/", 1, NULL},
        {"1:", 1, NULL},          {"1.0.", 3, NULL},
        {"05", 0, "No JSON"},     {"00", 0, "No JSON"},
        {"-", 0, "No JSON"},      {"--1", 0, "No JSON"},
        {"+1", 0, "No JSON"},     {".5", 0, "No JSON"},
        {"e5", 0, "No JSON"},     {"1.", 0, "after its point"},
        {"1.e5", 0, "its point"}, {"1.-5", 0, "its point"},
        {"1e", 0, "exponent"},    {"1e+", 0, "exponent"},
        {"1e+-5", 0, "exponent"}, {"1ee5", 0, "exponent"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct told told = ask(json_number, rows[i].text, strlen(rows[i].text), "");
        if (rows[i].wrong && (told.status != -1 || !strstr(told.wrong, rows[i].wrong)))
            fail_msg("%s is taken for a number", rows[i].text);
        if (!rows[i].wrong && (told.status != 0 || told.taken != rows[i].taken))
            fail_msg("of %s %zu bytes are taken", rows[i].text, told.taken);
        same_when_cut(json_number, rows[i].text);
    }
}

static void test_strings(void **state)
{
    (void)state;
    static const struct {
        const char *text, *bytes; // NULL: refused
        const char *wrong;        // and what is wrong; the string itself is over, as content
        bool content;
    } rows[] = {
        {"\"\"", "", NULL, false},
        {"\"abc\"", "abc", NULL, false},
        {"\"1234567\"", "1234567", NULL, false},
        {"\"12345678\"", "12345678", NULL, false},
        {"\"123456789 ~\x7f\"", "123456789 ~\x7f", NULL, false},
        {"\"12345678\\n9\"", "12345678\n9", NULL, false},
        {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", NULL, false},
        {"\"\\u0041\\u00e9\\u20AC\\u0009\"", "A\xc3\xa9\xe2\x82\xac\t", NULL, false},
        {"\"\\uafAF\\u09f0\"", "\xea\xbe\xaf\xe0\xa7\xb0", NULL, false},
        {"\"\\ud800\\udc00\"", "\xf0\x90\x80\x80", NULL, false},
        {"\"\\uD83D\\uDE00x\"", "\xf0\x9f\x98\x80x", NULL, false},
        {"\"\\udbff\\udfff\"", "\xf4\x8f\xbf\xbf", NULL, false},
        {"\"\\ud7ff\\ue000\"", "\xed\x9f\xbf\xee\x80\x80", NULL, false},
        {"\"\\ud83d\"", NULL, "Half a surrogate", true},
        {"\"\\udc00\"", NULL, "Half a surrogate", true},
        {"\"\\udfff\"", NULL, "Half a surrogate", true},
        {"\"\\udc00\\udc00\"", NULL, "Half a surrogate", true},
        {"\"\\ud83d\\u0041\"", NULL, "Half a surrogate", true},
        {"\"\\ud83d\\udbff\"", NULL, "Half a surrogate", true},
        {"\"\\ud83d\\ue000\"", NULL, "Half a surrogate", true},
        {"\"\\ud83d\\n1234\"", NULL, "Half a surrogate", true},
        {"\"\\ud83dxudc00\"", NULL, "Half a surrogate", true},
        {"\"a\\u0000\"", NULL, "A zero", true},
        {"\"\\x\"", NULL, "An escape", false},
        {"\"\\u12\"", NULL, "An escape", false},
        {"\"\\u00g0\"", NULL, "An escape", false},
        {"\"\\u00G0\"", NULL, "An escape", false},
        {"\"\\u000/\"", NULL, "An escape", false},
        {"\"\\u000:\"", NULL, "An escape", false},
        {"\"\\u000`\"", NULL, "An escape", false},
        {"\"\\u000@\"", NULL, "An escape", false},
        {"\"abc", NULL, "ends inside", false},
        {"\"12345678", NULL, "ends inside", false},
        {"\"abc\\", NULL, "ends inside", false},
        {"\"abc\\\"", NULL, "ends inside", false},
        {"\"a\nb\"", NULL, "A control", false},
        {"\"1234567\x1f\"", NULL, "A control", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct told told = ask(read_string, rows[i].text, strlen(rows[i].text), "");
        if (told.status != (rows[i].bytes ? 0 : -1))
            fail_msg("%s: %s", rows[i].text, told.wrong ? told.wrong : "taken");
        if (rows[i].bytes) {
            assert_string_equal(told.bytes, rows[i].bytes);
            assert_int_equal(told.len, strlen(rows[i].bytes));
        } else if (!strstr(told.wrong, rows[i].wrong)) {
            fail_msg("%s: %s", rows[i].text, told.wrong);
        }
        assert_int_equal(told.content, rows[i].content);
        if (told.content)
            assert_int_equal(rows[i].text[told.where], '\\');
        if (!told.status || told.content)
            assert_int_equal(told.taken, strlen(rows[i].text));
        same_when_cut(read_string, rows[i].text);
        same_when_cut(read_as_it_came, rows[i].text);
    }
}

// What is handed back as it came.
static void test_escapes(void **state)
{
    (void)state;
    static const struct {
        const char *text, *out; // NULL: refused
    } rows[] = {
        {"", ""},
        {"plain", "plain"},
        {"\\\"\\\\\\/\\b\\f\\n\\r\\t", "\\\"\\\\\\/\\b\\f\\n\\r\\t"},
        {"\\u0041b", "\\u0041b"},
        {"\\ud83d\\ude00\\u0041", "\\ud83d\\ude00\\u0041"},
        {"\\ud83d\\ude00\\ude00", "\\ud83d\\ude00\\ufffd"},
        {"\\ud83d", "\\ufffd"},
        {"\\ud83dx", "\\ufffdx"},
        {"\\ud83d\\\\", "\\ufffd\\\\"},
        {"\\ud83d\\ud83d\\ude00", "\\ufffd\\ud83d\\ude00"},
        {"\\udc00\\n", "\\ufffd\\n"},
        {"\\q", NULL},
        {"\\u12g4", NULL},
        {"\\u12", NULL},
        {"\\ud83d\\q", NULL},
        {"\\ud83d\\ude00\\q", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char copy[64] = "";
        strcpy(copy, rows[i].text);
        size_t len = strlen(copy);
        strcpy(copy + len, "\\q"); // belongs to somebody else
        int status = json_escapes(copy, copy + len);
        copy[strlen(copy) - 2] = '\0';
        if (status != (rows[i].out ? 0 : -1))
            fail_msg("%s: %d", rows[i].text, status);
        if (rows[i].out)
            assert_string_equal(copy, rows[i].out);
    }
}

static void test_space(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t n, taken;
    } rows[] = {{"", 0, 0}, {" \t\r\n1", 5, 4}, {"  ", 2, 2}, {"   ", 2, 2}, {"\v ", 2, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char copy[16] = "";
        strcpy(copy, rows[i].text);
        struct json_scan s = {.at = copy, .end = copy + rows[i].n};
        json_space(&s);
        assert_int_equal(s.at - copy, rows[i].taken);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_strings),
        cmocka_unit_test(test_escapes), cmocka_unit_test(test_space)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
