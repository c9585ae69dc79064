// SPDX-License-Identifier: MIT
// All answers; Enter on one goes to its question.
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_REVIEW;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    const unsigned both = ABILITY_SEVERAL | ABILITY_KEYS;
    return page_review(g, &w->session, (w->abilities & both) == both, w->focus[SCREEN_REVIEW]);
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)argument;
    int32_t question = wizard_focused(w);
    if (question == ITEM_DONE)
        return w->n_diplomas > 1 ? verb_diplomas(w, action, NULL) : verb_another(w, action, NULL);
    if (question == ITEM_FIELD)
        return wizard_close(w);
    return wizard_jump(w, question);
}

const struct screen_ops screen_review = {
    .id = "review",
    .context = context,
    .build = build,
    .accept = accept,
};
