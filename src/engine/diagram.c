// SPDX-License-Identifier: MIT
#include "engine/diagram.h"
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"

enum { FIRST_NODES = 1 << 12, NO_NODE = 0 };
// In the memo's h: a table, not an if-then-else; or neither.
#define TABLE_TAG 0xffffff00u
#define ALL_TAG 0xffffffffu

void diagram_init(struct diagram *d)
{
    *d = (struct diagram){.budget = 1};
}

static void make_rooms(struct diagram *d)
{
    d->node_room = d->n_buckets = d->n_memo = FIRST_NODES;
    d->edge_room = 4 * FIRST_NODES;
    d->stack_room = 1 << 12;
    d->nodes = xcalloc(d->node_room, sizeof *d->nodes);
    d->edges = xcalloc(d->edge_room, sizeof *d->edges);
    d->buckets = xcalloc(d->n_buckets, sizeof *d->buckets);
    d->memo = xcalloc(d->n_memo, sizeof *d->memo);
    d->stack = xcalloc(d->stack_room, sizeof *d->stack);
    for (uint32_t t = 0; t < DD_TERMINALS; t++)
        d->nodes[t] = (struct dd_node){0, (uint32_t)1 << t, NO_NODE, 0, DD_LAST_VARIABLE};
    d->n_nodes = DD_TERMINALS;
}

void diagram_release(struct diagram *d)
{
    free(d->nodes);
    free(d->edges);
    free(d->buckets);
    free(d->memo);
    free(d->stack);
    free(d->before);
    free(d->lists.words);
    free(d->lists.slots);
    *d = (struct diagram){0};
}

void diagram_trim(struct diagram *d)
{
    struct diagram fresh = {.budget = d->budget, .keeps = d->keeps};
    if (d->node_room <= FIRST_NODES)
        return;
    diagram_release(d);
    *d = fresh;
}

// Hash and mask of a node. Only where the edges change: most neighbours are the same, and a country
// has a thousand. False: they are all the same.
static bool look_over(const struct diagram *d, uint16_t variable, const dd *edges, uint32_t *hash,
                      uint32_t *mask)
{
    uint32_t before = edges[0], arity = d->arity[variable], h = diagram_mix(variable, before),
             m = 0;
    bool change = false;
    for (uint32_t i = 1; i < arity; i++) {
        if (edges[i] == before)
            continue;
        m |= d->nodes[before].mask;
        before = edges[i];
        h = diagram_mix(h, before + i);
        change = true;
    }
    *hash = h;
    *mask = m | d->nodes[before].mask;
    return change;
}

// A few nodes are taken out of their buckets one by one: the flow resets often and makes few.
static void empty_buckets(struct diagram *d)
{
    if (d->n_nodes > d->n_buckets / 16) {
        memset(d->buckets, 0, d->n_buckets * sizeof *d->buckets);
        return;
    }
    for (uint32_t id = DD_TERMINALS; id < d->n_nodes; id++)
        d->buckets[d->nodes[id].hash & (d->n_buckets - 1)] = NO_NODE;
}

static void forget_all(struct diagram *d)
{
    empty_buckets(d);
    if (d->memo_used)
        memset(d->memo, 0, d->n_memo * sizeof *d->memo);
    d->memo_used = false;
    diagram_forget_lists(&d->lists);
    d->n_nodes = DD_TERMINALS;
    d->n_edges = 0;
}

// May what is known stay? A node says nothing of what its variable stands for, so it is right for
// all laws with the same arities. `before` has theirs.
static bool goes_on(struct diagram *d, const uint16_t *arity, uint32_t n)
{
    bool same = d->before && n == d->n_before && !memcmp(d->before, arity, n * sizeof *arity);
    if (!same) {
        d->before = xrealloc(d->before, n, sizeof *d->before);
        memcpy(d->before, arity, n * sizeof *arity);
        d->n_before = n;
    }
    return same && !d->spent && d->n_nodes <= DIAGRAM_MOST_KEPT;
}

void diagram_reset(struct diagram *d, const uint16_t *arity, uint32_t n)
{
    if (!d->nodes)
        make_rooms(d);
    if (!d->keeps || !goes_on(d, arity, n))
        forget_all(d);
    d->arity = arity;
    d->stack_top = 0;
    d->steps = 0;
    d->spent = false;
}

// Memo and buckets keep step with the nodes; the memo may forget, so half their number does, and
// the buckets are made anew.
static void grow_nodes(struct diagram *d)
{
    uint32_t room = d->node_room * 2;
    d->nodes = xrealloc(d->nodes, room, sizeof *d->nodes);
    d->node_room = d->n_buckets = room;
    d->n_memo = room / 2;
    free(d->buckets);
    free(d->memo);
    d->buckets = xcalloc(d->n_buckets, sizeof *d->buckets);
    d->memo = xcalloc(d->n_memo, sizeof *d->memo);
    for (uint32_t id = DD_TERMINALS; id < d->n_nodes; id++) {
        uint32_t *bucket = &d->buckets[d->nodes[id].hash & (d->n_buckets - 1)];
        d->nodes[id].next = *bucket;
        *bucket = id;
    }
}

