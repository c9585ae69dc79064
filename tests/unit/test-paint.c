// SPDX-License-Identifier: MIT
// Painting at every size: no answer is hidden, and the cursor stands on the focused one.
#include "tests/unit/unit.h"
#include "paper/paint.h"

enum { CHOICES = 15 };

// Labels A… to O…, so that the letter under the cursor tells which row has the focus.
static const struct page *make_page(struct arena *arena, int focus, bool search)
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_answer_can_be_seen),
        cmocka_unit_test(text_scrolls_to_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
