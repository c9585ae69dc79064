// SPDX-License-Identifier: MIT
// Several diplomas of one person: which one carries the purpose, and what the others come to.
#include "view/parts.h"

// Without a number.
static const char *name_of(const struct ground *g)
{
    const struct answer *level = &g->answers->of[g->pack->q_level],
                        *country = &g->answers->of[g->pack->q_award_country];
    return arena_printf(
        g->arena, "%s%s%s",
        level->state == ANSWER_GIVEN ? answer_words(g, g->pack->q_level, level)
                                     : _("Level not answered"),
        country->state == ANSWER_GIVEN ? ", " : "",
        country->state == ANSWER_GIVEN ? answer_words(g, g->pack->q_award_country, country) : "");
}

const char *diploma_words(const struct ground *g, int number)
{
    return arena_printf(g->arena, "%d. %s", number, name_of(g));
}

const char *diploma_before(const struct ground *g, const char *words)
{
    if (!g->diploma)
        return words;
    const char *which = arena_printf(g->arena, _("Diploma %d"), g->diploma);
    return *words ? arena_printf(g->arena, "%s: %s", which, words) : which;
}

// Of one of them.
static struct ground ground_of(const struct ground *g, int place)
{
    struct ground ground = *g;
    ground.answers = &g->diplomas->answers[place];
    ground.assessment = &g->diplomas->assessments[place];
    return ground;
}

// Their places, the highest level first.
static void sort(const struct ground *g, int place[SEVERAL_MOST])
{
    const struct diplomas *d = g->diplomas;
    for (int i = 0; i < d->n; i++) {
        int at = i;
        for (; at && several_rank(g->pack, &d->answers[place[at - 1]]) <
                         several_rank(g->pack, &d->answers[i]);
             at--)
            place[at] = place[at - 1];
        place[at] = i;
    }
}

static bool all_same(const struct ground *g)
{
    const struct diplomas *d = g->diplomas;
    for (int i = 1; i < d->n; i++)
        if (d->assessments[i].outcome != d->assessments[0].outcome)
            return false;
    return true;
}

static bool any_open(const struct ground *g)
{
    const struct diplomas *d = g->diplomas;
    bool open = false;
    for (int i = 0; i < d->n; i++)
        open |= d->assessments[i].state == STATE_OPEN;
    return open;
}

// Which one carries, which one is read about, and what the others add.
static const char *carries_words(const struct ground *g)
{
    const struct diplomas *d = g->diplomas;
    if (all_same(g))
        return arena_printf(
            g->arena,
            any_open(g)
                ? _("This result speaks of diploma %d. Which one opens the most is open yet.")
                : _("This result speaks of diploma %d. For your purpose the others come to the "
                    "same."),
            d->open + 1);
    bool open = any_open(g);
    if (d->open == d->carries)
        return arena_printf(
            g->arena,
            open ? _("This result speaks of diploma %d: so far it opens the most for your purpose.")
                 : _("This result speaks of diploma %d: it opens the most for your purpose."),
            d->carries + 1);
    return arena_printf(
        g->arena,
        open ? _("This result speaks of diploma %d. So far diploma %d opens more for your purpose.")
             : _("This result speaks of diploma %d. Diploma %d opens more for your purpose."),
        d->open + 1, d->carries + 1);
}

// Do the papers of the open one ask for the diploma before it?
static bool asks_for_earlier(const struct ground *g)
{
    const struct pack *pack = g->pack;
    const struct assessment *a = &g->diplomas->assessments[g->diplomas->open];
    int32_t earlier = pack_choice(&pack->questions[pack->q_documents_held], "earlier_diploma");
    for (int32_t i = 0; i < a->n_documents; i++) {
        const struct item *paper = &pack->documents[a->documents[i].document];
        if (earlier >= 0 && paper->held_by == earlier && !paper->only_if)
            return true;
    }
    return false;
}

