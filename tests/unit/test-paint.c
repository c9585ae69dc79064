// SPDX-License-Identifier: MIT
// Painting at every size: no answer is hidden, and the cursor stands on the focused one.
#include "tests/unit/unit.h"
#include "paper/paint.h"

enum { CHOICES = 15 };

// Labels A… to O…, so that the letter under the cursor tells which row has the focus.
static struct page *make_page(struct arena *arena, int focus, bool search)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "A title of the whole pack that is rather long");
    page_add(&b, BLOCK_TITLE, "Which of these is it, if it is one of these at all?");
    page_add(&b, BLOCK_PARAGRAPH, "A hint that says more about it, in a sentence or two.");
    if (search) {
        struct block *field = page_add(&b, BLOCK_FIELD, "typed");
        field->cursor = 5;
        page_focusable(&b, -1);
    }
    for (int i = 0; i < CHOICES; i++) {
        char *label = arena_strdup(arena, "X label that may be too long for a line");
        label[0] = (char)('A' + i);
        struct block *block = page_add(&b, BLOCK_CHOICE, label);
        block->number = search || i > 8 ? 0 : i + 1;
        block->detail = i % 4 == 1 ? "A hint of the choice" : "";
        block->on = i == 3;
        page_focusable(&b, i);
    }
    b.page.progress = "Question 3, at most 9 more";
    b.page.focus = focus;
    static const struct hint hints[] = {{"Enter", "Next", 0}};
    struct page *page = page_finish(&b);
    page->hints = hints;
    page->n_hints = 1;
    return page;
}

static void look(struct painter *p, int columns, int rows, int focus, bool search)
{
    struct arena arena = {0};
    const struct page *page = make_page(&arena, focus + search, search);
    painter_paint(p, page, NULL);
    const struct cell *cell = cells_at(&p->cells, p->cells.cursor_row, p->cells.cursor_column);
    assert_non_null(cell);
    if (columns >= 3 && cell->c[0] != (uint32_t)('A' + focus))
        fail_msg("%dx%d, choice %d: the cursor is on '%c'", columns, rows, focus, (char)cell->c[0]);
    struct spot spot = painter_spot(p, p->cells.cursor_row, p->cells.cursor_column);
    if (columns >= 3 && (spot.kind != SPOT_ITEM || spot.index != page->focus))
        fail_msg("%dx%d, choice %d: a finger on it finds %d", columns, rows, focus, spot.index);
    assert_int_equal(painter_spot(p, rows, 0).kind, SPOT_NOTHING);
    arena_release(&arena);
}

static void every_answer_can_be_seen(void **state)
{
    (void)state;
    static const int columns[] = {1, 2, 3, 5, 12, 23, 24, 39, 40, 60, 80, 109, 110, 132};
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
        for (int rows = 1; rows < 30; rows++) {
            struct painter p = {.large = rows % 3 == 0};
            painter_resize(&p, columns[c], rows);
            for (int focus = 0; focus < CHOICES; focus++)
                look(&p, columns[c], rows, focus, rows % 2);
            for (int focus = CHOICES - 1; focus >= 0; focus -= 3)
                look(&p, columns[c], rows, focus, rows % 2);
            painter_release(&p);
        }
}

static void assert_same_cells(const struct cells *a, const struct cells *b)
{
    assert_int_equal(a->columns, b->columns);
    assert_int_equal(a->cursor_row, b->cursor_row);
    assert_int_equal(a->cursor_column, b->cursor_column);
    for (int row = 0; row < a->rows; row++)
        for (int column = 0; column < a->columns; column++) {
            const struct cell *x = cells_at(a, row, column), *y = cells_at(b, row, column);
            if (x->c[0] != y->c[0] || x->style != y->style)
                fail_msg("%dx%d: row %d, column %d: '%c', not '%c'", a->columns, a->rows, row,
                         column, (char)x->c[0], (char)y->c[0]);
        }
}

// A painter that keeps the lines of a list, and one to which nobody says which page it is.
struct two {
    struct painter keeps, anew;
};

static void paint_both(struct two *two, struct page *page, unsigned built, const struct page *side)
{
    page->built = built;
    painter_paint(&two->keeps, page, side);
    page->built = 0;
    painter_paint(&two->anew, page, side);
    assert_same_cells(&two->keeps.cells, &two->anew.cells);
}

static void resize_both(struct two *two, int columns, int rows)
{
    painter_resize(&two->keeps, columns, rows);
    painter_resize(&two->anew, columns, rows);
}

