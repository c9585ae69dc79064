// SPDX-License-Identifier: MIT
// The leaves of the rule language: comparisons of a question with constants (functions are in
// expr_call.c).
#include "pack/expr_parser.h"
#include "pack/kind.h"

#include <string.h>

#include "base/bits.h"

// ---- names ------------------------------------------------------------------------------------

const char *parser_copy(const struct parser *p, struct token token)
{
    uint32_t cut = token.kind == T_STRING;
    return arena_strndup(p->scope->scratch, p->text + token.start + cut,
                         token.end - token.start - 2 * cut);
}

// The index of a name, or NONE and a fault; silent where the file that defines it is unreadable.
int32_t parser_look_up(struct parser *p, enum section section, struct token token)
{
    const char *name = parser_copy(p, token);
    int32_t index = table_get(&p->scope->names->ids[section], name);
    if (index >= 0)
        return index;
    p->faulty = true;
    if (!p->scope->whole)
        return NONE;
    const char *hint = p->scope->diags->errors < 200 // finding the nearest name takes time
                           ? names_hint(p->scope->names, section, name, p->scope->scratch)
                           : "";
    parser_fault(p, token.start,
                 section == S_QUESTION ? "unknown-question" : "unresolved-reference",
                 SAY("there is no %s \"%s\"%s", names_section(section), name, hint));
    return NONE;
}

const struct question *parser_question(const struct parser *p, int32_t index)
{
    return index < 0 ? NULL : &p->scope->pack->questions[index];
}

static bool is_question(const struct parser *p, struct token token)
{
    return table_get(&p->scope->names->ids[S_QUESTION], parser_copy(p, token)) >= 0;
}

static bool contradicts(struct parser *p, const struct question *question, struct token value,
                        const char *word)
{
    if (table_get(&p->scope->names->ids[S_QUESTION], word) < 0)
        return false;
    const char *why = kind_classes(question) == CLASSES_COUNTRIES
                          ? "only \"== destination\" and \"!= destination\" compare two answers"
                          : "two answers cannot be compared with each other";
    parser_fault(p, value.start, "wrong-comparison", SAY("\"%s\" is a question; %s", word, why));
    return true;
}

static void unknown_choice(struct parser *p, const struct question *question, struct token value,
                           const char *word)
{
    if (contradicts(p, question, value, word) || !p->scope->whole)
        return;
    const char *hint;
    const char **ids = ARENA_ARRAY(p->scope->scratch, const char *, (size_t)question->n_choices);
    for (int32_t i = 0; i < question->n_choices; i++)
        ids[i] = question->choices[i].id;
    hint = names_near(ids, (size_t)question->n_choices, word, p->scope->scratch);
    if (!*hint && kind_classes(question) == CLASSES_COUNTRIES)
        hint = names_hint(p->scope->names, S_COUNTRY, word, p->scope->scratch);
    parser_fault(p, value.start, "unknown-choice",
                 SAY("\"%s\" is no %s of the question \"%s\"%s", word,
                     kind_classes(question) == CLASSES_COUNTRIES ? "country" : "choice",
                     question->id, hint));
}

// The value of the present token among the choices or countries of the question; takes it.
static int32_t take_choice(struct parser *p, const struct question *question)
{
    struct token value = p->token;
    if (value.kind == T_STRING) {
        parser_stop(p, "expression-syntax", "write a choice without quotes");
        return NONE;
    }
    if (value.kind != T_WORD && value.kind != T_NUMBER) {
        parser_expected(p, question && kind_classes(question) == CLASSES_COUNTRIES
                               ? "a country code"
                               : "a choice");
        return NONE;
    }
    parser_next(p);
    if (!question)
        return NONE;
    const char *word = parser_copy(p, value);
    int32_t index = pack_choice(question, word);
    if (index >= 0 && question->choices[index].counts_as_unknown) {
        parser_fault(p, value.start, "wrong-comparison",
                     SAY("\"%s\" counts as \"I don't know\", so nothing can equal it", word));
        return NONE;
    }
    if (kind_classes(question) == CLASSES_COUNTRIES) {
        int32_t country = table_get(&p->scope->names->ids[S_COUNTRY], word);
        if (country >= 0)
            return country;
        if (index >= 0)
            return p->scope->pack->n_countries + index;
    }
    if (index < 0)
        unknown_choice(p, question, value, word);
    p->faulty = p->faulty || index < 0;
    return index;
}

