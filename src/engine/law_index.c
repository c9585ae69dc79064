// SPDX-License-Identifier: MIT
// Which rules can hold under an answer, so that a case does not pay for rules that cannot concern
// it. Most conditions are "this answer and …": where a diagram is a chain of tests that all lead
// to NO but for one way on, each test alone can rule the rule out. The sharpest one is its pivot,
// and the rule is filed under the classes of the pivot that let it pass. While the pivot is open
// the rule is not certain, so it need not be looked at either.
#include <string.h>
#include "engine/law_parts.h"
#include "engine/node.h"

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

// The node to file the rule under, or a terminal if there is none.
static dd find_pivot(const struct law *law, dd f)
{
    dd pivot = DD_YES;
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

static void put(struct rule_index *index, int32_t drawer, int32_t position, bool count)
{
    if (count)
        index->start[drawer + 2]++;
    else
        index->items[index->start[drawer + 1]++] = position;
}

// Puts the rule into every drawer it belongs to, or counts it there. Drawer 0: looked at always.
static void file_rule(const struct law *law, struct rule_index *index, dd root, int32_t position,
                      bool count)
{
    if (root == DD_NO)
        return;
    dd pivot = find_pivot(law, root);
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

void law_index(const struct law *law, struct rule_index *index, const dd *roots, int32_t n)
{
    int32_t drawers = 1;
    index->first = ARENA_ARRAY(&law->terms->arena, int32_t, (size_t)law->terms->n_variables);
    index->pivots = ARENA_ARRAY(&law->terms->arena, uint16_t, (size_t)law->terms->n_variables);
    for (int32_t v = 0; v < law->terms->n_variables; v++) {
        index->first[v] = drawers;
        drawers += law->terms->arity[v];
    }
    index->start = ARENA_ARRAY(&law->terms->arena, int32_t, (size_t)drawers + 2);
    for (int32_t i = 0; i < n; i++)
        file_rule(law, index, roots[i], i, true);
    for (int32_t i = 2; i < drawers + 2; i++)
        index->start[i] += index->start[i - 1];
    index->items = ARENA_ARRAY(&law->terms->arena, int32_t, (size_t)index->start[drawers + 1]);
    // As in read_overrides(): each start moves to its end, which is the start of the next.
    for (int32_t i = 0; i < n; i++)
        file_rule(law, index, roots[i], i, false);
    list_pivots(law, index);
}
