// SPDX-License-Identifier: MIT
// `tanu cases`: the table of its sub-commands, and opening the desk; see desk.h.
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/desk.h"
#include "base/diag.h"
#include "base/oom.h"
#include "base/seal.h"
#include "pack/read/load.h"

static const struct flag flags[] = {
    {"format", "FORMAT",
     N_("of lists: text (the default), csv or json; of notice: text, html or pdf; of summary also "
        "ics and json")},
    {"against", "PACK", N_("recheck: compare with that pack instead of with what each case keeps")},
    {"letterhead", "FILE", N_("summary: around it, instead of that of the settings")},
    {"force", NULL, N_("import: also over a case that is there; notice, summary: over a file")},
    {"output", "FILE", N_("notice, summary: write to this file instead of standard output")},
    {"opinions", NULL, N_("summary: with the notes that are opinions; else only facts")},
    {"passphrase-fd", "NUMBER", N_("read the passphrase of sealed cases from this descriptor")},
    {NULL, NULL, NULL},
};

static const struct {
    const char *name, *operands;
    int least, most;
    desk_run *run;
} rows[] = {
    {"list", "", 0, 0, cases_list},
    {"show", "NAME", 1, 1, cases_show},
    {"export", "NAME", 1, 1, cases_export},
    {"import", "[FILE]", 0, 1, cases_import},
    {"rename", "NAME NEW", 2, 2, cases_rename},
    {"delete", "NAME", 1, 1, cases_delete},
    {"decide", "NAME COUNTRY OUTCOME [REASON]", 3, 4, cases_decide},
    {"agree", "NAME WHAT [WHO [UNTIL]]", 2, 4, cases_agree},
    {"refer", "NAME WHERE [WHY]", 2, 3, cases_refer},
    {"done", "NAME NUMBER", 2, 2, cases_done},
    {"summary", "NAME", 1, 1, cases_summary},
    {"recheck", "", 0, 0, cases_recheck},
    {"purge", "", 0, 0, cases_purge},
    {"notice", "[NAME]", 0, 1, cases_notice},
    {"seal", "[NAME]", 0, 1, cases_seal},
    {"unseal", "[NAME]", 0, 1, cases_unseal},
    {"passphrase", "", 0, 0, cases_passphrase},
    {"accuracy", "", 0, 0, cases_accuracy},
    {"stats", "", 0, 0, cases_stats},
};
enum { ROWS = sizeof rows / sizeof *rows };

int desk_complain(enum store_fault fault, const char *name)
{
    call_complain("%s: %s", name, fault == STORE_SYSTEM ? strerror(errno) : _(store_words(fault)));
    switch (fault) {
    case STORE_GOOD:
        return EXIT_GOOD;
    case STORE_FOREIGN:
    case STORE_EXISTS:
    case STORE_WRONG:
        return EXIT_PERMISSION;
    case STORE_BAD_NAME:
        return EXIT_USAGE;
    case STORE_MISSING:
        return EXIT_NO_INPUT;
    case STORE_DAMAGED:
    case STORE_NEWER:
    case STORE_TOO_BIG:
    case STORE_CUT:
    case STORE_ALTERED:
    case STORE_SWAPPED:
    case STORE_OLDER:
    case STORE_GONE:
        return EXIT_DATA;
    case STORE_NO_PLACE:
    case STORE_NO_SEAL:
        return EXIT_CONFIG;
    case STORE_SYSTEM:
        break;
    }
    return EXIT_IO;
}

// Of several diplomas the one that carries the purpose.
bool desk_judge(struct desk *d, const struct doc *doc, struct text *lost)
{
    struct several *several = xcalloc(1, sizeof *several);
    int status =
        kept_diplomas(doc, d->pack, d->words, d->room, JSON_LINE_MAX, d->line, lost, several);
    d->line->answers = several->of[several_best(d->engine, d->pack, several, d->assessment)];
    explicit_bzero(several, sizeof *several);
    free(several);
    return !status;
}

void desk_read(struct desk *d, struct desk_case *c, const char *name, bool judge)
{
    struct diags diags;
    *c = (struct desk_case){.name = name};
    doc_init(&c->doc);
    diags_init(&diags);
    c->fault = store_read(&d->store, name, false, &c->doc, &diags);
    if (c->fault == STORE_DAMAGED)
        call_tell_faults(&diags);
    diags_release(&diags);
    c->judged = judge && (c->fault == STORE_GOOD || c->fault == STORE_NEWER);
    if (c->judged)
        desk_judge(d, &c->doc, &c->lost);
}

int desk_lock(struct desk *d, const char *name, int *lock)
{
    char who[160];
    if (!store_name_good(name))
        return desk_complain(STORE_BAD_NAME, name);
    if (!store_has(&d->store, name))
        return desk_complain(STORE_MISSING, name);
    *lock = store_lock(&d->store, name, who);
    if (*lock >= 0)
        return 0;
    if (!*who)
        return desk_complain(STORE_SYSTEM, name);
    call_complain("%s: it is open: %s", name, who);
    return EXIT_TRY_AGAIN;
}

