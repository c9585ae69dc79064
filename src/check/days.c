// SPDX-License-Identifier: MIT
// Which laws are to be proved: on which days the law changes, and which laws are the same but for
// the names of countries; see parts.h.
//
// Rules never compare two answers with each other, only with the destination. So a law depends on
// the countries only through what rules can see of each: memberships, groups, reservations. If two
// laws agree on what can be seen of the destination and on the *set* of what can be seen of all
// others, one is the other with classes renamed, and a proof of one is a proof of both.
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "check/parts.h"
#include "pack/expr_reads.h"
#include "pack/kind.h"
#include "pack/value.h"

// ---- days ---------------------------------------------------------------------------------------

struct date_list {
    struct arena *arena;
    const struct pack *pack;
    date *items;
    size_t n, room;
};

static void add_day(struct date_list *list, int64_t day)
{
    if (day <= DATE_MIN || day > DATE_MAX || !date_valid((date)day))
        return;
    if (list->n == list->room) {
        size_t room = list->room ? list->room * 2 : 64;
        list->items = arena_grow(list->arena, list->items, list->room, room, sizeof *list->items);
        list->room = room;
    }
    list->items[list->n++] = (date)day;
}

// A question whose range moves with the calendar: from the day on which a value enters the range,
// a comparison with it can come out otherwise.
static void add_moving(struct date_list *list, const struct question *q, int64_t cut)
{
    int64_t value = value_up(q->type, cut);
    if (kind_of(q->type)->number) { // a year
        add_day(list, value / NUMBER_SCALE * 10000 + 101);
        return;
    }
    add_day(list, value / 10000 * 10000 + 101);
    add_day(list, value % 100 ? value : value + 1);
}

static bool moves(const struct bound *bound)
{
    return bound->kind == BOUND_TODAY;
}

static void add_of_expr(const struct expr *e, int32_t country, void *user)
{
    struct date_list *list = user;
    (void)country;
    unsigned reads = expr_reads(e);
    if (reads & READS_DAY) {
        add_day(list, e->value);
        add_day(list, date_add_days((date)e->value, 1));
    }
    if (!(reads & (READS_BELOW | READS_ABOVE)))
        return;
    const struct question *q = &list->pack->questions[e->question];
    if (moves(&q->min) || moves(&q->max)) {
        add_moving(list, q, e->value);
        add_moving(list, q, e->value + 1);
    }
}

static void add_of_parties(struct date_list *list)
{
    const struct pack *pack = list->pack;
    for (int32_t i = 0; i < pack->n_instruments; i++) {
        add_day(list, pack->instruments[i].in_force);
        for (int32_t p = 0; p < pack->instruments[i].n_parties; p++) {
            const struct party *party = &pack->instruments[i].parties[p];
            const int32_t days[] = {party->deposit, party->in_force, party->not_before,
                                    party->not_after, party->until};
            for (size_t k = 0; k < sizeof days / sizeof *days; k++)
                add_day(list, days[k]);
        }
    }
}

static int by_date(const void *a, const void *b)
{
    date x = *(const date *)a, y = *(const date *)b;
    return (x > y) - (x < y);
}

static int32_t sort_days(struct date_list *list)
{
    size_t kept = 0;
    if (list->n)
        qsort(list->items, list->n, sizeof *list->items, by_date);
    for (size_t i = 0; i < list->n; i++)
        if (!kept || list->items[i] != list->items[kept - 1])
            list->items[kept++] = list->items[i];
    list->n = kept;
    return (int32_t)kept;
}

void days_find(struct days *days, const struct pack *pack, date as_of, struct arena *arena)
{
    struct date_list other = {.arena = arena, .pack = pack}, all = other;
    pack_each_expr(pack, add_of_expr, &other);
    days->n_other = sort_days(&other);
    days->other = other.items;
    for (size_t i = 0; i < other.n; i++)
        add_day(&all, other.items[i]);
    add_of_parties(&all);
    int32_t n = sort_days(&all), now = 0;
    days->days = ARENA_ARRAY(arena, date, (size_t)n + 1);
    days->days[0] = n ? date_add_days(all.items[0], -1) : as_of;
    for (int32_t i = 0; i < n; i++) {
        days->days[i + 1] = all.items[i];
        if (all.items[i] <= as_of)
            now = i + 1;
    }
    for (int32_t i = now; i > 0; i--)
        days->days[i] = days->days[i - 1];
    days->days[0] = as_of;
    days->n = n + 1;
}

// ---- what can be seen of a country --------------------------------------------------------------

enum { SET_WORDS = BITS_WORDS(PACK_MAX_INSTRUMENTS) };

struct seen_set {
    const uint64_t *set;
    int32_t country; // of the rule that reads it
};

struct scope_reads {
    struct instrument_set party, reserved; // asked about the answer to a country question
};

struct sight {
    const struct pack *pack;
    const struct days *days;
    struct arena arena;
    struct seen_set *sets;
    size_t n_sets, set_room;
    struct scope_reads *reads;       // 0: of the general rules, 1 + d: of those of destination d
    struct instrument_set reserving; // instruments with any reservation
    uint64_t *rows, *words;
    size_t row_words;
};

static void add_set(struct sight *s, const uint64_t *set, int32_t country)
{
    for (size_t i = 0; i < s->n_sets; i++)
        if (s->sets[i].country == country && pack_same_set(s->pack, s->sets[i].set, set))
            return;
    if (s->n_sets == s->set_room) {
        size_t room = s->set_room ? s->set_room * 2 : 32;
        s->sets = arena_grow(&s->arena, s->sets, s->set_room, room, sizeof *s->sets);
        s->set_room = room;
    }
    s->sets[s->n_sets++] = (struct seen_set){set, country};
}

