// SPDX-License-Identifier: MIT
// The wizard's page on which countries to compare with are marked; see wizard.h.
#include "wizard/wizard_parts.h"

#include <string.h>

static int place_of(const struct picking *p, int32_t country)
{
    int at = 0;
    while (at < p->n_chosen && p->chosen[at] != country)
        at++;
    return at;
}

static void drop(struct picking *p, int at)
{
    if (at == p->n_chosen)
        return;
    memmove(&p->chosen[at], &p->chosen[at + 1], (size_t)(p->n_chosen - at - 1) * sizeof *p->chosen);
    p->n_chosen--;
}

static void empty_line(struct wizard *w)
{
    explicit_bzero(w->sought, sizeof w->sought);
    w->picking.cursor = 0;
    w->picking.typed = w->sought;
}

static int32_t home_of(struct wizard *w)
{
    struct ground g = wizard_ground(w, &w->frame);
    return compare_home(&g);
}

// The marks of the last time are still there; the destination itself may be another one since.
void wizard_pick_open(struct wizard *w)
{
    drop(&w->picking, place_of(&w->picking, home_of(w)));
    empty_line(w);
    w->picking.focus = w->picking.n_chosen ? 1 : 0;
}

static void focus_on(struct wizard *w, int32_t value)
{
    w->page = NULL;
    const struct page *page = wizard_page(w);
    for (int i = 0; i < page->n_items; i++)
        if (page->items[i].value == value)
            w->picking.focus = i;
    w->page = NULL;
}

static void mark(struct wizard *w, int32_t country)
{
    struct picking *p = &w->picking;
    int at = place_of(p, country), most = COMPARE_MOST - (home_of(w) != NONE);
    if (at < p->n_chosen)
        drop(p, at);
    else if (p->n_chosen < most)
        p->chosen[p->n_chosen++] = country;
    else
        wizard_say(w, _("Up to five countries can be compared. Take one away first."));
    bool typed = w->sought[0];
    empty_line(w);
    // After a search the next Enter compares; in the list one stays where one is.
    focus_on(w, typed && p->n_chosen ? ITEM_DONE : country);
}

enum wizard_event wizard_pick_toggle(struct wizard *w)
{
    int32_t value = wizard_focused(w);
    if (value >= 0)
        mark(w, value);
    return WIZARD_PAGE;
}

bool wizard_pick_accept(struct wizard *w)
{
    const struct page *page = wizard_page(w);
    int32_t value = wizard_focused(w);
    if (value == ITEM_FIELD && w->sought[0] && page->n_items > 1)
        value = page->items[1].value;
    if (value == ITEM_DONE || (value == ITEM_FIELD && !w->sought[0] && w->picking.n_chosen))
        return true;
    if (value >= 0)
        mark(w, value);
    else
        wizard_say(w, _("Please type a name, or choose one from the list."));
    return false;
}
