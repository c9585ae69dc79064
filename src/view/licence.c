// SPDX-License-Identifier: MIT
// The second decision, where the purpose is work in a profession: who decides, what is likely
// there, its fee, time and appeal. What that body asks for stands with the reasons and the papers.
#include <string.h>
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
    // An office of recognition that is named for want of another has a fee for recognition.
    bool own = !strcmp(f.body->role, ROLE_PROFESSION);
    for (int i = 0; i < 3; i++) {
        const struct fact *fact = named[i] ? destination_fact(d, named[i])
                                  : own    ? office_fact(d, f.body, kinds[i])
                                           : NULL;
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

const char *licence_words(const struct ground *g)
{
    int32_t outcome = g->assessment->licence.outcome;
    if (outcome == NONE)
        return NULL;
    const struct outcome *o = &g->pack->outcomes[outcome];
    return phrase_words(g, o->licence.words ? &o->licence : &o->title);
}

static const char *likely_words(const struct ground *g)
{
    const char *words = licence_words(g);
    return words ? words : _("Not known here. Ask this body before you pay for anything.");
}

// What the body asks and how long it takes; what is not known of that, in one line.
static void add_facts(struct making *m, const struct licence_facts *f, int step)
{
    static const char *const kinds[] = {"fee", "time", "appeal"};
    const struct fact *const facts[] = {f->fee, f->time, f->appeal};
    const struct ground *g = m->g;
    const char *unknown = "";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (facts[i])
            make_fact_record(m, facts[i], kind_words(kinds[i]), 0);
        else
            unknown = arena_printf(g->arena, "%s%s%s", unknown, *unknown ? ", " : "",
                                   kind_words(kinds[i]));
    if (*unknown)
        page_pair(&m->b, unknown,
                  step ? arena_printf(g->arena, _("Not known. Ask the office of step %d."), step)
                       : _("Not known here. Ask this body before you pay for anything."))
            ->style = STYLE_CAUTION;
}

// How it is reached stands with the step that leads there, if there is one; folded, its name too.
// Where no licence is needed, or perhaps none, nobody decides: it can be asked.
static void add_body(struct making *m, const struct office *body, int step, bool decides)
{
    const struct ground *g = m->g;
    const char *what = decides ? C_("licence", "Decides") : C_("licence", "Where to ask");
    if (!step)
        make_office(m, body, what, 0);
    else if (!m->folded)
        page_pair(
            &m->b, what,
            arena_printf(g->arena, _("%s (Office: step %d.)"), say(g->i18n, &body->name), step));
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
    // Folded, the reasons say what the body asks for; where there are none, this does.
    bool spared = f.record && f.record->needed == NEEDED_NO;
    bool doubtful = f.record && f.record->needed == NEEDED_UNKNOWN;
    if (f.record && (!m->folded || spared || doubtful || g->assessment->licence.outcome == NONE))
        make_paragraph(m, phrase_words(g, &f.record->text), 0);
    int step = first_step_to(g, f.body);
    add_body(m, f.body, step, !spared && !doubtful);
    if (!m->folded) { // the head says it
        struct block *likely = page_pair(&m->b, C_("licence", "Likely there"), likely_words(g));
        likely->style = g->assessment->licence.outcome == NONE ? STYLE_CAUTION
                        : g->assessment->state == STATE_OPEN
                            ? STYLE_PLAIN
                            : outcome_style(g, g->assessment->licence.outcome);
    }
    if (!spared || f.fee || f.time || f.appeal)
        add_facts(m, &f, step);
    if (f.record)
        make_cites(m, &f.record->cites);
}
