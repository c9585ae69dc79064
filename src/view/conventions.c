// SPDX-License-Identifier: MIT
// Which conventions and agreements link the two countries on the day, with the reason; and the
// rights they give.
#include <string.h>
#include "base/text.h"
#include "engine/atlas.h"
#include "engine/sources.h"
#include "view/parts.h"

enum { RIGHTS_FOLDED = 3 };

static const struct party *party_in(const struct ground *g, int32_t instrument, int32_t question)
{
    if (question == NONE || g->answers->of[question].state != ANSWER_GIVEN)
        return NULL;
    return instrument_party(&g->pack->instruments[instrument], g->answers->of[question].value);
}

static const char *since(const struct ground *g, const struct party *party, const char *name)
{
    if (party && party->in_force)
        return arena_printf(g->arena, _("%s is bound since %s."), name,
                            say_date(g->arena, party->in_force));
    return arena_printf(g->arena, _("%s is bound."), name);
}

// Of a State of which it is open whether it is bound; or it is, and the other may have objected.
static const char *open_words(const struct ground *g, int32_t instrument, int32_t question,
                              const char *name)
{
    if (!atlas_contested(g->pack, instrument, g->answers->of[question].value))
        return arena_printf(g->arena, _("%s: it is not known whether it is bound yet."), name);
    return arena_printf(g->arena,
                        _("%s joined, but other States could object to that; whether it works "
                          "between the two countries was not confirmed."),
                        name);
}

// As the beginning of a sentence.
static const char *destination_said(const struct ground *g)
{
    const char *name = ground_country_said(g, g->pack->q_destination, true);
    return name ? name : _("The destination country");
}

static const char *award_country_said(const struct ground *g)
{
    const char *name = ground_country_said(g, g->pack->q_award_country, true);
    return name ? name : _("The country of the award");
}

const char *link_words(const struct ground *g, const struct link *link)
{
    const struct pack *pack = g->pack;
    switch (link->why) {
    case WHY_BOTH_BOUND:
        return arena_printf(
            g->arena, "%s %s",
            since(g, party_in(g, link->instrument, pack->q_destination), destination_said(g)),
            since(g, party_in(g, link->instrument, pack->q_award_country), award_country_said(g)));
    case WHY_DESTINATION_NOT_PARTY:
        return arena_printf(g->arena, _("%s is not bound by it."), destination_said(g));
    case WHY_AWARD_NOT_PARTY:
        return arena_printf(g->arena, _("%s is not bound by it."), award_country_said(g));
    case WHY_NEITHER_IN_FORCE:
        return _("Neither of the two countries is bound by it.");
    case WHY_DESTINATION_OPEN:
        return open_words(g, link->instrument, pack->q_destination, destination_said(g));
    case WHY_AWARD_OPEN:
        return open_words(g, link->instrument, pack->q_award_country, award_country_said(g));
    case WHY_NOT_COVERED:
        return _("It does not speak about your purpose, level or profession.");
    case WHY_LEFT_OUT:
        return arena_printf(g->arena, _("A case like yours is left out. %s"),
                            phrase_words(g, &pack->instruments[link->instrument].otherwise));
    case WHY_LEFT_OUT_UNKNOWN:
        return arena_printf(
            g->arena,
            _("Both countries are bound; whether it covers your case depends on an answer. %s"),
            phrase_words(g, &pack->instruments[link->instrument].otherwise));
    case WHY_COUNTRY_UNKNOWN:
        return _("That depends on a country which is not known yet.");
    case WHY_COVER_UNKNOWN:
        return _(
            "Both countries are bound; whether it covers your case depends on purpose, level and "
            "profession.");
    case WHY_HOME_AWARD:
        return _("The award is a home one; an agreement links two States.");
    case WHY_NOT_IN_FORCE:
        break;
    }
    return _("It is not in force on this day.");
}

static void add_reservations(struct making *m, const struct party *party, const char *state)
{
    const struct ground *g = m->g;
    bool bound = party->in_force && party->in_force <= g->as_of;
    for (int32_t i = 0; i < party->n_reservations; i++) {
        const struct reservation *r = &party->reservations[i];
        const char *words = phrase_words(g, &r->text);
        make_paragraph(m,
                       bound ? arena_printf(g->arena, _("Reservation of %s: %s"), state, words)
                             : arena_printf(g->arena,
                                            _("Reservation announced by %s, not in force yet: %s"),
                                            state, words),
                       1);
        make_evidence(m, &r->evidence);
    }
}

