// SPDX-License-Identifier: MIT
// Letters to the office, each as paper or as a file; as far as this run may.
#include <string.h>

#include "view/letter.h"
#include "wizard/state.h"

enum { WAYS = 16, ON_PAPER = -1 };

bool letters_allowed(const struct wizard *w)
{
    return w->outlet && w->pack->n_letters && w->abilities & ABILITY_LETTER &&
           (take_may_print(w) || w->abilities & ABILITY_WRITE);
}

// Formats by their place, or ON_PAPER.
static int list_ways(const struct wizard *w, const struct ground *g, struct take_way *ways)
{
    const struct outlet *o = w->outlet;
    int n = 0;
    if (take_may_print(w))
        ways[n++] = (struct take_way){ON_PAPER, _("On paper"), "paper"};
    for (int i = 0; w->abilities & ABILITY_WRITE && i < o->n_formats && n < WAYS; i++)
        if (o->formats[i].paper)
            ways[n++] = (struct take_way){
                i, arena_printf(g->arena, _("A file: %s"), _(o->formats[i].label)),
                o->formats[i].name};
    return n;
}

static enum context list_context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_RULES;
}

static struct page *build_list(struct wizard *w, const struct ground *g)
{
    const struct letter *letters[PACK_MAX_LETTERS];
    struct take_way ways[WAYS];
    int n = letters_fitting(g, letters), n_ways = list_ways(w, g, ways);
    return page_letters(g, letters, n, ways, n_ways, w->focus[SCREEN_LETTERS]);
}

static int accept_letter(struct wizard *w, enum action action, const char *argument)
{
    const struct letter *letters[PACK_MAX_LETTERS];
    struct take_way ways[WAYS];
    struct ground g = wizard_ground(w, &w->frame);
    int n = letters_fitting(&g, letters), n_ways = list_ways(w, &g, ways);
    int32_t value = wizard_focused(w);
    (void)action;
    (void)argument;
    if (value < 0 || !n_ways || value >= n * n_ways)
        return WIZARD_SAME;
    const struct letter *letter = letters[value / n_ways];
    int way = ways[value % n_ways].value;
    return way == ON_PAPER ? take_on_paper(w, letter) : take_as_file(w, way, letter);
}

const struct screen_ops screen_letters = {
    .id = "letters",
    .context = list_context,
    .assessed = true,
    .build = build_list,
    .accept = accept_letter,
};

// ---- in words -----------------------------------------------------------------------------------

// What can be said.
static void say_letters(struct wizard *w, const struct letter *const *letters, int n)
{
    const char *ids = "";
    for (int i = 0; i < n; i++)
        ids = arena_printf(&w->frame, "%s%s%s", ids, *ids ? ", " : "", letters[i]->id);
    if (!n)
        wizard_say(w, letter_none_words());
    else if (w->abilities & ABILITY_WRITE)
        wizard_say(w, arena_printf(&w->frame,
                                   _("Type “take letter”, its name (%s), a format and the name of "
                                     "a file, for example: take letter %s text letter.txt"),
                                   ids, letters[0]->id));
    else
        wizard_say(w, arena_printf(&w->frame,
                                   _("Type “take letter”, its name (%s) and “paper”, for example: "
                                     "take letter %s paper"),
                                   ids, letters[0]->id));
}

// "text letter.txt" or "paper". False: it is neither.
static bool take_letter(struct wizard *w, const struct letter *letter, const char *words)
{
    size_t len = strcspn(words, " ");
    const struct outlet *o = w->outlet;
    if (take_may_print(w) && !strcmp(words, "paper")) {
        take_on_paper(w, letter);
        return true;
    }
    for (int i = 0; w->abilities & ABILITY_WRITE && i < o->n_formats; i++) {
        if (!o->formats[i].paper || strlen(o->formats[i].name) != len ||
            strncmp(o->formats[i].name, words, len) != 0)
            continue;
        w->format = i;
        w->letter = letter;
        w->summary = false;
        take_save(w, words + len);
        return true;
    }
    return false;
}

// "ID FORMAT FILE", or "ID paper".
static void take_in_words(struct wizard *w, const char *words)
{
    const struct letter *letters[PACK_MAX_LETTERS] = {NULL};
    words += strspn(words, " ");
    size_t len = strcspn(words, " ");
    struct ground g = wizard_ground(w, &w->frame);
    int n = letters_fitting(&g, letters);
    for (int i = 0; i < n; i++)
        if (strlen(letters[i]->id) == len && !strncmp(letters[i]->id, words, len) &&
            take_letter(w, letters[i], words + len + strspn(words + len, " ")))
            return;
    say_letters(w, letters, n);
}

bool letters_in_words(struct wizard *w, const char *words)
{
    static const char word[] = "letter";
    if (strncmp(words, word, sizeof word - 1) != 0 || !letters_allowed(w))
        return false;
    take_in_words(w, words + sizeof word - 1);
    return true;
}

// Wherever one stands, what can be said so far.
int verb_letter(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    if (!letters_allowed(w)) {
        wizard_say(w, _("Nothing can be printed or saved here."));
        return WIZARD_PAGE;
    }
    wizard_open(w, SCREEN_LETTERS);
    if (!argument)
        return WIZARD_PAGE;
    w->page = NULL;
    const struct page *page = wizard_page(w);
    if (*argument || page->n_items) // where no letter fits the page has said so
        take_in_words(w, argument);
    return wizard_close(w);
}
