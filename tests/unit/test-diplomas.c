// SPDX-License-Identifier: MIT
// Several diplomas of one person in the wizard: added, opened, removed; what speaks of the person
// is shared, what speaks of a diploma is not; what it comes to is what assess() says of each.
#include "visit-each.h"
#include "wizard/state.h"

static void tell(enum action action, const char *argument)
{
    wizard_do(v.w, action, argument);
}

static int32_t question(const char *id)
{
    return pack_question(v.tiny.pack, id);
}

static const struct answer *of(int place, const char *id)
{
    return &diplomas_at(v.w, place)->current.of[question(id)];
}

static int64_t value(const char *id, const char *word)
{
    return tiny_answer(&v.tiny, id, word).value;
}

static void say_until(const char *id)
{
    for (int i = 0; i < 64 && strcmp(visit_at(&v), id) != 0; i++)
        tell(ACTION_UNKNOWN, NULL);
    assert_string_equal(visit_at(&v), id);
}

// A bachelor of Australia, on the way to Kazakhstan; then a master of the same country.
static void two(void)
{
    static const char *const first[] = {"KZ", "AU", "further_study", "bachelor"};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        tell(ACTION_ANSWER, first[i]);
    say_until("result");
    tell(ACTION_ANOTHER, NULL);
    assert_string_equal(visit_at(&v), "award_country"); // the person is known
    tell(ACTION_ANSWER, "AU");
    tell(ACTION_ANSWER, "master");
    say_until("result");
    assert_int_equal(v.w->n_diplomas, 2);
}

static void test_shares_what_speaks_of_the_person(void **state)
{
    (void)state;
    two();
    for (int i = 0; i < 2; i++) {
        assert_int_equal(of(i, "destination")->value, value("destination", "KZ"));
        assert_int_equal(of(i, "purpose")->value, value("purpose", "further_study"));
    }
    assert_int_equal(of(0, "level")->value, value("level", "bachelor"));
    assert_int_equal(of(1, "level")->value, value("level", "master"));
    tell(ACTION_DIPLOMAS, "1");
    assert_int_equal(v.w->diploma, 0);
    tell(ACTION_JUMP, "purpose");
    tell(ACTION_ANSWER, "employment");
    for (int i = 0; i < 2; i++)
        assert_int_equal(of(i, "purpose")->value, value("purpose", "employment"));
    tell(ACTION_UNDO, NULL);
    for (int i = 0; i < 2; i++)
        assert_int_equal(of(i, "purpose")->value, value("purpose", "further_study"));
    tell(ACTION_JUMP, "level");
    tell(ACTION_ANSWER, "doctorate");
    assert_int_equal(of(0, "level")->value, value("level", "doctorate"));
    assert_int_equal(of(1, "level")->value, value("level", "master"));
}

static void test_papers_are_the_persons(void **state)
{
    (void)state;
    two();
    tell(ACTION_NUMBER, "3");
    assert_true(wizard_context(v.w) & CONTEXT_PAPERS);
    assert_true(wizard_page(v.w)->n_items > 0);
    int32_t document = wizard_page(v.w)->items[0].value;
    tell(ACTION_TOGGLE, "1");
    for (int i = 0; i < 2; i++)
        assert_true(bits_has(diplomas_at(v.w, i)->ticks, (size_t)document));
    tell(ACTION_TOGGLE, "1");
    for (int i = 0; i < 2; i++)
        assert_false(bits_has(diplomas_at(v.w, i)->ticks, (size_t)document));
}

// Each of them is what assess() says of its answers alone, and the same one carries.
static void test_equals_assess(void **state)
{
    (void)state;
    two();
    wizard_assessment(v.w);
    struct several several = {.n = 2};
    struct assessment results[2] = {{0}};
    for (int i = 0; i < 2; i++)
        several.of[i] = diplomas_at(v.w, i)->current;
    int carries = several_assess(v.tiny.engine, v.tiny.pack, &several, results);
    assert_int_equal(v.w->diplomas.carries, carries);
    assert_int_equal(v.w->diploma, carries); // opened at the end of the questions
    for (int i = 0; i < 2; i++) {
        assert_int_equal(v.w->each[i].outcome, results[i].outcome);
        assert_int_equal(v.w->each[i].possible, results[i].possible);
        assessment_release(&results[i]);
    }
    assert_int_equal(wizard_assessment(v.w)->outcome, v.w->each[carries].outcome);
}

static void test_a_fifth_is_refused(void **state)
{
    (void)state;
    two();
    tell(ACTION_ANOTHER, NULL);
    tell(ACTION_ANOTHER, NULL);
    assert_int_equal(v.w->n_diplomas, SEVERAL_MOST);
    assert_string_equal(wizard_message(v.w), "Diploma 4: only what is different is asked again.");
    tell(ACTION_ANOTHER, NULL);
    assert_int_equal(v.w->n_diplomas, SEVERAL_MOST);
    assert_string_equal(wizard_message(v.w),
                        "There can be four diplomas at most. Remove one first.");
    tell(ACTION_DIPLOMAS, NULL);
    assert_int_equal(wizard_page(v.w)->n_items, SEVERAL_MOST); // no row to add one
    tell(ACTION_DIPLOMAS, "5");
    assert_string_equal(wizard_message(v.w), "There is no diploma with that number.");
}

