// SPDX-License-Identifier: MIT
// The way packs are written nearly always (block maps and lists, one key a line; texts plain, in
// quotes without escapes, or folded with >-), read line by line without libyaml.
//
// libyaml takes two thirds of the time to load a pack. This reader gives the same tree for what it
// knows and nothing at all for anything else, faults included: then libyaml reads the file and says
// what is wrong. A test compares the two on whole packs and on mangled ones.
#ifndef TANU_PACK_READ_YAML_SIMPLE_H
#define TANU_PACK_READ_YAML_SIMPLE_H

#include "pack/read/yaml.h"

// `file` has its line_start, and its characters were checked and are good. NULL: libyaml's turn.
struct node *yaml_simple(const struct source_file *file, struct arena *arena);

#endif
