// SPDX-License-Identifier: MIT
// An answer given to the question of the moment.
#include "wizard/state.h"

int answer_give(struct wizard *w, const struct answer *answer)
{
    changed_mark(w, answer);
    if (session_answer(&w->session, w->asking.question, answer)) {
        wizard_say(w, _("That answer does not fit here. Please choose another one."));
        return WIZARD_PAGE;
    }
    w->assessed = false;
    w->tab = TAB_OUTCOME;
    wizard_arrive(w);
    return changed_arrive(w);
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
