// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "base/oom.h"
#include "engine/law_parts.h"
#include "pack/kind.h"
#include "pack/value.h"

// What the rules in scope read of each question.
struct reads {
    bool read, known, same;
    int64_t *cuts; // numbers: a class begins at each of these
    size_t n_cuts;
    const uint64_t **sets; // countries: membership is asked
    size_t n_sets;
    struct instrument_set party, reserved; // asked about the answer
};

struct survey {
    struct law_terms *terms;
    const struct pack *pack;
    struct reads of[PACK_MAX_QUESTIONS];
    struct instrument_set linked; // asked for both countries
    uint64_t traits;
    bool covered;
    struct arena arena;
};

int32_t law_find_fact(const struct law_terms *terms, enum fact_kind kind, int32_t a, int32_t b,
                      const uint64_t *set)
{
    for (int32_t i = 0; i < terms->n_facts; i++) {
        const struct open_fact *f = &terms->facts[i];
        if (f->kind == kind && f->a == a && f->b == b &&
            (f->set == set || (f->set && set && pack_same_set(terms->atlas->pack, f->set, set))))
            return i;
    }
    return NONE;
}

static void add_fact(struct law_terms *terms, enum fact_kind kind, int32_t a, int32_t b,
                     const uint64_t *set)
{
    if (law_find_fact(terms, kind, a, b, set) != NONE)
        return;
    if (terms->n_facts == terms->fact_room) {
        int32_t room = terms->fact_room ? terms->fact_room * 2 : 16;
        terms->facts = arena_grow(&terms->arena, terms->facts, (size_t)terms->fact_room,
                                  (size_t)room, sizeof *terms->facts);
        terms->fact_room = room;
    }
    terms->facts[terms->n_facts++] = (struct open_fact){.kind = kind, .a = a, .b = b, .set = set};
}

// ---- what the rules read ----------------------------------------------------------------------

static void add_cut(struct survey *s, struct reads *r, int64_t value)
{
    r->cuts = arena_grow(&s->arena, r->cuts, r->n_cuts, r->n_cuts + 1, sizeof *r->cuts);
    r->cuts[r->n_cuts++] = value;
}

static void add_set(struct survey *s, struct reads *r, const uint64_t *set)
{
    for (size_t i = 0; i < r->n_sets; i++)
        if (pack_same_set(s->pack, r->sets[i], set))
            return;
    r->sets = arena_grow(&s->arena, r->sets, r->n_sets, r->n_sets + 1, sizeof *r->sets);
    r->sets[r->n_sets++] = set;
}

static void read_reservation(struct survey *s, const struct expr *e)
{
    instrument_set_add(&s->of[e->question].reserved, e->index);
    instrument_set_add(&s->of[e->question].party, e->index);
    instrument_set_add(&s->linked, e->index);
    if (s->terms->country < 0 && e->question == s->pack->q_destination)
        add_fact(s->terms, e->op == EXPR_RESERVED ? FACT_RESERVED : FACT_ANNOUNCED, e->index,
                 (int32_t)e->value, NULL);
}

// An instrument links two States: whether the award is a home one can be seen.
static void read_home(struct survey *s)
{
    int32_t award = s->pack->q_award_country;
    if (award < 0)
        return;
    s->of[award].same = true;
    if (s->terms->country < 0)
        add_fact(s->terms, FACT_SAME, award, NONE, NULL);
}

static bool is_country(const struct pack *pack, int32_t question)
{
    return kind_of(pack->questions[question].type)->classes == CLASSES_COUNTRIES;
}

static void read_set(struct survey *s, const struct expr *e)
{
    if (!is_country(s->pack, e->question))
        return;
    if (e->question != s->pack->q_destination)
        add_set(s, &s->of[e->question], e->set);
    else if (s->terms->country < 0)
        add_fact(s->terms, FACT_IN, NONE, NONE, e->set);
}

// The norms of the destination; and where none_label stands for the smallest value, that one, which
// is never below a norm.
static void read_norm(struct survey *s, const struct expr *e)
{
    struct reads *r = &s->of[e->question];
    const struct question *q = &s->pack->questions[e->question];
    if (s->pack->q_level < 0)
        return;
    s->of[s->pack->q_level].read = true;
    if (s->terms->country == LAW_UNKNOWN)
        add_fact(s->terms, FACT_BELOW_NORM, e->question, NONE, NULL);
    if (s->terms->destination == NONE)
        return;
    const struct destination *d = &s->pack->destinations[s->terms->destination];
    for (int32_t i = 0; i < d->n_levels; i++)
        if (d->levels[i].least[e->index])
            add_cut(s, r, d->levels[i].least[e->index]);
    if (q->none_label.words)
        add_cut(s, r, q->min.value + 1);
}

