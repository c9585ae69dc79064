// SPDX-License-Identifier: MIT
// Papers to tick: what is needed, what is needed in some cases only, what is there.
#include "view/parts.h"

enum paper_group paper_group(const struct ground *g, int32_t i)
{
    const struct document_state *state = &g->assessment->documents[i];
    return state->have == TRUTH_YES                      ? PAPER_THERE
           : g->pack->documents[state->document].only_if ? PAPER_ONLY_IF
                                                         : PAPER_NEEDED;
}

int papers_count(const struct ground *g, enum paper_group group)
{
    int n = 0;
    for (int32_t i = 0; i < g->assessment->n_documents; i++)
        n += paper_group(g, i) == group;
    return n;
}

// What was answered where several answers say that it is there: "Yes, an apostille".
static const char *answer_of(const struct ground *g, const struct item *item)
{
    const struct expr *e = item->have.root;
    if (!e || e->op != EXPR_IN || g->answers->of[e->question].state != ANSWER_GIVEN)
        return "";
    return answer_words(g, e->question, &g->answers->of[e->question]);
}

static void add_row(struct making *m, int32_t document, bool have)
{
    const struct item *item = &m->g->pack->documents[document];
    const char *words = phrase_words(m->g, &item->text); // one in some cases only says which
    struct block *b = page_add(&m->b, BLOCK_CHOICE, item->only_if ? words : fold_words(m, words));
    b->multiple = true;
    b->on = have;
    b->detail = have ? answer_of(m->g, item) : "";
    make_cites(m, &item->cites);
    page_focusable(&m->b, document);
}

// A row stays where it is when it is ticked.
static void add_rows(struct making *m, bool only_if)
{
    const struct assessment *a = m->g->assessment;
    for (int32_t i = 0; i < a->n_documents; i++)
        if (m->g->pack->documents[a->documents[i].document].only_if == only_if)
            add_row(m, a->documents[i].document, a->documents[i].have == TRUTH_YES);
    for (int32_t i = 0; i < a->n_offered && only_if; i++)
        add_row(m, a->offered[i], false);
}

// Questions that a line among the papers stands for.
static void add_lines(struct making *m)
{
    const struct ground *g = m->g;
    for (int32_t q = 0; q < g->pack->n_questions; q++) {
        const struct question *question = &g->pack->questions[q];
        if (!question->tick.words)
            continue;
        const struct answer *answer = &g->answers->of[q];
        struct block *b = page_add(&m->b, BLOCK_CHOICE, phrase_words(g, &question->tick));
        b->multiple = true;
        b->on = answer->state == ANSWER_GIVEN && !answer_unticked(question, answer);
        b->detail = b->on || answer->state == ANSWER_UNKNOWN ? answer_words(g, q, answer) : "";
        page_focusable(&m->b, g->pack->n_documents + q);
    }
}

static bool any_line(const struct pack *pack)
{
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (pack->questions[q].tick.words)
            return true;
    return false;
}

void part_ticks(struct making *m)
{
    const struct ground *g = m->g;
    int needed = papers_count(g, PAPER_NEEDED), there = papers_count(g, PAPER_THERE),
        cases = papers_count(g, PAPER_ONLY_IF) + (int)g->assessment->n_offered;
    if (!needed && !there && !cases) {
        add_lines(m);
        return;
    }
    if (g->diploma)
        make_muted(m, _("What you tick counts for all your diplomas."), 0);
    make_heading(m, needed ? arena_printf(g->arena,
                                          P_("Needed: %d paper is still to be got",
                                             "Needed: %d papers are still to be got", needed),
                                          needed)
                           : _("Everything that is needed is there"));
    add_rows(m, false);
    if (cases || any_line(g->pack))
        make_heading(m, _("Only if it applies to you, or if you have it"));
    add_lines(m);
    add_rows(m, true);
}
