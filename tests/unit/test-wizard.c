// SPDX-License-Identifier: MIT
// The wizard without a screen, on the tiny pack: keys in, pages out.
#include "visit-each.h"
#include "wizard/state.h"

static const char *here(void)
{
    return visit_at(&v);
}

static enum wizard_event press(input key)
{
    return visit_press(&v, key);
}

static void type(const char *s)
{
    visit_type(&v, s);
}

static const char *typed(void)
{
    return visit_typed(&v);
}

static int marks(void)
{
    const struct page *page = wizard_page(v.w);
    int marked = 0;
    for (int i = 0; i < page->n_items; i++)
        marked |= page->blocks[page->items[i].block].on << i;
    return marked;
}

static const struct block *title(void)
{
    const struct page *page = wizard_page(v.w);
    for (int i = 0; i < page->n_blocks; i++)
        if (page->blocks[i].kind == BLOCK_TITLE)
            return &page->blocks[i];
    fail();
    return NULL;
}

static bool shows(const struct page *page, const char *words)
{
    for (int i = 0; i < page->n_blocks; i++) {
        const struct block *b = &page->blocks[i];
        assert_non_null(b->text);
        assert_non_null(b->marker);
        assert_non_null(b->key);
        assert_non_null(b->detail);
        if (strstr(b->text, words) || strstr(b->key, words) || strstr(b->detail, words))
            return true;
    }
    return false;
}

static void to_level(void)
{
    type("kaz");
    press(INPUT_ENTER);
    type("australia");
    press(INPUT_ENTER);
    press('1'); // further study
}

static void to_result(void)
{
    to_level();
    for (int i = 0; i < 64 && strcmp(here(), "result"); i++)
        press(INPUT_F(5));
    assert_string_equal(here(), "result");
}

static void test_typing_and_backspace(void **state)
{
    (void)state;
    assert_int_equal(wizard_context(v.w), CONTEXT_SEARCH);
    type("q?1");
    assert_string_equal(typed(), "q?1");
    press(INPUT_BACKSPACE);
    assert_string_equal(typed(), "q?");
    press(INPUT_CTRL('U'));
    assert_string_equal(typed(), "");
    press(INPUT_ENTER); // nothing typed: a message, no answer
    assert_true(*wizard_page(v.w)->message);
    assert_string_equal(here(), "destination");
    type("kaz");
    press(INPUT_ENTER);
    assert_string_equal(here(), "award_country");
    press(INPUT_BACKSPACE); // empty field: back
    assert_string_equal(here(), "destination");
    const struct page *page = wizard_page(v.w);
    assert_true(page->blocks[page->items[page->focus].block].on); // on the answer given before
}

static void test_number_keys_and_review(void **state)
{
    (void)state;
    to_level();
    assert_string_equal(here(), "level");
    press('"'); // on the Kazakh layout the key of 1
    assert_string_equal(here(), "target_level");
    press(INPUT_F(2));
    assert_int_equal(wizard_context(v.w), CONTEXT_REVIEW);
    assert_true(shows(wizard_page(v.w), "Bachelor's degree"));
    press(INPUT_DOWN);
    press(INPUT_DOWN);
    press(INPUT_ENTER); // the third answer
    assert_string_equal(here(), "purpose");
    press(INPUT_ENTER); // keeps it, and leads back to where we were
    assert_string_equal(here(), "target_level");
}

static void test_panels_close(void **state)
{
    (void)state;
    to_level();
    const char *question = title()->text;
    assert_string_equal(question, "Which qualification do you have?");
    press('?');
    assert_int_equal(wizard_context(v.w), CONTEXT_PANEL);
    press(INPUT_ESCAPE);
    press('w');
    assert_true(shows(wizard_page(v.w), "Levels are compared."));
    press(INPUT_ESCAPE);
    press(INPUT_F(1));
    press(INPUT_F(3));
    assert_int_equal(wizard_context(v.w), CONTEXT_LANGUAGES);
    press(INPUT_ESCAPE); // one step at a time: back on the help
    assert_int_equal(wizard_context(v.w), CONTEXT_PANEL);
    press(INPUT_ESCAPE);
    press('r');
    assert_int_equal(wizard_context(v.w), CONTEXT_RESULT);
    press(INPUT_ESCAPE);
    assert_string_equal(title()->text, "Which qualification do you have?");
    assert_string_equal(here(), "level");
}

