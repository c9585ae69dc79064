// SPDX-License-Identifier: MIT
// Pieces of JSON that were written once and stand in many answers: a finding, a paper, a source.
//
// What is kept is what stood in the output, found again by the thing in the pack it is about and a
// number for its variant, so a caller says: "again, or else I write it and you keep it". Only texts
// that no answer of a person can change may be kept, and all in one language. The store is bounded:
// when it is full, new pieces are written each time, and nothing else changes. Threads share it.
#ifndef TANU_CASE_JSON_PARTS_H
#define TANU_CASE_JSON_PARTS_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

struct json_parts;
struct json_parts *json_parts_new(void);
void json_parts_free(struct json_parts *parts);

// Appends the piece if it was kept. `parts` may be NULL: nothing was.
bool json_parts_again(struct json_parts *parts, struct text *out, const void *thing,
                      uint64_t variant);
// Keeps what stands in `out` from the offset `from` on.
void json_parts_keep(struct json_parts *parts, const struct text *out, size_t from,
                     const void *thing, uint64_t variant);

#endif
