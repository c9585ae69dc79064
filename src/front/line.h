// SPDX-License-Identifier: MIT
// Line mode: the same questions, help and result as plain lines, for screen readers, for terminals
// that cannot do more, and for pipes.
#ifndef TANU_FRONT_LINE_H
#define TANU_FRONT_LINE_H

#include "wizard/wizard.h"

enum line_end {
    LINE_LEFT,         // the person left, or the input ended: both are clean ends
    LINE_CANNOT_READ,  // errno says why
    LINE_CANNOT_WRITE, // errno says why
    LINE_HUNG_UP,      // a kiosk got SIGHUP
    LINE_RENEW,        // wizard_due()
    LINE_OVER          // a visit that was spoken is over (wizard_speak())
};

// Talks until one of these; of a kiosk that speaks, until the visit is over. What is typed becomes
// verbs of the wizard, as keys do on the screen.
enum line_end line_run(struct wizard *w, int in_fd, int out_fd);

#endif
