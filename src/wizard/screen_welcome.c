// SPDX-License-Identifier: MIT
// The first page, where a visit begins: what this is, and in which language.
#include <string.h>
#include "base/utf8.h"
#include "wizard/state.h"

static enum context context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_WELCOME;
}

static struct page *build(struct wizard *w, const struct ground *g)
{
    return page_welcome(g, w->chooses, wizard_may(w, ACTION_CODE), w->focus[SCREEN_WELCOME]);
}

static int accept(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    int32_t value = wizard_focused(w);
    if (value == ITEM_CODE)
        return verb_code(w, ACTION_CODE, NULL);
    int event = WIZARD_PAGE;
    if (value >= 0 && strcmp(w->i18n->languages[value].code, w->i18n->lang) != 0)
        event = language_take(w, w->i18n->languages[value].code);
    wizard_arrive(w);
    return event;
}

// The page speaks the language that is marked.
static int move(struct wizard *w, enum action action)
{
    int event = verb_move(w, action, NULL);
    int32_t value = wizard_focused(w);
    if (value < 0 || !strcmp(w->i18n->languages[value].code, w->i18n->lang))
        return event;
    w->focus[SCREEN_WELCOME] = PAGE_FOCUS_OWN;
    return language_take(w, w->i18n->languages[value].code);
}

static bool begins(const char *words, uint32_t letter)
{
    uint32_t first = 0;
    char a[8] = "", b[8] = "";
    if (!utf8_decode(words, strlen(words), &first))
        return false;
    a[utf8_encode(a, first)] = b[utf8_encode(b, letter)] = 0;
    return utf8_fold_same(a, b);
}

// Takes the language whose own name begins with the letter.
static int by_letter(struct wizard *w, uint32_t letter)
{
    const struct page *page = wizard_page(w);
    for (int i = 0; i < page->n_items; i++) {
        int32_t k = page->items[i].value;
        if (k >= 0 && begins(w->i18n->languages[k].name, letter)) {
            w->focus[SCREEN_WELCOME] = w->page->focus = i;
            return accept(w, ACTION_ACCEPT, NULL);
        }
    }
    return WIZARD_PASS;
}

// Beyond the first page: what was said there was meant for the first question.
static int pass_on(struct wizard *w, enum action action, const char *words)
{
    wizard_arrive(w);
    int event = wizard_act(w, action, words);
    return event == WIZARD_PASS || event == WIZARD_SAME ? WIZARD_PAGE : event;
}

// A number, the first letter of a language, `?`; anything else is meant for the first question.
static int type(struct wizard *w, const char *bytes)
{
    uint32_t c = 0;
    char number[8];
    if (!bytes || utf8_decode(bytes, strlen(bytes), &c) != strlen(bytes) || c == ' ')
        return WIZARD_SAME;
    if (c == '?')
        return verb_help(w, ACTION_HELP, NULL);
    // The letter comes first: the Kazakh digit row has the first letter of Kazakh's own name.
    int event = by_letter(w, c);
    if (event == WIZARD_PASS && input_digit(c) >= 0) {
        number[utf8_encode(number, '0' + (uint32_t)input_digit(c))] = 0;
        return verb_number(w, ACTION_NUMBER, number);
    }
    return event == WIZARD_PASS ? pass_on(w, ACTION_TYPE, bytes) : event;
}

// A line, in line mode: a number, a language's own name or its first letter, nothing for the
// language of the moment. A code such as "ru" is a country's too, and it is that.
static int say_line(struct wizard *w, const char *words)
{
    uint32_t c = 0;
    size_t len = strlen(words);
    const struct page *page = wizard_page(w);
    if (!len)
        return accept(w, ACTION_ACCEPT, NULL);
    if (utf8_decode(words, len, &c) == len)
        return type(w, words);
    for (int i = 0; i < page->n_items; i++) {
        int32_t k = page->items[i].value;
        if (k >= 0 && utf8_fold_same(words, w->i18n->languages[k].name)) {
            w->focus[SCREEN_WELCOME] = w->page->focus = i;
            return accept(w, ACTION_ACCEPT, NULL);
        }
    }
    return pass_on(w, ACTION_ANSWER, words);
}

static int act(struct wizard *w, enum action action, const char *argument)
{
    switch (action) {
    case ACTION_UP:
    case ACTION_DOWN:
    case ACTION_FIRST:
    case ACTION_LAST:
    case ACTION_PAGE_UP:
    case ACTION_PAGE_DOWN:
        return move(w, action);
    case ACTION_TYPE:
        return type(w, argument);
    case ACTION_FORWARD:
        return accept(w, ACTION_ACCEPT, NULL);
    case ACTION_ANSWER:
        return argument ? say_line(w, argument) : WIZARD_SAME;
    default:
        return WIZARD_PASS;
    }
}

const struct screen_ops screen_welcome = {
    .id = "welcome",
    .context = context,
    .build = build,
    .accept = accept,
    .act = act,
};