static void read_expr(struct survey *s, const struct expr *e)
{
    if (!e)
        return;
    struct reads *r = e->question >= 0 ? &s->of[e->question] : NULL;
    if (r && e->op != EXPR_KNOWN)
        r->read = true;
    switch (e->op) {
    case EXPR_AND:
    case EXPR_OR:
    case EXPR_NOT:
        read_expr(s, e->a);
        read_expr(s, e->b);
        return;
    case EXPR_IN:
    case EXPR_NOT_IN:
        read_set(s, e);
        return;
    case EXPR_SAME:
    case EXPR_NOT_SAME:
        r->same = true;
        if (s->terms->country < 0)
            add_fact(s->terms, FACT_SAME, e->question, NONE, NULL);
        return;
    case EXPR_EQ:
    case EXPR_NE:
        add_cut(s, r, e->value);
        add_cut(s, r, e->value + 1);
        return;
    case EXPR_LT:
    case EXPR_GE:
        add_cut(s, r, e->value);
        return;
    case EXPR_LE:
    case EXPR_GT:
        add_cut(s, r, e->value + 1);
        return;
    case EXPR_KNOWN:
        r->known = true;
        return;
    case EXPR_PARTY:
        instrument_set_add(&r->party, e->index);
        return;
    case EXPR_LINKED:
    case EXPR_APPLIES:
        instrument_set_add(&s->linked, e->index);
        read_home(s);
        return;
    case EXPR_RESERVED:
    case EXPR_ANNOUNCED:
        read_reservation(s, e);
        return;
    case EXPR_TRAIT:
        s->traits |= (uint64_t)1 << e->index;
        return;
    case EXPR_COVERED:
        s->covered = true;
        return;
    case EXPR_LISTED:
        if (s->terms->country == LAW_UNKNOWN)
            add_fact(s->terms, FACT_LISTED, e->index, NONE, NULL);
        return;
    case EXPR_LICENSED:
        if (s->terms->country == LAW_UNKNOWN)
            add_fact(s->terms, FACT_LICENSED, e->index, NONE, NULL);
        return;
    case EXPR_BELOW_NORM:
        read_norm(s, e);
        return;
    default:
        return;
    }
}

static void read_rules(struct survey *s)
{
    const struct law_terms *terms = s->terms;
    const struct pack *pack = s->pack;
    read_home(s); // positions are about links too
    for (int32_t q = 0; q < pack->n_questions; q++)
        read_expr(s, pack->questions[q].relevant);
    for (int32_t m = 0; m < pack->n_matters; m++)
        read_expr(s, pack->matters[m].when.root);
    for (enum rule_kind table = 0; table < RULE_FINDING; table++)
        for (int32_t r = 0; r < pack_rule_count(pack, table); r++)
            read_expr(s, pack_rule(pack, table, r)->when.root);
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < terms->n_items[kind]; i++)
            read_expr(s, pack_rule(pack, kind, terms->items[kind][i])->when.root);
    for (int32_t i = 0; i < terms->n_items[RULE_DOCUMENT]; i++)
        read_expr(s, pack->documents[terms->items[RULE_DOCUMENT][i]].have.root);
}

// ---- facts ------------------------------------------------------------------------------------

static struct instrument_set instruments_of_destination(const struct law_terms *terms)
{
    if (terms->country < 0)
        return instrument_set_all();
    return instrument_set_or(terms->atlas->bound[terms->country],
                             terms->atlas->open[terms->country]);
}

// Instruments of which it matters whether the country in the answer is a party.
static struct instrument_set instruments_read(const struct survey *s, int32_t question)
{
    struct instrument_set read = s->of[question].party;
    if (question == s->pack->q_award_country)
        read = instrument_set_or(
            read, instrument_set_and(s->linked, instruments_of_destination(s->terms)));
    return read;
}

static void add_party_facts(struct survey *s, struct instrument_set instruments, int32_t country)
{
    struct instrument_set open = instruments;
    if (country >= 0)
        open = instrument_set_and(open, s->terms->atlas->open[country]);
    for (int32_t i = instrument_set_next(&open, 0); i >= 0 && i < s->pack->n_instruments;
         i = instrument_set_next(&open, i + 1))
        add_fact(s->terms, FACT_PARTY, i, country, NULL);
}

static void add_destination_facts(struct survey *s)
{
    struct law_terms *terms = s->terms;
    int32_t q = s->pack->q_destination;
    struct instrument_set instruments = s->linked;
    if (q >= 0)
        instruments = instrument_set_or(instruments, s->of[q].party);
    add_party_facts(s, instruments, terms->country < 0 ? NONE : terms->country);
    for (int32_t t = 0; t < s->pack->n_traits; t++) {
        bool open = terms->destination == NONE ||
                    s->pack->destinations[terms->destination].traits[t].value == TRAIT_UNKNOWN;
        if (open && s->traits >> t & 1)
            add_fact(terms, FACT_TRAIT, t, NONE, NULL);
    }
    if (terms->country == LAW_UNKNOWN && s->covered)
        add_fact(terms, FACT_COVERED, NONE, NONE, NULL);
}

static void add_facts(struct survey *s)
{
    add_destination_facts(s);
    for (int32_t q = 0; q < s->pack->n_questions; q++)
        if (is_country(s->pack, q) && q != s->pack->q_destination)
            for (int32_t c = 0; c < s->pack->n_countries; c++)
                add_party_facts(s, instruments_read(s, q), c);
}

