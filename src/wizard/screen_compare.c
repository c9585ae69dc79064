// SPDX-License-Identifier: MIT
// The comparison: a table in which one country is marked, to go on with it.
#include <string.h>
#include "tongue/country.h"
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_COMPARE;
}

static int columns(struct wizard *w, int32_t *destinations)
{
    struct ground g = wizard_ground(w, &w->frame);
    return compare_list(&g, w->picking.chosen, w->picking.n_chosen, destinations);
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    int32_t destinations[COMPARE_MOST];
    int n = compare_list(g, w->picking.chosen, w->picking.n_chosen, destinations);
    w->picking.open = w->picking.open < 1 ? 1 : w->picking.open > n ? n : w->picking.open;
    return page_compare(g, destinations, n, w->abilities & ABILITY_KEYS ? w->picking.open : 0);
}

int compare_open(struct wizard *w)
{
    w->picking.open = 1;
    return wizard_open(w, SCREEN_COMPARE);
}

// ---- to go on with a country -------------------------------------------------------------------

// The country of before takes the place of the one that is chosen, so that the same ones are
// compared when somebody comes back.
static void swap(struct picking *p, int32_t chosen, int32_t home)
{
    for (int i = 0; i < p->n_chosen; i++)
        if (p->chosen[i] == chosen)
            p->chosen[i] = home;
}

// An undo takes back that the country is another one, and nothing that is answered afterwards.
static int go_to(struct wizard *w, int32_t destination, int32_t country)
{
    struct answer answer = {.state = ANSWER_GIVEN, .value = country};
    struct answers before = w->session.all;
    session_mark_only(&w->session, destination);
    w->changing = false;
    int fault = session_answer(&w->session, destination, &answer);
    if (fault)
        session_unmark(&w->session);
    diplomas_share(w, &before);
    explicit_bzero(&before, sizeof before);
    return fault;
}

static const char *country_at(const struct wizard *w, int32_t country)
{
    return country_name(w->i18n, w->pack->countries[country]);
}

static void say_moved(struct wizard *w, int32_t from, int32_t to)
{
    wizard_say(w, arena_printf(&w->frame, _("It is about %s now. Undo leads back to %s."),
                               country_at(w, to), country_at(w, from)));
}

// What is answered counts for every country; only the destination is another one.
static int32_t take_country(struct wizard *w)
{
    int32_t destinations[COMPARE_MOST], q = w->pack->q_destination;
    int n = columns(w, destinations), at = w->picking.open - 1;
    int32_t home = n ? destinations[0] : NONE,
            country = at >= 0 && at < n ? destinations[at] : NONE;
    if (country == NONE)
        return NONE;
    if (w->n_diplomas > 1)
        diplomas_open(w, diplomas_carrying(w, country));
    if (country != home && go_to(w, q, country))
        return NONE;
    if (country != home)
        swap(&w->picking, country, home);
    if (w->session.next != NONE)
        session_jump(&w->session, w->session.next);
    w->assessed = false;
    w->tab = TAB_OUTCOME;
    wizard_arrive(w);
    if (country != home)
        say_moved(w, home, country);
    return country;
}

void compare_undone(struct wizard *w, const struct answer *from)
{
    const struct answer *to = &w->session.all.of[w->pack->q_destination];
    if (from->state != ANSWER_GIVEN || to->state != ANSWER_GIVEN)
        return;
    swap(&w->picking, (int32_t)to->value, (int32_t)from->value);
    wizard_say(w, arena_printf(&w->frame,
                               _("It is about %s again. What you answered since then is kept."),
                               country_at(w, (int32_t)to->value)));
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    if (take_country(w) == NONE)
        return WIZARD_SAME;
    return wizard_question(w) ? wizard_open(w, SCREEN_RESULT) : WIZARD_PAGE;
}

static int fill(struct wizard *w)
{
    if (take_country(w) == NONE)
        return WIZARD_SAME;
    if (!wizard_question(w))
        wizard_say(w, _("Every question is answered for this country."));
    return WIZARD_PAGE;
}

static int turn_to(struct wizard *w, int column)
{
    int32_t destinations[COMPARE_MOST];
    int n = columns(w, destinations);
    w->picking.open = column < 1 ? n : column > n ? 1 : column;
    return WIZARD_PAGE;
}

static int act(struct wizard *w, enum action action, const char *argument)
{
    (void)argument;
    switch (action) {
    case ACTION_COLUMN:
        return turn_to(w, w->picking.open + 1);
    case ACTION_COLUMN_BEFORE:
        return turn_to(w, w->picking.open - 1);
    case ACTION_FILL:
        return fill(w);
    default:
        return WIZARD_PASS;
    }
}

const struct screen_ops screen_compare = {
    .id = "compare",
    .context = context,
    .assessed = true,
    .build = build,
    .accept = accept,
    .act = act,
};
