// SPDX-License-Identifier: MIT
// Answers, sources and facts in words.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include "base/bits.h"
#include "base/date.h"
#include "base/text.h"
#include "base/utf8.h"
#include "engine/sources.h"
#include "pack/kind.h"
#include "pack/words.h"
#include "view/parts.h"

static const char *keep(const struct ground *g, struct text *t)
{
    const char *copy = arena_strndup(g->arena, text_str(t), t->len);
    text_release(t);
    return copy;
}

const char *instrument_words(const struct ground *g, int32_t instrument)
{
    if (instrument == NONE)
        return "";
    const struct instrument *i = &g->pack->instruments[instrument];
    return say(g->i18n, i->short_name.words ? &i->short_name : &i->name);
}

const char *label_words(const struct ground *g, int32_t question)
{
    return say(g->i18n, &g->pack->questions[question].label);
}

// Its code, NULL where not given.
static const char *country_code(const struct ground *g, int32_t question)
{
    if (question == NONE || !g->answers || g->answers->of[question].state != ANSWER_GIVEN)
        return NULL;
    int64_t value = g->answers->of[question].value;
    return value < g->pack->n_countries ? g->pack->countries[value] : NULL;
}

const char *ground_country_name(const struct ground *g, int32_t question)
{
    const char *code = country_code(g, question);
    return code ? country_name(g->i18n, code) : NULL;
}

const char *order_words(const struct ground *g, int32_t question)
{
    const struct question *q = &g->pack->questions[question];
    const int32_t others[] = {q->not_after, q->not_before};
    for (int k = 0; k < 2; k++)
        if (others[k] != NONE && !question_set_has(&g->assessment->off_path, question) &&
            !question_set_has(&g->assessment->off_path, others[k]) &&
            answers_clash(g->pack, question, &g->answers->of[question], others[k],
                          &g->answers->of[others[k]]))
            return phrase_words(g, &q->order_message);
    return NULL;
}

const char *ground_country_said(const struct ground *g, int32_t question, bool begins)
{
    return country_in_sentence(g->i18n, country_code(g, question), begins);
}

const struct destination *ground_destination(const struct ground *g)
{
    if (!g->answers)
        return NULL;
    return pack_destination(g->pack, answer_value(g->answers, g->pack->q_destination));
}

static struct whom whom(const struct ground *g)
{
    return g->answers ? answers_whom(g->pack, g->answers)
                      : (struct whom){.profession = NONE, .level = NONE};
}

bool ground_concerned(const struct ground *g, const struct office *office)
{
    return office_concerns(ground_destination(g), office, whom(g));
}

const struct office *ground_authority(const struct ground *g)
{
    const struct destination *d = ground_destination(g);
    return d ? destination_authority(d, whom(g)) : NULL;
}

bool ground_fact_concerns(const struct ground *g, const struct fact *fact)
{
    return fact_concerns(ground_destination(g), fact, whom(g));
}

const struct office *ground_step_office(const struct ground *g, const struct item *step)
{
    const struct destination *d = ground_destination(g);
    return d && step->office ? step_office(d, step->office, whom(g)) : NULL;
}

const struct fact *ground_step_fact(const struct ground *g, const struct item *step,
                                    const char *name)
{
    const struct destination *d = ground_destination(g);
    return d ? step_fact(d, step, name, whom(g)) : NULL;
}

const struct fact *ground_known_fact(const struct ground *g, const struct item *step,
                                     const char *name)
{
    const struct fact *fact = ground_step_fact(g, step, name);
    return fact && fact->evidence.status != STATUS_UNVERIFIED ? fact : NULL;
}

const struct fact *ground_cost(const struct ground *g, enum cost cost, int32_t *step)
{
    for (int32_t i = 0; i < g->assessment->n_steps; i++) {
        const struct item *item = &g->pack->steps[g->assessment->steps[i]];
        const struct fact *fact =
            ground_known_fact(g, item, cost == COST_FEE ? item->fee : item->time);
        if (fact && step)
            *step = i;
        if (fact)
            return fact;
    }
    return NULL;
}

