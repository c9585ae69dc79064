// SPDX-License-Identifier: MIT
// Several threads on one stream. Each takes the next chunk of the input and answers it. Answers are
// written in the order of the chunks: whoever finishes the chunk whose turn it is writes it and all
// finished ones behind it; whoever finishes another leaves it there and goes on. So nobody waits
// for a slower chunk, unless too much is finished already.
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>
#include "front/batch_work.h"

// An answer of a full assessment is thirty times as long as its line, so chunks are small then. Of
// one chunk no more than HOLD is kept back, and of finished chunks no more than SHELVES for each
// thread.
enum { READ_BRIEF = 128 * 1024, READ_FULL = 2 * 1024, HOLD = 1024 * 1024, SHELVES = 1 };

struct shelf { // a finished chunk
    struct text out;
    bool full;
};

struct team {
    const struct batch *batch;
    struct engine *engine; // those of the threads stand beside it
    struct json_parts *parts;
    int stop[2]; // a pipe: something in it means that there is no use in reading on

    pthread_mutex_t reading; // guards:
    struct batch_input in;
    struct batch_progress progress;
    uint64_t lines, chunks; // given out
    bool ended;

    pthread_mutex_t writing; // guards:
    pthread_cond_t turned;
    uint64_t turn; // the chunk that is to be written next; only the thread that has it writes,
                   // without the lock
    struct shelf shelves[SHELVES * BATCH_MAX_JOBS]; // by chunk number, modulo n_shelves
    uint64_t n_shelves;
    uint64_t bad;
    bool trouble;
    int fault;    // errno of what could not be read or written, or 0
    bool stopped; // could not be written: nobody need go on
};

struct hand { // one of the threads
    struct team *team;
    struct worker worker;
    struct chunk chunk;
    uint64_t number; // of the chunk
    int place;       // of the hand
};

// ---- reading ----------------------------------------------------------------------------------

static uint64_t count_lines(const struct chunk *chunk)
{
    uint64_t n = 0;
    const char *at = chunk->bytes, *end = at + chunk->len, *newline;
    for (; at < end && (newline = memchr(at, '\n', (size_t)(end - at))); at = newline + 1)
        n++;
    return n + (at < end || (chunk->long_first && !chunk->len));
}

// Waits for input; false when another thread could not write, which nobody should sleep through.
static bool input_waits(const struct team *team)
{
    struct pollfd on[] = {{.fd = team->batch->in, .events = POLLIN},
                          {.fd = team->stop[0], .events = POLLIN}};
    while (poll(on, 2, -1) < 0 && errno == EINTR)
        ;
    return !on[1].revents;
}

static void fail(struct team *team, int fault, bool stop)
{
    pthread_mutex_lock(&team->writing);
    team->fault = team->fault ? team->fault : fault;
    team->stopped |= stop;
    pthread_cond_broadcast(&team->turned);
    pthread_mutex_unlock(&team->writing);
    if (stop)
        (void)!write(team->stop[1], "s", 1);
}

// With `reading` held. False: there is no more.
static bool read_chunk(struct hand *hand)
{
    struct team *team = hand->team;
    int more = 1;
    do {
        if (team->ended || !input_waits(team))
            return false;
        more = batch_input_next(&team->in, &hand->chunk);
        if (more < 0)
            fail(team, errno, false); // what was read before is answered all the same
        team->ended = more <= 0;
    } while (more > 0 && batch_chunk_empty(&hand->chunk));
    if (batch_chunk_empty(&hand->chunk))
        return false;
    hand->number = team->chunks++;
    hand->worker.lines = team->lines;
    team->lines += count_lines(&hand->chunk);
    batch_progress_show(&team->progress, team->lines, team->in.read, false);
    return true;
}

static bool take_chunk(struct hand *hand)
{
    pthread_mutex_lock(&hand->team->reading);
    bool taken = read_chunk(hand);
    pthread_mutex_unlock(&hand->team->reading);
    return taken;
}

// ---- writing ----------------------------------------------------------------------------------

static int write_out(struct hand *hand)
{
    if (batch_worker_write(&hand->worker) == 0)
        return 0;
    fail(hand->team, errno, true);
    return -1;
}

// More answers than may be held back: they go out when it is their turn.
static int overflow(void *arg)
{
    struct hand *hand = arg;
    struct team *team = hand->team;
    pthread_mutex_lock(&team->writing);
    while (team->turn != hand->number && !team->stopped)
        pthread_cond_wait(&team->turned, &team->writing);
    bool stopped = team->stopped;
    pthread_mutex_unlock(&team->writing);
    return stopped ? -1 : write_out(hand);
}

