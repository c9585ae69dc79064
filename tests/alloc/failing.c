// SPDX-License-Identifier: MIT
// Preloaded: memory runs out. FAIL_AT=N: allocation N (from 0) fails, with FAIL_FOREVER=1 all later
// ones too. FAIL_WHEN=FILE: all fail as soon as that file is there. FAIL_COUNT=1: tells at the end
// how many there were.
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static long number = -1;

static bool fails(void)
{
    const char *at = getenv("FAIL_AT"), *when = getenv("FAIL_WHEN");
    number++;
    bool now = at && (number == atol(at) || (number > atol(at) && getenv("FAIL_FOREVER")));
    now = now || (when && access(when, F_OK) == 0);
    if (now)
        errno = ENOMEM;
    return now;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
    return fails() ? NULL : __libc_realloc(block, size);
}

__attribute__((destructor)) static void tell(void)
{
    char line[32];
    int n = snprintf(line, sizeof line, "%ld\n", number + 1);
    if (getenv("FAIL_COUNT") && write(STDERR_FILENO, line, (size_t)n) < 0)
        _exit(1);
}
