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

BITS_TYPE(small_set, 130)

static struct small_set set_of(int32_t a, int32_t b, int32_t c)
{
    struct small_set set = {{0}};
    small_set_add(&set, a);
    small_set_add(&set, b);
    small_set_add(&set, c);
    return set;
}

static void walks(void **state)
{
    (void)state;
    const struct small_set none = {{0}}, set = set_of(0, 64, 129), all = small_set_all();
    assert_int_equal(small_set_next(&none, 0), -1);
    assert_int_equal(small_set_next(&set, 0), 0);
    assert_int_equal(small_set_next(&set, 1), 64);
    assert_int_equal(small_set_next(&set, 64), 64);
    assert_int_equal(small_set_next(&set, 65), 129);
    assert_int_equal(small_set_next(&set, 130), -1);
    assert_int_equal(small_set_next(&set, 192), -1); // past the last word
    assert_int_equal(small_set_last(&none, 130), -1);
    assert_int_equal(small_set_last(&set, 130), 129);
    assert_int_equal(small_set_last(&set, 129), 64);
    assert_int_equal(small_set_last(&set, 65), 64);
    assert_int_equal(small_set_last(&set, 64), 0);
    assert_int_equal(small_set_last(&set, 0), -1);
    assert_int_equal(small_set_next(&all, 63), 63);
    assert_int_equal(small_set_next(&all, 64), 64);
}

static void operations(void **state)
{
    (void)state;
    struct small_set a = set_of(1, 64, 129), b = set_of(1, 65, 129), none = {{0}};
    struct small_set either = small_set_or(a, b), both = small_set_and(a, b);
    struct small_set rest = small_set_without(a, b);
    assert_true(small_set_has(&either, 64) && small_set_has(&either, 65));
    assert_true(small_set_has(&both, 129) && !small_set_has(&both, 64));
    assert_true(small_set_has(&rest, 64) && !small_set_has(&rest, 1) && !small_set_has(&rest, 129));
    assert_true(small_set_any(&rest) && !small_set_any(&none));
    assert_int_equal(small_set_count(&either), 4);
    assert_int_equal(small_set_count(&none), 0);
    small_set_drop(&rest, 64);
    assert_false(small_set_any(&rest));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(single_bits),
        cmocka_unit_test(walks),
        cmocka_unit_test(operations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
