// SPDX-License-Identifier: MIT
//
// Outcomes, matters, and the rules: everything with a `when:` that a person can meet.
#ifndef TANU_PACK_RULE_H
#define TANU_PACK_RULE_H

#include "pack/condition.h"

enum reading { READING_PRACTICE = 1, READING_CONVENTION = 2, READING_BOTH = 3 };
enum effect {
    EFFECT_SUPPORTS,
    EFFECT_CONDITION,
    EFFECT_DIFFERENCE,
    EFFECT_BAR,
    EFFECT_ROUTE,
    EFFECT_NOTE,
    EFFECTS,
    PACK_REASONS = EFFECTS - 1 // those that tell why: all but a note
};
// What is decided: whether the award is recognised, or whether somebody may work in a profession.
enum decision { DECISION_ACADEMIC, DECISION_LICENCE, DECISIONS };

// How an outcome looks to the person; the view makes a colour and words of it.
enum tone { TONE_BAD, TONE_CAUTION, TONE_GOOD };

struct outcome {
    const char *id;
    struct phrase title, text, position;
    struct phrase licence; // the same as the outcome of a licence; not given: the title
    int32_t favour;        // larger is better for the person
    enum tone tone;
    bool challengeable;
    // Steps of this order and later are only for somebody who wants a decision all the same: said
    // before them. 0: none are.
    int32_t hold_from;
    struct pack_place place;
};

struct matter {
    const char *id;
    struct phrase label;
    struct condition when; // root NULL: matter('…') may not be used
    struct pack_place place;
};

enum rule_kind {
    // Rows of the outcome tables.
    RULE_PRACTICE,
    RULE_CONVENTION,
    RULE_LICENCE,
    // From here on: rules that belong to all destinations or to one, and are listed in the result.
    RULE_FINDING,
    RULE_DOCUMENT,
    RULE_STEP,
    RULE_RIGHT,
    RULE_NOTICE,
    RULE_KINDS
};

// The head of every rule, whatever its kind. A member of a rule can be named by itself
// (finding->id) or through its head (finding->rule.id): C has no other way to say "is a".
#define RULE_MEMBERS                                                                               \
    const char *id;                                                                                \
    enum rule_kind kind;                                                                           \
    int32_t index;   /* in the pack's array of that kind */                                        \
    int32_t country; /* whose file holds it (index into pack->destinations); NONE: all */          \
    struct condition when;                                                                         \
    struct int_list overrides; /* rules of the same kind */                                        \
    struct int_list excludes;  /* rules of any kind that never show beside it: rule_code() */      \
    struct int_list cites;                                                                         \
    struct phrase text;                                                                            \
    struct pack_place place

struct rule {
    RULE_MEMBERS;
};

#define RULE_HEAD                                                                                  \
    union {                                                                                        \
        struct {                                                                                   \
            RULE_MEMBERS;                                                                          \
        };                                                                                         \
        struct rule rule;                                                                          \
    }

struct finding {
    RULE_HEAD;
    int32_t matter;
    enum reading reading;
    enum effect effect;
    enum decision decision; // the one that it counts in; the other never sees it
    struct phrase remedy, ask;
};

struct row { // of an outcome table; without overrides, cites and text
    RULE_HEAD;
    int32_t outcome; // of the licence table NONE: only the body is known
};

// Documents and steps. A catalogue entry has no `when` and is never listed itself.
struct item {
    RULE_HEAD;
    struct condition have;
    int32_t held_by; // of documents: the choice of `documents_held` that stands for it, or NONE
    bool only_if;    // of documents: needed only in a case that its text names; never missing
    int32_t order;
    enum decision decision;
    struct phrase brief; // of steps: in a few words, for the first screen; may be missing
    bool folded;         // of steps: the first screen leaves it out while others fill it
    int32_t use;         // the catalogue entry it came from, or NONE
    const char *office, *fee, *time; // of steps: an id, or a role or kind; NULL: not given
};

struct right {
    RULE_HEAD;
    int32_t instrument; // NONE: national law
};

struct notice {
    RULE_HEAD;
    bool warning;
    struct int_list said_by; // papers: a short result that lists one of them leaves this out
};

// Do the effects of a finding count in that outcome table?
static inline bool finding_counts(const struct finding *f, enum rule_kind table)
{
    enum reading reading = table == RULE_CONVENTION ? READING_CONVENTION : READING_PRACTICE;
    enum decision decision = table == RULE_LICENCE ? DECISION_LICENCE : DECISION_ACADEMIC;
    return f->decision == decision && (f->reading & reading);
}

// A rule of any kind as one number.
static inline int32_t rule_code(enum rule_kind kind, int32_t index)
{
    return index * RULE_KINDS + (int32_t)kind;
}

static inline enum rule_kind rule_code_kind(int32_t code)
{
    return (enum rule_kind)(code % RULE_KINDS);
}

static inline int32_t rule_code_index(int32_t code)
{
    return code / RULE_KINDS;
}

// False for a catalogue entry, which is no rule of its own.
static inline bool rule_listed(const struct rule *rule)
{
    return rule->when.root != NULL;
}

const char *rule_word(enum rule_kind kind); // "finding"

#endif
