// SPDX-License-Identifier: MIT
//
// Looks through a compiled catalogue (.mo) before libintl sees it. libintl trusts these files: a
// damaged one reads out of bounds or loops. Used for catalogues that came with a foreign pack.
#ifndef TANU_TONGUE_MO_H
#define TANU_TONGUE_MO_H

#include <stddef.h>

enum { MO_MAX_BYTES = 8 << 20 };

// NULL if the bytes are a sound catalogue in UTF-8, else what is wrong (English, for a message).
const char *mo_check(const void *bytes, size_t len);
const char *mo_check_file(const char *path); // the same for a file

#endif