static void remove_number(const char *number)
{
    tell(ACTION_DIPLOMAS, NULL);
    tell(ACTION_REMOVE, number);
    assert_int_equal(wizard_context(v.w), CONTEXT_CONFIRM | CONTEXT_REMOVE);
    tell(ACTION_YES, NULL);
}

// Whichever is removed, the others stay as they are; the last one stays.
static void test_removes(void **state)
{
    (void)state;
    for (int gone = 0; gone < 3; gone++)
        for (int open = 0; open < 3; open++) {
            static const char *const numbers[] = {"1", "2", "3"}, *const levels[] = {"bachelor",
                                                                                     "master",
                                                                                     "doctorate"};
            tell(ACTION_AGAIN, NULL), tell(ACTION_YES, NULL);
            two();
            tell(ACTION_ANOTHER, NULL);
            tell(ACTION_ANSWER, "AU");
            tell(ACTION_ANSWER, "doctorate");
            tell(ACTION_DIPLOMAS, numbers[open]);
            remove_number(numbers[gone]);
            assert_int_equal(v.w->n_diplomas, 2);
            for (int i = 0; i < 2; i++)
                assert_int_equal(of(i, "level")->value, value("level", levels[i + (i >= gone)]));
            if (open != gone)
                assert_int_equal(v.w->diploma, open - (open > gone));
        }
    remove_number("1");
    assert_int_equal(v.w->n_diplomas, 1);
    tell(ACTION_DIPLOMAS, NULL);
    tell(ACTION_REMOVE, NULL); // the row that is marked adds one
    tell(ACTION_REMOVE, "1");
    assert_string_equal(wizard_message(v.w),
                        "This is the only diploma. To begin anew, start again.");
    assert_int_equal(v.w->n_diplomas, 1);
}

static void test_no_is_no(void **state)
{
    (void)state;
    two();
    tell(ACTION_DIPLOMAS, NULL);
    tell(ACTION_REMOVE, "2");
    assert_true(visit_shows(&v, "2. Master's degree, Australia"));
    tell(ACTION_NO, NULL);
    assert_int_equal(v.w->n_diplomas, 2);
    assert_true(wizard_context(v.w) & CONTEXT_DIPLOMAS);
}

static void test_start_again_forgets_all(void **state)
{
    (void)state;
    two();
    tell(ACTION_AGAIN, NULL);
    assert_int_equal(wizard_do(v.w, ACTION_YES, NULL), WIZARD_RESET);
    assert_int_equal(v.w->n_diplomas, 1);
    for (int i = 0; i < SEVERAL_MOST; i++)
        assert_null(v.w->beside[i]);
    static const struct several none;
    assert_memory_equal(v.w->several, &none, sizeof none);
    assert_string_equal(visit_at(&v), "destination");
}

// The country of the comparison counts for all, and undo takes it back, but not what was answered
// for it.
static void test_comparison_moves_all_and_undo_leads_back(void **state)
{
    (void)state;
    two();
    tell(ACTION_COMPARE, "CN");
    tell(ACTION_COLUMN, NULL);
    tell(ACTION_FILL, NULL);
    for (int i = 0; i < 2; i++)
        assert_int_equal(of(i, "destination")->value, value("destination", "CN"));
    say_until("result"); // what is open for that country
    int open = v.w->diploma;
    struct answers then = v.w->session.all;
    tell(ACTION_UNDO, NULL);
    assert_string_equal(wizard_message(v.w),
                        "It is about Kazakhstan again. What you answered since then is kept.");
    for (int i = 0; i < 2; i++)
        assert_int_equal(of(i, "destination")->value, value("destination", "KZ"));
    assert_int_equal(v.w->diploma, open);
    for (int32_t q = 0; q < v.tiny.pack->n_questions; q++)
        if (q != v.tiny.pack->q_destination)
            assert_int_equal(v.w->session.all.of[q].state, then.of[q].state);
    tell(ACTION_UNDO, NULL);
    assert_string_equal(wizard_message(v.w), "There is nothing to take back.");
    assert_int_equal(v.w->picking.n_chosen, 1); // the same countries are compared as before
    assert_int_equal(v.w->picking.chosen[0], value("destination", "CN"));
}

// A run that may not have several: no way leads there.
static void test_needs_the_ability(void **state)
{
    (void)state;
    static const enum action all[] = {ACTION_DIPLOMAS, ACTION_ANOTHER, ACTION_REMOVE};
    v.w->abilities &= ~(unsigned)ABILITY_SEVERAL;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_int_equal(wizard_do(v.w, all[i], NULL), WIZARD_SAME);
    assert_int_equal(v.w->n_diplomas, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(test_shares_what_speaks_of_the_person),
        T(test_papers_are_the_persons),
        T(test_equals_assess),
        T(test_a_fifth_is_refused),
        T(test_removes),
        T(test_no_is_no),
        T(test_start_again_forgets_all),
        T(test_comparison_moves_all_and_undo_leads_back),
        T(test_needs_the_ability),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
