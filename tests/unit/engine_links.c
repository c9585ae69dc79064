// SPDX-License-Identifier: MIT
// Which instruments stand between two countries, whether each applies, and why: one row a reason,
// and the days around each date of a record.
#include <stdlib.h>
#include <string.h>
#include "base/diag.h"
#include "engine/engine.h"
#include "pack/read/load.h"
#include "tests/unit/give.h"

enum { NOW = 20261101, NOT_LISTED = -1 };

struct
try {
    int32_t as_of;
    const char *destination, *award, *purpose, *level; // NULL: not asked
    const char *instrument;
    int applies, why; // NOT_LISTED: neither country has a record
};

static const struct try rows[] = {
    {NOW, "CN", "AU", "employment", "master", "tokyo-2011", TRUTH_YES, WHY_BOTH_BOUND},
    {NOW, "AU", "CN", "further_study", "doctorate", "tokyo-2011", TRUTH_YES, WHY_BOTH_BOUND},
    {NOW, "CN", "JP", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_AWARD_NOT_PARTY},
    {NOW, "JP", "CN", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_DESTINATION_NOT_PARTY},
    {NOW, "JP", "RU", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_NEITHER_IN_FORCE},
    {NOW, "JP", "JP", "employment", "master", "tokyo-2011", NOT_LISTED, 0},
    {NOW, "CN", "CN", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_HOME_AWARD},
    {NOW, "CN", "KZ", "employment", "master", "tokyo-2011", TRUTH_UNKNOWN, WHY_AWARD_OPEN},
    {NOW, "KZ", "CN", "employment", "master", "tokyo-2011", TRUTH_UNKNOWN, WHY_DESTINATION_OPEN},
    {NOW, "KZ", "JP", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_AWARD_NOT_PARTY},
    {NOW, "CN", NULL, "employment", "master", "tokyo-2011", TRUTH_UNKNOWN, WHY_COUNTRY_UNKNOWN},
    {NOW, NULL, "AU", "employment", "master", "tokyo-2011", TRUTH_UNKNOWN, WHY_COUNTRY_UNKNOWN},
    {NOW, "JP", NULL, "employment", "master", "tokyo-2011", NOT_LISTED, 0},
    {NOW, "CN", "AU", NULL, "master", "tokyo-2011", TRUTH_UNKNOWN, WHY_COVER_UNKNOWN},
    {NOW, "CN", "AU", "employment", NULL, "tokyo-2011", TRUTH_UNKNOWN, WHY_COVER_UNKNOWN},
    {NOW, "CN", "JP", NULL, NULL, "tokyo-2011", TRUTH_NO, WHY_AWARD_NOT_PARTY},
    {NOW, "KZ", "RU", "employment", "bachelor", "old-pact", TRUTH_YES, WHY_BOTH_BOUND},
    {NOW, "KZ", "RU", "further_study", "bachelor", "old-pact", TRUTH_NO, WHY_NOT_COVERED},
    {NOW, "KZ", "RU", "employment", "doctorate", "old-pact", TRUTH_NO, WHY_NOT_COVERED},
    {NOW, "KZ", "RU", "further_study", NULL, "old-pact", TRUTH_NO, WHY_NOT_COVERED},
    {NOW, "CN", "AU", "employment", "master", "old-pact", NOT_LISTED, 0},
    // In force from 2018-02-01; until 2025-06-01; open from 2026-03-01.
    {20180131, "CN", "AU", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_NOT_IN_FORCE},
    {20180131, "CN", "CN", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_NOT_IN_FORCE},
    {20180201, "CN", "AU", "employment", "master", "tokyo-2011", TRUTH_YES, WHY_BOTH_BOUND},
    {20190430, "CN", "RU", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_AWARD_NOT_PARTY},
    {20190501, "CN", "RU", "employment", "master", "tokyo-2011", TRUTH_YES, WHY_BOTH_BOUND},
    {20250531, "CN", "RU", "employment", "master", "tokyo-2011", TRUTH_YES, WHY_BOTH_BOUND},
    {20250601, "CN", "RU", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_AWARD_NOT_PARTY},
    {20260228, "CN", "KZ", "employment", "master", "tokyo-2011", TRUTH_NO, WHY_AWARD_NOT_PARTY},
    {20260301, "CN", "KZ", "employment", "master", "tokyo-2011", TRUTH_UNKNOWN, WHY_AWARD_OPEN},
};

