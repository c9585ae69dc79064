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
    const int32_t *items = law->items[RULE_FINDING];
    int32_t low = 0, high = law->n_items[RULE_FINDING];
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

static int32_t item_order(const struct pack *pack, enum rule_kind kind, int32_t i)
{
    return kind == RULE_DOCUMENT ? pack->documents[i].order
           : kind == RULE_STEP   ? pack->steps[i].order
                                 : 0;
}

// Insertion keeps pack order among equals; the lists are short and nearly sorted.
static void add_item(struct law *law, enum rule_kind kind, int32_t item)
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

static void read_scope(struct law *law, enum rule_kind kind)
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
    int32_t n = law->n_items[RULE_FINDING], total = 0;
    int32_t *start = law->over_start = ARENA_ARRAY(&law->arena, int32_t, (size_t)n + 2);
    for (int32_t i = 0; i < n; i++)
        total += pack->findings[law->items[RULE_FINDING][i]].overrides.count;
    law->over_by = ARENA_ARRAY(&law->arena, int32_t, (size_t)total + 1);
    for (int pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < n; i++) {
            const struct int_list *list = &pack->findings[law->items[RULE_FINDING][i]].overrides;
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
    law->n_frozen = pack->n_questions + 2 * n[RULE_FINDING] + 2 * n[RULE_DOCUMENT] + n[RULE_STEP] +
                    n[RULE_RIGHT] + n[RULE_NOTICE] + 3 + law->n_slots;
    law->n_roots = law->n_frozen + pack->n_matters + rows + n[RULE_DOCUMENT] + n[RULE_STEP];
    law->roots = ARENA_ARRAY(&law->arena, dd, (size_t)law->n_roots);
    for (int32_t i = 0; i < law->n_roots; i++)
        law->roots[i] = NOT_MADE;
    dd *next = law->roots;
    law->practice = take(&next, 1);
    law->live = take(&next, n[RULE_FINDING]);
    law->position = take(&next, 1);
    law->from = take(&next, 1);
    law->slot_position = take(&next, law->n_slots);
    law->when = take(&next, n[RULE_FINDING]);
    for (enum rule_kind kind = RULE_DOCUMENT; kind < RULE_KINDS; kind++)
        law->listed[kind] = take(&next, n[kind]);
    law->have = take(&next, n[RULE_DOCUMENT]);
    law->relevant = take(&next, pack->n_questions);
    law->matter = take(&next, pack->n_matters);
    law->practice_rows = take(&next, pack->n_practice);
    law->convention = take(&next, DUTIES);
    law->convention_rows = take(&next, DUTIES * pack->n_convention);
    law->item_when[RULE_DOCUMENT] = take(&next, n[RULE_DOCUMENT]);
    law->item_when[RULE_STEP] = take(&next, n[RULE_STEP]);
}

static void compile_all(struct law *law, struct diagram *d)
{
    const struct pack *pack = law->atlas->pack;
    struct builder b = {.law = law, .d = d, .pack = pack, .atlas = law->atlas};
    size_t effects = 2 * (size_t)EFFECTS * (size_t)(pack->n_matters + 1);
    for (int32_t i = 0; i < PACK_MAX_INSTRUMENTS; i++)
        b.linked[i] = b.covers[i] = NOT_MADE;
    b.effects = xcalloc(effects, sizeof *b.effects);
    law->widest = 1;
    for (int32_t v = 0; v < law->n_variables; v++)
        law->widest = law->arity[v] > law->widest ? law->arity[v] : law->widest;
    b.in = xcalloc(law->widest, sizeof *b.in);
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
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        read_scope(law, kind);
    read_overrides(law);
    law_domains(law);
    law_slots(law);
    lay_out(law);
    diagram_reset(d, law->arity);
    compile_all(law, d);
    return law;
}

void law_free(struct law *law)
{
    if (!law)
        return;
    arena_discard(&law->arena); // nothing in it comes from a person
    free(law->words);
    free(law);
}
