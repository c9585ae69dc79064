// SPDX-License-Identifier: MIT
// All diplomas of a person: to open one, to add one, to remove one.
#include <stdlib.h>
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return (enum context)(CONTEXT_RULES | CONTEXT_DIPLOMAS);
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    bool more = w->n_diplomas < SEVERAL_MOST;
    return page_diplomas(g, more, more && w->abilities & ABILITY_CODE, w->focus[SCREEN_DIPLOMAS]);
}

static int say_which(struct wizard *w)
{
    wizard_say(w, arena_printf(&w->frame, _("You go on with diploma %d."), w->diploma + 1));
    return WIZARD_PAGE;
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)argument;
    int32_t value = wizard_focused(w);
    if (value == ITEM_DONE)
        return verb_another(w, action, NULL);
    if (value == ITEM_CODE)
        return verb_code(w, ACTION_CODE, NULL);
    if (value < 0 || value >= w->n_diplomas)
        return WIZARD_SAME;
    diplomas_open(w, value);
    return say_which(w);
}

const struct screen_ops screen_diplomas = {
    .id = "diplomas",
    .context = context,
    .assessed = true,
    .build = build,
    .accept = accept,
};

// ---- verbs ------------------------------------------------------------------------------------

// The place of the diploma with that number; NONE after saying that there is none.
static int32_t named(struct wizard *w, const char *number)
{
    int place = atoi(number) - 1;
    if (place >= 0 && place < w->n_diplomas)
        return place;
    wizard_say(w, _("There is no diploma with that number."));
    return NONE;
}

int verb_diplomas(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    if (!argument)
        return wizard_open(w, SCREEN_DIPLOMAS);
    int32_t place = named(w, argument);
    if (place == NONE)
        return WIZARD_PAGE;
    diplomas_open(w, place);
    return say_which(w);
}

int diplomas_take(struct wizard *w, const struct answers *answers)
{
    if (diplomas_add(w, answers))
        wizard_say(w,
                   arena_printf(&w->frame, _("Diploma %d: only what is different is asked again."),
                                w->n_diplomas));
    else
        wizard_say(w, _("There can be four diplomas at most. Remove one first."));
    return WIZARD_PAGE;
}

int verb_another(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    return argument ? code_add(w, argument) : diplomas_take(w, NULL);
}

int verb_remove(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    int32_t place = argument                              ? named(w, argument)
                    : wizard_screen(w) == SCREEN_DIPLOMAS ? wizard_focused(w)
                                                          : w->diploma;
    if (place < 0 || place >= w->n_diplomas)
        return argument ? WIZARD_PAGE : WIZARD_SAME;
    if (w->n_diplomas == 1) {
        wizard_say(w, _("This is the only diploma. To begin anew, start again."));
        return WIZARD_PAGE;
    }
    w->removing = place;
    w->confirm = CONFIRM_REMOVE;
    return wizard_open(w, SCREEN_CONFIRM);
}

int diplomas_forget(struct wizard *w)
{
    int number = w->removing + 1;
    diplomas_remove(w, w->removing);
    wizard_say(w, arena_printf(&w->frame, _("Diploma %d is removed."), number));
    return WIZARD_PAGE;
}
