// SPDX-License-Identifier: MIT
// The result: tabs and the report.
#include "view/parts.h"

// One row a part of the result.
static const struct {
    const char *name;
    void (*write)(struct making *m);
} tabs[TABS] = {
    [TAB_OUTCOME] = {NC_("tab", "Outcome"), part_outcome},
    [TAB_WHY] = {NC_("tab", "Why"), part_why},
    [TAB_PAPERS] = {NC_("tab", "Papers"), part_papers},
    [TAB_STEPS] = {NC_("tab", "Steps"), part_steps},
    [TAB_RIGHTS] = {NC_("tab", "Rights"), part_rights},
    [TAB_CHANGES] = {NC_("tab", "What would help"), part_changes},
    [TAB_SOURCES] = {NC_("tab", "Sources"), part_sources},
};

const char *tab_name(enum tab tab)
{
    return i18n_marked("tab", tabs[tab].name);
}

const char *result_title(const struct ground *g)
{
    const char *to = ground_country_name(g, g->pack->q_destination),
               *from = ground_country_name(g, g->pack->q_award_country);
    if (to && from)
        return arena_printf(g->arena, "%s → %s", from, to);
    return to ? to : from ? from : say(g->i18n, &g->pack->title);
}

// What the parts name: the list of sources holds that only.
static void find_numbered(struct making *m)
{
    struct making parts;
    struct ground told = *m->g;
    told.no_sources = false;
    make_begin(&parts, &told, PAGE_RESULT, "");
    for (enum tab tab = TAB_OUTCOME; tab < TAB_SOURCES; tab++)
        tabs[tab].write(&parts);
    m->numbered = parts.numbered;
}

struct page *page_result(const struct ground *g, enum tab tab, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_RESULT, diploma_before(g, result_title(g)));
    const char **names = ARENA_ARRAY(g->arena, const char *, TABS);
    for (int t = 0; t < TABS; t++)
        names[t] = tab_name((enum tab)t);
    m.b.page.tabs = names;
    m.b.page.n_tabs = TABS;
    m.b.page.tab = (int)tab;
    if (tab == TAB_OUTCOME && m.folded) // the part that says why has all of them
        m.most_sources = 3;
    if (tab == TAB_SOURCES && m.folded)
        find_numbered(&m);
    tabs[tab].write(&m);
    m.b.page.focus = m.b.n_items && focus < 0 ? 0 : focus;
    return page_finish(&m.b);
}

struct page *page_report(const struct ground *g)
{
    struct making m;
    make_begin(&m, g, PAGE_REPORT, result_title(g));
    m.folded = true;
    m.most_sources = 1;
    for (int t = 0; t < TABS; t++) {
        if (t) // the outcome begins with its own title
            page_add(&m.b, BLOCK_TITLE, tab_name((enum tab)t));
        tabs[t].write(&m);
        if (!t)
            part_diplomas(&m);
    }
    page_add(&m.b, BLOCK_TITLE, _("Your answers"));
    part_answers(&m);
    part_code(&m);
    make_reviewed(&m);
    return page_finish(&m.b);
}
