// SPDX-License-Identifier: MIT
// Assessments of tests/packs/tiny that a reader can check by hand.
#include "tests/unit/give.h"
#include <stdlib.h>
#include "engine/engine.h"
#include "engine/law.h"
#include "pack/read/load.h"

struct fixture {
    const struct pack *pack;
    struct engine *engine;
    int32_t as_of;
    struct answers answers;
    struct assessment out;
};

static struct fixture *start(int32_t as_of)
{
    struct fixture *f = calloc(1, sizeof *f);
    char dir[4096];
    struct diags diags;
    diags_init(&diags);
    snprintf(dir, sizeof dir, "%s/tests/packs/tiny", getenv("TANU_SRC"));
    f->pack = pack_load(dir, 0, &diags);
    assert_non_null(f->pack);
    diags_release(&diags);
    f->as_of = as_of;
    f->engine = engine_new(f->pack, as_of);
    return f;
}

static void stop(struct fixture *f)
{
    assessment_release(&f->out);
    engine_free(f->engine);
    pack_free(f->pack);
    free(f);
}

static void say(struct fixture *f, const char *question, const char *word)
{
    give(f->pack, &f->answers, question, word, f->as_of);
}

static void assert_outcome(struct fixture *f, const char *outcome, const char *position,
                           const char *from)
{
    assess(f->engine, &f->answers, ASSESS_FULL, &f->out);
    assert_string_equal(f->pack->outcomes[f->out.outcome].id, outcome);
    assert_string_equal(f->out.position == NONE ? "" : f->pack->outcomes[f->out.position].id,
                        position);
    assert_string_equal(
        f->out.position_from == NONE ? "" : f->pack->instruments[f->out.position_from].id, from);
}

static const struct link *find_link(const struct fixture *f, const char *id)
{
    for (int32_t i = 0; i < f->out.n_links; i++)
        if (!strcmp(f->pack->instruments[f->out.links[i].instrument].id, id))
            return &f->out.links[i];
    return NULL;
}

static bool live(const struct fixture *f, const char *id)
{
    for (int32_t i = 0; i < f->out.n_live; i++)
        if (f->out.findings[i].finding == pack_finding(f->pack, id))
            return true;
    return false;
}

// Australia to China, online: China's reservation takes the duty away for that matter alone.
static void test_reservation(void **state)
{
    struct fixture *f = start(20261101);
    (void)state;
    say(f, "destination", "CN");
    say(f, "award_country", "AU");
    say(f, "purpose", "further_study");
    say(f, "level", "master");
    say(f, "target_level", "doctorate");
    say(f, "duration_years", "4");
    say(f, "mode", "on_campus");
    assert_outcome(f, "recognised", "recognised", "tokyo-2011");
    assert_false(f->out.challenge);
    say(f, "mode", "online");
    assert_outcome(f, "refusal_likely", "individual_assessment", "");
    assert_true(f->out.no_duty);
    assert_false(f->out.challenge); // no duty, so nothing to challenge
    assert_true(live(f, "online-refused"));
    stop(f);
}

// Kazakhstan before, while and after its accession is open; the other treaty is never touched.
static void test_links(void **state)
{
    const struct {
        int32_t as_of;
        enum truth applies;
        enum applies_why why;
    } rows[] = {
        {20170601, TRUTH_NO, WHY_NOT_IN_FORCE},
        {20260228, TRUTH_NO, WHY_DESTINATION_NOT_PARTY},
        {20260301, TRUTH_UNKNOWN, WHY_DESTINATION_OPEN},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture *f = start(rows[i].as_of);
        say(f, "destination", "KZ");
        say(f, "award_country", "AU");
        say(f, "purpose", "employment");
        say(f, "level", "master");
        say(f, "mode", "on_campus");
        say(f, "duration_years", "2.5");
        assert_outcome(f, "individual_assessment", "", "");
        assert_int_equal(find_link(f, "tokyo-2011")->applies, rows[i].applies);
        assert_int_equal(find_link(f, "tokyo-2011")->why, rows[i].why);
        assert_int_equal(find_link(f, "old-pact")->why, WHY_AWARD_NOT_PARTY);
        say(f, "award_country", "RU");
        assert_outcome(f, "individual_assessment", "recognised", "old-pact");
        assert_int_equal(find_link(f, "old-pact")->why, WHY_BOTH_BOUND);
        say(f, "level", "doctorate"); // linked, but the pact does not cover it
        assert_outcome(f, "individual_assessment", "individual_assessment", "");
        assert_int_equal(find_link(f, "old-pact")->why, WHY_NOT_COVERED);
        f->answers.of[pack_question(f->pack, "level")].state = ANSWER_UNKNOWN;
        assert_outcome(f, "individual_assessment", "individual_assessment",
                       ""); // it only may apply
        assert_int_equal(find_link(f, "old-pact")->applies, TRUTH_UNKNOWN);
        assert_int_equal(find_link(f, "old-pact")->why, WHY_COVER_UNKNOWN);
        stop(f);
    }
}

