// SPDX-License-Identifier: MIT
// Pages as plain text.
#include "unit.h"
#include "base/utf8.h"
#include "paper/plain.h"

static void test_every_block(void **state)
{
    (void)state;
    static const char *const cells[] = {"", "China", "Japan", "Fee", "360 yuan", "not known"};
    static const struct page_table table = {2, 3, 0, cells};
    struct arena arena;
    struct page_builder b;
    struct text out = TEXT_INIT;
    arena_init(&arena);
    page_begin(&b, &arena, PAGE_REPORT, "t");
    page_add(&b, BLOCK_TITLE, "Title");
    page_add(&b, BLOCK_PARAGRAPH, "One two three four five six seven eight nine ten.");
    page_add(&b, BLOCK_HEADING, "Head");
    page_item(&b, "•", "An item that is longer than one line is.");
    page_pair(&b, "Fee", "none");
    page_pair(&b, "Which one?", "this");
    page_add(&b, BLOCK_CHOICE, "Choose me")->detail = "hint";
    page_focusable(&b, 0);
    page_add(&b, BLOCK_CITATION, "A book")->indent = 1;
    page_add(&b, BLOCK_TABLE, "")->table = &table;
    plain_page(&out, page_finish(&b), 30, 0);
    assert_string_equal(
        text_str(&out),
        "Title\n=====\nOne two three four five six\nseven eight nine ten.\n\nHead\n"
        "• An item that is longer than\n  one line is.\nFee: none\nWhich one? this\n1. Choose me "
        "(hint)\n"
        "  [A book]\n\nChina\n-----\nFee: 360 yuan\n\nJapan\n-----\nFee: not known\n");
    for (const char *s = text_str(&out), *end; (end = strchr(s, '\n')); s = end + 1)
        assert_true(utf8_width_n(s, (size_t)(end - s)) <= 30);
    text_release(&out);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_block)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
