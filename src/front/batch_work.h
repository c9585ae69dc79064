// SPDX-License-Identifier: MIT
// What batch.c and batch_jobs.c share: answering the lines of a chunk, and the progress shown
// meanwhile.
#ifndef TANU_FRONT_BATCH_WORK_H
#define TANU_FRONT_BATCH_WORK_H

#include "base/io.h"
#include "base/text.h"
#include "front/batch.h"
#include "front/batch_input.h"
#include "front/batch_order.h"
#include "case/json.h"
#include "case/json_parts.h"

struct worker {
    const struct batch *batch;
    struct json_words *words;
    struct json_brief *brief;
    struct json_parts *parts; // shared by all workers of a batch
    struct engine *engine;
    struct other *other;       // the second judge, or NULL
    struct batch_order *order; // of brief answers; NULL: full ones, too long to be kept back
    struct arena frame;
    struct assessment *assessment;
    struct json_line *line;
    struct text out;
    char *head; // room for the members handed back; too large to be cleared for every line
    int place;  // among the threads, from 0
    uint64_t lines, bad;
    bool trouble; // the rules of the pack are too many (engine_trouble)
};

// The same line judged by another pack (batch_other.c).
struct other;
struct other *batch_other_new(const struct batch *batch);
void batch_other_free(struct other *other); // NULL is fine
// Keeps the line, which reading may change. bytes[len] stays as it is.
void batch_other_keep(struct other *other, const char *bytes, size_t len);
// Does the kept line come out otherwise than `a`? Where the batch counts, it is counted too.
bool batch_other_differs(struct other *other, const struct batch *batch,
                         const struct answers *answers, const struct assessment *a);

// `engine` becomes the worker's own; `parts` (NULL: none are kept) does not.
void batch_worker_init(struct worker *w, const struct batch *batch, struct engine *engine,
                       struct json_parts *parts);
void batch_worker_release(struct worker *w);

// Answers one line (without its newline); the answer is appended to w->out with a newline.
// bytes[len] must be writable.
void batch_worker_line(struct worker *w, char *bytes, size_t len);
// Answers all lines of a chunk. After a line that leaves more than `most` bytes in w->out,
// spill(arg) is called to write them; 0, or -1 as soon as it returns -1.
int batch_worker_chunk(struct worker *w, const struct chunk *chunk, size_t most,
                       int (*spill)(void *arg), void *arg);
// Writes w->out and clears it. 0, or -1 with errno.
int batch_worker_write(struct worker *w);

// Progress: lines, lines a second, time left where the size of the input is known.
struct batch_progress {
    int fd;       // -1: none
    int64_t size; // of the input, 0: not known
    double begun, shown;
};
void batch_progress_begin(struct batch_progress *p, const struct batch *batch);
void batch_progress_show(struct batch_progress *p, uint64_t lines, int64_t bytes, bool last);

enum batch_end batch_end_of(bool trouble, uint64_t bad);
// An engine for its lines, in the pack or in the other one.
struct engine *batch_engine(const struct batch *batch, const struct pack *pack);
enum batch_end batch_jobs(const struct batch *batch);

#endif
