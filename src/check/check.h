// SPDX-License-Identifier: MIT
// `tanu check`: what can be proved of a pack beyond what loading it checks.
//
// check_pack() runs everything and fills a report: faults in the order of their places, and the
// totals of what was proved. It prints nothing and reads no clock; what it reads besides the
// pack are the translations in the pack's folder, and official terms. How the proof stays exact:
// doc/design-notes.md.
//
// Every code a report can hold stands in the table of codes.c and in doc/tanu-check.7.
#ifndef TANU_CHECK_CHECK_H
#define TANU_CHECK_CHECK_H

#include "base/date.h"
#include "base/diag.h"
#include "pack/pack.h"

struct text;

// Only errors change the exit status. Warnings come and go with the calendar and with unfinished
// translations; notes only inform.
enum check_severity { CHECK_ERROR, CHECK_WARNING, CHECK_NOTE, CHECK_SEVERITIES };

struct check_code {
    const char *code;
    enum check_severity severity;
};
extern const struct check_code check_codes[]; // ended by a NULL code

struct check_fault {
    enum check_severity severity;
    const char *code;
    struct place place; // the file is a path as the pack's folder was given
    const char *sentence;
    const char *source;  // the line of the file, or NULL (faults of the loader have it)
    const char *example; // answers as one JSON object for `tanu assess`, or NULL
    date example_as_of;  // the day on which to assess them
    size_t order;
};

struct check_totals {
    int32_t destinations, covered; // countries that may be a destination; those with a file
    int32_t intervals;             // between two days on which the law changes
    int64_t laws;                  // destinations * intervals
    int32_t laws_built;            // of which each other one is the same or a part
    double answers;                // complete sets of answers, over the laws built
    int32_t cases, cases_passed;
    int32_t rules, rules_decided; // rows, findings, documents, steps, rights, notices
    int32_t rules_open;           // of the others: hang on a fact that the pack leaves open
    int32_t sources, texts;
};

struct check_report {
    struct arena arena; // owns every string
    const char *terms;  // the folder of official terms, LANG.tsv (borrowed); NULL: none
    struct check_fault *faults;
    size_t n_faults, room, order;
    size_t count[CHECK_SEVERITIES];
    struct check_totals totals;
    bool loaded; // false: the pack could not be loaded, or not be followed; there are no totals
    // The rules that no case decides, for --coverage.
    const char **undecided;
    size_t n_undecided, room_undecided;
};

void check_report_init(struct check_report *report);
void check_report_release(struct check_report *report);

// The faults that loading found, errors and warnings.
void check_add_diags(struct check_report *report, const struct diags *diags);

typedef void check_progress(int64_t done, int64_t total, void *user);

// The pack must have been loaded with LOAD_CASES. progress may be NULL.
void check_pack(struct check_report *report, const struct pack *pack, date as_of,
                check_progress *progress, void *user);

// Drops warnings and notes from the list; the totals still count them.
void check_keep_errors(struct check_report *report);

// The report for people (`coverage`: with the list of undecided rules), and as one JSON object.
void check_render_text(struct text *out, const struct check_report *report, bool coverage);
void check_render_json(struct text *out, const struct check_report *report);

#endif
