// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "engine/core.h"

uint32_t assess_anywhere(struct engine *engine, const struct answers *answers, bool usual)
{
    const struct pack *pack = engine->atlas->pack;
    uint32_t set = 0;
    for (int32_t d = first_destination(pack); d < pack->n_destinations; d++) {
        const struct law *law = engine_destination_law(engine, d);
        setting_answers(law->terms, answers, engine->trial);
        if (usual)
            setting_usual(law->terms, answers, NULL, engine->trial);
        set |= engine_outcomes(pack, walk_reach(engine, law, engine->trial, law->roots.outcome[0]));
    }
    return set;
}

int32_t assess_choose(const struct pack *pack, uint32_t possible, uint32_t with_usual)
{
    return engine_single(possible)     ? engine_lowest(possible)
           : engine_single(with_usual) ? engine_lowest(with_usual)
                                       : pack->outcome_individual;
}

// As position_usual_needed() of position.c: the questions whose usual value keeps the one outcome
// in `set`.
static struct question_set usual_needed_anywhere(struct engine *engine,
                                                 const struct answers *answers, uint32_t set)
{
    const struct pack *pack = engine->atlas->pack;
    struct answers trial = *answers;
    struct question_set needed = {{0}};
    int64_t value;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (answer_usual(pack, answers, q, &value))
            trial.of[q] = (struct answer){.state = ANSWER_GIVEN, .value = value};
    for (int32_t q = pack->n_questions - 1; q >= 0; q--) {
        struct answer usual = trial.of[q];
        if (answers->of[q].state != ANSWER_ABSENT || usual.state != ANSWER_GIVEN)
            continue;
        trial.of[q] = (struct answer){.state = ANSWER_UNKNOWN};
        if (assess_anywhere(engine, &trial, false) == set)
            continue;
        trial.of[q] = usual;
        question_set_add(&needed, q);
    }
    return needed;
}

// The terminals if they all mean one outcome, else enough of them to see that they do not.
static uint32_t reach_one_outcome(struct engine *engine, const struct law *law,
                                  const int16_t *setting, dd root)
{
    const struct pack *pack = engine->atlas->pack;
    uint32_t some = (uint32_t)1 << walk_some(law, setting, root);
    uint32_t one = engine_outcomes(pack, some);
    return some | walk_reach_in(engine, law, setting, root,
                                one ? engine_terminals(pack, one) : UINT32_MAX);
}

static void assess_outcome(struct engine *engine, const struct law *law,
                           const struct answers *answers, struct assessment *out)
{
    const struct pack *pack = engine->atlas->pack;
    dd root = law->roots.outcome[0];
    bool anywhere = law->terms->country == LAW_UNKNOWN && pack->q_destination >= 0;
    uint32_t usual = 0, terminals = 0;
    out->possible = anywhere ? assess_anywhere(engine, answers, false)
                             : engine_outcomes(pack, walk_reach(engine, law, engine->given, root));
    if (!engine_single(out->possible)) { // of the usual ones only a single outcome says anything
        terminals = anywhere ? 0 : reach_one_outcome(engine, law, engine->usual, root);
        usual =
            anywhere ? assess_anywhere(engine, answers, true) : engine_outcomes(pack, terminals);
    }
    out->outcome = assess_choose(pack, out->possible, usual);
    out->reached = out->possible;
    out->state = !engine_single(out->possible)              ? STATE_OPEN
                 : out->outcome == pack->outcome_individual ? STATE_INDIVIDUAL
                                                            : STATE_DECIDED;
    if (engine_single(usual) && !anywhere)
        out->assumed = question_set_or(
            out->assumed, position_usual_needed(engine, law, answers, root, terminals));
    else if (engine_single(usual))
        out->assumed = question_set_or(out->assumed, usual_needed_anywhere(engine, answers, usual));
    if (out->outcome == NONE) // a pack without individual_assessment: no better word
        out->outcome = out->possible ? engine_lowest(out->possible) : NONE;
    else
        out->possible |= (uint32_t)1 << out->outcome;
}

