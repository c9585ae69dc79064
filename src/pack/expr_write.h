// SPDX-License-Identifier: MIT
// The rule language the other way: from a checked tree to the text that is read as the same tree.
#ifndef TANU_PACK_EXPR_WRITE_H
#define TANU_PACK_EXPR_WRITE_H

#include "base/text.h"
#include "pack/pack.h"

// As an author would write it: on one line, choices in the order of their question, countries in
// that of the alphabet, a group by its name where a set is that of a group.
void expr_write(struct text *out, const struct pack *pack, const struct expr *e);

#endif
