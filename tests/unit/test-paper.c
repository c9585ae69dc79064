// SPDX-License-Identifier: MIT
// Pages with a block of every kind, as cells of a screen, as plain text and as HTML; what comes out
// is compared with tests/unit/paper.golden. Below each row of a screen stand the styles of its
// cells, a letter each (`styles`); below a screen where the cursor is and what can be touched.
//
// GENERATE=1 writes that file anew, on purpose: then the diff is to be read.
#include "golden.h"
#include "unit.h"
#include "base/qr.h"
#include "base/utf8.h"
#include "paper/html.h"
#include "paper/paint.h"
#include "paper/plain.h"
#include "paper/qr.h"

// ---- pages -------------------------------------------------------------------------------------

static const struct hint hints[] = {{"Enter", "Next", 1}, {"F1", "Help", 2}, {"Esc", "Back", 3}};

static struct page *finish(struct page_builder *b)
{
    struct page *page = page_finish(b);
    page->lang = "en";
    page->hints = hints;
    page->n_hints = 3;
    return page;
}

static struct block *styled(struct page_builder *b, enum block_kind kind, enum style style,
                            int indent, const char *text)
{
    struct block *block = page_add(b, kind, text);
    block->style = style;
    block->indent = indent;
    return block;
}

static struct block *marked(struct page_builder *b, enum block_kind kind, const char *marker,
                            const char *text)
{
    struct block *block = page_add(b, kind, text);
    block->marker = marker;
    return block;
}

static const struct page_bar bars[] = {{1, 0, 10, true},
                                       {2, 10, 30, false},
                                       {12, 40, 0, true},
                                       {13, 90, 10, true},
                                       {14, 100, 0, false}};
static const struct page_chart chart = {"Time & order", bars, 5, 100};

// Everything that is only read.
static struct page *reading(struct arena *arena)
{
    static const char *const tabs[] = {"Result", "Papers", "Steps", "Rights", "Sources"};
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_RESULT, "The title of a pack");
    styled(&b, BLOCK_TITLE, STYLE_CAUTION, 0, "It will be looked at on its own, with conditions");
    styled(&b, BLOCK_PARAGRAPH, STYLE_STRONG, 0, "One sentence that matters more than the others.");
    styled(&b, BLOCK_PARAGRAPH, STYLE_BAD, 1, "Indented and bad.");
    styled(&b, BLOCK_PARAGRAPH, STYLE_MUTED, 3,
           "Far in and muted, and so long that it is wrapped.");
    page_add(&b, BLOCK_GAP, "");
    page_add(&b, BLOCK_HEADING, "A heading");
    page_pair(&b, "Fee", "360 yuan");
    page_pair(&b, "Which one is it?", "This one, and a few words more so that it needs two lines");
    page_pair(&b, "A key that is far too long for its column", "Below it")->style = STYLE_GOOD;
    page_pair(&b, "", "Without a key")->indent = 1;
    marked(&b, BLOCK_ITEM, "1.", "The first item, which says so much that it goes on below itself");
    marked(&b, BLOCK_ITEM, "–", "The second")->url = "https://example.org/a?b=1&c=2";
    marked(&b, BLOCK_ITEM, "", "Without a marker")->indent = 1;
    marked(&b, BLOCK_ITEM, "12345", "A wide marker");
    page_add(&b, BLOCK_CITATION, "Act 7, <section> 3")->url = "ftp://no.link";
    page_add(&b, BLOCK_CITATION, "Deeper")->indent = 2;
    marked(&b, BLOCK_NOTE, "i", "Something to know");
    marked(&b, BLOCK_NOTE, "", "Something else to know")->indent = 1;
    marked(&b, BLOCK_WARNING, "!", "Not to be missed: 日本語の長い文はここで折り返されます");
    page_add(&b, BLOCK_HEADING, "Time");
    page_add(&b, BLOCK_CHART, "")->chart = &chart;
    page_add(&b, BLOCK_LINES, "Line one\nLine two");
    page_add(&b, BLOCK_LINES, "Plain")->detail = "<p>Checked</p>";
    page_add(&b, BLOCK_TITLE, "Another sheet")->new_sheet = true;
    page_add(&b, BLOCK_PARAGRAPH, "The end.");
    b.page.focus = -1;
    b.page.progress = "12 of 34";
    struct page *page = finish(&b);
    page->tabs = tabs;
    page->n_tabs = 5;
    page->tab = 2;
    return page;
}

static const char *const labels[] = {"Bachelor",  "Master",       "A degree with quite a long name",
                                     "Doctorate", "I don't know", "None of these",
                                     "One more",  "The last one"};
static const char *const details[] = {
    "three or four years", "", "whatever it is called", "", "say so and see", "", "", ""};

static void add_choices(struct page_builder *b, int n, bool multiple, unsigned on)
{
    for (int i = 0; i < n; i++) {
        struct block *block = page_add(b, BLOCK_CHOICE, labels[i]);
        block->detail = details[i];
        block->number = multiple ? 0 : i + 1;
        block->multiple = multiple;
        block->on = on >> i & 1;
        page_focusable(b, i);
    }
}

static struct page *choices(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "The title of a pack");
    page_add(&b, BLOCK_TITLE, "Which level is your degree, if it has one of these levels?");
    page_add(&b, BLOCK_PARAGRAPH, "Look at the diploma.");
    add_choices(&b, 8, false, 2);
    b.page.progress = "Question 3, at most 9 more";
    return finish(&b);
}

