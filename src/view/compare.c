// SPDX-License-Identifier: MIT
// The same answers in several destinations, side by side.
#include <string.h>
#include "base/text.h"
#include "view/compare_parts.h"

// ---- each destination --------------------------------------------------------------------------

// Of several diplomas the one that carries the purpose in that country.
static const struct answers *best_there(struct side *s, const struct ground *g, int32_t destination)
{
    const struct diplomas *d = g->diplomas;
    struct several *there = ARENA_NEW(g->arena, struct several);
    there->n = d ? d->n : 1;
    for (int i = 0; i < there->n; i++) {
        there->of[i] = d ? d->answers[i] : *g->answers;
        there->of[i].of[g->pack->q_destination] =
            (struct answer){.state = ANSWER_GIVEN, .value = destination};
    }
    s->diploma = several_best(g->engine, g->pack, there, &s->assessment);
    return &there->of[s->diploma];
}

static void look_at(struct side *s, const struct ground *g, int32_t destination)
{
    s->ground = *g;
    s->ground.answers = best_there(s, g, destination);
    s->ground.assessment = &s->assessment;
    s->name = country_name(g->i18n, g->pack->countries[destination]);
    s->open = flow_look(g->engine, s->ground.answers).open;
}

// ---- the table ---------------------------------------------------------------------------------

// A line in which every country would say the same nothing is left out.
static bool worth_a_line(const struct side *side, int count, const struct compare_line *line)
{
    bool wanted = !line->wanted;
    for (int i = 0; i < count && !wanted; i++)
        wanted = line->wanted(&side[i]);
    return wanted;
}

static bool differs(const char *const *row, int count)
{
    for (int i = 2; i <= count; i++)
        if (strcmp(row[1], row[i]) != 0)
            return true;
    return false;
}

static void add_table(struct making *m, const struct side *side, int count, int open)
{
    size_t n, columns = (size_t)count + 1;
    const struct compare_line *lines = compare_lines(&n);
    const char **cells = ARENA_ARRAY(m->g->arena, const char *, columns *(n + 1)), **row = cells;
    struct page_table *table = ARENA_NEW(m->g->arena, struct page_table);
    row[0] = "";
    for (int i = 0; i < count; i++)
        row[i + 1] = side[i].name;
    row += columns;
    for (size_t k = 0; k < n; k++) {
        if (!worth_a_line(side, count, &lines[k]))
            continue;
        row[0] = compare_line_name(&lines[k]);
        for (int i = 0; i < count; i++)
            row[i + 1] = compare_line_cell(&lines[k], &side[i]);
        if (differs(row, count))
            row[0] = arena_printf(m->g->arena, "* %s", row[0]);
        row += columns;
    }
    *table = (struct page_table){(int)((size_t)(row - cells) / columns), (int)columns, open, cells};
    page_add(&m->b, BLOCK_TABLE, "")->table = table;
}

static void add_how(struct making *m, int count, int open)
{
    struct text t = TEXT_INIT;
    if (open)
        text_add(&t, _("Left and right mark a country, Enter opens its result."));
    if (count > 1)
        text_printf(&t, "%s%s", t.len ? " " : "", _("An asterisk (*) tells what differs."));
    if (t.len)
        make_muted(m, arena_strdup(m->g->arena, text_str(&t)), 0);
    text_release(&t);
}

// ---- which papers ------------------------------------------------------------------------------

static bool has_paper(const struct side *s, const char *words)
{
    for (int32_t i = 0; i < s->ground.assessment->n_documents; i++) {
        const struct document_state *d = &s->ground.assessment->documents[i];
        if (d->have != TRUTH_YES &&
            !strcmp(phrase_words(&s->ground, &s->ground.pack->documents[d->document].text), words))
            return true;
    }
    return false;
}

static bool said_before(const struct side *side, int before, const char *words)
{
    for (int i = 0; i < before; i++)
        if (has_paper(&side[i], words))
            return true;
    return false;
}

static const char *wanted_by(const struct side *side, int count, const char *words)
{
    struct text t = TEXT_INIT;
    for (int i = 0; i < count; i++)
        if (has_paper(&side[i], words))
            text_printf(&t, "%s%s", t.len ? ", " : "", side[i].name);
    return compare_words(&side->ground, &t);
}

// Every paper once, with the countries that ask for it.
static void add_papers(struct making *m, const struct side *side, int count)
{
    bool any = false;
    for (int i = 0; i < count; i++)
        for (int32_t k = 0; k < side[i].ground.assessment->n_documents; k++) {
            const struct document_state *d = &side[i].ground.assessment->documents[k];
            const char *words =
                phrase_words(&side[i].ground, &m->g->pack->documents[d->document].text);
            if (d->have == TRUTH_YES || said_before(side, i, words))
                continue;
            if (!any)
                make_heading(m, _("Papers to get"));
            any = true;
            page_item(&m->b, "•", words);
            if (count > 1)
                make_muted(m, wanted_by(side, count, words), 1);
        }
}

struct page *page_compare(const struct ground *g, const int32_t *destinations, int count, int open)
{
    struct making m;
    struct side *side = ARENA_ARRAY(g->arena, struct side, (size_t)count);
    for (int i = 0; i < count; i++)
        look_at(&side[i], g, destinations[i]);
    make_begin(&m, g, PAGE_COMPARE, _("Comparison"));
    page_add(&m.b, BLOCK_TITLE, _("Comparison"));
    add_how(&m, count, open);
    add_table(&m, side, count, open);
    add_papers(&m, side, count);
    for (int i = 0; i < count; i++)
        assessment_release(&side[i].assessment);
    page_add(&m.b, BLOCK_GAP, "");
    make_muted(
        &m,
        arena_printf(g->arena,
                     _("This is what the rules known on %s make likely. The authority decides."),
                     say_date(g->arena, g->as_of)),
        0);
    return page_finish(&m.b);
}
