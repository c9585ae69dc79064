// SPDX-License-Identifier: MIT
// `tanu compare`: the same qualification in several destinations, in one table, to read or to take
// away.
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/document.h"
#include "app/one_case.h"

enum { USUAL_WIDTH = 100, NARROWEST = 40 };

static const struct flag flags[] = {
    {"to", "CODES", N_("the destinations, such as --to KZ,CN,JP (up to five)")},
    {"format", "FORMAT", N_("text (the default), html or pdf")},
    {"output", "FILE", N_("into this file, whole or not at all; not over one that is there")},
    {"paper", "SIZE", N_("of PDF: a4 (the default) or letter")},
    {"force", NULL, N_("also over a file that is there")},
    {NULL, NULL, NULL},
};

static bool listed(const int32_t *list, int count, int32_t country)
{
    for (int i = 0; i < count; i++)
        if (list[i] == country)
            return true;
    return false;
}

// One code, without the blanks around it, into the list. 0, or -1 after saying why.
static int take_code(const struct pack *pack, const char *code, int32_t *list, int *count)
{
    int32_t country = call_country(pack, code);
    if (country == NONE)
        return -1;
    if (listed(list, *count, country))
        call_complain("--to: '%s' stands twice.", code);
    else if (*count == COMPARE_MOST)
        call_complain("--to takes up to five countries; '%s' is one too many.", code);
    else {
        list[(*count)++] = country;
        return 0;
    }
    return -1;
}

static int read_codes(const struct call *call, const struct pack *pack, int32_t *list, int *count)
{
    const char *at = call_flag(call, "to");
    *count = 0;
    if (!at || !at[strspn(at, " ")]) {
        call_complain("say which destinations: --to KZ,CN,JP");
        return EXIT_USAGE;
    }
    for (; *at; at += *at == ',') {
        char code[40];
        at += strspn(at, " ");
        size_t len = strcspn(at, ","), shown = len < sizeof code ? len : sizeof code - 1;
        while (shown && at[shown - 1] == ' ')
            shown--;
        snprintf(code, sizeof code, "%.*s", (int)shown, at);
        if (take_code(pack, code, list, count))
            return EXIT_USAGE;
        at += len;
    }
    return 0;
}

static int width(const struct document *d)
{
    struct winsize size;
    if (document_to_terminal(d) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
        size.ws_col >= NARROWEST)
        return size.ws_col;
    return USUAL_WIDTH;
}

struct job {
    struct document document;
    struct ground ground;
    int32_t list[COMPARE_MOST];
    int count;
};

static const struct page *one_page(void *context)
{
    const struct job *job = context;
    return page_compare(&job->ground, job->list, job->count, 0);
}

static int print(struct one_case *one, struct job *job)
{
    struct arena arena;
    arena_init(&arena);
    const struct diplomas diplomas = {.answers = one->several.of, .n = one->several.n};
    job->ground = (struct ground){.arena = &arena,
                                  .i18n = &one->i18n,
                                  .pack = one->pack,
                                  .engine = one->engine,
                                  .as_of = job->document.call->as_of,
                                  .answers = &one->line.answers,
                                  .diplomas = diplomas.n ? &diplomas : NULL};
    struct report report = {.ground = &job->ground,
                            .width = width(&job->document),
                            .name = "",
                            .head = "",
                            .letter = job->document.letter};
    int status = document_pages(&job->document, &one->i18n, one_page, job, &report);
    if (!status)
        status = call_trouble(one->pack, one->engine, 0);
    if (!status)
        status = document_write(&job->document, &one->i18n, &report);
    arena_wipe(&arena);
    arena_release(&arena);
    return status;
}

static int run(struct call *call)
{
    struct job job = {.count = 0};
    struct one_case one;
    int status = document_begin(&job.document, call, true);
    if (status)
        return status;
    status = one_case_open(&one, call, !document_to_terminal(&job.document));
    if (!status)
        status = read_codes(call, one.pack, job.list, &job.count);
    if (!status)
        status = print(&one, &job);
    one_case_release(&one);
    return status;
}

const struct command command_compare = {
    .name = "compare",
    .operands = "[FILE]",
    .summary = N_("Shows what happens to one qualification in several countries, side by side."),
    .flags = flags,
    .letters = "o",
    .most_operands = 1,
    .run = run,
};
