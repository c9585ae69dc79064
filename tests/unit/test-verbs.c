// SPDX-License-Identifier: MIT
// The wizard's verbs and screens: every verb on every screen, what an answer costs, Backspace that
// is held, and that nothing of one person is left for the next.
#include "visit-each.h"
#include "wizard/state.h"

static void tell(enum action action, const char *argument)
{
    wizard_do(v.w, action, argument);
}

// ---- the table ---------------------------------------------------------------------------------

static void test_screens_are_whole(void **state)
{
    (void)state;
    for (enum screen a = 0; a < SCREENS; a++) {
        const struct screen_ops *ops = screen_ops(a);
        assert_non_null(ops);
        assert_true(*ops->id && ops->context && ops->build);
        for (enum screen b = 0; b < a; b++)
            assert_string_not_equal(ops->id, screen_ops(b)->id);
    }
}

// Where each is opened from, the context it has, and whether Esc leads back.
static void test_screens_open_and_close(void **state)
{
    (void)state;
    static const struct {
        const char *at;
        enum action action;
        const char *argument;
        enum context context;
    } ways[] = {
        {"level", ACTION_HELP, NULL, CONTEXT_PANEL},
        {"level", ACTION_WHY, NULL, CONTEXT_PANEL},
        {"level", ACTION_REVIEW, NULL, CONTEXT_REVIEW},
        {"level", ACTION_RESULT, NULL, CONTEXT_RESULT},
        {"level", ACTION_LANGUAGE, NULL, CONTEXT_LANGUAGES},
        {"level", ACTION_AGAIN, NULL, CONTEXT_CONFIRM},
        {"level", ACTION_QUIT, NULL, CONTEXT_CONFIRM},
        {"level", ACTION_COMPARE, "CN", CONTEXT_COMPARE},
        {"result", ACTION_COMPARE, NULL, CONTEXT_PICK},
        {"result", ACTION_HELP, NULL, CONTEXT_PANEL},
        {"result", ACTION_EXPLAIN, NULL, CONTEXT_RULES},
        {"result", ACTION_TAKE, NULL, CONTEXT_RULES},
        {"result", ACTION_NEED, NULL, CONTEXT_NAME},
        {"level", ACTION_EXPLAIN, NULL, CONTEXT_RULES},
        {"result", ACTION_REVIEW, NULL, CONTEXT_REVIEW},
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        tell(ACTION_AGAIN, NULL), tell(ACTION_YES, NULL);
        visit_go(&v, ways[i].at);
        enum context below = wizard_context(v.w);
        assert_int_equal(wizard_depth(v.w), 0);
        tell(ways[i].action, ways[i].argument);
        assert_int_equal(wizard_context(v.w), ways[i].context);
        assert_true(wizard_depth(v.w) > 0);
        assert_true(wizard_page(v.w)->n_blocks > 0);
        tell(ACTION_CLOSE, NULL);
        assert_int_equal(wizard_context(v.w), below);
        assert_string_equal(visit_at(&v), ways[i].at);
    }
}

// A changed answer shows what moved, and can be taken back; one that moves nothing says so.
static void test_what_changed(void **state)
{
    (void)state;
    tell(ACTION_AGAIN, NULL), tell(ACTION_YES, NULL);
    visit_go(&v, "result");
    tell(ACTION_UNDO, NULL);
    assert_string_equal(wizard_message(v.w), "There is nothing to take back.");
    const struct session *s = wizard_session(v.w);
    int32_t level = pack_question(v.tiny.pack, "level");
    struct answer before = s->current.of[level];
    tell(ACTION_JUMP, "level");
    tell(ACTION_ANSWER, before.value ? "1" : "2");
    while (wizard_question(v.w))
        visit_press(&v, INPUT_F(5));
    assert_int_equal(wizard_context(v.w), CONTEXT_CHANGED);
    assert_true(visit_shows(&v, "What your new answer changes"));
    tell(ACTION_ACCEPT, NULL);
    assert_true(wizard_context(v.w) & CONTEXT_RESULT);
    tell(ACTION_UNDO, NULL);
    assert_string_equal(visit_at(&v), "result");
    assert_int_equal(s->current.of[level].state, before.state);
    assert_int_equal(s->current.of[level].value, before.value);
}

