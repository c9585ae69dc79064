/* SPDX-License-Identifier: MIT
 * vt: a program on a pseudo-terminal under libvterm: start, feed, wait, end. See vt.h.
 */
#include "vt-priv.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "proc.h"

/* CHUNKS: a program that never stops writing must not keep us from looking at the clock. */
enum { CHUNK = 4096, CHUNKS = 64, RETRY_MS = 2, RETRY_US = 100 };
static const double lasts = 0.1; /* seconds a PROC_MAYBE must go on to be believed */

static int on_bell(void *user)
{
    ((struct vt *)user)->bells++;
    return 1;
}

/* A row leaves the first screen: terminals keep it. */
static int on_pushline(int cols, const VTermScreenCell *cells, void *user)
{
    struct vt *v = user;
    char row[4096] = "", letter[32];
    for (int col = 0; col<cols; col += cells[col].width> 0 ? cells[col].width : 1) {
        vt_cell_utf8(&cells[col], letter);
        if (strlen(row) + strlen(letter) < sizeof row)
            strcat(row, letter);
    }
    size_t len = strlen(row);
    while (len > 0 && row[len - 1] == ' ')
        len--;
    fprintf(v->history, "   %.*s\n", (int)len, row);
    return 1;
}

static const VTermScreenCallbacks callbacks = {.bell = on_bell, .sb_pushline = on_pushline};

void vt_history(struct vt *v, FILE *out)
{
    fflush(v->history);
    fputs(v->history_text, out);
}

/* The bytes libvterm answers with (cursor position reports, mouse events) go to the program as
 * typed. */
static void answer(const char *bytes, size_t n, void *user)
{
    struct vt *v = user;
    if (v->master >= 0 && write(v->master, bytes, n) < 0 && errno != EAGAIN && errno != EIO)
        perror("terminal answer");
}

static int open_terminal(struct vt *v)
{
    struct winsize size = {(unsigned short)v->rows, (unsigned short)v->cols, 0, 0};
    if (openpty(&v->master, &v->slave, NULL, NULL, &size) < 0)
        return -1;
    fcntl(v->master, F_SETFD, FD_CLOEXEC);
    fcntl(v->slave, F_SETFD, FD_CLOEXEC);
    fcntl(v->master, F_SETFL, fcntl(v->master, F_GETFL) | O_NONBLOCK);
    return tcgetattr(v->slave, &v->before);
}

static void open_emulator(struct vt *v, bool one_screen)
{
    v->history = open_memstream(&v->history_text, &v->history_size);
    v->term = vterm_new(v->rows, v->cols);
    vterm_set_utf8(v->term, 1);
    vterm_output_set_callback(v->term, answer, v);
    v->screen = vterm_obtain_screen(v->term);
    vterm_screen_set_callbacks(v->screen, &callbacks, v);
    vterm_screen_enable_altscreen(v->screen, !one_screen);
    vterm_screen_reset(v->screen, 1);
}

struct vt *vt_start(const struct vt_setup *setup)
{
    struct vt *v = calloc(1, sizeof *v);
    if (!v)
        return NULL;
    v->master = v->slave = -1;
    v->cols = setup->cols;
    v->rows = setup->rows;
    v->deadline = setup->deadline;
    snprintf(v->term_name, sizeof v->term_name, "%s", setup->term);
    v->modes.linux_console = strncmp(setup->term, "linux", 5) == 0;
    v->since = proc_now();
    if (open_terminal(v) < 0 ||
        (setup->nonblocking && fcntl(v->slave, F_SETFL, O_RDWR | O_NONBLOCK) < 0) ||
        spawn_on_tty(&v->keeper, &setup->what, v->slave) < 0) {
        vt_free(v);
        return NULL;
    }
    open_emulator(v, setup->one_screen);
    return v;
}

static void end_stream(struct vt *v)
{
    if (v->stream > 0) {
        kill(v->stream, SIGKILL);
        waitpid(v->stream, NULL, 0);
    }
    v->stream = 0;
}

void vt_free(struct vt *v)
{
    if (!v)
        return;
    end_stream(v);
    spawn_release(&v->keeper);
    if (v->master >= 0)
        close(v->master);
    if (v->slave >= 0)
        close(v->slave);
    if (v->term)
        vterm_free(v->term);
    if (v->history)
        fclose(v->history);
    free(v->history_text);
    free(v);
}

