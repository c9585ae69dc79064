// SPDX-License-Identifier: MIT
// The run through the questions: path, back, jumps, answers off the path, wiping.
#include "tiny.h"
#include "engine/session.h"

static struct tiny tiny;
static struct session s;

static int set_up(void **state)
{
    (void)state;
    tiny = tiny_open();
    session_init(&s, tiny.pack, tiny.engine, TINY_DAY);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    session_release(&s);
    tiny_close(&tiny);
    return 0;
}

static const char *here(void)
{
    int32_t q = session_question(&s);
    return q == NONE ? "result" : tiny.pack->questions[q].id;
}

static void give(const char *question, const char *word)
{
    struct answer a = tiny_answer(&tiny, question, word);
    assert_int_equal(session_answer(&s, pack_question(tiny.pack, question), &a), 0);
}

// Answers "I don't know" to all that is open; returns how many.
static int decline_rest(void)
{
    int count = 0;
    for (int32_t q; (q = session_question(&s)) != NONE; count++) {
        struct answer unknown = {.state = ANSWER_UNKNOWN};
        assert_int_equal(session_answer(&s, q, &unknown), 0);
        assert_true(count < PACK_MAX_QUESTIONS);
    }
    return count;
}

static void test_walks_to_the_end(void **state)
{
    (void)state;
    assert_string_equal(here(), "destination");
    give("destination", "KZ");
    int32_t left = session_progress(&s).left;
    while (session_question(&s) != NONE) {
        struct answer unknown = {.state = ANSWER_UNKNOWN};
        struct session_progress p = session_progress(&s);
        assert_true(p.left <= left); // the bound never grows
        left = p.left;
        assert_int_equal(p.number, s.n_path + 1);
        assert_int_equal(session_answer(&s, session_question(&s), &unknown), 0);
    }
    assert_int_equal(session_progress(&s).left, 0);
    assert_int_equal(session_progress(&s).number, s.n_path);
}

static void test_refuses_what_does_not_fit(void **state)
{
    (void)state;
    int32_t destination = pack_question(tiny.pack, "destination");
    struct answer unknown = {.state = ANSWER_UNKNOWN},
                  wild = {.state = ANSWER_GIVEN, .value = 9999}, absent = {0};
    assert_int_equal(session_answer(&s, destination, &unknown), -1); // `unknown: no`
    assert_int_equal(session_answer(&s, destination, &wild), -1);
    assert_int_equal(session_answer(&s, destination, &absent), -1);
    assert_int_equal(session_answer(&s, -1, &wild), -1);
    assert_int_equal(s.n_path, 0);
}

static void test_back_and_forward(void **state)
{
    (void)state;
    assert_false(session_back(&s));
    give("destination", "KZ");
    const char *second = here();
    assert_true(session_back(&s));
    assert_string_equal(here(), "destination");
    assert_true(session_forward(&s));
    assert_string_equal(here(), second);
    assert_false(session_forward(&s));
}

static bool on_path(int32_t question)
{
    for (int32_t i = 0; i < s.n_path; i++)
        if (s.path[i] == question)
            return true;
    return false;
}

static void test_answer_off_the_path_is_kept_and_does_not_count(void **state)
{
    (void)state;
    give("destination", "KZ");
    give("award_country", "AU");
    give("purpose", "further_study");
    give("level", "bachelor");
    int32_t target = pack_question(tiny.pack, "target_level"),
            purpose = pack_question(tiny.pack, "purpose");
    assert_int_equal(session_question(&s), target);
    give("target_level", "doctorate");
    assert_true(on_path(target));
    assert_true(session_jump(&s, purpose));
    give("purpose", "employment");
    assert_false(on_path(target));
    assert_int_equal(s.current.of[target].state, ANSWER_ABSENT);
    assert_int_equal(session_kept(&s, target)->state, ANSWER_GIVEN);
    assert_true(session_jump(&s, purpose));
    give("purpose", "further_study");
    assert_true(on_path(target));
    assert_int_equal(s.current.of[target].state, ANSWER_GIVEN);
}

