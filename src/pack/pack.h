// SPDX-License-Identifier: MIT
//
// The pack: everything tanu knows, as const data. `pack_load` (load.h) reads a folder of YAML in
// the format of doc/pack-format.md, checks all of it and leaves one `struct pack`; nothing changes
// it afterwards.
//
// Ownership: every pointer in here points into the pack's own arena, which lives at a fixed address
// (base/arena.h) so that a checked pack can be written to a file and mapped back. So: no pointers
// to program data, no function pointers, no hidden malloc. Lists are `pointer + count`; references
// between things are indexes into the pack's arrays (NONE = -1), never pointers. Numbers of
// questions are fixed point, thousandths (3.5 is 3500), so that nothing follows a locale. Dates are
// packed YYYYMMDD.
#ifndef TANU_PACK_PACK_H
#define TANU_PACK_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/bits.h"

enum { NONE = -1 };

// Bounds that keep answers, bit sets and diagrams of fixed size; the loader refuses a pack that
// goes over.
enum {
    PACK_MAX_QUESTIONS = 128,
    PACK_MAX_CHOICES = 62, // per question; `many` answers are one uint64_t
    PACK_MAX_COUNTRIES = 1024,
    PACK_MAX_INSTRUMENTS = 256,
    PACK_MAX_LINKS = 30, // instruments with a duty in which the same two countries stand
    PACK_MAX_OUTCOMES = 30, // sets of outcomes are one uint32_t
    PACK_MAX_MATTERS = 60,
    PACK_MAX_TRAITS = 60,
    PACK_MAX_RULES = 60000, // findings, documents, … each
    NUMBER_SCALE = 1000
};

BITS_TYPE(question_set, PACK_MAX_QUESTIONS)
BITS_TYPE(instrument_set, PACK_MAX_INSTRUMENTS)

// Where something stands in the YAML: `files[file]`; line and column from 1. (base/diag.h has a
// struct place with the file's name.)
struct pack_place {
    uint16_t file;
    uint16_t column;
    uint32_t line;
};

// A text that a person reads: English words and the gettext context under which they are translated
// (`questions/level/label`). words == NULL: not given.
struct phrase {
    const char *words;
    const char *context;
};

enum status { STATUS_VERIFIED, STATUS_COMPUTED, STATUS_REPORTED, STATUS_UNVERIFIED };

// Where a fact was read, when, and how sure it is. `as_of` is packed YYYYMMDD with 00 for a missing
// month or day.
struct evidence {
    int32_t source; // index into pack->sources, or NONE
    int32_t as_of;
    enum status status;
};

struct source {
    const char *id; // `kz-enic-faq`, or `tokyo-2011/III.5` for an article
    // Of an article: its paraphrase, translated; else a name, not translated (context NULL).
    struct phrase text;
    const char *url; // or NULL
    int32_t as_of;
    enum status status;
    int32_t instrument;     // of an article: its instrument, else NONE
    const char *number;     // of an article: its number, else NULL
    int32_t article_source; // of an article: the source it was read in, else NONE
    struct pack_place place;
};

struct int_list {
    const int32_t *items;
    int32_t count;
};

// ---- questions ---------------------------------------------------------------------------------

enum question_type {
    Q_ONE,
    Q_MANY,
    Q_COUNTRY,
    Q_INTEGER,
    Q_NUMBER,
    Q_YEAR,
    Q_MONTH,
    Q_DATE,
    Q_TEXT
};

struct choice {
    const char *id;
    struct phrase label, hint;
    bool counts_as_unknown;
    struct pack_place place;
};

enum bound_kind { BOUND_NONE, BOUND_CONSTANT, BOUND_THIS_YEAR, BOUND_TODAY };
struct bound {
    enum bound_kind kind;
    int64_t value; // of BOUND_CONSTANT, in the unit of struct answer (engine/answers.h)
};

// Values of a country question: 0 … n_countries-1 are the pack's countries, n_countries + i its
// i-th `extra:` choice.
struct question {
    const char *id;
    enum question_type type;
    struct phrase label, hint, help, why, range_message, none_label;
    const struct choice *choices; // of Q_ONE and Q_MANY; of Q_COUNTRY the extra ones
    int32_t n_choices;
    const struct expr *relevant; // NULL: always
    const char *relevant_text;   // as it is written; NULL: not given
    bool unknown_allowed, changeable, has_usual;
    int64_t usual; // value as in struct answer
    struct bound min, max;
    int32_t max_length; // of Q_TEXT, in bytes; 0: no limit
    struct pack_place place;
};

