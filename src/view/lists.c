// SPDX-License-Identifier: MIT
// Lists that the destination keeps: where a person looks, and what one of them says of the
// institution.
#include "view/parts.h"

static const struct country_list *list_of(const struct ground *g, const struct listing *listing)
{
    return &ground_destination(g)->lists[listing->list];
}

const char *list_words(const struct ground *g, enum list_kind kind)
{
    const struct listing *listing = &g->assessment->listings[kind];
    int32_t question = g->pack->q_list[kind];
    if (listing->entry == NONE)
        return NULL;
    const struct country_list *list = list_of(g, listing);
    const struct list_entry *entry = &list->entries[listing->entry];
    const char *listed = value_words(g, question, entry->listed);
    if (!listing->contradicts)
        return arena_printf(g->arena,
                            _("A list of this country names %s: %s. This was taken as "
                              "your answer. Where it stands: %s"),
                            entry->name, listed, list->url);
    return arena_printf(g->arena,
                        _("A list of this country names %s: %s. You answered: %s. Your "
                          "answer counts here; please look it up again: %s"),
                        entry->name, listed, answer_words(g, question, &g->answers->of[question]),
                        list->url);
}

// Of schools only those of the profession answered, while it is answered.
static bool is_shown(const struct ground *g, const struct country_list *list, int32_t question)
{
    int64_t profession = answer_value(g->answers, g->pack->q_profession);
    return question == g->pack->q_list[list->kind] &&
           (profession == NONE || list_speaks(list, profession));
}

void part_lists(struct making *m, int32_t question)
{
    const struct destination *d = ground_destination(m->g);
    bool any = false;
    for (int32_t i = 0; d && i < d->n_lists; i++) {
        const struct country_list *list = &d->lists[i];
        if (!is_shown(m->g, list, question))
            continue;
        if (!any)
            make_heading(m, _("Where to look"));
        any = true;
        make_paragraph(m, phrase_words(m->g, &list->text), 0);
        make_muted(m, list->url, 0)->url = list->url;
        make_evidence(m, &list->evidence);
    }
}
