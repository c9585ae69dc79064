// SPDX-License-Identifier: MIT
// "Take it away": a code, codes that a phone reads, the printer, a file; as far as this run may.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/qr.h"
#include "case/code.h"
#include "case/pocket.h"
#include "wizard/state.h"

// Items of the page: formats by their place, and
enum {
    ITEM_PHONE = -100,
    ITEM_PRINT = -101,
    ITEM_LETTERS = -102,
    ITEM_ALSO = -200
}; // minus the language's place
enum { WAYS = 32, POCKET_LEAST = 50 };

// ---- codes
// ---------------------------------------------------------------------------------------

// "" where the pack makes none.
static const char *code_of(struct wizard *w, const struct ground *g, const struct answers *answers,
                           int32_t outcome, const struct question_set *without)
{
    return w->abilities & ABILITY_CODE ? code_words(g->arena, g->pack, answers, outcome, without)
                                       : "";
}

// What somebody may rather not show to others.
static const char *discreet_code(struct wizard *w, const struct ground *g,
                                 const struct answers *answers, int32_t outcome)
{
    static const char *const tender[] = {"displaced", "earlier_decision"};
    struct question_set without = {{0}};
    bool any = false;
    for (size_t i = 0; i < sizeof tender / sizeof *tender; i++) {
        int32_t q = pack_question(g->pack, tender[i]);
        if (q == NONE || answers->of[q].state == ANSWER_ABSENT)
            continue;
        question_set_add(&without, q);
        any = true;
    }
    return any ? code_of(w, g, answers, outcome, &without) : "";
}

static const char *whole_code(struct wizard *w, const struct ground *g)
{
    return g->diplomas
               ? "" // each has its own
               : code_of(w, g, g->answers, g->assessment->outcome, &(struct question_set){{0}});
}

// Of several diplomas it is about the one that carries, as in a report; each has its code.
static struct ground person(struct wizard *w, const struct ground *ground)
{
    struct ground g = *ground;
    if (!g.diplomas)
        return g;
    struct diplomas *d = ARENA_NEW(g.arena, struct diplomas);
    *d = *g.diplomas;
    d->open = d->carries;
    for (int i = 0; i < d->n; i++) {
        int32_t outcome = d->assessments[i].outcome;
        d->codes[i] = code_of(w, &g, &d->answers[i], outcome, &(struct question_set){{0}});
        d->discreet[i] = discreet_code(w, &g, &d->answers[i], outcome);
    }
    g.diplomas = d;
    g.answers = &d->answers[d->carries];
    g.assessment = &d->assessments[d->carries];
    g.diploma = 0; // as a report
    return g;
}

// A letter is about the diploma that is open.
struct ground take_ground(struct wizard *w)
{
    struct ground seen = wizard_ground(w, &w->frame);
    return w->letter ? seen : person(w, &seen);
}

// ---- the page
// ------------------------------------------------------------------------------------

static enum context list_context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_RULES;
}

bool take_may_print(const struct wizard *w)
{
    return w->outlet && w->outlet->print && w->abilities & ABILITY_PRINT;
}

// A paper may stand in two languages: the person's, and that of the office.
static int list_languages(const struct wizard *w, const struct ground *g, struct take_way *ways,
                          int n)
{
    for (int i = 0; i < w->i18n->n_languages && n < WAYS; i++) {
        const struct i18n_language *l = &w->i18n->languages[i];
        if (!l->shown || !strcmp(l->code, w->i18n->lang))
            continue;
        bool also = !strcmp(l->code, w->second);
        ways[n++] = (struct take_way){ITEM_ALSO - i,
                                      arena_printf(g->arena,
                                                   also ? _("Two languages: leave %s out again")
                                                        : _("Two languages: with %s"),
                                                   l->name),
                                      arena_printf(g->arena, "also %s", l->code)};
    }
    return n;
}

static int list_ways(const struct wizard *w, const struct ground *g, struct take_way *ways)
{
    const struct outlet *o = w->outlet;
    int n = 0;
    if (w->abilities & ABILITY_QR && w->abilities & ABILITY_KEYS && qr_built())
        ways[n++] = (struct take_way){ITEM_PHONE, _("On my phone, as pictures that it reads"), ""};
    if (take_may_print(w))
        ways[n++] = (struct take_way){ITEM_PRINT, _("On paper"), "paper"};
    for (int i = 0; o && w->abilities & ABILITY_WRITE && i < o->n_formats && n < WAYS; i++)
        ways[n++] = (struct take_way){
            i, arena_printf(g->arena, _("A file: %s"), _(o->formats[i].label)), o->formats[i].name};
    if (take_may_print(w) || (o && w->abilities & ABILITY_WRITE))
        n = list_languages(w, g, ways, n);
    if (letters_allowed(w) && n < WAYS)
        ways[n++] = (struct take_way){ITEM_LETTERS, _("A letter to the office"), "letter"};
    return n;
}

static struct page *build_list(struct wizard *w, const struct ground *g)
{
    struct take_way ways[WAYS];
    int n = list_ways(w, g, ways);
    struct ground all = person(w, g);
    const char *discreet =
        g->diplomas ? "" : discreet_code(w, g, g->answers, g->assessment->outcome);
    return page_take(&all, whole_code(w, g), discreet, ways, n, w->focus[SCREEN_TAKE]);
}

int take_on_paper(struct wizard *w, const struct letter *letter)
{
    const char *why = NULL;
    w->letter = letter;
    w->summary = false;
    struct ground g = take_ground(w);
    struct taking t = take_of(w, &g);
    if (w->outlet->print(w->outlet, &t, &why))
        wizard_say(w, _(why));
    else
        wizard_say(w, _("It is being printed."));
    return WIZARD_PAGE;
}

