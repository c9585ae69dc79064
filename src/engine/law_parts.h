// SPDX-License-Identifier: MIT
// What the files that build a law share; nobody else includes this.
//   law_terms.c    which rules are in scope
//   law_reads.c    which questions they read, and which facts are open
//   law_domains.c  into which classes answers fall, and the variables
//   law_order.c    in another order
//   law_slots.c    which instruments can give a position
//   law_draft.c    a draft: the order of what follows
//   law_compile.c  expressions to diagrams
//   law_leaves.c   what stands at their ends
//   law_tables.c   outcome tables, positions, lists of papers
//   law_freeze.c   the finished diagrams to flat arrays
//   law_index.c    rules filed by the answer they need
#ifndef TANU_ENGINE_LAW_PARTS_H
#define TANU_ENGINE_LAW_PARTS_H

#include "engine/law.h"

#define NOT_MADE UINT32_MAX

// Conditions whose variables come first, in the order in which they are read; empty: pack order.
enum { LAW_MOST_ORDERS = 4 };
struct law_order {
    const struct expr *first[LAW_MOST_ORDERS];
    int n;
};
// One more condition. False: it is there already, or the order is full.
bool law_order_add(struct law_order *order, const struct law_trouble *trouble);

// The draft with its variables in that order; it may have a trouble and mean nothing.
struct law_draft *law_draft_in(const struct atlas *atlas, int32_t country, struct diagram *d,
                               const struct law_order *order);

struct law_terms *law_terms_new(const struct atlas *atlas, int32_t country,
                                const struct law_order *order);
void law_terms_free(struct law_terms *terms);
// The instruments that may bind the destination.
struct instrument_set law_instruments(const struct law_terms *terms);
// Variables, domains and open facts; items[] must be filled.
void law_domains(struct law_terms *terms, const struct law_order *order);
// The index of an open fact, or NONE.
int32_t law_find_fact(const struct law_terms *terms, enum fact_kind kind, int32_t a, int32_t b,
                      const uint64_t *set);
// Slots; domains must be known.
void law_slots(struct law_terms *terms);
// The rank of the slot among those of a class of award countries, or NONE.
int32_t law_rank(const struct law_terms *terms, int32_t cls, int32_t slot);
// Sections of the right lengths, in the arena.
void law_roots_make(struct law_roots *roots, const struct law_terms *terms, struct arena *arena);

struct builder {
    struct law_draft *draft;
    const struct law_terms *terms;
    struct diagram *d;
    const struct pack *pack;
    const struct atlas *atlas;
    dd linked[PACK_MAX_INSTRUMENTS], covers[PACK_MAX_INSTRUMENTS]; // NOT_MADE until asked for
    dd *effects;          // by (table, effect, matter or any)
    enum rule_kind table; // the outcome table being compiled
    enum duty duty;       // of the instrument being judged
    bool *in;             // room for the classes of one variable
};

// If the budget was spent just now, this is to blame: called behind each rule that is compiled, so
// the innermost one is the first to ask.
void builder_blame(struct builder *b, struct law_trouble part);
void builder_blame_rule(struct builder *b, const struct rule *rule);

dd builder_expr(struct builder *b, const struct expr *expr); // NULL: always
dd builder_relevant(struct builder *b, int32_t question);
dd builder_matter(struct builder *b, int32_t matter);
dd builder_live(struct builder *b, int32_t position);
dd builder_covers(struct builder *b, int32_t instrument);
// Leaves (law_leaves.c): one operation each; NO where its question does not apply.
dd builder_party(struct builder *b, int32_t instrument, int32_t question);
dd builder_linked(struct builder *b, int32_t instrument);
dd builder_reservation(struct builder *b, const struct expr *e);
dd builder_same(struct builder *b, const struct expr *e);
dd builder_trait(struct builder *b, const struct expr *e);
dd builder_in(struct builder *b, const struct expr *e);
dd builder_compare(struct builder *b, const struct expr *e);
dd builder_list(struct builder *b, const struct expr *e);
dd builder_licensed(struct builder *b, const struct expr *e);
dd builder_below_norm(struct builder *b, const struct expr *e);
dd builder_covered(struct builder *b);
dd builder_guarded(struct builder *b, int32_t question, dd test);
dd builder_yes_if(bool yes);

void law_tables(struct builder *b);

// `gated`: with gates, which are worth their room where rules are many and asked for in each case.
void law_index(const struct law *law, struct rule_index *index, const dd *roots, int32_t n,
               bool gated);

#endif
