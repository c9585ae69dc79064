// SPDX-License-Identifier: MIT
// The book: the list of sources and the worked cases; book.h.
#include "author/book.h"

// An address is a link only if it is one for a browser.
static void address(struct book *b, const char *url)
{
    if (!url)
        return;
    html_add(b, "<dt>Web</dt><dd><a href=\"");
    html_text(b, url);
    html_add(b, "\">");
    html_text(b, url);
    html_add(b, "</a></dd>\n");
}

// Articles stand with their treaties.
void book_sources(struct book *b)
{
    char day[DATE_TEXT];
    for (int32_t i = 0; i < b->pack->n_sources; i++) {
        const struct source *s = &b->pack->sources[i];
        if (s->instrument != NONE)
            continue;
        html_entry(b, "source", s->id, s->place);
        html_open_list(b);
        html_row(b, "Name", s->text.words);
        address(b, s->url);
        html_row(b, "As of", html_date(day, s->as_of));
        html_row(b, "Status", words_status[s->status]);
        html_close_list(b);
    }
}

static void named(struct book *b, const char *name, enum rule_kind kind,
                  const struct int_list *list)
{
    if (!list->count)
        return;
    text_printf(b->out, "<dt>%s</dt><dd>", name);
    for (int32_t i = 0; i < list->count; i++) {
        html_add(b, i ? ", " : "");
        html_link(b, rule_word(kind), pack_rule(b->pack, kind, list->items[i])->id);
    }
    html_add(b, "</dd>\n");
}

static void instruments(struct book *b, const char *name, const struct int_list *list)
{
    if (!list->count)
        return;
    text_printf(b->out, "<dt>%s</dt><dd>", name);
    for (int32_t i = 0; i < list->count; i++) {
        html_add(b, i ? ", " : "");
        html_link(b, "instrument", b->pack->instruments[list->items[i]].id);
    }
    html_add(b, "</dd>\n");
}

static void expected(struct book *b, const struct worked_case *c)
{
    const struct pack *pack = b->pack;
    html_row(b, "Outcome", c->outcome == NONE ? NULL : pack->outcomes[c->outcome].id);
    html_row(b, "Academic outcome", c->academic == NONE ? NULL : pack->outcomes[c->academic].id);
    html_row(b, "Licence",
             c->licence == NONE              ? NULL
             : c->licence == CASE_NO_LICENCE ? "none"
             : c->licence == CASE_BODY_ONLY  ? "only the body is known"
                                             : pack->outcomes[c->licence].id);
    html_row(b, "Position", c->position == NONE ? NULL : pack->outcomes[c->position].id);
    html_row(b, "Position from",
             c->position_from == NONE ? NULL : pack->instruments[c->position_from].id);
    if (c->challenge != NONE)
        html_row(b, "Challenge", c->challenge ? "yes" : "no");
    named(b, "Findings", RULE_FINDING, &c->findings);
    named(b, "Not live", RULE_FINDING, &c->no_findings);
    named(b, "Documents", RULE_DOCUMENT, &c->documents);
    named(b, "Steps", RULE_STEP, &c->steps);
    named(b, "Rights", RULE_RIGHT, &c->rights);
    named(b, "Notices", RULE_NOTICE, &c->notices);
    instruments(b, "Apply", &c->applies);
    instruments(b, "Perhaps apply", &c->applies_unknown);
    instruments(b, "Do not apply", &c->applies_no);
}

void book_cases(struct book *b)
{
    char day[DATE_TEXT];
    for (int32_t i = 0; i < b->pack->n_cases; i++) {
        const struct worked_case *c = &b->pack->cases[i];
        struct answers answers;
        struct text json = TEXT_INIT;
        html_entry(b, "case", c->id, c->place);
        html_open_list(b);
        html_row(b, "Case", c->title);
        html_row(b, "From", c->source);
        html_row(b, "As of", date_format(day, c->as_of));
        answers_of_case(&answers, c);
        answers_json(&json, b->pack, &answers);
        html_code(b, "Answers", text_str(&json));
        expected(b, c);
        html_close_list(b);
        text_release(&json);
    }
}
