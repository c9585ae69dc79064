// SPDX-License-Identifier: MIT
// What lies behind a row of a question's first list: a group of its choices, or the line to type
// in.
#include "wizard/state.h"

static int go(struct wizard *w, int32_t inside)
{
    line_wipe(&w->typed);
    w->asking.inside = inside;
    w->asking.finding = false;
    w->focus[SCREEN_QUESTION] = PAGE_FOCUS_OWN;
    w->arrivals++; // there is a new list to read out
    return WIZARD_PAGE;
}

int inside_leave(struct wizard *w)
{
    int32_t inside = w->asking.inside;
    if (wizard_screen(w) != SCREEN_QUESTION || inside == NONE)
        return WIZARD_PASS;
    go(w, NONE); // its rows come and go with the answer that is kept
    wizard_stand_on(w, inside == INSIDE_FIELD ? ITEM_OPEN : ITEM_GROUP - inside);
    return WIZARD_PAGE;
}

int inside_take(struct wizard *w, int32_t value)
{
    if (item_is_group(value))
        return go(w, ITEM_GROUP - value);
    if (value == ITEM_OPEN)
        return go(w, INSIDE_FIELD);
    if (!item_is_band(value))
        return WIZARD_PASS;
    int band = ITEM_BAND - value;
    struct answer answer = {.state = ANSWER_GIVEN, .value = w->asking.low[band]};
    if (w->asking.high[band] > answer.value)
        answer.last = w->asking.high[band];
    return answer_give(w, &answer);
}
