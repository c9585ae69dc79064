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

static void odd_letters(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
        int used;
    } rows[] = {
        {"a\xC2\xA0z", "a\xC2\xA0z", 3}, // a blank that does not break is one
        {"\xCC\x81", "?", 1},            // a mark without a letter
        {"\xC2\x9f", "?", 1},
        {" ~", " ~", 2},
        {"e\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86x",
         "e\xCC\x80\xCC\x81\xCC\x82\xCC\x83x", 2}, // four marks at most
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct cells cells = {0};
        cells_resize(&cells, rows[i].used, 1);
        assert_int_equal(
            cells_put(&cells, 0, 0, 9, CELL_STRONG, rows[i].text, strlen(rows[i].text)),
            rows[i].used);
        expect_row(&cells, 0, rows[i].want);
        for (int column = 0; column < rows[i].used; column++)
            assert_int_equal(cells_at(&cells, 0, column)->style, CELL_STRONG);
        cells_release(&cells);
        assert_int_equal(cells.columns, 0);
        assert_null(cells.cell);
    }
    struct cells cells = {0};
    cells_resize(&cells, 5, 1);
    cells_text(&cells, 0, 0, 5, CELL_PLAIN, "日本", "");
    cells_text(&cells, 0, 0, 1, CELL_PLAIN, "x", ""); // the left half of the first
    expect_row(&cells, 0, "x 本 ");
    cells_release(&cells);
}

static void only_inside(void **state)
{
    (void)state;
    struct cells cells = {0}, other = {0};
    cells_resize(&cells, 4, 3);
    static const int outside[][2] = {{-1, 0}, {0, -1}, {3, 0}, {0, 4}, {-1, -1}, {3, 4}, {-1, 4}};
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
        assert_null(cells_at(&cells, outside[i][0], outside[i][1]));
    assert_ptr_equal(cells_at(&cells, 0, 0), cells.cell);
    assert_ptr_equal(cells_at(&cells, 2, 3), cells.cell + 11);
    cells_cursor(&cells, 99, 2);
    assert_int_equal(cells.cursor_row, 2);
    assert_int_equal(cells.cursor_column, 2);
    assert_int_equal(cells_put(&cells, 0, 2, 99, CELL_PLAIN, "abc", 3), 2);
    assert_int_equal(cells_text(&cells, 1, 2, 2, CELL_PLAIN, "ab", "."), 2);
    expect_row(&cells, 0, "  ab");
    cells_resize(&other, 4, 1);
    assert_false(cells_row_equal(&other, &cells, 1)); // only one of them has that row
    assert_false(cells_row_equal(&cells, &other, 0));
    cells_text(&other, 0, 0, 4, CELL_PLAIN, "  ab", "");
    assert_true(cells_row_equal(&cells, &other, 0));
    cells_text(&other, 0, 0, 1, CELL_PLAIN, "x", ""); // the first cell counts
    assert_false(cells_row_equal(&cells, &other, 0));
    cells_text(&other, 0, 0, 4, CELL_PLAIN, "  ax", "");
    assert_false(cells_row_equal(&cells, &other, 0));
    cells_release(&cells);
    cells_release(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_clipped),       cmocka_unit_test(wide_letters_stay_whole),
        cmocka_unit_test(no_control_characters), cmocka_unit_test(sizes_are_bounded),
        cmocka_unit_test(odd_letters),           cmocka_unit_test(only_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
