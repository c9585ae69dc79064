// SPDX-License-Identifier: MIT
// Is the name of the institution asked for? Where the destination keeps a list that could answer a
// question which decides, and only there.
#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "engine/engine.h"
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
    for (int i = 0; i < 6 && row->answers[i]; i++) {
        char id[50];
        size_t len = strcspn(row->answers[i], "=");
        snprintf(id, sizeof id, "%.*s", (int)len, row->answers[i]);
        int32_t q = pack_question(pack, id);
        const char *word = row->answers[i] + len + 1;
        assert_true(q >= 0);
        assert_int_equal(answer_parse(pack, q, word, strlen(word), row->as_of, &answers.of[q]), 0);
    }
    return answers;
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_institution)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
