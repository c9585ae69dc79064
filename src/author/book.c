// SPDX-License-Identifier: MIT
// The whole pack as one printable document: frame, contents, questions, outcomes, tables; book.h.
#include <string.h>

#include "author/book.h"
#include "pack/words.h"

static const char style[] =
    "body{font:11pt/1.45 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#111}"
    "h1,h2,h3,h4{font-family:Helvetica,Arial,sans-serif;line-height:1.2}"
    "h2{border-bottom:2px solid #333;padding-bottom:.2em;margin-top:3em}"
    "h4{margin:1.2em 0 .2em}h4 small{font-weight:normal;color:#555}"
    "dl{display:grid;grid-template-columns:8.5em minmax(0,1fr);gap:.1em .8em;margin:0}"
    "dt{color:#555;font-size:.9em}dd{margin:0;overflow-wrap:anywhere}"
    "code{font:.92em Menlo,Consolas,monospace;overflow-wrap:anywhere}"
    "table{border-collapse:collapse;width:100%;font-size:.95em}"
    "th,td{text-align:left;vertical-align:top;border:1px solid #999;padding:.2em .4em}"
    "a{color:#123a7a}.unverified,.reported,.unknown{font-style:italic}"
    ".unverified{font-weight:bold}"
    "section{break-inside:avoid}thead{display:table-header-group}tr{break-inside:avoid}"
    "@page{size:A4;margin:20mm 18mm 22mm}"
    "@media print{body{max-width:none;margin:0;padding:0;font-size:10pt}h2{break-before:page}"
    "h2,h3,h4{break-after:avoid}a{color:inherit;text-decoration:none}}";

struct chapter {
    const char *anchor, *title;
};

static const struct chapter chapters[] = {
    {"read", "How to read this book"},
    {"questions", "Questions"},
    {"outcomes", "Outcomes"},
    {"tables", "The two outcome tables"},
    {"matters", "Matters"},
    {"rules", "General rules"},
    {"instruments", "Treaties and agreements"},
    {"countries", "Countries"},
    {"letters", "Letters to offices"},
    {"sources", "Sources"},
    {"cases", "Worked cases"},
};
enum { N_CHAPTERS = sizeof chapters / sizeof *chapters };

static void begin_chapter(struct book *b, int i)
{
    html_chapter(b, chapters[i].anchor, chapters[i].title);
}

// ---- frame --------------------------------------------------------------------------------------

