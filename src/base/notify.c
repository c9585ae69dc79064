// SPDX-License-Identifier: MIT
// See notify.h.
#include "base/notify.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int notify_send(const char *socket_name, const char *words)
{
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    if (!socket_name || !*socket_name)
        return 0;
    size_t len = strlen(socket_name);
    if (len >= sizeof to.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(to.sun_path, socket_name, len);
    if (socket_name[0] == '@')
        to.sun_path[0] = '\0';
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    ssize_t sent =
        sendto(fd, words, strlen(words), MSG_NOSIGNAL | MSG_DONTWAIT, (const struct sockaddr *)&to,
               (socklen_t)(offsetof(struct sockaddr_un, sun_path) + len));
    int kept = errno;
    close(fd);
    errno = kept;
    return sent < 0 ? -1 : 0;
}
