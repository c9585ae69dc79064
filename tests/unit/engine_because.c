// SPDX-License-Identifier: MIT
// Why a finding is live: the fewest answers that are enough for it, and no other.
#include <stdlib.h>
#include "give.h"
#include "base/text.h"
#include "engine/engine.h"
#include "pack/read/load.h"

enum { DAY = 20261123 };

static const struct {
    const char *pack, *answers, *finding, *because;
} rows[] = {
    // One condition.
    {"pages", "destination=KZ level=bachelor", "supported", "level"},
    {"pages", "destination=KZ level=master", "supported", ""},
    {"pages", "destination=KZ award_country=AU purpose=work level=bachelor mode=campus",
     "supported", "level"},
    // The destination is a reason where the rule is its own, or reads what it knows of it.
    {"pages", "destination=KZ award_country=AU mode=online", "kz-online",
     "destination award_country mode"},
    {"pages", "destination=KZ award_country=KZ mode=online", "kz-online", ""},
    {"pages", "destination=CN award_country=AU mode=online", "barred", "destination mode"},
    {"pages", "destination=KZ award_country=AU mode=online", "barred", ""},
    // One of two is enough; both where each would do, the earlier one stays.
    {"tiny", "destination=CN level=bachelor purpose=further_study target_level=doctorate",
     "level-too-low", "level target_level"},
    {"tiny", "destination=CN duration_years=2", "level-too-low", "duration_years"},
    {"tiny",
     "destination=CN level=bachelor purpose=further_study target_level=doctorate duration_years=2",
     "level-too-low", "level target_level"},
    {"tiny", "destination=CN level=master duration_years=2", "level-too-low", "duration_years"},
    // Through another rule, a treaty and a matter; the treaty covers every purpose and level.
    {"tiny", "destination=AU award_country=CN purpose=further_study level=bachelor mode=online",
     "online-protected", "destination award_country mode"},
    // Not while it is open whether the State is a party.
    {"tiny", "destination=KZ award_country=AU mode=online", "kz-online-announced", ""},
    // What was not said took its usual value.
    {"guild",
     "destination=KZ purpose=regulated_profession award_country=AU citizenship=AU profession=law",
     "kz-citizens", "destination purpose citizenship profession"},
    {"guild",
     "destination=KZ purpose=regulated_profession award_country=AU citizenship=KZ profession=law",
     "kz-citizens", ""},
};

static const struct pack *open_pack(const char *name)
{
    struct diags diags;
    char dir[700];
    const char *src = getenv("TANU_SRC");
    diags_init(&diags);
    snprintf(dir, sizeof dir, "%s/tests/packs/%s", src ? src : ".", name);
    const struct pack *pack = pack_load(dir, 0, &diags);
    assert_non_null(pack);
    diags_release(&diags);
    return pack;
}

static void read_answers(const struct pack *pack, const char *words, struct answers *answers)
{
    memset(answers, 0, sizeof *answers);
    give_words(pack, answers, words, DAY);
}

static int32_t finding_named(const struct pack *pack, const char *id)
{
    for (int32_t i = 0; i < pack->n_findings; i++)
        if (!strcmp(pack->findings[i].id, id))
            return i;
    fail_msg("%s", id);
    return NONE;
}

static bool is_live(const struct assessment *a, int32_t finding)
{
    for (int32_t i = 0; i < a->n_live; i++)
        if (a->findings[i].finding == finding)
            return true;
    return false;
}

static void test_because(void **state)
{
    (void)state;
    static struct answers answers;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct pack *pack = open_pack(rows[i].pack);
        struct engine *engine = engine_new(pack, DAY);
        struct assessment a = {0};
        struct text because = TEXT_INIT;
        int32_t questions[PACK_MAX_QUESTIONS], finding = finding_named(pack, rows[i].finding);
        read_answers(pack, rows[i].answers, &answers);
        assess(engine, &answers, ASSESS_FULL, &a);
        int32_t n =
            is_live(&a, finding) ? finding_because(engine, &answers, finding, questions) : 0;
        for (int32_t q = 0; q < n; q++)
            text_printf(&because, "%s%s", q ? " " : "", pack->questions[questions[q]].id);
        if (strcmp(text_str(&because), rows[i].because) != 0)
            fail_msg("%s: %s, because %s, not %s", rows[i].answers, rows[i].finding,
                     text_str(&because), rows[i].because);
        text_release(&because);
        assessment_release(&a);
        engine_free(engine);
        pack_free(pack);
    }
}

// A rule that names no answer holds because of those that keep others from overriding it: where
// the office is strict only a doctorate stays calm, and only where the award is from elsewhere or
// online.
static void test_named_nowhere(void **state)
{
    (void)state;
    static const struct {
        const char *answers, *because;
    } calm[] = {
        {"destination=CN award_country=AU level=doctorate", "award_country level"},
        {"destination=CN award_country=CN level=doctorate mode=online", "level mode"},
        {"destination=CN award_country=AU level=doctorate mode=online", "award_country level"},
        {"destination=CN award_country=AU level=doctorate mode=campus years=4",
         "award_country level"},
    };
    static struct answers answers;
    const struct pack *pack = open_pack("maze");
    struct pack changed = *pack;
    struct finding *findings = calloc((size_t)pack->n_findings, sizeof *findings);
    int32_t finding = finding_named(pack, "calm");
    memcpy(findings, pack->findings, (size_t)pack->n_findings * sizeof *findings);
    for (int32_t r = 0; r < pack_rule_count(pack, RULE_CONVENTION); r++)
        if (pack_rule(pack, RULE_CONVENTION, r)->when.root->op == EXPR_ALWAYS)
            findings[finding].when = pack_rule(pack, RULE_CONVENTION, r)->when;
    changed.findings = findings;
    struct engine *engine = engine_new(&changed, DAY);
    for (size_t i = 0; i < sizeof calm / sizeof *calm; i++) {
        struct text because = TEXT_INIT;
        int32_t questions[PACK_MAX_QUESTIONS];
        read_answers(pack, calm[i].answers, &answers);
        int32_t n = finding_because(engine, &answers, finding, questions);
        for (int32_t q = 0; q < n; q++)
            text_printf(&because, "%s%s", q ? " " : "", pack->questions[questions[q]].id);
        if (strcmp(text_str(&because), calm[i].because) != 0)
            fail_msg("%s: because %s, not %s", calm[i].answers, text_str(&because),
                     calm[i].because);
        text_release(&because);
    }
    engine_free(engine);
    free(findings);
    pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_because),
                                       cmocka_unit_test(test_named_nowhere)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
