// SPDX-License-Identifier: MIT
// The summary of an appointment, for the client and for whoever helps next: the result in short,
// what was agreed, who does what until when. One sheet.
#include "view/letterhead.h"
#include "view/parts.h"

static void add_result(struct making *m)
{
    const struct ground *g = m->g;
    make_heading(m, arena_printf(g->arena, _("Result: %s"), result_title(g)));
    make_paragraph(m, outcome_headline(g), 0)->style = STYLE_STRONG;
    make_reason(m);
    make_muted(m,
               arena_printf(g->arena, _("Likely by the rules known on %s. The authority decides."),
                            say_date(g->arena, g->as_of)),
               0);
}

// "1. [ ] Send the transcript (the client, until 2026-12-15)"
static void add_task(struct making *m, const struct case_task *task, int number)
{
    const struct ground *g = m->g;
    // TRANSLATORS: a day until which something is to be done.
    const char *until = *task->until ? arena_printf(g->arena, _("until %s"), task->until) : "";
    const char *comma = *task->who && *until ? ", " : "", *words = task->what;
    if (*task->who || *until)
        words = arena_printf(g->arena, "%s (%s%s%s)", words, task->who, comma, until);
    page_item(&m->b, arena_printf(g->arena, "%d. %s", number, *task->done ? "[x]" : "[ ]"), words);
}

static void add_agreed(struct making *m, const struct case_summary *s)
{
    make_heading(m, _("What was agreed"));
    if (!s->n_tasks)
        make_paragraph(m, _("Nothing yet."), 0);
    for (int i = 0; i < s->n_tasks; i++)
        add_task(m, &s->tasks[i], i + 1);
}

struct page *page_summary(const struct ground *g, const struct case_summary *s)
{
    struct ground plain = *g;
    struct making m;
    plain.no_sources = true; // the result names them
    make_begin(&m, &plain, PAGE_REPORT, _("Summary of the appointment"));
    make_letterhead(&m, false);
    page_add(&m.b, BLOCK_TITLE, _("Summary of the appointment"));
    page_pair(&m.b, _("Name of the case"), s->name);
    page_pair(&m.b, _("Day"), say_date(g->arena, g->as_of));
    if (*s->next)
        page_pair(&m.b, _("Next date"), s->next);
    add_result(&m);
    add_agreed(&m, s);
    for (int i = 0; i < s->n_parts; i++) {
        if (!s->parts[i].n)
            continue;
        make_heading(&m, s->parts[i].title);
        for (int k = 0; k < s->parts[i].n; k++)
            page_item(&m.b, "•", s->parts[i].lines[k]);
    }
    make_letterhead(&m, true);
    return page_finish(&m.b);
}
