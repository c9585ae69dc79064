// SPDX-License-Identifier: MIT
// Which question comes next. A question is worth asking while something a person is told still
// depends on it; "depends" is read off diagrams restricted to the answers, which is exact, because
// a reduced diagram tests a variable only if its function depends on it.
#include <stdlib.h>
#include <string.h>
#include "base/bits.h"
#include "base/oom.h"
#include "engine/core.h"
#include "engine/trace.h"

// ---- restricted copies ------------------------------------------------------------------------

struct copying {
    struct engine *engine;
    const struct law *law;
    const int16_t *setting;
    uint64_t *seen; // nodes of the workshop, for support_of()
    size_t seen_words;
};

static struct copying copy_begin(struct engine *engine, const struct law *law,
                                 const int16_t *setting)
{
    diagram_reset(&engine->workshop, law->terms->arity, (uint32_t)law->terms->n_variables);
    if (!++engine->copy) {
        memset(engine->copied_in, 0, engine->serial_room * sizeof *engine->copied_in);
        engine->copy = 1;
    }
    return (struct copying){engine, law, setting, NULL, 0};
}

uint64_t engine_restrictions(const struct engine *engine)
{
    return engine->restrictions;
}

static void copy_end(struct copying *c)
{
    free(c->seen);
}

static dd copy_node(struct copying *c, dd f);

// The diagram restricted to the setting, in the workshop.
static inline dd copy(struct copying *c, dd f)
{
    const uint32_t *words = c->law->words;
    while (!diagram_ends(f) && c->setting[node_variable(words + f)] >= 0)
        f = node_next(words + f, c->setting);
    return diagram_ends(f) ? f : copy_node(c, f);
}

// The copies of a node's children go onto the stack of the workshop, one for each class.
static void copy_children(struct copying *c, const uint32_t *node, int16_t band, uint32_t arity,
                          uint32_t base)
{
    dd from = UINT32_MAX, made = 0;
    for (uint32_t i = 0; i < arity; i++) {
        dd child = node_child(node, band_clip(band, i));
        if (child != from)
            made = copy(c, child);
        from = child;
        c->engine->workshop.stack[base + i] = made;
    }
}

// The same for a node that lists exceptions only, none of its classes left out.
static void copy_exceptions(struct copying *c, const uint32_t *node, uint32_t arity, uint32_t base)
{
    dd made = copy(c, node[NODE_EDGES]);
    for (uint32_t i = 0; i < arity; i++)
        c->engine->workshop.stack[base + i] = made;
    const uint32_t *pair = node + NODE_PAIRS;
    for (uint32_t left = node_exceptions(node); left; left--, pair += 2) {
        made = copy(c, pair[1]);
        c->engine->workshop.stack[base + pair[0]] = made;
    }
}

static dd copy_node(struct copying *c, dd f)
{
    struct engine *engine = c->engine;
    const uint32_t *node = c->law->words + f, serial = node[NODE_SERIAL];
    if (engine->copied_in[serial] == engine->copy)
        return engine->copied[serial];
    uint16_t variable = node_variable(node);
    int16_t band = c->setting[variable];
    uint32_t arity = c->law->terms->arity[variable], base = diagram_push(&engine->workshop, arity);
    if (node_exceptions(node) && !is_band(band))
        copy_exceptions(c, node, arity, base);
    else
        copy_children(c, node, band, arity, base);
    engine->copied_in[serial] = engine->copy;
    return engine->copied[serial] = diagram_pop(&engine->workshop, base, variable);
}

static dd copy_listed(struct copying *c, enum rule_kind kind, int32_t position)
{
    return law_whatever_facts(c->law->terms, &c->engine->workshop,
                              copy(c, c->law->roots.listed[kind][position]));
}

static void add_question(const struct law *law, uint16_t variable, struct question_set *set)
{
    int32_t question = law->terms->variables[variable].question;
    if (question != NONE)
        question_set_add(set, question);
}

// The questions on which the copies depend, all together. Only before any operation on them.
static struct question_set support_of_copies(const struct copying *c)
{
    const struct diagram *d = &c->engine->workshop;
    struct question_set support = {{0}};
    for (uint32_t i = DD_TERMINALS; i < d->n_nodes; i++)
        add_question(c->law, d->nodes[i].variable, &support);
    return support;
}

static void support_below(const struct copying *c, dd f, struct question_set *support)
{
    const struct diagram *d = &c->engine->workshop;
    if (diagram_ends(f) || bits_has(c->seen, f))
        return;
    bits_set(c->seen, f);
    uint16_t variable = diagram_variable(d, f);
    add_question(c->law, variable, support);
    for (uint32_t i = 0; i < c->law->terms->arity[variable]; i++)
        support_below(c, diagram_child(d, f, i), support);
}

