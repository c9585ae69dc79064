// SPDX-License-Identifier: MIT
#include "base/hash.h"
#include <string.h>

// The mixing step of wyhash: a 64x64 multiplication folded onto itself.
static uint64_t fold(uint64_t a, uint64_t b)
{
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t hash_mix(uint64_t a, uint64_t b)
{
    return fold(a ^ 0xA0761D6478BD642FULL, b ^ 0xE7037ED1A0B428DBULL);
}

// Long inputs in four strands, which do not wait for each other.
static uint64_t four_strands(const unsigned char **bytes, size_t *len, uint64_t seed)
{
    uint64_t strand[4] = {seed, seed ^ 0x9E3779B97F4A7C15ULL, seed ^ 0xC2B2AE3D27D4EB4FULL,
                          seed ^ 0x165667B19E3779F9ULL};
    for (; *len >= 64; *bytes += 64, *len -= 64)
        for (int i = 0; i < 4; i++) {
            uint64_t word[2];
            memcpy(word, *bytes + 16 * i, 16);
            strand[i] = fold(word[0] ^ 0xA0761D6478BD642FULL, word[1] ^ strand[i]);
        }
    return hash_mix(hash_mix(strand[0], strand[1]), hash_mix(strand[2], strand[3]));
}

uint64_t hash_bytes(const void *bytes, size_t len, uint64_t seed)
{
    const unsigned char *at = bytes;
    uint64_t hash = seed ^ 0x8EBC6AF09C88C6E3ULL;
    size_t rest = len;
    if (len >= 256)
        hash = four_strands(&at, &rest, hash);
    for (; rest >= 16; at += 16, rest -= 16) {
        uint64_t word[2];
        memcpy(word, at, 16);
        hash = fold(word[0] ^ 0xA0761D6478BD642FULL, word[1] ^ hash);
    }
    uint64_t tail[2] = {0, 0};
    if (rest)
        memcpy(tail, at, rest);
    hash = fold(tail[0] ^ 0xA0761D6478BD642FULL, tail[1] ^ hash);
    return fold(hash ^ 0x589965CC75374CC3ULL, (uint64_t)len ^ 0xE7037ED1A0B428DBULL);
}

uint64_t hash_string(const char *s)
{
    return hash_bytes(s, strlen(s), HASH_SEED);
}

void table_init(struct table *t, struct arena *arena)
{
    *t = (struct table){.arena = arena};
}

// The slot of the key, or the free one where it belongs. There is always a free slot.
static struct table_slot *find(const struct table *t, const char *key, size_t len)
{
    size_t mask = t->room - 1;
    for (size_t i = (size_t)hash_bytes(key, len, HASH_SEED) & mask;; i = (i + 1) & mask) {
        struct table_slot *slot = &t->slots[i];
        if (!slot->key || (slot->len == len && !memcmp(slot->key, key, len)))
            return slot;
    }
}

static void grow(struct table *t)
{
    struct table old = *t;
    t->room = old.room ? old.room * 2 : 16;
    t->slots = ARENA_ARRAY(t->arena, struct table_slot, t->room);
    for (size_t i = 0; i < old.room; i++)
        if (old.slots[i].key)
            *find(t, old.slots[i].key, old.slots[i].len) = old.slots[i];
}

int table_put_n(struct table *t, const char *key, size_t len, int value)
{
    if ((t->count + 1) * 4 > t->room * 3)
        grow(t);
    struct table_slot *slot = find(t, key, len);
    if (slot->key)
        return slot->value;
    *slot = (struct table_slot){key, (uint32_t)len, value};
    t->count++;
    return -1;
}

int table_put(struct table *t, const char *key, int value)
{
    return table_put_n(t, key, strlen(key), value);
}

int table_get_n(const struct table *t, const char *key, size_t len)
{
    if (!t->room)
        return -1;
    const struct table_slot *slot = find(t, key, len);
    return slot->key ? slot->value : -1;
}

const char *table_key_n(const struct table *t, const char *key, size_t len)
{
    return t->room ? find(t, key, len)->key : NULL;
}

int table_get(const struct table *t, const char *key)
{
    return table_get_n(t, key, strlen(key));
}
