// SPDX-License-Identifier: MIT
// Lists of institutions that a destination keeps. Is the name asked for? Where a list could answer
// a question which decides, and only there. And what does a list say of a name?
#include "tests/unit/give.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "engine/engine.h"
#include "engine/trace.h"
#include "pack/read/load.h"

enum { NOW = 20261101, LATER = 20280101 };

// Long enough, so that no paper depends on the name.
#define LONG "years_taken=9"

static const struct asked {
    date as_of;
    const char *answers[6];
    bool asked;
} rows[] = {
    // Its list names a college that is watched, so the name decides …
    {NOW, {"destination=KZ", LONG}, true},
    {NOW, {"destination=KZ", LONG, "level=master", "award_country=AU"}, true},
    // … until it is watched no longer, or until the person has said how it is listed.
    {LATER, {"destination=KZ", LONG}, false},
    {NOW, {"destination=KZ", LONG, "destination_list=accepted"}, false},
    {NOW, {"destination=KZ", LONG, "destination_list=stopped"}, false},
    {NOW, {"destination=KZ", LONG, "destination_list=not_listed", "level=master"}, false},
    // The list of schools names none yet.
    {NOW,
     {"destination=KZ", LONG, "destination_list=accepted", "purpose=regulated_profession",
      "profession=medicine"},
     false},
    // Another country keeps no list.
    {NOW, {"destination=CN", LONG}, false},
    {NOW, {"destination=CN", LONG, "level=master"}, false},
};

static const struct pack *load(void)
{
    char path[4096];
    const char *src = getenv("TANU_SRC");
    struct diags diags;
    snprintf(path, sizeof path, "%s/tests/packs/guild", src ? src : ".");
    diags_init(&diags);
    const struct pack *pack = pack_load(path, 0, &diags);
    assert_non_null(pack);
    diags_release(&diags);
    return pack;
}

static struct answers answers_of(const struct pack *pack, const struct asked *row)
{
    struct answers answers;
    memset(&answers, 0, sizeof answers);
    for (int i = 0; i < 6 && row->answers[i]; i++)
        give_words(pack, &answers, row->answers[i], row->as_of);
    return answers;
}

// The same of answers alone, on this day.
static struct answers said(const struct pack *pack, const char *const words[6])
{
    struct asked row = {.as_of = NOW};
    memcpy(row.answers, words, sizeof row.answers);
    return answers_of(pack, &row);
}

// What the list of Kazakhstan says: from the first day of an entry to the day before its end, of
// that country's institutions where it names one, by each of its names.
static const struct listed {
    date as_of;
    const char *country, *name, *given; // NULL: not said
    int entry;                          // -1: none
    bool contradicts;
} listed[] = {
    {NOW, NULL, "The College", NULL, 0, false},
    {NOW, "CN", "the  college", NULL, 0, false},
    {NOW, NULL, "Колледж", NULL, 0, false},
    {NOW, NULL, "The Colleges", NULL, -1, false},
    {NOW, NULL, "College", NULL, -1, false},
    {NOW, NULL, NULL, NULL, -1, false},
    {20191231, NULL, "The College", NULL, -1, false},
    {20200101, NULL, "The College", NULL, 0, false},
    {20261231, NULL, "The College", NULL, 0, false},
    {20270101, NULL, "The College", NULL, -1, false},
    {20241231, "AU", "Old School", NULL, 1, false},
    {20100101, "AU", "Old School", NULL, 1, false}, // it has no first day
    {20250101, "AU", "Old School", NULL, -1, false},
    {20241231, "CN", "Old School", NULL, -1, false},
    {20241231, NULL, "Old School", NULL, -1, false},
    // What the person says counts, and where the list says otherwise, that is told.
    {NOW, NULL, "The College", "stopped", 0, false},
    {NOW, NULL, "The College", "accepted", 0, true},
    {NOW, NULL, "The College", "not_listed", 0, true},
    {NOW, NULL, "Elsewhere", "stopped", -1, false},
};

static void listed_row(const struct pack *pack, const struct listed *row, const char *destination)
{
    struct answers answers;
    struct assessment out = {0};
    char name[50];
    memset(&answers, 0, sizeof answers);
    give_if(pack, &answers, "destination", destination, NOW);
    give_if(pack, &answers, "award_country", row->country, NOW);
    give_if(pack, &answers, "destination_list", row->given, NOW);
    struct answer *institution = &answers.of[pack->q_institution];
    if (row->name) {
        snprintf(name, sizeof name, "%s", row->name);
        assert_int_equal(answer_read_text(&pack->questions[pack->q_institution], name, strlen(name),
                                          institution),
                         ANSWER_TEXT_GOOD);
    }
    struct engine *engine = engine_new(pack, row->as_of);
    assess(engine, &answers, ASSESS_BRIEF, &out);
    const struct listing *found = &out.listings[LIST_INSTITUTIONS];
    bool here = row->entry >= 0 && !strcmp(destination, "KZ");
    assert_int_equal(found->entry, here ? row->entry : NONE);
    assert_int_equal(found->list, here ? 0 : NONE);
    assert_int_equal(found->contradicts, here && row->contradicts);
    assert_int_equal(out.listings[LIST_PROFESSION].entry, NONE);
    // Of a college that is watched the degree is refused, unless the person says that it is not.
    if (here) {
        bool stopped = row->given ? !strcmp(row->given, "stopped") : row->entry == 0;
        assert_int_equal(out.outcome == pack_outcome(pack, "refusal_likely"), stopped);
    }
    assessment_release(&out);
    engine_free(engine);
}

