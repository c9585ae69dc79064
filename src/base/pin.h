// SPDX-License-Identifier: MIT
// A PIN against its Argon2id hash, by libsodium. A program built without it knows no right PIN.
#ifndef TANU_BASE_PIN_H
#define TANU_BASE_PIN_H

#include <stdbool.h>

// `hash`: "$argon2id$v=19$m=…,t=…,p=1$…$…", as libsodium and argon2(1) write it.
bool pin_right(const char *hash, const char *typed);

enum {
    PIN_MEMORY_MOST = 131072, // KiB that looking at a hash may take; a unit has 256 MiB
    PIN_WORK_MOST = 2097152   // the same over all its rounds: a second or two
};
enum pin_hash {
    PIN_HASH_GOOD,
    PIN_HASH_BROKEN, // no PIN would ever be right
    PIN_HASH_HUGE,   // more than PIN_MEMORY_MOST
    PIN_HASH_SLOW    // more than PIN_WORK_MOST
};
// What a program that is built without libsodium cannot tell is good.
enum pin_hash pin_hash_look(const char *hash);

#endif
