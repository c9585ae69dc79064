// SPDX-License-Identifier: MIT
// The tiny pack as the loader leaves it: dates that follow from deposits, order, references,
// contexts of texts, and that it cannot be changed.
#include "tests/unit/unit.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "pack/read/load.h"
#include "pack/words.h"

static const struct pack *pack;

static int setup(void **state)
{
    char path[4096];
    struct diags diags;
    const char *src = getenv("TANU_SRC");
    (void)state;
    snprintf(path, sizeof path, "%s/tests/packs/tiny", src ? src : ".");
    diags_init(&diags);
    pack = pack_load(path, LOAD_CASES, &diags);
    diags_release(&diags);
    return pack ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    pack_free(pack);
    return 0;
}

// The tiny pack from memory, with `from` in one file replaced by `to` where it first occurs.
static const struct pack *load_changed(const char *file, const char *from, const char *to)
{
    static const char *const names[] = {"pack.yaml",
                                        "questions.yaml",
                                        "countries/CN.yaml",
                                        "countries/KZ.yaml",
                                        "rules/papers.yaml",
                                        "instruments/old-pact.yaml",
                                        "instruments/tokyo-2011.yaml",
                                        "rules/findings.yaml",
                                        "rules/outcomes.yaml"};
    enum { FILES = sizeof names / sizeof *names };
    struct pack_text texts[FILES];
    struct text contents[FILES] = {TEXT_INIT};
    struct diags diags;
    diags_init(&diags);
    for (int i = 0; i < FILES; i++) {
        char path[4096], bytes[1 << 14];
        const char *src = getenv("TANU_SRC");
        snprintf(path, sizeof path, "%s/tests/packs/tiny/%s", src ? src : ".", names[i]);
        FILE *in = fopen(path, "r");
        assert_non_null(in);
        bytes[fread(bytes, 1, sizeof bytes - 1, in)] = 0;
        fclose(in);
        char *at = strcmp(names[i], file) ? NULL : strstr(bytes, from);
        text_bytes(&contents[i], bytes, at ? (size_t)(at - bytes) : strlen(bytes));
        if (at)
            text_printf(&contents[i], "%s%s", to, at + strlen(from));
        texts[i] = (struct pack_text){names[i], contents[i].bytes, contents[i].len};
    }
    const struct pack *changed = pack_load_texts(texts, FILES, 0, &diags);
    assert_non_null(changed);
    for (int i = 0; i < FILES; i++)
        text_release(&contents[i]);
    diags_release(&diags);
    return changed;
}

static const struct party *party(const char *instrument, const char *country)
{
    return instrument_party(&pack->instruments[pack_instrument(pack, instrument)],
                            pack_country(pack, country));
}

static void test_parties(void **state)
{
    (void)state;
    // Deposited long before the treaty itself came into force.
    assert_int_equal(party("tokyo-2011", "CN")->in_force, 20180201);
    assert_true(party("tokyo-2011", "CN")->in_force_computed);
    assert_int_equal(party("tokyo-2011", "RU")->in_force, 20190501);
    assert_int_equal(party("tokyo-2011", "RU")->until, 20250601);
    assert_int_equal(party("tokyo-2011", "AU")->in_force, 20180201);
    assert_false(party("tokyo-2011", "AU")->in_force_computed);
    assert_int_equal(party("tokyo-2011", "KZ")->in_force, 0);
    assert_int_equal(party("tokyo-2011", "KZ")->not_before, 20260301);
    assert_int_equal(party("tokyo-2011", "KZ")->n_reservations, 1);
    assert_null(party("old-pact", "CN"));
    assert_null(party("tokyo-2011", "JP"));
}

static void test_order(void **state)
{
    (void)state;
    assert_string_equal(pack->instruments[0].id, "old-pact"); // the stronger one
    assert_string_equal(pack->countries[0], "AU");
    assert_int_equal(pack->n_countries, 5);
    assert_int_equal(pack_country(pack, "RU"), 4);
    assert_int_equal(pack_country(pack, "XX"), NONE);
    assert_int_equal(pack->destination_of[pack_country(pack, "KZ")], 1);
    assert_int_equal(pack->destination_of[pack_country(pack, "JP")], NONE);
    assert_string_equal(pack->questions[pack->q_level].id, "level");
    assert_string_equal(pack->outcomes[pack->outcome_not_covered].id, "not_covered");
}

