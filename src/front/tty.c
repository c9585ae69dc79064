// SPDX-License-Identifier: MIT
// See tty.h.
#include "front/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "base/oom.h"

enum {
    PIECE = 256,          // written at once to a terminal that may block
    PATIENCE = 200,       // milliseconds without a byte taken until the last words are given up
    PATIENCE_ALL = 5000,  // for all of them
    PATIENCE_SIGNAL = 500 // when a signal wants an end
};

static const int faults[TTY_FAULTS] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};

int64_t tty_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

// ---- modes -------------------------------------------------------------------------------------

// Never TCSADRAIN or TCSAFLUSH: they wait for a terminal that may take nothing.
void tty_take(struct tty *tty)
{
    tty->raw = tcsetattr(tty->in, TCSANOW, &tty->during) == 0;
}

void tty_give(struct tty *tty)
{
    if (tty->raw)
        tcsetattr(tty->in, TCSANOW, &tty->before);
    tty->raw = false;
}

// As curses has it in raw().
static void our_modes(struct termios *modes)
{
    modes->c_lflag &= ~(tcflag_t)(ICANON | ISIG | IEXTEN | ECHO | ECHONL);
    modes->c_iflag &= ~(tcflag_t)(IXON | BRKINT | PARMRK | ICRNL | INLCR | IGNCR | ISTRIP);
    modes->c_oflag &= ~(tcflag_t)ONLCR;
    modes->c_cc[VMIN] = 1;
    modes->c_cc[VTIME] = 0;
}

// ---- the end on the way ------------------------------------------------------------------------

// Only what a signal handler may do.
static void put_back(struct tty *tty)
{
    if (!tty->raw)
        return;
    size_t len = strlen(tty->restore);
    if (write(tty->write_fd, tty->restore, len) < (ssize_t)len) {
        tcflush(tty->out, TCOFLUSH);
        if (write(tty->write_fd, tty->restore, len) < 0)
            tty->gone = true;
    }
    tty_give(tty);
}

static void at_exit(int status, void *arg)
{
    struct tty *tty = arg;
    bool was_ours = tty->raw;
    put_back(tty);
    if (was_ours && status == OOM_EXIT_STATUS)
        oom_say(); // the first time it went with the second screen
}

// The handler has no argument and the program no variables: behind the stack it runs on stands
// where the terminal is.
static void on_fault(int number)
{
    stack_t stack;
    struct tty *tty = NULL;
    if (sigaltstack(NULL, &stack) == 0 && stack.ss_size == TTY_STACK)
        memcpy(&tty, (char *)stack.ss_sp + TTY_STACK, sizeof tty);
    if (tty)
        put_back(tty);
    for (int i = 0; tty && i < TTY_FAULTS; i++)
        if (faults[i] == number)
            sigaction(number, &tty->faults[i], NULL);
    raise(number);
}

static void catch_faults(struct tty *tty)
{
    struct sigaction action = {.sa_handler = on_fault,
                               .sa_flags = SA_ONSTACK | (int)SA_RESETHAND | SA_NODEFER};
    tty->stack = xcalloc(1, TTY_STACK + sizeof tty);
    memcpy(tty->stack + TTY_STACK, &tty, sizeof tty);
    const stack_t stack = {.ss_sp = tty->stack, .ss_size = TTY_STACK};
    if (sigaltstack(&stack, NULL) == 0)
        for (int i = 0; i < TTY_FAULTS; i++)
            sigaction(faults[i], &action, &tty->faults[i]);
}

static void release_faults(struct tty *tty)
{
    const stack_t none = {.ss_flags = SS_DISABLE};
    for (int i = 0; i < TTY_FAULTS; i++)
        sigaction(faults[i], &tty->faults[i], NULL);
    if (sigaltstack(&none, NULL) == 0)
        free(tty->stack);
}

// ---- signals -----------------------------------------------------------------------------------

static bool is_fault(int number)
{
    for (int i = 0; i < TTY_FAULTS; i++)
        if (faults[i] == number)
            return true;
    return false;
}

// Those that would end the program, and those that the wizard has to know of.
static bool is_taken(int number)
{
    struct sigaction now;
    bool never = number == SIGKILL || number == SIGSTOP || number == SIGCHLD || number == SIGURG ||
                 number == SIGTTIN || number == SIGTTOU || is_fault(number);
    return !never && sigaction(number, NULL, &now) == 0 && now.sa_handler != SIG_IGN;
}

