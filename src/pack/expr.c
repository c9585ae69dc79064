// SPDX-License-Identifier: MIT
// The grammar of the rule language; the meaning of each leaf is in expr_leaf.c.
#include "pack/expr.h"

#include <string.h>

#include "base/scratch.h"
#include "pack/expr_parser.h"

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

// Words are letters, digits and _, and the codes of parts of countries (CA-ON); what begins with a
// digit may also hold - and . (dates, 3.5).
static enum token_kind scan_word(const struct parser *p, uint32_t *at)
{
    const char *s = p->text, *from = s + *at;
    if (letter(*from)) {
        bool code = capital(from[0]) && capital(from[1]) && from[2] == '-';
        *at += code ? 3 : 0;
        while (letter(s[*at]) || digit(s[*at]))
            ++*at;
        return T_WORD;
    }
    if (s[*at] == '-')
        ++*at;
    while (digit(s[*at]) || letter(s[*at]) || s[*at] == '.' || s[*at] == '-')
        ++*at;
    return T_NUMBER;
}

static enum token_kind scan_string(const struct parser *p, uint32_t *at)
{
    char quote = p->text[*at];
    const char *end = strchr(p->text + *at + 1, quote);
    if (!end) {
        *at = p->length;
        return T_OPEN_STRING;
    }
    *at = (uint32_t)(end + 1 - p->text);
    return T_STRING;
}

static enum token_kind scan_sign(const struct parser *p, uint32_t *at)
{
    static const struct {
        const char *sign;
        enum token_kind kind;
    } signs[] = {
        {"==", T_EQ},    {"!=", T_NE},    {"<=", T_LE},    {">=", T_GE},
        {"<", T_LT},     {">", T_GT},     {"(", T_LPAREN}, {")", T_RPAREN},
        {"{", T_LBRACE}, {"}", T_RBRACE}, {",", T_COMMA},  {".", T_DOT},
        {"=", T_ASSIGN}, {"&&", T_C_AND}, {"||", T_C_OR},  {"!", T_C_NOT},
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i].sign);
        if (strncmp(p->text + *at, signs[i].sign, length) == 0) {
            *at += (uint32_t)length;
            return signs[i].kind;
        }
    }
    do // a whole character, so that a message can quote it
        ++*at;
    while (((unsigned char)p->text[*at] & 0xC0) == 0x80);
    return T_BAD;
}

void parser_next(struct parser *p)
{
    uint32_t at = p->token.end;
    while (p->text[at] == ' ' || p->text[at] == '\n')
        at++;
    p->token.start = at;
    char c = p->text[at];
    if (at >= p->length)
        p->token.kind = T_END;
    else if (letter(c) || digit(c) || (c == '-' && digit(p->text[at + 1])))
        p->token.kind = scan_word(p, &at);
    else if (c == '\'' || c == '"')
        p->token.kind = scan_string(p, &at);
    else
        p->token.kind = scan_sign(p, &at);
    p->token.end = at;
}

bool parser_word_is(const struct parser *p, struct token token, const char *word)
{
    size_t length = token.end - token.start;
    return token.kind == T_WORD && strlen(word) == length &&
           memcmp(p->text + token.start, word, length) == 0;
}

bool parser_is_word(const struct parser *p, const char *word)
{
    return parser_word_is(p, p->token, word);
}

static struct place place_of(const struct parser *p, uint32_t offset)
{
    struct pack_place at = node_place_at(p->file, p->scalar, offset);
    return (struct place){p->file->path, (int)at.line, at.column};
}

void parser_fault(struct parser *p, uint32_t offset, const char *code, const char *sentence)
{
    if (p->failed)
        return;
    p->faulty = true;
    diag_error(p->scope->diags, code, place_of(p, offset), "%s", sentence);
}

struct expr *parser_stop(struct parser *p, const char *code, const char *sentence)
{
    parser_fault(p, p->token.start, code, sentence);
    return parser_give_up(p);
}

struct expr *parser_give_up(struct parser *p)
{
    p->failed = true;
    p->token.kind = T_END;
    return p->nothing;
}

static const char *token_text(const struct parser *p)
{
    if (p->token.kind == T_END)
        return "the end";
    uint32_t length = p->token.end - p->token.start;
    return arena_strndup(p->scope->scratch, p->text + p->token.start, length < 60 ? length : 60);
}

