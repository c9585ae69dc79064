// SPDX-License-Identifier: MIT
//
// Paper, by way of the system's lp(1). The document goes through a pipe and stands in no file of
// ours; the job's title says nothing about anybody. Whether CUPS keeps what it has printed is its
// own setting (PreserveJobFiles).
#ifndef TANU_APP_PRINT_H
#define TANU_APP_PRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

// Both ends of a socket, until a time on the clock of terminal_now() (TERMINAL_NEVER: as long as it
// takes). False: the other one is gone, or it is too late.
bool print_ready(int fd, short what, int64_t until); // for poll(2): POLLIN, POLLOUT
bool print_give(int fd, const void *bytes, size_t len, int64_t until);

#endif
