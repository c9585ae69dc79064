// SPDX-License-Identifier: MIT
// See summary.h.
#include "case/summary.h"

#include <string.h>

#include "case/kept.h"
#include "tongue/country.h"

static const char *joined(const struct ground *g, const char *a, const char *b)
{
    return !*b ? a : !*a ? b : arena_printf(g->arena, "%s  %s", a, b);
}

static const char *kept_words(const struct ground *g, const struct doc_node *record,
                              const char *key)
{
    return arena_strdup(g->arena, doc_text(record, key));
}

// ---- lines of one record ------------------------------------------------------------------------

static const char *place_words(const struct ground *g, const struct doc_node *place)
{
    const char *words = country_name(g->i18n, doc_text(place, "country"));
    words = joined(g, words, kept_status_words(kept_words(g, place, "status")));
    words = joined(g, words, kept_words(g, place, "date"));
    return joined(g, words, kept_words(g, place, "next"));
}

static const char *referral_words(const struct ground *g, const struct doc_node *referral)
{
    const char *to = kept_words(g, referral, "to"), *why = kept_words(g, referral, "why");
    return *why ? arena_printf(g->arena, "%s: %s", to, why) : to;
}

static bool is_opinion(const struct doc_node *note)
{
    return strcmp(doc_text(note, "kind"), "fact") != 0;
}

static const char *note_words(const struct ground *g, const struct doc_node *note)
{
    const char *words =
        joined(g, kept_words(g, note, "date"), is_opinion(note) ? _("opinion:") : "");
    return joined(g, words, kept_words(g, note, "text"));
}

// ---- all ----------------------------------------------------------------------------------------

typedef const char *line_words(const struct ground *g, const struct doc_node *record);

static struct case_part part_of(const struct ground *g, const char *title,
                                const struct doc_node *list, line_words *words, bool facts_only)
{
    int all = doc_count(list);
    struct case_part part = {.title = title,
                             .lines = ARENA_ARRAY(g->arena, const char *, (size_t)all)};
    for (const struct doc_node *n = list ? list->first : NULL; n; n = n->next)
        if (!facts_only || !is_opinion(n))
            part.lines[part.n++] = words(g, n);
    return part;
}

static void fill_tasks(struct case_summary *s, const struct ground *g, const struct doc_node *list)
{
    struct case_task *tasks = ARENA_ARRAY(g->arena, struct case_task, (size_t)doc_count(list));
    s->tasks = tasks;
    for (const struct doc_node *n = list ? list->first : NULL; n; n = n->next)
        tasks[s->n_tasks++] =
            (struct case_task){kept_words(g, n, "what"), kept_words(g, n, "who"),
                               kept_words(g, n, "until"), kept_words(g, n, "done")};
}

void summary_of(struct case_summary *summary, const struct ground *g, const struct doc *doc,
                bool opinions)
{
    const struct doc_node *root = doc->root;
    struct case_part *parts = ARENA_ARRAY(g->arena, struct case_part, 3);
    *summary = (struct case_summary){.name = kept_words(g, root, "name"),
                                     .next = kept_words(g, root, "next"),
                                     .parts = parts,
                                     .n_parts = 3};
    fill_tasks(summary, g, doc_get(root, "agreed"));
    parts[0] = part_of(g, _("Who else helps"), doc_get(root, "referrals"), referral_words, false);
    parts[1] = part_of(g, _("Where"), doc_get(root, "destinations"), place_words, false);
    parts[2] = part_of(g, _("Notes"), doc_get(root, "notes"), note_words, !opinions);
}