static void a_list_is_laid_out_once(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct two two = {0};
    struct page_builder b = {0};
    page_begin(&b, &arena, PAGE_SIDE, "");
    page_pair(&b, "Key", "on the side");
    const struct page *side = page_finish(&b);
    struct page *page = make_page(&arena, 0, false), *other = make_page(&arena, 0, true);
    resize_both(&two, 80, 10);
    paint_both(&two, page, 1, NULL);
    const void *line = two.keeps.list.line;
    assert_non_null(line);
    assert_null(two.anew.list.line);
    assert_int_equal(two.keeps.list.count, two.keeps.total);
    for (int i = 0; i < CHOICES; i++) {
        page->focus = i;
        paint_both(&two, page, 1, NULL);
        assert_ptr_equal(two.keeps.list.line, line);
    }
    // Another page, another size, less width beside a panel: all is laid out again.
    for (int columns = 12; columns < 150; columns += 19)
        for (int rows = 4; rows < 16; rows += 5) {
            resize_both(&two, columns, rows);
            paint_both(&two, page, 1, NULL);
            paint_both(&two, other, 2, NULL);
            paint_both(&two, page, 3, NULL);
            paint_both(&two, page, 3, side);
        }
    painter_forget(&two.keeps);
    assert_int_equal(two.keeps.list.page, 0);
    assert_int_equal(arena_used(&two.keeps.list.arena), 0);
    painter_release(&two.keeps);
    painter_release(&two.anew);
    arena_release(&arena);
}

static void text_scrolls_to_its_end(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct page_builder b = {0};
    struct painter p = {0};
    page_begin(&b, &arena, PAGE_RESULT, "t");
    for (int i = 0; i < 50; i++)
        page_add(&b, BLOCK_PARAGRAPH, i == 49 ? "Z" : "line");
    b.page.focus = -1;
    const struct page *page = page_finish(&b);
    painter_resize(&p, 80, 24);
    painter_paint(&p, page, NULL);
    assert_false(painter_scroll(&p, ACTION_UP));
    assert_true(painter_scroll(&p, ACTION_LAST));
    painter_paint(&p, page, NULL);
    assert_int_equal(cells_at(&p.cells, 21, 3)->c[0], 'Z');
    assert_false(painter_scroll(&p, ACTION_DOWN));
    assert_true(painter_scroll(&p, ACTION_PAGE_UP));
    assert_true(painter_scroll(&p, ACTION_FIRST));
    assert_int_equal(p.top, 0);
    painter_release(&p);
    arena_release(&arena);
}

// A list of rows of one line each, each third with a hint in a line of its own.
static struct page *list_page(struct arena *arena, int focus, int every)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_REVIEW, "t");
    page_add(&b, BLOCK_TITLE, "Which one?");
    for (int i = 0; i < CHOICES; i++) {
        struct block *block = page_add(&b, BLOCK_CHOICE, "a row");
        block->detail = i % every == 0 ? "a hint that has no room beside it" : "";
        page_focusable(&b, i);
    }
    b.page.focus = focus;
    return page_finish(&b);
}

// With each row that gets the focus it scrolls as little as shows all of the row.
static void scrolls_as_little_as_it_can(void **state)
{
    (void)state;
    for (int every = 3; every <= CHOICES + 1; every += CHOICES - 2) {
        struct painter p = {0};
        int first[CHOICES], last[CHOICES], lines = 0, top = 0;
        for (int i = 0; i < CHOICES; i++) {
            first[i] = lines;
            lines += 1 + (i % every == 0);
            last[i] = lines - 1;
        }
        painter_resize(&p, 40, 12);
        for (int step = 0; step < 3 * CHOICES; step++) { // down, up, and to and fro
            int focus = step < CHOICES       ? step
                        : step < 2 * CHOICES ? 2 * CHOICES - 1 - step
                                             : step * 7 % CHOICES;
            struct arena arena = {0};
            painter_paint(&p, list_page(&arena, focus, every), NULL);
            assert_int_equal(p.total, lines);
            assert_in_range(p.rows, 4, 8);
            if (last[focus] >= top + p.rows)
                top = last[focus] - p.rows + 1;
            if (first[focus] < top)
                top = first[focus];
            if (p.top != top)
                fail_msg("row %d in step %d: scrolled to %d, not %d", focus, step, p.top, top);
            arena_release(&arena);
        }
        painter_release(&p);
    }
}

static struct page *lines_page(struct arena *arena, const char *title, int n)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_RESULT, "t");
    page_add(&b, BLOCK_TITLE, title);
    for (int i = 0; i < n; i++)
        page_add(&b, BLOCK_PARAGRAPH, "line");
    b.page.focus = -1;
    return page_finish(&b);
}

