// SPDX-License-Identifier: MIT
// Which instruments stand between the two countries, and whether each applies to this case.
#include "engine/core.h"

// An answer as far as it is known to count.
struct known_answer {
    enum truth known; // yes: `value` holds; no: the question does not apply; unknown: open
    bool assumed;     // `value` is the usual one of an absent question
    int64_t value;
};

static struct known_answer look(struct engine *engine, const struct law *law,
                                const struct answers *answers, int32_t question)
{
    struct known_answer a = {TRUTH_UNKNOWN, false, 0};
    if (question < 0 || answers->of[question].state != ANSWER_GIVEN)
        return a;
    a.known = walk_truth(engine, law, engine->given, law->roots.relevant[question]);
    a.value = answers->of[question].value;
    return a;
}

// Of purpose, level and profession, as the position does: where the question is absent, its usual
// value.
static struct known_answer look_or_assume(struct engine *engine, const struct law *law,
                                          const struct answers *answers, int32_t question)
{
    struct known_answer a = look(engine, law, answers, question);
    if (question < 0 || !answer_usual(engine->atlas->pack, answers, question, &a.value))
        return a;
    a.known = walk_truth(engine, law, engine->usual, law->roots.relevant[question]);
    a.assumed = true;
    return a;
}

static enum truth choice_covered(struct known_answer a, uint64_t choices, int32_t question)
{
    if (question < 0 || !choices)
        return TRUTH_YES;
    if (a.known != TRUTH_YES)
        return a.known;
    return choices >> a.value & 1 ? TRUTH_YES : TRUTH_NO;
}

// A profession that is not asked about here is none that the instrument leaves out.
static enum truth left_out(struct known_answer a, uint64_t choices)
{
    if (!choices || a.known != TRUTH_YES)
        return choices ? a.known : TRUTH_NO;
    return choices >> a.value & 1 ? TRUTH_YES : TRUTH_NO;
}

static enum truth bound(struct engine *engine, struct known_answer a, int32_t instrument)
{
    return a.known == TRUTH_YES ? atlas_party(engine->atlas, instrument, a.value) : a.known;
}

// What the instrument asks of the other answers; absent ones count as usual, as for the position,
// unless `assumed` is NULL.
static enum truth asked_for(struct engine *engine, const struct law *law,
                            const struct answers *answers, int32_t instrument,
                            struct question_set *assumed)
{
    dd when = law->roots.covers[instrument];
    enum truth truth = walk_truth(engine, law, engine->given, when);
    if (truth != TRUTH_UNKNOWN || !assumed)
        return truth;
    uint32_t usual = walk_reach(engine, law, engine->usual, when);
    if (!engine_single(usual))
        return TRUTH_UNKNOWN;
    *assumed = question_set_or(*assumed, position_usual_needed(engine, law, answers, when, usual));
    return usual >> DD_YES & 1 ? TRUTH_YES : TRUTH_NO;
}

// What the answers say, as far as it counts, of what instruments name.
struct case_of {
    struct known_answer destination, award, purpose, level, work;
};

// By purpose, level and profession.
static enum truth named(const struct pack *pack, const struct case_of *c,
                        const struct instrument *instrument)
{
    enum truth out = left_out(c->work, instrument->left_out);
    enum truth in = truth_and(choice_covered(c->purpose, instrument->purposes, pack->q_purpose),
                              choice_covered(c->level, instrument->levels, pack->q_level));
    return truth_and(in, truth_not(out));
}

static void assume_named(const struct pack *pack, const struct case_of *c,
                         const struct instrument *instrument, struct question_set *assumed)
{
    if (c->purpose.assumed && instrument->purposes)
        question_set_add(assumed, pack->q_purpose);
    if (c->level.assumed && instrument->levels)
        question_set_add(assumed, pack->q_level);
    if (c->work.assumed && c->work.known == TRUTH_YES && instrument->left_out)
        question_set_add(assumed, pack->q_profession);
}

