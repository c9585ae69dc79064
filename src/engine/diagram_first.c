// SPDX-License-Identifier: MIT
// The first hit of a list of conditions, in one walk through all of them. What stands behind a
// condition that holds is never looked at: joined one by one, four times as many nodes are made.
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "engine/diagram.h"

enum { MOST = 16, FIRST_SLOTS = 1 << 13, FIRST_WORDS = 1 << 15, TERMINAL_BITS = 5 };
_Static_assert(DD_TERMINALS == 1 << TERMINAL_BITS, "a terminal stands beside its condition");

// Conditions that may still hold, in their order, each with its terminal, and what comes if none
// does. words[0] is their number, words[1] the rest.
struct list {
    uint32_t words[2 + MOST];
};

static dd when_of(uint32_t word)
{
    return word >> TERMINAL_BITS;
}

// False: this one holds, so nothing behind it counts.
static bool add(struct list *list, dd when, uint32_t word)
{
    if (when == DD_YES)
        list->words[1] = word % DD_TERMINALS;
    else if (when != DD_NO)
        list->words[2 + list->words[0]++] = when << TERMINAL_BITS | word % DD_TERMINALS;
    return when != DD_YES;
}

// Those that lead to the rest anyway need not be asked.
static void shorten(struct list *list)
{
    uint32_t *n = &list->words[0];
    while (*n && list->words[1 + *n] % DD_TERMINALS == list->words[1])
        --*n;
}

static size_t bytes_of(const uint32_t *words)
{
    return (2 + words[0]) * sizeof *words;
}

static uint32_t hash_list(const uint32_t *words)
{
    uint32_t h = words[0];
    for (uint32_t i = 1; i < 2 + words[0]; i++)
        h = diagram_mix(h, words[i]);
    return h;
}

static uint32_t *slot_of(const struct dd_lists *l, const uint32_t *words, uint32_t hash)
{
    for (uint32_t at = hash;; at++) {
        uint32_t *slot = &l->slots[at & (l->n_slots - 1)];
        const uint32_t *there = l->words + *slot;
        if (!*slot || (there[0] == words[0] && !memcmp(there, words, bytes_of(words))))
            return slot;
    }
}

static void more_slots(struct dd_lists *l)
{
    uint32_t *old = l->slots, n_old = l->n_slots;
    l->n_slots = n_old ? 2 * n_old : FIRST_SLOTS;
    l->slots = xcalloc(l->n_slots, sizeof *l->slots);
    for (uint32_t i = 0; i < n_old; i++)
        if (old[i])
            *slot_of(l, l->words + old[i], hash_list(l->words + old[i])) = old[i];
    free(old);
}

static void keep(struct dd_lists *l, const struct list *list, uint32_t hash, dd result)
{
    uint32_t n = 2 + list->words[0];
    if (2 * ++l->n_used > l->n_slots)
        more_slots(l);
    if (l->n_words + n + 1 > l->word_room) {
        l->word_room *= 2;
        l->words = xrealloc(l->words, l->word_room, sizeof *l->words);
    }
    *slot_of(l, list->words, hash) = l->n_words;
    memcpy(l->words + l->n_words, list->words, n * sizeof *list->words);
    l->words[l->n_words + n] = result;
    l->n_words += n + 1;
}

static dd under(const struct diagram *d, dd f, uint16_t variable, uint32_t cls)
{
    return diagram_variable(d, f) == variable ? diagram_child(d, f, cls) : f;
}

static struct list list_under(const struct diagram *d, const struct list *list, uint16_t variable,
                              uint32_t cls)
{
    struct list below;
    below.words[0] = 0;
    below.words[1] = under(d, list->words[1], variable, cls);
    for (uint32_t i = 0; i < list->words[0]; i++) {
        uint32_t word = list->words[2 + i];
        if (!add(&below, under(d, when_of(word), variable, cls), word))
            break;
    }
    shorten(&below);
    return below;
}

