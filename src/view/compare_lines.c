// SPDX-License-Identifier: MIT
// What is compared, one line of the table each; see compare_parts.h.
#include <string.h>
#include "base/text.h"
#include "engine/sources.h"
#include "pack/words.h"
#include "view/compare_parts.h"

const char *compare_words(const struct ground *g, struct text *t)
{
    const char *words = t->len ? arena_strdup(g->arena, text_str(t)) : C_("compare", "none");
    text_release(t);
    return words;
}

static const char *possible_cell(const struct side *s)
{
    const struct ground *g = &s->ground;
    struct text t = TEXT_INIT;
    for (int32_t o = 0; o < g->pack->n_outcomes; o++)
        if (g->assessment->reached >> o & 1)
            text_printf(&t, "%s%s", t.len ? "; " : "", say(g->i18n, &g->pack->outcomes[o].title));
    return compare_words(g, &t);
}

// The one that gives the position comes first, then the strongest. An apostille speaks of the seal:
// it is no link of recognition.
static const char *links_cell(const struct side *s)
{
    const struct ground *g = &s->ground;
    const struct assessment *a = g->assessment;
    struct text t = TEXT_INIT;
    if (a->position_from != NONE)
        text_add(&t, instrument_words(g, a->position_from));
    for (int32_t i = 0; i < a->n_links; i++)
        if (a->links[i].applies == TRUTH_YES && a->links[i].instrument != a->position_from &&
            g->pack->instruments[a->links[i].instrument].kind != KIND_LEGALISATION)
            text_printf(&t, "%s%s", t.len ? ", " : "", instrument_words(g, a->links[i].instrument));
    return compare_words(g, &t);
}

// The finding that counts most, in the pack's order, of those that speak against the person. A
// route that leads to a favourable outcome is no weak point.
static const char *weakest_cell(const struct side *s)
{
    const struct ground *g = &s->ground;
    bool good = outcome_style(g, g->assessment->outcome) == STYLE_GOOD;
    for (int r = 0; r < PACK_REASONS; r++)
        for (int32_t i = 0; i < g->assessment->n_live; i++) {
            const struct finding *f = &g->pack->findings[g->assessment->findings[i].finding];
            if (f->effect == g->pack->reasons[r] && f->effect != EFFECT_SUPPORTS &&
                !(good && f->effect == EFFECT_ROUTE))
                return words_first_sentence(g, phrase_words(g, &f->text));
        }
    return C_("compare", "none");
}

static const char *papers_cell(const struct side *s)
{
    const struct ground *g = &s->ground;
    int n = papers_count(g, PAPER_NEEDED);
    if (!g->assessment->n_documents)
        return _("Not known. Ask the authority.");
    return arena_printf(g->arena, _("%d of %d"), n, n + papers_count(g, PAPER_THERE));
}

// The fee or time that the first step with one names, else the first of its kind.
static const struct fact *fact_of(const struct ground *g, const char *kind)
{
    static const struct item any; // of no office: what the authority asks
    const struct fact *fact = !strcmp(kind, "fee")    ? ground_cost(g, COST_FEE, NULL)
                              : !strcmp(kind, "time") ? ground_cost(g, COST_TIME, NULL)
                                                      : NULL;
    return fact ? fact : ground_known_fact(g, &any, kind);
}

static const char *fact_cell(const struct ground *g, const char *kind)
{
    const struct fact *fact = fact_of(g, kind);
    if (!fact)
        return _("Not known. Ask the authority.");
    struct text t = TEXT_INIT;
    text_add(&t, phrase_words(g, &fact->text));
    if (fact_is_old(g, fact->kind, fact->evidence.as_of))
        text_printf(&t, " %s", _("(This is old and may have changed: ask.)"));
    if (fact->evidence.status == STATUS_REPORTED)
        text_printf(&t, " (%s)", status_words(STATUS_REPORTED));
    return compare_words(g, &t);
}

static const char *licence_cell(const struct side *s)
{
    const struct ground *g = &s->ground;
    struct licence_facts f = licence_facts(g);
    const char *likely = licence_words(g);
    struct text t = TEXT_INIT;
    if (!g->assessment->licence.asked)
        return C_("compare", "none");
    if (f.body)
        text_printf(&t, "%s: ", say(g->i18n, &f.body->name));
    text_add(&t, likely ? likely : _("Not known. Ask there."));
    return compare_words(g, &t);
}

// ---- the lines ---------------------------------------------------------------------------------

static const char *diploma_cell(const struct side *s)
{
    return diploma_words(&s->ground, s->diploma + 1);
}

static const char *outcome_cell(const struct side *s)
{
    return outcome_headline(&s->ground);
}

