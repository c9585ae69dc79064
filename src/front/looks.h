// SPDX-License-Identifier: MIT
//
// How each style of a cell looks on a terminal. A style sets both colours, which stand out from
// each other by 4.5 to 1 at least, or neither, and then uses the terminal's own with bold,
// underline or reverse: on light and dark terminals alike. Nothing is dimmed: what the eye may pass
// over is told apart by brackets and by where it stands.
#ifndef TANU_FRONT_LOOKS_H
#define TANU_FRONT_LOOKS_H

#include "paper/cells.h"

enum looks {
    LOOKS_PLAIN,    // no colours: the terminal has none, or nobody wants them (NO_COLOR)
    LOOKS_COLOURED, // what there is to be seen at a glance has colours
    LOOKS_CONTRAST, // no colours, everything bold (--contrast)
    LOOKS_KINDS
};

enum { LOOK_BOLD = 1, LOOK_UNDERLINE = 2, LOOK_REVERSE = 4 };
enum { LOOK_OWN = -1 }; // the terminal's own colour

struct look {
    unsigned drawn;  // LOOK_BOLD and so on
    int ink, ground; // colours as ANSI numbers them, 0 to 15; or both LOOK_OWN
};

// `colours`: how many the terminal has, 0: none.
struct look looks_of(enum looks looks, enum cell_style style, int colours);

#endif
