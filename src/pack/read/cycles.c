// SPDX-License-Identifier: MIT
// What depends on what among questions, matters and rules; a way that leads
// back to its start is refused, because such a thing would be true only if it were true. So is one
// that is very long: whoever follows the rules goes down it, and nobody could read it.
#include <string.h>

#include "base/text.h"
#include "pack/expr_reads.h"
#include "pack/read/loader.h"

// Questions, matters, then the rules of each kind.
enum part { PART_QUESTION, PART_MATTER, PART_RULE, PARTS = PART_RULE + RULE_KINDS };
enum { LONGEST = 256 };

static int part_of(enum rule_kind kind)
{
    return PART_RULE + (int)kind;
}

struct edge {
    int32_t from, to;
};

struct graph {
    struct loader *l;
    int32_t first[PARTS + 1]; // number of the first node of each part
    struct edge *edges;
    int32_t n_edges, room;
    int32_t *start;  // by node: its first edge in `sorted`
    int32_t *sorted; // targets
    int32_t *height; // by node: how many stand on the longest way down from it
    bool too_long;   // reported; once is enough
};

static void connect(struct graph *g, int32_t from, int part, int32_t index)
{
    if (index < 0)
        return;
    if (g->n_edges == g->room) {
        int32_t room = g->room ? g->room * 2 : 1024;
        g->edges =
            arena_grow(g->l->scratch, g->edges, (size_t)g->room, (size_t)room, sizeof *g->edges);
        g->room = room;
    }
    g->edges[g->n_edges++] = (struct edge){from, g->first[part] + index};
}

struct walk {
    struct graph *g;
    int32_t from;
};

static void connect_node(const struct expr *e, int32_t country, void *user)
{
    const struct walk *w = user;
    struct question_set questions = {{0}};
    (void)country;
    expr_questions(w->g->l->pack, e, &questions);
    for (int32_t q = question_set_next(&questions, 0); q >= 0;
         q = question_set_next(&questions, q + 1))
        connect(w->g, w->from, PART_QUESTION, q);
    if (expr_reads(e) & READS_MATTER)
        connect(w->g, w->from, PART_MATTER, e->index);
    if (expr_reads(e) & READS_FINDING)
        connect(w->g, w->from, part_of(RULE_FINDING), e->index);
}

static void connect_expr(struct graph *g, int32_t from, const struct expr *e)
{
    struct walk walk = {g, from};
    expr_each(e, NONE, connect_node, &walk);
}

// Whether a rule is listed depends on those that override it.
static void connect_rules(struct graph *g, enum rule_kind kind)
{
    int part = part_of(kind);
    for (int32_t i = 0; i < pack_rule_count(g->l->pack, kind); i++) {
        const struct rule *rule = pack_rule(g->l->pack, kind, i);
        connect_expr(g, g->first[part] + i, rule->when.root);
        for (int32_t k = 0; k < rule->overrides.count; k++)
            connect(g, g->first[part] + rule->overrides.items[k], part, i);
    }
}

static void connect_all(struct graph *g)
{
    const struct pack *p = g->l->pack;
    for (int32_t i = 0; i < p->n_questions; i++)
        connect_expr(g, g->first[PART_QUESTION] + i, p->questions[i].relevant);
    for (int32_t i = 0; i < p->n_matters; i++)
        connect_expr(g, g->first[PART_MATTER] + i, p->matters[i].when.root);
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        connect_rules(g, kind);
}

static void sort_edges(struct graph *g, int32_t nodes)
{
    g->start = ARENA_ARRAY(g->l->scratch, int32_t, (size_t)nodes + 2);
    g->sorted = ARENA_ARRAY(g->l->scratch, int32_t, (size_t)g->n_edges);
    for (int32_t i = 0; i < g->n_edges; i++)
        g->start[g->edges[i].from + 1]++;
    for (int32_t n = 0; n < nodes; n++)
        g->start[n + 1] += g->start[n];
    int32_t *fill = ARENA_ARRAY(g->l->scratch, int32_t, (size_t)nodes);
    memcpy(fill, g->start, (size_t)nodes * sizeof *fill);
    for (int32_t i = 0; i < g->n_edges; i++)
        g->sorted[fill[g->edges[i].from]++] = g->edges[i].to;
}

