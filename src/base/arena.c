// SPDX-License-Identifier: MIT
#include "base/arena.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include "base/guard.h"
#include "base/oom.h"

#define ALIGN ((size_t)8) // nothing here is wider than a pointer
#define CHUNK ((size_t)64 << 10)
#define CHUNK_MOST ((size_t)1 << 20)

struct arena_chunk {
    struct arena_chunk *older;
    size_t size; // bytes in data
    size_t used; // of them, once a newer chunk stands before this one
    _Alignas(ALIGN) unsigned char data[];
};

void arena_init(struct arena *a)
{
    *a = (struct arena){0};
}

// The kernel picks the place when `at` is NULL. Pages cost nothing until touched.
static void *reserve_at(void *at, size_t size)
{
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    if (at)
        flags |= MAP_FIXED_NOREPLACE;
    void *got = mmap(at, size, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (got == MAP_FAILED)
        return NULL;
    if (at && got != at) { // kernels before 4.17 take the address as a hint only
        munmap(got, size);
        return NULL;
    }
    return got;
}

int arena_init_fixed(struct arena *a, size_t reserve)
{
    arena_init(a);
    size_t page = 65536; // a multiple of every page size in use
    if (!reserve)
        reserve = ARENA_FIXED_SIZE;
    if (reserve > SIZE_MAX - page)
        return -1;
    reserve = (reserve + page - 1) / page * page;
    void *got = NULL;
    if (sizeof(void *) == 8)
        got = reserve_at((void *)(uintptr_t)ARENA_FIXED_BASE, reserve);
    if (!got)
        got = reserve_at(NULL, reserve);
    if (!got)
        return -1;
    a->base = a->at = got;
    a->end = a->base + reserve;
    guard_hide(a->base, reserve);
    return 0;
}

// A chunk that holds at least `size` bytes becomes the newest.
static void add_chunk(struct arena *a, size_t size)
{
    // Each chunk is twice as large as the one before: an arena that is used again and again (a
    // frame) soon does with the one that arena_wipe() keeps.
    size_t room = a->chunk && a->chunk->size < CHUNK_MOST ? a->chunk->size * 2 : CHUNK;
    room = size > room ? size : room;
    if (room > SIZE_MAX - sizeof(struct arena_chunk))
        oom();
    // Not cleared here but block by block: a page that nobody uses is never touched.
    struct arena_chunk *chunk = xrealloc(NULL, 1, sizeof *chunk + room);
    *chunk = (struct arena_chunk){.older = a->chunk, .size = room};
    if (a->chunk)
        a->chunk->used = (size_t)(a->at - a->chunk->data);
    a->chunk = chunk;
    a->at = chunk->data;
    a->end = chunk->data + room;
    guard_hide(a->at, room);
}

void arena_expect(struct arena *a, size_t bytes)
{
#ifdef MADV_POPULATE_WRITE
    uintptr_t page = 4096;
    if (a->sealed || bytes > SIZE_MAX / 4)
        return;
    if (!a->base && (!a->at || bytes > (size_t)(a->end - a->at)))
        add_chunk(a, bytes);
    uintptr_t from = ((uintptr_t)a->at + page - 1) / page * page;
    uintptr_t to = ((uintptr_t)a->at + bytes) / page * page;
    if (to > from && to <= (uintptr_t)a->end)
        (void)madvise((void *)from, to - from, MADV_POPULATE_WRITE);
#else
    (void)a, (void)bytes;
#endif
}

static size_t rounded(size_t bytes)
{
    return (bytes ? (bytes + ALIGN - 1) / ALIGN * ALIGN : ALIGN) + GUARD;
}

// `align`: a power of two, at most ALIGN.
static void *take(struct arena *a, size_t bytes, size_t align)
{
    if (a->sealed || bytes > SIZE_MAX - ALIGN - GUARD)
        oom();
    align = GUARD ? ALIGN : align;
    size_t size = align == ALIGN ? rounded(bytes) : bytes;
    size_t left = (size_t)(a->end - a->at), gap = -(uintptr_t)a->at & (align - 1);
    if (!a->at || gap > left || size > left - gap) {
        if (a->base)
            oom();
        add_chunk(a, size);
        gap = 0;
    }
    unsigned char *block = a->at + gap;
    a->at = block + size;
    guard_show(block, bytes);
    if (!a->base) // a fixed range is zero
        memset(block, 0, bytes);
    return block;
}

void *arena_alloc(struct arena *a, size_t size)
{
    return take(a, size, ALIGN);
}

void *arena_calloc(struct arena *a, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        oom();
    return arena_alloc(a, bytes);
}

void *arena_grow(struct arena *a, void *old, size_t old_count, size_t new_count, size_t size)
{
    size_t want;
    if (__builtin_mul_overflow(new_count, size, &want) || want > SIZE_MAX - ALIGN - GUARD ||
        a->sealed)
        oom();
    size_t have = old_count * size;
    if (old && new_count <= old_count)
        return old;
    bool newest = old && (unsigned char *)old + rounded(have) == a->at;
    size_t more = old ? rounded(want) - rounded(have) : 0;
    if (newest && more <= (size_t)(a->end - a->at)) {
        guard_show(old, want);
        if (!a->base)
            memset((unsigned char *)old + have, 0, want - have);
        a->at += more;
        return old;
    }
    void *block = arena_alloc(a, want);
    if (old && have)
        memcpy(block, old, have);
    return block;
}

char *arena_text(struct arena *a, size_t len)
{
    if (len == SIZE_MAX)
        oom();
    return take(a, len + 1, 1);
}

char *arena_strndup(struct arena *a, const char *s, size_t len)
{
    char *copy = arena_text(a, len);
    if (len)
        memcpy(copy, s, len);
    return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return arena_strndup(a, s, strlen(s));
}

char *arena_printf(struct arena *a, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *s = take(a, len < 0 ? 1 : (size_t)len + 1, 1);
    if (len > 0)
        vsnprintf(s, (size_t)len + 1, format, again);
    va_end(again);
    return s;
}

struct arena_mark arena_mark(const struct arena *a)
{
    return (struct arena_mark){a->chunk, a->at};
}

static void wipe(unsigned char *from, unsigned char *to)
{
    guard_show(from, (size_t)(to - from));
    explicit_bzero(from, (size_t)(to - from));
    guard_hide(from, (size_t)(to - from));
}

static void drop_newest(struct arena *a)
{
    struct arena_chunk *chunk = a->chunk;
    a->chunk = chunk->older;
    wipe(chunk->data, a->at);
    free(chunk);
    a->at = a->end = NULL;
    if (a->chunk) {
        a->at = a->chunk->data + a->chunk->used;
        a->end = a->chunk->data + a->chunk->size;
    }
}

static void drop_older(struct arena_chunk *chunk)
{
    struct arena_chunk *older = chunk->older;
    chunk->older = older->older;
    wipe(older->data, older->data + older->used);
    free(older);
}

void arena_rewind(struct arena *a, struct arena_mark mark)
{
    if (a->sealed)
        return;
    if (!mark.at && !a->base) { // taken while the arena was empty
        arena_wipe(a);
        return;
    }
    while (!a->base && a->chunk != mark.chunk)
        drop_newest(a);
    wipe(mark.at, a->at);
    a->at = mark.at;
}

void arena_wipe(struct arena *a)
{
    if (a->sealed)
        return;
    if (a->base) {
        wipe(a->base, a->at);
        a->at = a->base;
        return;
    }
    if (!a->chunk)
        return;
    // The newest and largest chunk is kept for the next round: a frame costs no malloc.
    wipe(a->chunk->data, a->at);
    while (a->chunk->older)
        drop_older(a->chunk);
    a->at = a->chunk->data;
    a->end = a->at + a->chunk->size;
}

void arena_release(struct arena *a)
{
    while (a->chunk)
        drop_newest(a);
    arena_discard(a);
}

void arena_discard(struct arena *a)
{
    if (a->base) {
        guard_show(a->base, (size_t)(a->end - a->base)); // for who gets the place next
        munmap(a->base, (size_t)(a->end - a->base));
    }
    while (a->chunk) {
        struct arena_chunk *older = a->chunk->older;
        free(a->chunk);
        a->chunk = older;
    }
    arena_init(a);
}

bool arena_is_fixed(const struct arena *a)
{
    return a->base && (uintptr_t)a->base == (uintptr_t)ARENA_FIXED_BASE;
}

void *arena_base(const struct arena *a)
{
    return a->base;
}

size_t arena_used(const struct arena *a)
{
    const unsigned char *from = a->base ? a->base : a->chunk ? a->chunk->data : a->at;
    return a->at ? (size_t)(a->at - from) : 0;
}

void arena_copy(const struct arena *a, void *to, size_t bytes)
{
    guard_show(a->base, bytes);
    memcpy(to, a->base, bytes);
}

int arena_seal(struct arena *a)
{
    if (!a->base)
        return -1;
    if (mprotect(a->base, (size_t)(a->end - a->base), PROT_READ))
        return -1;
    a->sealed = true;
    return 0;
}
