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

// What the instrument asks of the other answers; absent ones count as usual, as for the position.
static enum truth asked_for(struct engine *engine, const struct law *law,
                            const struct answers *answers, int32_t instrument,
                            struct question_set *assumed)
{
    dd when = law->roots.covers[instrument];
    enum truth truth = walk_truth(engine, law, engine->given, when);
    if (truth != TRUTH_UNKNOWN)
        return truth;
    uint32_t usual = walk_reach(engine, law, engine->usual, when);
    if (!engine_single(usual))
        return TRUTH_UNKNOWN;
    *assumed = question_set_or(*assumed, position_usual_needed(engine, law, answers, when, usual));
    return usual >> DD_YES & 1 ? TRUTH_YES : TRUTH_NO;
}

// What an instrument covers: by purpose, level and profession, and by its own condition.
struct cover {
    enum truth named, asked;
};

static void judge(struct link *link, enum truth destination, enum truth award, struct cover cover,
                  bool country_known)
{
    enum truth covered = truth_and(cover.named, cover.asked);
    if (destination == TRUTH_NO || award == TRUTH_NO || covered == TRUTH_NO) {
        link->applies = TRUTH_NO;
        link->why = destination == TRUTH_NO && award == TRUTH_NO ? WHY_NEITHER_IN_FORCE
                    : destination == TRUTH_NO                    ? WHY_DESTINATION_NOT_PARTY
                    : award == TRUTH_NO                          ? WHY_AWARD_NOT_PARTY
                    : cover.named == TRUTH_NO                    ? WHY_NOT_COVERED
                                                                 : WHY_LEFT_OUT;
        return;
    }
    link->applies = truth_and(truth_and(destination, award), covered);
    link->why = !country_known                 ? WHY_COUNTRY_UNKNOWN
                : destination == TRUTH_UNKNOWN ? WHY_DESTINATION_OPEN
                : award == TRUTH_UNKNOWN       ? WHY_AWARD_OPEN
                : cover.named == TRUTH_UNKNOWN ? WHY_COVER_UNKNOWN
                : cover.asked == TRUTH_UNKNOWN ? WHY_LEFT_OUT_UNKNOWN
                                               : WHY_BOTH_BOUND;
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
    struct known_answer destination = look(engine, law, answers, pack->q_destination);
    struct known_answer award = look(engine, law, answers, pack->q_award_country);
    struct known_answer purpose = look_or_assume(engine, law, answers, pack->q_purpose);
    struct known_answer level = look_or_assume(engine, law, answers, pack->q_level);
    struct known_answer work = look_or_assume(engine, law, answers, pack->q_profession);
    bool known = destination.known != TRUTH_UNKNOWN && award.known != TRUTH_UNKNOWN;
    bool home = destination.known == TRUTH_YES && award.known == TRUTH_YES &&
                destination.value == award.value;
    struct instrument_set listed =
        instrument_set_or(records(engine, destination), records(engine, award));
    out->n_links = 0;
    for (int32_t i = instrument_set_next(&listed, 0); i >= 0;
         i = instrument_set_next(&listed, i + 1)) {
        const struct instrument *instrument = &pack->instruments[i];
        struct link *link = &out->links[out->n_links++];
        link->instrument = i;
        if (!instrument_set_has(&engine->atlas->in_force, i)) {
            link->applies = TRUTH_NO;
            link->why = WHY_NOT_IN_FORCE;
            continue;
        }
        if (home) { // no instrument links a State with itself
            link->applies = TRUTH_NO;
            link->why = WHY_HOME_AWARD;
            continue;
        }
        struct question_set assumed = {{0}};
        struct cover cover = {
            truth_and(truth_and(choice_covered(purpose, instrument->purposes, pack->q_purpose),
                                choice_covered(level, instrument->levels, pack->q_level)),
                      truth_not(left_out(work, instrument->left_out))),
            asked_for(engine, law, answers, i, &assumed)};
        enum truth there = bound(engine, destination, i), here = bound(engine, award, i);
        judge(link, there, here, cover, known);
        if (there == TRUTH_NO || here == TRUTH_NO)
            continue;
        if (cover.named != TRUTH_NO)
            out->assumed = question_set_or(out->assumed, assumed);
        if (purpose.assumed && instrument->purposes)
            question_set_add(&out->assumed, pack->q_purpose);
        if (level.assumed && instrument->levels)
            question_set_add(&out->assumed, pack->q_level);
        if (work.assumed && work.known == TRUTH_YES && instrument->left_out)
            question_set_add(&out->assumed, pack->q_profession);
    }
}
