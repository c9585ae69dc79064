// SPDX-License-Identifier: MIT
// The first screen of a result and the short form: which reason counts most, how many words fit in
// every script, what is said of steps that are not shown.
#include "stage.h"
#include "view/parts.h"

enum { MANY = 260 };

static struct arena arena;
static struct session session;
static struct assessment real; // of a case with a file, a reason and steps

struct scene { // it, with rules of its own
    struct pack pack;
    struct assessment a;
    struct item documents[MANY], steps[4];
    struct document_state states[MANY];
    int32_t chosen[4];
    struct outcome outcomes[16];
    struct finding findings[4];
    struct finding_state live[4];
    struct ground g;
};

static struct scene s;

static void begin(void)
{
    memset(&s, 0, sizeof s);
    s.pack = *pack;
    s.a = real;
    s.pack.documents = s.documents;
    s.pack.steps = s.steps;
    s.pack.findings = s.findings;
    s.pack.outcomes = s.outcomes;
    assert_true(pack->n_outcomes <= 16);
    memcpy(s.outcomes, pack->outcomes, (size_t)pack->n_outcomes * sizeof *s.outcomes);
    s.a.documents = s.states;
    s.a.steps = s.chosen;
    s.a.findings = s.live;
    s.a.n_documents = s.a.n_steps = s.a.n_findings = s.a.n_live = s.a.n_notices = 0;
    s.g = (struct ground){.arena = &arena,
                          .i18n = &i18n,
                          .pack = &s.pack,
                          .engine = engine,
                          .as_of = DAY,
                          .answers = &session.current,
                          .assessment = &s.a};
}

static bool says(const struct page *page, const char *words)
{
    for (int i = 0; i < page->n_blocks; i++)
        if (!strcmp(page->blocks[i].text, words))
            return true;
    return false;
}

static const char *words_of(int n)
{
    char words[400] = "";
    for (int i = 0; i < n; i++)
        strcat(words, i ? " a" : "a");
    return arena_strdup(&arena, words);
}

// ---- the reason --------------------------------------------------------------------------------

// Of one effect the rule of the land, then what the office goes by; the first of two that are
// alike.
static void test_reason(void **state)
{
    (void)state;
    static const struct {
        struct {
            bool land;
            enum reading reading;
            enum effect effect;
        } rules[3];
        const char *told;
    } rows[] = {
        {{{false, READING_PRACTICE, EFFECT_CONDITION}}, "Alpha."},
        {{{false, READING_CONVENTION, EFFECT_CONDITION},
          {false, READING_PRACTICE, EFFECT_CONDITION}},
         "Bravo."},
        {{{false, READING_CONVENTION, EFFECT_CONDITION}, {false, READING_BOTH, EFFECT_CONDITION}},
         "Bravo."},
        {{{false, READING_BOTH, EFFECT_CONDITION}, {false, READING_PRACTICE, EFFECT_CONDITION}},
         "Alpha."},
        {{{false, READING_PRACTICE, EFFECT_CONDITION},
          {true, READING_CONVENTION, EFFECT_CONDITION}},
         "Bravo."},
        {{{true, READING_CONVENTION, EFFECT_CONDITION},
          {false, READING_PRACTICE, EFFECT_CONDITION}},
         "Alpha."},
        {{{true, READING_CONVENTION, EFFECT_CONDITION}, {true, READING_PRACTICE, EFFECT_CONDITION}},
         "Bravo."},
        {{{true, READING_PRACTICE, EFFECT_CONDITION}, {true, READING_PRACTICE, EFFECT_CONDITION}},
         "Alpha."},
        // Difference, bar, condition, route, supports: the order of this pack.
        {{{true, READING_PRACTICE, EFFECT_CONDITION}, {false, READING_CONVENTION, EFFECT_BAR}},
         "Bravo."},
        {{{true, READING_PRACTICE, EFFECT_BAR}, {false, READING_CONVENTION, EFFECT_DIFFERENCE}},
         "Bravo."},
        {{{true, READING_PRACTICE, EFFECT_SUPPORTS},
          {true, READING_PRACTICE, EFFECT_ROUTE},
          {false, READING_CONVENTION, EFFECT_CONDITION}},
         "Gamma."},
        {{{true, READING_PRACTICE, EFFECT_NOTE}, {false, READING_CONVENTION, EFFECT_SUPPORTS}},
         "Bravo."},
    };
    static const char *const texts[] = {"Alpha. More.", "Bravo. More.", "Gamma. More."};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin();
        for (int k = 0; k < 3; k++) {
            if (!rows[i].rules[k].reading)
                continue;
            struct finding *f = &s.findings[s.a.n_live];
            f->country = rows[i].rules[k].land ? 1 : NONE;
            f->reading = rows[i].rules[k].reading;
            f->effect = rows[i].rules[k].effect;
            f->text.words = texts[k];
            s.live[s.a.n_live].finding = s.a.n_live;
            s.live[s.a.n_live].live = TRUTH_YES;
            s.a.n_findings = ++s.a.n_live;
        }
        struct making m;
        make_begin(&m, &s.g, PAGE_RESULT, "");
        make_reason(&m);
        assert_int_equal(m.b.n_blocks, 1);
        if (strcmp(m.b.blocks[0].text, rows[i].told) != 0)
            fail_msg("row %zu: %s", i, m.b.blocks[0].text);
    }
}

