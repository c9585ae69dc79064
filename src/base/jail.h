// SPDX-License-Identifier: MIT
//
// What a program gives up for good once it has all that it needs. Both parts are missing on a
// kernel, or in a build, without them; then they do nothing and say so.
#ifndef TANU_BASE_JAIL_H
#define TANU_BASE_JAIL_H

#include <stdbool.h>

struct jail_place {
    const char *path; // a folder or a file; one that is not there is passed over
    bool writes;      // may be written in too; else only read
};

// From here on no other file can be opened, and no program started (Landlock). False: the kernel
// has none.
bool jail_files(const struct jail_place *places, int n);

// From here on no process or program can be started, no socket but a local one opened, and nothing
// be asked of the system that a terminal program has no use for (seccomp): it fails with EPERM.
// False: the kernel has none.
bool jail_calls(void);

#endif
