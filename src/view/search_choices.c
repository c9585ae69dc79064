// SPDX-License-Identifier: MIT
// Search in a short list of answers; see search.h.
#include <string.h>
#include "base/text.h"
#include "base/utf8.h"
#include "tongue/languages.h"
#include "view/search_parts.h"

enum { RANK_SAME, RANK_START, RANK_LABEL, RANK_HINT, RANK_SLIP, RANK_NONE };

static const char *folded(struct arena *arena, const char *words)
{
    struct text t = TEXT_INIT;
    language_fold(&t, words);
    const char *copy = arena_strdup(arena, text_str(&t));
    text_release(&t);
    return copy;
}

static bool has_slip(const char *label, const char *needle)
{
    for (const char *word = label; *word; word += strspn(word, " ")) {
        if (utf8_fold_slip(word, needle) <= UTF8_SLIP_START)
            return true;
        word += strcspn(word, " ");
    }
    return false;
}

static int rank_words(struct arena *arena, const char *label, const char *hint, const char *needle)
{
    const char *l = folded(arena, label), *h = folded(arena, hint);
    if (!strncmp(l, needle, strlen(needle)))
        return l[strlen(needle)] ? RANK_START : RANK_SAME;
    if (utf8_fold_match(l, needle))
        return RANK_LABEL;
    if (utf8_fold_match(h, needle))
        return RANK_HINT;
    return has_slip(l, needle) || has_slip(h, needle) ? RANK_SLIP : RANK_NONE;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static const char *or_none(const char *words)
{
    return words ? words : "";
}

// In the language in use, in the pack's own, and in the others; and by its synonyms.
static int rank_choice(const struct ground *g, const struct choice *c, const char *needle)
{
    const char *hint = c->hint.words ? c->hint.words : "";
    int own = rank_words(g->arena, say(g->i18n, &c->label), phrase_words(g, &c->hint), needle);
    int pack = rank_words(g->arena, c->label.words, hint, needle);
    int best = least(own, least(pack, rank_words(g->arena, c->id, or_none(c->synonyms), needle)));
    for (int k = 0; g->search && k < g->search->n_content; k++) {
        const char *label = or_none(say_from(g->search->content[k], &c->label)),
                   *note = or_none(say_from(g->search->content[k], &c->hint));
        best = least(best, rank_words(g->arena, label, note, needle));
    }
    return best;
}

struct found search_choices(const struct ground *g, int32_t question, const char *typed)
{
    const struct question *q = &g->pack->questions[question];
    const char *needle = folded(g->arena, typed);
    int *ranks = ARENA_ARRAY(g->arena, int, (size_t)q->n_choices);
    struct found found = {.values = ARENA_ARRAY(g->arena, int32_t, (size_t)q->n_choices)};
    int best = RANK_NONE;
    for (int32_t c = 0; c < q->n_choices; c++) {
        ranks[c] = *needle ? rank_choice(g, &q->choices[c], needle) : RANK_LABEL;
        best = least(best, ranks[c]);
    }
    for (int rank = RANK_SAME; rank < RANK_NONE; rank++) {
        for (int32_t c = 0; c < q->n_choices; c++)
            if (ranks[c] == rank && (rank != RANK_SLIP || best == RANK_SLIP))
                found.values[found.n++] = c;
        found.same |= rank == RANK_SAME && found.n == 1;
    }
    found.noted = best == RANK_HINT;
    found.sure = *needle && found.n > 0;
    return found;
}
