// SPDX-License-Identifier: MIT
// A PIN against its Argon2id hash, by libsodium. A program built without it knows no right PIN.
#ifndef TANU_BASE_PIN_H
#define TANU_BASE_PIN_H

#include <stdbool.h>

// `hash`: "$argon2id$v=19$m=…,t=…,p=1$…$…", as libsodium and argon2(1) write it.
bool pin_right(const char *hash, const char *typed);

#endif
