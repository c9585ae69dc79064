// SPDX-License-Identifier: MIT
// Why a finding is live: the fewest answers that are enough for it, found by taking answers away
// one at a time.
#include <string.h>
#include "engine/core.h"

// The questions that an expression reads by name, through matters and other findings too, but not
// through the `relevant:` of a question: nobody gave an answer because a question applied.
static uint64_t questions_read(const struct pack *pack, const struct expr *e, int32_t depth)
{
    if (!e || depth > 64)
        return 0;
    uint64_t read = e->question >= 0 ? (uint64_t)1 << e->question : 0;
    const int32_t both[] = {pack->q_destination, pack->q_award_country, pack->q_purpose,
                            pack->q_level};
    switch (e->op) {
    case EXPR_LINKED:
    case EXPR_APPLIES:
    case EXPR_RESERVED:
        for (int i = 0; i < (e->op == EXPR_APPLIES ? 4 : 2); i++)
            read |= both[i] >= 0 ? (uint64_t)1 << both[i] : 0;
        return read;
    case EXPR_SAME:
    case EXPR_NOT_SAME:
    case EXPR_TRAIT:
    case EXPR_COVERED:
        return pack->q_destination >= 0 ? read | (uint64_t)1 << pack->q_destination : read;
    case EXPR_MATTER:
        return questions_read(pack, pack->matters[e->index].when.root, depth + 1);
    case EXPR_LIVE:
        return questions_read(pack, pack->findings[e->index].when.root, depth + 1);
    default:
        return read | questions_read(pack, e->a, depth + 1) | questions_read(pack, e->b, depth + 1);
    }
}

// Frees the question if the finding stays certain without it.
static bool let_go(struct engine *engine, const struct law *law, dd live, int32_t question,
                   int64_t value)
{
    int32_t known = law->domains[question].known;
    int16_t was = known == NONE ? 0 : engine->trial[known];
    set_open(law, question, engine->trial);
    if (certain(engine, law, engine->trial, live))
        return true;
    set_value(law, question, value, engine->trial);
    if (known != NONE)
        engine->trial[known] = was;
    return false;
}

static void assume_usual(const struct pack *pack, struct answers *answers)
{
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (answers->of[q].state == ANSWER_ABSENT && pack->questions[q].has_usual)
            answers->of[q] =
                (struct answer){.state = ANSWER_GIVEN, .value = pack->questions[q].usual};
}

// The questions on the way that the setting takes through the diagram; all, if it forks.
static uint64_t questions_on_way(const struct law *law, const int16_t *setting, dd f)
{
    uint64_t met = 0;
    while (f >= DD_TERMINALS) {
        const uint32_t *node = law->words + f;
        int32_t question = law->variables[node_variable(node)].question;
        if (setting[node_variable(node)] < 0)
            return UINT64_MAX;
        met |= question == NONE ? 0 : (uint64_t)1 << question;
        f = node_next(node, setting);
    }
    return met;
}

// The fewest of the answers met on the way that keep the finding certain: those that the rule does
// not name are let go first, then the later ones.
static uint64_t enough(struct engine *engine, const struct law *law, const struct answers *answers,
                       dd live, uint64_t read)
{
    uint64_t met = questions_on_way(law, engine->trial, live), kept = 0;
    for (int32_t q = 0; q < law->atlas->pack->n_questions; q++)
        if (!(met >> q & 1))
            set_open(law, q, engine->trial); // or one that is let go could lean on it
    for (int pass = 0; pass < 2; pass++) {
        uint64_t rest = met & (pass ? read : ~read);
        for (int32_t q = law->atlas->pack->n_questions - 1; q >= 0; q--)
            if (rest >> q & 1 && answers->of[q].state == ANSWER_GIVEN &&
                !let_go(engine, law, live, q, answers->of[q].value))
                kept |= (uint64_t)1 << q;
    }
    return kept;
}

int32_t finding_because(struct engine *engine, const struct answers *answers, int32_t finding,
                        int32_t *questions, int32_t room)
{
    const struct pack *pack = engine->atlas->pack;
    const struct law *law = engine_law(engine, answered_destination(engine, answers));
    int32_t position = law_find_position(law, finding), n = 0;
    if (position == NONE)
        return 0;
    uint64_t read = questions_read(pack, pack->findings[finding].when.root, 0), kept;
    dd live = law->live[position];
    set_answers(law, answers, engine->trial);
    if (certain(engine, law, engine->trial, live)) {
        kept = enough(engine, law, answers, live, read);
    } else { // live as part of an assumed outcome, or not live at all
        struct answers told = *answers;
        assume_usual(pack, &told);
        set_answers(law, &told, engine->trial);
        kept = enough(engine, law, &told, live, read);
    }
    if (pack->q_destination >= 0 && law->country >= 0)
        kept |= read & (uint64_t)1 << pack->q_destination;
    if (kept & read)
        kept &= read;
    for (int32_t q = 0; q < pack->n_questions && n < room; q++)
        if (kept >> q & 1)
            questions[n++] = q;
    return n;
}