static const struct pack *load(void)
{
    char path[4096];
    struct diags diags;
    const char *source = getenv("TANU_SRC");
    snprintf(path, sizeof path, "%s/tests/packs/tiny", source ? source : ".");
    diags_init(&diags);
    const struct pack *pack = pack_load(path, 0, &diags);
    diags_release(&diags);
    assert_non_null(pack);
    return pack;
}

static struct answers answers_of(const struct pack *pack, const struct try *row)
{
    struct answers answers = {0};
    give_if(pack, &answers, "destination", row->destination, NOW);
    give_if(pack, &answers, "award_country", row->award, NOW);
    give_if(pack, &answers, "purpose", row->purpose, NOW);
    give_if(pack, &answers, "level", row->level, NOW);
    return answers;
}

static const struct link *link_of(const struct pack *pack, const struct assessment *out,
                                  const char *instrument)
{
    for (int32_t i = 0; i < out->n_links; i++)
        if (!strcmp(pack->instruments[out->links[i].instrument].id, instrument))
            return &out->links[i];
    return NULL;
}

static void test_rows(void **state)
{
    const struct pack *pack = load();
    struct assessment out = {0};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct answers answers = answers_of(pack, &rows[i]);
        struct engine *engine = engine_new(pack, rows[i].as_of);
        assess(engine, &answers, ASSESS_BRIEF, &out);
        const struct link *link = link_of(pack, &out, rows[i].instrument);
        if (!link != (rows[i].applies == NOT_LISTED) ||
            (link && ((int)link->applies != rows[i].applies || (int)link->why != rows[i].why)))
            fail_msg("row %zu: applies %d, why %d", i, link ? (int)link->applies : -1,
                     link ? (int)link->why : -1);
        for (int32_t k = 1; k < out.n_links; k++) // strongest first
            assert_true(out.links[k - 1].instrument < out.links[k].instrument);
        engine_free(engine);
    }
    assessment_release(&out);
    pack_free(pack);
}

// Of an instrument that asks for online study (the condition of the matter "mode"), where the usual
// answer is another one.
static const struct asked {
    const char *mode; // NULL: absent; "": "I don't know"
    int applies, why;
    bool assumed;
} asked[] = {
    {"online", TRUTH_YES, WHY_BOTH_BOUND, false},
    {"on_campus", TRUTH_NO, WHY_LEFT_OUT, false},
    {NULL, TRUTH_NO, WHY_LEFT_OUT, true},
    {"", TRUTH_UNKNOWN, WHY_LEFT_OUT_UNKNOWN, false},
};

// The pack with an instrument that asks for it. Returns its instruments, to be freed.
static struct instrument *make_asking(const struct pack *pack, const char *id, struct pack *asking)
{
    *asking = *pack;
    struct instrument *instruments = calloc((size_t)pack->n_instruments, sizeof *instruments);
    assert_non_null(instruments);
    memcpy(instruments, pack->instruments, (size_t)pack->n_instruments * sizeof *instruments);
    asking->instruments = instruments;
    for (int32_t i = 0; i < pack->n_instruments; i++)
        for (int32_t m = 0; !strcmp(instruments[i].id, id) && m < pack->n_matters; m++)
            if (pack->matters[m].when.root)
                instruments[i].when = pack->matters[m].when;
    return instruments;
}

static void test_asked(void **state)
{
    static const struct try row = {NOW, "KZ", "RU", "employment", "bachelor", "old-pact", 0, 0};
    const struct pack *pack = load();
    struct pack asking;
    struct instrument *instruments = make_asking(pack, row.instrument, &asking);
    struct assessment out = {0};
    int32_t mode = pack_question(pack, "mode");
    (void)state;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        struct answers answers = answers_of(&asking, &row);
        if (asked[i].mode && !*asked[i].mode)
            answers.of[mode].state = ANSWER_UNKNOWN;
        else
            give_if(&asking, &answers, "mode", asked[i].mode, NOW);
        struct engine *engine = engine_new(&asking, NOW);
        assess(engine, &answers, ASSESS_BRIEF, &out);
        const struct link *link = link_of(&asking, &out, row.instrument);
        if (!link || (int)link->applies != asked[i].applies || (int)link->why != asked[i].why ||
            question_set_has(&out.assumed, mode) != asked[i].assumed)
            fail_msg("asked %zu: applies %d, why %d", i, link ? (int)link->applies : -1,
                     link ? (int)link->why : -1);
        engine_free(engine);
    }
    assessment_release(&out);
    free(instruments);
    pack_free(pack);
}