// While answers are missing the reason with the usual ones stands under the question, unless it
// speaks for the person, or there is no room for it.
static void test_usual(void **state)
{
    (void)state;
    static const struct {
        enum effect effect;
        int words;
        bool told;
    } rows[] = {
        {EFFECT_BAR, 1, true},          {EFFECT_ROUTE, 1, true},     {EFFECT_CONDITION, 1, true},
        {EFFECT_DIFFERENCE, 1, true},   {EFFECT_SUPPORTS, 1, false}, {EFFECT_NOTE, 1, false},
        {EFFECT_DIFFERENCE, 99, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin();
        s.a.state = STATE_OPEN;
        s.a.reached = (1u << pack->n_outcomes) - 1;
        s.a.missing[0] = (struct missing){.question = question("years")};
        s.a.n_missing = 1;
        const char *words = words_of(rows[i].words);
        s.findings[0] = (struct finding){.effect = rows[i].effect, .reading = READING_PRACTICE};
        s.findings[0].text.words = words;
        s.live[0].live = TRUTH_YES;
        s.a.n_findings = s.a.n_live = 1;
        if (says(page_result(&s.g, TAB_OUTCOME, PAGE_FOCUS_OWN), words) != rows[i].told)
            fail_msg("row %zu", i);
    }
}

// ---- how many words ----------------------------------------------------------------------------

// Papers of the short form that fit, where each has these words; the rest is counted.
static int papers_that_fit(const char *words)
{
    begin();
    for (int k = 0; k < MANY; k++) {
        s.documents[k].text.words = words;
        s.states[k].document = k;
    }
    s.a.n_documents = MANY;
    const struct page *page = page_short(&s.g);
    int fit = 0;
    char more[40];
    for (int i = 0; i < page->n_blocks; i++)
        fit += !strcmp(page->blocks[i].marker, "[ ]");
    snprintf(more, sizeof more, "and %d more", MANY - fit);
    assert_true(says(page, more));
    assert_int_equal(page->blocks[page->n_blocks - 1].indent, 0);
    return fit;
}

static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int words; // without the box
    } rows[] = {
        {"", 0},
        {"a", 1},
        {"word", 1},
        {"слово", 1},
        {"a b", 2},
        {" a b ", 2},
        {"a  b", 2},
        {"a\nb", 2},
        {"a \n b", 2},
        {"раз два три", 3},
        {"a b c d e f g", 7},
        // Two wide characters are a word, and end the one before.
        {"汉", 0},
        {"汉字", 1},
        {"汉字汉", 1},
        {"汉字汉字", 2},
        {"汉字汉字汉字", 3},
        {"a汉字", 2},
        {"汉字a", 2},
        {"a汉字b", 3},
        {"汉 字", 1},
        {"\u2E80\u2E80\u2E80\u2E80\u2E80\u2E80", 3}, // the first of the wide ones
        {"\u2E7F\u2E7F\u2E7F\u2E7F\u2E7F\u2E7F", 1}, // the last that is not
        {"\u2E7F \u2E7F", 2},
    };
    int room = papers_that_fit("");
    assert_int_equal(room, 221); // of 250 what stands above, and a line that counts the rest
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int fit = papers_that_fit(rows[i].text);
        if (fit != room / (rows[i].words + 1))
            fail_msg("“%s”: %d", rows[i].text, fit);
    }
}

// ---- steps -------------------------------------------------------------------------------------

