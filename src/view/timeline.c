// SPDX-License-Identifier: MIT
// The steps on a calendar: bars, and the same in words; see plan.h.
#include "view/parts.h"
#include "view/plan.h"

static const char *day_words(const struct ground *g, date day)
{
    return say_date(g->arena, day);
}

static const char *who(const struct ground *g, const struct plan_step *s)
{
    const struct office *office = ground_step_office(g, &g->pack->steps[s->step]);
    return office ? say(g->i18n, &office->name) : _("the office");
}

static const char *step_words(const struct ground *g, const struct plan *plan, int32_t i)
{
    const struct plan_step *s = &plan->steps[i];
    bool beside = i > 0 && s->start == plan->steps[i - 1].start;
    const char *when =
        plan->deadline ? arena_printf(g->arena, _("begin by %s"), day_words(g, s->start))
        : beside       ? arena_printf(g->arena, _("%s, at the same time"), day_words(g, s->start))
                       : day_words(g, s->start);
    if (!s->known)
        return arena_printf(g->arena, _("%s: how long this takes is not known."), when);
    return arena_printf(
        g->arena,
        s->critical ? _("%s: %s has at most %d days, until %s. All that follows waits for it.")
                    : _("%s: %s has at most %d days, until %s."),
        when, who(g, s), (int)s->days, day_words(g, s->end));
}

static void add_bars(struct making *m, const struct plan *plan)
{
    struct page_bar *bars = ARENA_ARRAY(m->g->arena, struct page_bar, (size_t)plan->n);
    struct page_chart *chart = ARENA_NEW(m->g->arena, struct page_chart);
    for (int32_t i = 0; i < plan->n; i++) {
        const struct plan_step *s = &plan->steps[i];
        bars[i] = (struct page_bar){(int)i + 1, s->from, s->days, s->known};
    }
    *chart = (struct page_chart){_("The steps as bars; the same follows in words."), bars, plan->n,
                                 plan->days};
    page_add(&m->b, BLOCK_CHART, "")->chart = chart;
}

static const char *begin_words(const struct ground *g, const struct plan *plan)
{
    return arena_printf(g->arena,
                        plan->late ? _("To be ready by %s the first step should have begun on %s. "
                                       "That is too late for this way: ask the office whether "
                                       "there is a quicker one.")
                                   : _("To be ready by %s begin by %s."),
                        day_words(g, plan->deadline), day_words(g, plan->start));
}

// `sum`: the last day is worth being told; where one has to be kept, it stands above the steps.
static void add_end(struct making *m, const struct plan *plan, bool sum)
{
    const struct ground *g = m->g;
    if (sum && !plan->deadline)
        make_paragraph(m,
                       arena_printf(g->arena, _("Counted so, the last step ends on %s."),
                                    day_words(g, plan->end)),
                       0);
    make_muted(m,
               plan->whole
                   ? _("Holidays are not counted. It is not a promise: the authority decides.")
                   : _("A step whose length nobody knows counts as one day, so it can only take "
                       "longer. It is not a promise."),
               0);
}

struct page *page_need(const struct ground *g, const char *typed, size_t cursor)
{
    struct making m;
    make_begin(&m, g, PAGE_REVIEW, _("By when?"));
    page_add(&m.b, BLOCK_TITLE, _("By when do you need the result?"));
    make_paragraph(&m,
                   _("The steps are counted back from that day: when each has to begin, and what "
                     "is to be done now."),
                   0);
    make_muted(
        &m, _("Year, month, day, for example 2027-09-01. Left empty, they are counted from today."),
        0);
    make_field(&m, typed, cursor);
    return page_finish(&m.b);
}

// Whoever has a day to keep wants to know what cannot wait.
static void add_this_week(struct making *m, const struct plan *plan)
{
    enum { WEEK = 7 };
    const struct ground *g = m->g;
    date soon = date_add_days(g->as_of, WEEK);
    const char *numbers = "";
    if (plan->late)
        return;
    for (int32_t i = 0; i < plan->n; i++)
        if (plan->steps[i].start < soon)
            numbers = arena_printf(g->arena, "%s%s%d", numbers, *numbers ? ", " : "", (int)i + 1);
    if (*numbers)
        make_paragraph(m, arena_printf(g->arena, _("To begin within a week: step %s."), numbers),
                       0);
    else
        make_paragraph(m, _("Nothing has to begin within a week."), 0);
}

void part_deadline(struct making *m)
{
    struct plan plan;
    if (m->g->deadline == DATE_NONE || !m->g->assessment->n_steps || !ground_destination(m->g))
        return;
    plan_make(&plan, m->g, m->g->start, m->g->deadline);
    make_paragraph(m, begin_words(m->g, &plan), 0)->style = STYLE_STRONG;
    if (!plan.whole)
        make_paragraph(m, _("How long some steps take is not known: begin earlier if you can."), 0);
    add_this_week(m, &plan);
}

// Only where there is something to reckon with: a time limit that is known, or a day to be ready
// by.
void part_timeline(struct making *m)
{
    struct plan plan;
    bool dated = m->g->deadline != DATE_NONE || m->g->start != DATE_NONE;
    int known = 0;
    if (!m->g->assessment->n_steps || !ground_destination(m->g))
        return;
    plan_make(&plan, m->g, m->g->start, m->g->deadline);
    for (int32_t i = 0; i < plan.n; i++)
        known += plan.steps[i].known;
    if (!dated && known < (m->folded ? 2 : 1)) // one is said with its step
        return;
    make_heading(m, _("How long it may take"));
    if (dated || known > 1) // one bar among place holders says nothing
        add_bars(m, &plan);
    for (int32_t i = 0; i < plan.n; i++)
        if (plan.steps[i].known || plan.deadline) // the others only hold their place
            page_item(&m->b, arena_printf(m->g->arena, "%d.", (int)i + 1),
                      step_words(m->g, &plan, i));
    add_end(m, &plan, dated || known > 1);
}
