// SPDX-License-Identifier: MIT
// The same answers in several destinations, side by side; and the page on which the others are
// chosen.
#include <string.h>
#include "base/text.h"
#include "base/utf8.h"
#include "view/parts.h"
#include "view/search.h"

enum line_kind {
    ROW_NAME,
    ROW_DIPLOMA,
    ROW_OUTCOME,
    ROW_POSITION,
    ROW_LINKS,
    ROW_WEAKEST,
    ROW_PAPERS,
    ROW_FEE,
    ROW_TIME,
    ROW_APPEAL,
    ROW_LICENCE,
    ROW_POSSIBLE,
    ROW_OPEN,
    ROWS
};

struct side { // one destination of the comparison
    struct ground ground;
    struct assessment assessment;
    const char *name;
    int open;    // questions of this destination without an answer
    int diploma; // of several the one that carries, from 0
};

// ---- cells -------------------------------------------------------------------------------------

static const char *keep(const struct ground *g, struct text *t)
{
    const char *words = t->len ? arena_strdup(g->arena, text_str(t)) : C_("compare", "none");
    text_release(t);
    return words;
}

static const char *possible_words(const struct ground *g)
{
    struct text t = TEXT_INIT;
    for (int32_t o = 0; o < g->pack->n_outcomes; o++)
        if (g->assessment->reached >> o & 1)
            text_printf(&t, "%s%s", t.len ? "; " : "", say(g->i18n, &g->pack->outcomes[o].title));
    return keep(g, &t);
}

// The one that gives the position comes first, then the strongest.
static const char *link_list(const struct ground *g)
{
    const struct assessment *a = g->assessment;
    struct text t = TEXT_INIT;
    if (a->position_from != NONE)
        text_add(&t, instrument_words(g, a->position_from));
    for (int32_t i = 0; i < a->n_links; i++)
        if (a->links[i].applies == TRUTH_YES && a->links[i].instrument != a->position_from)
            text_printf(&t, "%s%s", t.len ? ", " : "", instrument_words(g, a->links[i].instrument));
    return keep(g, &t);
}

// A full stop ends a sentence if a capital or a digit follows and the word before it is no
// abbreviation.
const char *words_first_sentence(const struct ground *g, const char *words)
{
    enum { SHORT_WORD = 4 };
    size_t word = 0, len = strlen(words);
    for (size_t i = 0; i < len; i++) {
        if (words[i] == ' ')
            word = i + 1;
        if (words[i] == '.' && words[i + 1] == ' ' &&
            utf8_width_n(words + word, i - word) >= SHORT_WORD)
            return arena_strndup(g->arena, words, i + 1);
    }
    return words;
}

// The most adverse finding that counts. A route that leads to a favourable outcome is no weak
// point.
static const char *weakest_words(const struct ground *g)
{
    static const enum effect order[] = {EFFECT_BAR, EFFECT_DIFFERENCE, EFFECT_CONDITION,
                                        EFFECT_ROUTE};
    size_t kinds = outcome_style(g, g->assessment->outcome) == STYLE_GOOD ? 3 : 4;
    for (size_t k = 0; k < kinds; k++)
        for (int32_t i = 0; i < g->assessment->n_live; i++) {
            const struct finding *f = &g->pack->findings[g->assessment->findings[i].finding];
            if (f->effect == order[k])
                return words_first_sentence(g, phrase_words(g, &f->text));
        }
    return C_("compare", "none");
}

static int papers_to_get(const struct ground *g)
{
    int n = 0;
    for (int32_t i = 0; i < g->assessment->n_documents; i++)
        n += g->assessment->documents[i].have != TRUTH_YES;
    return n;
}

static const char *papers_words(const struct ground *g)
{
    int n = papers_to_get(g);
    if (!g->assessment->n_documents)
        return _("Not known. Ask the authority.");
    return arena_printf(g->arena, _("%d of %d"), n, (int)g->assessment->n_documents);
}

// The fee or time that the first step with one names, else the first of its kind.
static const struct fact *fact_of(const struct ground *g, const char *kind)
{
    const struct destination *d = ground_destination(g);
    bool fee = !strcmp(kind, "fee"), step_has = fee || !strcmp(kind, "time");
    for (int32_t i = 0; d && step_has && i < g->assessment->n_steps; i++) {
        const struct item *step = &g->pack->steps[g->assessment->steps[i]];
        const struct fact *fact = ground_step_fact(g, step, fee ? step->fee : step->time);
        if (fact)
            return fact;
    }
    static const struct item any; // of no office: what the authority asks
    return ground_step_fact(g, &any, kind);
}

