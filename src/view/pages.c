// SPDX-License-Identifier: MIT
// The smaller pages: all answers, keys, languages, confirmation, side panel.
#include <string.h>
#include "base/text.h"
#include "view/parts.h"

struct page *page_keys(const struct ground *g, const struct hint *keys, int n_keys)
{
    struct making m;
    make_begin(&m, g, PAGE_HELP, _("Help"));
    page_add(&m.b, BLOCK_TITLE, _("Keys"));
    make_keys(&m, keys, n_keys);
    return page_finish(&m.b);
}

// ---- all answers -------------------------------------------------------------------------------

void part_answers(struct making *m)
{
    const struct ground *g = m->g;
    for (int32_t q = 0; q < g->pack->n_questions; q++) {
        if (g->answers->of[q].state == ANSWER_ABSENT)
            continue;
        const char *words = answer_words(g, q, &g->answers->of[q]);
        bool unused = g->assessment && question_set_has(&g->assessment->off_path, q);
        page_pair(&m->b, phrase_words(g, &g->pack->questions[q].label),
                  unused ? arena_printf(g->arena, _("%s (not used here)"), words) : words);
    }
}

struct page *page_review(const struct ground *g, const struct session *s, bool diplomas, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_REVIEW, _("Your answers"));
    page_add(&m.b, BLOCK_TITLE, diploma_before(g, _("Your answers")));
    make_muted(&m,
               s->n_path ? _("Choose an answer to change it. The others are kept.")
                         : _("You have not answered anything yet."),
               0);
    for (int32_t i = 0; i < s->n_path; i++) {
        int32_t q = s->path[i];
        struct block *b =
            page_add(&m.b, BLOCK_CHOICE, phrase_words(g, &g->pack->questions[q].label));
        b->detail = answer_words(g, q, &s->current.of[q]);
        b->number = i < 9 ? i + 1 : 0;
        page_focusable(&m.b, q);
    }
    if (s->next != NONE) {
        page_add(&m.b, BLOCK_CHOICE, phrase_words(g, &g->pack->questions[s->next].label))->detail =
            _("not answered yet");
        page_focusable(&m.b, s->next);
    }
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        if (g->pack->questions[q].on_papers && s->current.of[q].state != ANSWER_ABSENT &&
            (s->next == NONE || s->all.of[q].state != ANSWER_ABSENT)) {
            page_add(&m.b, BLOCK_CHOICE, phrase_words(g, &g->pack->questions[q].label))->detail =
                answer_words(g, q, &s->current.of[q]);
            page_focusable(&m.b, q);
        }
    if (diplomas) {
        page_add(&m.b, BLOCK_GAP, "");
        page_add(&m.b, BLOCK_CHOICE, g->diploma ? _("Your diplomas") : _("Another diploma"));
        page_focusable(&m.b, ITEM_DONE);
    }
    m.b.page.focus = focus;
    return page_finish(&m.b);
}

struct page *page_menu(const struct ground *g, const struct hint *rows, int n, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_MENU, _("Menu"));
    page_add(&m.b, BLOCK_TITLE, _("What do you want to do?"));
    for (int i = 0; i < n; i++) {
        struct block *b = page_add(&m.b, BLOCK_CHOICE, rows[i].key);
        b->detail = rows[i].label;
        b->number = i < 9 ? i + 1 : 0;
        page_focusable(&m.b, i);
    }
    m.b.page.focus = focus;
    return page_finish(&m.b);
}

struct page *page_languages(const struct ground *g, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_LANGUAGES, _("Language"));
    // In every language, so that everybody finds it.
    page_add(&m.b, BLOCK_TITLE, g->i18n->utf8 ? "Language · Тіл · Язык" : _("Language"));
    for (int k = 0, n = 0; k < g->i18n->n_languages; k++) {
        const struct i18n_language *l = &g->i18n->languages[k];
        if (!l->shown)
            continue;
        struct block *b = page_add(&m.b, BLOCK_CHOICE, l->name);
        b->number = ++n;
        b->on = !strcmp(l->code, g->i18n->lang);
        page_focusable(&m.b, k);
    }
    m.b.page.focus = focus;
    return page_finish(&m.b);
}

// One row a question of that kind; the first answer is No.
static const struct {
    const char *title, *asks, *says, *no, *yes;
} confirms[] = {
    [CONFIRM_QUIT] = {N_("Leave"), N_("Leave tanu?"),
                      N_("Your answers are not stored anywhere and will be forgotten."),
                      N_("No, stay"), N_("Yes, leave")},
    [CONFIRM_AGAIN] = {N_("Start again"), N_("Start again?"),
                       N_("Your answers are not stored anywhere and will be forgotten."),
                       N_("No, keep my answers"), N_("Yes, start again")},
    [CONFIRM_FINISHED] = {N_("Finished"), N_("Finished?"),
                          N_("Everything that you answered is erased. The next person will find "
                             "nothing of it."),
                          N_("No, keep my answers"), N_("Yes, erase everything")},
    [CONFIRM_QUIT_CASE] = {N_("Leave"), N_("Leave tanu?"),
                           N_("What is not saved waits for the next visit to this case."),
                           N_("No, stay"), N_("Yes, leave")},
    [CONFIRM_AGAIN_CASE] = {N_("Start again"), N_("Throw the changed answers away?"),
                            N_("The answers that are kept come back."), N_("No, keep my answers"),
                            N_("Yes, throw them away")},
    [CONFIRM_REMOVE] = {N_("Diplomas"), N_("Remove this diploma?"),
                        N_("What you answered about it will be forgotten."), N_("No, keep it"),
                        N_("Yes, remove it")},
};

