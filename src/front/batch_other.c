// SPDX-License-Identifier: MIT
// A second judge for each line: the same answers by another pack. Brief answers are compared as
// they are written, full ones by their short record (case/record.h), so that a new wording or
// source is no difference.
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "case/record.h"
#include "front/batch_sum.h"
#include "front/batch_work.h"

struct other {
    const struct pack *pack;
    struct json_words *words;
    struct json_brief *brief, *brief_now;
    struct engine *engine;
    struct assessment *assessment;
    struct json_line *line;
    struct text then, now;
    size_t len;
    char bytes[JSON_LINE_MAX + 2];
};

struct other *batch_other_new(const struct batch *batch)
{
    struct other *o = xcalloc(1, sizeof *o);
    o->pack = batch->other;
    o->words = json_words_new(batch->other, batch->as_of, batch->echo, batch->n_echo);
    o->brief = json_brief_new(batch->other);
    o->brief_now = json_brief_new(batch->pack);
    o->engine = batch_engine(batch, batch->other);
    o->assessment = xcalloc(1, sizeof *o->assessment);
    o->line = xcalloc(1, sizeof *o->line);
    return o;
}

void batch_other_free(struct other *o)
{
    if (!o)
        return;
    json_words_free(o->words);
    json_brief_free(o->brief);
    json_brief_free(o->brief_now);
    engine_free(o->engine);
    assessment_release(o->assessment);
    free(o->assessment);
    explicit_bzero(o->line, sizeof *o->line);
    free(o->line);
    text_release(&o->then);
    text_release(&o->now);
    explicit_bzero(o->bytes, sizeof o->bytes);
    free(o);
}

void batch_other_keep(struct other *o, const char *bytes, size_t len)
{
    o->len = len <= JSON_LINE_MAX ? len : 0;
    memcpy(o->bytes, bytes, o->len);
    o->bytes[o->len] = '\0';
}

static void write_short(struct text *out, const struct pack *pack, const struct json_brief *brief,
                        bool is_brief, const struct assessment *a)
{
    text_clear(out);
    if (is_brief)
        json_brief(out, brief, a, "", 0);
    else
        record_write(out, pack, a);
}

bool batch_other_differs(struct other *o, const struct batch *batch, const struct answers *answers,
                         const struct assessment *a)
{
    // What the other pack cannot even read comes out otherwise.
    bool differs = json_line_read(o->words, o->bytes, o->len, o->line) != 0;
    int32_t now = batch->pack->outcomes[a->outcome].favour, then = now;
    if (!differs) {
        assess(o->engine, &o->line->answers, batch->brief ? ASSESS_BRIEF : ASSESS_FULL,
               o->assessment);
        then = o->pack->outcomes[o->assessment->outcome].favour;
        write_short(&o->then, o->pack, o->brief, batch->brief, o->assessment);
        write_short(&o->now, batch->pack, o->brief_now, batch->brief, a);
        differs = strcmp(text_str(&o->then), text_str(&o->now)) != 0;
    }
    if (batch->sum)
        batch_sum_add(batch->sum, answers, now, then, differs);
    return differs;
}
