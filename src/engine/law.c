// SPDX-License-Identifier: MIT
#include "engine/law.h"
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "engine/law_parts.h"
#include "engine/value.h"

int32_t law_class(const struct law *law, int32_t question, int64_t value)
{
    const struct domain *domain = &law->domains[question];
    if (domain->class_of)
        return value >= 0 && value < domain->n_class_of ? domain->class_of[value] : NONE;
    int32_t class = 0;
    if (!domain->n_classes || value < domain->low[0] || value > domain->high[domain->n_classes - 1])
        return NONE;
    while (value > domain->high[class])
        class ++;
    return class;
}

int32_t law_find_position(const struct law *law, int32_t finding)
{
    const int32_t *items = law->items[SCOPE_FINDINGS];
    int32_t low = 0, high = law->n_items[SCOPE_FINDINGS];
    while (low < high) {
        int32_t middle = (low + high) / 2;
        if (items[middle] == finding)
            return middle;
        if (items[middle] < finding)
            low = middle + 1;
        else
            high = middle;
    }
    return NONE;
}

// ---- what is in scope -------------------------------------------------------------------------

static int32_t item_order(const struct pack *pack, enum scope_kind kind, int32_t i)
{
    return kind == SCOPE_DOCUMENTS ? pack->documents[i].order
           : kind == SCOPE_STEPS   ? pack->steps[i].order
                                   : 0;
}

// Insertion keeps pack order among equals; the lists are short and nearly sorted.
static void add_item(struct law *law, enum scope_kind kind, int32_t item)
{
    const struct pack *pack = law->atlas->pack;
    int32_t *items = law->items[kind], at = law->n_items[kind]++;
    int32_t order = item_order(pack, kind, item);
    for (; at > 0; at--) {
        int32_t other = item_order(pack, kind, items[at - 1]);
        if (other < order || (other == order && items[at - 1] < item))
            break;
        items[at] = items[at - 1];
    }
    items[at] = item;
}

static void read_scope(struct law *law, enum scope_kind kind)
{
    const struct scope *scope = &law->atlas->scope[kind];
    int32_t general = scope->start[1], own = 0, first = 0;
    if (law->destination != NONE) {
        first = scope->start[1 + law->destination];
        own = scope->start[2 + law->destination] - first;
    }
    law->items[kind] = ARENA_ARRAY(&law->arena, int32_t, (size_t)(general + own) + 1);
    for (int32_t i = 0; i < general; i++)
        add_item(law, kind, scope->items[i]);
    for (int32_t i = 0; i < own; i++)
        add_item(law, kind, scope->items[first + i]);
    if ((uint32_t)law->n_items[kind] > law->most_items)
        law->most_items = (uint32_t)law->n_items[kind];
}

// Who overrides whom, turned round: for each finding in scope those that set it aside.
static void read_overrides(struct law *law)
{
    const struct pack *pack = law->atlas->pack;
    int32_t n = law->n_items[SCOPE_FINDINGS], total = 0;
    int32_t *start = law->over_start = ARENA_ARRAY(&law->arena, int32_t, (size_t)n + 2);
    for (int32_t i = 0; i < n; i++)
        total += pack->findings[law->items[SCOPE_FINDINGS][i]].overrides.count;
    law->over_by = ARENA_ARRAY(&law->arena, int32_t, (size_t)total + 1);
    for (int pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < n; i++) {
            const struct int_list *list = &pack->findings[law->items[SCOPE_FINDINGS][i]].overrides;
            for (int32_t k = 0; k < list->count; k++) {
                int32_t target = law_find_position(law, list->items[k]);
                if (target == NONE)
                    continue;
                if (pass == 0)
                    start[target + 2]++;
                else
                    law->over_by[start[target + 1]++] = i;
            }
        }
        // Sizes become starts; the second pass moves each start to its end, which is the next
        // start.
        for (int32_t i = 2; pass == 0 && i <= n + 1; i++)
            start[i] += start[i - 1];
    }
}

// ---- building ---------------------------------------------------------------------------------

static dd *take(dd **next, int32_t count)
{
    dd *section = *next;
    *next += count;
    return section;
}

static void lay_out(struct law *law)
{
    const struct pack *pack = law->atlas->pack;
    const int32_t *n = law->n_items;
    int32_t rows = pack->n_practice + DUTIES * (1 + pack->n_convention);
    law->n_frozen = pack->n_questions + 2 * n[SCOPE_FINDINGS] + 2 * n[SCOPE_DOCUMENTS] +
                    n[SCOPE_STEPS] + n[SCOPE_RIGHTS] + n[SCOPE_NOTICES] + 3 + LAW_MAX_SLOTS;
    law->n_roots = law->n_frozen + pack->n_matters + rows + n[SCOPE_DOCUMENTS] + n[SCOPE_STEPS];
    law->roots = ARENA_ARRAY(&law->arena, dd, (size_t)law->n_roots);
    for (int32_t i = 0; i < law->n_roots; i++)
        law->roots[i] = NOT_MADE;
    dd *next = law->roots;
    law->practice = take(&next, 1);
    law->live = take(&next, n[SCOPE_FINDINGS]);
    law->position = take(&next, 1);
    law->from = take(&next, 1);
    law->slot_position = take(&next, LAW_MAX_SLOTS);
    law->when = take(&next, n[SCOPE_FINDINGS]);
    for (int kind = SCOPE_DOCUMENTS; kind < SCOPES; kind++)
        law->listed[kind] = take(&next, n[kind]);
    law->have = take(&next, n[SCOPE_DOCUMENTS]);
    law->relevant = take(&next, pack->n_questions);
    law->matter = take(&next, pack->n_matters);
    law->practice_rows = take(&next, pack->n_practice);
    law->convention = take(&next, DUTIES);
    law->convention_rows = take(&next, DUTIES * pack->n_convention);
    law->item_when[SCOPE_DOCUMENTS] = take(&next, n[SCOPE_DOCUMENTS]);
    law->item_when[SCOPE_STEPS] = take(&next, n[SCOPE_STEPS]);
}

