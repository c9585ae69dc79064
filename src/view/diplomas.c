// SPDX-License-Identifier: MIT
// Several diplomas of one person: which one carries the purpose, and what the others come to.
#include "view/parts.h"

const char *diploma_words(const struct ground *g, int number)
{
    const struct answer *level = &g->answers->of[g->pack->q_level],
                        *country = &g->answers->of[g->pack->q_award_country];
    return arena_printf(
        g->arena, "%d. %s%s%s", number,
        level->state == ANSWER_GIVEN ? answer_words(g, g->pack->q_level, level)
                                     : _("Level not answered"),
        country->state == ANSWER_GIVEN ? ", " : "",
        country->state == ANSWER_GIVEN ? answer_words(g, g->pack->q_award_country, country) : "");
}

void part_diplomas(struct making *m)
{
    const struct diplomas *d = m->g->diplomas;
    if (!d)
        return;
    make_heading(m, _("Your diplomas"));
    for (int i = 0; i < d->n; i++) {
        struct ground ground = *m->g;
        ground.answers = &d->answers[i];
        ground.assessment = &d->assessments[i];
        page_pair(&m->b, diploma_words(&ground, i + 1), outcome_headline(&ground));
    }
    make_paragraph(
        m,
        arena_printf(m->g->arena,
                     _("This result speaks of diploma %d: it opens the most for your purpose."),
                     d->carries + 1),
        0);
}
