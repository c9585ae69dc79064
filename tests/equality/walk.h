// SPDX-License-Identifier: MIT
// One person's way through the questions, as each door wants it: keys for the wizard and for the
// script of a real screen, lines for line mode, JSON for `tanu assess`.
#ifndef TANU_TESTS_WALK_H
#define TANU_TESTS_WALK_H

#include "base/text.h"
#include "wizard/wizard.h"

struct walk {
    struct wizard *w;
    struct text script; // commands for screentest
    struct text lines;  // what is typed in line mode
    struct text page;   // the page on which the newest answer was taken
    input keys[4096];   // what was pressed
    int n_keys;
    bool broken; // something did not go as it should; said on stderr
};

// Answers the question the wizard stands at, as a person would; then checks that BACK shows the
// page again and that Enter there takes the same answer.
void walk_answer(struct walk *walk, const struct answer *answer);
// The same keys in another wizard.
void walk_replay(const struct walk *walk, struct wizard *other);
// The answers that count, as one JSON object without a newline.
void walk_json(struct text *out, const struct session *s);
// The page's title and rows, to be compared; not what is focused, marked or typed, nor the
// progress, which knows more after an answer.
void walk_page_words(struct text *out, const struct page *page);

#endif
