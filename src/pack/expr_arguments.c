// SPDX-License-Identifier: MIT
// The arguments of the functions of the rule language: each is read into the node of the call, and
// written from it.
#include <string.h>

#include "pack/expr_parser.h"
#include "pack/kind.h"
#include "pack/words.h"

int32_t parser_reference(struct parser *p, enum section section)
{
    struct token name = p->token;
    if (name.kind != T_STRING) {
        parser_expected(p, SAY("the id of a %s in quotes", names_section(section)));
        return NONE;
    }
    parser_next(p);
    return parser_look_up(p, section, name);
}

static int32_t question_named(struct parser *p)
{
    struct token name = p->token;
    if (name.kind != T_WORD) {
        parser_expected(p, "a question");
        return NONE;
    }
    parser_next(p);
    return parser_look_up(p, S_QUESTION, name);
}

static int32_t country_question(struct parser *p)
{
    struct token name = p->token;
    int32_t question = question_named(p);
    const struct question *q = parser_question(p, question);
    if (q && kind_classes(q) != CLASSES_COUNTRIES)
        parser_fault(
            p, name.start, "wrong-argument",
            SAY("a country question is wanted, such as destination; \"%s\" is none", q->id));
    return question;
}

static void read_question(struct parser *p, struct expr *call)
{
    call->question = (int8_t)question_named(p);
}

static void read_country(struct parser *p, struct expr *call)
{
    call->question = (int8_t)country_question(p);
}

static void read_destination(struct parser *p, struct expr *call)
{
    if (!parser_is_word(p, "destination")) {
        parser_expected(p, "destination");
        return;
    }
    parser_next(p);
    call->question = (int8_t)p->scope->pack->q_destination;
}

static void read_instrument(struct parser *p, struct expr *call)
{
    call->index = parser_reference(p, S_INSTRUMENT);
}

static void read_finding(struct parser *p, struct expr *call)
{
    call->index = parser_reference(p, S_FINDING);
}

// A matter with a condition of its own.
static int32_t matter_with_condition(struct parser *p)
{
    uint32_t at = p->token.start;
    int32_t matter = parser_reference(p, S_MATTER);
    if (matter >= 0 && !condition_given(&p->scope->pack->matters[matter].when))
        parser_fault(p, at, "matter-without-condition",
                     SAY("the matter \"%s\" has no \"when:\", so nothing can ask for it here",
                         p->scope->pack->matters[matter].id));
    return matter;
}

static void read_matter(struct parser *p, struct expr *call)
{
    call->index = matter_with_condition(p);
}

static void read_reserved(struct parser *p, struct expr *call)
{
    call->matter = matter_with_condition(p);
}

static void read_any_matter(struct parser *p, struct expr *call)
{
    call->matter = p->token.kind == T_RPAREN ? NONE : parser_reference(p, S_MATTER);
}

static void read_trait(struct parser *p, struct expr *call)
{
    struct token trait = p->token;
    if (parser_expect(p, T_WORD, "the id of a trait"))
        call->index = parser_look_up(p, S_TRAIT, trait);
}

// A word in quotes out of a list of the format; `what` it is, for messages.
static int32_t word_of(struct parser *p, const char *const *words, const char *what)
{
    struct token name = p->token;
    if (name.kind != T_STRING) {
        parser_expected(p, SAY("a kind of %s in quotes", what));
        return NONE;
    }
    parser_next(p);
    const char *word = parser_copy(p, name);
    int32_t index = words_find(words, word);
    if (index < 0)
        parser_fault(p, name.start, "wrong-argument",
                     SAY("\"%s\" is no kind of %s%s", word, what,
                         names_near(words, words_count(words), word, p->scope->scratch)));
    return index;
}

static void read_duty(struct parser *p, struct expr *call)
{
    call->index = word_of(p, words_duty, "duty");
}

