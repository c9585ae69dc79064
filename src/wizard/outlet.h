// SPDX-License-Identifier: MIT
//
// How a result leaves the wizard. The program gives it, because documents are made above the
// wizard.
#ifndef TANU_WIZARD_OUTLET_H
#define TANU_WIZARD_OUTLET_H

#include "base/text.h"
#include "view/builders.h"

struct outlet_format {
    const char *name;   // "pdf"
    const char *ending; // of a file's name
    const char *label;  // what a person gets (N_)
    bool paper;         // any page can be written so: a letter too
};

// What is taken: the ground in its language, and beside it, where a second one is named, the same
// in that.
struct taking {
    const struct ground *g;
    struct i18n *i18n;                  // of the ground
    const char *second;                 // a code, or NULL
    const struct letter *letter;        // this instead of the result, or NULL
    const struct case_summary *summary; // or this
};

struct outlet {
    const struct outlet_format *formats;
    int n_formats;
    // Appends the document. 0, or -1 with a sentence (N_) in *why.
    int (*write)(const struct outlet *outlet, const struct taking *taking, int format,
                 struct text *out, const char **why);
    // Appends the next step as a calendar that a phone takes. False: there is none.
    bool (*calendar)(const struct ground *g, struct text *out);
    // Puts the result on paper. NULL: no printer is set up. 0, or -1 with a sentence (N_) in *why.
    int (*print)(const struct outlet *outlet, const struct taking *taking, const char **why);
    const char *queue; // of the printer
};

#endif
