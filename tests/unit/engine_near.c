// SPDX-License-Identifier: MIT
// The worked cases nearest to somebody's answers: made-up ones whose order is plain, and all of the
// shipped pack, each of which is the nearest to itself.
#include <string.h>
#include "give.h"
#include "shipped_group.h"
#include "engine/near.h"

enum { DAY = 20261101, MOST = 8 };

// ---- made-up ones ------------------------------------------------------------------------------

struct made { // a case as words: "question=value ..."
    uint8_t questions[MOST];
    int32_t values[MOST];
};

static void read(const char *words, struct answers *answers)
{
    memset(answers, 0, sizeof *answers);
    give_words(shipped, answers, words, DAY);
}

// "1 " before the words: ended by outcome 1.
static struct near_case make(struct made *made, const char *id, const char *words)
{
    struct answers answers;
    struct near_case c = {id, made->questions, made->values, 0, 0};
    c.outcome = *words == '1';
    read(words + 2 * c.outcome, &answers);
    for (int32_t q = 0; q < shipped->n_questions; q++)
        if (answers.of[q].state == ANSWER_GIVEN) {
            made->questions[c.n] = (uint8_t)q;
            made->values[c.n++] = (int32_t)answers.of[q].value;
        }
    return c;
}

#define ABOUT "destination=CN purpose=further_study award_country=KZ level=bachelor "
#define MINE ABOUT "institution_status=recognised"

static const struct {
    const char *mine, *cases[4]; // in the order of the pack
    int found, first, second;
} rows[] = {
    // Of another destination only where there is nothing else, however alike.
    {MINE,
     {"destination=KZ purpose=further_study award_country=KZ level=bachelor",
      "destination=CN purpose=employment award_country=MN level=doctorate"},
     2,
     1,
     0},
    // What decides there counts more than what does not; purpose and level count most.
    {MINE,
     {"destination=CN purpose=employment award_country=KZ level=bachelor "
      "institution_status=recognised",
      "destination=CN purpose=further_study award_country=KZ level=bachelor "
      "institution_status=not_recognised",
      "destination=CN purpose=further_study award_country=KZ level=bachelor "
      "institution_status=recognised field=05"},
     2,
     2,
     1},
    // Equally near: the order of the pack.
    {MINE,
     {"destination=CN purpose=further_study award_country=MN level=bachelor",
      "destination=CN purpose=further_study award_country=UZ level=bachelor",
      "destination=CN purpose=further_study award_country=TJ level=bachelor"},
     2,
     0,
     1},
    // Told in the same words: only the nearest of them, wherever it stands.
    {MINE, {MINE, MINE, MINE}, 1, 0, 0},
    {MINE,
     {"destination=CN purpose=further_study award_country=KZ level=bachelor field=05",
      "destination=CN purpose=employment award_country=KZ level=bachelor", MINE},
     2,
     2,
     1},
    // An answer that the person has not given is nothing where it is the usual one.
    {"destination=CN purpose=further_study award_country=KZ level=bachelor",
     {"destination=CN purpose=further_study award_country=KZ level=bachelor mode=online",
      "destination=CN purpose=further_study award_country=KZ level=bachelor mode=on_campus"},
     1,
     1,
     0},
    // Alike in all but the end, or in one of those things a case is about, which the person has not
    // said: told in other words.
    {MINE, {"1 " MINE, MINE}, 2, 0, 1},
    {MINE, {"1 " MINE, "1 " MINE}, 1, 0, 0},
    {"destination=CN purpose=further_study level=bachelor",
     {"destination=CN purpose=further_study award_country=MN level=bachelor",
      "destination=CN purpose=further_study award_country=UZ level=bachelor"},
     2,
     0,
     1},
    {"destination=CN purpose=further_study award_country=KZ",
     {"destination=CN purpose=further_study award_country=KZ level=bachelor",
      "destination=CN purpose=further_study award_country=KZ level=master"},
     2,
     0,
     1},
    {"destination=CN award_country=KZ level=bachelor",
     {"destination=CN purpose=employment award_country=KZ level=bachelor",
      "destination=CN purpose=further_study award_country=KZ level=bachelor"},
     2,
     1, // the usual purpose
     0},
    {MINE,
     {"purpose=further_study award_country=KZ level=bachelor institution_status=recognised", MINE},
     2,
     1,
     0},
    // Answered otherwise than the person: in one of them, in both alike, in both each in its way.
    {MINE, {MINE, ABOUT "institution_status=not_recognised"}, 2, 0, 1},
    {MINE,
     {ABOUT "institution_status=not_recognised", ABOUT "institution_status=not_recognised"},
     1,
     0,
     0},
    {MINE " mode=blended", {MINE " mode=online", MINE " mode=on_campus"}, 2, 0, 1},
    {MINE, {"destination=CN"}, 1, 0, 0},
    {"purpose=further_study level=bachelor", {MINE}, 0, 0, 0},
    {MINE, {NULL}, 0, 0, 0},
};

