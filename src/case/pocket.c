// SPDX-License-Identifier: MIT
#include "case/pocket.h"

#include <string.h>
#include "base/text.h"
#include "case/code.h"

enum { HEAD = 4 }; // bytes of "1/3 "

// ---- what is said, in which order -------------------------------------------------------------

const char *pocket_code(const struct ground *g)
{
    return code_words(g->arena, g->pack, g->answers, g->assessment->outcome,
                      &(struct question_set){{0}});
}

void pocket_codes(const struct ground *g, const char *codes[SEVERAL_MOST])
{
    const struct diplomas *d = g->diplomas;
    for (int i = 0; d && i < d->n; i++)
        codes[i] = code_words(g->arena, g->pack, &d->answers[i], d->assessments[i].outcome,
                              &(struct question_set){{0}});
}

// TRANSLATORS: before the code that brings the case back.
static const char *code_sentence(const struct ground *g)
{
    const char *code = pocket_code(g);
    return *code ? arena_printf(g->arena, _("Code: %s"), code) : "";
}

static const char *words_of(const struct ground *g, const struct block *b)
{
    if (*b->key)
        return arena_printf(g->arena, "%s: %s", b->key, b->text);
    return *b->marker ? arena_printf(g->arena, "%s %s", b->marker, b->text) : b->text;
}

struct saying {
    const struct ground *g;
    const char **words; // sentences, most important first
    int n;
};

static void say_blocks(struct saying *s, const struct page *page, int from, int to)
{
    for (int i = from; i < to; i++) {
        const char *words = words_of(s->g, &page->blocks[i]);
        if (*words)
            s->words[s->n++] = words;
    }
}

static bool details(const struct page *page, int i)
{
    return i < page->n_blocks && page->blocks[i].kind == BLOCK_PARAGRAPH && page->blocks[i].indent;
}

// The steps up to the first one that names its office, from *from up to *to.
static void find_steps(const struct page *page, int *from, int *to)
{
    int i = 0;
    while (i < page->n_blocks &&
           !(page->blocks[i].kind == BLOCK_ITEM && !strcmp(page->blocks[i].marker, "1.")))
        i++;
    *from = *to = i;
    while (i < page->n_blocks && page->blocks[i].kind == BLOCK_ITEM && !details(page, i + 1))
        i++;
    if (details(page, i + 1))
        *to = i + 2;
    else if (*from < page->n_blocks)
        *to = *from + 1;
}

static void say_codes(struct saying *s)
{
    const char *codes[SEVERAL_MOST] = {code_sentence(s->g)};
    int n = s->g->diplomas && s->g->diplomas->n > 1 ? s->g->diplomas->n : 0;
    if (n)
        pocket_codes(s->g, codes);
    for (int i = 0; i < n; i++)
        codes[i] = *codes[i] ? arena_printf(s->g->arena, _("Code %d: %s"), i + 1, codes[i]) : "";
    for (int i = 0; i < (n ? n : 1); i++)
        if (*codes[i])
            s->words[s->n++] = codes[i];
}

// Title and answer stand first on the short page.
static void say_all(struct saying *s, const struct page *page)
{
    enum { HEADLINE = 2 };
    int from, to, head = page->n_blocks < HEADLINE ? page->n_blocks : HEADLINE;
    find_steps(page, &from, &to);
    s->words[s->n++] = page->title;
    say_blocks(s, page, 0, head);
    say_blocks(s, page, from, to);
    say_codes(s);
    say_blocks(s, page, head, from);
    say_blocks(s, page, to, page->n_blocks);
}

// ---- cutting ----------------------------------------------------------------------------------

// How many bytes of the words fit, cut at a blank if there is one, never within a letter.
static size_t fitting(const char *words, size_t room)
{
    size_t len = strlen(words);
    if (len <= room)
        return len;
    for (size_t cut = room; cut > room / 2; cut--)
        if (words[cut] == ' ')
            return cut;
    while (room && ((unsigned char)words[room] & 0xc0) == 0x80)
        room--;
    return room;
}

struct cutting {
    struct text part[POCKET_MOST];
    int n;
    size_t room;
};

// False: there is no more room. A sentence that would begin in what is left of a part begins there
// only if it ends there too; a long one is cut over parts.
static bool put(struct cutting *c, const char *words)
{
    struct text *last = c->n ? &c->part[c->n - 1] : NULL;
    size_t len = strlen(words);
    if (last && last->len + 1 + len <= c->room) {
        text_char(last, '\n');
        text_add(last, words);
        return true;
    }
    if (len > c->room * (size_t)(POCKET_MOST - c->n))
        return false;
    while (*words) {
        if (c->n == POCKET_MOST)
            return false;
        size_t bytes = fitting(words, c->room);
        text_bytes(&c->part[c->n++], words, bytes);
        words += bytes + (words[bytes] == ' ');
    }
    return true;
}

void pocket_fill(struct pocket *pocket, const struct ground *g, size_t room)
{
    struct ground bare = *g; // the code has its own place
    bare.code = NULL;
    const struct page *page = page_short(&bare);
    struct saying s = {
        .g = g,
        .words = ARENA_ARRAY(g->arena, const char *, (size_t)page->n_blocks + 1 + SEVERAL_MOST)};
    struct cutting c = {.room = room - HEAD};
    say_all(&s, page);
    for (int i = 0; i < s.n && put(&c, s.words[i]); i++)
        ;
    *pocket = (struct pocket){.n = c.n};
    for (int i = 0; i < c.n; i++) {
        pocket->part[i] = arena_printf(g->arena, "%d/%d %s", i + 1, c.n, text_str(&c.part[i]));
        text_release(&c.part[i]);
    }
}
