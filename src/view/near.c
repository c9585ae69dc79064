// SPDX-License-Identifier: MIT
// The worked cases nearest to the person's answers: what they share, what is otherwise there, how
// they ended. Told in the person's language, from the answers of the case.
#include "base/text.h"
#include "engine/near.h"
#include "view/parts.h"
#include "view/room.h"

// So much stands before them that the second one is one of the details.
enum {
    BLOCKS_CROWDED = 14,
    BLOCKS_FULL = 22,
    LINES_CROWDED = 32
}; // on paper; on a screen of 80x24
enum { OTHER_FOLDED = 2, OTHER_CROWDED = 1 };

static const char *case_word(const struct ground *g, const struct near_case *c, int32_t question)
{
    int64_t value;
    return question != NONE && near_value(c, question, &value) ? value_words(g, question, value)
                                                               : NULL;
}

static void join(struct text *t, const char *between, const char *words)
{
    if (words)
        text_printf(t, "%s%s", t->len ? between : "", words);
}

static const char *keep(const struct ground *g, struct text *t)
{
    const char *words = arena_strdup(g->arena, text_str(t));
    text_release(t);
    return words;
}

// "Kazakhstan → China, Bachelor's degree, To study further".
static const char *about(const struct ground *g, const struct near_case *c)
{
    struct text t = TEXT_INIT;
    join(&t, "", case_word(g, c, g->pack->q_award_country));
    join(&t, " → ", case_word(g, c, g->pack->q_destination));
    join(&t, ", ", case_word(g, c, g->pack->q_level));
    join(&t, ", ", case_word(g, c, g->pack->q_purpose));
    return keep(g, &t);
}

static const char *shared(const struct making *m, const struct near *near)
{
    const struct ground *g = m->g;
    const struct near_case *c = &g->pack->near[near->at];
    struct text t = TEXT_INIT;
    int n = 0;
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        if (question_set_has(&near->same, q)) {
            join(&t, ", ", case_word(g, c, q));
            n++;
        }
    const char *words = keep(g, &t);
    return m->folded ? arena_printf(g->arena,
                                    P_("%d answer is the same.", "%d answers are the same.", n), n)
                     : arena_printf(g->arena, _("The same: %s."), words);
}

// Does the case's own line say it?
static bool in_about(const struct pack *pack, int32_t question)
{
    return question == pack->q_award_country || question == pack->q_destination ||
           question == pack->q_level || question == pack->q_purpose;
}

static const char *otherwise(const struct making *m, const struct near *near, int most)
{
    const struct ground *g = m->g;
    const struct near_case *c = &g->pack->near[near->at];
    struct text t = TEXT_INIT;
    int n = 0;
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        if (question_set_has(&near->other, q) &&
            (!m->folded || (!in_about(g->pack, q) && n++ < most)))
            join(&t, "; ", arena_printf(g->arena, "%s %s", label_words(g, q), case_word(g, c, q)));
    if (n > most)
        text_add(&t, " …");
    const char *words = keep(g, &t);
    return *words ? arena_printf(g->arena, _("Otherwise there: %s"), words)
           : question_set_any(&near->other) ? ""
                                            : _("Nothing was answered otherwise.");
}

// How it ended. On paper the case is named, and all stands in one line.
static void add_case(struct making *m, const struct near *near, bool crowded)
{
    const struct ground *g = m->g;
    const struct near_case *c = &g->pack->near[near->at];
    const char *end = say(g->i18n, &g->pack->outcomes[c->outcome].title),
               *head = arena_printf(g->arena, _("%s. It ended: %s"), about(g, c), end),
               *other = otherwise(m, near, crowded || m->on_paper ? OTHER_CROWDED : OTHER_FOLDED),
               *rest = arena_printf(g->arena, "%s%s%s", shared(m, near), *other ? " " : "", other);
    if (m->on_paper || m->folded) {
        page_item(&m->b, "•",
                  m->on_paper ? arena_printf(g->arena, "%s (%s). %s", head, c->id, rest)
                              : arena_printf(g->arena, "%s. %s", head, rest));
        return;
    }
    page_item(&m->b, "•", head);
    make_paragraph(m, rest, 1);
    if (!m->folded)
        make_muted(m, arena_printf(g->arena, _("Case %s"), c->id), 1);
}

void make_near(struct making *m)
{
    struct near near[NEAR_MOST];
    if (m->folded && m->on_paper && m->b.n_blocks > BLOCKS_FULL) // the own result says enough
        return;
    int n = near_find(m->g->engine, m->g->answers, near);
    if (n)
        make_heading(m, _("Worked cases near yours"));
    bool crowded = n > 1 && making_crowded(m, BLOCKS_CROWDED, LINES_CROWDED);
    if (crowded)
        n = 1;
    for (int i = 0; i < n; i++)
        add_case(m, &near[i], crowded);
    if (crowded && !m->on_paper) // there it opens
        make_muted(m, arena_printf(m->g->arena, P_("and %d more …", "and %d more …", 1), 1), 1);
}
