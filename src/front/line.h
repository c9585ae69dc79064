// SPDX-License-Identifier: MIT
// Line mode: the same questions, help and result as plain lines, for screen readers, for terminals
// that cannot do more, and for pipes.
#ifndef TANU_FRONT_LINE_H
#define TANU_FRONT_LINE_H

#include "wizard/wizard.h"

// Talks until the person leaves or the input ends; both are a clean end. Uses the wizard's session
// and language, none of its pages. Returns an exit status: 0, or 74 if the output cannot be
// written.
int line_run(struct wizard *w, int in_fd, int out_fd);

#endif
