// SPDX-License-Identifier: MIT
// What the instruments ask of the authority, and whether practice falls behind it.
#include "engine/core.h"

#define BIT_NULL ((uint32_t)1 << DD_NULL)

// The slots that link the destination with the award country. It is known wherever a position is:
// of an unknown one no instrument is known to link it.
struct linking {
    const int32_t *slots;
    int32_t n;
};

static struct linking linking(const struct law *law, const int16_t *setting)
{
    int16_t cls = setting[law->terms->domains[law->terms->atlas->pack->q_award_country].variable];
    if (cls < 0)
        return (struct linking){NULL, 0};
    const int32_t *start = law->terms->class_start + cls;
    return (struct linking){law->terms->class_slots + start[0], start[1] - start[0]};
}

// The strongest instrument that applies and can have given `terminal` (DD_NULL: whatever it gives),
// of those whose ranks are in the set. One that only may apply supplies no position: NONE.
static int32_t strongest(struct engine *engine, const struct law *law, const int16_t *setting,
                         uint32_t ranks, dd terminal)
{
    struct linking linked = linking(law, setting);
    for (int32_t rank = 0; rank < linked.n; rank++) {
        int32_t slot = linked.slots[rank];
        if (!(ranks >> rank & 1))
            continue;
        uint32_t set = walk_reach(engine, law, setting, law->roots.slot_position[slot]);
        if (!(set & BIT_NULL) && (terminal == DD_NULL || set >> terminal & 1))
            return law->terms->slots[slot];
    }
    return NONE;
}

// The questions whose usual value decides: freed one after the other, last first, those without
// which `root` stays at its terminal are let go.
struct question_set position_usual_needed(struct engine *engine, const struct law *law,
                                          const struct answers *answers, dd root, uint32_t set)
{
    const struct pack *pack = law->terms->atlas->pack;
    struct question_set needed = {{0}};
    for (int32_t v = 0; v < law->terms->n_variables; v++)
        engine->trial[v] = engine->usual[v];
    for (int32_t q = pack->n_questions - 1; q >= 0; q--) {
        int64_t usual;
        if (law->terms->domains[q].variable == NONE || !answer_usual(pack, answers, q, &usual))
            continue;
        setting_left(law->terms, answers, q, engine->trial);
        if (walk_reach_in(engine, law, engine->trial, root, set) == set)
            continue;
        setting_value(law->terms, q, usual, engine->trial);
        question_set_add(&needed, q);
    }
    return needed;
}

void assess_position(struct engine *engine, const struct law *law, const struct answers *answers,
                     struct assessment *out, uint32_t *asked)
{
    const struct pack *pack = law->terms->atlas->pack;
    const int16_t *setting = engine->given;
    uint32_t set = walk_reach(engine, law, setting, law->roots.position[0]);
    out->position = out->position_from = NONE;
    out->no_duty = false;
    out->positions = engine_outcomes(pack, set);
    *asked = 0;
    if (set & BIT_NULL)
        return; // no instrument is known to link the two countries
    if (!engine_single(set)) {
        setting = engine->usual;
        set = walk_reach(engine, law, setting, law->roots.position[0]);
        if (engine_single(set))
            out->assumed =
                question_set_or(out->assumed, position_usual_needed(engine, law, answers,
                                                                    law->roots.position[0], set));
    }
    *asked = set;
    if (!engine_single(set)) {
        out->position = pack->outcome_individual;
        out->positions |= engine_individual(pack);
        out->position_from = strongest(engine, law, setting, ~BIT_NULL, DD_NULL);
        return;
    }
    dd terminal = (dd)engine_lowest(set);
    out->no_duty = terminal == DD_GAP;
    out->position = out->no_duty ? pack->outcome_individual : (int32_t)terminal;
    if (out->no_duty)
        return;
    uint32_t from = walk_reach(engine, law, setting, law->roots.from[0]);
    struct linking linked = linking(law, setting);
    if (!engine_single(from))
        out->position_from = strongest(engine, law, setting, from & ~BIT_NULL, terminal);
    else if (from != BIT_NULL && engine_lowest(from) < linked.n)
        out->position_from = law->terms->slots[linked.slots[engine_lowest(from)]];
}

// Instruments whose articles nobody read give no duty here, and yet they link the two countries:
// the position is not decided then, and not null.
void position_without_duty(const struct pack *pack, struct assessment *out)
{
    for (int32_t i = 0; i < out->n_links && out->position == NONE; i++) {
        enum instrument_kind kind = pack->instruments[out->links[i].instrument].kind;
        if (out->links[i].applies != TRUTH_YES || kind == KIND_LABOUR || kind == KIND_LEGALISATION)
            continue;
        out->position = pack->outcome_individual;
        out->positions |= engine_individual(pack);
        out->no_duty = true;
    }
}

bool position_challengeable(const struct pack *pack, int32_t outcome)
{
    return outcome != pack->outcome_individual && outcome != pack->outcome_not_covered &&
           pack->outcomes[outcome].challengeable;
}

bool position_is_ground(const struct finding *f, bool practice_only)
{
    bool adverse =
        f->effect == EFFECT_BAR || f->effect == EFFECT_DIFFERENCE || f->effect == EFFECT_CONDITION;
    return adverse && f->decision == DECISION_ACADEMIC &&
           f->reading == (practice_only ? READING_PRACTICE : READING_BOTH);
}

// The grounds among the live findings (positions in engine->hits).
static void add_grounds(const struct engine *engine, const struct law *law, int32_t n,
                        bool practice_only, struct assessment *out)
{
    for (int32_t i = 0; i < n; i++) {
        int32_t finding = law->terms->items[RULE_FINDING][engine->hits[i]];
        if (position_is_ground(&law->terms->atlas->pack->findings[finding], practice_only))
            out->grounds[out->n_grounds++] = finding;
    }
}

// Does practice fall behind every position that is still possible?
static bool falls_behind(const struct pack *pack, const struct outcome *practice, uint32_t asked)
{
    for (uint32_t rest = asked; rest; rest &= rest - 1)
        if (engine_lowest(rest) >= pack->n_outcomes ||
            practice->favour >= pack->outcomes[engine_lowest(rest)].favour)
            return false; // no duty, or one that practice meets
    return asked != 0;
}

void assess_challenge(struct engine *engine, const struct law *law, uint32_t asked,
                      struct assessment *out)
{
    const struct pack *pack = law->terms->atlas->pack;
    if (out->academic == NONE || !position_challengeable(pack, out->academic) ||
        !falls_behind(pack, &pack->outcomes[out->academic], asked))
        return;
    out->challenge = true;
    int32_t n = walk_rules(engine, law, engine->usual, RULE_FINDING);
    add_grounds(engine, law, n, true, out);
    if (!out->n_grounds)
        add_grounds(engine, law, n, false, out);
}
