// SPDX-License-Identifier: MIT
// The answers of a worked case as `tanu assess` takes them; see answers_json.h.
#include "engine/answers_json.h"

#include "base/date.h"

static void add_case_value(struct text *out, const struct pack *pack, const struct case_answer *a)
{
    const struct question *q = &pack->questions[a->question];
    const char *comma = "";
    char day[DATE_TEXT];
    if (a->unknown) {
        text_add(out, "\"unknown\"");
    } else if (q->type == Q_ONE) {
        text_json(out, q->choices[a->value].id);
    } else if (q->type == Q_COUNTRY) {
        bool extra = a->value >= pack->n_countries;
        text_json(out,
                  extra ? q->choices[a->value - pack->n_countries].id : pack->countries[a->value]);
    } else if (q->type == Q_MANY) {
        text_add(out, "[");
        for (int32_t i = 0; i < q->n_choices; i++)
            if (a->value >> i & 1) {
                text_add(out, comma);
                text_json(out, q->choices[i].id);
                comma = ",";
            }
        text_add(out, "]");
    } else if (q->type == Q_TEXT) {
        text_json(out, a->text ? a->text : "");
    } else if (q->type == Q_MONTH) {
        text_json(out, date_format_month(day, (date)a->value + 1));
    } else if (q->type == Q_DATE) {
        text_json(out, date_format(day, (date)a->value));
    } else {
        text_number(out, (double)a->value / (double)NUMBER_SCALE);
    }
}

void case_json(struct text *out, const struct pack *pack, const struct worked_case *c)
{
    text_add(out, "{");
    for (int32_t i = 0; i < c->n_answers; i++) {
        text_add(out, i ? "," : "");
        text_json(out, pack->questions[c->answers[i].question].id);
        text_add(out, ":");
        add_case_value(out, pack, &c->answers[i]);
    }
    text_add(out, "}");
}
