// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include "base/bits.h"

static void single_bits(void **state)
{
    (void)state;
    uint64_t set[BITS_WORDS(130)] = {0};
    assert_int_equal(sizeof set, 24);
    bits_set(set, 0);
    bits_set(set, 63);
    bits_set(set, 64);
    bits_set(set, 129);
    assert_true(bits_has(set, 63) && bits_has(set, 64) && !bits_has(set, 65));
    bits_clear(set, 63);
    bits_assign(set, 5, true);
    bits_assign(set, 0, false);
    assert_int_equal(bits_count(set, 3), 3);
    size_t seen[3], n = 0;
    BITS_EACH(i, set, 3)
    seen[n++] = i;
    assert_int_equal(n, 3);
    assert_int_equal(seen[0], 5);
    assert_int_equal(seen[1], 64);
    assert_int_equal(seen[2], 129);
    assert_true(bits_next(set, 3, 130) == SIZE_MAX);
    assert_true(bits_next(set, 3, 500) == SIZE_MAX);
}

static void whole_sets(void **state)
{
    (void)state;
    uint64_t a[2] = {0}, b[2] = {0};
    bits_fill(a, 70);
    assert_int_equal(bits_count(a, 2), 70);
    bits_set(b, 69);
    assert_true(bits_subset(b, a, 2));
    assert_false(bits_subset(a, b, 2));
    assert_true(bits_meet(a, b, 2));
    bits_minus(a, b, 2);
    assert_false(bits_meet(a, b, 2));
    bits_or(a, b, 2);
    assert_int_equal(bits_count(a, 2), 70);
    bits_and(a, b, 2);
    assert_true(bits_equal(a, b, 2));
    bits_zero(a, 2);
    assert_false(bits_any(a, 2));
    bits_fill(a, 128);
    assert_int_equal(bits_count(a, 2), 128);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(single_bits),
        cmocka_unit_test(whole_sets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
