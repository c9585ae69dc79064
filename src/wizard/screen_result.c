// SPDX-License-Identifier: MIT
// The result in its parts, one at a time: where the questions end, and above a question as far as
// it can be said.
#include <stdlib.h>
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    return w->tab == TAB_WHY ? (enum context)(CONTEXT_RESULT | CONTEXT_REASONS) : CONTEXT_RESULT;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    return page_result(g, w->tab);
}

static int turn_to(struct wizard *w, int tab)
{
    if (tab < 0 || tab >= TABS)
        return WIZARD_SAME;
    w->tab = (enum tab)tab;
    return WIZARD_PAGE;
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
    case ACTION_WHY:
        return turn_to(w, TAB_WHY);
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
