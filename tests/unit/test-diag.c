// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include "base/diag.h"
#include "base/text.h"

static void assert_rendered(const struct diags *d, const char *want)
{
    struct text out = TEXT_INIT;
    diags_render(&out, d);
    assert_string_equal(text_str(&out), want);
    text_release(&out);
}

static void entries_are_sorted_by_place(void **state)
{
    (void)state;
    struct diags d = {0};
    assert_int_equal(diag_error(&d, "b", (struct place){"b.yaml", 1, 1}, "last"), -1);
    diag_warning(&d, "x", (struct place){"a.yaml", 10, 2}, "third");
    diag_error(&d, "x", (struct place){"a.yaml", 2, 9}, "second %d", 2);
    diag_error(&d, "x", (struct place){"a.yaml", 2, 1}, "first");
    diag_error(&d, "y", (struct place){NULL, 0, 0}, "no file");
    diag_error(&d, "y", (struct place){"a.yaml", 0, 0}, "whole file");
    diags_sort(&d);
    assert_int_equal(d.errors, 5);
    assert_int_equal(d.warnings, 1);
    assert_rendered(&d, "error: no file [y]\n"
                        "a.yaml: error: whole file [y]\n"
                        "a.yaml:2:1: error: first [x]\n"
                        "a.yaml:2:9: error: second 2 [x]\n"
                        "a.yaml:10:2: warning: third [x]\n"
                        "b.yaml:1:1: error: last [b]\n");
    diags_release(&d);
    assert_int_equal(d.count, 0);
}

static void carets_stand_under_the_column(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        int column;
        const char *want; // source line and caret
    } rows[] = {
        {"key: value", 6, "key: value\n     ^\n"},
        {"қала: Алматы", 7, "қала: Алматы\n      ^\n"},
        {"名前: 東京", 5, "名前: 東京\n      ^\n"},
        {"\tx", 2, " x\n ^\n"},
        {"short", 90, "short\n     ^\n"},
        {"a\x1b[31mb", 8, "a\xEF\xBF\xBD[31mb\n       ^\n"},
        {"first\nsecond", 1, "first\n^\n"},
        {"windows\r\n", 1, "windows\n^\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct diags d = {0};
        struct text want = TEXT_INIT;
        struct text contents = TEXT_INIT;
        text_printf(&contents, "1\n2\n%s", rows[i].line);
        diag_error(&d, "code", (struct place){"f", 3, rows[i].column}, "wrong");
        diags_set_sources(&d, "f", text_str(&contents), contents.len);
        text_release(&contents);
        text_printf(&want, "f:3:%d: error: wrong [code]\n%s", rows[i].column, rows[i].want);
        assert_rendered(&d, text_str(&want));
        text_release(&want);
        diags_release(&d);
    }
}

static void sources_come_from_the_contents(void **state)
{
    (void)state;
    struct diags d = {0};
    const char *contents = "one\ntwo\nthree";
    diag_error(&d, "c", (struct place){"f", 2, 1}, "at two");
    diag_error(&d, "c", (struct place){"f", 3, 2}, "at three");
    diag_error(&d, "c", (struct place){"f", 9, 1}, "behind the end");
    diag_error(&d, "c", (struct place){"g", 1, 1}, "elsewhere");
    diags_set_sources(&d, "f", contents, strlen(contents));
    assert_string_equal(d.list[0].source, "two");
    assert_string_equal(d.list[1].source, "three");
    assert_null(d.list[2].source);
    assert_null(d.list[3].source);
    diags_set_sources(&d, "g", "line\nnext", 9);
    assert_string_equal(d.list[3].source, "line");
    diags_release(&d);
    assert_int_equal(d.count + d.errors + d.warnings, 0);
    diag_error(&d, "c", (struct place){"e", 1, 1}, "again");
    assert_int_equal(d.count, 1);
    diags_release(&d);
}

static void hostile_input_stays_harmless(void **state)
{
    (void)state;
    struct diags d = {0};
    char long_line[20000];
    memset(long_line, 'x', sizeof long_line);
    long_line[2000] = '#';
    diag_error(&d, "c", (struct place){"f\x1b[2J", 1, 2001}, "quoted \x1b[2J\nline \xff");
    diags_set_sources(&d, "f\x1b[2J", long_line, sizeof long_line);
    struct text out = TEXT_INIT;
    diags_render(&out, &d);
    assert_null(strchr(text_str(&out), 0x1b));
    assert_non_null(strchr(text_str(&out), '#'));
    const char *source = strchr(text_str(&out), '\n') + 1;
    const char *caret = strchr(source, '\n') + 1;
    assert_int_equal(caret - source, 101);
    assert_int_equal(source[strcspn(caret, "^")], '#');
    assert_int_equal(strcspn(caret, "^"), 50); // half of what is shown stands before it
    text_release(&out);

    // Near the end of a long line: what is left of it and no more.
    diags_release(&d);
    memset(long_line, 'x', 200);
    long_line[197] = '#';
    diag_error(&d, "c", (struct place){"f", 1, 198}, "at the end");
    diags_set_sources(&d, "f", long_line, 200);
    diags_render(&out, &d);
    source = strchr(text_str(&out), '\n') + 1;
    caret = strchr(source, '\n') + 1;
    assert_int_equal(caret - source, 54);
    assert_string_equal(source + 50, "#xx\n"
                                     "                                                  ^\n");
    text_release(&out);
    diags_release(&d);

    for (int i = 0; i < DIAGS_MAX + 5; i++)
        diag_error(&d, "many", (struct place){"f", i, 1}, "more");
    assert_int_equal(d.count, DIAGS_MAX);
    assert_int_equal(d.errors, DIAGS_MAX + 5);
    diags_release(&d);
}

static void suggestions_are_near(void **state)
{
    (void)state;
    static const char *const names[] = {"label", "level", "purpose", "award_country", "қала"};
    static const struct {
        const char *word, *want;
    } rows[] = {
        {"lable", "label"},
        {"levle", "level"},
        {"purpsoe", "purpose"},
        {"xyz", NULL},
        {"award_county", "award_country"},
        {"кала", "қала"},
        {"", NULL},
        {"la", NULL},
        {"label", "label"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *got = diag_suggest(rows[i].word, names, sizeof names / sizeof *names);
        if (rows[i].want)
            assert_string_equal(got, rows[i].want);
        else
            assert_null(got);
    }
    assert_int_equal(diag_distance("kitten", "sitting", 9), 3);
    assert_int_equal(diag_distance("ab", "ba", 9), 1);
    assert_int_equal(diag_distance("", "abc", 9), 3);
    assert_int_equal(diag_distance("abcdef", "uvwxyz", 2), 3);
    char word[1000];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_null(diag_suggest(word, names, 5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_sorted_by_place),
        cmocka_unit_test(carets_stand_under_the_column),
        cmocka_unit_test(sources_come_from_the_contents),
        cmocka_unit_test(hostile_input_stays_harmless),
        cmocka_unit_test(suggestions_are_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
