// SPDX-License-Identifier: MIT
// For the commands that work on one case: language, pack, and one JSON object of answers from a
// file or standard input.
#ifndef TANU_APP_ONE_CASE_H
#define TANU_APP_ONE_CASE_H

#include "app/command.h"
#include "engine/engine.h"
#include "case/json_line.h"
#include "view/builders.h"

struct one_case {
    const struct pack *pack;
    struct i18n i18n;
    struct engine *engine;
    struct json_words *words; // owns the ticks
    struct json_line line;    // line.answers: what is shared; texts point into bytes
    struct several several;   // the diplomas, if the case names more than one
    char *bytes;
};

// Reads the answers alone, of a file (NULL: standard input). 0, or an exit status after saying why.
int one_case_read(struct one_case *one, const struct pack *pack, date as_of, const char *file);

// Opens everything. `utf8`: the words go into a file, not to a terminal of whatever charset.
// Returns 0, or an exit status after saying why. Release it in both cases.
int one_case_open(struct one_case *one, const struct call *call, bool utf8);
void one_case_release(struct one_case *one);

// The case judged: one diploma, or several of which one carries the purpose.
struct judged {
    struct assessment *all; // SEVERAL_MOST
    struct diplomas diplomas;
};
// 0, or EXIT_DATA after a word where the pack has too many rules. judged_release() in both cases.
int one_case_judge(const struct one_case *one, struct judged *judged);
// What pages stand on, for the diploma that carries the purpose.
struct ground judged_ground(const struct one_case *one, const struct judged *judged,
                            const struct call *call, struct arena *arena);
void judged_release(struct judged *judged);

#endif
