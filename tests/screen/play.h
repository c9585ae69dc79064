/* SPDX-License-Identifier: MIT
 * play: carries out one screen script. The language is described in README.md beside this file.
 */
#ifndef SCREEN_PLAY_H
#define SCREEN_PLAY_H

#include <stdbool.h>
#include <stdio.h>

struct play_options {
    const char *srcdir, *builddir; /* absolute */
    const char *svg_frame;         /* draw this frame to stdout and stop; NULL: none */
};

/* Plays the script; the record for the golden file goes to `out`. Returns 0, or -1 after saying on
 * stderr as file:line what went wrong. */
int play(const char *script, const struct play_options *options, FILE *out);

#endif
