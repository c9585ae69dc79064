// SPDX-License-Identifier: MIT
// The sources that a result rests on: whole, or only where they stand. Each has its number once.
#include <string.h>
#include "base/bits.h"
#include "base/text.h"
#include "engine/sources.h"
#include "view/parts.h"

// "2026-11; second-hand"; "" where there is nothing to say. On paper the most frequent doubt is one
// word, which is explained once.
static const char *age_and_doubt(const struct making *m, const struct source *s)
{
    const struct ground *g = m->g;
    const char *sure = s->status == STATUS_VERIFIED                  ? ""
                       : m->on_paper && s->status == STATUS_REPORTED ? _("second-hand")
                                                                     : status_words(s->status);
    return s->as_of && s->as_of != m->read_on
               ? arena_printf(g->arena, "%s%s%s", say_date(g->arena, s->as_of), *sure ? "; " : "",
                              sure)
               : sure;
}

// "[3] name (date; how sure): address = id"; of an article also what it says. On paper neither that
// nor the id, for lack of room.
static void add_source(struct making *m, int32_t source)
{
    const struct ground *g = m->g;
    const struct source *s = &g->pack->sources[source];
    bool article = s->instrument != NONE;
    const char *name = article ? source_words(g, source) : say(g->i18n, &s->text),
               *says = article && !m->on_paper && s->status != STATUS_UNVERIFIED
                           ? say(g->i18n, &s->text)
                           : "",
               *sure = age_and_doubt(m, s);
    struct block *b = page_item(
        &m->b, arena_printf(g->arena, "[%d]", source_number(m, source)),
        arena_printf(g->arena, "%s%s%s%s%s%s%s%s%s%s", name, *sure ? " (" : "", sure,
                     *sure ? ")" : "", *says ? ". " : "", says, s->url ? ": " : "",
                     s->url ? s->url : "", m->on_paper ? "" : " = ", m->on_paper ? "" : s->id));
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

// ---- folded: where they stand, and their numbers ----------------------------------------------

// "denklik.yok.gov.tr"; of what has no address its name.
static const char *place_of(const struct ground *g, const struct source *s)
{
    if (s->instrument != NONE)
        return instrument_words(g, s->instrument);
    const char *host = s->url ? strstr(s->url, "://") : NULL;
    if (!host)
        return say(g->i18n, &s->text);
    host += strlen("://");
    host += strncmp(host, "www.", 4) ? 0 : 4;
    return arena_strndup(g->arena, host, strcspn(host, "/:?#"));
}

enum source_kind { KIND_READ, KIND_SECOND_HAND, KIND_ARTICLES, KINDS };

static enum source_kind kind_of_source(const struct source *s)
{
    return s->instrument != NONE                                            ? KIND_ARTICLES
           : s->status == STATUS_REPORTED || s->status == STATUS_UNVERIFIED ? KIND_SECOND_HAND
                                                                            : KIND_READ;
}

// "enic-naric.net [5, 28]; ...": each place once, in the order of its first number.
static const char *places_of(struct making *m, enum source_kind kind)
{
    const struct ground *g = m->g;
    const struct pack *pack = g->pack;
    const char **place = ARENA_ARRAY(g->arena, const char *, (size_t)pack->n_sources);
    struct text t = TEXT_INIT;
    for (int32_t i = 0; i < pack->n_sources; i++)
        if (source_number(m, i) && bits_has(m->numbered, (size_t)i) &&
            kind_of_source(&pack->sources[i]) == kind)
            place[i] = place_of(g, &pack->sources[i]);
    for (int32_t i = 0; i < pack->n_sources; i++) {
        const char *here = place[i];
        if (!here)
            continue;
        text_printf(&t, "%s%s [", t.len ? "; " : "", here);
        for (int32_t k = i; k < pack->n_sources; k++)
            if (place[k] && !strcmp(place[k], here)) {
                text_printf(&t, "%s%d", k > i ? ", " : "", source_number(m, k));
                place[k] = NULL;
            }
        text_add(&t, "]");
    }
    const char *words = arena_strdup(g->arena, text_str(&t));
    text_release(&t);
    return words;
}

static void add_places(struct making *m)
{
    static const char *const titles[KINDS] = {N_("Pages and documents"),
                                              N_("Second-hand, not confirmed by the authority"),
                                              N_("Articles")};
    for (enum source_kind kind = 0; kind < KINDS; kind++) {
        const char *words = places_of(m, kind);
        if (!*words)
            continue;
        make_paragraph(m, arena_printf(m->g->arena, "%s: %s", _(titles[kind]), words), 0);
    }
}

// ---- the part ----------------------------------------------------------------------------------

// Its version stands right before.
static const char *report_words(const struct ground *g)
{
    const char *to = g->pack->reports;
    return to ? arena_printf(g->arena,
                             _("Is a fact wrong? Write to %s: its page or id, and this version."),
                             to)
              : _("Is a fact wrong? Tell whoever runs this program its page or id, and this "
                  "version.");
}

void make_source_list(struct making *m)
{
    add_sources(m, false);
    add_sources(m, true);
}

// On paper, when most pages were read: said once. The newest day of all.
static int32_t newest(const struct making *m)
{
    int32_t day = 0;
    for (int32_t i = 0; i < m->g->pack->n_sources; i++)
        if (source_number(m, i) && bits_has(m->numbered, (size_t)i) &&
            m->g->pack->sources[i].as_of > day)
            day = m->g->pack->sources[i].as_of;
    return day;
}

struct page *page_source(const struct ground *ground, int number)
{
    struct making m;
    struct ground g = *ground;
    g.no_sources = false;
    make_begin(&m, &g, PAGE_HELP, _("Sources"));
    for (int32_t i = 0; i < g.pack->n_sources; i++)
        if (number > 0 && source_number(&m, i) == number) {
            add_source(&m, i);
            return page_finish(&m.b);
        }
    return NULL;
}

void part_sources(struct making *m)
{
    const struct ground *g = m->g;
    bool places = m->folded && !m->on_paper;
    const char *content = arena_printf(g->arena, _("Content: %s %s, law as on %s."), g->pack->id,
                                       g->pack->version, say_date(g->arena, g->as_of)),
               *more = m->on_paper ? _("Second-hand: not confirmed by the authority itself.")
                       : places    ? _("Names, dates and addresses open with “Details”.")
                                   : "";
    m->read_on = m->on_paper ? newest(m) : 0;
    if (m->read_on)
        more = arena_printf(g->arena, _("%s Without a date: read in %s."), more,
                            say_date(g->arena, m->read_on));
    make_paragraph(
        m, arena_printf(g->arena, "%s %s%s%s", content, report_words(g), *more ? " " : "", more),
        0);
    if (places) {
        add_places(m);
        return;
    }
    make_source_list(m);
}