static struct page *boxes(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "tanu");
    page_add(&b, BLOCK_TITLE, "What do you have?");
    add_choices(&b, 4, true, 5);
    styled(&b, BLOCK_CHOICE, STYLE_PLAIN, 1, "That is all");
    page_focusable(&b, 4);
    b.page.message = "Something is said here that may be longer than the line.";
    return finish(&b);
}

static struct page *search(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "A pack");
    page_add(&b, BLOCK_TITLE, "Which country?");
    page_add(&b, BLOCK_FIELD, "a very long text that somebody has typed into the line of a search")
        ->cursor = 60;
    page_focusable(&b, -1);
    add_choices(&b, 6, false, 0);
    return finish(&b);
}

static struct page *typing(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "A pack");
    page_add(&b, BLOCK_TITLE, "When did it begin?");
    page_add(&b, BLOCK_PARAGRAPH, "A month such as 2021-06.");
    page_add(&b, BLOCK_FIELD, "2021-06")->cursor = 99;
    page_focusable(&b, -1);
    return finish(&b);
}

static struct page *review(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_REVIEW, "A pack");
    page_add(&b, BLOCK_TITLE, "Your answers");
    add_choices(&b, 3, false, 0);
    page_add(&b, BLOCK_HEADING, "Read only");
    page_pair(&b, "Country", "Kazakhstan");
    page_pair(&b, "Somewhat longer", "China");
    page_readable(&b, 5, 7);
    b.page.focus = 3;
    return finish(&b);
}

static const char *const cells[] = {"",
                                    "China",
                                    "Japan",
                                    "Kazakhstan",
                                    "Germany",
                                    "New Zealand",
                                    "Fee",
                                    "360",
                                    "not known",
                                    "0",
                                    "about 200 euros for the first of them",
                                    "746",
                                    "How long it takes",
                                    "15 days",
                                    "a month",
                                    "",
                                    "three months",
                                    "20 days"};
static const struct page_table wide_table = {3, 6, 3, cells}, read_table = {3, 6, 0, cells};
static const struct page_table one_column = {2, 2, 0,
                                             (const char *const[]){"", "China", "Fee", "0"}};

static struct page *compare(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_COMPARE, "Compared");
    page_add(&b, BLOCK_TABLE, "")->table = &wide_table;
    b.page.focus = -1;
    return finish(&b);
}

static struct page *tables(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_REPORT, "Tables");
    page_add(&b, BLOCK_PARAGRAPH, "Three of them:");
    page_add(&b, BLOCK_TABLE, "")->table = &read_table;
    page_add(&b, BLOCK_TABLE, "")->table = &one_column;
    page_add(&b, BLOCK_TABLE, "");
    page_add(&b, BLOCK_PARAGRAPH, "Behind them.");
    b.page.focus = -1;
    return finish(&b);
}

static struct page *beside(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_SIDE, "");
    page_add(&b, BLOCK_HEADING, "So far");
    page_pair(&b, "Country", "Kazakhstan");
    page_pair(&b, "A key that gives way to its value", "China and Japan")->style = STYLE_BAD;
    marked(&b, BLOCK_ITEM, "•", "An item beside");
    b.page.focus = -1;
    return page_finish(&b);
}

static struct page *rest(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_REST, "");
    page_add(&b, BLOCK_TITLE, "Touch the screen");
    page_add(&b, BLOCK_PARAGRAPH, "Экранды түртіңіз");
    b.page.focus = -1;
    b.page.done = 3;
    return page_finish(&b);
}

static struct page *code(struct arena *arena)
{
    static struct qr qr = {.side = 5};
    for (int i = 0; i < 25; i++)
        qr.dark[i] = i % 5 == 0 || i / 5 == 4 || i == 7;
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QR, "");
    page_add(&b, BLOCK_TITLE, "Take it with you");
    styled(&b, BLOCK_PARAGRAPH, STYLE_STRONG, 0, "Hold a phone before it.");
    page_add(&b, BLOCK_PARAGRAPH, "It holds no name, and nobody else reads it.");
    b.page.message = "Part 1 of 2";
    b.page.focus = -1;
    struct page *page = finish(&b);
    page->qr = &qr;
    return page;
}

static struct page *empty(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_HELP, "tanu");
    page_add(&b, BLOCK_TITLE, "Help");
    page_add(&b, BLOCK_PARAGRAPH, "1");
    page_add(&b, BLOCK_PARAGRAPH, "2");
    page_add(&b, BLOCK_PARAGRAPH, "3");
    page_add(&b, BLOCK_PARAGRAPH, "4");
    page_add(&b, BLOCK_PARAGRAPH, "5");
    b.page.focus = -1;
    return finish(&b);
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
    text_add(out, strstr(text_str(&html), "<body>"));
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
    second->lang = "kk";
    text_add(out, "==== in two languages\n");
    plain_two(out, first, second, 60);
    struct text html = TEXT_INIT;
    html_document(&html, (const struct page *const[]){first, second}, 2);
    text_add(out, strstr(text_str(&html), "<body>"));
    text_release(&html);
    arena_release(&arena);
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
    put_two(&out, reading);
    put_code(&out);
    golden_compare("tests/unit/paper.golden", &out);
    text_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_paper)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
