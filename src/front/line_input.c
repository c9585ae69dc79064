// SPDX-License-Identifier: MIT
// Bounded lines; see line_input.h.
#include "front/line_input.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include "base/io.h"
#include "base/text.h"
#include "base/utf8.h"
#include "tongue/charset.h"

void line_input_init(struct line_input *in, int fd, const char *charset)
{
    memset(in, 0, sizeof *in);
    in->fd = fd;
    in->charset = charset;
    in->signals = -1;
}

void line_input_wipe(struct line_input *in)
{
    explicit_bzero(in->chunk, sizeof in->chunk);
    explicit_bzero(in->line, sizeof in->line);
}

// What was read and used up; what follows was typed ahead by whoever comes next.
void line_input_forget(struct line_input *in)
{
    explicit_bzero(in->chunk, in->at);
    explicit_bzero(in->line, sizeof in->line);
}

// LINE_READ: there is something to read.
static enum line_state wait_for_input(struct line_input *in)
{
    struct signalfd_siginfo info;
    struct pollfd on[2] = {{.fd = in->fd, .events = POLLIN}, {.fd = in->signals, .events = POLLIN}};
    int64_t left = in->wait > 0 ? in->wait : INT64_MAX;
    int ready = 0;
    if (in->wait <= 0 && in->signals < 0 && !in->alive)
        return LINE_READ;
    while (!ready && left > 0) {
        int64_t step = in->alive && in->beat < left ? in->beat : left;
        ready = poll(on, 2, step < INT_MAX ? (int)step : -1);
        if (ready < 0 && errno != EINTR)
            return LINE_READ; // reading says what is wrong
        if (in->alive)
            in->alive(in->context);
        left -= ready ? 0 : step;
        ready = ready < 0 ? 0 : ready;
    }
    if (!ready)
        return LINE_IDLE;
    if (!(on[1].revents & POLLIN))
        return LINE_READ;
    in->signal = read(in->signals, &info, sizeof info) > 0 ? (int)info.ssi_signo : SIGTERM;
    return LINE_SIGNAL;
}

static bool fill(struct line_input *in)
{
    in->state = wait_for_input(in);
    if (in->state != LINE_READ)
        return false;
    ssize_t got = read_some(in->fd, in->chunk, sizeof in->chunk);
    in->at = 0;
    in->len = got > 0 ? (size_t)got : 0;
    in->end = got <= 0;
    in->fault = got < 0 ? errno : 0;
    return !in->end;
}

// Takes bytes up to the newline; what goes over the room is dropped. Returns how many there were.
static size_t take(struct line_input *in)
{
    size_t count = 0;
    for (;;) {
        if (in->at == in->len && !fill(in))
            return count;
        char c = in->chunk[in->at++];
        if (c == '\n')
            return count;
        if (count < LINE_MAX_BYTES)
            in->line[count] = c;
        count += count <= LINE_MAX_BYTES;
    }
}

// What is left of the blanks around it after cleaning; the rest of the room is overwritten.
static void trim(struct line_input *in, size_t len, size_t clean)
{
    size_t start = in->line[0] == ' ';
    if (clean > start && in->line[clean - 1] == ' ')
        clean--;
    memmove(in->line, in->line + start, clean - start);
    explicit_bzero(in->line + clean - start, len - (clean - start));
}

static int to_utf8(struct line_input *in, size_t *len)
{
    struct text utf8 = TEXT_INIT;
    if (!in->charset)
        return 0;
    int status = charset_decode(in->charset, &utf8, in->line, *len);
    if (!status && utf8.len < sizeof in->line) {
        memcpy(in->line, text_str(&utf8), utf8.len + 1);
        *len = utf8.len;
    }
    text_release(&utf8);
    return status;
}

enum line_state line_input_next(struct line_input *in)
{
    memset(in->line, 0, sizeof in->line);
    in->state = LINE_READ;
    size_t len = take(in);
    if (in->state != LINE_READ) {
        explicit_bzero(in->line, sizeof in->line);
        return in->state;
    }
    if (!len && in->end) {
        errno = in->fault;
        return in->fault ? LINE_FAILED : LINE_END;
    }
    if (len > LINE_MAX_BYTES)
        return LINE_TOO_LONG;
    if (to_utf8(in, &len) || utf8_valid(in->line, len, NULL) != UTF8_OK)
        return LINE_BAD;
    trim(in, len, utf8_tidy(in->line, in->line, len));
    return LINE_READ;
}