// The questions on which one diagram of the workshop depends.
static struct question_set support_of(struct copying *c, dd f)
{
    size_t words = BITS_WORDS(c->engine->workshop.n_nodes);
    if (words > c->seen_words) {
        c->seen_words = 2 * words;
        c->seen = xrealloc(c->seen, c->seen_words, sizeof *c->seen);
    }
    memset(c->seen, 0, words * sizeof *c->seen);
    struct question_set support = {{0}};
    support_below(c, f, &support);
    return support;
}

static bool adds_support(struct copying *c, dd f, struct question_set support)
{
    struct question_set more = question_set_without(support_of(c, f), support);
    return question_set_any(&more);
}

// ---- what a person is told --------------------------------------------------------------------

// Where the practice falls behind the position, by their terminals.
static void fill_challenge(const struct pack *pack, struct dd_table *table)
{
    memset(table, 0, sizeof *table);
    table->op = 3;
    for (int32_t practice = 0; practice < pack->n_outcomes; practice++)
        for (int32_t position = 0; position < pack->n_outcomes; position++)
            table->result[practice][position] =
                position_challengeable(pack, practice) &&
                pack->outcomes[practice].favour < pack->outcomes[position].favour;
}

// The grounds of a challenge: those of practice alone, else the others. Only those are looked at
// that depend on a question not yet in `support`.
static struct question_set support_of_grounds(struct copying *c, struct question_set support)
{
    const struct law *law = c->law;
    struct diagram *d = &c->engine->workshop;
    struct dd_table table;
    fill_challenge(law->terms->atlas->pack, &table);
    dd challenge =
        diagram_apply(d, &table, copy(c, law->roots.practice[0]), copy(c, law->roots.position[0]));
    for (int practice_only = 1; practice_only >= 0; practice_only--) {
        dd other = DD_NO;
        for (int32_t i = 0; challenge != DD_NO && i < law->terms->n_items[RULE_FINDING]; i++) {
            const struct finding *f =
                &law->terms->atlas->pack->findings[law->terms->items[RULE_FINDING][i]];
            if (!position_is_ground(f, practice_only))
                continue;
            dd live = copy(c, law->roots.live[i]);
            other = practice_only ? diagram_or(d, other, live) : other;
            if (adds_support(c, live, support))
                support = question_set_or(support, support_of(c, diagram_and(d, challenge, live)));
        }
        challenge = diagram_ite(d, other, DD_NO, challenge);
    }
    return support;
}

static struct question_set support_of_papers(struct copying *c, struct question_set support)
{
    const struct law *law = c->law;
    for (int32_t i = 0; i < law->terms->n_items[RULE_DOCUMENT]; i++) {
        dd listed = law->roots.have[i] == DD_NULL ? DD_NO : copy_listed(c, RULE_DOCUMENT, i);
        if (listed == DD_NO)
            continue;
        dd have = copy(c, law->roots.have[i]);
        if (adds_support(c, have, support))
            support = question_set_or(
                support, support_of(c, diagram_and(&c->engine->workshop, listed, have)));
    }
    return support;
}

// What a body asks for before it gives a licence: a person has to know all of it, be the outcome
// the same or not.
static struct question_set support_of_licence(struct copying *c, struct question_set support)
{
    const struct law *law = c->law;
    for (int32_t i = 0; i < law->terms->n_items[RULE_FINDING]; i++) {
        const struct finding *f =
            &law->terms->atlas->pack->findings[law->terms->items[RULE_FINDING][i]];
        if (f->decision == DECISION_LICENCE && f->effect == EFFECT_CONDITION)
            support = question_set_or(support, support_of(c, copy_listed(c, RULE_FINDING, i)));
    }
    return support;
}

// Notes and other notices than warnings inform; nobody is asked anything for their sake.
static struct question_set support_of_lists(struct copying *c, struct question_set support)
{
    const struct law *law = c->law;
    for (enum rule_kind kind = RULE_DOCUMENT; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < law->terms->n_items[kind]; i++)
            if (kind != RULE_NOTICE ||
                law->terms->atlas->pack->notices[law->terms->items[kind][i]].warning)
                support = question_set_or(support, support_of(c, copy_listed(c, kind, i)));
    return support;
}

