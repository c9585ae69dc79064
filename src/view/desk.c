// SPDX-License-Identifier: MIT
// The list of kept cases, the page of one, and a line to type in. The words are the caller's.
#include "view/parts.h"

static void add_parts(struct making *m, const struct case_part *parts, int n)
{
    for (int i = 0; i < n; i++) {
        if (!parts[i].n)
            continue;
        make_heading(m, parts[i].title);
        for (int k = 0; k < parts[i].n; k++)
            page_item(&m->b, "•", parts[i].lines[k]);
    }
}

struct page *page_case(const struct ground *g, const struct case_page *c, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_REVIEW, _("Case"));
    page_add(&m.b, BLOCK_TITLE, c->title);
    if (*c->warning)
        page_add(&m.b, BLOCK_WARNING, c->warning)->marker = "!";
    make_muted(&m, c->says, 0);
    add_parts(&m, c->first, c->n_first);
    if (c->n_rows)
        make_heading(&m, _("What to do"));
    for (int i = 0; i < c->n_rows; i++) {
        struct block *b = page_add(&m.b, BLOCK_CHOICE, c->rows[i].words);
        b->detail = c->rows[i].detail;
        b->number = i < 9 ? i + 1 : 0;
        page_focusable(&m.b, c->rows[i].value);
    }
    add_parts(&m, c->then, c->n_then);
    m.b.page.focus = focus;
    return page_finish(&m.b);
}

struct page *page_line(const struct ground *g, const char *title, const char *hint,
                       const char *typed, size_t cursor)
{
    struct making m;
    make_begin(&m, g, PAGE_REVIEW, _("Case"));
    page_add(&m.b, BLOCK_TITLE, title);
    make_paragraph(&m, hint, 0);
    make_field(&m, typed, cursor);
    return page_finish(&m.b);
}

struct page *page_desk(const struct ground *g, const struct desk_page *d, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_QUESTION, _("Cases"));
    page_add(&m.b, BLOCK_TITLE, _("Which case?"));
    make_paragraph(&m,
                   _("Type the first letters of its name and press Enter. For a new one from a "
                     "code: a name, a blank, the code."),
                   0);
    make_field(&m, d->typed, d->cursor);
    for (int i = 0; i < d->n; i++) {
        page_add(&m.b, BLOCK_CHOICE, d->rows[i].name)->detail = d->rows[i].detail;
        page_focusable(&m.b, d->rows[i].value);
    }
    if (d->hidden)
        page_add(&m.b, BLOCK_NOTE,
                 arena_printf(
                     g->arena,
                     P_("%d more; type more letters.", "%d more; type more letters.", d->hidden),
                     d->hidden));
    if (!d->n && !*d->fresh)
        page_add(&m.b, BLOCK_NOTE,
                 *d->typed ? _("No case has such a name.") : _("No case is kept yet."));
    if (*d->fresh) {
        page_add(&m.b, BLOCK_CHOICE, arena_printf(g->arena, _("Begin a new case: %s"), d->fresh))
            ->detail = d->coded ? _("with the answers of the code") : "";
        page_focusable(&m.b, ITEM_DONE);
    }
    m.b.page.takes_first = *d->typed && (d->n || *d->fresh);
    m.b.page.focus = focus;
    return page_finish(&m.b);
}
