// SPDX-License-Identifier: MIT
// The book: findings, documents, steps, rights and notices, general or of one country; book.h.
#include "author/book.h"

static void overrides(struct book *b, enum rule_kind kind, const struct int_list *list)
{
    if (!list->count)
        return;
    html_add(b, "<dt>Overrides</dt><dd>");
    for (int32_t i = 0; i < list->count; i++) {
        html_add(b, i ? ", " : "");
        html_link(b, rule_word(kind), pack_rule(b->pack, kind, list->items[i])->id);
    }
    html_add(b, "</dd>\n");
}

static void finding(struct book *b, const struct finding *f)
{
    struct text kind = TEXT_INIT;
    html_entry(b, "finding", f->id, f->place);
    html_open_list(b);
    text_printf(&kind, "%s, %s, about %s", words_effect[f->effect],
                f->decision == DECISION_LICENCE ? words_decision[f->decision]
                                                : words_reading[f->reading],
                b->pack->matters[f->matter].id);
    html_row(b, "Effect", text_str(&kind));
    html_condition(b, "When", f->when.root);
    overrides(b, RULE_FINDING, &f->overrides);
    html_row(b, "Text", f->text.words);
    html_row(b, "What helps", f->remedy.words);
    html_row(b, "Ask for", f->ask.words);
    html_cites(b, &f->cites);
    html_close_list(b);
    text_release(&kind);
}

static void item(struct book *b, enum rule_kind kind, const struct item *i)
{
    const struct item *entries = kind == RULE_DOCUMENT ? b->pack->documents : b->pack->steps;
    html_entry(b, rule_word(kind), i->id, i->place);
    html_open_list(b);
    if (!i->when.root)
        html_row(b, "Kind", "catalogue entry, used by others");
    if (i->use != NONE)
        html_row(b, "Uses", entries[i->use].id);
    html_condition(b, "When", i->when.root);
    html_condition(b, "At hand when", i->have.root);
    overrides(b, kind, &i->overrides);
    html_row(b, "Text", i->text.words);
    html_row(b, "Office", i->office);
    html_row(b, "Fee", i->fee);
    html_row(b, "Time", i->time);
    html_cites(b, &i->cites);
    html_close_list(b);
}

static void right(struct book *b, const struct right *r)
{
    html_entry(b, "right", r->id, r->place);
    html_open_list(b);
    html_row(b, "Under",
             r->instrument == NONE ? "national law" : b->pack->instruments[r->instrument].id);
    html_condition(b, "When", r->when.root);
    html_row(b, "Text", r->text.words);
    html_cites(b, &r->cites);
    html_close_list(b);
}

static void notice(struct book *b, const struct notice *n)
{
    html_entry(b, "notice", n->id, n->place);
    html_open_list(b);
    html_row(b, "Severity", n->warning ? "warning" : "information");
    html_condition(b, "When", n->when.root);
    html_row(b, "Text", n->text.words);
    html_cites(b, &n->cites);
    html_close_list(b);
}

static void rules_of_kind(struct book *b, enum rule_kind kind, int32_t country)
{
    static const char *const titles[RULE_KINDS] = {[RULE_FINDING] = "Findings",
                                                   [RULE_DOCUMENT] = "Documents",
                                                   [RULE_STEP] = "Steps",
                                                   [RULE_RIGHT] = "Rights",
                                                   [RULE_NOTICE] = "Notices"};
    bool any = false;
    for (int32_t i = 0; i < pack_rule_count(b->pack, kind); i++) {
        if (pack_rule(b->pack, kind, i)->country != country)
            continue;
        if (!any)
            text_printf(b->out, "<h3>%s</h3>\n", titles[kind]);
        any = true;
        if (kind == RULE_FINDING)
            finding(b, &b->pack->findings[i]);
        else if (kind == RULE_DOCUMENT)
            item(b, kind, &b->pack->documents[i]);
        else if (kind == RULE_STEP)
            item(b, kind, &b->pack->steps[i]);
        else if (kind == RULE_RIGHT)
            right(b, &b->pack->rights[i]);
        else
            notice(b, &b->pack->notices[i]);
    }
}

void book_rules(struct book *b, int32_t country)
{
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        rules_of_kind(b, kind, country);
}
