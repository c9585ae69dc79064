// SPDX-License-Identifier: MIT
// What stands in the place of a placeholder, names of countries within a sentence, and flags.
#include <stdlib.h>
#include "unit.h"
#include "pack/pack.h"
#include "tongue/i18n.h"

static char locale_dir[600];

static int set_up(void **state)
{
    (void)state;
    snprintf(locale_dir, sizeof locale_dir, "%s/locale",
             getenv("TANU_BUILD") ? getenv("TANU_BUILD") : ".");
    unsetenv("LC_ALL");
    unsetenv("LANGUAGE");
    return 0;
}

static void open_three(struct i18n *i, const char *lang)
{
    static const char *const languages[] = {"en", "kk", "ru"};
    static const struct pack pack = {.id = "three", .languages = languages, .n_languages = 3};
    i18n_init(i, lang, locale_dir);
    assert_int_equal(i18n_set_pack(i, &pack, NULL), 0);
}

// ---- placeholders ------------------------------------------------------------------------------

static void test_fills(void **state)
{
    (void)state;
    static const struct fill more[] = {{"level", "master"}, {"levels", "all"}};
    static const struct {
        const char *template, *words;
    } rows[] = {
        {"{destination}", "The Philippines"},
        {"To {destination}", "To the Philippines"},
        {"So. {destination} asks.", "So. The Philippines asks."},
        {". {destination}", ". The Philippines"},
        {" {destination}", " the Philippines"},
        {".{destination}", ".the Philippines"},
        {"{award_country} and {destination}", "Kazakhstan and the Philippines"},
        {"{study_country}: {instrument}, {office}, {institution}, {as_of}",
         "The Netherlands: Pact, Centre, College, 2026"},
        {"{instrument}{instrument}", "PactPact"},
        {"{level} {levels} {leve}", "master all {leve}"},
        {"{instrument:genitive} {level:genitive}", "{instrument:genitive} {level:genitive}"},
        {"{destination:genitive}", "The Philippines"}, // English has no forms
        {"{destinatio} {destinations} {}", "{destinatio} {destinations} {}"},
        {"{destination", "{destination"},
        {"{{destination}}", "{the Philippines}"},
        {"", ""},
    };
    struct i18n i;
    struct arena arena;
    open_three(&i, "en");
    arena_init(&arena);
    struct fills fills = {.destination = country_name(&i, "PH"),
                          .award_country = country_name(&i, "KZ"),
                          .study_country = country_name(&i, "NL"),
                          .instrument = "Pact",
                          .office = "Centre",
                          .institution = "College",
                          .as_of = "2026",
                          .destination_code = "PH",
                          .award_code = "KZ",
                          .study_code = "NL",
                          .more = more,
                          .n_more = 2};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        const char *words = i18n_fill(&i, &arena, rows[r].template, &fills);
        if (strcmp(words, rows[r].words) != 0)
            fail_msg("%s: %s", rows[r].template, words);
    }
    arena_release(&arena);
    i18n_release(&i);
}

// Every country that has an article has it within a sentence, and a capital where one begins.
static void test_articles(void **state)
{
    (void)state;
    struct i18n i;
    size_t n;
    open_three(&i, "en");
    const struct country_article *rows = country_article_rows(&n);
    for (size_t k = 0; k < n; k++) {
        char within[80], first[80];
        snprintf(within, sizeof within, "the %s", rows[k].name);
        snprintf(first, sizeof first, "The %s", rows[k].name);
        assert_string_equal(country_in_sentence(&i, rows[k].code, false), within);
        assert_string_equal(country_in_sentence(&i, rows[k].code, true), first);
    }
    i18n_switch(&i, "ru");
    for (size_t k = 0; k < n; k++)
        assert_string_equal(country_in_sentence(&i, rows[k].code, false),
                            country_name(&i, rows[k].code));
    i18n_release(&i);
}

static void test_flags(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *code;
    } rows[] = {
        {"🇦🇩", "AD"}, {"🇿🇼", "ZW"}, {"🇰🇿", "KZ"}, {"🇰", NULL},       {"🇰k", NULL},
        {"k🇿", NULL}, {"🇪🇺", NULL}, {"AD", "AD"}, {"andorra", "AD"}, {"🇰🇿🇰", NULL},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        const char *code = country_meant(rows[r].typed);
        if (code ? !rows[r].code || strcmp(code, rows[r].code) != 0 : rows[r].code != NULL)
            fail_msg("%s: %s", rows[r].typed, code ? code : "none");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fills),
        cmocka_unit_test(test_articles),
        cmocka_unit_test(test_flags),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
