// SPDX-License-Identifier: MIT
// Pages with a block of every kind, as cells of a screen, as plain text and as HTML; what comes out
// is compared with tests/unit/paper.golden. Below each row of a screen stand the styles of its
// cells, a letter each (`styles`); below a screen where the cursor is and what can be touched.
//
// GENERATE=1 writes that file anew, on purpose: then the diff is to be read.
#include "golden.h"
#include "paper-pages.h"
#include "unit.h"
#include "base/utf8.h"
#include "paper/chart.h"
#include "paper/html.h"
#include "paper/paint.h"
#include "paper/plain.h"
#include "paper/qr.h"

// ---- a few pages more -------------------------------------------------------------------------

// One item only, one tab, one hint that fits to the cell, and another that does not.
static struct page *ones(struct arena *arena)
{
    static const char *const tabs[] = {"Only"};
    static const struct hint two[] = {{"Enter", "Next", 1}, {"F1", "and what else is to bee", 2}};
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_RESULT, "Ones");
    page_add(&b, BLOCK_TITLE, "Before it, in so many words that it takes more than a line");
    page_add(&b, BLOCK_CHOICE, "One");
    page_focusable(&b, 0);
    for (int i = 0; i < 12; i++)
        page_add(&b, BLOCK_PARAGRAPH, i < 11 ? "Behind it." : "The end.");
    struct page *page = finish(&b);
    page->tabs = tabs;
    page->n_tabs = 1;
    page->hints = two;
    page->n_hints = 2;
    return page;
}

static struct page *wider_hint(struct arena *arena)
{
    static const struct hint three[] = {{"Enter", "Next", 1},
                                        {"F1", "and what else is to been", 2}};
    struct page *page = ones(arena);
    page->hints = three;
    page->n_tabs = 0;
    return page;
}

static struct page *no_hint(struct arena *arena)
{
    struct page *page = typing(arena);
    page->n_hints = 0;
    return page;
}

static struct page *only_list(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "A list");
    add_choices(&b, 8, false, 0);
    add_choices(&b, 8, false, 0);
    return finish(&b);
}

static struct page *one_hint(struct arena *arena)
{
    struct page *page = ones(arena);
    page->n_hints = 1;
    return page;
}

// ---- screens -----------------------------------------------------------------------------------

enum { ASCII = 1, LARGE = 2, BESIDE = 4, BOTTOM = 8 };

