// SPDX-License-Identifier: MIT
// Single phrases as people read them: sentences, placeholders, values, sources, the order of two
// answers, what moved between two looks at a case. One row is what comes in, and the words.
#include "stage-arena.h"
#include "base/bits.h"
#include "view/parts.h"

static struct answers answers;
static struct assessment assessment = {.position_from = NONE};

static struct ground ground(void)
{
    return (struct ground){.arena = &arena,
                           .i18n = &i18n,
                           .pack = pack,
                           .engine = engine,
                           .as_of = DAY,
                           .answers = &answers,
                           .assessment = &assessment};
}

static void give(const char *id, int64_t value)
{
    answers.of[question(id)] = (struct answer){.state = ANSWER_GIVEN, .value = value};
}

// ---- sentences ---------------------------------------------------------------------------------

static void test_first_sentence(void **state)
{
    (void)state;
    static const struct {
        const char *words, *first;
    } rows[] = {
        {"It works. Really.", "It works."},
        {"It works. It does. Really.", "It works."},
        {"Four. Five.", "Four."},
        {"Мыло. Ещё.", "Мыло."}, // four letters, not bytes
        {"До 5. Ещё.", "До 5. Ещё."},
        {"See art. 5. There it stands. So.", "See art. 5. There it stands."},
        {"Mr. So and so. Then.", "Mr. So and so."},
        {"You have it. Ask first.", "You have it."},
        {"Ask for it. then go. On.", "Ask for it. then go."}, // no capital: it goes on
        {"Wait for it. 12 days.", "Wait for it. 12 days."},
        {"By law (art. 13). Then.", "By law (art. 13)."},
        {"No. Twelve says it. Then.", "No. Twelve says it."},
        {"It is e.g. Latin there. Then.", "It is e.g. Latin there."},
        {"Point a. Not b there. Then.", "Point a. Not b there."},
        {"Пункт ст. Первой части. И всё.", "Пункт ст. Первой части."},
        {"Учись два года. Их хватит.", "Учись два года."},
        {"Это так, да. Точно.", "Это так, да."},
        {" Mr. So", " Mr. So"},
        {" Mrs. So", " Mrs. So"},
        {"One.Two words. Three", "One.Two words."},
        {"It ends here.", "It ends here."},
        {"It ends there. ", "It ends there."},
        {"It does not end", "It does not end"},
        {"", ""},
        {".", "."},
    };
    struct ground g = ground();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(words_first_sentence(&g, rows[i].words), rows[i].first);
}

// ---- placeholders ------------------------------------------------------------------------------

