// SPDX-License-Identifier: MIT
// Counts by groups of answers: which questions may make groups, what a group is called, what is
// counted.
#include "tiny.h"
#include "front/batch_sum.h"

static void test_names(void **state)
{
    static const struct {
        const char *names;
        int n;           // questions, -1: refused
        const char *bad; // which name is none
    } rows[] = {
        {"level", 1, ""},
        {"country", 1, ""},
        {" level , mode,,purpose ", 3, ""},
        {"destination,award_country,purpose,level,mode,duration_years", 6, ""},
        {"destination,award_country,purpose,level,mode,duration_years,level", -1, "level"},
        {"", -1, ""},
        {" , ", -1, ""},
        {"nothing", -1, "nothing"},
        {"level,country ,levels", -1, "levels"},
        {"thisnameislongerthanthereisroomforwhatiswrongwithitandmoreandmoreandmore", -1,
         "thisnameislongerthanthereisroomforwhatiswrongwithitandmoreandmo"},
    };
    struct tiny tiny = tiny_open();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct batch_sum sum;
        char bad[64] = "x";
        int status = batch_sum_init(&sum, tiny.pack, rows[i].names, bad);
        if (status != (rows[i].n < 0 ? -1 : 0) || strcmp(bad, rows[i].bad) != 0)
            fail_msg("“%s”: %d, “%s”", rows[i].names, status, bad);
        if (status)
            continue;
        assert_int_equal(sum.n_questions, rows[i].n);
        batch_sum_release(&sum);
    }
    tiny_close(&tiny);
}

// Two levels, an absent and an unknown one; better, worse, the same and the same in other words.
static void test_counts(void **state)
{
    static const struct {
        const char *country, *level; // NULL: absent, "": unknown
        int32_t now, then;
        bool differs;
    } lines[] = {
        {"KZ", "master", 2, 1, true}, {"KZ", "master", 1, 2, true},
        {"KZ", "master", 1, 1, true}, {"KZ", "master", 1, 1, false},
        {"KZ", "master", 3, 1, true}, {"AU", "bachelor", 1, 1, false},
        {"KZ", NULL, 0, 5, true},     {NULL, "", 5, 0, true},
        {"KZ", "master", 1, 1, true},
    };
    struct tiny tiny = tiny_open();
    struct batch_sum sum;
    struct text out = TEXT_INIT;
    char bad[64];
    (void)state;
    assert_int_equal(batch_sum_init(&sum, tiny.pack, "country,level", bad), 0);
    batch_sum_write(&sum, &out);
    assert_int_equal(out.len, 0);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct answers a = {0};
        int32_t level = pack_question(tiny.pack, "level");
        if (lines[i].country)
            a.of[tiny.pack->q_award_country] =
                tiny_answer(&tiny, "award_country", lines[i].country);
        if (lines[i].level && *lines[i].level)
            a.of[level] = tiny_answer(&tiny, "level", lines[i].level);
        else if (lines[i].level)
            a.of[level].state = ANSWER_UNKNOWN;
        batch_sum_add(&sum, &a, lines[i].now, lines[i].then, lines[i].differs);
    }
    batch_sum_write(&sum, &out);
    assert_string_equal(
        text_str(&out),
        "{\"award_country\":\"AU\",\"level\":\"bachelor\",\"lines\":1,\"differ\":0,\"gain\":0,"
        "\"loss\":0}\n"
        "{\"award_country\":\"KZ\",\"level\":\"master\",\"lines\":6,\"differ\":5,\"gain\":2,"
        "\"loss\":1}\n"
        "{\"award_country\":\"KZ\",\"level\":null,\"lines\":1,\"differ\":1,\"gain\":0,\"loss\":1}\n"
        "{\"award_country\":null,\"level\":\"unknown\",\"lines\":1,\"differ\":1,\"gain\":1,"
        "\"loss\":0}\n");
    batch_sum_release(&sum);
    text_release(&out);
    tiny_close(&tiny);
}

// So many groups and no more; what has one already is counted on.
static void test_most(void **state)
{
    struct tiny tiny = tiny_open();
    struct batch_sum sum;
    struct text out = TEXT_INIT;
    struct answers a = {0};
    char bad[64];
    int32_t years = pack_question(tiny.pack, "duration_years");
    (void)state;
    assert_int_equal(batch_sum_init(&sum, tiny.pack, "duration_years", bad), 0);
    a.of[years].state = ANSWER_GIVEN;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < SUM_MOST_GROUPS + 3; i++) {
            a.of[years].value = i;
            batch_sum_add(&sum, &a, 0, 0, false);
        }
    assert_int_equal(sum.n, SUM_MOST_GROUPS);
    assert_int_equal(sum.left_out, 6);
    for (size_t i = 0; i < sum.n; i++)
        assert_int_equal(sum.counts[i].lines, 2);
    batch_sum_write(&sum, &out);
    assert_non_null(strstr(text_str(&out), "}\n{\"left_out\":6}\n"));
    batch_sum_release(&sum);
    text_release(&out);
    tiny_close(&tiny);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_counts),
                                       cmocka_unit_test(test_most)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
