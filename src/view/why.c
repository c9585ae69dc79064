// SPDX-License-Identifier: MIT
// The part that says why: what the conventions ask for, the reasons, what was assumed, what to take
// note of.
#include <string.h>
#include "base/text.h"
#include "engine/sources.h"
#include "view/parts.h"
#include "view/room.h"

enum { ASSUMED_FOLDED = 2, ASSUMED_CROWDED = 1 };
// So much stands before them that fewer are said: blocks on paper, lines on a screen of 80x24.
enum { BLOCKS_CROWDED = 18, LINES_CROWDED = 38, LINES_FULL = 28 };

static void add_possible(struct making *m)
{
    const struct assessment *a = m->g->assessment;
    if (outcome_count(a->reached) < 2 || m->folded) // the headline says from where to where
        return;
    make_heading(m, _("Still possible"));
    for (int32_t o = 0; o < m->g->pack->n_outcomes; o++)
        if (a->reached >> o & 1)
            page_item(&m->b, "•", say(m->g->i18n, &m->g->pack->outcomes[o].title));
}

// Could an instrument still turn out to apply, one with a duty of its own or (any) whichever?
static bool may_be_linked(const struct ground *g, bool any)
{
    for (int32_t i = 0; i < g->assessment->n_links; i++) {
        const struct link *link = &g->assessment->links[i];
        if (link->applies == TRUTH_UNKNOWN &&
            (any || g->pack->instruments[link->instrument].duty != DUTY_NONE))
            return true;
    }
    return false;
}

// A sentence about conventions that may link the countries, and where they are named.
static void add_named(struct making *m, const char *sentence)
{
    const char *where =
        m->on_paper ? _("They are named further down.") : _("The part “Rights” names them.");
    make_paragraph(m, arena_printf(m->g->arena, "%s %s", sentence, where), 0);
}

static void add_position(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    if (m->told_position)
        return;
    make_heading(m, _("What the conventions ask for"));
    if (a->position == NONE && may_be_linked(g, false)) {
        add_named(m, _("Whether conventions that ask for something here link the two countries is "
                       "not known."));
        return;
    }
    if (a->position == NONE && may_be_linked(g, true)) {
        add_named(m, _("Whether agreements link the two countries is not known; none of them is "
                       "known to ask for recognition in your case."));
        return;
    }
    if (a->position == NONE) {
        make_paragraph(
            m,
            _("No convention or agreement that is known here links the two countries for "
              "your case. Then only the law of the destination counts."),
            0);
        return;
    }
    if (a->no_duty) {
        const char *none =
            _("Conventions or agreements link the two countries, but none is known here to ask for "
              "recognition in your case. Then the law of the destination counts.");
        if (may_be_linked(g, false))
            add_named(m, arena_printf(g->arena, "%s %s", none, _("Others may link them, too.")));
        else
            make_paragraph(m, none, 0);
        return;
    }
    if (a->position_from == NONE) {
        make_paragraph(m, _("Not decided yet: it depends on the open points below."), 0);
        return;
    }
    const struct outcome *o = &g->pack->outcomes[a->position];
    make_paragraph(
        m, phrase_under(g, o->position.words ? &o->position : &o->title, a->position_from), 0);
}

static void add_challenge(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    if (!a->challenge)
        return;
    if (!m->folded) // else it stands right below what the convention asks for
        make_heading(m, _("You may ask for more"));
    struct block *b = page_add(&m->b, BLOCK_WARNING,
                               _("What offices tend to do here falls behind what the convention "
                                 "asks of them. You may object."));
    b->marker = "!";
    for (int32_t i = 0; i < a->n_grounds; i++) {
        const struct finding *f = &g->pack->findings[a->grounds[i]];
        if (!m->folded) { // else it stands among the reasons only
            page_item(&m->b, "•", phrase_words(g, &f->text));
            make_cites(m, &f->cites);
        }
        if (f->ask.words)
            make_paragraph(m, phrase_words(g, &f->ask), 1);
    }
}

static int assumed_most(const struct making *m)
{
    if (!m->folded)
        return m->g->pack->n_questions;
    return making_crowded(m, BLOCKS_CROWDED, LINES_CROWDED) ? ASSUMED_CROWDED : ASSUMED_FOLDED;
}

static void add_assumed(struct making *m)
{
    const struct ground *g = m->g;
    if (!question_set_any(&g->assessment->assumed))
        return;
    make_heading(m, _("Assumed, because you did not say"));
    int64_t usual;
    int n = 0, most = assumed_most(m);
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        if (question_set_has(&g->assessment->assumed, q) &&
            answer_usual(g->pack, g->answers, q, &usual) && n++ < most)
            page_pair(&m->b, label_words(g, q), value_words(g, q, usual));
    if (n > most)
        make_muted(
            m, arena_printf(g->arena, P_("and %d more …", "and %d more …", n - most), n - most), 1);
}

static bool says(const struct ground *g, int32_t paper, const struct notice *n)
{
    return int_list_has(&n->said_by, paper) ||
           int_list_has(&n->said_by, g->pack->documents[paper].use);
}

