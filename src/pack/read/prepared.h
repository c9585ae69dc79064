// SPDX-License-Identifier: MIT
// A prepared pack: one that was read and checked when the program was built or the pack installed,
// so that a start need not read YAML again.
//
// The file is a short header and the bytes of the pack's arena as they stood after loading; they
// are good only at the same fixed address, and full of pointers that nobody can check. So such a
// file is trusted exactly as far as the program itself: it is used only where it belongs to the
// owner of the program file and nobody else can write to it. It is bound to the names and contents
// of the pack's files and to this very build of the program; owner, mode, size and a checksum are
// looked at on each use. Where the system says that no file was touched since, none is read. It is
// copied, not mapped: what happens to it later does not matter.
//
// Nothing depends on it. Whatever does not fit is not used, and nobody is told. At run time nothing
// is written anywhere.
#ifndef TANU_PACK_READ_PREPARED_H
#define TANU_PACK_READ_PREPARED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct prepared_for {
    uint64_t hash;  // of names and contents, or 0: not known
    uint64_t stats; // of names and what the system says of the files, or 0: not known
};

// Reads the file that belongs to sources with one of these hashes into a fixed arena to which
// nothing was given out yet. 0, or -1: it does not fit, and the arena is not to be used.
int prepared_read(const char *path, const struct prepared_for *sources, struct arena *arena);

// Would it be read? (Its bytes are not looked at.)
bool prepared_fits(const char *path, const struct prepared_for *sources);

// Writes the bytes of a fixed arena, the file whole or not at all. 0, or -1 with errno; ENOTSUP: it
// cannot be told which program this is.
int prepared_write(const char *path, const struct prepared_for *sources, const void *bytes,
                   size_t size);

#endif
