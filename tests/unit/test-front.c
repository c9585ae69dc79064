// SPDX-License-Identifier: MIT
// The list before the line to type a number in: none, the bands that the rules tell apart, and what
// opens the line. One row is what was answered before, and the rows of the page.
#include "asked.h"

// ---- a list before the line to type in ---------------------------------------------------------

static void begin_count(void)
{
    static const int64_t low[] = {1, 11, 51}, high[] = {10, 11, 500};
    begin("count");
    q->none_label.words = "None";
    q->opener.words = "Are there any?";
    q->opener_hint.words = "Look.";
    q->hint.words = "Count.";
    for (int i = 0; i < 3; i++) {
        asking.low[i] = low[i] * NUMBER_SCALE;
        asking.high[i] = high[i] * NUMBER_SCALE;
    }
}

static void test_front(void **state)
{
    (void)state;
    const struct answer band = {.state = ANSWER_GIVEN, .value = 1000, .last = 10000},
                        last = {.state = ANSWER_GIVEN, .value = 51000, .last = 500000},
                        wide = {.state = ANSWER_GIVEN, .value = 1000, .last = 500000};
    const struct {
        int bands;
        bool opener;
        int32_t inside;
        struct answer kept;
        const char *title, *rows;
    } rows[] = {
        {3, true, NONE, absent, "Are there any?",
         "Look. | > 1 None | 2 From 1 to 10 | 3 11 | 4 51 or more | 5 Yes | I don't know"},
        {3, true, NONE, given(0), "Are there any?",
         "Look. | > 1 None * | 2 From 1 to 10 | 3 11 | 4 51 or more | 5 Yes | I don't know"},
        {3, true, NONE, band, "Are there any?",
         "Look. | 1 None | > 2 From 1 to 10 * | 3 11 | 4 51 or more | 5 Yes | I don't know"},
        {3, true, NONE, given(11000), "Are there any?",
         "Look. | 1 None | 2 From 1 to 10 | > 3 11 * | 4 51 or more | 5 Yes | I don't know"},
        {3, true, NONE, last, "Are there any?",
         "Look. | 1 None | 2 From 1 to 10 | 3 11 | > 4 51 or more * | 5 Yes | I don't know"},
        {3, true, NONE, wide, "Are there any?",
         "Look. | > 1 None | 2 From 1 to 10 | 3 11 | 4 51 or more | 5 Yes | I don't know"},
        {3, true, NONE, given(1000), "Are there any?", // a number is no band
         "Look. | > 1 None | 2 From 1 to 10 | 3 11 | 4 51 or more | 5 Yes | I don't know"},
        {0, true, NONE, absent, "Are there any?", "Look. | > 1 None | 2 Yes | I don't know"},
        {3, false, NONE, absent, "How many?",
         "Count. | > 1 None | 2 From 1 to 10 | 3 11 | 4 51 or more | 5 Yes | I don't know"},
        {0, false, NONE, absent, "How many?", "Count. | > [7] | None | I don't know"},
        {0, false, NONE, given(0), "How many?", "Count. | [7] | > None * | I don't know"},
        {0, false, NONE, given(7000), "How many?", "Count. | > [7] | None | I don't know"},
        {0, true, INSIDE_FIELD, absent, "How many?", "Count. | > [7] | I don't know"},
        {3, true, INSIDE_FIELD, unknown, "How many?", "Count. | [7] | > I don't know *"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin_count();
        q->opener.words = rows[i].opener ? "Are there any?" : NULL;
        q->some_label.words = "Yes";
        asking.n_bands = rows[i].bands;
        asking.inside = rows[i].inside;
        asking.typed = "7";
        const struct page *page = look(rows[i].kept);
        assert_string_equal(page->blocks[0].text, rows[i].title);
        expect(i, rows[i].kept, rows[i].rows);
    }
}

static void test_values_of_front(void **state)
{
    (void)state;
    static const int32_t values[] = {ITEM_NONE,     ITEM_BAND, ITEM_BAND - 1,
                                     ITEM_BAND - 2, ITEM_OPEN, ITEM_UNKNOWN};
    begin_count();
    asking.n_bands = 3;
    expect_values(absent, values, 6);
}

// ---- how it is opened --------------------------------------------------------------------------

static const char *opened(const char *id, bool bands, bool none, struct answer kept)
{
    struct text t = TEXT_INIT;
    begin(id);
    answers.of[pack->q_destination] = given(pack_country(pack, "KZ"));
    q->bands = bands;
    q->opener.words = bands ? NULL : "Are there any?";
    if (!none)
        q->none_label.words = NULL;
    struct ground g = {.arena = &arena,
                       .i18n = &i18n,
                       .pack = &changed,
                       .engine = engine,
                       .as_of = DAY,
                       .answers = &answers};
    asking_begin(&g, &kept, &asking);
    for (int i = 0; i < asking.n_bands; i++)
        text_printf(&t, "%lld-%lld ", (long long)asking.low[i], (long long)asking.high[i]);
    text_add(&t, asking.inside == INSIDE_FIELD ? "line" : asking.inside == NONE ? "list" : "group");
    const char *words = arena_strdup(&arena, text_str(&t));
    text_release(&t);
    return words;
}

// The bands that the rules tell apart, and whether the answer stands among them. The value that has
// a row of its own is in no band.
static void test_opened(void **state)
{
    (void)state;
    close_pack();
    open_pack("guild");
    const struct answer low = {.state = ANSWER_GIVEN, .value = 1000, .last = 250000};
    const struct {
        const char *id;
        bool bands, none;
        struct answer kept;
        const char *words;
    } rows[] = {
        {"best_rank", true, true, absent, "1000-250000 251000-5000000 list"},
        {"best_rank", true, true, given(0), "1000-250000 251000-5000000 list"},
        {"best_rank", true, true, low, "1000-250000 251000-5000000 list"},
        {"best_rank", true, true, given(7000), "1000-250000 251000-5000000 line"},
        {"best_rank", true, true, unknown, "1000-250000 251000-5000000 list"},
        {"best_rank", true, false, absent, "0-0 1000-250000 251000-5000000 list"},
        {"best_rank", true, false, given(0), "0-0 1000-250000 251000-5000000 list"},
        {"best_rank", false, true, absent, "list"},
        {"best_rank", false, true, given(0), "list"},
        {"best_rank", false, true, given(7000), "line"},
        {"years_taken", true, true, absent, "1-1499 1500-2999 3000-9000 list"},
        {"institution", true, true, absent, "list"},
        {"institution", true, true, given(0), "list"},
        {"level", false, true, absent, "list"},
        {"level", false, true, given(1), "list"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *words = opened(rows[i].id, rows[i].bands, rows[i].none, rows[i].kept);
        if (strcmp(words, rows[i].words) != 0)
            fail_msg("row %zu: %s", i, words);
    }
    close_pack();
    open_pack("pages");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_front),
        cmocka_unit_test(test_values_of_front),
        cmocka_unit_test(test_opened),
    };
    return cmocka_run_group_tests(tests, open_it, close_it);
}
