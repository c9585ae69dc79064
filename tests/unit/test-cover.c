// SPDX-License-Identifier: MIT
// The first page from pack.yaml alone is, cell by cell, the one that the wizard shows with the
// whole pack: whoever looks sees no change when the rest has been read.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "stage.h"
#include "base/arena.h"
#include "paper/paint.h"
#include "wizard/wizard.h"

static void same_cells(const struct page *cover, const struct page *page, int columns, int rows)
{
    struct painter a = {0}, b = {0};
    painter_resize(&a, columns, rows);
    painter_resize(&b, columns, rows);
    painter_paint(&a, cover, NULL);
    painter_paint(&b, page, NULL);
    for (int row = 0; row < rows; row++)
        if (!cells_row_equal(&a.cells, &b.cells, row))
            fail_msg("%dx%d: row %d differs", columns, rows, row);
    assert_int_equal(a.cells.cursor_row, b.cells.cursor_row);
    assert_int_equal(a.cells.cursor_column, b.cells.cursor_column);
    painter_release(&a);
    painter_release(&b);
}

// As two runs of the program: one that has read the head, one that has read everything.
static void compare(const char *name, const char *language, bool choose)
{
    char dir[700], locale[700];
    struct arena arena = {0};
    struct diags diags;
    struct i18n before, after;
    const char *build = getenv("TANU_BUILD");
    diags_init(&diags);
    snprintf(locale, sizeof locale, "%s/locale", build ? build : ".");
    source_path(dir, sizeof dir, name);
    const struct pack *head = pack_load_head(dir, &arena), *whole = pack_load(dir, 0, &diags);
    assert_non_null(head);
    assert_non_null(whole);
    assert_string_equal(head->id, whole->id);
    i18n_init(&before, language, locale);
    i18n_set_pack(&before, head, NULL);
    const struct page *cover = wizard_cover(&arena, &before, head, choose);
    i18n_init(&after, language, locale);
    i18n_set_pack(&after, whole, NULL);
    assert_string_equal(before.lang, after.lang);
    struct engine *rules = engine_new(whole, DAY);
    struct wizard *w = wizard_new(&after, whole, rules, DAY, ABILITY_ALL);
    wizard_greet(w, choose);
    same_cells(cover, wizard_page(w), 80, 24);
    same_cells(cover, wizard_page(w), 132, 50);
    same_cells(cover, wizard_page(w), 20, 6);
    wizard_free(w);
    engine_free(rules);
    i18n_release(&before);
    i18n_release(&after);
    pack_free(whole);
    diags_release(&diags);
    arena_release(&arena);
}

static void the_first_page_does_not_change(void **state)
{
    (void)state;
    static const char *const languages[] = {"en", "kk", "ru"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        for (int choose = 0; choose < 2; choose++) {
            compare("questions/tokyo", languages[i], choose);
            compare("tests/packs/tiny", languages[i], choose);
        }
}

static bool head_of(const char *words)
{
    char dir[] = "/tmp/tanu-cover-XXXXXX", file[60];
    struct arena arena = {0};
    assert_non_null(mkdtemp(dir));
    snprintf(file, sizeof file, "%s/pack.yaml", dir);
    FILE *out = fopen(file, "w");
    assert_non_null(out);
    fputs(words, out);
    assert_int_equal(fclose(out), 0);
    bool there = pack_load_head(dir, &arena) != NULL;
    arena_release(&arena);
    assert_int_equal(unlink(file), 0);
    assert_int_equal(rmdir(dir), 0);
    return there;
}

#define GOOD "id: a\nversion: \"1\"\ntitle: A pack\nlanguages:\n  - en\ncountries:\n  - KZ\n"

// With any fault there is no first page from it: the ordinary way says what is wrong.
static void a_faulty_head_is_none(void **state)
{
    (void)state;
    char dir[700];
    struct arena arena = {0};
    assert_null(pack_load_head("/nonexistent", &arena));
    assert_null(pack_load_head(source_path(dir, sizeof dir, "README.md"), &arena));
    assert_null(pack_load_head(source_path(dir, sizeof dir, "tests/packs"), &arena));
    arena_release(&arena);
    assert_true(head_of(GOOD));
    assert_false(head_of(""));
    assert_false(head_of("- a\n"));
    assert_false(head_of("id: a\nversion: \"1\"\nlanguages:\n  - en\n"));
    assert_false(head_of(GOOD "titel: A pack\n"));
    assert_false(head_of(GOOD "title: another\n"));
    assert_false(head_of("id: A/../b\nversion: \"1\"\ntitle: x\nlanguages:\n  - en\n"));
    assert_false(head_of("id: a\nversion: \"1\"\ntitle: x\nlanguages:\n  - ../en\n"));
    assert_false(head_of("id: a\nversion: \"1\"\ntitle: \"x\\e[31m\"\nlanguages:\n  - en\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_page_does_not_change),
        cmocka_unit_test(a_faulty_head_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
