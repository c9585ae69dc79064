// SPDX-License-Identifier: MIT
// The terminal as a device, played by pipes: what waiting for it comes to, and what is read and
// written when signals come and when it goes away.
#include "tests/unit/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include "front/out.h"
#include "front/tty.h"

// What poll() is told and made to say; nothing is waited for.
static struct {
    int asked;     // milliseconds, the last time
    int fault;     // errno of the next call, 0: none
    int calls, on; // after so many calls the fault is gone
} poller;

int __real_poll(struct pollfd *on, nfds_t n, int ms);
int __wrap_poll(struct pollfd *on, nfds_t n, int ms);
int __wrap_poll(struct pollfd *on, nfds_t n, int ms)
{
    poller.asked = ms;
    if (poller.fault && poller.calls++ < poller.on) {
        errno = poller.fault;
        return -1;
    }
    return __real_poll(on, n, 0);
}

struct ends {
    int in[2], out[2], signals[2];
    struct tty tty;
};

static void open_ends(struct ends *e)
{
    memset(&poller, 0, sizeof poller);
    assert_int_equal(pipe2(e->in, O_NONBLOCK), 0);
    assert_int_equal(pipe2(e->out, O_NONBLOCK), 0);
    assert_int_equal(pipe2(e->signals, O_NONBLOCK), 0);
    e->tty = (struct tty){
        .in = e->in[0], .out = e->out[1], .write_fd = e->out[1], .signals = e->signals[0]};
}

