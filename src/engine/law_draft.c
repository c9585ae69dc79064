// SPDX-License-Identifier: MIT
// A draft: all diagrams of a law, in a workshop.
#include <stdlib.h>
#include "base/oom.h"
#include "engine/law_parts.h"

static dd *take(dd **next, int32_t count)
{
    dd *section = *next;
    *next += count;
    return section;
}

static dd *make_all(struct arena *arena, int32_t n)
{
    dd *all = ARENA_ARRAY(arena, dd, (size_t)n);
    for (int32_t i = 0; i < n; i++)
        all[i] = NOT_MADE;
    return all;
}

// Sections that had nothing to be made of (duties that nobody has) read as DD_NULL.
static void close_all(dd *all, int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        if (all[i] == NOT_MADE)
            all[i] = DD_NULL;
}

void law_roots_make(struct law_roots *roots, const struct law_terms *terms, struct arena *arena)
{
    const int32_t *n = terms->n_items, n_questions = terms->atlas->pack->n_questions;
    int32_t n_instruments = terms->atlas->pack->n_instruments;
    roots->n =
        5 + terms->n_slots + n[RULE_FINDING] + n[RULE_DOCUMENT] + n_questions + n_instruments;
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        roots->n += kind <= RULE_STEP ? 2 * n[kind] : n[kind];
    roots->all = make_all(arena, roots->n);
    dd *next = roots->all;
    roots->outcome = take(&next, 1);
    roots->practice = take(&next, 1);
    roots->licence = take(&next, 1);
    roots->live = roots->listed[RULE_FINDING] = take(&next, n[RULE_FINDING]);
    roots->position = take(&next, 1);
    roots->from = take(&next, 1);
    roots->slot_position = take(&next, terms->n_slots);
    roots->covers = take(&next, n_instruments);
    roots->relevant = take(&next, n_questions);
    roots->n_brief = (int32_t)(next - roots->all);
    roots->unsettled = take(&next, n[RULE_FINDING]);
    for (enum rule_kind kind = RULE_FINDING; kind <= RULE_STEP; kind++)
        roots->when[kind] = take(&next, n[kind]);
    for (enum rule_kind kind = RULE_DOCUMENT; kind < RULE_KINDS; kind++)
        roots->listed[kind] = take(&next, n[kind]);
    for (enum rule_kind kind = RULE_RIGHT; kind < RULE_KINDS; kind++)
        roots->when[kind] = roots->listed[kind]; // nothing sets these aside
    roots->have = take(&next, n[RULE_DOCUMENT]);
}

static void lay_out(struct law_draft *draft)
{
    const struct pack *pack = draft->terms->atlas->pack;
    draft->n_parts =
        pack->n_matters + pack->n_practice + pack->n_licence + DUTIES * (1 + pack->n_convention);
    draft->parts = make_all(&draft->arena, draft->n_parts);
    dd *next = draft->parts;
    draft->matter = take(&next, pack->n_matters);
    draft->practice_rows = take(&next, pack->n_practice);
    draft->licence_rows = take(&next, pack->n_licence);
    draft->convention = take(&next, DUTIES);
    draft->convention_rows = take(&next, DUTIES * pack->n_convention);
    for (enum rule_kind kind = RULE_DOCUMENT; kind <= RULE_STEP; kind++)
        draft->settled[kind] =
            ARENA_ARRAY(&draft->arena, int32_t, (size_t)draft->terms->n_items[kind]);
}

static void compile_all(struct law_draft *draft)
{
    const struct law_terms *terms = draft->terms;
    const struct pack *pack = terms->atlas->pack;
    struct builder b = {
        .draft = draft, .terms = terms, .d = draft->workshop, .pack = pack, .atlas = terms->atlas};
    size_t effects = RULE_FINDING * (size_t)EFFECTS * (size_t)(pack->n_matters + 1);
    for (int32_t i = 0; i < PACK_MAX_INSTRUMENTS; i++)
        b.linked[i] = b.covers[i] = NOT_MADE;
    b.effects = xcalloc(effects, sizeof *b.effects);
    b.in = xcalloc(terms->widest, sizeof *b.in);
    for (size_t i = 0; i < effects; i++)
        b.effects[i] = NOT_MADE;
    law_tables(&b);
    free(b.effects);
    free(b.in);
}

struct law_draft *law_draft_in(const struct atlas *atlas, int32_t country, struct diagram *d,
                               const struct law_order *order)
{
    struct law_draft *draft = xcalloc(1, sizeof *draft);
    draft->terms = law_terms_new(atlas, country, order);
    draft->workshop = d;
    law_roots_make(&draft->roots, draft->terms, &draft->arena);
    lay_out(draft);
    diagram_reset(d, draft->terms->arity, (uint32_t)draft->terms->n_variables);
    compile_all(draft);
    close_all(draft->roots.all, draft->roots.n);
    close_all(draft->parts, draft->n_parts);
    return draft;
}

static void fill(dd *section, int32_t n, dd terminal)
{
    for (int32_t i = 0; i < n; i++)
        section[i] = terminal;
}

// Nothing holds, every table has a gap, and every question may apply.
static void say_nothing(struct law_draft *draft)
{
    struct law_roots *r = &draft->roots;
    const struct pack *pack = draft->terms->atlas->pack;
    diagram_reset(draft->workshop, draft->terms->arity, (uint32_t)draft->terms->n_variables);
    fill(r->all, r->n, DD_NO);
    fill(draft->parts, draft->n_parts, DD_NO);
    fill(draft->convention, DUTIES, DD_NULL);
    fill(r->relevant, pack->n_questions, DD_YES);
    fill(r->covers, pack->n_instruments, DD_YES);
    fill(r->have, draft->terms->n_items[RULE_DOCUMENT], DD_NULL);
    fill(r->slot_position, draft->terms->n_slots, DD_NULL);
    r->practice[0] = r->outcome[0] = DD_GAP;
    r->licence[0] = r->position[0] = DD_NULL;
}

struct law_draft *law_draft_new(const struct atlas *atlas, int32_t country, struct diagram *d)
{
    struct law_order order = {.n = 0};
    for (;;) {
        struct law_draft *draft = law_draft_in(atlas, country, d, &order);
        if (!draft->trouble.id)
            return draft;
        if (!law_order_add(&order, &draft->trouble)) {
            say_nothing(draft);
            return draft;
        }
        law_draft_free(draft);
    }
}

void law_draft_free(struct law_draft *draft)
{
    if (!draft)
        return;
    law_terms_free(draft->terms);
    arena_discard(&draft->arena);
    free(draft);
}