// Where it does not bind both States, or does not cover the case by name, what it asks is nobody's
// question: no usual value is taken for it, and nothing is asked for its sake.
static void test_not_asked(void **state)
{
    static const struct try tries[] = {
        {NOW, "KZ", "AU", "employment", "bachelor", "old-pact", 0, WHY_AWARD_NOT_PARTY},
        {NOW, "CN", "RU", "employment", "bachelor", "old-pact", 0, WHY_DESTINATION_NOT_PARTY},
        {NOW, "KZ", "RU", "further_study", "bachelor", "old-pact", 0, WHY_NOT_COVERED},
    };
    const struct pack *pack = load();
    struct pack asking;
    struct instrument *instruments = make_asking(pack, "old-pact", &asking);
    struct engine *plain = engine_new(pack, NOW), *engine = engine_new(&asking, NOW);
    struct assessment out = {0}, without = {0};
    (void)state;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct answers answers = answers_of(&asking, &tries[i]);
        assess(engine, &answers, ASSESS_BRIEF, &out);
        assess(plain, &answers, ASSESS_BRIEF, &without);
        assert_int_equal(link_of(&asking, &out, "old-pact")->why, tries[i].why);
        assert_memory_equal(&out.assumed, &without.assumed, sizeof out.assumed);
        for (int32_t q = 0; q < pack->n_questions; q++)
            assert_int_equal(flow_matters(engine, &answers, q), flow_matters(plain, &answers, q));
    }
    engine_free(plain);
    engine_free(engine);
    assessment_release(&out);
    assessment_release(&without);
    free(instruments);
    pack_free(pack);
}

// Every reason has a row.
static void test_reasons(void **state)
{
    bool met[WHY_HOME_AWARD + 1] = {false};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].applies != NOT_LISTED)
            met[rows[i].why] = true;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        met[asked[i].why] = true;
    for (int why = 0; why <= WHY_HOME_AWARD; why++)
        if (!met[why])
            fail_msg("no row has the reason %d", why);
}

// A usual purpose or level decides what is covered, and is named only where something hangs on it.
static void test_assumed(void **state)
{
    const struct pack *pack = load();
    struct pack usual = *pack;
    struct question *questions = calloc((size_t)pack->n_questions, sizeof *questions);
    struct assessment out = {0};
    (void)state;
    assert_non_null(questions);
    memcpy(questions, pack->questions, (size_t)pack->n_questions * sizeof *questions);
    questions[pack->q_purpose].has_usual = true;
    questions[pack->q_purpose].usual = pack_choice(&questions[pack->q_purpose], "employment");
    usual.questions = questions;
    const struct {
        struct try row;
        bool assumed;
    } tries[] = {
        {{NOW, "CN", "AU", NULL, "master", "tokyo-2011", TRUTH_YES, 0}, true},
        {{NOW, "KZ", "RU", NULL, "doctorate", "old-pact", TRUTH_NO, 0}, true},
        {{NOW, "CN", "AU", "employment", "master", "tokyo-2011", TRUTH_YES, 0}, false},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        const struct answers answers = answers_of(&usual, &tries[i].row);
        struct engine *engine = engine_new(&usual, NOW);
        assess(engine, &answers, ASSESS_BRIEF, &out);
        assert_int_equal(link_of(&usual, &out, tries[i].row.instrument)->applies,
                         tries[i].row.applies);
        assert_int_equal(question_set_has(&out.assumed, pack->q_purpose), tries[i].assumed);
        engine_free(engine);
    }
    assessment_release(&out);
    free(questions);
    pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows), cmocka_unit_test(test_asked), cmocka_unit_test(test_not_asked),
        cmocka_unit_test(test_reasons), cmocka_unit_test(test_assumed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
