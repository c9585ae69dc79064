// SPDX-License-Identifier: MIT
//
// The letters of a Linux console: its font has 256 or 512 signs, and what it lacks it shows as
// squares. A terminal in a window, over ssh or on a pseudo-terminal is no console.
#ifndef TANU_BASE_CONSOLE_H
#define TANU_BASE_CONSOLE_H

#include <stdbool.h>
#include <stdint.h>

struct console_letters {
    uint8_t has[0x10000 / 8]; // a bit for each code point below 0x10000
};

// Which letters it has now. False: `fd` is no console, or does not tell.
bool console_letters(int fd, struct console_letters *out);
// Can it draw all of these (UTF-8)?
bool console_draws(const struct console_letters *font, const char *letters);

#endif
