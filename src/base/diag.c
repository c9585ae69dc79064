// SPDX-License-Identifier: MIT
#include "base/diag.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/order.h"
#include "base/text.h"
#include "base/utf8.h"

#define SOURCE_MAX 4096 // bytes of a source line that are kept
#define SHOWN_CELLS 100 // cells of a source line that are shown

void diags_init(struct diags *d)
{
    *d = (struct diags){0};
}

void diags_release(struct diags *d)
{
    arena_release(&d->arena);
    diags_init(d);
}

static void add(struct diags *d, enum diag_severity severity, const char *code, struct place place,
                const char *sentence)
{
    if (severity == DIAG_ERROR)
        d->errors++;
    else
        d->warnings++;
    if (d->count == DIAGS_MAX)
        return;
    if (d->count == d->room) {
        size_t room = d->room ? d->room * 2 : 8;
        d->list = arena_grow(&d->arena, d->list, d->room, room, sizeof *d->list);
        d->room = room;
    }
    struct diag *entry = &d->list[d->count];
    *entry = (struct diag){.severity = severity, .place = place, .order = d->count};
    entry->code = arena_strdup(&d->arena, code);
    entry->sentence = arena_strdup(&d->arena, sentence);
    // Entries of one file come in a row: share the name.
    const char *file = d->count ? entry[-1].place.file : NULL;
    if (place.file && (!file || strcmp(file, place.file) != 0))
        file = arena_strdup(&d->arena, place.file);
    entry->place.file = place.file ? file : NULL;
    d->count++;
}

static void add_formatted(struct diags *d, enum diag_severity severity, const char *code,
                          struct place place, const char *format, va_list args)
    __attribute__((format(printf, 5, 0)));

static void add_formatted(struct diags *d, enum diag_severity severity, const char *code,
                          struct place place, const char *format, va_list args)
{
    struct text sentence = TEXT_INIT;
    text_vprintf(&sentence, format, args);
    add(d, severity, code, place, text_str(&sentence));
    text_release(&sentence);
}

int diag_error(struct diags *d, const char *code, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_formatted(d, DIAG_ERROR, code, place, format, args);
    va_end(args);
    return -1;
}

int diag_warning(struct diags *d, const char *code, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_formatted(d, DIAG_WARNING, code, place, format, args);
    va_end(args);
    return -1;
}

static void set_source(struct diags *d, struct diag *entry, const char *line, size_t len)
{
    const char *newline = len ? memchr(line, '\n', len) : NULL;
    if (newline)
        len = (size_t)(newline - line);
    if (len && line[len - 1] == '\r')
        len--;
    entry->source = arena_strndup(&d->arena, line, len < SOURCE_MAX ? len : SOURCE_MAX);
}

// Start of line number `line` (from 1), or NULL if there are fewer lines.
static const char *find_line(const char *contents, size_t len, int line)
{
    const char *at = contents, *end = contents + len;
    while (--line > 0) {
        at = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
        if (!at)
            return NULL;
        at++;
    }
    return at < end ? at : NULL;
}

void diags_set_sources(struct diags *d, const char *file, const char *contents, size_t len)
{
    for (size_t i = 0; i < d->count; i++) {
        struct diag *entry = &d->list[i];
        const struct place *place = &entry->place;
        if (entry->source || place->line < 1 || !place->file || strcmp(place->file, file) != 0)
            continue;
        const char *line = find_line(contents, len, place->line);
        if (line)
            set_source(d, entry, line, len - (size_t)(line - contents));
    }
}

static int compare(const void *a, const void *b)
{
    const struct diag *x = a, *y = b;
    int by_file = strcmp(x->place.file ? x->place.file : "", y->place.file ? y->place.file : "");
    if (by_file)
        return by_file;
    if (x->place.line != y->place.line)
        return order_of(x->place.line, y->place.line);
    if (x->place.column != y->place.column)
        return order_of(x->place.column, y->place.column);
    return order_of((int64_t)x->order, (int64_t)y->order);
}

void diags_sort(struct diags *d)
{
    if (d->count)
        qsort(d->list, d->count, sizeof *d->list, compare);
}

// Byte offset of the character in `column` (from 1), at most the end.
static size_t column_offset(const char *s, size_t len, int column)
{
    size_t at = 0;
    uint32_t c = 0;
    while (--column > 0 && at < len)
        at += utf8_decode(s + at, len - at, &c);
    return at;
}

// The part of a cleaned source line that is shown: all of it, or a window around `at`.
static size_t window_start(const char *s, size_t len, size_t at)
{
    if (utf8_width_n(s, len) <= SHOWN_CELLS)
        return 0;
    size_t start = 0;
    while (start < at && utf8_width_n(s + start, at - start) > SHOWN_CELLS / 2)
        start = utf8_next(s, len, start);
    return start;
}

// The column is counted in the raw line, so tabs become one space before anything is measured.
static void render_source(struct text *out, const struct diag *diag)
{
    struct text raw = TEXT_INIT, line = TEXT_INIT;
    text_add(&raw, diag->source);
    for (size_t i = 0; i < raw.len; i++)
        if (raw.bytes[i] == '\t')
            raw.bytes[i] = ' ';
    utf8_clean(&line, text_str(&raw), raw.len);
    const char *s = text_str(&line);
    size_t at = column_offset(s, line.len, diag->place.column);
    size_t start = window_start(s, line.len, at);
    size_t shown = utf8_fit(s + start, line.len - start, SHOWN_CELLS);
    text_bytes(out, s + start, shown);
    text_char(out, '\n');
    if (diag->place.column > 0) {
        text_repeat(out, ' ', (size_t)utf8_width_n(s + start, at - start));
        text_add(out, "^\n");
    }
    text_release(&raw);
    text_release(&line);
}

static void render_place(struct text *out, const struct place *place)
{
    if (!place->file)
        return;
    utf8_clean(out, place->file, strlen(place->file));
    text_char(out, ':');
    if (place->line > 0)
        text_printf(out, "%d:", place->line);
    if (place->line > 0 && place->column > 0)
        text_printf(out, "%d:", place->column);
    text_char(out, ' ');
}

// A sentence is one line whatever was quoted in it.
static void render_sentence(struct text *out, const char *sentence)
{
    size_t from = out->len;
    utf8_clean(out, sentence, strlen(sentence));
    for (size_t i = from; i < out->len; i++)
        if (out->bytes[i] == '\n')
            out->bytes[i] = ' ';
}

static void render(struct text *out, const struct diag *diag)
{
    render_place(out, &diag->place);
    text_add(out, diag->severity == DIAG_ERROR ? "error: " : "warning: ");
    render_sentence(out, diag->sentence);
    text_printf(out, " [%s]\n", diag->code);
    if (diag->source && diag->place.line > 0)
        render_source(out, diag);
}

void diags_render(struct text *out, const struct diags *d)
{
    for (size_t i = 0; i < d->count; i++)
        render(out, &d->list[i]);
    size_t all = d->errors + d->warnings;
    if (all > d->count)
        text_printf(out, "... and %zu more\n", all - d->count);
}
