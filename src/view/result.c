// SPDX-License-Identifier: MIT
// The result: tabs, the report, the comparison, the sources.
#include <string.h>
#include "base/bits.h"
#include "base/text.h"
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

struct used {
    const struct pack *pack;
    uint64_t *set;
};

static void use(struct used *u, int32_t source)
{
    if (source == NONE || bits_has(u->set, (size_t)source))
        return;
    bits_set(u->set, (size_t)source);
    if (u->pack->sources[source].article_source != NONE)
        bits_set(u->set, (size_t)u->pack->sources[source].article_source);
}

static void use_list(struct used *u, const struct int_list *list)
{
    for (int32_t i = 0; i < list->count; i++)
        use(u, list->items[i]);
}

static void use_destination(struct used *u, const struct destination *d)
{
    for (int32_t i = 0; d && i < d->n_facts; i++)
        use(u, d->facts[i].evidence.source);
    for (int32_t i = 0; d && i < d->n_offices; i++)
        use(u, d->offices[i].evidence.source);
}

static void use_parties(struct used *u, const struct ground *g)
{
    const int32_t questions[] = {g->pack->q_destination, g->pack->q_award_country};
    for (int32_t i = 0; i < g->assessment->n_links; i++)
        for (int k = 0; k < 2; k++) {
            const struct answer *a = questions[k] == NONE ? NULL : &g->answers->of[questions[k]];
            const struct instrument *in = &g->pack->instruments[g->assessment->links[i].instrument];
            if (!a || a->state != ANSWER_GIVEN || a->value >= g->pack->n_countries)
                continue;
            if (in->party_of[a->value] != NONE)
                use(u, in->parties[in->party_of[a->value]].evidence.source);
        }
}

static void use_all(struct used *u, const struct ground *g)
{
    const struct pack *p = g->pack;
    const struct assessment *a = g->assessment;
    for (int32_t i = 0; i < a->n_live; i++)
        use_list(u, &p->findings[a->findings[i].finding].cites);
    for (int32_t i = 0; i < a->n_documents; i++)
        use_list(u, &p->documents[a->documents[i].document].cites);
    for (int32_t i = 0; i < a->n_steps; i++)
        use_list(u, &p->steps[a->steps[i]].cites);
    for (int32_t i = 0; i < a->n_rights; i++)
        use_list(u, &p->rights[a->rights[i]].cites);
    for (int32_t i = 0; i < a->n_notices; i++)
        use_list(u, &p->notices[a->notices[i]].cites);
    use_destination(u, destination_of(g));
    use_parties(u, g);
}

static void add_source(struct making *m, const struct source *s)
{
    const struct ground *g = m->g;
    struct block *b;
    if (s->instrument != NONE) {
        b = page_item(&m->b, "•", source_words(g, (int32_t)(s - g->pack->sources)));
        if (s->status != STATUS_UNVERIFIED)
            paragraph(m, say(g->i18n, &s->text), 1);
    } else {
        b = page_item(&m->b, "•", say(g->i18n, &s->text));
    }
    (void)b;
    if (s->url)
        muted(m, s->url, 1)->url = s->url;
    muted(m, s->as_of ? arena_printf(g->arena, "%s; %s", say_date(g->arena, s->as_of), status_words(s->status)) : status_words(s->status), 1);
}

