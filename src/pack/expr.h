// SPDX-License-Identifier: MIT
// The rule language (doc/pack-format.md, section 4): from text to a checked tree.
//
// Parsing and type checking are one walk: every name is looked up and every comparison fits its
// question before a node is made. Faults go to `diags` with the place inside the text; a syntax
// fault ends its expression, a wrong name does not, so that several can be reported at once.
#ifndef TANU_PACK_EXPR_H
#define TANU_PACK_EXPR_H

#include "pack/read/names.h"
#include "pack/read/yaml.h"

// What the expression is for: it decides which functions are allowed.
enum expr_use {
    USE_RELEVANT,
    USE_MATTER,
    USE_FINDING,
    USE_PRACTICE,
    USE_CONVENTION,
    USE_LICENCE,
    USE_ITEM,   // documents, steps, rights, notices
    USE_COVERS, // what an instrument covers: answers only
};

struct expr_scope {
    const struct pack *pack; // questions with their choices, countries, groups, matters
    const struct names *names;
    struct arena *arena;   // for the nodes
    struct arena *scratch; // for messages
    struct diags *diags;
    bool whole; // false: some file could not be read, so a missing id is no fault
    // The sets of choices that stand in `arena`, by their bytes: the same one stands there once.
    struct table *sets; // NULL: each comparison has its own
};

// Returns NULL if there was a fault. `file` and `scalar` say where the text stands.
const struct expr *expr_parse(const struct expr_scope *scope, const struct source_file *file,
                              const struct node *scalar, enum expr_use use);

#endif
