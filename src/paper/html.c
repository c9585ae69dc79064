// SPDX-License-Identifier: MIT
// Pages as HTML; see html.h.
#include "paper/html.h"

#include <string.h>
#include "base/html.h"
#include "paper/chart.h"
#include "paper/measure.h"

// Colours with at least 4.5:1 on their ground, in light and in dark.
static const char style_sheet[] =
    ":root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--soft:#595959;--line:#8c8c8c;"
    "--good:#0b6b3a;--caution:#7a4b00;--bad:#a3150f;--link:#0a4f9e}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#151515;--soft:#b5b5b5;"
    "--line:#7a7a7a;--good:#6fd19b;--caution:#f0c26b;--bad:#ff9a92;--link:#8ec5ff}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,\"DejaVu "
    "Sans\","
    "\"Noto Sans\",sans-serif;overflow-wrap:anywhere;hyphens:auto}a{hyphens:none}\n"
    "main{max-width:46rem;margin:0 auto;padding:1rem}\n"
    "main.two{max-width:76rem}\n"
    "h1,h2,h3,.h1,.h2,.h3{line-height:1.25;margin:1.6em 0 .5em;font-weight:700}\n"
    "h1,.h1{font-size:1.6rem;margin-top:.5em}\n"
    "h2,.h2{font-size:1.3rem;border-bottom:1px solid var(--line)}\nh3,.h3{font-size:1.1rem}\n"
    "p,ul,ol,dl{margin:.5em 0}\ndt{font-weight:600}\ndd{margin:0 0 .4em 1.2em}\n"
    "a{color:var(--link)}\n.in1{margin-left:1.2em}\n.in2{margin-left:2.4em}\n.in3{margin-left:3."
    "6em}\n"
    ".strong{font-weight:700}\n.good{color:var(--good)}\n.caution{color:var(--caution)}\n"
    ".bad,.error{color:var(--bad)}\n.muted,.cite{color:var(--soft);font-size:.9rem}\n"
    ".note,.warning{border-left:.3em solid var(--line);padding-left:.7em}\n"
    ".warning{border-color:var(--bad);font-weight:600}\n"
    "ul.marked{list-style:none;padding-left:0}\nul.marked "
    "li{padding-left:1.8em;text-indent:-1.8em}\n"
    ".mark{display:inline-block;min-width:1.8em;text-indent:0}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{border:1px solid var(--line);padding:.35em .6em;text-align:left;vertical-align:top}\n"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}\n"
    "@media (max-width:40rem){.pair{grid-template-columns:1fr}}\n"
    ".lines{white-space:pre-wrap}div.lines{white-space:normal}\n"
    "@page{size:auto;margin:18mm 16mm}\n"
    "@media print{body{font-size:10.5pt}main{max-width:none;padding:0}"
    "h1,h2,h3{break-after:avoid}.sheet{break-before:page}li,dd,tr{break-inside:avoid}"
    ".pair{grid-template-columns:1fr 1fr}:root{--ink:#000;--paper:#fff;--soft:#444;--line:#777;"
    "--good:#000;--caution:#000;--bad:#000;--link:#000}}\n";

static const char *const style_names[] = {
    [STYLE_PLAIN] = "",          [STYLE_STRONG] = "strong", [STYLE_GOOD] = "good",
    [STYLE_CAUTION] = "caution", [STYLE_BAD] = "bad",       [STYLE_MUTED] = "muted",
};

// Which element is open around neighbouring blocks.
enum run { RUN_NONE, RUN_LIST, RUN_PAIRS };

struct writer {
    struct text *out;
    enum run run;
    int title; // level of the last title, 0: none yet
    bool echo; // says again in a second language: its titles are not headings of the document
};

