// SPDX-License-Identifier: MIT
#include "front/batch.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/oom.h"
#include "front/batch_work.h"

struct stream {
    struct worker worker;
    char *bytes; // CHUNK + JSON_LINE_MAX + 1
    size_t have; // bytes of a line whose end is still to come
    bool skipping; // in the rest of a line that was too long
    bool eager;  // a terminal: write after every line
    struct batch_progress progress;
};

static int flush(struct stream *s)
{
    int status = write_all(s->worker.batch->out, text_str(&s->worker.out), s->worker.out.len);
    text_clear(&s->worker.out);
    return status;
}

static int take_line(struct stream *s, char *line, size_t len)
{
    if (s->skipping)
        worker_long_line(&s->worker);
    else
        worker_line(&s->worker, line, len);
    s->skipping = false;
    return s->eager || s->worker.out.len >= BLOCK_OUT ? flush(s) : 0;
}

// Takes all whole lines out of the buffer and moves the rest to its front.
static int take_lines(struct stream *s, size_t len)
{
    char *at = s->bytes, *end = s->bytes + len, *newline;
    while ((newline = memchr(at, '\n', (size_t)(end - at)))) {
        if (take_line(s, at, (size_t)(newline - at)))
            return -1;
        at = newline + 1;
    }
    s->have = (size_t)(end - at);
    if (s->have > JSON_LINE_MAX) {
        s->skipping = true;
        s->have = 0;
    }
    memmove(s->bytes, at, s->have);
    return 0;
}

// Nothing is kept back while the input makes us wait.
static int flush_if_idle(struct stream *s)
{
    struct pollfd in = {.fd = s->worker.batch->in, .events = POLLIN};
    return s->worker.out.len && poll(&in, 1, 0) == 0 ? flush(s) : 0;
}

static int pump(struct stream *s)
{
    for (;;) {
        if (flush_if_idle(s))
            return -1;
        ssize_t n = read(s->worker.batch->in, s->bytes + s->have, CHUNK);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        if (take_lines(s, s->have + (size_t)n))
            return -1;
        s->progress.done += n;
        s->progress.lines = s->worker.lines;
        progress_show(&s->progress, false);
    }
    if ((s->have || s->skipping) && take_line(s, s->bytes, s->have))
        return -1;
    return flush(s);
}

static enum batch_end batch_alone(const struct batch *batch)
{
    struct stream s = {.eager = isatty(batch->out)};
    worker_init(&s.worker, batch);
    s.bytes = xcalloc(1, CHUNK + JSON_LINE_MAX + 1);
    progress_begin(&s.progress, batch);
    int status = pump(&s), fault = errno;
    s.progress.lines = s.worker.lines;
    progress_show(&s.progress, true);
    enum batch_end end = status ? BATCH_IO : s.worker.bad ? BATCH_BAD_LINES : BATCH_GOOD;
    worker_release(&s.worker);
    free(s.bytes);
    errno = fault;
    return end;
}

enum batch_end batch_run(const struct batch *batch)
{
    return batch->jobs > 1 ? batch_jobs(batch) : batch_alone(batch);
}
