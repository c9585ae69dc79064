// SPDX-License-Identifier: MIT
// What pages are made of: fields, where the focus stands, why an instrument applies or not.
#include "stage.h"

// ---- what is typed into a field ----------------------------------------------------------------

#define LONG "seventy-six letters, of a name that goes on and on until nobody reads it any"

static const struct {
    const char *question, *typed, *words; // the answer in words; "!…": what is said of it
} fields[] = {
    {"count", "120", "120"},
    {"count", "  120  ", "120"},
    {"count", "۱۲۰", "120"},
    {"count", "１２０", "120"},
    {"count", "101-200", "101-200"},
    {"count", "101–200", "101-200"},
    {"count", "101 — 200", "101-200"},
    {"count", "501", "!From 0 to 500."},
    {"count", "1.5", "!Please type a whole number"},
    {"count", "many", "!Please type a whole number"},
    {"count", "-1", "!Please type a whole number"},
    {"count", "", "!Please type a whole number"},
    {"count", "   ", "!Please type a whole number"},
    {"count", "unknown", "!Please type a whole number"},
    {"years", "3.5", "3.5"},
    {"years", "3,5", "3.5"},
    {"years", "٣٫٥", "3.5"},
    {"years", "12.5", "!From 0 to 12."},
    {"years", "3.5 ", "3.5"},
    {"years", "3.5.1", "!"},
    {"years", "x", "!Please type a number"},
    {"years", "0", "None at all"},
    {"finished", "2021", "2021"},
    {"finished", "۲۰۲۱", "2021"},
    {"finished", "21", "!Please type a year"},
    {"finished", "1949", "!Please type a year"},
    {"finished", "2027", "!Please type a year"},
    {"finished", "20210", "!Please type a year"},
    {"began", "2021-09", "2021-09"},
    {"began", "2021-9", "2021-09"},
    {"began", "09.2021", "2021-09"},
    {"began", "9/2021", "2021-09"},
    {"began", "٠٩/٢٠٢١", "2021-09"},
    {"began", "2021-13", "!Not after today."},
    {"began", "2026-12", "!Not after today."},
    {"began", "09.21", "!Please type year and month"},
    {"began", "09.31", "!Please type year and month"}, // no day without a year
    {"began", "09.1989", "!Not after today."},
    {"began", "09.2021x", "!Please type year and month"},
    {"began", "2021", "!"},
    {"began", "September", "!Please type year and month"},
    {"born", "2001-02-03", "2001-02-03"},
    {"born", "03.02.2001", "2001-02-03"},
    {"born", "3/2/2001", "2001-02-03"},
    {"born", "30.02.2001", "!Please type a date"},
    {"born", "2026-11-24", "!Please type a date"},
    {"born", "03.02.2001x", "!Please type a date"},
    {"born", "2001-02", "!Please type a date"},
    {"institution", "The College", "The College"},
    {"institution", "\tThe\u00a0 College\n", "The College"},
    {"institution", " The College  ", "The College"},
    {"institution", " ", "!Please type a few words."},
    {"institution", "\t", "!Please type a few words."},
    {"institution", LONG LONG LONG LONG "!", "!That is too long. Please shorten it."},
};

static void test_fields(void **state)
{
    (void)state;
    struct arena arena;
    open_pack("pages");
    arena_init(&arena);
    static const struct answers none;
    struct ground g = {.arena = &arena,
                       .i18n = &i18n,
                       .pack = pack,
                       .engine = engine,
                       .as_of = DAY,
                       .answers = &none};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct answer answer;
        const char *error = NULL, *words = fields[i].words;
        int32_t q = question(fields[i].question);
        bool good = !field_read(&g, q, fields[i].typed, &answer, &error);
        if (good != (*words != '!') || (good ? strcmp(answer_words(&g, q, &answer), words) != 0
                                             : strncmp(error, words + 1, strlen(words + 1)) != 0))
            fail_msg("%s “%s”: %s", fields[i].question, fields[i].typed,
                     good ? answer_words(&g, q, &answer) : error);
    }
    arena_release(&arena);
    close_pack();
}

// ---- where the focus stands ---------------------------------------------------------------------

static void test_focus(void **state)
{
    (void)state;
    static const struct {
        int items, on, wanted; // on: which one is on, -1: none
        bool first;            // a search that takes its first match
        int focus;
    } foci[] = {
        {0, -1, PAGE_FOCUS_OWN, false, -1},
        {0, -1, 3, false, -1},
        {3, -1, PAGE_FOCUS_OWN, false, 0},
        {3, 2, PAGE_FOCUS_OWN, false, 2},
        {3, 2, PAGE_FOCUS_OWN, true, 1},
        {3, 2, 0, false, 0},
        {3, -1, 2, false, 2},
        {3, -1, 3, false, 2},
        {1, 0, 99, false, 0},
    };
    for (size_t i = 0; i < sizeof foci / sizeof *foci; i++) {
        struct arena arena;
        struct page_builder b;
        arena_init(&arena);
        page_begin(&b, &arena, PAGE_QUESTION, NULL);
        for (int k = 0; k < foci[i].items; k++) {
            page_add(&b, BLOCK_CHOICE, NULL)->on = k == foci[i].on;
            assert_int_equal(page_focusable(&b, 10 * k), k);
        }
        b.page.focus = foci[i].wanted;
        b.page.takes_first = foci[i].first;
        const struct page *page = page_finish(&b);
        assert_int_equal(page->focus, foci[i].focus);
        assert_int_equal(page->n_items, foci[i].items);
        assert_string_equal(page->title, "");
        arena_release(&arena);
    }
}

