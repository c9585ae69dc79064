// SPDX-License-Identifier: MIT
// Every text of a pack that a person reads, and the translations of them in po/LANG/*.po.
#ifndef TANU_AUTHOR_PHRASES_H
#define TANU_AUTHOR_PHRASES_H

#include "base/diag.h"
#include "base/hash.h"
#include "pack/pack.h"

struct text;

struct placed_phrase {
    const struct phrase *phrase;
    struct pack_place place; // of the thing that has the text
    bool name;               // may stay as it is
    size_t order;
};

struct phrase_list {
    struct placed_phrase *items; // by file, then line
    size_t n;
    struct table by_context; // context -> index into items
};

// Each context once. The list lives in the arena.
struct phrase_list phrases_of(const struct pack *pack, struct arena *arena);

// The template for translators: of one content file (`countries/KZ.yaml`), or of all (NULL).
// Returns how many texts it holds.
size_t pot_write(struct text *out, const struct pack *pack, const char *file);

// ---- translations -------------------------------------------------------------------------------

struct po_entry {
    const char *context, *id, *words; // "" where not given
    bool fuzzy;
    const char *file; // path, for messages
    int line;         // of msgctxt or msgid
};

struct po {
    struct po_entry *entries;
    size_t n, room;
    struct table by_context;
};

// Reads every .po file of a folder. Faults (`po-syntax`) go to diags. False if there is no folder.
bool po_read_folder(struct po *po, const char *dir, struct arena *arena, struct diags *diags);
// The same from memory; `path` is for messages.
void po_read(struct po *po, const char *path, const char *contents, size_t length,
             struct arena *arena, struct diags *diags);

#endif
