// SPDX-License-Identifier: MIT
#include "front/looks.h"

enum { BLACK = 0, GREEN = 2, CYAN = 6, WHITE = 7, BRIGHT_WHITE = 15 };

// Without colour every badge is reversed and its words say the rest. The marker is only drawn in
// high contrast: it moves with every arrow key, and attributes would double the bytes.
static const unsigned drawn[LOOKS_KINDS][CELL_STYLES] = {
    [LOOKS_PLAIN] = {[CELL_STRONG] = LOOK_BOLD,
                     [CELL_KEY] = LOOK_BOLD,
                     [CELL_TAB] = LOOK_REVERSE,
                     [CELL_GOOD] = LOOK_REVERSE,
                     [CELL_FIELD] = LOOK_UNDERLINE,
                     [CELL_BAD] = LOOK_REVERSE,
                     [CELL_MIXED] = LOOK_REVERSE,
                     [CELL_WARNING] = LOOK_BOLD,
                     [CELL_WHITE] = LOOK_REVERSE},
    [LOOKS_COLOURED] = {[CELL_STRONG] = LOOK_BOLD,
                        [CELL_KEY] = LOOK_BOLD,
                        [CELL_FIELD] = LOOK_UNDERLINE,
                        [CELL_BAD] = LOOK_REVERSE,
                        [CELL_WARNING] = LOOK_BOLD},
    [LOOKS_CONTRAST] = {[CELL_PLAIN] = LOOK_BOLD,
                        [CELL_SOFT] = LOOK_BOLD,
                        [CELL_QUIET] = LOOK_BOLD,
                        [CELL_STRONG] = LOOK_BOLD | LOOK_UNDERLINE, // headings, where all is bold
                        [CELL_KEY] = LOOK_BOLD | LOOK_REVERSE,
                        [CELL_TAB] = LOOK_REVERSE,
                        [CELL_MARK] = LOOK_BOLD | LOOK_REVERSE,
                        [CELL_FOCUS] = LOOK_BOLD | LOOK_REVERSE,
                        [CELL_FIELD] = LOOK_BOLD | LOOK_UNDERLINE,
                        [CELL_GOOD] = LOOK_REVERSE,
                        [CELL_MIXED] = LOOK_REVERSE,
                        [CELL_BAD] = LOOK_REVERSE,
                        [CELL_WARNING] = LOOK_BOLD | LOOK_REVERSE,
                        [CELL_WHITE] = LOOK_REVERSE},
};

static struct look on(int ink, int ground)
{
    return (struct look){.ink = ink, .ground = ground};
}

struct look looks_of(enum looks looks, enum cell_style style, int colours)
{
    int white = colours > BRIGHT_WHITE ? BRIGHT_WHITE : WHITE;
    // Whatever the person's colours are: who reads a code wants black on white.
    if (colours && style == CELL_WHITE)
        return on(BLACK, white);
    if (colours && style == CELL_BLACK)
        return on(white, BLACK);
    if (!colours && looks == LOOKS_COLOURED)
        looks = LOOKS_PLAIN;
    if (looks == LOOKS_COLOURED && (style == CELL_TAB || style == CELL_MIXED))
        return on(BLACK, CYAN);
    if (looks == LOOKS_COLOURED && style == CELL_GOOD)
        return on(BLACK, GREEN);
    return (struct look){drawn[looks][style], LOOK_OWN, LOOK_OWN};
}