static void add_step(const char *words, bool asks)
{
    struct item *step = &s.steps[s.a.n_steps];
    *step = (struct item){.text = {.words = words}, .brief = {.words = words}};
    step->fee = asks ? "fee" : NULL;
    step->time = asks ? "time" : NULL;
    s.chosen[s.a.n_steps] = s.a.n_steps;
    s.pack.n_steps = ++s.a.n_steps;
}

// The first step stands there in any case; then nothing else does for which there is no room.
static void test_room(void **state)
{
    (void)state;
    enum { FIT = 94 }; // words of a step for which there is just room
    static const struct {
        int words[3]; // of each step; 0: there is none
        const char *shown;
    } rows[] = {
        {{FIT}, "1."},
        {{FIT + 1}, "1."},
        {{100}, "1."},
        {{150, 1}, "1."},
        {{150, 1, 1}, "1."},
        {{FIT - 2, 1}, "1.2."},
        {{FIT - 1, 1}, "1."},
        {{40, FIT - 41}, "1.2."},
        {{40, FIT - 40}, "1."},
        {{40, FIT - 40, 1}, "1."},
        {{1, 1, FIT - 4}, "1.2.3."},
        {{1, 1, FIT - 3}, "1.2."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char shown[20] = "";
        begin();
        for (int k = 0; k < 3 && rows[i].words[k]; k++)
            add_step(words_of(rows[i].words[k]), false);
        const struct page *page = page_result(&s.g, TAB_OUTCOME, PAGE_FOCUS_OWN);
        for (int k = 0; k < page->n_blocks; k++)
            if (page->blocks[k].kind == BLOCK_ITEM)
                strcat(shown, page->blocks[k].marker);
        if (strcmp(shown, rows[i].shown) != 0)
            fail_msg("row %zu: %s", i, shown);
    }
}

// What it takes stands with its step; below, where that step is not among the three, unless nothing
// is to be done there yet. With less room first one of both gives way, then the other.
static void test_costs(void **state)
{
    (void)state;
    static const struct {
        int words, place; // of the first step; which one asks
        const char *below;
        int held;           // the first that is only for a decision all the same; 0: none
        const char *office; // to which only the step leads that asks; NULL: as all others
    } rows[] = {
        {1, 0, "", 0, NULL},
        {1, 2, "", 0, NULL},
        {1, 3, "Money: 10 units. Time: 30 days. ", 0, NULL},
        {1, 3, "", 3, NULL},
        {1, 3, "", 2, NULL},
        {1, 3, "Money: The Centre: 10 units. Time: The Centre: 30 days. ", 0, "centre"},
        {84, 3, "Money: 10 units. Time: 30 days. ", 0, NULL},
        {85, 3, "Money: 10 units. ", 0, NULL},
        {87, 3, "Money: 10 units. ", 0, NULL},
        {88, 3, "", 0, NULL},
        {150, 3, "", 0, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char below[100] = "";
        begin();
        s.outcomes[real.outcome].hold_from = rows[i].held ? 30 : 0;
        for (int k = 0; k < 4; k++) {
            add_step(words_of(k ? 1 : rows[i].words), k == rows[i].place);
            s.steps[k].order = rows[i].held && k >= rows[i].held ? 30 : 10;
            s.steps[k].office = k == rows[i].place ? rows[i].office : NULL;
        }
        const struct page *page = page_result(&s.g, TAB_OUTCOME, PAGE_FOCUS_OWN);
        for (int k = 0; k < page->n_blocks; k++) {
            const struct block *b = &page->blocks[k];
            if (b->kind == BLOCK_PAIR && strcmp(b->key, "Papers") != 0)
                snprintf(below + strlen(below), sizeof below - strlen(below), "%s: %s ", b->key,
                         b->text);
        }
        if (strcmp(below, rows[i].below) != 0)
            fail_msg("row %zu: %s", i, below);
    }
}

// Old facts are counted where this person is told of them.
static void test_old(void **state)
{
    (void)state;
    uint64_t bachelor = UINT64_C(1) << pack_choice(&pack->questions[pack->q_level], "bachelor");
    const struct {
        int32_t as_of;
        uint64_t levels; // of the office
        const char *office;
        bool told;
    } rows[] = {
        {20200101, 0, NULL, true},
        {DAY, 0, NULL, false},
        {20200101, 0, "bureau", true},
        {20200101, bachelor, "bureau", true},
        {20200101, ~bachelor, "bureau", false},
    };
    struct destination places[8];
    assert_true(pack->n_destinations <= 8);
    memcpy(places, pack->destinations, (size_t)pack->n_destinations * sizeof *places);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin();
        s.pack.destinations = places;
        const struct office office = {.id = "bureau",
                                      .role = "centre",
                                      .name = {.words = "Bureau"},
                                      .levels = rows[i].levels};
        const struct fact fact = {.id = "old",
                                  .kind = "fee",
                                  .office = rows[i].office,
                                  .text = {.words = "Ten."},
                                  .evidence = {.as_of = rows[i].as_of}};
        struct destination *d = &places[ground_destination(&s.g) - places];
        d->offices = &office;
        d->facts = &fact;
        d->n_offices = d->n_facts = 1;
        if (says(page_result(&s.g, TAB_OUTCOME, PAGE_FOCUS_OWN), "1 fact is old: ask first.") !=
            rows[i].told)
            fail_msg("row %zu", i);
    }
}

static int open_it(void **state)
{
    (void)state;
    static const char *const given[][2] = {
        {"destination", "KZ"}, {"award_country", "AU"}, {"purpose", "study"}, {"level", "bachelor"},
        {"mode", "campus"},    {"accredited", "yes"},   {"years", "4"}};
    open_pack("pages");
    arena_init(&arena);
    session_init(&session, pack, engine, DAY);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        struct answer answer = {0};
        int32_t q = question(given[i][0]);
        assert_int_equal(answer_parse(pack, q, given[i][1], strlen(given[i][1]), DAY, &answer), 0);
        assert_int_equal(session_answer(&session, q, &answer), 0);
    }
    assess(engine, &session.current, ASSESS_FULL, &real);
    return 0;
}

