// SPDX-License-Identifier: MIT
// The sections of a pack and their ids: what an id in a file or an expression may refer to.
#ifndef TANU_PACK_READ_NAMES_H
#define TANU_PACK_READ_NAMES_H

#include "base/hash.h"
#include "pack/pack.h"

enum section {
    S_COUNTRY, // codes of pack.yaml
    S_GROUP,
    S_TRAIT,
    S_QUESTION,
    S_OUTCOME,
    S_MATTER,
    S_FINDING,
    S_PRACTICE,
    S_CONVENTION,
    S_LICENCE_ROW,
    S_DOCUMENT,
    S_STEP,
    S_RIGHT,
    S_NOTICE,
    S_ARGUMENT,
    S_LETTER,
    S_SOURCE, // articles stand behind all others
    S_INSTRUMENT,
    S_DESTINATION, // codes of countries/
    S_OFFICE,
    S_FACT,
    S_LIST,
    S_LICENCE,
    S_CASE,
    SECTIONS
};

struct names {
    struct table ids[SECTIONS];        // id -> index
    const char *const *list[SECTIONS]; // index -> id, for "did you mean"; may be NULL
    int32_t count[SECTIONS];
};

// What one entry of a section is called in a message: "a finding".
const char *names_section(enum section section);

// The names of a finished pack, for whoever parses an expression against one (tests, fuzzing).
void names_of_pack(struct names *names, const struct pack *pack, struct arena *arena);

// " (did you mean \"x\"?)", or "". The text lives in the arena.
const char *names_hint(const struct names *names, enum section section, const char *word,
                       struct arena *arena);
const char *names_near(const char *const *words, size_t count, const char *word,
                       struct arena *arena);

#endif
