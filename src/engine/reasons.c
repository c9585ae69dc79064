// SPDX-License-Identifier: MIT
// Why a finding is live: the fewest answers that are enough for it, found by taking answers away
// one at a time.
#include <string.h>
#include "engine/core.h"
#include "pack/expr_reads.h"

struct naming {
    struct engine *engine;
    struct question_set read;
};

static void name_node(const struct expr *e, int32_t country, void *user);

// What a condition reads by name; found once for each matter and finding (`known`), so that a rule
// which many others lean on is not walked again for each of them.
static struct question_set named_by(struct engine *engine, const struct condition *when,
                                    struct question_set *kept, uint64_t *known, int32_t i)
{
    if (!bits_has(known, (size_t)i)) {
        struct naming n = {engine, {{0}}};
        expr_each(when->root, NONE, name_node, &n);
        kept[i] = n.read;
        bits_set(known, (size_t)i);
    }
    return kept[i];
}

static struct question_set named_by_finding(struct engine *engine, int32_t finding)
{
    return named_by(engine, &engine->atlas->pack->findings[finding].when, engine->named_by_finding,
                    engine->finding_known, finding);
}

static void name_node(const struct expr *e, int32_t country, void *user)
{
    struct naming *n = user;
    struct engine *engine = n->engine;
    const struct pack *pack = engine->atlas->pack;
    (void)country;
    expr_questions(pack, e, &n->read);
    if (expr_reads(e) & READS_MATTER)
        n->read = question_set_or(n->read, named_by(engine, &pack->matters[e->index].when,
                                                    engine->named_by_matter, &engine->matter_known,
                                                    e->index));
    if (expr_reads(e) & READS_FINDING)
        n->read = question_set_or(n->read, named_by_finding(engine, e->index));
}

// Frees the question if the finding stays certain without it.
static bool let_go(struct engine *engine, const struct law *law, dd live, int32_t question,
                   const struct answer *answer)
{
    int32_t known = law->terms->domains[question].known;
    int16_t was = known == NONE ? 0 : engine->trial[known];
    setting_open(law->terms, question, engine->trial);
    if (walk_certain(engine, law, engine->trial, live))
        return true;
    setting_answer(law->terms, question, answer, engine->trial);
    if (known != NONE)
        engine->trial[known] = was;
    return false;
}

// Last first: a usual value follows an answer that was given, never another usual value.
static void assume_usual(const struct pack *pack, struct answers *answers)
{
    int64_t value;
    for (int32_t q = pack->n_questions - 1; q >= 0; q--)
        if (answer_usual(pack, answers, q, &value))
            answers->of[q] = (struct answer){.state = ANSWER_GIVEN, .value = value};
}

// The questions on the way that the setting takes through the diagram; all, if it forks.
static struct question_set questions_on_way(const struct law *law, const int16_t *setting, dd f)
{
    struct question_set met = {{0}};
    while (!diagram_ends(f)) {
        const uint32_t *node = law->words + f;
        int32_t question = law->terms->variables[node_variable(node)].question;
        if (setting[node_variable(node)] < 0)
            return question_set_all();
        if (question != NONE)
            question_set_add(&met, question);
        f = node_next(node, setting);
    }
    return met;
}

// The fewest of the answers met on the way that keep the finding certain: those that the rule does
// not name are let go first, then the later ones.
static struct question_set enough(struct engine *engine, const struct law *law,
                                  const struct answers *answers, dd live, struct question_set read)
{
    struct question_set met = questions_on_way(law, engine->trial, live), kept = {{0}};
    for (int32_t q = 0; q < law->terms->atlas->pack->n_questions; q++)
        if (!question_set_has(&met, q))
            setting_open(law->terms, q, engine->trial); // or one that is let go could lean on it
    for (int pass = 0; pass < 2; pass++) {
        struct question_set rest =
            pass ? question_set_and(met, read) : question_set_without(met, read);
        for (int32_t q = question_set_last(&rest, law->terms->atlas->pack->n_questions); q >= 0;
             q = question_set_last(&rest, q))
            if (answers->of[q].state == ANSWER_GIVEN &&
                !let_go(engine, law, live, q, &answers->of[q]))
                question_set_add(&kept, q);
    }
    return kept;
}

int32_t finding_because(struct engine *engine, const struct answers *said, int32_t finding,
                        int32_t *questions)
{
    const struct pack *pack = engine->atlas->pack;
    const struct answers *answers = answers_with_lists(engine, said, NULL);
    const struct law *law = engine_law(engine, engine_destination(engine, answers));
    int32_t position = law_position_of(law->terms, finding), n = 0;
    if (position == NONE)
        return 0;
    struct question_set read = named_by_finding(engine, finding), kept;
    dd live = law->roots.live[position];
    setting_answers(law->terms, answers, engine->trial);
    if (walk_certain(engine, law, engine->trial, live)) {
        kept = enough(engine, law, answers, live, read);
    } else { // live as part of an assumed outcome, or not live at all
        struct answers told = *answers;
        assume_usual(pack, &told);
        setting_answers(law->terms, &told, engine->trial);
        kept = enough(engine, law, &told, live, read);
    }
    if (pack->q_destination >= 0 && law->terms->country >= 0 &&
        question_set_has(&read, pack->q_destination))
        question_set_add(&kept, pack->q_destination);
    struct question_set named = question_set_and(kept, read);
    if (question_set_any(&named))
        kept = named;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (question_set_has(&kept, q))
            questions[n++] = q;
    return n;
}
