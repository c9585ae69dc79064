/* SPDX-License-Identifier: MIT
 * words: places and words in scripts.
 *
 * A script names no folder of this machine; it writes @srcdir@, @builddir@ and @home@ (the empty
 * folder made for this run, also its working directory), and transcripts show the same names again.
 */
#ifndef SCREEN_WORDS_H
#define SCREEN_WORDS_H

#include <stddef.h>

struct places {
    const char *srcdir, *builddir, *home;
};

/* Both return a new string for the caller to free. */
char *words_expand(const struct places *p, const char *text);   /* @srcdir@ -> /... */
char *words_contract(const struct places *p, const char *text); /* /... -> @srcdir@ */

/* Splits at blanks in place, keeping what stands in "double quotes" together. Ends the list with
 * NULL. Returns the number of words, or -1 if there are more than max - 1. */
int words_split(char *text, char **word, int max);

#endif
