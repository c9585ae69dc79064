// SPDX-License-Identifier: MIT
// Reading frozen diagrams under a setting: what can be reached, what is certain, which rules hold.
// All of it allocates nothing.
#include <string.h>
#include "base/bits.h"
#include "engine/core.h"

enum { SOME = 64 }; // rules looked at together

struct walk {
    const uint32_t *words;
    const uint16_t *arity;
    const int16_t *setting;
    uint32_t *stamps, *stack;
    uint32_t stamp, found, allowed;
    uint32_t sought; // not found yet; none once something was found that is not allowed
};

static void reach(struct walk *w, dd terminal)
{
    uint32_t bit = (uint32_t)1 << terminal;
    w->found |= bit;
    w->sought = bit & ~w->allowed ? 0 : w->sought & ~bit;
}

// Onto the stack, if something sought is below and it is not the one before: neighbours often lead
// the same way, and so what waits never is more than a law has edges, also where a band covers many
// classes of a node that names exceptions only. Terminals too: they have a mask as nodes do, so no
// branch depends on what the child is.
static inline uint32_t push(struct walk *w, uint32_t n, dd child, dd before)
{
    w->stack[n] = child;
    return n + ((w->words[child + NODE_MASK] & w->sought) != 0 && child != before);
}

static uint32_t push_children(struct walk *w, uint32_t n, const uint32_t *node, int16_t band)
{
    dd child, before = UINT32_MAX;
    if (is_band(band)) {
        for (uint32_t c = band_first(band); c <= band_last(band); c++, before = child)
            n = push(w, n, child = node_child(node, c), before);
        return n;
    }
    uint32_t step, more = node_children(node, w->arity, &step);
    for (node += NODE_EDGES; more; more--, node += step, before = child)
        n = push(w, n, child = *node, before);
    return n;
}

// Whatever is below f. Where the answers decide, one way is followed; the others wait on the stack.
static void visit(struct walk *w, dd f)
{
    uint32_t n = push(w, 0, f, UINT32_MAX);
    while (n && w->sought) {
        f = w->stack[--n];
        int16_t cls = OPEN;
        while (!diagram_ends(f) && (cls = w->setting[node_variable(w->words + f)]) >= 0)
            f = node_child(w->words + f, (uint32_t)cls);
        const uint32_t *node = w->words + f;
        if (!(node[NODE_MASK] & w->sought))
            continue;
        if (diagram_ends(f)) {
            reach(w, f);
            continue;
        }
        if (w->stamps[node[NODE_SERIAL]] == w->stamp)
            continue;
        w->stamps[node[NODE_SERIAL]] = w->stamp;
        n = push_children(w, n, node, cls);
    }
}

// Follows the answers as far as they decide.
static dd follow(const uint32_t *words, const int16_t *setting, dd f)
{
    while (!diagram_ends(f) && setting[node_variable(words + f)] >= 0)
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
                       uint32_t found, uint32_t allowed)
{
    new_walk(engine);
    struct walk w = {.words = law->words,
                     .arity = law->terms->arity,
                     .setting = setting,
                     .stamps = engine->stamps,
                     .stack = engine->stack,
                     .stamp = engine->stamp,
                     .found = found,
                     .allowed = allowed,
                     .sought = ~found};
    visit(&w, f);
    return w.found;
}

uint32_t walk_reach_in(struct engine *engine, const struct law *law, const int16_t *setting,
                       dd root, uint32_t allowed)
{
    dd f = follow(law->words, setting, root);
    return diagram_ends(f) ? (uint32_t)1 << f : search(engine, law, setting, f, 0, allowed);
}

uint32_t walk_reach(struct engine *engine, const struct law *law, const int16_t *setting, dd root)
{
    return walk_reach_in(engine, law, setting, root, UINT32_MAX);
}

dd walk_some(const struct law *law, const int16_t *setting, dd root)
{
    while (!diagram_ends(root)) {
        const uint32_t *node = law->words + root;
        int16_t cls = setting[node_variable(node)];
        root = node_child(node, cls >= 0 ? (uint32_t)cls : band_clip(cls, 0));
    }
    return root;
}

bool walk_reaches(struct engine *engine, const struct law *law, const int16_t *setting, dd root,
                  dd terminal)
{
    dd f = follow(law->words, setting, root);
    // With all others already found the search looks for nothing else.
    uint32_t others = ~((uint32_t)1 << terminal);
    return diagram_ends(f) ? f == terminal
                           : search(engine, law, setting, f, others, others) == UINT32_MAX;
}

