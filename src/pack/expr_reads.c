// SPDX-License-Identifier: MIT
#include "pack/expr_reads.h"

// What is not named reads nothing itself.
static const unsigned rows[] = {
    [EXPR_IN] = READS_ANSWER | READS_SET,
    [EXPR_NOT_IN] = READS_ANSWER | READS_SET,
    [EXPR_HAS] = READS_ANSWER | READS_CHOICE,
    [EXPR_SAME] = READS_ANSWER | READS_SAME | READS_DESTINATION,
    [EXPR_NOT_SAME] = READS_ANSWER | READS_SAME | READS_DESTINATION,
    [EXPR_LT] = READS_ANSWER | READS_BELOW,
    [EXPR_LE] = READS_ANSWER | READS_ABOVE,
    [EXPR_GT] = READS_ANSWER | READS_ABOVE,
    [EXPR_GE] = READS_ANSWER | READS_BELOW,
    [EXPR_EQ] = READS_ANSWER | READS_BELOW | READS_ABOVE,
    [EXPR_NE] = READS_ANSWER | READS_BELOW | READS_ABOVE,
    [EXPR_KNOWN] = READS_KNOWN,
    [EXPR_AS_OF_LT] = READS_DAY,
    [EXPR_AS_OF_LE] = READS_DAY,
    [EXPR_AS_OF_GT] = READS_DAY,
    [EXPR_AS_OF_GE] = READS_DAY,
    [EXPR_AS_OF_EQ] = READS_DAY,
    [EXPR_AS_OF_NE] = READS_DAY,
    [EXPR_PARTY] = READS_ANSWER | READS_PARTY,
    [EXPR_LINKED] = READS_LINK | READS_DESTINATION | READS_AWARD,
    [EXPR_APPLIES] = READS_LINK | READS_DESTINATION | READS_AWARD | READS_PURPOSE | READS_LEVEL |
                     READS_PROFESSION,
    [EXPR_RESERVED] = READS_ANSWER | READS_PARTY | READS_RESERVATION | READS_LINK |
                      READS_DESTINATION | READS_AWARD,
    [EXPR_ANNOUNCED] = READS_ANSWER | READS_PARTY | READS_RESERVATION,
    [EXPR_TRAIT] = READS_TRAIT | READS_DESTINATION,
    [EXPR_COVERED] = READS_COVERED | READS_DESTINATION,
    [EXPR_LISTED] = READS_ANSWER | READS_LIST | READS_DESTINATION,
    [EXPR_BELOW_NORM] = READS_ANSWER | READS_NORM | READS_LEVEL | READS_DESTINATION,
    [EXPR_LICENSED] = READS_ANSWER | READS_LICENCE | READS_DESTINATION,
    [EXPR_MATTER] = READS_MATTER,
    [EXPR_LIVE] = READS_FINDING,
    [EXPR_EFFECT] = READS_EFFECT,
    [EXPR_DUTY] = READS_DUTY,
};

unsigned expr_reads(const struct expr *node)
{
    return rows[node->op];
}

// The question `profession` where the instrument of the node leaves out some of them.
static int32_t profession_left_out(const struct pack *pack, const struct expr *node)
{
    bool some = node->index >= 0 && pack->instruments[node->index].left_out;
    return some ? pack->q_profession : NONE;
}

static void add_own(struct question_set *out, int32_t question)
{
    if (question >= 0)
        question_set_add(out, question);
}

static void add_covered(const struct expr *node, int32_t country, void *user)
{
    (void)country;
    if (expr_reads(node) & (READS_ANSWER | READS_KNOWN))
        add_own(user, node->question);
}

void instrument_questions(const struct instrument *instrument, struct question_set *out)
{
    expr_each(instrument->when.root, NONE, add_covered, out);
}

void expr_questions(const struct pack *pack, const struct expr *node, struct question_set *out)
{
    unsigned reads = expr_reads(node);
    if (reads & (READS_ANSWER | READS_KNOWN))
        add_own(out, node->question);
    if (reads & READS_DESTINATION)
        add_own(out, pack->q_destination);
    if (reads & READS_AWARD)
        add_own(out, pack->q_award_country);
    if (reads & READS_PURPOSE)
        add_own(out, pack->q_purpose);
    if (reads & READS_LEVEL)
        add_own(out, pack->q_level);
    if (reads & READS_PROFESSION)
        add_own(out, profession_left_out(pack, node));
    if (node->op == EXPR_APPLIES && node->index >= 0)
        instrument_questions(&pack->instruments[node->index], out);
}
