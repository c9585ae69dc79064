// SPDX-License-Identifier: MIT
// What somebody may have meant who wrote a word that is none: "UK", "kz ", "Bachelor", "CHN".
#ifndef TANU_CASE_JSON_HINT_H
#define TANU_CASE_JSON_HINT_H

#include "pack/pack.h"

// The question id that is nearest, or NULL.
const char *json_hint_key(const struct pack *pack, const char *word, size_t len);

// Ends the sentence `"…" is no value of "…"` with what would be right, as far as it fits into
// room - 1 bytes.
void json_hint_value(const struct pack *pack, int32_t question, const char *word, size_t len,
                     char *out, size_t room);

#endif