struct page *page_confirm(const struct ground *g, enum confirm what, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_CONFIRM, _(confirms[what].title));
    page_add(&m.b, BLOCK_TITLE, _(confirms[what].asks));
    if (what == CONFIRM_REMOVE)
        make_paragraph(&m, diploma_words(g, g->diploma), 0)->style = STYLE_STRONG;
    make_paragraph(&m, _(confirms[what].says), 0);
    page_add(&m.b, BLOCK_CHOICE, _(confirms[what].no))->number = 1;
    page_focusable(&m.b, 0);
    page_add(&m.b, BLOCK_CHOICE, _(confirms[what].yes))->number = 2;
    page_focusable(&m.b, 1);
    m.b.page.focus = focus;
    return page_finish(&m.b);
}

struct page *page_attract(const struct ground *g, unsigned turn, bool dark, bool keys)
{
    struct making m;
    make_begin(&m, g, PAGE_REST, "");
    m.b.page.done = (int)(turn % 9973);
    if (dark)
        return page_finish(&m.b);
    page_add(&m.b, BLOCK_TITLE, say(g->i18n, &g->pack->title));
    make_paragraph(&m,
                   _("Answer a few questions, and read what is likely to happen with your "
                     "degree in another country."),
                   0);
    if (keys)
        make_paragraph(&m, _("Press any key to begin."), 0)->style = STYLE_STRONG;
    return page_finish(&m.b);
}

struct page *page_service(const struct ground *g, int signs)
{
    struct making m;
    struct text hidden = TEXT_INIT;
    make_begin(&m, g, PAGE_CONFIRM, _("Staff"));
    page_add(&m.b, BLOCK_TITLE, _("Service PIN"));
    make_paragraph(&m, _("The right PIN ends this program."), 0);
    text_repeat(&hidden, '*', (size_t)signs);
    make_field(&m, arena_strdup(g->arena, text_str(&hidden)), hidden.len);
    text_release(&hidden);
    return page_finish(&m.b);
}

struct page *page_idle(const struct ground *g, int seconds, bool keys)
{
    struct making m;
    make_begin(&m, g, PAGE_CONFIRM, _("More time?"));
    page_add(&m.b, BLOCK_TITLE, _("Are you still there?"));
    make_paragraph(&m,
                   arena_printf(g->arena,
                                P_("In %d second all answers are erased, so that nobody else "
                                   "sees them.",
                                   "In %d seconds all answers are erased, so that nobody else "
                                   "sees them.",
                                   seconds),
                                seconds),
                   0);
    if (keys) { // who hears it is told of Enter
        page_add(&m.b, BLOCK_CHOICE, _("I need more time: press any key"))->number = 1;
        page_focusable(&m.b, 0);
        m.b.page.focus = 0;
    }
    return page_finish(&m.b);
}

static void side_possible(struct making *m)
{
    const struct ground *g = m->g;
    make_heading(m, _("Still possible"));
    for (int32_t o = 0; o < g->pack->n_outcomes; o++)
        if (g->assessment->reached >> o & 1)
            page_item(&m->b, "•", say(g->i18n, &g->pack->outcomes[o].title))->style =
                outcome_style(g, o);
}

// What belongs to a result on whatever part of it: the way on.
static void side_steps(struct making *m)
{
    const struct ground *g = m->g;
    if (g->assessment->n_steps)
        make_heading(m, _("What to do next"));
    for (int32_t i = 0; i < g->assessment->n_steps; i++) {
        page_item(&m->b, arena_printf(g->arena, "%d.", (int)i + 1),
                  phrase_brief(g, &g->pack->steps[g->assessment->steps[i]]));
    }
}

// The answers say what was asked; there is no room for the questions.
static void side_answers(struct making *m, const struct session *s)
{
    make_heading(m, _("Your answers"));
    if (!s->n_path)
        make_muted(m, _("None yet."), 0);
    for (int32_t i = 0; i < s->n_path; i++)
        page_item(&m->b, "•", answer_words(m->g, s->path[i], &s->current.of[s->path[i]]));
}

struct page *page_side(const struct ground *g, const struct session *s, bool steps)
{
    struct making m;
    make_begin(&m, g, PAGE_SIDE, _("So far"));
    if (g->assessment)
        side_possible(&m);
    if (g->assessment && s->next == NONE && steps)
        side_steps(&m);
    else
        side_answers(&m, s);
    return page_finish(&m.b);
}
