// SPDX-License-Identifier: MIT
// `tanu report`: one case as a document, in one language or in two, on standard output or in a
// file.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/one_case.h"
#include "base/file.h"
#include "base/oom.h"
#include "base/text.h"
#include "paper/format.h"

enum { REPORT_WIDTH = 72 }; // what a line printer and an e-mail hold

static const struct flag flags[] = {
    {"format", "FORMAT", N_("text (the default), html, pdf, ics, qr or json")},
    {"short", NULL, N_("one screen: the answer, the next steps, the papers")},
    {"output", "FILE", N_("into this file, whole or not at all; not over one that is there")},
    {"start", "YYYY-MM-DD", N_("the calendar begins on this day (else today)")},
    {"deadline", "YYYY-MM-DD", N_("the calendar is counted back from this day")},
    {"paper", "SIZE", N_("of PDF: a4 (the default) or letter")},
    {"force", NULL, N_("also over a file that is there")},
    {NULL, NULL, NULL},
};

// What one call works with. Pages live in the arena.
struct job {
    struct one_case one;
    const struct call *call;
    const struct format *format;
    char first[16];     // of the languages
    const char *second; // NULL: one language
    struct arena arena;
    struct ground ground[FORMAT_MOST_PAGES];
    struct assessment *assessments; // SEVERAL_MOST
    struct diplomas diplomas;
    struct text head; // members that JSON begins with
};

// --lang kk,en: the person's and the office's.
static void split_languages(struct job *job, struct call *call)
{
    const char *comma = call->language ? strchr(call->language, ',') : NULL;
    if (!comma)
        return;
    snprintf(job->first, sizeof job->first, "%.*s", (int)(comma - call->language), call->language);
    job->second = comma + 1 + strspn(comma + 1, " ");
    call->language = job->first;
}

// One diploma, or several of which one carries the purpose.
static void judge(struct job *job)
{
    struct one_case *one = &job->one;
    bool several = one->several.n;
    job->diplomas = (struct diplomas){.answers = several ? one->several.of : &one->line.answers,
                                      .assessments = job->assessments,
                                      .n = several ? one->several.n : 1};
    if (several)
        job->diplomas.carries =
            several_assess(one->engine, one->pack, &one->several, job->assessments);
    else
        assess(one->engine, &one->line.answers, ASSESS_FULL, job->assessments);
}

static void stand(struct job *job, struct ground *ground)
{
    *ground = (struct ground){.arena = &job->arena,
                              .i18n = &job->one.i18n,
                              .pack = job->one.pack,
                              .engine = job->one.engine,
                              .as_of = job->call->as_of,
                              .answers = job->diplomas.answers + job->diplomas.carries,
                              .assessment = job->assessments + job->diplomas.carries,
                              .diplomas = job->one.several.n ? &job->diplomas : NULL};
}

static const struct page *one_page(const struct job *job, const struct ground *ground)
{
    return call_has(job->call, "short") ? page_short(ground) : page_report(ground);
}

// The pages, the second language first: what is written without pages is then in the first.
static int make_pages(struct job *job, struct report *report)
{
    report->n_pages = job->second ? 2 : 1;
    if (job->second) {
        char code[16];
        snprintf(code, sizeof code, "%s", job->one.i18n.lang);
        if (i18n_switch(&job->one.i18n, job->second)) {
            call_complain("this pack has no texts in '%s'.", job->second);
            return EXIT_USAGE;
        }
        report->pages[1] = one_page(job, &job->ground[1]);
        i18n_switch(&job->one.i18n, code);
    }
    report->pages[0] = one_page(job, &job->ground[0]);
    return 0;
}

// The file named with -o; NULL: standard output.
static const char *file_named(const struct job *job)
{
    const char *file = call_flag(job->call, "output");
    return file && strcmp(file, "-") != 0 ? file : NULL;
}