// ---- comparisons ------------------------------------------------------------------------------

static uint64_t *new_set(const struct parser *p)
{
    return ARENA_ARRAY(p->scope->scratch, uint64_t, (size_t)p->scope->pack->set_words);
}

// The set in the pack. Thousands of comparisons name a few hundred sets.
static const uint64_t *keep_set(const struct parser *p, const uint64_t *set)
{
    size_t words = (size_t)p->scope->pack->set_words, bytes = words * sizeof *set;
    const void *known =
        p->scope->sets ? table_key_n(p->scope->sets, (const char *)set, bytes) : NULL;
    if (known)
        return known;
    uint64_t *kept = ARENA_ARRAY(p->scope->arena, uint64_t, words);
    memcpy(kept, set, bytes);
    if (p->scope->sets)
        table_put_n(p->scope->sets, (const char *)kept, bytes, 0);
    return kept;
}

static void add_to_set(uint64_t *set, int32_t value)
{
    if (value >= 0) // below n_countries + PACK_MAX_CHOICES
        bits_set(set, (size_t)value);
}

static struct expr *choice_node(struct parser *p, enum expr_op op, int32_t question,
                                const uint64_t *set, uint32_t start)
{
    struct expr *node = parser_node(p, op, start);
    node->question = (int8_t)question;
    node->set = set;
    return node;
}

// question == value, question != value; `p` stands behind the sign.
static struct expr *compare_choice(struct parser *p, int32_t question, bool equal, uint32_t start)
{
    const struct question *q = parser_question(p, question);
    if (q && kind_classes(q) == CLASSES_COUNTRIES && parser_is_word(p, "destination")) {
        if (question == p->scope->pack->q_destination)
            parser_fault(p, p->token.start, "wrong-comparison",
                         "the destination is always equal to itself");
        parser_next(p);
        return choice_node(p, equal ? EXPR_SAME : EXPR_NOT_SAME, question, NULL, start);
    }
    uint64_t *set = new_set(p);
    add_to_set(set, take_choice(p, q));
    return choice_node(p, equal ? EXPR_IN : EXPR_NOT_IN, question, keep_set(p, set), start);
}

static struct expr *compare_number(struct parser *p, const struct question *q, int32_t question,
                                   enum token_kind sign, uint32_t start)
{
    struct token value = p->token;
    if (value.kind != T_NUMBER && value.kind != T_WORD)
        return parser_expected(p, "a constant");
    parser_next(p);
    int64_t constant = 0;
    const char *word = parser_copy(p, value);
    const char *right = kind_constant(q->type, word, strlen(word), &constant);
    if (right && !contradicts(p, q, value, word))
        parser_fault(p, value.start, "wrong-comparison",
                     SAY("\"%s\" is compared with %s; \"%s\" is none", q->id, right, word));
    struct expr *node = parser_node(p, EXPR_LT, start);
    switch (sign) {
    case T_LE:
        node->op = EXPR_LE;
        break;
    case T_GT:
        node->op = EXPR_GT;
        break;
    case T_GE:
        node->op = EXPR_GE;
        break;
    case T_EQ:
        node->op = EXPR_EQ;
        break;
    case T_NE:
        node->op = EXPR_NE;
        break;
    default:
        break;
    }
    node->question = (int8_t)question;
    node->value = constant;
    return node;
}

