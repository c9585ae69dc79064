// SPDX-License-Identifier: MIT
// The checked pack kept between two runs, so that a start need not read YAML again.
//
// A cache file is a short header and the bytes of the pack's arena as they stood after loading; it
// is good only at the same fixed address. It stands in $XDG_CACHE_HOME/tanu (or ~/.cache/tanu; 0700)
// as FOLDER-KEY.pack (0600), FOLDER being the last part of the pack's path. KEY comes from the names
// and contents of the pack's files and from the program file itself, so neither a changed pack nor
// another build ever meets a wrong file; owner, mode, size and a checksum are looked at on each use.
//
// Nothing depends on it. Whatever does not fit is not used, what cannot be written is not written,
// and nobody is told. Nothing that a person answers is in it.
#ifndef TANU_PACK_CACHE_H
#define TANU_PACK_CACHE_H

#include <stdint.h>

#include "base/arena.h"

struct cache {
    char folder[512]; // "": no cache
    char file[96];    // its name in there
    size_t stem;      // length of "FOLDER-" in file
    uint64_t key;
};

// Which file belongs to the pack in `dir` whose sources have that hash.
void cache_find(struct cache *cache, const char *dir, uint64_t hash);

enum cache_end {
    CACHE_USED,  // the arena holds the pack
    CACHE_NONE,  // no file that fits; the arena is as it was
    CACHE_SPOILT // a damaged file: the arena is empty now, load the pack anew
};
// Puts the file's bytes in place of what is in the fixed arena.
enum cache_end cache_read(const struct cache *cache, struct arena *arena);

// Writes the arena, and removes what older packs of that name left.
void cache_write(const struct cache *cache, const struct arena *arena);

#endif