static void swap_out(struct worker *w, struct shelf *shelf)
{
    struct text out = w->out;
    w->out = shelf->out;
    shelf->out = out;
}

// Leaves the chunk on its shelf: 1. Its turn has come: 0. Nobody need go on: -1.
static int shelve(struct hand *hand)
{
    struct team *team = hand->team;
    pthread_mutex_lock(&team->writing);
    while (hand->number >= team->turn + team->n_shelves && !team->stopped)
        pthread_cond_wait(&team->turned, &team->writing);
    int shelved = team->stopped ? -1 : team->turn != hand->number;
    if (shelved == 1) {
        struct shelf *shelf = &team->shelves[hand->number % team->n_shelves];
        swap_out(&hand->worker, shelf);
        shelf->full = true;
    }
    pthread_mutex_unlock(&team->writing);
    return shelved;
}

// The next turn. True: that chunk was finished already, and is this thread's to write.
static bool pass_turn(struct hand *hand)
{
    struct team *team = hand->team;
    pthread_mutex_lock(&team->writing);
    struct shelf *shelf = &team->shelves[++team->turn % team->n_shelves];
    bool finished = shelf->full;
    if (finished)
        swap_out(&hand->worker, shelf);
    shelf->full = false;
    pthread_cond_broadcast(&team->turned);
    pthread_mutex_unlock(&team->writing);
    return finished;
}

static int deliver(struct hand *hand)
{
    int shelved = shelve(hand);
    if (shelved)
        return shelved < 0 ? -1 : 0;
    do {
        if (write_out(hand))
            return -1;
    } while (pass_turn(hand));
    return 0;
}

// ---- the team ---------------------------------------------------------------------------------

static void *work(void *arg)
{
    struct hand *hand = arg;
    struct team *team = hand->team;
    batch_chunk_init(&hand->chunk);
    batch_worker_init(&hand->worker, team->batch, engine_beside(team->engine), team->parts);
    hand->worker.place = hand->place;
    while (take_chunk(hand) &&
           batch_worker_chunk(&hand->worker, &hand->chunk, HOLD, overflow, hand) == 0 &&
           deliver(hand) == 0)
        ;
    pthread_mutex_lock(&team->writing);
    team->bad += hand->worker.bad;
    team->trouble |= hand->worker.trouble;
    pthread_mutex_unlock(&team->writing);
    batch_worker_release(&hand->worker);
    batch_chunk_release(&hand->chunk);
    return NULL;
}

// The caller is one of the hands. Where the system gives fewer threads, fewer do the work.
static void work_together(struct team *team)
{
    struct hand hands[BATCH_MAX_JOBS] = {{.team = team}};
    pthread_t threads[BATCH_MAX_JOBS];
    int n = 1;
    for (; n < team->batch->jobs; n++) {
        hands[n].team = team;
        hands[n].place = n;
        if (pthread_create(&threads[n], NULL, work, &hands[n]))
            break;
    }
    work(&hands[0]);
    while (--n > 0)
        pthread_join(threads[n], NULL);
}

enum batch_end batch_jobs(const struct batch *batch)
{
    struct team team = {.batch = batch,
                        .reading = PTHREAD_MUTEX_INITIALIZER,
                        .writing = PTHREAD_MUTEX_INITIALIZER,
                        .turned = PTHREAD_COND_INITIALIZER,
                        .n_shelves = SHELVES * (uint64_t)batch->jobs};
    if (pipe(team.stop))
        return BATCH_IO;
    team.engine = batch_engine(batch, batch->pack);
    team.parts = json_parts_new();
    batch_input_init(&team.in, batch->in, batch->brief ? READ_BRIEF : READ_FULL);
    batch_progress_begin(&team.progress, batch);
    work_together(&team);
    batch_progress_show(&team.progress, team.lines, team.in.read, true);
    batch_input_release(&team.in);
    engine_free(team.engine);
    json_parts_free(team.parts);
    for (uint64_t i = 0; i < team.n_shelves; i++)
        text_release(&team.shelves[i].out);
    close(team.stop[0]);
    close(team.stop[1]);
    errno = team.fault;
    return team.fault ? BATCH_IO : batch_end_of(team.trouble, team.bad);
}
