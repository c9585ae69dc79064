// SPDX-License-Identifier: MIT
// An answer given to the question of the moment.
#include <string.h>
#include "wizard/state.h"

// The questions that everything depends on are answered for the first time, and there are more.
static bool early_due(const struct wizard *w)
{
    const struct pack *p = w->pack;
    const int32_t first[] = {p->q_destination, p->q_purpose, p->q_award_country, p->q_level};
    if (!w->greets || w->early || session_question(&w->session) == NONE)
        return false;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (first[i] == NONE || w->session.current.of[first[i]].state == ANSWER_ABSENT)
            return false;
    return true;
}

static int early_open(struct wizard *w)
{
    w->early = true;
    return wizard_open(w, SCREEN_EARLY);
}

// The question with which the answer makes an impossible order ("began after the award"): itself
// where it is the later one of the two, else the later one; NONE.
static int32_t out_of_order(const struct wizard *w, const struct answer *answer)
{
    int32_t own = w->asking.question;
    const struct answer *given = w->session.current.of;
    for (int32_t q = 0; q < w->pack->n_questions; q++) {
        if (answers_clash(w->pack, own, answer, q, &given[q]))
            return own;
        if (answers_clash(w->pack, q, &given[q], own, answer))
            return q;
    }
    return NONE;
}

static void say_order(struct wizard *w, int32_t question)
{
    wizard_say(w, say(w->i18n, &w->pack->questions[question].order_message));
}

int answer_give(struct wizard *w, const struct answer *answer)
{
    struct answers before = w->session.all;
    int32_t clash = out_of_order(w, answer);
    if (clash == w->asking.question) {
        explicit_bzero(&before, sizeof before);
        say_order(w, clash);
        return WIZARD_PAGE;
    }
    bool stopped = w->asking.changes && w->session.next != NONE;
    changed_mark(w, answer);
    if (session_answer(&w->session, w->asking.question, answer)) {
        explicit_bzero(&before, sizeof before);
        wizard_say(w, _("That answer does not fit here. Please choose another one."));
        return WIZARD_PAGE;
    }
    if (clash != NONE) // the later one is asked again
        session_put(&w->session, clash, &(struct answer){.state = ANSWER_ABSENT});
    diplomas_share(w, &before);
    diplomas_skip(w);
    explicit_bzero(&before, sizeof before);
    w->assessed = false;
    w->tab = TAB_OUTCOME;
    wizard_arrive(w);
    diplomas_arrive(w);
    if (stopped)
        wizard_result_again(w);
    int event = changed_arrive(w);
    if (clash != NONE && session_question(&w->session) == clash)
        say_order(w, clash);
    return early_due(w) ? early_open(w) : event;
}

int answer_leave(struct wizard *w)
{
    diplomas_end(w);
    wizard_arrive(w);
    return wizard_result_again(w);
}

int answer_give_value(struct wizard *w, int64_t value)
{
    struct answer answer = {.state = ANSWER_GIVEN, .value = value};
    return answer_give(w, &answer);
}

int answer_give_unknown(struct wizard *w)
{
    struct answer answer = {.state = ANSWER_UNKNOWN};
    if (wizard_question(w)->unknown_allowed)
        return answer_give(w, &answer);
    wizard_say(w, _("This question needs an answer: everything else depends on it."));
    return WIZARD_PAGE;
}

int answer_give_field(struct wizard *w, const char *words)
{
    struct answer answer;
    struct arena scratch;
    const char *error = NULL;
    int event = WIZARD_PAGE;
    arena_init(&scratch);
    struct ground g = wizard_ground(w, &scratch);
    if (field_read(&g, w->asking.question, words, &answer, &error))
        wizard_say(w, error);
    else
        event = answer_give(w, &answer);
    arena_wipe(&scratch);
    arena_release(&scratch);
    return event;
}
