// SPDX-License-Identifier: MIT
// Which laws are the same but for the names of countries, and which hold others; see parts.h.
//
// Rules never compare two answers with each other, only with the destination. So a law depends on
// the countries only through what rules can see of each: memberships, groups, reservations. If two
// laws agree on what can be seen of the destination and on the *set* of what can be seen of all
// others, one is the other with classes renamed. If the set of one is part of the set of the other,
// it is the other with fewer answers: whatever can happen in it happens in the other.
#include <stdlib.h>
#include <string.h>
#include "base/order.h"

#include "base/oom.h"
#include "check/parts.h"
#include "pack/expr_reads.h"
#include "pack/kind.h"

enum { SET_WORDS = BITS_WORDS(PACK_MAX_INSTRUMENTS) };

struct seen_set {
    const uint64_t *set;
    int32_t country; // of the rule that reads it
    bool there;      // asked about the destination, not about an answer
};

struct scope_reads {
    struct instrument_set there;    // asked about the destination
    struct instrument_set linked;   // asked about both
    struct instrument_set answered; // asked about the answer to a country question
    struct instrument_set reserved;
};

struct sight {
    const struct pack *pack;
    const struct days *days;
    struct arena arena;
    struct seen_set *sets;
    size_t n_sets, set_room;
    struct scope_reads *reads;       // 0: of the general rules, 1 + d: of those of destination d
    struct instrument_set reserving; // instruments with any reservation
    uint64_t *reserved;              // the matters, by instrument and country
    struct table rows, heads;        // by their words; the value is a number, an index of `kept`
    struct kept **kept;
    size_t kept_room;
    uint64_t *head, *row;
    int32_t *seen;
    const struct member_bits **members; // by who asks and the country; NULL: not yet asked
};

// In which of the sets that rules ask about a country is, a bit for each; no day changes that.
struct member_bits {
    size_t n;
    uint64_t words[];
};

// Laws of one head, by their rows.
struct kept {
    const int32_t *rows;
    int32_t n_rows;
    struct kept *next;
};

static void add_set(struct sight *s, const uint64_t *set, int32_t country, bool there)
{
    for (size_t i = 0; i < s->n_sets; i++)
        if (s->sets[i].country == country && s->sets[i].there == there &&
            pack_same_set(s->pack, s->sets[i].set, set))
            return;
    if (s->n_sets == s->set_room) {
        size_t room = s->set_room ? s->set_room * 2 : 32;
        s->sets = arena_grow(&s->arena, s->sets, s->set_room, room, sizeof *s->sets);
        s->set_room = room;
    }
    s->sets[s->n_sets++] = (struct seen_set){set, country, there};
}

static void read_expr(const struct expr *e, int32_t country, void *user)
{
    struct sight *s = user;
    const struct pack *pack = s->pack;
    struct scope_reads *reads = &s->reads[country + 1];
    unsigned read = expr_reads(e);
    if (read & READS_SET && kind_classes(&pack->questions[e->question]) == CLASSES_COUNTRIES)
        add_set(s, e->set, country, e->question == pack->q_destination);
    if (read & READS_PARTY)
        instrument_set_add(e->question == pack->q_destination ? &reads->there : &reads->answered,
                           e->index);
    if (read & READS_LINK)
        instrument_set_add(&reads->linked, e->index);
    if (read & READS_RESERVATION)
        instrument_set_add(&reads->reserved, e->index);
}

