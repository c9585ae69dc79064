// SPDX-License-Identifier: MIT
// A screen as a grid of cells: what painting writes into and what the terminal shows.
//
// A cell holds one grapheme (base character and up to four marks) in one style. A wide grapheme
// fills two cells; the right one has width 0. Writing clips at the edges and never fails, so
// painting code needs no bounds of its own. Styles say what a thing is; which colour or attribute
// that becomes is the terminal's business (front/curses.c).
#ifndef TANU_PAPER_CELLS_H
#define TANU_PAPER_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum cell_style {
    CELL_PLAIN,
    CELL_STRONG,  // titles, the words that matter
    CELL_SOFT,    // progress, keys: may look like plain text
    CELL_QUIET,   // sources, hints of choices: the eye may pass over them
    CELL_MARK,    // the marker of the focused item
    CELL_FOCUS,   // its words
    CELL_KEY,     // the name of a key
    CELL_TAB,     // the open tab
    CELL_FIELD,   // text being typed
    CELL_GOOD,    // badge of a favourable outcome
    CELL_MIXED,   // badge of an outcome between
    CELL_BAD,     // badge of an unfavourable outcome
    CELL_WARNING, // warnings
    CELL_WHITE,   // of a code that a phone reads: black on white
    CELL_BLACK,   // a black cell of one
    CELL_STYLES
};

enum { CELL_CHARS = 5, CELLS_MAX_COLUMNS = 500, CELLS_MAX_ROWS = 200 };

struct cell {
    uint32_t c[CELL_CHARS]; // c[0] == 0: the right half of a wide one
    uint8_t width;          // 1, 2, or 0 for a right half
    uint8_t style;
};

struct cells {
    int columns, rows;
    int cursor_row, cursor_column; // the focused item's first letter
    struct cell *cell;             // rows * columns of them
};

// A zeroed struct is an empty grid. Resizing clears it; sizes are cut to 1..CELLS_MAX.
void cells_resize(struct cells *cells, int columns, int rows);
void cells_release(struct cells *cells); // wipes: a screen shows answers
void cells_clear(struct cells *cells);   // blanks; cursor to the upper left
bool cells_row_equal(const struct cells *a, const struct cells *b, int row);

struct cell *cells_at(const struct cells *cells, int row, int column); // NULL outside

// Writes the first `len` bytes of text from there, in at most `width` cells. Returns the cells
// used. Control characters are shown as '?', so that no text can drive the terminal.
int cells_put(struct cells *cells, int row, int column, int width, enum cell_style style,
              const char *text, size_t len);
// The same for a whole string, ending in `ellipsis` if it does not fit.
int cells_text(struct cells *cells, int row, int column, int width, enum cell_style style,
               const char *text, const char *ellipsis);
// `count` times the same one-cell character.
void cells_fill(struct cells *cells, int row, int column, int count, enum cell_style style,
                uint32_t c);
void cells_cursor(struct cells *cells, int row, int column);

#endif
