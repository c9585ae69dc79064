// SPDX-License-Identifier: MIT
// Papers that are ticked on the result, on the shipped pack: what was asked at the end of the way
// before is not asked any more, and a tick says it.
#include <stdlib.h>
#include <string.h>
#include "unit.h"
#include "shipped.h"
#include "base/bits.h"
#include "engine/session.h"
#include "pack/read/load.h"

enum { DAY = 20261101 };

static const struct pack *pack;
static struct engine *engine;
static struct session s;
static struct assessment a;

static int set_up(void **state)
{
    (void)state;
    pack = shipped_open(LOAD_CASES);
    engine = engine_new(pack, DAY);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    assessment_release(&a);
    engine_free(engine);
    pack_free(pack);
    return 0;
}

static int32_t document(const char *id)
{
    for (int32_t d = 0; d < pack->n_documents; d++)
        if (!strcmp(pack->documents[d].id, id))
            return d;
    fail_msg("no paper %s", id);
    return NONE;
}

// A case walked to its end; what it does not answer is left open.
static void walk(const char *id)
{
    static struct answers answers;
    const struct worked_case *c = NULL;
    for (int32_t i = 0; i < pack->n_cases; i++)
        if (!strcmp(pack->cases[i].id, id))
            c = &pack->cases[i];
    assert_non_null(c);
    answers_of_case(&answers, c);
    session_init(&s, pack, engine, DAY);
    for (int32_t q; (q = session_question(&s)) != NONE;) {
        static const struct answer unknown = {.state = ANSWER_UNKNOWN};
        assert_false(pack->questions[q].on_papers);
        const struct answer *given = &answers.of[q];
        assert_int_equal(session_answer(&s, q, given->state == ANSWER_GIVEN ? given : &unknown), 0);
    }
    assess(engine, &s.current, ASSESS_FULL, &a);
}

static void tick(const char *id)
{
    session_tick(&s, document(id));
    assess(engine, &s.current, ASSESS_FULL, &a);
}

static enum truth have(const char *id)
{
    for (int32_t i = 0; i < a.n_documents; i++)
        if (a.documents[i].document == document(id))
            return a.documents[i].have;
    fail_msg("%s is not on the list", id);
    return TRUTH_NO;
}

static bool step(const char *id)
{
    for (int32_t i = 0; i < a.n_steps; i++)
        if (!strcmp(pack->steps[a.steps[i]].id, id))
            return true;
    return false;
}

static const char *answer(const char *id)
{
    int32_t q = pack_question(pack, id);
    const struct answer *given = &s.current.of[q];
    return given->state == ANSWER_GIVEN ? pack->questions[q].choices[given->value].id : "";
}

static bool offered(const char *id)
{
    for (int32_t i = 0; i < a.n_offered; i++)
        if (a.offered[i] == document(id))
            return true;
    return false;
}

static void test_a_box_answers_its_question(void **state)
{
    (void)state;
    walk("cn-kz-bachelor");
    assert_int_not_equal(have("general-transcript"), TRUTH_YES);
    tick("general-transcript");
    assert_int_equal(have("general-transcript"), TRUTH_YES);
    int32_t held = pack->q_documents_held;
    int32_t box = pack_choice(&pack->questions[held], "transcript");
    assert_int_equal(s.current.of[held].value, (int64_t)1 << box);
    tick("general-transcript");
    assert_int_equal(have("general-transcript"), TRUTH_NO);
    assert_int_equal(s.current.of[held].value, 0);
    session_release(&s);
}

// Two answers say that it is there: one tick after the other leads through both, and out again.
static void test_ticks_change_the_steps(void **state)
{
    (void)state;
    walk("cn-kz-bachelor");
    assert_true(step("general-legalise"));
    tick("general-legalised-diploma");
    assert_string_equal(answer("legalisation"), "apostille");
    assert_false(step("general-legalise"));
    tick("general-legalised-diploma");
    assert_string_equal(answer("legalisation"), "consular");
    assert_int_equal(have("general-legalised-diploma"), TRUTH_YES);
    tick("general-legalised-diploma");
    assert_string_equal(answer("legalisation"), "none");
    assert_true(step("general-legalise"));
    session_release(&s);
}

