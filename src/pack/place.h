// SPDX-License-Identifier: MIT
//
// What the pack knows of a country that degrees go to: offices, facts, levels, traits.
#ifndef TANU_PACK_PLACE_H
#define TANU_PACK_PLACE_H

#include "pack/evidence.h"

enum trait_value { TRAIT_NO, TRAIT_YES, TRAIT_UNKNOWN };
struct trait {
    const char *id;
    struct phrase text;
};
struct trait_fact {
    enum trait_value value;
    struct evidence evidence;
};

struct office {
    const char *id, *role;
    struct phrase name;                                     // translated
    const char *local_name, *address, *phone, *email, *url; // NULL where not known
    struct evidence evidence;
    struct pack_place place;
};

// Does the pack say how one reaches it?
static inline bool office_reachable(const struct office *office)
{
    return office->address || office->phone || office->email || office->url;
}

enum time_unit { UNIT_DAYS, UNIT_WORKING_DAYS, UNIT_WEEKS, UNIT_MONTHS };

struct fact {
    const char *id, *kind; // kinds are those of doc/pack-format.md, section 7
    struct phrase text;
    int32_t takes; // of a time limit: at most so many `unit`s; 0: not said as a number
    enum time_unit unit;
    struct evidence evidence;
    struct pack_place place;
};

struct country_level {
    int32_t level;             // choice index of question `level`
    const char *award, *isced; // the award's own name is not translated; isced NULL where not known
    struct phrase framework, years, credits;
    struct evidence evidence;
    struct pack_place place;
};

struct destination {                 // one file of countries/
    int32_t country;                 // index into pack->countries
    const struct trait_fact *traits; // n_traits of them, in the order of pack->traits
    const struct office *offices;
    const struct fact *facts;
    const struct country_level *levels;
    int32_t n_offices, n_facts, n_levels;
    struct pack_place place;
};

struct group {
    const char *id;
    const uint64_t *set; // pack->set_words words over country indexes
};

#define AGE_OF_OFFICES "office" // of how one reaches an office

struct age_limit {
    const char *kind; // of facts, or AGE_OF_OFFICES
    int32_t months;
};

#endif
