// SPDX-License-Identifier: MIT
// The rules of a result, and one of them taken apart: each condition in plain words and as it is
// written, with the answer that decided it.
#include <string.h>
#include "base/text.h"
#include "engine/explain.h"
#include "pack/expr_write.h"
#include "view/parts.h"

enum { DEPTH_MOST = 64, INDENT_MOST = 3 };

// ---- which rules -------------------------------------------------------------------------------

static int32_t value_of(const struct rule *rule)
{
    return (int32_t)rule->kind * PACK_MAX_RULES + rule->index;
}

const struct rule *rule_of_item(const struct pack *pack, int32_t value)
{
    return pack_rule(pack, (enum rule_kind)(value / PACK_MAX_RULES), value % PACK_MAX_RULES);
}

static struct answers *told_answers(const struct ground *g)
{
    struct answers *told = ARENA_NEW(g->arena, struct answers);
    explain_answers(g->pack, g->answers, g->assessment, told);
    return told;
}

static const char *table_words(enum rule_kind table)
{
    if (table == RULE_CONVENTION)
        return _("How the position under the conventions was chosen");
    if (table == RULE_LICENCE)
        return _("How the outcome of the licence was chosen");
    return _("How the outcome was chosen");
}

const char *explain_title(const struct ground *g, const struct rule *rule)
{
    return rule->text.words ? words_first_sentence(g, phrase_words(g, &rule->text))
                            : table_words(rule->kind);
}

static void add_rule(struct making *m, const struct rule *rule, const char *detail)
{
    struct block *b = page_add(&m->b, BLOCK_CHOICE, explain_title(m->g, rule));
    b->detail = detail;
    b->number = m->b.n_items < 9 ? (int)m->b.n_items + 1 : 0;
    page_focusable(&m->b, value_of(rule));
}

struct page *page_rules(const struct ground *g, int focus)
{
    static const enum rule_kind tables[] = {RULE_PRACTICE, RULE_CONVENTION, RULE_LICENCE};
    const struct assessment *a = g->assessment;
    const struct answers *told = told_answers(g);
    struct making m;
    make_begin(&m, g, PAGE_REVIEW, _("Rules"));
    page_add(&m.b, BLOCK_TITLE, _("The rules that count here"));
    make_muted(&m, _("Choose one to see its conditions, and the answer that decided each."), 0);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct rule *row = explain_row(g->engine, told, a, tables[i]);
        bool asked = tables[i] == RULE_CONVENTION ? a->position_from != NONE
                     : tables[i] == RULE_LICENCE  ? a->licence.asked
                                                  : true;
        if (row && asked)
            add_rule(&m, row, "");
    }
    for (int32_t i = 0; i < a->n_findings; i++)
        add_rule(&m, &g->pack->findings[a->findings[i].finding].rule,
                 a->findings[i].live == TRUTH_YES  ? ""
                 : a->findings[i].live == TRUTH_NO ? _("set aside by another rule")
                                                   : _("perhaps set aside by another rule"));
    if (!m.b.n_items)
        make_paragraph(&m, _("No rule in this pack speaks about your case yet."), 0);
    m.b.page.focus = focus;
    return page_finish(&m.b);
}

// ---- one rule ----------------------------------------------------------------------------------

struct taking { // a rule being taken apart
    struct making *m;
    const struct answers *told;
    enum expr_op above[DEPTH_MOST]; // what each depth is part of
    int indent[DEPTH_MOST];         // of the parts at that depth
    int32_t silent_below;           // parts deeper than this are not shown
};

static const char *truth_words(enum truth truth)
{
    return truth == TRUTH_YES  ? C_("condition", "Yes")
           : truth == TRUTH_NO ? C_("condition", "No")
                               : C_("condition", "Not known");
}

static const char *written(const struct ground *g, const struct expr *e)
{
    struct text t = TEXT_INIT;
    expr_write(&t, g->pack, e);
    const char *words = arena_strdup(g->arena, text_str(&t));
    text_release(&t);
    return words;
}

static void add_item(struct taking *t, int indent, const char *words, enum truth truth)
{
    const struct ground *g = t->m->g;
    struct block *b =
        page_item(&t->m->b, "•", arena_printf(g->arena, "%s: %s", truth_words(truth), words));
    b->indent = indent < INDENT_MOST ? indent : INDENT_MOST;
}

static void add_answer(struct taking *t, int indent, const struct expr *e)
{
    const struct ground *g = t->m->g;
    int64_t listed;
    if (e->question == NONE)
        return;
    const struct answer *given = &g->answers->of[e->question];
    const char *words = answer_words(g, e->question, &t->told->of[e->question]);
    const char *said =
        given->state != ANSWER_ABSENT ? arena_printf(g->arena, _("You said: %s"), words)
        : assessment_listed(g->pack, g->answers, g->assessment, e->question, &listed)
            ? arena_printf(g->arena, _("A list says: %s"), words)
        : *words ? arena_printf(g->arena, _("Assumed, because you did not say: %s"), words)
                 : arena_printf(g->arena, _("You have not said: %s"), label_words(g, e->question));
    make_paragraph(t->m, said, indent < INDENT_MOST ? indent : INDENT_MOST);
}

