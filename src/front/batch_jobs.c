// SPDX-License-Identifier: MIT
// Several processes on one stream. The parent reads chunks of whole lines straight into memory that it shares with the workers, two
// slots for each, and gives them out in turn. Chunk k belongs to worker k mod N, so answers are in order when worker after worker
// writes: a byte goes round through pipes as the right to write. A worker streams once it is its turn, so its memory stays small; before
// that it may hold back HOLD bytes, and a chunk is so small that its answers hardly ever are more, or the workers would wait for each other.
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include "front/batch_work.h"

enum { SLOTS = 2, ROOM = CHUNK + JSON_LINE_MAX + 1, HOLD = 2 * 1024 * 1024, CHUNK_FULL = 16 * 1024, READ_LEAST = 4096 };

struct slot {
    size_t len;          // 0: there is no more
    uint64_t first_line; // lines before this chunk
    bool long_first;     // the first line was too long; its rest was dropped
    char bytes[ROOM];
};

struct job {
    pid_t pid;
    struct slot *slots;      // shared
    int work[2], ack[2];     // parent -> worker: a slot is full; worker -> parent: a slot is free
    int turn[2];             // previous worker -> this one: write now
    int free_slots, next;
    bool told; // that there is no more
};

struct team {
    const struct batch *batch;
    struct job jobs[BATCH_MAX_JOBS];
    int n;
    char *rest; // an unfinished line, for the next chunk
    size_t have, chunk;
    bool skipping;
    struct batch_progress progress;
};

static int read_byte(int fd)
{
    char c;
    ssize_t n;
    while ((n = read(fd, &c, 1)) < 0 && errno == EINTR)
        ;
    return n == 1 ? 0 : -1;
}

// ---- the worker -------------------------------------------------------------------------------

struct turn {
    struct job *job;
    int next; // where the right to write goes on
    bool mine;
    int out;
};

static int take_turn(struct turn *turn)
{
    if (turn->mine)
        return 0;
    turn->mine = true;
    return read_byte(turn->job->turn[0]);
}

static int hand_over(struct turn *turn, struct worker *w)
{
    if (take_turn(turn) || write_all(turn->out, text_str(&w->out), w->out.len))
        return -1;
    text_clear(&w->out);
    turn->mine = false;
    // The next worker is gone if there was no more for it; then nobody needs the right to write.
    return write_all(turn->next, "t", 1) && errno != EPIPE ? -1 : 0;
}

static int work_slot(struct worker *w, struct slot *slot, struct turn *turn)
{
    char *at = slot->bytes, *end = slot->bytes + slot->len;
    bool too_long = slot->long_first;
    w->lines = slot->first_line;
    while (at < end || too_long) {
        char *newline = memchr(at, '\n', (size_t)(end - at));
        size_t len = (size_t)((newline ? newline : end) - at);
        if (too_long)
            worker_long_line(w);
        else
            worker_line(w, at, len);
        too_long = false;
        at = newline ? newline + 1 : end;
        if (w->out.len < HOLD)
            continue;
        if (take_turn(turn) || write_all(turn->out, text_str(&w->out), w->out.len))
            return -1;
        text_clear(&w->out);
    }
    return hand_over(turn, w);
}

static _Noreturn void work(const struct batch *batch, struct job *job, int next)
{
    struct worker w;
    struct turn turn = {.job = job, .next = next, .out = batch->out};
    signal(SIGPIPE, SIG_IGN); // a closed output or a worker that has gone is an error to look at, not the end
    worker_init(&w, batch);
    for (int i = 0;; i = (i + 1) % SLOTS) {
        if (read_byte(job->work[0]))
            _exit(BATCH_BROKEN);
        struct slot *slot = &job->slots[i];
        if (!slot->len && !slot->long_first)
            break;
        if (work_slot(&w, slot, &turn))
            _exit(BATCH_IO);
        if (write_all(job->ack[1], "f", 1))
            _exit(BATCH_BROKEN);
    }
    int end = w.bad ? BATCH_BAD_LINES : BATCH_GOOD;
    worker_release(&w);
    _exit(end);
}

// ---- the parent -------------------------------------------------------------------------------