static enum applies_why why_open(const struct case_of *c, enum truth there, enum truth here,
                                 enum truth named, enum truth asked)
{
    bool known = c->destination.known != TRUTH_UNKNOWN && c->award.known != TRUTH_UNKNOWN;
    return !known                   ? WHY_COUNTRY_UNKNOWN
           : there == TRUTH_UNKNOWN ? WHY_DESTINATION_OPEN
           : here == TRUTH_UNKNOWN  ? WHY_AWARD_OPEN
           : named == TRUTH_UNKNOWN ? WHY_COVER_UNKNOWN
           : asked == TRUTH_UNKNOWN ? WHY_LEFT_OUT_UNKNOWN
                                    : WHY_BOTH_BOUND;
}

// What it covers counts only where both States may be bound, what it asks only where it covers the
// case by name: else nothing of the answers is looked at, and no usual value is taken for it.
static void judge(struct engine *engine, const struct law *law, const struct answers *answers,
                  const struct case_of *c, struct link *link, struct question_set *assumed)
{
    const struct pack *pack = engine->atlas->pack;
    const struct instrument *instrument = &pack->instruments[link->instrument];
    enum truth there = bound(engine, c->destination, link->instrument);
    enum truth here = bound(engine, c->award, link->instrument);
    link->applies = TRUTH_NO;
    if (there == TRUTH_NO || here == TRUTH_NO) {
        link->why = there == here       ? WHY_NEITHER_IN_FORCE
                    : there == TRUTH_NO ? WHY_DESTINATION_NOT_PARTY
                                        : WHY_AWARD_NOT_PARTY;
        return;
    }
    enum truth by_name = named(pack, c, instrument), asked = TRUTH_NO;
    assume_named(pack, c, instrument, assumed);
    // While a country is open so is the link: nothing needs to be assumed for it.
    bool countries = c->destination.known == TRUTH_YES && c->award.known == TRUTH_YES;
    if (by_name != TRUTH_NO)
        asked = asked_for(engine, law, answers, link->instrument, countries ? assumed : NULL);
    link->why = by_name == TRUTH_NO ? WHY_NOT_COVERED : WHY_LEFT_OUT;
    if (asked == TRUTH_NO)
        return;
    link->applies = truth_and(truth_and(there, here), truth_and(by_name, asked));
    link->why = why_open(c, there, here, by_name, asked);
}

static struct instrument_set records(struct engine *engine, struct known_answer a)
{
    bool state = a.known == TRUTH_YES && a.value < engine->atlas->pack->n_countries;
    return state ? engine->atlas->record[a.value] : (struct instrument_set){{0}};
}

void assess_links(struct engine *engine, const struct answers *answers, const struct law *law,
                  struct assessment *out)
{
    const struct pack *pack = engine->atlas->pack;
    const struct case_of c = {look(engine, law, answers, pack->q_destination),
                              look(engine, law, answers, pack->q_award_country),
                              look_or_assume(engine, law, answers, pack->q_purpose),
                              look_or_assume(engine, law, answers, pack->q_level),
                              look_or_assume(engine, law, answers, pack->q_profession)};
    bool home = c.destination.known == TRUTH_YES && c.award.known == TRUTH_YES &&
                c.destination.value == c.award.value;
    struct instrument_set listed =
        instrument_set_or(records(engine, c.destination), records(engine, c.award));
    out->n_links = 0;
    for (int32_t i = instrument_set_next(&listed, 0); i >= 0;
         i = instrument_set_next(&listed, i + 1)) {
        struct link *link = &out->links[out->n_links++];
        *link = (struct link){i, TRUTH_NO, WHY_HOME_AWARD};
        if (!instrument_set_has(&engine->atlas->in_force, i))
            link->why = WHY_NOT_IN_FORCE;
        else if (!home) // no instrument links a State with itself
            judge(engine, law, answers, &c, link, &out->assumed);
    }
}
