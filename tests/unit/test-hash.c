// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include "base/hash.h"

static void every_byte_counts(void **state)
{
    (void)state;
    unsigned char bytes[400] = {0};
    for (size_t len = 0; len < sizeof bytes; len += len < 80 ? 1 : 13) {
        uint64_t plain = hash_bytes(bytes, len, 1);
        assert_true(plain != hash_bytes(bytes, len + 1, 1));
        assert_true(plain != hash_bytes(bytes, len, 2));
        for (size_t i = 0; i < len; i++) {
            bytes[i] ^= 1;
            assert_true(plain != hash_bytes(bytes, len, 1));
            bytes[i] ^= 1;
        }
    }
    assert_true(hash_string("ab") != hash_string("ba"));
    assert_true(hash_mix(1, 2) != hash_mix(2, 1));
}

static void table_finds_what_was_put(void **state)
{
    (void)state;
    struct arena a = {0};
    struct table t;
    table_init(&t, &a);
    assert_int_equal(table_get(&t, "none"), -1);
    for (int i = 0; i < 3000; i++)
        assert_int_equal(table_put(&t, arena_printf(&a, "key-%d", i), i), -1);
    assert_int_equal(table_put(&t, "key-17", 99), 17);
    assert_int_equal(t.count, 3000);
    for (int i = 0; i < 3000; i++) {
        char key[16];
        snprintf(key, sizeof key, "key-%d", i);
        assert_int_equal(table_get(&t, key), i);
    }
    assert_int_equal(table_get(&t, "key-3000"), -1);
    assert_int_equal(table_get_n(&t, "key-123456", 6), 12);
    assert_int_equal(table_put(&t, "", 5), -1);
    assert_int_equal(table_get(&t, ""), 5);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_counts),
        cmocka_unit_test(table_finds_what_was_put),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
