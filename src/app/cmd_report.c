// SPDX-License-Identifier: MIT
// `tanu report`: one case as a document.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/one_case.h"
#include "base/text.h"
#include "case/json.h"
#include "paper/plain.h"
#include "view/builders.h"

enum { REPORT_WIDTH = 80 };

static const struct flag flags[] = {
    {"format", "FORMAT", N_("text (the default) or json")},
    {NULL, NULL, NULL},
};

static int print(struct one_case *one, const struct call *call, bool json)
{
    struct arena arena;
    struct text out = TEXT_INIT;
    struct assessment *a = calloc(1, sizeof *a);
    if (!a)
        return EXIT_SYSTEM;
    arena_init(&arena);
    assess(one->engine, &one->line.answers, ASSESS_FULL, a);
    struct ground ground = {.arena = &arena,
                            .i18n = &one->i18n,
                            .pack = one->pack,
                            .engine = one->engine,
                            .as_of = call->as_of,
                            .answers = &one->line.answers,
                            .assessment = a};
    if (json) {
        json_assessment(&out, NULL, &ground, "", 0);
        text_char(&out, '\n');
    } else {
        plain_page(&out, page_report(&ground), REPORT_WIDTH, 0);
    }
    fputs(text_str(&out), stdout);
    text_release(&out);
    arena_wipe(&arena);
    arena_release(&arena);
    free(a);
    return output_written();
}

static int run(struct call *call)
{
    struct one_case one;
    const char *format = call_flag(call, "format");
    bool json = format && !strcmp(format, "json");
    if (format && !json && strcmp(format, "text") != 0) {
        complain("--format takes text or json, not '%s'.", format);
        return EXIT_USAGE;
    }
    int status = one_case_open(&one, call);
    if (!status)
        status = print(&one, call, json);
    one_case_release(&one);
    return status;
}

const struct command command_report = {
    .name = "report",
    .operands = "[FILE]",
    .summary = N_("Writes one case, a JSON object of answers, as a document."),
    .flags = flags,
    .most_operands = 1,
    .run = run,
};