// What tests the variable, by where its edges stand.
struct testers {
    uint16_t variable;
    uint32_t n, edges[MOST + 1];
};

static void find_tester(const struct diagram *d, struct testers *t, dd f)
{
    uint16_t variable = diagram_variable(d, f);
    if (variable > t->variable)
        return;
    if (variable < t->variable)
        *t = (struct testers){.variable = variable};
    t->edges[t->n++] = d->nodes[f].edges;
}

static bool as_before(const struct diagram *d, const struct testers *t, uint32_t cls)
{
    for (uint32_t i = 0; i < t->n; i++)
        if (d->edges[t->edges[i] + cls] != d->edges[t->edges[i] + cls - 1])
            return false;
    return true;
}

static dd walk(struct diagram *d, const struct list *list);

static dd walk_node(struct diagram *d, const struct list *list)
{
    struct testers t = {.variable = DD_LAST_VARIABLE - 1};
    for (uint32_t i = 0; i < list->words[0]; i++)
        find_tester(d, &t, when_of(list->words[2 + i]));
    find_tester(d, &t, list->words[1]);
    uint32_t arity = d->arity[t.variable];
    if (!diagram_step(d, arity * t.n))
        return DD_NO;
    uint32_t base = diagram_push(d, arity);
    dd result = DD_NO;
    for (uint32_t c = 0; c < arity; c++) {
        if (!c || !as_before(d, &t, c)) {
            struct list below = list_under(d, list, t.variable, c);
            result = walk(d, &below);
        }
        d->stack[base + c] = result;
    }
    return diagram_pop(d, base, t.variable);
}

static dd walk(struct diagram *d, const struct list *list)
{
    uint32_t n = list->words[0], rest = list->words[1];
    if (!n)
        return rest;
    if (n == 1)
        return diagram_ite(d, when_of(list->words[2]), list->words[2] % DD_TERMINALS, rest);
    uint32_t hash = hash_list(list->words), known = *slot_of(&d->lists, list->words, hash);
    if (known)
        return d->lists.words[known + n + 2];
    dd result = walk_node(d, list);
    keep(&d->lists, list, hash, result);
    return result;
}

// A workshop that keeps what it made knows most of the joins from the law before.
static dd join_one_by_one(struct diagram *d, const dd *when, const uint8_t *then, int32_t n,
                          dd rest)
{
    while (n-- > 0)
        rest = diagram_ite(d, when[n], then[n], rest);
    return rest;
}

// The last MOST of n, before what comes if none of them holds.
static dd walk_last(struct diagram *d, const dd *when, const uint8_t *then, int32_t n, dd rest)
{
    struct list list = {{0, rest}};
    for (int32_t i = n > MOST ? n - MOST : 0; i < n && add(&list, when[i], then[i]); i++)
        ;
    shorten(&list);
    return walk(d, &list);
}

// A large law gives its room back.
void diagram_forget_lists(struct dd_lists *lists)
{
    if (lists->word_room > FIRST_WORDS) {
        free(lists->words);
        free(lists->slots);
        *lists = (struct dd_lists){0};
    }
    if (lists->n_used)
        memset(lists->slots, 0, lists->n_slots * sizeof *lists->slots);
    lists->n_used = 0;
    lists->n_words = 1; // 0: a free slot
}

dd diagram_first(struct diagram *d, const dd *when, const uint8_t *then, int32_t n, dd rest)
{
    struct dd_lists *l = &d->lists;
    if (d->keeps)
        return join_one_by_one(d, when, then, n, rest);
    if (!l->slots) {
        l->word_room = FIRST_WORDS;
        l->words = xcalloc(l->word_room, sizeof *l->words);
        more_slots(l);
        diagram_forget_lists(l);
    }
    for (; n > 0; n -= MOST)
        rest = walk_last(d, when, then, n, rest);
    return rest;
}
