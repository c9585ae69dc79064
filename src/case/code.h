// SPDX-License-Identifier: MIT
//
// A code that brings a case back: a line of letters and digits that holds the answers themselves
// (never the words of a text), the version of the content and the outcome. It holds no name, but it
// is not encrypted: whoever has it can read the answers.
//
// What it is made of, in bits: the format (3), which pack (10), its version, the outcome, a bit for
// each row of codes.yaml up to the last one answered, then the answers of those rows. Nothing
// depends on how long the lists of codes.yaml are, so that a code made before a question was added
// is read as it was meant, and one made after it up to that question.
#ifndef TANU_CASE_CODE_H
#define TANU_CASE_CODE_H

#include "base/text.h"
#include "engine/answers.h"

enum { CODE_LEAST_SIGNS = 20, CODE_VERSION_ROOM = 64 };

enum code_fault {
    CODE_GOOD,
    CODE_NONE,       // these signs are no code
    CODE_ALTERED,    // a sign is wrong, or two are swapped
    CODE_OTHER_PACK, // made with another pack
    CODE_NEWER       // made by a newer program, in a form that this one does not know
};

struct code {
    struct answers answers; // those that this pack knows and allows
    char version[CODE_VERSION_ROOM];
    int32_t outcome;          // index into pack->outcomes, NONE: gone, or not known here
    struct question_set lost; // questions whose answer is none any more
    int n_gone;               // answers to questions that this pack does not have any more
    bool newer;               // there are answers to questions that this pack does not have yet;
                              // from the first of them on nothing could be read
};

// Appends the code. `leave_out`: questions that it shall not hold. 0, or -1: the pack makes no
// codes, or *question (else NONE) is answered and has no number in codes.yaml.
int code_write(struct text *out, const struct pack *pack, const struct answers *answers,
               int32_t outcome, const struct question_set *leave_out, int32_t *question);

// The same, without errors: "" where there is none.
struct arena;
const char *code_words(struct arena *arena, const struct pack *pack, const struct answers *answers,
                       int32_t outcome, const struct question_set *leave_out);

// Reads one; blanks, dashes and small letters do not matter. `as_of`: the day on which the answers
// must be allowed.
enum code_fault code_read(const struct pack *pack, int32_t as_of, const char *words,
                          struct code *code);

#endif