// What is known at home: nobody knew it before its source was written, and a recorded deposit makes
// it out of date.
const char *domestic_words(const struct ground *g, const struct party *party)
{
    int32_t source = party->evidence.source,
            since = source == NONE ? 0 : g->pack->sources[source].as_of;
    return party->domestic.words && !party->deposit && since <= g->as_of
               ? phrase_words(g, &party->domestic)
               : NULL;
}

// Of an instrument that applies or may apply: no party of it has gone.
static void add_party(struct making *m, int32_t instrument, int32_t question)
{
    const struct ground *g = m->g;
    const struct party *party = party_in(g, instrument, question);
    if (!party)
        return;
    const char *state = ground_country_name(g, question);
    const char *domestic = domestic_words(g, party);
    if (domestic)
        make_paragraph(m, arena_printf(g->arena, "%s: %s", state, domestic), 1);
    add_reservations(m, party, ground_country_said(g, question, false));
    if (party->evidence.status == STATUS_REPORTED || party->evidence.status == STATUS_UNVERIFIED)
        make_muted(m, arena_printf(g->arena, "%s: %s", state, status_words(party->evidence.status)),
                   1);
    make_evidence(m, &party->evidence);
}

// "Lisbon Convention [15]; Bangkok Convention [12]": since when they do, or why nobody knows, is
// one of the details; so is what is about stamps only, of which the papers speak. NULL: none.
static const char *names_folded(struct making *m, enum truth applies)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    struct text t = TEXT_INIT;
    for (int32_t i = 0; i < a->n_links; i++) {
        const struct instrument *instrument = &g->pack->instruments[a->links[i].instrument];
        if (a->links[i].applies == applies && instrument->kind != KIND_LEGALISATION &&
            link_of_interest(g->pack, g->answers, &a->links[i]))
            text_printf(&t, "%s%s%s", t.len ? "; " : "",
                        instrument_words(g, a->links[i].instrument),
                        make_number(m, instrument->evidence.source));
    }
    const char *names = t.len ? arena_strdup(g->arena, text_str(&t)) : NULL;
    text_release(&t);
    return names;
}

static bool leaves_out(const struct ground *g, const struct link *link)
{
    return link->why == WHY_LEFT_OUT && link_of_interest(g->pack, g->answers, link);
}

// Both countries are bound, and the text leaves this case out: why, so that nobody relies on it.
static void add_left_out(struct making *m)
{
    const struct ground *g = m->g;
    for (int32_t i = 0; i < g->assessment->n_links; i++) {
        const struct link *link = &g->assessment->links[i];
        if (leaves_out(g, link))
            page_item(&m->b, "•",
                      arena_printf(g->arena, "%s: %s", instrument_words(g, link->instrument),
                                   link_words(g, link)));
    }
}

static void add_links_folded(struct making *m)
{
    const struct assessment *a = m->g->assessment;
    const char *yes = names_folded(m, TRUTH_YES), *perhaps = names_folded(m, TRUTH_UNKNOWN);
    bool some = yes || perhaps;
    for (int32_t i = 0; i < a->n_links; i++)
        some |= leaves_out(m->g, &a->links[i]);
    if (some)
        make_heading(m, _("Conventions and agreements"));
    if (yes)
        page_item(&m->b, "•", arena_printf(m->g->arena, _("They link the two countries: %s"), yes));
    if (perhaps)
        page_item(&m->b, "•",
                  arena_printf(m->g->arena, _("They may link them, nobody knows: %s"), perhaps));
    add_left_out(m);
}

static void add_link(struct making *m, const struct link *link)
{
    const struct ground *g = m->g;
    const struct instrument *i = &g->pack->instruments[link->instrument];
    struct block *b = page_item(&m->b, "•", say(g->i18n, &i->name));
    b->style = link->applies == TRUTH_YES ? STYLE_STRONG : STYLE_PLAIN;
    make_paragraph(m, link_words(g, link), 1);
    if (link->applies == TRUTH_UNKNOWN)
        make_paragraph(m, _("If it does apply, you can rely on it as well."), 1);
    if (i->text.words)
        make_paragraph(m, phrase_words(g, &i->text), 1);
    if (i->note.words)
        make_paragraph(m, phrase_words(g, &i->note), 1);
    add_party(m, link->instrument, g->pack->q_destination);
    add_party(m, link->instrument, g->pack->q_award_country);
}

static void add_links(struct making *m, enum truth applies, const char *title)
{
    const struct assessment *a = m->g->assessment;
    bool any = false;
    for (int32_t i = 0; i < a->n_links; i++)
        if (a->links[i].applies == applies &&
            link_of_interest(m->g->pack, m->g->answers, &a->links[i])) {
            if (!any)
                make_heading(m, title);
            any = true;
            add_link(m, &a->links[i]);
        }
}