static int take_signals(struct tty *tty)
{
    sigemptyset(&tty->set);
    for (int number = 1; number <= SIGRTMAX; number++)
        if (is_taken(number))
            sigaddset(&tty->set, number);
    sigprocmask(SIG_BLOCK, &tty->set, &tty->mask);
    tty->signals = signalfd(-1, &tty->set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (tty->signals < 0)
        sigprocmask(SIG_SETMASK, &tty->mask, NULL);
    return tty->signals < 0 ? -1 : 0;
}

static void collect_signals(struct tty *tty)
{
    struct signalfd_siginfo info;
    while (read(tty->signals, &info, sizeof info) == (ssize_t)sizeof info) {
        int number = (int)info.ssi_signo;
        if (number == SIGWINCH)
            tty->resized = true;
        else if (number == SIGCONT)
            tty->awake = true;
        else if (number == SIGTSTP)
            tty->stop = true;
        else if (!tty->leave)
            tty->leave = number;
    }
}

void tty_suspend(struct tty *tty)
{
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    kill(getpid(), SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, NULL); // here it stops, and here it goes on
    sigprocmask(SIG_BLOCK, &stop, NULL);
    collect_signals(tty);
    tty->stop = false;
    tty->awake = true;
}

// ---- open and close ----------------------------------------------------------------------------

// The terminal once more: O_NONBLOCK belongs to a description, and the given one is shared with the
// shell. Where that is not allowed the given one must do.
static void open_again(struct tty *tty)
{
    char path[32] = "/proc/self/fd/";
    size_t len = strlen(path);
    path[len] = (char)('0' + tty->out);
    tty->write_fd = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    tty->blocking = tty->write_fd < 0;
    if (tty->blocking)
        tty->write_fd = tty->out;
}

int tty_again(struct tty *tty)
{
    *tty = (struct tty){.in = tty->in, .out = tty->out, .write_fd = tty->out, .signals = -1};
    if (tcgetattr(tty->in, &tty->before) != 0 || take_signals(tty) < 0)
        return -1;
    tty->during = tty->before;
    our_modes(&tty->during);
    open_again(tty);
    catch_faults(tty);
    return 0;
}

struct tty *tty_open(int in, int out)
{
    struct tty *tty = xcalloc(1, sizeof *tty);
    *tty = (struct tty){.in = in, .out = out};
    if (tty_again(tty) != 0) {
        free(tty);
        return NULL;
    }
    on_exit(at_exit, tty);
    return tty;
}

void tty_restore_with(struct tty *tty, const char *bytes)
{
    if (strlen(bytes) < sizeof tty->restore)
        memcpy(tty->restore, bytes, strlen(bytes) + 1);
}

int tty_close(struct tty *tty)
{
    tty_give(tty);
    collect_signals(tty);
    close(tty->signals);
    if (!tty->blocking)
        close(tty->write_fd);
    release_faults(tty);
    return tty->leave;
}

// ---- out ---------------------------------------------------------------------------------------

enum chance { CHANCE_WRITE, CHANCE_SIGNAL, CHANCE_NONE };

// CHANCE_NONE: the time is over, or the terminal is gone.
static enum chance wait_to_write(struct tty *tty, int ms)
{
    struct pollfd on[2] = {{.fd = tty->write_fd, .events = POLLOUT},
                           {.fd = tty->signals, .events = POLLIN}};
    int ready = poll(on, 2, ms);
    if (ready < 0)
        return errno == EINTR ? CHANCE_SIGNAL : CHANCE_NONE;
    if (on[1].revents)
        collect_signals(tty);
    if (on[0].revents & (POLLERR | POLLHUP | POLLNVAL))
        tty->gone = true;
    if (!ready || tty->gone)
        return CHANCE_NONE;
    return on[0].revents ? CHANCE_WRITE : CHANCE_SIGNAL;
}

// Bytes written, 0: none now, or the terminal is gone.
static size_t write_piece(struct tty *tty, const char *bytes, size_t len)
{
    ssize_t n = write(tty->write_fd, bytes, tty->blocking && len > PIECE ? PIECE : len);
    if (n < 0 && errno != EINTR && errno != EAGAIN)
        tty->gone = true;
    return n > 0 ? (size_t)n : 0;
}

int tty_write(struct tty *tty, const char *bytes, size_t len)
{
    bool wait = tty->blocking;
    while (len && !tty->gone) {
        enum chance chance = wait ? wait_to_write(tty, -1) : CHANCE_WRITE;
        if (chance == CHANCE_NONE || tty->leave || tty->stop)
            break;
        if (chance == CHANCE_SIGNAL)
            continue;
        size_t n = write_piece(tty, bytes, len);
        wait = tty->blocking || n == 0;
        bytes += n;
        len -= n;
    }
    tty->torn |= len > 0;
    return len ? -1 : 0;
}

void tty_write_last(struct tty *tty, const char *bytes, size_t len)
{
    int64_t begun = tty_now();
    while (len && !tty->gone) {
        enum chance chance = wait_to_write(tty, PATIENCE);
        if (chance == CHANCE_NONE ||
            tty_now() - begun > (tty->leave ? PATIENCE_SIGNAL : PATIENCE_ALL))
            break;
        size_t n = chance == CHANCE_WRITE ? write_piece(tty, bytes, len) : 0;
        bytes += n;
        len -= n;
    }
    tty->torn |= len > 0;
    if (len) { // what waits in the kernel must not hold up the program's end
        tcflush(tty->out, TCOFLUSH);
        (void)write_piece(tty, tty->restore, strlen(tty->restore));
    }
}

// ---- in ----------------------------------------------------------------------------------------

static int left_until(int64_t until)
{
    if (until == INT64_MAX)
        return -1;
    int64_t left = until - tty_now();
    return left < 0 ? 0 : left < INT_MAX ? (int)left : INT_MAX;
}

enum tty_ready tty_wait(struct tty *tty, int64_t until)
{
    struct pollfd on[2] = {{.fd = tty->in, .events = POLLIN},
                           {.fd = tty->signals, .events = POLLIN}};
    int ready;
    if (tty->gone)
        return TTY_GONE;
    while ((ready = poll(on, 2, left_until(until))) < 0)
        if (errno != EINTR)
            return TTY_GONE;
    if (on[1].revents)
        collect_signals(tty);
    if (tty->leave || tty->stop || tty->awake || tty->resized)
        return TTY_SIGNAL;
    if (on[0].revents & POLLIN)
        return TTY_INPUT;
    return on[0].revents ? TTY_GONE : TTY_TIME;
}

ssize_t tty_read(struct tty *tty, char *bytes, size_t most)
{
    ssize_t n = read(tty->in, bytes, most);
    if (n > 0)
        return n;
    return n && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}
