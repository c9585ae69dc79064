// SPDX-License-Identifier: MIT
// The second decision, where the purpose is work in a profession: who decides, what is likely
// there, and what that body asks for.
#include "view/parts.h"

struct licence_facts licence_facts(const struct ground *g)
{
    const struct destination *d = ground_destination(g);
    struct licence_facts f = {0};
    if (!d)
        return f;
    int32_t record = g->assessment->licence.record;
    f.record = record == NONE ? NULL : &d->licences[record];
    f.body = f.record ? destination_office(d, f.record->office) : destination_body(d, NONE);
    if (!f.body)
        return f;
    const char *const kinds[] = {"fee", "time", "appeal"};
    const char *const named[] = {f.record ? f.record->fee : NULL, f.record ? f.record->time : NULL,
                                 f.record ? f.record->appeal : NULL};
    const struct fact **const out[] = {&f.fee, &f.time, &f.appeal};
    for (int i = 0; i < 3; i++) {
        const struct fact *fact =
            named[i] ? destination_fact(d, named[i]) : office_fact(d, f.body, kinds[i]);
        // What nobody has confirmed is not handed on.
        *out[i] = fact && fact->evidence.status != STATUS_UNVERIFIED ? fact : NULL;
    }
    return f;
}

bool licence_condition(const struct finding *f)
{
    return f->decision == DECISION_LICENCE &&
           (f->effect == EFFECT_CONDITION || f->effect == EFFECT_BAR ||
            f->effect == EFFECT_DIFFERENCE);
}

static const char *likely_words(const struct ground *g)
{
    int32_t outcome = g->assessment->licence.outcome;
    if (outcome == NONE)
        return _("Not known here. Ask this body before you pay for anything.");
    const struct outcome *o = &g->pack->outcomes[outcome];
    return phrase_words(g, o->licence.words ? &o->licence : &o->title);
}

static void add_fact(struct making *m, const struct office *body, const struct fact *fact,
                     const char *kind)
{
    if (fact)
        make_fact_record(m, fact, kind_words(kind), 0);
    else
        page_pair(&m->b, kind_words(kind), office_ask_words_at(m->g, body))->style = STYLE_CAUTION;
}

static void add_conditions(struct making *m)
{
    const struct ground *g = m->g;
    bool any = false;
    for (int32_t i = 0; i < g->assessment->n_live; i++) {
        const struct finding *f = &g->pack->findings[g->assessment->findings[i].finding];
        if (!licence_condition(f))
            continue;
        if (!any)
            make_paragraph(m, _("What this body asks for, or what stands in the way:"), 0);
        any = true;
        page_item(&m->b, "•", phrase_words(g, &f->text));
        make_cites(m, &f->cites);
    }
}

static void add_documents(struct making *m)
{
    const struct ground *g = m->g;
    bool any = false;
    for (int32_t i = 0; i < g->assessment->n_documents; i++) {
        const struct item *paper = &g->pack->documents[g->assessment->documents[i].document];
        if (paper->decision != DECISION_LICENCE)
            continue;
        if (!any)
            make_paragraph(m, _("Papers for it:"), 0);
        any = true;
        page_item(&m->b, "•", phrase_words(g, &paper->text));
    }
}

void part_licence(struct making *m)
{
    const struct ground *g = m->g;
    struct licence_facts f = licence_facts(g);
    if (!g->assessment->licence.asked)
        return;
    make_heading(m, _("The licence"));
    if (!f.body) {
        make_paragraph(m, _("Who decides about this profession there is not known here."), 0);
        page_pair(&m->b, C_("licence", "Decides"), office_ask_words(g))->style = STYLE_CAUTION;
        return;
    }
    if (f.record)
        make_paragraph(m, phrase_words(g, &f.record->text), 0);
    make_office(m, f.body, C_("licence", "Decides"), 0);
    struct block *likely = page_pair(&m->b, C_("licence", "Likely there"), likely_words(g));
    likely->style = g->assessment->licence.outcome == NONE ? STYLE_CAUTION
                    : g->assessment->state == STATE_OPEN
                        ? STYLE_PLAIN
                        : outcome_style(g, g->assessment->licence.outcome);
    add_conditions(m);
    add_documents(m);
    add_fact(m, f.body, f.fee, "fee");
    add_fact(m, f.body, f.time, "time");
    add_fact(m, f.body, f.appeal, "appeal");
    if (f.record)
        make_cites(m, &f.record->cites);
}