static const char *fact_cell(const struct ground *g, const char *kind)
{
    const struct fact *fact = fact_of(g, kind);
    if (!fact || fact->evidence.status == STATUS_UNVERIFIED)
        return _("Not known. Ask the authority.");
    struct text t = TEXT_INIT;
    text_add(&t, phrase_words(g, &fact->text));
    if (fact_is_old(g, fact->kind, fact->evidence.as_of))
        text_printf(&t, " %s", _("(This is old and may have changed: ask.)"));
    if (fact->evidence.status == STATUS_REPORTED)
        text_printf(&t, " (%s)", status_words(STATUS_REPORTED));
    return keep(g, &t);
}

static const char *licence_words(const struct ground *g)
{
    struct licence_facts f = licence_facts(g);
    int32_t outcome = g->assessment->licence.outcome;
    struct text t = TEXT_INIT;
    if (!g->assessment->licence.asked)
        return C_("compare", "none");
    if (f.body)
        text_printf(&t, "%s: ", say(g->i18n, &f.body->name));
    if (outcome == NONE)
        text_add(&t, _("Not known. Ask there."));
    else
        text_add(&t, say(g->i18n, g->pack->outcomes[outcome].licence.words
                                      ? &g->pack->outcomes[outcome].licence
                                      : &g->pack->outcomes[outcome].title));
    return keep(g, &t);
}

static const char *open_words(const struct side *s)
{
    if (!s->open)
        return C_("compare", "none");
    return arena_printf(s->ground.arena,
                        P_("%d question is not answered for this country.",
                           "%d questions are not answered for this country.", s->open),
                        s->open);
}

static const char *cell(const struct side *s, enum line_kind row)
{
    const struct ground *g = &s->ground;
    const struct assessment *a = g->assessment;
    switch (row) {
    case ROW_NAME:
        return s->name;
    case ROW_DIPLOMA:
        return diploma_words(g, s->diploma + 1);
    case ROW_OUTCOME:
        return outcome_headline(g);
    case ROW_LICENCE:
        return licence_words(g);
    case ROW_POSSIBLE:
        return possible_words(g);
    case ROW_POSITION:
        return a->position == NONE ? C_("compare", "none")
                                   : say(g->i18n, &g->pack->outcomes[a->position].title);
    case ROW_LINKS:
        return link_list(g);
    case ROW_WEAKEST:
        return weakest_words(g);
    case ROW_PAPERS:
        return papers_words(g);
    case ROW_FEE:
        return fact_cell(g, "fee");
    case ROW_TIME:
        return fact_cell(g, "time");
    case ROW_APPEAL:
        return fact_cell(g, "appeal");
    case ROW_OPEN:
    case ROWS:
        break;
    }
    return open_words(s);
}

static const char *row_name(enum line_kind row)
{
    switch (row) {
    case ROW_DIPLOMA:
        return _("Diploma");
    case ROW_OUTCOME:
        return C_("tab", "Outcome");
    case ROW_LICENCE:
        return _("The licence");
    case ROW_POSSIBLE:
        return _("Still possible");
    case ROW_POSITION:
        return _("Under the conventions");
    case ROW_LINKS:
        return _("Conventions");
    case ROW_WEAKEST:
        return _("Weakest point");
    case ROW_PAPERS:
        return _("Papers to get");
    case ROW_FEE:
        return kind_words("fee");
    case ROW_TIME:
        return kind_words("time");
    case ROW_APPEAL:
        return kind_words("appeal");
    case ROW_OPEN:
        return _("Not answered");
    case ROW_NAME:
    case ROWS:
        break;
    }
    return "";
}

// ---- the table ---------------------------------------------------------------------------------

static int open_questions(const struct ground *g)
{
    int n = 0;
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        n += g->answers->of[q].state == ANSWER_ABSENT &&
             flow_applies(g->engine, g->answers, q) == TRUTH_YES &&
             flow_matters(g->engine, g->answers, q);
    return n;
}

// Of several diplomas the one that carries the purpose in that country.
static const struct answers *best_there(struct side *s, const struct ground *g, int32_t destination)
{
    const struct diplomas *d = g->diplomas;
    struct several *there = ARENA_NEW(g->arena, struct several);
    there->n = d ? d->n : 1;
    for (int i = 0; i < there->n; i++) {
        there->of[i] = d ? d->answers[i] : *g->answers;
        there->of[i].of[g->pack->q_destination] =
            (struct answer){.state = ANSWER_GIVEN, .value = destination};
    }
    s->diploma = several_best(g->engine, g->pack, there, &s->assessment);
    return &there->of[s->diploma];
}

static void look_at(struct side *s, const struct ground *g, int32_t destination)
{
    s->ground = *g;
    s->ground.answers = best_there(s, g, destination);
    s->ground.assessment = &s->assessment;
    s->name = country_name(g->i18n, g->pack->countries[destination]);
    s->open = open_questions(&s->ground);
}

