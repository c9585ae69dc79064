// SPDX-License-Identifier: MIT
// Collecting faults; see parts.h.
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "base/order.h"

#include "base/text.h"
#include "check/parts.h"

void check_report_init(struct check_report *report)
{
    *report = (struct check_report){0};
    arena_init(&report->arena);
}

void check_report_release(struct check_report *report)
{
    arena_release(&report->arena);
    *report = (struct check_report){0};
}

static struct check_fault *add(struct check_report *report, enum check_severity severity)
{
    if (report->n_faults == report->room) {
        size_t room = report->room ? report->room * 2 : 64;
        report->faults =
            arena_grow(&report->arena, report->faults, report->room, room, sizeof *report->faults);
        report->room = room;
    }
    report->count[severity]++;
    struct check_fault *fault = &report->faults[report->n_faults++];
    *fault = (struct check_fault){.severity = severity, .order = report->order++};
    return fault;
}

static enum check_severity severity_of(const char *code)
{
    for (const struct check_code *c = check_codes; c->code; c++)
        if (!strcmp(c->code, code))
            return c->severity;
    return CHECK_ERROR;
}

void check_add(struct check_report *report, const char *code, struct place place,
               const char *format, ...)
{
    struct text sentence = TEXT_INIT;
    va_list args;
    va_start(args, format);
    text_vprintf(&sentence, format, args);
    va_end(args);
    struct check_fault *fault = add(report, severity_of(code));
    fault->code = arena_strdup(&report->arena, code);
    fault->place = place;
    fault->sentence = arena_strdup(&report->arena, text_str(&sentence));
    text_release(&sentence);
}

void check_example(struct check_report *report, const char *answers, date as_of)
{
    struct check_fault *fault = &report->faults[report->n_faults - 1];
    fault->example = arena_strdup(&report->arena, answers);
    fault->example_as_of = as_of;
}

void check_add_diags(struct check_report *report, const struct diags *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->list[i];
        struct check_fault *fault =
            add(report, diag->severity == DIAG_ERROR ? CHECK_ERROR : CHECK_WARNING);
        fault->code = arena_strdup(&report->arena, diag->code);
        fault->place = diag->place;
        fault->place.file =
            diag->place.file ? arena_strdup(&report->arena, diag->place.file) : NULL;
        fault->sentence = arena_strdup(&report->arena, diag->sentence);
        fault->source = diag->source ? arena_strdup(&report->arena, diag->source) : NULL;
    }
}

static int by_place(const void *a, const void *b)
{
    const struct check_fault *x = a, *y = b;
    if (x->severity != y->severity)
        return order_of(y->severity, x->severity); // errors last: they end up above the totals
    int order = strcmp(x->place.file ? x->place.file : "", y->place.file ? y->place.file : "");
    if (order)
        return order;
    if (x->place.line != y->place.line)
        return order_of(x->place.line, y->place.line);
    return order_of((int64_t)x->order, (int64_t)y->order);
}

void check_sort(struct check_report *report)
{
    if (report->n_faults)
        qsort(report->faults, report->n_faults, sizeof *report->faults, by_place);
}

struct place check_place(struct check_report *report, const struct pack *pack,
                         struct pack_place place)
{
    const char *file = place.file ? pack->files[place.file] : NULL;
    if (file)
        file = arena_printf(&report->arena, "%s/%s", pack->dir, file);
    else
        file = arena_strdup(&report->arena, pack->dir);
    return (struct place){file, (int)place.line, place.column};
}

void check_keep_errors(struct check_report *report)
{
    size_t kept = 0;
    for (size_t i = 0; i < report->n_faults; i++)
        if (report->faults[i].severity == CHECK_ERROR)
            report->faults[kept++] = report->faults[i];
    report->n_faults = kept;
}
