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

#include <string.h>

#include "pack/code.h"
#include "pack/letter.h"
#include "pack/place.h"
#include "pack/question.h"
#include "pack/rule.h"
#include "pack/treaty.h"

// ---- worked cases (loaded on demand, see load.h) -----------------------------------------------

struct case_answer {
    int32_t question;
    bool unknown;
    int64_t value;    // as in struct answer
    int64_t last;     // of a band
    const char *text; // of Q_TEXT
};

enum { CASE_BODY_ONLY = -2, CASE_NO_LICENCE = -3 };

struct worked_case {
    const char *id, *title, *source;
    int32_t as_of;
    const struct case_answer *answers;
    int32_t n_answers;
    int32_t outcome, position, position_from; // expected, NONE: not said
    uint32_t possible;                        // expected set of outcomes, 0: not said
    struct int_list findings, no_findings, documents, steps, rights, notices;
    struct int_list applies, applies_unknown, applies_no;
    struct int_list parts[DESTINATION_PARTS]; // of the destination that the answers name
    int32_t destination;                      // its file, NONE: the answers name none that has one
    int32_t challenge;                        // 1 yes, 0 no, NONE: not said
    int32_t academic;                         // expected, NONE: not said
    int32_t licence; // expected outcome of it, NONE: not said, or one of these
    int32_t state;   // enum assess_state of the engine, NONE: not said
    struct pack_place place;
};

// A worked case as far as its nearness to somebody's answers goes (engine/near.h): its answers of
// one value, questions ascending. A choice, a country, a number, a date. The source of the
// expectation stays in the book: here it would be 100 KB of every visit.
struct near_case {
    const char *id;
    const uint8_t *questions;
    const int32_t *values; // as many
    int32_t n, outcome;    // how it ended
};

// ---- the whole ---------------------------------------------------------------------------------

struct pack {
    const char *id, *version, *dir;
    struct phrase title;
    const char *reports;     // who is told of a wrong fact: an address; NULL: not given
    const char *assumed;     // judged as if: what was assumed (read/assume.h), NULL: nothing
    const struct pack *base; // the pack without it, or NULL
    // Of the names and contents of all source files (cases left out), in the order of `files`.
    uint64_t hash;
    uint64_t hash_cases;      // of the files of worked cases that were read
    const char *const *files; // relative to dir; entry 0 is "": place.file == 0 means "nowhere"
    const char *const *languages;
    const char *const *countries; // ISO 3166-1 alpha-2, or of parts of countries ISO 3166-2; sorted
    const int16_t *destination_of; // by country index: index into destinations, or NONE
    const struct age_limit *limits;
    const struct role *roles;      // by place in words_role
    const char *const *background; // kinds of facts that stand beside the reasons, in this order
    const char *const *news;       // kinds of facts whose change is news (case/record.h)
    const enum effect *reasons;    // of findings that tell why, in the order in which they count
    const struct interest *interests;
    const struct group *groups;
    const struct trait *traits;
    const struct question *questions;
    const struct outcome *outcomes;
    const struct matter *matters;
    const struct finding *findings;
    const struct row *practice, *convention, *licence; // outcome tables; some have no `licence`
    const struct item *documents, *steps;
    const struct right *rights;
    const struct notice *notices;
    const struct argument *arguments; // of letters
    const struct letter *letters;
    const struct instrument *instruments; // strongest first
    const struct source *sources;
    const struct destination *destinations;
    const struct worked_case *cases; // NULL unless loaded with LOAD_CASES
    const struct near_case *near;    // NULL unless loaded with LOAD_NEAR or LOAD_CASES
    int32_t n_files, n_languages, n_countries, n_limits, n_background, n_news, n_interests,
        n_groups, n_traits, n_questions, n_outcomes, n_matters, n_findings, n_practice,
        n_convention, n_licence, n_documents, n_steps, n_rights, n_notices, n_arguments, n_letters,
        n_instruments, n_sources, n_destinations, n_cases, n_near;
    struct code_table codes;
    int32_t set_words; // of a set of countries or choices
    // What the program itself names. Every pack has them; only one that is made by hand (a test)
    // may hold NONE.
    int32_t q_destination, q_award_country, q_purpose, q_level, q_documents_held;
    // These only some have: NONE where there is no such question.
    int32_t q_profession, q_institution, q_list[LIST_KINDS];
    int32_t outcome_individual, outcome_not_covered;
    int32_t outcome_conditions; // what a licence counts as of which only the body is known; or NONE
};