struct sight *sight_new(const struct pack *pack, const struct days *days)
{
    struct sight *s = xcalloc(1, sizeof *s);
    s->pack = pack;
    s->days = days;
    s->reads = ARENA_ARRAY(&s->arena, struct scope_reads, (size_t)pack->n_destinations + 1);
    pack_each_expr(pack, read_expr, s);
    s->reserved =
        ARENA_ARRAY(&s->arena, uint64_t, (size_t)pack->n_instruments * (size_t)pack->n_countries);
    for (int32_t i = 0; i < pack->n_instruments; i++)
        for (int32_t c = 0; c < pack->n_countries; c++) {
            uint64_t *reserved = &s->reserved[i * pack->n_countries + c];
            *reserved = atlas_reserved(pack, i, c);
            if (*reserved)
                instrument_set_add(&s->reserving, i);
        }
    size_t row = 2 * SET_WORDS + 1 + (size_t)pack->n_instruments + s->n_sets / 64 + 1;
    s->row = ARENA_ARRAY(&s->arena, uint64_t, row);
    s->head = ARENA_ARRAY(&s->arena, uint64_t, row + 2 + 3 * SET_WORDS);
    s->seen = ARENA_ARRAY(&s->arena, int32_t, (size_t)pack->n_countries);
    s->members = ARENA_ARRAY(&s->arena, const struct member_bits *,
                             2 * ((size_t)pack->n_destinations + 1) * (size_t)pack->n_countries);
    table_init(&s->rows, &s->arena);
    table_init(&s->heads, &s->arena);
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

// What a rule sees of a country: whether it is a party of these instruments, whether it may be one
// of those, and what it reserves.
struct row_reads {
    bool there; // of the destination
    struct instrument_set party, open, reserved;
};

static const struct member_bits *find_members(struct sight *s, int32_t destination, bool there,
                                              int32_t country)
{
    size_t room = sizeof(struct member_bits) + (s->n_sets / 64 + 1) * sizeof(uint64_t), bit = 0;
    struct member_bits *m = arena_alloc(&s->arena, room);
    for (size_t i = 0; i < s->n_sets; i++) {
        if ((s->sets[i].country != NONE && s->sets[i].country != destination) ||
            s->sets[i].there != there)
            continue;
        m->words[bit / 64] |= (uint64_t)pack_set_has(s->sets[i].set, country) << bit % 64;
        bit++;
    }
    m->n = (bit + 63) / 64;
    return m;
}

static const struct member_bits *members_of(struct sight *s, int32_t destination, bool there,
                                            int32_t country)
{
    size_t asked = 2 * (size_t)(destination + 1) + there;
    const struct member_bits **m =
        &s->members[asked * (size_t)s->pack->n_countries + (size_t)country];
    if (!*m)
        *m = find_members(s, destination, there, country);
    return *m;
}

// Fills one row; returns its length, which is the same for all other countries of one law.
static size_t fill_row(struct sight *s, const struct atlas *atlas, int32_t destination,
                       const struct row_reads *reads, int32_t country, uint64_t *row)
{
    struct instrument_set bound = instrument_set_and(atlas->bound[country], reads->party);
    struct instrument_set open = instrument_set_and(atlas->open[country], reads->open);
    size_t n = add_set_words(row, add_set_words(row, 0, bound), open);
    // An open fact belongs to one State.
    row[n++] = instrument_set_any(&open) ? (uint64_t)country + 1 : 0;
    for (int32_t i = instrument_set_next(&reads->reserved, 0); i >= 0;
         i = instrument_set_next(&reads->reserved, i + 1))
        row[n++] = s->reserved[i * s->pack->n_countries + country];
    const struct member_bits *members = members_of(s, destination, reads->there, country);
    memcpy(row + n, members->words, members->n * sizeof *row);
    return n + members->n;
}

static struct scope_reads scope_of(const struct sight *s, int32_t destination)
{
    struct scope_reads all = s->reads[0];
    const struct scope_reads *own = &s->reads[destination + 1];
    if (destination != NONE) {
        all.there = instrument_set_or(all.there, own->there);
        all.linked = instrument_set_or(all.linked, own->linked);
        all.answered = instrument_set_or(all.answered, own->answered);
        all.reserved = instrument_set_or(all.reserved, own->reserved);
    }
    return all;
}

// Instruments that give a position are asked for by the engine itself (law_domains.c).
static void find_reads(const struct sight *s, const struct atlas *atlas, int32_t country,
                       struct row_reads *own, struct row_reads *others)
{
    struct scope_reads reads = scope_of(s, s->pack->destination_of[country]);
    struct instrument_set bound = atlas->bound[country],
                          perhaps = instrument_set_or(bound, atlas->open[country]),
                          duties = instrument_set_and(bound, atlas->positional);
    own->there = true;
    others->there = false;
    own->open = instrument_set_or(reads.there, reads.linked);
    own->party = instrument_set_or(own->open, atlas->positional);
    own->reserved = instrument_set_and(instrument_set_or(reads.reserved, duties), s->reserving);
    others->open = instrument_set_or(reads.answered, instrument_set_and(reads.linked, perhaps));
    others->party = instrument_set_or(others->open, duties);
    others->reserved = own->reserved;
}

static size_t fill_head(struct sight *s, const struct atlas *atlas, int32_t country,
                        struct row_reads *others)
{
    struct row_reads own;
    int32_t destination = s->pack->destination_of[country];
    uint64_t *words = s->head;
    size_t n = 0;
    find_reads(s, atlas, country, &own, others);
    words[n++] = (uint64_t)(destination + 1);
    words[n] = 0;
    for (int32_t i = 0; i < s->days->n_changes; i++) {
        const struct law_change *change = &s->days->changes[i];
        if (change->destination == NONE || change->destination == destination)
            words[n] += change->day <= atlas->as_of;
    }
    n++;
    n = add_set_words(words, n, others->party);
    n = add_set_words(words, n, others->open);
    n = add_set_words(words, n, others->reserved);
    return n + fill_row(s, atlas, destination, &own, country, words + n);
}

// The number of these words in the table; they get one when they are met first.
static int32_t number_of(struct sight *s, struct table *table, const uint64_t *words, size_t n)
{
    size_t bytes = n * sizeof *words;
    int found = table_get_n(table, (const char *)words, bytes);
    if (found >= 0)
        return found;
    char *key = arena_alloc(&s->arena, bytes);
    memcpy(key, words, bytes);
    found = (int)table->count;
    table_put_n(table, key, bytes, found);
    return found;
}

static int by_number(const void *a, const void *b)
{
    return order_of(*(const int32_t *)a, *(const int32_t *)b);
}

void sight_look(struct sight *s, const struct atlas *atlas, int32_t country, struct seen *seen)
{
    struct row_reads others;
    int32_t destination = s->pack->destination_of[country], n = 0, kept = 0;
    seen->head = number_of(s, &s->heads, s->head, fill_head(s, atlas, country, &others));
    for (int32_t c = 0; c < s->pack->n_countries; c++)
        if (c != country)
            s->seen[n++] =
                number_of(s, &s->rows, s->row, fill_row(s, atlas, destination, &others, c, s->row));
    qsort(s->seen, (size_t)n, sizeof *s->seen, by_number);
    for (int32_t i = 0; i < n; i++)
        if (!kept || s->seen[i] != s->seen[kept - 1])
            s->seen[kept++] = s->seen[i];
    seen->rows = s->seen;
    seen->n_rows = kept;
}

bool seen_within(const struct seen *a, const struct seen *b)
{
    int32_t at = 0;
    for (int32_t i = 0; i < a->n_rows; i++, at++) {
        while (at < b->n_rows && b->rows[at] < a->rows[i])
            at++;
        if (at == b->n_rows || b->rows[at] != a->rows[i])
            return false;
    }
    return a->head == b->head;
}

bool sight_add(struct sight *s, const struct seen *seen)
{
    if ((size_t)seen->head >= s->kept_room) {
        size_t room = 2 * (size_t)seen->head + 64;
        s->kept = arena_grow(&s->arena, s->kept, s->kept_room, room, sizeof *s->kept);
        memset(s->kept + s->kept_room, 0, (room - s->kept_room) * sizeof *s->kept);
        s->kept_room = room;
    }
    struct kept **first = &s->kept[seen->head];
    for (const struct kept *g = *first; g; g = g->next)
        if (seen_within(seen, &(struct seen){seen->head, g->rows, g->n_rows}))
            return false;
    size_t bytes = (size_t)seen->n_rows * sizeof *seen->rows;
    int32_t *rows = arena_alloc(&s->arena, bytes + 1);
    memcpy(rows, seen->rows, bytes);
    struct kept *own = ARENA_NEW(&s->arena, struct kept);
    *own = (struct kept){rows, seen->n_rows, *first};
    *first = own;
    return true;
}
