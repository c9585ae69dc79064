// SPDX-License-Identifier: MIT
// From a key to an action, and from an action to what it does: first the screen that is seen is
// asked, then comes what an action means everywhere (verbs.c).
#include "wizard/state.h"

#include <stdio.h>
#include <string.h>
#include "base/utf8.h"

// ---- who does what -----------------------------------------------------------------------------

static wizard_verb *const verbs[ACTIONS] = {
    [ACTION_CASE] = verb_case, // a kept case
    [ACTION_SAVE] = verb_save, // keeps it
    [ACTION_NOTE] = verb_note, // writes into it
    [ACTION_BACK] = verb_back,         [ACTION_FORWARD] = verb_forward,
    [ACTION_UP] = verb_move,           [ACTION_DOWN] = verb_move,
    [ACTION_FIRST] = verb_move,        [ACTION_LAST] = verb_move,
    [ACTION_PAGE_UP] = verb_move,      [ACTION_PAGE_DOWN] = verb_move,
    [ACTION_NUMBER] = verb_number,     [ACTION_HELP] = verb_help,
    [ACTION_REVIEW] = verb_review,     [ACTION_RESULT] = verb_result,
    [ACTION_COMPARE] = verb_compare,   [ACTION_EXPLAIN] = verb_explain,
    [ACTION_LANGUAGE] = verb_language, [ACTION_AGAIN] = verb_quit,
    [ACTION_REDRAW] = verb_redraw,     [ACTION_CLOSE] = verb_close,
    [ACTION_QUIT] = verb_quit,         [ACTION_LEFT] = verb_edit,
    [ACTION_RIGHT] = verb_edit,        [ACTION_ERASE] = verb_edit,
    [ACTION_ERASE_NEXT] = verb_edit,   [ACTION_ERASE_ALL] = verb_edit,
    [ACTION_TYPE] = verb_edit,         [ACTION_ANSWER] = verb_answer,
    [ACTION_JUMP] = verb_jump,         [ACTION_TAKE] = verb_take,
    [ACTION_NEED] = verb_need,         [ACTION_CODE] = verb_code,
    [ACTION_MENU] = verb_menu,         [ACTION_UNDO] = verb_undo,
    [ACTION_SERVICE] = verb_service,   [ACTION_SPEAK] = verb_speak,
    [ACTION_MOUSE] = verb_mouse,       [ACTION_DIPLOMAS] = verb_diplomas,
    [ACTION_LETTER] = verb_letter,     [ACTION_ANOTHER] = verb_another,
    [ACTION_REMOVE] = verb_remove,
};

int wizard_act(struct wizard *w, enum action action, const char *argument)
{
    const struct screen_ops *ops = screen_ops(wizard_screen(w));
    int event = ops->act ? ops->act(w, action, argument) : WIZARD_PASS;
    if (event == WIZARD_PASS && action == ACTION_ACCEPT && ops->accept)
        event = ops->accept(w, action, argument);
    if (event == WIZARD_PASS && verbs[action])
        event = verbs[action](w, action, argument);
    return event;
}

// The page is built anew where something changed.
static enum wizard_event settle(struct wizard *w, int event)
{
    if (wizard_broken(w))
        return WIZARD_LEAVE;
    if (event == WIZARD_PASS)
        return WIZARD_SAME;
    if (event == WIZARD_MOVED)
        return WIZARD_PAGE;
    if (event != WIZARD_SAME && event != WIZARD_SCROLL) {
        case_changed(w);
        w->page = NULL;
    }
    return (enum wizard_event)event;
}

enum wizard_event wizard_do(struct wizard *w, enum action action, const char *argument)
{
    explicit_bzero(w->message, sizeof w->message); // what was said before is gone
    if (action <= ACTION_NONE || action >= ACTIONS || !wizard_may(w, action))
        return WIZARD_SAME;
    if (kiosk_woken(w))
        return WIZARD_REDRAW;
    return settle(w, wizard_act(w, action, argument));
}

bool wizard_broken(const struct wizard *w)
{
    return engine_trouble(w->engine) != NULL;
}

