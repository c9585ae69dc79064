// SPDX-License-Identifier: MIT
//
// Letters to the office that decides (pack/letter.h), built only from what the assessment holds:
// an argument stands where its right is in the assessment and its instrument applies, so that it
// binds both countries. What tanu does not know stands as a blank.
#ifndef TANU_VIEW_LETTER_H
#define TANU_VIEW_LETTER_H

#include "view/builders.h"

// The letters that fit, in the order of the pack: fills `letters` (room for PACK_MAX_LETTERS) and
// returns how many. The ground has a full assessment.
int letters_fitting(const struct ground *g, const struct letter **letters);
// One of them on paper; behind it a sheet for the person.
struct page *page_letter(const struct ground *g, const struct letter *letter);
// That there is none, and what to do instead.
const char *letter_none_words(void);

#endif
