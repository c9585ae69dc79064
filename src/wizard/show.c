// SPDX-License-Identifier: MIT
// The page of the moment: built when it is first asked for, once.
#include "wizard/state.h"

#include <stdio.h>
#include "view/search.h"

struct ground wizard_ground(struct wizard *w, struct arena *arena)
{
    return (struct ground){.arena = arena,
                           .i18n = w->i18n,
                           .pack = w->pack,
                           .engine = w->engine,
                           .as_of = w->as_of,
                           .no_sources = w->silent,
                           .deadline = w->need,
                           .details = w->details,
                           .answers = &w->session.current,
                           .assessment = w->assessed ? w->assessment : NULL,
                           .diplomas = w->assessed && w->n_diplomas > 1 ? &w->diplomas : NULL,
                           .diploma = w->n_diplomas > 1 ? w->diploma + 1 : 0,
                           .search = w->search,
                           .help = w->policy ? w->policy->help : NULL,
                           .desk = w->policy ? w->policy->desk : NULL};
}

void wizard_need_names(struct wizard *w)
{
    if (!w->search)
        w->search = search_new(w->i18n, w->pack);
}

void wizard_need_content(struct wizard *w)
{
    wizard_need_names(w);
    search_content(w->search, w->i18n);
}

static bool offers_search(const struct wizard *w)
{
    return wizard_context(w) & (CONTEXT_SEARCH | CONTEXT_PICK);
}

static void need_for_search(struct wizard *w)
{
    (w->asking.finding ? wizard_need_content : wizard_need_names)(w);
}

// A law takes longer than all else that a key press can ask for, and a search reads files once.
void wizard_prepare(struct wizard *w)
{
    if (offers_search(w))
        need_for_search(w);
    if (wizard_screen(w) != SCREEN_QUESTION || w->asking.question != w->pack->q_destination)
        return;
    int32_t country = wizard_focused(w);
    if (country >= 0 && country < w->pack->n_countries)
        engine_prepare(w->engine, country);
}

void wizard_assess(struct wizard *w)
{
    if (!w->assessed)
        assess(w->engine, &w->session.current, ASSESS_FULL, w->assessment);
    if (!w->assessed)
        diplomas_assess(w);
    w->assessed = true;
}

const struct assessment *wizard_assessment(struct wizard *w)
{
    wizard_assess(w);
    return w->n_diplomas > 1 ? &w->each[w->diplomas.carries] : w->assessment;
}

static void build(struct wizard *w)
{
    const struct screen_ops *ops = screen_ops(wizard_screen(w));
    arena_wipe(&w->frame);
    if (ops->assessed || (w->early && wizard_screen(w) == SCREEN_QUESTION))
        wizard_assess(w);
    if (offers_search(w) && ops->line(w)->bytes[0])
        need_for_search(w);
    struct ground g = wizard_ground(w, &w->frame);
    w->page = ops->build(w, &g);
    w->page->hints = action_footer(&w->frame, wizard_context(w), w->abilities, &w->page->n_hints);
    w->focus[wizard_screen(w)] = w->page->focus;
    w->page->built = ++w->pages_built;
}

const struct page *wizard_page(struct wizard *w)
{
    if (!w->page)
        build(w);
    w->page->message = w->message;
    return w->page;
}

const struct page *wizard_side(struct wizard *w)
{
    if (w->n_open > 1 || w->open[0] == SCREEN_WELCOME)
        return NULL;
    if (w->side)
        return w->side;
    wizard_assess(w);
    arena_wipe(&w->side_frame);
    struct ground g = wizard_ground(w, &w->side_frame);
    bool told = wizard_screen(w) == SCREEN_RESULT && w->tab == TAB_STEPS;
    return w->side = page_side(&g, &w->session, !told);
}

const struct page *wizard_source(struct wizard *w, int number)
{
    wizard_page(w); // its frame is the ground's
    wizard_assess(w);
    struct ground g = wizard_ground(w, &w->frame);
    return page_source(&g, number);
}

enum context wizard_context(const struct wizard *w)
{
    return screen_ops(wizard_screen(w))->context(w);
}

int32_t wizard_focused(struct wizard *w)
{
    const struct page *page = wizard_page(w);
    return page->focus < 0 ? ITEM_FIELD : page->items[page->focus].value;
}

void wizard_stand_on(struct wizard *w, int32_t value)
{
    w->page = NULL;
    const struct page *page = wizard_page(w);
    for (int i = 0; i < page->n_items; i++)
        if (page->items[i].value == value)
            w->focus[wizard_screen(w)] = w->page->focus = i;
}

int32_t wizard_first_match(struct wizard *w)
{
    const struct page *page = wizard_page(w);
    return page->takes_first ? page->items[1].value : NONE;
}

void wizard_say(struct wizard *w, const char *words)
{
    snprintf(w->message, sizeof w->message, "%s", words);
}
