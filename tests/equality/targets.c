// SPDX-License-Identifier: MIT
#include "targets.h"
#include <stdio.h>
#include <string.h>
#include "pack/kind.h"

static const char *const languages[] = {"en", "kk", "ru"};

static uint32_t rnd(struct test *t, uint32_t below)
{
    t->seed = t->seed * 6364136223846793005u + 1442695040888963407u;
    return below ? (uint32_t)(t->seed >> 33) % below : 0;
}

static struct target *new_target(struct test *t, const char *name, int32_t as_of)
{
    struct target *target = &t->targets[t->n_targets];
    snprintf(target->name, sizeof target->name, "%s", name);
    target->as_of = as_of;
    target->language = languages[t->n_targets % 3];
    t->n_targets++;
    return target;
}

void target_add_case(struct test *t, const struct worked_case *c)
{
    struct target *target = new_target(t, c->id, c->as_of ? c->as_of : 20261101);
    for (int32_t i = 0; i < c->n_answers; i++) {
        const struct case_answer *a = &c->answers[i];
        target->answers.of[a->question] =
            (struct answer){.state = a->unknown ? ANSWER_UNKNOWN : ANSWER_GIVEN,
                            .value = a->value,
                            .text = a->text,
                            .text_length = a->text ? (int32_t)strlen(a->text) : 0};
    }
}

void target_add_random(struct test *t, int number)
{
    char name[32];
    snprintf(name, sizeof name, "random %d", number);
    new_target(t, name, number % 4 ? 20261101 : 20230401)->random = true;
}

static int64_t random_value(struct test *t, const struct question *q)
{
    switch (q->type) {
    case Q_ONE:
        return rnd(t, (uint32_t)q->n_choices);
    case Q_MANY:
        return rnd(t, 1u << q->n_choices);
    case Q_COUNTRY: // often one that the pack knows
        if (rnd(t, 2))
            return t->pack->destinations[rnd(t, (uint32_t)t->pack->n_destinations)].country;
        return rnd(t, (uint32_t)(t->pack->n_countries + q->n_choices));
    case Q_YEAR:
        return (int64_t)(1970 + rnd(t, 57)) * NUMBER_SCALE;
    case Q_INTEGER:
        return (int64_t)rnd(t, 900) * NUMBER_SCALE;
    case Q_NUMBER:
        return (int64_t)rnd(t, rnd(t, 2) ? 18 : 800) * (NUMBER_SCALE / 2);
    case Q_MONTH:
        return (int64_t)(2010 + rnd(t, 17)) * 10000 + (1 + rnd(t, 12)) * 100;
    case Q_DATE:
        return (int64_t)(2010 + rnd(t, 17)) * 10000 + (1 + rnd(t, 12)) * 100 + 1 + rnd(t, 28);
    case Q_TEXT:
        break;
    }
    return 1;
}

static struct answer random_answer(struct test *t, int32_t question, int32_t as_of)
{
    static const char words[] = "State University 7";
    const struct question *q = &t->pack->questions[question];
    struct answer a = {.state = ANSWER_UNKNOWN};
    if (q->unknown_allowed && !rnd(t, 6))
        return a;
    a = (struct answer){.state = ANSWER_GIVEN, .value = 1};
    if (q->type == Q_TEXT) {
        a.text = words;
        a.text_length = sizeof words - 1;
        return a;
    }
    do
        a.value = random_value(t, q);
    while (!answer_valid(t->pack, question, a.value, as_of) ||
           (q->type == Q_ONE && q->choices[a.value].counts_as_unknown));
    return a;
}

struct answer target_wants(struct test *t, const struct target *target, int32_t question)
{
    struct answer a = target->answers.of[question];
    const struct question *q = &t->pack->questions[question];
    if (target->random || (a.state != ANSWER_GIVEN && !q->unknown_allowed))
        return random_answer(t, question, target->as_of);
    if (a.state == ANSWER_ABSENT ||
        (q->type == Q_ONE && a.state == ANSWER_GIVEN && q->choices[a.value].counts_as_unknown))
        a = (struct answer){.state = ANSWER_UNKNOWN};
    return a;
}
