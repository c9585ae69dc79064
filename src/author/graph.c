// SPDX-License-Identifier: MIT
// The graph of a pack in DOT; see graph.h. Left to right: questions, matters with a condition,
// findings, rows of the two tables, outcomes. Dashed: one question decides whether another is
// asked. Red: one finding overrides another.
#include "author/graph.h"

#include <string.h>

#include "base/text.h"
#include "pack/expr_reads.h"
#include "pack/expr_write.h"

struct drawing {
    struct text *out;
    const struct pack *pack;
    int32_t destination;
    const char *to;                // the node that the expression being walked belongs to
    const char *style;             // of its edges
    struct question_set questions; // already joined to it
    uint64_t matters;
    enum rule_kind table;
};

// A DOT string: quotes and backslashes escaped.
static void quoted(struct text *out, const char *s)
{
    text_char(out, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            text_char(out, '\\');
        text_char(out, *s == '\n' ? ' ' : *s);
    }
    text_char(out, '"');
}

static void node_name(struct text *out, const char *kind, const char *id)
{
    struct text name = TEXT_INIT;
    text_printf(&name, "%s:%s", kind, id);
    quoted(out, text_str(&name));
    text_release(&name);
}

static void node(struct drawing *g, const char *kind, const char *id, const char *tip,
                 const char *more)
{
    text_add(g->out, "    ");
    node_name(g->out, kind, id);
    text_add(g->out, " [label=");
    quoted(g->out, id);
    if (tip) {
        text_add(g->out, ", tooltip=");
        quoted(g->out, tip);
    }
    text_printf(g->out, "%s];\n", more);
}

static void condition_node(struct drawing *g, const char *kind, const char *id,
                           const struct expr *condition, const char *more)
{
    struct text tip = TEXT_INIT;
    expr_write(&tip, g->pack, condition);
    node(g, kind, id, text_str(&tip), more);
    text_release(&tip);
}

static void edge(struct drawing *g, const char *kind, const char *id, const char *more)
{
    text_add(g->out, "  ");
    node_name(g->out, kind, id);
    text_printf(g->out, " -> %s%s;\n", g->to, more);
}

static bool drawn(const struct drawing *g, int32_t country)
{
    return country == NONE || country == g->destination;
}

// ---- what an expression reads -------------------------------------------------------------------

static void join_effect(struct drawing *g, const struct expr *e)
{
    for (int32_t f = 0; f < g->pack->n_findings; f++) {
        const struct finding *finding = &g->pack->findings[f];
        if (drawn(g, finding->country) && (int32_t)finding->effect == e->index &&
            finding_counts(finding, g->table) &&
            (e->matter == NONE || finding->matter == e->matter))
            edge(g, "finding", finding->id, "");
    }
}

static void join(const struct expr *e, int32_t country, void *user)
{
    struct drawing *g = user;
    (void)country;
    unsigned reads = expr_reads(e);
    if (reads & READS_FINDING && drawn(g, g->pack->findings[e->index].country))
        edge(g, "finding", g->pack->findings[e->index].id, g->style);
    if (reads & READS_EFFECT)
        join_effect(g, e);
    if (reads & READS_MATTER && !(g->matters >> e->index & 1)) {
        g->matters |= (uint64_t)1 << e->index;
        edge(g, "matter", g->pack->matters[e->index].id, g->style);
    }
    if (e->question < 0 || question_set_has(&g->questions, e->question))
        return;
    question_set_add(&g->questions, e->question);
    edge(g, "question", g->pack->questions[e->question].id, g->style);
}

static void join_expr(struct drawing *g, const char *kind, const char *id, const struct expr *expr,
                      const char *style)
{
    struct text to = TEXT_INIT;
    node_name(&to, kind, id);
    g->to = text_str(&to);
    g->style = style;
    g->questions = (struct question_set){{0}};
    g->matters = 0;
    expr_each(expr, NONE, join, g);
    text_release(&to);
}

// ---- clusters -----------------------------------------------------------------------------------

static void open_cluster(struct drawing *g, const char *id, const char *label)
{
    text_printf(g->out, "  subgraph cluster_%s {\n    label=\"%s\"; color=gray70;\n", id, label);
}

static void close_cluster(struct drawing *g)
{
    text_add(g->out, "  }\n");
}

