// SPDX-License-Identifier: MIT
// Which questions the rules in scope read and how, and which facts the pack leaves open.
#include "engine/law_survey.h"
#include "pack/expr_reads.h"

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

static void read_answer(struct survey *s, const struct expr *e)
{
    if (e->question >= 0)
        s->of[e->question].read = true;
}

static void read_known(struct survey *s, const struct expr *e)
{
    s->of[e->question].known = true;
}

static void read_below(struct survey *s, const struct expr *e)
{
    add_cut(s, &s->of[e->question], e->value);
}

static void read_above(struct survey *s, const struct expr *e)
{
    add_cut(s, &s->of[e->question], e->value + 1);
}

static void read_same(struct survey *s, const struct expr *e)
{
    s->of[e->question].same = true;
    if (s->terms->country < 0)
        add_fact(s->terms, FACT_SAME, e->question, NONE, NULL);
}

static void read_party(struct survey *s, const struct expr *e)
{
    instrument_set_add(&s->of[e->question].party, e->index);
}

static void read_reservation(struct survey *s, const struct expr *e)
{
    instrument_set_add(&s->of[e->question].reserved, e->index);
    if (s->terms->country < 0 && e->question == s->pack->q_destination)
        add_fact(s->terms, e->op == EXPR_RESERVED ? FACT_RESERVED : FACT_ANNOUNCED, e->index,
                 e->matter, NULL);
}

// An instrument links two States: whether the award is a home one can be seen.
static void read_home(struct survey *s)
{
    int32_t award = s->pack->q_award_country;
    if (award == NONE)
        return;
    s->of[award].same = true;
    if (s->terms->country < 0)
        add_fact(s->terms, FACT_SAME, award, NONE, NULL);
}

static void read_link(struct survey *s, const struct expr *e)
{
    instrument_set_add(&s->linked, e->index);
    read_home(s);
}

static bool is_country(const struct pack *pack, int32_t question)
{
    return kind_classes(&pack->questions[question]) == CLASSES_COUNTRIES;
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

static void read_trait(struct survey *s, const struct expr *e)
{
    s->traits |= (uint64_t)1 << e->index;
}

static void read_covered(struct survey *s, const struct expr *e)
{
    (void)e;
    s->covered = true;
}

static void read_list(struct survey *s, const struct expr *e)
{
    if (s->terms->country == LAW_UNKNOWN)
        add_fact(s->terms, FACT_LISTED, e->index, NONE, NULL);
}

static void read_licence(struct survey *s, const struct expr *e)
{
    if (s->terms->country == LAW_UNKNOWN)
        add_fact(s->terms, FACT_LICENSED, e->index, NONE, NULL);
}

typedef void reader(struct survey *s, const struct expr *e);

// By the bit of what is read. Matters and findings are read by themselves, and the day is fixed.
#define BIT(read) [__builtin_ctz(read)]
static reader *const readers[32] = {
    BIT(READS_ANSWER) = read_answer, BIT(READS_KNOWN) = read_known,
    BIT(READS_SET) = read_set,       BIT(READS_BELOW) = read_below,
    BIT(READS_ABOVE) = read_above,   BIT(READS_SAME) = read_same,
    BIT(READS_NORM) = read_norm,     BIT(READS_PARTY) = read_party,
    BIT(READS_LINK) = read_link,     BIT(READS_RESERVATION) = read_reservation,
    BIT(READS_TRAIT) = read_trait,   BIT(READS_COVERED) = read_covered,
    BIT(READS_LIST) = read_list,     BIT(READS_LICENCE) = read_licence,
};

static void read_node(const struct expr *e, int32_t country, void *user)
{
    (void)country;
    for (unsigned left = expr_reads(e); left; left &= left - 1) {
        reader *read = readers[__builtin_ctz(left)];
        if (read)
            read(user, e);
    }
}

static void read_expr(struct survey *s, const struct expr *e)
{
    expr_each(e, NONE, read_node, s);
}

// What those that may bind the destination cover by their own words.
static void read_covers(struct survey *s)
{
    struct instrument_set may = law_instruments(s->terms);
    for (int32_t i = 0; i < s->pack->n_instruments; i++)
        if (instrument_set_has(&may, i))
            read_expr(s, s->pack->instruments[i].when.root);
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
    read_covers(s);
    for (enum rule_kind table = 0; table < RULE_FINDING; table++)
        for (int32_t r = 0; r < pack_rule_count(pack, table); r++)
            read_expr(s, pack_rule(pack, table, r)->when.root);
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < terms->n_items[kind]; i++)
            read_expr(s, pack_rule(pack, kind, terms->items[kind][i])->when.root);
    for (int32_t i = 0; i < terms->n_items[RULE_DOCUMENT]; i++)
        read_expr(s, pack->documents[terms->items[RULE_DOCUMENT][i]].have.root);
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

// ---- facts ------------------------------------------------------------------------------------

struct instrument_set survey_instruments(const struct survey *s, int32_t question)
{
    struct instrument_set read = s->of[question].party;
    if (question == s->pack->q_award_country)
        read = instrument_set_or(read, instrument_set_and(s->linked, law_instruments(s->terms)));
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
                add_party_facts(s, survey_instruments(s, q), c);
}

void survey_read(struct survey *s)
{
    read_rules(s);
    read_instruments(s);
    add_facts(s);
}