static void test_placeholders(void **state)
{
    (void)state;
    static const struct {
        const char *destination, *from, *institution, *words, *filled;
    } rows[] = {
        {"KZ", "AU", NULL, "To {destination}.", "To Kazakhstan."},
        {"KZ", "AU", NULL, "To {destination:genitive}.", "To Kazakhstan."},
        {"KZ", "AU", NULL, "From {award_country} to {destination}.",
         "From Australia to Kazakhstan."},
        {"KZ", "AU", NULL, "From {award_country:genitive}.", "From Australia."},
        {"KZ", NULL, NULL, "From {award_country}.", "From the country of the award."},
        {NULL, "AU", NULL, "To {destination}.", "To the destination country."},
        {"KZ", "AU", NULL, "In {study_country}.", "In the country of study."},
        {"KZ", "AU", NULL, "On {as_of}, {destination}.", "On 2026-11-23, Kazakhstan."},
        {"KZ", "AU", NULL, "The {instrument}.", "The convention."},
        {"KZ", "AU", NULL, "Ask {office}.", "Ask The Centre."},
        {NULL, "AU", NULL, "Ask {office}.", "Ask the recognition authority."},
        {"AU", "AU", NULL, "Ask {office}.", "Ask the recognition authority."},
        {"KZ", "AU", NULL, "Ask {institution}.", "Ask the institution."},
        {"KZ", "AU", "The College", "Ask {institution}.", "Ask The College."},
        {"KZ", "AU", "", "Ask {institution}.", "Ask the institution."}, // given, but without words
        {"KZ", "AU", "?The College", "Ask {institution}.", "Ask the institution."}, // not known
        {"KZ", "AU", NULL, "Nothing at all.", "Nothing at all."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        memset(&answers, 0, sizeof answers);
        if (rows[i].destination)
            give("destination", pack_country(pack, rows[i].destination));
        if (rows[i].from)
            give("award_country", pack_country(pack, rows[i].from));
        if (rows[i].institution) {
            const char *name = rows[i].institution + (*rows[i].institution == '?');
            struct answer *a = &answers.of[question("institution")];
            a->state = name == rows[i].institution ? ANSWER_GIVEN : ANSWER_UNKNOWN;
            a->text = *name ? name : NULL;
            a->text_length = (int32_t)strlen(name);
        }
        struct ground g = ground();
        struct phrase phrase = {.words = rows[i].words};
        assert_string_equal(phrase_words(&g, &phrase), rows[i].filled);
    }
}

// A page before any question is asked has no answers at all.
static void test_without_answers(void **state)
{
    (void)state;
    struct ground g = ground();
    struct phrase phrase = {.words = "From {award_country} to {destination}: {institution}."};
    g.answers = NULL;
    g.assessment = NULL;
    assert_string_equal(
        phrase_words(&g, &phrase),
        "From the country of the award to the destination country: the institution.");
    assert_null(ground_country_name(&g, pack->q_destination));
    assert_null(ground_destination(&g));
    g.answers = &answers;
    assert_null(ground_country_name(&g, NONE));
}

// ---- values ------------------------------------------------------------------------------------

static void test_values(void **state)
{
    (void)state;
    const struct {
        const char *question;
        int64_t value;
        const char *words;
    } rows[] = {
        {"level", 0, "Bachelor"},
        {"level", 1, "Master"},
        {"level", 2, ""},
        {"level", -1, ""},
        {"award_country", 0, "Australia"},
        {"award_country", pack->n_countries - 1, "Russian Federation"},
        {"award_country", pack->n_countries, "From no country"},
        {"award_country", pack->n_countries + 1, ""},
        {"documents_held", 0, "None of these"},
        {"documents_held", 1, "The diploma"},
        {"documents_held", 2, "The marks"},
        {"documents_held", 3, "The diploma, The marks"},
        {"years", 0, "None at all"},
        {"years", 500, "0.5"},
        {"born", 20010203, "2001-02-03"},
    };
    struct ground g = ground();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(value_words(&g, question(rows[i].question), rows[i].value),
                            rows[i].words);
    memset(&answers, 0, sizeof answers);
    give("award_country", pack->n_countries); // "From no country" is none
    assert_null(ground_country_name(&g, pack->q_award_country));
    give("award_country", pack->n_countries - 1);
    assert_string_equal(ground_country_name(&g, pack->q_award_country), "Russian Federation");
}

// ---- the order of two answers ------------------------------------------------------------------

static void test_order(void **state)
{
    (void)state;
    static const struct {
        bool after, before; // is `finished` told not to be after `years`, or before it?
        int64_t earlier, value;
        const char *off; // what the person is not asked
        bool wrong;
    } rows[] = {
        {true, false, 2000, 2001, NULL, true},     {true, false, 2001, 2000, NULL, false},
        {true, false, 2000, 2000, NULL, false},    {false, true, 2000, 2001, NULL, false},
        {false, true, 2001, 2000, NULL, true},     {false, true, 2000, 2000, NULL, false},
        {false, false, 2001, 2000, NULL, false},   {false, false, 2000, 2001, NULL, false},
        {true, false, 2000, 2001, "count", false}, {true, false, 2000, 2001, "finished", false},
        {false, true, 2001, 2000, "count", false}, {false, true, 2001, 2000, "finished", false},
        {true, false, 2000, 2001, "born", true},
    };
    int32_t count = question("count"), finished = question("finished");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct question questions[PACK_MAX_QUESTIONS];
        struct pack changed = *pack;
        memcpy(questions, pack->questions, (size_t)pack->n_questions * sizeof *questions);
        changed.questions = questions;
        questions[finished].not_after = rows[i].after ? count : NONE;
        questions[finished].not_before = rows[i].before ? count : NONE;
        questions[finished].order_message.words = "That cannot be.";
        memset(&answers, 0, sizeof answers);
        memset(&assessment, 0, sizeof assessment);
        assessment.position_from = NONE;
        give("count", rows[i].earlier * NUMBER_SCALE);
        give("finished", rows[i].value * NUMBER_SCALE);
        if (rows[i].off)
            question_set_add(&assessment.off_path, question(rows[i].off));
        struct ground g = ground();
        g.pack = &changed;
        const char *words = order_words(&g, finished);
        if (rows[i].wrong ? !words || strcmp(words, "That cannot be.") != 0 : words != NULL)
            fail_msg("row %zu: %s", i, words ? words : "nothing");
        assert_null(order_words(&g, question("years")));
    }
    memset(&assessment, 0, sizeof assessment);
    assessment.position_from = NONE;
}

