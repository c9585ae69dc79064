/* SPDX-License-Identifier: MIT
 * vt-priv: what the vt-*.c files share. Not for users of vt.h.
 */
#ifndef SCREEN_VT_PRIV_H
#define SCREEN_VT_PRIV_H

#include <stdint.h>
#include <termios.h>
#include <vterm.h>

#include "modes.h"
#include "vt.h"

struct vt {
    VTerm *term;
    VTermScreen *screen;
    int cols, rows;
    int master,
        slave; /* -1 after a hangup; the slave stays open so that its queue and modes can be read */
    struct keeper keeper;
    struct modes modes;
    struct termios before;
    char term_name[64];
    double deadline;
    bool ended;
    int wait_status;
    unsigned bells; /* since the last frame */
    unsigned long bytes, bytes_mark, calls_mark;
    double since, took; /* of vt_mark, and from there to the last frame */
    bool deaf;          /* the terminal takes no output */
    FILE *history;      /* rows that scrolled off the first screen */
    char *history_text;
    size_t history_size;
    pid_t stream; /* types without a pause; 0: nobody does */
};

/* Reads what the program has written so far, and answers the terminal's queries. True if there was
 * anything. */
bool vt_pump(struct vt *v);

/* The cell at row, col; false if it is the right half of a wide character. */
bool vt_cell(struct vt *v, int row, int col, VTermScreenCell *cell);

/* Writes the cell's characters as UTF-8 into `out` (32 bytes are enough); a space if it is empty.
 */
void vt_cell_utf8(const VTermScreenCell *cell, char *out);

#endif
