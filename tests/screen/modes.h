/* SPDX-License-Identifier: MIT
 * modes: follows the terminal modes that a program switches on, in the raw bytes it writes.
 *
 * libvterm acts on these but does not tell all of them, and a program must leave none behind. Also
 * takes out the Linux console's own palette sequences (ESC ] R and ESC ] P nrrggbb), which libvterm
 * would take for the start of a long title.
 */
#ifndef SCREEN_MODES_H
#define SCREEN_MODES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { MODE_CURSOR_HIDDEN = 1 << 0 };

struct modes {
    unsigned on;  /* bit i: row i of the table in modes.c is not at rest */
    bool keypad;  /* application keypad (ESC =) */
    bool shifted; /* G1 in use (Ctrl-N) */
    bool linux_console;
    int state; /* of the small parser */
    int skip;  /* palette digits still to drop */
    char args[40];
    size_t nargs;
};

/* Follows `n` bytes, and writes into `out` (n + 2 bytes) what libvterm should see. Returns their
 * number. */
size_t modes_follow(struct modes *m, const char *bytes, size_t n, char *out);

/* Writes ", <what>" for each mode that is not at rest. Returns true if there was one. */
bool modes_report(const struct modes *m, FILE *out);

#endif
