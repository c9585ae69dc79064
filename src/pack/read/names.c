// SPDX-License-Identifier: MIT
// See names.h.
#include "pack/read/names.h"

#include "base/diag.h"

const char *names_section(enum section section)
{
    static const char *const words[SECTIONS] = {
        [S_COUNTRY] = "country",
        [S_GROUP] = "group",
        [S_TRAIT] = "trait",
        [S_QUESTION] = "question",
        [S_OUTCOME] = "outcome",
        [S_MATTER] = "matter",
        [S_FINDING] = "finding",
        [S_PRACTICE] = "row of the practice table",
        [S_CONVENTION] = "row of the convention table",
        [S_LICENCE_ROW] = "row of the licence table",
        [S_DOCUMENT] = "document",
        [S_STEP] = "step",
        [S_RIGHT] = "right",
        [S_NOTICE] = "notice",
        [S_ARGUMENT] = "argument",
        [S_LETTER] = "letter",
        [S_SOURCE] = "source",
        [S_INSTRUMENT] = "instrument",
        [S_DESTINATION] = "country file",
        [S_OFFICE] = "office",
        [S_FACT] = "fact",
        [S_LIST] = "list",
        [S_LICENCE] = "licence",
        [S_CASE] = "case",
    };
    return words[section];
}

const char *names_near(const char *const *words, size_t count, const char *word,
                       struct arena *arena)
{
    const char *near = words ? diag_suggest(word, words, count) : NULL;
    return near ? arena_printf(arena, " (did you mean \"%s\"?)", near) : "";
}

const char *names_hint(const struct names *names, enum section section, const char *word,
                       struct arena *arena)
{
    return names_near(names->list[section], (size_t)names->count[section], word, arena);
}

// Every struct of the pack's lists begins with its id, so one loop serves them all.
static void take(struct names *names, enum section section, const void *items, int32_t count,
                 size_t size, struct arena *arena)
{
    const char **list = ARENA_ARRAY(arena, const char *, (size_t)count);
    table_init(&names->ids[section], arena);
    for (int32_t i = 0; i < count; i++) {
        list[i] = *(const char *const *)(const void *)((const char *)items + (size_t)i * size);
        table_put(&names->ids[section], list[i], i);
    }
    names->list[section] = list;
    names->count[section] = count;
}

#define TAKE(section, member)                                                                      \
    take(names, section, pack->member, pack->n_##member, sizeof *pack->member, arena)

void names_of_pack(struct names *names, const struct pack *pack, struct arena *arena)
{
    *names = (struct names){0};
    TAKE(S_COUNTRY, countries);
    TAKE(S_GROUP, groups);
    TAKE(S_TRAIT, traits);
    TAKE(S_QUESTION, questions);
    TAKE(S_OUTCOME, outcomes);
    TAKE(S_MATTER, matters);
    TAKE(S_FINDING, findings);
    TAKE(S_DOCUMENT, documents);
    TAKE(S_STEP, steps);
    TAKE(S_SOURCE, sources);
    TAKE(S_INSTRUMENT, instruments);
}
