// SPDX-License-Identifier: MIT
//
// Checked expressions of the rule language (doc/pack-format.md, section 4). expr.h reads them.
#ifndef TANU_PACK_CONDITION_H
#define TANU_PACK_CONDITION_H

#include "pack/evidence.h"

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
    EXPR_APPLIES, // linked, and purpose, level and profession are covered
    // instrument `index`, country in `question`, `matter`
    EXPR_RESERVED,
    EXPR_ANNOUNCED,
    EXPR_TRAIT,   // trait `index` of the destination
    EXPR_COVERED, // the pack has a file for the destination
    // the destination keeps a list of kind `index` (of professions: for the profession answered)
    EXPR_LISTED,
    // the answer to the number `question` lies below the destination's norm (enum norm) `index`
    EXPR_BELOW_NORM,
    // the destination has a licence record for the profession answered (index 1: and needs none)
    EXPR_LICENSED,
    EXPR_MATTER, // the named condition of matter `index`
    EXPR_LIVE,   // finding `index` is live
    // outcome tables only: a finding of effect `index` and `matter` (NONE: any) is live in
    // the reading of the table
    EXPR_EFFECT,
    EXPR_DUTY // convention table only: the instrument being judged has duty `index`
};

// How many nodes an expression has at most, and how deep its parentheses and negations go.
enum expr_limits { EXPR_MAX_NODES = 256, EXPR_MAX_DEPTH = 32 };

// A node of a checked expression. An eighth of a pack is such nodes, so they are small: those of an
// expression stand in a row, operands before what joins them, the root last.
struct expr {
    enum expr_op op : 8;
    int8_t question;             // the question read, or NONE
    uint16_t line, file, column; // of its place
    union {
        int64_t value;       // of a comparison with a number or a day
        const uint64_t *set; // of EXPR_IN and EXPR_NOT_IN: pack->set_words words
        int32_t first;       // of EXPR_AND and EXPR_OR: how far before it their first operand is
        struct {             // of the other leaves: what comes to `index`, and a matter; or NONE
            int32_t index, matter;
        };
    };
};

static inline int expr_operands(const struct expr *e)
{
    return e->op == EXPR_AND || e->op == EXPR_OR ? 2 : e->op == EXPR_NOT ? 1 : 0;
}

// 0 … expr_operands() - 1
static inline const struct expr *expr_operand(const struct expr *e, int i)
{
    return i == expr_operands(e) - 1 ? e - 1 : e - e->first;
}

_Static_assert(sizeof(struct expr) == 16, "nothing between the members");
_Static_assert(PACK_MAX_QUESTIONS <= INT8_MAX + 1, "a question of an expression is a byte");

// Where it stands in the pack; of parts that are joined: where the first of them does.
static inline struct pack_place expr_place(const struct expr *e)
{
    while (expr_operands(e))
        e = expr_operand(e, 0);
    return (struct pack_place){.file = e->file, .column = e->column, .line = e->line};
}

// What a rule asks for. root == NULL: not given. Its text is not kept, a fifth of all texts that
// only authors read: expr_write() writes it again from the tree.
struct condition {
    const struct expr *root;
    struct pack_place place; // line 0: not given; good before the trees are read
};

static inline bool condition_given(const struct condition *condition)
{
    return condition->place.line != 0;
}

#endif
