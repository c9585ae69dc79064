// SPDX-License-Identifier: MIT
// The functions of the rule language: their arguments, and where each is allowed.
#include <string.h>

#include "pack/expr_parser.h"
#include "pack/kind.h"
#include "pack/words.h"

int32_t parser_reference(struct parser *p, enum section section)
{
    struct token name = p->token;
    if (name.kind != T_STRING) {
        parser_expected(p, SAY("the id of a %s in quotes", section_word(section)));
        return NONE;
    }
    parser_next(p);
    return parser_look_up(p, section, name);
}

static int32_t take_question(struct parser *p)
{
    struct token name = p->token;
    if (name.kind != T_WORD) {
        parser_expected(p, "a question");
        return NONE;
    }
    parser_next(p);
    return parser_look_up(p, S_QUESTION, name);
}

static int32_t take_country_question(struct parser *p)
{
    struct token name = p->token;
    int32_t question = take_question(p);
    const struct question *q = parser_question(p, question);
    if (q && kind_of(q->type)->classes != CLASSES_COUNTRIES)
        parser_fault(
            p, name.start, "wrong-argument",
            SAY("a country question is wanted, such as destination; \"%s\" is none", q->id));
    return question;
}

static int32_t take_destination(struct parser *p)
{
    if (!parser_is_word(p, "destination")) {
        parser_expected(p, "destination");
        return NONE;
    }
    parser_next(p);
    return p->scope->pack->q_destination;
}

// A matter with a condition of its own.
static int32_t take_matter(struct parser *p)
{
    uint32_t at = p->token.start;
    int32_t matter = parser_reference(p, S_MATTER);
    if (matter >= 0 && !p->scope->pack->matters[matter].when.text)
        parser_fault(p, at, "matter-without-condition",
                     SAY("the matter \"%s\" has no \"when:\", so nothing can ask for it here",
                         p->scope->pack->matters[matter].id));
    return matter;
}

static int32_t take_duty(struct parser *p)
{
    struct token name = p->token;
    if (name.kind != T_STRING) {
        parser_expected(p, "a kind of duty in quotes");
        return NONE;
    }
    parser_next(p);
    const char *word = parser_copy(p, name);
    int32_t duty = words_find(words_duty, word);
    if (duty >= 0)
        return duty;
    parser_fault(p, name.start, "wrong-argument",
                 SAY("\"%s\" is no kind of duty%s", word,
                     words_hint(words_duty, DUTIES, word, p->scope->scratch)));
    return NONE;
}

static bool has_professions(struct parser *p, uint32_t at)
{
    if (p->scope->pack->q_profession != NONE)
        return true;
    parser_fault(p, at, "unknown-question", "there is no question \"profession\"");
    return false;
}

static int32_t take_list_kind(struct parser *p)
{
    static const char *const kinds[LIST_KINDS] = {
        [LIST_INSTITUTIONS] = "institutions", [LIST_PROFESSION] = "profession"};
    struct token name = p->token;
    if (name.kind != T_STRING) {
        parser_expected(p, "a kind of list in quotes");
        return NONE;
    }
    parser_next(p);
    const char *word = parser_copy(p, name);
    for (int32_t i = 0; i < LIST_KINDS; i++)
        if (strcmp(kinds[i], word) == 0 && (i != LIST_PROFESSION || has_professions(p, name.start)))
            return i;
    if (!p->faulty)
        parser_fault(p, name.start, "wrong-argument",
                     SAY("\"%s\" is no kind of list%s", word,
                         words_hint(kinds, LIST_KINDS, word, p->scope->scratch)));
    return NONE;
}

// The questions that a norm of the destination's `levels:` speaks of.
static int32_t take_norm_question(struct parser *p, int32_t *norm)
{
    static const struct {
        const char *question;
        enum norm norm;
    } norms[] = {
        {"duration_years", NORM_YEARS}, {"years_taken", NORM_YEARS}, {"credits_ects", NORM_ECTS}};
    struct token name = p->token;
    int32_t question = take_question(p);
    const struct question *q = parser_question(p, question);
    for (size_t i = 0; q && i < sizeof norms / sizeof *norms; i++)
        if (strcmp(q->id, norms[i].question) == 0 && q->type == Q_NUMBER) {
            *norm = (int32_t)norms[i].norm;
            return question;
        }
    if (q)
        parser_fault(p, name.start, "wrong-argument",
                     SAY("no norm speaks of \"%s\"; write duration_years, years_taken or "
                         "credits_ects",
                         q->id));
    return question;
}

struct call { // the arguments read so far
    int32_t question, index;
    int64_t value;
};

static void comma(struct parser *p)
{
    parser_expect(p, T_COMMA, "\",\"");
}

enum where { EVERYWHERE, TABLES, CONVENTION, ITEMS };

struct function {
    const char *name;
    enum expr_op op;
    enum where where;
    const char *example;
    int32_t effect; // or the index of the node
};