// ---- why an instrument applies or not ----------------------------------------------------------

static void test_links(void **state)
{
    (void)state;
    static const struct {
        enum applies_why why;
        const char *to, *from, *words;
    } links[] = {
        {WHY_BOTH_BOUND, "KZ", "AU",
         "Kazakhstan is bound since 2020-01-01. Australia is bound since 2018-01-01."},
        {WHY_DESTINATION_NOT_PARTY, "JP", "AU", "Japan is not bound by it."},
        {WHY_AWARD_NOT_PARTY, "AU", "JP", "Japan is not bound by it."},
        {WHY_NEITHER_IN_FORCE, "RU", "JP", "Neither of the two countries is bound by it."},
        {WHY_DESTINATION_OPEN, "KG", "AU", "Kyrgyzstan: it is not known whether it is bound yet."},
        {WHY_AWARD_OPEN, "AU", "KG", "Kyrgyzstan: it is not known whether it is bound yet."},
        {WHY_NOT_COVERED, "KZ", "AU", "It does not speak about your purpose, level or profession."},
        {WHY_COUNTRY_UNKNOWN, "KZ", NULL, "That depends on a country which is not known yet."},
        {WHY_COVER_UNKNOWN, "KZ", "AU",
         "Both countries are bound; whether it covers your case depends on purpose, "
         "level and profession."},
        {WHY_NOT_IN_FORCE, "KZ", "AU", "It is not in force on this day."},
        {WHY_HOME_AWARD, "KZ", "KZ", "The award is a home one; an agreement links two States."},
        {WHY_DESTINATION_NOT_PARTY, NULL, NULL, "The destination country is not bound by it."},
        {WHY_AWARD_NOT_PARTY, NULL, NULL, "The country of the award is not bound by it."},
    };
    static struct answers answers;
    struct arena arena;
    open_pack("pages");
    arena_init(&arena);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        memset(&answers, 0, sizeof answers);
        struct ground g = {.arena = &arena,
                           .i18n = &i18n,
                           .pack = pack,
                           .engine = engine,
                           .as_of = DAY,
                           .answers = &answers};
        struct link link = {.instrument = 0, .why = links[i].why};
        while (strcmp(pack->instruments[link.instrument].id, "pact") != 0)
            link.instrument++;
        if (links[i].to)
            answer_parse(pack, pack->q_destination, links[i].to, 2, DAY,
                         &answers.of[pack->q_destination]);
        if (links[i].from)
            answer_parse(pack, pack->q_award_country, links[i].from, 2, DAY,
                         &answers.of[pack->q_award_country]);
        assert_string_equal(link_words(&g, &link), links[i].words);
    }
    arena_release(&arena);
    close_pack();
}

// A kept answer to a question with a list before the line: does it stand on the list, or behind it?
static void test_behind_the_list(void **state)
{
    (void)state;
    static const struct {
        bool opener, none;
        enum answer_state state;
        int64_t value;
        int32_t inside;
    } rows[] = {
        {false, true, ANSWER_GIVEN, 7, NONE},        {true, true, ANSWER_GIVEN, 0, NONE},
        {true, true, ANSWER_GIVEN, 7, INSIDE_FIELD}, {true, false, ANSWER_GIVEN, 0, INSIDE_FIELD},
        {true, true, ANSWER_UNKNOWN, 0, NONE},       {true, true, ANSWER_ABSENT, 7, NONE},
    };
    static struct answers answers;
    open_pack("pages");
    int32_t count = question("count");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct question questions[PACK_MAX_QUESTIONS];
        struct pack changed = *pack;
        memcpy(questions, pack->questions, (size_t)pack->n_questions * sizeof *questions);
        changed.questions = questions;
        questions[count].opener.words = rows[i].opener ? "Is there a number?" : NULL;
        questions[count].none_label.words = rows[i].none ? "No" : NULL;
        struct ground g = {.pack = &changed, .engine = engine, .as_of = DAY, .answers = &answers};
        struct answer kept = {.state = rows[i].state, .value = rows[i].value};
        struct asking asking = {.question = count};
        asking_begin(&g, &kept, &asking);
        if (asking.inside != rows[i].inside)
            fail_msg("row %zu: %d", i, (int)asking.inside);
    }
    close_pack();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_focus),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_behind_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
