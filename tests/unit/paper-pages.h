// SPDX-License-Identifier: MIT
// Pages with blocks of every kind, for the tests of what is put on a screen and on paper.
#ifndef TANU_TESTS_PAPER_PAGES_H
#define TANU_TESTS_PAPER_PAGES_H

#include "unit.h"
#include "base/qr.h"
#include "view/page.h"

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

static const char *const table_words[] = {"",
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
static const struct page_table wide_table = {3, 6, 3, table_words},
                               read_table = {3, 6, 0, table_words};
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
    page_add(&b, BLOCK_HEADING, "Still open");
    page_pair(&b, "Level", "Not known");
    page_add(&b, BLOCK_PARAGRAPH, "More of it.");
    page_pair(&b, "Behind", "What is cut off first");
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
    page_add(&b, BLOCK_PARAGRAPH, "It holds no name, and nobody else reads that.");
    b.page.message = "Part 1 of 2";
    b.page.focus = -1;
    struct page *page = finish(&b);
    page->qr = &qr;
    return page;
}

// Neighbours of every sort, between two blocks that do not belong to the page.
static struct page *neighbours(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_REPORT, "Neighbours");
    page_pair(&b, "A key before the page that is long", "");
    page_pair(&b, "", "First");
    page_add(&b, BLOCK_HEADING, "A heading");
    page_add(&b, BLOCK_PARAGRAPH, "Right below it");
    page_add(&b, BLOCK_PARAGRAPH, "Apart");
    page_add(&b, BLOCK_PARAGRAPH, "In")->indent = 1;
    page_add(&b, BLOCK_PARAGRAPH, "In as well")->indent = 1;
    page_add(&b, BLOCK_PARAGRAPH, "Deeper")->indent = 2;
    page_add(&b, BLOCK_PARAGRAPH, "Out again")->indent = 1;
    page_item(&b, "(iv)", "A marker of four");
    page_pair(&b, "After an item", "with a long value that is wrapped in here")->indent = 1;
    page_item(&b, "•", "After a pair");
    page_add(&b, BLOCK_HEADING, "Notes");
    marked(&b, BLOCK_NOTE, "i", "Below a heading");
    marked(&b, BLOCK_NOTE, "i", "Below a note");
    marked(&b, BLOCK_WARNING, "!", "Below another kind");
    marked(&b, BLOCK_NOTE, "i", "Deeper than what it is below")->indent = 1;
    page_add(&b, BLOCK_CITATION, "Cited")->indent = 1;
    styled(&b, BLOCK_TITLE, STYLE_GOOD, 0, "A badge\n\nwith an empty line");
    page_pair(&b, "k", "Another group");
    page_add(&b, BLOCK_PARAGRAPH, "Between");
    page_pair(&b, "A longer key", "The last group");
    page_pair(&b, "A key behind the page that is longer", "");
    b.page.focus = -1;
    struct page *page = finish(&b);
    page->blocks++;
    page->n_blocks -= 2;
    return page;
}

// The first block is a choice, and short ones, of which the longest has no hint.
static struct page *letters(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_REVIEW, "Letters"); // hints are shown there at any size
    page_add(&b, BLOCK_CHOICE, "AA")->detail = "one";
    page_focusable(&b, 0);
    page_add(&b, BLOCK_CHOICE, "B")->detail = "another";
    page_focusable(&b, 1);
    page_add(&b, BLOCK_CHOICE, "Without a hint");
    page_focusable(&b, 2);
    page_add(&b, BLOCK_CHOICE, "Behind the page, and long")->detail = "and with a hint";
    b.blocks[3].number = 1;
    b.blocks[3].on = true;
    struct page *page = finish(&b);
    page->n_blocks--;
    return page;
}

static struct page *single(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "Single");
    struct block *block = page_add(&b, BLOCK_CHOICE, "The only one");
    block->number = 1;
    page_focusable(&b, 0);
    page_add(&b, BLOCK_CHOICE, "No number");
    page_focusable(&b, 1);
    return finish(&b);
}

static struct page *given(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "Given before");
    page_add(&b, BLOCK_CHOICE, "This one")->on = true;
    page_focusable(&b, 0);
    page_add(&b, BLOCK_CHOICE, "Not this one");
    page_focusable(&b, 1);
    return finish(&b);
}