static const struct function functions[] = {
    {"known", EXPR_KNOWN, ITEMS, "known(award_year)", 0},
    {"party", EXPR_PARTY, EVERYWHERE, "party('tokyo-2011', destination)", 0},
    {"linked", EXPR_LINKED, EVERYWHERE, "linked('tokyo-2011')", 0},
    {"applies", EXPR_APPLIES, EVERYWHERE, "applies('tokyo-2011')", 0},
    {"reserved", EXPR_RESERVED, EVERYWHERE, "reserved('tokyo-2011', destination, 'mode')", 0},
    {"announced", EXPR_ANNOUNCED, EVERYWHERE, "announced('tokyo-2011', destination, 'mode')", 0},
    {"country", EXPR_TRAIT, EVERYWHERE, "country(destination).advisory", 0},
    {"covered", EXPR_COVERED, EVERYWHERE, "covered(destination)", 0},
    {"listed", EXPR_LISTED, EVERYWHERE, "listed('institutions')", 0},
    {"below_norm", EXPR_BELOW_NORM, EVERYWHERE, "below_norm(duration_years)", 0},
    {"has_licence", EXPR_LICENSED, EVERYWHERE, "has_licence()", 0},
    {"licence_not_needed", EXPR_LICENSED, EVERYWHERE, "licence_not_needed()", 1},
    {"matter", EXPR_MATTER, EVERYWHERE, "matter('mode')", 0},
    {"live", EXPR_LIVE, EVERYWHERE, "live('finding-id')", 0},
    {"supports", EXPR_EFFECT, TABLES, "supports('quality')", EFFECT_SUPPORTS},
    {"condition", EXPR_EFFECT, TABLES, "condition('documents')", EFFECT_CONDITION},
    {"difference", EXPR_EFFECT, TABLES, "difference('level')", EFFECT_DIFFERENCE},
    {"bar", EXPR_EFFECT, TABLES, "bar('status')", EFFECT_BAR},
    {"route", EXPR_EFFECT, TABLES, "route('authenticity')", EFFECT_ROUTE},
    {"note", EXPR_EFFECT, TABLES, "note('mode')", EFFECT_NOTE},
    {"duty", EXPR_DUTY, CONVENTION, "duty('direct')", 0},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static void check_use(struct parser *p, const struct function *f, uint32_t at)
{
    bool table = p->use >= USE_PRACTICE && p->use <= USE_LICENCE;
    const char *only = NULL;
    if (f->where == ITEMS && p->use != USE_ITEM)
        only = "documents, steps, rights and notices, because an answer must never add an outcome";
    else if (f->where == TABLES && !table)
        only = "the outcome tables; for one finding write live('…')";
    else if (f->where == CONVENTION && p->use != USE_CONVENTION)
        only = "the convention table";
    if (only)
        parser_fault(p, at, "not-allowed-here", SAY("%s(…) is allowed only in %s", f->name, only));
}

static void take_arguments(struct parser *p, const struct function *f, struct call *call)
{
    switch (f->op) {
    case EXPR_KNOWN:
        call->question = take_question(p);
        break;
    case EXPR_LINKED:
    case EXPR_APPLIES:
        call->index = parser_reference(p, S_INSTRUMENT);
        break;
    case EXPR_PARTY:
    case EXPR_RESERVED:
    case EXPR_ANNOUNCED:
        call->index = parser_reference(p, S_INSTRUMENT);
        comma(p);
        call->question = take_country_question(p);
        if (f->op != EXPR_PARTY) {
            comma(p);
            call->value = take_matter(p);
        }
        break;
    case EXPR_TRAIT:
    case EXPR_COVERED:
        call->question = take_destination(p);
        break;
    case EXPR_LISTED:
        call->index = take_list_kind(p);
        if (call->index == LIST_PROFESSION)
            call->question = p->scope->pack->q_profession;
        break;
    case EXPR_LICENSED:
        if (has_professions(p, p->token.start))
            call->question = p->scope->pack->q_profession;
        call->index = f->effect;
        break;
    case EXPR_BELOW_NORM:
        call->question = take_norm_question(p, &call->index);
        break;
    case EXPR_MATTER:
        call->index = take_matter(p);
        break;
    case EXPR_LIVE:
        call->index = parser_reference(p, S_FINDING);
        break;
    case EXPR_DUTY:
        call->index = take_duty(p);
        break;
    default:
        call->index = f->effect;
        call->value = p->token.kind == T_RPAREN ? NONE : parser_reference(p, S_MATTER);
        break;
    }
}

static struct expr *call_function(struct parser *p, const struct function *f, struct token name)
{
    struct call call = {NONE, NONE, 0};
    check_use(p, f, name.start);
    parser_next(p);
    take_arguments(p, f, &call);
    parser_expect(p, T_RPAREN, SAY("\")\", as in %s,", f->example));
    if (f->op == EXPR_TRAIT) {
        parser_expect(p, T_DOT, SAY("\".\" and a trait, as in %s,", f->example));
        struct token trait = p->token;
        if (parser_expect(p, T_WORD, "the id of a trait"))
            call.index = parser_look_up(p, S_TRAIT, trait);
    }
    struct expr *node = parser_node(p, f->op, name.start);
    node->question = call.question;
    node->index = call.index;
    node->value = call.value;
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
                     words_hint(names, FUNCTIONS, word, p->scope->scratch)));
    return parser_give_up(p);
}
