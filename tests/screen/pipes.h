/* SPDX-License-Identifier: MIT
 * pipes: a program on plain pipes, with a transcript of everything said in both directions.
 *
 * The transcript holds one line per line said: "|" what the program wrote, "!" what it wrote as
 * errors, ">" what we wrote. A line that the program left unfinished ends in "\". Both outputs are
 * collected until the program waits for us (or ends), then written output first, so that the order
 * never depends on time.
 */
#ifndef SCREEN_PIPES_H
#define SCREEN_PIPES_H

#include <stdio.h>

#include "spawn.h"
#include "vt.h"

struct pipes;

/* Starts the program; the transcript goes to `out` (the caller's). `nonblocking`: it finds
 * O_NONBLOCK set on its ends. NULL with errno if it cannot. */
struct pipes *pipes_start(const struct spawn *what, bool nonblocking, double deadline, FILE *out);
void pipes_free(struct pipes *p);

enum vt_state pipes_settle(struct pipes *p);

/* Writes bytes to the program. Returns 0, or -1 if it does not take them. `shown`: put them in the
 * transcript. */
int pipes_send(struct pipes *p, const char *bytes, size_t n, bool shown);
void pipes_eof(struct pipes *p);
void pipes_signal(struct pipes *p, int sig);
int pipes_wait_status(const struct pipes *p);

#endif