// One decision by itself, by the rule for the outcome. Returns a terminal.
static int32_t decide(struct engine *engine, const struct law *law, const struct answers *answers,
                      dd root, struct assessment *out)
{
    uint32_t set = walk_one(engine, law, engine->given, root);
    if (!engine_single(set)) {
        set = walk_one(engine, law, engine->usual, root);
        if (engine_single(set))
            out->assumed = question_set_or(out->assumed,
                                           position_usual_needed(engine, law, answers, root, set));
    }
    return !engine_single(set) || engine_lowest(set) == DD_GAP
               ? engine->atlas->pack->outcome_individual
               : engine_lowest(set);
}

static int32_t licence_record(const struct engine *engine, const struct law *law,
                              const struct answers *answers)
{
    const struct pack *pack = engine->atlas->pack;
    if (law->terms->destination == NONE || pack->q_profession == NONE ||
        answers->of[pack->q_profession].state != ANSWER_GIVEN)
        return NONE;
    const struct destination *d = &pack->destinations[law->terms->destination];
    const struct licence *licence = destination_licence(d, answers->of[pack->q_profession].value);
    return licence ? (int32_t)(licence - d->licences) : NONE;
}

// Both decisions by themselves. Where some completion of the answers asks for no licence, there is
// only the first.
static void assess_licence(struct engine *engine, const struct law *law,
                           const struct answers *answers, struct assessment *out)
{
    dd root = law->roots.licence[0];
    out->academic = out->outcome;
    out->licence = (struct licence_state){false, NONE, NONE};
    if (law->terms->country == LAW_UNKNOWN || root == DD_NULL ||
        walk_reaches(engine, law, engine->given, root, DD_NULL))
        return;
    int32_t terminal = decide(engine, law, answers, root, out);
    out->academic = decide(engine, law, answers, law->roots.practice[0], out);
    out->licence.asked = true;
    out->licence.outcome = terminal == DD_BODY ? NONE : terminal;
    out->licence.record = licence_record(engine, law, answers);
}

static void list_live(struct engine *engine, const struct law *law, struct assessment *out)
{
    int32_t n = walk_rules(engine, law, engine->told, RULE_FINDING);
    out->n_live = 0;
    for (int32_t i = 0; i < n; i++)
        out->findings[out->n_live++] = (struct finding_state){
            law->terms->items[RULE_FINDING][engine->hits[i]], TRUTH_YES, NONE};
}

// It tells more than what speaks for the award.
static bool is_reason(const struct finding *f)
{
    return f->effect != EFFECT_NOTE && f->effect != EFFECT_SUPPORTS;
}

// The first reason that holds with the usual answers, or NONE.
static int32_t usual_reason(struct engine *engine, const struct law *law)
{
    const struct finding *findings = engine->atlas->pack->findings;
    int32_t n = walk_rules(engine, law, engine->usual, RULE_FINDING);
    for (int32_t i = 0; i < n; i++) {
        int32_t finding = law->terms->items[RULE_FINDING][engine->hits[i]];
        if (is_reason(&findings[finding]))
            return finding;
    }
    return NONE;
}

static bool has_reason(const struct pack *pack, const struct assessment *out)
{
    for (int32_t i = 0; i < out->n_live; i++)
        if (is_reason(&pack->findings[out->findings[i].finding]))
            return true;
    return false;
}