static const char *name_of(const struct graph *g, int32_t node, struct pack_place *place)
{
    const struct pack *p = g->l->pack;
    int part = 0;
    while (node >= g->first[part + 1])
        part++;
    int32_t i = node - g->first[part];
    if (part == PART_QUESTION) {
        *place = p->questions[i].place;
        return p->questions[i].id;
    }
    if (part == PART_MATTER) {
        *place = p->matters[i].place;
        return p->matters[i].id;
    }
    const struct rule *rule = pack_rule(p, (enum rule_kind)(part - PART_RULE), i);
    *place = rule->place;
    return rule->id;
}

static void report(const struct graph *g, const int32_t *path, int32_t from, int32_t depth)
{
    struct text way = TEXT_INIT;
    struct pack_place place, other;
    name_of(g, path[from], &place);
    for (int32_t i = from; i <= depth && i < from + 12; i++) {
        text_add(&way, name_of(g, path[i], &other));
        text_add(&way, " -> ");
    }
    text_add(&way, depth >= from + 12 ? "…" : name_of(g, path[from], &other));
    load_fault_at(g->l, place, "circular-reference", "this depends on itself: %s", text_str(&way));
    text_release(&way);
}

// Called when everything that the node depends on was measured.
static void measure(struct graph *g, int32_t node)
{
    int32_t most = 0;
    for (int32_t e = g->start[node]; e < g->start[node + 1]; e++)
        most = g->height[g->sorted[e]] > most ? g->height[g->sorted[e]] : most;
    g->height[node] = most + 1;
    if (g->height[node] <= LONGEST || g->too_long)
        return;
    struct pack_place place;
    const char *name = name_of(g, node, &place);
    g->too_long = true;
    load_fault_at(g->l, place, "chain-too-long",
                  "\"%s\" hangs on a chain of more than %d rules, one behind the other; name what "
                  "they share as a matter",
                  name, LONGEST);
}

// Depth-first with a path of its own; `state` is 0 new, 1 on the path, 2 done.
static void search(struct graph *g, int32_t root, unsigned char *state, int32_t *path,
                   int32_t *next)
{
    int32_t depth = 0;
    path[0] = root;
    state[root] = 1;
    next[root] = g->start[root];
    while (depth >= 0) {
        int32_t node = path[depth];
        if (next[node] == g->start[node + 1]) {
            state[node] = 2;
            depth--;
            measure(g, node);
            continue;
        }
        int32_t to = g->sorted[next[node]++];
        if (state[to] == 0) {
            state[to] = 1;
            next[to] = g->start[to];
            path[++depth] = to;
        } else if (state[to] == 1) {
            int32_t from = depth;
            while (path[from] != to)
                from--;
            report(g, path, from, depth);
            state[to] = 3; // once is enough; it stays on the path
        }
    }
}

void cycles_check(struct loader *l)
{
    const struct pack *p = l->pack;
    struct graph g = {.l = l};
    g.first[PART_MATTER] = p->n_questions;
    g.first[PART_RULE] = g.first[PART_MATTER] + p->n_matters;
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        g.first[part_of(kind) + 1] = g.first[part_of(kind)] + pack_rule_count(p, kind);
    int32_t nodes = g.first[PARTS];
    connect_all(&g);
    sort_edges(&g, nodes);
    g.height = ARENA_ARRAY(l->scratch, int32_t, (size_t)nodes);
    unsigned char *state = ARENA_ARRAY(l->scratch, unsigned char, (size_t)nodes);
    int32_t *path = ARENA_ARRAY(l->scratch, int32_t, (size_t)nodes);
    int32_t *next = ARENA_ARRAY(l->scratch, int32_t, (size_t)nodes);
    for (int32_t n = 0; n < nodes; n++)
        if (state[n] == 0)
            search(&g, n, state, path, next);
}