// ---- evidence ----------------------------------------------------------------------------------

static int32_t source(const char *id)
{
    for (int32_t s = 0; s < pack->n_sources; s++)
        if (!strcmp(pack->sources[s].id, id))
            return s;
    fail_msg("%s", id);
    return NONE;
}

// The number of an article that nobody has seen is never shown.
static void test_sources(void **state)
{
    (void)state;
    static const struct {
        const char *id, *words;
    } rows[] = {
        {"pact/2", "Pact, Article 2"},
        {"pact/9", "Pact"},
        {"book", "The book, 2026-11"},
        {"paper", "The newspaper, 2026-10 (second-hand, not confirmed by the authority)"},
    };
    struct ground g = ground();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(source_words(&g, source(rows[i].id)), rows[i].words);
    static const struct {
        enum status status;
        int32_t as_of;
        const char *words;
    } kinds[] = {
        {STATUS_VERIFIED, 0, "The book"},
        {STATUS_COMPUTED, 20261100, "The book, 2026-11"},
        {STATUS_REPORTED, 0, "The book (second-hand, not confirmed by the authority)"},
        {STATUS_UNVERIFIED, 0, "The book (not confirmed: ask the authority)"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct source one = pack->sources[source("book")];
        struct pack changed = *pack;
        one.status = kinds[i].status;
        one.as_of = kinds[i].as_of;
        changed.sources = &one;
        g.pack = &changed;
        assert_string_equal(source_words(&g, 0), kinds[i].words);
    }
}

// The number of a source is its place among those that the result rests on.
static void test_numbers(void **state)
{
    (void)state;
    static uint64_t rests[4], numbered[4];
    static const struct {
        int32_t source;
        const char *words;
    } rows[] = {{0, ""},  {1, " [1]"},   {62, ""},   {63, " [2]"}, {64, " [3]"},
                {65, ""}, {130, " [4]"}, {NONE, ""}, {191, ""}};
    const int32_t among[] = {1, 63, 64, 130};
    for (size_t i = 0; i < sizeof among / sizeof *among; i++)
        bits_set(rests, (size_t)among[i]);
    struct ground g = ground();
    struct making m = {.g = &g, .sources = rests, .numbered = numbered};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(make_number(&m, rows[i].source), rows[i].words);
        if (rows[i].source != NONE)
            assert_int_equal(bits_has(numbered, (size_t)rows[i].source), *rows[i].words != 0);
    }
    g.no_sources = true;
    assert_string_equal(make_number(&m, 1), "");
    g.no_sources = false;
    m.sources = NULL; // without an assessment there are none
    assert_string_equal(make_number(&m, 1), "");
    assert_int_equal(source_number(&m, 1), 0);
}