// An outcome that several rules reach, each by another answer that is open, would stand there
// without any of them: then what the first of them by the usual answers names is assumed. While
// others are possible, the outcome of the last row of the table needs none, which stands where
// nothing else does; nor does one that no answers reach.
static void assume_reason(struct engine *engine, const struct law *law,
                          const struct answers *answers, struct assessment *out)
{
    const struct pack *pack = engine->atlas->pack;
    bool last = pack->n_practice && pack->practice[pack->n_practice - 1].outcome == out->outcome;
    bool reached = out->outcome != NONE && out->reached >> out->outcome & 1;
    bool single = engine_single(out->possible);
    if (law->terms->country == LAW_UNKNOWN || (last && !single) || !reached ||
        has_reason(pack, out))
        return;
    int32_t reason = usual_reason(engine, law);
    if (reason == NONE)
        return;
    struct question_set read = finding_reads(engine, reason);
    for (int32_t q = 0; q < pack->n_questions; q++) {
        int64_t value;
        if (question_set_has(&read, q) && law->terms->domains[q].variable != NONE &&
            answer_usual(pack, answers, q, &value))
            question_set_add(&out->assumed, q);
    }
    setting_usual(law->terms, answers, &out->assumed, engine->told);
    list_live(engine, law, out);
}

// The first finding that sets this one aside (live: yes), or may (live: unknown).
static int32_t overrider(struct engine *engine, const struct law *law, int32_t position,
                         enum truth live)
{
    const struct overriders *by = &law->terms->over[RULE_FINDING];
    for (int32_t i = by->start[position]; i < by->start[position + 1]; i++)
        if (walk_truth(engine, law, engine->told, law->roots.live[by->by[i]]) == live)
            return law->terms->items[RULE_FINDING][by->by[i]];
    return NONE;
}

static void list_overridden(struct engine *engine, const struct law *law, struct assessment *out)
{
    for (int32_t i = 0; i < law->n_overridable[RULE_FINDING]; i++) {
        int32_t position = law->overridable[RULE_FINDING][i];
        if (!walk_certain(engine, law, engine->told, law->roots.when[RULE_FINDING][position]))
            continue;
        bool open = walk_certain(engine, law, engine->told, law->roots.unsettled[position]);
        int32_t over = overrider(engine, law, position, open ? TRUTH_UNKNOWN : TRUTH_YES);
        if (over != NONE)
            out->findings[out->n_findings++] = (struct finding_state){
                law->terms->items[RULE_FINDING][position], open ? TRUTH_UNKNOWN : TRUTH_NO, over};
    }
}

// Papers and steps are prepared for the ordinary case: there "I don't know" counts as not asked, or
// somebody who cannot say whether the papers are lost would read that none is needed.
static const int16_t *ordinary_case(struct engine *engine, const struct law *law,
                                    const struct answers *answers)
{
    int64_t usual;
    memcpy(engine->trial, engine->usual, (size_t)law->terms->n_variables * sizeof *engine->trial);
    for (int32_t q = 0; q < engine->atlas->pack->n_questions; q++)
        if (answers->of[q].state == ANSWER_UNKNOWN &&
            answer_usual_value(engine->atlas->pack, answers, q, &usual))
            setting_value(law->terms, q, usual, engine->trial);
    return engine->trial;
}

// Rules of one kind that certainly hold under the setting.
static int32_t list_items(struct engine *engine, const struct law *law, const int16_t *setting,
                          enum rule_kind kind, int32_t *items)
{
    int32_t n = walk_rules(engine, law, setting, kind);
    for (int32_t i = 0; i < n; i++)
        items[i] = law->terms->items[kind][engine->hits[i]];
    return n;
}

static void list_off_path(struct engine *engine, const struct law *law,
                          const struct answers *answers, struct assessment *out)
{
    const struct pack *pack = engine->atlas->pack;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (answers->of[q].state == ANSWER_GIVEN &&
            walk_truth(engine, law, engine->given, law->roots.relevant[q]) == TRUTH_NO)
            question_set_add(&out->off_path, q);
}

// ---- the lists --------------------------------------------------------------------------------

static void *take(unsigned char **at, int32_t count, size_t size)
{
    void *list = *at;
    *at += (size_t)count * size;
    return list;
}

