// SPDX-License-Identifier: MIT
// Bump allocator: many small allocations, one lifetime, one release.
//
// Every allocation is zeroed, and all but texts are aligned to 8 bytes (texts stand close: a pack
// is half texts); none returns NULL (see oom.h), not even one of no bytes. There is no free of a
// single block: give everything back with arena_rewind() to a mark, arena_wipe() or
// arena_release().
//
// Two kinds share one type:
//   chunked  arena_init():       grows by chunks from malloc; session and frame data.
//   fixed    arena_init_fixed(): one contiguous reserved range at a known address; the
//            pack. Plain pointers into it stay valid when its bytes are written to a
//            file and mapped back at the same address by another process.
#ifndef TANU_BASE_ARENA_H
#define TANU_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __SANITIZE_THREAD__
#define ARENA_FIXED_BASE 0x7e9000000000ULL // where TSan lets a program have memory
#else
#define ARENA_FIXED_BASE 0x200000000000ULL // free on 64-bit Linux, also under ASan
#endif
#define ARENA_FIXED_SIZE ((size_t)64 << 20)

struct arena_chunk;

struct arena {
    struct arena_chunk *chunk; // newest chunk; NULL in a fixed arena or when empty
    unsigned char *at;         // next free byte
    unsigned char *end;        // end of the current chunk or range
    unsigned char *base;       // start of the range; NULL in a chunked arena
    bool sealed;
};

struct arena_mark {
    struct arena_chunk *chunk;
    unsigned char *at;
};

// Chunked arena. A zeroed struct is also a valid empty chunked arena.
void arena_init(struct arena *a);

// Reserves `reserve` bytes (0 means ARENA_FIXED_SIZE) at ARENA_FIXED_BASE, committed lazily
// by the kernel. If that place is taken (a second pack in one process, a 32-bit machine) any
// address is used and arena_is_fixed() is false: use it, but do not cache it.
// Returns 0, or -1 with errno when no range can be had.
int arena_init_fixed(struct arena *a, size_t reserve);

// About so many bytes will be wanted soon: their pages are made at once where the kernel can do
// that, which costs a third of one page after the other. Never needed.
void arena_expect(struct arena *a, size_t bytes);

void *arena_alloc(struct arena *a, size_t size);
void *arena_calloc(struct arena *a, size_t count, size_t size); // product checked
// Array growth: a new zeroed block of new_count items with the old ones copied in. Extends in
// place when the old block is the newest one.
void *arena_grow(struct arena *a, void *old, size_t old_count, size_t new_count, size_t size);
// Room for a text of that length and its NUL.
char *arena_text(struct arena *a, size_t len);
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t len);
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_calloc((a), (n), sizeof(type)))

// Everything allocated after the mark is gone after the rewind. Rewinding also zeroes the
// bytes given back, so a rewound frame keeps nothing a person answered.
struct arena_mark arena_mark(const struct arena *a);
void arena_rewind(struct arena *a, struct arena_mark mark);

// Overwrites all contents (explicit_bzero) and empties the arena; it can be used again.
void arena_wipe(struct arena *a);
// Wipes and gives the memory back; the struct is then an empty chunked arena.
void arena_release(struct arena *a);
// The same without wiping, for what no person has answered.
void arena_discard(struct arena *a);

// Fixed arenas only.
bool arena_is_fixed(const struct arena *a); // stands at ARENA_FIXED_BASE
void *arena_base(const struct arena *a);    // first byte of the range
size_t arena_used(const struct arena *a);   // bytes from base in use
// Copies the first bytes of the range, with what lies between its blocks.
void arena_copy(const struct arena *a, void *to, size_t bytes);
// Read-only from here on; any later allocation ends the program. 0, or -1 with errno.
int arena_seal(struct arena *a);

#endif
