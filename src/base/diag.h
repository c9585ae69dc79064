// SPDX-License-Identifier: MIT
// Diagnostics: what went wrong, where, and what would be right.
//
// Functions below `front` never print. They return -1 or an enum and add an entry to a
// struct diags, which collects all faults of one run. Sentences are plain English (they go to
// content authors), without a final newline or full stop, and `code` is a stable kebab-case
// word that tests and people can search for.
#ifndef TANU_BASE_DIAG_H
#define TANU_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

struct text;

enum diag_severity { DIAG_ERROR, DIAG_WARNING };

// A place in a file. Line and column count from 1, the column in characters; 0 is "not known".
struct place {
    const char *file;
    int line;
    int column;
};

struct diag {
    enum diag_severity severity;
    const char *code; // "duplicate-key"
    struct place place;
    const char *sentence; // what is wrong and what would be right
    const char *source;   // the line of the file, without newline; NULL if not known
    size_t order;         // in which it was added
};

#define DIAGS_MAX 1000 // later ones are counted, not kept

struct diags {
    struct arena arena; // owns all strings; every string given is copied
    struct diag *list;
    size_t count; // kept entries
    size_t room;
    size_t errors;   // all, kept or not
    size_t warnings; // all, kept or not
};

void diags_init(struct diags *d); // a zeroed struct is also valid
void diags_release(struct diags *d);

// Adds one entry. file may be NULL (a fault of no file). Returns -1 always, so that
// `return diag_error(...)` reads well.
int diag_error(struct diags *d, const char *code, struct place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
int diag_warning(struct diags *d, const char *code, struct place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// Gives every entry of `file` that has none yet its source line, found in the file's contents.
void diags_set_sources(struct diags *d, const char *file, const char *contents, size_t len);

void diags_sort(struct diags *d); // by file, line, column, then order of adding

// Appends all entries, each as:
// file:line:column: error: sentence [code]
// source line
//     ^ caret under the column (cells counted, so Cyrillic and CJK line up)
// Hostile bytes are made harmless; very long source lines are shown around the column.
void diags_render(struct text *out, const struct diags *d);

// The name nearest to `word` by edit distance in characters, or NULL if none is near enough
// (a third of the length, at most 3). For "did you mean". names may be in any order.
const char *diag_suggest(const char *word, const char *const *names, size_t count);
// Edit distance in characters (insert, delete, replace, swap neighbours), cut off at limit + 1.
int diag_distance(const char *a, const char *b, int limit);

#endif