// ---- expressions -------------------------------------------------------------------------------

enum expr_op {
    EXPR_NEVER,
    EXPR_ALWAYS,
    EXPR_AND,
    EXPR_OR,
    EXPR_NOT,
    EXPR_IN,     // `question` has one of the values in `set` (choice or country indexes)
    EXPR_NOT_IN, // the `!=` of EXPR_IN: false where the question does not apply
    EXPR_HAS,    // the `many` question holds choice `index`
    EXPR_SAME,   // country question == destination
    EXPR_NOT_SAME,
    // `question` against `value`; compare_values() counts on the order of these six
    EXPR_LT,
    EXPR_LE,
    EXPR_GT,
    EXPR_GE,
    EXPR_EQ,
    EXPR_NE,
    EXPR_KNOWN, // a value was given to `question`
    // the as-of date against `value`, a packed date; the same order
    EXPR_AS_OF_LT,
    EXPR_AS_OF_LE,
    EXPR_AS_OF_GT,
    EXPR_AS_OF_GE,
    EXPR_AS_OF_EQ,
    EXPR_AS_OF_NE,
    EXPR_PARTY,   // instrument `index` binds the country in `question`
    EXPR_LINKED,  // instrument `index` binds destination and award country, two different States
    EXPR_APPLIES, // linked, and purpose and level are covered
    // instrument `index`, country in `question`, matter `value`
    EXPR_RESERVED,
    EXPR_ANNOUNCED,
    EXPR_TRAIT,   // trait `index` of the destination
    EXPR_COVERED, // the pack has a file for the destination
    EXPR_MATTER,  // the named condition of matter `index`
    EXPR_LIVE,    // finding `index` is live
    // outcome tables only: a finding of effect `index` and matter `value` (NONE: any) is live in
    // the reading of the table
    EXPR_EFFECT,
    EXPR_DUTY // convention table only: the instrument being judged has duty `index`
};

// A node of a checked expression. `a` and `b` are its operands (AND, OR: both; NOT: a).
struct expr {
    enum expr_op op;
    int32_t question; // the question read, or NONE
    int32_t index;
    int64_t value;
    const uint64_t *set; // of EXPR_IN and EXPR_NOT_IN: pack->set_words words
    const struct expr *a, *b;
    struct pack_place place;
    int32_t start, end; // byte range in the whole expression's text, for the trace
};

// An expression with its source text. root == NULL: not given.
struct condition {
    const struct expr *root;
    const char *text;
    struct pack_place place;
};

// ---- rules -------------------------------------------------------------------------------------

enum reading { READING_PRACTICE = 1, READING_CONVENTION = 2, READING_BOTH = 3 };
enum effect {
    EFFECT_SUPPORTS,
    EFFECT_CONDITION,
    EFFECT_DIFFERENCE,
    EFFECT_BAR,
    EFFECT_ROUTE,
    EFFECT_NOTE,
    EFFECTS
};
enum duty {
    DUTY_SUBSTANTIAL_DIFFERENCE,
    DUTY_DIRECT,
    DUTY_PROGRAMMATIC,
    DUTY_EMPLOYMENT,
    DUTY_NONE,
    DUTIES
};

struct outcome {
    const char *id;
    struct phrase title, text, position;
    int32_t favour; // larger is better for the person
    bool challengeable;
    struct pack_place place;
};

struct matter {
    const char *id;
    struct phrase label;
    struct condition when; // root NULL: matter('…') may not be used
    struct pack_place place;
};

// `country`: the destination whose file holds the rule (index into pack->destinations), NONE for
// the general rules.
struct finding {
    const char *id;
    int32_t country, matter;
    enum reading reading;
    enum effect effect;
    struct condition when;
    struct int_list overrides, cites;
    struct phrase text, remedy, ask;
    struct pack_place place;
};

struct row { // of an outcome table
    const char *id;
    int32_t outcome;
    struct condition when;
    struct pack_place place;
};

// Documents and steps. A catalogue entry has no `when` and is never listed itself.
struct item {
    const char *id;
    int32_t country;
    struct condition when, have;
    struct int_list overrides, cites;
    struct phrase text;
    int32_t order;
    int32_t use;                     // the catalogue entry it came from, or NONE
    const char *office, *fee, *time; // of steps: an id, or a role or kind; NULL: not given
    struct pack_place place;
};