static void shut(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_ends(struct ends *e)
{
    for (int i = 0; i < 2; i++) {
        shut(&e->in[i]);
        shut(&e->out[i]);
        shut(&e->signals[i]);
    }
}

static void send(struct ends *e, int number)
{
    struct signalfd_siginfo info = {.ssi_signo = (uint32_t)number};
    assert_int_equal(write(e->signals[1], &info, sizeof info), sizeof info);
}

static void type(struct ends *e, const char *words)
{
    assert_int_equal(write(e->in[1], words, strlen(words)), strlen(words));
}

// ---- waiting ------------------------------------------------------------------------------------

enum typist { QUIET, TYPES, LEAVES, TYPES_AND_LEAVES, SHUT };

static void test_wait(void **state)
{
    (void)state;
    static const struct {
        enum typist typist;
        int signals[2];
        bool gone;
        enum tty_ready ready;
        int leave;
        bool resized, stop, awake;
    } rows[] = {
        {QUIET, {0, 0}, false, TTY_TIME, 0, false, false, false},
        {QUIET, {0, 0}, true, TTY_GONE, 0, false, false, false},
        {TYPES, {0, 0}, false, TTY_INPUT, 0, false, false, false},
        {TYPES, {0, 0}, true, TTY_GONE, 0, false, false, false},
        {LEAVES, {0, 0}, false, TTY_GONE, 0, false, false, false},
        {TYPES_AND_LEAVES, {0, 0}, false, TTY_INPUT, 0, false, false, false},
        {SHUT, {0, 0}, false, TTY_GONE, 0, false, false, false},
        // A signal is looked at first; of two that end the program the first one counts.
        {QUIET, {SIGWINCH, 0}, false, TTY_SIGNAL, 0, true, false, false},
        {QUIET, {SIGTSTP, 0}, false, TTY_SIGNAL, 0, false, true, false},
        {QUIET, {SIGCONT, 0}, false, TTY_SIGNAL, 0, false, false, true},
        {TYPES, {SIGTERM, SIGHUP}, false, TTY_SIGNAL, SIGTERM, false, false, false},
        {LEAVES, {SIGHUP, SIGWINCH}, false, TTY_SIGNAL, SIGHUP, true, false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ends e;
        open_ends(&e);
        e.tty.gone = rows[i].gone;
        if (rows[i].typist == TYPES || rows[i].typist == TYPES_AND_LEAVES)
            type(&e, "x");
        if (rows[i].typist == LEAVES || rows[i].typist == TYPES_AND_LEAVES)
            shut(&e.in[1]);
        if (rows[i].typist == SHUT)
            shut(&e.in[0]);
        for (int k = 0; k < 2 && rows[i].signals[k]; k++)
            send(&e, rows[i].signals[k]);
        enum tty_ready ready = tty_wait(&e.tty, 0);
        if (ready != rows[i].ready || e.tty.leave != rows[i].leave ||
            e.tty.resized != rows[i].resized || e.tty.stop != rows[i].stop ||
            e.tty.awake != rows[i].awake)
            fail_msg("row %zu: %d, %d", i, ready, e.tty.leave);
        // What a signal has asked for stays until somebody takes it.
        if (ready == TTY_SIGNAL)
            assert_int_equal(tty_wait(&e.tty, 0), TTY_SIGNAL);
        close_ends(&e);
    }
}

static void test_until(void **state)
{
    struct ends e;
    (void)state;
    open_ends(&e);
    tty_wait(&e.tty, INT64_MAX);
    assert_int_equal(poller.asked, -1);
    tty_wait(&e.tty, tty_now() - 5);
    assert_int_equal(poller.asked, 0);
    tty_wait(&e.tty, tty_now() + 3600000);
    assert_in_range(poller.asked, 1800000, 3600000);
    tty_wait(&e.tty, INT64_MAX - 1);
    assert_int_equal(poller.asked, INT_MAX);
    // It waits again when it was interrupted, and only then.
    type(&e, "x");
    poller.fault = EINTR;
    poller.on = 2;
    assert_int_equal(tty_wait(&e.tty, 0), TTY_INPUT);
    assert_int_equal(poller.calls, 3);
    poller.fault = ENOMEM;
    poller.calls = 0;
    assert_int_equal(tty_wait(&e.tty, 0), TTY_GONE);
    close_ends(&e);
}

// ---- reading ------------------------------------------------------------------------------------

static void test_read(void **state)
{
    struct ends e;
    char bytes[8];
    (void)state;
    open_ends(&e);
    assert_int_equal(tty_read(&e.tty, bytes, sizeof bytes), 0); // nothing now
    type(&e, "abc");
    assert_int_equal(tty_read(&e.tty, bytes, 2), 2);
    assert_int_equal(tty_read(&e.tty, bytes, sizeof bytes), 1);
    shut(&e.in[1]);
    assert_int_equal(tty_read(&e.tty, bytes, sizeof bytes), -1);
    shut(&e.in[0]);
    assert_int_equal(tty_read(&e.tty, bytes, sizeof bytes), -1);
    close_ends(&e);
}

// ---- writing ------------------------------------------------------------------------------------

// Fills what the terminal takes.
static void fill(struct ends *e)
{
    static const char dots[4096];
    while (write(e->out[1], dots, sizeof dots) > 0)
        ;
}

static void test_write(void **state)
{
    (void)state;
    struct ends e;
    char bytes[2000], back[4000];
    memset(bytes, 'x', sizeof bytes);
    for (int blocking = 0; blocking < 2; blocking++) {
        open_ends(&e);
        e.tty.blocking = blocking;
        assert_int_equal(tty_write(&e.tty, bytes, sizeof bytes), 0);
        assert_int_equal(read(e.out[0], back, sizeof back), sizeof bytes);
        assert_memory_equal(back, bytes, sizeof bytes);
        assert_false(e.tty.torn);
        // A change of size keeps nothing from being written, what ends or stops the program does.
        send(&e, SIGWINCH);
        assert_int_equal(tty_write(&e.tty, bytes, sizeof bytes), 0);
        fill(&e);
        send(&e, blocking ? SIGTERM : SIGTSTP);
        assert_int_equal(tty_write(&e.tty, bytes, sizeof bytes), -1);
        assert_true(e.tty.torn);
        assert_true(e.tty.resized);
        assert_false(e.tty.gone);
        assert_int_equal(e.tty.leave, blocking ? SIGTERM : 0);
        close_ends(&e);
    }
}

static void test_gone(void **state)
{
    (void)state;
    struct ends e;
    signal(SIGPIPE, SIG_IGN);
    for (int way = 0; way < 3; way++) { // it is seen at writing, at waiting, at the last words
        open_ends(&e);
        e.tty.blocking = way == 1;
        shut(&e.out[0]);
        if (way < 2)
            assert_int_equal(tty_write(&e.tty, "abc", 3), -1);
        else
            tty_write_last(&e.tty, "abc", 3);
        assert_true(e.tty.gone);
        assert_true(e.tty.torn);
        close_ends(&e);
    }
}

// The last words are written whole where they are taken; else they are given up.
static void test_last(void **state)
{
    (void)state;
    struct ends e;
    char back[8];
    open_ends(&e);
    send(&e, SIGTERM);
    tty_write_last(&e.tty, "bye", 3);
    assert_int_equal(read(e.out[0], back, sizeof back), 3);
    assert_false(e.tty.torn);
    fill(&e);
    tty_write_last(&e.tty, "bye", 3);
    assert_int_equal(poller.asked, 200);
    assert_true(e.tty.torn);
    assert_false(e.tty.gone);
    close_ends(&e);
}

// Data are UTF-8 wherever they go; only a terminal of another charset gets escapes.
static void test_data(void **state)
{
    (void)state;
    static const struct {
        const char *charset;
        bool terminal;
        const char *comes;
    } rows[] = {
        {"UTF-8", false, "\"ы\""},
        {"UTF-8", true, "\"ы\""},
        {"KOI8-R", false, "\"ы\""},
        {"KOI8-R", true, "\"\\u044b\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct i18n i18n = {0};
        struct termios raw;
        char came[20] = "";
        int ends[2];
        snprintf(i18n.charset, sizeof i18n.charset, "%s", rows[i].charset);
        if (rows[i].terminal) {
            ends[0] = posix_openpt(O_RDWR | O_NOCTTY);
            assert_int_equal(grantpt(ends[0]) | unlockpt(ends[0]), 0);
            ends[1] = open(ptsname(ends[0]), O_RDWR | O_NOCTTY);
            assert_int_equal(tcgetattr(ends[1], &raw), 0);
            cfmakeraw(&raw);
            assert_int_equal(tcsetattr(ends[1], TCSANOW, &raw), 0);
        } else {
            assert_int_equal(pipe(ends), 0);
        }
        assert_int_equal(out_json(&i18n, ends[1], "\"ы\"", 4), 0);
        assert_true(read(ends[0], came, sizeof came - 1) > 0);
        assert_string_equal(came, rows[i].comes);
        close(ends[0]);
        close(ends[1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_wait), cmocka_unit_test(test_until),
                                       cmocka_unit_test(test_read), cmocka_unit_test(test_write),
                                       cmocka_unit_test(test_gone), cmocka_unit_test(test_last),
                                       cmocka_unit_test(test_data)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
