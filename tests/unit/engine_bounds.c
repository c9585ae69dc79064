// SPDX-License-Identifier: MIT
// An answer bounds another question that has none (`not_after:`, `not_before:`): what is left of
// it, what is usual of it, and that exactly the outcomes of what is left are possible.
#include <stdlib.h>
#include "give.h"
#include "shipped_group.h"
#include "engine/core.h"

enum { DAY = 20261101, YEAR = 1000 }; // numbers are thousandths

static void test_left(void **state)
{
    (void)state;
    static const struct {
        const char *given, *value, *question;
        bool bounded;
        int64_t first, last, usual; // usual -1: it has none
    } rows[] = {
        {"award_year", "2012", "start_year", true, INT64_MIN, 2012 * YEAR, 2012 * YEAR},
        {"award_year", "2024", "start_year", true, INT64_MIN, 2024 * YEAR, 2020 * YEAR},
        {"award_year", "2020", "start_year", true, INT64_MIN, 2020 * YEAR, 2020 * YEAR},
        {"start_year", "2012", "award_year", false, 0, 0, 2024 * YEAR},
        {"remote_until", "2021-06", "remote_from", true, INT64_MIN, 20210600, -1},
        {"remote_until", "2000-01", "remote_from", false, 0, 0, -1}, // they never went online
        {"best_rank", "40", "second_rank", false, 0, 0, 0},          // none is no place before it
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct answers answers;
        int32_t q = pack_question(shipped, rows[i].question);
        int64_t first = 0, last = 0, usual = -1;
        memset(&answers, 0, sizeof answers);
        assert_true(q != NONE);
        assert_false(answer_left(shipped, &answers, q, &first, &last));
        give(shipped, &answers, rows[i].given, rows[i].value, DAY);
        bool bounded = answer_left(shipped, &answers, q, &first, &last);
        if (bounded != rows[i].bounded)
            fail_msg("%s of %s", rows[i].question, rows[i].value);
        if (bounded) {
            assert_int_equal(first, rows[i].first);
            assert_int_equal(last, rows[i].last);
        }
        bool has = answer_usual(shipped, &answers, q, &usual);
        if (has != (rows[i].usual >= 0) || (has && usual != rows[i].usual))
            fail_msg("%s of %s: usual %lld", rows[i].question, rows[i].value, (long long)usual);
    }
}

