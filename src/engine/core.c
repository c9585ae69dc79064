// SPDX-License-Identifier: MIT
#include "engine/core.h"
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"

// Rooms start small and grow with the first law (make_room).
static struct engine *engine_on(struct laws *laws)
{
    struct engine *engine = xcalloc(1, sizeof *engine);
    engine->laws = laws;
    engine->atlas = laws_atlas(laws);
    diagram_init(&engine->workshop);
    size_t findings = (size_t)engine->atlas->pack->n_findings + 1;
    engine->named_by_finding = xcalloc(findings, sizeof *engine->named_by_finding);
    engine->finding_known = xcalloc(BITS_WORDS(findings), sizeof *engine->finding_known);
    return engine;
}

struct engine *engine_new(const struct pack *pack, int32_t as_of)
{
    return engine_on(laws_new(pack, as_of, false));
}

struct engine *engine_new_brief(const struct pack *pack, int32_t as_of)
{
    return engine_on(laws_new(pack, as_of, true));
}

struct engine *engine_beside(struct engine *other)
{
    return engine_on(laws_join(other->laws));
}

static void release_reached(struct reached *reached)
{
    free(reached->sets);
    free(reached->stamps);
}

void engine_trim(struct engine *engine)
{
    diagram_trim(&engine->workshop);
}

void engine_free(struct engine *engine)
{
    if (!engine)
        return;
    free(engine->stamps);
    free(engine->stack);
    free(engine->copied);
    free(engine->copied_in);
    free(engine->given);
    free(engine->usual);
    free(engine->told);
    free(engine->trial);
    free(engine->hits);
    free(engine->shown);
    free(engine->named_by_finding);
    free(engine->finding_known);
    free(engine->of_given);
    free(engine->of_usual);
    free(engine->above);
    release_reached(&engine->from_given);
    release_reached(&engine->from_usual);
    diagram_release(&engine->workshop);
    laws_leave(engine->laws);
    free(engine);
}

// ---- laws -------------------------------------------------------------------------------------

static void renew_reached(struct reached *reached, uint32_t room)
{
    release_reached(reached);
    reached->sets = xcalloc(room, sizeof *reached->sets);
    reached->stamps = xcalloc(room, sizeof *reached->stamps);
    reached->stamp = 1;
}

static void make_room(struct engine *engine, const struct law *law)
{
    if (law->n_serials > engine->serial_room) {
        uint32_t room = law->n_serials * 2;
        free(engine->stamps);
        free(engine->copied);
        free(engine->copied_in);
        engine->stamps = xcalloc(room, sizeof *engine->stamps);
        engine->copied = xcalloc(room, sizeof *engine->copied);
        engine->copied_in = xcalloc(room, sizeof *engine->copied_in);
        engine->stamp = engine->copy = 0;
        renew_reached(&engine->from_given, room);
        renew_reached(&engine->from_usual, room);
        engine->serial_room = room;
    }
    if (law->n_words > engine->stack_room) {
        engine->stack_room = law->n_words * 2;
        free(engine->stack);
        engine->stack = xcalloc(engine->stack_room, sizeof *engine->stack);
    }
    uint32_t variables = (uint32_t)law->terms->n_variables;
    if (variables > engine->variable_room || !engine->given) {
        uint32_t room = variables + 32;
        engine->given = xrealloc(engine->given, room, sizeof *engine->given);
        engine->usual = xrealloc(engine->usual, room, sizeof *engine->usual);
        engine->told = xrealloc(engine->told, room, sizeof *engine->told);
        engine->trial = xrealloc(engine->trial, room, sizeof *engine->trial);
        engine->variable_room = room;
    }
    if (law->terms->widest > engine->class_room) {
        engine->class_room = law->terms->widest + 32;
        engine->of_given = xrealloc(engine->of_given, engine->class_room, sizeof *engine->of_given);
        engine->of_usual = xrealloc(engine->of_usual, engine->class_room, sizeof *engine->of_usual);
    }
    if (law->terms->most_items >= engine->hit_room) {
        engine->hit_room = law->terms->most_items + 64;
        engine->hits = xrealloc(engine->hits, engine->hit_room, sizeof *engine->hits);
        engine->shown =
            xrealloc(engine->shown, BITS_WORDS(engine->hit_room), sizeof *engine->shown);
    }
}

const struct law *engine_law(struct engine *engine, int32_t country)
{
    const struct law *law = laws_get(engine->laws, country, &engine->workshop);
    make_room(engine, law); // another engine may have compiled it
    if (law->trouble.id && !engine->trouble)
        engine->trouble = &law->trouble;
    return law;
}

void engine_prepare(struct engine *engine, int32_t country)
{
    laws_get(engine->laws, country, &engine->workshop);
}

const struct law *engine_destination_law(struct engine *engine, int32_t d)
{
    return engine_law(engine, d < 0 ? LAW_NO_FILE : engine->atlas->pack->destinations[d].country);
}

int32_t engine_destination(const struct engine *engine, const struct answers *answers)
{
    const struct pack *pack = engine->atlas->pack;
    if (pack->q_destination < 0 || answers->of[pack->q_destination].state != ANSWER_GIVEN)
        return LAW_UNKNOWN;
    int64_t value = answers->of[pack->q_destination].value;
    return value < pack->n_countries ? (int32_t)value : LAW_NO_FILE;
}