// The first page: Enter goes to the first question and back leads here again; so does a new visit.
static void test_first_page(void **state)
{
    (void)state;
    wizard_greet(v.w, true);
    assert_int_equal(wizard_context(v.w), CONTEXT_WELCOME);
    assert_true(visit_shows(&v, "nothing is kept"));
    assert_null(wizard_question(v.w));
    visit_press(&v, INPUT_ENTER);
    assert_int_equal(wizard_context(v.w), CONTEXT_SEARCH);
    visit_press(&v, INPUT_BACKSPACE);
    assert_int_equal(wizard_context(v.w), CONTEXT_WELCOME);
    visit_press(&v, INPUT_ESCAPE);
    assert_int_equal(wizard_context(v.w), CONTEXT_CONFIRM);
    visit_press(&v, INPUT_ESCAPE);
    visit_type(&v, "k"); // meant for the first question
    assert_string_equal(visit_typed(&v), "k");
    tell(ACTION_AGAIN, NULL), tell(ACTION_YES, NULL);
    assert_int_equal(wizard_context(v.w), CONTEXT_WELCOME);
    assert_int_equal(wizard_idle(v.w), WIZARD_SAME);
    wizard_paste(v.w, "china", 5);
    assert_string_equal(visit_typed(&v), "china");
    assert_int_equal(wizard_idle(v.w), WIZARD_RESET);
    assert_int_equal(wizard_context(v.w), CONTEXT_WELCOME);
    visit_press(&v, '?');
    assert_int_equal(wizard_context(v.w), CONTEXT_PANEL);
    visit_press(&v, INPUT_ESCAPE);
    visit_press(&v, INPUT_F(9));
    assert_int_equal(wizard_context(v.w), CONTEXT_CODE);
    visit_type(&v, "123");
    visit_press(&v, INPUT_ENTER);
    assert_string_equal(wizard_message(v.w),
                        "A sign of this code is wrong or missing, or two are swapped.");
    visit_press(&v, INPUT_ESCAPE);
    assert_int_equal(wizard_context(v.w), CONTEXT_WELCOME);
}

static void look(void)
{
    const struct page *page = wizard_page(v.w);
    assert_true(page->n_items ? page->focus >= 0 && page->focus < page->n_items
                              : page->focus == -1);
    for (int i = 0; i < page->n_items; i++)
        assert_int_equal(page->blocks[page->items[i].block].item, i);
    wizard_side(v.w);
}

// Any verb with any word, whatever is open.
static void test_any_verb(void **state)
{
    (void)state;
    static const char *const words[] = {NULL, "",      "1",  "2",           "0",
                                        "09", "zzz",   "KZ", "CN,JP",       " ",
                                        "kk", "level", "-1", "99999999999", "3.5"};
    uint32_t seed = 11;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 1664525u + 1013904223u;
        enum action action = (enum action)((seed >> 16) % ACTIONS);
        const char *word = words[(seed >> 8) % (sizeof words / sizeof *words)];
        wizard_do(v.w, action, word);
        look();
    }
}