static void test_leaving_asks(void **state)
{
    (void)state;
    press(INPUT_ESCAPE);
    assert_int_equal(wizard_context(v.w), CONTEXT_CONFIRM);
    press(INPUT_ESCAPE);
    assert_int_equal(wizard_context(v.w), CONTEXT_SEARCH);
    press(INPUT_CTRL('C'));
    assert_int_equal(press(INPUT_ENTER), WIZARD_PAGE); // "No" comes first
    press(INPUT_ESCAPE);
    assert_int_equal(press('y'), WIZARD_LEAVE);
}

static void test_several_answers(void **state)
{
    (void)state;
    to_level();
    for (int i = 0; i < 64 && strcmp(here(), "documents_held"); i++)
        press(INPUT_F(5));
    assert_int_equal(wizard_context(v.w), CONTEXT_MANY);
    press(' ');
    assert_int_equal(marks(), 1);
    press('2');
    assert_int_equal(marks(), 3);
    press(INPUT_ENTER);
    assert_int_equal(
        wizard_session(v.w)->all.of[pack_question(v.tiny.pack, "documents_held")].value, 3);
}

static void test_result_tabs(void **state)
{
    (void)state;
    to_result();
    const struct page *page = wizard_page(v.w);
    assert_int_equal(page->kind, PAGE_RESULT);
    assert_int_equal(page->n_tabs, TABS);
    assert_int_equal(page->focus, -1);
    for (int tab = 0; tab < TABS; tab++) {
        assert_int_equal(wizard_page(v.w)->tab, tab);
        assert_true(wizard_page(v.w)->n_blocks > 0);
        shows(wizard_page(v.w), "x");
        press(INPUT_TAB);
    }
    assert_int_equal(wizard_page(v.w)->tab, 0);
    press('3');
    assert_int_equal(wizard_page(v.w)->tab, TAB_PAPERS);
    assert_true(shows(wizard_page(v.w), "Transcript of marks"));
    assert_int_equal(wizard_page(v.w)->focus, 0); // papers are rows to tick
    assert_int_equal(press(' '), WIZARD_PAGE);
    assert_true(wizard_page(v.w)->blocks[wizard_page(v.w)->items[0].block].on);
    press('4');
    assert_int_equal(press(INPUT_DOWN), WIZARD_SCROLL);
    press(INPUT_BACKSPACE);
    assert_string_not_equal(here(), "result");
}

static void test_field(void **state)
{
    (void)state;
    to_level();
    press('1');
    press('1');
    for (int i = 0; i < 64 && strcmp(here(), "duration_years"); i++)
        press(INPUT_F(5));
    type("99");
    press(INPUT_ENTER);
    assert_string_equal(wizard_page(v.w)->message, "Give a number between 0.5 and 12.");
    press(INPUT_CTRL('U'));
    type("x");
    press(INPUT_ENTER);
    assert_true(*wizard_page(v.w)->message);
    press(INPUT_CTRL('U'));
    type("3,5");
    press(INPUT_ENTER);
    assert_int_equal(
        wizard_session(v.w)->all.of[pack_question(v.tiny.pack, "duration_years")].value, 3500);
}

static void test_paste(void **state)
{
    (void)state;
    size_t len = 10 << 20;
    char *flood = malloc(len);
    memset(flood, 'a', len);
    wizard_paste(v.w, flood, len);
    assert_string_equal(typed(), "");
    assert_true(*wizard_page(v.w)->message);
    wizard_paste(v.w, "\x1b[2J\xff", 5);
    assert_string_equal(typed(), "");
    wizard_paste(v.w, "Japan\n", 6);
    assert_string_equal(typed(), "Japan");
    free(flood);
    for (int i = 0; i < 3000; i++)
        press('b');
    assert_true(strlen(typed()) <= WIZARD_FIELD_MAX);
}

static void test_language_keeps_answers(void **state)
{
    (void)state;
    to_level();
    char dir[sizeof v.i18n.locale_dir];
    memcpy(dir, v.i18n.locale_dir, sizeof dir);
    i18n_init(&v.i18n, "ru", dir); // the tiny pack is English only: use the program's languages
    wizard_do(v.w, ACTION_REDRAW, NULL); // the page is built anew
    assert_string_equal(here(), "level");
    assert_string_equal(wizard_page(v.w)->progress[0] ? _("Help") : "", "Помощь");
    press(INPUT_F(3));
    press('1');
    assert_string_equal(v.i18n.lang, "en");
    assert_string_equal(here(), "level");
    assert_int_equal(wizard_session(v.w)->n_path, 3);
}

