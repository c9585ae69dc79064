// SPDX-License-Identifier: MIT
// --help and --version, made from the table of commands. Both go to standard output.
#ifndef TANU_APP_HELP_H
#define TANU_APP_HELP_H

#include "app/command.h"

int help_print(const struct command *command); // exit status
int version_print(void);

#endif