static struct expr *refuse_comparison(struct parser *p, const struct question *q, uint32_t at)
{
    switch (kind_classes(q)) {
    case CLASSES_BOXES:
        parser_fault(p, at, "wrong-comparison",
                     SAY("\"%s\" is a list of choices; write \"%s in %s\"", q->id,
                         q->n_choices > 0 ? q->choices[0].id : "choice", q->id));
        break;
    case CLASSES_NONE:
        parser_fault(p, at, "wrong-comparison",
                     SAY("\"%s\" is free text; only known(%s) can be asked", q->id, q->id));
        break;
    case CLASSES_CUTS:
        parser_fault(p, at, "wrong-comparison",
                     SAY("\"%s\" has no choices; compare it with \"==\", \"<\", \">=\" …", q->id));
        break;
    case CLASSES_CHOICES:
    case CLASSES_COUNTRIES:
        parser_fault(p, at, "wrong-comparison",
                     SAY("\"%s\" is a choice; compare it with \"==\", \"!=\" or \"in\"", q->id));
        break;
    }
    parser_next(p);
    parser_next(p);
    return p->nothing;
}

static bool has_choices(const struct question *q)
{
    return kind_classes(q) == CLASSES_CHOICES || kind_classes(q) == CLASSES_COUNTRIES;
}

static struct expr *compare(struct parser *p, struct token name)
{
    struct token sign = p->token;
    int32_t question = parser_look_up(p, S_QUESTION, name);
    const struct question *q = parser_question(p, question);
    bool equality = sign.kind == T_EQ || sign.kind == T_NE;
    if (!q) { // take whatever stands on the right, to go on behind it
        parser_next(p);
        if (p->token.kind != T_WORD && p->token.kind != T_NUMBER)
            return parser_expected(p, "a value");
        parser_next(p);
        return p->nothing;
    }
    if ((!has_choices(q) && kind_classes(q) != CLASSES_CUTS) || (has_choices(q) && !equality))
        return refuse_comparison(p, q, sign.start);
    parser_next(p);
    return has_choices(q) ? compare_choice(p, question, sign.kind == T_EQ, name.start)
                          : compare_number(p, q, question, sign.kind, name.start);
}

// question in { … }; `p` stands on the brace.
static const uint64_t *take_set(struct parser *p, const struct question *q)
{
    uint64_t *set = new_set(p);
    parser_next(p);
    for (;;) {
        add_to_set(set, take_choice(p, q));
        if (p->token.kind != T_COMMA)
            break;
        parser_next(p);
    }
    parser_expect(p, T_RBRACE, "\",\" or \"}\"");
    return keep_set(p, set);
}

static const uint64_t *take_group(struct parser *p, const struct question *q)
{
    uint32_t at = p->token.start;
    parser_next(p);
    parser_expect(p, T_LPAREN, "\"(\"");
    int32_t group = parser_reference(p, S_GROUP);
    parser_expect(p, T_RPAREN, "\")\"");
    if (q && kind_classes(q) != CLASSES_COUNTRIES)
        parser_fault(p, at, "wrong-comparison",
                     SAY("a group holds countries; \"%s\" is no country question", q->id));
    return group < 0 ? NULL : p->scope->pack->groups[group].set;
}

// choice in question
static struct expr *has_choice(struct parser *p, struct token name)
{
    struct token list = p->token;
    parser_next(p);
    if (!is_question(p, list) && is_question(p, name)) {
        const struct question *asked = parser_question(p, parser_look_up(p, S_QUESTION, name));
        const char *word = parser_copy(p, name);
        parser_fault(
            p, name.start, "wrong-comparison",
            asked && kind_classes(asked) == CLASSES_NONE
                ? SAY("\"%s\" is free text; only known(%s) can be asked", word, word)
                : SAY("write \"%s == %s\" or \"%s in {…}\"", word, parser_copy(p, list), word));
        return p->nothing;
    }
    int32_t question = parser_look_up(p, S_QUESTION, list);
    const struct question *q = parser_question(p, question);
    if (!q)
        return p->nothing;
    if (kind_classes(q) != CLASSES_BOXES) {
        parser_fault(p, list.start, "wrong-comparison",
                     SAY("\"%s\" is no list of choices; write \"%s == …\" or \"%s in {…}\"", q->id,
                         q->id, q->id));
        return p->nothing;
    }
    const char *word = parser_copy(p, name);
    int32_t index = pack_choice(q, word);
    if (index < 0) {
        p->faulty = true;
        unknown_choice(p, q, name, word);
    }
    struct expr *node = parser_node(p, EXPR_HAS, name.start);
    node->question = (int8_t)question;
    node->index = index;
    node->matter = NONE;
    return node;
}

