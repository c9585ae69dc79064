// SPDX-License-Identifier: MIT
// An engine whose laws hold no papers, steps, rights and notices answers briefly as one whose laws
// do, for people with all answers, with some and with few, in every destination.
#include <stdlib.h>
#include "give.h"
#include "shipped_group.h"
#include "engine/core.h"
#include "pack/kind.h"

enum { DAY = 20261101, YEAR = 1000, PEOPLE = 40 }; // numbers are thousandths

static uint32_t seed = 5;

static uint32_t pick(uint32_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 16) % n;
}

static void answer_some(struct answers *answers, int32_t destination, uint32_t open)
{
    memset(answers, 0, sizeof *answers);
    for (int32_t q = 0; q < shipped->n_questions; q++) {
        const struct question *question = &shipped->questions[q];
        int64_t value = 0;
        switch (kind_classes(question)) {
        case CLASSES_CHOICES:
            value = pick((uint32_t)question->n_choices);
            break;
        case CLASSES_BOXES:
            value = (int64_t)1 << pick((uint32_t)question->n_choices);
            break;
        case CLASSES_COUNTRIES:
            value = pick((uint32_t)shipped->n_countries);
            break;
        case CLASSES_CUTS:
            value = question->type == Q_YEAR ? (1990 + pick(37)) * YEAR : pick(6) * YEAR;
            break;
        case CLASSES_NONE:
            continue;
        }
        answers->of[q] = (struct answer){.state = ANSWER_GIVEN, .value = value};
        if (pick(10) < open || !answer_fits(shipped, q, &answers->of[q], DAY))
            answers->of[q] = (struct answer){.state = pick(2) ? ANSWER_ABSENT : ANSWER_UNKNOWN};
    }
    give(shipped, answers, "destination",
         shipped->countries[shipped->destinations[destination].country], DAY);
}

static void compare(const struct assessment *brief, const struct assessment *whole)
{
    assert_int_equal(brief->outcome, whole->outcome);
    assert_int_equal(brief->possible, whole->possible);
    assert_int_equal(brief->state, whole->state);
    assert_int_equal(brief->academic, whole->academic);
    assert_int_equal(brief->licence.asked, whole->licence.asked);
    assert_int_equal(brief->licence.outcome, whole->licence.outcome);
    assert_int_equal(brief->position, whole->position);
    assert_int_equal(brief->position_from, whole->position_from);
    assert_memory_equal(&brief->assumed, &whole->assumed, sizeof whole->assumed);
    assert_int_equal(brief->n_live, whole->n_live);
    for (int32_t i = 0; i < whole->n_live; i++)
        assert_int_equal(brief->findings[i].finding, whole->findings[i].finding);
    assert_int_equal(brief->n_links, whole->n_links);
    for (int32_t i = 0; i < whole->n_links; i++) {
        assert_int_equal(brief->links[i].instrument, whole->links[i].instrument);
        assert_int_equal(brief->links[i].applies, whole->links[i].applies);
    }
}

static void test_brief(void **state)
{
    static struct answers answers;
    struct assessment brief = {0}, whole = {0};
    struct engine *quick = engine_new_brief(shipped, DAY), *full = engine_new(shipped, DAY);
    (void)state;
    for (int32_t d = 0; d < shipped->n_destinations; d++) {
        for (int i = 0; i < PEOPLE; i++) {
            answer_some(&answers, d, (uint32_t)i % 10);
            assess(quick, &answers, ASSESS_BRIEF, &brief);
            assess(full, &answers, ASSESS_FULL, &whole);
            compare(&brief, &whole);
        }
        const struct law *small = engine_destination_law(quick, d);
        assert_true(small->n_words < engine_destination_law(full, d)->n_words);
        assert_int_equal(small->terms->n_items[RULE_DOCUMENT], 0);
        assert_true(small->terms->n_items[RULE_FINDING] > 0);
    }
    assessment_release(&brief);
    assessment_release(&whole);
    engine_free(quick);
    engine_free(full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_brief)};
    return cmocka_run_group_tests(tests, shipped_begin, shipped_end);
}