static void test_order(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct made made[4];
        struct near_case cases[4];
        struct pack pack = *shipped;
        struct answers answers;
        struct near near[NEAR_MOST];
        for (pack.n_near = 0; pack.n_near < 4 && rows[r].cases[pack.n_near]; pack.n_near++)
            cases[pack.n_near] = make(&made[pack.n_near], "made-up", rows[r].cases[pack.n_near]);
        pack.near = cases;
        read(rows[r].mine, &answers);
        struct engine *engine = engine_new(&pack, DAY);
        int n = near_find(engine, &answers, near);
        if (n != rows[r].found || (n > 0 && near[0].at != rows[r].first) ||
            (n > 1 && near[1].at != rows[r].second))
            fail_msg("row %zu: %d found, %d before %d", r, n, n > 0 ? near[0].at : -1,
                     n > 1 ? near[1].at : -1);
        engine_free(engine);
    }
}

static void test_same_and_other(void **state)
{
    (void)state;
    struct made made;
    struct near_case c =
        make(&made, "made-up", "destination=CN award_country=MN level=bachelor mode=online");
    struct pack pack = *shipped;
    struct answers answers;
    struct near near[NEAR_MOST];
    int64_t value;
    pack.near = &c;
    pack.n_near = 1;
    read(MINE, &answers);
    struct engine *engine = engine_new(&pack, DAY);
    assert_int_equal(near_find(engine, &answers, near), 1);
    assert_true(question_set_has(&near[0].same, pack.q_destination));
    assert_true(question_set_has(&near[0].same, pack.q_level));
    assert_true(question_set_has(&near[0].other, pack.q_award_country));
    assert_false(question_set_has(&near[0].other, pack_question(&pack, "mode"))); // not answered
    assert_false(question_set_has(&near[0].same, pack.q_purpose));
    assert_true(near_value(&c, pack.q_award_country, &value));
    assert_int_equal(value, pack_country(&pack, "MN"));
    assert_false(near_value(&c, pack.q_purpose, &value));
    assert_true(near_value(&c, pack.q_destination, &value)); // the first one
    assert_int_equal(value, pack_country(&pack, "CN"));
    made = (struct made){0};
    c = make(&made, "made-up", "level=bachelor");
    assert_false(near_value(&c, pack.q_destination, &value));
    engine_free(engine);
}

// ---- those of the pack -------------------------------------------------------------------------

static int in_destination(int64_t country)
{
    int n = 0;
    for (int32_t i = 0; i < shipped->n_near; i++) {
        int64_t value;
        n += near_value(&shipped->near[i], shipped->q_destination, &value) && value == country;
    }
    return n;
}

static void test_shipped(void **state)
{
    (void)state;
    struct engine *engine = engine_new(shipped, DAY);
    assert_true(shipped->n_near > 400);
    assert_int_equal(shipped->n_cases, 0); // nothing but this was read of them
    for (int32_t i = 0; i < shipped->n_near; i++) {
        const struct near_case *c = &shipped->near[i];
        struct answers answers = {0};
        struct near near[NEAR_MOST];
        for (int32_t k = 0; k < c->n; k++)
            answers.of[c->questions[k]] =
                (struct answer){.state = ANSWER_GIVEN, .value = c->values[k]};
        int n = near_find(engine, &answers, near);
        if (answers.of[shipped->q_destination].state != ANSWER_GIVEN) {
            assert_int_equal(n, 0);
            continue;
        }
        assert_int_equal(n, NEAR_MOST);
        if (near[0].distance > 0 || near[0].at > i || question_set_any(&near[0].other))
            fail_msg("%s: the nearest is %s", c->id, shipped->near[near[0].at].id);
        assert_true(near[1].distance >= near[0].distance);
        assert_true(question_set_has(&near[0].same, shipped->q_destination));
        if (in_destination(answers.of[shipped->q_destination].value) > 1)
            assert_true(question_set_has(&near[1].same, shipped->q_destination));
    }
    engine_free(engine);
}

// The whole cases give the same table as what is read for people.
static void test_one_table(void **state)
{
    (void)state;
    const struct pack *whole = shipped_open(LOAD_CASES);
    assert_int_equal(whole->n_near, shipped->n_near);
    for (int32_t i = 0; i < whole->n_near; i++) {
        const struct near_case *a = &whole->near[i], *b = &shipped->near[i];
        assert_string_equal(a->id, b->id);
        assert_int_equal(a->n, b->n);
        assert_int_equal(a->outcome, b->outcome);
        assert_memory_equal(a->questions, b->questions, (size_t)a->n);
        assert_memory_equal(a->values, b->values, (size_t)a->n * sizeof *a->values);
    }
    pack_free(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order), cmocka_unit_test(test_same_and_other),
        cmocka_unit_test(test_shipped), cmocka_unit_test(test_one_table)};
    return cmocka_run_group_tests(tests, shipped_begin, shipped_end);
}
