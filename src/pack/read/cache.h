// SPDX-License-Identifier: MIT
// The checked pack kept between two runs, so that a start need not read YAML again.
//
// A cache file is a short header and the bytes of the pack's arena as they stood after loading; it
// is good only at the same fixed address. It stands in $XDG_CACHE_HOME/tanu (or ~/.cache/tanu;
// 0700) as FOLDER-KEY.pack (0600), FOLDER being the last part of the pack's path. KEY comes from
// that path, the names and contents of the pack's files and from the program file itself, so
// neither a changed pack nor another build ever meets a wrong file; owner, mode, size and a
// checksum are looked at on each use. The file is mapped, so a page costs memory only when
// something in it is read.
//
// Nothing depends on it. Whatever does not fit is not used, what cannot be written is not written,
// and nobody is told. Nothing that a person answers is in it.
#ifndef TANU_PACK_READ_CACHE_H
#define TANU_PACK_READ_CACHE_H

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

// Maps the file, read-only, to where a fixed arena stands; nothing may be there. Returns its first
// byte, or NULL where no file fits.
const void *cache_map(const struct cache *cache);

// Writes the arena, and removes what older packs of that name left. `mapped` is filled first: it
// stands in the arena itself and is then what arena_release() takes to unmap the file.
void cache_write(const struct cache *cache, const struct arena *arena, struct arena *mapped);

#endif
