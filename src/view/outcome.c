// SPDX-License-Identifier: MIT
// The headline, and why: what speaks for and against, what the conventions ask for, what was
// assumed.
#include <string.h>
#include "base/text.h"
#include "engine/sources.h"
#include "view/parts.h"

enum style outcome_style(const struct ground *g, int32_t outcome)
{
    static const enum style styles[] = {
        [TONE_BAD] = STYLE_BAD, [TONE_CAUTION] = STYLE_CAUTION, [TONE_GOOD] = STYLE_GOOD};
    return styles[g->pack->outcomes[outcome].tone];
}

int outcome_count(uint32_t set)
{
    int n = 0;
    for (; set; set &= set - 1)
        n++;
    return n;
}

static void add_possible(struct making *m)
{
    const struct assessment *a = m->g->assessment;
    if (outcome_count(a->reached) < 2 || m->on_paper) // the headline says from where to where
        return;
    make_heading(m, _("Still possible"));
    for (int32_t o = 0; o < m->g->pack->n_outcomes; o++)
        if (a->reached >> o & 1)
            page_item(&m->b, "•", say(m->g->i18n, &m->g->pack->outcomes[o].title));
}

// Could an instrument with a duty of its own still turn out to apply?
static bool may_be_linked(const struct ground *g)
{
    for (int32_t i = 0; i < g->assessment->n_links; i++) {
        const struct link *link = &g->assessment->links[i];
        if (link->applies == TRUTH_UNKNOWN &&
            g->pack->instruments[link->instrument].duty != DUTY_NONE)
            return true;
    }
    return false;
}

static void add_position(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    make_heading(m, _("What the conventions ask for"));
    if (a->position == NONE && may_be_linked(g)) {
        make_paragraph(
            m,
            _("Whether a convention that asks for something here links the two countries is not "
              "known. The part “Rights” names those that may."),
            0);
        return;
    }
    if (a->position == NONE) {
        make_paragraph(
            m,
            _("No convention or agreement that is known here links the two countries for "
              "your case. Then only the law of the destination counts."),
            0);
        return;
    }
    if (a->no_duty) {
        make_paragraph(
            m,
            _("Conventions or agreements link the two countries, but none of them asks for "
              "recognition in your case. Then the law of the destination counts."),
            0);
        return;
    }
    if (a->position_from == NONE) {
        make_paragraph(m, _("Not decided yet: it depends on the open points below."), 0);
        return;
    }
    const struct outcome *o = &g->pack->outcomes[a->position];
    make_paragraph(
        m, phrase_under(g, o->position.words ? &o->position : &o->title, a->position_from), 0);
}

static void add_challenge(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    if (!a->challenge)
        return;
    make_heading(m, _("You may ask for more"));
    struct block *b = page_add(&m->b, BLOCK_WARNING,
                               _("What offices tend to do here falls behind what the convention "
                                 "asks of them. You may object."));
    b->marker = "!";
    for (int32_t i = 0; i < a->n_grounds; i++) {
        const struct finding *f = &g->pack->findings[a->grounds[i]];
        page_item(&m->b, "•", phrase_words(g, &f->text));
        make_cites(m, &f->cites);
        if (f->ask.words)
            make_paragraph(
                m, arena_printf(g->arena, C_("challenge", "%s"), phrase_words(g, &f->ask)), 1);
    }
}

static void add_assumed(struct making *m)
{
    const struct ground *g = m->g;
    if (!question_set_any(&g->assessment->assumed))
        return;
    make_heading(m, _("Assumed, because you did not say"));
    int64_t usual;
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        if (question_set_has(&g->assessment->assumed, q) &&
            answer_usual(g->pack, g->answers, q, &usual))
            page_pair(&m->b, label_words(g, q), value_words(g, q, usual));
}

static void add_notices(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    const char *lists[LIST_KINDS];
    bool any = false;
    for (enum list_kind kind = 0; kind < LIST_KINDS; kind++)
        any |= (lists[kind] = list_words(g, kind)) != NULL;
    if (any || a->n_notices || question_set_any(&a->off_path))
        make_heading(m, _("Take note"));
    for (enum list_kind kind = 0; kind < LIST_KINDS; kind++) {
        if (!lists[kind])
            continue;
        bool wrong = a->listings[kind].contradicts;
        page_add(&m->b, wrong ? BLOCK_WARNING : BLOCK_NOTE, lists[kind])->marker =
            wrong ? "!" : "•";
        make_evidence(m, &ground_destination(g)->lists[a->listings[kind].list].evidence);
    }
    for (int32_t i = 0; i < a->n_notices; i++) {
        const struct notice *n = &g->pack->notices[a->notices[i]];
        struct block *b =
            page_add(&m->b, n->warning ? BLOCK_WARNING : BLOCK_NOTE, phrase_words(g, &n->text));
        b->marker = n->warning ? "!" : "•";
        make_cites(m, &n->cites);
    }
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        if (question_set_has(&a->off_path, q))
            page_add(&m->b, BLOCK_NOTE,
                     arena_printf(g->arena, _("Not used, because it does not apply here: %s"),
                                  label_words(g, q)))
                ->marker = "•";
}

