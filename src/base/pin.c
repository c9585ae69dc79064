// SPDX-License-Identifier: MIT
// See pin.h.
#include "base/pin.h"

#include <sodium.h>
#include <string.h>

bool pin_right(const char *hash, const char *typed)
{
    return sodium_init() >= 0 && crypto_pwhash_str_verify(hash, typed, strlen(typed)) == 0;
}
