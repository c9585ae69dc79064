// SPDX-License-Identifier: MIT
// The findings of a result, each with the answers behind it; and what else is known of the country.
#include <string.h>
#include "view/parts.h"

enum { CAVEATS_FOLDED = 1, MINOR_FOLDED = 3 };

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

// What holds for one of the two readings only: in a word, which is explained below all, or in a
// sentence.
static const struct {
    const char *word, *below, *sentence;
} readings[] = {
    [READING_PRACTICE] =
        {N_("(practice)"),
         N_("Practice: this is how offices act; the conventions do not ask for it."),
         N_("This is how offices act; the conventions do not ask for it.")},
    [READING_CONVENTION] = {N_("(convention)"),
                            N_("Convention: this is what it says; offices may act otherwise."),
                            N_("This is what the convention says; offices may act otherwise.")},
    [READING_BOTH] = {NULL, NULL, NULL}};

// READING_BOTH: nothing is to be said. Of a licence no convention speaks.
static enum reading reading_of(const struct finding *f)
{
    bool says =
        f->decision != DECISION_LICENCE && f->effect != EFFECT_NOTE && f->effect != EFFECT_SUPPORTS;
    return says ? f->reading : READING_BOTH;
}

static void explain_readings(struct making *m)
{
    const struct assessment *a = m->g->assessment;
    bool met[sizeof readings / sizeof *readings] = {false};
    for (int32_t i = 0; i < a->n_live; i++)
        met[reading_of(&m->g->pack->findings[a->findings[i].finding])] = true;
    for (size_t r = 0; r < sizeof readings / sizeof *readings; r++)
        if (met[r] && readings[r].below)
            make_muted(m, _(readings[r].below), 0);
}

const char *set_aside_words(const struct ground *g, const struct finding_state *state)
{
    const char *why = phrase_words(g, &g->pack->findings[state->overridden_by].text);
    return arena_printf(g->arena,
                        state->live == TRUTH_NO
                            ? _("Set aside, because: %s")
                            : _("Does not count if this holds, and we could not find out: %s"),
                        why);
}

static bool is_minor(enum effect effect)
{
    return effect == EFFECT_SUPPORTS || effect == EFFECT_NOTE;
}

static void add_finding(struct making *m, const struct finding_state *state)
{
    const struct ground *g = m->g;
    const struct finding *f = &g->pack->findings[state->finding];
    const char *words = phrase_words(g, &f->text);
    const char *word = readings[reading_of(f)].word;
    words = is_minor(f->effect) ? fold_words(m, words) : words;
    page_item(&m->b, "•",
              m->folded && word ? arena_printf(g->arena, "%s %s", words, _(word)) : words);
    make_cites(m, &f->cites);
    if (m->folded)
        return; // what helps stands in the part of that name
    if (word)
        make_paragraph(m, _(readings[reading_of(f)].sentence), 1);
    bool live = state->live == TRUTH_YES;
    if (live && f->effect != EFFECT_NOTE)
        add_because(m, state->finding);
    if (live && f->remedy.words)
        make_paragraph(m, arena_printf(g->arena, _("What helps: %s"), phrase_words(g, &f->remedy)),
                       1);
    if (!live)
        make_paragraph(m, set_aside_words(g, state), 1);
}

static const struct finding *live_finding(const struct ground *g, int32_t i)
{
    return &g->pack->findings[g->assessment->findings[i].finding];
}

// What holds everywhere is no news.
static bool shows(const struct making *m, const struct finding *f, enum effect effect)
{
    return f->effect == effect && !(effect == EFFECT_NOTE && f->country == NONE && m->folded);
}

// Of the land's own rules, or of the general ones.
static int count_shown(const struct making *m, enum effect effect, bool own)
{
    int n = 0;
    for (int32_t i = 0; i < m->g->assessment->n_live; i++) {
        const struct finding *f = live_finding(m->g, i);
        n += shows(m, f, effect) && (f->country != NONE) == own;
    }
    return n;
}

// On the screen a long list of what helps or is only to know is cut, where that hides more than
// one; the land's own rules stay.
static void add_effect(struct making *m, enum effect effect)
{
    const struct assessment *a = m->g->assessment;
    int left[2] = {count_shown(m, effect, false), count_shown(m, effect, true)};
    int all = left[0] + left[1], more = 0;
    if (all)
        make_heading(m, effect_words(effect));
    if (all > MINOR_FOLDED + 1 && m->folded && !m->on_paper && is_minor(effect)) {
        left[1] = left[1] < MINOR_FOLDED ? left[1] : MINOR_FOLDED;
        left[0] = MINOR_FOLDED - left[1];
        more = all - MINOR_FOLDED;
    }
    for (int32_t i = 0; i < a->n_live; i++) {
        const struct finding *f = live_finding(m->g, i);
        if (shows(m, f, effect) && left[f->country != NONE]-- > 0)
            add_finding(m, &a->findings[i]);
    }
    if (more)
        make_muted(m, arena_printf(m->g->arena, P_("and %d more …", "and %d more …", more), more),
                   1);
}

// What sources disagree on has to be known on paper too, and there also what nobody could find; on
// the screen that is said where it is missing.
static bool is_caveat(const struct making *m, const struct fact *fact)
{
    return !strcmp(fact->kind, "conflict") || (m->on_paper && !strcmp(fact->kind, "gap"));
}

// Facts of the destination that no other part shows.
void make_background(struct making *m)
{
    const struct pack *pack = m->g->pack;
    const struct destination *d = ground_destination(m->g);
    int shown = 0;
    for (int32_t k = 0; d && k < pack->n_background; k++)
        for (int32_t i = 0; i < d->n_facts; i++) {
            if (strcmp(d->facts[i].kind, pack->background[k]) ||
                !ground_fact_concerns(m->g, &d->facts[i]) ||
                (m->folded && (!is_caveat(m, &d->facts[i]) || shown == CAVEATS_FOLDED)))
                continue;
            if (!shown++)
                make_heading(
                    m, arena_printf(m->g->arena, _("About %s"),
                                    ground_country_said(m->g, m->g->pack->q_destination, false)));
            make_fact_record(m, &d->facts[i], kind_words(pack->background[k]), 0);
        }
}

static void add_set_aside(struct making *m)
{
    const struct assessment *a = m->g->assessment;
    if (m->folded)
        return;
    if (a->n_findings > a->n_live)
        make_heading(m, _("Would count, but …"));
    for (int32_t i = a->n_live; i < a->n_findings; i++)
        add_finding(m, &a->findings[i]);
}

bool make_reasons(struct making *m)
{
    for (int i = 0; i < PACK_REASONS; i++)
        add_effect(m, m->g->pack->reasons[i]);
    if (!m->g->assessment->n_live)
        make_paragraph(m, _("No rule in this pack speaks about your case yet."), 0);
    add_set_aside(m);
    if (m->folded)
        explain_readings(m);
    size_t before = m->b.n_blocks;
    add_effect(m, EFFECT_NOTE);
    return m->b.n_blocks > before;
}