const char *cost_words(const struct ground *g, enum cost cost, int32_t *step)
{
    const struct fact *fact = ground_cost(g, cost, step);
    return fact ? words_first_sentence(g, phrase_words(g, &fact->text)) : NULL;
}

// What applies to this person comes before what may never be asked; lines of the papers come last.
static int missing_turn(const struct ground *g, const struct missing *missing)
{
    return g->pack->questions[missing->question].tick.words ? 2 : !missing->applies;
}

const struct missing *ground_missing(const struct ground *g, int32_t place)
{
    const struct assessment *a = g->assessment;
    for (int turn = 0; turn < 3; turn++)
        for (int32_t i = 0; i < a->n_missing; i++)
            if (missing_turn(g, &a->missing[i]) == turn && !place--)
                return &a->missing[i];
    return NULL;
}

static const char *institution(const struct ground *g)
{
    int32_t q = pack_question(g->pack, "institution");
    const struct answer *a = q == NONE || !g->answers ? NULL : &g->answers->of[q];
    if (!a || a->state != ANSWER_GIVEN || !a->text)
        return _("the institution");
    return arena_strndup(g->arena, a->text, (size_t)a->text_length);
}

static const char *office_words(const struct ground *g)
{
    const struct office *office = ground_authority(g);
    return office ? say(g->i18n, &office->name) : _("the recognition authority");
}

// Do the words name it, {destination}, or a form of it, {destination:genitive}?
static bool asks_for(const char *words, const char *name)
{
    size_t len = strlen(name);
    for (const char *p = strchr(words, '{'); p; p = strchr(p + 1, '{'))
        if (!strncmp(p + 1, name, len) && (p[1 + len] == '}' || p[1 + len] == ':'))
            return true;
    return false;
}

// Only what the words ask for: each of these costs a look into a catalogue.
static struct fills fills_for(const struct ground *g, const char *words, int32_t instrument)
{
    struct fills f = {.destination_code = country_code(g, g->pack->q_destination),
                      .award_code = country_code(g, g->pack->q_award_country)};
    if (asks_for(words, "destination") &&
        !(f.destination = ground_country_name(g, g->pack->q_destination)))
        f.destination = _("the destination country");
    if (asks_for(words, "award_country") &&
        !(f.award_country = ground_country_name(g, g->pack->q_award_country)))
        f.award_country = _("the country of the award");
    if (asks_for(words, "study_country")) {
        int32_t study = pack_question(g->pack, "study_country");
        f.study_code = country_code(g, study);
        f.study_country =
            f.study_code ? country_name(g->i18n, f.study_code) : _("the country of study");
    }
    if (strstr(words, "{instrument}"))
        f.instrument = instrument == NONE ? C_("in a sentence", "convention")
                                          : instrument_words(g, instrument);
    if (strstr(words, "{office}"))
        f.office = office_words(g);
    if (strstr(words, "{institution}"))
        f.institution = institution(g);
    if (strstr(words, "{as_of}"))
        f.as_of = say_date(g->arena, g->as_of);
    return f;
}

const char *phrase_with(const struct ground *g, const struct phrase *phrase, int32_t instrument,
                        const struct fill *more, int n_more)
{
    if (!phrase->words || !strchr(phrase->words, '{'))
        return say(g->i18n, phrase);
    struct fills fills = fills_for(g, say(g->i18n, phrase), instrument);
    fills.more = more;
    fills.n_more = n_more;
    return say_filled(g->i18n, g->arena, phrase, &fills);
}

const char *phrase_under(const struct ground *g, const struct phrase *phrase, int32_t instrument)
{
    return phrase_with(g, phrase, instrument, NULL, 0);
}

const char *phrase_words(const struct ground *g, const struct phrase *phrase)
{
    int32_t from = g->assessment ? g->assessment->position_from : NONE;
    return phrase_under(g, phrase, from);
}