// ---- classes ----------------------------------------------------------------------------------

static int by_value(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
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
    domain->class_of = ARENA_ARRAY(&terms->arena, int16_t, n + 1);
    domain->low = domain->high = ARENA_ARRAY(&terms->arena, int64_t, n + 1);
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
    struct sight sight = {.open = instruments_read(s, question),
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
        words[n++] = reserved_matters(s->pack, i, country);
    for (size_t i = 0; i < r->n_sets; i++) {
        if (i % 64 == 0)
            words[n++] = 0;
        words[n - 1] = words[n - 1] << 1 | set_has(r->sets[i], country);
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
    uint64_t *words = ARENA_ARRAY(&s->arena, uint64_t, room * (size_t)(n + 1));
    struct table classes; // by signature
    table_init(&classes, &s->arena);
    domain->class_of = ARENA_ARRAY(&terms->arena, int16_t, (size_t)n);
    domain->low = domain->high = ARENA_ARRAY(&terms->arena, int64_t, (size_t)n);
    domain->n_class_of = n;
    for (int32_t country = 0; country < n; country++) {
        uint64_t *own = words + room * (size_t)domain->n_classes;
        size_t bytes = signature(s, question, &sight, country, own) * sizeof *own;
        int32_t class = table_put_n(&classes, (const char *)own, bytes, domain->n_classes);
        if (class < 0) {
            class = domain->n_classes++;
            domain->low[class] = country;
        }
        domain->class_of[country] = (int16_t) class;
    }
}

// ---- variables --------------------------------------------------------------------------------

static void add_variable(struct law_terms *terms, enum variable_kind kind, int32_t question,
                         int32_t index, int32_t arity)
{
    terms->variables[terms->n_variables] = (struct variable){kind, question, index};
    terms->arity[terms->n_variables++] = (uint16_t)arity;
}

static void add_boxes(struct survey *s, int32_t question)
{
    for (int32_t i = 0; i < s->pack->questions[question].n_choices; i++)
        add_variable(s->terms, VARIABLE_CHOICE, question, i, 2);
}

static void add_answer(struct survey *s, int32_t question)
{
    struct law_terms *terms = s->terms;
    struct domain *domain = &terms->domains[question];
    int32_t first = terms->n_variables;
    switch (kind_of(s->pack->questions[question].type)->classes) {
    case CLASSES_NONE:
        return;
    case CLASSES_BOXES:
        add_boxes(s, question);
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
    if (!domain->boxes)
        add_variable(terms, VARIABLE_VALUE, question, NONE, domain->n_classes);
    domain->variable = first;
    domain->n_variables = terms->n_variables - first;
}

static void add_question(struct survey *s, int32_t question)
{
    struct law_terms *terms = s->terms;
    if (s->of[question].read && question != s->pack->q_destination)
        add_answer(s, question);
    if (s->of[question].known) {
        terms->domains[question].known = terms->n_variables;
        add_variable(terms, VARIABLE_KNOWN, question, NONE, 2);
    }
}

static void add_variables(struct survey *s)
{
    struct law_terms *terms = s->terms;
    const struct pack *pack = s->pack;
    size_t most = (size_t)terms->n_facts;
    for (int32_t q = 0; q < pack->n_questions; q++) {
        terms->domains[q].variable = terms->domains[q].known = NONE;
        most += (size_t)pack->questions[q].n_choices + 2; // a box a choice, or one; known
    }
    terms->variables = ARENA_ARRAY(&terms->arena, struct variable, most);
    terms->arity = ARENA_ARRAY(&terms->arena, uint16_t, most);
    if (pack->q_award_country >= 0)
        add_question(s, pack->q_award_country);
    for (int32_t i = 0; i < terms->n_facts; i++) {
        terms->facts[i].variable = (uint16_t)terms->n_variables;
        add_variable(terms, VARIABLE_FACT, NONE, i, 2);
    }
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (q != pack->q_award_country)
            add_question(s, q);
}

// What the engine itself asks: whether instruments link the countries and cover the case.
static void read_instruments(struct survey *s)
{
    const struct pack *pack = s->pack;
    if (!instrument_set_any(&s->linked) && !instrument_set_any(&s->terms->atlas->positional))
        return;
    const int32_t asked[] = {pack->q_award_country, pack->q_purpose, pack->q_level};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (asked[i] >= 0)
            s->of[asked[i]].read = true;
    for (int32_t i = 0; i < pack->n_instruments && pack->q_profession >= 0; i++)
        s->of[pack->q_profession].read |= pack->instruments[i].left_out != 0;
}

void law_domains(struct law_terms *terms)
{
    struct survey *s = xcalloc(1, sizeof *s);
    s->terms = terms;
    s->pack = terms->atlas->pack;
    terms->domains = ARENA_ARRAY(&terms->arena, struct domain, PACK_MAX_QUESTIONS);
    read_rules(s);
    read_instruments(s);
    add_facts(s);
    add_variables(s);
    arena_release(&s->arena);
    free(s);
}
