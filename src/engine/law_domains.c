// SPDX-License-Identifier: MIT
// Into which classes the answers to a question fall, and the variables that stand for them.
#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "base/oom.h"
#include "base/order.h"
#include "engine/law_survey.h"
#include "pack/value.h"

enum { NOT_PLACED = UINT16_MAX };

// ---- classes ----------------------------------------------------------------------------------

static int by_value(const void *a, const void *b)
{
    return order_of(*(const int64_t *)a, *(const int64_t *)b);
}

static void number_classes(struct survey *s, int32_t question)
{
    struct law_terms *terms = s->terms;
    const struct question *q = &s->pack->questions[question];
    struct reads *r = &s->of[question];
    struct domain *domain = &terms->domains[question];
    int64_t low = value_min(q, terms->atlas->as_of), max = value_max(q, terms->atlas->as_of);
    domain->low = ARENA_ARRAY(&terms->arena, int64_t, r->n_cuts + 1);
    domain->high = ARENA_ARRAY(&terms->arena, int64_t, r->n_cuts + 1);
    if (r->n_cuts)
        qsort(r->cuts, r->n_cuts, sizeof *r->cuts, by_value);
    for (size_t i = 0; i < r->n_cuts; i++) {
        int64_t cut = value_up(q->type, r->cuts[i]);
        if (cut <= low || cut > max)
            continue;
        domain->low[domain->n_classes] = low;
        domain->high[domain->n_classes++] = value_down(q->type, cut - 1);
        low = cut;
    }
    domain->low[domain->n_classes] = low;
    domain->high[domain->n_classes++] = max < low ? low : max;
}

static void choice_classes(struct survey *s, int32_t question)
{
    struct law_terms *terms = s->terms;
    const struct question *q = &s->pack->questions[question];
    struct domain *domain = &terms->domains[question];
    size_t n = (size_t)q->n_choices;
    domain->class_of = ARENA_ARRAY(&terms->arena, int16_t, n);
    domain->low = domain->high = ARENA_ARRAY(&terms->arena, int64_t, n);
    domain->n_class_of = q->n_choices;
    for (int32_t i = 0; i < q->n_choices; i++) {
        domain->class_of[i] = NONE;
        if (q->choices[i].counts_as_unknown)
            continue;
        domain->low[domain->n_classes] = i;
        domain->class_of[i] = (int16_t)domain->n_classes++;
    }
}

// Of a country question: of which instruments a rule of this law can see that the answer is a
// party, and that it reserves something.
struct sight {
    struct instrument_set party, open, reserving;
};

static struct sight sight_of(const struct survey *s, int32_t question)
{
    struct sight sight = {.open = survey_instruments(s, question),
                          .reserving = s->of[question].reserved};
    sight.party = sight.open;
    if (question == s->pack->q_award_country && s->terms->country >= 0) {
        const struct atlas *atlas = s->terms->atlas;
        struct instrument_set duties =
            instrument_set_and(atlas->positional, atlas->bound[s->terms->country]);
        sight.party = instrument_set_or(sight.party, duties);
        sight.reserving = instrument_set_or(sight.reserving, duties);
    }
    return sight;
}

static size_t add_words(uint64_t *words, size_t n, struct instrument_set set)
{
    memcpy(words + n, set.words, sizeof set.words);
    return n + sizeof set.words / sizeof *words;
}

// Everything that a rule of this law can see of a country given as the answer, as words.
static size_t signature(const struct survey *s, int32_t question, const struct sight *sight,
                        int32_t country, uint64_t *words)
{
    static const struct instrument_set none = {{0}};
    const struct reads *r = &s->of[question];
    const struct atlas *atlas = s->terms->atlas;
    bool state = country < s->pack->n_countries;
    size_t n =
        add_words(words, 0, state ? instrument_set_and(atlas->bound[country], sight->party) : none);
    // An open fact belongs to one State, so that State is a class of its own.
    struct instrument_set open =
        state ? instrument_set_and(atlas->open[country], sight->open) : none;
    words[n++] = instrument_set_any(&open) ? (uint64_t)country + 1 : 0;
    words[n++] = r->same && country == s->terms->country;
    for (int32_t i = instrument_set_next(&sight->reserving, 0); i >= 0;
         i = instrument_set_next(&sight->reserving, i + 1))
        words[n++] = atlas_reserved(s->pack, i, country);
    for (size_t i = 0; i < r->n_sets; i++) {
        if (i % 64 == 0)
            words[n++] = 0;
        words[n - 1] = words[n - 1] << 1 | pack_set_has(r->sets[i], country);
    }
    return n;
}

