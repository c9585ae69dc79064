// SPDX-License-Identifier: MIT
// What keys.c asks about a sequence once it has it; nobody else includes this.
#ifndef TANU_FRONT_KEYS_PARTS_H
#define TANU_FRONT_KEYS_PARTS_H

#include "front/keys.h"

enum { KEYS_ESC = 0x1b, KEYS_DEL = 0x7f };

// A control character as a key; INPUT_NONE: it means nothing.
input keys_control(int c);
// keys->sequence as a key; INPUT_NONE: nobody has a use for it.
input keys_meaning(const struct keys *keys);
// Bytes of the terminal's description: that key, or INPUT_NONE; does a longer one begin like this?
input keys_described(const struct keys *keys, const char *bytes);
bool keys_described_begins(const struct keys *keys, const char *bytes);

#endif
