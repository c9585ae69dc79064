// SPDX-License-Identifier: MIT
// Everything that can be done on the page below, as a list: for phones and keyboards that lack the
// keys of it.
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_MENU;
}

// The help speaks about the page below it, and so does the menu of the help.
static enum screen page_below(const struct wizard *w)
{
    int at = w->n_open - 2;
    while (at > 0 && w->open[at] == SCREEN_HELP)
        at--;
    return w->open[at];
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    enum action actions[ACTIONS];
    struct hint rows[ACTIONS];
    int n = action_menu(screen_ops(page_below(w))->context(w), w->abilities, actions);
    for (int i = 0; i < n; i++) {
        const struct action_row *row = action_row(actions[i]);
        rows[i] = (struct hint){.key = _(row->label), .label = _(action_help(row, w->abilities))};
    }
    return page_menu(g, rows, n, w->focus[SCREEN_MENU]);
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    enum action actions[ACTIONS];
    enum screen below = page_below(w);
    int n = action_menu(screen_ops(below)->context(w), w->abilities, actions);
    int32_t chosen = wizard_focused(w);
    while (wizard_screen(w) != below)
        w->n_open--;
    w->page = NULL;
    return chosen >= 0 && chosen < n ? wizard_act(w, actions[chosen], NULL) : WIZARD_PAGE;
}

const struct screen_ops screen_menu = {
    .id = "menu",
    .context = context,
    .build = build,
    .accept = accept,
};
