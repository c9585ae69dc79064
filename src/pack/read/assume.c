// SPDX-License-Identifier: MIT
// A pack with one or more records of parties changed; see assume.h.
#include "pack/read/assume.h"

#include <string.h>
#include "base/date.h"
#include "base/diag.h"
#include "pack/read/loader.h"

enum { WORDS_MOST = 12, TEXT_MOST = 512 };

struct assuming {
    struct arena arena;
    struct pack *pack;
    struct instrument *instruments; // the pack's own, which may be changed
    struct text *why;
};

static int refuse(struct assuming *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static int refuse(struct assuming *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    text_vprintf(a->why, format, args);
    va_end(args);
    return -1;
}

// "; did you mean …" for a name among `n` names.
static const char *near(struct assuming *a, const char *word, const char **names, size_t n)
{
    const char *found = diag_suggest(word, names, n);
    return found ? arena_printf(&a->arena, "; did you mean \"%s\"?", found) : "";
}

static int no_instrument(struct assuming *a, const char *word)
{
    size_t n = (size_t)a->pack->n_instruments;
    const char **names = ARENA_ARRAY(&a->arena, const char *, n);
    for (size_t i = 0; i < n; i++)
        names[i] = a->pack->instruments[i].id;
    return refuse(a, "there is no instrument \"%s\"%s", word, near(a, word, names, n));
}

// The record of a State, one that may be changed; a new one where there was none.
static struct party *record_of(struct assuming *a, struct instrument *i, int32_t state)
{
    struct party *parties = ARENA_ARRAY(&a->arena, struct party, (size_t)i->n_parties + 1);
    memcpy(parties, i->parties, (size_t)i->n_parties * sizeof *parties);
    const struct party *known = instrument_party(i, state);
    ptrdiff_t at = known ? known - i->parties : i->n_parties++;
    if (!known)
        parties[at] = (struct party){.state = state, .evidence = i->evidence, .place = i->place};
    i->parties = parties;
    return &parties[at];
}

static int read_day(struct assuming *a, const char *key, const char *value, date *out)
{
    if (!date_parse(value, out))
        return 0;
    return refuse(a, "%s= wants a date such as 2026-12-01, not \"%s\"", key, value);
}

static int32_t matter_of(const struct pack *pack, const char *id)
{
    for (int32_t m = 0; m < pack->n_matters; m++)
        if (!strcmp(pack->matters[m].id, id))
            return m;
    return NONE;
}

static int set_reservation(struct assuming *a, struct party *p, const char *value, bool made)
{
    int32_t matter = matter_of(a->pack, value), n = 0;
    if (matter == NONE || !a->pack->matters[matter].when.root)
        return refuse(a, "there is no matter \"%s\" on which a reservation can be made", value);
    struct reservation *all =
        ARENA_ARRAY(&a->arena, struct reservation, (size_t)p->n_reservations + 1);
    for (int32_t i = 0; i < p->n_reservations; i++)
        if (p->reservations[i].matter != matter)
            all[n++] = p->reservations[i];
    if (!made && n == p->n_reservations)
        return refuse(a, "%s has no reservation on \"%s\" that could be withdrawn",
                      a->pack->countries[p->state], value);
    if (made)
        all[n++] = (struct reservation){.matter = matter,
                                        .text = a->pack->matters[matter].label,
                                        .evidence = p->evidence,
                                        .place = p->place};
    p->reservations = all;
    p->n_reservations = n;
    return 0;
}

static int set_key(struct assuming *a, struct party *p, char *pair)
{
    char *value = strchr(pair, '=');
    if (!value)
        return refuse(a, "\"%s\" is not KEY=VALUE", pair);
    *value++ = '\0';
    p->not_before = p->not_after = p->until = DATE_NONE;
    if (!strcmp(pair, "deposit")) {
        p->in_force = DATE_NONE;
        return read_day(a, pair, value, &p->deposit);
    }
    if (!strcmp(pair, "in_force"))
        return read_day(a, pair, value, &p->in_force);
    if (!strcmp(pair, "reservation") || !strcmp(pair, "withdrawn"))
        return set_reservation(a, p, value, *pair == 'r');
    return refuse(a, "\"%s\" cannot be assumed; deposit, in_force, reservation and withdrawn can",
                  pair);
}

// What makes a record stand in the open is not taken away by a reservation alone.
static int set_keys(struct assuming *a, struct party *p, char *const *pairs, int n)
{
    const struct party before = *p;
    bool bound = false;
    for (int i = 0; i < n; i++) {
        bound |= !strncmp(pairs[i], "deposit=", 8) || !strncmp(pairs[i], "in_force=", 9);
        if (set_key(a, p, pairs[i]))
            return -1;
    }
    if (!bound) {
        p->not_before = before.not_before;
        p->not_after = before.not_after;
        p->until = before.until;
    }
    return 0;
}

static int assume_one(struct assuming *a, const char *text)
{
    char *words[WORDS_MOST + 1], *rest = NULL, *copy = arena_strdup(&a->arena, text);
    int n = 0;
    for (char *word = strtok_r(copy, " \t\n", &rest); word; word = strtok_r(NULL, " \t\n", &rest)) {
        if (n == WORDS_MOST)
            return refuse(a, "more than %d words", WORDS_MOST);
        words[n++] = word;
    }
    if (n < 3)
        return refuse(a,
                      "\"%s\" lacks something; write INSTRUMENT COUNTRY KEY=VALUE, such as "
                      "\"tokyo-2011 KZ in_force=2026-12-01\"",
                      text);
    int32_t instrument = pack_instrument(a->pack, words[0]),
            state = pack_country(a->pack, words[1]);
    if (instrument == NONE)
        return no_instrument(a, words[0]);
    if (state == NONE)
        return refuse(a, "there is no country \"%s\"; countries are codes such as KZ", words[1]);
    struct instrument *i = &a->instruments[instrument];
    struct party *p = record_of(a, i, state);
    if (p->evidence.status == STATUS_UNVERIFIED)
        p->evidence.status = STATUS_REPORTED; // else it would never bind
    if (set_keys(a, p, words + 2, n - 2))
        return -1;
    party_complete(i, p);
    return 0;
}

const struct pack *pack_assume(const struct pack *base, const char *const *words, int n,
                               struct text *why)
{
    struct assuming a = {.why = why};
    arena_init(&a.arena);
    struct block *block = ARENA_NEW(&a.arena, struct block);
    block->pack = *base;
    a.pack = &block->pack;
    a.instruments = ARENA_ARRAY(&a.arena, struct instrument, (size_t)base->n_instruments);
    memcpy(a.instruments, base->instruments, (size_t)base->n_instruments * sizeof *a.instruments);
    a.pack->instruments = a.instruments;
    a.pack->base = base;
    a.pack->assumed = "";
    for (int i = 0; i < n; i++) {
        if (strlen(words[i]) > TEXT_MOST ? refuse(&a, "more than %d bytes", TEXT_MOST)
                                         : assume_one(&a, words[i])) {
            arena_release(&a.arena);
            return NULL;
        }
        a.pack->assumed =
            arena_printf(&a.arena, "%s%s%s", a.pack->assumed, i ? "; " : "", words[i]);
    }
    block->arena = a.arena;
    return &block->pack;
}
