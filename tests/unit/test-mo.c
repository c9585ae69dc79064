// SPDX-License-Identifier: MIT
// The check of foreign catalogues: real ones pass; what a damaged one could do to libintl does not.
#include <stdlib.h>
#include "unit.h"
#include "base/text.h"
#include "tongue/mo.h"

static unsigned char good[1 << 20];
static size_t good_len;

static int set_up(void **state)
{
    (void)state;
    struct text path = TEXT_INIT;
    text_printf(&path, "%s/locale/ru/LC_MESSAGES/tanu.mo",
                getenv("TANU_BUILD") ? getenv("TANU_BUILD") : ".");
    FILE *file = fopen(text_str(&path), "rb");
    assert_non_null(file);
    good_len = fread(good, 1, sizeof good, file);
    fclose(file);
    const char *fault;
    struct mo *mo = mo_open(text_str(&path), &fault);
    assert_null(fault);
    assert_string_equal(mo_find(mo, "Back"), "Назад");
    assert_string_equal(mo_find(mo, "tab\004Papers"), "Документы");
    assert_non_null(strstr(mo_find(mo, ""), "Language: ru\n"));
    assert_null(mo_find(mo, "Papers of no context"));
    assert_null(mo_find(mo, "\x7f"));
    mo_close(mo);
    text_release(&path);
    return 0;
}

static void set_word(unsigned char *bytes, size_t at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        bytes[at + (size_t)i] = (unsigned char)(value >> 8 * i);
}

static uint32_t word(const unsigned char *bytes, size_t at)
{
    return (uint32_t)bytes[at] | (uint32_t)bytes[at + 1] << 8 | (uint32_t)bytes[at + 2] << 16 |
           (uint32_t)bytes[at + 3] << 24;
}

static unsigned char *copy(void)
{
    unsigned char *bytes = malloc(good_len);
    assert_non_null(bytes);
    memcpy(bytes, good, good_len);
    return bytes;
}

static void test_real_one_passes(void **state)
{
    (void)state;
    assert_null(mo_check(good, good_len));
}

static void test_cut_short(void **state)
{
    (void)state;
    for (size_t len = 0; len < good_len; len += len < 64 ? 1 : 97) {
        unsigned char *bytes = malloc(len ? len : 1); // a block of its own: reading past it is seen
        memcpy(bytes, good, len);
        assert_non_null(mo_check(bytes, len));
        free(bytes);
    }
}

static void test_bad_words(void **state)
{
    (void)state;
    static const struct {
        size_t at;
        uint32_t value;
    } damage[] = {
        {0, 0},           {4, 1},   {4, 0x10000},     {8, 0},  {8, 0xffffffff},  {8, 200000},
        {12, 0xfffffff0}, {12, 30}, {16, 0x7fffffff}, {20, 4}, {20, 0xffffffff}, {24, 0xfffffffc},
    };
    for (size_t i = 0; i < sizeof damage / sizeof *damage; i++) {
        unsigned char *bytes = copy();
        set_word(bytes, damage[i].at, damage[i].value);
        assert_non_null(mo_check(bytes, good_len));
        free(bytes);
    }
}

// One that says nothing is none.
static void test_empty(void **state)
{
    (void)state;
    unsigned char *bytes = calloc(1, good_len);
    assert_non_null(bytes);
    memcpy(bytes, good, 4);
    set_word(bytes, 12, 28);
    set_word(bytes, 16, 28);
    set_word(bytes, 24, 28);
    const char *fault = mo_check(bytes, good_len);
    assert_non_null(fault);
    assert_string_equal(fault, "no strings, or too many");
    free(bytes);
}

static void test_bad_strings(void **state)
{
    (void)state;
    uint32_t originals = word(good, 12), translations = word(good, 16);
    unsigned char *bytes = copy();
    set_word(bytes, translations + 8, 0x7fffffff); // a length that wraps
    assert_non_null(mo_check(bytes, good_len));
    memcpy(bytes, good, good_len);
    set_word(bytes, originals + 8 + 4, word(good, originals + 16 + 4)); // out of order, or no NUL
    assert_non_null(mo_check(bytes, good_len));
    memcpy(bytes, good, good_len);
    bytes[word(good, translations + 8 + 4)] = 0x1b; // an escape sequence for the terminal
    assert_non_null(mo_check(bytes, good_len));
    memcpy(bytes, good, good_len);
    bytes[word(good, translations + 8 + 4)] = 0xff; // no UTF-8
    assert_non_null(mo_check(bytes, good_len));
    free(bytes);
}

static void test_full_hash_table(void **state)
{
    (void)state;
    uint32_t size = word(good, 20), offset = word(good, 24);
    unsigned char *bytes = copy();
    if (size > 2) {
        for (uint32_t i = 0; i < size; i++)
            set_word(bytes, offset + 4 * i, 1);
        assert_non_null(mo_check(bytes, good_len)); // libintl would look for ever
    }
    free(bytes);
}

// Whatever the bytes are: an answer, no read outside (the sanitizers watch).
static void test_mutations(void **state)
{
    (void)state;
    uint32_t seed = 12345;
    unsigned char *bytes = copy();
    for (int round = 0; round < 3000; round++) {
        memcpy(bytes, good, good_len);
        for (int k = 0; k < 4; k++) {
            seed = seed * 1664525u + 1013904223u;
            size_t range = round % 2                   ? good_len
                           : word(good, 24) < good_len ? word(good, 24)
                                                       : good_len;
            bytes[seed % range] = (unsigned char)(seed >> 13);
        }
        mo_check(bytes, good_len);
    }
    free(bytes);
}

static void test_no_file(void **state)
{
    (void)state;
    const char *fault = NULL;
    assert_null(mo_open("/nonexistent/x.mo", &fault));
    assert_non_null(fault);
    mo_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_real_one_passes), cmocka_unit_test(test_cut_short),
        cmocka_unit_test(test_bad_words),       cmocka_unit_test(test_empty),
        cmocka_unit_test(test_bad_strings),     cmocka_unit_test(test_full_hash_table),
        cmocka_unit_test(test_mutations),       cmocka_unit_test(test_no_file),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
