// SPDX-License-Identifier: MIT
// What batch.c and batch_jobs.c share: working through a chunk of whole lines.
#ifndef TANU_FRONT_BATCH_WORK_H
#define TANU_FRONT_BATCH_WORK_H

#include "base/io.h"
#include "base/text.h"
#include "front/batch.h"
#include "out/json.h"
#include "out/json_parts.h"

enum { CHUNK = 256 * 1024, BLOCK_OUT = 256 * 1024 };

struct worker {
    const struct batch *batch;
    struct json_words *words;
    struct json_brief *brief;
    struct json_parts *parts;
    struct engine *engine;
    struct arena frame;
    struct assessment *assessment;
    struct json_line *line;
    struct text out;
    char *head; // room for the members handed back; too large to be cleared for every line
    uint64_t lines, bad;
};

void worker_init(struct worker *w, const struct batch *batch);
void worker_release(struct worker *w);

// Answers one line (without its newline); the answer is appended to w->out with a newline. bytes[len] must be writable.
void worker_line(struct worker *w, char *bytes, size_t len);
// A line that was too long to be kept.
void worker_long_line(struct worker *w);

// Progress: lines, lines a second, time left where the size of the input is known.
struct batch_progress {
    int fd; // -1: none
    int64_t size, done;
    uint64_t lines;
    double begun, shown;
};
void progress_begin(struct batch_progress *p, const struct batch *batch);
void progress_show(struct batch_progress *p, bool last);

enum batch_end batch_jobs(const struct batch *batch);

#endif