// Files are UTF-8, whatever the terminal can show.
static bool to_terminal(const struct job *job)
{
    return !file_named(job) && isatty(STDOUT_FILENO);
}

static int print_out(const struct job *job, const struct text *out)
{
    if (job->format->flags & FORMAT_JSON)
        return call_print_json(out);
    if (!(job->format->flags & FORMAT_BINARY))
        return call_print_words(&job->one.i18n, out);
    if (!to_terminal(job))
        return call_print_bytes(out);
    call_complain("this format is not for a terminal; name a file with -o.");
    return EXIT_USAGE;
}

static int put_out(const struct job *job, const struct text *out)
{
    const char *file = file_named(job);
    if (!file)
        return print_out(job, out);
    if (!file_write(file, text_str(out), out->len, 0600, call_has(job->call, "force")))
        return EXIT_GOOD;
    int fault = errno;
    if (fault == EEXIST)
        call_complain("%s: there is a file of that name; --force writes over it.", file);
    else
        call_complain("%s: %s", file, strerror(fault));
    return fault == EEXIST || fault == EACCES || fault == EROFS ? EXIT_PERMISSION : EXIT_IO;
}

// A date among the options; DATE_NONE where it is not given.
static bool read_day(const struct job *job, const char *name, date *day)
{
    const char *value = call_flag(job->call, name);
    *day = DATE_NONE;
    if (!value || !date_parse(value, day))
        return true;
    call_complain("--%s wants a date such as 2027-09-01, not '%s'.", name, value);
    return false;
}

static bool read_paper(const struct job *job, bool *letter)
{
    const char *value = call_flag(job->call, "paper");
    *letter = value && !strcmp(value, "letter");
    if (!value || *letter || !strcmp(value, "a4"))
        return true;
    call_complain("--paper takes a4 or letter, not '%s'.", value);
    return false;
}

static int write_report(struct job *job)
{
    struct text out = TEXT_INIT;
    json_head(&job->head, &job->one.line);
    struct report report = {
        .head = text_str(&job->head), .ground = &job->ground[0], .width = REPORT_WIDTH, .name = ""};
    const char *why = NULL;
    if (!read_day(job, "start", &report.start) || !read_day(job, "deadline", &report.deadline) ||
        !read_paper(job, &report.letter))
        return EXIT_USAGE;
    judge(job);
    if (call_trouble(job->one.pack, job->one.engine, 0))
        return EXIT_DATA;
    for (int i = 0; i < FORMAT_MOST_PAGES; i++) {
        stand(job, &job->ground[i]);
        job->ground[i].start = report.start;
        job->ground[i].deadline = report.deadline;
    }
    int status = job->format->flags & FORMAT_PAGES ? make_pages(job, &report) : 0;
    if (!status && job->format->write(&out, &report, &why)) {
        call_complain("%s", _(why));
        status = EXIT_CONFIG;
    }
    if (!status)
        status = put_out(job, &out);
    text_release(&out);
    return status;
}

static bool format_wanted(struct job *job)
{
    const char *name = call_flag(job->call, "format");
    size_t count;
    job->format = name ? format_named(name) : format_rows(&count);
    if (job->format)
        return true;
    call_complain("--format takes text, html, pdf, ics, qr or json, not '%s'.", name);
    return false;
}

static int run(struct call *call)
{
    struct job job = {.call = call};
    if (!format_wanted(&job))
        return EXIT_USAGE;
    split_languages(&job, call);
    int status = one_case_open(&job.one, call, !to_terminal(&job));
    job.assessments = xcalloc(SEVERAL_MOST, sizeof *job.assessments);
    arena_init(&job.arena);
    if (!status)
        status = write_report(&job);
    arena_wipe(&job.arena);
    arena_release(&job.arena);
    text_release(&job.head);
    for (int i = 0; job.assessments && i < SEVERAL_MOST; i++)
        assessment_release(&job.assessments[i]);
    free(job.assessments);
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
