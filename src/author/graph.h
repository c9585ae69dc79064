// SPDX-License-Identifier: MIT
// The flow and the rules of a pack as a graph in DOT, and the whole pack as one printable document
// in HTML. Both show the English texts: they are for the people who answer for the content.
#ifndef TANU_AUTHOR_GRAPH_H
#define TANU_AUTHOR_GRAPH_H

#include <stdint.h>

#include "pack/pack.h"

struct text;

// Questions -> findings -> rows of the outcome tables -> outcomes. `destination` is an index into
// pack->destinations whose rules are drawn too, or NONE: the general rules only.
void graph_write(struct text *out, const struct pack *pack, int32_t destination);

// The pack must have been loaded with LOAD_CASES.
void book_write(struct text *out, const struct pack *pack, int32_t as_of);

#endif