// A row in which every country would say the same nothing is left out.
static bool worth_a_row(const struct side *side, int count, enum line_kind row)
{
    for (int i = 0; i < count; i++) {
        uint32_t possible = side[i].ground.assessment->reached;
        if ((row == ROW_POSSIBLE && (possible & (possible - 1))) ||
            (row == ROW_LICENCE && side[i].ground.assessment->licence.asked) ||
            (row == ROW_DIPLOMA && side[i].ground.diplomas) || (row == ROW_OPEN && side[i].open))
            return true;
    }
    return row != ROW_DIPLOMA && row != ROW_POSSIBLE && row != ROW_OPEN && row != ROW_LICENCE;
}

static void add_table(struct making *m, const struct side *side, int count)
{
    size_t columns = (size_t)count + 1;
    const char **cells = ARENA_ARRAY(m->g->arena, const char *, columns *ROWS);
    struct page_table *table = ARENA_NEW(m->g->arena, struct page_table);
    int rows = 0;
    for (enum line_kind row = ROW_NAME; row < ROWS; row++) {
        if (!worth_a_row(side, count, row))
            continue;
        const char **line = cells + columns * (size_t)rows++;
        line[0] = row_name(row);
        for (int i = 0; i < count; i++)
            line[i + 1] = cell(&side[i], row);
    }
    *table = (struct page_table){rows, (int)columns, cells};
    page_add(&m->b, BLOCK_TABLE, "")->table = table;
}

// ---- which papers ------------------------------------------------------------------------------

static bool has_paper(const struct side *s, const char *words)
{
    for (int32_t i = 0; i < s->ground.assessment->n_documents; i++) {
        const struct document_state *d = &s->ground.assessment->documents[i];
        if (d->have != TRUTH_YES &&
            !strcmp(phrase_words(&s->ground, &s->ground.pack->documents[d->document].text), words))
            return true;
    }
    return false;
}

static bool said_before(const struct side *side, int before, const char *words)
{
    for (int i = 0; i < before; i++)
        if (has_paper(&side[i], words))
            return true;
    return false;
}

static const char *wanted_by(const struct side *side, int count, const char *words)
{
    struct text t = TEXT_INIT;
    for (int i = 0; i < count; i++)
        if (has_paper(&side[i], words))
            text_printf(&t, "%s%s", t.len ? ", " : "", side[i].name);
    return keep(&side->ground, &t);
}

// Every paper once, with the countries that ask for it.
static void add_papers(struct making *m, const struct side *side, int count)
{
    bool any = false;
    for (int i = 0; i < count; i++)
        for (int32_t k = 0; k < side[i].ground.assessment->n_documents; k++) {
            const struct document_state *d = &side[i].ground.assessment->documents[k];
            const char *words =
                phrase_words(&side[i].ground, &m->g->pack->documents[d->document].text);
            if (d->have == TRUTH_YES || said_before(side, i, words))
                continue;
            if (!any)
                make_heading(m, _("Papers to get"));
            any = true;
            page_item(&m->b, "•", words);
            if (count > 1)
                make_muted(m, wanted_by(side, count, words), 1);
        }
}

struct page *page_compare(const struct ground *g, const int32_t *destinations, int count)
{
    struct making m;
    struct side *side = ARENA_ARRAY(g->arena, struct side, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        look_at(&side[i], g, destinations[i]);
    make_begin(&m, g, PAGE_COMPARE, _("Comparison"));
    page_add(&m.b, BLOCK_TITLE, _("Comparison"));
    add_table(&m, side, count);
    add_papers(&m, side, count);
    for (int i = 0; i < count; i++)
        assessment_release(&side[i].assessment);
    page_add(&m.b, BLOCK_GAP, "");
    make_muted(
        &m,
        arena_printf(g->arena,
                     _("This is what the rules known on %s make likely. The authority decides."),
                     say_date(g->arena, g->as_of)),
        0);
    return page_finish(&m.b);
}

// ---- choosing ----------------------------------------------------------------------------------

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

// A country that has a file and is not the one asked for anyway.
static bool add_destination(struct making *m, const struct picking *picking, int32_t country)
{
    const struct ground *g = m->g;
    if (country >= g->pack->n_countries || g->pack->destination_of[country] == NONE ||
        country == compare_home(g))
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
    struct block *field = page_add(&m.b, BLOCK_FIELD, picking->typed);
    field->cursor = picking->cursor;
    page_focusable(&m.b, ITEM_FIELD);
    if (picking->n_chosen && !*picking->typed)
        add_done(&m, picking);
    struct found found = search_countries(g, g->pack->q_destination, picking->typed);
    int shown = 0;
    if (found.note)
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
