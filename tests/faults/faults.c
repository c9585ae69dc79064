// SPDX-License-Identifier: MIT
// Preloaded into tanu: the call that changes files with the number FAULT_AT fails (FAULT_HOW is the
// errno, ENOSPC as 28), or is the last thing the process does (FAULT_HOW=kill), or is done in half
// before that (half: a write of half its bytes). Calls are counted from 1; the file FAULT_SEEN gets
// a byte when the fault came.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int count;

static void note(void)
{
    static int (*real_open)(const char *, int, ...);
    static ssize_t (*real_write)(int, const void *, size_t);
    const char *seen = getenv("FAULT_SEEN");
    *(void **)&real_open = dlsym(RTLD_NEXT, "open");
    *(void **)&real_write = dlsym(RTLD_NEXT, "write");
    int fd = seen ? real_open(seen, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (fd >= 0)
        (void)!real_write(fd, "x", 1);
}

// Is this call the one?
static int due(void)
{
    const char *at = getenv("FAULT_AT");
    if (!at || ++count != atoi(at))
        return 0;
    note();
    return 1;
}

static int fault(void)
{
    const char *how = getenv("FAULT_HOW");
    if (!how || !strcmp(how, "kill") || !strcmp(how, "half")) {
        kill(getpid(), SIGKILL);
        pause();
    }
    errno = atoi(how);
    return -1;
}

#define REAL(name, type, arguments)                                                                \
    static type(*real) arguments;                                                                  \
    if (!real)                                                                                     \
    *(void **)&real = dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void *bytes, size_t n)
{
    REAL("write", ssize_t, (int, const void *, size_t));
    if (fd <= 2 || !due())
        return real(fd, bytes, n);
    if (getenv("FAULT_HOW") && !strcmp(getenv("FAULT_HOW"), "half"))
        (void)!real(fd, bytes, n / 2);
    return fault();
}

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at)
{
    REAL("pwrite", ssize_t, (int, const void *, size_t, off_t));
    return due() ? fault() : real(fd, bytes, n, at);
}

int fsync(int fd)
{
    REAL("fsync", int, (int));
    return due() ? fault() : real(fd);
}

int fchmod(int fd, mode_t mode)
{
    REAL("fchmod", int, (int, mode_t));
    return due() ? fault() : real(fd, mode);
}

int ftruncate(int fd, off_t len)
{
    REAL("ftruncate", int, (int, off_t));
    return due() ? fault() : real(fd, len);
}

int rename(const char *from, const char *to)
{
    REAL("rename", int, (const char *, const char *));
    return due() ? fault() : real(from, to);
}

int link(const char *from, const char *to)
{
    REAL("link", int, (const char *, const char *));
    return due() ? fault() : real(from, to);
}

int unlink(const char *path)
{
    REAL("unlink", int, (const char *));
    return due() ? fault() : real(path);
}

int mkostemp(char *path, int flags)
{
    REAL("mkostemp", int, (char *, int));
    return due() ? fault() : real(path, flags);
}

int open(const char *path, int flags, ...)
{
    REAL("open", int, (const char *, int, ...));
    va_list list;
    va_start(list, flags);
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
    va_end(list);
    return flags & O_CREAT && due() ? fault() : real(path, flags, mode);
}
