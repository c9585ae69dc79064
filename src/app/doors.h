// SPDX-License-Identifier: MIT
//
// The wizard's two doors, the screen and lines: opening one, and what its end means for the exit
// status; after a sentence on stderr where something is wrong.
#ifndef TANU_APP_DOORS_H
#define TANU_APP_DOORS_H

#include "app/command.h"
#include "front/line.h"
#include "front/terminal.h"

// How it is to look, as the options say.
struct terminal_looks doors_looks(const struct call *call, bool large);
// NULL after saying so: this terminal cannot be used.
struct terminal *doors_screen(const struct call *call, const struct i18n *i18n, bool large);

// `end`: what screen_run() returned.
int doors_screen_status(int end);
int doors_lines_status(enum line_end end);

#endif