bool vt_pump(struct vt *v)
{
    char raw[CHUNK], seen[CHUNK + 2];
    bool any = false;
    for (int chunks = 0; v->master >= 0 && !v->deaf && chunks < CHUNKS; chunks++) {
        struct pollfd p = {v->master, POLLIN, 0};
        if (poll(&p, 1, 0) <=
            0) /* polling also makes the kernel hand over what is still on its way */
            break;
        ssize_t n = read(v->master, raw, sizeof raw);
        if (n <= 0)
            break;
        any = true;
        v->bytes += (unsigned long)n;
        vterm_input_write(v->term, seen, modes_follow(&v->modes, raw, (size_t)n, seen));
    }
    return any;
}

/* True if the program has taken every key. */
static bool input_taken(struct vt *v)
{
    int waiting = 0;
    if (v->slave < 0)
        return true;
    struct pollfd p = {v->slave, POLLIN, 0};
    poll(&p, 1, 0); /* as in vt_pump */
    return ioctl(v->slave, FIONREAD, &waiting) < 0 || waiting == 0;
}

static bool ended(struct vt *v)
{
    if (!v->ended && spawn_ended(&v->keeper, &v->wait_status)) {
        v->ended = true;
        v->deaf = false; /* somebody looks at the terminal again */
        end_stream(v);
    }
    return v->ended;
}

/* A MAYBE that has not run for a while is believed; `since` and `stamp` remember the first sight of
 * it. */
static bool lasting(struct proc_look look, double *since, uint64_t *stamp)
{
    double now = proc_now();
    if (*stamp != look.stamp) {
        *stamp = look.stamp;
        *since = now;
    }
    return now - *since >= lasts;
}

/* One sight of the program: quiet at this very moment? Looked at twice, so that nothing ran in
 * between. */
static bool quiet(struct vt *v, double *since, uint64_t *stamp)
{
    struct proc_look first = proc_look(v->keeper.program);
    if (first.state == PROC_BUSY || first.state == PROC_GONE)
        return false;
    if ((first.state != PROC_STOPPED && !v->deaf && !input_taken(v)) || vt_pump(v))
        return false;
    struct proc_look again = proc_look(v->keeper.program);
    if (again.state != first.state || again.stamp != first.stamp)
        return false;
    return again.state != PROC_MAYBE || lasting(again, since, stamp);
}

/* Waits a moment for output or the program's end: short ones first. */
static void rest(struct vt *v, int *us)
{
    struct pollfd p[] = {{v->deaf ? -1 : v->master, POLLIN, 0}, {v->keeper.status, POLLIN, 0}};
    struct timespec t = {0, *us * 1000L};
    ppoll(p, 2, &t, NULL);
    *us = *us * 2 < RETRY_MS * 1000 ? *us * 2 : RETRY_MS * 1000;
}

static enum vt_state settle(struct vt *v)
{
    double since = 0, end = proc_now() + v->deadline;
    uint64_t stamp = 0;
    int us = RETRY_US;
    for (;;) {
        bool over = ended(v); /* asked before the pump, so that the last words are read */
        bool more = vt_pump(v);
        if (over && !more)
            return VT_ENDED;
        if (quiet(v, &since, &stamp))
            return VT_IDLE;
        if (proc_now() > end)
            return VT_HUNG;
        rest(v, &us);
    }
}

enum vt_state vt_settle(struct vt *v)
{
    enum vt_state state = settle(v);
    v->took = proc_now() - v->since;
    return state;
}

enum vt_state vt_see_text(struct vt *v, const char *text)
{
    double end = proc_now() + v->deadline;
    int us = RETRY_US;
    for (;;) {
        bool over = ended(v);
        vt_pump(v);
        if (vt_shows(v, text))
            return VT_IDLE;
        if (over)
            return VT_ENDED;
        if (proc_now() > end)
            return VT_HUNG;
        rest(v, &us);
    }
}

enum vt_state vt_wait_text(struct vt *v, const char *text)
{
    enum vt_state state = vt_see_text(v, text);
    if (state == VT_IDLE && vt_settle(v) == VT_ENDED)
        return VT_ENDED;
    return state;
}

