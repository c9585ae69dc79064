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

// 0 as soon as the printer has taken the document; or -1 with a sentence (N_) in *why: there is no
// such printer, it is paused, it takes no jobs, it did not take this one.
int print_document(const char *queue, const char *bytes, size_t len, const char **why);

#endif