static void test_catalogue(void **state)
{
    (void)state;
    const struct item *own = &pack->documents[2];
    assert_string_equal(own->id, "kz-diploma");
    assert_string_equal(own->text.words, "Your diploma");
    assert_string_equal(own->text.context, "documents/diploma/text");
    assert_int_equal(own->order, 10);
    assert_int_equal(own->have.root->op, EXPR_HAS);
    assert_int_equal(own->country, 1);
    assert_null(pack->documents[0].when.root);
}

static void test_texts(void **state)
{
    (void)state;
    const struct question *level = &pack->questions[pack->q_level];
    const struct instrument *tokyo = &pack->instruments[1];
    assert_string_equal(level->choices[1].hint.context, "questions/level/choices/master/hint");
    assert_null(level->help.words);
    assert_string_equal(pack->title.context, "pack/title");
    assert_string_equal(tokyo->short_name.context, "instruments/tokyo-2011/short");
    assert_string_equal(party("tokyo-2011", "KZ")->domestic.context,
                        "instruments/tokyo-2011/parties/KZ/domestic");
    assert_string_equal(party("tokyo-2011", "CN")->reservations[0].text.context,
                        "instruments/tokyo-2011/parties/CN/reservations/mode/text");
    const struct source *article = &pack->sources[pack_source(pack, "tokyo-2011/III.5")];
    assert_string_equal(article->text.context, "instruments/tokyo-2011/articles/III.5/text");
    assert_string_equal(article->number, "III.5");
    assert_int_equal(article->instrument, 1);
    assert_int_equal(article->status, STATUS_REPORTED);
    assert_int_equal(article->article_source, pack_source(pack, "textbook"));
    assert_string_equal(pack->sources[pack_source(pack, "textbook")].text.context,
                        "sources/textbook/text");
}

static void test_places(void **state)
{
    (void)state;
    const struct finding *f = &pack->findings[pack_finding(pack, "online-refused")];
    assert_string_equal(pack->files[f->place.file], "rules/findings.yaml");
    assert_int_equal(f->place.line, 26);
    // The condition is folded: its second half stands on the next line.
    assert_int_equal(f->when.root->op, EXPR_AND);
    assert_int_equal(expr_place(expr_operand(f->when.root, 0)).line, 31);
    assert_int_equal(expr_place(expr_operand(f->when.root, 1)).line, 32);
    assert_int_equal(expr_place(expr_operand(f->when.root, 1)).column, 11);
}

static void test_cases(void **state)
{
    (void)state;
    assert_int_equal(pack->n_cases, 2);
    assert_int_equal(pack->cases[0].challenge, 0);
    assert_int_equal(pack->cases[1].challenge, NONE);
    assert_int_equal(pack->cases[1].possible, 1u << pack_outcome(pack, "refusal_likely"));
    assert_int_equal(pack->cases[0].answers[6].value, 4000);
    assert_int_equal(pack->cases[0].answers[7].value, 1);
    assert_true(pack->cases[1].answers[5].unknown);
    assert_int_equal(pack->cases[1].findings.count, 2);
    assert_int_equal(pack->cases[0].position, NONE);
}

static void test_arena(void **state)
{
    (void)state;
    assert_int_equal((uintptr_t)pack, ARENA_FIXED_BASE);
    assert_true((uintptr_t)pack->title.words > ARENA_FIXED_BASE);
}

static void test_twice(void **state)
{
    (void)state;
    struct diags diags;
    diags_init(&diags);
    const struct pack *second = pack_load(pack->dir, 0, &diags);
    assert_non_null(second);
    assert_int_equal(second->hash, pack->hash); // with and without cases
    assert_int_equal(second->n_cases, 0);
    pack_free(second);
    diags_release(&diags);
}

static const struct whom NOBODY = {.profession = NONE, .level = NONE};

