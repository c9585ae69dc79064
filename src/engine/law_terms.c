// SPDX-License-Identifier: MIT
// What a law speaks of: the rules in scope, who overrides whom, the class of an answer.
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "engine/law_parts.h"

int32_t law_class(const struct law_terms *terms, int32_t question, int64_t value)
{
    const struct domain *domain = &terms->domains[question];
    if (domain->class_of)
        return value >= 0 && value < domain->n_class_of ? domain->class_of[value] : NONE;
    int32_t cls = 0;
    if (!domain->n_classes || value < domain->low[0] || value > domain->high[domain->n_classes - 1])
        return NONE;
    while (value > domain->high[cls])
        cls++;
    return cls;
}

int32_t law_position_of(const struct law_terms *terms, int32_t finding)
{
    const int32_t *items = terms->items[RULE_FINDING];
    int32_t low = 0, high = terms->n_items[RULE_FINDING];
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
static void add_item(struct law_terms *terms, enum rule_kind kind, int32_t item)
{
    const struct pack *pack = terms->atlas->pack;
    int32_t *items = terms->items[kind], at = terms->n_items[kind]++;
    int32_t order = item_order(pack, kind, item);
    for (; at > 0; at--) {
        int32_t other = item_order(pack, kind, items[at - 1]);
        if (other < order || (other == order && items[at - 1] < item))
            break;
        items[at] = items[at - 1];
    }
    items[at] = item;
}

static void read_scope(struct law_terms *terms, enum rule_kind kind)
{
    const struct scope *scope = &terms->atlas->scope[kind];
    int32_t general = scope->start[1], own = 0, first = 0;
    if (terms->atlas->brief && kind != RULE_FINDING)
        return;
    if (terms->destination != NONE) {
        first = scope->start[1 + terms->destination];
        own = scope->start[2 + terms->destination] - first;
    }
    terms->items[kind] = ARENA_ARRAY(&terms->arena, int32_t, (size_t)(general + own));
    for (int32_t i = 0; i < general; i++)
        add_item(terms, kind, scope->items[i]);
    for (int32_t i = 0; i < own; i++)
        add_item(terms, kind, scope->items[first + i]);
    if ((uint32_t)terms->n_items[kind] > terms->most_items)
        terms->most_items = (uint32_t)terms->n_items[kind];
}

static const struct int_list *overrides_of(const struct law_terms *terms, enum rule_kind kind,
                                           int32_t position)
{
    return &pack_rule(terms->atlas->pack, kind, terms->items[kind][position])->overrides;
}

// Who overrides whom, turned round: for each rule in scope those that set it aside.
static void read_overrides(struct law_terms *terms, enum rule_kind kind)
{
    int32_t n = terms->n_items[kind], total = 0;
    int32_t *place = xcalloc((size_t)pack_rule_count(terms->atlas->pack, kind) + 1, sizeof *place);
    for (int32_t i = 0; i < n; i++) {
        total += overrides_of(terms, kind, i)->count;
        place[terms->items[kind][i]] = i + 1;
    }
    int32_t *start = ARENA_ARRAY(&terms->arena, int32_t, (size_t)n + 2);
    int32_t *by = ARENA_ARRAY(&terms->arena, int32_t, (size_t)total);
    terms->over[kind] = (struct overriders){start, by};
    for (int pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < n; i++) {
            const struct int_list *list = overrides_of(terms, kind, i);
            for (int32_t k = 0; k < list->count; k++) {
                int32_t target = place[list->items[k]] - 1;
                if (target < 0)
                    continue;
                if (pass == 0)
                    start[target + 2]++;
                else
                    by[start[target + 1]++] = i;
            }
        }
        // Sizes become starts; the second pass moves each start to its end, which is the next
        // start.
        for (int32_t i = 2; pass == 0 && i <= n + 1; i++)
            start[i] += start[i - 1];
    }
    free(place);
}

struct law_terms *law_terms_new(const struct atlas *atlas, int32_t country,
                                const struct law_order *order)
{
    struct law_terms *terms = xcalloc(1, sizeof *terms);
    terms->atlas = atlas;
    terms->country = country;
    terms->destination = country < 0 || country >= atlas->pack->n_countries
                             ? NONE
                             : atlas->pack->destination_of[country];
    for (enum rule_kind kind = RULE_FINDING; kind < RULE_KINDS; kind++)
        read_scope(terms, kind);
    for (enum rule_kind kind = RULE_FINDING; kind <= RULE_STEP; kind++)
        read_overrides(terms, kind);
    law_domains(terms, order);
    law_slots(terms);
    terms->widest = 1;
    for (int32_t v = 0; v < terms->n_variables; v++)
        terms->widest = terms->arity[v] > terms->widest ? terms->arity[v] : terms->widest;
    return terms;
}

struct instrument_set law_instruments(const struct law_terms *terms)
{
    if (terms->country < 0)
        return instrument_set_all();
    return instrument_set_or(terms->atlas->bound[terms->country],
                             terms->atlas->open[terms->country]);
}

void law_terms_free(struct law_terms *terms)
{
    if (!terms)
        return;
    arena_discard(&terms->arena); // nothing in it comes from a person
    free(terms);
}
