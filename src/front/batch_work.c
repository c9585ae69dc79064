// SPDX-License-Identifier: MIT
#include "front/batch_work.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "base/oom.h"
#include "base/utf8.h"
#include "front/out.h"

void batch_worker_init(struct worker *w, const struct batch *batch, struct engine *engine,
                       struct json_parts *parts)
{
    *w = (struct worker){.batch = batch};
    w->words = json_words_new(batch->pack, batch->as_of, batch->echo, batch->n_echo);
    w->brief = json_brief_new(batch->pack);
    w->parts = parts;
    w->engine = engine;
    w->other = batch->other ? batch_other_new(batch) : NULL;
    w->order = batch->brief ? batch_order_new() : NULL;
    w->assessment = xcalloc(1, sizeof *w->assessment);
    w->line = xcalloc(1, sizeof *w->line);
    // Every slice comes from the line, and a byte of it becomes six at most; names of echoed fields
    // are bounded by the option.
    w->head = xcalloc(1, JSON_SLICE_GROWS * JSON_LINE_MAX + JSON_MAX_ECHO * 80);
    arena_init(&w->frame);
}

void batch_worker_release(struct worker *w)
{
    json_words_free(w->words);
    json_brief_free(w->brief);
    engine_free(w->engine);
    batch_other_free(w->other);
    batch_order_free(w->order);
    assessment_release(w->assessment);
    free(w->assessment);
    explicit_bzero(w->line, sizeof *w->line);
    free(w->line);
    free(w->head);
    arena_release(&w->frame);
    text_release(&w->out);
}

// The members that are handed back: `"id":7,"region":"north",`.
static size_t head_of(const struct worker *w, char *head)
{
    const struct json_line *line = w->line;
    char *at = head;
    if (line->id.bytes) {
        memcpy(at, "\"id\":", 5);
        at += 5;
        at = json_put_slice(at, &line->id);
        *at++ = ',';
    }
    for (int i = 0; i < w->batch->n_echo; i++) {
        if (!line->echo[i].bytes)
            continue;
        size_t len = strlen(w->batch->echo[i]);
        *at++ = '"';
        memcpy(at, w->batch->echo[i], len);
        at += len;
        *at++ = '"';
        *at++ = ':';
        at = json_put_slice(at, &line->echo[i]);
        *at++ = ',';
    }
    return (size_t)(at - head);
}

static void add_error(struct worker *w, const char *head, size_t head_len)
{
    w->bad++;
    text_char(&w->out, '{');
    text_bytes(&w->out, head, head_len);
    text_add(&w->out, "\"error\":{\"line\":");
    text_int(&w->out, (int64_t)w->lines);
    text_add(&w->out, ",\"code\":");
    text_json(&w->out, w->line->code);
    text_add(&w->out, ",\"text\":");
    text_json(&w->out, w->line->text);
    text_add(&w->out, "}}");
}

// A law that could not be made says nothing of this line.
static void add_trouble(struct worker *w, const char *head, size_t head_len)
{
    struct text words = TEXT_INIT;
    engine_trouble_text(&words, w->batch->pack, engine_trouble(w->engine));
    w->trouble = true;
    w->line->code = "too-complex";
    snprintf(w->line->text, sizeof w->line->text, "%s", text_str(&words));
    text_release(&words);
    add_error(w, head, head_len);
}

static void write_full(struct worker *w, const char *head, size_t head_len)
{
    struct ground ground = {.arena = &w->frame,
                            .i18n = w->batch->i18n,
                            .pack = w->batch->pack,
                            .engine = w->engine,
                            .as_of = w->batch->as_of,
                            .answers = &w->line->answers,
                            .assessment = w->assessment};
    struct arena_mark mark = arena_mark(&w->frame);
    json_assessment(&w->out, w->parts, &ground, head, head_len);
    arena_rewind(&w->frame, mark);
}

// Is the line worth an answer? Without another pack every line is.
static bool wanted(struct worker *w)
{
    assess(w->engine, &w->line->answers, w->batch->brief ? ASSESS_BRIEF : ASSESS_FULL,
           w->assessment);
    if (!w->other)
        return true;
    bool differs = batch_other_differs(w->other, w->batch, &w->line->answers, w->assessment);
    return differs && !w->batch->sum;
}

