// SPDX-License-Identifier: MIT
// Letters to offices as pages; see letter.h.
#include "view/letter.h"

#include <string.h>

#include "base/bits.h"
#include "base/text.h"
#include "engine/explain.h"
#include "engine/sources.h"
#include "pack/words.h"
#include "view/letterhead.h"
#include "view/parts.h"

static const char blank[] = "________________";

// ---- what fits ----------------------------------------------------------------------------------

// The answers that conditions of letters are read with: as for rights, what nobody answered counts
// at its usual value.
static const struct answers *told_answers(const struct ground *g)
{
    struct answers *told = ARENA_NEW(g->arena, struct answers);
    explain_answers(g->pack, g->answers, g->assessment, told);
    for (int32_t q = 0; q < g->pack->n_questions; q++) {
        int64_t value;
        if (answer_usual(g->pack, told, q, &value))
            told->of[q] = (struct answer){.state = ANSWER_GIVEN, .value = value};
    }
    return told;
}

static bool holds(const struct ground *g, const struct answers *told,
                  const struct condition *condition)
{
    const struct rule rule = {.kind = RULE_RIGHT, .when = *condition};
    return !condition->root ||
           explain_rule(g->engine, told, g->assessment, &rule, NULL, NULL) == TRUTH_YES;
}

static bool listed(const int32_t *list, int32_t n, int32_t wanted)
{
    for (int32_t i = 0; i < n; i++)
        if (list[i] == wanted)
            return true;
    return false;
}

// Of an instrument, or of national law with NONE.
static bool applies(const struct ground *g, int32_t instrument)
{
    const struct assessment *a = g->assessment;
    for (int32_t i = 0; i < a->n_links && instrument != NONE; i++)
        if (a->links[i].instrument == instrument)
            return a->links[i].applies == TRUTH_YES;
    return instrument == NONE;
}

static bool stands(const struct ground *g, const struct letter *letter,
                   const struct argument *argument)
{
    return argument->purposes >> letter->purpose & 1 &&
           listed(g->assessment->rights, g->assessment->n_rights, argument->right) &&
           applies(g, g->pack->rights[argument->right].instrument);
}

static bool any_stands(const struct ground *g, const struct letter *letter)
{
    for (int32_t i = 0; i < g->pack->n_arguments; i++)
        if (stands(g, letter, &g->pack->arguments[i]))
            return true;
    return false;
}

int letters_fitting(const struct ground *g, const struct letter **letters)
{
    const struct answers *told = told_answers(g);
    int n = 0;
    for (int32_t i = 0; i < g->pack->n_letters; i++) {
        const struct letter *letter = &g->pack->letters[i];
        if ((!letter->challenge || g->assessment->challenge) && any_stands(g, letter) &&
            holds(g, told, &letter->when))
            letters[n++] = letter;
    }
    return n;
}

const char *letter_none_words(void)
{
    return _("By these answers there is nothing to write about: no convention that binds both "
             "countries is known "
             "to ask for more than what is likely, and no decision has to be explained. You may "
             "always ask an office for its reasons in your own words.");
}

// ---- words --------------------------------------------------------------------------------------

struct writing {
    struct making m;
    const struct letter *letter;
    const struct answers *told;
    struct fill fills[24]; // level, outcome, and the blanks
    int n_fills;
};

static const char *given_words(const struct ground *g, int32_t question)
{
    if (question == NONE || g->answers->of[question].state != ANSWER_GIVEN)
        return NULL;
    return answer_words(g, question, &g->answers->of[question]);
}

static void fill_in(struct writing *w)
{
    const struct ground *g = w->m.g;
    const char *level = given_words(g, g->pack->q_level);
    w->fills[w->n_fills++] = (struct fill){"level", level ? level : blank};
    w->fills[w->n_fills++] =
        (struct fill){"outcome", say(g->i18n, &g->pack->outcomes[g->assessment->outcome].title)};
    for (int i = 0; words_letter_blank[i]; i++)
        w->fills[w->n_fills++] = (struct fill){words_letter_blank[i], blank};
}

static const char *words_of(const struct writing *w, const struct phrase *phrase,
                            int32_t instrument)
{
    return phrase_with(w->m.g, phrase, instrument, w->fills, w->n_fills);
}