// "bakalavr; NQF 6; years: 4; credits: 240 ECTS".
static void add_award(struct making *m, const struct country_level *level, const char *title)
{
    struct text t = TEXT_INIT;
    const char *const names[] = {_("framework"), _("years"), _("credits")};
    const struct phrase *const values[] = {&level->framework, &level->years, &level->credits};
    text_add(&t, level->award);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (values[i]->words)
            text_printf(&t, "; %s: %s", names[i], say(m->g->i18n, values[i]));
    page_pair(&m->b, title, arena_strdup(m->g->arena, text_str(&t)));
    text_release(&t);
    make_evidence(m, &level->evidence);
}

static void add_level(struct making *m)
{
    const struct ground *g = m->g;
    const struct answer *level =
        g->pack->q_level == NONE ? NULL : &g->answers->of[g->pack->q_level];
    if (!level || level->state != ANSWER_GIVEN)
        return;
    const struct country_level *home =
        level_in_country(g->pack, g->answers, g->pack->q_award_country, level->value);
    const struct country_level *there =
        level_in_country(g->pack, g->answers, g->pack->q_destination, level->value);
    if (home || there)
        make_heading(m, _("Level"));
    if (home)
        add_award(m, home, _("At home"));
    if (there && there != home)
        add_award(m, there, _("Of the same level there"));
}

// The most and the least favourable outcome of a set.
static void ends_of(const struct pack *pack, uint32_t set, int32_t *best, int32_t *worst)
{
    *best = *worst = NONE;
    for (int32_t o = 0; o < pack->n_outcomes; o++) {
        if (!(set >> o & 1))
            continue;
        if (*best == NONE || pack->outcomes[o].favour > pack->outcomes[*best].favour)
            *best = o;
        if (*worst == NONE || pack->outcomes[o].favour < pack->outcomes[*worst].favour)
            *worst = o;
    }
}

const char *outcome_headline(const struct ground *g)
{
    const struct assessment *a = g->assessment;
    const struct outcome *outcomes = g->pack->outcomes;
    int32_t best, worst;
    ends_of(g->pack, a->reached, &best, &worst);
    if (a->state != STATE_OPEN || best == worst)
        return say(g->i18n, &outcomes[a->outcome].title);
    return arena_printf(g->arena, _("Too early to say: from “%s” to “%s”"),
                        say(g->i18n, &outcomes[best].title), say(g->i18n, &outcomes[worst].title));
}

// What is likely, or what it would be with the ordinary answers.
void make_headline(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    bool open = a->state == STATE_OPEN,
         fallback = open && a->outcome == g->pack->outcome_individual;
    page_add(&m->b, BLOCK_TITLE, outcome_headline(g))->style =
        open ? STYLE_CAUTION : outcome_style(g, a->outcome);
    if (open && !fallback)
        page_pair(&m->b, _("With the usual answers"),
                  say(g->i18n, &g->pack->outcomes[a->outcome].title))
            ->style = outcome_style(g, a->outcome);
    if (a->licence.asked && a->academic != a->outcome &&
        !(open && a->academic == g->pack->outcome_individual)) // perhaps only not decided yet
        page_pair(&m->b, _("The diploma by itself"),
                  say(g->i18n, &g->pack->outcomes[a->academic].title))
            ->style = outcome_style(g, a->academic);
}

// ---- why ---------------------------------------------------------------------------------------

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
static void add_background(struct making *m)
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

void part_why(struct making *m)
{
    static const enum effect order[] = {EFFECT_BAR,       EFFECT_ROUTE,    EFFECT_DIFFERENCE,
                                        EFFECT_CONDITION, EFFECT_SUPPORTS, EFFECT_NOTE};
    const struct assessment *a = m->g->assessment;
    make_paragraph(m, phrase_words(m->g, &m->g->pack->outcomes[a->outcome].text), 0);
    add_possible(m);
    add_position(m);
    add_challenge(m);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        add_effect(m, order[i]);
    if (!a->n_live)
        make_paragraph(m, _("No rule in this pack speaks about your case yet."), 0);
    if (a->n_findings > a->n_live)
        make_heading(m, _("Would count, but …"));
    for (int32_t i = a->n_live; i < a->n_findings; i++)
        add_finding(m, &a->findings[i]);
    add_notices(m);
    add_assumed(m);
    add_level(m);
    add_background(m);
}
