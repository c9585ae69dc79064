// SPDX-License-Identifier: MIT
//
// Questions and their answers. Values are described in engine/answers.h.
#ifndef TANU_PACK_QUESTION_H
#define TANU_PACK_QUESTION_H

#include "pack/evidence.h"

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
enum { Q_TYPES = Q_TEXT + 1 };

struct choice {
    const char *id;
    struct phrase label, hint;
    bool counts_as_unknown;
    const char *leads_to; // the choice of the question that stands `first: this question`; or NULL
    const char *synonyms; // other words by which it is searched for, in any language; or NULL
    int32_t rank;         // of a level: a higher one is the higher award; 0 where it is not said
    int32_t group;        // of the question's groups; NONE: it stands on the first list
    struct pack_place place;
};

// Choices behind one row of the first list.
struct choice_group {
    const char *id;
    struct phrase label, hint;
    struct pack_place place;
};

// Who can tell the answer where the person does not know it.
enum teller { TELLS_NOBODY, TELLS_UNIVERSITY, TELLS_AWARD_COUNTRY, TELLS_DESTINATION };

// Can the person still change it? Earlier: only to a choice before it, what is done stays done.
enum changeable { CHANGE_NEVER, CHANGE_ANY, CHANGE_EARLIER };

enum bound_kind { BOUND_NONE, BOUND_CONSTANT, BOUND_TODAY };
struct bound {
    enum bound_kind kind;
    int64_t value; // of BOUND_CONSTANT, in the unit of struct answer (engine/answers.h)
};

// A choice of another question after which no value is usual.
#define USUAL_NONE INT64_MIN

// Values of a country question: 0 … n_countries-1 are the pack's countries, n_countries + i its
// i-th `extra:` choice.
struct question {
    const char *id;
    enum question_type type;
    struct phrase label, hint, help, why, range_message, none_label;
    const struct choice *choices; // of Q_ONE and Q_MANY; of Q_COUNTRY the extra ones
    int32_t n_choices;
    const struct choice_group *groups;
    int32_t n_groups;
    // Asked before anything is typed, where most people have nothing to type: `none_label` says no,
    // `some_label` yes. Without words: the line to type in comes at once.
    struct phrase opener, opener_hint, some_label;
    struct phrase unknown_label; // what "I don't know" is called here; or without words
    bool bands; // the bands that the rules of the destination tell apart are offered first
    const struct expr *relevant; // NULL: always
    bool unknown_allowed, has_usual;
    enum changeable changeable;
    enum teller tells;
    bool on_papers; // not asked on the way: ticks on the papers answer it
    // A line among the papers that stands for it; without a tick `usual` is the answer, and counts
    // as given. Or without words.
    struct phrase tick;
    bool of_person; // of several diplomas all have this answer: it speaks of the person
    // The choice that the answer to that earlier question `leads_to:` stands first, and a list
    // begins there; NONE.
    int32_t first;
    int64_t usual;      // value as in struct answer
    int32_t usual_from; // instead: the answer to that earlier country question; else NONE
    int32_t usual_by;   // instead: usual_each[choice] where that earlier question is answered; NONE
    const int64_t *usual_each; // by choice of `usual_by`; USUAL_NONE
    uint64_t usual_levels;     // only for a diploma of these levels (bits by choice); 0: of any
    struct bound min, max;
    // The answer cannot be after (or before) that to an earlier question of the same type; NONE.
    int32_t not_after, not_before;
    struct phrase order_message;
    int32_t max_length; // of Q_TEXT, in characters
    struct pack_place place;
};

#endif
