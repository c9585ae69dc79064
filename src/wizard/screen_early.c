// SPDX-License-Identifier: MIT
// The first answer: go on with the questions, or stop with the result as it stands.
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_EARLY;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    return page_early(g, &w->session, w->focus[SCREEN_EARLY]);
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    bool stop = wizard_focused(w) == ITEM_NONE;
    return stop ? verb_result(w, ACTION_RESULT, NULL) : wizard_close(w);
}

// Back is the question that was answered last, not the one below.
static int act(struct wizard *w, enum action action, const char *argument)
{
    if (action != ACTION_BACK)
        return WIZARD_PASS;
    wizard_close(w);
    return verb_back(w, action, argument);
}

const struct screen_ops screen_early = {
    .id = "early",
    .context = context,
    .assessed = true,
    .build = build,
    .accept = accept,
    .act = act,
};
