// SPDX-License-Identifier: MIT
//
// The short record of a result: what a person would call the same or another result. Two records of
// one case are compared as texts; a kept case keeps one, so that the law's moves can be found
// without the pack of that day.
//
// A line a thing: "outcome recognised", "state open", "possible recognised refusal_likely",
// "position …", "licence …", "papers id id", "fee kz-fee: 43,250 tenge". Ids and the pack's English
// words, never a language.
#ifndef TANU_CASE_RECORD_H
#define TANU_CASE_RECORD_H

#include "base/text.h"
#include "engine/engine.h"

// Appends the record of a full assessment.
void record_write(struct text *out, const struct pack *pack, const struct assessment *a);

#endif
