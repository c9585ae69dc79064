// SPDX-License-Identifier: MIT
// The rules of a result, and one of them with its conditions.
#include <stdlib.h>
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_RULES;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    return page_rules(g, w->focus[SCREEN_RULES]);
}

static int open_rule(struct wizard *w, int32_t value)
{
    w->rule = value;
    return wizard_open(w, SCREEN_RULE);
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return wizard_focused(w) < 0 ? WIZARD_SAME : open_rule(w, wizard_focused(w));
}

const struct screen_ops screen_rules = {
    .id = "rules",
    .context = context,
    .assessed = true,
    .build = build,
    .accept = accept,
};

// The list, or the rule with that number in it.
int rules_open(struct wizard *w, const char *number)
{
    int wanted = number ? atoi(number) : 0;
    wizard_open(w, SCREEN_RULES);
    w->page = NULL;
    const struct page *page = wizard_page(w);
    if (number && wanted > 0 && wanted <= page->n_items)
        return open_rule(w, page->items[wanted - 1].value);
    return WIZARD_PAGE;
}

// ---- one rule ----------------------------------------------------------------------------------

static enum context panel(const struct wizard *w)
{
    (void)w;
    return CONTEXT_PANEL;
}

static struct page *build_rule(struct wizard *w, const struct ground *g)
{
    return page_rule(g, rule_of_item(g->pack, w->rule));
}

const struct screen_ops screen_rule = {
    .id = "rule",
    .context = panel,
    .assessed = true,
    .build = build_rule,
};
