// SPDX-License-Identifier: MIT
//
// When each step can begin and how long it lasts: what calendars and the timeline show. A pure
// function of the assessment and of a day.
//
// Steps of one `order` run side by side; the next order begins when the longest of them is over.
// Only a time limit that the pack says as a number has a length; nobody knows how long the others
// take, so each of them stands for one day and is marked, and no date that follows it is a promise.
#ifndef TANU_VIEW_PLAN_H
#define TANU_VIEW_PLAN_H

#include "base/date.h"
#include "view/builders.h"

struct plan_step {
    int32_t step;            // index into pack->steps
    const struct fact *time; // the time limit it goes by, or NULL
    date start, end;         // the first day, and the first day after it
    int32_t from;            // days from the start of the plan to that of the step
    int32_t days;            // from start to end; 1 where not known
    bool known;
    bool critical; // the longest of those beside it: a delay here delays all that follows
};

struct plan {
    struct plan_step *steps; // in the order of the assessment, in the arena of the ground
    int32_t n;
    date start, end, deadline; // deadline DATE_NONE: counted forwards from start
    int32_t days;              // in all
    bool whole;                // every length is known
    bool late; // counted backwards, the first step should have begun before the day of the
               // assessment
};

// Forwards from `start` (DATE_NONE: the day of the assessment), or with a `deadline` backwards so
// that everything is over on that day.
void plan_make(struct plan *plan, const struct ground *g, date start, date deadline);

// Calendar days of a time limit: five working days are seven days (holidays are not counted), a
// month is 30.
int32_t plan_days(const struct fact *time);

#endif