int vt_send(struct vt *v, const char *bytes, size_t n)
{
    double end = proc_now() + v->deadline;
    while (n > 0) {
        ssize_t k = v->master < 0 ? -1 : write(v->master, bytes, n);
        if (k > 0) {
            bytes += k;
            n -= (size_t)k;
            end = proc_now() + v->deadline;
            continue;
        }
        vt_pump(v);
        if (v->master < 0 || ended(v) || proc_now() > end)
            return -1;
        struct pollfd p = {v->master, POLLOUT | POLLIN, 0};
        poll(&p, 1, RETRY_MS);
    }
    return 0;
}

void vt_resize(struct vt *v, int cols, int rows)
{
    struct winsize size = {(unsigned short)rows, (unsigned short)cols, 0, 0};
    v->cols = cols;
    v->rows = rows;
    vterm_set_size(v->term, rows, cols);
    if (v->master >= 0)
        ioctl(v->master, TIOCSWINSZ, &size); /* the kernel sends SIGWINCH */
}

void vt_signal(struct vt *v, int sig)
{
    if (!ended(v))
        kill(v->keeper.program, sig);
}

void vt_hangup(struct vt *v)
{
    vt_signal(v, SIGHUP); /* the kernel tells the session's leader, and a shell passes it on */
    if (v->master >= 0)
        close(v->master);
    if (v->slave >= 0)
        close(v->slave);
    v->master = v->slave = -1;
}

void vt_deaf(struct vt *v, bool deaf)
{
    v->deaf = deaf;
}

void vt_shell(struct vt *v)
{
    if (v->slave >= 0)
        tcsetattr(v->slave, TCSANOW, &v->before);
}

void vt_stream(struct vt *v, const char *text)
{
    v->stream = fork();
    if (v->stream != 0)
        return;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    size_t len = strlen(text);
    for (;;) {
        struct pollfd p = {v->master, POLLOUT, 0};
        if (poll(&p, 1, -1) < 0 || (write(v->master, text, len) < 0 && errno != EAGAIN))
            _exit(0);
    }
}

void vt_deadline(struct vt *v, double seconds)
{
    v->deadline = seconds;
}

int vt_wait_status(const struct vt *v)
{
    return v->wait_status;
}

void vt_mark(struct vt *v)
{
    v->bytes_mark = v->bytes;
    v->calls_mark = v->keeper.calls->total;
    v->since = proc_now();
}

double vt_seconds(const struct vt *v)
{
    return v->took;
}

long vt_bytes(const struct vt *v)
{
    return (long)(v->bytes - v->bytes_mark);
}

long vt_calls(const struct vt *v)
{
    return v->keeper.calls->counted ? (long)(v->keeper.calls->total - v->calls_mark) : -1;
}

const struct calls *vt_call_table(const struct vt *v)
{
    return v->keeper.calls;
}

/* Compares the parts of the terminal's modes that programs change. */
static bool same_modes(const struct termios *a, const struct termios *b)
{
    return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag &&
           a->c_lflag == b->c_lflag && memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

static bool pen_plain(struct vt *v)
{
    const VTermState *state = vterm_obtain_state(v->term);
    for (int a = VTERM_ATTR_BOLD; a <= VTERM_ATTR_STRIKE; a++) {
        VTermValue value = {0};
        if (vterm_state_get_penattr(state, (VTermAttr)a, &value) && (value.boolean || value.number))
            return false;
    }
    return true;
}

void vt_restored(struct vt *v, FILE *out)
{
    struct termios now;
    if (v->slave < 0) {
        fputs("gone\n", out);
        return;
    }
    char *left = NULL;
    size_t size = 0;
    FILE *list = open_memstream(&left, &size);
    modes_report(&v->modes, list);
    if (!pen_plain(v))
        fputs(", text attributes on", list);
    if (tcgetattr(v->slave, &now) < 0 || !same_modes(&now, &v->before))
        fputs(", tty modes changed", list);
    fclose(list);
    fprintf(out, size ? "NOT restored: %s\n" : "restored\n", size ? left + 2 : "");
    free(left);
}
