/* SPDX-License-Identifier: MIT
 * vt: a program on a pseudo-terminal with libvterm as the terminal.
 *
 * Start it, send it keys, wait until it has painted, look at the screen. Nothing here waits for
 * time: after each key `vt_settle` returns as soon as the program waits for its user again (see
 * proc.h), the key has been taken out of the terminal's queue, and everything it wrote has been
 * read. A program that does not get there before the deadline is hung.
 */
#ifndef SCREEN_VT_H
#define SCREEN_VT_H

#include <stdbool.h>
#include <stdio.h>

#include "spawn.h"

struct vt;

struct vt_setup {
    int cols, rows;
    const char *term; /* also the names of its keys; put TERM into `what.envp` as well */
    struct spawn what;
    bool one_screen;  /* the terminal has no second screen, whatever terminfo says */
    bool nonblocking; /* the program finds O_NONBLOCK set, as a careless parent leaves it */
    double deadline;  /* seconds a program may take to become quiet, e.g. 20 */
};

enum vt_state { VT_IDLE, VT_ENDED, VT_HUNG };

/* Starts the program. NULL with errno if that fails. The setup is copied, its strings are not. */
struct vt *vt_start(const struct vt_setup *setup);
void vt_free(struct vt *v); /* ends the program if it still runs */

/* Waits for the next quiet frame, or for the program's end. */
enum vt_state vt_settle(struct vt *v);

/* Waits until `text` stands in one row of the screen. VT_IDLE if it does. */
enum vt_state vt_wait_text(struct vt *v, const char *text);
/* The same, not waiting till it is quiet: of a page with a countdown, which never is for long. */
enum vt_state vt_see_text(struct vt *v, const char *text);

/* Sends bytes as typed in one go. Returns 0, or -1 if the program does not take them before the
 * deadline. */
int vt_send(struct vt *v, const char *bytes, size_t n);

/* Sends one key or event by name, without the angle brackets: up, enter, f1, ctrl-l, alt-x,
 * resize:40x12, signal:HUP, click:ROW,COL, hangup. Returns 0, or -1 if there is no such name. */
int vt_key(struct vt *v, const char *name);

/* HUP -> SIGHUP; -1 if there is no such signal. */
int vt_signal_number(const char *name);

void vt_resize(struct vt *v, int cols, int rows);
void vt_signal(struct vt *v, int sig);
void vt_hangup(struct vt *v); /* the terminal goes away; the screen keeps its last frame */
void vt_deadline(struct vt *v, double seconds);

/* The terminal takes no output any more, or takes it again. */
void vt_deaf(struct vt *v, bool deaf);
/* Modes as they were before the program: what a shell does when it gets the terminal back. */
void vt_shell(struct vt *v);
/* From now on `text` is typed again and again without a pause, until the program ends. */
void vt_stream(struct vt *v, const char *text);

/* The wait status, once vt_settle has said VT_ENDED. */
int vt_wait_status(const struct vt *v);

bool vt_shows(struct vt *v, const char *text);

/* Writes the frame as text: a header, each row, and below it the attributes and colours that are
 * not plain. */
void vt_text(struct vt *v, const char *name, FILE *out);

/* Writes the rows that have left the screen into the history of the terminal. */
void vt_history(struct vt *v, FILE *out);

/* Draws the frame as SVG. */
void vt_svg(struct vt *v, FILE *out);

/* Says on one line whether the terminal is as it was before the program: "restored", or what was
 * left behind. */
void vt_restored(struct vt *v, FILE *out);

/* Bytes written by the program and system calls made since vt_mark (or the start). Calls: -1 if not
 * counted. */
void vt_mark(struct vt *v);
long vt_bytes(const struct vt *v);
long vt_calls(const struct vt *v);
double vt_seconds(const struct vt *v); /* from the mark to the last frame */
const struct calls *vt_call_table(const struct vt *v);

#endif
