// SPDX-License-Identifier: MIT
#include "case/json_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/oom.h"

enum { FIRST_ROOM = 4096, MOST_BYTES = 9 << 18, MOST_PARTS = 32768 };

struct part {
    const void *thing;
    uint64_t variant;
    size_t len;
    char bytes[];
};

// Open addressing, at most half full.
struct json_parts {
    const struct part **parts; // NULL: free
    size_t room, count, bytes; // room: a power of two
    struct arena arena;
};

struct json_parts *json_parts_new(void)
{
    struct json_parts *p = xcalloc(1, sizeof *p);
    p->room = FIRST_ROOM;
    p->parts = xcalloc(p->room, sizeof *p->parts);
    arena_init(&p->arena);
    return p;
}

void json_parts_free(struct json_parts *parts)
{
    if (!parts)
        return;
    arena_discard(&parts->arena); // no answers are in it
    free(parts->parts);
    free(parts);
}

// The part, or the free place where it belongs.
static const struct part **find(const struct json_parts *p, const void *thing, uint64_t variant)
{
    uint64_t h = ((uint64_t)(uintptr_t)thing ^ variant * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
    for (size_t i = (size_t)(h >> 32) & (p->room - 1);; i = (i + 1) & (p->room - 1)) {
        const struct part *part = p->parts[i];
        if (!part || (part->thing == thing && part->variant == variant))
            return &p->parts[i];
    }
}

bool json_parts_again(const struct json_parts *parts, struct text *out, const void *thing,
                      uint64_t variant)
{
    const struct part *part = parts ? *find(parts, thing, variant) : NULL;
    if (!part)
        return false;
    text_bytes(out, part->bytes, part->len);
    return true;
}

static void grow(struct json_parts *p)
{
    const struct part **old = p->parts;
    size_t room = p->room;
    p->room *= 2;
    p->parts = xcalloc(p->room, sizeof *p->parts);
    for (size_t i = 0; i < room; i++)
        if (old[i])
            *find(p, old[i]->thing, old[i]->variant) = old[i];
    free(old);
}

void json_parts_keep(struct json_parts *parts, const struct text *out, size_t from,
                     const void *thing, uint64_t variant)
{
    size_t len = out->len - from;
    if (!parts || parts->count == MOST_PARTS || parts->bytes + len > MOST_BYTES)
        return;
    if (parts->count * 2 >= parts->room)
        grow(parts);
    struct part *part = arena_alloc(&parts->arena, sizeof *part + len);
    *part = (struct part){thing, variant, len};
    memcpy(part->bytes, out->bytes + from, len);
    *find(parts, thing, variant) = part;
    parts->bytes += len;
    parts->count++;
}
