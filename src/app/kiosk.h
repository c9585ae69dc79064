// SPDX-License-Identifier: MIT
//
// `tanu --kiosk [POLICY]`: one visit after the other on a terminal that nobody watches.
#ifndef TANU_APP_KIOSK_H
#define TANU_APP_KIOSK_H

#include <stdbool.h>

struct call;

// Runs until a signal asks for an end or the terminal goes away. `policy`: the file, "" for the one
// of the system. `lines`: in line mode. Returns an exit status.
int kiosk_run(struct call *call, const char *policy, bool lines);

#endif
