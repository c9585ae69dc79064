// SPDX-License-Identifier: MIT
// See pin.h.
#include "base/pin.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

bool pin_right(const char *hash, const char *typed)
{
    return sodium_init() >= 0 && crypto_pwhash_str_verify(hash, typed, strlen(typed)) == 0;
}

enum pin_hash pin_hash_look(const char *hash)
{
    const char *memory = strstr(hash, "$m=");
    if (sodium_init() < 0)
        return PIN_HASH_GOOD;
    if (!memory || crypto_pwhash_str_needs_rehash(hash, crypto_pwhash_OPSLIMIT_MIN,
                                                  crypto_pwhash_MEMLIMIT_MIN) < 0)
        return PIN_HASH_BROKEN;
    return strtoul(memory + 3, NULL, 10) > PIN_MEMORY_MOST ? PIN_HASH_HUGE : PIN_HASH_GOOD;
}
