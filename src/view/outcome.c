// SPDX-License-Identifier: MIT
// The outcome: how it looks, and the headline of a result.
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

void outcome_ends(const struct pack *pack, uint32_t set, int32_t *best, int32_t *worst)
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

const char *position_words(const struct ground *g)
{
    const struct assessment *a = g->assessment;
    return a->position == NONE || a->no_duty ? ""
                                             : say(g->i18n, &g->pack->outcomes[a->position].title);
}

bool outcome_undecided(const struct ground *g)
{
    int32_t best, worst;
    outcome_ends(g->pack, g->assessment->reached, &best, &worst);
    return g->assessment->state == STATE_OPEN &&
           (best == NONE || g->pack->outcomes[best].tone != TONE_BAD);
}

const char *outcome_headline(const struct ground *g)
{
    const struct assessment *a = g->assessment;
    const struct outcome *outcomes = g->pack->outcomes;
    int32_t best, worst;
    outcome_ends(g->pack, a->reached, &best, &worst);
    if (!outcome_undecided(g) || best == worst)
        return say(g->i18n, &outcomes[a->outcome].title);
    return arena_printf(g->arena, _("Too early to say: from “%s” to “%s”"),
                        say(g->i18n, &outcomes[best].title), say(g->i18n, &outcomes[worst].title));
}

// A rule says that the authority looks at each case by itself; else it is only not decided.
static bool is_by_rule(const struct ground *g)
{
    const struct finding *reason = reason_main(g);
    return reason && reason->effect == EFFECT_ROUTE;
}

// What is likely, or what it would be with the ordinary answers.
void make_headline(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    bool open = outcome_undecided(g),
         fallback = open && a->outcome == g->pack->outcome_individual && !is_by_rule(g);
    page_add(&m->b, BLOCK_TITLE, outcome_headline(g))->style =
        open ? STYLE_CAUTION : outcome_style(g, a->outcome);
    if (open && !fallback) // in no colour: nothing is decided
        page_pair(&m->b, _("With the usual answers"),
                  say(g->i18n, &g->pack->outcomes[a->outcome].title));
    if (a->licence.asked && a->academic != a->outcome &&
        !(open && a->academic == g->pack->outcome_individual)) // perhaps only not decided yet
        page_pair(&m->b, _("The diploma by itself"),
                  say(g->i18n, &g->pack->outcomes[a->academic].title))
            ->style = open ? STYLE_PLAIN : outcome_style(g, a->academic);
}
