// SPDX-License-Identifier: MIT
// Searching for a country as people do: what comes first, what Enter may take, and what finds
// nothing. On the shipped pack, so that all countries are there.
#include <stdlib.h>
#include "unit.h"
#include "shipped.h"
#include "pack/read/load.h"
#include "tongue/country.h"
#include "tongue/languages.h"
#include "view/search.h"

enum { DAY = 20261101 };

static const struct pack *pack;
static struct i18n i18n;
static struct search *names;
static struct arena arena;

static int open_pack(void **state)
{
    (void)state;
    char locale[600];
    const char *build = getenv("TANU_BUILD");
    snprintf(locale, sizeof locale, "%s/locale", build ? build : ".");
    pack = shipped_open(0);
    i18n_init(&i18n, "en", locale);
    i18n_set_pack(&i18n, pack, NULL);
    names = search_new(&i18n, pack);
    arena_init(&arena);
    return 0;
}

static int close_pack(void **state)
{
    (void)state;
    search_free(names);
    arena_release(&arena);
    i18n_release(&i18n);
    pack_free(pack);
    return 0;
}

static struct found look(int32_t question, const char *typed)
{
    static const struct answers none;
    struct ground g = {.arena = &arena,
                       .i18n = &i18n,
                       .pack = pack,
                       .as_of = DAY,
                       .answers = &none,
                       .search = names};
    return search_countries(&g, question, typed);
}

static const char *first(struct found found)
{
    if (!found.n)
        return "";
    return found.values[0] < pack->n_countries ? pack->countries[found.values[0]] : "extra";
}

static const struct {
    const char *typed, *first; // "": nothing is found
} one[] = {
    {"kaz", "KZ"},
    {"KZ", "KZ"},
    {"kz", "KZ"},
    {"kaz ", "KZ"},
    {" Kaz", "KZ"},
    {"KAZ", "KZ"}, // of three letters
    {"рк", "KZ"},
    {"prc", "CN"},
    {"КНР", "CN"},
    {"қытай", "CN"}, // in any language, on any screen
    {"китай", "CN"},
    {"кытай", "CN"}, // without a letter that the keyboard lacks
    {"china", "CN"},
    {"chin", "CN"},
    {"ŔÚSSIA", "RU"},
    {"russian f", "RU"},
    {"south kor", "KR"},
    {"korea south", "KR"}, // in any order
    {"uk", "GB"},
    {"usa", "US"},
    {"США", "US"},
    {"cote d'ivoire", "CI"},
    {"türkiye", "TR"},
    {"turkey", "TR"},
    {"Германия", "DE"},
    {"🇰🇿", "KZ"},
    {"🇯🇵", "JP"},
    {" 🇨🇳", "CN"},
    {"🇨🇳 ", "CN"},
    {"ауғанстан", "AF"},   // the first of the list, in another language
    {"province of", "TW"}, // inside a name, and nothing better is found
    {".", ""},
    {"?", ""},
    {"---", ""},
    {"!!", ""},
    {"🇦", ""},  // half of a flag
    {"🇪🇺", ""}, // no country
    {"😀", ""},
    {"zzz", ""},
    {"xq", ""},
};

static void test_first(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        struct found found = look(pack->q_award_country, one[i].typed);
        if (strcmp(first(found), one[i].first) != 0)
            fail_msg("“%s” finds %s first, not %s", one[i].typed, first(found), one[i].first);
        assert_int_equal(found.sure, found.n > 0);
        assert_null(found.note);
    }
}

static void test_nothing_typed(void **state)
{
    (void)state;
    const char *const untyped[] = {"", " ", "  "};
    for (size_t i = 0; i < sizeof untyped / sizeof *untyped; i++) {
        struct found found = look(pack->q_award_country, untyped[i]);
        assert_true(found.n >= pack->n_countries);
        assert_false(found.sure); // Enter takes nothing
        found = look(pack->q_destination, untyped[i]);
        assert_int_not_equal(pack->destination_of[found.values[0]], NONE);
        assert_int_equal(found.n,
                         pack->n_countries + pack->questions[pack->q_destination].n_choices);
    }
}

static bool among(struct found found, const char *code)
{
    for (int i = 0; i < found.n; i++)
        if (found.values[i] < pack->n_countries && !strcmp(pack->countries[found.values[i]], code))
            return true;
    return false;
}

