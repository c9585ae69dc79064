// SPDX-License-Identifier: MIT
//
// What a program gives up for good once it has all that it needs. Both parts are missing on a
// kernel, or in a build, without them; then they do nothing and say so.
#ifndef TANU_BASE_JAIL_H
#define TANU_BASE_JAIL_H

#include <stdbool.h>

enum jail_right {
    JAIL_READ,
    JAIL_WRITE, // and read
    JAIL_RUN    // programs of it may be started, and read
};

struct jail_place {
    const char *path; // a folder or a file; one that is not there is passed over
    enum jail_right right;
};

// From here on no other file can be opened, and no program started but from a JAIL_RUN (Landlock).
// False: the kernel has none.
bool jail_files(const struct jail_place *places, int n);

enum jail_kind {
    JAIL_ALONE, // no process or program can be started, no socket but a local one opened
    JAIL_STARTS // both can be
};

// From here on nothing can be asked of the system that such a program has no use for (seccomp): it
// fails with EPERM. False: the kernel has none.
bool jail_calls(enum jail_kind kind);

// From here on what stands in memory never goes to a swap file, where the system allows that.
void jail_memory(void);

#endif
