// SPDX-License-Identifier: MIT
// `tanu assess`: the filter.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "tongue/i18n.h"
#include "app/places.h"
#include "base/oom.h"
#include "base/text.h"
#include "front/batch.h"
#include "front/batch_sum.h"
#include "front/out.h"
#include "pack/read/load.h"

enum { ECHO_NAME_MAX = 64 };

static const struct flag flags[] = {
    {"brief", NULL, N_("only id, outcome, possible, position, instruments and findings")},
    {"jobs", "N", N_("use N processor cores; the order is kept")},
    {"echo", "NAMES", N_("hand these fields back, such as --echo region,office")},
    {"against", "PACK", N_("answer only the lines that come out otherwise by that pack")},
    {"sum", "NAMES",
     N_("with --assume or --against: count what differs, such as --sum country,level,purpose")},
    {NULL, NULL, NULL},
};

static int read_jobs(const struct call *call, int *jobs)
{
    const char *words = call_flag(call, "jobs");
    char *end;
    *jobs = 1;
    if (!words)
        return 0;
    long n = strtol(words, &end, 10);
    if (*end || end == words || n < 1 || n > BATCH_MAX_JOBS) {
        call_complain("--jobs takes a number from 1 to %d, not '%s'.", BATCH_MAX_JOBS, words);
        return -1;
    }
    *jobs = (int)n;
    return 0;
}

static bool plain_name(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    return len && !name[len] && len <= ECHO_NAME_MAX && strcmp(name, "id") != 0;
}

// Splits --echo in place. Names of questions are not to be handed back: they are read as answers.
static int read_echo(const struct pack *pack, char *copy, const char **names, int *n)
{
    char *rest = NULL;
    *n = 0;
    for (char *name = strtok_r(copy, ", ", &rest); name; name = strtok_r(NULL, ", ", &rest)) {
        if (!strcmp(name, "id"))
            continue; // always handed back
        if (*n == JSON_MAX_ECHO || !plain_name(name) || pack_question(pack, name) != NONE) {
            call_complain(
                "--echo takes up to %d names of fields that are no questions, in letters, "
                "digits, - and _; not '%s'.",
                JSON_MAX_ECHO, name);
            return -1;
        }
        names[(*n)++] = name;
    }
    return 0;
}

static int open_input(const struct call *call)
{
    if (!call->n_operands || !strcmp(call->operands[0], "-"))
        return STDIN_FILENO;
    int fd = open(call->operands[0], O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        call_complain("%s: %s", call->operands[0], strerror(errno));
    return fd;
}

static int report(enum batch_end end)
{
    if (end == BATCH_IO)
        call_complain("reading or writing failed: %s", strerror(errno));
    return end == BATCH_GOOD        ? EXIT_GOOD
           : end == BATCH_BAD_LINES ? EXIT_NEGATIVE
           : end == BATCH_BAD_PACK  ? EXIT_DATA
                                    : EXIT_IO;
}

// What the lines are compared with: another pack, or with --sum the same one without what is
// assumed.
static int open_other(const struct call *call, const struct pack **opened, struct batch *batch)
{
    const char *dir = call_flag(call, "against");
    if (dir) {
        int status = call_open_other(call, dir, opened);
        batch->other = *opened;
        return status;
    }
    if (!call_has(call, "sum"))
        return 0;
    batch->other = batch->pack->base;
    if (batch->other)
        return 0;
    call_complain("--sum counts what differs: it needs --assume or --against.");
    return EXIT_USAGE;
}

static int count_lines(const struct call *call, struct batch *batch,
                       int (*run)(const struct call *, struct batch *))
{
    char bad[64];
    struct batch_sum sum;
    struct text out = TEXT_INIT;
    if (!call_has(call, "sum"))
        return run(call, batch);
    if (batch_sum_init(&sum, batch->pack, call_flag(call, "sum"), bad)) {
        call_complain("--sum takes up to %d ids of questions with commas between, not '%s'.",
                      SUM_MOST_KEYS, bad);
        return EXIT_USAGE;
    }
    // cppcheck-suppress autoVariables ; the batch runs within this function
    batch->sum = &sum;
    int status = run(call, batch);
    batch_sum_write(&sum, &out);
    if (status != EXIT_IO && out_json(batch->i18n, batch->out, text_str(&out), out.len)) {
        call_complain("cannot write to standard output.");
        status = EXIT_IO;
    }
    text_release(&out);
    batch_sum_release(&sum);
    return status;
}

static int filter(const struct call *call, struct batch *batch)
{
    const char *names[JSON_MAX_ECHO];
    char *copy = strdup(call_flag(call, "echo") ? call_flag(call, "echo") : "");
    int status = EXIT_USAGE;
    if (!copy)
        oom();
    // cppcheck-suppress autoVariables ; the batch runs within this function
    batch->echo = names;
    if (read_jobs(call, &batch->jobs) == 0 &&
        read_echo(batch->pack, copy, names, &batch->n_echo) == 0) {
        batch->in = open_input(call);
        status = batch->in < 0 ? EXIT_NO_INPUT : report(batch_run(batch));
        if (batch->in > STDIN_FILENO)
            close(batch->in);
    }
    free(copy);
    return status;
}

static int run(struct call *call)
{
    const struct pack *pack = NULL;
    struct i18n i18n;
    int status = call_open_spoken(call, &i18n, true, &pack);
    if (status) {
        i18n_release(&i18n);
        return status;
    }
    struct batch batch = {.pack = pack,
                          .i18n = &i18n,
                          .as_of = call->as_of,
                          .brief = call_has(call, "brief"),
                          .out = STDOUT_FILENO,
                          .progress =
                              isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO) ? STDERR_FILENO : -1};
    const struct pack *opened = NULL;
    status = open_other(call, &opened, &batch);
    if (!status)
        status = count_lines(call, &batch, filter);
    pack_free(opened);
    pack_free(pack);
    i18n_release(&i18n);
    return status;
}

const struct command command_assess = {
    .name = "assess",
    .operands = "[FILE]",
    .summary = N_("Assesses cases from JSON Lines, one answer line for each line."),
    .flags = flags,
    .most_operands = 1,
    .run = run,
};
