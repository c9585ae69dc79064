// SPDX-License-Identifier: MIT
// The laws of all destinations on one day, each compiled when it is first asked for and then kept.
//
// This is the one thing that engines of several threads share: a law costs some milliseconds, so no
// two threads should compile the same one. Laws are frozen and never change; only the shelf they
// stand on is guarded, and a law that is there is found without a lock.
#ifndef TANU_ENGINE_LAWS_H
#define TANU_ENGINE_LAWS_H

#include "engine/law.h"

struct laws;

// Has one user. Borrows the pack. Never NULL (base/oom.h). `brief`: as in the atlas.
struct laws *laws_new(const struct pack *pack, int32_t as_of, bool brief);
// One more user; returns `laws`.
struct laws *laws_join(struct laws *laws);
// One user less; the last one frees. NULL is fine.
void laws_leave(struct laws *laws);

const struct atlas *laws_atlas(const struct laws *laws);

// The law of a country (or LAW_…). `workshop` is the caller's own and is used if the law is not
// there yet; where another thread is just compiling it, the call waits.
const struct law *laws_get(struct laws *laws, int32_t country, struct diagram *workshop);

#endif
