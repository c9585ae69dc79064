// SPDX-License-Identifier: MIT
// Escape sequences of keys, for those that the terminal's description does not know.
#ifndef TANU_FRONT_KEYS_H
#define TANU_FRONT_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "wizard/action.h"

enum { KEYS_MAX = 24 }; // longest sequence looked at; the rest of a longer one is dropped

// Collects the characters after ESC until the sequence is complete.
struct keys {
    char bytes[KEYS_MAX];
    size_t len;
};

// Takes one character. true: complete.
bool keys_take(struct keys *keys, int c);

enum keys_kind { KEYS_IS_KEY, KEYS_IS_NOTHING, KEYS_IS_PASTE_START, KEYS_IS_PASTE_END };
// What a complete sequence means; a key nobody has a use for is nothing (and never typed text).
enum keys_kind keys_meaning(const struct keys *keys, input *key);

// A control character (below 0x20, or 0x7f) as a key.
input keys_control(int c);

#endif
