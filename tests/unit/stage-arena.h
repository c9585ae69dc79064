// SPDX-License-Identifier: MIT
// The stage with the small pack of pages and an arena for what is built on it: opening and closing
// of a group of tests.
#ifndef TANU_TESTS_STAGE_ARENA_H
#define TANU_TESTS_STAGE_ARENA_H

#include "stage.h"
#include "base/arena.h"

static struct arena arena;

static inline int open_pages(void **state)
{
    (void)state;
    open_pack("pages");
    arena_init(&arena);
    return 0;
}

static inline int close_pages(void **state)
{
    (void)state;
    arena_release(&arena);
    close_pack();
    return 0;
}

#endif
