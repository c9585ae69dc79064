// SPDX-License-Identifier: MIT
// Looks for a secret in all that this process can write. The test says what the secret is, before
// it includes this: `secret(i)` its letters, SECRET how many; CHUNK bytes are looked at at once.
#ifndef TANU_TESTS_IN_MEMORY_H
#define TANU_TESTS_IN_MEMORY_H

#include "paper/cells.h"

static char chunk[CHUNK];

// The secret as bytes, or as one letter in each cell of a screen.
static bool stands_at(const char *at, const char *end, size_t stride)
{
    if (at + (SECRET - 1) * stride >= end)
        return false;
    for (int i = 0; i < SECRET; i++)
        if (at[(size_t)i * stride] != secret(i))
            return false;
    return true;
}

static int found_between(int memory, uintptr_t from, uintptr_t to)
{
    const size_t overlap = SECRET * sizeof(struct cell);
    int found = 0;
    for (uintptr_t at = from; at < to; at += CHUNK - overlap) {
        size_t want = to - at < CHUNK ? to - at : CHUNK;
        ssize_t got = pread(memory, chunk, want, (off_t)at);
        for (const char *c = chunk; got > 0 && c < chunk + got; c++) {
            uintptr_t address = at + (uintptr_t)(c - chunk);
            bool own = address >= (uintptr_t)chunk && address < (uintptr_t)(chunk + CHUNK);
            found += !own && (stands_at(c, chunk + got, 1) ||
                              stands_at(c, chunk + got, sizeof(struct cell)));
        }
    }
    explicit_bzero(chunk, sizeof chunk);
    return found;
}

// How often the secret stands in what this process can write. (Sanitizers have huge maps of their
// own.)
static int found_in_memory(void)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    FILE *memory = fopen("/proc/self/mem", "r");
    char line[512];
    int found = 0;
    assert_true(maps && memory);
    while (fgets(line, sizeof line, maps)) {
        unsigned long from, to;
        char mode[8];
        if (sscanf(line, "%lx-%lx %7s", &from, &to, mode) == 3 && mode[1] == 'w' &&
            to - from < (1ul << 28))
            found += found_between(fileno(memory), from, to);
    }
    fclose(maps);
    fclose(memory);
    return found;
}

#endif