static void read_profession(struct parser *p, struct expr *call)
{
    call->question = (int8_t)p->scope->pack->q_profession;
    if (call->question == NONE)
        parser_fault(p, p->token.start, "unknown-question", "there is no question \"profession\"");
}

static void read_list(struct parser *p, struct expr *call)
{
    uint32_t at = p->token.start;
    call->index = word_of(p, words_list, "list");
    if (call->index != LIST_PROFESSION)
        return;
    call->question = (int8_t)p->scope->pack->q_profession;
    if (call->question == NONE)
        parser_fault(p, at, "unknown-question", "there is no question \"profession\"");
}

// The questions that a norm of the destination's `levels:` speaks of.
static void read_norm(struct parser *p, struct expr *call)
{
    static const struct {
        const char *question;
        enum norm norm;
    } norms[] = {
        {"duration_years", NORM_YEARS}, {"years_taken", NORM_YEARS}, {"credits_ects", NORM_ECTS}};
    struct token name = p->token;
    call->question = (int8_t)question_named(p);
    const struct question *q = parser_question(p, call->question);
    for (size_t i = 0; q && i < sizeof norms / sizeof *norms; i++)
        if (strcmp(q->id, norms[i].question) == 0 && q->type == Q_NUMBER) {
            call->index = (int32_t)norms[i].norm;
            return;
        }
    if (q)
        parser_fault(p, name.start, "wrong-argument",
                     SAY("no norm speaks of \"%s\"; write duration_years, years_taken or "
                         "credits_ects",
                         q->id));
}

// ---- writing ----------------------------------------------------------------------------------

static void write_question(struct text *out, const struct pack *pack, const struct expr *call)
{
    text_add(out, pack->questions[call->question].id);
}

static void write_instrument(struct text *out, const struct pack *pack, const struct expr *call)
{
    text_printf(out, "'%s'", pack->instruments[call->index].id);
}

static void write_finding(struct text *out, const struct pack *pack, const struct expr *call)
{
    text_printf(out, "'%s'", pack->findings[call->index].id);
}

static void write_matter(struct text *out, const struct pack *pack, const struct expr *call)
{
    text_printf(out, "'%s'", pack->matters[call->index].id);
}

static void write_value_matter(struct text *out, const struct pack *pack, const struct expr *call)
{
    if (call->matter != NONE)
        text_printf(out, "'%s'", pack->matters[call->matter].id);
}

static void write_trait(struct text *out, const struct pack *pack, const struct expr *call)
{
    text_add(out, pack->traits[call->index].id);
}

static void write_duty(struct text *out, const struct pack *pack, const struct expr *call)
{
    (void)pack;
    text_printf(out, "'%s'", words_duty[call->index]);
}

static void write_list(struct text *out, const struct pack *pack, const struct expr *call)
{
    (void)pack;
    text_printf(out, "'%s'", words_list[call->index]);
}

static void write_nothing(struct text *out, const struct pack *pack, const struct expr *call)
{
    (void)out;
    (void)pack;
    (void)call;
}

// ---- both -------------------------------------------------------------------------------------

const struct expr_argument argument_question = {read_question, write_question};
const struct expr_argument argument_country = {read_country, write_question};
const struct expr_argument argument_destination = {read_destination, write_question};
const struct expr_argument argument_instrument = {read_instrument, write_instrument};
const struct expr_argument argument_finding = {read_finding, write_finding};
const struct expr_argument argument_matter = {read_matter, write_matter};
const struct expr_argument argument_reserved = {read_reserved, write_value_matter};
const struct expr_argument argument_any_matter = {read_any_matter, write_value_matter};
const struct expr_argument argument_trait = {read_trait, write_trait};
const struct expr_argument argument_duty = {read_duty, write_duty};
const struct expr_argument argument_profession = {read_profession, write_nothing};
const struct expr_argument argument_list = {read_list, write_list};
const struct expr_argument argument_norm = {read_norm, write_question};