static void read_expr(const struct expr *e, int32_t country, void *user)
{
    struct sight *s = user;
    const struct pack *pack = s->pack;
    struct scope_reads *reads = &s->reads[country + 1];
    unsigned read = expr_reads(e);
    if (read & READS_SET && kind_classes(&pack->questions[e->question]) == CLASSES_COUNTRIES)
        add_set(s, e->set, country);
    if (read & READS_PARTY && e->question != pack->q_destination)
        instrument_set_add(&reads->party, e->index);
    if (read & READS_RESERVATION) {
        instrument_set_add(&reads->reserved, e->index);
        instrument_set_add(&reads->party, e->index);
    }
}

struct sight *sight_new(const struct pack *pack, const struct days *days)
{
    struct sight *s = xcalloc(1, sizeof *s);
    s->pack = pack;
    s->days = days;
    s->reads = ARENA_ARRAY(&s->arena, struct scope_reads, (size_t)pack->n_destinations + 1);
    pack_each_expr(pack, read_expr, s);
    for (int32_t i = 0; i < pack->n_instruments; i++)
        for (int32_t p = 0; p < pack->instruments[i].n_parties; p++)
            if (pack->instruments[i].parties[p].n_reservations)
                instrument_set_add(&s->reserving, i);
    s->row_words = 2 * SET_WORDS + 1 + (size_t)pack->n_instruments + s->n_sets / 64 + 1;
    size_t n = (size_t)pack->n_countries + 1;
    s->rows = ARENA_ARRAY(&s->arena, uint64_t, s->row_words * n);
    s->words = ARENA_ARRAY(&s->arena, uint64_t, s->row_words * (n + 1) + 2 + SET_WORDS);
    return s;
}

void sight_free(struct sight *s)
{
    if (!s)
        return;
    arena_release(&s->arena);
    free(s);
}

static size_t add_set_words(uint64_t *words, size_t n, struct instrument_set set)
{
    memcpy(words + n, set.words, sizeof set.words);
    return n + SET_WORDS;
}

// What a rule sees of another country: of which of these instruments it is a party, and what it
// reserves under those.
struct row_reads {
    struct instrument_set party, reserved;
};

// Fills one row; returns its length, which is the same for all countries of one signature.
static size_t fill_row(const struct sight *s, const struct atlas *atlas, int32_t destination,
                       const struct row_reads *reads, int32_t country, uint64_t *row)
{
    struct instrument_set bound = instrument_set_and(atlas->bound[country], reads->party);
    struct instrument_set open = instrument_set_and(atlas->open[country], reads->party);
    size_t n = add_set_words(row, add_set_words(row, 0, bound), open), bit = 64;
    // An open fact belongs to one State.
    row[n++] = instrument_set_any(&open) ? (uint64_t)country + 1 : 0;
    for (int32_t i = instrument_set_next(&reads->reserved, 0); i >= 0;
         i = instrument_set_next(&reads->reserved, i + 1))
        row[n++] = atlas_reserved(s->pack, i, country);
    for (size_t i = 0; i < s->n_sets; i++) {
        if (s->sets[i].country != NONE && s->sets[i].country != destination)
            continue;
        if (bit == 64) {
            row[n++] = 0;
            bit = 0;
        }
        row[n - 1] |= (uint64_t)pack_set_has(s->sets[i].set, country) << bit++;
    }
    return n;
}

struct row_order {
    size_t bytes;
};

static int by_words(const void *a, const void *b, void *order)
{
    return memcmp(a, b, ((const struct row_order *)order)->bytes);
}

static struct row_reads reads_of(const struct sight *s, const struct atlas *atlas, int32_t country)
{
    int32_t destination = s->pack->destination_of[country];
    const struct scope_reads *own = &s->reads[destination == NONE ? 0 : destination + 1];
    struct row_reads reads = {instrument_set_or(s->reads[0].party, own->party),
                              instrument_set_or(s->reads[0].reserved, own->reserved)};
    reads.party = instrument_set_or(reads.party, atlas->bound[country]);
    reads.party = instrument_set_or(reads.party, atlas->open[country]);
    reads.reserved =
        instrument_set_and(instrument_set_or(reads.reserved, reads.party), s->reserving);
    return reads;
}

size_t sight_signature(struct sight *s, const struct atlas *atlas, int32_t country,
                       const uint64_t **words)
{
    const struct pack *pack = s->pack;
    int32_t destination = pack->destination_of[country];
    struct row_reads reads = reads_of(s, atlas, country);
    size_t n = 0, length = 0, rows = 0;
    s->words[n++] = (uint64_t)(destination + 1);
    s->words[n] = 0;
    for (int32_t i = 0; i < s->days->n_other; i++)
        s->words[n] += s->days->other[i] <= atlas->as_of;
    n++;
    n = add_set_words(s->words, n, reads.party);
    n += fill_row(s, atlas, destination, &reads, country, s->words + n);
    for (int32_t c = 0; c < pack->n_countries; c++)
        if (c != country)
            length = fill_row(s, atlas, destination, &reads, c, s->rows + rows++ * s->row_words);
    struct row_order order = {length * sizeof *s->rows};
    qsort_r(s->rows, rows, s->row_words * sizeof *s->rows, by_words, &order);
    for (size_t r = 0; r < rows; r++) {
        const uint64_t *row = s->rows + r * s->row_words;
        if (r && !memcmp(row, row - s->row_words, order.bytes))
            continue;
        memcpy(s->words + n, row, order.bytes);
        n += length;
    }
    *words = s->words;
    return n;
}
