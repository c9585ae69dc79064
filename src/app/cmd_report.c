// SPDX-License-Identifier: MIT
// `tanu report`: one case as a document, in one language or in two, on standard output or in a
// file.
#include "app/document.h"
#include "app/one_case.h"
#include "base/text.h"
#include "case/pocket.h"

enum { REPORT_WIDTH = 72 }; // what a line printer and an e-mail hold

static const struct flag flags[] = {
    {"format", "FORMAT", N_("text (the default), html, pdf, ics, qr or json")},
    {"short", NULL, N_("one screen: the answer, the next steps, the papers")},
    {"output", "FILE", N_("into this file, whole or not at all; not over one that is there")},
    {"start", "YYYY-MM-DD", N_("the calendar begins on this day (else the day of --as-of)")},
    {"deadline", "YYYY-MM-DD", N_("the calendar is counted back from this day")},
    {"paper", "SIZE", N_("of PDF: a4 (the default) or letter")},
    {"force", NULL, N_("also over a file that is there")},
    {NULL, NULL, NULL},
};

// What one call works with. Pages live in the arena.
struct job {
    struct one_case one;
    const struct call *call;
    struct document document;
    struct arena arena;
    struct ground ground;
    struct judged judged;
    struct text head; // members that JSON begins with
};

// Of one qualification; of several each has its own.
static const char *code_of(const struct job *job)
{
    const struct ground *g = &job->ground;
    return g->diplomas && g->diplomas->n > 1 ? NULL : pocket_code(g);
}

static const struct page *one_page(void *context)
{
    const struct job *job = context;
    return call_has(job->call, "short") ? page_short(&job->ground) : page_report(&job->ground);
}

// A date among the options; DATE_NONE where it is not given.
static bool read_day(const struct call *call, const char *name, date *day)
{
    const char *value = call_flag(call, name);
    *day = DATE_NONE;
    if (!value || !date_parse(value, day))
        return true;
    call_complain("--%s wants a date such as 2027-09-01, not '%s'.", name, value);
    return false;
}

// A calendar begins on a day, or is counted back from one.
static bool read_days(const struct call *call, struct report *report)
{
    if (!read_day(call, "start", &report->start) || !read_day(call, "deadline", &report->deadline))
        return false;
    if (report->start == DATE_NONE || report->deadline == DATE_NONE)
        return true;
    call_complain("--start and --deadline do not go together: take one of them.");
    return false;
}

static int write_report(struct job *job)
{
    const struct document *d = &job->document;
    json_head(&job->head, &job->one.line);
    struct report report = {.head = text_str(&job->head),
                            .ground = &job->ground,
                            .width = REPORT_WIDTH,
                            .name = "",
                            .letter = d->letter};
    if (!read_days(job->call, &report))
        return EXIT_USAGE;
    if (one_case_judge(&job->one, &job->judged))
        return EXIT_DATA;
    job->ground = judged_ground(&job->one, &job->judged, job->call, &job->arena);
    job->ground.code = code_of(job);
    if (job->judged.diplomas.n > 1)
        pocket_codes(&job->ground, job->judged.diplomas.codes);
    job->ground.start = report.start;
    job->ground.deadline = report.deadline;
    int status = d->format->flags & FORMAT_PAGES
                     ? document_pages(d, &job->one.i18n, one_page, job, &report)
                     : 0;
    return status ? status : document_write(d, &job->one.i18n, &report);
}

static int run(struct call *call)
{
    struct job job = {.call = call};
    int status = document_begin(&job.document, call, false);
    if (status)
        return status;
    status = one_case_open(&job.one, call, !document_to_terminal(&job.document));
    arena_init(&job.arena);
    if (!status)
        status = write_report(&job);
    arena_wipe(&job.arena);
    arena_release(&job.arena);
    text_release(&job.head);
    judged_release(&job.judged);
    one_case_release(&job.one);
    return status;
}

const struct command command_report = {
    .name = "report",
    .operands = "[FILE]",
    .summary = N_("Writes one case, a JSON object of answers, as a document."),
    .flags = flags,
    .most_operands = 1,
    .letters = "o",
    .run = run,
};
