// SPDX-License-Identifier: MIT
// The first page: what this is, and the languages; and the page that asks for a code.
#include <string.h>
#include "view/parts.h"

static const char *name_words(const struct ground *g)
{
    return g->i18n->utf8 ? "tanu · тану" : "tanu";
}

static void add_row(struct making *m, const char *words, int32_t value, bool on)
{
    struct block *b = page_add(&m->b, BLOCK_CHOICE, words);
    b->number = (int)m->b.n_items + 1;
    b->on = on;
    page_focusable(&m->b, value);
}

static int languages_shown(const struct i18n *i18n)
{
    int n = 0;
    for (int k = 0; k < i18n->n_languages; k++)
        n += i18n->languages[k].shown;
    return n;
}

struct page *page_welcome(const struct ground *g, bool choose, bool code, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_WELCOME, say(g->i18n, &g->pack->title));
    page_add(&m.b, BLOCK_TITLE, name_words(g));
    make_paragraph(&m,
                   _("Answer a few questions and read how your diploma may be recognised in "
                     "another country, why, and what to do next."),
                   0);
    make_paragraph(&m,
                   _("It is free and takes about five minutes; nothing is kept and nothing is "
                     "promised, for the authority decides."),
                   0);
    page_add(&m.b, BLOCK_GAP, "");
    choose &= languages_shown(g->i18n) > 1;
    for (int k = 0; k < g->i18n->n_languages && choose; k++) {
        const struct i18n_language *l = &g->i18n->languages[k];
        if (l->shown)
            add_row(&m, l->name, k, !strcmp(l->code, g->i18n->lang));
    }
    if (!choose)
        add_row(&m, _("Begin"), ITEM_DONE, false);
    if (code)
        add_row(&m, _("I have a code"), ITEM_CODE, false);
    m.b.page.focus = focus;
    return page_finish(&m.b);
}

struct page *page_code(const struct ground *g, const char *typed, size_t cursor)
{
    struct making m;
    make_begin(&m, g, PAGE_WELCOME, say(g->i18n, &g->pack->title));
    page_add(&m.b, BLOCK_TITLE, _("Type your code"));
    make_paragraph(&m,
                   _("It stands at the end of what you took away, in groups of letters and digits. "
                     "Small letters and missing dashes do not matter."),
                   0);
    make_field(&m, typed, cursor);
    return page_finish(&m.b);
}
