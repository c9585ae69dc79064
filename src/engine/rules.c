// SPDX-License-Identifier: MIT
// All rules of a pack as one list, and all its expressions; see rules.h.
#include "engine/rules.h"

int32_t rule_count(const struct pack *pack, enum rule_kind kind)
{
    const int32_t counts[RULE_KINDS] = {pack->n_practice,  pack->n_convention, pack->n_findings,
                                        pack->n_documents, pack->n_steps,      pack->n_rights,
                                        pack->n_notices};
    return counts[kind];
}

const char *rule_word(enum rule_kind kind)
{
    static const char *const words[RULE_KINDS] = {"row of the practice table",
                                                  "row of the convention table",
                                                  "finding",
                                                  "document",
                                                  "step",
                                                  "right",
                                                  "notice"};
    return words[kind];
}

enum rule_kind rule_of_scope(enum scope_kind kind)
{
    static const enum rule_kind kinds[SCOPES] = {RULE_FINDING, RULE_DOCUMENT, RULE_STEP, RULE_RIGHT,
                                                 RULE_NOTICE};
    return kinds[kind];
}

static struct rule of_row(enum rule_kind kind, int32_t index, const struct row *row)
{
    return (struct rule){kind, index, NONE, row->id, &row->when, NULL, row->place};
}

static struct rule of_item(enum rule_kind kind, int32_t index, const struct item *item)
{
    return (struct rule){kind,        index,        item->country, item->id,
                         &item->when, &item->cites, item->place};
}

bool rule_at(const struct pack *pack, enum rule_kind kind, int32_t i, struct rule *rule)
{
    switch (kind) {
    case RULE_PRACTICE:
        *rule = of_row(kind, i, &pack->practice[i]);
        return true;
    case RULE_CONVENTION:
        *rule = of_row(kind, i, &pack->convention[i]);
        return true;
    case RULE_FINDING: {
        const struct finding *f = &pack->findings[i];
        *rule = (struct rule){kind, i, f->country, f->id, &f->when, &f->cites, f->place};
        return true;
    }
    case RULE_DOCUMENT:
        *rule = of_item(kind, i, &pack->documents[i]);
        return pack->documents[i].when.root != NULL;
    case RULE_STEP:
        *rule = of_item(kind, i, &pack->steps[i]);
        return pack->steps[i].when.root != NULL;
    case RULE_RIGHT: {
        const struct right *r = &pack->rights[i];
        *rule = (struct rule){kind, i, r->country, r->id, &r->when, &r->cites, r->place};
        return true;
    }
    default: {
        const struct notice *n = &pack->notices[i];
        *rule = (struct rule){kind, i, n->country, n->id, &n->when, &n->cites, n->place};
        return true;
    }
    }
}

void each_node(const struct expr *expr, int32_t country, expr_visit *visit, void *user)
{
    if (!expr)
        return;
    visit(expr, country, user);
    each_node(expr->a, country, visit, user);
    each_node(expr->b, country, visit, user);
}

void each_expr(const struct pack *pack, expr_visit *visit, void *user)
{
    for (int32_t q = 0; q < pack->n_questions; q++)
        each_node(pack->questions[q].relevant, NONE, visit, user);
    for (int32_t m = 0; m < pack->n_matters; m++)
        each_node(pack->matters[m].when.root, NONE, visit, user);
    for (int kind = 0; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < rule_count(pack, (enum rule_kind)kind); i++) {
            struct rule rule;
            if (rule_at(pack, (enum rule_kind)kind, i, &rule))
                each_node(rule.when->root, rule.country, visit, user);
        }
    for (int32_t i = 0; i < pack->n_documents; i++)
        each_node(pack->documents[i].have.root, pack->documents[i].country, visit, user);
}
