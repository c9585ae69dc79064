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

// The number behind a letter of the hash's parameters; 0: there is none.
static unsigned long parameter(const char *hash, const char *letter)
{
    const char *at = strstr(hash, letter);
    return at ? strtoul(at + strlen(letter), NULL, 10) : 0;
}

enum pin_hash pin_hash_look(const char *hash)
{
    unsigned long memory = parameter(hash, "$m="), rounds = parameter(hash, ",t=");
    if (sodium_init() < 0)
        return PIN_HASH_GOOD;
    if (!memory || !rounds ||
        crypto_pwhash_str_needs_rehash(hash, crypto_pwhash_OPSLIMIT_MIN,
                                       crypto_pwhash_MEMLIMIT_MIN) < 0)
        return PIN_HASH_BROKEN;
    if (memory > PIN_MEMORY_MOST)
        return PIN_HASH_HUGE;
    return rounds > PIN_WORK_MOST / memory ? PIN_HASH_SLOW : PIN_HASH_GOOD;
}