// The questions on which an assessment still depends: both decisions, position, challenge,
// conditions of the licence, papers, steps, rights, warnings. Once `sought` is among them (NONE:
// nothing is) the rest is left out, the dearest last.
static struct question_set support_of_law(struct engine *engine, const struct law *law,
                                          const int16_t *setting, int32_t sought)
{
    typedef struct question_set stage(struct copying *, struct question_set);
    static stage *const stages[] = {support_of_lists, support_of_licence, support_of_papers,
                                    support_of_grounds};
    engine->restrictions++;
    struct copying c = copy_begin(engine, law, setting);
    copy(&c, law->roots.practice[0]);
    copy(&c, law->roots.licence[0]);
    copy(&c, law->roots.position[0]);
    copy(&c, law->roots.from[0]);
    struct question_set support = support_of_copies(&c);
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        if (sought == NONE || !question_set_has(&support, sought))
            support = stages[i](&c, support);
    copy_end(&c);
    return engine->workshop.spent ? question_set_all() : support; // then rather ask too much
}

// Of each node of the one copy in the workshop the first variable, plus 1, of those that lead
// straight to it; 0: it is the root.
static void look_above(struct engine *engine, dd root)
{
    const struct diagram *d = &engine->workshop;
    if (d->n_nodes > engine->above_room) {
        engine->above_room = 2 * d->n_nodes;
        engine->above = xrealloc(engine->above, engine->above_room, sizeof *engine->above);
    }
    memset(engine->above, 0xff, d->n_nodes * sizeof *engine->above);
    engine->above[root] = 0;
    engine->reached = diagram_mask(d, root);
    for (dd f = DD_TERMINALS; f < d->n_nodes; f++) {
        uint16_t variable = diagram_variable(d, f);
        for (uint32_t i = 0; i < d->arity[variable]; i++) {
            uint16_t *above = &engine->above[diagram_child(d, f, i)];
            *above = variable < *above ? (uint16_t)(variable + 1) : *above;
        }
    }
}

// A node below the variable to which a way leads past it is reached whatever its class.
void flow_reach_each(const struct engine *engine, uint16_t variable, uint32_t *sets)
{
    const struct diagram *d = &engine->workshop;
    uint32_t arity = d->arity[variable], whatever = 0;
    memset(sets, 0, arity * sizeof *sets);
    for (uint32_t rest = engine->reached; rest; rest &= rest - 1)
        if (engine->above[engine_lowest(rest)] <= variable)
            whatever |= rest & -rest;
    for (dd f = DD_TERMINALS; f < d->n_nodes; f++) {
        uint16_t tested = diagram_variable(d, f);
        if (tested > variable && engine->above[f] <= variable)
            whatever |= diagram_mask(d, f);
        for (uint32_t i = 0; tested == variable && i < arity; i++)
            sets[i] |= diagram_mask(d, diagram_child(d, f, i));
    }
    for (uint32_t i = 0; i < arity; i++)
        sets[i] |= whatever;
}

static struct question_set support_of_outcome(struct engine *engine, const struct law *law,
                                              const int16_t *setting)
{
    struct copying c = copy_begin(engine, law, setting);
    dd root = copy(&c, law->roots.outcome[0]);
    struct question_set support = support_of_copies(&c);
    copy_end(&c);
    look_above(engine, root);
    return support;
}

// What is open to the flow: an absent question may still be given, a declined one will not be.
static void set_flow(const struct law *law, const struct answers *answers, int32_t freed,
                     int16_t *setting)
{
    const struct pack *pack = law->terms->atlas->pack;
    setting_answers(law->terms, answers, setting);
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (q == freed || answers->of[q].state == ANSWER_ABSENT)
            setting_left(law->terms, answers, q, setting);
}

static bool destination_open(const struct engine *engine, const struct answers *answers)
{
    const struct pack *pack = engine->atlas->pack;
    return pack->q_destination >= 0 && answers->of[pack->q_destination].state != ANSWER_GIVEN;
}

// Of all destinations: their outcomes only; a destination that is not known has no other result.
static struct question_set support_anywhere(struct engine *engine, const struct answers *answers,
                                            int32_t freed)
{
    const struct pack *pack = engine->atlas->pack;
    struct question_set support = {{0}};
    question_set_add(&support, pack->q_destination);
    for (int32_t d = first_destination(pack); d < pack->n_destinations; d++) {
        const struct law *law = engine_destination_law(engine, d);
        set_flow(law, answers, freed, engine->trial);
        support = question_set_or(support, support_of_outcome(engine, law, engine->trial));
    }
    return support;
}

struct question_set flow_support(struct engine *engine, const struct law *law,
                                 const struct answers *answers)
{
    if (destination_open(engine, answers))
        return support_anywhere(engine, answers, NONE);
    return support_of_outcome(engine, law, engine->given);
}

static struct question_set support_of_all(struct engine *engine, const struct answers *answers,
                                          int32_t freed, int32_t sought)
{
    struct question_set support = {{0}};
    if (destination_open(engine, answers))
        support = support_anywhere(engine, answers, freed);
    const struct law *law = engine_law(engine, engine_destination(engine, answers));
    set_flow(law, answers, freed, engine->trial);
    support = question_set_or(support, support_of_law(engine, law, engine->trial, sought));
    if (institution_is_asked(engine, answers, &support))
        question_set_add(&support, engine->atlas->pack->q_institution);
    return support;
}