static int take_language(struct wizard *w, int index)
{
    const char *code = w->i18n->languages[index].code;
    bool now = strcmp(code, w->second) != 0;
    snprintf(w->second, sizeof w->second, "%s", now ? code : "");
    return WIZARD_PAGE;
}

static int accept_way(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    int32_t value = wizard_focused(w);
    if (value == ITEM_PHONE) {
        w->part = 0;
        return wizard_open(w, SCREEN_PHONE);
    }
    if (value == ITEM_PRINT)
        return take_on_paper(w, NULL);
    if (value == ITEM_LETTERS)
        return wizard_open(w, SCREEN_LETTERS);
    if (value <= ITEM_ALSO)
        return take_language(w, ITEM_ALSO - value);
    if (value < 0 || !w->outlet || value >= w->outlet->n_formats)
        return WIZARD_SAME;
    return take_as_file(w, value, NULL);
}

const struct screen_ops screen_take = {
    .id = "take",
    .context = list_context,
    .assessed = true,
    .build = build_list,
    .accept = accept_way,
};

// ---- a phone
// -------------------------------------------------------------------------------------

static enum context phone_context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_PANEL;
}

// The pictures: the short form in words, then, where it fits, the next step for a calendar.
struct pictures {
    struct pocket pocket;
    struct text calendar;
    int n;
};

static void draw_up(struct wizard *w, const struct ground *g, struct pictures *p)
{
    enum { WORDS_BESIDE = 30 };
    enum qr_look look = w->halves ? QR_COLOUR : QR_CELLS;
    size_t room = qr_room(qr_side_for(w->screen_rows - 1, w->screen_columns - WORDS_BESIDE, look));
    *p = (struct pictures){.calendar = TEXT_INIT};
    if (room < POCKET_LEAST)
        return;
    pocket_fill(&p->pocket, g, room);
    p->n = p->pocket.n;
    if (w->outlet && w->outlet->calendar && w->outlet->calendar(g, &p->calendar) &&
        p->calendar.len <= room)
        p->n++;
}

static struct page *build_phone(struct wizard *w, const struct ground *g)
{
    struct pictures p;
    struct qr *qr = ARENA_NEW(g->arena, struct qr);
    struct ground all = person(w, g);
    draw_up(w, &all, &p);
    w->parts = p.n;
    if (w->part >= w->parts)
        w->part = w->parts ? w->parts - 1 : 0;
    bool calendar = w->part >= p.pocket.n;
    const char *bytes = !p.n ? NULL : calendar ? text_str(&p.calendar) : p.pocket.part[w->part];
    if (!bytes || qr_make(qr, bytes, strlen(bytes)))
        qr = NULL;
    text_release(&p.calendar);
    return page_phone(&all, qr, whole_code(w, g), w->part + 1, p.n, calendar);
}

// Behind the last one the page stays at the last.
static int turn(struct wizard *w, int part)
{
    w->part = part;
    return WIZARD_PAGE;
}

static int act_phone(struct wizard *w, enum action action, const char *argument)
{
    (void)argument;
    if (!w->parts)
        return WIZARD_PASS;
    switch (action) {
    case ACTION_DOWN:
    case ACTION_PAGE_DOWN:
        return turn(w, w->part + 1);
    case ACTION_UP:
    case ACTION_PAGE_UP:
        return w->part ? turn(w, w->part - 1) : WIZARD_PAGE;
    case ACTION_FIRST:
        return turn(w, 0);
    case ACTION_LAST:
        return turn(w, w->parts);
    default:
        return WIZARD_PASS;
    }
}

const struct screen_ops screen_phone = {
    .id = "phone",
    .context = phone_context,
    .assessed = true,
    .build = build_phone,
    .act = act_phone,
};

// ---- in words -----------------------------------------------------------------------------------

// "also kk"
static bool take_also(struct wizard *w, const char *words)
{
    static const char also[] = "also ";
    if (strncmp(words, also, sizeof also - 1) != 0)
        return false;
    for (int i = 0; i < w->i18n->n_languages; i++)
        if (w->i18n->languages[i].shown &&
            !strcmp(w->i18n->languages[i].code, words + sizeof also - 1)) {
            take_language(w, i);
            wizard_say(w, *w->second ? _("Files and paper will stand in two languages.")
                                     : _("Files and paper will stand in one language."));
            return true;
        }
    return false;
}

static void take_words(struct wizard *w, const char *words)
{
    size_t len = strcspn(words, " ");
    const struct outlet *o = w->outlet;
    if (take_may_print(w) && !strcmp(words, "paper")) {
        take_on_paper(w, NULL);
        return;
    }
    if (take_also(w, words) || letters_in_words(w, words))
        return;
    for (int i = 0; o && w->abilities & ABILITY_WRITE && i < o->n_formats; i++)
        if (strlen(o->formats[i].name) == len && !strncmp(o->formats[i].name, words, len)) {
            w->format = i;
            w->letter = NULL;
            w->summary = false;
            take_save(w, words + len);
            return;
        }
    if (o && w->abilities & ABILITY_WRITE)
        wizard_say(
            w, _("Type “take”, a format and the name of a file, for example: take pdf result.pdf"));
}

// "pdf result.pdf", "paper": wherever one stands, what can be said so far.
static int take_named(struct wizard *w, const char *words)
{
    wizard_open(w, SCREEN_TAKE);
    w->page = NULL;
    wizard_page(w);
    take_words(w, words);
    return wizard_close(w);
}

int verb_take(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    return argument ? take_named(w, argument) : wizard_open(w, SCREEN_TAKE);
}
