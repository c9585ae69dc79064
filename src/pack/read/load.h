// SPDX-License-Identifier: MIT
//
// Reading a pack folder. All faults of a pack are found in one run and put into `diags` as
// file:line:column with a code (the codes are listed in doc/pack-codes.md); a pack with an error is
// never handed out.
#ifndef TANU_PACK_READ_LOAD_H
#define TANU_PACK_READ_LOAD_H

#include <stddef.h>

#include "base/diag.h"
#include "pack/pack.h"

enum load_flags {
    LOAD_CASES = 1, // also read cases/, which only `tanu check` and the tests need
    LOAD_NEAR = 2   // of these only what pack->near holds; a prepared pack always has it
};

// Loads and checks the folder `dir`. Returns the pack, or NULL with at least one error in `diags`.
// Warnings may be there in both cases. Release with pack_free. One pack at a time can have the
// fixed address; a second one works but cannot be prepared.
const struct pack *pack_load(const char *dir, unsigned flags, struct diags *diags);

// What pack.yaml says of itself: id, version, title, languages, and nothing else; enough for a
// first page while the rest is read. NULL, and nobody is told why, where there is any fault. It
// lives in `arena`.
struct arena;
const struct pack *pack_load_head(const char *dir, struct arena *arena);

// The pack of pack_load() from the file `prepared` (prepared.h), as LOAD_NEAR reads it. NULL where
// that does not fit what stands in `dir` now, and nobody is told why: load it then.
const struct pack *pack_load_prepared(const char *dir, const char *prepared);
// Reads and checks the folder and writes that file, unless one that fits is there. A pack with
// warnings is not prepared, so that they are given each time. 0; -1 with something in `diags`, or
// else with errno.
// `here`: the files stay where they are, and what the system says of them may be kept to know them
// again without reading; not for a package, whose bytes must be the same wherever it is built.
int pack_prepare(const char *dir, const char *prepared, bool here, struct diags *diags);

// The same from memory, for tests and fuzzing: `name` is the path inside the pack, `pack.yaml` and
// `questions.yaml` come first.
struct pack_text {
    const char *name, *contents;
    size_t length;
};
const struct pack *pack_load_texts(const struct pack_text *texts, size_t count, unsigned flags,
                                   struct diags *diags);

void pack_free(const struct pack *pack); // NULL is fine

#endif