static void add_leaf(struct taking *t, int indent, const struct trace_step *step)
{
    const struct ground *g = t->m->g;
    const struct expr *e = step->expr;
    const char *text = written(g, e), *words = condition_words(g, e);
    add_item(t, indent, words ? words : text, step->truth);
    add_answer(t, indent + 1, e);
    struct pack_place place = expr_place(e);
    make_muted(t->m,
               arena_printf(g->arena, "%s  (%s:%u)", text, g->pack->files[place.file], place.line),
               indent < INDENT_MOST ? indent + 1 : INDENT_MOST);
}

static const char *group_words(enum expr_op op)
{
    return op == EXPR_AND  ? _("all of this")
           : op == EXPR_OR ? _("one of this is enough")
                           : _("the opposite of this");
}

// A chain (a and b and c) is one group, and a rule that is all of something needs no heading.
static void take_step(const struct trace_step *step, void *user)
{
    struct taking *t = user;
    enum expr_op op = step->expr->op;
    int32_t depth = step->depth;
    if (depth > t->silent_below || depth + 1 >= DEPTH_MOST)
        return;
    t->silent_below = DEPTH_MOST;
    int indent = depth ? t->indent[depth] : 0;
    bool group = op == EXPR_AND || op == EXPR_OR || op == EXPR_NOT;
    bool chained = group && op != EXPR_NOT && depth && t->above[depth] == op;
    bool open = depth == 0 && op == EXPR_AND;
    if (!group)
        add_leaf(t, indent, step);
    else if (!chained && !open)
        add_item(t, indent, group_words(op), step->truth);
    t->above[depth + 1] = op;
    t->indent[depth + 1] = indent + (chained || open ? 0 : 1);
    if (op == EXPR_EFFECT)
        t->silent_below = depth; // the rules of that kind stand in a list of their own
}

static void add_state(struct making *m, const struct rule *rule, enum truth truth)
{
    const struct ground *g = m->g;
    const struct assessment *a = g->assessment;
    const struct finding_state *aside = NULL;
    for (int32_t i = a->n_live; i < a->n_findings && rule->kind == RULE_FINDING; i++)
        if (a->findings[i].finding == rule->index)
            aside = &a->findings[i];
    page_pair(&m->b, _("Does it hold?"), truth_words(truth));
    page_pair(&m->b, _("Where it is written"),
              arena_printf(g->arena, "%s:%u, %s", g->pack->files[rule->place.file],
                           rule->place.line, rule->id));
    if (aside)
        make_paragraph(m, set_aside_words(g, aside), 0);
}

static void part_rule(struct making *m, const struct rule *rule)
{
    const struct ground *g = m->g;
    struct taking t = {.m = m, .told = told_answers(g), .silent_below = DEPTH_MOST};
    enum truth truth = explain_rule(g->engine, t.told, g->assessment, rule, NULL, NULL);
    page_add(&m->b, BLOCK_TITLE, explain_title(g, rule));
    add_state(m, rule, truth);
    make_heading(m, _("Its conditions"));
    explain_rule(g->engine, t.told, g->assessment, rule, take_step, &t);
}

struct page *page_rule(const struct ground *g, const struct rule *rule)
{
    struct making m;
    make_begin(&m, g, PAGE_HELP, _("A rule and its conditions"));
    part_rule(&m, rule);
    return page_finish(&m.b);
}

// Those of page_rules(), one after the other; or the rules with that id, whether they hold or not.
struct page *page_explanation(const struct ground *g, const char *id)
{
    struct making m;
    int found = 0;
    const struct page *rules = page_rules(g, PAGE_FOCUS_OWN);
    make_begin(&m, g, PAGE_HELP, _("Rules"));
    for (int i = 0; i < rules->n_items && !id; i++, found++)
        part_rule(&m, rule_of_item(g->pack, rules->items[i].value));
    for (enum rule_kind kind = 0; kind < RULE_KINDS && id; kind++)
        for (int32_t i = 0; i < pack_rule_count(g->pack, kind); i++) {
            const struct rule *rule = pack_rule(g->pack, kind, i);
            if (!rule_listed(rule) || strcmp(rule->id, id))
                continue;
            part_rule(&m, rule);
            found++;
        }
    if (!found && !id)
        make_paragraph(&m, _("No rule in this pack speaks about your case yet."), 0);
    return found || !id ? page_finish(&m.b) : NULL;
}