static inline bool pack_same_set(const struct pack *pack, const uint64_t *a, const uint64_t *b)
{
    return a == b || memcmp(a, b, (size_t)pack->set_words * sizeof *a) == 0;
}

// All rules of one kind, whatever it is. A catalogue entry is among them (rule_listed()).
int32_t pack_rule_count(const struct pack *pack, enum rule_kind kind);
const struct rule *pack_rule(const struct pack *pack, enum rule_kind kind, int32_t index);
const struct row *pack_row(const struct pack *pack, enum rule_kind table, int32_t index);
// What the rule is about; academic, where its kind does not say.
enum decision rule_decision(const struct pack *pack, const struct rule *rule);

// Calls `visit` for every node of an expression, and of every expression of the pack. `country`: as
// in struct rule.
typedef void expr_visit(const struct expr *expr, int32_t country, void *user);
void expr_each(const struct expr *expr, int32_t country, expr_visit *visit, void *user);
void pack_each_expr(const struct pack *pack, expr_visit *visit, void *user);

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
// The file of a country as a destination; NULL where there is none, or for NONE and extra choices.
const struct destination *pack_destination(const struct pack *pack, int64_t country);
// The first office of a role or with that id, the first fact of a kind or with that id; NULL where
// there is none.
const struct office *destination_office(const struct destination *destination,
                                        const char *role_or_id);
const struct fact *destination_fact(const struct destination *destination, const char *kind_or_id);

// The body of a profession (a choice of that question, or NONE): the one that its licence names,
// else an office of that role that no licence names, so that it speaks for all of them; or NULL.
const struct office *destination_body(const struct destination *destination, int64_t profession);
// That other office, looked for among offices and licences; the loader keeps it.
const struct office *destination_find_other_body(const struct destination *destination);
// How many levels of qualifications a person can choose from; 0 in a pack that does not ask.
int32_t pack_n_levels(const struct pack *pack);
// Of whom is the question: choices of `profession` and `level`, NONE where not known; and whether
// their award is one of the destination itself.
struct whom {
    int64_t profession, level;
    bool home;
};
// Does an office concern that person? Of the bodies of professions only the own one, none that
// deals with diplomas of other levels, and none that looks at awards of other countries where
// theirs is not one.
bool office_concerns(const struct destination *destination, const struct office *office,
                     struct whom whom);
// Whom a person asks where no other office is named: the authority; where it does not deal with
// diplomas of their level, the first office that is there for that level; NULL: none is known.
const struct office *destination_authority(const struct destination *destination, struct whom whom);
// The office of a step for that person, by id or role: of the role `profession` the body of that
// profession, of `authority` whom they ask, else the first that deals with diplomas of their level.
// Where there is none of a role, the one that stands in for it (`roles:` of pack.yaml), or NULL.
const struct office *step_office(const struct destination *destination, const char *role_or_id,
                                 struct whom whom);
// The fee or time of a step (`name`: id or kind, or NULL) as its office has it: an office that
// decides apart from the authority has only the facts that carry its id. NULL where none is known.
const struct fact *step_fact(const struct destination *destination, const struct item *step,
                             const char *name, struct whom whom);
// The first fact of that kind that is the office's own; NULL where none is known.
const struct fact *office_fact(const struct destination *destination, const struct office *office,
                               const char *kind);
// What is asked, how long it takes, and until when one may object.
bool fact_asks_or_costs(const struct fact *fact);
// Does a fact concern that person? Not what is of an office that does not, nor what leaves the
// profession out.
bool fact_concerns(const struct destination *destination, const struct fact *fact,
                   struct whom whom);
// Who licenses a profession (a choice of that question) there; NULL where the pack does not know.
const struct licence *destination_licence(const struct destination *destination,
                                          int64_t profession);

// What a condition asks of it. False where there is none.
bool licence_fits(const struct licence *licence, enum licence_ask ask);

// The least that the destination asks of an award of that level; 0: no norm is known.
int64_t destination_norm(const struct destination *destination, int32_t level, enum norm norm);
// Is the list for everybody, or one of schools for that choice of `profession` (NONE: not known)?
bool list_speaks(const struct country_list *list, int64_t profession);
// Does the destination keep a list of that kind that speaks to that profession?
bool destination_lists(const struct destination *destination, enum list_kind kind,
                       int64_t profession);
// The choice that an absent answer to the question about such a list takes there; NONE: what is
// usual of the question.
int32_t destination_list_usual(const struct destination *destination, enum list_kind kind,
                               int64_t profession);

#endif
