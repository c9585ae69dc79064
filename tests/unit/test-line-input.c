// SPDX-License-Identifier: MIT
// Lines from a descriptor: what they are, and what waiting for them comes to on a clock that the
// test drives.
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include "unit.h"
#include "base/text.h"
#include "front/line_input.h"

// ---- the clock ----------------------------------------------------------------------------------

// What poll() finds each time: i input, s a signal, b both, t nothing in that time, e an
// interruption, f a fault. `asked`: for how many milliseconds it was asked; where there is no
// script it is the real one.
static struct {
    const char *finds;
    struct text asked;
} clock_of;

int __real_poll(struct pollfd *on, nfds_t n, int ms);
int __wrap_poll(struct pollfd *on, nfds_t n, int ms);
int __wrap_poll(struct pollfd *on, nfds_t n, int ms)
{
    if (!clock_of.finds)
        return __real_poll(on, n, ms);
    char what = *clock_of.finds;
    if (!what)
        fail_msg("it waits once more");
    clock_of.finds++;
    text_printf(&clock_of.asked, "%d ", ms);
    assert_int_equal(n, 2);
    on[0].revents = what == 'i' || what == 'b' ? POLLIN : 0;
    on[1].revents = what == 's' || what == 'b' ? POLLIN : 0;
    errno = what == 'e' ? EINTR : EBADF;
    return what == 'e' || what == 'f' ? -1 : what == 't' ? 0 : what == 'b' ? 2 : 1;
}

static void beats(const void *context)
{
    ++*(int *)(uintptr_t)context;
}

static int pipe_with(const void *bytes, size_t len)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, len), len);
    close(ends[1]);
    return ends[0];
}

static bool is_zero(const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (bytes[i])
            return false;
    return true;
}

enum { NO_SIGNALS, SIGNALS, EMPTY_SIGNALS };

static void test_waiting(void **state)
{
    static const struct {
        int64_t wait, beat; // beat 0: nobody is told
        int signals;
        const char *finds, *asked;
        int beats;
        enum line_state state;
    } rows[] = {
        {0, 0, NO_SIGNALS, "", "", 0, LINE_READ},
        {-1, 0, NO_SIGNALS, "", "", 0, LINE_READ},
        {1, 0, NO_SIGNALS, "t", "1 ", 0, LINE_IDLE},
        {1000, 0, NO_SIGNALS, "i", "1000 ", 0, LINE_READ},
        {1000, 0, NO_SIGNALS, "t", "1000 ", 0, LINE_IDLE},
        {1000, 0, NO_SIGNALS, "et", "1000 1000 ", 0, LINE_IDLE},
        {1000, 0, NO_SIGNALS, "f", "1000 ", 0, LINE_READ}, // reading says what is wrong
        {1000, 300, NO_SIGNALS, "tttt", "300 300 300 100 ", 4, LINE_IDLE},
        {1000, 300, NO_SIGNALS, "tei", "300 300 300 ", 3, LINE_READ},
        {900, 300, NO_SIGNALS, "ttt", "300 300 300 ", 3, LINE_IDLE},
        {1000, 300, NO_SIGNALS, "f", "300 ", 0, LINE_READ},
        {200, 300, NO_SIGNALS, "t", "200 ", 1, LINE_IDLE},
        {0, 500, NO_SIGNALS, "ttti", "500 500 500 500 ", 4, LINE_READ},
        {0, 0, SIGNALS, "i", "-1 ", 0, LINE_READ},
        {0, 0, SIGNALS, "s", "-1 ", 0, LINE_SIGNAL},
        {0, 0, SIGNALS, "es", "-1 -1 ", 0, LINE_SIGNAL},
        {0, 0, SIGNALS, "b", "-1 ", 0, LINE_SIGNAL},
        {0, 0, EMPTY_SIGNALS, "s", "-1 ", 0, LINE_SIGNAL},
        {1000, 300, SIGNALS, "tts", "300 300 300 ", 3, LINE_SIGNAL},
        {INT_MAX, 0, NO_SIGNALS, "i", "-1 ", 0, LINE_READ},
        {INT_MAX - 1, 0, NO_SIGNALS, "i", "2147483646 ", 0, LINE_READ},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct line_input in;
        struct signalfd_siginfo info = {.ssi_signo = SIGHUP};
        int told = 0;
        line_input_init(&in, pipe_with("a\n", 2), NULL);
        in.wait = rows[i].wait;
        in.beat = rows[i].beat;
        in.alive = rows[i].beat ? beats : NULL;
        in.context = &told;
        if (rows[i].signals)
            in.signals = pipe_with(&info, rows[i].signals == SIGNALS ? sizeof info : 0);
        clock_of.finds = rows[i].finds;
        enum line_state found = line_input_next(&in);
        if (found != rows[i].state || told != rows[i].beats || *clock_of.finds ||
            strcmp(text_str(&clock_of.asked), rows[i].asked) != 0)
            fail_msg("row %zu: state %d, %d beats, waited for %s", i, (int)found, told,
                     text_str(&clock_of.asked));
        assert_string_equal(in.line, found == LINE_READ ? "a" : "");
        if (found == LINE_SIGNAL)
            assert_int_equal(in.signal, rows[i].signals == SIGNALS ? SIGHUP : SIGTERM);
        clock_of.finds = NULL;
        text_release(&clock_of.asked);
        close(in.fd);
        if (in.signals >= 0)
            close(in.signals);
    }
}

