// SPDX-License-Identifier: MIT
#include "pack/expr_write.h"

#include "base/bits.h"
#include "pack/expr_parser.h"
#include "pack/kind.h"

// ---- comparisons ------------------------------------------------------------------------------

static void write_value(struct text *out, const struct pack *pack, const struct expr *e,
                        int64_t value)
{
    const struct question *q = &pack->questions[e->question];
    kind_of(q->type)->print(out, pack, q, value);
}

static const char *group_of(const struct pack *pack, const struct expr *e)
{
    if (kind_classes(&pack->questions[e->question]) != CLASSES_COUNTRIES)
        return NULL;
    for (int32_t g = 0; g < pack->n_groups; g++)
        if (pack->groups[g].set == e->set) // not one that only holds the same countries
            return pack->groups[g].id;
    return NULL;
}

static void write_list(struct text *out, const struct pack *pack, const struct expr *e)
{
    size_t words = (size_t)pack->set_words;
    const char *before = "{";
    for (int32_t v = bits_next(e->set, words, 0); v >= 0; v = bits_next(e->set, words, v + 1)) {
        text_add(out, before);
        write_value(out, pack, e, v);
        before = ", ";
    }
    text_add(out, "}");
}

static void write_set(struct text *out, const struct pack *pack, const struct expr *e)
{
    size_t words = (size_t)pack->set_words;
    int32_t first = bits_next(e->set, words, 0);
    bool one = bits_next(e->set, words, first + 1) < 0, inside = e->op == EXPR_IN;
    const char *group = group_of(pack, e);
    text_add(out, pack->questions[e->question].id);
    text_add(out, one ? (inside ? " == " : " != ") : inside ? " in " : " not in ");
    if (one)
        write_value(out, pack, e, first);
    else if (group)
        text_printf(out, "group('%s')", group);
    else
        write_list(out, pack, e);
}

static const char *sign_of(int op)
{
    static const char *const signs[] = {"<", "<=", ">", ">=", "==", "!="}; // as EXPR_LT and on
    return signs[op];
}

static void write_leaf(struct text *out, const struct pack *pack, const struct expr *e)
{
    static const struct question day = {.type = Q_DATE};
    if (e->op == EXPR_ALWAYS || e->op == EXPR_NEVER) {
        text_add(out, e->op == EXPR_ALWAYS ? "always" : "never");
    } else if (e->op == EXPR_IN || e->op == EXPR_NOT_IN) {
        write_set(out, pack, e);
    } else if (e->op == EXPR_SAME || e->op == EXPR_NOT_SAME) {
        text_printf(out, "%s %s destination", pack->questions[e->question].id,
                    e->op == EXPR_SAME ? "==" : "!=");
    } else if (e->op == EXPR_HAS) {
        const struct question *q = &pack->questions[e->question];
        text_printf(out, "%s in %s", q->choices[e->index].id, q->id);
    } else if (e->op >= EXPR_LT && e->op <= EXPR_NE) {
        text_printf(out, "%s %s ", pack->questions[e->question].id, sign_of(e->op - EXPR_LT));
        write_value(out, pack, e, e->value);
    } else if (e->op >= EXPR_AS_OF_LT && e->op <= EXPR_AS_OF_NE) {
        text_printf(out, "as_of %s ", sign_of(e->op - EXPR_AS_OF_LT));
        kind_of(Q_DATE)->print(out, pack, &day, e->value);
    } else {
        expr_write_call(out, pack, e);
    }
}

// ---- the tree ---------------------------------------------------------------------------------

static void write_node(struct text *out, const struct pack *pack, const struct expr *e);

static void write_operand(struct text *out, const struct pack *pack, const struct expr *e,
                          bool open)
{
    text_add(out, open ? "(" : "");
    write_node(out, pack, e);
    text_add(out, open ? ")" : "");
}

static bool is_call(const struct expr *e)
{
    return e->op >= EXPR_KNOWN && !(e->op >= EXPR_AS_OF_LT && e->op <= EXPR_AS_OF_NE);
}

// Nobody has to know what binds more tightly: only a chain of the same (it leans to the left) and
// "not" before a call do without parentheses.
static void write_node(struct text *out, const struct pack *pack, const struct expr *e)
{
    if (e->op == EXPR_NOT) {
        text_add(out, "not ");
        write_operand(out, pack, expr_operand(e, 0), !is_call(expr_operand(e, 0)));
    } else if (expr_operands(e)) {
        bool chain = expr_operand(e, 0)->op == e->op;
        write_operand(out, pack, expr_operand(e, 0),
                      expr_operands(expr_operand(e, 0)) == 2 && !chain);
        text_add(out, e->op == EXPR_AND ? " and " : " or ");
        write_operand(out, pack, expr_operand(e, 1), expr_operands(expr_operand(e, 1)) == 2);
    } else {
        write_leaf(out, pack, e);
    }
}

void expr_write(struct text *out, const struct pack *pack, const struct expr *e)
{
    write_node(out, pack, e);
}
