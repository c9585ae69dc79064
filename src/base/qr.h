// SPDX-License-Identifier: MIT
//
// QR codes: bytes of UTF-8 to black and white modules, made by libqrencode where configure finds
// it.
#ifndef TANU_BASE_QR_H
#define TANU_BASE_QR_H

#include <stdbool.h>
#include <stddef.h>

enum {
    QR_QUIET = 4,       // white modules that a reader wants on every side
    QR_LEAST_SIDE = 21, // modules of the smallest code
    QR_MOST_SIDE = 65, // of the largest that is made: a hand-held phone reads no more from a screen
    QR_MOST_BYTES = 364, // that one holds
};

struct qr {
    int side;                                        // modules
    unsigned char dark[QR_MOST_SIDE * QR_MOST_SIDE]; // row by row, 1: black
};

// How it is drawn with characters.
enum qr_look {
    QR_INK,    // half blocks: for paper, and where nothing is known of colours
    QR_COLOUR, // half blocks, black on white
    QR_CELLS   // whole cells, two a module, by their background: where there are no half blocks
};

// Is the module of that row and column black? Counted with the quiet zone, and white outside.
bool qr_dark(const struct qr *qr, int row, int column);

int qr_rows(int side, enum qr_look look);    // of characters, with the quiet zone
int qr_columns(int side, enum qr_look look); // likewise
// The largest side (modules) that such a screen shows whole.
int qr_side_for(int rows, int columns, enum qr_look look);

// Bytes that a code of at most so many modules a side holds; 0: not even the smallest fits.
size_t qr_room(int side);
// 0, or -1: it is too long, or this program was built without libqrencode.
int qr_make(struct qr *qr, const char *bytes, size_t len);
bool qr_built(void);

#endif
