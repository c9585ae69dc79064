// SPDX-License-Identifier: MIT
// What a service says to systemd: one datagram (sd_notify(3)), without its library.
#ifndef TANU_BASE_NOTIFY_H
#define TANU_BASE_NOTIFY_H

// Sends `words`, such as "READY=1\nSTATUS=…", to the socket (NOTIFY_SOCKET: a path, or an abstract
// name behind "@"). 0, or -1 with errno; a socket of NULL or "" is nobody: 0.
int notify_send(const char *socket_name, const char *words);

#endif
