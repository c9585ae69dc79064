// SPDX-License-Identifier: MIT
// What keys mean, by context and keyboard layout.
#include "unit.h"
#include "wizard/action.h"

static enum action on(input key, enum context context)
{
    return action_for(key, context, ~0u); // of a kiosk too
}

static void test_lists(void **state)
{
    (void)state;
    assert_int_equal(on(INPUT_ENTER, CONTEXT_CHOICES), ACTION_ACCEPT);
    assert_int_equal(on(INPUT_BACKSPACE, CONTEXT_CHOICES), ACTION_BACK);
    assert_int_equal(on(INPUT_LEFT, CONTEXT_CHOICES), ACTION_BACK);
    assert_int_equal(on(INPUT_LEFT, CONTEXT_RESULT), ACTION_PREVIOUS_TAB);
    assert_int_equal(on(INPUT_TAB, CONTEXT_RESULT), ACTION_NEXT_TAB);
    assert_int_equal(on(INPUT_TAB, CONTEXT_CHOICES), ACTION_DOWN);
    assert_int_equal(on('q', CONTEXT_CHOICES), ACTION_QUIT);
    assert_int_equal(on(0x0439, CONTEXT_CHOICES), ACTION_QUIT); // й
    assert_int_equal(on('?', CONTEXT_CHOICES), ACTION_HELP);
    assert_int_equal(on(' ', CONTEXT_MANY), ACTION_TOGGLE);
    assert_int_equal(on(INPUT_CTRL('L'), CONTEXT_CHOICES), ACTION_REDRAW);
}

static void test_text(void **state)
{
    (void)state;
    for (input key = ' '; key < 0x7f; key++)
        assert_int_equal(on(key, CONTEXT_FIELD), ACTION_TYPE);
    assert_int_equal(on(0x0439, CONTEXT_SEARCH), ACTION_TYPE);
    assert_int_equal(on(INPUT_BACKSPACE, CONTEXT_FIELD), ACTION_ERASE);
    assert_int_equal(on(INPUT_LEFT, CONTEXT_SEARCH), ACTION_LEFT);
    assert_int_equal(on(INPUT_TAB, CONTEXT_SEARCH), ACTION_DOWN);
    assert_int_equal(on(INPUT_BACK_TAB, CONTEXT_PICK), ACTION_UP);
    assert_int_equal(on(INPUT_F(1), CONTEXT_FIELD), ACTION_HELP);
    assert_int_equal(on(INPUT_ESCAPE, CONTEXT_FIELD), ACTION_CLOSE);
}

static void test_compare(void **state)
{
    (void)state;
    assert_int_equal(on('c', CONTEXT_RESULT), ACTION_COMPARE);
    assert_int_equal(on(0x0441, CONTEXT_RESULT), ACTION_COMPARE); // с, on the key of c
    assert_int_equal(on(INPUT_F(6), CONTEXT_RESULT), ACTION_COMPARE);
    assert_int_equal(on(INPUT_F(6), CONTEXT_CHOICES), ACTION_RESULT);
    assert_int_equal(on(' ', CONTEXT_PICK), ACTION_TYPE);
    assert_int_equal(on('c', CONTEXT_PICK), ACTION_TYPE);
}

static void test_digits(void **state)
{
    (void)state;
    static const uint32_t kazakh[] = {'"', 0x04D9, 0x0456, 0x04A3, 0x0493};
    static const uint32_t shifted[] = {'!', 0x04D8, 0x0406, 0x04A2, 0x0492};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(input_digit(kazakh[i]), i + 1);
        assert_int_equal(input_digit(shifted[i]), i + 1);
        assert_int_equal(on(kazakh[i], CONTEXT_CHOICES), ACTION_NUMBER);
    }
    assert_int_equal(on('9', CONTEXT_CHOICES), ACTION_NUMBER);
    assert_int_equal(on(0x06F2, CONTEXT_CHOICES), ACTION_NUMBER); // Persian, Arabic, full width
    assert_int_equal(on(0x0663, CONTEXT_MANY), ACTION_NUMBER);
    assert_int_equal(on(0xFF14, CONTEXT_RESULT), ACTION_NUMBER);
    assert_int_equal(input_digit('x'), -1);
}