// "No. 12", "art. 5", "e.g. a": a short word before a full stop may be cut short. Not where a
// capital follows a word in small letters, a number or a bracket: "you have it. Ask ..."
static bool cut_short(const char *word, size_t len, const char *after)
{
    enum { SHORT_WORD = 4 };
    static const char *const cuts[] = {"st", "art", "им", "ст", "стр", "др", "гг"};
    uint32_t next = 0;
    for (; len > 1 && *word == '('; word++)
        len--;
    if (utf8_width_n(word, len) >= SHORT_WORD || word[len - 1] == ')')
        return false;
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++)
        if (len == strlen(cuts[i]) && !memcmp(word, cuts[i], len))
            return true;
    utf8_decode(after, strlen(after), &next);
    uint32_t first = 0;
    bool letter = utf8_decode(word, len, &first) == len;
    return letter || memchr(word, '.', len) || uc_tolower(next) == next ||
           uc_tolower(first) != first;
}

const char *words_first_sentence(const struct ground *g, const char *words)
{
    size_t word = 0, len = strlen(words);
    for (size_t i = 0; i < len; i++) {
        if (words[i] == ' ')
            word = i + 1;
        if (words[i] == '.' && words[i + 1] == ' ' && i > word &&
            !cut_short(words + word, i - word, words + i + 2))
            return arena_strndup(g->arena, words, i + 1);
    }
    return words;
}

const char *phrase_brief(const struct ground *g, const struct item *item)
{
    return item->brief.words ? phrase_words(g, &item->brief)
                             : words_first_sentence(g, phrase_words(g, &item->text));
}

// ---- answers -----------------------------------------------------------------------------------

static const char *many_words(const struct ground *g, const struct question *q, int64_t value)
{
    struct text t = TEXT_INIT;
    for (int32_t c = 0; c < q->n_choices; c++)
        if ((uint64_t)value >> c & 1) {
            text_add(&t, t.len ? ", " : "");
            text_add(&t, say(g->i18n, &q->choices[c].label));
        }
    if (!t.len)
        text_add(&t, q->none_label.words ? say(g->i18n, &q->none_label) : _("None of these"));
    return keep(g, &t);
}

static const char *number_words(const struct ground *g, int64_t value)
{
    struct text t = TEXT_INIT;
    text_number(&t, (double)value / (double)NUMBER_SCALE);
    return keep(g, &t);
}

static const char *country_or_extra(const struct ground *g, const struct question *q, int64_t value)
{
    int64_t extra = value - g->pack->n_countries;
    if (extra < 0)
        return country_name(g->i18n, g->pack->countries[value]);
    return extra < q->n_choices ? say(g->i18n, &q->choices[extra].label) : "";
}

const char *value_words(const struct ground *g, int32_t question, int64_t value)
{
    const struct question *q = &g->pack->questions[question];
    if (question_has_none(q) && value == q->min.value)
        return say(g->i18n, &q->none_label);
    switch (kind_classes(q)) {
    case CLASSES_CHOICES:
        return value >= 0 && value < q->n_choices ? say(g->i18n, &q->choices[value].label) : "";
    case CLASSES_BOXES:
        return many_words(g, q, value);
    case CLASSES_COUNTRIES:
        return country_or_extra(g, q, value);
    case CLASSES_CUTS:
        return kind_of(q->type)->number ? number_words(g, value)
                                        : say_date(g->arena, (int32_t)value);
    case CLASSES_NONE:
        break;
    }
    return "";
}

const char *answer_words(const struct ground *g, int32_t question, const struct answer *answer)
{
    if (answer->state == ANSWER_ABSENT)
        return "";
    if (answer->state == ANSWER_UNKNOWN)
        return _("I don't know");
    if (answer->text)
        return arena_strndup(g->arena, answer->text, (size_t)answer->text_length);
    if (answer_is_band(answer)) // as it is typed
        return arena_printf(g->arena, "%s-%s", number_words(g, answer->value),
                            number_words(g, answer->last));
    return value_words(g, question, answer->value);
}

// ---- evidence ----------------------------------------------------------------------------------

const char *status_words(enum status status)
{
    switch (status) {
    case STATUS_VERIFIED:
        return C_("status", "read in the source");
    case STATUS_COMPUTED:
        return C_("status", "follows from facts read in the source");
    case STATUS_REPORTED:
        return C_("status", "second-hand, not confirmed by the authority");
    case STATUS_UNVERIFIED:
        break;
    }
    return C_("status", "not confirmed: ask the authority");
}

