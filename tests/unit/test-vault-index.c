// SPDX-License-Identifier: MIT
// The index of a sealed desk: what is read, what is refused, and entries that come, go and are
// found.
#include "tests/unit/unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "case/store_parts.h"
#include "case/vault.h"

#define ID "0123456789abcdeffedcba9876543210"
#define OTHER "ffeeddccbbaa99887766554433221100"
#define HEAD "tanu-desk 1\ngeneration 17\nwhole 1\n"

static void test_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum store_fault fault;
        int n;
    } rows[] = {
        {HEAD, STORE_GOOD, 0},
        {"tanu-desk 1\ngeneration 0\nwhole 0\n", STORE_GOOD, 0},
        {"tanu-desk 1\ngeneration 999999999999999999\nwhole 0\n", STORE_GOOD, 0},
        {HEAD "case " ID " " OTHER " - 1 0 a\n", STORE_GOOD, 1},
        {HEAD "case " ID " " OTHER " " ID " 2 7 a b\n", STORE_GOOD, 1},
        {HEAD "case " ID " " ID " - 1 0 a\ncase " ID " " ID " - 1 0 b\n", STORE_GOOD, 2},
        {"", STORE_DAMAGED, 0},
        {"tanu-desk 1\n", STORE_DAMAGED, 0},
        {"tanu-desk 1\ngeneration 17\n", STORE_DAMAGED, 0},
        {"tanu-desk 1\ngeneration 17\nwhole 1", STORE_DAMAGED, 0}, // without its last line end
        {"tanu-desk 0\ngeneration 17\nwhole 1\n", STORE_DAMAGED, 0},
        {"tanu-desk 2\nwhatever\n", STORE_NEWER, 0},
        {"tanu-desk x\ngeneration 17\nwhole 1\n", STORE_DAMAGED, 0},
        {"tanu-desk \ngeneration 17\nwhole 1\n", STORE_DAMAGED, 0},
        {"tanu-desk 1 \ngeneration 17\nwhole 1\n", STORE_DAMAGED, 0},
        {"desk 1\ngeneration 17\nwhole 1\n", STORE_DAMAGED, 0},
        {"tanu-desk 1\nwhole 1\ngeneration 17\n", STORE_DAMAGED, 0},
        {"tanu-desk 1\ngeneration 1000000000000000000\nwhole 0\n", STORE_DAMAGED, 0},
        {"tanu-desk 1\ngeneration -1\nwhole 0\n", STORE_DAMAGED, 0},
        {"tanu-desk 1\ngeneration 17\nwhole 2\n", STORE_DAMAGED, 0},
        {"tanu-desk 1\ngeneration 17\nwhole 1x\n", STORE_DAMAGED, 0},
        {"tanu-desk 1\ngeneration 17\nwhole x\n", STORE_DAMAGED, 0},
        {HEAD "\n", STORE_DAMAGED, 0},
        {HEAD "cases " ID " " OTHER " - 1 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case " ID " - 1 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case " ID "0 " OTHER " - 1 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case 0011223344556677 " OTHER " - 1 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case 0011223344556677889 " OTHER " - 1 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case 00112233445566778899AABBCCDDEEFF " OTHER " - 1 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case 00112233445566778899aabbccddeefg " OTHER " - 1 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case " ID " " OTHER " 1 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case " ID " " OTHER " - 0 0 a\n", STORE_DAMAGED, 0}, // the first version is 1
        {HEAD "case " ID " " OTHER " - 1 a\n", STORE_DAMAGED, 0},
        {HEAD "case " ID " " OTHER " - 1  a\n", STORE_DAMAGED, 0},
        {HEAD "case " ID " " OTHER " - x 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case " ID " " OTHER " - 1 0 \n", STORE_DAMAGED, 0},
        {HEAD "case " ID " " OTHER " - 1 0 .a\n", STORE_DAMAGED, 0},
        {HEAD "case " ID " " ID " - 1 0 b\ncase " ID " " ID " - 1 0 a\n", STORE_DAMAGED, 0},
        {HEAD "case " ID " " ID " - 1 0 a\ncase " ID " " ID " - 1 0 a\n", STORE_DAMAGED, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct vault_index index = {.n = 0};
        struct text out = TEXT_INIT;
        enum store_fault fault = vault_index_read(&index, rows[i].text, strlen(rows[i].text));
        if (fault != rows[i].fault || index.n != rows[i].n)
            fail_msg("row %zu: %d, %d entries", i, fault, index.n);
        if (!fault) {
            vault_index_write(&index, &out);
            assert_string_equal(text_str(&out), rows[i].text); // what is read is written again
        }
        text_release(&out);
        vault_index_release(&index);
    }
    struct vault_index index = {.n = 0};
    static const char zero[] = HEAD "\0";
    assert_int_equal(vault_index_read(&index, zero, sizeof zero - 1), STORE_DAMAGED);
    assert_int_equal(vault_index_read(&index, HEAD, strlen(HEAD)), STORE_GOOD);
    assert_int_equal(index.generation, 17);
    assert_true(index.whole);
    vault_index_release(&index);
}