// Who stands in for whom, and whose the fees are, is said by the pack, role by role.
static void test_roles(void **state)
{
    (void)state;
    const struct office offices[] = {{.id = "a", .role = "authority"},
                                     {.id = "s", .role = "study"}};
    const struct fact facts[] = {{.id = "f", .kind = "fee"},
                                 {.id = "t", .kind = "time", .office = "s"}};
    struct role roles[16];
    for (size_t i = 0; i < 16; i++)
        roles[i] = (struct role){.stands_in = NONE, .own_facts = true};
    int32_t authority = words_find(words_role, AUTHORITY),
            appeal = words_find(words_role, "appeal");
    roles[authority].own_facts = false;
    roles[appeal] = (struct role){.stands_in = authority, .own_facts = true};
    const struct destination d = {
        .offices = offices, .n_offices = 2, .facts = facts, .n_facts = 2, .roles = roles};
    assert_ptr_equal(step_office(&d, "appeal", NOBODY), &offices[0]);
    assert_ptr_equal(step_office(&d, "study", NOBODY), &offices[1]);
    assert_null(step_office(&d, "work", NOBODY)); // nobody stands in
    assert_null(step_office(&d, "no-such-office", NOBODY));
    assert_ptr_equal(step_office(&d, "s", NOBODY), &offices[1]); // by its id
    const struct item at_authority = {.office = "authority"}, at_study = {.office = "study"},
                      at_work = {.office = "work"}, nowhere = {.office = NULL};
    assert_ptr_equal(step_fact(&d, &at_authority, "fee", NOBODY), &facts[0]);
    assert_null(step_fact(&d, &at_study, "fee",
                          NOBODY)); // that of the country is not theirs
    assert_ptr_equal(step_fact(&d, &at_study, "time", NOBODY), &facts[1]);
    assert_null(step_fact(&d, &at_authority, "time", NOBODY));
    assert_null(step_fact(&d, &at_work, "fee", NOBODY));
    assert_ptr_equal(step_fact(&d, &nowhere, "fee", NOBODY), &facts[0]);
    assert_ptr_equal(step_fact(&d, &at_study, "f", NOBODY),
                     &facts[0]); // named by id
    assert_null(step_fact(&d, &nowhere, NULL, NOBODY));
}

// Who has an award of the land itself is told nothing of offices for awards of other countries, nor
// what these ask: unless a step sends them there.
static void test_awards_of_the_land(void **state)
{
    (void)state;
    const struct office offices[] = {{.id = "a", .role = "authority"},
                                     {.id = "s", .role = "study"}};
    const struct fact facts[] = {{.id = "f", .kind = "fee"},
                                 {.id = "t", .kind = "time", .office = "a"},
                                 {.id = "p", .kind = "appeal"},
                                 {.id = "l", .kind = "law"},
                                 {.id = "o", .kind = "fee", .office = "s"}};
    static const bool at_home[] = {false, false, false, true, true};
    struct role roles[16] = {{.stands_in = NONE}};
    int32_t authority = words_find(words_role, AUTHORITY);
    const struct destination d = {
        .offices = offices, .n_offices = 2, .facts = facts, .n_facts = 5, .roles = roles};
    const struct whom home = {.profession = NONE, .level = NONE, .home = true};
    for (int foreign = 0; foreign < 2; foreign++) {
        roles[authority].foreign = foreign;
        for (int i = 0; i < 5; i++) {
            assert_true(fact_concerns(&d, &facts[i], NOBODY));
            assert_int_equal(fact_concerns(&d, &facts[i], home), !foreign || at_home[i]);
        }
        assert_true(office_concerns(&d, &offices[0], NOBODY));
        assert_int_equal(office_concerns(&d, &offices[0], home), !foreign);
        assert_true(office_concerns(&d, &offices[1], home));
        assert_ptr_equal(step_office(&d, AUTHORITY, home), &offices[0]);
    }
}

struct roots {
    const struct expr *seen[512];
    int n;
};

static void note_root(const struct expr *e, int32_t country, void *user)
{
    struct roots *roots = user;
    (void)country;
    assert_in_range(roots->n, 0, 511);
    roots->seen[roots->n++] = e;
}

static int times_seen(const struct roots *roots, const struct expr *root)
{
    int times = 0;
    for (int i = 0; i < roots->n; i++)
        times += roots->seen[i] == root;
    return times;
}

// The walk over all conditions comes to those of every kind of rule, once each.
static void test_each_condition(void **state)
{
    (void)state;
    struct roots roots = {0};
    pack_each_expr(pack, note_root, &roots);
    int kinds = 0;
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++) {
        int asked = 0;
        for (int32_t i = 0; i < pack_rule_count(pack, kind); i++) {
            const struct expr *root = pack_rule(pack, kind, i)->when.root;
            asked += root != NULL;
            assert_int_equal(root ? times_seen(&roots, root) : 0, root ? 1 : 0);
        }
        kinds += asked > 0;
    }
    assert_in_range(kinds, 5, RULE_KINDS); // outcomes of two readings among them
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (pack->questions[q].relevant)
            assert_true(times_seen(&roots, pack->questions[q].relevant) > 0); // some share one
    assert_true(times_seen(&roots, pack->documents[2].have.root) > 0);
}

