// SPDX-License-Identifier: MIT
// Pairs of rules that can show in one result; see parts.h.
#include "check/parts.h"

struct example *pairs_example(struct pairs *pairs, int32_t a, int32_t b, struct arena *arena)
{
    for (size_t i = 0; i < pairs->n; i++)
        if (pairs->items[i].a == a && pairs->items[i].b == b)
            return &pairs->items[i].example;
    if (pairs->n == pairs->room) {
        size_t room = pairs->room ? pairs->room * 2 : 16;
        pairs->items = arena_grow(arena, pairs->items, pairs->room, room, sizeof *pairs->items);
        pairs->room = room;
    }
    pairs->items[pairs->n] = (struct pair){.a = a, .b = b};
    return &pairs->items[pairs->n++].example;
}

void pairs_join(struct pairs *pairs, const struct pairs *others, struct arena *arena)
{
    for (size_t i = 0; i < others->n; i++) {
        const struct pair *other = &others->items[i];
        example_join(pairs_example(pairs, other->a, other->b, arena), &other->example);
    }
}
