// SPDX-License-Identifier: MIT
// --help and --version, made from the table of commands. Both go to standard output.
#ifndef TANU_APP_HELP_H
#define TANU_APP_HELP_H

#include "app/command.h"

// In the language asked for with --lang so far (or NULL), else in that of the environment. Exit
// status.
int help_print(const struct command *command, const char *language);
int help_version(void);

void help_hint(void); // "Try 'tanu --help'." on standard error

#endif