static void test_a_paper_without_an_answer(void **state)
{
    (void)state;
    walk("cn-kz-bachelor");
    for (int32_t i = 0; i < a.n_documents; i++) {
        int32_t d = a.documents[i].document;
        session_tick(&s, d);
        assess(engine, &s.current, ASSESS_FULL, &a);
        assert_int_equal(have(pack->documents[d].id), TRUTH_YES);
    }
    session_reset(&s);
    assert_false(bits_any(s.ticks, BITS_WORDS(pack->n_documents)));
    session_release(&s);
}

// Proof of another name is asked of those only who say that they have it: it is offered.
static void test_what_is_offered(void **state)
{
    (void)state;
    walk("cn-kz-bachelor");
    assert_true(offered("general-name-change"));
    assert_false(offered("general-transcript"));
    tick("general-name-change");
    assert_false(offered("general-name-change"));
    assert_int_equal(have("general-name-change"), TRUTH_YES);
    session_release(&s);
}

// The question itself can still be opened, and leads back.
static void test_the_question_aside(void **state)
{
    (void)state;
    walk("cn-kz-bachelor");
    int32_t q = pack_question(pack, "translation");
    assert_true(session_jump(&s, q));
    assert_int_equal(session_question(&s), q);
    assert_true(session_back(&s));
    assert_int_equal(session_question(&s), NONE);
    assert_true(session_jump(&s, q));
    struct answer told = {.state = ANSWER_GIVEN,
                          .value = pack_choice(&pack->questions[q], "not_needed")};
    assert_int_equal(session_answer(&s, q, &told), 0);
    assert_int_equal(session_question(&s), NONE);
    assert_string_equal(answer("translation"), "not_needed");
    session_release(&s);
}

// A line among the papers stands for a question that decides: without a tick it says what is usual,
// so that no result stays open for its sake; its ticks lead through the answers and out again.
static void test_a_line_decides(void **state)
{
    (void)state;
    walk("cn-kz-bachelor");
    int32_t displaced = pack_question(pack, "displaced");
    int32_t outcome = a.outcome, length = s.n_path;
    assert_string_equal(answer("displaced"), "no");
    assert_int_equal(s.all.of[displaced].state, ANSWER_ABSENT);
    for (int32_t i = 0; i < a.n_missing; i++)
        assert_int_not_equal(a.missing[i].question, displaced);
    session_mark(&s);
    session_tick_line(&s, displaced);
    assess(engine, &s.current, ASSESS_FULL, &a);
    assert_string_equal(answer("displaced"), "some_documents");
    assert_int_equal(a.outcome, pack->outcome_individual);
    assert_true(step("general-displaced-procedure"));
    assert_int_equal(session_question(&s), NONE);
    assert_int_equal(s.past.of[displaced].state, ANSWER_GIVEN);
    session_tick_line(&s, displaced);
    assert_string_equal(answer("displaced"), "no_documents");
    session_tick_line(&s, displaced);
    assess(engine, &s.current, ASSESS_FULL, &a);
    assert_string_equal(answer("displaced"), "no");
    assert_int_equal(a.outcome, outcome);
    assert_int_equal(s.n_path, length);
    session_tick_line(&s, displaced);
    assert_true(session_undo(&s));
    assert_string_equal(answer("displaced"), "no");
    session_reset(&s);
    assert_string_equal(answer("displaced"), "no");
    session_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_box_answers_its_question),
        cmocka_unit_test(test_a_line_decides),
        cmocka_unit_test(test_ticks_change_the_steps),
        cmocka_unit_test(test_a_paper_without_an_answer),
        cmocka_unit_test(test_what_is_offered),
        cmocka_unit_test(test_the_question_aside),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