// What the next key needs is there before it comes, and nobody sees that anything was done.
static void test_prepare(void **state)
{
    (void)state;
    const struct page *page = wizard_page(v.w);
    unsigned built = v.w->pages_built;
    assert_null(v.w->search);
    wizard_prepare(v.w);
    assert_non_null(v.w->search); // a search reads the names of countries
    assert_ptr_equal(wizard_page(v.w), page);
    assert_int_equal(v.w->pages_built, built);
    to_level();
    wizard_prepare(v.w); // a question without a search, and another country than one to go to
    assert_string_equal(here(), "level");
    assert_null(engine_trouble(v.w->engine));
}

// Any keys at all: alive, bounded, and the focus always on a row that is there.
static void test_monkey(void **state)
{
    (void)state;
    static const input keys[] = {INPUT_UP,
                                 INPUT_DOWN,
                                 INPUT_LEFT,
                                 INPUT_RIGHT,
                                 INPUT_HOME,
                                 INPUT_END,
                                 INPUT_PAGE_UP,
                                 INPUT_PAGE_DOWN,
                                 INPUT_ENTER,
                                 INPUT_ENTER,
                                 INPUT_ESCAPE,
                                 INPUT_TAB,
                                 INPUT_BACK_TAB,
                                 INPUT_BACKSPACE,
                                 INPUT_DELETE,
                                 INPUT_F(1),
                                 INPUT_F(2),
                                 INPUT_F(3),
                                 INPUT_F(4),
                                 INPUT_F(5),
                                 INPUT_F(6),
                                 INPUT_F(8),
                                 INPUT_CTRL('L'),
                                 INPUT_CTRL('U'),
                                 '1',
                                 '2',
                                 '3',
                                 ' ',
                                 'a',
                                 'k',
                                 0x0439,
                                 0x04D9,
                                 0x10FFFF,
                                 '?',
                                 'y',
                                 'n',
                                 'q'};
    uint32_t seed = 7;
    for (int i = 0; i < 4000; i++) {
        seed = seed * 1664525u + 1013904223u;
        wizard_key(v.w, keys[(seed >> 16) % (sizeof keys / sizeof *keys)], (int)(seed >> 8 & 31));
        const struct page *page = wizard_page(v.w);
        assert_true(page->focus < page->n_items);
        wizard_side(v.w);
    }
}

// A day to be ready by is taken, refused, taken away, and forgotten with the rest.
static void test_needed_by(void **state)
{
    (void)state;
    wizard_do(v.w, ACTION_AGAIN, NULL), wizard_do(v.w, ACTION_YES, NULL);
    visit_go(&v, "result");
    wizard_do(v.w, ACTION_NEED, "2199-01-01");
    assert_int_equal(v.w->need, DATE_NONE);
    assert_string_equal(wizard_message(v.w), "That is too far away to plan for.");
    char today[DATE_TEXT];
    wizard_do(v.w, ACTION_NEED, date_format(today, v.w->as_of)); // the first day that can be met
    assert_int_equal(v.w->need, v.w->as_of);
    wizard_do(v.w, ACTION_NEED, date_format(today, date_add_days(v.w->as_of, -1)));
    assert_int_equal(v.w->need, v.w->as_of);
    assert_string_equal(wizard_message(v.w), "That day is over. Please type a later one.");
    wizard_do(v.w, ACTION_NEED, NULL);
    wizard_do(v.w, ACTION_ANSWER, "");
    assert_int_equal(v.w->need, DATE_NONE);
    wizard_do(v.w, ACTION_NEED, date_format(today, v.w->as_of));
    wizard_do(v.w, ACTION_AGAIN, NULL), wizard_do(v.w, ACTION_YES, NULL);
    assert_int_equal(v.w->need, DATE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(test_typing_and_backspace),
        T(test_number_keys_and_review),
        T(test_panels_close),
        T(test_leaving_asks),
        T(test_several_answers),
        T(test_result_tabs),
        T(test_field),
        T(test_paste),
        T(test_needed_by),
        T(test_language_keeps_answers),
        T(test_prepare),
        T(test_monkey),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