// Does a paper of the list say it too? On the screen one more may be offered there.
static bool said_by_paper(const struct making *m, const struct notice *n)
{
    const struct assessment *a = m->g->assessment;
    bool said = false;
    for (int32_t i = 0; i < a->n_documents; i++)
        said |= says(m->g, a->documents[i].document, n);
    for (int32_t i = 0; i < a->n_offered && !m->on_paper; i++)
        said |= says(m->g, a->offered[i], n);
    return said;
}

// The first of several blocks comes under the heading.
static void note_under(struct making *m, bool *headed)
{
    if (!*headed)
        make_heading(m, _("Take note"));
    *headed = true;
}

static void add_notice(struct making *m, const struct notice *n)
{
    const char *words = phrase_words(m->g, &n->text);
    page_add(&m->b, n->warning ? BLOCK_WARNING : BLOCK_NOTE,
             n->warning ? words : fold_words(m, words))
        ->marker = n->warning ? "!" : "•";
    make_cites(m, &n->cites);
}

static void add_lists(struct making *m, bool *headed)
{
    const struct assessment *a = m->g->assessment;
    for (enum list_kind kind = 0; kind < LIST_KINDS; kind++) {
        const char *words = list_words(m->g, kind);
        bool wrong = a->listings[kind].contradicts;
        if (!words)
            continue;
        note_under(m, headed);
        page_add(&m->b, wrong ? BLOCK_WARNING : BLOCK_NOTE, words)->marker = wrong ? "!" : "•";
        make_evidence(m, &ground_destination(m->g)->lists[a->listings[kind].list].evidence);
    }
}

// `headed`: what is good to know stands right above.
// `from`: how many lines stood before this part; wherever it is built, it is folded alike.
static void add_notices(struct making *m, bool headed, int from)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    const char *words;
    const struct notice *told = m->folded ? first_warning(g, &words) : NULL;
    add_lists(m, &headed);
    int left = 0; // on a full screen a warning is said, the others are counted
    for (int32_t i = 0; i < a->n_notices; i++) {
        const struct notice *n = &g->pack->notices[a->notices[i]];
        if (n == told || (m->folded && said_by_paper(m, n))) // on another part
            continue;
        note_under(m, &headed);
        if (!n->warning && m->folded && !m->on_paper && making_lines(m) - from > LINES_FULL)
            left++;
        else
            add_notice(m, n);
    }
    if (left)
        make_muted(m, arena_printf(g->arena, P_("and %d more …", "and %d more …", left), left), 1);
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        if (order_words(g, q)) {
            note_under(m, &headed);
            page_add(&m->b, BLOCK_WARNING, order_words(g, q))->marker = "!";
        }
    for (int32_t q = 0; q < g->pack->n_questions && !m->on_paper; q++) // there beside the answer
        if (question_set_has(&a->off_path, q)) {
            note_under(m, &headed);
            page_add(&m->b, BLOCK_NOTE,
                     arena_printf(g->arena, _("Not used, because it does not apply here: %s"),
                                  label_words(g, q)))
                ->marker = "•";
        }
}

// "bakalavr; NQF 6; years: 4; credits: 240 ECTS".
static void add_award(struct making *m, const struct country_level *level, const char *title)
{
    struct text t = TEXT_INIT;
    const char *const names[] = {_("framework"), _("years"), _("credits")};
    const struct phrase *const values[] = {&level->framework, &level->years, &level->credits};
    text_add(&t, say(m->g->i18n, &level->award));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (values[i]->words)
            text_printf(&t, "; %s: %s", names[i], say(m->g->i18n, values[i]));
    page_pair(&m->b, title, arena_strdup(m->g->arena, text_str(&t)));
    text_release(&t);
    make_evidence(m, &level->evidence);
}

static void add_level(struct making *m)
{
    const struct ground *g = m->g;
    const struct answer *level =
        g->pack->q_level == NONE ? NULL : &g->answers->of[g->pack->q_level];
    if (!level || level->state != ANSWER_GIVEN)
        return;
    const struct country_level *home =
        level_in_country(g->pack, g->answers, g->pack->q_award_country, level->value);
    const struct country_level *there =
        level_in_country(g->pack, g->answers, g->pack->q_destination, level->value);
    if (home || there)
        make_heading(m, _("Level"));
    if (home && !(m->folded && there)) // it is known there
        add_award(m, home, _("At home"));
    if (there && there != home)
        add_award(m, there, _("Of the same level there"));
}

// What is open is not said as if it were decided, whatever the usual answers lead to.
static void add_answer(struct making *m)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    bool open = a->state == STATE_OPEN;
    make_paragraph(m,
                   open ? _("This depends on answers that are still open. The part “What would "
                            "help” names them, the most decisive first.")
                        : phrase_words(g, &g->pack->outcomes[a->outcome].text),
                   0);
}

void part_why(struct making *m)
{
    int from = m->folded && !m->on_paper ? making_lines(m) : 0; // painted, so only where it counts
    add_answer(m);
    add_possible(m);
    add_position(m);
    add_challenge(m);
    add_notices(m, make_reasons(m) && m->folded, from);
    make_near(m);
    add_assumed(m);
    add_level(m);
    make_background(m);
}