static const struct scene {
    const char *name;
    struct page *(*make)(struct arena *arena);
    int columns, rows;
    unsigned how;
    int focus; // -1: as the page has it
} scenes[] = {
    {"reading", reading, 80, 24, 0, -1},
    {"reading", reading, 80, 24, BOTTOM, -1},
    {"reading", reading, 59, 60, ASCII, -1},
    {"reading", reading, 40, 12, 0, -1},
    {"reading", reading, 30, 12, BOTTOM, -1},
    {"reading", reading, 12, 9, 0, -1},
    {"reading", reading, 112, 20, BESIDE, -1},
    {"reading", reading, 150, 20, BESIDE | ASCII, -1},
    {"reading", reading, 109, 8, BESIDE, -1},
    {"reading", reading, 44, 12, 0, -1},
    {"reading", reading, 43, 12, 0, -1},
    {"reading", reading, 39, 5, 0, -1},
    {"reading", reading, 7, 4, 0, -1},
    {"reading", reading, 60, 20, LARGE, -1},
    {"first tab", reading_first, 39, 3, 0, -1},
    {"first tab", reading_first, 17, 3, 0, -1},
    {"last tab", reading_last, 39, 3, 0, -1},
    {"last tab", reading_last, 33, 3, 0, -1},
    {"last tab", reading_last, 19, 3, 0, -1},
    {"last tab", reading_last, 18, 3, 0, -1},
    {"choices", choices, 55, 12, 0, 0},
    {"choices", choices, 54, 12, 0, 0},
    {"choices", choices, 80, 24, 0, 0},
    {"choices", choices, 80, 24, LARGE, 4},
    {"choices", choices, 80, 16, 0, 7},
    {"choices", choices, 80, 13, ASCII, 3},
    {"choices", choices, 45, 14, 0, 2},
    {"choices", choices, 39, 12, 0, 5},
    {"choices", choices, 23, 7, ASCII, 2},
    {"choices", choices, 24, 4, 0, 1},
    {"boxes", boxes, 80, 24, 0, 2},
    {"boxes", boxes, 40, 12, LARGE, 4},
    {"boxes", boxes, 20, 3, 0, 0},
    {"boxes", boxes, 20, 2, 0, 0},
    {"search", search, 80, 24, 0, 0},
    {"search", search, 60, 12, ASCII, 5},
    {"search", search, 25, 8, 0, 0},
    {"search", search, 9, 4, 0, 0},
    {"typing", typing, 80, 24, LARGE, 0},
    {"typing", typing, 30, 5, 0, 0},
    {"review", review, 80, 24, 0, -1},
    {"review", review, 36, 10, 0, 4},
    {"compare", compare, 132, 16, 0, -1},
    {"compare", compare, 80, 16, 0, -1},
    {"compare", compare, 60, 14, 0, -1},
    {"compare", compare, 40, 14, 0, -1},
    {"tables", tables, 80, 30, 0, -1},
    {"tables", tables, 40, 30, 0, -1},
    {"rest", rest, 80, 24, 0, -1},
    {"rest", rest, 20, 4, 0, -1},
    {"code", code, 60, 16, 0, -1},
    {"code", code, 60, 16, ASCII, -1},
    {"neighbours", neighbours, 60, 50, 0, -1},
    {"neighbours", neighbours, 60, 11, BOTTOM, -1},
    {"neighbours", neighbours, 9, 100, 0, -1},
    {"letters", letters, 80, 12, 0, 1},

    {"letters", letters, 13, 9, 0, -1},
    {"letters", letters, 12, 9, 0, -1},
    {"single", single, 40, 12, 0, 0},
    {"single", single, 23, 9, 0, 0},
    {"single", single, 29, 9, 0, 0},
    {"single", single, 28, 9, 0, 0},
    {"given", given, 40, 12, 0, 1},
    {"nine", nine, 40, 16, 0, 8},
    {"nine", nine, 23, 16, 0, 8},
    {"readable", readable, 60, 12, 0, 0},
    {"readable", readable, 30, 9, LARGE, 1},
    {"typed", typed_long, 40, 12, 0, 0},
    {"small tables", small_tables, 80, 24, 0, -1},
    {"small tables", small_tables, 60, 11, 0, -1},
    {"small tables", small_tables, 26, 24, 0, -1},
    {"compare ends", compare_ends, 80, 24, 0, -1},
    {"compare ends", compare_ends, 80, 11, 0, -1},
    {"crowded", crowded, 80, 20, 0, 0},
    {"crowded", crowded, 80, 16, 0, 3},
    {"crowded", crowded, 80, 13, 0, 0},
    {"crowded", crowded, 80, 12, LARGE, 12},
    {"crowded", crowded, 40, 12, ASCII, 5},
    {"crowded", crowded, 40, 17, 0, 0},
    {"crowded", crowded, 39, 16, 0, 0},
    {"crowded", crowded, 30, 8, 0, 1},
    {"crowded", crowded, 20, 4, ASCII, 0},
    {"crowded list", crowded_list, 80, 25, 0, 0},
    {"crowded list", crowded_list, 80, 22, 0, 0},
    {"crowded list", crowded_list, 80, 21, 0, 0},
    {"crowded list", crowded_list, 80, 17, 0, 11},
    {"crowded list", crowded_list, 80, 14, 0, 6},
    {"crowded list", crowded_list, 80, 12, 0, 0},
    {"crowded list", crowded_list, 39, 13, 0, 0},
    {"crowded list", crowded_list, 39, 18, 0, 0},
    {"crowded", crowded, 20, 2, 0, 0},
    {"crowded", crowded, 20, 1, 0, 0},
    {"choices", choices, 5, 3, 0, 1},
    {"choices", choices, 4, 3, 0, 1},
    {"typing", typing, 30, 2, 0, 0},
    {"no hint", no_hint, 39, 9, 0, 0},
    {"only list", only_list, 60, 14, 0, 9},
    {"only list", only_list, 30, 8, 0, 0},
    {"ones", ones, 40, 12, 0, 0},
    {"ones", ones, 39, 9, 0, 0},
    {"wider hint", wider_hint, 40, 12, 0, 0},
    {"one hint", one_hint, 39, 9, 0, 0},
    {"one hint", one_hint, 39, 8, 0, 0},
    {"empty", empty, 120, 12, BESIDE, -1},
    {"empty", empty, 120, 6, BESIDE, -1},
    {"rest", rest, 1, 1, 0, -1},
    {"rest", rest, 20, 2, 0, -1},
    {"rest", rest, 52, 5, 0, -1},
    {"empty", empty, 40, 12, 0, -1},
    {"empty", empty, 40, 14, 0, -1},
    {"empty", empty, 40, 15, 0, -1},
    {"empty", empty, 40, 20, 0, -1},
    {"empty", empty, 10, 3, BOTTOM, -1},
};