// The node that tests `variable`: a child where all edges are the same, one that is there, or new.
static dd node_of(struct diagram *d, uint16_t variable, const dd *edges)
{
    uint32_t arity = d->arity[variable], hash, mask;
    if (!look_over(d, variable, edges, &hash, &mask))
        return edges[0];
    for (uint32_t id = d->buckets[hash & (d->n_buckets - 1)]; id != NO_NODE; id = d->nodes[id].next)
        if (d->nodes[id].hash == hash && d->nodes[id].variable == variable &&
            !memcmp(d->edges + d->nodes[id].edges, edges, arity * sizeof *edges))
            return id;
    if (d->n_nodes >= DIAGRAM_MOST_NODES * d->budget ||
        d->n_edges + arity > DIAGRAM_MOST_EDGES * d->budget) {
        d->spent = true;
        return DD_NO;
    }
    if (d->n_nodes == d->node_room)
        grow_nodes(d);
    while (d->n_edges + arity > d->edge_room) {
        d->edge_room *= 2;
        d->edges = xrealloc(d->edges, d->edge_room, sizeof *d->edges);
    }
    memcpy(d->edges + d->n_edges, edges, arity * sizeof *edges);
    uint32_t id = d->n_nodes++;
    uint32_t *bucket = &d->buckets[hash & (d->n_buckets - 1)];
    d->nodes[id] = (struct dd_node){d->n_edges, mask, *bucket, hash, variable};
    *bucket = id;
    d->n_edges += arity;
    return id;
}

// Room for the children of one node; grows, so it is addressed by index.
uint32_t diagram_push(struct diagram *d, uint32_t count)
{
    uint32_t base = d->stack_top;
    d->stack_top += count;
    if (d->stack_top > d->stack_room) {
        while (d->stack_top > d->stack_room)
            d->stack_room *= 2;
        d->stack = xrealloc(d->stack, d->stack_room, sizeof *d->stack);
    }
    return base;
}

dd diagram_pop(struct diagram *d, uint32_t base, uint16_t variable)
{
    dd result = node_of(d, variable, d->stack + base);
    d->stack_top = base;
    return result;
}

dd diagram_test(struct diagram *d, uint16_t variable, const bool *in)
{
    uint32_t base = diagram_push(d, d->arity[variable]);
    for (uint32_t i = 0; i < d->arity[variable]; i++)
        d->stack[base + i] = in[i] ? DD_YES : DD_NO;
    return diagram_pop(d, base, variable);
}

dd diagram_test_one(struct diagram *d, uint16_t variable, uint32_t cls)
{
    uint32_t base = diagram_push(d, d->arity[variable]);
    for (uint32_t i = 0; i < d->arity[variable]; i++)
        d->stack[base + i] = i == cls ? DD_YES : DD_NO;
    return diagram_pop(d, base, variable);
}

// One more node is looked at, with so many edges. False: the budget is spent.
bool diagram_step(struct diagram *d, uint32_t arity)
{
    d->steps += arity;
    d->spent |= d->steps > (uint64_t)DIAGRAM_MOST_STEPS * d->budget;
    return !d->spent;
}

static struct dd_memo *memo_at(struct diagram *d, dd f, dd g, dd h)
{
    return &d->memo[diagram_mix(diagram_mix(f, g), h) & (d->n_memo - 1)];
}

static uint16_t earliest(uint16_t a, uint16_t b)
{
    return a < b ? a : b;
}

// f, seen from a variable that it may not test: where its edges stand, or f itself for every class.
struct side {
    dd f;
    uint32_t edges;
    bool tests;
};

static struct side side_of(const struct diagram *d, dd f, uint16_t variable)
{
    return (struct side){f, d->nodes[f].edges, d->nodes[f].variable == variable};
}

// The child under class `i`.
static dd cofactor(const struct diagram *d, const struct side *s, uint32_t i)
{
    return s->tests ? d->edges[s->edges + i] : s->f;
}

