// SPDX-License-Identifier: MIT
// See print_helper.h.
#include "app/print_helper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "front/terminal.h"

enum { PLACES = 16 };

// False: the other one is gone, or it is too late.
static bool take(int fd, void *to, size_t len, int64_t until)
{
    char *at = to;
    while (len && print_ready(fd, POLLIN, until)) {
        ssize_t n = recv(fd, at, len, MSG_DONTWAIT);
        if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
            return false;
        at += n > 0 ? n : 0;
        len -= n > 0 ? (size_t)n : 0;
    }
    return !len;
}

// ---- the helper --------------------------------------------------------------------------------

// It has no terminal and no file of the kiosk's, and dies with it. Returns its socket, -1: no.
// What it opens it keeps for good, and where it cannot it ends, which gcc's analyzer takes for a
// leak.
#if defined __GNUC__ && !defined __clang__ && __GNUC__ >= 13
#pragma GCC diagnostic ignored "-Wanalyzer-fd-leak"
#endif
static int leave_everything(int socket, pid_t parent)
{
    enum { SOCKET = 3 };
    int nothing = open("/dev/null", O_RDWR);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent || setsid() < 0 || nothing < 0)
        return -1;
    for (int fd = 0; fd < SOCKET; fd++)
        if (dup2(nothing, fd) < 0)
            return -1;
    // Nothing that was ignored in the kiosk keeps it from ending.
    for (int number = 1; number <= SIGRTMAX; number++)
        signal(number, SIG_DFL);
    if (socket != SOCKET && dup3(socket, SOCKET, O_CLOEXEC) < 0)
        return -1;
    (void)syscall(SYS_close_range, SOCKET + 1, ~0U, 0); // a kernel without it has only our own
    return SOCKET;
}

static void shut(const struct jail_place *more, int n_more)
{
    struct jail_place places[PLACES] = {
        {"/usr", JAIL_RUN},        {"/bin", JAIL_RUN},          {"/lib", JAIL_RUN},
        {"/lib64", JAIL_RUN},      {"/etc", JAIL_READ},         {"/run/cups", JAIL_READ},
        {"/dev/null", JAIL_WRITE}, {"/dev/urandom", JAIL_READ}, {"/proc/self", JAIL_READ},
    };
    int n = 9;
    for (int i = 0; i < n_more && n < PLACES; i++)
        places[n++] = more[i];
    (void)jail_files(places, n); // systemd shuts it in besides
    (void)jail_calls(JAIL_STARTS);
}

static void serve(int socket, const char *queue, char *room)
{
    uint32_t len;
    while (take(socket, &len, sizeof len, TERMINAL_NEVER) && len && len <= PRINT_HELPER_MOST) {
        unsigned char answer = PRINT_REFUSED;
        bool whole = take(socket, room, len, terminal_now() + PRINT_HELPER_PATIENCE);
        if (whole)
            answer = (unsigned char)print_document(queue, room, len, PRINT_HELPER_PATIENCE);
        explicit_bzero(room, len);
        if (!whole || !print_give(socket, &answer, 1, terminal_now() + PRINT_HELPER_PATIENCE))
            return;
    }
}

static void help(int socket, pid_t parent, const char *queue, const struct jail_place *more,
                 int n_more)
{
    char *room = mmap(NULL, PRINT_HELPER_MOST, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    int mine = leave_everything(socket, parent);
    if (room == MAP_FAILED || mine < 0)
        return;
    jail_memory();
    (void)madvise(room, PRINT_HELPER_MOST, MADV_DONTDUMP);
    shut(more, n_more);
    serve(mine, queue, room);
}

// ---- the kiosk ---------------------------------------------------------------------------------

void print_helper_start(struct print_helper *h, const char *queue, const struct jail_place *more,
                        int n_more)
{
    int ends[2];
    pid_t parent = getpid();
    *h = (struct print_helper){.socket = -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
        return;
    h->pid = fork();
    if (h->pid == 0) {
        help(ends[1], parent, queue, more, n_more);
        _exit(0);
    }
    close(ends[1]);
    h->socket = ends[0];
    if (h->pid < 0)
        print_helper_end(h);
}

enum print_result print_helper_print(struct print_helper *h, const char *bytes, size_t len)
{
    int64_t until = terminal_now() + PRINT_HELPER_WAIT;
    uint32_t size = (uint32_t)len;
    unsigned char answer = PRINT_RESULTS;
    if (h->socket < 0)
        return PRINT_NO_PRINTER;
    if (!len || len > PRINT_HELPER_MOST)
        return PRINT_REFUSED;
    if (print_give(h->socket, &size, sizeof size, until) &&
        print_give(h->socket, bytes, len, until) && take(h->socket, &answer, 1, until) &&
        answer < PRINT_RESULTS)
        return (enum print_result)answer;
    print_helper_end(h); // what it might still say would be taken for another answer
    return PRINT_NO_PRINTER;
}

bool print_helper_there(const struct print_helper *h)
{
    struct pollfd p = {.fd = h->socket, .events = POLLIN};
    return h->socket >= 0 && poll(&p, 1, 0) == 0; // it says nothing by itself
}

void print_helper_end(struct print_helper *h)
{
    if (h->socket >= 0)
        close(h->socket);
    if (h->pid > 0) {
        kill(h->pid, SIGKILL);
        while (waitpid(h->pid, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    *h = (struct print_helper){.socket = -1};
}
