// SPDX-License-Identifier: MIT
//
// Judging as if: what would a deposit, a day of entry into force, a reservation made or withdrawn
// change? A pack that is like another one but for that; nothing is stored, and pages and answers
// made with it say so.
#ifndef TANU_PACK_READ_ASSUME_H
#define TANU_PACK_READ_ASSUME_H

#include "base/text.h"
#include "pack/pack.h"

enum { ASSUME_MOST = 16 }; // assumptions at one time

// `words`: n texts of the form "INSTRUMENT COUNTRY KEY=VALUE ...", with deposit=DATE,
// in_force=DATE, reservation=MATTER, withdrawn=MATTER. Returns a pack that stands on `base` (which
// is freed with it by pack_free), or NULL with a sentence in *why; then `base` is untouched.
const struct pack *pack_assume(const struct pack *base, const char *const *words, int n,
                               struct text *why);

#endif
