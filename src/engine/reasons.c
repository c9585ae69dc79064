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

struct question_set finding_reads(struct engine *engine, int32_t finding)
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
        n->read = question_set_or(n->read, finding_reads(engine, e->index));
}

// The answers; with `usual`, the absent ones have their usual value.
struct told {
    const struct pack *pack;
    const struct answers *answers;
    bool usual;
};

static struct answer answer_told(const struct told *told, int32_t question)
{
    int64_t value;
    if (told->usual && answer_usual(told->pack, told->answers, question, &value))
        return (struct answer){.state = ANSWER_GIVEN, .value = value};
    return told->answers->of[question];
}

// The questions without an answer that one to `question` bounds: opened with it, or bounded again.
static void set_bounded(const struct law *law, const struct told *told, int32_t question, bool open,
                        int16_t *setting)
{
    for (int32_t q = 0; q < told->pack->n_questions; q++) {
        const struct question *other = &told->pack->questions[q];
        if ((other->not_after != question && other->not_before != question) ||
            answer_told(told, q).state == ANSWER_GIVEN)
            continue;
        if (open)
            setting_open(law->terms, q, setting);
        else
            setting_left(law->terms, told->answers, q, setting);
    }
}

// Frees the question if the finding stays certain without it.
static bool let_go(struct engine *engine, const struct law *law, const struct told *told, dd live,
                   int32_t question, const struct answer *answer)
{
    int32_t known = law->terms->domains[question].known;
    int16_t was = known == NONE ? 0 : engine->trial[known];
    setting_open(law->terms, question, engine->trial);
    set_bounded(law, told, question, true, engine->trial);
    if (walk_certain(engine, law, engine->trial, live))
        return true;
    setting_answer(law->terms, question, answer, engine->trial);
    set_bounded(law, told, question, false, engine->trial);
    if (known != NONE)
        engine->trial[known] = was;
    return false;
}

static void try_told(struct engine *engine, const struct law *law, const struct told *told,
                     int32_t question)
{
    struct answer answer = answer_told(told, question);
    if (answer.state != ANSWER_GIVEN)
        setting_left(law->terms, told->answers, question, engine->trial);
    setting_add(law->terms, question, &answer, engine->trial);
}

// What another answer leaves of a question without one speaks of that answer.
static void add_met(const struct told *told, int32_t question, struct question_set *met)
{
    const struct question *q = &told->pack->questions[question];
    question_set_add(met, question);
    if (answer_told(told, question).state == ANSWER_GIVEN)
        return;
    if (q->not_after != NONE)
        question_set_add(met, q->not_after);
    if (q->not_before != NONE)
        question_set_add(met, q->not_before);
}

// Follows what was told through the diagram and returns the questions on the way; all, if it forks.
// They alone are in the trial setting then, or one that is let go could lean on another. *end gets
// the terminal, or where it forks.
static struct question_set questions_on_way(struct engine *engine, const struct law *law,
                                            const struct told *told, dd live, dd *end)
{
    struct question_set met = {{0}};
    setting_nothing(law->terms, engine->trial);
    for (*end = live; !diagram_ends(*end); *end = node_next(law->words + *end, engine->trial)) {
        uint16_t variable = node_variable(law->words + *end);
        int32_t question = law->terms->variables[variable].question;
        if (question != NONE && !question_set_has(&met, question)) {
            add_met(told, question, &met);
            try_told(engine, law, told, question);
        }
        if (engine->trial[variable] >= 0)
            continue;
        for (int32_t q = 0; q < told->pack->n_questions; q++)
            try_told(engine, law, told, q);
        return question_set_all();
    }
    return met;
}

// The fewest of the answers met on the way that keep the finding certain: those that the rule does
// not name are let go first, then the later ones.
static struct question_set fewest(struct engine *engine, const struct law *law,
                                  const struct told *told, dd live, struct question_set met,
                                  struct question_set read)
{
    struct question_set kept = {{0}};
    for (int pass = 0; pass < 2; pass++) {
        struct question_set rest =
            pass ? question_set_and(met, read) : question_set_without(met, read);
        for (int32_t q = question_set_last(&rest, told->pack->n_questions); q >= 0;
             q = question_set_last(&rest, q)) {
            struct answer answer = answer_told(told, q);
            if (answer.state == ANSWER_GIVEN && !let_go(engine, law, told, live, q, &answer))
                question_set_add(&kept, q);
        }
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
    struct question_set read = finding_reads(engine, finding);
    dd live = law->roots.live[position], end;
    struct told told = {pack, answers, false};
    struct question_set met = questions_on_way(engine, law, &told, live, &end);
    if (!walk_certain(engine, law, engine->trial, end)) {
        told.usual = true; // live as part of an assumed outcome, or not live at all
        met = questions_on_way(engine, law, &told, live, &end);
    }
    struct question_set kept = fewest(engine, law, &told, live, met, read);
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
