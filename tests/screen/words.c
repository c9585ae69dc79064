/* SPDX-License-Identifier: MIT
 * words: places and words in scripts. See words.h.
 */
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES = 3 };

static char *replace(const char *text, const char *const from[PLACES], const char *const to[PLACES])
{
    char *made = NULL;
    size_t size;
    FILE *out = open_memstream(&made, &size);
    while (*text) {
        int hit = -1;
        for (int i = 0; i < PLACES && hit < 0; i++)
            if (strncmp(text, from[i], strlen(from[i])) == 0)
                hit = i;
        if (hit >= 0) {
            fputs(to[hit], out);
            text += strlen(from[hit]);
        } else
            fputc(*text++, out);
    }
    fclose(out);
    return made;
}

/* The build folder often lies in the source folder, so it comes first. */
static const char *const names[PLACES] = {"@home@", "@builddir@", "@srcdir@"};

char *words_expand(const struct places *p, const char *text)
{
    const char *const paths[PLACES] = {p->home, p->builddir, p->srcdir};
    return replace(text, names, paths);
}

char *words_contract(const struct places *p, const char *text)
{
    const char *const paths[PLACES] = {p->home, p->builddir, p->srcdir};
    return replace(text, paths, names);
}

/* Moves one word to its place without its quotes; returns where the rest begins. */
static char *take_word(char *at)
{
    char *to = at;
    int quoted = 0;
    for (; *at && (quoted || (*at != ' ' && *at != '\t')); at++)
        if (*at == '"')
            quoted = !quoted;
        else
            *to++ = *at;
    char *rest = *at ? at + 1 : at;
    *to = '\0';
    return rest;
}

int words_split(char *text, char **word, int max)
{
    int n = 0;
    for (;;) {
        text += strspn(text, " \t");
        word[n] = NULL;
        if (!*text)
            return n;
        if (n + 1 >= max)
            return -1;
        word[n++] = text;
        text = take_word(text);
    }
}
