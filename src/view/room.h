// SPDX-License-Identifier: MIT
// What a page takes on a screen of 80x24 before it is painted: words and wrapped lines. The first
// screen says as much as fits; folded parts give way where they would be long.
#ifndef TANU_VIEW_ROOM_H
#define TANU_VIEW_ROOM_H

#include "view/parts.h"

enum {
    ROOM_WIDTH = 74, // columns for text there
    ROOM_INNER = 68, // for what is indented
    ROOM_PAIR = 58   // beside a short key
};

struct room { // what may still be said
    int words, lines;
};

// Words with blanks between; in scripts without blanks two wide characters count as one.
int room_words(const char *s);
// Lines that it takes at that width.
int room_lines(const struct ground *g, const char *words, int width);
// Takes its room. False: there is too little, and nothing is taken.
bool room_fits(const struct ground *g, struct room *room, const char *words, int width);

// What was made so far takes.
int making_words(const struct making *m);
int making_lines(const struct making *m);
// Folded, and so much stands before it that less is said: blocks on paper, lines on a screen.
bool making_crowded(const struct making *m, size_t blocks, int lines);

#endif