static void test_confirm(void **state)
{
    (void)state;
    assert_int_equal(on('y', CONTEXT_CONFIRM), ACTION_YES);
    assert_int_equal(on('n', CONTEXT_CONFIRM), ACTION_NO);
    static const struct {
        input key;
        enum action action;
    } letters[] = {
        {0x043D, ACTION_NO},  {0x041D, ACTION_NO},  // н of "нет", which is the key of y
        {0x0436, ACTION_NO},  {0x0434, ACTION_YES}, // ж of "жоқ", д of "да"
        {0x0438, ACTION_YES}, {0x0414, ACTION_YES}, // и for "иә"
        {'Y', ACTION_YES},    {'N', ACTION_NO},
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        assert_int_equal(on(letters[i].key, CONTEXT_CONFIRM), letters[i].action);
    assert_int_equal(on('2', CONTEXT_CONFIRM), ACTION_NUMBER);
    assert_int_equal(on(INPUT_ESCAPE, CONTEXT_CONFIRM), ACTION_CLOSE);
}

static void test_abilities(void **state)
{
    (void)state;
    assert_int_equal(action_for(INPUT_CTRL('C'), CONTEXT_CHOICES, ABILITY_KIOSK), ACTION_NONE);
    assert_int_equal(action_for('q', CONTEXT_CHOICES, ABILITY_KIOSK), ACTION_NONE);
    assert_int_equal(action_for(INPUT_F(1), CONTEXT_CHOICES, ABILITY_KIOSK), ACTION_HELP);
}

// What a kiosk has whose policy grants nothing: whoever adds an action decides here whether it is
// harmless to people and machine, or needs an ability.
static void test_kiosk_has_no_more(void **state)
{
    (void)state;
    static const char *const harmless =
        " accept back number toggle unknown up down first last page-up page-down next-tab "
        "previous-tab explain help why review result compare language redraw close again left "
        "right erase erase-next erase-all yes no menu find undo next-country country-before fill "
        "details need ";
    size_t count;
    const struct action_row *row = action_rows(&count);
    for (size_t i = 0; i < count; i++) {
        char word[40];
        snprintf(word, sizeof word, " %s ", row[i].id);
        if (!(row[i].ability & ~(unsigned)ABILITY_KIOSK) && !strstr(harmless, word))
            fail_msg("%s is granted to every kiosk; give it an ability", row[i].id);
    }
}

// Each action that is not basic stands in a menu, and the menu is behind keys that every phone has.
static void test_without_f_keys(void **state)
{
    (void)state;
    size_t count;
    const struct action_row *row = action_rows(&count);
    for (size_t i = 0; i < count; i++)
        for (unsigned context = 1; context < CONTEXT_ANY && !row[i].basic; context <<= 1) {
            enum action menu[ACTIONS];
            int n = action_menu((enum context)context, ~0u, menu), at = 0;
            while (at < n && menu[at] != row[i].action)
                at++;
            if ((row[i].contexts & context) && at == n)
                fail_msg("%s is in no menu of context %u", row[i].id, context);
        }
    const struct action_row *help = action_row(ACTION_HELP);
    assert_true(help->typed && action_hears(help, '?')); // in an empty line too
    assert_int_equal(on('m', CONTEXT_PANEL), ACTION_MENU);
    assert_int_equal(on(0x044C, CONTEXT_PANEL), ACTION_MENU); // ь, on the key of m
    for (unsigned context = 1; context < CONTEXT_ANY; context <<= 1)
        if (context != CONTEXT_CONFIRM && context != CONTEXT_MENU && !(context & CONTEXT_TEXT))
            assert_int_equal(on('m', (enum context)context), ACTION_MENU);
}

// Whatever page the last person left: the next one begins anew, also from the question whether a
// diploma is to be removed.
static void test_anew(void **state)
{
    (void)state;
    assert_int_equal(on('n', (enum context)(CONTEXT_CONFIRM | CONTEXT_REMOVE)), ACTION_NO);
    assert_int_equal(action_for('n', CONTEXT_CONFIRM | CONTEXT_REMOVE, ABILITY_KIOSK), ACTION_NO);
    for (unsigned bit = 1; bit < CONTEXT_ANY << 1; bit <<= 1) {
        unsigned context = bit < CONTEXT_ANY ? bit : CONTEXT_CONFIRM | CONTEXT_REMOVE;
        int n;
        struct arena arena;
        arena_init(&arena);
        const struct hint *hints = action_footer(&arena, (enum context)context, ABILITY_KIOSK, &n);
        bool said = false;
        for (int i = 0; i < n; i++)
            said |= hints[i].action == ACTION_AGAIN;
        assert_true(said || context == CONTEXT_CONFIRM);
        arena_release(&arena);
        if (context != CONTEXT_CONFIRM)
            assert_int_equal(action_for(INPUT_F(8), (enum context)context, ABILITY_KIOSK),
                             ACTION_AGAIN);
    }
}

// Every row can be reached where the table says so, and nothing is without words.
static void test_table(void **state)
{
    (void)state;
    size_t count;
    const struct action_row *row = action_rows(&count);
    for (size_t i = 0; i < count; i++) {
        assert_true(row[i].keys[0] && *row[i].id && *row[i].label && *row[i].help &&
                    row[i].contexts);
        assert_ptr_equal(action_row(row[i].action), &row[i]);
        for (unsigned context = 1; context < CONTEXT_ANY; context <<= 1)
            if ((row[i].footer & context) && !(row[i].contexts & context))
                fail_msg("%s is in a footer where it is not valid", row[i].id);
    }
}

static bool shares_a_key(const struct action_row *a, const struct action_row *b, unsigned context)
{
    for (size_t i = 0; i <= ACTION_KEYS_MOST; i++) {
        input key = i < ACTION_KEYS_MOST ? a->keys[i] : a->also;
        bool typed = context & CONTEXT_TEXT && key >= ' ' && key < INPUT_UP;
        if (key && !typed && action_hears(b, key))
            return true;
    }
    return false;
}

// Two rows that share a key in one context: just one of them says that it wins, and it does.
static void test_no_silent_conflict(void **state)
{
    (void)state;
    size_t count;
    const struct action_row *row = action_rows(&count);
    int shared = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            for (unsigned context = 1; context < CONTEXT_ANY; context <<= 1) {
                if (!(action_contexts(&row[i], ~0u) & action_contexts(&row[k], ~0u) & context) ||
                    !shares_a_key(&row[i], &row[k], context))
                    continue;
                shared++;
                if (action_wins(&row[i], &row[k]) == action_wins(&row[k], &row[i]))
                    fail_msg("%s and %s share a key in context %u, and %s says which wins",
                             row[i].id, row[k].id, context,
                             action_wins(&row[i], &row[k]) ? "each" : "neither");
            }
    assert_true(shared > 3);
}

// Every row is what its keys mean where it is valid, unless another row wins there.
static void test_walk(void **state)
{
    (void)state;
    size_t count;
    const struct action_row *row = action_rows(&count);
    for (size_t i = 0; i < count; i++)
        for (unsigned context = 1; context < CONTEXT_ANY; context <<= 1)
            for (size_t k = 0; k < ACTION_KEYS_MOST && row[i].keys[k]; k++) {
                input key = row[i].keys[k];
                enum action means = on(key, (enum context)context);
                if (!(action_contexts(&row[i], ~0u) & context) || means == row[i].action)
                    continue;
                bool typed = context & CONTEXT_TEXT && means == ACTION_TYPE && key < INPUT_UP;
                if (!typed && !action_wins(action_row(means), &row[i]))
                    fail_msg("%s does not hear its key %zu in context %u", row[i].id, k, context);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_digits),
        cmocka_unit_test(test_confirm),
        cmocka_unit_test(test_abilities),
        cmocka_unit_test(test_kiosk_has_no_more),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_anew),
        cmocka_unit_test(test_no_silent_conflict),
        cmocka_unit_test(test_walk),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_digits),
        cmocka_unit_test(test_confirm),
        cmocka_unit_test(test_abilities),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_anew),
        cmocka_unit_test(test_no_silent_conflict),
        cmocka_unit_test(test_walk),
        cmocka_unit_test(test_without_f_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
