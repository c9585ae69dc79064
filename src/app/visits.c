// SPDX-License-Identifier: MIT
// See visits.h.
#include "app/visits.h"

#include <stddef.h>

static const struct {
    int64_t below; // seconds
    const char *name;
} durations[] = {{60, "under_1_min"},
                 {180, "1_to_3_min"},
                 {360, "3_to_6_min"},
                 {900, "6_to_15_min"},
                 {INT64_MAX, "over_15_min"}};

const char *visits_duration(int64_t seconds)
{
    size_t i = 0;
    while (seconds >= durations[i].below)
        i++;
    return durations[i].name;
}

static void add(struct text *out, const char *key, const char *value)
{
    text_printf(out, ",\"%s\":", key);
    if (value)
        text_json(out, value);
    else
        text_add(out, "null");
}

// The id of a choice, or the code of a country; NULL where the question was not answered so.
static const char *chosen(const struct pack *pack, const struct session *s, int32_t question)
{
    if (question == NONE || s->current.of[question].state != ANSWER_GIVEN)
        return NULL;
    const struct question *q = &pack->questions[question];
    int64_t value = s->current.of[question].value;
    if (q->type == Q_ONE && value >= 0 && value < q->n_choices)
        return q->choices[value].id;
    if (q->type == Q_COUNTRY && value >= 0 && value < pack->n_countries)
        return pack->countries[value];
    return NULL;
}

void visits_line(struct text *out, struct wizard *w, const struct policy *policy, int64_t seconds,
                 const char *hour)
{
    const struct session *s = wizard_session(w);
    const struct pack *pack = s->pack;
    if (!s->n_path)
        return;
    bool whole = s->next == NONE;
    const struct assessment *a = whole ? wizard_assessment(w) : NULL;
    text_add(out, "{\"visit\":1");
    add(out, "hour", hour);
    add(out, "language", wizard_i18n(w)->lang);
    add(out, "purpose", chosen(pack, s, pack->q_purpose));
    add(out, "outcome", a && a->outcome != NONE ? pack->outcomes[a->outcome].id : NULL);
    add(out, "duration", visits_duration(seconds));
    add(out, "left_at", whole ? NULL : pack->questions[s->next].id);
    if (policy->count_countries) {
        add(out, "award_country", chosen(pack, s, pack->q_award_country));
        add(out, "destination", chosen(pack, s, pack->q_destination));
    }
    text_add(out, "}\n");
}
