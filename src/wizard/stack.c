// SPDX-License-Identifier: MIT
// The screens that are open, and the arrival at a question or at the result.
#include "wizard/state.h"

enum screen wizard_screen(const struct wizard *w)
{
    return w->open[w->n_open - 1];
}

enum screen wizard_below(const struct wizard *w)
{
    return w->open[w->n_open - 2];
}

int wizard_open(struct wizard *w, enum screen screen)
{
    int at = 0;
    while (at < w->n_open && w->open[at] != screen)
        at++;
    w->open[at] = screen;
    w->n_open = at + 1;
    w->focus[screen] = PAGE_FOCUS_OWN;
    return WIZARD_PAGE;
}

bool wizard_shows_result(const struct wizard *w)
{
    for (int i = 0; i < w->n_open; i++)
        if (w->open[i] == SCREEN_RESULT)
            return true;
    return false;
}

int wizard_result_again(struct wizard *w)
{
    w->tab = TAB_OUTCOME;
    return wizard_shows_result(w) ? WIZARD_PAGE : wizard_open(w, SCREEN_RESULT);
}

// To the question; its answer leads back to the result if one was looked at, but not that of the
// question which comes next in any case.
int wizard_jump(struct wizard *w, int32_t question)
{
    bool changes = wizard_shows_result(w) && question != w->session.next;
    if (!session_jump(&w->session, question))
        return WIZARD_SAME;
    int event = wizard_arrive(w);
    w->asking.changes = changes;
    return event;
}

int wizard_close(struct wizard *w)
{
    if (wizard_screen(w) == SCREEN_SERVICE)
        line_wipe(&w->code); // a PIN that was begun
    if (w->n_open > 1)
        w->n_open--;
    return WIZARD_PAGE;
}

const struct question *wizard_question(const struct wizard *w)
{
    int32_t q = session_question(&w->session);
    return q == NONE || w->open[0] == SCREEN_WELCOME || w->open[0] == SCREEN_DESK
               ? NULL
               : &w->pack->questions[q];
}

// What was answered before stands in the field again; the smallest value that has a row of its own
// is said by that row.
static void kept_in_field(struct wizard *w, int32_t q, const struct answer *kept)
{
    const struct question *question = &w->pack->questions[q];
    if (asking_form(w->pack, &w->asking) != FORM_FIELD || kept->state != ANSWER_GIVEN ||
        (question_has_none(question) && kept->value == question->min.value))
        return;
    struct arena_mark mark = arena_mark(&w->frame);
    struct ground g = wizard_ground(w, &w->frame);
    line_set(&w->typed, answer_words(&g, q, kept));
    arena_rewind(&w->frame, mark);
}

// Nothing is open, typed or focused.
static void clear_away(struct wizard *w)
{
    line_wipe(&w->typed);
    w->asking = (struct asking){
        .question = session_question(&w->session), .focus = PAGE_FOCUS_OWN, .inside = NONE};
    w->n_open = 0;
    w->page = NULL;
    w->side = NULL;
    w->arrivals++;
}

int wizard_welcome(struct wizard *w)
{
    clear_away(w);
    return wizard_open(w, SCREEN_WELCOME);
}

int wizard_arrive(struct wizard *w)
{
    int32_t q = session_question(&w->session);
    clear_away(w);
    wizard_open(w, q == NONE ? SCREEN_RESULT : SCREEN_QUESTION);
    if (q == NONE)
        return WIZARD_PAGE;
    const struct answer *kept = session_kept(&w->session, q);
    if (question_form(wizard_question(w)) == FORM_MANY && kept->state == ANSWER_GIVEN)
        w->asking.many = (uint64_t)kept->value;
    struct ground g = wizard_ground(w, &w->frame);
    asking_begin(&g, kept, &w->asking);
    kept_in_field(w, q, kept);
    return WIZARD_PAGE;
}
