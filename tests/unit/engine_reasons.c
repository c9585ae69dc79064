// SPDX-License-Identifier: MIT
// Why a finding is live: the fewest answers that are enough for it, by name, in pack order.
#include <stdlib.h>
#include <string.h>
#include "base/diag.h"
#include "base/text.h"
#include "engine/engine.h"
#include "pack/read/load.h"
#include "tests/unit/give.h"

struct
try {
    int32_t as_of;
    const char *answers; // question=value, with blanks between
    const char *finding;
    const char *because; // questions, with blanks between
};

static const struct try tries[] = {
    {20260201, "destination=KZ award_country=AU mode=online", "kz-online",
     "destination award_country mode"},
    // What the rule does not name is no reason, though it was answered.
    {20260201, "destination=KZ award_country=AU purpose=employment level=master mode=online",
     "kz-online", "destination award_country mode"},
    // Through live() of another finding.
    {20260201, "destination=KZ award_country=AU mode=online level=master", "kz-online-announced",
     "destination award_country mode"},
    // A trait is the destination's.
    {20261101, "destination=CN award_country=AU mode=online", "online-refused", "destination mode"},
    // One side of an `or` is enough, and which one was said first counts.
    {20261101, "destination=CN purpose=further_study level=bachelor target_level=doctorate",
     "level-too-low", "level target_level"},
    {20261101, "destination=CN level=master duration_years=2", "level-too-low", "duration_years"},
    {20261101,
     "destination=CN purpose=further_study level=bachelor target_level=doctorate duration_years=2",
     "level-too-low", "level target_level"},
    // That a question applied is no reason: nobody is told "because you want to study".
    {20261101, "purpose=further_study level=bachelor target_level=doctorate", "level-too-low",
     "level target_level"},
    // Through a matter; the treaty covers every purpose and level, so neither is a reason.
    {20261101, "destination=AU award_country=CN purpose=employment level=bachelor mode=blended",
     "online-protected", "destination award_country mode"},
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

static struct answers read_answers(const struct pack *pack, const char *words, int32_t as_of)
{
    struct answers answers = {0};
    give_words(pack, &answers, words, as_of);
    return answers;
}

static void tell(const struct pack *pack, struct engine *engine, const struct answers *answers,
                 const char *finding, const char *wanted)
{
    int32_t questions[PACK_MAX_QUESTIONS];
    struct text got = TEXT_INIT;
    int32_t n = finding_because(engine, answers, pack_finding(pack, finding), questions);
    for (int32_t i = 0; i < n; i++)
        text_printf(&got, "%s%s", i ? " " : "", pack->questions[questions[i]].id);
    assert_string_equal(text_str(&got), wanted);
    text_release(&got);
}

static void test_reasons(void **state)
{
    const struct pack *pack = load();
    (void)state;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct engine *engine = engine_new(pack, tries[i].as_of);
        const struct answers answers = read_answers(pack, tries[i].answers, tries[i].as_of);
        tell(pack, engine, &answers, tries[i].finding, tries[i].because);
        tell(pack, engine, &answers, tries[i].finding, tries[i].because); // once known, the same
        engine_free(engine);
    }
    pack_free(pack);
}

// Of a finding of another country nothing is said; an absent question that took its usual value is
// a reason like one that was answered.
static void test_assumed(void **state)
{
    const struct pack *pack = load();
    struct pack usual = *pack;
    struct question *questions = calloc((size_t)pack->n_questions, sizeof *questions);
    int32_t mode = pack_question(pack, "mode");
    (void)state;
    assert_non_null(questions);
    memcpy(questions, pack->questions, (size_t)pack->n_questions * sizeof *questions);
    questions[mode].usual = pack_choice(&questions[mode], "online");
    usual.questions = questions;
    struct engine *engine = engine_new(&usual, 20260201);
    struct answers answers = read_answers(&usual, "destination=KZ award_country=AU", 20260201);
    tell(&usual, engine, &answers, "kz-online", "destination award_country mode");
    answers = read_answers(&usual, "destination=CN award_country=AU mode=online", 20260201);
    tell(&usual, engine, &answers, "kz-online", "");
    engine_free(engine);
    free(questions);
    pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_reasons),
                                       cmocka_unit_test(test_assumed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