const struct law_trouble *engine_trouble(const struct engine *engine)
{
    return engine->trouble;
}

void engine_trouble_text(struct text *out, const struct pack *pack,
                         const struct law_trouble *trouble)
{
    text_printf(out,
                "%s:%u: with the %s \"%s\" the rules become too many to be followed; split it into "
                "parts that can hold one without the other",
                pack->files[trouble->place.file], (unsigned)trouble->place.line, trouble->word,
                trouble->id);
}

// ---- settings ---------------------------------------------------------------------------------

void setting_value(const struct law_terms *terms, int32_t question, int64_t value, int16_t *setting)
{
    const struct domain *domain = &terms->domains[question];
    if (domain->variable == NONE)
        return;
    if (domain->boxes) {
        for (int32_t i = 0; i < domain->n_variables; i++)
            setting[domain->variables[i]] = (int16_t)(value >> i & 1);
        return;
    }
    setting[domain->variable] = (int16_t)law_class(terms, question, value);
}

void setting_answer(const struct law_terms *terms, int32_t question, const struct answer *answer,
                    int16_t *setting)
{
    const struct domain *domain = &terms->domains[question];
    if (!answer_is_band(answer) || domain->variable == NONE) {
        setting_value(terms, question, answer->value, setting);
        return;
    }
    int32_t first = law_class(terms, question, answer->value),
            last = law_class(terms, question, answer->last);
    setting[domain->variable] = last > first ? band_make(first, last) : (int16_t)first;
}

void setting_open(const struct law_terms *terms, int32_t question, int16_t *setting)
{
    const struct domain *domain = &terms->domains[question];
    for (int32_t i = 0; i < domain->n_variables; i++)
        setting[domain->variables[i]] = OPEN;
    if (domain->known != NONE)
        setting[domain->known] = OPEN;
}

// As far as another answer leaves it open: a band.
static void bound(const struct law_terms *terms, const struct answers *answers, int32_t question,
                  int16_t *setting)
{
    const struct domain *domain = &terms->domains[question];
    int32_t n = domain->n_classes;
    int64_t low, high;
    if (domain->variable == NONE || n > LAW_MAX_BAND ||
        !answer_left(terms->atlas->pack, answers, question, &low, &high))
        return;
    int32_t first = low > domain->low[0] ? law_class(terms, question, low) : 0,
            last = high < domain->high[n - 1] ? law_class(terms, question, high) : n - 1;
    if (first >= 0 && last >= 0 && last - first < n - 1)
        setting[domain->variable] = last > first ? band_make(first, last) : (int16_t)first;
}

void setting_left(const struct law_terms *terms, const struct answers *answers, int32_t question,
                  int16_t *setting)
{
    setting_open(terms, question, setting);
    bound(terms, answers, question, setting);
}

void setting_nothing(const struct law_terms *terms, int16_t *setting)
{
    memset(setting, 0xff, (size_t)terms->n_variables * sizeof *setting);
}

void setting_add(const struct law_terms *terms, int32_t question, const struct answer *answer,
                 int16_t *setting)
{
    const struct domain *domain = &terms->domains[question];
    bool given = answer->state == ANSWER_GIVEN;
    if (given && domain->variable != NONE)
        setting_answer(terms, question, answer, setting);
    if (domain->known != NONE)
        setting[domain->known] = given;
}

void setting_answers(const struct law_terms *terms, const struct answers *answers, int16_t *setting)
{
    setting_nothing(terms, setting);
    for (int32_t q = 0; q < terms->atlas->pack->n_questions; q++) {
        setting_add(terms, q, &answers->of[q], setting);
        if (answers->of[q].state != ANSWER_GIVEN)
            bound(terms, answers, q, setting);
    }
}

void setting_usual(const struct law_terms *terms, const struct answers *answers,
                   const struct question_set *questions, int16_t *setting)
{
    const struct pack *pack = terms->atlas->pack;
    int64_t usual;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (answers->of[q].state == ANSWER_ABSENT && terms->domains[q].variable != NONE &&
            (!questions || question_set_has(questions, q)) &&
            answer_usual(pack, answers, q, &usual))
            setting_value(terms, q, usual, setting);
}

uint32_t engine_individual(const struct pack *pack)
{
    return pack->outcome_individual >= 0 ? (uint32_t)1 << pack->outcome_individual : 0;
}

uint32_t engine_outcomes(const struct pack *pack, uint32_t terminals)
{
    uint32_t beyond = (uint32_t)1 << DD_GAP | (uint32_t)1 << DD_NULL;
    uint32_t gap = terminals & (uint32_t)1 << DD_GAP;
    return (terminals & ~beyond) | (gap ? engine_individual(pack) : 0);
}

uint32_t engine_terminals(const struct pack *pack, uint32_t outcomes)
{
    uint32_t individual = engine_individual(pack);
    uint32_t gap = individual & ~outcomes ? 0 : (uint32_t)1 << DD_GAP;
    return outcomes | gap | (uint32_t)1 << DD_NULL;
}
