// SPDX-License-Identifier: MIT
// What the files that build a law share; nobody else includes this.
//   law_domains.c  which questions the rules in scope read, and into which classes answers fall
//   law_compile.c  expressions to diagrams
//   law_slots.c    which instruments can give a position
//   law_tables.c   outcome tables, positions, lists of papers
//   law_freeze.c   the finished diagrams to flat arrays
//   law_index.c    rules filed by the answer they need
//   law.c          the order of it all
#ifndef TANU_ENGINE_LAW_PARTS_H
#define TANU_ENGINE_LAW_PARTS_H

#include "engine/law.h"

#define NOT_MADE UINT32_MAX

// Variables, domains and open facts of law->country; items[] must be filled.
void law_domains(struct law *law);
// The index of an open fact of the law, or NONE.
int32_t law_find_fact(const struct law *law, enum fact_kind kind, int32_t a, int32_t b,
                      const uint64_t *set);

// Slots of the law; domains must be known.
void law_slots(struct law *law);
// The rank of the slot among those of a class of award countries, or NONE.
int32_t law_rank(const struct law *law, int32_t class, int32_t slot);

struct builder {
    struct law *law;
    struct diagram *d;
    const struct pack *pack;
    const struct atlas *atlas;
    dd linked[PACK_MAX_INSTRUMENTS], covers[PACK_MAX_INSTRUMENTS]; // NOT_MADE until asked for
    dd *effects;     // by (convention?, effect, matter + 1)
    bool convention; // which reading an outcome table is compiled in
    enum duty duty;  // of the instrument being judged
    bool *in;        // room for the classes of one variable
};

dd compile(struct builder *b, const struct expr *expr); // NULL: always
dd compile_relevant(struct builder *b, int32_t question);
dd compile_matter(struct builder *b, int32_t matter);
dd compile_live(struct builder *b, int32_t position);
dd compile_covers(struct builder *b, int32_t instrument);

void law_tables(struct builder *b);

// After freezing.
void law_index(struct law *law, struct rule_index *index, const dd *roots, int32_t n);

#endif
