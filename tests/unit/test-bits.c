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
    assert_true(bits_has(set, 0) && bits_has(set, 129) && !bits_has(set, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(single_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