static void test_listed(void **state)
{
    const struct pack *pack = load();
    (void)state;
    for (size_t i = 0; i < sizeof listed / sizeof *listed; i++) {
        listed_row(pack, &listed[i], "KZ");
        listed_row(pack, &listed[i], "CN"); // which keeps no list
    }
    pack_free(pack);
}

static void test_institution(void **state)
{
    const struct pack *pack = load();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct engine *engine = engine_new(pack, rows[i].as_of);
        const struct answers answers = answers_of(pack, &rows[i]);
        if (flow_matters(engine, &answers, pack->q_institution) != rows[i].asked)
            fail_msg("row %zu: %sasked for", i, rows[i].asked ? "not " : "");
        engine_free(engine);
    }
    pack_free(pack);
}

// While nobody knows where, some destination may keep the list or ask for the licence.
static void test_somewhere(void **state)
{
    static const struct {
        const char *answers[6], *question;
        enum truth applies;
        bool matters;
    } open[] = {
        {{LONG}, "destination_list", TRUTH_UNKNOWN, true},
        {{LONG, "destination=KZ"}, "destination_list", TRUTH_YES, true},
        {{LONG, "destination=CN"}, "destination_list", TRUTH_NO, false},
        {{LONG, "purpose=regulated_profession"}, "profession_list", TRUTH_UNKNOWN, true},
        {{LONG, "purpose=further_study"}, "profession_list", TRUTH_NO, false},
        {{LONG, "purpose=regulated_profession"}, "profession", TRUTH_YES, true},
    };
    const struct pack *pack = load();
    (void)state;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        struct asked row = {.as_of = NOW};
        memcpy(row.answers, open[i].answers, sizeof row.answers);
        struct engine *engine = engine_new(pack, NOW);
        const struct answers answers = answers_of(pack, &row);
        int32_t q = pack_question(pack, open[i].question);
        enum truth applies = flow_applies(engine, &answers, q);
        bool matters = flow_matters(engine, &answers, q);
        if (applies != open[i].applies || matters != open[i].matters)
            fail_msg("row %zu: %d, %d", i, applies, matters);
        engine_free(engine);
    }
    pack_free(pack);
}

static uint32_t possible(const struct pack *pack, struct engine *engine, const struct asked *row,
                         const char *destination)
{
    struct assessment out = {0};
    struct answers answers = answers_of(pack, row);
    give_if(pack, &answers, "destination", destination, NOW);
    assess(engine, &answers, ASSESS_BRIEF, &out);
    uint32_t found = out.possible;
    assessment_release(&out);
    return found;
}

// While the destination is open whatever one of them would do is possible, also of the first and
// the last one and of those without a file.
static void test_anywhere(void **state)
{
    static const struct asked cases[] = {
        // Short in China alone, in both, in none; too fast where the office is strict.
        {NOW, {"level=bachelor", "duration_years=3.5", "years_taken=0"}, false},
        {NOW, {"level=bachelor", "duration_years=2", "years_taken=0"}, false},
        {NOW, {"level=bachelor", "duration_years=4", "years_taken=0"}, false},
        {NOW, {"level=bachelor", "duration_years=4", "years_taken=3.5"}, false},
        {NOW, {"level=master", "duration_years=1", "years_taken=1"}, false},
    };
    const struct pack *pack = load();
    struct engine *engine = engine_new(pack, NOW);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t all = 0;
        for (int32_t c = 0; c < pack->n_countries; c++)
            all |= possible(pack, engine, &cases[i], pack->countries[c]);
        uint32_t open = possible(pack, engine, &cases[i], NULL);
        if (open != all)
            fail_msg("row %zu: %x instead of %x", i, (unsigned)open, (unsigned)all);
    }
    engine_free(engine);
    pack_free(pack);
}