// "Master's degree, State University, Kazakhstan, 2019", as far as it was answered.
static const char *qualification(const struct ground *g)
{
    const int32_t questions[] = {g->pack->q_level, g->pack->q_institution, g->pack->q_award_country,
                                 pack_question(g->pack, "award_year")};
    struct text t = TEXT_INIT;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        const char *words = given_words(g, questions[i]);
        if (words)
            text_printf(&t, "%s%s", t.len ? ", " : "", words);
    }
    const char *all = t.len ? arena_strdup(g->arena, text_str(&t)) : blank;
    text_release(&t);
    return all;
}

// ---- the letter ---------------------------------------------------------------------------------

static void put_head(struct writing *w)
{
    struct making *m = &w->m;
    const struct ground *g = m->g;
    const struct office *office = ground_authority(g);
    page_pair(&m->b, C_("letter", "From"), blank);
    page_pair(&m->b, C_("letter", "Address"), blank);
    page_pair(&m->b, C_("letter", "Date"), blank);
    page_pair(&m->b, C_("letter", "To"),
              office ? say(g->i18n, &office->name) : _("the recognition authority"));
    if (office && office->address)
        page_pair(&m->b, C_("letter", "Its address"), office->address);
    page_pair(&m->b, C_("letter", "Qualification"), qualification(g));
    page_add(&m->b, BLOCK_TITLE, words_of(w, &w->letter->title, NONE));
}

static void put_parts(struct writing *w, enum letter_place place)
{
    const struct assessment *a = w->m.g->assessment;
    for (int32_t i = 0; i < w->letter->n_parts[place]; i++) {
        const struct letter_part *part = &w->letter->parts[place][i];
        if ((part->ground == NONE || listed(a->grounds, a->n_grounds, part->ground)) &&
            holds(w->m.g, w->told, &part->when))
            make_paragraph(&w->m, words_of(w, &part->text, NONE), 0);
    }
}

// "Article III.5: " where articles are cited.
static const char *articles_words(const struct ground *g, const struct int_list *cites)
{
    struct text t = TEXT_INIT;
    for (int32_t i = 0; i < cites->count; i++) {
        const struct source *s = &g->pack->sources[cites->items[i]];
        if (s->instrument == NONE || !s->number)
            continue;
        text_add(&t, t.len ? ", " : "");
        text_printf(&t, _("Article %s"), s->number);
    }
    text_add(&t, t.len ? ": " : "");
    const char *words = arena_strdup(g->arena, text_str(&t));
    text_release(&t);
    return words;
}

// What it cites, and the pages on which articles stand.
static struct int_list sources_of(const struct ground *g, const struct argument *argument)
{
    int32_t *sources = ARENA_ARRAY(g->arena, int32_t, 2 * (size_t)argument->cites.count);
    int32_t n = 0;
    for (int32_t i = 0; i < argument->cites.count; i++) {
        int32_t source = source_shown(g->pack, argument->cites.items[i]);
        sources[n++] = source;
        if (g->pack->sources[source].article_source != NONE)
            sources[n++] = g->pack->sources[source].article_source;
    }
    return (struct int_list){sources, n};
}

// Of one instrument, or of national law with NONE.
static void put_arguments(struct writing *w, int32_t instrument)
{
    const struct ground *g = w->m.g;
    for (int32_t i = 0; i < g->pack->n_arguments; i++) {
        const struct argument *argument = &g->pack->arguments[i];
        if (g->pack->rights[argument->right].instrument != instrument ||
            !stands(g, w->letter, argument))
            continue;
        page_item(&w->m.b, "•",
                  arena_printf(g->arena, "%s%s", articles_words(g, &argument->cites),
                               words_of(w, &argument->text, instrument)));
        struct int_list sources = sources_of(g, argument);
        make_cites(&w->m, &sources);
    }
}

static bool argues_with(const struct writing *w, int32_t instrument)
{
    const struct pack *pack = w->m.g->pack;
    for (int32_t i = 0; i < pack->n_arguments; i++)
        if (pack->rights[pack->arguments[i].right].instrument == instrument &&
            stands(w->m.g, w->letter, &pack->arguments[i]))
            return true;
    return false;
}

