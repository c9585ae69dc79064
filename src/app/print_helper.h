// SPDX-License-Identifier: MIT
//
// A kiosk cannot start a program once it is shut in. What it prints goes to a process that was
// started before, has walls of its own, and may do nothing but hand documents to lp(1).
//
// Between the two is a socket: a document is its length (uint32_t, as this machine has it) and its
// bytes, the answer one byte, enum print_result. One job at a time. A length of 0 or over
// PRINT_HELPER_MOST ends the helper, for what follows could not be told from a length.
#ifndef TANU_APP_PRINT_HELPER_H
#define TANU_APP_PRINT_HELPER_H

#include <sys/types.h>

#include "app/print.h"
#include "base/jail.h"

enum {
    PRINT_HELPER_MOST = 4 << 20,  // bytes of a document
    PRINT_HELPER_PATIENCE = 7000, // milliseconds that a printer gets
    PRINT_HELPER_WAIT = 9000      // and the helper: less than systemd waits for a sign of life
};

struct print_helper {
    int socket; // -1: there is none
    pid_t pid;
};

// Starts it. It ends when the socket closes or this process dies. `more`: places besides those that
// lp needs. Where it cannot be started there is no printer.
void print_helper_start(struct print_helper *h, const char *queue, const struct jail_place *more,
                        int n_more);
// As print_document(). A helper that is gone, or that does not answer, is no printer from then on.
enum print_result print_helper_print(struct print_helper *h, const char *bytes, size_t len);
bool print_helper_there(const struct print_helper *h);
void print_helper_end(struct print_helper *h);

#endif