static void test_overridden(void **state)
{
    struct fixture *f = start(20260201);
    (void)state;
    say(f, "destination", "KZ");
    say(f, "award_country", "AU");
    say(f, "mode", "online");
    assert_outcome(f, "refusal_likely", "", "");
    assert_true(live(f, "kz-online"));
    assert_true(live(f, "kz-online-announced"));
    assert_string_equal(f->pack->steps[f->out.steps[0]].id, "kz-apply");
    assert_int_equal(f->out.n_steps, 1);
    int32_t because[PACK_MAX_QUESTIONS],
        n = finding_because(f->engine, &f->answers, pack_finding(f->pack, "kz-online"), because);
    assert_int_equal(n, 3); // destination, award_country, mode
    stop(f);
}

// Usual values choose the outcome where a question is absent, never where it is declined.
static void test_usual(void **state)
{
    struct fixture *f = start(20261101);
    (void)state;
    int32_t mode = pack_question(f->pack, "mode");
    say(f, "destination", "CN");
    say(f, "award_country", "AU");
    say(f, "purpose", "employment");
    say(f, "level", "master");
    say(f, "duration_years", "4");
    assert_outcome(f, "recognised", "recognised", "tokyo-2011");
    assert_true(question_set_has(&f->out.assumed, mode));
    question_set_drop(&f->out.assumed, mode);
    assert_false(question_set_any(&f->out.assumed));
    assert_int_equal(__builtin_popcount(f->out.possible), 2);
    say(f, "mode", "unknown");
    assert_outcome(f, "individual_assessment", "individual_assessment", "tokyo-2011");
    assert_false(question_set_any(&f->out.assumed));
    assert_int_equal(__builtin_popcount(f->out.possible), 3);
    assert_int_equal(f->out.n_missing, 1);
    assert_int_equal(f->out.missing[0].question, mode);
    stop(f);
}

static void test_off_path(void **state)
{
    struct fixture *f = start(20261101);
    (void)state;
    int32_t target = pack_question(f->pack, "target_level");
    say(f, "destination", "CN");
    say(f, "purpose", "employment");
    say(f, "level", "bachelor");
    say(f, "duration_years", "4");
    say(f, "mode", "on_campus");
    say(f, "target_level", "doctorate"); // only asked for further study
    assert_outcome(f, "recognised", "", "");
    assert_true(question_set_has(&f->out.off_path, target));
    question_set_drop(&f->out.off_path, target);
    assert_false(question_set_any(&f->out.off_path));
    assert_int_equal(flow_applies(f->engine, &f->answers, target), TRUTH_NO);
    say(f, "purpose", "further_study");
    assert_outcome(f, "individual_assessment", "", "");
    stop(f);
}

// Destinations: none chosen, one without a file, a hundred laws that come and go.
static void test_destinations(void **state)
{
    struct fixture *f = start(20261101);
    (void)state;
    assert_int_equal(flow_look(f->engine, &f->answers).next, f->pack->q_destination);
    assert_outcome(f, "individual_assessment", "", "");
    assert_int_equal(f->out.possible, 15); // each outcome somewhere
    assert_int_equal(f->out.missing[0].question, f->pack->q_destination);
    say(f, "destination", "unknown");
    assert_int_not_equal(flow_look(f->engine, &f->answers).next, f->pack->q_destination);
    say(f, "destination", "JP");
    assert_outcome(f, "not_covered", "", "");
    assert_int_equal(f->out.possible & (f->out.possible - 1), 0);
    stop(f);
}

// Everything the program allocates goes through these two (see the linker options in engine.mk).
static size_t allocations(size_t more)
{
    static size_t count;
    return count += more;
}

void *__real_xcalloc(size_t count, size_t size);
void *__real_xrealloc(void *block, size_t count, size_t size);
void *__wrap_xcalloc(size_t count, size_t size);
void *__wrap_xrealloc(void *block, size_t count, size_t size);

void *__wrap_xcalloc(size_t count, size_t size)
{
    allocations(1);
    return __real_xcalloc(count, size);
}

void *__wrap_xrealloc(void *block, size_t count, size_t size)
{
    allocations(1);
    return __real_xrealloc(block, count, size);
}

// After the law of a destination is built, assessing allocates nothing.
static void test_allocations(void **state)
{
    struct fixture *f = start(20261101);
    (void)state;
    say(f, "destination", "CN");
    say(f, "award_country", "AU");
    assess(f->engine, &f->answers, ASSESS_FULL, &f->out);
    size_t before = allocations(0);
    assert_true(before > 0);
    for (int i = 0; i < 100; i++)
        assess(f->engine, &f->answers, i % 2 ? ASSESS_BRIEF : ASSESS_FULL, &f->out);
    assert_int_equal(allocations(0), before);
    stop(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reservation), cmocka_unit_test(test_links),
        cmocka_unit_test(test_overridden),  cmocka_unit_test(test_usual),
        cmocka_unit_test(test_off_path),    cmocka_unit_test(test_destinations),
        cmocka_unit_test(test_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