static void put_all_arguments(struct writing *w)
{
    const struct ground *g = w->m.g;
    const struct assessment *a = g->assessment;
    for (int32_t i = 0; i < a->n_links; i++) {
        const struct instrument *instrument = &g->pack->instruments[a->links[i].instrument];
        if (!argues_with(w, a->links[i].instrument))
            continue;
        make_paragraph(&w->m,
                       arena_printf(g->arena, "%s. %s", say(g->i18n, &instrument->name),
                                    link_words(g, &a->links[i])),
                       0);
        make_evidence(&w->m, &instrument->evidence);
        put_arguments(w, a->links[i].instrument);
    }
    put_arguments(w, NONE);
}

// The sources have the numbers of this letter.
static void number_sources(struct writing *w)
{
    const struct ground *g = w->m.g;
    memset(w->m.sources, 0, BITS_WORDS(g->pack->n_sources) * sizeof *w->m.sources);
    for (int32_t i = 0; i < g->pack->n_arguments; i++) {
        const struct argument *argument = &g->pack->arguments[i];
        int32_t instrument = g->pack->rights[argument->right].instrument;
        if (!stands(g, w->letter, argument))
            continue;
        struct int_list sources = sources_of(g, argument);
        for (int32_t s = 0; s < sources.count; s++)
            bits_set(w->m.sources, (size_t)sources.items[s]);
        if (instrument != NONE && g->pack->instruments[instrument].evidence.source != NONE)
            bits_set(w->m.sources, (size_t)g->pack->instruments[instrument].evidence.source);
    }
}

// That of the office the letter goes to before that of another one; NULL, and *others, where there
// are only such as other people have.
static const struct fact *appeal_there(const struct ground *g, const struct destination *d,
                                       bool *others)
{
    const struct fact *found = NULL;
    for (int32_t i = 0; i < d->n_facts; i++) {
        const struct fact *fact = &d->facts[i];
        if (strcmp(fact->kind, "appeal") != 0)
            continue;
        bool mine = ground_fact_concerns(g, fact);
        *others |= !mine;
        if (mine && (!found || (found->office && !fact->office)))
            found = fact;
    }
    return found;
}

static void put_appeal(struct making *m)
{
    const struct destination *d = ground_destination(m->g);
    bool others = false;
    const struct fact *fact = d ? appeal_there(m->g, d, &others) : NULL;
    if (!d || (!fact && others) || !make_fact_pair(m, fact, kind_words("appeal"), 0) ||
        fact->evidence.source == NONE)
        return;
    page_add(&m->b, BLOCK_CITATION, source_words(m->g, fact->evidence.source))->url =
        m->g->pack->sources[fact->evidence.source].url;
}

// What the person should know, and the office need not.
static void put_advice(struct making *m)
{
    const struct ground *g = m->g;
    page_add(&m->b, BLOCK_TITLE, _("For you: not a part of the letter"))->new_sheet = true;
    page_item(&m->b, "•", _("Fill in the lines by hand. What you write there is kept nowhere."));
    page_item(&m->b, "•",
              _("Leave out what does not fit your case; the letter goes by your answers."));
    page_item(&m->b, "•", _("Keep a copy, and the date on which you sent it."));
    put_appeal(m);
    make_muted(m,
               arena_printf(g->arena, _("Content: %s %s, law as on %s."), g->pack->id,
                            g->pack->version, say_date(g->arena, g->as_of)),
               0);
    make_reviewed(m);
}

struct page *page_letter(const struct ground *g, const struct letter *letter)
{
    struct writing w = {.letter = letter, .told = told_answers(g)};
    struct making *m = &w.m;
    make_begin(m, g, PAGE_REPORT, say(g->i18n, &letter->title));
    number_sources(&w);
    fill_in(&w);
    make_letterhead(m, false);
    put_head(&w);
    make_paragraph(m, _("Dear Sir or Madam,"), 0);
    put_parts(&w, LETTER_OPENING);
    put_all_arguments(&w);
    put_parts(&w, LETTER_CLOSING);
    make_paragraph(m, _("Yours faithfully,"), 0);
    page_pair(&m->b, C_("letter", "Name and signature"), blank);
    make_heading(m, _("Sources of this letter"));
    make_source_list(m);
    make_letterhead(m, true);
    put_advice(m);
    return page_finish(&m->b);
}