static void add_article(struct text *t, const struct ground *g, const struct source *s)
{
    text_add(t, instrument_words(g, s->instrument));
    if (!s->number || s->status == STATUS_UNVERIFIED)
        return; // a number that was not seen is never shown
    text_add(t, ", ");
    // TRANSLATORS: an article of a convention, as in "Article III.5".
    text_printf(t, _("Article %s"), s->number);
}

static void add_source(struct text *t, const struct ground *g, int32_t source, int32_t as_of,
                       enum status status)
{
    const struct source *s = &g->pack->sources[source];
    if (s->instrument != NONE) {
        add_article(t, g, s);
        return;
    }
    text_add(t, say(g->i18n, &s->text));
    if (as_of)
        text_printf(t, ", %s", say_date(g->arena, as_of));
    if (status == STATUS_REPORTED || status == STATUS_UNVERIFIED)
        text_printf(t, " (%s)", status_words(status));
}

const char *source_words(const struct ground *g, int32_t source)
{
    struct text t = TEXT_INIT;
    add_source(&t, g, source, g->pack->sources[source].as_of, g->pack->sources[source].status);
    return keep(g, &t);
}

int source_number(const struct making *m, int32_t source)
{
    if (!m->sources || !bits_has(m->sources, (size_t)source))
        return 0;
    int n = 1 + __builtin_popcountll(m->sources[source / 64] & (((uint64_t)1 << source % 64) - 1));
    for (int32_t w = 0; w < source / 64; w++)
        n += __builtin_popcountll(m->sources[w]);
    return n;
}

const char *make_number(struct making *m, int32_t source)
{
    int number = source == NONE || m->g->no_sources ? 0 : source_number(m, source);
    if (!number)
        return "";
    bits_set(m->numbered, (size_t)source);
    return arena_printf(m->g->arena, " [%d]", number);
}

// " [3, 7]" behind the newest block's text.
static void add_numbers(struct making *m, const int32_t *sources, int32_t count)
{
    struct text t = TEXT_INIT;
    struct block *b = m->b.n_blocks ? &m->b.blocks[m->b.n_blocks - 1] : NULL;
    if (!b || m->g->no_sources)
        return;
    for (int32_t i = 0; i < count; i++) {
        int32_t source = source_shown(m->g->pack, sources[i]);
        int number = source == NONE ? 0 : source_number(m, source);
        char shown[16];
        snprintf(shown, sizeof shown, "%d]", number);
        size_t len = strlen(b->text), n = strlen(shown);
        if (number &&
            !(len >= n && !strcmp(b->text + len - n, shown))) // it may stand there already
            text_printf(&t, "%s%d", t.len ? ", " : "", number),
                bits_set(m->numbered, (size_t)source);
    }
    if (t.len) {
        b->text = arena_printf(m->g->arena, "%s [%s]", b->text, text_str(&t));
        if (!b->url)
            b->url = m->g->pack->sources[sources[0]].url;
    }
    text_release(&t);
}

void make_cites(struct making *m, const struct int_list *cites)
{
    bool all = !m->most_sources || cites->count <= m->most_sources;
    add_numbers(m, cites->items, all ? cites->count : m->most_sources);
}

void make_evidence(struct making *m, const struct evidence *evidence)
{
    if (evidence->source != NONE)
        add_numbers(m, &evidence->source, 1);
}

bool fact_is_old(const struct ground *g, const char *kind, int32_t as_of)
{
    if (!as_of)
        return false;
    int month = as_of / 100 % 100, day = as_of % 100;
    date from = date_make(as_of / 10000, month ? month : 12, day ? day : 28);
    for (int32_t i = 0; from && i < g->pack->n_limits; i++)
        if (!strcmp(g->pack->limits[i].kind, kind))
            return date_add_months(from, g->pack->limits[i].months) < g->as_of;
    return false;
}

const char *assumed_words(const struct ground *g)
{
    return arena_printf(g->arena, _("Judged as if: %s. This is not the law of today."),
                        g->pack->assumed);
}
