// SPDX-License-Identifier: MIT
// What moved between two records of a result (case/record.h), as a person reads it: ids of outcomes
// become their words. Lines about facts, papers and rules stay as an editor of the pack needs them.
#include <string.h>
#include "view/parts.h"

static const struct {
    const char *key, *label;
} labels[] = {{"outcome", N_("Outcome")},
              {"possible", N_("Still possible")},
              {"position", N_("What the conventions ask for")},
              {"licence", N_("Licence")},
              {"state", N_("State")}};

static const struct {
    const char *id, *words;
} states[] = {{"decided", N_("decided")},
              {"open", N_("open: answers are missing")},
              {"individual", N_("judged one by one")},
              {"none", N_("none")}};

static const char *moved_value(const struct ground *g, const char *id)
{
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (!strcmp(states[i].id, id))
            return _(states[i].words);
    for (int32_t o = 0; o < g->pack->n_outcomes; o++)
        if (!strcmp(g->pack->outcomes[o].id, id))
            return say(g->i18n, &g->pack->outcomes[o].title);
    return id;
}

// "a b" as "A, B".
static const char *moved_list(const struct ground *g, const char *ids)
{
    char *copy = arena_strdup(g->arena, ids), *rest = NULL;
    const char *words = "";
    for (char *id = strtok_r(copy, " ", &rest); id; id = strtok_r(NULL, " ", &rest))
        words = arena_printf(g->arena, "%s%s%s", words, *words ? ", " : "", moved_value(g, id));
    return words;
}

const char *moved_words(const struct ground *g, const char *line)
{
    static const char arrow[] = " -> ";
    const char *colon = strstr(line, ": "), *middle = colon ? strstr(colon, arrow) : NULL;
    for (size_t i = 0; middle && i < sizeof labels / sizeof *labels; i++) {
        size_t len = strlen(labels[i].key);
        if ((size_t)(colon - line) != len || strncmp(line, labels[i].key, len) != 0)
            continue;
        const char *then = arena_strndup(g->arena, colon + 2, (size_t)(middle - colon - 2));
        return arena_printf(g->arena, _("%s: before: %s; now: %s"), _(labels[i].label),
                            moved_list(g, then), moved_list(g, middle + sizeof arrow - 1));
    }
    return line;
}