// class="strong in1" and so on, or nothing.
static void put_class(struct writer *w, const struct block *b, const char *more)
{
    struct text words = TEXT_INIT;
    text_add(&words, more);
    if (*style_names[b->style])
        text_printf(&words, "%s%s", words.len ? " " : "", style_names[b->style]);
    if (b->indent)
        text_printf(&words, "%sin%d", words.len ? " " : "", measure_least(b->indent, 3));
    if (words.len)
        text_printf(w->out, " class=\"%s\"", text_str(&words));
    text_release(&words);
}

// The words of a block; a link where they are, or come from, an address.
static void put_words(struct writer *w, const struct block *b)
{
    bool link = html_linkable(b->url);
    if (link) {
        text_add(w->out, "<a href=\"");
        html_escape(w->out, b->url);
        text_add(w->out, "\">");
    }
    html_escape(w->out, b->text);
    text_add(w->out, link ? "</a>" : "");
}

static void put_element(struct writer *w, const char *name, const struct block *b,
                        const char *class)
{
    text_printf(w->out, "<%s", name);
    put_class(w, b, class);
    text_char(w->out, '>');
    put_words(w, b);
    text_printf(w->out, "</%s>\n", name);
}

static void close_run(struct writer *w)
{
    if (w->run != RUN_NONE)
        text_add(w->out, w->run == RUN_LIST ? "</ul>\n" : "</dl>\n");
    w->run = RUN_NONE;
}

static void open_run(struct writer *w, enum run run)
{
    if (w->run == run)
        return;
    close_run(w);
    text_add(w->out, run == RUN_LIST ? "<ul class=\"marked\">\n" : "<dl>\n");
    w->run = run;
}

static void put_heading(struct writer *w, const struct block *b)
{
    char name[3] = "h1";
    if (b->kind == BLOCK_TITLE)
        w->title = w->title ? 2 : 1;
    name[1] = (char)('0' + (b->kind == BLOCK_TITLE ? w->title : w->title + 1));
    struct text class = TEXT_INIT;
    text_printf(&class, "%s%s", w->echo ? name : "", b->new_sheet ? " sheet" : "");
    put_element(w, w->echo ? "p" : name, b, text_str(&class) + (text_str(&class)[0] == ' '));
    text_release(&class);
}

// A marker is shown as it is ("1.", "[x]", "–"): it is part of what the text says.
static void put_item(struct writer *w, const struct block *b)
{
    open_run(w, RUN_LIST);
    text_add(w->out, "<li");
    put_class(w, b, "");
    text_char(w->out, '>');
    if (*b->marker) {
        text_add(w->out, "<span class=\"mark\">");
        html_escape(w->out, b->marker);
        text_add(w->out, " </span>");
    }
    put_words(w, b);
    text_add(w->out, "</li>\n");
}

static void put_pair(struct writer *w, const struct block *b)
{
    open_run(w, RUN_PAIRS);
    text_add(w->out, "<dt");
    put_class(w, &(struct block){.indent = b->indent}, "");
    text_char(w->out, '>');
    html_escape(w->out, b->key);
    text_add(w->out, "</dt>\n");
    put_element(w, "dd", b, "");
}

static void put_aside(struct writer *w, const struct block *b, const char *class)
{
    text_add(w->out, "<p");
    put_class(w, b, class);
    text_char(w->out, '>');
    if (*b->marker) {
        html_escape(w->out, b->marker);
        text_char(w->out, ' ');
    }
    put_words(w, b);
    text_add(w->out, "</p>\n");
}

static void put_table(struct writer *w, const struct page_table *t)
{
    if (!t || t->columns < 1)
        return;
    text_add(w->out, "<table>\n");
    for (int r = 0; r < t->rows; r++) {
        text_add(w->out, r ? "<tr>" : "<thead><tr>");
        for (int c = 0; c < t->columns; c++) {
            const char *cell = t->cells[r * t->columns + c];
            bool head = (r == 0 && *cell) || (c == 0 && *cell);
            text_add(w->out, !head ? "<td>" : r ? "<th scope=\"row\">" : "<th scope=\"col\">");
            html_escape(w->out, cell);
            text_add(w->out, head ? "</th>" : "</td>");
        }
        text_add(w->out, r ? "</tr>\n" : "</tr></thead>\n<tbody>\n");
    }
    text_add(w->out, "</tbody>\n</table>\n");
}