static void test_changes(void **state)
{
    (void)state;
    struct vault_index index = {.n = 0};
    char name[16];
    // Two hundred names, in an order of their own, so that there is no place that was not tried.
    for (int i = 0; i < 200; i++) {
        snprintf(name, sizeof name, "n%03d", i * 77 % 200);
        assert_null(vault_index_find(&index, name));
        struct vault_entry *e = vault_index_add(&index, name);
        assert_string_equal(e->name, name);
        e->number = (uint64_t)(i * 77 % 200);
    }
    assert_int_equal(index.n, 200);
    for (int i = 0; i < 200; i++) {
        snprintf(name, sizeof name, "n%03d", i);
        assert_string_equal(index.entries[i].name, name);
        assert_ptr_equal(vault_index_find(&index, name), &index.entries[i]);
        assert_int_equal(index.entries[i].number, i);
    }
    static const char *const none[] = {"", "a", "n", "n0000", "n1000", "n200", "z"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_null(vault_index_find(&index, none[i]));
        vault_index_remove(&index, none[i]);
    }
    assert_int_equal(index.n, 200);
    // The first, the last, one between.
    static const char *const gone[] = {"n000", "n199", "n100"};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
        vault_index_remove(&index, gone[i]);
        assert_null(vault_index_find(&index, gone[i]));
    }
    assert_int_equal(index.n, 197);
    assert_string_equal(index.entries[0].name, "n001");
    assert_string_equal(index.entries[98].name, "n099");
    assert_string_equal(index.entries[99].name, "n101");
    assert_string_equal(index.entries[196].name, "n198");
    vault_index_release(&index);
    assert_int_equal(index.n, 0);
    const unsigned char id[VAULT_ID] = {0, 0x11, 0xab, 0xff};
    char hex[VAULT_HEX];
    vault_hex(id, hex);
    assert_string_equal(hex, "0011abff000000000000000000000000");
}

// Where the key file is gone, one sealed case is enough to say so: a name before the ending.
static void test_look(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum store_fault fault;
    } rows[] = {
        {"a.sealed", STORE_GONE}, {".sealed", STORE_GOOD},   {"asealed", STORE_GOOD},
        {"a.seale", STORE_GOOD},  {"a.sealed~", STORE_GOOD},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char dir[] = "/tmp/tanu-vault.XXXXXX", path[100];
        bool there = true;
        assert_non_null(mkdtemp(dir));
        assert_int_equal(vault_look(dir, &there), STORE_GOOD);
        assert_false(there);
        snprintf(path, sizeof path, "%s/%s", dir, rows[i].name);
        assert_int_equal(close(open(path, O_CREAT | O_WRONLY, 0600)), 0);
        enum store_fault fault = vault_look(dir, &there);
        if (fault != rows[i].fault)
            fail_msg("%s: %d", rows[i].name, fault);
        assert_int_equal(unlink(path) | rmdir(dir), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_read), cmocka_unit_test(test_changes),
                                       cmocka_unit_test(test_look)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