// Below what the destination asks of that level? What counts as planned never is.
static void test_norm(void **state)
{
    static const struct {
        const char *answers[6];
        enum truth brief, fast;
    } norms[] = {
        {{"destination=KZ", "level=bachelor", "duration_years=2.5", "years_taken=2.5"},
         TRUTH_YES,
         TRUTH_YES},
        {{"destination=KZ", "level=bachelor", "duration_years=3", "years_taken=3"},
         TRUTH_NO,
         TRUTH_NO},
        {{"destination=KZ", "level=bachelor", "duration_years=4", "years_taken=0"},
         TRUTH_NO,
         TRUTH_NO},
        {{"destination=KZ", "level=bachelor"}, TRUTH_UNKNOWN, TRUTH_UNKNOWN},
        {{"destination=KZ", "duration_years=0.5", "years_taken=0.5"}, TRUTH_UNKNOWN, TRUTH_UNKNOWN},
        {{"destination=KZ", "level=master", "duration_years=2", "years_taken=1"},
         TRUTH_NO,
         TRUTH_YES},
        // China asks for four years, and whether it is strict nobody knows.
        {{"destination=CN", "level=bachelor", "duration_years=3", "years_taken=3"},
         TRUTH_YES,
         TRUTH_UNKNOWN},
        {{"destination=CN", "level=bachelor", "duration_years=4", "years_taken=4"},
         TRUTH_NO,
         TRUTH_NO},
        {{"destination=CN", "level=master", "duration_years=0.5", "years_taken=0.5"},
         TRUTH_NO,
         TRUTH_NO},
        {{"destination=AU", "level=bachelor", "duration_years=0.5", "years_taken=0.5"},
         TRUTH_NO,
         TRUTH_NO},
        {{"level=bachelor", "duration_years=0.5", "years_taken=0.5"}, TRUTH_UNKNOWN, TRUTH_UNKNOWN},
    };
    const struct pack *pack = load();
    struct atlas atlas;
    (void)state;
    atlas_init(&atlas, pack, NOW);
    for (size_t i = 0; i < sizeof norms / sizeof *norms; i++) {
        const struct answers answers = said(pack, norms[i].answers);
        enum truth found[2];
        for (int k = 0; k < 2; k++)
            found[k] =
                trace_rule(&atlas, &answers,
                           &pack->findings[pack_finding(pack, k ? "too-fast" : "too-short")].when,
                           RULE_FINDING, DUTY_NONE, NULL, NULL);
        if (found[0] != norms[i].brief || found[1] != norms[i].fast)
            fail_msg("row %zu: %d, %d", i, found[0], found[1]);
    }
    atlas_release(&atlas);
    pack_free(pack);
}

// Is there a record for the profession, and needs it no licence? KZ has one for doctors; AU's file
// is not read, so nothing is needed there by anybody.
static void test_licensed(void **state)
{
    static const struct {
        const char *answers[6];
        enum truth licensed, free;
    } rows_of[] = {
        {{"destination=KZ", "purpose=regulated_profession", "profession=medicine"},
         TRUTH_YES,
         TRUTH_NO},
        {{"destination=KZ", "purpose=regulated_profession", "profession=engineering"},
         TRUTH_NO,
         TRUTH_NO},
        {{"destination=KZ", "purpose=regulated_profession"}, TRUTH_UNKNOWN, TRUTH_UNKNOWN},
        {{"destination=AU", "purpose=regulated_profession", "profession=medicine"},
         TRUTH_NO,
         TRUTH_NO},
        {{"destination=AU", "purpose=regulated_profession"}, TRUTH_NO, TRUTH_NO},
        {{"purpose=regulated_profession", "profession=medicine"}, TRUTH_UNKNOWN, TRUTH_UNKNOWN},
        {{"purpose=regulated_profession"}, TRUTH_UNKNOWN, TRUTH_UNKNOWN},
        {{"purpose=further_study", "destination=KZ"}, TRUTH_NO, TRUTH_NO}, // it is not asked
    };
    const struct pack *pack = load();
    struct atlas atlas;
    (void)state;
    atlas_init(&atlas, pack, NOW);
    for (size_t i = 0; i < sizeof rows_of / sizeof *rows_of; i++) {
        const struct answers answers = said(pack, rows_of[i].answers);
        for (int32_t k = 0; k < 2; k++) {
            const struct expr e = {.op = EXPR_LICENSED,
                                   .question = (int8_t)pack_question(pack, "profession"),
                                   .index = k};
            const struct condition when = {.root = &e};
            enum truth truth =
                trace_rule(&atlas, &answers, &when, RULE_FINDING, DUTY_NONE, NULL, NULL);
            if (truth != (k ? rows_of[i].free : rows_of[i].licensed))
                fail_msg("row %zu, %d: %d", i, k, truth);
        }
    }
    atlas_release(&atlas);
    pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_institution), cmocka_unit_test(test_listed),
        cmocka_unit_test(test_somewhere),   cmocka_unit_test(test_anywhere),
        cmocka_unit_test(test_norm),        cmocka_unit_test(test_licensed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