static void test_jump_leads_back_to_the_end(void **state)
{
    (void)state;
    give("destination", "KZ");
    give("award_country", "AU");
    int32_t open = session_question(&s);
    assert_true(session_jump(&s, pack_question(tiny.pack, "destination")));
    assert_string_equal(here(), "destination");
    give("destination", "KZ");
    assert_int_equal(session_question(&s), open);
    assert_false(session_jump(&s, pack_question(tiny.pack, "documents_held")));
    assert_false(session_jump(&s, NONE));
}

static void test_counts_as_unknown(void **state)
{
    (void)state;
    give("destination", "KZ");
    give("award_country", "AU");
    int32_t purpose = pack_question(tiny.pack, "purpose");
    struct answer unsure = {.state = ANSWER_GIVEN,
                            .value = pack_choice(&tiny.pack->questions[purpose], "unsure")};
    assert_int_equal(session_answer(&s, purpose, &unsure), 0);
    assert_int_equal(session_kept(&s, purpose)->state, ANSWER_UNKNOWN);
}

// What is taken back is named: the destination alone, or all that was answered since.
static void test_undo_names_what_it_takes_back(void **state)
{
    (void)state;
    int32_t destination = pack_question(tiny.pack, "destination"),
            level = pack_question(tiny.pack, "level");
    give("destination", "KZ");
    give("award_country", "AU");
    assert_false(session_undo(&s));
    session_mark_only(&s, destination);
    give("destination", "AU");
    give("purpose", "employment");
    give("level", "master");
    assert_true(session_undo(&s));
    assert_int_equal(s.current.of[destination].value,
                     tiny_answer(&tiny, "destination", "KZ").value);
    assert_int_equal(s.current.of[level].value, tiny_answer(&tiny, "level", "master").value);
    assert_false(session_undo(&s)); // used up
    session_mark(&s);
    give("destination", "AU");
    give("level", "doctorate");
    assert_true(session_undo(&s));
    assert_int_equal(s.current.of[level].value, tiny_answer(&tiny, "level", "master").value);
    session_mark(&s);
    session_unmark(&s);
    assert_false(session_undo(&s));
}

// Another session gave an answer, or took one away: the person stays at the question.
static void test_takes_an_answer_over(void **state)
{
    (void)state;
    struct answer kz = tiny_answer(&tiny, "destination", "KZ"), none = {.state = ANSWER_ABSENT};
    give("destination", "AU");
    give("award_country", "AU");
    session_put(&s, pack_question(tiny.pack, "destination"), &kz);
    assert_string_equal(here(), "purpose");
    assert_int_equal(s.current.of[pack_question(tiny.pack, "destination")].value, kz.value);
    session_put(&s, pack_question(tiny.pack, "award_country"), &none);
    assert_string_equal(here(), "award_country");
    assert_int_equal(s.current.of[pack_question(tiny.pack, "award_country")].state, ANSWER_ABSENT);
}

// For whom an answer speaks: for all diplomas of a case, or for one.
static void test_answers_of_the_person(void **state)
{
    (void)state;
    assert_true(tiny.pack->questions[tiny.pack->q_destination].of_person);
    assert_true(tiny.pack->questions[tiny.pack->q_purpose].of_person);
    assert_false(tiny.pack->questions[tiny.pack->q_level].of_person);
    assert_false(tiny.pack->questions[tiny.pack->q_award_country].of_person);
}

static void test_reset_forgets(void **state)
{
    (void)state;
    give("destination", "KZ");
    decline_rest();
    session_reset(&s);
    assert_string_equal(here(), "destination");
    assert_int_equal(s.n_path, 0);
    for (int q = 0; q < PACK_MAX_QUESTIONS; q++)
        assert_int_equal(s.all.of[q].state, ANSWER_ABSENT);
}

int main(void)
{
#define T(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(test_walks_to_the_end),     T(test_refuses_what_does_not_fit),
        T(test_back_and_forward),     T(test_answer_off_the_path_is_kept_and_does_not_count),
        T(test_counts_as_unknown),    T(test_jump_leads_back_to_the_end),
        T(test_reset_forgets),        T(test_undo_names_what_it_takes_back),
        T(test_takes_an_answer_over), T(test_answers_of_the_person),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
