// SPDX-License-Identifier: MIT
#include "base/io.h"
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <unistd.h>

// After a call that failed: is it worth another try? Waits until it is.
static bool again(int fd, short events)
{
    struct pollfd wait = {.fd = fd, .events = events};
    if (errno == EINTR)
        return true;
    if (errno != EAGAIN && errno != EWOULDBLOCK)
        return false;
    return poll(&wait, 1, -1) >= 0 || errno == EINTR;
}

int write_all(int fd, const void *bytes, size_t len)
{
    for (const char *at = bytes; len;) {
        ssize_t n = write(fd, at, len);
        if (n < 0 && again(fd, POLLOUT))
            continue;
        if (n <= 0)
            return -1;
        at += n;
        len -= (size_t)n;
    }
    return 0;
}

ssize_t read_some(int fd, void *bytes, size_t most)
{
    ssize_t n;
    while ((n = read(fd, bytes, most)) < 0 && again(fd, POLLIN))
        ;
    return n;
}

ssize_t read_full(int fd, void *bytes, size_t most)
{
    size_t have = 0;
    while (have < most) {
        ssize_t n = read_some(fd, (char *)bytes + have, most - have);
        if (n < 0)
            return -1;
        if (!n)
            break;
        have += (size_t)n;
    }
    return (ssize_t)have;
}