// The key on the part that says why; Enter opens a rule, Esc leads back one step at a time.
static void test_a_rule_taken_apart(void **state)
{
    (void)state;
    tell(ACTION_ANSWER, "KZ"), tell(ACTION_ANSWER, "AU");
    visit_go(&v, "mode");
    tell(ACTION_ANSWER, "online");
    visit_go(&v, "result");
    visit_press(&v, '2');
    bool told = false;
    const struct page *page = wizard_page(v.w);
    for (int i = 0; i < page->n_hints; i++)
        told |= !strcmp(page->hints[i].label, "Conditions");
    assert_true(told);
    visit_press(&v, 0x0443); // у, on the key of e
    assert_int_equal(wizard_context(v.w), CONTEXT_RULES);
    assert_true(visit_shows(&v, "Kazakhstan does not recognise online degrees from elsewhere."));
    visit_press(&v, INPUT_END);
    visit_press(&v, INPUT_ENTER);
    assert_int_equal(wizard_context(v.w), CONTEXT_PANEL);
    assert_true(visit_shows(&v, "Yes: How did you study? Online"));
    assert_true(visit_shows(&v, "You said: Online"));
    assert_true(visit_shows(&v, "countries/KZ.yaml:53"));
    visit_press(&v, INPUT_ESCAPE);
    assert_int_equal(wizard_context(v.w), CONTEXT_RULES);
    visit_press(&v, INPUT_ESCAPE);
    assert_int_equal(wizard_page(v.w)->tab, TAB_WHY);
    tell(ACTION_EXPLAIN, "1");
    assert_true(visit_shows(&v, "How the outcome was chosen"));
    assert_int_equal(wizard_context(v.w), CONTEXT_PANEL);
    tell(ACTION_CLOSE, NULL);
    static const char *const none[] = {"0", "-1", "99", "x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        tell(ACTION_EXPLAIN, none[i]);
        assert_int_equal(wizard_context(v.w), CONTEXT_RULES); // the list
    }
    tell(ACTION_EXPLAIN, "2");
    assert_true(visit_shows(&v, "You said: Online"));
}

// ---- what an answer costs ----------------------------------------------------------------------

// Each answer at the end of the path builds one page and looks once at the law.
static void test_one_page_an_answer(void **state)
{
    (void)state;
    wizard_page(v.w);
    tell(ACTION_ANSWER, "KZ");
    wizard_page(v.w);
    for (int i = 0; i < 64 && strcmp(visit_at(&v), "result") != 0; i++) {
        unsigned pages = wizard_pages_built(v.w);
        uint64_t looks = engine_restrictions(v.tiny.engine);
        if (i % 2)
            visit_press(&v, INPUT_F(5));
        else if (wizard_context(v.w) == CONTEXT_CHOICES)
            visit_press(&v, '1');
        else
            tell(ACTION_UNKNOWN, NULL);
        wizard_page(v.w);
        wizard_page(v.w);
        assert_int_equal(wizard_pages_built(v.w), pages + 1);
        assert_int_equal(engine_restrictions(v.tiny.engine), looks + 1);
    }
}

static void test_moving_builds_nothing(void **state)
{
    (void)state;
    visit_go(&v, "level");
    wizard_page(v.w);
    unsigned pages = wizard_pages_built(v.w);
    for (int i = 0; i < 5; i++) {
        visit_press(&v, INPUT_DOWN);
        wizard_page(v.w);
    }
    assert_int_equal(wizard_pages_built(v.w), pages);
    visit_type(&v, "1"); // goes on
    wizard_page(v.w);
    assert_int_equal(wizard_pages_built(v.w), pages + 1);
}

static void test_typing_builds_once_a_key(void **state)
{
    (void)state;
    wizard_page(v.w);
    unsigned pages = wizard_pages_built(v.w);
    for (const char *s = "kaz"; *s; s++) {
        visit_press(&v, (input)*s);
        assert_int_equal(wizard_page(v.w)->focus, 1);
        assert_int_equal(wizard_pages_built(v.w), ++pages);
    }
    visit_press(&v, INPUT_ENTER);
    wizard_page(v.w);
    assert_int_equal(wizard_pages_built(v.w), pages + 1);
}

// ---- Backspace ---------------------------------------------------------------------------------

static void test_held_backspace(void **state)
{
    (void)state;
    visit_go(&v, "duration_years");
    visit_type(&v, "3.5");
    for (int i = 0; i < 20; i++)
        visit_press(&v, INPUT_BACKSPACE);
    assert_string_equal(visit_at(&v), "duration_years"); // there was text in it: it is not left
    assert_string_equal(visit_typed(&v), "");
    assert_string_equal(wizard_page(v.w)->message,
                        "To go back from here, press the left arrow key or Esc.");
    visit_press(&v, INPUT_LEFT); // on purpose
    assert_string_not_equal(visit_at(&v), "duration_years");
}

