// SPDX-License-Identifier: MIT
// The functions of the rule language, one row each, and where each is allowed.
#include <string.h>

#include "pack/expr_parser.h"

enum { MOST_ARGUMENTS = 3 };
enum where { EVERYWHERE, TABLES, CONVENTION, ITEMS };

struct function {
    const char *name;
    enum expr_op op;
    enum where where;
    const char *example;
    int32_t index; // of the node, where no argument gives it
    const struct expr_argument *arguments[MOST_ARGUMENTS]; // between the parentheses, with commas
    const struct expr_argument *behind;                    // behind them and a point, or NULL
};

static const struct function functions[] = {
    {"known", EXPR_KNOWN, ITEMS, "known(award_year)", NONE, {&argument_question}, NULL},
    {"party",
     EXPR_PARTY,
     EVERYWHERE,
     "party('tokyo-2011', destination)",
     NONE,
     {&argument_instrument, &argument_country},
     NULL},
    {"linked", EXPR_LINKED, EVERYWHERE, "linked('tokyo-2011')", NONE, {&argument_instrument}, NULL},
    {"applies",
     EXPR_APPLIES,
     EVERYWHERE,
     "applies('tokyo-2011')",
     NONE,
     {&argument_instrument},
     NULL},
    {"reserved",
     EXPR_RESERVED,
     EVERYWHERE,
     "reserved('tokyo-2011', destination, 'mode')",
     NONE,
     {&argument_instrument, &argument_country, &argument_reserved},
     NULL},
    {"announced",
     EXPR_ANNOUNCED,
     EVERYWHERE,
     "announced('tokyo-2011', destination, 'mode')",
     NONE,
     {&argument_instrument, &argument_country, &argument_reserved},
     NULL},
    {"country",
     EXPR_TRAIT,
     EVERYWHERE,
     "country(destination).advisory",
     NONE,
     {&argument_destination},
     &argument_trait},
    {"covered",
     EXPR_COVERED,
     EVERYWHERE,
     "covered(destination)",
     NONE,
     {&argument_destination},
     NULL},
    {"listed", EXPR_LISTED, EVERYWHERE, "listed('institutions')", NONE, {&argument_list}, NULL},
    {"below_norm",
     EXPR_BELOW_NORM,
     EVERYWHERE,
     "below_norm(duration_years)",
     NONE,
     {&argument_norm},
     NULL},
    {"has_licence",
     EXPR_LICENSED,
     EVERYWHERE,
     "has_licence()",
     LICENCE_THERE,
     {&argument_profession},
     NULL},
    {"licence_not_needed",
     EXPR_LICENSED,
     EVERYWHERE,
     "licence_not_needed()",
     LICENCE_SPARED,
     {&argument_profession},
     NULL},
    {"licence_needed",
     EXPR_LICENSED,
     EVERYWHERE,
     "licence_needed()",
     LICENCE_NEEDED,
     {&argument_profession},
     NULL},
    {"matter", EXPR_MATTER, EVERYWHERE, "matter('mode')", NONE, {&argument_matter}, NULL},
    {"live", EXPR_LIVE, EVERYWHERE, "live('finding-id')", NONE, {&argument_finding}, NULL},
    {"supports",
     EXPR_EFFECT,
     TABLES,
     "supports('quality')",
     EFFECT_SUPPORTS,
     {&argument_any_matter},
     NULL},
    {"condition",
     EXPR_EFFECT,
     TABLES,
     "condition('documents')",
     EFFECT_CONDITION,
     {&argument_any_matter},
     NULL},
    {"difference",
     EXPR_EFFECT,
     TABLES,
     "difference('level')",
     EFFECT_DIFFERENCE,
     {&argument_any_matter},
     NULL},
    {"bar", EXPR_EFFECT, TABLES, "bar('status')", EFFECT_BAR, {&argument_any_matter}, NULL},
    {"route",
     EXPR_EFFECT,
     TABLES,
     "route('authenticity')",
     EFFECT_ROUTE,
     {&argument_any_matter},
     NULL},
    {"note", EXPR_EFFECT, TABLES, "note('mode')", EFFECT_NOTE, {&argument_any_matter}, NULL},
    {"duty", EXPR_DUTY, CONVENTION, "duty('direct')", NONE, {&argument_duty}, NULL},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static void check_use(struct parser *p, const struct function *f, uint32_t at)
{
    bool table = p->use >= USE_PRACTICE && p->use <= USE_LICENCE;
    const char *only = NULL;
    if (p->use == USE_COVERS)
        only = "rules; what an instrument covers is said by answers alone";
    else if (f->where == ITEMS && p->use != USE_ITEM)
        only = "documents, steps, rights and notices, because an answer must never add an outcome";
    else if (f->where == TABLES && !table)
        only = "the outcome tables; for one finding write live('…')";
    else if (f->where == CONVENTION && p->use != USE_CONVENTION)
        only = "the convention table";
    if (only)
        parser_fault(p, at, "not-allowed-here", SAY("%s(…) is allowed only in %s", f->name, only));
}

static struct expr *call_function(struct parser *p, const struct function *f, struct token name)
{
    struct expr call = {.question = NONE, .index = f->index, .matter = NONE};
    check_use(p, f, name.start);
    parser_next(p);
    for (int i = 0; i < MOST_ARGUMENTS && f->arguments[i]; i++) {
        if (i)
            parser_expect(p, T_COMMA, "\",\"");
        f->arguments[i]->read(p, &call);
    }
    parser_expect(p, T_RPAREN, SAY("\")\", as in %s,", f->example));
    if (f->behind) {
        parser_expect(p, T_DOT, SAY("\".\" and a trait, as in %s,", f->example));
        f->behind->read(p, &call);
    }
    struct expr *node = parser_node(p, f->op, name.start);
    node->question = call.question;
    node->index = call.index;
    node->matter = call.matter;
    return node;
}

struct expr *parser_call(struct parser *p, struct token name)
{
    const char *word = parser_copy(p, name);
    const char *names[FUNCTIONS];
    for (size_t i = 0; i < FUNCTIONS; i++) {
        names[i] = functions[i].name;
        if (strcmp(word, names[i]) == 0)
            return call_function(p, &functions[i], name);
    }
    parser_fault(p, name.start, "unknown-function",
                 SAY("there is no function \"%s\"%s", word,
                     names_near(names, FUNCTIONS, word, p->scope->scratch)));
    return parser_give_up(p);
}

// Where several functions share an operation, the index tells which one it is: no argument of
// theirs gives it.
static const struct function *function_of(const struct expr *call)
{
    for (size_t i = 0; i < FUNCTIONS; i++)
        if (functions[i].op == call->op &&
            (functions[i].index == NONE || functions[i].index == call->index))
            return &functions[i];
    return NULL;
}

void expr_write_call(struct text *out, const struct pack *pack, const struct expr *call)
{
    const struct function *f = function_of(call);
    if (!f)
        return;
    text_printf(out, "%s(", f->name);
    for (int i = 0; i < MOST_ARGUMENTS && f->arguments[i]; i++) {
        text_add(out, i ? ", " : "");
        f->arguments[i]->write(out, pack, call);
    }
    text_add(out, ")");
    if (f->behind) {
        text_add(out, ".");
        f->behind->write(out, pack, call);
    }
}
