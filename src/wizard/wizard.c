// SPDX-License-Identifier: MIT
// What each key does; see wizard.h.
#include "wizard/wizard_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "base/utf8.h"

static int32_t question_of(const struct wizard *w)
{
    return session_question(&w->session);
}

const struct question *wizard_question(const struct wizard *w)
{
    int32_t q = question_of(w);
    return q == NONE ? NULL : &w->pack->questions[q];
}

struct ground wizard_ground(struct wizard *w, struct arena *arena)
{
    return (struct ground){arena,
                           w->i18n,
                           w->pack,
                           w->engine,
                           w->as_of,
                           &w->session.current,
                           w->assessed ? w->assessment : NULL,
                           0,
                           0};
}

static void assess_now(struct wizard *w)
{
    if (!w->assessed)
        assess(w->engine, &w->session.current, ASSESS_FULL, w->assessment);
    w->assessed = true;
}

// ---- entering a question -----------------------------------------------------------------------

static void type_words(struct wizard *w, const char *words)
{
    size_t len = strlen(words);
    if (len > WIZARD_FIELD_MAX)
        len = 0;
    memcpy(w->typed, words, len);
    w->typed[len] = 0;
    w->asking.cursor = len;
}

static void kept_in_field(struct wizard *w, int32_t q, const struct answer *kept)
{
    struct arena_mark mark = arena_mark(&w->frame);
    struct ground g = wizard_ground(w, &w->frame);
    if (question_form(&w->pack->questions[q]) == FORM_FIELD && kept->state == ANSWER_GIVEN &&
        !(question_has_none(&w->pack->questions[q]) &&
          kept->value == w->pack->questions[q].min.value))
        type_words(w, answer_words(&g, q, kept));
    arena_rewind(&w->frame, mark);
}

// The focus starts on the answer given before, else on the first row.
static int first_focus(struct wizard *w)
{
    const struct page *page = wizard_page(w);
    for (int i = 0; i < page->n_items; i++)
        if (page->blocks[page->items[i].block].on)
            return i;
    return 0;
}

void wizard_enter(struct wizard *w)
{
    explicit_bzero(w->typed, sizeof w->typed);
    w->asking = (struct asking){.question = question_of(w), .typed = w->typed};
    w->screen = SCREEN_MAIN;
    w->n_below = 0;
    w->page = NULL;
    if (w->asking.question == NONE)
        return;
    const struct answer *kept = session_kept(&w->session, w->asking.question);
    if (wizard_question(w)->type == Q_MANY && kept->state == ANSWER_GIVEN)
        w->asking.many = (uint64_t)kept->value;
    kept_in_field(w, w->asking.question, kept);
    w->asking.focus = first_focus(w);
    w->page = NULL;
}

struct line_of_text wizard_line(struct wizard *w)
{
    if (w->screen == SCREEN_PICK)
        return (struct line_of_text){w->sought, &w->picking.cursor, &w->picking.focus};
    return (struct line_of_text){w->typed, &w->asking.cursor, &w->asking.focus};
}

void wizard_sync(struct wizard *w)
{
    wizard_enter(w);
}

void wizard_init(struct wizard *w, struct i18n *i18n, const struct pack *pack,
                 struct engine *engine, int32_t as_of, unsigned abilities)
{
    memset(w, 0, sizeof *w);
    w->i18n = i18n;
    w->pack = pack;
    w->engine = engine;
    w->as_of = as_of;
    w->abilities = abilities;
    w->assessment = xcalloc(1, sizeof *w->assessment);
    session_init(&w->session, pack, engine, as_of);
    wizard_enter(w);
}

static void wipe(struct wizard *w)
{
    explicit_bzero(w->typed, sizeof w->typed);
    assessment_wipe(w->assessment);
    explicit_bzero(&w->asking, sizeof w->asking);
    explicit_bzero(&w->picking, sizeof w->picking);
    explicit_bzero(w->sought, sizeof w->sought);
    w->assessed = false;
    w->tab = TAB_OUTCOME;
    w->message[0] = 0;
    w->page = NULL;
    arena_wipe(&w->frame);
    arena_wipe(&w->side_frame);
}

void wizard_reset(struct wizard *w)
{
    wipe(w);
    session_reset(&w->session);
    wizard_enter(w);
}

void wizard_release(struct wizard *w)
{
    wipe(w);
    session_release(&w->session);
    arena_release(&w->frame);
    arena_release(&w->side_frame);
    assessment_release(w->assessment);
    free(w->assessment);
    w->assessment = NULL;
}

// ---- pages -------------------------------------------------------------------------------------

static bool at_result(const struct wizard *w)
{
    return question_of(w) == NONE;
}

