// SPDX-License-Identifier: MIT
// Really leave, or really start again? The first row is No.
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    return w->confirm == CONFIRM_REMOVE ? (enum context)(CONTEXT_CONFIRM | CONTEXT_REMOVE)
                                        : CONTEXT_CONFIRM;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    struct ground ground = *g;
    if (w->confirm == CONFIRM_REMOVE) {
        ground.answers = &diplomas_at(w, w->removing)->current;
        ground.diploma = w->removing + 1;
    }
    return page_confirm(&ground, w->confirm, w->focus[SCREEN_CONFIRM]);
}

static int confirmed(struct wizard *w, bool yes)
{
    if (!yes)
        return wizard_close(w);
    if (w->confirm == CONFIRM_REMOVE)
        return diplomas_forget(w);
    return w->confirm == CONFIRM_QUIT || w->confirm == CONFIRM_QUIT_CASE ? WIZARD_LEAVE
                                                                         : wizard_start_again(w);
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return confirmed(w, wizard_focused(w) == 1);
}

static int act(struct wizard *w, enum action action, const char *argument)
{
    (void)argument;
    if (action != ACTION_YES && action != ACTION_NO)
        return WIZARD_PASS;
    return confirmed(w, action == ACTION_YES);
}

const struct screen_ops screen_confirm = {
    .id = "confirm",
    .context = context,
    .build = build,
    .accept = accept,
    .act = act,
};