static void country_classes(struct survey *s, int32_t question)
{
    struct law_terms *terms = s->terms;
    struct domain *domain = &terms->domains[question];
    int32_t n = s->pack->n_countries + s->pack->questions[question].n_choices;
    struct sight sight = sight_of(s, question);
    size_t room = BITS_WORDS(PACK_MAX_INSTRUMENTS) + 2 + (size_t)s->pack->n_instruments +
                  s->of[question].n_sets / 64 + 1;
    uint64_t *own = ARENA_ARRAY(&s->arena, uint64_t, room);
    struct table classes; // by signature
    table_init(&classes, &s->arena);
    domain->class_of = ARENA_ARRAY(&terms->arena, int16_t, (size_t)n);
    domain->low = domain->high = ARENA_ARRAY(&terms->arena, int64_t, (size_t)n);
    domain->n_class_of = n;
    for (int32_t country = 0; country < n; country++) {
        size_t words = signature(s, question, &sight, country, own), bytes = words * sizeof *own;
        int32_t cls = table_get_n(&classes, (const char *)own, bytes);
        if (cls < 0) {
            uint64_t *kept = ARENA_ARRAY(&s->arena, uint64_t, words);
            memcpy(kept, own, bytes);
            cls = domain->n_classes++;
            table_put_n(&classes, (const char *)kept, bytes, cls);
            domain->low[cls] = country;
        }
        domain->class_of[country] = (int16_t)cls;
    }
}

// ---- variables --------------------------------------------------------------------------------

static void add_variable(struct law_terms *terms, enum variable_kind kind, int32_t question,
                         int32_t index, int32_t arity)
{
    terms->variables[terms->n_variables] = (struct variable){kind, question, index};
    terms->arity[terms->n_variables++] = (uint16_t)arity;
}

static void make_classes(struct survey *s, int32_t question)
{
    struct domain *domain = &s->terms->domains[question];
    const struct question *q = &s->pack->questions[question];
    switch (kind_classes(q)) {
    case CLASSES_NONE:
        return;
    case CLASSES_BOXES:
        domain->boxes = true;
        break;
    case CLASSES_COUNTRIES:
        country_classes(s, question);
        break;
    case CLASSES_CHOICES:
        choice_classes(s, question);
        break;
    case CLASSES_CUTS:
        number_classes(s, question);
        break;
    }
    domain->n_variables = domain->boxes ? q->n_choices : 1;
    domain->variables = ARENA_ARRAY(&s->terms->arena, uint16_t, (size_t)domain->n_variables);
    for (int32_t i = 0; i < domain->n_variables; i++)
        domain->variables[i] = NOT_PLACED;
}

static void place_one(struct survey *s, int32_t question, int32_t i)
{
    struct law_terms *terms = s->terms;
    struct domain *domain = &terms->domains[question];
    if (domain->variables[i] != NOT_PLACED)
        return;
    domain->variables[i] = (uint16_t)terms->n_variables;
    if (i == 0)
        domain->variable = terms->n_variables;
    if (domain->boxes)
        add_variable(terms, VARIABLE_CHOICE, question, i, 2);
    else
        add_variable(terms, VARIABLE_VALUE, question, NONE, domain->n_classes);
}

static void place(struct survey *s, int32_t question, int32_t box)
{
    struct domain *domain = &s->terms->domains[question];
    for (int32_t i = 0; i < domain->n_variables; i++)
        if (box == NONE || !domain->boxes || i == box)
            place_one(s, question, i);
    if (s->of[question].known && domain->known == NONE && (box == NONE || !domain->boxes)) {
        domain->known = s->terms->n_variables;
        add_variable(s->terms, VARIABLE_KNOWN, question, NONE, 2);
    }
}

static void make_domains(struct survey *s)
{
    struct law_terms *terms = s->terms;
    const struct pack *pack = s->pack;
    size_t most = (size_t)terms->n_facts;
    terms->domains = ARENA_ARRAY(&terms->arena, struct domain, PACK_MAX_QUESTIONS);
    for (int32_t q = 0; q < pack->n_questions; q++) {
        terms->domains[q].variable = terms->domains[q].known = NONE;
        if (s->of[q].read && q != pack->q_destination)
            make_classes(s, q);
        most += (size_t)terms->domains[q].n_variables + 1; // known
    }
    terms->variables = ARENA_ARRAY(&terms->arena, struct variable, most);
    terms->arity = ARENA_ARRAY(&terms->arena, uint16_t, most);
}

static void add_variables(struct survey *s, const struct law_order *order)
{
    struct law_terms *terms = s->terms;
    if (s->pack->q_award_country >= 0)
        place(s, s->pack->q_award_country, NONE);
    for (int32_t i = 0; i < terms->n_facts; i++) {
        terms->facts[i].variable = (uint16_t)terms->n_variables;
        add_variable(terms, VARIABLE_FACT, NONE, i, 2);
    }
    law_order_place(order, s, place);
    for (int32_t q = 0; q < s->pack->n_questions; q++)
        place(s, q, NONE);
}

void law_domains(struct law_terms *terms, const struct law_order *order)
{
    struct survey *s = xcalloc(1, sizeof *s);
    s->terms = terms;
    s->pack = terms->atlas->pack;
    survey_read(s);
    make_domains(s);
    add_variables(s, order);
    arena_discard(&s->arena); // no answers are in it
    free(s);
}
