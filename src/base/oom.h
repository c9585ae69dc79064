// SPDX-License-Identifier: MIT
// What happens when memory runs out: one way out for the whole program.
//
// Allocators in src/base never return NULL. They call oom(), which writes one
// sentence to standard error with write(2) and leaves through exit(3) with
// status 71 (EX_OSERR). exit() runs the functions registered with atexit(),
// so the curses floor restores the terminal by registering one there: no hook
// variable is needed.
#ifndef TANU_BASE_OOM_H
#define TANU_BASE_OOM_H

#include <dirent.h>
#include <stddef.h>

#define OOM_EXIT_STATUS 71

_Noreturn void oom(void);
void oom_say(void); // the sentence alone

// malloc/realloc that end in oom() instead of NULL; freed with free().
// The count times size form refuses a product that overflows.
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *block, size_t count, size_t size);

// opendir that ends in oom() where memory runs out: a folder that cannot be read for that reason is
// not an empty one. NULL, with errno, for every other reason.
DIR *xopendir(const char *path);

#endif