// Room for everything that the law can list.
static void make_room(struct assessment *out, const struct law *law)
{
    const int32_t *n = law->terms->n_items;
    size_t size = (size_t)n[RULE_FINDING] * (sizeof *out->findings + sizeof *out->grounds) +
                  (size_t)n[RULE_DOCUMENT] * (sizeof *out->documents + sizeof *out->offered) +
                  (size_t)(n[RULE_STEP] + n[RULE_RIGHT] + n[RULE_NOTICE]) * sizeof(int32_t);
    if (size > out->block_size || !out->block) {
        assessment_release(out);
        out->block_size = 2 * size + 64;
        out->block = xcalloc(1, out->block_size);
    }
    unsigned char *at = out->block; // of int32_t and enums all, so each list is aligned
    out->findings = take(&at, n[RULE_FINDING], sizeof *out->findings);
    out->grounds = take(&at, n[RULE_FINDING], sizeof *out->grounds);
    out->documents = take(&at, n[RULE_DOCUMENT], sizeof *out->documents);
    out->offered = take(&at, n[RULE_DOCUMENT], sizeof *out->offered);
    out->steps = take(&at, n[RULE_STEP], sizeof *out->steps);
    out->rights = take(&at, n[RULE_RIGHT], sizeof *out->rights);
    out->notices = take(&at, n[RULE_NOTICE], sizeof *out->notices);
}

void assessment_wipe(struct assessment *a)
{
    void *block = a->block;
    size_t size = a->block_size;
    if (block)
        explicit_bzero(block, size);
    explicit_bzero(a, sizeof *a);
    a->block = block;
    a->block_size = size;
}

void assessment_release(struct assessment *a)
{
    assessment_wipe(a);
    free(a->block);
    a->block = NULL;
    a->block_size = 0;
}

static void clear(struct assessment *out)
{
    out->assumed = out->off_path = (struct question_set){{0}};
    out->n_grounds = out->n_links = out->n_findings = out->n_live = out->n_documents =
        out->n_offered = 0;
    out->n_steps = out->n_rights = out->n_notices = out->n_changes = out->n_missing = 0;
    out->challenge = false;
}

void assess(struct engine *engine, const struct answers *said, enum assess_what what,
            struct assessment *out)
{
    const struct law *law = engine_law(engine, engine_destination(engine, said));
    uint32_t asked;
    clear(out);
    make_room(out, law);
    const struct answers *answers = answers_with_lists(engine, said, out->listings);
    out->destination = law->terms->destination;
    setting_answers(law->terms, answers, engine->given);
    memcpy(engine->usual, engine->given, (size_t)law->terms->n_variables * sizeof *engine->usual);
    setting_usual(law->terms, answers, NULL, engine->usual);
    assess_outcome(engine, law, answers, out);
    assess_licence(engine, law, answers, out);
    assess_position(engine, law, answers, out, &asked);
    assess_links(engine, answers, law, out);
    position_without_duty(law->terms->atlas->pack, out);
    // Findings explain the outcome, so they rest on the same assumptions and on no others.
    memcpy(engine->told, engine->given, (size_t)law->terms->n_variables * sizeof *engine->told);
    if (question_set_any(&out->assumed))
        setting_usual(law->terms, answers, &out->assumed, engine->told);
    list_live(engine, law, out);
    assume_reason(engine, law, answers, out);
    out->n_findings = out->n_live;
    if (what == ASSESS_BRIEF)
        return;
    assess_challenge(engine, law, asked, out);
    list_overridden(engine, law, out);
    const int16_t *usual = engine->usual, *ordinary = ordinary_case(engine, law, answers);
    papers_list(engine, law, ordinary, answers, out);
    out->n_steps = list_items(engine, law, ordinary, RULE_STEP, out->steps);
    out->n_rights = list_items(engine, law, usual, RULE_RIGHT, out->rights);
    out->n_notices = list_items(engine, law, usual, RULE_NOTICE, out->notices);
    papers_offer(engine, law, answers, out);
    list_off_path(engine, law, said, out);
    assess_what_if(engine, law, answers, out);
}
