// SPDX-License-Identifier: MIT
// Several diplomas of one person: each has a session of its own, of which one is open. What speaks
// of the person is the same in all of them.
#include <stdlib.h>
#include <string.h>
#include "base/bits.h"
#include "base/oom.h"
#include "wizard/state.h"

struct session *diplomas_at(struct wizard *w, int place)
{
    return place == w->diploma ? &w->session : w->beside[place];
}

void diplomas_answers(struct wizard *w, struct several *out)
{
    out->n = w->n_diplomas;
    for (int i = 0; i < out->n; i++)
        out->of[i] = diplomas_at(w, i)->current;
}

void diplomas_assess(struct wizard *w)
{
    if (w->n_diplomas < 2)
        return;
    diplomas_answers(w, w->several);
    int carries = several_assess(w->engine, w->pack, w->several, w->each);
    w->diplomas = (struct diplomas){.answers = w->several->of,
                                    .assessments = w->each,
                                    .n = w->n_diplomas,
                                    .carries = carries,
                                    .open = w->diploma};
}

// ---- which one is open ------------------------------------------------------------------------

static void swap(struct wizard *w, int place)
{
    struct session open = w->session;
    w->session = *w->beside[place];
    *w->beside[place] = open;
    explicit_bzero(&open, sizeof open);
    w->beside[w->diploma] = w->beside[place];
    w->beside[place] = NULL;
    w->diploma = place;
}

void diplomas_end(struct wizard *w)
{
    struct session *s = &w->session;
    if (s->next != NONE)
        session_jump(s, s->next);
    while (s->next == NONE && session_forward(s))
        ;
}

void diplomas_skip(struct wizard *w)
{
    if (w->adding)
        diplomas_end(w);
}

// What an undo would take back belongs to the one that is left: it would take the person's answers
// of later back too.
void diplomas_open(struct wizard *w, int place)
{
    session_unmark(&w->session);
    if (place != w->diploma)
        swap(w, place);
    diplomas_end(w);
    w->assessed = w->changing = w->adding = false;
    w->tab = TAB_OUTCOME;
    wizard_arrive(w);
}

static void begin(struct wizard *w, int place, const struct answers *answers)
{
    struct session *next = xcalloc(1, sizeof *next);
    session_init(next, w->pack, w->engine, w->as_of);
    session_fill(next, answers);
    w->beside[place] = next;
}

int diplomas_carrying(struct wizard *w, int32_t destination)
{
    diplomas_answers(w, w->several);
    for (int i = 0; i < w->several->n; i++)
        w->several->of[i].of[w->pack->q_destination] =
            (struct answer){.state = ANSWER_GIVEN, .value = destination};
    w->assessed = false;
    return several_assess(w->engine, w->pack, w->several, w->each);
}

bool diplomas_add(struct wizard *w, const struct answers *answers)
{
    if (w->n_diplomas == SEVERAL_MOST)
        return false;
    struct answers own = {.ticks = NULL};
    if (answers)
        own = *answers;
    own.ticks = w->session.ticks;
    for (int32_t q = 0; q < w->pack->n_questions; q++)
        if (w->pack->questions[q].of_person && w->session.all.of[q].state != ANSWER_ABSENT)
            own.of[q] = w->session.all.of[q];
    begin(w, w->n_diplomas, &own);
    explicit_bzero(&own, sizeof own);
    diplomas_open(w, w->n_diplomas++);
    w->adding = true;
    return true;
}

static void drop(struct wizard *w, int place)
{
    session_release(w->beside[place]);
    free(w->beside[place]);
    w->beside[place] = NULL;
}

void diplomas_remove(struct wizard *w, int place)
{
    if (place == w->diploma)
        diplomas_open(w, place ? 0 : 1);
    drop(w, place);
    if (w->sitting)
        sitting_removed(w->sitting, place);
    w->n_diplomas--;
    for (int i = place; i < w->n_diplomas; i++)
        w->beside[i] = w->beside[i + 1];
    w->beside[w->n_diplomas] = NULL;
    if (w->diploma > place)
        w->diploma--;
    w->assessed = false;
    wizard_arrive(w);
}

void diplomas_fill(struct wizard *w, const struct answers *answers, int n)
{
    diplomas_wipe(w);
    session_fill(&w->session, answers);
    for (int i = 1; i < n; i++)
        begin(w, i, &answers[i]);
    w->n_diplomas = n;
    w->assessed = false;
    wizard_assess(w);
    if (n > 1 && w->diplomas.carries != w->diploma)
        diplomas_open(w, w->diplomas.carries);
}

void diplomas_arrive(struct wizard *w)
{
    if (!w->adding || session_question(&w->session) != NONE)
        return;
    w->adding = false;
    wizard_assess(w);
    if (w->n_diplomas > 1 && w->diplomas.carries != w->diploma)
        diplomas_open(w, w->diplomas.carries);
}

void diplomas_wipe(struct wizard *w)
{
    for (int i = 0; i < SEVERAL_MOST; i++) {
        if (w->beside[i])
            drop(w, i);
        assessment_wipe(&w->each[i]);
    }
    explicit_bzero(w->several, sizeof *w->several);
    explicit_bzero(&w->diplomas, sizeof w->diplomas);
    w->n_diplomas = 1;
    w->diploma = w->removing = 0;
    w->adding = w->assessed = false;
}

// ---- what speaks of the person -----------------------------------------------------------------

static bool same(const struct answer *a, const struct answer *b)
{
    return a->state == b->state && a->value == b->value && a->last == b->last && a->text == b->text;
}

void diplomas_share(struct wizard *w, const struct answers *before)
{
    const struct session *open = &w->session;
    for (int i = 0; i < w->n_diplomas; i++) {
        struct session *other = diplomas_at(w, i);
        if (other == open)
            continue;
        memcpy(other->ticks, open->ticks, BITS_WORDS(w->pack->n_documents) * sizeof *open->ticks);
        for (int32_t q = 0; q < w->pack->n_questions; q++)
            if (w->pack->questions[q].of_person && !same(&before->of[q], &open->all.of[q]))
                session_put(other, q, &open->all.of[q]);
    }
}
