// SPDX-License-Identifier: MIT
// The page on which the countries to compare with are chosen.
#include <string.h>
#include "base/text.h"
#include "view/parts.h"
#include "view/search.h"

int32_t compare_home(const struct ground *g)
{
    int32_t q = g->pack->q_destination;
    bool given = q != NONE && g->answers->of[q].state == ANSWER_GIVEN &&
                 g->answers->of[q].value < g->pack->n_countries;
    return given ? (int32_t)g->answers->of[q].value : NONE;
}

int compare_list(const struct ground *g, const int32_t *chosen, int n_chosen, int32_t *destinations)
{
    int n = 0;
    if (compare_home(g) != NONE)
        destinations[n++] = compare_home(g);
    for (int i = 0; i < n_chosen && n < COMPARE_MOST; i++)
        if (chosen[i] != compare_home(g))
            destinations[n++] = chosen[i];
    return n;
}

static void add_done(struct making *m, const struct picking *picking)
{
    int32_t destinations[COMPARE_MOST];
    int n = compare_list(m->g, picking->chosen, picking->n_chosen, destinations);
    struct text t = TEXT_INIT;
    for (int i = 0; i < n; i++)
        text_printf(&t, "%s%s", i ? ", " : "",
                    country_name(m->g->i18n, m->g->pack->countries[destinations[i]]));
    page_add(&m->b, BLOCK_CHOICE, arena_printf(m->g->arena, _("Compare: %s"), text_str(&t)));
    page_focusable(&m->b, ITEM_DONE);
    text_release(&t);
}

static bool is_chosen(const struct picking *picking, int32_t country)
{
    for (int i = 0; i < picking->n_chosen; i++)
        if (picking->chosen[i] == country)
            return true;
    return false;
}

static int own_focus(const struct making *m, const struct picking *picking)
{
    for (size_t i = 0; i < m->b.n_items && picking->focus_on != NONE; i++)
        if (m->b.items[i].value == picking->focus_on)
            return (int)i;
    return picking->n_chosen ? 1 : 0; // the row that compares
}

// It has a file and is not the one asked for anyway.
static bool is_offered(const struct ground *g, int32_t country)
{
    return pack_destination(g->pack, country) && country != compare_home(g);
}

static bool add_destination(struct making *m, const struct picking *picking, int32_t country)
{
    const struct ground *g = m->g;
    if (!is_offered(g, country))
        return false;
    struct block *b =
        page_add(&m->b, BLOCK_CHOICE, country_name(g->i18n, g->pack->countries[country]));
    b->multiple = true;
    b->on = is_chosen(picking, country);
    page_focusable(&m->b, country);
    return true;
}

struct page *page_destinations(const struct ground *g, const struct picking *picking)
{
    struct making m;
    make_begin(&m, g, PAGE_QUESTION, _("Comparison"));
    page_add(&m.b, BLOCK_TITLE, _("Compare with which countries?"));
    page_add(
        &m.b, BLOCK_PARAGRAPH,
        _("Type the first letters and press Enter to mark a country; up to five are compared."));
    make_field(&m, picking->typed, picking->cursor);
    if (picking->n_chosen && !*picking->typed)
        add_done(&m, picking);
    struct found found = search_countries(g, g->pack->q_destination, picking->typed);
    int offered = 0, shown = 0;
    for (int i = 0; i < found.n; i++)
        offered += is_offered(g, found.values[i]);
    if (found.note && offered) // of what can be chosen
        page_add(&m.b, BLOCK_NOTE, found.note);
    for (int i = 0; i < found.n; i++)
        shown += add_destination(&m, picking, found.values[i]);
    if (!shown)
        page_add(&m.b, BLOCK_NOTE,
                 _("No other country that is known here is found under that name."));
    m.b.page.takes_first = shown && *picking->typed && (found.sure || shown == 1);
    m.b.page.focus = picking->focus == PAGE_FOCUS_OWN && !*picking->typed ? own_focus(&m, picking)
                                                                          : picking->focus;
    return page_finish(&m.b);
}
