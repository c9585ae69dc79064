// SPDX-License-Identifier: MIT
//
// What a phone takes along without a network: the short form of a result, cut into texts that are
// each read alone, "1/3 …". What matters most comes first: the answer, the first step with its
// office, the code that brings the case back; then the rest as far as there is room.
#ifndef TANU_CASE_POCKET_H
#define TANU_CASE_POCKET_H

#include "view/builders.h"

enum { POCKET_MOST = 6 };

struct pocket {
    const char *part[POCKET_MOST]; // in the arena of the ground
    int n;
};

// The code of what the ground answers, with nothing left out; "" where the pack makes none.
const char *pocket_code(const struct ground *g);
// The code of each diploma of the ground; "" where the pack makes none.
void pocket_codes(const struct ground *g, const char *codes[SEVERAL_MOST]);

// `room`: bytes of one part, at least 50. The ground has an assessment.
void pocket_fill(struct pocket *pocket, const struct ground *g, size_t room);

#endif
