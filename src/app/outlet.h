// SPDX-License-Identifier: MIT
// What the wizard may write and print; see wizard/outlet.h.
#ifndef TANU_APP_OUTLET_H
#define TANU_APP_OUTLET_H

#include "app/print_helper.h"
#include "wizard/outlet.h"

enum { OUTLET_FORMATS = 12 };

struct program_outlet {
    struct outlet outlet; // first
    struct outlet_format formats[OUTLET_FORMATS];
    struct print_helper *helper;         // that prints, or NULL
    const struct letterhead *letterhead; // of letters; set after opening, NULL: none
};

// `queue`: of the printer, NULL: nothing is printed. `helper`: who prints, NULL: this process. Both
// are borrowed.
void outlet_open(struct program_outlet *o, const char *queue, struct print_helper *helper);

#endif
