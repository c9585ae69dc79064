// SPDX-License-Identifier: MIT
// 64-bit hash of bytes, and a table from strings to ints.
//
// The hash is fast and spreads well but is no defence against a chosen input: where a stranger
// picks the keys, the number of keys is bounded by the caller. It is the same on every machine of
// the same byte order, so it can be part of a cache key.
#ifndef TANU_BASE_HASH_H
#define TANU_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

#define HASH_SEED 0x74616e75u

uint64_t hash_bytes(const void *bytes, size_t len, uint64_t seed);
uint64_t hash_string(const char *s);
uint64_t hash_mix(uint64_t a, uint64_t b); // combines two hashes, order matters

// Open addressing, grows by doubling inside its arena. No removal. The zeroed struct with
// `arena` set is an empty table. Keys are not copied: they must live as long as the table.
struct table_slot {
    const char *key; // NULL: free
    uint32_t len;
    int32_t value;
};

struct table {
    struct arena *arena;
    struct table_slot *slots;
    size_t room; // power of two
    size_t count;
};

void table_init(struct table *t, struct arena *arena);
// Puts key -> value. Returns the value already there (nothing changes), or -1 if it was new.
// Values must be >= 0.
int table_put(struct table *t, const char *key, int value);
int table_put_n(struct table *t, const char *key, size_t len, int value);
int table_get(const struct table *t, const char *key); // -1: not there
int table_get_n(const struct table *t, const char *key, size_t len);
// The key as it was put there, or NULL.
const char *table_key_n(const struct table *t, const char *key, size_t len);

#endif
