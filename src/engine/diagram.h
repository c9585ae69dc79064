// SPDX-License-Identifier: MIT
// Decision diagrams with many-valued variables, hash-consed and reduced.
//
// A node tests one variable and has one edge for each of its classes; the terminals are the ids
// 0 to 31. A condition is a diagram over the terminals DD_NO and DD_YES; an outcome table has the
// outcome's index as terminal. Because diagrams are canonical (same function, same id), equality
// is one comparison, and a variable occurs in a diagram exactly if the function depends on it.
//
// A struct diagram is the workshop where they are made: it grows with malloc, and what it gave is
// good until diagram_reset(). Law (law.h) copies what it needs into flat, read-only arrays.
//
// Functions can be made whose diagrams grow beyond any machine. A workshop has a budget of nodes,
// edges and steps (which stand for time); where it is spent, `spent` is set, every operation gives
// DD_NO at once, and nothing that was made since means anything until the next reset.
#ifndef TANU_ENGINE_DIAGRAM_H
#define TANU_ENGINE_DIAGRAM_H

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t dd; // a node, or a terminal if < DD_TERMINALS

enum {
    DD_NO = 0,
    DD_YES = 1,
    DD_BODY = 29, // of the licence: nothing is known but the body that decides
    DD_NULL = 30, // of positions: no instrument links the two countries; no licence is asked for
    DD_GAP = 31,  // of tables: no row holds. Of positions: linked, but without a duty here
    DD_TERMINALS = 32,
    DD_LAST_VARIABLE = UINT16_MAX
};

// The budget: fifty times what the largest law of a pack has needed so far.
enum { DIAGRAM_MOST_NODES = 1 << 19, DIAGRAM_MOST_EDGES = 1 << 23, DIAGRAM_MOST_STEPS = 1 << 27 };

struct dd_node {
    uint32_t edges; // index of the first one in diagram.edges
    uint32_t mask;  // terminals that can be reached
    uint32_t next;  // in the same bucket
    uint32_t hash;
    uint16_t variable;
};

struct dd_memo {
    uint32_t f, g, h, result;
};

// Lists of conditions that diagram_first() has walked, with what came out: see diagram_first.c.
struct dd_lists {
    uint32_t *words, n_words, word_room;
    uint32_t *slots, n_slots, n_used;
};

// So many nodes may stay over a reset, a quarter of the budget: what had that part of it for
// nothing is still far from what is too much.
enum { DIAGRAM_MOST_KEPT = 1 << 17 };

struct diagram {
    const uint16_t *arity; // by variable; borrowed
    struct dd_node *nodes; // nodes[0..31] stand for the terminals
    uint32_t *edges, *buckets, *stack;
    struct dd_memo *memo;
    struct dd_lists lists;
    uint16_t *before; // where it keeps nodes: the arities of the last reset
    uint32_t n_before;
    bool memo_used, spent;
    bool keeps;      // nodes over a reset, where the arities are the same: for laws that are alike
    uint64_t steps;  // edges looked at
    uint32_t budget; // times the usual one; 1 unless somebody says otherwise
    uint32_t n_nodes, node_room, n_edges, edge_room, n_buckets, n_memo, stack_top, stack_room;
};

// A function of two terminals, as a table; `op` tells tables apart in the memo, 0 to 255.
struct dd_table {
    uint32_t op;
    uint8_t result[DD_TERMINALS][DD_TERMINALS];
};

void diagram_init(struct diagram *d); // takes no memory before the first reset
void diagram_release(struct diagram *d);
// Forgets all nodes and gives their rooms back, if they have grown.
void diagram_trim(struct diagram *d);
// Forgets all nodes, unless it `keeps` them; `arity` (of n variables, kept by the caller) holds
// from now on. Comes before anything else.
void diagram_reset(struct diagram *d, const uint16_t *arity, uint32_t n);

// The node that tests `variable`: push room for its edges (`count` is its arity), fill
// stack[base …] (which may move while further nodes are made) with children that test later
// variables, pop the node.
uint32_t diagram_push(struct diagram *d, uint32_t count);
dd diagram_pop(struct diagram *d, uint32_t base, uint16_t variable);
// Yes where the variable has one of the classes for which `in` is set.
dd diagram_test(struct diagram *d, uint16_t variable, const bool *in);
dd diagram_test_one(struct diagram *d, uint16_t variable, uint32_t cls);

dd diagram_ite(struct diagram *d, dd f, dd g, dd h); // f must be a condition
dd diagram_and(struct diagram *d, dd f, dd g);
dd diagram_or(struct diagram *d, dd f, dd g);
dd diagram_not(struct diagram *d, dd f);
// The terminal of the first of n conditions that holds; where none does: `rest`.
dd diagram_first(struct diagram *d, const dd *when, const uint8_t *then, int32_t n, dd rest);
dd diagram_apply(struct diagram *d, const struct dd_table *table, dd f, dd g);
// One more node is looked at, with so many edges. False: the budget is spent.
bool diagram_step(struct diagram *d, uint32_t edges);
void diagram_forget_lists(struct dd_lists *lists);
// Yes where the condition f holds whatever the variables from `first` to before `end` are.
dd diagram_all(struct diagram *d, dd f, uint16_t first, uint16_t end);

// One step of a hash; a few instructions, for nodes and lists are hashed all the time.
static inline uint32_t diagram_mix(uint32_t a, uint32_t b)
{
    uint64_t product = ((uint64_t)a ^ 0x9e3779b9u) * (((uint64_t)b << 1) ^ 0xff51afd7ed558ccdULL);
    return (uint32_t)(product ^ product >> 32);
}

static inline bool diagram_ends(dd f) // at a terminal
{
    return f < DD_TERMINALS;
}

static inline uint16_t diagram_variable(const struct diagram *d, dd f)
{
    return d->nodes[f].variable; // DD_LAST_VARIABLE for a terminal
}

static inline uint32_t diagram_mask(const struct diagram *d, dd f)
{
    return d->nodes[f].mask;
}

static inline dd diagram_child(const struct diagram *d, dd f, uint32_t cls)
{
    return d->edges[d->nodes[f].edges + cls];
}

#endif
