// SPDX-License-Identifier: MIT
// The findings of a result, each with the answers behind it; and what else is known of the country.
#include <string.h>
#include "view/parts.h"

const char *effect_words(enum effect effect)
{
    switch (effect) {
    case EFFECT_BAR:
        return _("Stands in the way");
    case EFFECT_DIFFERENCE:
        return _("Differs");
    case EFFECT_CONDITION:
        return _("Is asked for on top");
    case EFFECT_ROUTE:
        return _("Decides how it is looked at");
    case EFFECT_SUPPORTS:
        return _("Speaks for you");
    case EFFECT_NOTE:
    case EFFECTS:
        break;
    }
    return _("To know");
}

static void add_because(struct making *m, int32_t finding)
{
    const struct ground *g = m->g;
    int32_t questions[PACK_MAX_QUESTIONS];
    int32_t n = finding_because(g->engine, g->answers, finding, questions);
    for (int32_t i = 0; i < n; i++) {
        const struct answer *a = &g->answers->of[questions[i]];
        int64_t listed;
        if (assessment_listed(g->pack, g->answers, g->assessment, questions[i], &listed))
            make_paragraph(m,
                           arena_printf(g->arena, _("A list says: %s %s"),
                                        label_words(g, questions[i]),
                                        value_words(g, questions[i], listed)),
                           1);
        else if (a->state != ANSWER_ABSENT)
            make_paragraph(m,
                           arena_printf(g->arena, _("You said: %s %s"),
                                        label_words(g, questions[i]),
                                        answer_words(g, questions[i], a)),
                           1);
    }
}

static const char *reading_words(const struct finding *f)
{
    enum reading reading = f->reading;
    if (f->decision == DECISION_LICENCE)
        return NULL; // of which no convention speaks
    if (reading == READING_PRACTICE)
        return _("This is how offices act; the conventions do not ask for it.");
    if (reading == READING_CONVENTION)
        return _("This is what the convention says; offices may act otherwise.");
    return NULL;
}

static void add_finding(struct making *m, const struct finding_state *state)
{
    const struct ground *g = m->g;
    const struct finding *f = &g->pack->findings[state->finding];
    page_item(&m->b, "•", phrase_words(g, &f->text));
    make_cites(m, &f->cites);
    if (reading_words(f) && f->effect != EFFECT_NOTE && f->effect != EFFECT_SUPPORTS)
        make_paragraph(m, reading_words(f), 1);
    if (state->live && f->effect != EFFECT_NOTE && !m->on_paper)
        add_because(m, state->finding);
    if (state->live && f->remedy.words)
        make_paragraph(m, arena_printf(g->arena, _("What helps: %s"), phrase_words(g, &f->remedy)),
                       1);
    if (!state->live && state->overridden_by != NONE)
        make_paragraph(m,
                       arena_printf(g->arena, _("Set aside, because: %s"),
                                    phrase_words(g, &g->pack->findings[state->overridden_by].text)),
                       1);
}

static void add_effect(struct making *m, enum effect effect)
{
    const struct assessment *a = m->g->assessment;
    bool any = false;
    for (int32_t i = 0; i < a->n_live; i++)
        if (m->g->pack->findings[a->findings[i].finding].effect == effect) {
            const struct finding *f = &m->g->pack->findings[a->findings[i].finding];
            if (effect == EFFECT_NOTE && f->country == NONE && m->on_paper)
                continue; // what holds everywhere
            if (!any)
                make_heading(m, effect_words(effect));
            any = true;
            add_finding(m, &a->findings[i]);
        }
}

// What nobody could find and what sources disagree on has to be known on paper too.
static bool is_caveat(const struct fact *fact)
{
    return !strcmp(fact->kind, "conflict") || !strcmp(fact->kind, "gap");
}

// Facts of the destination that no other part shows.
void make_background(struct making *m)
{
    const struct pack *pack = m->g->pack;
    const struct destination *d = ground_destination(m->g);
    bool any = false;
    for (int32_t k = 0; d && k < pack->n_background; k++)
        for (int32_t i = 0; i < d->n_facts; i++) {
            if (strcmp(d->facts[i].kind, pack->background[k]) ||
                (m->on_paper && !is_caveat(&d->facts[i])))
                continue;
            if (!any)
                make_heading(m, arena_printf(m->g->arena, _("About %s"),
                                             ground_country_name(m->g, m->g->pack->q_destination)));
            any = true;
            make_fact_record(m, &d->facts[i], kind_words(pack->background[k]), 0);
        }
}

void make_reasons(struct making *m)
{
    static const enum effect order[] = {EFFECT_BAR,       EFFECT_ROUTE,    EFFECT_DIFFERENCE,
                                        EFFECT_CONDITION, EFFECT_SUPPORTS, EFFECT_NOTE};
    const struct assessment *a = m->g->assessment;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        add_effect(m, order[i]);
    if (!a->n_live)
        make_paragraph(m, _("No rule in this pack speaks about your case yet."), 0);
    if (a->n_findings > a->n_live)
        make_heading(m, _("Would count, but …"));
    for (int32_t i = a->n_live; i < a->n_findings; i++)
        add_finding(m, &a->findings[i]);
}
