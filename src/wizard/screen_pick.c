// SPDX-License-Identifier: MIT
// Which countries to compare with.
#include <string.h>
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_PICK;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    w->picking.typed = w->sought.bytes;
    w->picking.cursor = w->sought.cursor;
    w->picking.focus = w->focus[SCREEN_PICK];
    return page_destinations(g, &w->picking);
}

static struct wizard_line *line(struct wizard *w)
{
    return &w->sought;
}

// ---- marks -------------------------------------------------------------------------------------

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

static int32_t home_of(struct wizard *w)
{
    struct ground g = wizard_ground(w, &w->frame);
    return compare_home(&g);
}

static int most_of(struct wizard *w)
{
    return COMPARE_MOST - (home_of(w) != NONE);
}

static bool add(struct wizard *w, int32_t country)
{
    struct picking *p = &w->picking;
    if (place_of(p, country) < p->n_chosen)
        return true;
    if (p->n_chosen == most_of(w)) {
        wizard_say(w, _("Up to five countries can be compared. Take one away first."));
        return false;
    }
    p->chosen[p->n_chosen++] = country;
    return true;
}

// After a search the next Enter compares; in the list one stays where one is.
static int mark(struct wizard *w, int32_t country)
{
    struct picking *p = &w->picking;
    bool searched = w->sought.bytes[0];
    int at = place_of(p, country);
    if (at < p->n_chosen)
        drop(p, at);
    else
        add(w, country);
    line_wipe(&w->sought);
    w->picking.focus_on = searched && p->n_chosen ? ITEM_DONE : country;
    w->focus[SCREEN_PICK] = PAGE_FOCUS_OWN;
    return WIZARD_PAGE;
}

// ---- what can be done --------------------------------------------------------------------------

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    int32_t value = wizard_focused(w);
    if (value == ITEM_FIELD && w->sought.bytes[0])
        value = wizard_first_match(w);
    if (value == ITEM_DONE || (value == ITEM_FIELD && w->picking.n_chosen))
        return compare_open(w);
    if (value >= 0)
        return mark(w, value);
    wizard_say(w, _("Please type a name, or choose one from the list."));
    return WIZARD_PAGE;
}

// Space marks where nothing was typed yet; in a name it is a space.
static int act(struct wizard *w, enum action action, const char *argument)
{
    bool space = action == ACTION_TYPE && argument && !strcmp(argument, " ");
    if (action != ACTION_TOGGLE && !(space && !w->sought.bytes[0]))
        return WIZARD_PASS;
    return wizard_focused(w) >= 0 ? mark(w, wizard_focused(w)) : WIZARD_PAGE;
}

const struct screen_ops screen_pick = {
    .id = "pick",
    .context = context,
    .build = build,
    .accept = accept,
    .act = act,
    .line = line,
};

// ---- by name -----------------------------------------------------------------------------------

enum named { NAMED_ALL, NAMED_NOBODY, NAMED_TOO_MANY };

static enum named add_name(struct wizard *w, const char *from, size_t len)
{
    struct ground g = wizard_ground(w, &w->frame);
    from += strspn(from, " ");
    while (len && (from[len - 1] == ' ' || !from[len - 1]))
        len--;
    if (!len)
        return NAMED_ALL;
    int32_t country = answer_country(w, w->pack->q_destination, arena_strndup(g.arena, from, len));
    if (country == NONE)
        return NAMED_NOBODY;
    return country == home_of(w) || add(w, country) ? NAMED_ALL : NAMED_TOO_MANY;
}

// Names stand between commas; "CN JP" is understood too.
static enum named add_names(struct wizard *w, const char *list, size_t size, const char *between)
{
    for (const char *at = list, *end = list + size; at < end;) {
        size_t len = strcspn(at, between);
        if (len > (size_t)(end - at))
            len = (size_t)(end - at);
        enum named named = add_name(w, at, len);
        if (named == NAMED_NOBODY && strcmp(between, " ") != 0 && memchr(at, ' ', len))
            named = add_names(w, at, len, " ");
        if (named != NAMED_ALL)
            return named;
        at += len + 1;
    }
    return NAMED_ALL;
}

static int open_named(struct wizard *w, const char *list)
{
    w->picking.n_chosen = 0;
    switch (add_names(w, list, strlen(list), ",;")) {
    case NAMED_NOBODY:
        wizard_say(
            w, _("No country is found under that name. Try fewer letters, or the English name."));
        return WIZARD_PAGE;
    case NAMED_TOO_MANY:
        return WIZARD_PAGE; // said already
    case NAMED_ALL:
        break;
    }
    return w->picking.n_chosen ? compare_open(w) : WIZARD_SAME;
}

// The marks of the last time are still there; the destination itself may be another one since.
int pick_named(struct wizard *w, const char *list)
{
    if (list)
        return open_named(w, list);
    drop(&w->picking, place_of(&w->picking, home_of(w)));
    line_wipe(&w->sought);
    w->picking.focus_on = NONE;
    return wizard_open(w, SCREEN_PICK);
}