static void begin(struct book *b)
{
    char day[DATE_TEXT];
    html_add(b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    html_text(b, b->pack->title.words);
    html_add(b, "</title>\n<style>");
    html_add(b, style);
    html_add(b, "</style></head><body>\n<h1>");
    html_text(b, b->pack->title.words);
    html_add(b, "</h1>\n<p>Content of the pack <code>");
    html_text(b, b->pack->id);
    html_add(b, "</code>, version ");
    html_text(b, b->pack->version);
    text_printf(b->out, ". Treaties as of %s. Checksum %016llx.</p>\n", date_format(day, b->as_of),
                (unsigned long long)b->pack->hash);
}

static void contents(struct book *b)
{
    html_add(b, "<nav><h2 style=\"break-before:auto\">Contents</h2>\n<ol>\n");
    for (int i = 0; i < N_CHAPTERS; i++) {
        text_printf(b->out, "<li><a href=\"#%s\">%s</a>", chapters[i].anchor, chapters[i].title);
        if (!strcmp(chapters[i].anchor, "countries")) {
            html_add(b, "<br>");
            for (int32_t d = 0; d < b->pack->n_destinations; d++) {
                html_add(b, d ? " " : "");
                html_link(b, "country", b->pack->countries[b->pack->destinations[d].country]);
            }
        }
        html_add(b, "</li>\n");
    }
    html_add(b, "</ol></nav>\n");
}

static void how_to_read(struct book *b)
{
    begin_chapter(b, 0);
    html_add(
        b,
        "<p>This book holds everything that the program tanu knows in this pack, so that lawyers "
        "can "
        "read it and sign it off. Each entry has an id, the file and line where it stands, and "
        "where "
        "it was read. A condition in <code>this type</code> says when a rule holds.</p>\n"
        "<p><b>Status</b>: verified means read in the source; computed follows from verified "
        "facts; "
        "reported comes from a secondary source; unverified was not confirmed and is shown to "
        "people "
        "only as a question for the authority.</p>\n"
        "<p><b>Reading</b>: practice is what the authority is likely to do, convention is what the "
        "treaties ask for. <b>Effect</b>: a bar refuses, a difference weakens, a condition adds "
        "something to do, a support speaks for recognition, a route leads another way, a note only "
        "informs. The outcome tables below say what follows; the first row that holds "
        "counts.</p>\n");
}

// ---- questions ----------------------------------------------------------------------------------

static const char *type_word(enum question_type type)
{
    static const char *const words[] = {
        "one choice", "several choices", "country", "whole number", "number",
        "year",       "month",           "date",    "text"};
    return words[type];
}

static void choice_table(struct book *b, const struct question *q)
{
    if (!q->n_choices)
        return;
    html_add(b, "<dt>Choices</dt><dd><table><tbody>\n");
    for (int32_t i = 0; i < q->n_choices; i++) {
        const struct choice *c = &q->choices[i];
        html_add(b, "<tr><td><code>");
        html_text(b, c->id);
        html_add(b, "</code></td><td>");
        html_text(b, c->label.words);
        if (c->hint.words) {
            html_add(b, "<br><small>");
            html_text(b, c->hint.words);
            html_add(b, "</small>");
        }
        if (c->group != NONE) {
            html_add(b, "<br><small>Behind the row: ");
            html_text(b, q->groups[c->group].label.words);
            html_add(b, "</small>");
        }
        html_add(b, c->counts_as_unknown ? " (counts as not known)</td></tr>\n" : "</td></tr>\n");
    }
    html_add(b, "</tbody></table></dd>\n");
}

static void questions(struct book *b)
{
    begin_chapter(b, 1);
    html_add(b,
             "<p>In the order in which they are asked. A question is asked only while its answer "
             "can still change something.</p>\n");
    for (int32_t i = 0; i < b->pack->n_questions; i++) {
        const struct question *q = &b->pack->questions[i];
        html_entry(b, "question", q->id, q->place);
        html_open_list(b);
        html_row(b, "Question", q->label.words);
        html_row(b, "Hint", q->hint.words);
        html_row(b, "Asked before it", q->opener.words);
        html_row(b, "Yes to that", q->some_label.words);
        html_row(b, "None", q->none_label.words);
        html_row(b, "Not known", q->unknown_label.words);
        html_row(b, "Line among the papers", q->tick.words);
        html_row(b, "Help", q->help.words);
        html_row(b, "Why we ask", q->why.words);
        html_row(b, "Answer", type_word(q->type));
        html_condition(b, "Asked when", q->relevant);
        html_row(b, "Out of range", q->range_message.words);
        html_row(b, "Out of order", q->order_message.words);
        html_row(b, "Can be changed", words_changeable[q->changeable]);
        if (q->has_usual && q->type == Q_ONE)
            html_row(b, "Usual value", q->choices[q->usual].id);
        else if (q->has_usual && q->usual_from >= 0)
            html_row(b, "Usual value", b->pack->questions[q->usual_from].id);
        choice_table(b, q);
        html_close_list(b);
    }
}

// ---- outcomes and tables ------------------------------------------------------------------------

static void outcomes(struct book *b)
{
    begin_chapter(b, 2);
    for (int32_t i = 0; i < b->pack->n_outcomes; i++) {
        const struct outcome *o = &b->pack->outcomes[i];
        struct text number = TEXT_INIT;
        html_entry(b, "outcome", o->id, o->place);
        html_open_list(b);
        html_row(b, "Title", o->title.words);
        html_row(b, "Text", o->text.words);
        html_row(b, "As a position", o->position.words);
        text_int(&number, o->favour);
        html_row(b, "Favour", text_str(&number));
        html_row(b, "Challengeable", o->challengeable ? "yes" : "no");
        if (o->hold_from) {
            text_truncate(&number, 0);
            text_int(&number, o->hold_from);
            html_row(b, "Steps held from order", text_str(&number));
        }
        html_close_list(b);
        text_release(&number);
    }
}

static void table(struct book *b, const char *title, const char *kind, const struct row *rows,
                  int32_t n)
{
    text_printf(b->out,
                "<h3>%s</h3>\n<table><thead><tr><th>Row</th><th>When</th><th>Outcome</th></tr>"
                "</thead><tbody>\n",
                title);
    for (int32_t i = 0; i < n; i++) {
        text_printf(b->out, "<tr><td id=\"%s-", kind);
        html_text(b, rows[i].id);
        html_add(b, "\"><code>");
        html_text(b, rows[i].id);
        html_add(b, "</code><br><small>");
        html_text(b, b->pack->files[rows[i].place.file]);
        text_printf(b->out, ":%u</small></td><td><code>", rows[i].place.line);
        html_expr(b, rows[i].when.root);
        html_add(b, "</code></td><td>");
        if (rows[i].outcome == NONE)
            html_add(b, "none: only the body is known");
        else
            html_link(b, "outcome", b->pack->outcomes[rows[i].outcome].id);
        html_add(b, "</td></tr>\n");
    }
    html_add(b, "</tbody></table>\n");
}

static void tables(struct book *b)
{
    begin_chapter(b, 3);
    html_add(b,
             "<p>From top to bottom, the first row that holds counts. That some row holds for all "
             "answers is proved by <code>tanu check</code>.</p>\n");
    table(b, "In practice", "practice", b->pack->practice, b->pack->n_practice);
    if (b->pack->n_licence)
        table(b, "For the licence of a profession", "licence", b->pack->licence,
              b->pack->n_licence);
    table(b, "Under a convention", "convention", b->pack->convention, b->pack->n_convention);
}

static void matters(struct book *b)
{
    begin_chapter(b, 4);
    for (int32_t i = 0; i < b->pack->n_matters; i++) {
        const struct matter *m = &b->pack->matters[i];
        html_entry(b, "matter", m->id, m->place);
        html_open_list(b);
        html_row(b, "Label", m->label.words);
        html_condition(b, "Raised when", m->when.root);
        html_close_list(b);
    }
}

void book_write(struct text *out, const struct pack *pack, int32_t as_of)
{
    struct book b = {.out = out, .pack = pack, .as_of = as_of};
    begin(&b);
    contents(&b);
    how_to_read(&b);
    questions(&b);
    outcomes(&b);
    tables(&b);
    matters(&b);
    begin_chapter(&b, 5);
    book_rules(&b, NONE);
    begin_chapter(&b, 6);
    book_instruments(&b);
    begin_chapter(&b, 7);
    book_countries(&b);
    begin_chapter(&b, 8);
    book_letters(&b);
    begin_chapter(&b, 9);
    book_sources(&b);
    begin_chapter(&b, 10);
    book_cases(&b);
    html_add(&b, "</body></html>\n");
}
