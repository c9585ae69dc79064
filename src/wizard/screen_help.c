// SPDX-License-Identifier: MIT
// Help: it speaks about the screen it was opened on.
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_PANEL;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    int n;
    enum screen below = wizard_below(w);
    const struct hint *keys =
        action_keys(g->arena, screen_ops(below)->context(w), w->abilities, &n);
    return below == SCREEN_QUESTION ? page_question_help(g, session_question(&w->session), keys, n)
                                    : page_keys(g, keys, n);
}

const struct screen_ops screen_help = {.id = "help", .context = context, .build = build};
