// SPDX-License-Identifier: MIT
//
// What there is to know of a type of question: one row a type, in kinds.c. Whoever asks "is it a
// country, is it a number?" asks a column instead, so that a new type is a row here, a row of words
// in the view, and nothing else.
#ifndef TANU_PACK_KIND_H
#define TANU_PACK_KIND_H

#include "base/text.h"
#include "pack/pack.h"

// How the answers to a question fall apart for the rules, and so how a condition may compare them.
enum kind_classes {
    CLASSES_NONE,      // free text: not at all
    CLASSES_CHOICES,   // a class a choice; `==` and `in`
    CLASSES_BOXES,     // a yes or no for each choice; `choice in question`
    CLASSES_COUNTRIES, // classes of countries that no rule can tell apart; `==` and `in`
    CLASSES_CUTS       // ordered values, cut where a rule compares them; `<`, `==` …
};

struct kind {
    const char *wanted; // "a year such as 2020", for messages
    enum kind_classes classes;
    bool none;           // `none_label:` may name a value: of ordered ones that of `min:`
    bool usual;          // `usual:` makes sense
    bool number;         // in JSON a number; otherwise a string, of CLASSES_BOXES a list
    bool band;           // an answer may be a band of values, "1-250": one of them, not known which
    const char *letters; // of ordered ones: what their values are written with
    const char *today_word; // how a bound that moves with the calendar is written, or NULL
    // Reads one value (of CLASSES_BOXES: one choice, as its bit). 0, or -1: it is none. `pack` and
    // `q` may be NULL for ordered values.
    int (*parse)(const struct pack *pack, const struct question *q, const char *word, size_t length,
                 int64_t *value);
    // Writes it so that parse() reads it; of CLASSES_BOXES and CLASSES_NONE not used.
    void (*print)(struct text *out, const struct pack *pack, const struct question *q,
                  int64_t value);
    // Of ordered values: which int64 are values at all. The smallest value >= v, the largest <= v,
    // and the bounds of a question that gives none.
    int64_t (*up)(int64_t v);
    int64_t (*down)(int64_t v);
    int64_t least, most;
    int64_t (*today)(int32_t as_of); // the value that stands for the day
};

extern const struct kind kind_rows[];

static inline const struct kind *kind_of(enum question_type type)
{
    return &kind_rows[type];
}

static inline enum kind_classes kind_classes(const struct question *q)
{
    return kind_of(q->type)->classes;
}

static inline bool kind_ordered(const struct kind *kind)
{
    return kind->classes == CLASSES_CUTS;
}

// A constant of an ordered type, as YAML and conditions write it. NULL, or what would be right.
const char *kind_constant(enum question_type type, const char *text, size_t length, int64_t *out);

// Reads a band of such values, "1-250", of which none is negative. 0, or -1: it is none, or empty.
int kind_band(enum question_type type, const char *text, size_t length, int64_t *low,
              int64_t *high);

// The value as JSON. Of free text, whose words are not in the value: null.
void kind_json(struct text *out, const struct pack *pack, const struct question *q, int64_t value);

// May a text answer hold this? Characters are counted, and there must be one.
bool kind_text_fits(const struct question *q, const char *words, size_t length);

#endif
