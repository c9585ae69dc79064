// SPDX-License-Identifier: MIT
// Search in the list of countries; see search.h.
#include "view/search.h"

#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/utf8.h"
#include "tongue/languages.h"

enum { RANK_EXTRA, RANK_CODE, RANK_START, RANK_COVERED, RANK_OTHER, RANK_NONE };

struct hit {
    int32_t value;
    int rank;
    const char *sort; // folded name with letters in alphabetical order
};

static const char *sort_key(struct arena *arena, const char *name)
{
    struct text key = TEXT_INIT;
    language_sort_key(&key, name);
    const char *copy = arena_strdup(arena, text_str(&key));
    text_release(&key);
    return copy;
}

static bool matches(const char *name, const char *needle, bool *start)
{
    struct text folded = TEXT_INIT;
    language_fold(&folded, name);
    bool match = utf8_fold_match(text_str(&folded), needle);
    *start |= match && !strncmp(text_str(&folded), needle, strlen(needle));
    text_release(&folded);
    return match;
}

// RANK_CODE where a variant is just what was typed ("UK"), RANK_OTHER where it matches, else
// RANK_NONE.
static int variant_rank(const char *variants, const char *needle)
{
    int best = RANK_NONE;
    for (const char *s = variants; *s;) {
        struct text folded = TEXT_INIT;
        char one[80];
        size_t len = strcspn(s, "|"), room = len < sizeof one ? len : sizeof one - 1;
        memcpy(one, s, room);
        one[room] = 0;
        language_fold(&folded, one);
        if (!strcmp(text_str(&folded), needle))
            best = RANK_CODE;
        else if (best == RANK_NONE && utf8_fold_match(text_str(&folded), needle))
            best = RANK_OTHER;
        text_release(&folded);
        s += len + (s[len] == '|');
    }
    return best;
}

static bool is_code(const char *code, const char *needle)
{
    size_t i = 0;
    while (code[i] && (needle[i] | 0x20) == (code[i] | 0x20)) // digits and hyphens have that bit
        i++;
    return !code[i] && !needle[i];
}

static int rank(const struct ground *g, int32_t value, const char *name, const char *needle)
{
    bool start = false;
    if (value >= g->pack->n_countries)
        return !*needle || matches(name, needle, &start) ? RANK_EXTRA : RANK_NONE;
    if (!*needle)
        return RANK_OTHER;
    const char *code = g->pack->countries[value];
    if (is_code(code, needle))
        return RANK_CODE;
    bool match = matches(name, needle, &start);
    match |=
        matches(country_english(code), needle, &start); // looked at in any case: it may begin so
    int variant = variant_rank(country_variants(code), needle);
    if (variant == RANK_CODE || start)
        return variant == RANK_CODE ? RANK_CODE : RANK_START;
    return match ? RANK_OTHER : variant;
}

static int compare(const void *a, const void *b)
{
    const struct hit *x = a, *y = b;
    return x->rank != y->rank ? x->rank - y->rank : strcmp(x->sort, y->sort);
}

int search_countries(const struct ground *g, int32_t question, const char *typed, int32_t *values,
                     int room)
{
    const struct question *q = &g->pack->questions[question];
    int32_t total = g->pack->n_countries + q->n_choices, count = 0;
    struct hit *hits = ARENA_ARRAY(g->arena, struct hit, (size_t)total + 1);
    struct text needle = TEXT_INIT;
    language_fold(&needle, typed ? typed : "");
    for (int32_t v = 0; v < total; v++) {
        const char *name = v < g->pack->n_countries
                               ? country_name(g->i18n, g->pack->countries[v])
                               : say(g->i18n, &q->choices[v - g->pack->n_countries].label);
        int r = rank(g, v, name, text_str(&needle));
        if (r == RANK_OTHER && !needle.len && question == g->pack->q_destination &&
            g->pack->destination_of[v] != NONE)
            r = RANK_COVERED;
        if (r != RANK_NONE)
            hits[count++] = (struct hit){v, r, sort_key(g->arena, name)};
    }
    text_release(&needle);
    qsort(hits, (size_t)count, sizeof *hits, compare);
    if (count > room)
        count = room;
    for (int32_t i = 0; i < count; i++)
        values[i] = hits[i].value;
    return count;
}
