// SPDX-License-Identifier: MIT
// Languages: choice, switching at run time, country names, placeholders, charsets; without any
// installed locale.
#include <stdlib.h>
#include "tiny.h"
#include "tongue/charset.h"
#include "tongue/country_names.h"
#include "tongue/i18n.h"

static char locale_dir[600];

static void clear_environment(void)
{
    static const char *const names[] = {"TANU_LANG", "LANGUAGE",    "LC_ALL",
                                        "LC_CTYPE",  "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unsetenv(names[i]);
}

static int set_up(void **state)
{
    (void)state;
    snprintf(locale_dir, sizeof locale_dir, "%s/locale",
             getenv("TANU_BUILD") ? getenv("TANU_BUILD") : ".");
    clear_environment();
    return 0;
}

static void test_switches_at_run_time(void **state)
{
    (void)state;
    struct i18n i;
    i18n_init(&i, "ru", locale_dir);
    assert_true(i.utf8);
    assert_string_equal(i.lang, "ru");
    assert_string_equal(_("Back"), "Назад");
    assert_int_equal(i18n_switch(&i, "kk"), 0);
    assert_string_equal(_("Back"), "Артқа");
    assert_string_equal(C_("tab", "Papers"), "Құжаттар");
    assert_int_equal(i18n_switch(&i, "en"), 0);
    assert_string_equal(_("Back"), "Back");
    assert_int_equal(i18n_switch(&i, "xx"), -1);
    assert_string_equal(i.lang, "en");
    assert_int_equal(i18n_switch(&i, "ru_KZ"), 0);
    assert_string_equal(_("Back"), "Назад");
}

static void test_order_of_wishes(void **state)
{
    (void)state;
    struct i18n i;
    clear_environment(); // i18n itself sets LANGUAGE
    setenv("LANG", "kk_KZ.UTF-8", 1);
    i18n_init(&i, NULL, locale_dir);
    assert_string_equal(i.lang, "kk");
    setenv("LANGUAGE", "ru:en", 1);
    i18n_init(&i, NULL, locale_dir);
    assert_string_equal(i.lang, "ru");
    setenv("LANGUAGE", "ky:ru", 1); // in that order, the first that can be had
    i18n_init(&i, NULL, locale_dir);
    assert_string_equal(i.lang, "ru");
    setenv("LANGUAGE", "ky", 1); // then the locale
    i18n_init(&i, NULL, locale_dir);
    assert_string_equal(i.lang, "kk");
    setenv("TANU_LANG", "kk", 1);
    i18n_init(&i, NULL, locale_dir);
    assert_string_equal(i.lang, "kk");
    i18n_init(&i, "en", locale_dir);
    assert_string_equal(i.lang, "en");
    clear_environment();
    setenv("LC_ALL", "C.UTF-8", 1);
    i18n_init(&i, NULL, locale_dir);
    assert_int_equal(i.n_wishes, 0);
    clear_environment();
}

static void test_ascii_terminal(void **state)
{
    (void)state;
    struct i18n i;
    struct text out = TEXT_INIT;
    clear_environment();
    setenv("LC_ALL", "C", 1);
    setenv("TANU_LANG", "kk", 1);
    i18n_init(&i, NULL, locale_dir);
    assert_false(i.utf8);
    assert_string_equal(i.lang, "en"); // Kazakh cannot be shown
    i18n_encode(&i, &out, "“café” – … • Түркия");
    assert_string_equal(text_str(&out), "\"cafe\" - ... * ??????");
    assert_int_equal(i18n_shown(&i, 0x2013), '-');
    text_release(&out);
    i18n_init(&i, "kk", locale_dir); // said outright: then it must be UTF-8
    assert_string_equal(i.lang, "kk");
    assert_true(i.utf8);
    clear_environment();
}

static void test_charsets(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;
    assert_true(charset_can("KOI8-R", "Русский"));
    assert_false(charset_can("KOI8-R", "Қазақ"));
    assert_false(charset_can("no such charset", "A"));
    charset_encode("ISO-8859-5", &out, "Да…");
    assert_string_equal(text_str(&out), "\xB4\xD0...");
    text_clear(&out);
    assert_int_equal(charset_decode("ISO-8859-5", &out, "\xB4\xD0", 2), 0);
    assert_string_equal(text_str(&out), "Да");
    text_release(&out);
}

static void test_countries(void **state)
{
    (void)state;
    static const char *const languages[] = {"en", "kk", "ru"};
    const struct pack pack = {.id = "three", .languages = languages, .n_languages = 3};
    struct i18n i;
    i18n_init(&i, "en", locale_dir);
    assert_int_equal(i18n_set_pack(&i, &pack, NULL), 0);
    assert_string_equal(country_name(&i, "IR"), "Iran");
    assert_string_equal(country_name(&i, "KR"), "South Korea");
    assert_string_equal(country_name(&i, "??"), "??");
    size_t n;
    const struct country_article *articles = country_article_rows(&n);
    for (size_t k = 0; k < n; k++)
        assert_string_equal(country_name(&i, articles[k].code), articles[k].name);
    assert_string_equal(country_in_sentence(&i, "KZ", true), "Kazakhstan");
    struct arena arena;
    arena_init(&arena);
    struct fills fills = {.destination = country_name(&i, "PH"),
                          .destination_code = "PH",
                          .award_country = country_name(&i, "NL"),
                          .award_code = "NL"};
    assert_string_equal(
        i18n_fill(&i, &arena, "{destination} asks {award_country}. {destination} decides.", &fills),
        "The Philippines asks the Netherlands. The Philippines decides.");
    fills.destination = "your country"; // a caller's own words stay
    assert_string_equal(i18n_fill(&i, &arena, "In {destination}.", &fills), "In your country.");
    arena_release(&arena);
    i18n_switch(&i, "kk");
    assert_string_equal(country_name(&i, "KZ"), "Қазақстан");
    i18n_switch(&i, "ru");
    assert_string_equal(country_name(&i, "IR"), "Иран");
    assert_string_equal(country_name(&i, "TR"), "Турция");
    assert_string_equal(country_name(&i, "CN"), "Китай");
    i18n_release(&i);
    assert_string_equal(country_english("CN"), "China");
    assert_non_null(strstr(country_variants("GB"), "UK"));
}

// All languages at once, whichever is in use; our own corrections and the former States too.
static void test_all_names(void **state)
{
    static const struct {
        const char *code, *name;
    } rows[] = {
        {"CN", "China"},          {"CN", "Китай"},          {"CN", "Қытай"},
        {"KZ", "Қазақстан"},      {"KZ", "Qazaqstan"},      {"TR", "Түркия"},
        {"TR", "Турция"},         {"IR", "Иран"},           {"GB", "Англия"},
        {"GB", "United Kingdom"}, {"KR", "Оңтүстік Корея"},
    };
    (void)state;
    struct i18n i;
    i18n_init(&i, "en", locale_dir);
    struct country_names *names = country_names_new(&i);
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        assert_non_null(strstr(country_names_of(names, rows[k].code), rows[k].name));
    assert_string_equal(country_names_of(names, "??"), "");
    size_t n, su = 0;
    const struct country_former *formers = country_former_rows(&n);
    while (strcmp(formers[su].code, "SU"))
        su++;
    assert_non_null(strstr(country_names_of_former(names, su), "СССР"));
    assert_non_null(strstr(country_names_of_former(names, su), "Советский Союз"));
    country_names_free(names);
    country_names_free(NULL);
    i18n_release(&i);
}

// Every successor is a country of today, every former State has an own name; what somebody meant.
static void test_meant(void **state)
{
    (void)state;
    size_t n;
    const struct country_former *formers = country_former_rows(&n);
    for (size_t k = 0; k < n; k++)
        for (const char *s = formers[k].successors; *s; s += s[2] ? 3 : 2) {
            char code[3] = {s[0], s[1], 0};
            assert_string_not_equal(country_english(code), code);
            assert_true(s[2] == ' ' || !s[2]);
        }
    assert_string_equal(country_meant("uk"), "GB");
    assert_string_equal(country_meant("chn"), "CN");
    assert_string_equal(country_meant("rossiya"), "RU");
    assert_string_equal(country_meant("中国"), "CN");
    assert_string_equal(country_meant("Nippon"), "JP");
    assert_string_equal(country_meant("OZBEKISTON"), "UZ");
    // A name stands for one country only.
    for (int k = 0; k < country_table_count; k++) {
        const struct country_row *row = &country_table[k];
        for (const char *v = row->variants; *v; v += strcspn(v, "|"), v += *v == '|') {
            char one[80];
            snprintf(one, sizeof one, "%.*s", (int)strcspn(v, "|"), v);
            assert_string_equal(country_meant(one), row->code);
        }
    }
    // What a former State is meant by: each of its names alone, and no other word.
    for (size_t k = 0; k < n; k++) {
        const struct country_former *former = &formers[k];
        const char *const words[] = {former->code, former->alpha3, former->name};
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            assert_true(country_former_meant(former, words[i]));
        char variant[80];
        snprintf(variant, sizeof variant, "%.*s", (int)strcspn(former->variants, "|"),
                 former->variants);
        assert_int_equal(country_former_meant(former, variant), *variant != 0);
        assert_false(country_former_meant(former, ""));
        assert_false(country_former_meant(former, "atlantis"));
        assert_false(country_former_meant(former, "KZ"));
    }
    assert_string_equal(country_meant(" казахстан. "), "KZ");
    assert_string_equal(country_meant("🇯🇵"), "JP");
    assert_null(country_meant("🇯"));
    assert_null(country_meant(""));
    assert_null(country_meant("."));
    assert_null(country_meant("atlantis"));
}

static void test_pack(void **state)
{
    (void)state;
    struct tiny tiny = tiny_open();
    struct i18n i;
    clear_environment();
    i18n_init(&i, NULL, locale_dir);
    assert_int_equal(i18n_set_pack(&i, tiny.pack, NULL), 0);
    assert_string_equal(i.lang, tiny.pack->languages[0]);
    assert_string_equal(say(&i, &tiny.pack->title), tiny.pack->title.words);
    assert_string_equal(say(&i, &(struct phrase){NULL, NULL}), "");
    assert_string_equal(i18n_next_language(&i), "en"); // the tiny pack has one language
    i18n_init(&i, "ru", locale_dir);
    assert_int_equal(i18n_set_pack(&i, tiny.pack, NULL), -1);
    tiny_close(&tiny);
}

static void test_fills(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct i18n i = {0};
    struct fills fills = {.destination = "China", .destination_code = "CN", .office = "CSCSE"};
    assert_string_equal(
        i18n_fill(&i, &arena, "{destination}: ask {office} about {institution}, {oops} {", &fills),
        "China: ask CSCSE about …, {oops} {");
    assert_string_equal(i18n_fill(&i, &arena, "", &fills), "");
    assert_string_equal(i18n_fill(&i, &arena, "{office}", &fills), "CSCSE");
    assert_string_equal(i18n_fill(&i, &arena, "{}{", &fills), "{}{");
    assert_string_equal(
        i18n_fill(&i, &arena, "{destination:genitive} {award_country:} {office:dative}", &fills),
        "China … {office:dative}");
    arena_release(&arena);
}

static void test_dates(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_string_equal(say_date(&arena, 20261001), "2026-10-01");
    assert_string_equal(say_date(&arena, 20261000), "2026-10");
    assert_string_equal(say_date(&arena, 20260000), "2026");
    assert_string_equal(say_date(&arena, 0), "");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_switches_at_run_time),
        cmocka_unit_test(test_order_of_wishes),
        cmocka_unit_test(test_ascii_terminal),
        cmocka_unit_test(test_charsets),
        cmocka_unit_test(test_countries),
        cmocka_unit_test(test_all_names),
        cmocka_unit_test(test_meant),
        cmocka_unit_test(test_pack),
        cmocka_unit_test(test_fills),
        cmocka_unit_test(test_dates),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