struct expr *parser_expected(struct parser *p, const char *what)
{
    switch (p->token.kind) {
    case T_ASSIGN:
        return parser_stop(p, "expression-syntax", "to compare, write \"==\", not \"=\"");
    case T_C_AND:
        return parser_stop(p, "expression-syntax", "write \"and\", not \"&&\"");
    case T_C_OR:
        return parser_stop(p, "expression-syntax", "write \"or\", not \"||\"");
    case T_C_NOT:
        return parser_stop(p, "expression-syntax", "write \"not\", not \"!\"");
    case T_OPEN_STRING:
        return parser_stop(p, "expression-syntax", "the closing quote is missing");
    default:
        break;
    }
    struct arena *scratch = p->scope->scratch;
    const char *sentence =
        p->token.kind == T_END
            ? arena_printf(scratch, "%s is expected at the end", what)
            : arena_printf(scratch, "%s is expected here, not \"%s\"", what, token_text(p));
    return parser_stop(p, "expression-syntax", sentence);
}

bool parser_expect(struct parser *p, enum token_kind kind, const char *what)
{
    if (p->token.kind != kind) {
        parser_expected(p, what);
        return false;
    }
    parser_next(p);
    return true;
}

struct expr *parser_node(struct parser *p, enum expr_op op, uint32_t start)
{
    if (p->failed)
        return p->nothing;
    if (++p->nodes > EXPR_MAX_NODES)
        return parser_stop(p, "expression-too-large",
                           "the expression is too long; name a part of it as a matter or a "
                           "finding of its own");
    struct pack_place place = node_place_at(p->file, p->scalar, start);
    if (place.line > UINT16_MAX)
        return parser_stop(p, "expression-too-large",
                           "no expression can stand below line 65535 of a file; split the file");
    struct expr *node = p->nothing + p->nodes;
    *node = (struct expr){.op = op,
                          .question = NONE,
                          .line = (uint16_t)place.line,
                          .file = place.file,
                          .column = place.column};
    return node;
}

static struct expr *parse_or(struct parser *p);

static struct expr *parse_primary(struct parser *p)
{
    if (p->token.kind != T_LPAREN)
        return parser_leaf(p);
    parser_next(p);
    struct expr *inside = parse_or(p);
    parser_expect(p, T_RPAREN, "\")\"");
    return inside;
}

static struct expr *parse_not(struct parser *p)
{
    uint32_t start = p->token.start;
    if (++p->depth > EXPR_MAX_DEPTH)
        return parser_stop(p, "expression-too-large",
                           "too many parentheses inside each other; name a part of it as a "
                           "matter or a finding of its own");
    struct expr *result;
    if (parser_is_word(p, "not")) {
        parser_next(p);
        parse_not(p);
        result = parser_node(p, EXPR_NOT, start);
    } else {
        result = parse_primary(p);
    }
    p->depth--;
    return result;
}

// Of `left` and what was read last.
static struct expr *join(struct parser *p, enum expr_op op, const struct expr *left, uint32_t start)
{
    struct expr *both = parser_node(p, op, start);
    both->first = (int32_t)(both - left);
    return both;
}

static struct expr *parse_and(struct parser *p)
{
    uint32_t start = p->token.start;
    struct expr *left = parse_not(p);
    while (parser_is_word(p, "and")) {
        parser_next(p);
        parse_not(p);
        left = join(p, EXPR_AND, left, start);
    }
    return left;
}

static struct expr *parse_or(struct parser *p)
{
    uint32_t start = p->token.start;
    struct expr *left = parse_and(p);
    while (parser_is_word(p, "or")) {
        parser_next(p);
        parse_and(p);
        left = join(p, EXPR_OR, left, start);
    }
    return left;
}

const struct expr *expr_parse(const struct expr_scope *scope, const struct source_file *file,
                              const struct node *scalar, enum expr_use use)
{
    // The first stands for whatever could not be read: callers may write to it, nobody reads it.
    struct expr nodes[1 + EXPR_MAX_NODES] SCRATCH;
    nodes[0] = (struct expr){.op = EXPR_NEVER};
    struct parser p = {.scope = scope,
                       .file = file,
                       .scalar = scalar,
                       .text = scalar->text,
                       .length = scalar->length,
                       .use = use,
                       .nothing = nodes};
    parser_next(&p);
    parse_or(&p);
    if (!p.failed && p.token.kind != T_END)
        parser_expected(&p, "\"and\", \"or\" or the end");
    if (p.failed || p.faulty)
        return NULL;
    struct expr *kept = ARENA_ARRAY(scope->arena, struct expr, (size_t)p.nodes);
    memcpy(kept, nodes + 1, (size_t)p.nodes * sizeof *kept);
    return &kept[p.nodes - 1];
}
