// SPDX-License-Identifier: MIT
// The exit statuses of tanu, all of them. The manual page doc/tanu.1 holds the same table.
//
// After a signal (SIGHUP, SIGINT, SIGTERM) the status is 128 + its number, as a shell would say.
#ifndef TANU_APP_EXIT_H
#define TANU_APP_EXIT_H

enum exit_status {
    EXIT_GOOD = 0,
    EXIT_NEGATIVE = 1,    // it ran, and the answer is no: a fault found, a bad line, not finished
    EXIT_USAGE = 64,      // the command line is wrong
    EXIT_DATA = 65,       // a pack or an input with faults in it
    EXIT_NO_INPUT = 66,   // a pack or file that is not there or cannot be read
    EXIT_SOFTWARE = 70,   // a fault in tanu itself
    EXIT_SYSTEM = 71,     // out of memory, no process, no pseudo-terminal
    EXIT_IO = 74,         // reading or writing failed
    EXIT_TRY_AGAIN = 75,  // kiosk: ask the supervisor to start again
    EXIT_PERMISSION = 77, // not allowed
    EXIT_CONFIG = 78      // installed wrongly, or a configuration that cannot work
};
enum { EXIT_SIGNAL = 128 };

#endif
