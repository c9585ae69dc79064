// SPDX-License-Identifier: MIT
// Whole files; see file.h.
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"

// The folder a path stands in: "." for a bare name.
static void folder_of(const char *path, char out[PATH_MAX])
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        snprintf(out, PATH_MAX, ".");
    else if (slash == path)
        snprintf(out, PATH_MAX, "/");
    else
        snprintf(out, PATH_MAX, "%.*s", (int)(slash - path), path);
}

static int close_and(int fd, int result)
{
    int kept = errno;
    if (close(fd) != 0 && !result)
        return -1;
    errno = kept;
    return result;
}

static int sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    // Some file systems cannot sync a folder; the file itself is safe.
    int result = fsync(fd) == 0 || errno == EINVAL ? 0 : -1;
    return close_and(fd, result);
}

static int fill(int fd, const void *bytes, size_t len, mode_t mode)
{
    int result = fchmod(fd, mode) || write_all(fd, bytes, len) || fsync(fd) ? -1 : 0;
    return close_and(fd, result);
}

// Gives the finished file its name.
static int publish(const char *made, const char *path, bool replace)
{
    if (replace)
        return rename(made, path);
    if (link(made, path) != 0) // fails where the name is taken, in one step
        return -1;
    unlink(made);
    return 0;
}

static int write_through(const char *path, const void *bytes, size_t len)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return fd < 0 ? -1 : close_and(fd, write_all(fd, bytes, len));
}

int file_write(const char *path, const void *bytes, size_t len, mode_t mode, bool replace)
{
    char folder[PATH_MAX], made[PATH_MAX];
    struct stat there;
    bool exists = stat(path, &there) == 0;
    if (exists && S_ISDIR(there.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    if (exists && !S_ISREG(there.st_mode))
        return write_through(path, bytes, len);
    if (exists && !replace) {
        errno = EEXIST;
        return -1;
    }
    folder_of(path, folder);
    if (snprintf(made, sizeof made, "%s/.tanu-XXXXXX", folder) >= (int)sizeof made) {
        errno = ENAMETOOLONG;
        return -1;
    }
    int fd = mkostemp(made, O_CLOEXEC);
    if (fd < 0)
        return -1;
    if (fill(fd, bytes, len, mode) == 0 && publish(made, path, replace) == 0)
        return sync_folder(folder);
    int kept = errno;
    unlink(made);
    errno = kept;
    return -1;
}

char *file_read(const char *path, size_t most, size_t *len)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return NULL;
    char *bytes = malloc(most + 2);
    ssize_t n = bytes ? read_full(fd, bytes, most + 1) : -1;
    if (n > (ssize_t)most) {
        errno = EFBIG;
        n = -1;
    }
    if (close_and(fd, n < 0 ? -1 : 0) != 0 || !bytes) {
        free(bytes);
        return NULL;
    }
    bytes[n] = '\0';
    *len = (size_t)n;
    return bytes;
}