static int make_job(struct job *job)
{
    job->slots = mmap(NULL, sizeof(struct slot) * SLOTS, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (job->slots == MAP_FAILED)
        return -1;
    job->free_slots = SLOTS;
    return pipe(job->work) || pipe(job->ack) || pipe(job->turn) ? -1 : 0;
}

// A worker keeps only the ends that are its own, so that everybody notices when somebody dies.
static void keep_own_ends(struct team *team, int self)
{
    for (int i = 0; i < team->n; i++) {
        struct job *job = &team->jobs[i];
        close(job->work[1]);
        close(job->ack[0]);
        if (i != self) {
            close(job->work[0]);
            close(job->ack[1]);
            close(job->turn[0]);
        }
        if (i != (self + 1) % team->n)
            close(job->turn[1]);
    }
}

static int start(struct team *team)
{
    for (int i = 0; i < team->n; i++)
        if (make_job(&team->jobs[i]))
            return -1;
    if (write_all(team->jobs[0].turn[1], "t", 1))
        return -1;
    for (int i = 0; i < team->n; i++) {
        struct job *job = &team->jobs[i];
        job->pid = fork();
        if (job->pid < 0)
            return -1;
        if (!job->pid) {
            keep_own_ends(team, i);
            work(team->batch, job, team->jobs[(i + 1) % team->n].turn[1]);
        }
    }
    for (int i = 0; i < team->n; i++) {
        close(team->jobs[i].work[0]);
        close(team->jobs[i].ack[1]);
        close(team->jobs[i].turn[0]);
        close(team->jobs[i].turn[1]);
    }
    return 0;
}

// Fills a slot with whole lines. Returns 1, 0 at the end of the input, -1 with errno.
static int fill(struct team *team, struct slot *slot)
{
    slot->long_first = false;
    memcpy(slot->bytes, team->rest, team->have);
    size_t len = team->have;
    team->have = 0;
    for (;;) {
        ssize_t n = read(team->batch->in, slot->bytes + len, len + READ_LEAST < team->chunk ? team->chunk - len : READ_LEAST);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        len += (size_t)n;
        team->progress.done += n;
        char *last = len ? memrchr(slot->bytes, '\n', len) : NULL;
        if (n == 0) { // the last line may end without a newline
            slot->len = len;
            slot->long_first = team->skipping;
            team->skipping = false;
            return len || slot->long_first;
        }
        if (!last) {
            if (len > JSON_LINE_MAX) { // a line without end: only that it was there is kept
                team->skipping = true;
                len = 0;
            }
            continue;
        }
        size_t whole = (size_t)(last + 1 - slot->bytes);
        team->have = len - whole;
        if (team->have > JSON_LINE_MAX) {
            slot->len = whole;
            slot->long_first = team->skipping;
            team->skipping = true;
            team->have = 0;
            return 1;
        }
        memcpy(team->rest, slot->bytes + whole, team->have);
        slot->len = whole;
        slot->long_first = team->skipping;
        team->skipping = false;
        return 1;
    }
}

static uint64_t count_lines(const struct slot *slot)
{
    uint64_t n = 0;
    const char *at = slot->bytes, *end = at + slot->len, *newline;
    for (; at < end && (newline = memchr(at, '\n', (size_t)(end - at))); at = newline + 1)
        n++;
    return n + (at < end);
}

static struct slot *next_slot(struct job *job)
{
    if (!job->free_slots) {
        if (read_byte(job->ack[0]))
            return NULL;
        job->free_slots++;
    }
    job->free_slots--;
    struct slot *slot = &job->slots[job->next];
    job->next = (job->next + 1) % SLOTS;
    return slot;
}

static enum batch_end give_out(struct team *team)
{
    for (uint64_t k = 0;; k++) {
        struct job *job = &team->jobs[k % (uint64_t)team->n];
        struct slot *slot = next_slot(job);
        if (!slot)
            return BATCH_BROKEN;
        slot->first_line = team->progress.lines;
        int more = fill(team, slot);
        if (more < 0)
            return BATCH_IO;
        if (!more) {
            slot->len = 0;
            job->told = true;
            return write_all(job->work[1], "w", 1) ? BATCH_BROKEN : BATCH_GOOD;
        }
        team->progress.lines += count_lines(slot);
        if (write_all(job->work[1], "w", 1))
            return BATCH_BROKEN;
        progress_show(&team->progress, false);
    }
}

// Tells every worker that there is no more, and learns how it went.
static enum batch_end finish(struct team *team, enum batch_end end, int *fault)
{
    bool io = false; // the others stop when one cannot write: then that is what went wrong
    for (int i = 0; i < team->n; i++) {
        struct job *job = &team->jobs[i];
        struct slot *slot = job->pid > 0 && !job->told && end == BATCH_GOOD ? next_slot(job) : NULL;
        if (slot) {
            slot->len = 0;
            slot->long_first = false;
            (void)!write(job->work[1], "w", 1);
        }
    }
    for (int i = 0; i < team->n; i++) {
        int status = 0;
        struct job *job = &team->jobs[i];
        close(job->work[1]);
        if (job->pid <= 0)
            continue;
        while (waitpid(job->pid, &status, 0) < 0 && errno == EINTR)
            ;
        enum batch_end his = WIFEXITED(status) ? (enum batch_end)WEXITSTATUS(status) : BATCH_BROKEN;
        io |= his == BATCH_IO;
        if (his > end && end != BATCH_IO) // when the input fails here, the workers stop for want of more
            end = his;
        close(job->ack[0]); // only now: his last chunk is acknowledged late
        munmap(job->slots, sizeof(struct slot) * SLOTS);
    }
    if (io)
        *fault = EIO;
    return io ? BATCH_IO : end;
}

enum batch_end batch_jobs(const struct batch *batch)
{
    struct team team = {.batch = batch, .n = batch->jobs, .chunk = batch->brief ? CHUNK : CHUNK_FULL};
    team.rest = malloc(JSON_LINE_MAX + 1);
    if (!team.rest)
        return BATCH_BROKEN;
    progress_begin(&team.progress, batch);
    enum batch_end end = start(&team) ? BATCH_BROKEN : give_out(&team);
    int fault = errno;
    end = finish(&team, end, &fault);
    progress_show(&team.progress, true);
    free(team.rest);
    errno = fault;
    return end;
}