// A step by role goes to whoever deals with diplomas of the person's level; one by id to that
// office.
static void test_levels_of_roles(void **state)
{
    enum { BACHELOR, SCHOOL, DOCTORATE };
    const struct office offices[] = {
        {.id = "a", .role = "authority", .levels = 1 << BACHELOR},
        {.id = "c", .role = "centre", .levels = 1 << BACHELOR},
        {.id = "d", .role = "centre", .levels = 1 << BACHELOR | 1 << DOCTORATE},
        {.id = "b", .role = "service", .levels = 1 << SCHOOL}};
    const struct fact facts[] = {{.id = "f", .kind = "fee", .office = "a"},
                                 {.id = "g", .kind = "fee", .office = "b"}};
    static const struct {
        const char *role;
        int64_t level;
        int office, fee; // -1: none
    } rows[] = {
        {"authority", NONE, 0, 0},   {"authority", BACHELOR, 0, 0},
        {"authority", SCHOOL, 3, 1}, {"authority", DOCTORATE, 2, -1},
        {"centre", BACHELOR, 1, -1}, {"centre", DOCTORATE, 2, -1},
        {"centre", SCHOOL, 3, 1}, // the authority stands in, and that is the board for them
        {"a", SCHOOL, 0, 0},         {"service", BACHELOR, -1, -1},
    };
    struct role roles[16];
    (void)state;
    for (size_t i = 0; i < 16; i++)
        roles[i] = (struct role){.stands_in = NONE, .own_facts = true};
    roles[words_find(words_role, "centre")].stands_in = words_find(words_role, AUTHORITY);
    const struct destination d = {.offices = offices,
                                  .n_offices = 4,
                                  .facts = facts,
                                  .n_facts = 2,
                                  .roles = roles,
                                  .other_body = NULL};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct whom whom = {.profession = NONE, .level = rows[i].level};
        const struct item step = {.office = rows[i].role};
        const struct office *office = step_office(&d, rows[i].role, whom);
        const struct fact *fee = step_fact(&d, &step, "fee", whom);
        if (office != (rows[i].office < 0 ? NULL : &offices[rows[i].office]) ||
            fee != (rows[i].fee < 0 ? NULL : &facts[rows[i].fee]))
            fail_msg("row %zu: %s, %s", i, office ? office->id : "none", fee ? fee->id : "none");
    }
}

// Without `tone:` it follows from how favourable an outcome is; said, it is as it is said.
static void test_tones(void **state)
{
    static const struct {
        const char *says;
        enum tone tone;
    } rows[] = {{"favour: 80", TONE_GOOD},
                {"favour: 79", TONE_CAUTION},
                {"favour: 30", TONE_CAUTION},
                {"favour: 29", TONE_BAD},
                {"favour: 80\n    tone: bad", TONE_BAD},
                {"favour: 29\n    tone: good", TONE_GOOD},
                {"favour: 29\n    tone: caution", TONE_CAUTION}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct pack *changed =
            load_changed("rules/outcomes.yaml", "favour: 90", rows[i].says);
        int32_t outcome = pack_outcome(changed, "recognised");
        assert_int_equal(changed->outcomes[outcome].tone, rows[i].tone);
        pack_free(changed);
    }
}

// Every key that makes sense for a type is taken.
static void test_all_keys(void **state)
{
    (void)state;
    static const char more[] =
        "  - id: whole\n    type: integer\n    label: L\n    min: 0\n    none_label: None\n"
        "    usual: 3\n    opener: O\n    some_label: S\n    bands: yes\n"
        "  - id: part\n    type: number\n    label: L\n    min: 0\n    none_label: None\n"
        "    usual: 3.5\n    opener: O\n    some_label: S\n"
        "  - id: year\n    type: year\n    label: L\n    min: 1990\n    max: this_year\n"
        "    none_label: None\n    usual: 2000\n    opener: O\n    some_label: S\n"
        "  - id: month\n    type: month\n    label: L\n    min: 1990-01\n    max: today\n"
        "    none_label: None\n    usual: 2000-02\n    opener: O\n    some_label: S\n"
        "  - id: day\n    type: date\n    label: L\n    min: 1990-01-02\n    max: today\n"
        "    usual: 2000-02-03\n"
        "  - id: which\n    type: one\n    label: L\n    choices:\n      - id: a\n        label: "
        "A\n"
        "      - id: b\n        label: B\n    usual: b\n"
        "  - id: land\n    type: country\n    label: L\n    usual: KZ\n"
        "  - id: mode";
    static const struct {
        const char *id;
        int64_t usual;
    } rows[] = {{"whole", 3000},   {"part", 3500}, {"year", 2000000}, {"month", 20000200},
                {"day", 20000203}, {"which", 1},   {"land", 3}};
    const struct pack *changed = load_changed("questions.yaml", "  - id: mode", more);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct question *q = &changed->questions[pack_question(changed, rows[i].id)];
        assert_true(q->has_usual);
        assert_int_equal(q->usual, rows[i].usual);
        assert_int_equal(q->none_label.words != NULL, i < 4);
    }
    pack_free(changed);
}

