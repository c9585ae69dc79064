// SPDX-License-Identifier: MIT
// Copies the diagrams that the engine needs out of the workshop into one flat array (node.h).
#include <stdlib.h>
#include "base/oom.h"
#include "engine/law_parts.h"
#include "engine/node.h"

// Classes from which on exceptions are worth looking up: of the shipped pack countries, years and
// some of its numbers.
enum { WIDE = 16 };

struct freezer {
    struct law *law;
    const struct diagram *d;
    uint32_t *place; // by node: where it went, 0: not yet
    uint32_t room;
    struct question_set met; // questions that the nodes frozen so far test
};

// The child that most classes lead to, more or less: the one that holds its ground against others.
static dd usual_child(const dd *edges, uint32_t arity)
{
    dd usual = edges[0];
    uint32_t lead = 0;
    for (uint32_t i = 0; i < arity; i++) {
        if (!lead)
            usual = edges[i];
        lead = edges[i] == usual ? lead + 1 : lead - 1;
    }
    return usual;
}

// How many classes lead elsewhere, where naming them is much shorter than naming all; else 0.
static uint32_t count_exceptions(const dd *edges, uint32_t arity, dd usual)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < arity; i++)
        n += edges[i] != usual;
    return 2 * (1 + 2 * n) <= arity ? n : 0;
}

static uint32_t take_words(struct freezer *z, uint32_t count)
{
    struct law *law = z->law;
    uint32_t at = law->n_words;
    while (at + count > z->room) {
        z->room *= 2;
        law->words = xrealloc(law->words, z->room, sizeof *law->words);
    }
    law->n_words += count;
    return at;
}

static dd freeze(struct freezer *z, dd f);

static void freeze_all(struct freezer *z, const dd *edges, uint32_t arity, uint32_t at)
{
    for (uint32_t i = 0; i < arity; i++) {
        dd child = freeze(z, edges[i]);
        z->law->words[at + i] = child;
    }
}

static void freeze_exceptions(struct freezer *z, const dd *edges, uint32_t arity, dd usual,
                              uint32_t at)
{
    dd child = freeze(z, usual);
    z->law->words[at++] = child;
    for (uint32_t i = 0; i < arity; i++) {
        if (edges[i] == usual)
            continue;
        child = freeze(z, edges[i]);
        z->law->words[at++] = i;
        z->law->words[at++] = child;
    }
}

// Copies a node and what it reaches, a way down after the other, so that a walk stays close.
static dd freeze(struct freezer *z, dd f)
{
    if (diagram_ends(f))
        return f;
    if (z->place[f])
        return z->place[f];
    const struct dd_node *node = &z->d->nodes[f];
    const dd *edges = z->d->edges + node->edges;
    uint32_t arity = z->law->terms->arity[node->variable];
    dd usual = arity < WIDE ? edges[0] : usual_child(edges, arity);
    uint32_t exceptions = arity < WIDE ? 0 : count_exceptions(edges, arity, usual);
    uint32_t at = take_words(z, NODE_EDGES + (exceptions ? 1 + 2 * exceptions : arity));
    uint32_t *words = z->law->words + at;
    words[0] = node->variable | exceptions << 16;
    words[NODE_MASK] = node->mask;
    words[NODE_SERIAL] = z->law->n_serials++;
    z->place[f] = at;
    int32_t question = z->law->terms->variables[node->variable].question;
    if (question != NONE)
        question_set_add(&z->met, question);
    if (exceptions)
        freeze_exceptions(z, edges, arity, usual, at + NODE_EDGES);
    else
        freeze_all(z, edges, arity, at + NODE_EDGES);
    return at;
}

static void list_overridable(struct law *law, const struct law_draft *draft, enum rule_kind kind)
{
    const struct overriders *by = &law->terms->over[kind];
    int32_t n = law->terms->n_items[kind];
    law->overridable[kind] = ARENA_ARRAY(&law->terms->arena, int32_t, (size_t)n);
    for (int32_t i = 0; i < n; i++) {
        int32_t position = kind == RULE_FINDING ? i : draft->settled[kind][i];
        if (by->start[position] < by->start[position + 1] &&
            draft->roots.when[kind][position] != DD_NO)
            law->overridable[kind][law->n_overridable[kind]++] = position;
    }
}

// The outcome first: what it tests is what it depends on.
static void freeze_roots(struct freezer *z, const struct law_roots *from)
{
    struct law *law = z->law;
    law->words = xcalloc(z->room, sizeof *law->words);
    law->n_words = DD_TERMINALS + NODE_MASK; // ids below are terminals, whose masks stand there
    for (uint32_t t = 0; t < DD_TERMINALS; t++)
        law->words[t + NODE_MASK] = (uint32_t)1 << t;
    law->roots.outcome[0] = freeze(z, from->outcome[0]);
    law->decides = z->met;
    int32_t n = law->terms->atlas->brief ? from->n_brief : from->n; // the others stay NOT_MADE
    for (int32_t i = 1; i < n; i++)                                 // it stands first
        law->roots.all[i] = freeze(z, from->all[i]);
    law->words = xrealloc(law->words, law->n_words, sizeof *law->words);
}

struct law *law_freeze(struct law_draft *draft)
{
    struct law *law = xcalloc(1, sizeof *law);
    struct freezer z = {.law = law, .d = draft->workshop, .room = 1 << 12};
    z.place = xcalloc(z.d->n_nodes, sizeof *z.place);
    law->terms = draft->terms;
    law->trouble = draft->trouble;
    law_roots_make(&law->roots, law->terms, &law->terms->arena);
    for (enum rule_kind kind = RULE_FINDING; kind <= RULE_STEP; kind++)
        list_overridable(law, draft, kind);
    freeze_roots(&z, &draft->roots);
    free(z.place);
    draft->terms = NULL;
    law_draft_free(draft);
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        law_index(law, &law->index[kind], law->roots.listed[kind], law->terms->n_items[kind],
                  kind == RULE_FINDING);
    return law;
}

void law_free(struct law *law)
{
    if (!law)
        return;
    law_terms_free(law->terms);
    free(law->words);
    free(law);
}
