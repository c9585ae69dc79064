// SPDX-License-Identifier: MIT
// Rules of every kind through one head, and every expression of a pack.
#include "base/scratch.h"
#include "pack/pack.h"

// Where the rules of a kind stand in struct pack.
struct kind_row {
    const char *word;
    size_t list, count, size;
};

#define KIND(word, list, type)                                                                     \
    {                                                                                              \
        word, offsetof(struct pack, list), offsetof(struct pack, n_##list), sizeof(type)           \
    }
static const struct kind_row kinds[RULE_KINDS] = {
    [RULE_PRACTICE] = KIND("row of the practice table", practice, struct row),
    [RULE_CONVENTION] = KIND("row of the convention table", convention, struct row),
    [RULE_LICENCE] = KIND("row of the licence table", licence, struct row),
    [RULE_FINDING] = KIND("finding", findings, struct finding),
    [RULE_DOCUMENT] = KIND("document", documents, struct item),
    [RULE_STEP] = KIND("step", steps, struct item),
    [RULE_RIGHT] = KIND("right", rights, struct right),
    [RULE_NOTICE] = KIND("notice", notices, struct notice),
};

const char *rule_word(enum rule_kind kind)
{
    return kinds[kind].word;
}

int32_t pack_rule_count(const struct pack *pack, enum rule_kind kind)
{
    int32_t count;
    memcpy(&count, (const char *)pack + kinds[kind].count, sizeof count);
    return count;
}

const struct rule *pack_rule(const struct pack *pack, enum rule_kind kind, int32_t index)
{
    const char *list;
    memcpy(&list, (const char *)pack + kinds[kind].list, sizeof list);
    return (const struct rule *)(const void *)(list + (size_t)index * kinds[kind].size);
}

const struct row *pack_row(const struct pack *pack, enum rule_kind table, int32_t index)
{
    return (const struct row *)(const void *)pack_rule(pack, table, index);
}

enum decision rule_decision(const struct pack *pack, const struct rule *rule)
{
    return rule->kind == RULE_FINDING    ? pack->findings[rule->index].decision
           : rule->kind == RULE_DOCUMENT ? pack->documents[rule->index].decision
           : rule->kind == RULE_STEP     ? pack->steps[rule->index].decision
                                         : DECISION_ACADEMIC;
}

// Without recursion: a rule that leans on others is walked from within this walk.
void expr_each(const struct expr *expr, int32_t country, expr_visit *visit, void *user)
{
    const struct expr *left[EXPR_MAX_NODES] SCRATCH;
    int n = 0;
    if (expr)
        left[n++] = expr;
    while (n) {
        const struct expr *node = left[--n];
        visit(node, country, user);
        for (int i = expr_operands(node) - 1; i >= 0; i--)
            left[n++] = expr_operand(node, i);
    }
}

void pack_each_expr(const struct pack *pack, expr_visit *visit, void *user)
{
    for (int32_t q = 0; q < pack->n_questions; q++)
        expr_each(pack->questions[q].relevant, NONE, visit, user);
    for (int32_t m = 0; m < pack->n_matters; m++)
        expr_each(pack->matters[m].when.root, NONE, visit, user);
    for (int32_t i = 0; i < pack->n_instruments; i++)
        expr_each(pack->instruments[i].when.root, NONE, visit, user);
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < pack_rule_count(pack, kind); i++) {
            const struct rule *rule = pack_rule(pack, kind, i);
            expr_each(rule->when.root, rule->country, visit, user);
        }
    for (int32_t i = 0; i < pack->n_documents; i++)
        expr_each(pack->documents[i].have.root, pack->documents[i].country, visit, user);
}