// Those that do not apply are named in one line; why not is what the counsellor asks, and `tanu
// assess` tells.
static void add_others(struct making *m)
{
    const struct assessment *a = m->g->assessment;
    struct text t = TEXT_INIT;
    for (int32_t i = 0; i < a->n_links; i++)
        if (a->links[i].applies == TRUTH_NO &&
            link_of_interest(m->g->pack, m->g->answers, &a->links[i]))
            text_printf(&t, "%s%s", t.len ? "; " : "",
                        instrument_words(m->g, a->links[i].instrument));
    if (t.len) {
        make_heading(m, _("Conventions that do not apply"));
        make_paragraph(m, arena_strdup(m->g->arena, text_str(&t)), 0);
    }
    text_release(&t);
    add_left_out(m);
}

void part_conventions(struct making *m)
{
    if (m->folded) {
        add_links_folded(m);
    } else {
        add_links(m, TRUTH_YES, _("Conventions that link the two countries"));
        add_links(m, TRUTH_UNKNOWN, _("Conventions that may link them: not known"));
        add_others(m);
    }
    if (!m->g->assessment->n_links)
        make_paragraph(
            m, _("No convention or agreement that is known here names one of the two countries."),
            0);
}

// Under which instrument all rights are listed where the result is folded: the one that asks for
// most, if it gives any.
static int32_t leading(const struct ground *g)
{
    const struct assessment *a = g->assessment;
    int32_t first = a->n_rights ? g->pack->rights[a->rights[0]].instrument : NONE;
    for (int32_t i = 0; i < a->n_rights; i++)
        if (g->pack->rights[a->rights[i]].instrument == a->position_from)
            return a->position_from;
    return first;
}

// The i-th right; where many follow one another under one instrument, that stands above them.
static void add_right(struct making *m, int32_t i)
{
    const struct ground *g = m->g;
    const struct right *r = &g->pack->rights[g->assessment->rights[i]],
                       *before = i ? &g->pack->rights[g->assessment->rights[i - 1]] : NULL;
    if (r->instrument != NONE && (!before || before->instrument != r->instrument))
        make_paragraph(m, arena_printf(g->arena, "%s:", instrument_words(g, r->instrument)), 0);
    page_item(&m->b, "•", fold_words(m, phrase_under(g, &r->text, r->instrument)));
    make_cites(m, &r->cites);
}

// Of a folded result: the first rights under the leading instrument are said, the others counted.
static bool right_said(const struct ground *g, int32_t lead, int32_t i)
{
    int32_t n = 0, instrument = g->pack->rights[g->assessment->rights[i]].instrument;
    for (int32_t k = 0; k < i; k++)
        n += g->pack->rights[g->assessment->rights[k]].instrument == lead;
    return instrument == NONE || (n < RIGHTS_FOLDED && instrument == lead);
}

// Does one of the unsaid rights before the i-th come from the same instrument?
static bool unsaid_before(const struct ground *g, int32_t lead, int32_t i)
{
    const struct assessment *a = g->assessment;
    for (int32_t k = 0; k < i; k++)
        if (g->pack->rights[a->rights[k]].instrument == g->pack->rights[a->rights[i]].instrument &&
            !right_said(g, lead, k))
            return true;
    return false;
}

// "4 more rights: Tokyo Convention; Lisbon Convention".
static void add_unsaid_rights(struct making *m, int32_t lead)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    struct text t = TEXT_INIT;
    int32_t n = 0;
    for (int32_t i = 0; i < a->n_rights; i++) {
        int32_t instrument = g->pack->rights[a->rights[i]].instrument;
        if (right_said(g, lead, i))
            continue;
        n++;
        if (instrument != NONE && !unsaid_before(g, lead, i))
            text_printf(&t, "%s%s", t.len ? "; " : "", instrument_words(g, instrument));
    }
    if (n)
        page_item(&m->b, "•",
                  arena_printf(g->arena, P_("%d more right: %s …", "%d more rights: %s …", n),
                               (int)n, text_str(&t)));
    text_release(&t);
}

void part_rights(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    if (!m->folded) // else the part's own name says it
        make_heading(m, _("Your rights"));
    int32_t lead = leading(g);
    for (int32_t i = 0; i < a->n_rights; i++)
        if (!m->folded || right_said(g, lead, i))
            add_right(m, i);
    if (m->folded)
        add_unsaid_rights(m, lead);
    if (!a->n_rights)
        make_paragraph(m,
                       _("No special right is known here for your case. You may always ask for a "
                         "decision in writing, with reasons."),
                       0);
    if (ground_destination(g))
        make_fact(m, "appeal", kind_words("appeal"), 0);
    part_conventions(m);
}