void part_sources(struct making *m)
{
    const struct ground *g = m->g;
    struct used u = {g->pack, ARENA_ARRAY(g->arena, uint64_t, BITS_WORDS(g->pack->n_sources) + 1)};
    use_all(&u, g);
    paragraph(m, arena_printf(g->arena, _("Content: %s %s, law as on %s."), g->pack->id, g->pack->version, say_date(g->arena, g->as_of)), 0);
    for (int pass = 0; pass < 2; pass++) {
        heading(m, pass ? _("Articles") : _("Pages and documents"));
        for (int32_t i = 0; i < g->pack->n_sources; i++)
            if (bits_has(u.set, (size_t)i) && (g->pack->sources[i].instrument != NONE) == pass)
                add_source(m, &g->pack->sources[i]);
    }
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

static const char *journey(const struct ground *g)
{
    const char *to = asked_country(g, g->pack->q_destination), *from = asked_country(g, g->pack->q_award_country);
    if (to && from)
        return arena_printf(g->arena, "%s → %s", from, to);
    return to ? to : from ? from : say(g->i18n, &g->pack->title);
}

const struct page *page_result(const struct ground *g, enum tab tab)
{
    struct making m;
    begin(&m, g, PAGE_RESULT, journey(g));
    const char **names = ARENA_ARRAY(g->arena, const char *, TABS);
    for (int t = 0; t < TABS; t++)
        names[t] = tab_name((enum tab)t);
    m.b.page.tabs = names;
    m.b.page.n_tabs = TABS;
    m.b.page.tab = (int)tab;
    add_tab(&m, tab);
    return finish(&m, CONTEXT_RESULT);
}

const struct page *page_report(const struct ground *g)
{
    struct making m;
    begin(&m, g, PAGE_REPORT, journey(g));
    for (int t = 0; t < TABS; t++) {
        if (t) // the outcome begins with its own title
            page_add(&m.b, BLOCK_TITLE, tab_name((enum tab)t));
        add_tab(&m, (enum tab)t);
    }
    page_add(&m.b, BLOCK_TITLE, _("Your answers"));
    part_answers(&m);
    return page_finish(&m.b);
}

// ---- comparison --------------------------------------------------------------------------------

static const char *papers_words(const struct ground *g)
{
    int missing = 0, all = (int)g->assessment->n_documents;
    for (int i = 0; i < all; i++)
        missing += g->assessment->documents[i].have == TRUTH_NO;
    return arena_printf(g->arena, P_("%d paper, missing: %d", "%d papers, missing: %d", all), all, missing);
}

static const char *short_fact(const struct ground *g, const char *kind)
{
    const struct destination *d = destination_of(g);
    const struct fact *fact = d ? destination_fact(d, kind) : NULL;
    return fact && fact->evidence.status != STATUS_UNVERIFIED ? phrase_words(g, &fact->text) : _("Not known. Ask the authority.");
}

static const char *linked_words(const struct ground *g)
{
    struct text t = TEXT_INIT;
    for (int32_t i = 0; i < g->assessment->n_links; i++)
        if (g->assessment->links[i].applies == TRUTH_YES)
            text_printf(&t, "%s%s", t.len ? ", " : "", instrument_short(g, g->assessment->links[i].instrument));
    const char *words = t.len ? arena_strdup(g->arena, text_str(&t)) : C_("compare", "none");
    text_release(&t);
    return words;
}

static const char *possible_words(const struct ground *g)
{
    struct text t = TEXT_INIT;
    for (int32_t o = 0; o < g->pack->n_outcomes; o++)
        if (g->assessment->possible >> o & 1)
            text_printf(&t, "%s%s", t.len ? "; " : "", say(g->i18n, &g->pack->outcomes[o].title));
    const char *words = arena_strdup(g->arena, text_str(&t));
    text_release(&t);
    return words;
}

enum { COMPARE_ROWS = 8 };

static const char *compare_cell(const struct ground *g, int row)
{
    const struct assessment *a = g->assessment;
    switch (row) {
    case 1:
        return say(g->i18n, &g->pack->outcomes[a->outcome].title);
    case 2:
        return possible_words(g);
    case 3:
        return a->position == NONE ? C_("compare", "none") : say(g->i18n, &g->pack->outcomes[a->position].title);
    case 4:
        return linked_words(g);
    case 5:
        return papers_words(g);
    case 6:
        return short_fact(g, "fee");
    default:
        return short_fact(g, "time");
    }
}

const struct page *page_compare(const struct ground *g, const struct compared *list, int count)
{
    const char *const names[COMPARE_ROWS] = {"", C_("tab", "Outcome"), _("Still possible"), _("Under the conventions"), _("Conventions"),
                                             C_("tab", "Papers"), kind_words("fee"), kind_words("time")};
    struct making m;
    begin(&m, g, PAGE_REPORT, _("Comparison"));
    page_add(&m.b, BLOCK_TITLE, _("Comparison"));
    size_t columns = (size_t)count + 1;
    const char **cells = ARENA_ARRAY(g->arena, const char *, columns * COMPARE_ROWS);
    for (size_t row = 0; row < COMPARE_ROWS; row++) {
        cells[row * columns] = names[row];
        for (size_t c = 1; c < columns; c++) {
            struct ground one = *g;
            one.answers = list[c - 1].answers;
            one.assessment = list[c - 1].assessment;
            cells[row * columns + c] =
                row ? compare_cell(&one, (int)row) : country_name(g->i18n, g->pack->countries[list[c - 1].destination]);
        }
    }
    struct page_table *table = ARENA_NEW(g->arena, struct page_table);
    *table = (struct page_table){COMPARE_ROWS, (int)columns, cells};
    page_add(&m.b, BLOCK_TABLE, "")->table = table;
    muted(&m, arena_printf(g->arena, _("This is what the rules known on %s make likely. The authority decides."), say_date(g->arena, g->as_of)), 0);
    return page_finish(&m.b);
}
