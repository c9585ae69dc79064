// SPDX-License-Identifier: MIT
// `tanu form`: the questions of a destination on paper; with --read, what was typed from a filled
// one as answers.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/document.h"
#include "base/oom.h"
#include "base/text.h"
#include "pack/read/load.h"
#include "view/form.h"

enum { FORM_WIDTH = 72, READ_ROOM = 20000, NAME_ROOM = 16 };

static const struct flag flags[] = {
    {"format", "FORMAT", N_("text (the default), html or pdf")},
    {"read", "LINES",
     N_("the lines of a filled form, or - for standard input: prints its answers")},
    {"output", "FILE", N_("into this file, whole or not at all; not over one that is there")},
    {"paper", "SIZE", N_("of PDF: a4 (the default) or letter")},
    {"force", NULL, N_("also over a file that is there")},
    {NULL, NULL, NULL},
};

struct job {
    struct document document;
    struct i18n i18n;
    const struct pack *pack;
    struct engine *engine;
    struct arena arena;
    struct ground ground;
    struct form form;
};

static const struct page *one_page(void *context)
{
    const struct job *job = context;
    return page_form(&job->ground, &job->form);
}

static int print_form(struct job *job)
{
    struct report report = {.ground = &job->ground,
                            .width = FORM_WIDTH,
                            .name = "",
                            .head = "",
                            .letter = job->document.letter};
    int status = document_pages(&job->document, &job->i18n, one_page, job, &report);
    return status ? status : document_write(&job->document, &job->i18n, &report);
}

// ---- reading -----------------------------------------------------------------------------------

static int read_input(const char *lines, char *room)
{
    if (strcmp(lines, "-") != 0) {
        if (strlen(lines) >= READ_ROOM) {
            call_complain("these lines are too long for a form.");
            return EXIT_DATA;
        }
        strcpy(room, lines);
        return 0;
    }
    size_t len = fread(room, 1, READ_ROOM, stdin);
    if (ferror(stdin)) {
        call_complain("%s: %s", "standard input", strerror(errno));
        return EXIT_IO;
    }
    if (len == READ_ROOM || strlen(room) != len) {
        call_complain("these lines are too long for a form, or no text.");
        return EXIT_DATA;
    }
    return 0;
}

static int print_answers(struct job *job, const char *lines)
{
    struct answers *answers = xcalloc(1, sizeof *answers);
    char *room = xcalloc(1, READ_ROOM + 1);
    const char *why = NULL;
    struct text out = TEXT_INIT;
    int status = read_input(lines, room);
    if (!status && form_read(&job->ground, &job->form, room, answers, &why)) {
        call_complain("%s", why);
        status = EXIT_DATA;
    }
    if (!status) {
        answers_json(&out, job->pack, answers);
        text_char(&out, '\n');
        status = call_print_json(&out);
    }
    text_release(&out);
    explicit_bzero(room, READ_ROOM);
    explicit_bzero(answers, sizeof *answers);
    free(room);
    free(answers);
    return status;
}

// ---- the command -------------------------------------------------------------------------------

static int32_t country_named(const struct pack *pack, const char *word)
{
    char code[NAME_ROOM];
    size_t len = strlen(word);
    for (size_t i = 0; i <= len && len < sizeof code; i++)
        code[i] = word[i] >= 'a' && word[i] <= 'z' ? (char)(word[i] - 32) : word[i];
    return len < sizeof code ? pack_country(pack, code) : NONE;
}

static int make(struct job *job, const char *word)
{
    const char *lines = call_flag(job->document.call, "read");
    int32_t country = country_named(job->pack, word);
    if (country < 0 || job->pack->q_destination == NONE) {
        call_complain("'%s' is no country of this pack; write its two letters, such as KZ.", word);
        return EXIT_USAGE;
    }
    job->engine = engine_new(job->pack, job->document.call->as_of);
    job->ground = (struct ground){.arena = &job->arena,
                                  .i18n = &job->i18n,
                                  .pack = job->pack,
                                  .engine = job->engine,
                                  .as_of = job->document.call->as_of};
    form_plan(&job->form, job->pack, job->engine, country);
    int status = call_trouble(job->pack, job->engine, 0);
    if (!status)
        status = lines ? print_answers(job, lines) : print_form(job);
    return status;
}

static int run(struct call *call)
{
    struct job job = {0};
    if (!call->n_operands) {
        call_complain("write: tanu form DESTINATION, such as tanu form KZ");
        return EXIT_USAGE;
    }
    int status = document_begin(&job.document, call, true);
    if (status)
        return status;
    arena_init(&job.arena);
    status = call_open_spoken(call, &job.i18n, !document_to_terminal(&job.document), &job.pack);
    if (!status)
        status = make(&job, call->operands[0]);
    arena_wipe(&job.arena);
    arena_release(&job.arena);
    engine_free(job.engine);
    pack_free(job.pack);
    i18n_release(&job.i18n);
    return status;
}

const struct command command_form = {
    .name = "form",
    .operands = "DESTINATION",
    .summary = N_("Prints the questions of a destination, to be filled in on paper."),
    .flags = flags,
    .most_operands = 1,
    .letters = "o",
    .run = run,
};
