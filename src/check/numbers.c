// SPDX-License-Identifier: MIT
// Has everything that can be answered, and every outcome, its number in codes.yaml? See parts.h.
#include "check/parts.h"

static bool listed(const int32_t *of, int32_t n, int32_t index)
{
    for (int32_t i = 0; i < n; i++)
        if (of[i] == index)
            return true;
    return false;
}

static const struct code_row *row_of(const struct pack *pack, int32_t question)
{
    for (int32_t r = 0; r < pack->codes.n_rows; r++)
        if (pack->codes.rows[r].question == question)
            return &pack->codes.rows[r];
    return NULL;
}

static void check_question(struct check_report *report, const struct pack *pack, int32_t question)
{
    const struct question *q = &pack->questions[question];
    const struct code_row *row = row_of(pack, question);
    if (!row) {
        check_add(report, "no-number", check_place(report, pack, q->place),
                  "the question \"%s\" has no number in codes.yaml; append it to the list", q->id);
        return;
    }
    for (int32_t i = 0; i < q->n_choices; i++)
        if (!q->choices[i].counts_as_unknown && !listed(row->choice_of, row->n_choices, i))
            check_add(report, "no-number", check_place(report, pack, q->choices[i].place),
                      "the choice \"%s\" has no number in codes.yaml; append it to those of \"%s\"",
                      q->choices[i].id, q->id);
}

void numbers_check(struct check_report *report, const struct pack *pack)
{
    if (!pack->codes.n_rows)
        return; // a pack may do without codes
    for (int32_t q = 0; q < pack->n_questions; q++)
        check_question(report, pack, q);
    for (int32_t o = 0; o < pack->n_outcomes; o++)
        if (!listed(pack->codes.outcome_of, pack->codes.n_outcomes, o))
            check_add(report, "no-number", check_place(report, pack, pack->outcomes[o].place),
                      "the outcome \"%s\" has no number in codes.yaml; append it to the list",
                      pack->outcomes[o].id);
}
