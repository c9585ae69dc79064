// SPDX-License-Identifier: MIT
// The pages on which a result is taken away: the ways to do it, the name of a file, a code that a
// phone reads.
#include "view/letter.h"
#include "view/parts.h"

// Of several diplomas each has a code of its own.
static bool own_codes(const struct ground *g)
{
    return g->diplomas && g->diplomas->n > 1 && g->diplomas->codes[0] && *g->diplomas->codes[0];
}

static void add_pairs(struct making *m)
{
    const struct diplomas *d = m->g->diplomas;
    for (int i = 0; i < d->n; i++)
        page_pair(&m->b, arena_printf(m->g->arena, _("Code %d"), i + 1), d->codes[i]);
    if (m->on_paper)
        make_muted(m,
                   _("Each diploma has a code of its own. On the first page of tanu the first one "
                     "brings its answers back, under “Diplomas” each of the others. Whoever has "
                     "them can read them."),
                   0);
}

void part_code(struct making *m)
{
    const struct ground *g = m->g;
    if (own_codes(g))
        add_pairs(m);
    if (!g->code || !*g->code)
        return;
    page_pair(&m->b, _("Code"),
              m->on_paper ? g->code : arena_printf(g->arena, "%s (%s)", g->code, result_title(g)));
    if (m->on_paper)
        make_muted(
            m,
            _("On the first page of tanu the code brings the answers back. Whoever has it can "
              "read them."),
            1);
}

static void add_discreet(struct making *m, const char *discreet)
{
    if (discreet && *discreet)
        make_muted(m,
                   arena_printf(m->g->arena,
                                _("Without flight and earlier decisions, to show to others: %s"),
                                discreet),
                   0);
}

static void add_each(struct making *m)
{
    const struct diplomas *d = m->g->diplomas;
    for (int i = 0; i < d->n; i++) {
        make_paragraph(
            m, arena_printf(m->g->arena, _("Code of diploma %d: %s"), i + 1, d->codes[i]), 0)
            ->style = STYLE_STRONG;
        add_discreet(m, d->discreet[i]);
    }
    make_muted(m,
               _("Each diploma has a code of its own: on the first page the first one brings its "
                 "answers back, under “Diplomas” each of the others. They hold no name, but "
                 "whoever has them can read the answers: keep them as you keep a letter."),
               0);
}

static void add_codes(struct making *m, const char *code, const char *discreet)
{
    const struct ground *g = m->g;
    if (own_codes(g))
        add_each(m);
    if (!*code)
        return;
    make_paragraph(m, arena_printf(g->arena, _("Your code: %s"), code), 0)->style = STYLE_STRONG;
    make_muted(m,
               _("On the first page it brings your answers back. It holds no name, but whoever has "
                 "it can read the answers: keep it as you keep a letter."),
               0);
    add_discreet(m, discreet);
}

static void add_way(struct making *m, const struct take_way *way, int number, int32_t value)
{
    struct block *b = page_add(&m->b, BLOCK_CHOICE, way->label);
    b->detail = way->detail;
    b->number = number <= 9 ? number : 0;
    page_focusable(&m->b, value);
}

struct page *page_take(const struct ground *g, const char *code, const char *discreet,
                       const struct take_way *ways, int n, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_REVIEW, _("Take it away"));
    page_add(&m.b, BLOCK_TITLE, _("Take it away"));
    add_codes(&m, code, discreet);
    if (!n && !*code && !own_codes(g))
        make_paragraph(&m, _("Nothing can be taken away from this device."), 0);
    page_add(&m.b, BLOCK_GAP, "");
    for (int i = 0; i < n; i++)
        add_way(&m, &ways[i], i + 1, ways[i].value);
    m.b.page.focus = focus;
    return page_finish(&m.b);
}

struct page *page_letters(const struct ground *g, const struct letter *const *letters, int n,
                          const struct take_way *ways, int n_ways, int focus)
{
    struct making m;
    make_begin(&m, g, PAGE_REVIEW, _("Take it away"));
    page_add(&m.b, BLOCK_TITLE, _("A letter to the office"));
    make_paragraph(&m,
                   n ? _("It says only what the conventions say that bind both countries. What is "
                         "not known, such as your name, stays a line to fill in by hand.")
                     : letter_none_words(),
                   0);
    for (int i = 0; i < n; i++) {
        make_heading(&m, phrase_words(g, &letters[i]->title));
        for (int k = 0; k < n_ways; k++)
            add_way(&m, &ways[k], i * n_ways + k + 1, i * n_ways + k);
    }
    m.b.page.focus = n ? focus : -1;
    return page_finish(&m.b);
}

struct page *page_save(const struct ground *g, const char *what, const char *typed, size_t cursor)
{
    struct making m;
    make_begin(&m, g, PAGE_REVIEW, _("Take it away"));
    page_add(&m.b, BLOCK_TITLE, _("Where shall the file go?"));
    make_paragraph(&m, what, 0);
    make_muted(&m, _("Its folder and its name. Only you can read it."), 0);
    make_field(&m, typed, cursor);
    return page_finish(&m.b);
}

struct page *page_phone(const struct ground *g, const struct qr *qr, const char *code, int part,
                        int parts, bool calendar)
{
    struct making m;
    make_begin(&m, g, qr ? PAGE_QR : PAGE_REVIEW, _("For the phone"));
    page_add(&m.b, BLOCK_TITLE, _("For the phone"));
    if (qr) {
        make_paragraph(&m, arena_printf(g->arena, _("Picture %d of %d"), part, parts), 0)->style =
            STYLE_STRONG;
        make_paragraph(
            &m,
            calendar ? _("The next step, for the calendar of the phone. Nothing is sent anywhere.")
                     : _("Point the camera at it. The text comes without a network; nothing is "
                         "sent anywhere."),
            0);
        if (part < parts)
            make_paragraph(&m, _("The next one: the space bar or the arrow down."), 0);
    } else {
        make_paragraph(&m,
                       _("This screen is too small for a picture that a phone can read. Write the "
                         "code down, or take a file or paper."),
                       0);
        add_codes(&m, code, "");
    }
    m.b.page.qr = qr;
    return page_finish(&m.b);
}
