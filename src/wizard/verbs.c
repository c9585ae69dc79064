// SPDX-License-Identifier: MIT
// What an action means on every screen that has nothing of its own to say about it.
#include "wizard/state.h"

#include <stdlib.h>
#include "base/utf8.h"

// ---- moving ------------------------------------------------------------------------------------

int verb_move(struct wizard *w, enum action action, const char *argument)
{
    (void)argument;
    const struct page *page = wizard_page(w);
    int focus = page->focus, last = page->n_items - 1, step = w->rows > 1 ? w->rows - 1 : 1;
    if (last < 0) {
        w->scroll = action;
        return WIZARD_SCROLL;
    }
    if (action == ACTION_UP)
        focus = focus > 0 ? focus - 1 : last;
    else if (action == ACTION_DOWN)
        focus = focus < last ? focus + 1 : 0;
    else if (action == ACTION_PAGE_UP)
        focus = focus > step ? focus - step : 0;
    else if (action == ACTION_PAGE_DOWN)
        focus = focus + step < last ? focus + step : last;
    else
        focus = action == ACTION_FIRST ? 0 : last;
    w->focus[wizard_screen(w)] = w->page->focus = focus;
    return WIZARD_MOVED;
}

// The row with that number: taken, or marked where several can be.
int verb_number(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    const struct page *page = wizard_page(w);
    int number = argument ? atoi(argument) : 0;
    for (int i = 0; i < page->n_items && number > 0; i++) {
        const struct block *b = &page->blocks[page->items[i].block];
        if (b->number != number)
            continue;
        w->focus[wizard_screen(w)] = w->page->focus = i;
        return wizard_act(w, b->multiple ? ACTION_TOGGLE : ACTION_ACCEPT, NULL);
    }
    return WIZARD_SAME;
}

// ---- screens -----------------------------------------------------------------------------------

static int ask_leave(struct wizard *w, enum confirm what)
{
    if (w->sitting)
        what = what == CONFIRM_QUIT ? CONFIRM_QUIT_CASE : CONFIRM_AGAIN_CASE;
    w->confirm = w->policy ? CONFIRM_FINISHED : what;
    return wizard_open(w, SCREEN_CONFIRM);
}

int verb_quit(struct wizard *w, enum action action, const char *argument)
{
    (void)argument;
    return ask_leave(w, action == ACTION_QUIT ? CONFIRM_QUIT : CONFIRM_AGAIN);
}

int verb_close(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return w->n_open > 1 ? wizard_close(w) : ask_leave(w, CONFIRM_QUIT);
}

int wizard_back(struct wizard *w)
{
    w->backs_away = w->backspace;
    if (w->n_open > 1)
        return wizard_close(w);
    int event = inside_leave(w);
    if (event != WIZARD_PASS)
        return event;
    if (w->asking.changes)
        return answer_leave(w);
    if (session_back(&w->session))
        return wizard_arrive(w);
    if (w->greets)
        return wizard_welcome(w);
    wizard_say(w, _("This is the first question."));
    return WIZARD_PAGE;
}

int verb_back(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return wizard_back(w);
}

int verb_forward(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return session_forward(&w->session) ? wizard_arrive(w) : WIZARD_SAME;
}

int verb_help(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return wizard_screen(w) == SCREEN_HELP ? wizard_close(w) : wizard_open(w, SCREEN_HELP);
}

int verb_menu(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return wizard_open(w, SCREEN_MENU);
}

int verb_mouse(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    w->no_mouse = !w->no_mouse;
    wizard_say(w, w->no_mouse ? _("The mouse marks text now.") : _("The mouse chooses again."));
    return WIZARD_MOUSE;
}

int verb_review(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return wizard_open(w, SCREEN_REVIEW);
}

int verb_result(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    w->tab = TAB_OUTCOME;
    return wizard_open(w, SCREEN_RESULT);
}

int verb_compare(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    return pick_named(w, argument);
}

int verb_explain(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    return rules_open(w, argument);
}

int verb_language(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    if (!argument)
        return wizard_open(w, SCREEN_LANGUAGES);
    return language_take(w, argument);
}

int verb_code(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    line_wipe(&w->code);
    return argument ? code_take(w, argument) : wizard_open(w, SCREEN_CODE);
}

int verb_redraw(struct wizard *w, enum action action, const char *argument)
{
    (void)w;
    (void)action;
    (void)argument;
    return WIZARD_REDRAW;
}

// ---- answers -----------------------------------------------------------------------------------

int verb_answer(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    return wizard_question(w) && argument ? answer_in_words(w, argument) : WIZARD_SAME;
}

static int32_t named_question(struct wizard *w, const char *name)
{
    struct ground g = wizard_ground(w, &w->frame);
    for (int32_t q = 0; q < w->pack->n_questions; q++)
        if (utf8_fold_same(name, w->pack->questions[q].id) ||
            utf8_fold_same(name, label_words(&g, q)))
            return q;
    return NONE;
}

int verb_jump(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    const struct session *s = &w->session;
    int number = argument ? atoi(argument) : 0;
    int32_t question = number > 0 && number <= s->n_path ? s->path[number - 1]
                       : number == s->n_path + 1         ? s->next
                       : number == 0 && argument         ? named_question(w, argument)
                                                         : NONE;
    if (question != NONE && wizard_jump(w, question) != WIZARD_SAME)
        return WIZARD_PAGE;
    wizard_say(w, _("There is no such question among your answers."));
    return WIZARD_PAGE;
}
