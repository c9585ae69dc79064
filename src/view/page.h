// SPDX-License-Identifier: MIT
//
// A page: finished, translated text with meaning and without coordinates. Screen, line mode, text
// and HTML walk the same page, and take nothing else. All strings are UTF-8 and live in the arena
// the page was built in (the frame arena, rewound before the next page); none is NULL unless said.
//
// Pages that need a person's choice have `items`, what can be focused, in order. The front end
// draws item `focus` as focused and puts the cursor on it; it never decides what an action means.
#ifndef TANU_VIEW_PAGE_H
#define TANU_VIEW_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

enum style { // what it means, not how it looks
    STYLE_PLAIN,
    STYLE_STRONG,  // the sentence that matters most: the outcome
    STYLE_GOOD,    // favourable
    STYLE_CAUTION, // open, conditions
    STYLE_BAD,     // unfavourable
    STYLE_MUTED    // sources, ids, dates
};

enum block_kind {
    BLOCK_TITLE,     // the page's own question or heading; one a page
    BLOCK_HEADING,   // of a part
    BLOCK_PARAGRAPH, // text
    BLOCK_ITEM,      // marker + text: a list item
    BLOCK_PAIR,      // key + text: "Fee", "…"
    BLOCK_CHOICE,    // a row to choose; see below
    BLOCK_FIELD,     // a line to type in: text is what was typed, `cursor` a byte offset into it
    BLOCK_NOTE,      // marker + text: something to know
    BLOCK_WARNING,   // marker + text: something not to miss
    BLOCK_CITATION,  // text; indented below what it supports, muted
    BLOCK_LINES,     // text with lines of its own, or (detail) HTML that says it; on paper only
    BLOCK_TABLE,     // see struct page_table
    BLOCK_CHART,     // see struct page_chart; says nothing that the blocks behind it do not say
    BLOCK_GAP        // an empty line, where no heading makes one
};

struct qr;

struct block {
    enum block_kind kind;
    enum style style;
    int indent;         // levels, 0 to 3
    const char *marker; // "1.", "–", "!" or ""
    const char *key;    // of BLOCK_PAIR, else ""
    const char *text;
    const char *detail; // of BLOCK_CHOICE: its hint; else ""
    const char *url;    // an address the text comes from, or NULL
    int item;           // index into page->items, or -1
    int number;         // of BLOCK_CHOICE: the number key that takes it (1 to 9), or 0
    bool multiple;      // of BLOCK_CHOICE: a check box (several may be on), else a radio row
    bool on;            // of BLOCK_CHOICE: is (one of) the answer(s)
    bool new_sheet;     // of BLOCK_TITLE: on paper it begins a new sheet
    size_t cursor;      // of BLOCK_FIELD
    const struct page_table *table; // of BLOCK_TABLE
    const struct page_chart *chart; // of BLOCK_CHART
};

struct page_table { // for compare: the first row and the first column are headings
    int rows, columns;
    int open;                 // the column that is marked, and shown where not all fit; 0: none
    const char *const *cells; // rows * columns, row by row
};

struct page_bar {
    int number;     // of the row
    int from, days; // days from the beginning of the chart
    bool known;     // else the length is only a place holder
};

struct page_chart { // bars over time, one a row
    const char *title;
    const struct page_bar *bars;
    int n, days;
};

struct page_item {
    int block;     // index into page->blocks
    int32_t value; // what the builder knows it by: a choice, a question, a language
};

// Where a page's builder is asked for its own choice of focus: what was answered before, else the
// first match of what was typed, else the first row.
enum { PAGE_FOCUS_OWN = -1 };

struct hint { // a key and what it does: of the footer most useful first, cut from the end for lack
              // of room
    const char *key;   // "Enter", "F1"
    const char *label; // "Next"
    int action;        // what a touch of it does: an action of the wizard, 0: nothing
};

enum page_kind {
    PAGE_QUESTION,
    PAGE_RESULT,
    PAGE_REVIEW,
    PAGE_HELP,
    PAGE_WELCOME,
    PAGE_EARLY, // the first answer
    PAGE_CONFIRM,
    PAGE_LANGUAGES,
    PAGE_MENU,
    PAGE_SIDE, // the side panel of wide screens
    PAGE_REPORT,
    PAGE_QR,      // a code that a phone reads, as large as the screen
    PAGE_SHORT,   // the first screen and the papers, for the pocket
    PAGE_COMPARE, // a table over the whole width
    PAGE_REST     // a kiosk between two visits: no frame; `done` moves it
};

struct page {
    enum page_kind kind;
    const char *lang;     // BCP 47, for HTML
    const char *title;    // for the title line: "tanu", the pack's title, the tab
    const char *progress; // "Question 4, at most 9 more" or ""
    const char *brief;    // the same where that has no room, parts between " · "; NULL: none
    const char *message;  // a sentence to the person (an error, "Language: …") or ""
    unsigned built;       // another one has another number; 0: nobody counts
    const struct block *blocks;
    int n_blocks;
    const struct page_item *items;
    int n_items;
    int focus;               // index into items, -1: nothing can be focused; then the page scrolls
    bool takes_first;        // of a search: Enter on the line takes the first match
    const struct qr *qr;     // of PAGE_QR: drawn beside the blocks, else NULL
    const char *const *tabs; // of PAGE_RESULT: the names of all tabs, else NULL
    int n_tabs, tab;
    const struct hint *hints; // the footer; builders leave it empty
    int n_hints;
    int done,
        total; // for a progress bar: answered questions, answered + at most left; total 0: none
};

// ---- building (builders and tests only) --------------------------------------------------------

// Collects blocks and items; page_finish() gives the page. Zeroed, then page_begin().
struct page_builder {
    struct arena *arena;
    struct page page;
    struct block *blocks;
    struct page_item *items;
    size_t n_blocks, n_items, room_blocks, room_items;
};

void page_begin(struct page_builder *b, struct arena *arena, enum page_kind kind,
                const char *title);
// Adds a block and returns it for more detail; valid until the next one is added. NULL strings
// become "". Texts are not copied: they must live as long as the page.
struct block *page_add(struct page_builder *b, enum block_kind kind, const char *text);
struct block *page_pair(struct page_builder *b, const char *key, const char *text);
struct block *page_item(struct page_builder *b, const char *marker, const char *text);
// Makes the newest block focusable; returns the index of the item.
int page_focusable(struct page_builder *b, int32_t value);
// The same for all pairs from that block on, which are there to be read only.
void page_readable(struct page_builder *b, size_t from, int32_t value);
struct page *page_finish(struct page_builder *b);

#endif
