// SPDX-License-Identifier: MIT
// The first answer, after the questions that everything depends on: what is possible, what decides
// most, what it takes, and the two ways on. And what one more answer can change.
#include "base/text.h"
#include "pack/kind.h"
#include "view/parts.h"

enum { DECIDES_MOST = 3, WIDE = 5 };

const char *more_words(const struct ground *g, struct session_progress p)
{
    if (p.left - p.usual > WIDE && p.usual > 0)
        return arena_printf(g->arena,
                            P_("about %d to %d more", "about %d to %d more", (unsigned)p.left),
                            (int)p.usual, (int)p.left);
    return arena_printf(g->arena, P_("at most %d more", "at most %d more", (unsigned)p.left),
                        (int)p.left);
}

const char *outcomes_left_words(const struct ground *g)
{
    int n = outcome_count(g->assessment->reached);
    return n < 2 ? "" : arena_printf(g->arena, P_("%d outcome left", "%d outcomes left", n), n);
}

// ---- the page ----------------------------------------------------------------------------------

static void add_deciders(struct making *m)
{
    const struct assessment *a = m->g->assessment;
    if (a->state != STATE_OPEN || !a->n_missing) {
        make_reason(m);
        return;
    }
    make_heading(m, _("What decides most here"));
    for (int32_t i = 0; i < a->n_missing && i < DECIDES_MOST; i++)
        page_item(&m->b, "•", label_words(m->g, ground_missing(m->g, i)->question));
}

static void add_cost(struct making *m)
{
    const struct ground *g = m->g;
    const char *fee = cost_words(g, COST_FEE, NULL), *time = cost_words(g, COST_TIME, NULL);
    make_heading(m, _("What it takes"));
    if (fee)
        page_pair(&m->b, _("Money"), fee);
    if (time)
        page_pair(&m->b, _("Time"), time);
    if (!fee && !time)
        make_paragraph(m, office_ask_words(g), 0);
}

static void add_way(struct making *m, const char *words, int32_t value)
{
    struct block *b = page_add(&m->b, BLOCK_CHOICE, words);
    b->number = (int)m->b.n_items + 1;
    page_focusable(&m->b, value);
}

struct page *page_early(const struct ground *g, const struct session *s, int focus)
{
    struct making m;
    struct ground silent = *g;
    struct session_progress p = session_progress(s);
    silent.no_sources = true; // they stand in the result
    p.left++;                 // the question that comes next is one of them
    p.usual = session_usual(s);
    make_begin(&m, &silent, PAGE_EARLY, result_title(g));
    m.b.page.progress = _("First answer");
    make_headline(&m);
    add_deciders(&m);
    add_cost(&m);
    page_add(&m.b, BLOCK_GAP, "");
    add_way(&m, arena_printf(g->arena, _("Make it exact: %s"), more_words(g, p)), ITEM_DONE);
    add_way(&m, _("Stop here: the result as it stands"), ITEM_NONE);
    m.b.page.focus = focus;
    return page_finish(&m.b);
}

// ---- what one answer can change ----------------------------------------------------------------

// The outcomes with each of the choices, and whether what is possible differs between them.
static uint32_t with_each(const struct ground *g, int32_t question, bool *narrows)
{
    const struct question *q = &g->pack->questions[question];
    struct answers *tried = arena_alloc(g->arena, sizeof *tried);
    struct assessment a = {0};
    uint32_t outcomes = 0, first = 0;
    *tried = *g->answers;
    for (int32_t c = 0; c < q->n_choices; c++) {
        if (q->choices[c].counts_as_unknown)
            continue;
        tried->of[question] = (struct answer){.state = ANSWER_GIVEN, .value = c};
        assess(g->engine, tried, ASSESS_BRIEF, &a);
        outcomes |= (uint32_t)1 << a.outcome;
        *narrows |= first && a.reached != first;
        first = first ? first : a.reached;
    }
    assessment_release(&a);
    return outcomes;
}

static bool is_missing(const struct assessment *a, int32_t question)
{
    for (int32_t i = 0; i < a->n_missing; i++)
        if (a->missing[i].question == question)
            return true;
    return false;
}

// Would more be possible without the answer that is kept, or less with another one? What the
// destination decides is told without a look at the law of every country.
static bool has_narrowed(const struct ground *g, int32_t question)
{
    if (g->answers->of[question].state != ANSWER_GIVEN || question == g->pack->q_destination)
        return question == g->pack->q_destination;
    struct answers *without = arena_alloc(g->arena, sizeof *without);
    struct assessment a = {0};
    *without = *g->answers;
    without->of[question] = (struct answer){.state = ANSWER_ABSENT};
    assess(g->engine, without, ASSESS_FULL, &a);
    bool more = a.reached != g->assessment->reached || is_missing(&a, question);
    assessment_release(&a);
    return more;
}

const char *effect_of_answer(const struct ground *g, int32_t question)
{
    bool narrows = is_missing(g->assessment, question);
    uint32_t outcomes = 0;
    int32_t best, worst;
    if (question_form(&g->pack->questions[question]) == FORM_CHOICES)
        outcomes = with_each(g, question, &narrows);
    else
        narrows |= has_narrowed(g, question);
    if (outcome_count(outcomes) > 1) {
        outcome_ends(g->pack, outcomes, &best, &worst);
        return arena_printf(g->arena, _("This can decide between “%s” and “%s”."),
                            say(g->i18n, &g->pack->outcomes[worst].title),
                            say(g->i18n, &g->pack->outcomes[best].title));
    }
    return narrows ? _("This narrows what is possible.")
                   : _("This changes papers, steps or reasons, not the outcome.");
}