bool wizard_may(const struct wizard *w, enum action action)
{
    const struct action_row *row = action_row(action);
    return !row || !(row->ability & ~w->abilities);
}

// ---- other ways in -----------------------------------------------------------------------------

// A character that is typed into an empty line may be a key: no name begins with "?".
static enum action typed_key(struct wizard *w, input key, enum action action)
{
    const struct screen_ops *ops = screen_ops(wizard_screen(w));
    const struct wizard_line *line = action == ACTION_TYPE && ops->line ? ops->line(w) : NULL;
    size_t count;
    const struct action_row *rows = action_rows(&count);
    for (size_t i = 0; line && !line->bytes[0] && i < count; i++)
        if (rows[i].typed && rows[i].contexts & (unsigned)wizard_context(w) &&
            action_hears(&rows[i], key))
            return rows[i].action;
    return action;
}

// Said once, until a key comes that means something.
static enum wizard_event means_nothing(struct wizard *w)
{
    if (w->lost)
        return WIZARD_SAME;
    w->lost = true;
    wizard_say(w, w->abilities & ABILITY_KEYS ? _("This key does nothing here. Help: ?") : "");
    return WIZARD_PAGE;
}

enum wizard_event wizard_key(struct wizard *w, input key, int rows)
{
    char bytes[16] = "";
    const char *argument = NULL;
    if (key == INPUT_RESIZE)
        return WIZARD_REDRAW;
    if (kiosk_woken(w))
        return WIZARD_REDRAW;
    enum action action = action_for(key, wizard_context(w), w->abilities);
    action = typed_key(w, key, action);
    if (action == ACTION_NONE)
        return means_nothing(w);
    w->lost = false;
    if (action == ACTION_NUMBER) {
        snprintf(bytes, sizeof bytes, "%d", input_digit(key));
        argument = bytes;
    } else if (action == ACTION_TYPE) {
        bytes[utf8_encode(bytes, key)] = 0;
        argument = bytes;
    }
    w->rows = rows;
    w->backspace = key == INPUT_BACKSPACE;
    w->backs_away &= w->backspace;
    bool had_message = w->message[0];
    enum wizard_event event = wizard_do(w, action, argument);
    w->backspace = false;
    return event == WIZARD_SAME && had_message ? WIZARD_PAGE : event;
}

enum wizard_event wizard_paste(struct wizard *w, const char *bytes, size_t len)
{
    explicit_bzero(w->message, sizeof w->message);
    w->backs_away = false;
    if (kiosk_woken(w))
        return WIZARD_REDRAW;
    return settle(w, edit_paste(w, bytes, len));
}

enum wizard_event wizard_focus(struct wizard *w, int item)
{
    if (item < 0 || item >= wizard_page(w)->n_items)
        return WIZARD_SAME;
    w->focus[wizard_screen(w)] = w->page->focus = item;
    return WIZARD_PAGE;
}

enum wizard_event wizard_choose(struct wizard *w, int item)
{
    if (wizard_focus(w, item) == WIZARD_SAME)
        return WIZARD_SAME;
    const struct block *b = &w->page->blocks[w->page->items[item].block];
    if (b->kind == BLOCK_FIELD)
        return WIZARD_PAGE;
    enum wizard_event event = wizard_do(w, b->multiple ? ACTION_TOGGLE : ACTION_ACCEPT, NULL);
    return event == WIZARD_SAME ? WIZARD_PAGE : event;
}

bool wizard_mouse(const struct wizard *w)
{
    return !w->no_mouse;
}

static bool untouched(const struct wizard *w)
{
    bool answered = w->session.n_path > 0 || (w->greets && w->open[0] != SCREEN_WELCOME);
    for (int32_t q = 0; q < w->pack->n_questions && !answered; q++)
        answered = w->session.all.of[q].state != ANSWER_ABSENT;
    return !answered && w->n_open == 1 && !w->typed.bytes[0];
}

enum wizard_event wizard_idle(struct wizard *w)
{
    if (w->policy)
        return settle(w, kiosk_idle(w));
    return untouched(w) ? WIZARD_SAME : settle(w, wizard_start_again(w));
}