static void test_backspace_erases_nothing_after_it_led_back(void **state)
{
    (void)state;
    visit_go(&v, "duration_years");
    tell(ACTION_ANSWER, "3.5");
    assert_string_not_equal(visit_at(&v), "duration_years");
    for (int i = 0; i < 20; i++)
        visit_press(&v, INPUT_BACKSPACE);
    assert_string_equal(visit_at(&v), "duration_years");
    assert_string_equal(visit_typed(&v), "3.5");
    assert_true(*wizard_page(v.w)->message);
    visit_press(&v, INPUT_RIGHT); // another key: now it is meant
    visit_press(&v, INPUT_BACKSPACE);
    assert_string_equal(visit_typed(&v), "3.");
}

static void test_backspace_twice_for_one_letter(void **state)
{
    (void)state;
    visit_go(&v, "duration_years");
    visit_type(&v, "1");
    visit_press(&v, INPUT_BACKSPACE);
    visit_press(&v, INPUT_BACKSPACE);
    assert_string_equal(visit_at(&v), "duration_years");
    visit_type(&v, "4");
    assert_string_equal(visit_typed(&v), "4");
}

static void test_backspace_goes_back_from_lists(void **state)
{
    (void)state;
    visit_go(&v, "level");
    for (int i = 0; i < 10; i++)
        visit_press(&v, INPUT_BACKSPACE);
    assert_string_equal(visit_at(&v), "destination");
    assert_true(wizard_session(v.w)->n_path >= 3); // nothing was forgotten
}

static void test_space_marks_only_in_an_empty_line(void **state)
{
    (void)state;
    visit_go(&v, "result");
    tell(ACTION_COMPARE, NULL);
    visit_press(&v, INPUT_DOWN);
    visit_press(&v, ' ');
    assert_string_equal(visit_typed(&v), "");
    visit_type(&v, "j p");
    assert_string_equal(visit_typed(&v), "j p");
}

// What has no letter, or several States behind it, answers nothing by itself.
static void test_search_takes_nothing_unsure(void **state)
{
    (void)state;
    static const char *const typed[] = {".", "?", "---", "  ", "xq", "СССР"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        wizard_paste(v.w, typed[i], strlen(typed[i]));
        visit_press(&v, INPUT_ENTER);
        assert_string_equal(visit_at(&v), "destination");
        assert_true(*wizard_page(v.w)->message);
        tell(ACTION_ERASE_ALL, NULL);
        tell(ACTION_ANSWER, typed[i]);
        assert_string_equal(visit_at(&v), "destination");
        tell(ACTION_ERASE_ALL, NULL);
    }
    static const char flag[] = "🇰🇿";
    wizard_paste(v.w, flag, strlen(flag));
    visit_press(&v, INPUT_ENTER);
    assert_string_equal(visit_at(&v), "award_country");
}

static void test_former_states_in_words(void **state)
{
    (void)state;
    tell(ACTION_ANSWER, "ussr");
    assert_non_null(strstr(wizard_message(v.w), "Soviet Union no longer exists."));
    tell(ACTION_ANSWER, "1"); // by alphabet
    assert_string_equal(wizard_message(v.w), "You chose 1, Kazakhstan.");
}

// ---- answers in words --------------------------------------------------------------------------

static void test_answers_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *question, *words, *said; // "": not taken
    } rows[] = {
        {"level", "1", "You chose 1, Bachelor's degree."},
        {"level", "۲", "You chose 2, Master's degree."},
        {"level", "２", "You chose 2, Master's degree."},
        {"level", "ә", "You chose 2, Master's degree."},
        {"level", "master", "You answered: Master's degree."},
        {"level", "Master's degree", "You answered: Master's degree."},
        {"level", "0", "You answered: I don't know."},
        {"level", "00", ""},
        {"level", "01", ""},
        {"level", "1x", ""},
        {"level", "17", ""},
        {"documents_held", "1 2", "You answered: Diploma, Transcript of marks."},
        {"documents_held", "۱،۲", "You answered: Diploma, Transcript of marks."},
        {"documents_held", "01 2", ""},
        {"documents_held", "1 0", ""},
        {"duration_years", "٣٫٥", "You answered: 3.5."},
        {"duration_years", "３．５", "You answered: 3.5."},
        {"duration_years", "99", ""},
        {"award_country", "japan", "You answered: Japan."},
        {"award_country", "JP", "You answered: Japan."},
        {"award_country", "?", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tell(ACTION_AGAIN, NULL), tell(ACTION_YES, NULL);
        visit_go(&v, rows[i].question);
        tell(ACTION_ANSWER, rows[i].words);
        if (strcmp(visit_at(&v), rows[i].question) != 0)
            assert_string_equal(wizard_message(v.w), rows[i].said);
        else if (*rows[i].said)
            fail_msg("%s: “%s” was not taken: %s", rows[i].question, rows[i].words,
                     wizard_message(v.w));
    }
}

