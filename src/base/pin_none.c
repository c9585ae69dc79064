// SPDX-License-Identifier: MIT
// A program built without libsodium; see pin.h.
#include "base/pin.h"

bool pin_right(const char *hash, const char *typed)
{
    (void)hash, (void)typed;
    return false;
}

enum pin_hash pin_hash_look(const char *hash)
{
    (void)hash;
    return PIN_HASH_GOOD;
}
