// SPDX-License-Identifier: MIT
// What each operation of the rule language reads: one row an operation. Whoever wants to know what
// a condition depends on walks its nodes with expr_each() and asks here, instead of listing
// operations.
#ifndef TANU_PACK_EXPR_READS_H
#define TANU_PACK_EXPR_READS_H

#include "pack/pack.h"

enum expr_read {
    // of the answer to `question`
    READS_ANSWER = 1 << 0, // its value, in whatever way
    READS_KNOWN = 1 << 1,  // whether there is one
    READS_SET = 1 << 2,    // whether it is in `set`
    READS_CHOICE = 1 << 3, // whether it holds the choice `index`
    READS_BELOW = 1 << 4,  // whether it is smaller than `value`
    READS_ABOVE = 1 << 5,  // whether it is larger than `value`
    READS_SAME = 1 << 6,   // whether it is the destination
    READS_NORM = 1 << 7,   // whether it lies below the norm `index` of the destination
    // of questions that the program names itself
    READS_DESTINATION = 1 << 8,
    READS_AWARD = 1 << 9,
    READS_PURPOSE = 1 << 10,
    READS_LEVEL = 1 << 11,
    READS_PROFESSION = 1 << 24, // where the instrument leaves out some
    // of instrument `index`
    READS_PARTY = 1 << 12,       // whether it binds the country in `question`
    READS_LINK = 1 << 13,        // whether it links destination and award country
    READS_RESERVATION = 1 << 14, // whether the country in `question` reserves matter `value`
    // of the destination
    READS_TRAIT = 1 << 15,   // trait `index`
    READS_COVERED = 1 << 16, // whether it has a file
    READS_LIST = 1 << 17,    // whether it keeps a list of kind `index`
    READS_LICENCE = 1 << 18, // whether it has a licence record; `index`
    // of other rules
    READS_MATTER = 1 << 19,  // the condition of matter `index`
    READS_FINDING = 1 << 20, // whether finding `index` is live
    READS_EFFECT = 1 << 21,  // whether a finding of effect `index` and matter `value` is live
    // of the rest
    READS_DAY = 1 << 22, // the as-of date against `value`
    READS_DUTY = 1 << 23 // the duty of the instrument being judged
};

// The set of enum expr_read of a node; not of its operands.
unsigned expr_reads(const struct expr *node);

// Adds the questions that a node reads by itself: not those of its operands, nor of rules that it
// names, nor those that decide whether a question applies.
void expr_questions(const struct pack *pack, const struct expr *node, struct question_set *out);
// Those that the `covers: when:` of an instrument reads. (applies('…') reads them too.)
void instrument_questions(const struct instrument *instrument, struct question_set *out);

#endif
