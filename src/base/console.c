// SPDX-License-Identifier: MIT
// See console.h.
#include "base/console.h"

#include <linux/kd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "base/oom.h"
#include "base/utf8.h"

enum { PAIRS = 0xFFFF }; // more has no table

bool console_letters(int fd, struct console_letters *out)
{
    char keyboard = 0;
    if (ioctl(fd, KDGKBTYPE, &keyboard) != 0)
        return false;
    struct unimapdesc table = {.entry_ct = PAIRS, .entries = NULL};
    table.entries = xcalloc(PAIRS, sizeof *table.entries);
    bool told = ioctl(fd, GIO_UNIMAP, &table) == 0 && table.entry_ct > 0;
    memset(out, 0, sizeof *out);
    for (int i = 0; told && i < table.entry_ct; i++) {
        uint16_t c = table.entries[i].unicode;
        out->has[c / 8] = (uint8_t)(out->has[c / 8] | 1U << c % 8);
    }
    free(table.entries);
    return told;
}

bool console_draws(const struct console_letters *font, const char *letters)
{
    while (*letters) {
        uint32_t c = 0;
        letters += utf8_decode(letters, strlen(letters), &c);
        if (c > 0xFFFF || !(font->has[c / 8] >> c % 8 & 1))
            return false;
    }
    return true;
}