// A value that follows from the answer to an earlier question.
static void test_usual_of_others(void **state)
{
    (void)state;
    static const char more[] =
        "  - id: length\n    type: number\n    label: L\n    usual: 3\n    usual_by: stage\n"
        "  - id: land\n    type: country\n    label: L\n    usual: award_country\n"
        "  - id: other\n    type: country\n    label: L\n    usual: destination\n"
        "  - id: next\n    type: one\n    label: L\n    first: stage\n    choices:\n"
        "      - id: a\n        label: A\n      - id: b\n        label: B\n"
        "  - id: mode";
    static const char stage[] =
        "  - id: stage\n    type: one\n    label: L\n    changeable: no\n    choices:\n"
        "      - id: x\n        label: X\n        usual_there: 4.5\n        leads_to: b\n"
        "      - id: y\n        label: Y\n        leads_to: a\n      - id: z\n        label: Z\n   "
        "     usual_there: "
        "1\n";
    struct text text = TEXT_INIT;
    text_printf(&text, "%s%s", stage, more);
    const struct pack *changed = load_changed("questions.yaml", "  - id: mode", text_str(&text));
    text_release(&text);
    int32_t by = pack_question(changed, "stage");
    const struct question *q = &changed->questions[pack_question(changed, "length")];
    assert_true(q->has_usual);
    assert_int_equal(q->usual, 3000);
    assert_int_equal(q->usual_by, by);
    assert_int_equal(q->usual_from, NONE);
    assert_int_equal(q->usual_each[0], 4500);
    assert_int_equal(q->usual_each[1], 3000);
    assert_int_equal(q->usual_each[2], 1000);
    q = &changed->questions[pack_question(changed, "land")];
    assert_true(q->has_usual);
    assert_int_equal(q->usual_from, pack_question(changed, "award_country"));
    assert_int_equal(q->usual_by, NONE);
    q = &changed->questions[pack_question(changed, "next")];
    assert_int_equal(q->first, by);
    assert_false(q->has_usual);
    assert_string_equal(changed->questions[by].choices[0].leads_to, "b");
    assert_string_equal(changed->questions[by].choices[1].leads_to, "a");
    assert_null(changed->questions[by].choices[2].leads_to);
    q = &changed->questions[pack_question(changed, "other")];
    assert_int_equal(q->usual_from, 0); // the very first question
    pack_free(changed);
    text_printf(&text, "questions:\n%s", stage);
    text_add(&text,
             "  - id: length\n    type: number\n    label: L\n    usual: 3\n    usual_by: stage\n"
             "  - id: next\n    type: one\n    label: L\n    first: stage\n    choices:\n"
             "      - id: a\n        label: A\n      - id: b\n        label: B\n");
    changed = load_changed("questions.yaml", "questions:\n", text_str(&text));
    text_release(&text);
    assert_int_equal(changed->questions[1].usual_by, 0);
    assert_int_equal(changed->questions[2].first, 0);
    pack_free(changed);
}

// The longest id that there may be.
static void test_long_id(void **state)
{
    enum { LONGEST = 64 };
    char id[LONGEST + 1], line[LONGEST + 32];
    (void)state;
    memset(id, 'x', LONGEST);
    id[LONGEST] = '\0';
    snprintf(line, sizeof line, "rights:\n  - id: %s", id);
    const struct pack *changed =
        load_changed("rules/papers.yaml", "rights:\n  - id: reasons", line);
    assert_string_equal(changed->rights[0].id, id);
    pack_free(changed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_keys),  cmocka_unit_test(test_usual_of_others),
        cmocka_unit_test(test_parties),   cmocka_unit_test(test_order),
        cmocka_unit_test(test_roles),     cmocka_unit_test(test_awards_of_the_land),
        cmocka_unit_test(test_catalogue), cmocka_unit_test(test_texts),
        cmocka_unit_test(test_places),    cmocka_unit_test(test_cases),
        cmocka_unit_test(test_arena),     cmocka_unit_test(test_twice),
        cmocka_unit_test(test_tones),     cmocka_unit_test(test_each_condition),
        cmocka_unit_test(test_long_id),   cmocka_unit_test(test_levels_of_roles),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
