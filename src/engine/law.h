// SPDX-License-Identifier: MIT
// The law of one destination on one day, compiled to decision diagrams (diagram.h).
//
// Variables stand in this order: the award country; facts that the pack leaves open (nobody can
// answer them); then the other questions in pack order (or as one condition needs it, law_order.c),
// a `many` question as one variable per choice. Numbers, years and dates are cut at the constants
// they are compared with, countries into classes that no rule can tell apart. Every comparison with
// a question is ANDed with "the question applies", so a question that does not apply makes them all
// false.
//
// A law is made in two steps. A draft (law_draft_new) has its diagrams in a workshop, and all of
// them: this is what `tanu check` reads. law_freeze() copies what the engine needs into one flat
// array, which never changes, and leaves the workshop free for the next draft. Both speak of the
// same terms: variables, rules in scope, instruments.
#ifndef TANU_ENGINE_LAW_H
#define TANU_ENGINE_LAW_H

#include "engine/atlas.h"
#include "engine/diagram.h"

// Instead of a country: destination not known; a destination without a file, which one not known.
enum { LAW_UNKNOWN = -1, LAW_NO_FILE = -2 };
// Classes of a question whose answer may be a band; the loader sees to it (PACK_MAX_BAND_CUTS).
enum { LAW_MAX_BAND = 128 };

enum variable_kind { VARIABLE_VALUE, VARIABLE_CHOICE, VARIABLE_KNOWN, VARIABLE_FACT };

struct variable {
    enum variable_kind kind;
    int32_t question; // NONE for a fact
    int32_t index;    // of a choice: which; of a fact: index into law.facts
};

enum fact_kind {
    FACT_PARTY,      // instrument a binds country b (NONE: the unknown destination)
    FACT_TRAIT,      // trait a of the destination
    FACT_COVERED,    // the unknown destination has a file
    FACT_RESERVED,   // instrument a, matter b, of the unknown destination
    FACT_ANNOUNCED,  // likewise
    FACT_SAME,       // country question a == the unknown destination
    FACT_IN,         // the unknown destination is in `set`
    FACT_LISTED,     // the unknown destination keeps a list of kind a
    FACT_BELOW_NORM, // the answer to a lies below the norm of the unknown destination
    FACT_LICENSED    // a licence of the unknown destination is as `enum licence_ask` a says
};

struct open_fact {
    enum fact_kind kind;
    int32_t a, b;
    const uint64_t *set;
    uint16_t variable;
};

// How the answers to a question fall into classes. No variable: text, the destination, and what no
// rule of this law reads.
struct domain {
    int32_t variable;    // of a question with boxes: of the first one; NONE
    uint16_t *variables; // all of them: one, or of a question with boxes one for each choice
    int32_t n_variables;
    bool boxes;
    int32_t known; // the variable of known(question), or NONE
    int32_t n_classes, n_class_of;
    int16_t *class_of;   // of choices and countries, by value; NONE: no value ("I don't know")
    int64_t *low, *high; // by class: first and last value; of choices and countries both the first
};

// Under any class but these the rule does not certainly hold; nor under an open answer, whose bit
// is set where there is no gate only: there all are.
enum { RULE_GATE_OPEN = 31 };
struct rule_gate {
    uint32_t passes; // bit set of classes
    uint16_t variable;
};

// Rules filed by an answer without which they cannot hold (law_index.c): the positions to look at
// are those of drawer 0 and, for each pivot that the answers decide, drawer first[pivot] + class.
// Drawer d is items[start[d] … start[d + 1]). Those whose gate is shut need not be walked.
struct rule_index {
    int32_t *first, *start, *items; // first: by variable
    struct rule_gate *gates;        // by position; NULL: of findings only
    uint16_t *pivots;
    int32_t n_pivots;
};

// The rule at position p is set aside by those at by[start[p] … start[p + 1]).
struct overriders {
    int32_t *start, *by;
};

// What a law speaks of.
struct law_terms {
    const struct atlas *atlas;
    int32_t country;     // index into pack->countries, LAW_UNKNOWN or LAW_NO_FILE
    int32_t destination; // index into pack->destinations, or NONE
    struct variable *variables;
    uint16_t *arity; // by variable
    int32_t n_variables;
    uint16_t widest; // the largest arity
    struct open_fact *facts;
    int32_t n_facts, fact_room;
    struct domain *domains; // by question

    // Rules in scope, as indexes into the pack: findings, rights, notices in pack order, documents
    // and steps by `order`. None of the outcome tables.
    int32_t *items[RULE_KINDS], n_items[RULE_KINDS];
    uint32_t most_items; // the longest of these lists
    struct overriders over[RULE_KINDS];
    // Instruments that can give a position, strongest first; each is a slot. Those that link the
    // destination with a class of the award country c are class_slots[class_start[c] …
    // class_start[c + 1]), strongest first; where they stand there is their rank in that class.
    int32_t *slots, n_slots;
    int32_t *class_slots, *class_start;
    struct arena arena;
};

