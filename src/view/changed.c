// SPDX-License-Identifier: MIT
// After an answer was changed: what the result was and what it is, only where it moved.
#include <string.h>
#include "base/text.h"
#include "view/parts.h"

enum { COLUMNS = 3, HEADS = 4 }; // the head of the table; result, licence, position

struct moved {
    const struct ground *before, *now;
    const char **cells;
    int rows;
    bool result; // something moved besides the answers
};

static void add_row(struct moved *m, const char *what, const char *before, const char *now)
{
    const char **row = m->cells + (size_t)m->rows * COLUMNS;
    row[0] = what;
    row[1] = before && *before ? before : "–";
    row[2] = now && *now ? now : "–";
    m->rows++;
}

static void compare(struct moved *m, const char *what, const char *before, const char *now)
{
    before = before ? before : "";
    now = now ? now : "";
    if (!strcmp(before, now))
        return;
    add_row(m, what, before, now);
    m->result = true;
}

// ---- what can move ----------------------------------------------------------------------------

static void add_answers(struct moved *m)
{
    for (int32_t q = 0; q < m->now->pack->n_questions; q++) {
        const char *before = answer_words(m->before, q, &m->before->answers->of[q]),
                   *now = answer_words(m->now, q, &m->now->answers->of[q]);
        if (strcmp(before, now) != 0)
            add_row(m, label_words(m->now, q), before, now);
    }
}

static const char *licence_title(const struct ground *g)
{
    const struct licence_state *l = &g->assessment->licence;
    return !l->asked || l->outcome == NONE ? ""
                                           : say(g->i18n, &g->pack->outcomes[l->outcome].title);
}

static bool has_document(const struct assessment *a, int32_t document)
{
    for (int32_t i = 0; i < a->n_documents; i++)
        if (a->documents[i].document == document)
            return true;
    return false;
}

static bool has_step(const struct assessment *a, int32_t step)
{
    for (int32_t i = 0; i < a->n_steps; i++)
        if (a->steps[i] == step)
            return true;
    return false;
}

// The words may be the same although the rule is another one: of one country, and of the other.
static const char *said_by(const struct ground *g, const struct item *items, bool documents,
                           const char *words)
{
    const struct assessment *a = g->assessment;
    int32_t n = documents ? a->n_documents : a->n_steps;
    for (int32_t i = 0; i < n; i++)
        if (!strcmp(phrase_brief(g, &items[documents ? a->documents[i].document : a->steps[i]]),
                    words))
            return words;
    return "";
}

static void add_items(struct moved *m, bool documents)
{
    const char *what = documents ? C_("changed", "Paper") : C_("changed", "Step");
    const struct pack *pack = m->now->pack;
    const struct item *items = documents ? pack->documents : pack->steps;
    int32_t n = documents ? pack->n_documents : pack->n_steps;
    bool (*has)(const struct assessment *, int32_t) = documents ? has_document : has_step;
    for (int32_t i = 0; i < n; i++) {
        bool before = has(m->before->assessment, i), now = has(m->now->assessment, i);
        if (before && !now) {
            const char *words = phrase_brief(m->before, &items[i]);
            compare(m, what, words, said_by(m->now, items, documents, words));
        } else if (now && !before) {
            const char *words = phrase_brief(m->now, &items[i]);
            compare(m, what, said_by(m->before, items, documents, words), words);
        }
    }
}

// ---- the page ---------------------------------------------------------------------------------

struct page *page_changed(const struct ground *before, const struct ground *now)
{
    struct making m;
    struct moved moved = {.before = before, .now = now};
    const struct pack *pack = now->pack;
    int32_t most = HEADS + pack->n_documents + pack->n_steps + pack->n_questions;
    moved.cells = ARENA_ARRAY(now->arena, const char *, (size_t)most *COLUMNS);
    add_row(&moved, "", C_("changed", "Before"), C_("changed", "Now"));
    moved.cells[0] = "";
    compare(&moved, C_("changed", "Result"), outcome_headline(before), outcome_headline(now));
    compare(&moved, _("The licence"), licence_title(before), licence_title(now));
    compare(&moved, _("What the conventions ask"), position_words(before), position_words(now));
    add_items(&moved, true);
    add_items(&moved, false);
    if (!moved.result)
        return NULL;
    add_answers(&moved);
    make_begin(&m, now, PAGE_HELP, _("What changed"));
    page_add(&m.b, BLOCK_TITLE, _("What your new answer changes"));
    struct page_table *table = ARENA_NEW(now->arena, struct page_table);
    *table = (struct page_table){moved.rows, COLUMNS, 0, moved.cells};
    page_add(&m.b, BLOCK_TABLE, "")->table = table;
    make_muted(&m, _("Everything else stays as it was."), 0);
    return page_finish(&m.b);
}