// ---- the path ---------------------------------------------------------------------------------

static enum truth applies(struct engine *engine, const struct answers *answers, int32_t question)
{
    if (!engine->atlas->pack->questions[question].relevant)
        return TRUTH_YES;
    const struct law *law = engine_law(engine, engine_destination(engine, answers));
    setting_answers(law->terms, answers, engine->given);
    return walk_truth(engine, law, engine->given, law->roots.relevant[question]);
}

enum truth flow_applies(struct engine *engine, const struct answers *answers, int32_t question)
{
    return applies(engine, answers_with_lists(engine, answers, NULL), question);
}

bool flow_matters(struct engine *engine, const struct answers *answers, int32_t question)
{
    if (question == engine->atlas->pack->q_destination)
        return true;
    struct answers without = *answers; // a list may know the institution by this answer only
    if (without.of[question].state == ANSWER_GIVEN)
        without.of[question].state = ANSWER_ABSENT;
    struct question_set support =
        support_of_all(engine, answers_with_lists(engine, &without, NULL), question, question);
    return question_set_has(&support, question);
}

// Still to be asked; what ticks on the papers answer is not.
static bool on_the_way(const struct engine *engine, const struct answers *answers, int32_t q)
{
    return answers->of[q].state == ANSWER_ABSENT && !engine->atlas->pack->questions[q].on_papers;
}

static bool destination_first(const struct engine *engine, const struct answers *answers)
{
    const struct pack *pack = engine->atlas->pack;
    return pack->q_destination >= 0 && answers->of[pack->q_destination].state == ANSWER_ABSENT;
}

static int32_t first_open(struct engine *engine, const struct answers *answers,
                          struct question_set support)
{
    const struct pack *pack = engine->atlas->pack;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (on_the_way(engine, answers, q) && question_set_has(&support, q) &&
            applies(engine, answers, q) == TRUTH_YES)
            return q;
    return NONE;
}

static int32_t left_before_destination(const struct engine *engine, const struct answers *answers)
{
    const struct pack *pack = engine->atlas->pack;
    int32_t left = 0;
    for (int32_t q = 0; q < pack->n_questions; q++)
        left +=
            on_the_way(engine, answers, q) && trace_applies(engine->atlas, answers, q) != TRUTH_NO;
    return left;
}

// Needs no law before the destination is known, so the first page is quick.
struct flow flow_look(struct engine *engine, const struct answers *answers)
{
    const struct pack *pack = engine->atlas->pack;
    if (destination_first(engine, answers))
        return (struct flow){pack->q_destination, left_before_destination(engine, answers), 1};
    answers = answers_with_lists(engine, answers, NULL);
    struct question_set support = support_of_all(engine, answers, NONE, NONE);
    struct flow flow = {first_open(engine, answers, support), 0, 0};
    for (int32_t q = 0; q < pack->n_questions && flow.next != NONE; q++) {
        if (!on_the_way(engine, answers, q) || !question_set_has(&support, q))
            continue;
        enum truth truth = applies(engine, answers, q);
        flow.left += truth != TRUTH_NO;
        flow.open += truth == TRUTH_YES;
    }
    return flow;
}

// What nothing depended on with fewer answers, nothing does with more; but whether the institution
// is asked for can hang on one of them.
int32_t flow_next(struct engine *engine, const struct answers *answers, struct question_set *within)
{
    if (destination_first(engine, answers))
        return engine->atlas->pack->q_destination;
    answers = answers_with_lists(engine, answers, NULL);
    int32_t likely = first_open(engine, answers, *within);
    if (likely == NONE)
        return NONE;
    struct question_set support = support_of_all(engine, answers, NONE, likely);
    if (question_set_has(&support, likely))
        return likely;
    *within = support;
    if (engine->atlas->pack->q_institution != NONE)
        question_set_add(within, engine->atlas->pack->q_institution);
    return first_open(engine, answers, support);
}

int flow_bands(struct engine *engine, const struct answers *answers, int32_t question, int64_t *low,
               int64_t *high, int most)
{
    const struct law *law = engine_law(engine, engine_destination(engine, answers));
    const struct domain *domain = &law->terms->domains[question];
    if (domain->n_variables != 1 || domain->n_classes > most)
        return 0;
    for (int32_t i = 0; i < domain->n_classes; i++) {
        low[i] = domain->low[i];
        high[i] = domain->high[i];
    }
    return domain->n_classes;
}
