// SPDX-License-Identifier: MIT
// Where the program finds its data: installed, and beside the file that a build writes.
#include "app/places.h"
#include "tests/unit/unit.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[PATH_MAX], tree[PATH_MAX + 16];

static const char *prepared(const char *dir)
{
    static char words[PATH_MAX];
    struct text out = TEXT_INIT;
    places_prepared(&out, dir);
    snprintf(words, sizeof words, "%s", text_str(&out));
    text_release(&out);
    return words;
}

// The file that says where the source is; NULL: there is none.
static void write_tree(const char *line)
{
    unlink(tree);
    if (!line)
        return;
    FILE *file = fopen(tree, "w");
    assert_non_null(file);
    fputs(line, file);
    fclose(file);
}

static int begin(void **state)
{
    (void)state;
    struct text own = TEXT_INIT;
    places_own(&own);
    snprintf(folder, sizeof folder, "%s", text_str(&own));
    snprintf(tree, sizeof tree, "%s/tanu.tree", folder);
    text_release(&own);
    unsetenv("TANU_PACK");
    return 0;
}

static int end(void **state)
{
    (void)state;
    unlink(tree);
    return 0;
}

static void test_prepared(void **state)
{
    (void)state;
    static const struct {
        const char *dir, *file;
    } rows[] = {
        {TANU_PKGDATADIR "/questions/tokyo", TANU_PREPAREDDIR "/tokyo.pack"},
        {TANU_PKGDATADIR "/questions/tokyo//", TANU_PREPAREDDIR "/tokyo.pack"},
        {TANU_PKGDATADIR "/other/tokyo", TANU_PKGDATADIR "/other/tokyo.pack"},
        {"/srv/mine", "/srv/mine.pack"},
        {"/srv/mine/", "/srv/mine.pack"},
        {"mine", "mine.pack"},
        {"mine//", "mine.pack"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(prepared(rows[i].dir), rows[i].file);
    char beside[PATH_MAX + 16];
    snprintf(beside, sizeof beside, "%s/mine.pack", folder);
    write_tree("/the/source\n");
    assert_string_equal(prepared("/srv/mine/"), beside);
    assert_string_equal(prepared("mine"), beside);
    write_tree("/the/sour"); // cut short
    assert_string_equal(prepared("mine"), "mine.pack");
}

static void test_others(void **state)
{
    (void)state;
    char locale[PATH_MAX + 16];
    struct text out = TEXT_INIT;
    assert_false(places_terms(&out));
    assert_string_equal(text_str(&out), "");
    places_locale(&out);
    assert_string_equal(text_str(&out), TANU_LOCALEDIR);
    write_tree("/the/source\n");
    text_clear(&out);
    assert_true(places_terms(&out));
    assert_string_equal(text_str(&out), "/the/source/doc/terms");
    text_clear(&out);
    snprintf(locale, sizeof locale, "%s/locale", folder);
    places_locale(&out);
    assert_string_equal(text_str(&out), locale);
    text_release(&out);
}

static void test_packs(void **state)
{
    (void)state;
    static const struct {
        const char *option, *environment, *line, *first;
    } rows[] = {
        {"mine", NULL, NULL, "mine"},
        {"mine", "other", "/the/source\n", "mine"},
        {NULL, "other", "/the/source\n", "other"},
        {NULL, "", "/the/source\n", "/the/source/questions/tokyo"},
        {NULL, NULL, "/the/source\n", "/the/source/questions/tokyo"},
        {"", "other", "/the/source\n", "/the/source/questions/tokyo"},
        {NULL, NULL, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text dirs[PLACES_MOST_PACKS];
        unsetenv("TANU_PACK");
        if (rows[i].environment)
            setenv("TANU_PACK", rows[i].environment, 1);
        write_tree(rows[i].line);
        int n = places_packs(dirs, rows[i].option);
        if (rows[i].first)
            assert_int_equal(n, 1);
        // Where nothing is said the one that came with the program is the last.
        assert_string_equal(text_str(&dirs[n - 1]),
                            rows[i].first ? rows[i].first : TANU_PKGDATADIR "/questions/tokyo");
        for (int k = 0; k < n; k++)
            text_release(&dirs[k]);
    }
    unsetenv("TANU_PACK");
}

#define S(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {S(test_prepared), S(test_others), S(test_packs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