static const char *position_cell(const struct side *s)
{
    const char *words = position_words(&s->ground);
    return *words ? words : C_("compare", "none");
}

// How many, and those that decide by name.
static const char *open_cell(const struct side *s)
{
    enum { NAMED = 3 };
    const struct ground *g = &s->ground;
    struct text t = TEXT_INIT;
    if (!s->open)
        return C_("compare", "none");
    text_add(&t, arena_printf(g->arena, P_("%d question", "%d questions", s->open), s->open));
    for (int32_t i = 0; i < g->assessment->n_missing && i < NAMED; i++)
        text_printf(&t, "%s%s", i ? " " : ": ", label_words(g, ground_missing(g, i)->question));
    return compare_words(g, &t);
}

static const char *level_cell(const struct side *s)
{
    const struct ground *g = &s->ground;
    const struct answer *level = &g->answers->of[g->pack->q_level];
    const struct country_level *there =
        level->state == ANSWER_GIVEN
            ? level_in_country(g->pack, g->answers, g->pack->q_destination, level->value)
            : NULL;
    return there ? say(g->i18n, &there->award) : C_("compare", "not known");
}

static bool has_level(const struct side *s)
{
    const struct ground *g = &s->ground;
    return g->pack->q_level != NONE && strcmp(level_cell(s), C_("compare", "not known")) != 0;
}

static const char *office_cell(const struct side *s)
{
    const struct office *office = ground_authority(&s->ground);
    return office ? say(s->ground.i18n, &office->name) : C_("compare", "not known");
}

// Of the steps of that land's first screen the first that its own file holds; else the first that
// leads to an office there. What is the same everywhere tells nothing beside another land.
static const struct item *telling_step(const struct ground *g)
{
    const struct item *to_office = NULL;
    for (int32_t i = 0; i < g->assessment->n_steps; i++) {
        const struct item *step = &g->pack->steps[g->assessment->steps[i]];
        if (!first_shows_step(g, i))
            continue;
        if (step->country != NONE)
            return step;
        if (!to_office && ground_step_office(g, step))
            to_office = step;
    }
    return to_office ? to_office : &g->pack->steps[g->assessment->steps[0]];
}

// With the office, which the line above may name already, and how to reach it.
static const char *step_cell(const struct side *s)
{
    const struct ground *g = &s->ground;
    if (!g->assessment->n_steps)
        return C_("compare", "none");
    const struct item *step = telling_step(g);
    const struct office *office = ground_step_office(g, step);
    const char *brief = phrase_brief(g, step),
               *name = office && office != ground_authority(g) ? say(g->i18n, &office->name) : "",
               *way = office && office_way(office) ? office_way(office) : "";
    if (!*name && !*way)
        return brief;
    return arena_printf(g->arena, "%s (%s%s%s)", brief, name, *name && *way ? "; " : "", way);
}

static bool of_several(const struct side *s)
{
    return s->ground.diplomas != NULL;
}

static bool asks_licence(const struct side *s)
{
    return s->ground.assessment->licence.asked;
}

static bool is_undecided(const struct side *s)
{
    return outcome_count(s->ground.assessment->reached) > 1;
}

static bool has_open(const struct side *s)
{
    return s->open > 0;
}

static const struct compare_line lines[] = {
    {.name = N_("Diploma"), .cell = diploma_cell, .wanted = of_several},
    {.cell = outcome_cell},
    {.name = N_("Level there"), .cell = level_cell, .wanted = has_level},
    {.name = N_("Who decides"), .cell = office_cell},
    {.name = N_("First step there"), .cell = step_cell},
    {.fact = "fee"},
    {.fact = "time"},
    {.name = N_("Papers to get"), .cell = papers_cell},
    {.name = N_("Under the conventions"), .cell = position_cell},
    {.name = N_("Conventions"), .cell = links_cell},
    {.name = N_("Weakest point"), .cell = weakest_cell},
    {.fact = "appeal"},
    {.name = N_("The licence"), .cell = licence_cell, .wanted = asks_licence},
    {.name = N_("Still possible"), .cell = possible_cell, .wanted = is_undecided},
    {.name = N_("Not answered"), .cell = open_cell, .wanted = has_open},
};

const struct compare_line *compare_lines(size_t *count)
{
    *count = sizeof lines / sizeof *lines;
    return lines;
}

const char *compare_line_name(const struct compare_line *line)
{
    if (line->fact)
        return kind_words(line->fact);
    return line->name ? _(line->name) : tab_name(TAB_OUTCOME);
}

const char *compare_line_cell(const struct compare_line *line, const struct side *side)
{
    return line->fact ? fact_cell(&side->ground, line->fact) : line->cell(side);
}