dd diagram_ite(struct diagram *d, dd f, dd g, dd h)
{
    if (f == DD_YES || g == h)
        return g;
    if (f == DD_NO)
        return h;
    if (g == f)
        g = DD_YES; // inside f's yes, f is yes
    if (h == f)
        h = DD_NO;
    if (g == DD_YES && h == DD_NO)
        return f;
    struct dd_memo *memo = memo_at(d, f, g, h);
    if (memo->f == f && memo->g == g && memo->h == h)
        return memo->result;
    uint16_t v =
        earliest(d->nodes[f].variable, earliest(d->nodes[g].variable, d->nodes[h].variable));
    uint32_t arity = d->arity[v];
    if (!diagram_step(d, arity))
        return DD_NO;
    uint32_t base = diagram_push(d, arity);
    const struct side sides[] = {side_of(d, f, v), side_of(d, g, v), side_of(d, h, v)};
    dd before[3] = {UINT32_MAX, 0, 0}, result = 0;
    for (uint32_t i = 0; i < arity; i++) {
        dd a = cofactor(d, &sides[0], i), b = cofactor(d, &sides[1], i),
           c = cofactor(d, &sides[2], i);
        if (a != before[0] || b != before[1] || c != before[2])
            result = diagram_ite(d, a, b, c);
        before[0] = a, before[1] = b, before[2] = c;
        d->stack[base + i] = result;
    }
    result = diagram_pop(d, base, v);
    d->memo_used = true;
    *memo_at(d, f, g, h) = (struct dd_memo){f, g, h, result}; // the memo may have moved
    return result;
}

dd diagram_and(struct diagram *d, dd f, dd g)
{
    return f < g ? diagram_ite(d, f, g, DD_NO) : diagram_ite(d, g, f, DD_NO);
}

dd diagram_or(struct diagram *d, dd f, dd g)
{
    return f < g ? diagram_ite(d, f, DD_YES, g) : diagram_ite(d, g, DD_YES, f);
}

dd diagram_not(struct diagram *d, dd f)
{
    return diagram_ite(d, f, DD_NO, DD_YES);
}

// Where one side is at its end, or both are the same, the terminals of the other often say it all:
// they stay what they are, or all become one. False: they do not.
static bool settled(const struct diagram *d, const struct dd_table *table, dd f, dd g, dd *result)
{
    bool f_ends = diagram_ends(f) && f != g, g_ends = diagram_ends(g) && f != g;
    dd other = f_ends ? g : f, one = DD_TERMINALS;
    bool stay = true, same = true;
    if (f != g && !f_ends && !g_ends)
        return false;
    for (uint32_t left = d->nodes[other].mask; left && (stay || same); left &= left - 1) {
        dd t = (dd)__builtin_ctz(left);
        dd to = table->result[f_ends ? f : t][g_ends ? g : t];
        stay &= to == t;
        same &= one == DD_TERMINALS || to == one;
        one = to;
    }
    *result = same ? one : other;
    return same || stay;
}

dd diagram_apply(struct diagram *d, const struct dd_table *table, dd f, dd g)
{
    dd known;
    if (settled(d, table, f, g, &known))
        return known;
    uint32_t tag = TABLE_TAG | table->op;
    struct dd_memo *memo = memo_at(d, f, g, tag);
    if (memo->f == f && memo->g == g && memo->h == tag)
        return memo->result;
    uint16_t v = earliest(d->nodes[f].variable, d->nodes[g].variable);
    uint32_t arity = d->arity[v];
    if (!diagram_step(d, arity))
        return DD_NO;
    uint32_t base = diagram_push(d, arity);
    const struct side sides[] = {side_of(d, f, v), side_of(d, g, v)};
    dd before[2] = {UINT32_MAX, 0}, result = 0;
    for (uint32_t i = 0; i < arity; i++) {
        dd a = cofactor(d, &sides[0], i), b = cofactor(d, &sides[1], i);
        if (a != before[0] || b != before[1])
            result = diagram_apply(d, table, a, b);
        before[0] = a, before[1] = b;
        d->stack[base + i] = result;
    }
    result = diagram_pop(d, base, v);
    d->memo_used = true;
    *memo_at(d, f, g, tag) = (struct dd_memo){f, g, tag, result};
    return result;
}

dd diagram_all(struct diagram *d, dd f, uint16_t first, uint16_t end)
{
    uint16_t v = d->nodes[f].variable;
    if (f < DD_TERMINALS || v >= end)
        return f;
    uint32_t range = (uint32_t)first << 16 | end;
    struct dd_memo *memo = memo_at(d, f, range, ALL_TAG);
    if (memo->f == f && memo->g == range && memo->h == ALL_TAG)
        return memo->result;
    uint32_t arity = d->arity[v];
    if (!diagram_step(d, arity))
        return DD_NO;
    bool kept = v < first;
    uint32_t base = kept ? diagram_push(d, arity) : 0;
    dd all = DD_YES;
    for (uint32_t i = 0; i < arity && all != DD_NO; i++) {
        dd child = diagram_all(d, diagram_child(d, f, i), first, end);
        if (kept)
            d->stack[base + i] = child;
        else
            all = diagram_and(d, all, child);
    }
    dd result = kept ? diagram_pop(d, base, v) : all;
    d->memo_used = true;
    *memo_at(d, f, range, ALL_TAG) = (struct dd_memo){f, range, ALL_TAG, result};
    return result;
}
