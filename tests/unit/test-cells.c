// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include "base/text.h"
#include "base/utf8.h"
#include "paper/cells.h"

static void row_text(const struct cells *cells, int row, struct text *out)
{
    text_clear(out);
    for (int column = 0; column < cells->columns; column++) {
        const struct cell *cell = cells_at(cells, row, column);
        for (int i = 0; i < CELL_CHARS && cell->width && cell->c[i]; i++) {
            char bytes[4];
            text_bytes(out, bytes, utf8_encode(bytes, cell->c[i]));
        }
    }
}

static void expect_row(const struct cells *cells, int row, const char *want)
{
    struct text got = TEXT_INIT;
    row_text(cells, row, &got);
    assert_string_equal(text_str(&got), want);
    text_release(&got);
}

static void text_is_clipped(void **state)
{
    (void)state;
    struct cells cells = {0};
    cells_resize(&cells, 6, 2);
    assert_int_equal(cells_text(&cells, 0, 1, 99, CELL_PLAIN, "Қазақстан", "…"), 5);
    expect_row(&cells, 0, " Қаза…");
    assert_int_equal(cells_text(&cells, 0, 9, 9, CELL_PLAIN, "x", ""), 0);
    assert_int_equal(cells_text(&cells, 5, 0, 3, CELL_PLAIN, "x", ""), 1);
    cells_text(&cells, 1, -2, 5, CELL_PLAIN, "abc", "");
    expect_row(&cells, 1, "c     ");
    cells_release(&cells);
}

static void wide_letters_stay_whole(void **state)
{
    (void)state;
    struct cells cells = {0};
    cells_resize(&cells, 5, 1);
    assert_int_equal(cells_text(&cells, 0, 0, 5, CELL_PLAIN, "日本語", ""), 4);
    expect_row(&cells, 0, "日本 ");
    cells_text(&cells, 0, 1, 1, CELL_PLAIN, "x", ""); // the right half of the first
    expect_row(&cells, 0, " x本 ");
    cells_text(&cells, 0, 0, 1, CELL_PLAIN, "е\xCC\x81", "");
    expect_row(&cells, 0, "е\xCC\x81x本 ");
    cells_release(&cells);
}

static void no_control_characters(void **state)
{
    (void)state;
    struct cells cells = {0};
    cells_resize(&cells, 5, 1);
    cells_text(&cells, 0, 0, 5, CELL_PLAIN, "a\033\x7f\xC2\x9b", "");
    expect_row(&cells, 0, "a??? ");
    cells_release(&cells);
}

static void sizes_are_bounded(void **state)
{
    (void)state;
    struct cells cells = {0}, other = {0};
    cells_resize(&cells, 0, -5);
    assert_int_equal(cells.columns * cells.rows, 1);
    cells_resize(&cells, 1000000, 1000000);
    assert_int_equal(cells.columns, CELLS_MAX_COLUMNS);
    cells_cursor(&cells, -1, 1000000);
    assert_int_equal(cells.cursor_row, 0);
    assert_int_equal(cells.cursor_column, CELLS_MAX_COLUMNS - 1);
    cells_resize(&other, CELLS_MAX_COLUMNS, 1);
    assert_true(cells_row_equal(&cells, &other, 0));
    assert_false(cells_row_equal(&cells, &other, 1));
    cells_release(&cells);
    cells_release(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_clipped),
        cmocka_unit_test(wide_letters_stay_whole),
        cmocka_unit_test(no_control_characters),
        cmocka_unit_test(sizes_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
