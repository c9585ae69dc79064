// SPDX-License-Identifier: MIT
// The cases that are kept: one is opened by its first letters, or begun.
#include <string.h>
#include "base/utf8.h"
#include "case/store.h"
#include "tongue/country.h"
#include "wizard/state.h"

enum { SHOWN = 30 }; // more are found by more letters

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_PICK;
}

static struct wizard_line *line(struct wizard *w)
{
    return &w->wanted;
}

// ---- what is found ----------------------------------------------------------------------------

struct matches {
    int32_t shown[SHOWN];
    int n, all;
    bool same; // one has just this name
};

// How well a name fits: 0 just so, 1 it begins so, 2 words of it do, 3 not at all.
static int fit(const char *name, const char *folded)
{
    struct text hay = TEXT_INIT;
    int how = 3;
    utf8_fold(&hay, name);
    const char *words = text_str(&hay);
    if (!strcmp(words, folded))
        how = 0;
    else if (!strncmp(words, folded, strlen(folded)))
        how = 1;
    else if (utf8_fold_match(words, folded))
        how = 2;
    text_release(&hay);
    return how;
}

static void find(const struct wizard *w, const char *typed, struct matches *found)
{
    struct text folded = TEXT_INIT;
    utf8_fold(&folded, typed);
    memset(found, 0, sizeof *found);
    for (int how = 0; how < 3; how++)
        for (int i = 0; i < w->desk->n; i++) {
            found->same |= !strcmp(w->desk->names[i], typed);
            if (fit(w->desk->names[i], text_str(&folded)) != how)
                continue;
            found->all++;
            if (found->n < SHOWN)
                found->shown[found->n++] = i;
        }
    text_release(&folded);
}

// ---- the page ---------------------------------------------------------------------------------

static const char *and_then(struct arena *arena, const char *words, const char *more)
{
    return !*more ? words : !*words ? more : arena_printf(arena, "%s · %s", words, more);
}

static const char *detail_words(const struct ground *g, const struct case_look *look)
{
    if (*look->fault)
        return look->fault;
    const char *words = *look->country ? country_name(g->i18n, look->country) : "";
    words = and_then(g->arena, words, *look->status ? kept_status_words(look->status) : "");
    if (*look->next)
        words = and_then(g->arena, words, arena_printf(g->arena, _("next: %s"), look->next));
    if (*look->changed)
        words = and_then(g->arena, words, arena_printf(g->arena, _("changed: %s"), look->changed));
    words = and_then(g->arena, words, look->moved ? _("the law has moved") : "");
    return and_then(g->arena, words, look->over ? _("its last day has passed") : "");
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    struct matches found;
    const char *typed = w->wanted.bytes;
    find(w, typed, &found);
    struct desk_row *rows = ARENA_ARRAY(g->arena, struct desk_row, SHOWN);
    for (int i = 0; i < found.n; i++) {
        struct case_look look = w->desk->look(w->desk->user, g->arena, found.shown[i]);
        rows[i] = (struct desk_row){found.shown[i], w->desk->names[found.shown[i]],
                                    detail_words(g, &look)};
    }
    struct desk_page page = {.rows = rows,
                             .n = found.n,
                             .hidden = found.all - found.n,
                             .fresh = !found.same && store_name_good(typed) ? typed : "",
                             .typed = typed,
                             .cursor = w->wanted.cursor};
    return page_desk(g, &page, w->focus[SCREEN_DESK]);
}

// ---- opening ----------------------------------------------------------------------------------

static int open_case(struct wizard *w, const char *name)
{
    const char *why = "";
    struct sitting *sitting = w->desk->open(w->desk->user, name, &why);
    if (!sitting) {
        wizard_say(w, arena_printf(&w->frame, "%s: %s", name, why));
        return WIZARD_PAGE;
    }
    line_wipe(&w->wanted);
    wizard_open_case(w, sitting);
    return WIZARD_PAGE;
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    int32_t value = wizard_focused(w);
    if (value == ITEM_FIELD && w->wanted.bytes[0])
        value = wizard_first_match(w);
    if (value == ITEM_DONE)
        return open_case(w, arena_strdup(&w->frame, w->wanted.bytes));
    if (value >= 0 && value < w->desk->n)
        return open_case(w, w->desk->names[value]);
    wizard_say(w, _("Please type a name, or choose one from the list."));
    return WIZARD_PAGE;
}

// Nothing is marked here: a space is one of the name. Nothing is behind the list, and nothing is
// lost by leaving it.
static int act(struct wizard *w, enum action action, const char *argument)
{
    (void)argument;
    switch (action) {
    case ACTION_TOGGLE:
        return verb_edit(w, ACTION_TYPE, " ");
    case ACTION_CLOSE:
    case ACTION_QUIT:
        return WIZARD_LEAVE;
    case ACTION_LEFT:
    case ACTION_ERASE:
        return w->wanted.bytes[0] ? WIZARD_PASS : WIZARD_SAME;
    default:
        return WIZARD_PASS;
    }
}

const struct screen_ops screen_desk = {
    .id = "desk",
    .context = context,
    .build = build,
    .accept = accept,
    .act = act,
    .line = line,
};

int desk_show(struct wizard *w, const char *typed)
{
    if (w->sitting)
        w->desk->close(w->desk->user);
    w->sitting = NULL;
    w->abilities &= ~(unsigned)ABILITY_CASE;
    wizard_wipe(w);
    session_reset(&w->session);
    line_set(&w->wanted, typed);
    w->n_open = 0;
    wizard_open(w, SCREEN_DESK);
    return WIZARD_RESET;
}

void wizard_open_desk(struct wizard *w, const struct wizard_desk *desk, const char *typed)
{
    w->desk = desk;
    desk_show(w, typed);
}

void wizard_know_desk(struct wizard *w, const struct wizard_desk *desk)
{
    w->desk = desk;
}