static void draw_questions(struct drawing *g)
{
    open_cluster(g, "questions", "Questions, in the order in which they are asked");
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        node(g, "question", g->pack->questions[q].id, g->pack->questions[q].label.words,
             ", shape=box, style=rounded");
    close_cluster(g);
    open_cluster(g, "matters", "Conditions with a name");
    for (int32_t m = 0; m < g->pack->n_matters; m++)
        if (g->pack->matters[m].when.root)
            condition_node(g, "matter", g->pack->matters[m].id, g->pack->matters[m].when.root,
                           ", shape=diamond");
    close_cluster(g);
    for (int32_t q = 0; q < g->pack->n_questions; q++)
        join_expr(g, "question", g->pack->questions[q].id, g->pack->questions[q].relevant,
                  " [style=dashed, color=gray50]");
    for (int32_t m = 0; m < g->pack->n_matters; m++)
        join_expr(g, "matter", g->pack->matters[m].id, g->pack->matters[m].when.root, "");
}

static const char *effect_look(enum effect effect)
{
    static const char *const looks[EFFECTS] = {
        ", shape=box, color=darkgreen",  ", shape=box, color=darkorange",
        ", shape=box, color=orangered",  ", shape=box, color=red, penwidth=2",
        ", shape=box, color=steelblue4", ", shape=note, color=gray60"};
    return looks[effect];
}

static void draw_findings(struct drawing *g)
{
    const struct pack *pack = g->pack;
    for (int32_t m = 0; m < pack->n_matters; m++) {
        struct text id = TEXT_INIT;
        text_printf(&id, "findings_%s", pack->matters[m].id);
        open_cluster(g, text_str(&id), pack->matters[m].id);
        for (int32_t f = 0; f < pack->n_findings; f++)
            if (pack->findings[f].matter == m && drawn(g, pack->findings[f].country))
                condition_node(g, "finding", pack->findings[f].id, pack->findings[f].when.root,
                               effect_look(pack->findings[f].effect));
        close_cluster(g);
        text_release(&id);
    }
    for (int32_t f = 0; f < pack->n_findings; f++) {
        const struct finding *finding = &pack->findings[f];
        if (!drawn(g, finding->country))
            continue;
        join_expr(g, "finding", finding->id, finding->when.root, "");
        for (int32_t i = 0; i < finding->overrides.count; i++) {
            struct text to = TEXT_INIT;
            node_name(&to, "finding", pack->findings[finding->overrides.items[i]].id);
            g->to = text_str(&to);
            edge(g, "finding", finding->id, " [color=red, label=overrides]");
            text_release(&to);
        }
    }
}

static void draw_table(struct drawing *g, const char *kind, const char *label, enum rule_kind table)
{
    int32_t n = pack_rule_count(g->pack, table);
    if (!n)
        return;
    open_cluster(g, kind, label);
    for (int32_t r = 0; r < n; r++) {
        const struct rule *row = pack_rule(g->pack, table, r);
        condition_node(g, kind, row->id, row->when.root, ", shape=cds");
    }
    close_cluster(g);
    g->table = table;
    for (int32_t r = 0; r < n; r++) {
        const struct row *row = pack_row(g->pack, table, r);
        struct text to = TEXT_INIT;
        join_expr(g, kind, row->id, row->when.root, "");
        if (row->outcome != NONE) {
            node_name(&to, "outcome", g->pack->outcomes[row->outcome].id);
            g->to = text_str(&to);
            edge(g, kind, row->id, "");
        }
        text_release(&to);
    }
}

static void draw_outcomes(struct drawing *g)
{
    open_cluster(g, "outcomes", "Outcomes");
    for (int32_t o = 0; o < g->pack->n_outcomes; o++)
        node(g, "outcome", g->pack->outcomes[o].id, g->pack->outcomes[o].title.words,
             ", shape=octagon, style=bold");
    close_cluster(g);
}

void graph_write(struct text *out, const struct pack *pack, int32_t destination)
{
    struct drawing g = {.out = out, .pack = pack, .destination = destination};
    text_add(out, "digraph ");
    quoted(out, pack->id);
    text_add(out,
             " {\n  rankdir=LR; ranksep=2; nodesep=0.1;\n"
             "  node [fontname=\"Helvetica\", fontsize=10]; edge [color=gray40, arrowsize=0.6];\n"
             "  label=");
    quoted(out, pack->title.words);
    text_add(out, ";\n");
    draw_questions(&g);
    draw_findings(&g);
    draw_table(&g, "practice", "Practice: first row that holds", RULE_PRACTICE);
    draw_table(&g, "licence", "Licence: first row that holds", RULE_LICENCE);
    draw_table(&g, "convention", "Convention: first row that holds", RULE_CONVENTION);
    draw_outcomes(&g);
    text_add(out, "}\n");
}