// What is usual after another answer: of a choice, of a country, of a diploma of some levels only.
static void test_usual(void **state)
{
    (void)state;
    static const struct {
        const char *given[3][2], *question, *usual; // NULL: none is
    } rows[] = {
        {{{"level", "bachelor"}}, "target_level", "master"},
        {{{"level", "master"}}, "target_level", "doctorate"},
        {{{"level", "school_leaving"}}, "target_level", "bachelor"},
        {{{"level", "honorary"}}, "target_level", "bachelor"}, // it leads nowhere
        {{{NULL}}, "target_level", "bachelor"},
        {{{"provision", "double_degree"}}, "programme_approved", "yes"},
        {{{"provision", "franchise"}}, "programme_approved", NULL},
        {{{NULL}}, "programme_approved", NULL},
        {{{"award_country", "KZ"}, {"level", "school_leaving"}}, "entry_requirement", "school_11"},
        {{{"award_country", "KZ"}, {"level", "bachelor"}}, "entry_requirement", "school_12"},
        {{{"award_country", "KZ"}}, "entry_requirement", "school_12"},
        {{{"award_country", "IN"}, {"level", "school_leaving"}}, "entry_requirement", "school_12"},
        {{{"level", "school_leaving"}}, "entry_requirement", "school_12"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct answers answers;
        int32_t q = pack_question(shipped, rows[i].question);
        int64_t usual = -1;
        memset(&answers, 0, sizeof answers);
        for (int k = 0; k < 3 && rows[i].given[k][0]; k++)
            give(shipped, &answers, rows[i].given[k][0], rows[i].given[k][1], DAY);
        int64_t want =
            rows[i].usual ? pack_choice(&shipped->questions[q], rows[i].usual) : INT64_C(-1);
        if (answer_usual(shipped, &answers, q, &usual) != !!rows[i].usual ||
            (rows[i].usual && usual != want))
            fail_msg("row %zu: %s, %lld", i, rows[i].question, (long long)usual);
    }
}

// What is possible without the year of the beginning is what is possible with one of those left.
static void test_possible(void **state)
{
    (void)state;
    static const char *const people[][2] = {{"medicine", "professional_first_degree"},
                                            {"dentistry", "specialist"},
                                            {"law", "bachelor"},
                                            {NULL, "bachelor"}};
    struct engine *engine = engine_new(shipped, DAY);
    struct assessment open = {0}, with = {0};
    int32_t start = pack_question(shipped, "start_year"), narrower = 0;
    for (int32_t d = 0; d < shipped->n_destinations; d++)
        for (size_t p = 0; p < sizeof people / sizeof *people; p++)
            for (int year = 1992; year <= 2026; year += 2) {
                static struct answers answers;
                char words[12];
                uint32_t possible = 0;
                memset(&answers, 0, sizeof answers);
                give(shipped, &answers, "destination",
                     shipped->countries[shipped->destinations[d].country], DAY);
                give(shipped, &answers, "award_country", "UA", DAY);
                give(shipped, &answers, "level", people[p][1], DAY);
                give(shipped, &answers, "purpose",
                     people[p][0] ? "regulated_profession" : "further_study", DAY);
                if (people[p][0])
                    give(shipped, &answers, "profession", people[p][0], DAY);
                assess(engine, &answers, ASSESS_BRIEF, &open);
                uint32_t anyhow = open.possible;
                snprintf(words, sizeof words, "%d", year);
                give(shipped, &answers, "award_year", words, DAY);
                assess(engine, &answers, ASSESS_BRIEF, &open);
                for (int began = 1985; began <= year; began++) {
                    answers.of[start] =
                        (struct answer){.state = ANSWER_GIVEN, .value = began * YEAR};
                    assess(engine, &answers, ASSESS_BRIEF, &with);
                    possible |= with.reached;
                }
                if ((possible & ~open.possible) || (open.reached & ~possible))
                    fail_msg("%s, %s, %d: %x and %x",
                             shipped->countries[shipped->destinations[d].country], people[p][1],
                             year, open.reached, possible);
                narrower += open.possible != anyhow;
            }
    assert_true(narrower > 0);
    assessment_release(&open);
    assessment_release(&with);
    engine_free(engine);
}

// In every law: what the year of the award leaves of the year of the beginning, as classes from the
// first on.
static void test_classes(void **state)
{
    (void)state;
    struct engine *engine = engine_new(shipped, DAY);
    int32_t start = pack_question(shipped, "start_year"), seen = 0;
    for (int32_t d = 0; d < shipped->n_destinations; d++) {
        const struct law *law = engine_law(engine, shipped->destinations[d].country);
        int16_t *setting = calloc((size_t)law->terms->n_variables, sizeof *setting);
        int32_t variable = law->terms->domains[start].variable,
                n = law->terms->domains[start].n_classes;
        for (int year = 1990; variable != NONE && year <= 2026; year += 4) {
            static struct answers answers;
            char words[12];
            memset(&answers, 0, sizeof answers);
            snprintf(words, sizeof words, "%d", year);
            give(shipped, &answers, "award_year", words, DAY);
            setting_left(law->terms, &answers, start, setting);
            int32_t last = law_class(law->terms, start, (int64_t)year * YEAR);
            int16_t want = last == n - 1 ? OPEN : last ? band_make(0, last) : 0;
            assert_int_equal(setting[variable], want);
            seen++;
        }
        free(setting);
    }
    assert_true(seen > 0);
    engine_free(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_left),
        cmocka_unit_test(test_usual),
        cmocka_unit_test(test_possible),
        cmocka_unit_test(test_classes),
    };
    return cmocka_run_group_tests(tests, shipped_begin, shipped_end);
}
