// SPDX-License-Identifier: MIT
// Files that are there whole or not at all.
#ifndef TANU_BASE_FILE_H
#define TANU_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

// Writes a file whole: into a new one beside it, to the disk, then under its name, then the folder
// to the disk. Whatever happens, the name stands for the old content or for the new one. `replace`
// false: a file that is there is left alone (EEXIST). A name that stands for something else than a
// file (a device, a pipe) is written to as it is. 0, or -1 with errno; then nothing is left behind.
int file_write(const char *path, const void *bytes, size_t len, mode_t mode, bool replace);

// Reads a whole file of at most `most` bytes, with a NUL behind it; free() it. NULL with errno;
// EFBIG: longer, EISDIR: a folder.
char *file_read(const char *path, size_t most, size_t *len);

#endif
