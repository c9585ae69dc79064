// SPDX-License-Identifier: MIT
// The result: tabs, the report, the sources.
#include <string.h>
#include "base/bits.h"
#include "engine/sources.h"
#include "view/parts.h"

const char *tab_name(enum tab tab)
{
    switch (tab) {
    case TAB_OUTCOME:
        return C_("tab", "Outcome");
    case TAB_WHY:
        return C_("tab", "Why");
    case TAB_PAPERS:
        return C_("tab", "Papers");
    case TAB_STEPS:
        return C_("tab", "Steps");
    case TAB_RIGHTS:
        return C_("tab", "Rights");
    case TAB_CHANGES:
        return C_("tab", "What would help");
    case TAB_SOURCES:
    case TABS:
        break;
    }
    return C_("tab", "Sources");
}

// ---- sources -----------------------------------------------------------------------------------

// "[3] name (date; how sure): address", and of an article what it says.
static void add_source(struct making *m, int32_t source)
{
    const struct ground *g = m->g;
    const struct source *s = &g->pack->sources[source];
    bool article = s->instrument != NONE;
    const char *name = article ? source_words(g, source) : say(g->i18n, &s->text),
               *says = article && !m->on_paper && s->status != STATUS_UNVERIFIED
                           ? say(g->i18n, &s->text)
                           : "";
    // On paper the most frequent doubt is one word, which is explained once.
    const char *sure = s->status == STATUS_VERIFIED                  ? ""
                       : m->on_paper && s->status == STATUS_REPORTED ? _("second-hand")
                                                                     : status_words(s->status);
    if (s->as_of)
        sure =
            arena_printf(g->arena, "%s%s%s", say_date(g->arena, s->as_of), *sure ? "; " : "", sure);
    struct block *b = page_item(&m->b, arena_printf(g->arena, "[%d]", source_number(m, source)),
                                arena_printf(g->arena, "%s%s%s%s%s%s%s%s", name, *sure ? " (" : "",
                                             sure, *sure ? ")" : "", *says ? ". " : "", says,
                                             s->url ? ": " : "", s->url ? s->url : ""));
    b->url = s->url;
}

// Pages and documents, or articles.
static void add_sources(struct making *m, bool articles)
{
    const struct ground *g = m->g;
    bool any = m->on_paper; // where one list holds both
    for (int32_t i = 0; i < g->pack->n_sources; i++) {
        if (!source_number(m, i) || (m->on_paper && !bits_has(m->numbered, (size_t)i)) ||
            (g->pack->sources[i].instrument != NONE) != articles)
            continue;
        if (!any)
            make_heading(m, articles ? _("Articles") : _("Pages and documents"));
        any = true;
        add_source(m, i);
    }
}

static const char *report_words(const struct ground *g)
{
    const struct pack *pack = g->pack;
    return pack->reports
               ? arena_printf(g->arena, _("Is a fact wrong? Write to %s: its page, and “%s %s”."),
                              pack->reports, pack->id, pack->version)
               : arena_printf(
                     g->arena,
                     _("Is a fact wrong? Tell whoever runs this program its page, and “%s %s”."),
                     pack->id, pack->version);
}

void make_source_list(struct making *m)
{
    add_sources(m, false);
    add_sources(m, true);
}

void part_sources(struct making *m)
{
    const struct ground *g = m->g;
    const char *content = arena_printf(g->arena, _("Content: %s %s, law as on %s."), g->pack->id,
                                       g->pack->version, say_date(g->arena, g->as_of));
    content = arena_printf(g->arena, "%s %s", content, report_words(g));
    make_paragraph(m,
                   m->on_paper
                       ? arena_printf(g->arena, "%s %s", content,
                                      _("Second-hand: not confirmed by the authority itself."))
                       : content,
                   0);
    make_source_list(m);
}

// ---- tabs and report ---------------------------------------------------------------------------

static void add_tab(struct making *m, enum tab tab)
{
    switch (tab) {
    case TAB_OUTCOME:
        part_outcome(m);
        break;
    case TAB_WHY:
        part_why(m);
        break;
    case TAB_PAPERS:
        part_papers(m);
        break;
    case TAB_STEPS:
        part_steps(m);
        break;
    case TAB_RIGHTS:
        part_rights(m);
        break;
    case TAB_CHANGES:
        part_changes(m);
        break;
    case TAB_SOURCES:
    case TABS:
        part_sources(m);
    }
}

const char *result_title(const struct ground *g)
{
    const char *to = ground_country_name(g, g->pack->q_destination),
               *from = ground_country_name(g, g->pack->q_award_country);
    if (to && from)
        return arena_printf(g->arena, "%s → %s", from, to);
    return to ? to : from ? from : say(g->i18n, &g->pack->title);
}

struct page *page_result(const struct ground *g, enum tab tab, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_RESULT, result_title(g));
    const char **names = ARENA_ARRAY(g->arena, const char *, TABS);
    for (int t = 0; t < TABS; t++)
        names[t] = tab_name((enum tab)t);
    m.b.page.tabs = names;
    m.b.page.n_tabs = TABS;
    m.b.page.tab = (int)tab;
    add_tab(&m, tab);
    m.b.page.focus = m.b.n_items && focus < 0 ? 0 : focus;
    return page_finish(&m.b);
}

struct page *page_report(const struct ground *g)
{
    struct making m;
    make_begin(&m, g, PAGE_REPORT, result_title(g));
    for (int t = 0; t < TABS; t++) {
        if (t) // the outcome begins with its own title
            page_add(&m.b, BLOCK_TITLE, tab_name((enum tab)t));
        add_tab(&m, (enum tab)t);
        if (!t)
            part_diplomas(&m);
    }
    page_add(&m.b, BLOCK_TITLE, _("Your answers"));
    part_answers(&m);
    part_code(&m);
    // TRANSLATORS: say instead whether a native speaker has reviewed your language.
    make_muted(&m, _("These texts were written in English."), 0);
    return page_finish(&m.b);
}
