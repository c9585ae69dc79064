// SPDX-License-Identifier: MIT
#include "engine/atlas.h"

#include "base/bits.h"

// The truth of a record without looking at who wrote it: in force, open between two dates, or not.
static enum truth record_truth(const struct party *p, int32_t as_of)
{
    if (p->until && as_of >= p->until)
        return TRUTH_NO;
    if (p->in_force)
        return as_of >= p->in_force ? TRUTH_YES : TRUTH_NO;
    if (p->deposit) // deposited, but the instrument has no rule for what follows
        return as_of >= p->deposit ? TRUTH_UNKNOWN : TRUTH_NO;
    if (p->not_after && as_of >= p->not_after)
        return TRUTH_YES;
    return p->not_before && as_of >= p->not_before ? TRUTH_UNKNOWN : TRUTH_NO;
}

bool atlas_contested(const struct pack *pack, int32_t instrument, int64_t country)
{
    int32_t group = pack->instruments[instrument].contested;
    return group != NONE && country >= 0 && country < pack->n_countries &&
           bits_has(pack->groups[group].set, (size_t)country);
}

static enum truth party_truth(const struct pack *pack, int32_t instrument, const struct party *p,
                              int32_t as_of)
{
    if (as_of < pack->instruments[instrument].in_force) // 0, not said: the record's dates decide
        return TRUTH_NO;
    enum truth truth = record_truth(p, as_of);
    bool doubtful =
        p->evidence.status == STATUS_UNVERIFIED || atlas_contested(pack, instrument, p->state);
    return truth == TRUTH_YES && doubtful ? TRUTH_UNKNOWN : truth;
}

enum truth atlas_party_truth(const struct pack *pack, int32_t instrument, int64_t country,
                             int32_t as_of)
{
    const struct party *p = instrument_party(&pack->instruments[instrument], country);
    return p ? party_truth(pack, instrument, p, as_of) : TRUTH_NO;
}

uint64_t atlas_reserved(const struct pack *pack, int32_t instrument, int64_t country)
{
    const struct party *p = instrument_party(&pack->instruments[instrument], country);
    uint64_t matters = 0;
    for (int32_t r = 0; p && r < p->n_reservations; r++)
        matters |= (uint64_t)1 << p->reservations[r].matter;
    return matters;
}

enum truth atlas_party(const struct atlas *atlas, int32_t instrument, int64_t country)
{
    if (country < 0 || country >= atlas->pack->n_countries)
        return TRUTH_NO;
    if (instrument_set_has(&atlas->bound[country], instrument))
        return TRUTH_YES;
    return instrument_set_has(&atlas->open[country], instrument) ? TRUTH_UNKNOWN : TRUTH_NO;
}

static void read_treaties(struct atlas *atlas)
{
    const struct pack *pack = atlas->pack;
    for (int32_t i = 0; i < pack->n_instruments; i++) {
        const struct instrument *instrument = &pack->instruments[i];
        if (instrument->in_force && atlas->as_of >= instrument->in_force)
            instrument_set_add(&atlas->in_force,
                               i); // without its own date: where a record may bind somebody
        if (instrument->duty != DUTY_NONE)
            instrument_set_add(&atlas->positional, i);
        for (int32_t p = 0; p < instrument->n_parties; p++) {
            int32_t country = instrument->parties[p].state;
            enum truth truth = party_truth(pack, i, &instrument->parties[p], atlas->as_of);
            instrument_set_add(&atlas->record[country], i);
            if (truth != TRUTH_NO)
                instrument_set_add(&atlas->in_force, i);
            if (truth == TRUTH_YES)
                instrument_set_add(&atlas->bound[country], i);
            else if (truth == TRUTH_UNKNOWN)
                instrument_set_add(&atlas->open[country], i);
        }
    }
}

static void read_scope(struct atlas *atlas, enum rule_kind kind)
{
    const struct pack *pack = atlas->pack;
    struct scope *scope = &atlas->scope[kind];
    int32_t n = pack_rule_count(pack, kind), groups = pack->n_destinations + 1;
    scope->items = ARENA_ARRAY(&atlas->arena, int32_t, (size_t)n);
    scope->start = ARENA_ARRAY(&atlas->arena, int32_t, (size_t)groups + 2);
    // Counting sort: first sizes, then starts, then the items themselves.
    int32_t *at = ARENA_ARRAY(&atlas->arena, int32_t, (size_t)groups + 1);
    for (int32_t i = 0; i < n; i++)
        if (rule_listed(pack_rule(pack, kind, i)))
            at[pack_rule(pack, kind, i)->country + 1]++;
    for (int32_t g = 0; g < groups; g++) {
        scope->start[g + 1] = scope->start[g] + at[g];
        at[g] = scope->start[g];
    }
    for (int32_t i = 0; i < n; i++)
        if (rule_listed(pack_rule(pack, kind, i)))
            scope->items[at[pack_rule(pack, kind, i)->country + 1]++] = i;
}

void atlas_init(struct atlas *atlas, const struct pack *pack, int32_t as_of)
{
    *atlas = (struct atlas){.pack = pack, .as_of = as_of};
    size_t countries = (size_t)pack->n_countries + 1;
    atlas->bound = ARENA_ARRAY(&atlas->arena, struct instrument_set, countries);
    atlas->open = ARENA_ARRAY(&atlas->arena, struct instrument_set, countries);
    atlas->record = ARENA_ARRAY(&atlas->arena, struct instrument_set, countries);
    read_treaties(atlas);
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        read_scope(atlas, kind);
}

void atlas_release(struct atlas *atlas)
{
    arena_discard(&atlas->arena);
}
