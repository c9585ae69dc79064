// SPDX-License-Identifier: MIT
// A person without F-keys, Ctrl or a Latin layout can do everything: on each page, each action of
// the table that it offers is reached by "?", Cyrillic letters, arrows and Enter, and does what it
// does by its own keys.
#include "unit.h"
#include "visit.h"
#include "wizard/policy.h"

enum { RUSSIAN_M = 0x044C }; // ь, on the key of m

// ---- pages -------------------------------------------------------------------------------------

static void at_welcome(struct visit *v)
{
    wizard_greet(v->w, true);
}

static void at_search(struct visit *v)
{
    assert_string_equal(visit_at(v), "destination");
}

static void at_choices(struct visit *v)
{
    visit_go(v, "level");
}

static void at_field(struct visit *v)
{
    visit_go(v, "duration_years");
}

static void at_many(struct visit *v)
{
    visit_go(v, "documents_held");
}

static void at_result(struct visit *v)
{
    visit_go(v, "result");
}

static void at_why(struct visit *v)
{
    at_result(v);
    visit_press(v, '2');
}

static void at_papers(struct visit *v)
{
    at_result(v);
    visit_press(v, '3');
}

static void at_review(struct visit *v)
{
    at_choices(v);
    wizard_do(v->w, ACTION_REVIEW, NULL);
}

static void at_comparison(struct visit *v)
{
    at_result(v);
    wizard_do(v->w, ACTION_COMPARE, "CN,KZ");
}

static void at_panel(struct visit *v)
{
    at_choices(v);
    wizard_do(v->w, ACTION_WHY, NULL);
}

typedef void place(struct visit *v);
static place *const places[] = {at_welcome, at_search,     at_choices, at_field,
                                at_many,    at_result,     at_why,     at_papers,
                                at_review,  at_comparison, at_panel};

// ---- what is seen ------------------------------------------------------------------------------

static void seen(struct visit *v, struct text *out)
{
    const struct page *page = wizard_page(v->w);
    text_printf(out, "%u %s %s %s\n", (unsigned)wizard_context(v->w), visit_at(v), page->title,
                page->message);
    for (int i = 0; i < page->n_blocks; i++)
        text_printf(out, "%s|%s|%s\n", page->blocks[i].key, page->blocks[i].text,
                    page->blocks[i].detail);
}

static enum wizard_event by_its_verb(place *go, enum action action, struct text *out)
{
    struct visit v;
    visit_open(&v);
    go(&v);
    enum wizard_event event = wizard_do(v.w, action, NULL);
    seen(&v, out);
    visit_close(&v);
    return event;
}

static enum wizard_event by_phone(place *go, int row, struct text *out)
{
    struct visit v;
    visit_open(&v);
    go(&v);
    if (wizard_context(v.w) & CONTEXT_TEXT)
        visit_press(&v, '?');
    visit_press(&v, RUSSIAN_M);
    assert_int_equal(wizard_context(v.w), CONTEXT_MENU);
    for (int i = 0; i < row; i++)
        visit_press(&v, INPUT_DOWN);
    enum wizard_event event = visit_press(&v, INPUT_ENTER);
    seen(&v, out);
    visit_close(&v);
    return event;
}

static int offered(place *go, enum action menu[ACTIONS])
{
    struct visit v;
    visit_open(&v);
    go(&v);
    int n = action_menu(wizard_context(v.w), ABILITY_ALL, menu);
    visit_close(&v);
    return n;
}

static void test_everything(void **state)
{
    (void)state;
    int done = 0;
    bool met[ACTIONS] = {false};
    for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
        enum action menu[ACTIONS];
        int n = offered(places[p], menu);
        for (int row = 0; row < n; row++, done++) {
            struct text wanted = TEXT_INIT, got = TEXT_INIT;
            met[menu[row]] = true;
            enum wizard_event verb = by_its_verb(places[p], menu[row], &wanted);
            enum wizard_event phone = by_phone(places[p], row, &got);
            if (strcmp(text_str(&wanted), text_str(&got)) != 0)
                fail_msg("%s on page %zu:\n%s\nby phone:\n%s", action_row(menu[row])->id, p,
                         text_str(&wanted), text_str(&got));
            if (verb != WIZARD_SAME && verb != WIZARD_SCROLL)
                assert_int_not_equal(phone, WIZARD_SAME);
            text_release(&wanted);
            text_release(&got);
        }
    }
    assert_true(done > 60);
    // Nobody adds an action that no page here offers, without a place for it in this list.
    size_t count;
    const struct action_row *row = action_rows(&count);
    for (size_t i = 0; i < count; i++)
        if (!row[i].basic && !(row[i].ability & ~(unsigned)ABILITY_ALL) && !met[row[i].action] &&
            row[i].action != ACTION_REMOVE)
            fail_msg("%s is offered on no page that is tried", row[i].id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_everything)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
