// SPDX-License-Identifier: MIT
// Which rules can hold under an answer, so that a case does not pay for rules that cannot concern
// it. Most conditions are "this answer and …": where a diagram is a chain of tests that all lead
// to NO but for one way on, each test alone can rule the rule out. The sharpest one is its pivot,
// and the rule is filed under the classes of the pivot that let it pass. While the pivot is open
// the rule is not certain, so it need not be looked at either.
//
// A condition may also need one of some answers without being a chain ("a doctor from here, or a
// nurse from there"). So each rule has a gate besides, the sharpest such question: a bit tells
// there what a walk through the diagram would.
#include <stdlib.h>
#include "base/oom.h"
#include "engine/law_parts.h"
#include "engine/node.h"

// Classes that a gate has bits for; nodes that are looked at for one; so many thousandths shut, and
// no sharper one is sought.
enum { GATE_CLASSES = RULE_GATE_OPEN, GATE_STEPS = 48, GATE_SHARP = 700 };

// The one child that is not NO, or NO if there are several different ones. Counts the NO edges.
static dd way_on(const struct law *law, const uint32_t *node, uint32_t *shut)
{
    uint32_t arity = law->terms->arity[node_variable(node)];
    dd only = DD_NO;
    bool several = false;
    *shut = arity;
    for (uint32_t i = 0; (i = node_not(node, arity, i, DD_NO)) < arity; i++) {
        dd child = node_child(node, i);
        several |= only != DD_NO && only != child;
        only = child;
        --*shut;
    }
    return several ? DD_NO : only;
}

// The node to file the rule under, DD_YES if there is none, DD_NO if the rule never holds.
static dd find_pivot(const struct law *law, dd f)
{
    dd pivot = f == DD_NO ? DD_NO : DD_YES;
    double best = 0;
    while (!diagram_ends(f)) {
        uint32_t shut, arity = law->terms->arity[node_variable(law->words + f)];
        dd next = way_on(law, law->words + f, &shut);
        double share = (double)shut / arity;
        if (share > best) {
            best = share;
            pivot = f;
        }
        f = next;
    }
    return pivot;
}

// The classes of a variable under which f can hold: all of them where it can without testing it.
// Many ways lead through a diagram; where so many steps do not tell, nothing is told.
static uint32_t classes_for(const struct law *law, dd f, uint16_t variable, uint32_t all,
                            int *steps)
{
    const uint32_t *node = law->words + f;
    if (f == DD_NO)
        return 0;
    if (diagram_ends(f) || node_variable(node) > variable || --*steps < 0)
        return all;
    uint32_t step, more = node_children(node, law->terms->arity, &step), set = 0;
    if (node_variable(node) == variable) {
        for (uint32_t c = 0; c < law->terms->arity[variable]; c++)
            set |= (uint32_t)(node_child(node, c) != DD_NO) << c;
        return set;
    }
    dd before = DD_NO;
    for (const uint32_t *child = node + NODE_EDGES; more && set != all; more--, child += step)
        if (*child != before)
            set |= classes_for(law, before = *child, variable, all, steps);
    return set;
}

// A question that every way to yes asks stands on each of them, so one way is enough to find all.
static struct rule_gate find_gate(const struct law *law, dd root, dd pivot)
{
    struct rule_gate gate = {UINT32_MAX, 0};
    int best = 0;
    for (dd f = root; !diagram_ends(f) && best < GATE_SHARP;) {
        const uint32_t *node = law->words + f;
        uint16_t variable = node_variable(node);
        uint32_t arity = law->terms->arity[variable];
        f = node_child(node, node_not(node, arity, 0, DD_NO));
        if (arity > GATE_CLASSES || node == law->words + pivot)
            continue;
        uint32_t all = UINT32_MAX >> (32 - arity);
        int steps = GATE_STEPS;
        uint32_t passes = classes_for(law, root, variable, all, &steps);
        int shut = (int)(arity - (uint32_t)__builtin_popcount(passes)) * 1000 / (int)arity;
        if (shut > best) {
            best = shut;
            gate = (struct rule_gate){passes, variable};
        }
    }
    return gate;
}

static void put(struct rule_index *index, int32_t drawer, int32_t position, bool count)
{
    if (count)
        index->start[drawer + 2]++;
    else
        index->items[index->start[drawer + 1]++] = position;
}

// Puts the rule into every drawer it belongs to, or counts it there. Drawer 0: looked at always.
static void file_rule(const struct law *law, struct rule_index *index, dd pivot, int32_t position,
                      bool count)
{
    if (pivot == DD_NO)
        return;
    if (diagram_ends(pivot)) {
        put(index, 0, position, count);
        return;
    }
    const uint32_t *node = law->words + pivot;
    uint32_t arity = law->terms->arity[node_variable(node)];
    for (uint32_t i = 0; (i = node_not(node, arity, i, DD_NO)) < arity; i++)
        put(index, index->first[node_variable(node)] + (int32_t)i, position, count);
}

static void list_pivots(const struct law *law, struct rule_index *index)
{
    for (int32_t v = 0; v < law->terms->n_variables; v++) {
        int32_t first = index->first[v], end = first + law->terms->arity[v];
        if (index->start[end] > index->start[first])
            index->pivots[index->n_pivots++] = (uint16_t)v;
    }
}

void law_index(const struct law *law, struct rule_index *index, const dd *roots, int32_t n,
               bool gated)
{
    int32_t drawers = 1;
    dd *pivots = xcalloc((size_t)n, sizeof *pivots);
    index->first = ARENA_ARRAY(&law->terms->arena, int32_t, (size_t)law->terms->n_variables);
    index->pivots = ARENA_ARRAY(&law->terms->arena, uint16_t, (size_t)law->terms->n_variables);
    for (int32_t v = 0; v < law->terms->n_variables; v++) {
        index->first[v] = drawers;
        drawers += law->terms->arity[v];
    }
    index->start = ARENA_ARRAY(&law->terms->arena, int32_t, (size_t)drawers + 2);
    if (gated && law->terms->n_variables)
        index->gates = ARENA_ARRAY(&law->terms->arena, struct rule_gate, (size_t)n);
    for (int32_t i = 0; i < n; i++) {
        pivots[i] = find_pivot(law, roots[i]);
        if (index->gates)
            index->gates[i] = find_gate(law, roots[i], pivots[i]);
        file_rule(law, index, pivots[i], i, true);
    }
    for (int32_t i = 2; i < drawers + 2; i++)
        index->start[i] += index->start[i - 1];
    index->items = ARENA_ARRAY(&law->terms->arena, int32_t, (size_t)index->start[drawers + 1]);
    // As in read_overrides(): each start moves to its end, which is the start of the next.
    for (int32_t i = 0; i < n; i++)
        file_rule(law, index, pivots[i], i, false);
    free(pivots);
    list_pivots(law, index);
}
