// SPDX-License-Identifier: MIT
// The papers of an assessment.
#include "base/bits.h"
#include "engine/core.h"

void papers_list(struct engine *engine, const struct law *law, const int16_t *setting,
                 const struct answers *answers, struct assessment *out)
{
    int32_t n = walk_rules(engine, law, setting, RULE_DOCUMENT);
    for (int32_t i = 0; i < n; i++) {
        int32_t position = engine->hits[i];
        int32_t document = law->terms->items[RULE_DOCUMENT][position];
        dd have = law->roots.have[position];
        bool ticked = answers->ticks && bits_has(answers->ticks, (size_t)document);
        out->documents[out->n_documents++] = (struct document_state){
            document, ticked            ? TRUTH_YES
                      : have == DD_NULL ? TRUTH_UNKNOWN
                                        : walk_truth(engine, law, engine->given, have)};
    }
}

static bool listed(const struct pack *pack, const struct assessment *a, int32_t box)
{
    for (int32_t i = 0; i < a->n_documents; i++)
        if (pack->documents[a->documents[i].document].held_by == box)
            return true;
    return false;
}

// Could the box, now on, lead to a paper that it stands for? Only those that a rule asks for are
// looked at; what sets them aside is not.
static bool leads_to_paper(struct engine *engine, const struct law *law, int32_t box)
{
    const struct pack *pack = engine->atlas->pack;
    for (int32_t i = 0; i < law->terms->n_items[RULE_DOCUMENT]; i++)
        if (pack->documents[law->terms->items[RULE_DOCUMENT][i]].held_by == box &&
            walk_certain(engine, law, engine->trial, law->roots.when[RULE_DOCUMENT][i]))
            return true;
    return false;
}

// Of the papers that the box stands for, the one that is asked for once the box is on.
static void offer(struct engine *engine, const struct law *law, int32_t box, struct assessment *out)
{
    const struct pack *pack = engine->atlas->pack;
    int32_t n = walk_rules(engine, law, engine->trial, RULE_DOCUMENT);
    for (int32_t i = 0; i < n; i++) {
        int32_t document = law->terms->items[RULE_DOCUMENT][engine->hits[i]];
        if (pack->documents[document].held_by != box)
            continue;
        out->offered[out->n_offered++] = document;
        return;
    }
}

// Leaves the box that is tried last in the trial setting, which was that of the ordinary case.
void papers_offer(struct engine *engine, const struct law *law, const struct answers *answers,
                  struct assessment *out)
{
    const struct pack *pack = engine->atlas->pack;
    int32_t held = pack->q_documents_held;
    if (held == NONE || !pack->questions[held].on_papers)
        return;
    const struct answer *a = &answers->of[held];
    int64_t boxes = a->state == ANSWER_GIVEN ? a->value : 0;
    for (int32_t box = 0; box < pack->questions[held].n_choices; box++) {
        if (listed(pack, out, box))
            continue;
        setting_value(law->terms, held, boxes | (int64_t)1 << box, engine->trial);
        if (leads_to_paper(engine, law, box))
            offer(engine, law, box, out);
    }
}
