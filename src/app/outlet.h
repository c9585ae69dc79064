// SPDX-License-Identifier: MIT
// What the wizard may write and print; see wizard/outlet.h.
#ifndef TANU_APP_OUTLET_H
#define TANU_APP_OUTLET_H

#include "wizard/outlet.h"

enum { OUTLET_FORMATS = 12 };

struct program_outlet {
    struct outlet outlet; // first
    struct outlet_format formats[OUTLET_FORMATS];
};

// `queue`: of the printer, borrowed; NULL: nothing is printed.
void outlet_open(struct program_outlet *o, const char *queue);

#endif