static enum context main_context(const struct wizard *w)
{
    static const enum context contexts[] = {
        [FORM_CHOICES] = CONTEXT_CHOICES,
        [FORM_MANY] = CONTEXT_MANY,
        [FORM_SEARCH] = CONTEXT_SEARCH,
        [FORM_FIELD] = CONTEXT_FIELD,
    };
    return at_result(w) ? CONTEXT_RESULT : contexts[question_form(wizard_question(w))];
}

static enum context context_of(const struct wizard *w, enum screen screen)
{
    switch (screen) {
    case SCREEN_MAIN:
        return main_context(w);
    case SCREEN_PREVIEW:
        return CONTEXT_RESULT;
    case SCREEN_REVIEW:
        return CONTEXT_REVIEW;
    case SCREEN_PICK:
        return CONTEXT_PICK;
    case SCREEN_LANGUAGES:
        return CONTEXT_LANGUAGES;
    case SCREEN_CONFIRM:
        return CONTEXT_CONFIRM;
    case SCREEN_HELP:
    case SCREEN_WHY:
    case SCREEN_COMPARE:
        break;
    }
    return CONTEXT_PANEL;
}

enum context wizard_context(const struct wizard *w)
{
    return context_of(w, w->screen);
}

// Help speaks about the screen it was opened on.
static struct page *build_help(struct wizard *w, const struct ground *g)
{
    enum screen below = w->n_below ? w->below[w->n_below - 1] : SCREEN_MAIN;
    int n;
    const struct hint *keys = action_keys(g->arena, context_of(w, below), w->abilities, &n);
    if (below == SCREEN_MAIN && !at_result(w))
        return page_question_help(g, question_of(w), keys, n);
    return page_keys(g, keys, n);
}

static struct page *build_comparison(const struct wizard *w, const struct ground *g)
{
    int32_t destinations[COMPARE_MOST];
    int n = compare_list(g, w->picking.chosen, w->picking.n_chosen, destinations);
    return page_compare(g, destinations, n);
}

static struct page *build(struct wizard *w)
{
    bool result = w->screen == SCREEN_PREVIEW || (w->screen == SCREEN_MAIN && at_result(w));
    if (result)
        assess_now(w);
    struct ground g = wizard_ground(w, &w->frame);
    if (result)
        return page_result(&g, w->tab);
    switch (w->screen) {
    case SCREEN_MAIN:
    case SCREEN_PREVIEW:
        return page_question(&g, &w->session, &w->asking);
    case SCREEN_HELP:
        return build_help(w, &g);
    case SCREEN_WHY:
        return page_question_why(&g, question_of(w));
    case SCREEN_REVIEW:
        return page_review(&g, &w->session, w->focus);
    case SCREEN_PICK:
        return page_destinations(&g, &w->picking);
    case SCREEN_COMPARE:
        return build_comparison(w, &g);
    case SCREEN_LANGUAGES:
        return page_languages(&g, w->focus);
    case SCREEN_CONFIRM:
        break;
    }
    return page_confirm(&g, w->confirm, w->focus);
}

const struct page *wizard_page(struct wizard *w)
{
    if (w->page)
        return w->page;
    arena_wipe(&w->frame);
    struct page *page = build(w);
    page->hints = action_footer(&w->frame, wizard_context(w), w->abilities, &page->n_hints);
    if (w->message[0] && !page->message[0])
        page->message = arena_strdup(&w->frame, w->message);
    w->page = page;
    return page;
}

const struct page *wizard_side(struct wizard *w)
{
    if (w->screen != SCREEN_MAIN)
        return NULL;
    assess_now(w);
    arena_wipe(&w->side_frame);
    struct ground g = wizard_ground(w, &w->side_frame);
    return page_side(&g, &w->session);
}

int32_t wizard_focused(struct wizard *w)
{
    const struct page *page = wizard_page(w);
    return page->focus < 0 ? ITEM_FIELD : page->items[page->focus].value;
}

void wizard_say(struct wizard *w, const char *words)
{
    snprintf(w->message, sizeof w->message, "%s", words);
}

// ---- the other pages ---------------------------------------------------------------------------

// A screen that is open already further down comes up again, instead of a second time.
static enum wizard_event open_screen(struct wizard *w, enum screen screen)
{
    if (w->screen == screen)
        return WIZARD_PAGE;
    int at = 0;
    while (at < w->n_below && w->below[at] != screen)
        at++;
    if (at == w->n_below && at < WIZARD_DEPTH)
        w->below[w->n_below++] = w->screen;
    else
        w->n_below = at;
    w->screen = screen;
    w->focus = 0;
    return WIZARD_PAGE;
}

static enum wizard_event close_screen(struct wizard *w)
{
    w->screen = w->n_below ? w->below[--w->n_below] : SCREEN_MAIN;
    w->focus = 0;
    return WIZARD_PAGE;
}