struct right {
    const char *id;
    int32_t country, instrument; // NONE: national law
    struct condition when;
    struct int_list cites;
    struct phrase text;
    struct pack_place place;
};

struct notice {
    const char *id;
    int32_t country;
    bool warning;
    struct condition when;
    struct int_list cites;
    struct phrase text;
    struct pack_place place;
};

// ---- instruments -------------------------------------------------------------------------------

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

struct instrument {
    const char *id;
    enum instrument_kind kind;
    enum duty duty;
    int32_t strength;
    int32_t in_force; // of the instrument itself, 0: not said, the records of its parties decide
    struct phrase name, short_name, text, note;
    uint64_t purposes, levels; // bit sets over the choices of `purpose` and `level`
    uint64_t matters;          // bit set over pack->matters
    const struct party *parties;
    int32_t n_parties;
    const int16_t *party_of; // by country index: index into parties, or NONE
    struct evidence evidence;
    struct pack_place place;
};

// ---- countries ---------------------------------------------------------------------------------

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

struct fact {
    const char *id, *kind; // kinds are those of doc/pack-format.md, section 7
    struct phrase text;
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

// ---- worked cases (loaded on demand, see load.h) -----------------------------------------------

struct case_answer {
    int32_t question;
    bool unknown;
    int64_t value;    // as in struct answer
    const char *text; // of Q_TEXT
};

struct worked_case {
    const char *id, *title, *source;
    int32_t as_of;
    const struct case_answer *answers;
    int32_t n_answers;
    int32_t outcome, position, position_from; // expected, NONE: not said
    uint32_t possible;                        // expected set of outcomes, 0: not said
    struct int_list findings, no_findings, documents, steps, rights, notices;
    struct int_list applies, applies_unknown, applies_no;
    int32_t challenge; // 1 yes, 0 no, NONE: not said
    struct pack_place place;
};

// ---- the whole ---------------------------------------------------------------------------------

struct pack {
    const char *id, *version, *dir;
    struct phrase title;
    // Of the names and contents of all source files (cases left out), in the order of `files`.
    uint64_t hash;
    const char *const *files; // relative to dir; entry 0 is "": place.file == 0 means "nowhere"
    const char *const *languages;
    const char *const *countries; // ISO 3166-1 alpha-2, or of parts of countries ISO 3166-2; sorted
    const int16_t *destination_of; // by country index: index into destinations, or NONE
    const struct age_limit *limits;
    const struct group *groups;
    const struct trait *traits;
    const struct question *questions;
    const struct outcome *outcomes;
    const struct matter *matters;
    const struct finding *findings;
    const struct row *practice, *convention;
    const struct item *documents, *steps;
    const struct right *rights;
    const struct notice *notices;
    const struct instrument *instruments; // strongest first
    const struct source *sources;
    const struct destination *destinations;
    const struct worked_case *cases; // NULL unless loaded with LOAD_CASES
    int32_t n_files, n_languages, n_countries, n_limits, n_groups, n_traits, n_questions,
        n_outcomes, n_matters, n_findings, n_practice, n_convention, n_documents, n_steps, n_rights,
        n_notices, n_instruments, n_sources, n_destinations, n_cases;
    int32_t set_words; // of a set of countries or choices
    // What the program itself names. Every pack has them; only one that is made by hand (a test)
    // may hold NONE.
    int32_t q_destination, q_award_country, q_purpose, q_level;
    int32_t outcome_individual, outcome_not_covered;
};

static inline bool pack_same_set(const struct pack *pack, const uint64_t *a, const uint64_t *b)
{
    return a == b || memcmp(a, b, (size_t)pack->set_words * sizeof *a) == 0;
}

// Look-ups by id; NONE where there is none.
int32_t pack_question(const struct pack *pack, const char *id);
int32_t pack_choice(const struct question *question, const char *id);
int32_t pack_choice_n(const struct question *question, const char *id, size_t length);
int32_t pack_country(const struct pack *pack, const char *code);
int32_t pack_country_n(const struct pack *pack, const char *code, size_t length);
int32_t pack_finding(const struct pack *pack, const char *id);
int32_t pack_instrument(const struct pack *pack, const char *id);
int32_t pack_outcome(const struct pack *pack, const char *id);
int32_t pack_source(const struct pack *pack, const char *id);
// The first office of a role or with that id, the first fact of a kind or with that id; NULL where
// there is none.
const struct office *destination_office(const struct destination *destination,
                                        const char *role_or_id);
const struct fact *destination_fact(const struct destination *destination, const char *kind_or_id);

#endif