static const char styles[CELL_STYLES + 1] = " SsqmfktFgxb!WB";

static void cut_blanks(struct text *t)
{
    while (t->len && t->bytes[t->len - 1] == ' ')
        text_truncate(t, t->len - 1);
}

static void put_row(struct text *out, const struct cells *cells, int row)
{
    struct text words = TEXT_INIT, looks = TEXT_INIT;
    for (int c = 0; c < cells->columns; c++) {
        const struct cell *cell = cells_at(cells, row, c);
        for (int i = 0; i < CELL_CHARS && cell->c[i]; i++) {
            char bytes[4];
            text_bytes(&words, bytes, utf8_encode(bytes, cell->c[i]));
        }
        text_char(&looks, styles[cell->style]);
    }
    cut_blanks(&words);
    cut_blanks(&looks);
    text_printf(out, "|%s\n", text_str(&words));
    if (looks.len)
        text_printf(out, "~%s\n", text_str(&looks));
    text_release(&words);
    text_release(&looks);
}

static void put_spots(struct text *out, const struct painter *p)
{
    static const char kinds[] = "-ithm";
    for (int i = 0; i < p->n_spots; i++)
        text_printf(out, "%c%d:%d,%d-%d%c", kinds[p->spots[i].kind], p->spots[i].index,
                    p->spots[i].row, p->spots[i].left, p->spots[i].right,
                    i % 6 == 5 || i + 1 == p->n_spots ? '\n' : ' ');
}

static void put_screen(struct text *out, const struct scene *scene)
{
    struct arena arena = {0};
    struct painter p = {.ascii = scene->how & ASCII, .large = scene->how & LARGE};
    struct page *page = scene->make(&arena);
    const struct page *side = scene->how & BESIDE ? beside(&arena) : NULL;
    if (scene->focus >= 0)
        page->focus = scene->focus;
    painter_resize(&p, scene->columns, scene->rows);
    painter_paint(&p, page, side);
    if (scene->how & BOTTOM) {
        painter_scroll(&p, ACTION_LAST);
        painter_paint(&p, page, side);
    }
    text_printf(out, "==== %s %dx%d%s%s, focus %d\n", scene->name, scene->columns, scene->rows,
                p.ascii ? " ASCII" : "", p.large ? " large" : "", page->focus);
    for (int row = 0; row < p.cells.rows; row++)
        put_row(out, &p.cells, row);
    text_printf(out, "cursor %d,%d; lines %d to %d of %d\n", p.cells.cursor_row,
                p.cells.cursor_column, p.top, p.top + p.rows, p.total);
    put_spots(out, &p);
    painter_release(&p);
    arena_release(&arena);
}

// Without the style sheet.
static void put_html(struct text *out, const struct text *html)
{
    text_bytes(out, html->bytes, (size_t)(strstr(text_str(html), "<style>") - html->bytes));
    text_add(out, strstr(text_str(html), "</style>"));
}

static void put_papers(struct text *out, const char *name, struct page *(*make)(struct arena *))
{
    struct arena arena = {0};
    const struct page *page = make(&arena);
    static const int widths[] = {1, 40, 74};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        text_printf(out, "==== %s, %d cells\n", name, widths[i]);
        plain_page(out, page, widths[i], 0);
    }
    text_printf(out, "==== %s, spoken\n", name);
    plain_page(out, page, 74, PLAIN_SPOKEN);
    text_printf(out, "==== %s, HTML\n", name);
    struct text html = TEXT_INIT;
    html_document(&html, &page, 1);
    put_html(out, &html);
    text_release(&html);
    arena_release(&arena);
}

