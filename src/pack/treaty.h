// SPDX-License-Identifier: MIT
//
// Treaties and agreements, their parties and reservations.
#ifndef TANU_PACK_TREATY_H
#define TANU_PACK_TREATY_H

#include "pack/condition.h"
#include "pack/evidence.h"

enum duty {
    DUTY_SUBSTANTIAL_DIFFERENCE,
    DUTY_DIRECT,
    DUTY_PROGRAMMATIC,
    DUTY_EMPLOYMENT,
    DUTY_NONE,
    DUTIES
};

struct reservation {
    int32_t matter;
    struct phrase text;
    struct evidence evidence;
    struct pack_place place;
};

// Dates are packed YYYYMMDD, 0 where not given. `in_force` is filled in by the loader where it
// follows from `deposit`.
struct party {
    int32_t state; // country index
    int32_t signed_on, deposit, in_force, not_before, not_after, until;
    bool in_force_computed;
    const char *form;
    struct phrase domestic;
    const struct reservation *reservations;
    int32_t n_reservations;
    struct evidence evidence;
    struct pack_place place;
};

enum instrument_kind { KIND_CONVENTION, KIND_AGREEMENT, KIND_LABOUR, KIND_LEGALISATION };

// How a State's day of entry into force follows from its deposit.
enum entry_rule { ENTRY_NONE, ENTRY_MONTH_AFTER_FULL_MONTH, ENTRY_THREE_MONTHS, ENTRY_DEPOSIT };

struct instrument {
    const char *id;
    enum entry_rule entry_rule;
    enum instrument_kind kind;
    enum duty duty;
    int32_t strength;
    int32_t in_force; // of the instrument itself, 0: not said, the records of its parties decide
    struct phrase name, short_name, text, note;
    uint64_t purposes, levels; // bit sets over the choices of `purpose` and `level`; 0: no limit
    uint64_t left_out;         // bit set over the choices of `profession` that it leaves out
    uint64_t matters;          // bit set over pack->matters
    int32_t contested; // index of a group, or NONE: bound, but others could object to their joining
    struct condition when;   // of the answers; where it does not hold the case is left out
    struct phrase otherwise; // what it says then, a sentence
    const struct party *parties;
    int32_t n_parties;
    struct evidence evidence;
    struct pack_place place;
};

// The record of a country, or NULL. Any number may be asked for.
const struct party *instrument_party(const struct instrument *instrument, int64_t country);

// Fills in what follows from a deposit: `in_force`, and that nothing is open any more. Nobody is
// bound by a treaty before the treaty itself is in force.
void party_complete(const struct instrument *instrument, struct party *party);

#endif
