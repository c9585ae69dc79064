// SPDX-License-Identifier: MIT
// The words of the format: what YAML says and JSON and the book say again. A list holds the word of
// each value of an enum at its place; "" is no word; NULL ends it.
#ifndef TANU_PACK_WORDS_H
#define TANU_PACK_WORDS_H

#include <stddef.h>
#include <stdint.h>

extern const char *const words_truth[];         // enum truth, trait_value, needed
extern const char *const words_question_type[]; // enum question_type
extern const char *const words_status[];        // enum status
extern const char *const words_reading[];       // enum reading
extern const char *const words_effect[];        // enum effect
extern const char *const words_decision[];      // enum decision
extern const char *const words_tone[];          // enum tone
extern const char *const words_state[];         // enum assess_state (engine/engine.h)
extern const char *const words_changeable[];    // enum changeable
extern const char *const words_duty[];          // enum duty
extern const char *const words_instrument[];    // enum instrument_kind
extern const char *const words_entry[];         // enum entry_rule
extern const char *const words_severity[];      // struct notice: warning
extern const char *const words_letter[];        // enum letter_purpose
extern const char *const words_list[];          // enum list_kind
extern const char *const words_unit[];          // enum time_unit
extern const char
    *const words_destination_part[]; // enum destination_part: keys of a country's file

// What a letter holds in braces beside what every text may: known of the case, or a blank that the
// person fills.
extern const char *const words_letter_known[];
extern const char *const words_letter_blank[];

// Words that are kept as they are, because no code asks for one of them.
extern const char *const words_role[];  // of offices
#define AUTHORITY "authority"           // the one of them that every country is asked for
extern const char *const words_limit[]; // of `limits:`: AGE_OF_OFFICES, then the kinds of facts
#define words_fact (words_limit + 1)

size_t words_count(const char *const *words);
// The place of a word, or NONE.
int32_t words_find(const char *const *words, const char *word);

#endif
