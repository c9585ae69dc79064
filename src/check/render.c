// SPDX-License-Identifier: MIT
// The report as text for people and as one JSON object; see check.h.
#include <string.h>

#include "base/text.h"
#include "check/check.h"

static const char *const severity_words[CHECK_SEVERITIES] = {"error", "warning", "note"};

static void add_place(struct text *out, const struct place *place)
{
    if (!place->file)
        return;
    text_add(out, place->file);
    if (place->line)
        text_printf(out, ":%d:%d", place->line, place->column);
    text_add(out, ": ");
}

// The answers go to `tanu assess` as they stand; quotes for the shell, which has no answer with
// one.
static void add_fault(struct text *out, const struct check_fault *fault)
{
    char day[DATE_TEXT];
    add_place(out, &fault->place);
    text_printf(out, "%s: %s [%s]\n", severity_words[fault->severity], fault->sentence,
                fault->code);
    if (fault->source)
        text_printf(out, "    %s\n", fault->source);
    if (fault->example)
        text_printf(out, "    try: echo '%s' | tanu assess --as-of=%s\n", fault->example,
                    date_format(day, fault->example_as_of));
}

// 3.4e24: always with a dot, whatever the locale.
static void add_scientific(struct text *out, double n)
{
    int exponent = 0;
    if (n < 1e6) {
        text_number(out, n);
        return;
    }
    while (n >= 9.95) {
        n /= 10;
        exponent++;
    }
    int tenths = (int)(n * 10 + 0.5);
    text_printf(out, "%d.%de%d", tenths / 10, tenths % 10, exponent);
}

static void add_totals(struct text *out, const struct check_report *report)
{
    const struct check_totals *t = &report->totals;
    text_printf(out,
                "Coverage: %d of %d rules decided by worked cases; %d hang on a fact that the pack "
                "leaves open.\n",
                t->rules_decided, t->rules, t->rules_open);
    text_printf(out, "%zu errors, %zu warnings, %zu notes.\n", report->count[CHECK_ERROR],
                report->count[CHECK_WARNING], report->count[CHECK_NOTE]);
    text_printf(out, "Proved: %d destinations (%d with a file) x %d intervals of dates = ",
                t->destinations, t->covered, t->intervals);
    text_int(out, t->laws);
    text_printf(out, " laws (%d hold all others), ", t->laws_built);
    add_scientific(out, t->answers);
    text_printf(out, " sets of answers, %d rules; cases passed: %d of %d.\n", t->rules,
                t->cases_passed, t->cases);
}

void check_render_text(struct text *out, const struct check_report *report, bool coverage)
{
    for (size_t i = 0; i < report->n_faults; i++)
        add_fault(out, &report->faults[i]);
    if (!report->loaded) {
        text_printf(out, "%zu errors; nothing was proved.\n", report->count[CHECK_ERROR]);
        return;
    }
    if (coverage && report->n_undecided) {
        text_add(out, "No case decides:\n");
        for (size_t i = 0; i < report->n_undecided; i++)
            text_printf(out, "    %s\n", report->undecided[i]);
    }
    add_totals(out, report);
}

// ---- JSON ---------------------------------------------------------------------------------------

static void json_fault(struct text *out, const struct check_fault *fault)
{
    char day[DATE_TEXT];
    text_printf(out, "{\"code\":\"%s\",\"severity\":\"%s\",\"file\":", fault->code,
                severity_words[fault->severity]);
    if (fault->place.file)
        text_json(out, fault->place.file);
    else
        text_add(out, "null");
    text_printf(out, ",\"line\":%d,\"column\":%d,\"text\":", fault->place.line,
                fault->place.column);
    text_json(out, fault->sentence);
    if (fault->example)
        text_printf(out, ",\"counter_example\":{\"as_of\":\"%s\",\"answers\":%s}",
                    date_format(day, fault->example_as_of), fault->example);
    text_add(out, "}");
}

static void json_totals(struct text *out, const struct check_report *report)
{
    const struct check_totals *t = &report->totals;
    text_printf(out, "{\"errors\":%zu,\"warnings\":%zu,\"notes\":%zu", report->count[CHECK_ERROR],
                report->count[CHECK_WARNING], report->count[CHECK_NOTE]);
    if (report->loaded) {
        text_printf(out, ",\"destinations\":%d,\"covered\":%d,\"intervals\":%d,\"laws\":",
                    t->destinations, t->covered, t->intervals);
        text_int(out, t->laws);
        text_printf(out, ",\"different_laws\":%d,\"answers\":", t->laws_built);
        add_scientific(out, t->answers);
        text_printf(out,
                    ",\"rules\":%d,\"rules_decided\":%d,\"rules_open\":%d,\"sources\":%d,"
                    "\"texts\":%d,\"cases\":%d,\"cases_passed\":%d",
                    t->rules, t->rules_decided, t->rules_open, t->sources, t->texts, t->cases,
                    t->cases_passed);
    }
    text_add(out, "}");
}

void check_render_json(struct text *out, const struct check_report *report)
{
    text_add(out, "{\"faults\":[");
    for (size_t i = 0; i < report->n_faults; i++) {
        text_add(out, i ? ",\n" : "\n");
        json_fault(out, &report->faults[i]);
    }
    text_printf(out, "%s],\n\"loaded\":%s,\n\"undecided\":[", report->n_faults ? "\n" : "",
                report->loaded ? "true" : "false");
    for (size_t i = 0; i < report->n_undecided; i++) {
        text_add(out, i ? "," : "");
        text_json(out, report->undecided[i]);
    }
    text_add(out, "],\n\"totals\":");
    json_totals(out, report);
    text_add(out, "}\n");
}