static enum wizard_event ask_leave(struct wizard *w, enum confirm what)
{
    w->confirm = what == CONFIRM_QUIT && !(w->abilities & ABILITY_QUIT) ? CONFIRM_AGAIN : what;
    return open_screen(w, SCREEN_CONFIRM);
}

static enum wizard_event confirmed(struct wizard *w, bool yes)
{
    if (!yes)
        return close_screen(w);
    if (w->confirm == CONFIRM_QUIT)
        return WIZARD_LEAVE;
    wizard_reset(w);
    return WIZARD_PAGE;
}

static enum wizard_event take_language(struct wizard *w, int32_t index)
{
    if (index >= 0 && index < w->i18n->n_languages &&
        !i18n_switch(w->i18n, w->i18n->languages[index].code))
        close_screen(w);
    else
        wizard_say(w, _("This language cannot be shown here."));
    return WIZARD_REDRAW;
}

static enum wizard_event open_languages(struct wizard *w)
{
    open_screen(w, SCREEN_LANGUAGES);
    w->page = NULL;
    const struct page *page = wizard_page(w);
    for (int i = 0; i < page->n_items; i++)
        if (page->blocks[page->items[i].block].on)
            w->focus = i;
    return WIZARD_PAGE;
}

static enum wizard_event jump(struct wizard *w, int32_t question)
{
    if (!session_jump(&w->session, question))
        return WIZARD_SAME;
    wizard_enter(w);
    return WIZARD_PAGE;
}

static enum wizard_event accept(struct wizard *w)
{
    switch (wizard_context(w)) {
    case CONTEXT_REVIEW:
        return wizard_focused(w) == ITEM_FIELD ? close_screen(w) : jump(w, wizard_focused(w));
    case CONTEXT_LANGUAGES:
        return take_language(w, wizard_focused(w));
    case CONTEXT_CONFIRM:
        return confirmed(w, wizard_focused(w) == 1);
    case CONTEXT_PICK:
        return wizard_pick_accept(w) ? open_screen(w, SCREEN_COMPARE) : WIZARD_PAGE;
    case CONTEXT_RESULT:
    case CONTEXT_PANEL:
        return WIZARD_SAME;
    default:
        return wizard_accept_question(w);
    }
}

// ---- moving ------------------------------------------------------------------------------------

static int *focus_of(struct wizard *w)
{
    return w->screen == SCREEN_MAIN   ? &w->asking.focus
           : w->screen == SCREEN_PICK ? &w->picking.focus
                                      : &w->focus;
}

static enum wizard_event move(struct wizard *w, enum action action, int rows)
{
    const struct page *page = wizard_page(w);
    int *focus = focus_of(w), last = page->n_items - 1;
    if (last < 0) {
        w->scroll = action;
        return WIZARD_SCROLL;
    }
    int step = rows > 1 ? rows - 1 : 1;
    switch (action) {
    case ACTION_UP:
        *focus = page->focus > 0 ? page->focus - 1 : last;
        break;
    case ACTION_DOWN:
        *focus = page->focus < last ? page->focus + 1 : 0;
        break;
    case ACTION_FIRST:
        *focus = 0;
        break;
    case ACTION_LAST:
        *focus = last;
        break;
    case ACTION_PAGE_UP:
        *focus = page->focus > step ? page->focus - step : 0;
        break;
    default:
        *focus = page->focus + step < last ? page->focus + step : last;
    }
    return WIZARD_PAGE;
}

static enum wizard_event turn_tab(struct wizard *w, int by)
{
    w->tab = (enum tab)(((int)w->tab + by + TABS) % TABS);
    return WIZARD_PAGE;
}

static enum wizard_event by_number(struct wizard *w, int digit)
{
    const struct page *page = wizard_page(w);
    if (wizard_context(w) == CONTEXT_RESULT) {
        if (digit < 1 || digit > TABS)
            return WIZARD_SAME;
        w->tab = (enum tab)(digit - 1);
        return WIZARD_PAGE;
    }
    for (int i = 0; i < page->n_items; i++) {
        const struct block *b = &page->blocks[page->items[i].block];
        if (b->number != digit || digit < 1)
            continue;
        *focus_of(w) = i;
        if (b->multiple)
            return wizard_toggle(w, page->items[i].value);
        w->page = NULL;
        return accept(w);
    }
    return WIZARD_SAME;
}

// ---- keys --------------------------------------------------------------------------------------

static enum wizard_event go_back(struct wizard *w)
{
    if (w->screen != SCREEN_MAIN)
        return close_screen(w);
    if (!session_back(&w->session)) {
        wizard_say(w, _("This is the first question."));
        return WIZARD_PAGE;
    }
    wizard_enter(w);
    return WIZARD_PAGE;
}

static enum wizard_event close_or_leave(struct wizard *w)
{
    return w->screen == SCREEN_MAIN ? ask_leave(w, CONFIRM_QUIT) : close_screen(w);
}

