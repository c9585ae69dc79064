// SPDX-License-Identifier: MIT
//
// Letters to the office that decides: what a person may write where practice falls behind a
// convention, or a refusal came. A letter is its opening, the arguments that stand, its closing;
// without an argument there is none.
#ifndef TANU_PACK_LETTER_H
#define TANU_PACK_LETTER_H

#include "pack/condition.h"

// What a letter asks for (words_letter).
enum letter_purpose {
    LETTER_REASONS,
    LETTER_ASSESSMENT,
    LETTER_REVIEW,
    LETTER_TIME,
    LETTER_PURPOSES
};

enum { PACK_MAX_LETTERS = 64, PACK_MAX_ARGUMENTS = 256, LETTER_MAX_PARTS = 40 };

// What letters say of a convention: stands where its right does.
struct argument {
    const char *id;
    unsigned purposes; // bit set of enum letter_purpose
    int32_t right;
    struct phrase text;
    struct int_list cites; // verified; of articles only those of the right's instrument
    struct pack_place place;
};

// A paragraph about the case, or a request. What is given of `when` and `ground` has to hold.
struct letter_part {
    const char *id;
    struct condition when; // root NULL: always
    int32_t ground;        // a finding that is a ground of the challenge, or NONE
    struct phrase text;
    struct pack_place place;
};

enum letter_place { LETTER_OPENING, LETTER_CLOSING, LETTER_PLACES };

struct letter {
    const char *id;
    enum letter_purpose purpose;
    struct phrase title;
    struct condition when;
    bool challenge; // only where practice falls behind the convention
    const struct letter_part *parts[LETTER_PLACES];
    int32_t n_parts[LETTER_PLACES];
    struct pack_place place;
};

#endif