// The conditions and tables that the engine reads, each a diagram.
struct law_roots {
    dd *all;            // the sections below are parts of it
    int32_t n, n_brief; // the first n_brief are what ASSESS_BRIEF reads
    dd *outcome;        // one: the less favourable of the next two; DD_GAP
    dd *practice;       // one: outcome or DD_GAP
    dd *licence;        // one: outcome, DD_BODY, or DD_NULL where no licence is asked for
    dd *live;           // by position in items[RULE_FINDING]
    dd *position;       // one: outcome, DD_NULL, or DD_GAP for "linked, but no duty for this case"
    dd *from;           // one: rank among the slots of the award country's class, or DD_NULL
    dd *slot_position;  // by slot, as `position`, DD_NULL where it does not apply yes
    dd *covers;         // by instrument: its `when:`; DD_YES where it may not bind here
    dd *relevant;       // by question
    // By position: live, but for findings that hang on facts that the pack leaves open. Nobody can
    // tell whether it is.
    dd *unsettled;
    // By position; overriding counted. Of findings: `live`, which the tables read, exact for each
    // way the open facts may turn out. Papers and steps are only set aside by what shows, however
    // they turn out.
    dd *listed[RULE_KINDS];
    dd *when[RULE_KINDS]; // by position; before overriding
    dd *have;             // by position of the document; DD_NULL where the pack gives no `have:`
};

// The rule (or question, matter, instrument) with which a law became larger than the budget of a
// workshop. id NULL: none did.
struct law_trouble {
    const char *word, *id; // "finding"
    struct pack_place place;
    const struct expr *expr; // its condition, or NULL
};

struct law_draft {
    struct law_terms *terms;
    struct law_roots roots; // as ids of the workshop
    // What the roots are made of; the sections are parts of one array, too.
    dd *parts;
    int32_t n_parts;
    dd *matter;          // by matter; DD_NULL where it has no `when:`
    dd *practice_rows;   // by row: its `when:`
    dd *licence_rows;    // likewise
    dd *convention;      // by duty: outcome or DD_GAP
    dd *convention_rows; // by duty * n_convention + row
    // Documents, steps: positions, those that set others aside before these.
    int32_t *settled[RULE_KINDS], n_settled[RULE_KINDS];
    struct diagram *workshop;
    struct law_trouble trouble; // if any, nothing is known under this law
    struct arena arena;
};

struct law {
    struct law_terms *terms;
    struct law_roots roots; // ids are indexes into `words`
    uint32_t *words;        // nodes (node.h); the id of a node is the index of its first word
    uint32_t n_words, n_serials;
    struct question_set decides;         // on which the outcome depends
    struct rule_index index[RULE_KINDS]; // of what is listed
    // Positions of those that another one may set aside: findings in pack order; documents and
    // steps as `settled`.
    int32_t *overridable[RULE_KINDS], n_overridable[RULE_KINDS];
    struct law_trouble trouble; // as of the draft
};

// Makes the draft for a country (or LAW_…) in the workshop d, which is reset first and must outlive
// the draft. If that takes more than the workshop's budget, the variables are put into another
// order; and if that does not help either, the draft has a `trouble` and says nothing: no rule
// holds, and no row of a table.
struct law_draft *law_draft_new(const struct atlas *atlas, int32_t country, struct diagram *d);
void law_draft_free(struct law_draft *draft);    // NULL is fine
struct law *law_freeze(struct law_draft *draft); // takes the draft over
void law_free(struct law *law);                  // NULL is fine

// What a row of an outcome table leads to.
static inline dd row_terminal(const struct row *row)
{
    return row->outcome == NONE ? DD_BODY : (dd)row->outcome;
}

// The less favourable of what the tables of practice and of the licence lead to, as a terminal.
// Where only the body is known, the licence counts as recognised with conditions.
dd law_less_favourable(const struct pack *pack, dd practice, dd licence);
// The same of two diagrams.
dd law_combine(const struct pack *pack, struct diagram *d, dd practice, dd licence);

// The class of a value, NONE if it has none. Not for `many` questions.
int32_t law_class(const struct law_terms *terms, int32_t question, int64_t value);

// The condition wherever it holds whichever way the open facts turn out: only then is a person told
// of it, and nobody can answer a fact.
static inline dd law_whatever_facts(const struct law_terms *terms, struct diagram *d, dd f)
{
    uint16_t first = terms->n_facts ? terms->facts[0].variable : 0;
    return diagram_all(d, f, first, (uint16_t)(first + terms->n_facts));
}

// Where a finding stands in items[RULE_FINDING], or NONE: not in scope.
int32_t law_position_of(const struct law_terms *terms, int32_t finding);

#endif