// What was checked when it was read (view/letterhead.h), or lines.
static void put_lines(struct writer *w, const struct block *b)
{
    if (*b->detail)
        text_printf(w->out, "<div class=\"lines\">\n%s\n</div>\n", b->detail);
    else
        put_element(w, "p", b, "lines");
}

static void put_choice(struct writer *w, const struct block *b)
{
    open_run(w, RUN_LIST);
    text_printf(w->out, "<li><span class=\"mark\">%s </span>", b->on ? "☒" : "☐");
    put_words(w, b);
    if (*b->detail) {
        text_add(w->out, " (");
        html_escape(w->out, b->detail);
        text_char(w->out, ')');
    }
    text_add(w->out, "</li>\n");
}

static void put_block(struct writer *w, const struct block *b)
{
    if (b->kind != BLOCK_ITEM && b->kind != BLOCK_CHOICE && b->kind != BLOCK_PAIR)
        close_run(w);
    switch (b->kind) {
    case BLOCK_TITLE:
    case BLOCK_HEADING:
        put_heading(w, b);
        break;
    case BLOCK_PARAGRAPH:
        put_element(w, "p", b, "");
        break;
    case BLOCK_ITEM:
        put_item(w, b);
        break;
    case BLOCK_PAIR:
        put_pair(w, b);
        break;
    case BLOCK_CHOICE:
        put_choice(w, b);
        break;
    case BLOCK_NOTE:
        put_aside(w, b, "note");
        break;
    case BLOCK_WARNING:
        put_aside(w, b, "warning");
        break;
    case BLOCK_CITATION:
        put_element(w, "p", b, "cite");
        break;
    case BLOCK_LINES:
        put_lines(w, b);
        break;
    case BLOCK_TABLE:
        put_table(w, b->table);
        break;
    case BLOCK_CHART:
        chart_svg(w->out, b->chart);
        break;
    case BLOCK_FIELD:
    case BLOCK_GAP:
        break;
    }
}

static void put_one(struct text *out, const struct page *page)
{
    struct writer w = {.out = out};
    for (int i = 0; i < page->n_blocks; i++)
        put_block(&w, &page->blocks[i]);
    close_run(&w);
}

// Block by block beside each other.
static void put_two(struct text *out, const struct page *const *pages)
{
    struct writer w[HTML_MOST_PAGES] = {{.out = out}, {.out = out, .echo = true}};
    for (int i = 0; i < pages[0]->n_blocks && i < pages[1]->n_blocks; i++) {
        const struct block *first = &pages[0]->blocks[i];
        if (first->kind == BLOCK_CHART || first->kind == BLOCK_LINES) {
            put_block(w, first); // the same in every language
            continue;
        }
        text_add(out, "<div class=\"pair\">\n");
        for (int k = 0; k < HTML_MOST_PAGES; k++) {
            text_printf(out, "<div lang=\"%s\">\n", pages[k]->lang);
            put_block(&w[k], &pages[k]->blocks[i]);
            close_run(&w[k]);
            text_add(out, "</div>\n");
        }
        text_add(out, "</div>\n");
    }
}

void html_document(struct text *out, const struct page *const *pages, int n_pages)
{
    text_add(out, "<!DOCTYPE html>\n<html lang=\"");
    html_escape(out, pages[0]->lang);
    text_add(out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    html_escape(out, pages[0]->title);
    text_printf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main%s>\n", style_sheet,
                n_pages > 1 ? " class=\"two\"" : "");
    if (n_pages > 1)
        put_two(out, pages);
    else
        put_one(out, pages[0]);
    text_add(out, "</main>\n</body>\n</html>\n");
}
