// SPDX-License-Identifier: MIT
// What every builder begins with and is made of; see parts.h.
#include <string.h>
#include "base/bits.h"
#include "engine/sources.h"
#include "view/parts.h"

void make_begin(struct making *m, const struct ground *g, enum page_kind kind, const char *title)
{
    m->g = g;
    page_begin(&m->b, g->arena, kind, title);
    m->b.page.lang =
        arena_strdup(g->arena, g->i18n->lang); // the language may change while the page lives
    m->on_paper = kind == PAGE_REPORT;
    m->folded = kind == PAGE_RESULT && !g->details;
    m->most_sources = 0;
    m->named = NULL;
    m->told = NULL;
    m->named_at = 0;
    m->steps_told = 0;
    m->told_position = false;
    m->read_on = 0;
    m->sources = NULL;
    if (g->assessment) {
        m->sources = ARENA_ARRAY(g->arena, uint64_t, BITS_WORDS(g->pack->n_sources));
        m->numbered = ARENA_ARRAY(g->arena, uint64_t, BITS_WORDS(g->pack->n_sources));
        assessment_sources(g->pack, g->answers, g->assessment, m->sources);
    }
    if (g->pack->assumed && kind != PAGE_SIDE)
        page_add(&m->b, BLOCK_WARNING, assumed_words(g))->marker = "!";
}

const char *fold_words(const struct making *m, const char *words)
{
    const char *first = m->folded ? words_first_sentence(m->g, words) : words;
    return words[strlen(first)] ? arena_printf(m->g->arena, "%s …", first) : words;
}

const char *make_ask(struct making *m, const struct office *office)
{
    int step = first_step_to(m->g, office);
    bool told = office && m->told == office,
         below = office && m->named == office && m->named_at == m->b.n_blocks;
    if (step && step <= m->steps_told)
        return arena_printf(m->g->arena, _("Not known. Ask the office of step %d."), step);
    m->named = m->told = office;
    m->named_at = m->b.n_blocks + 1; // the caller adds it
    if (below)
        return _("Not known. Ask the same office.");
    return told ? arena_printf(m->g->arena, _("Not known. Ask: %s"), say(m->g->i18n, &office->name))
                : office_ask_words_at(m->g, office);
}

void make_heading(struct making *m, const char *text)
{
    page_add(&m->b, BLOCK_HEADING, text);
}

struct block *make_paragraph(struct making *m, const char *text, int indent)
{
    struct block *b = page_add(&m->b, BLOCK_PARAGRAPH, text);
    b->indent = indent;
    return b;
}

struct block *make_muted(struct making *m, const char *text, int indent)
{
    struct block *b = make_paragraph(m, text, indent);
    b->style = STYLE_MUTED;
    return b;
}

void make_reviewed(struct making *m)
{
    static const char written[] = N_("These texts were written in English.");
    // TRANSLATORS: say instead whether a native speaker has reviewed your language.
    const char *words = _("These texts were written in English.");
    if (strcmp(words, written) != 0)
        make_muted(m, words, 0);
}

void make_field(struct making *m, const char *typed, size_t cursor)
{
    page_add(&m->b, BLOCK_FIELD, typed)->cursor = cursor;
    page_focusable(&m->b, ITEM_FIELD);
}

void make_keys(struct making *m, const struct hint *keys, int n_keys)
{
    for (int i = 0; i < n_keys; i++)
        page_pair(&m->b, keys[i].key, keys[i].label);
    if (!m->g->help && !m->g->desk)
        return;
    make_heading(m, _("People who help"));
    if (m->g->help)
        make_paragraph(m, m->g->help, 0);
    if (m->g->desk)
        make_paragraph(m, m->g->desk, 0);
}