uint32_t walk_one(struct engine *engine, const struct law *law, const int16_t *setting, dd root)
{
    uint32_t some = (uint32_t)1 << walk_some(law, setting, root);
    return some | walk_reach_in(engine, law, setting, root, some);
}

static void forget(struct reached *reached, uint32_t room)
{
    if (++reached->stamp)
        return;
    memset(reached->stamps, 0, room * sizeof *reached->stamps);
    reached->stamp = 1;
}

void walk_forget(struct engine *engine)
{
    forget(&engine->from_given, engine->serial_room);
    forget(&engine->from_usual, engine->serial_room);
}

static uint32_t reached_from(struct reached *r, const struct law *law, const int16_t *setting, dd f)
{
    f = follow(law->words, setting, f);
    if (diagram_ends(f))
        return (uint32_t)1 << f;
    const uint32_t *node = law->words + f, serial = node[NODE_SERIAL];
    if (r->stamps[serial] == r->stamp)
        return r->sets[serial];
    int16_t band = setting[node_variable(node)];
    uint32_t set = 0, step = 0, more = 0;
    if (is_band(band))
        for (uint32_t c = band_first(band); c <= band_last(band); c++)
            set |= reached_from(r, law, setting, node_child(node, c));
    else
        more = node_children(node, law->terms->arity, &step);
    dd before = DD_TERMINALS; // as in visit()
    for (const uint32_t *child = node + NODE_EDGES; more && set != node[NODE_MASK];
         more--, child += step)
        if (*child != before)
            set |= reached_from(r, law, setting, before = *child);
    r->stamps[serial] = r->stamp;
    return r->sets[serial] = set;
}

struct spread {
    const struct law *law;
    const int16_t *setting;
    struct reached *reached;
    uint32_t *stamps, stamp; // as in a walk
    uint32_t *sets, found;   // found: whatever the class
    uint16_t variable;
};

// No more than this can be found below: what is reached, where the variable is open in the setting;
// else it may take other values than there.
static uint32_t most_of(struct spread *s, dd f)
{
    int16_t cls = s->setting[s->variable];
    return cls < 0 && !is_band(cls) ? reached_from(s->reached, s->law, s->setting, f)
                                    : s->law->words[f + NODE_MASK];
}

// What a node that tests the variable leads to. What every class has by now is found whatever the
// class, so that later nodes need not be looked into for it.
static void spread_classes(struct spread *s, const uint32_t *node)
{
    uint32_t all = UINT32_MAX;
    for (uint32_t cls = 0; cls < s->law->terms->arity[s->variable]; cls++) {
        s->sets[cls] |= reached_from(s->reached, s->law, s->setting, node_child(node, cls));
        all &= s->sets[cls];
    }
    s->found |= all;
}

// Down to the nodes that test the variable; what stands below them does not, so it is known once.
// A node that adds nothing to what is found for every class is left out.
static void spread(struct spread *s, dd f)
{
    const struct law *law = s->law;
    const uint32_t *node = law->words + f;
    while (!diagram_ends(f) && node_variable(node) < s->variable &&
           s->setting[node_variable(node)] >= 0) {
        f = node_next(node, s->setting);
        node = law->words + f;
    }
    if (diagram_ends(f)) {
        s->found |= (uint32_t)1 << f;
        return;
    }
    uint32_t serial = node[NODE_SERIAL];
    if (s->stamps[serial] == s->stamp || !(most_of(s, f) & ~s->found))
        return;
    if (node_variable(node) > s->variable) {
        s->found |= reached_from(s->reached, law, s->setting, f);
        return;
    }
    s->stamps[serial] = s->stamp;
    if (node_variable(node) == s->variable) {
        spread_classes(s, node);
        return;
    }
    int16_t band = s->setting[node_variable(node)];
    if (is_band(band)) {
        for (uint32_t c = band_first(band); c <= band_last(band); c++)
            spread(s, node_child(node, c));
        return;
    }
    uint32_t step, more = node_children(node, law->terms->arity, &step);
    dd before = DD_TERMINALS;
    for (const uint32_t *child = node + NODE_EDGES; more; more--, child += step)
        if (*child != before)
            spread(s, before = *child);
}

void walk_reach_each(struct engine *engine, const struct law *law, const int16_t *setting,
                     struct reached *reached, dd root, uint16_t variable, uint32_t *sets)
{
    new_walk(engine);
    struct spread s = {.law = law,
                       .setting = setting,
                       .reached = reached,
                       .stamps = engine->stamps,
                       .stamp = engine->stamp,
                       .sets = sets,
                       .variable = variable};
    memset(sets, 0, law->terms->arity[variable] * sizeof *sets);
    spread(&s, root);
    for (uint32_t cls = 0; cls < law->terms->arity[variable]; cls++)
        sets[cls] |= s.found;
}

