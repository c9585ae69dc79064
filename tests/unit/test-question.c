// SPDX-License-Identifier: MIT
// The page of one question: which answers stand on it, in which order, which is marked, where the
// focus stands. One row is what was answered before, and the rows of the page.
#include "asked.h"

enum { UNSURE = 5, CHOICES = 6 };

// ---- a list with groups ------------------------------------------------------------------------

enum { SCHOOL, BACHELOR, MASTER, HONORARY, FOREIGN };

static const struct choice levels[] = {
    {.id = "school", .label = {.words = "School"}, .group = NONE},
    {.id = "bachelor", .label = {.words = "Bachelor"}, .group = NONE},
    {.id = "master", .label = {.words = "Master"}, .group = NONE},
    {.id = "honorary", .label = {.words = "Honorary"}, .group = 0},
    {.id = "foreign", .label = {.words = "Foreign"}, .group = 1},
    {.id = "unsure", .label = {.words = "Not sure"}, .counts_as_unknown = true, .group = NONE},
};
static const struct choice_group groups[] = {
    {.id = "rare", .label = {.words = "Rare"}, .hint = {.words = "Seldom."}},
    {.id = "other", .label = {.words = "Other"}},
};
// What the answer to "How?" leads to.
static const struct choice modes[] = {
    {.id = "campus", .leads_to = "master", .group = NONE},
    {.id = "online", .leads_to = "honorary", .group = NONE},
    {.id = "mixed", .group = NONE},
};

static void begin_levels(void)
{
    begin("level");
    q->choices = levels;
    q->n_choices = CHOICES;
    q->groups = groups;
    q->n_groups = 2;
    q->first = question("mode");
    q->has_usual = true;
    q->usual = BACHELOR;
    questions[q->first].choices = modes;
    questions[q->first].n_choices = 3;
}