static struct expr *membership(struct parser *p, struct token name, bool inside)
{
    parser_next(p);
    bool group = parser_is_word(p, "group");
    if (p->token.kind == T_WORD && !group && inside)
        return has_choice(p, name);
    if (p->token.kind != T_LBRACE && !group)
        return parser_expected(p, "\"{\", group('…') or a question with many choices");
    int32_t question = parser_look_up(p, S_QUESTION, name);
    const struct question *q = parser_question(p, question);
    if (q && !has_choices(q)) {
        refuse_comparison(p, q, name.start);
        return parser_give_up(p);
    }
    const uint64_t *set = group ? take_group(p, q) : take_set(p, q);
    return choice_node(p, inside ? EXPR_IN : EXPR_NOT_IN, question, set, name.start);
}

static struct expr *compare_as_of(struct parser *p, struct token name)
{
    static const struct {
        enum token_kind sign;
        enum expr_op op;
    } ops[] = {{T_LT, EXPR_AS_OF_LT}, {T_LE, EXPR_AS_OF_LE}, {T_GT, EXPR_AS_OF_GT},
               {T_GE, EXPR_AS_OF_GE}, {T_EQ, EXPR_AS_OF_EQ}, {T_NE, EXPR_AS_OF_NE}};
    enum expr_op op = EXPR_NEVER;
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
        if (p->token.kind == ops[i].sign)
            op = ops[i].op;
    if (op == EXPR_NEVER)
        return parser_expected(p, "a comparison such as \">= 2026-03-01\"");
    parser_next(p);
    struct token value = p->token;
    int64_t day = 0;
    const char *right = kind_constant(Q_DATE, p->text + value.start, value.end - value.start, &day);
    if (right)
        return parser_expected(p, right);
    parser_next(p);
    struct expr *node = parser_node(p, op, name.start);
    node->value = day;
    return node;
}

// ---- the leaf ---------------------------------------------------------------------------------

struct expr *parser_leaf(struct parser *p)
{
    struct token name = p->token;
    if (name.kind != T_WORD && name.kind != T_NUMBER)
        return parser_expected(p, "a condition");
    if (parser_word_is(p, name, "and") || parser_word_is(p, name, "or") ||
        parser_word_is(p, name, "in"))
        return parser_expected(p, "a condition");
    parser_next(p);
    if (parser_word_is(p, name, "always"))
        return parser_node(p, EXPR_ALWAYS, name.start);
    if (parser_word_is(p, name, "never"))
        return parser_node(p, EXPR_NEVER, name.start);
    if (parser_word_is(p, name, "as_of"))
        return compare_as_of(p, name);
    if (p->token.kind == T_LPAREN)
        return parser_call(p, name);
    if (parser_is_word(p, "in"))
        return membership(p, name, true);
    if (parser_is_word(p, "not")) {
        parser_next(p);
        return parser_is_word(p, "in") ? membership(p, name, false) : parser_expected(p, "\"in\"");
    }
    if (p->token.kind >= T_EQ && p->token.kind <= T_GE)
        return compare(p, name);
    return parser_expected(p, "a comparison (\"==\", \"!=\", \"<\", \"in\", …)");
}
