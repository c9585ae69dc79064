// SPDX-License-Identifier: MIT
// One job: read, answer, write. Several are in batch_jobs.c.
#include "front/batch.h"
#include <errno.h>
#include <malloc.h>
#include <poll.h>
#include <unistd.h>
#include "front/batch_work.h"

enum { BLOCK_OUT = 256 * 1024 };

static int spill(void *worker)
{
    return batch_worker_write(worker);
}

// Nothing is kept back while the input makes us wait.
static int write_if_idle(struct worker *w)
{
    struct pollfd in = {.fd = w->batch->in, .events = POLLIN};
    return w->out.len && poll(&in, 1, 0) == 0 ? batch_worker_write(w) : 0;
}

// 0, or -1 with errno.
static int pump(struct worker *w, struct batch_input *in, struct chunk *chunk,
                struct batch_progress *progress)
{
    size_t most = isatty(w->batch->out) ? 0 : BLOCK_OUT;
    int more = 1, fault = 0;
    while (more > 0) {
        if (write_if_idle(w))
            return -1;
        more = batch_input_next(in, chunk);
        fault = errno;
        if (batch_worker_chunk(w, chunk, most, spill, w))
            return -1;
        batch_progress_show(progress, w->lines, in->read, false);
    }
    if (batch_worker_write(w))
        return -1;
    errno = fault;
    return more;
}

enum batch_end batch_end_of(bool trouble, uint64_t bad)
{
    return trouble ? BATCH_BAD_PACK : bad ? BATCH_BAD_LINES : BATCH_GOOD;
}

struct engine *batch_engine(const struct batch *batch, const struct pack *pack)
{
    return batch->brief ? engine_new_brief(pack, batch->as_of) : engine_new(pack, batch->as_of);
}

static enum batch_end batch_alone(const struct batch *batch)
{
    struct worker worker;
    struct batch_input in;
    struct chunk chunk;
    struct batch_progress progress;
    batch_chunk_init(&chunk);
    struct json_parts *parts = json_parts_new();
    batch_worker_init(&worker, batch, batch_engine(batch, batch->pack), parts);
    batch_input_init(&in, batch->in, CHUNK_READ);
    batch_progress_begin(&progress, batch);
    int status = pump(&worker, &in, &chunk, &progress), fault = errno;
    batch_progress_show(&progress, worker.lines, in.read, true);
    enum batch_end end = status ? BATCH_IO : batch_end_of(worker.trouble, worker.bad);
    batch_input_release(&in);
    batch_worker_release(&worker);
    json_parts_free(parts);
    batch_chunk_release(&chunk);
    errno = fault;
    return end;
}

// glibc would raise its bound with the first big block that is freed, and then keep, for each
// thread, all the sizes through which the workshop for laws grew: megabytes.
static void give_big_blocks_back(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}

enum batch_end batch_run(const struct batch *batch)
{
    give_big_blocks_back();
    return batch->jobs > 1 ? batch_jobs(batch) : batch_alone(batch);
}
