// SPDX-License-Identifier: MIT
//
// The steps as a calendar (RFC 5545): one all-day event a step, in their order, with an alarm the
// day before. A step whose length is known lasts that long; another is a reminder and says so. The
// same case gives the same UIDs, so that a second import updates.
#ifndef TANU_PAPER_ICS_H
#define TANU_PAPER_ICS_H

#include "base/date.h"
#include "base/text.h"
#include "view/builders.h"

// Appends a whole calendar. `start`, `deadline` as in view/plan.h. `name`: of the case, or "".
void ics_calendar(struct text *out, const struct ground *g, date start, date deadline,
                  const char *name);

// Appends a calendar of a few days, each with what is said of it and more words or "". `id` makes
// an event the same again, with the case's name.
struct ics_day {
    const char *id;
    date day;
    const char *says, *more;
};
void ics_days(struct text *out, const struct ground *g, const struct ics_day *days, int n,
              const char *name);

// Appends the next step alone, short enough for a picture that a phone reads: its day, its first
// sentence, its office. False: there is none.
bool ics_next_step(struct text *out, const struct ground *g, date start, date deadline,
                   const char *name);

#endif
