// SPDX-License-Identifier: MIT
//
// Paper, by way of the system's lp(1). The document goes through a pipe and stands in no file of
// ours; the job's title says nothing about anybody. Whether CUPS keeps what it has printed is its
// own setting (PreserveJobFiles).
#ifndef TANU_APP_PRINT_H
#define TANU_APP_PRINT_H

#include <stdbool.h>
#include <stddef.h>

// The name of a print queue: letters, digits, "_", "." and "-", none of the last first.
bool print_queue_fits(const char *queue);

enum print_result {
    PRINT_GOOD,
    PRINT_NO_PRINTER,
    PRINT_PAUSED,
    PRINT_CLOSED,  // it takes no jobs
    PRINT_REFUSED, // it did not take this one
    PRINT_RESULTS
};
const char *print_words(enum print_result result); // a sentence (N_)

enum { PRINT_PATIENCE = 20000 };

// PRINT_GOOD as soon as the printer has taken the document. Gives up after `patience` milliseconds.
enum print_result print_document(const char *queue, const char *bytes, size_t len, int patience);

#endif