void batch_worker_line(struct worker *w, char *bytes, size_t len)
{
    char *head = w->head;
    w->lines++;
    if (w->other)
        batch_other_keep(w->other, bytes, len);
    int fault = json_line_read(w->words, bytes, len, w->line);
    size_t head_len = head_of(w, head);
    bool answered = !fault && wanted(w);
    if (fault)
        add_error(w, head, head_len);
    else if (engine_trouble(w->engine))
        add_trouble(w, head, head_len);
    else if (!answered)
        return;
    else if (w->batch->brief)
        json_brief(&w->out, w->brief, w->assessment, head, head_len);
    else
        write_full(w, head, head_len);
    text_char(&w->out, '\n');
}

// A line that was too long to be kept.
static void long_line(struct worker *w)
{
    char none = '\0';
    w->lines++;
    w->line->id = (struct json_slice){NULL, 0};
    memset(w->line->echo, 0, sizeof w->line->echo);
    json_line_read(w->words, &none, (size_t)JSON_LINE_MAX + 1,
                   w->line); // says so before it looks at a byte
    add_error(w, "", 0);
    text_char(&w->out, '\n');
}

// Answers lines from `at` on, those of one destination after another; each thread begins elsewhere,
// so that at first they make different laws and none waits for the other. Returns where the next
// line begins.
static char *answer_some(struct worker *w, char *at, char *end)
{
    struct batch_order *order = w->order;
    uint64_t before = w->lines;
    size_t begun = w->out.len;
    at = batch_order_take(order, at, end);
    int32_t first = order->n * w->place / w->batch->jobs;
    for (int32_t i = 0; i < order->n; i++) {
        int32_t turn = order->turns[(first + i) % order->n];
        struct batch_order_line *line = &order->lines[turn];
        line->answer = w->out.len;
        w->lines = before + (uint64_t)turn;
        batch_worker_line(w, line->bytes, line->len);
        line->answer_len = w->out.len - line->answer;
    }
    w->lines = before + (uint64_t)order->n;
    batch_order_restore(order, &w->out, begun);
    return at;
}

static char *answer_one(struct worker *w, char *at, char *end, bool too_long)
{
    size_t len;
    char *next = batch_line_split(at, end, &len);
    if (too_long)
        long_line(w);
    else
        batch_worker_line(w, at, len);
    return next;
}

int batch_worker_chunk(struct worker *w, const struct chunk *chunk, size_t most,
                       int (*spill)(void *arg), void *arg)
{
    char *at = chunk->bytes, *end = at + chunk->len;
    bool too_long = chunk->long_first;
    while (at < end || too_long) {
        bool some = w->order && most && !too_long; // without room each answer goes out at once
        at = some ? answer_some(w, at, end) : answer_one(w, at, end, too_long);
        too_long = false;
        if (w->out.len > most && spill(arg))
            return -1;
    }
    engine_trim(w->engine);
    return 0;
}

int batch_worker_write(struct worker *w)
{
    int status = out_json(w->batch->i18n, w->batch->out, text_str(&w->out), w->out.len);
    text_clear(&w->out);
    return status;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void batch_progress_begin(struct batch_progress *p, const struct batch *batch)
{
    struct stat info;
    *p = (struct batch_progress){.fd = batch->progress};
    if (p->fd < 0)
        return;
    if (fstat(batch->in, &info) == 0 && S_ISREG(info.st_mode))
        p->size = info.st_size;
    p->begun = p->shown = now();
}

void batch_progress_show(struct batch_progress *p, uint64_t lines, int64_t done, bool last)
{
    char words[160];
    if (p->fd < 0)
        return;
    double t = now(), spent = t - p->begun;
    if (!last && t - p->shown < 0.5)
        return;
    p->shown = t;
    double rate = spent > 0 ? (double)lines / spent : 0;
    int n = snprintf(words, sizeof words, "\r\033[K%llu lines, %.0f a second",
                     (unsigned long long)lines, rate);
    if (p->size > 0 && done > 0 && !last)
        n += snprintf(words + n, sizeof words - (size_t)n, ", %.0f s left",
                      spent * (double)(p->size - done) / (double)done);
    if (last)
        n += snprintf(words + n, sizeof words - (size_t)n, "\n");
    (void)write_all(p->fd, words, (size_t)n);
}
