// SPDX-License-Identifier: MIT
// The result in its parts, one at a time: where the questions end, and above a question as far as
// it can be said.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    unsigned part = w->tab == TAB_WHY ? CONTEXT_REASONS : w->tab == TAB_PAPERS ? CONTEXT_PAPERS : 0;
    return (enum context)(CONTEXT_RESULT | part);
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    return page_result(g, w->tab, w->focus[SCREEN_RESULT]);
}

static int turn_to(struct wizard *w, int tab)
{
    if (tab < 0 || tab >= TABS)
        return WIZARD_SAME;
    w->tab = (enum tab)tab;
    w->side = NULL;
    w->focus[SCREEN_RESULT] = PAGE_FOCUS_OWN;
    return WIZARD_PAGE;
}

static int tick(struct wizard *w, int32_t document)
{
    struct answers before = w->session.all;
    session_tick(&w->session, document);
    diplomas_share(w, &before);
    explicit_bzero(&before, sizeof before);
    w->assessed = false;
    w->side = NULL;
    wizard_stand_on(w, document);
    const struct page *page = w->page;
    const struct block *row = &page->blocks[page->items[page->focus].block];
    const char *words = *row->detail ? row->detail : row->text, *sources = strstr(words, " [");
    int len = (int)(sources ? sources - words : (ptrdiff_t)strlen(words));
    snprintf(w->message, sizeof w->message, row->on ? _("You have it: %s") : _("Not there yet: %s"),
             arena_printf(&w->frame, "%.*s", len, words));
    return WIZARD_PAGE;
}

// A line that stands for a question decides more than what is to be got: what moved is shown, as
// after any answer.
static int tick_line(struct wizard *w, int32_t question)
{
    struct session *s = &w->session;
    struct answers before = s->all;
    bool whole = session_question(s) == NONE;
    changed_remember(w);
    session_tick_line(s, question);
    diplomas_share(w, &before);
    explicit_bzero(&before, sizeof before);
    w->assessed = false;
    w->side = NULL;
    if (whole && session_question(s) != NONE) {
        wizard_arrive(w); // it leads to further questions
        return WIZARD_PAGE;
    }
    wizard_stand_on(w, w->pack->n_documents + question);
    int event = changed_arrive(w);
    const struct ground g = wizard_ground(w, &w->frame);
    snprintf(w->message, sizeof w->message, _("You answered: %s."),
             answer_words(&g, question, &s->current.of[question]));
    return event;
}

// The focused row, or the one with that number among the papers.
static int tick_row(struct wizard *w, const char *number)
{
    const struct page *page = wizard_page(w);
    int32_t value = wizard_focused(w);
    int wanted = number ? atoi(number) : 0;
    if (number && (wanted < 1 || wanted > page->n_items))
        value = ITEM_READ;
    else if (number)
        value = page->items[wanted - 1].value;
    if (w->tab != TAB_PAPERS || !page->n_items || value < 0)
        return WIZARD_SAME;
    return value < w->pack->n_documents ? tick(w, value)
                                        : tick_line(w, value - w->pack->n_documents);
}

static int act(struct wizard *w, enum action action, const char *argument)
{
    switch (action) {
    case ACTION_NEXT_TAB:
        return turn_to(w, ((int)w->tab + 1) % TABS);
    case ACTION_PREVIOUS_TAB:
        return turn_to(w, ((int)w->tab + TABS - 1) % TABS);
    case ACTION_NUMBER:
        return turn_to(w, argument ? atoi(argument) - 1 : -1);
    case ACTION_TOGGLE:
    case ACTION_ACCEPT:
        return tick_row(w, argument);
    case ACTION_WHY:
        return turn_to(w, TAB_WHY);
    case ACTION_DETAILS:
        w->details = !w->details;
        wizard_say(w,
                   w->details ? _("Everything is shown.") : _("What most people need is shown."));
        return turn_to(w, (int)w->tab);
    default:
        return WIZARD_PASS;
    }
}

const struct screen_ops screen_result = {
    .id = "result",
    .context = context,
    .assessed = true,
    .build = build,
    .act = act,
};