// The place of the diploma that the open one's papers ask for, too: the next lower one; NONE.
static int32_t wanted_too(const struct ground *g)
{
    const struct diplomas *d = g->diplomas;
    int32_t open = several_rank(g->pack, &d->answers[d->open]), best = 0, place = NONE;
    for (int i = 0; i < d->n; i++) {
        int32_t rank = several_rank(g->pack, &d->answers[i]);
        if (rank >= open || rank <= best)
            continue;
        best = rank;
        place = i;
    }
    return place != NONE && asks_for_earlier(g) ? place : NONE;
}

// What it comes to, in few words.
static const char *comes_to(const struct ground *ground)
{
    return ground->assessment->state == STATE_OPEN ? _("Too early to say")
                                                   : outcome_headline(ground);
}

static const char *with_wanted(const struct ground *g, int place, const char *words)
{
    return place == wanted_too(g) ? arena_printf(g->arena, "%s; %s", words, _("wanted as a paper"))
                                  : words;
}

void part_diplomas(struct making *m)
{
    int place[SEVERAL_MOST];
    const struct diplomas *d = m->g->diplomas;
    if (!d)
        return;
    make_heading(m, _("Your diplomas"));
    sort(m->g, place);
    for (int i = 0; i < d->n; i++) {
        struct ground ground = ground_of(m->g, place[i]);
        page_pair(&m->b, diploma_words(&ground, place[i] + 1),
                  with_wanted(m->g, place[i], outcome_headline(&ground)));
    }
    make_paragraph(m, carries_words(m->g), 0);
}

void part_ladder(struct making *m)
{
    int place[SEVERAL_MOST];
    const struct diplomas *d = m->g->diplomas;
    if (!d || d->n < 2)
        return;
    sort(m->g, place);
    make_paragraph(m, carries_words(m->g), 0);
    for (int i = 0; i < d->n; i++) {
        struct ground ground = ground_of(m->g, place[i]);
        make_paragraph(m,
                       arena_printf(m->g->arena, "%s: %s", diploma_words(&ground, place[i] + 1),
                                    with_wanted(m->g, place[i], comes_to(&ground))),
                       1);
    }
}

// ---- all of them, to choose from ---------------------------------------------------------------

static void add_row(struct making *m, const struct ground *ground, int place)
{
    const struct ground *g = m->g;
    const struct diplomas *d = g->diplomas;
    struct block *b = page_add(&m->b, BLOCK_CHOICE, name_of(ground));
    bool best = d && place == d->carries && !all_same(g);
    b->number = place + 1;
    b->detail = best ? arena_printf(g->arena, "%s; %s", comes_to(ground),
                                    _("opens the most for your purpose"))
                     : comes_to(ground);
    page_focusable(&m->b, place);
}

struct page *page_diplomas(const struct ground *g, bool more, bool code, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_REVIEW, _("Your diplomas"));
    page_add(&m.b, BLOCK_TITLE, _("Your diplomas"));
    make_muted(&m, _("Each is judged for the same country and purpose."), 0);
    for (int i = 0; g->diplomas && i < g->diplomas->n; i++) {
        struct ground ground = ground_of(g, i);
        add_row(&m, &ground, i);
    }
    if (!g->diplomas)
        add_row(&m, g, 0);
    if (more) {
        struct block *b = page_add(&m.b, BLOCK_CHOICE, _("Another diploma"));
        b->detail = _("It is asked about in a few questions, and judged for the same purpose.");
        b->number = g->diplomas ? g->diplomas->n + 1 : 2;
        page_focusable(&m.b, ITEM_DONE);
    }
    if (code) {
        page_add(&m.b, BLOCK_CHOICE, _("I have a code of it"))->number =
            g->diplomas ? g->diplomas->n + 2 : 3;
        page_focusable(&m.b, ITEM_CODE);
    }
    int own = g->diplomas ? g->diplomas->open : 1; // where there is one: to add another
    m.b.page.focus = focus >= 0 ? focus : own;
    return page_finish(&m.b);
}
