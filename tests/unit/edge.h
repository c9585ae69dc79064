// SPDX-License-Identifier: MIT
// Bytes that end where memory ends: who reads one byte more is stopped by a signal.
#ifndef TANU_TESTS_EDGE_H
#define TANU_TESTS_EDGE_H

#include <sys/mman.h>
#include <unistd.h>

#include "unit.h"

struct edge {
    char *bytes; // the copy
    char *pages;
    size_t mapped;
};

static inline struct edge edge_copy(const char *bytes, size_t len)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), room = (len + page) / page * page;
    struct edge edge = {.mapped = room + page};
    edge.pages =
        mmap(NULL, edge.mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(edge.pages != MAP_FAILED);
    assert_int_equal(mprotect(edge.pages + room, page, PROT_NONE), 0);
    edge.bytes = edge.pages + room - len;
    memcpy(edge.bytes, bytes, len);
    return edge;
}

static inline void edge_free(struct edge *edge)
{
    munmap(edge->pages, edge->mapped);
}

#endif
