// SPDX-License-Identifier: MIT
// The screen that asks one question, and the one that says why it is asked.
#include <string.h>
#include "pack/kind.h"
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    static const enum context contexts[] = {
        [FORM_CHOICES] = CONTEXT_CHOICES,
        [FORM_MANY] = CONTEXT_MANY,
        [FORM_SEARCH] = CONTEXT_SEARCH,
        [FORM_FIELD] = CONTEXT_FIELD,
    };
    enum question_form form = asking_form(w->pack, &w->asking);
    return form == FORM_CHOICES && w->asking.finding ? CONTEXT_SEARCH : contexts[form];
}

static struct page *build(struct wizard *w, const struct ground *ground)
{
    struct ground g = *ground;
    if (!w->early) // too early to say what an answer can change
        g.assessment = NULL;
    w->asking.typed = w->typed.bytes;
    w->asking.cursor = w->typed.cursor;
    w->asking.focus = w->focus[SCREEN_QUESTION];
    return page_question(&g, &w->session, &w->asking);
}

static struct wizard_line *line(struct wizard *w)
{
    return context(w) & CONTEXT_TEXT ? &w->typed : NULL;
}

static int toggle(struct wizard *w, int32_t choice)
{
    w->asking.many ^= (uint64_t)1 << choice;
    return WIZARD_PAGE;
}

// Enter on a row. In a list of several, Enter on a row that is not marked while nothing is marked
// can only mean that row: it is marked, and the next Enter goes on.
static int take_row(struct wizard *w, int32_t value)
{
    if (value == ITEM_UNKNOWN)
        return answer_give_unknown(w);
    if (value == ITEM_NONE)
        return answer_give_value(w, wizard_question(w)->min.value);
    int event = inside_take(w, value);
    if (event != WIZARD_PASS)
        return event;
    if (question_form(wizard_question(w)) != FORM_MANY)
        return answer_give_value(w, value);
    if (value != ITEM_DONE && !w->asking.many) {
        wizard_say(w, _("Marked. Mark more, or press Enter again to go on."));
        return toggle(w, value);
    }
    return answer_give_value(w, (int64_t)w->asking.many);
}

static int take_typed(struct wizard *w)
{
    const struct question *q = wizard_question(w);
    if (kind_classes(q) == CLASSES_NONE && q->unknown_allowed &&
        !w->typed.bytes[strspn(w->typed.bytes, " ")])
        return answer_give_unknown(w); // words may be left out
    return answer_give_field(w, w->typed.bytes);
}

// On the line of a search, Enter takes the first match, if the page says that there is one to take.
static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    int32_t value = wizard_focused(w);
    if (value != ITEM_FIELD)
        return take_row(w, value);
    if (context(w) != CONTEXT_SEARCH)
        return take_typed(w);
    int32_t first = wizard_first_match(w);
    if (first != NONE)
        return take_row(w, first);
    wizard_say(w, _("Please type a name, or choose one from the list."));
    return WIZARD_PAGE;
}

// A search among the answers is opened above them, and closed as any other thing.
static int find(struct wizard *w, bool finding)
{
    line_wipe(&w->typed);
    w->asking.finding = finding;
    w->focus[SCREEN_QUESTION] = PAGE_FOCUS_OWN;
    return WIZARD_PAGE;
}

static bool closes_find(const struct wizard *w, enum action action)
{
    bool back = action == ACTION_ERASE || action == ACTION_LEFT;
    return w->asking.finding && (action == ACTION_CLOSE || (back && !w->typed.bytes[0]));
}

static int act(struct wizard *w, enum action action, const char *argument)
{
    (void)argument;
    if (closes_find(w, action))
        return find(w, false);
    switch (action) {
    case ACTION_FIND:
        return find(w, true);
    case ACTION_TOGGLE:
        if (context(w) != CONTEXT_MANY || wizard_focused(w) < 0)
            return WIZARD_SAME;
        return toggle(w, wizard_focused(w));
    case ACTION_UNKNOWN:
        return answer_give_unknown(w);
    case ACTION_WHY:
        return wizard_open(w, SCREEN_WHY);
    case ACTION_CLOSE: {
        int event = inside_leave(w);
        return event == WIZARD_PASS && w->asking.changes ? answer_leave(w) : event;
    }
    default:
        return WIZARD_PASS;
    }
}

const struct screen_ops screen_question = {
    .id = "question",
    .context = context,
    .build = build,
    .accept = accept,
    .act = act,
    .line = line,
};

// ---- why ---------------------------------------------------------------------------------------

static enum context panel(const struct wizard *w)
{
    (void)w;
    return CONTEXT_PANEL;
}

static struct page *build_why(struct wizard *w, const struct ground *g)
{
    return page_question_why(g, session_question(&w->session));
}

const struct screen_ops screen_why = {.id = "why", .context = panel, .build = build_why};
