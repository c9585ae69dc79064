// SPDX-License-Identifier: MIT
// Makes lines for `tanu assess`: always the same ones for the same pack, kind, count and seed.
//
//     makelines PACK full|dozen COUNT [SEED [DESTINATIONS]]
//     makelines PACK countries COUNT         code, tab and English name of each country instead
//
// full: every question that applies is answered, one after the other in pack order, each with a
// value drawn evenly from what is allowed. dozen: twelve of those answers, the destination and the
// awarding country always among them; the rest is left open. Destinations are those that have a
// file in the pack; with DESTINATIONS, the first so many of them.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "engine/engine.h"
#include "pack/read/load.h"
#include "tongue/country.h"

enum { DOZEN = 12, AS_OF = 20261101 };

static uint64_t state;
static int32_t n_destinations; // to draw from

// splitmix64
static uint64_t draw(uint64_t below)
{
    uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (z ^ (z >> 31)) % below;
}

static int64_t bound_of(const struct bound *bound, int64_t otherwise)
{
    return bound->kind == BOUND_CONSTANT ? bound->value : otherwise;
}

static int64_t draw_number(const struct question *q)
{
    int64_t low = bound_of(&q->min, 0), high = bound_of(&q->max, low + 100 * NUMBER_SCALE);
    return low + (int64_t)draw((uint64_t)((high - low) / NUMBER_SCALE) + 1) * NUMBER_SCALE;
}

static int64_t draw_value(const struct pack *pack, int32_t question)
{
    const struct question *q = &pack->questions[question];
    switch (q->type) {
    case Q_ONE:
        return (int64_t)draw((uint64_t)q->n_choices);
    case Q_MANY:
        return (int64_t)draw((uint64_t)1 << q->n_choices);
    case Q_COUNTRY:
        if (question == pack->q_destination)
            return pack->destinations[draw((uint64_t)n_destinations)].country;
        return (int64_t)draw((uint64_t)(pack->n_countries + q->n_choices));
    case Q_YEAR:
        return (int64_t)(1990 + draw(36)) * NUMBER_SCALE;
    case Q_MONTH:
        return (int64_t)(2005 + draw(20)) * 10000 + (int64_t)(1 + draw(12)) * 100;
    case Q_DATE:
        return (int64_t)(2005 + draw(20)) * 10000 + (int64_t)(1 + draw(12)) * 100 + 1;
    case Q_INTEGER:
    case Q_NUMBER:
        return draw_number(q);
    case Q_TEXT:
        break;
    }
    return 1;
}

static void answer_all(struct engine *engine, const struct pack *pack, struct answers *answers)
{
    for (int32_t q = 0; q < pack->n_questions; q++) {
        struct answer *a = &answers->of[q];
        if (flow_applies(engine, answers, q) != TRUTH_YES)
            continue;
        for (int tries = 0; tries < 20 && a->state != ANSWER_GIVEN; tries++) {
            int64_t value = draw_value(pack, q);
            bool open = pack->questions[q].type == Q_ONE &&
                        pack->questions[q].choices[value].counts_as_unknown;
            if (!open && answer_valid(pack, q, value, AS_OF))
                *a = (struct answer){.state = ANSWER_GIVEN, .value = value};
        }
    }
}

// Takes answers away until a dozen are left.
static void thin_out(const struct pack *pack, struct answers *answers)
{
    int32_t given[PACK_MAX_QUESTIONS], n = 0;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (answers->of[q].state == ANSWER_GIVEN && q != pack->q_destination &&
            q != pack->q_award_country)
            given[n++] = q;
    while (n > DOZEN - 2) {
        int32_t i = (int32_t)draw((uint64_t)n);
        answers->of[given[i]] = (struct answer){.state = ANSWER_ABSENT};
        given[i] = given[--n];
    }
}

static void write_line(struct text *out, const struct pack *pack, const struct answers *answers,
                       long number)
{
    text_printf(out, "{\"id\":%ld", number);
    for (int32_t q = 0; q < pack->n_questions; q++) {
        const struct answer *a = &answers->of[q];
        if (a->state != ANSWER_GIVEN)
            continue;
        text_printf(out, ",\"%s\":", pack->questions[q].id);
        if (pack->questions[q].type == Q_TEXT)
            text_printf(out, "\"State University No. %d\"", (int)draw(500));
        else
            answer_json(out, pack, q, a);
    }
    text_add(out, "}\n");
}

static void write_countries(const struct pack *pack)
{
    for (int32_t c = 0; c < pack->n_countries; c++)
        printf("%s\t%s\n", pack->countries[c], country_english(pack->countries[c]));
}

int main(int argc, char **argv)
{
    bool countries = argc > 2 && !strcmp(argv[2], "countries");
    if (argc < 4 || (!countries && strcmp(argv[2], "full") && strcmp(argv[2], "dozen"))) {
        fputs("usage: makelines PACK full|dozen|countries COUNT [SEED [DESTINATIONS]]\n", stderr);
        return 64;
    }
    struct diags diags;
    diags_init(&diags);
    const struct pack *pack = pack_load(argv[1], 0, &diags);
    struct engine *engine = pack ? engine_new(pack, AS_OF) : NULL;
    if (!engine)
        return 66;
    struct text out = TEXT_INIT;
    state = argc > 4 ? strtoull(argv[4], NULL, 10) : 1;
    n_destinations = argc > 5 ? atoi(argv[5]) : pack->n_destinations;
    if (n_destinations < 1 || n_destinations > pack->n_destinations)
        n_destinations = pack->n_destinations;
    if (countries)
        write_countries(pack);
    for (long i = 1, n = countries ? 0 : atol(argv[3]); i <= n; i++) {
        static const struct answers none;
        struct answers answers = none;
        answer_all(engine, pack, &answers);
        if (argv[2][0] == 'd')
            thin_out(pack, &answers);
        write_line(&out, pack, &answers, i);
        if (out.len > 60000 || i == n) {
            fwrite(out.bytes, 1, out.len, stdout);
            text_clear(&out);
        }
    }
    text_release(&out);
    engine_free(engine);
    pack_free(pack);
    diags_release(&diags);
    return ferror(stdout) || fflush(stdout) ? 74 : 0;
}