// Boxes with numbers, up to the last digit.
static struct page *nine(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "Which of them?");
    page_add(&b, BLOCK_TITLE, "Which of them?");
    for (int i = 0; i < 10; i++) {
        struct block *block = page_add(&b, BLOCK_CHOICE, i < 9 ? "A box" : "That is all");
        block->multiple = i < 9;
        block->number = i < 9 ? i + 1 : 0;
        block->on = i == 8;
        page_focusable(&b, i);
    }
    return finish(&b);
}

// Pairs that can be focused, the very first item among them.
static struct page *readable(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_REVIEW, "Read only");
    page_pair(&b, "Country", "Kazakhstan");
    page_pair(&b, "A key that is too long for a column of keys", "China")->indent = 1;
    page_readable(&b, 0, 7);
    return finish(&b);
}

static struct page *typed_long(struct arena *arena)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "A title that fits in forty cells");
    page_add(&b, BLOCK_FIELD, "0123456789 0123456789 0123456789 0123456789 0123456789 end")
        ->cursor = 58;
    page_focusable(&b, -1);
    return finish(&b);
}

// Tables: nothing, headings only, short headings that just fit; and the ends of a wide one.
static struct page *small_tables(struct arena *arena)
{
    static const char *const words[] = {"",  "China",    "Japan",   "Fee",    "360",
                                        "0", "Duration", "15 days", "a month"};
    static const char *const nothing[] = {"", "One", "Two", "", "1", "2"};
    static const char *const above[] = {"Headed", "One", "Two", "x", "1", "2"};
    static const struct page_table none = {1, 0, 0, words + 1}, names = {3, 1, 0, words},
                                   narrow = {3, 3, 0, words}, bare = {2, 3, 0, nothing},
                                   headed = {2, 3, 0, above};
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_REPORT, "Small tables");
    page_add(&b, BLOCK_TABLE, "")->table = &none;
    page_add(&b, BLOCK_TABLE, "")->table = &names;
    page_add(&b, BLOCK_TABLE, "")->table = &narrow;
    page_add(&b, BLOCK_TABLE, "")->table = &bare;
    page_add(&b, BLOCK_TABLE, "")->table = &headed;
    b.page.focus = -1;
    return finish(&b);
}

static struct page *compare_ends(struct arena *arena)
{
    static const struct page_table first = {3, 6, 1, table_words}, last = {3, 6, 5, table_words};
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_COMPARE, "Compared");
    page_add(&b, BLOCK_TABLE, "")->table = &first;
    page_add(&b, BLOCK_TABLE, "")->table = &last;
    b.page.focus = -1;
    return finish(&b);
}

static struct page *reading_first(struct arena *arena)
{
    struct page *page = reading(arena);
    page->tab = 0;
    return page;
}

static struct page *reading_last(struct arena *arena)
{
    struct page *page = reading(arena);
    page->tab = 4;
    return page;
}

// More before the list than there is room for; `typed`: a line to type in stands between.
static struct page *crowd(struct arena *arena, bool typed)
{
    struct page_builder b = {0};
    page_begin(&b, arena, PAGE_QUESTION, "Crowded");
    page_add(&b, BLOCK_TITLE,
             "A question that is so long that it takes more than one line on most of the screens");
    page_add(&b, BLOCK_PARAGRAPH,
             "A first hint that goes on and on until it needs a second line "
             "on a screen of eighty columns.");
    page_add(&b, BLOCK_PARAGRAPH, "A second hint.");
    marked(&b, BLOCK_NOTE, "i", "And a note.");
    if (typed) {
        page_add(&b, BLOCK_FIELD, "ty")->cursor = 2;
        page_focusable(&b, -1);
    }
    for (int i = 0; i < 12; i++) {
        page_add(&b, BLOCK_CHOICE, labels[i % 8])->number = i < 9 ? i + 1 : 0;
        page_focusable(&b, i);
    }
    return finish(&b);
}

static struct page *crowded(struct arena *arena)
{
    return crowd(arena, true);
}

static struct page *crowded_list(struct arena *arena)
{
    return crowd(arena, false);
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

#endif
