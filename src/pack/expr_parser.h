// SPDX-License-Identifier: MIT
// Inside of the rule language: shared by expr.c (grammar), expr_leaf.c (comparisons), expr_call.c
// and expr_arguments.c (functions) and, for the calls, expr_write.c only.
#ifndef TANU_PACK_EXPR_PARSER_H
#define TANU_PACK_EXPR_PARSER_H

#include "base/text.h"
#include "pack/expr.h"

enum token_kind {
    T_END,
    T_WORD,
    T_NUMBER, // begins with a digit: a number, a date, or a choice such as 06
    T_STRING, // with its quotes
    T_OPEN_STRING,
    T_LPAREN,
    T_RPAREN,
    T_LBRACE,
    T_RBRACE,
    T_COMMA,
    T_DOT,
    T_EQ,
    T_NE,
    T_LT,
    T_LE,
    T_GT,
    T_GE,
    T_ASSIGN, // signs of other languages, for a better message
    T_C_AND,
    T_C_OR,
    T_C_NOT,
    T_BAD
};

struct token {
    enum token_kind kind;
    uint32_t start, end; // bytes in the text
};

struct parser {
    const struct expr_scope *scope;
    const struct source_file *file;
    const struct node *scalar;
    const char *text;
    uint32_t length;
    enum expr_use use;
    struct token token;
    int depth, nodes;
    bool failed;          // a syntax fault: nothing more is read or reported
    bool faulty;          // some fault was reported
    struct expr *nothing; // behind it stand the nodes
};

void parser_next(struct parser *p);
bool parser_word_is(const struct parser *p, struct token token, const char *word);
bool parser_is_word(const struct parser *p, const char *word); // the present token
void parser_fault(struct parser *p, uint32_t offset, const char *code, const char *sentence);
struct expr *parser_give_up(struct parser *p); // after a fault: read nothing more
struct expr *parser_stop(struct parser *p, const char *code, const char *sentence);
struct expr *parser_expected(struct parser *p, const char *what);
bool parser_expect(struct parser *p, enum token_kind kind, const char *what);
struct expr *parser_node(struct parser *p, enum expr_op op, uint32_t start);

// A sentence that lives until the end of loading.
#define SAY(...) arena_printf(p->scope->scratch, __VA_ARGS__)

// The words of a token, without its quotes.
const char *parser_copy(const struct parser *p, struct token token);
// The index of a name, or NONE and a fault; silent where the file that defines it is unreadable.
int32_t parser_look_up(struct parser *p, enum section section, struct token token);
const struct question *parser_question(const struct parser *p, int32_t index); // NULL for NONE
// Takes an id in quotes.
int32_t parser_reference(struct parser *p, enum section section);

// One comparison or function call (expr_leaf.c).
struct expr *parser_leaf(struct parser *p);
// One argument of a function: read into the node of the call, and written from it
// (expr_arguments.c).
struct expr_argument {
    void (*read)(struct parser *p, struct expr *call);
    void (*write)(struct text *out, const struct pack *pack, const struct expr *call);
};
extern const struct expr_argument argument_question, argument_country, argument_destination,
    argument_instrument, argument_finding, argument_matter, argument_reserved, argument_any_matter,
    argument_trait, argument_duty, argument_list, argument_norm, argument_profession;
// The call of a function; `p` stands on the parenthesis (expr_call.c).
struct expr *parser_call(struct parser *p, struct token name);
// Writes it again.
void expr_write_call(struct text *out, const struct pack *pack, const struct expr *call);

#endif