// Where one was stays as long as it is the same page, and as there is so much of it.
static void remembers_its_page(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct painter p = {0};
    painter_resize(&p, 80, 24);
    const struct page *page = lines_page(&arena, "A", 50);
    painter_paint(&p, page, NULL);
    assert_int_equal(p.rows, 20);
    assert_int_equal(p.total, 101); // with empty lines between, because it scrolls in any case
    assert_true(painter_scroll(&p, ACTION_PAGE_DOWN));
    assert_int_equal(p.top, 18); // two lines are seen again
    assert_true(painter_scroll(&p, ACTION_DOWN));
    assert_int_equal(p.top, 19);
    assert_true(painter_scroll(&p, ACTION_UP));
    assert_int_equal(p.top, 18);
    assert_false(painter_scroll(&p, ACTION_NONE));
    assert_true(painter_scroll(&p, ACTION_LAST));
    assert_int_equal(p.top, 81);
    assert_true(painter_scroll(&p, ACTION_PAGE_UP));
    assert_int_equal(p.top, 63);
    painter_paint(&p, page, NULL);
    assert_int_equal(p.top, 63);
    painter_paint(&p, lines_page(&arena, "A", 40), NULL); // the same, but shorter
    assert_int_equal(p.top, 61);
    painter_paint(&p, lines_page(&arena, "B", 50), NULL);
    assert_int_equal(p.top, 0);
    painter_scroll(&p, ACTION_LAST);
    struct page *other = lines_page(&arena, "B", 50);
    other->tab = 1;
    painter_paint(&p, other, NULL);
    assert_int_equal(p.top, 0);
    painter_scroll(&p, ACTION_LAST);
    other->kind = PAGE_HELP;
    painter_paint(&p, other, NULL);
    assert_int_equal(p.top, 0);
    // In little room a page is one line.
    painter_resize(&p, 40, 2);
    painter_paint(&p, other, NULL);
    painter_scroll(&p, ACTION_FIRST);
    assert_true(painter_scroll(&p, ACTION_PAGE_DOWN));
    assert_int_equal(p.top, 1);
    painter_resize(&p, 80, 24);
    painter_paint(&p, other, NULL);
    // Forgotten, it begins anew, and nothing can be touched.
    painter_scroll(&p, ACTION_LAST);
    painter_paint(&p, other, NULL);
    assert_int_equal(painter_spot(&p, 3, 76).kind, SPOT_NOTHING);
    assert_int_equal(painter_spot(&p, 1, 76).kind, SPOT_MORE);
    painter_forget(&p);
    assert_int_equal(painter_spot(&p, 1, 76).kind, SPOT_NOTHING);
    assert_int_equal(cells_at(&p.cells, 2, 3)->c[0], ' ');
    assert_int_equal(p.top, 0);
    painter_release(&p);
    arena_release(&arena);
}

// A place begins and ends in its columns, and what lies on top is found.
static void places_have_edges(void **state)
{
    (void)state;
    static const struct {
        int row, column;
        enum spot_kind kind;
        int index;
    } rows[] = {
        {2, 9, SPOT_NOTHING, -1}, {2, 10, SPOT_ITEM, 0},     {2, 19, SPOT_ITEM, 0},
        {2, 15, SPOT_TAB, 1},     {2, 17, SPOT_TAB, 1},      {2, 18, SPOT_ITEM, 0},
        {2, 14, SPOT_ITEM, 0},    {2, 20, SPOT_NOTHING, -1}, {1, 10, SPOT_NOTHING, -1},
        {3, 10, SPOT_HINT, 2},    {3, 11, SPOT_NOTHING, -1},
    };
    struct painter p = {.n_spots = 3};
    p.spots[0] = (struct spot){SPOT_ITEM, 0, 2, 10, 20};
    p.spots[1] = (struct spot){SPOT_TAB, 1, 2, 15, 18};
    p.spots[2] = (struct spot){SPOT_HINT, 2, 3, 10, 11};
    p.spots[3] = (struct spot){SPOT_MORE, 3, 2, 0, 80}; // was there before
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct spot spot = painter_spot(&p, rows[i].row, rows[i].column);
        if (spot.kind != rows[i].kind || spot.index != rows[i].index)
            fail_msg("%d,%d: %d %d", rows[i].row, rows[i].column, spot.kind, spot.index);
    }
    painter_resize(&p, PAINT_SIDE_FROM - 1, 24);
    assert_false(painter_wide(&p));
    painter_resize(&p, PAINT_SIDE_FROM, 24);
    assert_true(painter_wide(&p));
    painter_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_answer_can_be_seen), cmocka_unit_test(a_list_is_laid_out_once),
        cmocka_unit_test(text_scrolls_to_its_end),  cmocka_unit_test(scrolls_as_little_as_it_can),
        cmocka_unit_test(remembers_its_page),       cmocka_unit_test(places_have_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