static void compile_all(struct law *law, struct diagram *d)
{
    const struct pack *pack = law->atlas->pack;
    struct builder b = {.law = law, .d = d, .pack = pack, .atlas = law->atlas};
    size_t effects = 2 * (size_t)EFFECTS * (size_t)(pack->n_matters + 1);
    for (int32_t i = 0; i < PACK_MAX_INSTRUMENTS; i++)
        b.linked[i] = b.covers[i] = NOT_MADE;
    b.effects = xcalloc(effects, sizeof *b.effects);
    uint16_t widest = 1;
    for (int32_t v = 0; v < law->n_variables; v++)
        widest = law->arity[v] > widest ? law->arity[v] : widest;
    b.in = xcalloc(widest, sizeof *b.in);
    for (size_t i = 0; i < effects; i++)
        b.effects[i] = NOT_MADE;
    law_tables(&b);
    free(b.effects);
    free(b.in);
    // Sections that had nothing to be made of (unused slots, unused duties) read as DD_NULL.
    for (int32_t i = 0; i < law->n_roots; i++)
        if (law->roots[i] == NOT_MADE)
            law->roots[i] = DD_NULL;
}

struct law *law_build(const struct atlas *atlas, int32_t country, struct diagram *d)
{
    struct law *law = xcalloc(1, sizeof *law);
    law->atlas = atlas;
    law->country = country;
    law->destination = country < 0 || country >= atlas->pack->n_countries
                           ? NONE
                           : atlas->pack->destination_of[country];
    for (int kind = 0; kind < SCOPES; kind++)
        read_scope(law, (enum scope_kind)kind);
    read_overrides(law);
    law_domains(law);
    lay_out(law);
    diagram_reset(d, law->arity);
    compile_all(law, d);
    return law;
}

// ---- freezing ---------------------------------------------------------------------------------

enum { WIDE = 32 }; // classes from which on exceptions are worth looking up: of the shipped pack only countries

struct freezer {
    struct law *law;
    const struct diagram *d;
    uint32_t *place; // by node: where it went, 0: not yet
    uint32_t room;
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

static void freeze_exceptions(struct freezer *z, const dd *edges, uint32_t arity, dd usual, uint32_t at)
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
    if (f < DD_TERMINALS)
        return f;
    if (z->place[f])
        return z->place[f];
    const struct dd_node *node = &z->d->nodes[f];
    const dd *edges = z->d->edges + node->edges;
    uint32_t arity = z->law->arity[node->variable];
    dd usual = arity < WIDE ? edges[0] : usual_child(edges, arity);
    uint32_t exceptions = arity < WIDE ? 0 : count_exceptions(edges, arity, usual);
    uint32_t at = take_words(z, 3 + (exceptions ? 1 + 2 * exceptions : arity));
    uint32_t *words = z->law->words + at;
    words[0] = node->variable | exceptions << 16;
    words[1] = node->mask;
    words[2] = z->law->n_serials++;
    z->place[f] = at;
    if (exceptions)
        freeze_exceptions(z, edges, arity, usual, at + 3);
    else
        freeze_all(z, edges, arity, at + 3);
    return at;
}

static void list_overridable(struct law *law)
{
    int32_t n = law->n_items[SCOPE_FINDINGS];
    law->overridable = ARENA_ARRAY(&law->arena, int32_t, (size_t)n + 1);
    for (int32_t i = 0; i < n; i++)
        if (law->over_start[i] < law->over_start[i + 1] && law->when[i] != DD_NO)
            law->overridable[law->n_overridable++] = i;
}

void law_freeze(struct law *law, const struct diagram *d)
{
    struct freezer z = {.law = law, .d = d, .room = 1 << 12};
    z.place = xcalloc(d->n_nodes, sizeof *z.place);
    law->words = xcalloc(z.room, sizeof *law->words);
    law->n_words = DD_TERMINALS; // ids below are terminals
    for (int32_t i = 0; i < law->n_frozen; i++)
        law->roots[i] = freeze(&z, law->roots[i]);
    law->words = xrealloc(law->words, law->n_words, sizeof *law->words);
    law->n_roots = law->n_frozen;
    law->matter = law->practice_rows = law->convention = law->convention_rows = NULL;
    law->item_when[SCOPE_DOCUMENTS] = law->item_when[SCOPE_STEPS] = NULL;
    free(z.place);
    law->listed[SCOPE_FINDINGS] = law->live;
    for (int kind = 0; kind < SCOPES; kind++)
        law_index(law, &law->index[kind], law->listed[kind], law->n_items[kind]);
    list_overridable(law);
}

void law_free(struct law *law)
{
    if (!law)
        return;
    arena_discard(&law->arena); // nothing in it comes from a person
    free(law->words);
    free(law);
}
