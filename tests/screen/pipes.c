/* SPDX-License-Identifier: MIT
 * pipes: a program on plain pipes. See pipes.h.
 */
#include "pipes.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "proc.h"

/* CHUNKS: a program that never stops writing must not keep us from looking at the clock. */
enum { RETRY_MS = 2, CHUNK = 4096, CHUNKS = 64, SAID_MAX = 8 << 20, OUT = 0, ERR = 1 };
static const double lasts = 0.1; /* as in vt.c */

/* What one output has said since the last quiet moment. */
struct said {
    int fd; /* -1 once it is closed */
    FILE *file;
    char *text;
    size_t size;
};

struct pipes {
    pid_t pid;
    int in; /* -1 after the end of file */
    struct said said[2];
    FILE *out;
    char open; /* the mark of the transcript line that is not finished, or 0 */
    double deadline;
    bool ended;
    int wait_status;
};

static void record_byte(struct pipes *p, char mark, char c)
{
    unsigned char byte = (unsigned char)c;
    if (p->open && p->open != mark) {
        fputs("\\\n", p->out);
        p->open = 0;
    }
    if (!p->open)
        fputc(mark, p->out);
    p->open = c == '\n' ? 0 : mark;
    if ((byte < ' ' && c != '\n') || byte == 0x7f)
        fprintf(p->out, "\\x%02x", byte);
    else
        fputc(c, p->out);
}

static void record(struct pipes *p, char mark, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        record_byte(p, mark, bytes[i]);
}

static void record_said(struct pipes *p)
{
    for (int i = 0; i < 2; i++) {
        fflush(p->said[i].file);
        record(p, i == OUT ? '|' : '!', p->said[i].text, p->said[i].size);
        rewind(p->said[i].file);
        fflush(p->said[i].file); /* now empty again */
    }
}

/* In the program's process. */
static _Noreturn void program(const struct spawn *what, const int fds[3])
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (int i = 0; i < 3; i++)
        if (dup2(fds[i], i) < 0)
            _exit(127);
    spawn_become(what);
}

struct pipes *pipes_start(const struct spawn *what, bool nonblocking, double deadline, FILE *out)
{
    int in[2], o[2], e[2];
    struct pipes *p = calloc(1, sizeof *p);
    if (!p || pipe2(in, O_CLOEXEC) < 0 || pipe2(o, O_CLOEXEC) < 0 || pipe2(e, O_CLOEXEC) < 0) {
        free(p);
        return NULL;
    }
    p->deadline = deadline;
    p->out = out;
    p->in = in[1];
    const int ends[] = {o[0], e[0]};
    for (int i = 0; i < 2; i++) {
        p->said[i].fd = ends[i];
        p->said[i].file = open_memstream(&p->said[i].text, &p->said[i].size);
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    fcntl(p->in, F_SETFL, O_NONBLOCK);
    const int theirs[] = {in[0], o[1], e[1]};
    for (int i = 0; nonblocking && i < 3; i++)
        fcntl(theirs[i], F_SETFL, O_NONBLOCK);
    fflush(NULL);
    p->pid = fork();
    if (p->pid == 0)
        program(what, (int[]){in[0], o[1], e[1]});
    close(in[0]);
    close(o[1]);
    close(e[1]);
    return p;
}

void pipes_free(struct pipes *p)
{
    if (!p)
        return;
    if (p->open)
        fputs("\\\n", p->out);
    pipes_eof(p);
    if (!p->ended && p->pid > 0) {
        kill(p->pid, SIGKILL);
        while (waitpid(p->pid, &p->wait_status, 0) < 0 && errno == EINTR)
            ;
    }
    for (int i = 0; i < 2; i++) {
        if (p->said[i].fd >= 0)
            close(p->said[i].fd);
        fclose(p->said[i].file);
        free(p->said[i].text);
    }
    free(p);
}

static bool pump_one(struct said *said)
{
    char buf[CHUNK];
    bool any = false;
    for (int chunks = 0; said->fd >= 0 && chunks < CHUNKS; chunks++) {
        if (ftell(said->file) > SAID_MAX)
            break; /* then the program blocks, and counts as hung */
        ssize_t n = read(said->fd, buf, sizeof buf);
        if (n < 0)
            break;
        if (n == 0) {
            close(said->fd);
            said->fd = -1;
            break;
        }
        fwrite(buf, 1, (size_t)n, said->file);
        any = true;
    }
    return any;
}

static bool pump(struct pipes *p)
{
    bool any = pump_one(&p->said[OUT]);
    return pump_one(&p->said[ERR]) || any;
}

static bool ended(struct pipes *p)
{
    if (!p->ended)
        p->ended = waitpid(p->pid, &p->wait_status, WNOHANG) == p->pid;
    return p->ended;
}

static bool input_taken(struct pipes *p)
{
    int waiting = 0;
    return p->in < 0 || ioctl(p->in, FIONREAD, &waiting) < 0 || waiting == 0;
}

/* As in vt.c: looked at twice, so that nothing ran in between. */
static bool quiet(struct pipes *p, double *since, uint64_t *stamp)
{
    struct proc_look first = proc_look(p->pid);
    if (first.state == PROC_BUSY || first.state == PROC_GONE || !input_taken(p) || pump(p))
        return false;
    struct proc_look again = proc_look(p->pid);
    if (again.state != first.state || again.stamp != first.stamp)
        return false;
    if (again.state != PROC_MAYBE)
        return true;
    if (*stamp != again.stamp) {
        *stamp = again.stamp;
        *since = proc_now();
    }
    return proc_now() - *since >= lasts;
}

static void rest(struct pipes *p)
{
    struct pollfd fds[] = {{p->said[OUT].fd, POLLIN, 0}, {p->said[ERR].fd, POLLIN, 0}};
    poll(fds, 2, RETRY_MS);
}

enum vt_state pipes_settle(struct pipes *p)
{
    double since = 0, end = proc_now() + p->deadline;
    uint64_t stamp = 0;
    for (;;) {
        bool over = ended(p);
        bool idle = !over && quiet(p, &since, &stamp);
        bool late = proc_now() > end;
        bool more = pump(p);
        if ((over && !more) || idle || late) {
            record_said(p);
            return over ? VT_ENDED : idle ? VT_IDLE : VT_HUNG;
        }
        rest(p);
    }
}

int pipes_send(struct pipes *p, const char *bytes, size_t n, bool shown)
{
    double end = proc_now() + p->deadline;
    if (shown)
        record(p, '>', bytes, n);
    while (n > 0) {
        ssize_t k = p->in < 0 ? -1 : write(p->in, bytes, n);
        if (k > 0) {
            bytes += k;
            n -= (size_t)k;
            continue;
        }
        pump(p);
        if (p->in < 0 || errno == EPIPE || proc_now() > end)
            return -1;
        rest(p);
    }
    return 0;
}

void pipes_eof(struct pipes *p)
{
    if (p->in >= 0)
        close(p->in);
    p->in = -1;
}

void pipes_signal(struct pipes *p, int sig)
{
    if (!ended(p))
        kill(p->pid, sig);
}

int pipes_wait_status(const struct pipes *p)
{
    return p->wait_status;
}
