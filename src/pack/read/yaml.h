// SPDX-License-Identifier: MIT
// One YAML file as a tree of nodes, each with its line and column.
//
// Only the small part of YAML that a pack may use (doc/pack-format.md, section 1): block maps and
// lists of scalars. Everything else is reported into `diags` and either skipped or read as the
// nearest plain thing, so that one run finds all faults. There is no recursion on the input.
// Nodes and texts live in the arena given; a file's `contents` must outlive them.
#ifndef TANU_PACK_READ_YAML_H
#define TANU_PACK_READ_YAML_H

#include "base/diag.h"
#include "pack/pack.h"

enum yaml_limits {
    YAML_MAX_FILE = 1 << 20,
    YAML_MAX_STRING = 4000, // bytes of one scalar
    YAML_MAX_DEPTH = 8,     // collections inside each other
    YAML_MAX_NODES = 20000, // a file
    YAML_MAX_KEYS = 128,    // a mapping
};

struct source_file {
    const char *path; // for messages: the folder as the caller gave it, then the name
    const char *name; // inside the pack, `rules/papers.yaml`
    const char *contents;
    size_t length;
    const uint32_t *line_start; // byte offsets; filled by yaml_read()
    uint32_t n_lines;
    uint16_t number; // in pack->files
    // What people typed, not what an author wrote: every spelling, joiner and picture is fine; only
    // what steers a terminal is refused.
    bool typed;
};

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };
enum node_style { STYLE_PLAIN, STYLE_SINGLE_QUOTED, STYLE_DOUBLE_QUOTED, STYLE_BLOCK };

struct node {
    enum node_kind kind;
    enum node_style style;
    struct pack_place place, key_place;
    const char *key;  // inside a mapping
    const char *text; // of a scalar, NUL-terminated; "" of everything else
    uint32_t length;  // of text
    int32_t count;    // of children
    struct node *first, *last, *next;
};

// Returns the tree (possibly only a part of it), or NULL where there is none. *whole is false
// when something of the file could not be read, so that what it defines may be missing.
struct node *yaml_read(struct source_file *file, struct arena *arena, struct diags *diags,
                       bool *whole);

// The same with libyaml alone, for the test that compares: line_start and the characters are good.
struct node *yaml_read_slowly(struct source_file *file, struct arena *arena, struct diags *diags,
                              bool *whole);

// The child of a mapping with that key, or NULL (also where `map` is NULL or no mapping).
const struct node *node_get(const struct node *map, const char *key);

// The first item of a list and their number; NULL and 0 where `list` is NULL or no list.
const struct node *node_items(const struct node *list);
size_t node_count(const struct node *list);

// Where byte `offset` of a scalar's text stands in the file: also inside quotes and folds.
struct pack_place node_place_at(const struct source_file *file, const struct node *scalar,
                                uint32_t offset);

#endif
