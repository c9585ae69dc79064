// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include "front/keys.h"

static enum keys_kind read_all(const char *bytes, input *key, size_t *used)
{
    struct keys keys = {.len = 0};
    *key = INPUT_NONE;
    for (*used = 0; bytes[*used];)
        if (keys_take(&keys, (unsigned char)bytes[(*used)++]))
            break;
    return keys_meaning(&keys, key);
}

static void known_sequences(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        input key;
    } rows[] = {
        {"[A", INPUT_UP},         {"OB", INPUT_DOWN},  {"[1~", INPUT_HOME},
        {"[6~", INPUT_PAGE_DOWN}, {"[[A", INPUT_F(1)}, {"[24~", INPUT_F(12)},
        {"[Z", INPUT_BACK_TAB},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        input key;
        size_t used;
        assert_int_equal(read_all(rows[i].bytes, &key, &used), KEYS_IS_KEY);
        assert_int_equal(key, rows[i].key);
        assert_int_equal(used, strlen(rows[i].bytes));
    }
}

// What nobody knows is swallowed whole: none of it may become typed text.
static void unknown_sequences_are_swallowed(void **state)
{
    (void)state;
    static const char *const rows[] = {"[1;5A", "[57;5u", "[<0;3;4M",
                                       "[99~",  "x",      "[11111111111111111111111111111111111~"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        input key;
        size_t used;
        assert_int_equal(read_all(rows[i], &key, &used), KEYS_IS_NOTHING);
        assert_int_equal(used, strlen(rows[i]));
        assert_int_equal(key, INPUT_NONE);
    }
}

static void pastes_and_controls(void **state)
{
    (void)state;
    input key;
    size_t used;
    assert_int_equal(read_all("[200~", &key, &used), KEYS_IS_PASTE_START);
    assert_int_equal(read_all("[201~", &key, &used), KEYS_IS_PASTE_END);
    assert_int_equal(keys_control(12), INPUT_CTRL('L'));
    assert_int_equal(keys_control(8), INPUT_BACKSPACE);
    assert_int_equal(keys_control(127), INPUT_BACKSPACE);
    assert_int_equal(keys_control(13), INPUT_ENTER);
    assert_int_equal(keys_control(0), INPUT_NONE);
    assert_int_equal(keys_control(31), INPUT_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_sequences),
        cmocka_unit_test(unknown_sequences_are_swallowed),
        cmocka_unit_test(pastes_and_controls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
