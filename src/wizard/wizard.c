// SPDX-License-Identifier: MIT
// The life of a wizard, and what can be seen of it from outside; see wizard.h.
#include "wizard/state.h"

#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "view/search.h"

// ---- life --------------------------------------------------------------------------------------

struct wizard *wizard_new(struct i18n *i18n, const struct pack *pack, struct engine *engine,
                          int32_t as_of, unsigned abilities)
{
    struct wizard *w = xcalloc(1, sizeof *w);
    w->i18n = i18n;
    w->pack = pack;
    w->engine = engine;
    w->as_of = as_of;
    w->abilities = abilities;
    w->assessment = xcalloc(1, sizeof *w->assessment);
    w->several = xcalloc(1, sizeof *w->several);
    w->n_diplomas = 1;
    w->before = xcalloc(1, sizeof *w->before);
    session_init(&w->session, pack, engine, as_of);
    wizard_arrive(w);
    return w;
}

void wizard_greet(struct wizard *w, bool choose)
{
    w->greets = true;
    w->chooses = choose;
    wizard_welcome(w);
}

const struct page *wizard_cover(struct arena *arena, const struct i18n *i18n,
                                const struct pack *head, bool choose)
{
    struct ground g = {.arena = arena, .i18n = i18n, .pack = head};
    struct page *page = page_welcome(&g, choose, true, PAGE_FOCUS_OWN);
    page->hints = action_footer(arena, CONTEXT_WELCOME, ABILITY_ALL, &page->n_hints);
    return page;
}

void wizard_fill(struct wizard *w, const struct answers *answers, int n)
{
    diplomas_fill(w, answers, n);
    w->changing = false;
    w->early = w->greets; // whoever brings answers has had the first one
    wizard_arrive(w);
}

void wizard_outlet(struct wizard *w, const struct outlet *outlet)
{
    w->outlet = outlet;
}

void wizard_size(struct wizard *w, int columns, int rows, bool halves)
{
    w->screen_columns = columns;
    w->screen_rows = rows;
    w->halves = halves;
    if (wizard_screen(w) == SCREEN_PHONE)
        w->page = NULL;
}

void wizard_sources(struct wizard *w, bool told)
{
    w->silent = !told;
    w->page = NULL;
}

bool wizard_tells_sources(const struct wizard *w)
{
    return !w->silent;
}

// Whatever a person typed, was told or pointed at.
void wizard_wipe(struct wizard *w)
{
    assessment_wipe(w->assessment);
    assessment_wipe(w->before);
    diplomas_wipe(w);
    explicit_bzero(&w->asking, sizeof w->asking);
    explicit_bzero(&w->picking, sizeof w->picking);
    explicit_bzero(w->message, sizeof w->message);
    line_wipe(&w->typed);
    line_wipe(&w->sought);
    line_wipe(&w->code);
    line_wipe(&w->file);
    w->over = 0;
    w->second[0] = '\0';
    line_wipe(&w->day);
    w->need = DATE_NONE;
    line_wipe(&w->entry);
    line_wipe(&w->wanted);
    w->assessed = w->early = w->details = false;
    w->tab = TAB_OUTCOME;
    w->page = NULL;
    w->side = NULL;
    arena_wipe(&w->frame);
    arena_wipe(&w->side_frame);
}

int wizard_start_again(struct wizard *w)
{
    if (w->sitting)
        return case_back(w);
    kiosk_end(w);
    wizard_wipe(w);
    session_reset(&w->session);
    if (w->greets)
        wizard_welcome(w);
    else
        wizard_arrive(w);
    if (w->policy)
        kiosk_begin(w);
    return WIZARD_RESET;
}

void wizard_free(struct wizard *w)
{
    if (!w)
        return;
    kiosk_end(w);
    wizard_wipe(w);
    session_release(&w->session);
    arena_release(&w->frame);
    arena_release(&w->side_frame);
    search_free(w->search);
    assessment_release(w->assessment);
    free(w->assessment);
    for (int i = 0; i < SEVERAL_MOST; i++)
        assessment_release(&w->each[i]);
    free(w->several);
    assessment_release(w->before);
    free(w->before);
    free(w);
}

// ---- looking in --------------------------------------------------------------------------------

const char *wizard_message(const struct wizard *w)
{
    return w->message;
}

unsigned wizard_arrivals(const struct wizard *w)
{
    return w->arrivals;
}

int wizard_depth(const struct wizard *w)
{
    return w->n_open - 1;
}

unsigned wizard_pages_built(const struct wizard *w)
{
    return w->pages_built;
}

const struct session *wizard_session(const struct wizard *w)
{
    return &w->session;
}

const struct i18n *wizard_i18n(const struct wizard *w)
{
    return w->i18n;
}

enum action wizard_scroll(const struct wizard *w)
{
    return w->scroll;
}

const char *wizard_kept(struct wizard *w)
{
    int32_t q = session_question(&w->session);
    const struct answer *kept = q == NONE ? NULL : session_kept(&w->session, q);
    wizard_page(w); // the words live as long as it
    struct ground g = wizard_ground(w, &w->frame);
    return kept && kept->state != ANSWER_ABSENT ? answer_words(&g, q, kept) : "";
}