// No dead end: the States that answer today, and Enter takes none of several by itself.
static void test_former(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *among;
        int n;
    } former[] = {
        {"USSR", "KZ", 15},
        {"ссср", "UZ", 15},
        {"Советский Союз", "KG", 15},
        {"Кеңес Одағы", "KZ", 15},
        {"Yugoslavia", "RS", 6},
        {"югослав", "HR", 6},
        {"yug", "RS", 6},
        {"dah", "BJ", 1},
        {"dahomy", "BJ", 1},
        {"Czechoslovakia", "CZ", 2},
        {"Чехословакия", "SK", 2},
        {"ГДР", "DE", 1},
        {"Netherlands Antilles", "NL", 1},
        {"Нидерландские Антилы", "NL", 1},
        {"Нидерландские Антилыы", "NL", 1},
    };
    for (size_t i = 0; i < sizeof former / sizeof *former; i++) {
        struct found found = look(pack->q_award_country, former[i].typed);
        if (!found.note || found.n != former[i].n || !among(found, former[i].among))
            fail_msg("“%s” finds %d, %s", former[i].typed, found.n, first(found));
        assert_int_equal(found.sure, former[i].n == 1);
    }
    assert_null(look(pack->q_award_country, "чех").note); // Czechia is meant
    assert_null(look(pack->q_award_country, "rh").note);  // two letters of Rhodesia are too few
    assert_string_equal(first(look(pack->q_award_country, "чех")), "CZ");
}

// Whichever it is, by its own name.
static void test_every_former(void **state)
{
    (void)state;
    size_t count;
    const struct country_former *rows = country_former_rows(&count);
    for (size_t i = 0; i < count; i++)
        if (!look(pack->q_award_country, rows[i].name).n)
            fail_msg("%s: a dead end", rows[i].name);
}

// Said with what was found, and never instead of a name that is spelled so.
static void test_slips(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *first;
        bool sure;
    } slips[] = {
        {"kazahkstan", "KZ", true},
        {"kazakhsten", "KZ", true},
        {"kazakhhstan", "KZ", true},
        {"kyrgystan", "KG", true},
        {"holand", "NL", true},
        {"казахстон", "KZ", true},
        {"гирмания", "DE", true},
        {"frnace", "FR", true},
        {"jpaan", "JP", true},
        {"uzbikist", "UZ", true},
        {"қазақстон", "KZ", true},
        {"mongolai", "MN", true},
        {"hcina", "CN", true},
        {"afghanistn", "AF", true},
        {"афганистн", "AF", true},
        // Enter takes one of several only where a whole name is as near as no other.
        {"nigr", "NE", true},
        {"austrlia", "AU", false},
        {"iram", "IR", false},
    };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        struct found found = look(pack->q_award_country, slips[i].typed);
        if (strcmp(first(found), slips[i].first) != 0 || found.sure != slips[i].sure || !found.note)
            fail_msg("“%s” finds %d, %s first", slips[i].typed, found.n, first(found));
    }
    assert_null(look(pack->q_award_country, "poland").note);
    assert_int_equal(look(pack->q_award_country, "kxz").n, 0);    // too short for a slip
    assert_int_equal(look(pack->q_award_country, "kaxxkh").n, 0); // two slips
    struct found former = look(pack->q_award_country, "yugoslvia");
    assert_int_equal(former.n, 6);
    assert_false(former.sure);
}

// A word inside a name that nobody sees counts only where nothing better is found; rows that are no
// country are found by their words and stand first.
static void test_better(void **state)
{
    (void)state;
    int32_t other = pack_question(pack, "co_award_country");
    assert_int_equal(look(pack->q_award_country, "china").n, 1);
    assert_string_equal(first(look(other, "second")), "extra");
    assert_string_equal(first(look(other, "no")), "extra");
    assert_string_equal(first(look(other, "nor")), "NO");
    assert_int_equal(look(pack->q_award_country, "second").n, 0);
}

static void test_alphabet(void **state)
{
    (void)state;
    static const char *const languages[] = {"en", "ru", "kk"};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(i18n_switch(&i18n, languages[i]), 0);
        struct found found = look(pack->q_award_country, "");
        struct text before = TEXT_INIT, key = TEXT_INIT;
        for (int k = 0; k < found.n; k++) {
            if (found.values[k] >= pack->n_countries)
                continue;
            text_clear(&key);
            language_sort_key(&key, country_name(&i18n, pack->countries[found.values[k]]));
            assert_true(strcmp(text_str(&before), text_str(&key)) <= 0);
            text_clear(&before);
            text_add(&before, text_str(&key));
        }
        text_release(&before);
        text_release(&key);
    }
    i18n_switch(&i18n, "en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first),        cmocka_unit_test(test_nothing_typed),
        cmocka_unit_test(test_slips),        cmocka_unit_test(test_former),
        cmocka_unit_test(test_every_former), cmocka_unit_test(test_alphabet),
        cmocka_unit_test(test_better),
    };
    return cmocka_run_group_tests(tests, open_pack, close_pack);
}
