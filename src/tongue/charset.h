// SPDX-License-Identifier: MIT
// Terminals whose charset is not UTF-8: what they can show, and what to show instead.
#ifndef TANU_TONGUE_CHARSET_H
#define TANU_TONGUE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text;

bool charset_can(const char *charset, const char *utf8); // every character of it
// UTF-8 to the charset; what it lacks becomes ASCII (charset_ascii), "?" at the worst.
void charset_encode(const char *charset, struct text *out, const char *utf8);
// Bytes of the charset to UTF-8. 0, or -1 where they are none.
int charset_decode(const char *charset, struct text *out, const char *bytes, size_t len);
// The ASCII character nearest to c: the base letter of é, - for –, ? where there is none.
char charset_ascii(uint32_t c);

#endif
