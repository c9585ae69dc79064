// SPDX-License-Identifier: MIT
// What the policy of a kiosk grants: abilities, languages, the night.
#include "unit.h"
#include "wizard/action.h"
#include "wizard/policy.h"

static void test_nothing_is_granted(void **state)
{
    (void)state;
    struct policy p;
    memset(&p, 1, sizeof p);
    policy_init(&p);
    assert_int_equal(policy_abilities(&p), ABILITY_KIOSK | ABILITY_SEVERAL);
    assert_true(policy_speaks(&p, "kk"));
    for (int32_t minute = 0; minute < 24 * 60; minute++)
        assert_false(policy_night(&p, minute));
    assert_true(p.idle > 0 && p.warning > 0);
    assert_true(p.idle_lines > p.idle && p.warning_lines > p.warning); // who listens takes longer
}

static void test_abilities(void **state)
{
    (void)state;
    static const struct {
        struct policy grants;
        unsigned may;
    } rows[] = {
        {{.several = false}, 0},
        {{.several = true}, ABILITY_SEVERAL},
        {{.print = "queue"}, ABILITY_PRINT | ABILITY_TAKE},
        {{.qr = true}, ABILITY_QR | ABILITY_TAKE},
        {{.code = true}, ABILITY_CODE | ABILITY_TAKE},
        {{.qr = true, .code = true}, ABILITY_QR | ABILITY_CODE | ABILITY_TAKE},
        {{.letters = true}, ABILITY_LETTER},
        {{.lines = true}, ABILITY_SPEAK},
        {{.pin = "secret"}, ABILITY_SERVICE},
        {{.still = true, .large = true, .counts = true, .count_countries = true}, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(policy_abilities(&rows[i].grants), ABILITY_KIOSK | rows[i].may);
}

static void test_languages(void **state)
{
    (void)state;
    const struct policy two = {.languages = {"kk", "ru", "en"}, .n_languages = 2},
                        one = {.languages = {"ru"}, .n_languages = 1}, all = {.n_languages = 0};
    const struct {
        const struct policy *policy;
        const char *code;
        bool speaks;
    } rows[] = {{&two, "kk", true}, {&two, "ru", true}, {&two, "en", false},
                {&two, "k", false}, {&one, "ru", true}, {&one, "kk", false},
                {&one, "", false},  {&all, "en", true}, {&all, "kk", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(policy_speaks(rows[i].policy, rows[i].code), rows[i].speaks);
}

// From its first minute to the one before the last, over midnight too.
static void test_night(void **state)
{
    (void)state;
    enum { NO = POLICY_NO_TIME, EVENING = 22 * 60, MORNING = 6 * 60, LAST = 24 * 60 - 1 };
    static const struct {
        int32_t from, until, minute;
        bool night;
    } rows[] = {
        {EVENING, MORNING, EVENING - 1, false},
        {EVENING, MORNING, EVENING, true},
        {EVENING, MORNING, LAST, true},
        {EVENING, MORNING, 0, true},
        {EVENING, MORNING, MORNING - 1, true},
        {EVENING, MORNING, MORNING, false},
        {MORNING, EVENING, MORNING - 1, false},
        {MORNING, EVENING, MORNING, true},
        {MORNING, EVENING, EVENING - 1, true},
        {MORNING, EVENING, EVENING, false},
        {MORNING, EVENING, 0, false},
        {MORNING, EVENING, LAST, false},
        {MORNING, MORNING, MORNING, false},
        {MORNING, MORNING, 0, false},
        {0, MORNING, 0, true},
        {NO, MORNING, 0, false},
        {EVENING, NO, LAST, false},
        {NO, NO, 0, false},
        {0, NO, 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct policy p = {.night_from = rows[i].from, .night_until = rows[i].until};
        if (policy_night(&p, rows[i].minute) != rows[i].night)
            fail_msg("row %zu", i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_is_granted),
        cmocka_unit_test(test_abilities),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_night),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
