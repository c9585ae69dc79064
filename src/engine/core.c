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
    return engine;
}

struct engine *engine_new(const struct pack *pack, int32_t as_of)
{
    return engine_on(laws_new(pack, as_of));
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

void engine_free(struct engine *engine)
{
    if (!engine)
        return;
    free(engine->stamps);
    free(engine->copied);
    free(engine->copied_in);
    free(engine->given);
    free(engine->usual);
    free(engine->told);
    free(engine->trial);
    free(engine->hits);
    free(engine->of_given);
    free(engine->of_usual);
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
    uint32_t variables = (uint32_t)law->n_variables;
    if (variables > engine->variable_room || !engine->given) {
        uint32_t room = variables + 32;
        engine->given = xrealloc(engine->given, room, sizeof *engine->given);
        engine->usual = xrealloc(engine->usual, room, sizeof *engine->usual);
        engine->told = xrealloc(engine->told, room, sizeof *engine->told);
        engine->trial = xrealloc(engine->trial, room, sizeof *engine->trial);
        engine->variable_room = room;
    }
    if (law->widest > engine->class_room) {
        engine->class_room = law->widest + 32;
        engine->of_given = xrealloc(engine->of_given, engine->class_room, sizeof *engine->of_given);
        engine->of_usual = xrealloc(engine->of_usual, engine->class_room, sizeof *engine->of_usual);
    }
    if (law->most_items >= engine->hit_room) {
        engine->hit_room = law->most_items + 64;
        engine->hits = xrealloc(engine->hits, engine->hit_room, sizeof *engine->hits);
    }
}

const struct law *engine_law(struct engine *engine, int32_t country)
{
    const struct law *law = laws_get(engine->laws, country, &engine->workshop);
    make_room(engine, law); // another engine may have compiled it
    return law;
}

const struct law *destination_law(struct engine *engine, int32_t d)
{
    return engine_law(engine, d < 0 ? LAW_NO_FILE : engine->atlas->pack->destinations[d].country);
}

int32_t answered_destination(const struct engine *engine, const struct answers *answers)
{
    const struct pack *pack = engine->atlas->pack;
    if (pack->q_destination < 0 || answers->of[pack->q_destination].state != ANSWER_GIVEN)
        return LAW_UNKNOWN;
    int64_t value = answers->of[pack->q_destination].value;
    return value < pack->n_countries ? (int32_t)value : LAW_NO_FILE;
}

// ---- settings ---------------------------------------------------------------------------------

void set_value(const struct law *law, int32_t question, int64_t value, int16_t *setting)
{
    const struct domain *domain = &law->domains[question];
    if (domain->variable == NONE)
        return;
    const struct question *q = &law->atlas->pack->questions[question];
    if (q->type == Q_MANY) {
        for (int32_t i = 0; i < q->n_choices; i++)
            setting[domain->variable + i] = (int16_t)(value >> i & 1);
        return;
    }
    setting[domain->variable] = (int16_t)law_class(law, question, value);
}

void set_open(const struct law *law, int32_t question, int16_t *setting)
{
    const struct domain *domain = &law->domains[question];
    const struct question *q = &law->atlas->pack->questions[question];
    int32_t count = domain->variable == NONE ? 0 : q->type == Q_MANY ? q->n_choices : 1;
    for (int32_t i = 0; i < count; i++)
        setting[domain->variable + i] = OPEN;
    if (domain->known != NONE)
        setting[domain->known] = OPEN;
}

void set_answers(const struct law *law, const struct answers *answers, int16_t *setting)
{
    const struct pack *pack = law->atlas->pack;
    memset(setting, 0xff, (size_t)law->n_variables * sizeof *setting);
    for (int32_t q = 0; q < pack->n_questions; q++) {
        bool given = answers->of[q].state == ANSWER_GIVEN;
        if (given)
            set_value(law, q, answers->of[q].value, setting);
        if (law->domains[q].known != NONE)
            setting[law->domains[q].known] = given;
    }
}

void set_usual(const struct law *law, const struct answers *answers, uint64_t questions,
               int16_t *setting)
{
    const struct pack *pack = law->atlas->pack;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (questions >> q & 1 && answers->of[q].state == ANSWER_ABSENT &&
            pack->questions[q].has_usual)
            set_value(law, q, pack->questions[q].usual, setting);
}

// ---- walks ------------------------------------------------------------------------------------

struct walk {
    const uint32_t *words;
    const uint16_t *arity;
    const int16_t *setting;
    uint32_t *stamps;
    uint32_t stamp, found;
};

static void visit(struct walk *w, dd f)
{
    while (f >= DD_TERMINALS) {
        const uint32_t *node = w->words + f, mask = node[NODE_MASK];
        if (!(mask & ~w->found))
            return;
        int16_t class = w->setting[node_variable(node)];
        if (class >= 0) {
            f = node_child(node, (uint32_t) class);
            continue;
        }
        if (w->stamps[node[NODE_SERIAL]] == w->stamp)
            return;
        w->stamps[node[NODE_SERIAL]] = w->stamp;
        uint32_t step, more = node_children(node, w->arity, &step);
        dd before = DD_TERMINALS; // no node: neighbours often lead the same way
        for (node += NODE_EDGES; more; more--, node += step) {
            if (*node == before)
                continue;
            before = *node;
            visit(w, before);
            if (!(mask & ~w->found))
                return;
        }
        return;
    }
    w->found |= (uint32_t)1 << f;
}

// Follows the answers as far as they decide.
static dd follow(const uint32_t *words, const int16_t *setting, dd f)
{
    while (f >= DD_TERMINALS && setting[node_variable(words + f)] >= 0)
        f = node_next(words + f, setting);
    return f;
}

static void new_walk(struct engine *engine)
{
    if (!++engine->stamp) {
        memset(engine->stamps, 0, engine->serial_room * sizeof *engine->stamps);
        engine->stamp = 1;
    }
}

static uint32_t search(struct engine *engine, const struct law *law, const int16_t *setting, dd f,
                       uint32_t found)
{
    new_walk(engine);
    struct walk w = {law->words, law->arity, setting, engine->stamps, engine->stamp, found};
    visit(&w, f);
    return w.found;
}

uint32_t reach(struct engine *engine, const struct law *law, const int16_t *setting, dd root)
{
    dd f = follow(law->words, setting, root);
    return f < DD_TERMINALS ? (uint32_t)1 << f : search(engine, law, setting, f, 0);
}

static void forget(struct reached *reached, uint32_t room)
{
    if (++reached->stamp)
        return;
    memset(reached->stamps, 0, room * sizeof *reached->stamps);
    reached->stamp = 1;
}

void forget_reached(struct engine *engine)
{
    forget(&engine->from_given, engine->serial_room);
    forget(&engine->from_usual, engine->serial_room);
}

static uint32_t reached_from(struct reached *r, const struct law *law, const int16_t *setting, dd f)
{
    f = follow(law->words, setting, f);
    if (f < DD_TERMINALS)
        return (uint32_t)1 << f;
    const uint32_t *node = law->words + f, serial = node[NODE_SERIAL];
    if (r->stamps[serial] == r->stamp)
        return r->sets[serial];
    uint32_t set = 0, step, more = node_children(node, law->arity, &step);
    dd before = DD_TERMINALS; // as in visit()
    for (const uint32_t *child = node + NODE_EDGES; more && set != node[NODE_MASK]; more--, child += step)
        if (*child != before)
            set |= reached_from(r, law, setting, before = *child);
    r->stamps[serial] = r->stamp;
    return r->sets[serial] = set;
}

struct spread {
    struct walk walk; // `found`: whatever the class
    struct reached *reached;
    const struct law *law;
    uint16_t variable;
    uint32_t *sets;
};

// Down to the nodes that test the variable; what stands below them does not, so it is known once.
static void spread(struct spread *s, dd f)
{
    const struct law *law = s->law;
    const uint32_t *node = law->words + f;
    while (f >= DD_TERMINALS && node_variable(node) < s->variable && s->walk.setting[node_variable(node)] >= 0) {
        f = node_next(node, s->walk.setting);
        node = law->words + f;
    }
    if (f < DD_TERMINALS || node_variable(node) > s->variable) {
        s->walk.found |= reached_from(s->reached, law, s->walk.setting, f);
        return;
    }
    if (s->walk.stamps[node[NODE_SERIAL]] == s->walk.stamp)
        return;
    s->walk.stamps[node[NODE_SERIAL]] = s->walk.stamp;
    if (node_variable(node) == s->variable) {
        for (uint32_t class = 0; class < law->arity[s->variable]; class ++)
            s->sets[class] |= reached_from(s->reached, law, s->walk.setting, node_child(node, class));
        return;
    }
    uint32_t step, more = node_children(node, law->arity, &step);
    dd before = DD_TERMINALS;
    for (const uint32_t *child = node + NODE_EDGES; more; more--, child += step)
        if (*child != before)
            spread(s, before = *child);
}

void reach_each(struct engine *engine, const struct law *law, const int16_t *setting,
                struct reached *reached, dd root, uint16_t variable, uint32_t *sets)
{
    new_walk(engine);
    struct spread s = {{law->words, law->arity, setting, engine->stamps, engine->stamp, 0}, reached, law, variable, sets};
    memset(sets, 0, law->arity[variable] * sizeof *sets);
    spread(&s, root);
    for (uint32_t class = 0; class < law->arity[variable]; class ++)
        sets[class] |= s.walk.found;
}

bool certain(struct engine *engine, const struct law *law, const int16_t *setting, dd condition)
{
    dd f = follow(law->words, setting, condition);
    if (f < DD_TERMINALS)
        return f == DD_YES;
    // With yes already found the search looks for a way to no, and stops at the first.
    uint32_t yes = (uint32_t)1 << DD_YES;
    return search(engine, law, setting, f, yes) == yes;
}

static int32_t look_into(struct engine *engine, const struct law *law, const int16_t *setting,
                         enum scope_kind kind, int32_t drawer, int32_t n)
{
    const struct rule_index *index = &law->index[kind];
    for (int32_t i = index->start[drawer]; i < index->start[drawer + 1]; i++) {
        int32_t position = index->items[i], at = n;
        if (!certain(engine, law, setting, law->listed[kind][position]))
            continue;
        for (; at > 0 && engine->hits[at - 1] > position; at--)
            engine->hits[at] = engine->hits[at - 1];
        engine->hits[at] = position;
        n++;
    }
    return n;
}

int32_t certain_rules(struct engine *engine, const struct law *law, const int16_t *setting,
                      enum scope_kind kind)
{
    const struct rule_index *index = &law->index[kind];
    int32_t n = look_into(engine, law, setting, kind, 0, 0);
    for (int32_t i = 0; i < index->n_pivots; i++) {
        int16_t class = setting[index->pivots[i]];
        if (class >= 0)
            n = look_into(engine, law, setting, kind, index->first[index->pivots[i]] + class, n);
    }
    return n;
}

enum truth reach_truth(struct engine *engine, const struct law *law, const int16_t *setting,
                       dd condition)
{
    uint32_t set = reach(engine, law, setting, condition);
    return set == 1u << DD_YES ? TRUTH_YES : set == 1u << DD_NO ? TRUTH_NO : TRUTH_UNKNOWN;
}

uint32_t individual_bit(const struct pack *pack)
{
    return pack->outcome_individual >= 0 ? (uint32_t)1 << pack->outcome_individual : 0;
}

uint32_t outcome_set(const struct pack *pack, uint32_t terminals)
{
    uint32_t beyond = (uint32_t)1 << DD_GAP | (uint32_t)1 << DD_NULL;
    uint32_t gap = terminals & (uint32_t)1 << DD_GAP;
    return (terminals & ~beyond) | (gap ? individual_bit(pack) : 0);
}