int desk_locked(struct desk *d, const char *name, desk_step *step)
{
    int lock, status = desk_lock(d, name, &lock);
    if (status)
        return status;
    enum store_fault fault = step(&d->store, name);
    store_unlock(&d->store, name, lock);
    return fault ? desk_complain(fault, name) : 0;
}

void desk_release(struct desk_case *c)
{
    text_release(&c->lost);
    doc_release(&c->doc);
}

const char *desk_destination(const struct desk *d)
{
    const struct answer *a = &d->line->answers.of[d->pack->q_destination];
    return a->state == ANSWER_GIVEN && a->value < d->pack->n_countries
               ? d->pack->countries[a->value]
               : "";
}

static int open_desk(struct desk *d, struct call *call, bool make)
{
    int status = call_open_spoken(
        call, &d->i18n, !d->document.call || !document_to_terminal(&d->document), &d->pack);
    if (status)
        return status;
    enum store_fault fault = store_open(&d->store, make);
    if (fault)
        return desk_complain(fault, d->store.dir);
    status = desk_unseal(call, &d->store);
    if (status)
        return status;
    d->engine = engine_new(d->pack, call->as_of);
    desk_begin(d);
    return 0;
}

void desk_begin(struct desk *d)
{
    d->words = json_words_new(d->pack, d->call->as_of, NULL, 0);
    d->assessment = xcalloc(1, sizeof *d->assessment);
    d->line = xcalloc(1, sizeof *d->line);
    d->room = xcalloc(1, JSON_LINE_MAX + 2);
    if (d->store.vault) { // what is sealed is not swapped out either
        seal_hold(d->line, sizeof *d->line);
        seal_hold(d->room, JSON_LINE_MAX + 2);
    }
}

void desk_end(struct desk *d)
{
    if (d->words) {
        assessment_wipe(d->assessment);
        assessment_release(d->assessment);
        json_words_free(d->words);
        explicit_bzero(d->line, sizeof *d->line);
        explicit_bzero(d->room, JSON_LINE_MAX + 2);
    }
    free(d->assessment);
    free(d->line);
    free(d->room);
    text_release(&d->out);
}

static void close_desk(struct desk *d)
{
    desk_end(d);
    engine_free(d->engine);
    desk_seal_again(&d->store);
    pack_free(d->pack);
    i18n_release(&d->i18n);
}

static int find_row(const struct call *call)
{
    const char *names[ROWS];
    for (int i = 0; i < ROWS; i++) {
        names[i] = rows[i].name;
        if (call->n_operands && !strcmp(call->operands[0], rows[i].name))
            return i;
    }
    const char *near = call->n_operands ? diag_suggest(call->operands[0], names, ROWS) : NULL;
    if (near) {
        call_complain("cases: unknown word '%s'; did you mean '%s'?", call->operands[0], near);
        return -1;
    }
    struct text words = TEXT_INIT;
    for (int i = 0; i < ROWS; i++)
        text_printf(&words, "%s%s", i ? ", " : "", rows[i].name);
    call_complain("cases: say what: %s.", text_str(&words));
    text_release(&words);
    return -1;
}

static int run(struct call *call)
{
    struct desk d = {.call = call};
    int row = find_row(call);
    if (row < 0)
        return EXIT_USAGE;
    int n = call->n_operands - 1;
    if (n < rows[row].least || n > rows[row].most) {
        const char *operands = rows[row].operands;
        call_complain("write: tanu cases %s%s%s", rows[row].name, *operands ? " " : "", operands);
        return EXIT_USAGE;
    }
    bool notice = rows[row].run == cases_notice, paper = notice || rows[row].run == cases_summary;
    int status = paper ? document_begin(&d.document, call, notice) : 0;
    if (status)
        return status;
    status = open_desk(&d, call, rows[row].run == cases_import || rows[row].run == cases_seal);
    if (!status) {
        status = rows[row].run(&d, call->operands + 1, n);
        int trouble = call_trouble(d.pack, d.engine, 0);
        int written = d.out.len && !trouble ? call_print_words(&d.i18n, &d.out) : 0;
        status = trouble ? trouble : status ? status : written;
    }
    close_desk(&d);
    return status;
}

const struct command command_cases = {
    .name = "cases",
    .operands = "WORD ...",
    .summary = N_("The cases that are kept: list, show, export, import, rename, delete, decide, "
                  "agree, refer, done, summary, recheck, purge, notice, seal, unseal, passphrase, "
                  "accuracy, stats."),
    .flags = flags,
    .most_operands = 5,
    .letters = "o",
    .run = run,
};