static enum wizard_event act_editing(struct wizard *w, enum action action, input key)
{
    switch (action) {
    case ACTION_TYPE:
        return wizard_type_character(w, key);
    case ACTION_LEFT:
    case ACTION_RIGHT:
        return wizard_move_cursor(w, action == ACTION_RIGHT);
    case ACTION_ERASE:
    case ACTION_ERASE_NEXT:
        return wizard_erase(w, action == ACTION_ERASE_NEXT);
    case ACTION_ERASE_ALL:
        explicit_bzero(wizard_line(w).bytes, WIZARD_FIELD_MAX + 1);
        *wizard_line(w).cursor = 0;
        return wizard_typed(w);
    case ACTION_TOGGLE:
        if (w->screen == SCREEN_PICK)
            return wizard_pick_toggle(w);
        return wizard_focused(w) >= 0 ? wizard_toggle(w, wizard_focused(w)) : WIZARD_SAME;
    case ACTION_NUMBER:
        return by_number(w, input_digit(key));
    default:
        return WIZARD_SAME;
    }
}

static enum wizard_event act_elsewhere(struct wizard *w, enum action action)
{
    switch (action) {
    case ACTION_HELP:
        return w->screen == SCREEN_HELP ? close_screen(w) : open_screen(w, SCREEN_HELP);
    case ACTION_WHY:
        return open_screen(w, SCREEN_WHY);
    case ACTION_REVIEW:
        return open_screen(w, SCREEN_REVIEW);
    case ACTION_RESULT:
        w->tab = TAB_OUTCOME;
        return open_screen(w, SCREEN_PREVIEW);
    case ACTION_COMPARE:
        wizard_pick_open(w);
        return open_screen(w, SCREEN_PICK);
    case ACTION_LANGUAGE:
        return open_languages(w);
    case ACTION_AGAIN:
        return ask_leave(w, CONFIRM_AGAIN);
    case ACTION_QUIT:
        return ask_leave(w, CONFIRM_QUIT);
    case ACTION_CLOSE:
        return close_or_leave(w);
    case ACTION_REDRAW:
        return WIZARD_REDRAW;
    default:
        return WIZARD_SAME;
    }
}

static enum wizard_event act(struct wizard *w, enum action action, input key, int rows)
{
    switch (action) {
    case ACTION_ACCEPT:
        return accept(w);
    case ACTION_BACK:
        return go_back(w);
    case ACTION_UP:
    case ACTION_DOWN:
    case ACTION_FIRST:
    case ACTION_LAST:
    case ACTION_PAGE_UP:
    case ACTION_PAGE_DOWN:
        return move(w, action, rows);
    case ACTION_NEXT_TAB:
    case ACTION_PREVIOUS_TAB:
        return turn_tab(w, action == ACTION_NEXT_TAB ? 1 : -1);
    case ACTION_UNKNOWN:
        return wizard_give_unknown(w);
    case ACTION_YES:
    case ACTION_NO:
        return confirmed(w, action == ACTION_YES);
    default:
        break;
    }
    enum wizard_event event = act_editing(w, action, key);
    return event == WIZARD_SAME ? act_elsewhere(w, action) : event;
}

// An arrow on a question: the page stays as it is, two hundred countries need not be listed anew.
static bool only_focus_moved(const struct wizard *w, enum action action, bool had_message)
{
    bool moves = action == ACTION_UP || action == ACTION_DOWN || action == ACTION_FIRST ||
                 action == ACTION_LAST || action == ACTION_PAGE_UP || action == ACTION_PAGE_DOWN;
    return moves && !had_message && w->page && w->screen == SCREEN_MAIN && !at_result(w);
}

enum wizard_event wizard_key(struct wizard *w, input key, int rows)
{
    if (key == INPUT_RESIZE)
        return WIZARD_REDRAW;
    enum action action = action_for(key, wizard_context(w), w->abilities, !wizard_line(w).bytes[0]);
    if (action == ACTION_NONE)
        return WIZARD_SAME;
    bool had_message = w->message[0];
    w->message[0] = 0;
    enum wizard_event event = act(w, action, key, rows);
    if (had_message && event == WIZARD_SAME)
        event = WIZARD_PAGE;
    if (event == WIZARD_PAGE && only_focus_moved(w, action, had_message))
        w->page->focus = w->asking.focus;
    else if (event != WIZARD_SAME && event != WIZARD_SCROLL)
        w->page = NULL;
    return event;
}

enum wizard_event wizard_focus(struct wizard *w, int item)
{
    if (item < 0 || item >= wizard_page(w)->n_items)
        return WIZARD_SAME;
    *focus_of(w) = item;
    w->page = NULL;
    return WIZARD_PAGE;
}
