// SPDX-License-Identifier: MIT
// What the pack says on one day, before any destination is chosen: which country is bound by
// which instrument, and which rules belong to which destination. Shared by the diagrams of all
// destinations (law.h) and by the three-valued evaluator (trace.h).
#ifndef TANU_ENGINE_ATLAS_H
#define TANU_ENGINE_ATLAS_H

#include "base/arena.h"
#include "engine/engine.h"

// Rules by country: items[start[0] .. start[1]) are the general ones, items[start[1 + d] ..
// start[2 + d]) those of destination d, each ascending. Catalogue entries are left out.
struct scope {
    int32_t *items, *start;
};

struct atlas {
    const struct pack *pack;
    int32_t as_of;
    bool brief; // laws hold only what ASSESS_BRIEF reads: no papers, steps, rights, notices
    // By country: bound by which instruments on that day; perhaps bound; has any record.
    struct instrument_set *bound, *open, *record;
    struct instrument_set in_force;   // those that are in force themselves
    struct instrument_set positional; // those whose duty gives a position
    struct scope scope[RULE_KINDS];
    struct arena arena;
};

void atlas_init(struct atlas *atlas, const struct pack *pack, int32_t as_of);
void atlas_release(struct atlas *atlas);

// Is the country bound by the instrument on that day? Codes past the pack's countries (`none`) are
// not. Pure function of the record.
enum truth atlas_party_truth(const struct pack *pack, int32_t instrument, int64_t country,
                             int32_t as_of);

// Is the country bound by its record, but others could object to that, so that nobody knows between
// which two States the instrument works? Then it is never bound for certain.
bool atlas_contested(const struct pack *pack, int32_t instrument, int64_t country);

// The same from the atlas's bit sets.
enum truth atlas_party(const struct atlas *atlas, int32_t instrument, int64_t country);

// Matters (bit set) that the country's record of the instrument reserves, operative or not.
uint64_t atlas_reserved(const struct pack *pack, int32_t instrument, int64_t country);

static inline enum truth truth_and(enum truth a, enum truth b)
{
    return a == TRUTH_NO || b == TRUTH_NO     ? TRUTH_NO
           : a == TRUTH_YES && b == TRUTH_YES ? TRUTH_YES
                                              : TRUTH_UNKNOWN;
}

static inline enum truth truth_or(enum truth a, enum truth b)
{
    return a == TRUTH_YES || b == TRUTH_YES ? TRUTH_YES
           : a == TRUTH_NO && b == TRUTH_NO ? TRUTH_NO
                                            : TRUTH_UNKNOWN;
}

static inline enum truth truth_not(enum truth a)
{
    return a == TRUTH_UNKNOWN ? a : a == TRUTH_YES ? TRUTH_NO : TRUTH_YES;
}

// The six comparisons, `op` counted from EXPR_LT or EXPR_AS_OF_LT.
static inline bool expr_compare(int op, int64_t a, int64_t b)
{
    switch (op) {
    case 0:
        return a < b;
    case 1:
        return a <= b;
    case 2:
        return a > b;
    case 3:
        return a >= b;
    case 4:
        return a == b;
    default:
        return a != b;
    }
}

static inline bool pack_set_has(const uint64_t *set, int64_t i)
{
    return set[i / 64] >> (i % 64) & 1;
}

#endif
