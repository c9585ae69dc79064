// SPDX-License-Identifier: MIT
// Reading and writing file descriptors, whatever a parent left them as: interruptions are gone
// over, and a descriptor that does not block (O_NONBLOCK) is waited for.
#ifndef TANU_BASE_IO_H
#define TANU_BASE_IO_H

#include <stddef.h>
#include <sys/types.h>

// Writes all of it, over short writes. 0, or -1 with errno (a part may be out).
int write_all(int fd, const void *bytes, size_t len);

// Reads once: at least one byte, 0 at the end, -1 with errno.
ssize_t read_some(int fd, void *bytes, size_t most);

// Reads until there are `most` bytes or the end: how many, or -1 with errno. Ask for one byte more
// than is allowed, and what is too long is noticed.
ssize_t read_full(int fd, void *bytes, size_t most);

#endif
