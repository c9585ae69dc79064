// SPDX-License-Identifier: MIT
#include "case/json_parts.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/oom.h"

enum { PLACES = 1 << 15, MOST_PARTS = PLACES / 2, MOST_BYTES = 9 << 18 };

struct part {
    const void *thing;
    uint64_t variant;
    size_t len;
    char bytes[];
};

// Open addressing, at most half full. A place is filled once and never changes, so who looks for a
// part waits for nobody.
struct json_parts {
    _Atomic(const struct part *) places[PLACES]; // NULL: free
    pthread_mutex_t keeping;                     // guards what follows
    size_t count, bytes;
    struct arena arena;
};

struct json_parts *json_parts_new(void)
{
    struct json_parts *p = xcalloc(1, sizeof *p);
    pthread_mutex_init(&p->keeping, NULL);
    arena_init(&p->arena);
    return p;
}

void json_parts_free(struct json_parts *parts)
{
    if (!parts)
        return;
    arena_discard(&parts->arena); // no answers are in it
    pthread_mutex_destroy(&parts->keeping);
    free(parts);
}

// The part; NULL with the free place where it belongs.
static const struct part *find(struct json_parts *p, const void *thing, uint64_t variant,
                               size_t *place)
{
    uint64_t h = ((uint64_t)(uintptr_t)thing ^ variant * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
    for (size_t i = (size_t)(h >> 32) % PLACES;; i = (i + 1) % PLACES) {
        const struct part *part = atomic_load_explicit(&p->places[i], memory_order_acquire);
        *place = i;
        if (!part || (part->thing == thing && part->variant == variant))
            return part;
    }
}

bool json_parts_again(struct json_parts *parts, struct text *out, const void *thing,
                      uint64_t variant)
{
    size_t place;
    const struct part *part = parts ? find(parts, thing, variant, &place) : NULL;
    if (!part)
        return false;
    text_bytes(out, part->bytes, part->len);
    return true;
}

void json_parts_keep(struct json_parts *parts, const struct text *out, size_t from,
                     const void *thing, uint64_t variant)
{
    size_t len = out->len - from, place;
    if (!parts)
        return;
    pthread_mutex_lock(&parts->keeping);
    bool room = parts->count < MOST_PARTS && len <= MOST_BYTES - parts->bytes;
    if (room && !find(parts, thing, variant, &place)) { // else somebody was quicker
        struct part *part = arena_alloc(&parts->arena, sizeof *part + len);
        *part = (struct part){thing, variant, len};
        memcpy(part->bytes, out->bytes + from, len);
        atomic_store_explicit(&parts->places[place], part, memory_order_release);
        parts->bytes += len;
        parts->count++;
    }
    pthread_mutex_unlock(&parts->keeping);
}