// What was begun is dropped when nobody goes on, and nothing of it stays.
static void test_begun(void **state)
{
    (void)state;
    struct line_input in;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    line_input_init(&in, ends[0], NULL);
    in.wait = 1000;
    assert_int_equal(write(ends[1], "ab", 2), 2);
    clock_of.finds = "it";
    assert_int_equal(line_input_next(&in), LINE_IDLE);
    assert_true(is_zero(in.line, sizeof in.line));
    assert_int_equal(write(ends[1], "cd\nef", 5), 5);
    clock_of.finds = "i";
    assert_int_equal(line_input_next(&in), LINE_READ);
    assert_string_equal(in.line, "cd");
    line_input_forget(&in); // what is used up, not what was typed ahead
    assert_true(is_zero(in.line, sizeof in.line) && is_zero(in.chunk, 3));
    assert_memory_equal(in.chunk + 3, "ef", 2);
    line_input_wipe(&in);
    assert_true(is_zero(in.chunk, sizeof in.chunk));
    clock_of.finds = NULL;
    text_release(&clock_of.asked);
    close(ends[0]), close(ends[1]);
}

// ---- the lines ----------------------------------------------------------------------------------

static void tell(struct text *heard, const struct line_input *in, enum line_state state)
{
    static const char *const words[] = {
        [LINE_TOO_LONG] = "LONG", [LINE_BAD] = "BAD", [LINE_FAILED] = "FAILED"};
    if (state != LINE_READ)
        text_printf(heard, "%s|", words[state]);
    else if (strlen(in->line) > 100)
        text_printf(heard, "%zu|", strlen(in->line));
    else
        text_printf(heard, "%s|", in->line);
}

static void test_lines(void **state)
{
    static const struct {
        const char *bytes, *charset, *want;
    } rows[] = {
        {"", NULL, ""},
        {"\n", NULL, "|"},
        {"a", NULL, "a|"},
        {"a\nb\n\nc", NULL, "a|b||c|"},
        {" a  b \n\ta\t\n   \n", NULL, "a b|a||"},
        {"a\r\n \r\n", NULL, "a||"},
        {"\xff\nok\n\x01\n\xd2\x9b\n", NULL, "BAD|ok||қ|"},
        {"\xcb\xc1\xda\n \xcb \nabc\n", "KOI8-R", "каз|к|abc|"},
        {"%2000\n%2001\nb\n", NULL, "2000|LONG|b|"},
        {"%9000\n%2000", NULL, "LONG|2000|"},
        {"%1999\n", "KOI8-R", "3998|"}, // a letter becomes two bytes
        {"%2000\n", "KOI8-R", "4000|"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct line_input in;
        struct text bytes = TEXT_INIT, heard = TEXT_INIT;
        for (const char *at = rows[i].bytes; *at; at++)
            if (*at == '%')
                text_repeat(&bytes, rows[i].charset ? '\xcb' : 'x', strtoul(at + 1, NULL, 10)),
                    at += 4;
            else
                text_char(&bytes, *at);
        line_input_init(&in, pipe_with(text_str(&bytes), bytes.len), rows[i].charset);
        for (enum line_state found; (found = line_input_next(&in)) != LINE_END;) {
            tell(&heard, &in, found);
            if (found == LINE_READ) // nothing of what was cleaned away stays behind it
                assert_true(is_zero(in.line + strlen(in.line), sizeof in.line - strlen(in.line)));
        }
        if (strcmp(text_str(&heard), rows[i].want) != 0)
            fail_msg("row %zu: “%s” instead of “%s”", i, text_str(&heard), rows[i].want);
        assert_int_equal(line_input_next(&in), LINE_END); // and again
        text_release(&bytes);
        text_release(&heard);
        close(in.fd);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_waiting), cmocka_unit_test(test_begun),
                                       cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