// The same page twice, of which the second says some things in other words.
static void put_two(struct text *out, struct page *(*make)(struct arena *))
{
    struct arena arena = {0};
    struct page *first = make(&arena), *second = make(&arena);
    struct block *blocks = ARENA_ARRAY(&arena, struct block, (size_t)second->n_blocks);
    memcpy(blocks, second->blocks, (size_t)second->n_blocks * sizeof *blocks);
    for (int i = 0; i < second->n_blocks; i += 3)
        blocks[i].text = "Other words";
    blocks[7].key = "Another key";
    second->blocks = blocks;
    second->title = "Another title";
    second->lang = "kk";
    text_add(out, "==== in two languages\n");
    plain_two(out, first, second, 60);
    struct text html = TEXT_INIT;
    html_document(&html, (const struct page *const[]){first, second}, 2);
    put_html(out, &html);
    text_release(&html);
    arena_release(&arena);
}

// A text behind a prefix: below it where there is room, else from the edge.
static void put_wrapped(struct text *out)
{
    static const struct {
        const char *prefix;
        int indent, width;
    } rows[] = {{"12345678. ", 0, 20}, {"123456789. ", 0, 20}, {"- ", 7, 20}, {"- ", 9, 20},
                {"- ", 10, 20},        {"- ", 3, 5},           {"", 19, 20},  {"", 25, 20}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_printf(out, "==== \"%s\" from %d in %d\n", rows[i].prefix, rows[i].indent,
                    rows[i].width);
        plain_wrapped(out, rows[i].prefix, "A few words that go on", rows[i].indent, rows[i].width);
    }
}

// Bars in little room, and where there is no time at all.
static void put_bars(struct text *out)
{
    static const struct page_chart still = {"Nothing", bars, 3, 0};
    static const struct page_bar today = {1, 1, 0, true};
    static const struct page_chart day = {"A day", &today, 1, 1};
    static const int widths[] = {3, 4, 5, 6, 14};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        text_printf(out, "==== bars in %d cells\n", widths[i]);
        for (int row = 0; row < still.n; row++) {
            chart_row(out, &still, row, widths[i], false);
            text_char(out, '\n');
            chart_row(out, &chart, row, widths[i], true);
            text_char(out, '\n');
        }
    }
    chart_row(out, &day, 0, 9, false);
    text_char(out, '\n');
    chart_svg(out, &still);
}

// A code by itself: ink, colours, and whole cells where there are no half blocks.
static void put_code(struct text *out)
{
    static const char *const looks[] = {"ink", "colour", "cells"};
    struct arena arena = {0};
    const struct page *page = code(&arena);
    for (enum qr_look look = QR_INK; look <= QR_CELLS; look++) {
        struct text drawn = TEXT_INIT;
        qr_draw(&drawn, page->qr, look);
        text_printf(out, "==== a code, %s\n", looks[look]);
        for (const char *c = text_str(&drawn); *c; c++)
            text_char(out, *c == '\033' ? 'E' : *c);
        text_release(&drawn);
    }
    arena_release(&arena);
}

static void test_paper(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++)
        put_screen(&out, &scenes[i]);
    put_papers(&out, "reading", reading);
    put_papers(&out, "choices", choices);
    put_papers(&out, "boxes", boxes);
    put_papers(&out, "tables", tables);
    put_papers(&out, "neighbours", neighbours);
    put_papers(&out, "small tables", small_tables);
    put_wrapped(&out);
    put_two(&out, reading);
    put_two(&out, neighbours);
    put_bars(&out);
    put_code(&out);
    golden_compare("tests/unit/paper.golden", &out);
    text_release(&out);
}

static void write_two(struct text *out, const struct page *first, const struct page *second)
{
    plain_two(out, first, second, 60);
    html_document(out, (const struct page *const[]){first, second}, 2);
}

// A page that ends before the other, whichever of them it is: what both have is written, and
// nothing beyond is read.
static void test_shorter_page(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct page *whole = reading(&arena);
    struct page shorter = *whole;
    struct text want = TEXT_INIT, one = TEXT_INIT, other = TEXT_INIT;
    shorter.n_blocks--;
    shorter.blocks = ARENA_ARRAY(&arena, struct block, (size_t)shorter.n_blocks);
    memcpy((void *)(uintptr_t)shorter.blocks, whole->blocks,
           (size_t)shorter.n_blocks * sizeof *whole->blocks);
    write_two(&want, &shorter, &shorter);
    write_two(&one, whole, &shorter);
    write_two(&other, &shorter, whole);
    assert_string_equal(text_str(&one), text_str(&want));
    assert_string_equal(text_str(&other), text_str(&want));
    text_release(&want);
    text_release(&one);
    text_release(&other);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_paper),
                                       cmocka_unit_test(test_shorter_page)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