static void test_several_countries_are_numbered(void **state)
{
    (void)state;
    tell(ACTION_ANSWER, "р"); // РФ, РК
    assert_string_equal(visit_at(&v), "destination");
    const struct page *page = wizard_page(v.w);
    assert_true(page->n_items > 2);
    char second[100];
    snprintf(second, sizeof second, "You chose 2, %s.", page->blocks[page->items[2].block].text);
    tell(ACTION_ANSWER, "2");
    assert_string_equal(wizard_message(v.w), second);
}

static void test_jump(void **state)
{
    (void)state;
    visit_go(&v, "mode");
    tell(ACTION_JUMP, "4");
    assert_string_equal(visit_at(&v), "level");
    tell(ACTION_JUMP, "purpose");
    assert_string_equal(visit_at(&v), "purpose");
    tell(ACTION_JUMP, "Which country's degree is it?");
    assert_string_equal(visit_at(&v), "award_country");
    tell(ACTION_JUMP, "77");
    assert_string_equal(visit_at(&v), "award_country");
    assert_true(*wizard_message(v.w));
    tell(ACTION_FORWARD, NULL);
    assert_string_equal(visit_at(&v), "purpose");
}

// ---- starting again ----------------------------------------------------------------------------

static void test_idle(void **state)
{
    (void)state;
    assert_int_equal(wizard_idle(v.w), WIZARD_SAME);
    visit_type(&v, "k");
    assert_int_equal(wizard_idle(v.w), WIZARD_RESET);
    assert_string_equal(visit_typed(&v), "");
    tell(ACTION_HELP, NULL);
    assert_int_equal(wizard_idle(v.w), WIZARD_RESET);
    assert_int_equal(wizard_depth(v.w), 0);
    visit_go(&v, "level");
    assert_int_equal(wizard_idle(v.w), WIZARD_RESET);
    assert_string_equal(visit_at(&v), "destination");
    assert_int_equal(wizard_session(v.w)->n_path, 0);
    assert_int_equal(wizard_idle(v.w), WIZARD_SAME);
}

static void test_again_asks_and_says_so(void **state)
{
    (void)state;
    visit_go(&v, "level");
    tell(ACTION_AGAIN, NULL);
    tell(ACTION_NO, NULL);
    assert_string_equal(visit_at(&v), "level");
    tell(ACTION_AGAIN, NULL);
    assert_int_equal(wizard_do(v.w, ACTION_YES, NULL), WIZARD_RESET);
    assert_string_equal(visit_at(&v), "destination");
    for (int32_t q = 0; q < v.tiny.pack->n_questions; q++)
        assert_int_equal(wizard_session(v.w)->all.of[q].state, ANSWER_ABSENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(test_screens_are_whole),
        T(test_screens_open_and_close),
        T(test_what_changed),
        T(test_first_page),
        T(test_any_verb),
        T(test_a_rule_taken_apart),
        T(test_one_page_an_answer),
        T(test_moving_builds_nothing),
        T(test_typing_builds_once_a_key),
        T(test_held_backspace),
        T(test_backspace_erases_nothing_after_it_led_back),
        T(test_backspace_twice_for_one_letter),
        T(test_backspace_goes_back_from_lists),
        T(test_space_marks_only_in_an_empty_line),
        T(test_search_takes_nothing_unsure),
        T(test_former_states_in_words),
        T(test_answers_in_words),
        T(test_several_countries_are_numbered),
        T(test_jump),
        T(test_idle),
        T(test_again_asks_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