static int close_it(void **state)
{
    (void)state;
    assessment_release(&real);
    session_release(&session);
    arena_release(&arena);
    close_pack();
    return 0;
}

// ---- steps for a decision all the same ----------------------------------------------------------

// How many steps come before the block with these words, -1 without it; it stands there once.
static int steps_before(const struct page *page, const char *words)
{
    int at = -1, items = 0;
    for (int i = 0; i < page->n_blocks; i++) {
        if (!strcmp(page->blocks[i].text, words)) {
            assert_int_equal(at, -1);
            at = items;
        }
        items += !strcmp(page->blocks[i].text, "Do it.");
    }
    return at;
}

// Behind the line in the part about steps; on the first screen only counted, unless there are no
// others.
static void test_hold(void **state)
{
    (void)state;
    static const struct {
        bool decided;
        int32_t from, orders[4], held; // after so many steps; 4: none is held
    } rows[] = {
        {true, 30, {10, 20, 30, 60}, 2},  {true, 30, {10, 20, 29, 29}, 4},
        {true, 30, {10, 30, 60, 60}, 1},  {true, 30, {30, 40, 60, 60}, 0},
        {true, 31, {10, 20, 30, 31}, 3},  {true, 0, {10, 20, 30, 60}, 4},
        {false, 30, {10, 20, 30, 60}, 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin();
        s.outcomes[real.outcome].hold_from = rows[i].from;
        s.a.state = rows[i].decided ? STATE_DECIDED : STATE_OPEN;
        for (int k = 0; k < 4; k++) {
            s.steps[k].text.words = s.steps[k].brief.words = "Do it.";
            s.steps[k].order = rows[i].orders[k];
            s.chosen[s.a.n_steps++] = k;
        }
        bool some = rows[i].held < 4;
        assert_int_equal(steps_before(page_result(&s.g, TAB_STEPS, -1),
                                      "Only if you want a decision all the same:"),
                         some ? rows[i].held : -1);
        char line[80];
        snprintf(line, sizeof line, "Only if you want a decision all the same: from step %d on.",
                 (int)rows[i].held + 1);
        assert_int_equal(steps_before(page_result(&s.g, TAB_OUTCOME, -1), line),
                         some && rows[i].held ? rows[i].held : -1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reason), cmocka_unit_test(test_usual), cmocka_unit_test(test_words),
        cmocka_unit_test(test_room),   cmocka_unit_test(test_costs), cmocka_unit_test(test_old),
        cmocka_unit_test(test_hold),
    };
    return cmocka_run_group_tests(tests, open_it, close_it);
}
