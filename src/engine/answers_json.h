// SPDX-License-Identifier: MIT
// Answers as JSON, in the words of the public contract.
#ifndef TANU_ENGINE_ANSWERS_JSON_H
#define TANU_ENGINE_ANSWERS_JSON_H

#include "base/text.h"
#include "pack/pack.h"

// Appends the answers of a worked case as one object, as `tanu assess` takes them.
void case_json(struct text *out, const struct pack *pack, const struct worked_case *c);

#endif