bool walk_certain(struct engine *engine, const struct law *law, const int16_t *setting,
                  dd condition)
{
    dd f = follow(law->words, setting, condition);
    if (diagram_ends(f))
        return f == DD_YES;
    // With yes already found the search looks for a way to no, and stops at the first.
    uint32_t yes = (uint32_t)1 << DD_YES;
    return search(engine, law, setting, f, yes, yes) == yes;
}

// Keeps the hits ascending. Returns how many there are.
static int32_t hit(struct engine *engine, int32_t position, int32_t n)
{
    int32_t at = n;
    for (; at > 0 && engine->hits[at - 1] > position; at--)
        engine->hits[at] = engine->hits[at - 1];
    engine->hits[at] = position;
    return n + 1;
}

static bool passes(const struct rule_gate *gate, const int16_t *setting)
{
    int16_t cls = setting[gate->variable];
    if (is_band(cls)) // what is certain passes with each of its classes
        cls = (int16_t)band_first(cls);
    return gate->passes >> (cls & RULE_GATE_OPEN) & 1;
}

// Those of the next rules in a drawer whose gates the answers pass. One gate in two does: without a
// branch for each this is twice as quick.
static int gather(const struct rule_index *index, int32_t from, int32_t end, const int16_t *setting,
                  int32_t *some)
{
    int n = 0;
    for (; from < end; from++) {
        some[n] = index->items[from];
        n += !index->gates || passes(&index->gates[some[n]], setting);
    }
    return n;
}

static int32_t look_into(struct engine *engine, const struct law *law, const int16_t *setting,
                         enum rule_kind kind, int32_t drawer, int32_t n)
{
    const struct rule_index *index = &law->index[kind];
    int32_t some[SOME], end = index->start[drawer + 1];
    for (int32_t i = index->start[drawer]; i < end; i += SOME) {
        int n_some = gather(index, i, i + SOME < end ? i + SOME : end, setting, some);
        for (int k = 0; k < n_some; k++)
            if (walk_certain(engine, law, setting, law->roots.listed[kind][some[k]]))
                n = hit(engine, some[k], n);
    }
    return n;
}

static bool any_shown(const struct engine *engine, const struct overriders *by, int32_t position)
{
    for (int32_t i = by->start[position]; i < by->start[position + 1]; i++)
        if (bits_has(engine->shown, (size_t)by->by[i]))
            return true;
    return false;
}

// Only what shows sets something else aside: while an answer is open on which the other one hangs,
// the weaker paper or step stays.
static int32_t keep_weaker(struct engine *engine, const struct law *law, const int16_t *setting,
                           enum rule_kind kind, int32_t n)
{
    memset(engine->shown, 0, BITS_WORDS((size_t)law->terms->n_items[kind]) * sizeof(uint64_t));
    for (int32_t i = 0; i < n; i++)
        bits_set(engine->shown, (size_t)engine->hits[i]);
    for (int32_t i = 0; i < law->n_overridable[kind]; i++) {
        int32_t position = law->overridable[kind][i];
        if (bits_has(engine->shown, (size_t)position) ||
            any_shown(engine, &law->terms->over[kind], position) ||
            !walk_certain(engine, law, setting, law->roots.when[kind][position]))
            continue;
        bits_set(engine->shown, (size_t)position);
        n = hit(engine, position, n);
    }
    return n;
}

int32_t walk_rules(struct engine *engine, const struct law *law, const int16_t *setting,
                   enum rule_kind kind)
{
    const struct rule_index *index = &law->index[kind];
    int32_t n = look_into(engine, law, setting, kind, 0, 0);
    for (int32_t i = 0; i < index->n_pivots; i++) {
        int16_t cls = setting[index->pivots[i]];
        if (is_band(cls)) // what is certain is filed under each of its classes
            cls = (int16_t)band_first(cls);
        if (cls >= 0)
            n = look_into(engine, law, setting, kind, index->first[index->pivots[i]] + cls, n);
    }
    bool stays =
        kind == RULE_DOCUMENT || kind == RULE_STEP; // a finding that may not count does not
    return stays && law->n_overridable[kind] ? keep_weaker(engine, law, setting, kind, n) : n;
}

enum truth walk_truth(struct engine *engine, const struct law *law, const int16_t *setting,
                      dd condition)
{
    uint32_t set = walk_reach(engine, law, setting, condition);
    return set == 1u << DD_YES ? TRUTH_YES : set == 1u << DD_NO ? TRUTH_NO : TRUTH_UNKNOWN;
}
