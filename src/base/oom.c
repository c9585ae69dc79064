// SPDX-License-Identifier: MIT
#include "base/oom.h"
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

void oom_say(void)
{
    static const char sentence[] = "tanu: out of memory\n";
    ssize_t written = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)written; // nothing left to do about it
}

void oom(void)
{
    oom_say();
    exit(OOM_EXIT_STATUS);
}

void *xcalloc(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block)
        oom();
    return block;
}

void *xrealloc(void *block, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        oom();
    void *moved = realloc(block, bytes ? bytes : 1);
    if (!moved)
        oom();
    return moved;
}

DIR *xopendir(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder && errno == ENOMEM)
        oom();
    return folder;
}
