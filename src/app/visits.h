// SPDX-License-Identifier: MIT
//
// One line of JSON a finished visit: counts, not people. Nothing that a person typed, no time finer
// than an hour, countries only where the policy says so.
#ifndef TANU_APP_VISITS_H
#define TANU_APP_VISITS_H

#include <stdint.h>

#include "base/text.h"
#include "wizard/policy.h"
#include "wizard/wizard.h"

// How long a visit took, in classes; a row each.
const char *visits_duration(int64_t seconds);

// Appends the line with its newline; nothing where nothing was answered. `hour`: "2026-11-28T14".
void visits_line(struct text *out, struct wizard *w, const struct policy *policy, int64_t seconds,
                 const char *hour);

#endif
