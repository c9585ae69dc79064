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
    uint64_t levels; // bit set over the choices of `level`: whose diplomas it deals with; 0: of all
    struct evidence evidence;
    struct pack_place place;
};

#define ROLE_PROFESSION "profession" // of bodies that decide who may work in a profession

// Does the pack say how one reaches it?
static inline bool office_reachable(const struct office *office)
{
    return office->address || office->phone || office->email || office->url;
}

enum time_unit { UNIT_DAYS, UNIT_WORKING_DAYS, UNIT_WEEKS, UNIT_MONTHS };

struct fact {
    const char *id, *kind; // kinds are those of doc/pack-format.md, section 7
    const char *office;    // id of the office whose fee, time … it is; NULL: of the authority
    uint64_t left_out;     // bit set over the choices of `profession`: whom it does not concern
    struct phrase text;
    int32_t takes; // of a time limit: at most so many `unit`s; 0: not said as a number
    enum time_unit unit;
    struct evidence evidence;
    struct pack_place place;
};

// What a destination asks of every award of a level.
enum norm { NORM_YEARS, NORM_ECTS, NORMS };

struct country_level {
    int32_t level;       // choice index of question `level`
    struct phrase award; // its name, which a translation may leave as it is
    const char *isced;   // NULL where not known
    struct phrase framework, years, credits;
    int64_t least[NORMS]; // thousandths, 0: no norm is known
    struct evidence evidence;
    struct pack_place place;
};

// Lists that a destination itself keeps: of institutions and programmes abroad, or of the schools
// whose graduates may enter a profession.
enum list_kind { LIST_INSTITUTIONS, LIST_PROFESSION, LIST_KINDS };

struct list_entry {
    const char *name;
    const char *const *keys; // its names made ready to compare (utf8_fold), n_keys of them
    int32_t n_keys;
    int32_t country;     // of the institution; NONE: not said
    int32_t listed;      // choice of the question that the list answers
    int32_t from, until; // first day, and first day no more; 0: not said
    struct pack_place place;
};

struct country_list {
    const char *id, *url;
    enum list_kind kind;
    uint64_t professions; // bit set over the choices of `profession`; of LIST_PROFESSION
    struct phrase text;
    int32_t usual; // choice that an absent answer takes here; NONE: what is usual of the question
    const struct list_entry *entries;
    int32_t n_entries;
    struct evidence evidence;
    struct pack_place place;
};

enum needed { NEEDED_NO, NEEDED_YES, NEEDED_UNKNOWN };
// What conditions ask of a licence: is there a record, needs the profession none, needs it one?
enum licence_ask { LICENCE_THERE, LICENCE_SPARED, LICENCE_NEEDED };

// Who decides whether somebody may work in a profession. At most one of a profession.
struct licence {
    const char *id;
    uint64_t professions; // bit set over the choices of `profession`
    enum needed needed;
    const char *office;              // id; one can reach it
    const char *fee, *time, *appeal; // ids of facts of that office, or NULL
    struct phrase text;
    struct int_list cites;
    struct pack_place place;
};

// What the pack says of a role of offices.
struct role {
    int32_t stands_in; // place in words_role of the role that answers where a country has no office
                       // of this one; NONE: nobody
    bool own_facts;    // a fee or a time that names no office is not that of such an office
    bool folded;       // where a screen is folded, an office to which no step leads is left out
    bool foreign;      // looks at awards of other countries alone
};

// Who comes for that purpose asks for these offices and for that fact, and not for those that
// other purposes name.
struct interest {
    int32_t purpose;     // choice of the question `purpose`
    const char *decides; // kind of the fact that says who decides; NULL: none
    uint32_t roles;      // set of places in words_role
};

struct destination {                 // one file of countries/
    int32_t country;                 // index into pack->countries
    const struct trait_fact *traits; // n_traits of them, in the order of pack->traits
    const struct office *offices;
    const struct fact *facts;
    const struct country_level *levels;
    const struct country_list *lists;
    const struct licence *licences;
    int32_t n_offices, n_facts, n_levels, n_lists, n_licences;
    const struct office *other_body; // of all professions that no licence here names, or NULL
    const struct role *roles;        // the pack's
    struct pack_place place;
};

// The parts of such a file that have an id and are not rules; worked cases name them
// (words_destination_part).
enum destination_part { PART_FACT, PART_OFFICE, PART_LICENCE, PART_LIST, DESTINATION_PARTS };

struct place_part { // how every one of them is known
    const char *id;
    struct pack_place place;
};
int32_t destination_count(const struct destination *destination, enum destination_part kind);
struct place_part destination_part(const struct destination *destination,
                                   enum destination_part kind, int32_t index);
// The part with that id, NONE: there is none.
int32_t destination_find(const struct destination *destination, enum destination_part kind,
                         const char *id);

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
