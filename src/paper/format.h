// SPDX-License-Identifier: MIT
//
// What a result can be taken away as: ONE table, one row a format. `tanu report`, the wizard's page
// "Take it away" and the manual read it. To add one: a writer in a file of its own, a row in
// format.c.
//
// Formats for people (FORMAT_PAGES) take finished pages and say the same sentences; the others are
// written from the assessment.
#ifndef TANU_PAPER_FORMAT_H
#define TANU_PAPER_FORMAT_H

#include "base/text.h"
#include "view/builders.h"

enum { FORMAT_MOST_PAGES = 2 };

struct report {
    const struct ground *ground; // with the assessment, in the first language
    // The report in one language or two (the same blocks in the same order).
    const struct page *pages[FORMAT_MOST_PAGES];
    int n_pages;
    int width;               // of lines of text, in cells
    int32_t start, deadline; // packed dates for a calendar; 0: not given
    const char *name;  // of the case, or "": part of what makes a calendar entry the same again
    const char *head;  // members to put first in JSON, with their commas, or ""
    bool letter;       // US paper instead of A4
    int rows, columns; // of the terminal that it is written to, else 0
    bool colour;       // that terminal shows colours
    void *context;     // of a writer that a command brings itself
};

enum {
    FORMAT_PAGES = 1,   // reads `pages`
    FORMAT_BINARY = 2,  // never to a terminal
    FORMAT_DRAWN = 4,   // on a terminal: with its colours, in its size
    FORMAT_PAPER = 16,  // any page can be written so: a form, a letter
    FORMAT_MARKUP = 32, // HTML may stand in it
    FORMAT_JSON = 8     // always UTF-8, has escapes of its own
};

struct format {
    const char *name;   // "html", for --format
    const char *ending; // of a file's name: "html"
    const char *label;  // what a person gets: N_("A page for the phone or the browser")
    unsigned flags;
    // Appends the whole document. 0, or -1 with a sentence for people in *why (marked with N_):
    // this program was built without it, a font is missing, it does not fit.
    int (*write)(struct text *out, const struct report *report, const char **why);
};

// Has the format a place for that letterhead? Else a sentence for people (N_).
struct letterhead;
bool format_holds(const struct format *format, const struct letterhead *letterhead);
extern const char format_no_letterhead[];

// All formats, the usual one first.
const struct format *format_rows(size_t *count);
const struct format *format_named(const char *name); // NULL: there is none

#endif
