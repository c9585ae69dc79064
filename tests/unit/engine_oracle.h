// SPDX-License-Identifier: MIT
// A second opinion for the engine's tests: tries every completion of the answers and every way the
// open facts can be, and evaluates the rules as they are written (engine/trace.h), one by one.
// Slow and simple on purpose. For packs as small as tests/packs/maze.
#ifndef TANU_TESTS_ENGINE_ORACLE_H
#define TANU_TESTS_ENGINE_ORACLE_H

#include "engine/atlas.h"
#include "engine/trace.h"

enum { ORACLE_VALUES = 32, ORACLE_WORLDS = 16 };

// A world is the pack with every open fact settled one way.
struct world {
    struct pack pack;
    struct atlas atlas;
};

struct oracle {
    const struct pack *pack;
    int32_t as_of;
    struct atlas atlas; // of the pack itself, open facts open
    struct world worlds[ORACLE_WORLDS];
    int n_worlds;
    struct arena arena;
    // Values worth trying, by question: one at least in every class.
    int64_t values[PACK_MAX_QUESTIONS][ORACLE_VALUES];
    int n_values[PACK_MAX_QUESTIONS];
};

// What a person is told when every question is answered and every fact settled.
struct told {
    int32_t outcome, position, position_from; // position: NONE is null
    int32_t academic, licence; // outcomes; of the licence: TABLE_GAP for none, TABLE_BODY
    bool duty;                 // the position is really asked for by an instrument
    uint64_t when;             // findings whose condition holds
    uint64_t conditions;       // of them, live: what a body asks for before it gives a licence
    uint64_t live, documents, have, steps, rights, warnings, notices; // of papers, steps: likewise
};

// Of papers or steps whose condition holds, those that are shown: what is not shown sets nothing
// aside. No cycles in the packs.
uint64_t oracle_shown(const struct item *items, int32_t n, uint64_t when);
// Of findings: those that would be live, but for such as are live in some worlds only. Bits that
// hold in all worlds.
uint64_t oracle_unsettled(const struct pack *pack, uint64_t when, uint64_t live);

void oracle_init(struct oracle *o, const struct pack *pack, int32_t as_of);
void oracle_release(struct oracle *o);

struct told oracle_tell(const struct oracle *o, const struct world *world,
                        const struct answers *complete);

// Calls `each` for every completion of the answers in every world. Absent and unknown questions
// stand for every value; a text stays as it is.
typedef void oracle_each(const struct oracle *o, const struct world *world,
                         const struct answers *complete, void *user);
void oracle_completions(const struct oracle *o, const struct answers *answers, oracle_each *each,
                        void *user);

// Answers with absent questions at their usual values.
struct answers oracle_usual(const struct pack *pack, const struct answers *answers);

// Answers with what the lists of the destination say of the institution. Names are compared in a
// plain way, so they differ in ASCII capitals only.
struct answers oracle_lists(const struct oracle *o, const struct answers *answers);

// Does anything a person is told depend on the question? The question itself is freed first.
// The institution's name also where a list could answer a question by it.
bool oracle_institution_matters(const struct oracle *o, const struct answers *answers);
bool oracle_matters(const struct oracle *o, const struct answers *answers, int32_t question);

#endif
