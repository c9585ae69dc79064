// SPDX-License-Identifier: MIT
#include "app/print.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "front/terminal.h"
#include "tongue/i18n.h"

enum { ANSWER = 4096, ARGUMENTS = 8, ARGUMENT = 160 }; // bytes

bool print_queue_fits(const char *queue)
{
    static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
    size_t len = strlen(queue);
    return len && len < 128 && queue[0] != '-' && queue[0] != '.' && !queue[strspn(queue, good)];
}

// ---- a program at the other end of a socket ----------------------------------------------------

// Its words in English; of our environment only what says where the printers are.
static void choose_environment(char room[4][512], char *env[5])
{
    static const char *const kept[] = {"PATH", "CUPS_SERVER", "HOME"};
    int n = 0;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        const char *value = getenv(kept[i]);
        if (value && snprintf(room[n], sizeof room[n], "%s=%s", kept[i], value) < 512)
            n++;
    }
    snprintf(room[n++], sizeof room[0], "LC_ALL=C");
    for (int i = 0; i < n; i++)
        env[i] = room[i];
    env[n] = NULL;
}

// Its standard input and output are the socket; signals mean to it what they mean to everybody.
static pid_t start(const char *const argv[], int socket)
{
    char room[4][512], *env[5], words[ARGUMENTS][ARGUMENT], *arguments[ARGUMENTS + 1] = {NULL};
    pid_t pid = -1;
    for (int i = 0; i < ARGUMENTS && argv[i]; i++) {
        snprintf(words[i], ARGUMENT, "%s", argv[i]);
        arguments[i] = words[i];
    }
    sigset_t none, all;
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    choose_environment(room, env);
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, socket, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&how);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setsigdefault(&how, &all);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    if (posix_spawnp(&pid, argv[0], &files, &how, arguments, env))
        pid = -1;
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return pid;
}

bool print_ready(int fd, short what, int64_t until)
{
    struct pollfd p = {.fd = fd, .events = what};
    int n;
    do {
        int64_t left = until == TERMINAL_NEVER ? -1 : until - terminal_now();
        n = until == TERMINAL_NEVER || left > 0 ? poll(&p, 1, (int)left) : 0;
    } while (n < 0 && errno == EINTR);
    return n > 0;
}

bool print_give(int fd, const void *bytes, size_t len, int64_t until)
{
    const char *at = bytes;
    while (len && print_ready(fd, POLLOUT, until)) {
        ssize_t n = send(fd, at, len, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n == -1 && errno != EAGAIN && errno != EINTR)
            return false;
        at += n == -1 ? 0 : n;
        len -= n == -1 ? 0 : (size_t)n;
    }
    return !len;
}

// What it says until it closes its end; longer answers are read and dropped.
static bool listen_to(int fd, char *answer, int64_t until)
{
    size_t have = 0;
    for (;;) {
        char rest[256];
        bool full = have + 1 >= ANSWER;
        if (!print_ready(fd, POLLIN, until))
            return false;
        ssize_t n = full ? read(fd, rest, sizeof rest) : read(fd, answer + have, ANSWER - 1 - have);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0 || errno == ECONNRESET;
        have += full ? 0 : (size_t)n;
        answer[have] = 0;
    }
}

// Did the program end well? `answer` gets what it said. One that hangs is ended.
static bool ask(const char *const argv[], const char *bytes, size_t len, int64_t until,
                char *answer)
{
    int ends[2], status = -1;
    *answer = 0;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
        return false;
    pid_t pid = start(argv, ends[1]);
    close(ends[1]);
    bool heard = pid > 0 && print_give(ends[0], bytes, len, until) && !shutdown(ends[0], SHUT_WR);
    heard = pid > 0 && listen_to(ends[0], answer, until) && heard;
    close(ends[0]);
    if (pid > 0 && !heard)
        kill(pid, SIGKILL);
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return heard && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// ---- printing ----------------------------------------------------------------------------------

enum print_result print_document(const char *queue, const char *bytes, size_t len, int patience)
{
    char answer[ANSWER];
    int64_t until = terminal_now() + patience;
    const char *const state[] = {"lpstat", "-p", queue, NULL};
    const char *const takes[] = {"lpstat", "-a", queue, NULL};
    const char *const print[] = {"lp", "-s", "-d", queue, "-t", "tanu", NULL};
    if (!print_queue_fits(queue) || !ask(state, "", 0, until, answer))
        return PRINT_NO_PRINTER;
    if (strstr(answer, " disabled "))
        return PRINT_PAUSED;
    if (!ask(takes, "", 0, until, answer) || strstr(answer, " not accepting "))
        return PRINT_CLOSED;
    return ask(print, bytes, len, until, answer) ? PRINT_GOOD : PRINT_REFUSED;
}

const char *print_words(enum print_result result)
{
    static const char *const words[PRINT_RESULTS] = {
        [PRINT_GOOD] = "",
        [PRINT_NO_PRINTER] =
            N_("There is no such printer, or it cannot be reached. Take another way."),
        [PRINT_PAUSED] = N_("The printer is paused. Ask somebody here, or take another way."),
        [PRINT_CLOSED] =
            N_("The printer takes nothing now. Ask somebody here, or take another way."),
        [PRINT_REFUSED] =
            N_("The printer did not take it. Ask somebody here, or take another way."),
    };
    return words[result];
}
