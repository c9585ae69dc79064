// SPDX-License-Identifier: MIT
//
// Archives in the ustar form (POSIX pax), read from memory and bounded: plain files and folders
// only, names that stay below where they are unpacked, no more than so many files and bytes. Links,
// devices, absolute names, "..", hidden names and odd characters are refused.
#ifndef TANU_BASE_USTAR_H
#define TANU_BASE_USTAR_H

#include <stdbool.h>
#include <stddef.h>

enum {
    USTAR_NAME = 256,
    USTAR_MOST_FILES = 2000,
    USTAR_MOST_BYTES = 16 << 20,
    USTAR_MOST_DEPTH = 6
};

struct ustar_entry {
    char name[USTAR_NAME]; // without a slash at the end
    bool folder;
    const char *bytes; // in the archive
    size_t len;
};

struct ustar {
    const char *bytes;
    size_t len, at;
    int files;
    size_t total;
    const char *fault;     // what is wrong with it, in English; NULL: nothing so far
    char name[USTAR_NAME]; // of the entry that is wrong
};

void ustar_open(struct ustar *u, const void *bytes, size_t len);
// The next entry; false at the end or at a fault (then u->fault is set). An archive ends with two
// blocks of zeros.
bool ustar_next(struct ustar *u, struct ustar_entry *entry);

#endif