// Fees of this pack are old after 24 months; a day that is not known is the last one it may be.
static void test_old(void **state)
{
    (void)state;
    static const struct {
        const char *kind;
        int32_t as_of;
        bool old;
    } rows[] = {
        {"fee", 20241122, true},     {"fee", 20241123, false},  {"fee", 20241124, false},
        {"fee", 20241000, true},     {"fee", 20241100, false},  {"fee", 20240000, false},
        {"fee", 20230000, true},     {"fee", 0, false},         {"office", 20200101, true},
        {"office", 20261101, false}, {"time", 20200101, false},
    };
    struct ground g = ground();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (fact_is_old(&g, rows[i].kind, rows[i].as_of) != rows[i].old)
            fail_msg("%s of %d", rows[i].kind, (int)rows[i].as_of);
}

// ---- what moved --------------------------------------------------------------------------------

static void test_moved(void **state)
{
    (void)state;
    static const struct {
        const char *line, *words;
    } rows[] = {
        {"outcome: recognised -> refusal_likely", "Outcome: before: Recognised; now: Refused"},
        {"possible: recognised individual_assessment -> refusal_likely",
         "Still possible: before: Recognised, One by one; now: Refused"},
        {"possible:  -> recognised", "Still possible: before: ; now: Recognised"},
        {"position: none -> recognised",
         "What the conventions ask for: before: none; now: Recognised"},
        {"licence: not_covered -> none", "Licence: before: Not covered; now: none"},
        {"state: open -> decided", "State: before: open: answers are missing; now: decided"},
        {"state: individual -> strange", "State: before: judged one by one; now: strange"},
        // What an editor of the pack reads stays as it is.
        {"states: open -> decided", "states: open -> decided"},
        {"stat: open -> decided", "stat: open -> decided"},
        {"outcome2: recognised -> refusal_likely", "outcome2: recognised -> refusal_likely"},
        {"licence: open", "licence: open"},
        {"outcome -> recognised", "outcome -> recognised"},
        {"fact kz-fee: 1 -> 2", "fact kz-fee: 1 -> 2"},
        {"", ""},
    };
    struct ground g = ground();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(moved_words(&g, rows[i].line), rows[i].words);
}

// In another language nothing of it stays English.
static void test_moved_elsewhere(void **state)
{
    (void)state;
    static const char *const lines[] = {"outcome: recognised -> refusal_likely",
                                        "possible: recognised -> refusal_likely",
                                        "position: none -> recognised",
                                        "licence: not_covered -> none",
                                        "state: open -> decided",
                                        "state: individual -> decided",
                                        "state: decided -> none"};
    static const char *const english[] = {"Outcome", "Still",   "What", "Licence",
                                          "State",   "decided", "open", "judged",
                                          "none",    "before",  "now"};
    struct i18n russian;
    char locale[600];
    const char *build = getenv("TANU_BUILD");
    snprintf(locale, sizeof locale, "%s/locale", build ? build : ".");
    i18n_init(&russian, "ru", locale);
    struct ground g = ground();
    g.i18n = &russian;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        for (size_t k = 0; k < sizeof english / sizeof *english; k++)
            if (strstr(moved_words(&g, lines[i]), english[k]))
                fail_msg("%s", moved_words(&g, lines[i]));
    i18n_switch(&russian, "en");
    i18n_release(&russian);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_sentence),  cmocka_unit_test(test_placeholders),
        cmocka_unit_test(test_without_answers), cmocka_unit_test(test_values),
        cmocka_unit_test(test_order),           cmocka_unit_test(test_sources),
        cmocka_unit_test(test_numbers),         cmocka_unit_test(test_old),
        cmocka_unit_test(test_moved),           cmocka_unit_test(test_moved_elsewhere),
    };
    return cmocka_run_group_tests(tests, open_pages, close_pages);
}
