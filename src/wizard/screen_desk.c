// SPDX-License-Identifier: MIT
// The cases that are kept: one is opened by its first letters, or begun.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "base/utf8.h"
#include "case/code.h"
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
    if (!*folded) // nothing is typed yet
        return 1;
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

// In one pass over the names; the best first, each in the order of the names.
static void find(const struct wizard *w, const char *typed, struct matches *found)
{
    struct text folded = TEXT_INIT;
    int32_t by_fit[3][SHOWN];
    int n[3] = {0};
    utf8_fold(&folded, typed);
    memset(found, 0, sizeof *found);
    for (int i = 0; i < w->desk->n; i++) {
        int how = fit(w->desk->names[i], text_str(&folded));
        found->same |= !strcmp(w->desk->names[i], typed);
        found->all += how < 3;
        if (how < 3 && n[how] < SHOWN)
            by_fit[how][n[how]++] = i;
    }
    for (int how = 0; how < 3; how++)
        for (int i = 0; i < n[how] && found->n < SHOWN; i++)
            found->shown[found->n++] = by_fit[how][i];
    text_release(&folded);
}

// ---- a new one --------------------------------------------------------------------------------

// "Aigul 6DQ0P-1284B-…": a name and, behind it, the code of an earlier visit.
struct fresh {
    const char *name; // "" where what was typed is no name
    const char *code; // "" where there is none
};

static bool is_code(const struct wizard *w, const char *words)
{
    struct code *code = xcalloc(1, sizeof *code);
    bool good = code_read(w->pack, w->as_of, words, code) == CODE_GOOD;
    explicit_bzero(code, sizeof *code);
    free(code);
    return good;
}

static struct fresh split(const struct wizard *w, struct arena *arena, const char *typed)
{
    const char *blank = strrchr(typed, ' ');
    if (is_code(w, typed))
        return (struct fresh){"", typed};
    if (!blank || !is_code(w, blank + 1))
        return (struct fresh){store_name_good(typed) ? typed : "", ""};
    const char *name = arena_strndup(arena, typed, (size_t)(blank - typed));
    for (int i = 0; i < w->desk->n; i++)
        if (!strcmp(w->desk->names[i], name)) // its answers are not written over
            name = "";
    return (struct fresh){store_name_good(name) ? name : "", blank + 1};
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
    struct fresh fresh = split(w, g->arena, typed);
    struct desk_row *rows = ARENA_ARRAY(g->arena, struct desk_row, SHOWN);
    for (int i = 0; i < found.n; i++) {
        struct case_look look = w->desk->look(w->desk->user, g->arena, found.shown[i]);
        rows[i] = (struct desk_row){found.shown[i], w->desk->names[found.shown[i]],
                                    detail_words(g, &look)};
    }
    struct desk_page page = {.rows = rows,
                             .n = found.n,
                             .hidden = found.all - found.n,
                             .fresh = found.same ? "" : fresh.name,
                             .coded = *fresh.code,
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

static int begin_case(struct wizard *w)
{
    struct fresh fresh = split(w, &w->frame, w->wanted.bytes);
    char code[sizeof w->wanted.bytes];
    snprintf(code, sizeof code, "%s", fresh.code);
    int event = open_case(w, arena_strdup(&w->frame, fresh.name));
    if (*code && w->sitting) // at the list none was open
        event = code_take(w, code);
    explicit_bzero(code, sizeof code);
    return event;
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    int32_t value = wizard_focused(w);
    if (value == ITEM_FIELD && w->wanted.bytes[0])
        value = wizard_first_match(w);
    if (value == ITEM_DONE)
        return begin_case(w);
    if (value >= 0 && value < w->desk->n)
        return open_case(w, w->desk->names[value]);
    wizard_say(w, *split(w, &w->frame, w->wanted.bytes).code
                      ? _("Please type a new name and a blank before the code.")
                      : _("Please type a name, or choose one from the list."));
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
