// SPDX-License-Identifier: MIT
//
// The counsellor's desk: `tanu cases …`. One row a sub-command (cmd_cases.c); what they share is
// here.
//
// cases_files.c: list, show, export, import, rename, delete, purge. cases_count.c: recheck,
// accuracy, stats. cases_decide.c: decide. cases_summary.c: agree, refer, done, summary.
// cases_notice.c: notice. cases_seal.c: seal, unseal, passphrase.
#ifndef TANU_APP_DESK_H
#define TANU_APP_DESK_H

#include "app/command.h"
#include "app/document.h"
#include "case/kept.h"
#include "case/store.h"
#include "engine/engine.h"
#include "tongue/i18n.h"

struct desk {
    const struct call *call;
    const struct pack *pack;
    struct i18n i18n;
    struct engine *engine;
    struct json_words *words;
    struct assessment *assessment;
    struct store store;
    struct document document; // of `notice` and `summary`
    struct text out;          // what is printed at the end
    char *room;               // of the answers' texts
    struct json_line *line;
};

// What reading and judging needs besides: `call`, `pack`, `engine` and `store` are there already.
void desk_begin(struct desk *d);
void desk_end(struct desk *d); // wipes

// One case at a time, read and judged. `status` is that of the reading; `lost` names answers that
// the pack no longer has.
struct desk_case {
    const char *name;
    struct doc doc;
    enum store_fault fault;
    struct text lost;
    bool judged;
};

// Reads the case; with `judge` its answers are assessed into desk->assessment.
void desk_read(struct desk *d, struct desk_case *c, const char *name, bool judge);
void desk_release(struct desk_case *c);
// Says what is wrong with the case or its file. Returns an exit status.
int desk_complain(enum store_fault fault, const char *name);
// Opens the sealed part of the desk, if there is one: asks for the passphrase. Returns 0, or an
// exit status after saying why. desk_seal_again() in both cases.
int desk_unseal(const struct call *call, struct store *store);
void desk_seal_again(struct store *store);
// Takes the lock of a case that is there. Returns 0, or the exit status after saying why not: it is
// missing, its name is bad, or somebody has it open. store_unlock() gives it back.
int desk_lock(struct desk *d, const char *name, int *lock);
// One step of the store on a case, under its lock: store_delete, store_seal. Returns 0, or an exit
// status after saying why not.
typedef enum store_fault desk_step(const struct store *store, const char *name);
int desk_locked(struct desk *d, const char *name, desk_step *step);
// Judges the answers of a document. False: it has answers that the pack no longer has (they are
// named in `lost`); the others count.
bool desk_judge(struct desk *d, const struct doc *doc, struct text *lost);

// Of a case that was read, for lists; "" where there is none.
const char *desk_changed(const struct doc *doc);
const char *desk_next(const struct doc *doc);
bool desk_over(const struct desk *d, const struct desk_case *c); // its last day has passed

// Outcomes and countries in words, for tables.
const char *desk_destination(const struct desk *d);

typedef int desk_run(struct desk *d, char **operands, int n);
desk_run cases_list, cases_show, cases_export, cases_import, cases_rename, cases_delete,
    cases_purge;
desk_run cases_decide;
desk_run cases_agree, cases_refer, cases_done, cases_summary;
desk_run cases_notice;
desk_run cases_seal, cases_unseal, cases_passphrase;
desk_run cases_recheck, cases_accuracy, cases_stats;

#endif
