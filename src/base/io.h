// SPDX-License-Identifier: MIT
// Writing to a file descriptor until it is done.
#ifndef TANU_BASE_IO_H
#define TANU_BASE_IO_H

#include <stddef.h>

// Writes all of it, over interruptions and short writes. 0, or -1 with errno (a part may be out).
int write_all(int fd, const void *bytes, size_t len);

#endif
