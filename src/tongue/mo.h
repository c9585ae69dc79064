// SPDX-License-Identifier: MIT
//
// Compiled catalogues (.mo), looked through before anybody reads them. libintl trusts these files:
// a damaged one reads out of bounds or loops. So a catalogue that came with a pack from elsewhere
// is never shown to libintl; it is read here, and so are several languages at once.
#ifndef TANU_TONGUE_MO_H
#define TANU_TONGUE_MO_H

#include <stddef.h>

enum { MO_MAX_BYTES = 8 << 20 };

// NULL if the bytes are a sound catalogue in UTF-8, else what is wrong (English, for a message).
const char *mo_check(const void *bytes, size_t len);

struct mo; // a sound catalogue in memory

// Reads a whole file and looks through it. NULL: *fault says what is wrong with it.
struct mo *mo_open(const char *path, const char **fault);
void mo_close(struct mo *mo); // NULL is fine

// The translation of a text (with its context: "context\004text"), or NULL. Lives as long as mo.
const char *mo_find(const struct mo *mo, const char *original);

#endif
