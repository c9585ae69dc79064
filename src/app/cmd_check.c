// SPDX-License-Identifier: MIT
// `tanu check`: proves the content of a pack. The work is done in src/check.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "app/places.h"
#include "tongue/i18n.h"
#include "base/text.h"
#include "check/check.h"
#include "pack/read/load.h"

static const struct flag flags[] = {
    {"format", "FORMAT", N_("text (the default) or json")},
    {"coverage", NULL, N_("also list the rules that no worked case decides")},
    {"terms", "DIR", N_("the folder of official terms and forbidden words, LANG.tsv")},
    {"quiet", NULL, N_("errors and totals only: no warnings, no notes, no progress bar")},
    {NULL, NULL, NULL},
};

enum { BAR = 40 };

struct bar {
    int64_t shown; // per mille
};

// Redrawn only when it would look different.
static void draw_bar(int64_t done, int64_t total, void *user)
{
    struct bar *bar = user;
    int64_t now = total ? done * 1000 / total : 1000;
    if (now == bar->shown)
        return;
    bar->shown = now;
    int full = (int)(now * BAR / 1000);
    fprintf(stderr, "\rProving [%.*s%*s] %3d %%", full, "########################################",
            BAR - full, "", (int)(now / 10));
    fflush(stderr);
}

static void wipe_bar(void)
{
    fprintf(stderr, "\r%*s\r", BAR + 20, "");
    fflush(stderr);
}

static int print_report(struct check_report *report, const struct call *call, bool json)
{
    struct text out = TEXT_INIT;
    if (call_has(call, "quiet"))
        check_keep_errors(report);
    if (json)
        check_render_json(&out, report);
    else
        check_render_text(&out, report, call_has(call, "coverage"));
    int status = json ? call_print_json(&out) : call_print_words(NULL, &out);
    text_release(&out);
    if (status)
        return status;
    if (!report->loaded)
        return EXIT_DATA;
    return report->count[CHECK_ERROR] ? EXIT_NEGATIVE : EXIT_GOOD;
}

static int check(const struct call *call, struct check_report *report)
{
    const struct pack *pack = NULL;
    struct diags diags;
    struct bar bar = {-1};
    bool show = isatty(STDERR_FILENO) && !call_has(call, "quiet");
    diags_init(&diags);
    int status = call_load(call, LOAD_CASES, &pack, &diags);
    diags_sort(&diags);
    check_add_diags(report, &diags);
    diags_release(&diags);
    if (!pack)
        return status;
    check_pack(report, pack, call->as_of, show ? draw_bar : NULL, &bar);
    if (show)
        wipe_bar();
    pack_free(pack);
    return status;
}

static int run(struct call *call)
{
    struct check_report report;
    const char *format = call_flag(call, "format");
    bool json = format && !strcmp(format, "json");
    if (format && !json && strcmp(format, "text") != 0) {
        call_complain("--format takes text or json, not '%s'.", format);
        return EXIT_USAGE;
    }
    if (call->n_operands)
        call->pack = call->operands[0];
    struct text terms = TEXT_INIT;
    check_report_init(&report);
    report.terms = call_flag(call, "terms");
    if (!report.terms && places_terms(&terms))
        report.terms = text_str(&terms);
    int status = check(call, &report);
    if (!status)
        status = print_report(&report, call, json);
    check_report_release(&report);
    text_release(&terms);
    return status;
}

const struct command command_check = {
    .name = "check",
    .operands = "[PACK]",
    .summary = N_("Proves the content of a pack: no gaps, no contradictions, all cases pass."),
    .flags = flags,
    .most_operands = 1,
    .run = run,
};