static void test_groups(void **state)
{
    (void)state;
    const struct {
        struct answer earlier, kept; // to "How?", and to this question
        bool usual;
        int32_t inside;
        const char *rows;
    } rows[] = {
        {absent, absent, true, NONE,
         "1 School | > 2 Bachelor | 3 Master | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        {absent, absent, false, NONE,
         "> 1 School | 2 Bachelor | 3 Master | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        {absent, given(SCHOOL), true, NONE,
         "> 1 School * | 2 Bachelor | 3 Master | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        {absent, given(MASTER), true, NONE,
         "1 School | 2 Bachelor | > 3 Master * | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        {absent, given(HONORARY), true, NONE,
         "1 School | 2 Bachelor | 3 Master | > 4 Rare … (Seldom.) * | 5 Other … | 6 Not sure"},
        {absent, given(FOREIGN), true, NONE,
         "1 School | 2 Bachelor | 3 Master | 4 Rare … (Seldom.) | > 5 Other … * | 6 Not sure"},
        {absent, unknown, true, NONE,
         "1 School | 2 Bachelor | 3 Master | 4 Rare … (Seldom.) | 5 Other … | > 6 Not sure *"},
        // What the earlier answer leads to stands first, and the list begins there.
        {given(0), absent, true, NONE,
         "> 1 Master | 2 School | 3 Bachelor | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        {given(0), absent, false, NONE,
         "> 1 Master | 2 School | 3 Bachelor | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        {given(0), given(SCHOOL), true, NONE,
         "1 Master | > 2 School * | 3 Bachelor | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        {given(1), absent, true, NONE,
         "> 1 School | 2 Bachelor | 3 Master | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        {given(2), absent, true, NONE,
         "1 School | > 2 Bachelor | 3 Master | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        {unknown, absent, true, NONE,
         "1 School | > 2 Bachelor | 3 Master | 4 Rare … (Seldom.) | 5 Other … | 6 Not sure"},
        // Behind the row of a group.
        {absent, absent, true, 0, "-- Rare | > 1 Honorary | 2 Not sure"},
        {absent, given(HONORARY), true, 0, "-- Rare | > 1 Honorary * | 2 Not sure"},
        {absent, unknown, true, 0, "-- Rare | 1 Honorary | > 2 Not sure *"},
        {absent, absent, true, 1, "-- Other | > 1 Foreign | 2 Not sure"},
        {given(1), absent, true, 0, "-- Rare | > 1 Honorary | 2 Not sure"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin_levels();
        q->has_usual = rows[i].usual;
        answers.of[q->first] = rows[i].earlier;
        asking.inside = rows[i].inside;
        expect(i, rows[i].kept, rows[i].rows);
    }
}

static void test_values(void **state)
{
    (void)state;
    static const int32_t list[] = {SCHOOL, BACHELOR, MASTER, ITEM_GROUP, ITEM_GROUP - 1, UNSURE},
                         inside[] = {FOREIGN, UNSURE};
    begin_levels();
    expect_values(absent, list, 6);
    asking.inside = 1;
    expect_values(absent, inside, 2);
}

// Where nobody may be unsure in words of its own, it is said in ours; ten answers have nine keys,
// and can be searched.
static void test_long_list(void **state)
{
    (void)state;
    struct choice many[10];
    static const struct {
        int n;
        bool unknown, finding;
        const char *typed, *rows;
    } rows[] = {
        {2, true, false, "", "> 1 A | 2 B | I don't know"},
        {2, false, false, "", "> 1 A | 2 B"},
        {3, true, true, "", "> [] | A | B | C | I don't know"},
        {9, false, false, "", "> 1 A | 2 B | 3 C | 4 D | 5 E | 6 F | 7 G | 8 H | 9 I"},
        {10, false, false, "",
         "To find one by a word, press /. | > 1 A | 2 B | 3 C | 4 D | 5 E | 6 F | 7 G | 8 H | 9 I "
         "| "
         "J"},
        {10, false, true, "c", "[c] | > C"},
        {10, true, true, "c", "[c] | > C | I don't know"},
        {10, false, true, "z", "> [z] | No answer has these words in it. Try fewer letters."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static const char *const letters[] = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"};
        for (int k = 0; k < 10; k++)
            many[k] = (struct choice){.id = letters[k], .label.words = letters[k], .group = NONE};
        begin("level");
        q->choices = many;
        q->n_choices = rows[i].n;
        q->unknown_allowed = rows[i].unknown;
        asking.finding = rows[i].finding;
        asking.typed = rows[i].typed;
        asking.cursor = strlen(rows[i].typed);
        expect(i, absent, rows[i].rows);
    }
}

// What is not sure comes last, wherever it stands in the pack; of a group nothing is searched.
static void test_order_of_list(void **state)
{
    (void)state;
    static const struct choice turned[] = {
        {.id = "unsure", .label = {.words = "Not sure"}, .counts_as_unknown = true, .group = NONE},
        {.id = "school", .label = {.words = "School"}, .group = NONE},
    };
    begin("level");
    q->choices = turned;
    q->n_choices = 2;
    expect(0, absent, "> 1 School | 2 Not sure");
    struct choice many[10];
    for (int k = 0; k < 10; k++)
        many[k] = (struct choice){.id = "x", .label.words = "X", .group = k == 9 ? 0 : NONE};
    begin("level");
    q->choices = many;
    q->n_choices = 10;
    q->groups = groups;
    q->n_groups = 1;
    asking.inside = 0;
    expect(1, absent, "-- Rare | > 1 X | I don't know");
    begin("documents_held");
    q->choices = many;
    q->n_choices = 10;
    expect(2, absent,
           "Mark all that are true, then press Enter. | > 1 X | 2 X | 3 X | 4 X | 5 X | 6 X | 7 X "
           "| 8 X | 9 X | X | None of these | I don't know");
}

// An answer that was found by a word is marked only where it was given.
static void test_found(void **state)
{
    (void)state;
    const struct {
        struct answer kept;
        const char *typed, *rows;
    } rows[] = {
        {given(BACHELOR), "bach", "[bach] | > Bachelor * | I don't know"},
        {given(MASTER), "bach", "[bach] | > Bachelor | I don't know"},
        {given(SCHOOL), "school", "[school] | > School * | I don't know"},
        {absent, "school", "[school] | > School | I don't know"},
        {unknown, "school", "[school] | > School | I don't know *"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin_levels();
        asking.finding = true;
        asking.typed = rows[i].typed;
        expect(i, rows[i].kept, rows[i].rows);
    }
}

// What the words stand in decides the order: the whole label, its beginning, a word of it, its
// hint; a slip of the finger only where nothing else is found.
static void test_search(void **state)
{
    (void)state;
    static const struct choice choices[] = {
        {.id = "x1", .label = {.words = "School"}, .hint = {.words = "Until seventeen"}},
        {.id = "x2",
         .label = {.words = "Bachelor degree"},
         .hint = {.words = "After school"},
         .synonyms = "Bakalavr, BSc"},
        {.id = "x3", .label = {.words = "Master degree"}, .hint = {.words = "After a bachelor"}},
        {.id = "x4", .label = {.words = "Schoul"}},
    };
    static const struct {
        const char *typed, *found; // places in the list
        bool sure, same, noted;
    } rows[] = {
        {"", "0123", false, false, false},
        {"school", "01", true, true, false},
        {"SCHOOL", "01", true, true, false},
        {"bachelor", "12", true, false, false},
        {"bach", "12", true, false, false},
        {"degree", "12", true, false, false},
        {"degree master", "2", true, false, false},
        {"seventeen", "0", true, false, true},
        {"after", "12", true, false, true},
        {"bakalavr", "1", true, false, true},
        {"bsc", "1", true, false, true},
        {"x3", "2", true, true, false},
        {"bahcelor", "12", true, false, false},
        {"bahcelo", "12", true, false, false},
        {"seventen", "0", true, false, false},
        {"mastre", "2", true, false, false},
        {"zzz", "", false, false, false},
        {"xmaster", "", false, false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char places[10] = "";
        begin("level");
        q->choices = choices;
        q->n_choices = 4;
        struct ground g = {.arena = &arena, .i18n = &i18n, .pack = &changed, .answers = &answers};
        struct found found = search_choices(&g, asking.question, rows[i].typed);
        for (int k = 0; k < found.n; k++)
            snprintf(places + k, 2, "%d", (int)found.values[k]);
        if (strcmp(places, rows[i].found) != 0 || found.sure != rows[i].sure ||
            found.same != rows[i].same || found.noted != rows[i].noted)
            fail_msg("“%s”: %s %d %d %d", rows[i].typed, places, found.sure, found.same,
                     found.noted);
    }
}

// ---- boxes, countries --------------------------------------------------------------------------

static void test_boxes(void **state)
{
    (void)state;
    static const char *const mark = "Mark all that are true, then press Enter. | ";
    const struct {
        uint64_t on;
        struct answer kept;
        const char *rows;
    } rows[] = {
        {0, absent, "> 1 The diploma | 2 The marks | None of these | I don't know"},
        {0, given(0), "1 The diploma | 2 The marks | > None of these * | I don't know"},
        {0, given(1), "> 1 The diploma | 2 The marks | None of these | I don't know"},
        {0, unknown, "1 The diploma | 2 The marks | None of these | > I don't know *"},
        {1, absent, "> 1 The diploma * | 2 The marks | Go on with what is marked | I don't know"},
        {2, given(0), "1 The diploma | > 2 The marks * | Go on with what is marked | I don't know"},
        {3, given(3),
         "> 1 The diploma * | 2 The marks * | Go on with what is marked | I don't know"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin("documents_held");
        asking.many = rows[i].on;
        expect(i, rows[i].kept, arena_printf(&arena, "%s%s", mark, rows[i].rows));
    }
}

static void test_countries(void **state)
{
    (void)state;
    static const char *const how = "Type the first letters, or choose with the arrow keys. | ";
    const struct {
        const char *typed;
        struct answer kept;
        const char *rows;
    } rows[] = {
        {"kaz", absent, "[kaz] | > Kazakhstan | I don't know"},
        {"kaz", given(4), "[kaz] | > Kazakhstan * | I don't know"},
        {"austr", absent, "[austr] | > Australia | I don't know"}, // the first of all
        {"austr", given(0), "[austr] | > Australia * | I don't know"},
        {"kaz", given(0), "[kaz] | > Kazakhstan | I don't know"},
        {"no country", given(6), "[no country] | > From no country * | I don't know"},
        {"zz", absent,
         "> [zz] | No country is found under that name. Try fewer letters, or the English name. | "
         "I don't know"},
        {"zz", unknown,
         "[zz] | No country is found under that name. Try fewer letters, or the English name. | > "
         "I don't know *"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin("award_country");
        asking.typed = rows[i].typed;
        expect(i, rows[i].kept, arena_printf(&arena, "%s%s", how, rows[i].rows));
    }
}

// Before anything is typed the usual country stands first, and Enter takes it where nothing was
// answered.
static void test_usual_country(void **state)
{
    (void)state;
    const struct {
        bool has;
        int64_t usual;
        const char *typed;
        struct answer kept;
        int32_t first; // row below the line
        bool takes;
    } rows[] = {
        {true, 4, "", absent, 4, true},      {true, 0, "", absent, 0, true},
        {true, 5, "", unknown, 5, false},    {true, 4, NULL, absent, 4, true},
        {false, 4, "", absent, 6, false},    {true, 4, "", given(2), 4, false},
        {true, 6, "", absent, 6, false}, // no country
        {true, 4, "austr", absent, 0, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool met[7] = {false};
        begin("award_country");
        q->has_usual = rows[i].has;
        q->usual = rows[i].usual;
        asking.typed = rows[i].typed;
        const struct page *page = look(rows[i].kept);
        if (page->items[1].value != rows[i].first || page->takes_first != rows[i].takes)
            fail_msg("row %zu: %d", i, (int)page->items[1].value);
        for (int k = 1; k < page->n_items && page->items[k].value >= 0; k++) {
            assert_false(met[page->items[k].value]); // each once
            met[page->items[k].value] = true;
        }
        if (!rows[i].typed || !*rows[i].typed)
            for (int32_t c = 0; c < 7; c++)
                assert_true(met[c]);
    }
}

// Of other kinds only a list of answers begins at the usual one.
static void test_usual(void **state)
{
    (void)state;
    begin("documents_held");
    q->has_usual = true;
    q->usual = 1;
    assert_int_equal(look(absent)->focus, 0);
    begin_levels();
    asking.finding = true;
    asking.typed = "";
    assert_int_equal(look(absent)->focus, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),        cmocka_unit_test(test_long_list),
        cmocka_unit_test(test_order_of_list), cmocka_unit_test(test_found),
        cmocka_unit_test(test_search),        cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_countries),     cmocka_unit_test(test_usual),
        cmocka_unit_test(test_usual_country), cmocka_unit_test(test_values),
    };
    return cmocka_run_group_tests(tests, open_it, close_it);
}
