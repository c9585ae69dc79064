// SPDX-License-Identifier: MIT
// Ticks on the papers, and the answers that go with them.
#include "base/bits.h"
#include "engine/session.h"

// What `have:` of a document reads: boxes of `documents_held`, or one question with choices, some
// of which say yes.
struct held {
    const struct pack *pack;
    int64_t boxes;
    int32_t question; // NONE: boxes only, or nothing
    uint64_t yes;     // its choices
};

static void read_leaf(const struct expr *e, int32_t country, void *user)
{
    struct held *held = user;
    (void)country;
    if (e->op == EXPR_HAS && e->question == held->pack->q_documents_held)
        held->boxes |= (int64_t)1 << e->index;
    if ((e->op != EXPR_IN && e->op != EXPR_EQ) || e->question == NONE ||
        !held->pack->questions[e->question].on_papers)
        return;
    held->question = e->question;
    held->yes = e->op == EXPR_IN ? e->set[0] : (uint64_t)1 << e->value;
}

static struct held held_of(const struct pack *pack, int32_t document)
{
    const struct item *item = &pack->documents[document];
    struct held held = {.pack = pack, .question = NONE};
    if (item->have.root)
        expr_each(item->have.root, item->country, read_leaf, &held);
    return held;
}

static void answer(struct session *s, int32_t question, int64_t value)
{
    const struct answer a = {.state = ANSWER_GIVEN, .value = value};
    session_answer(s, question, &a);
}

static int64_t boxes_on(const struct session *s)
{
    const struct answer *a = &s->all.of[s->pack->q_documents_held];
    return a->state == ANSWER_GIVEN ? a->value : 0;
}

// The paper itself, and in other countries' lists the ones that the same box stands for.
static void untick(struct session *s, int32_t document, const struct held *held)
{
    bits_clear(s->ticks, (size_t)document);
    for (int32_t d = 0; d < s->pack->n_documents; d++)
        if (held_of(s->pack, d).boxes & held->boxes)
            bits_clear(s->ticks, (size_t)d);
}

// The next choice that says yes; NONE: there is none behind it.
static int32_t next_yes(const struct held *held, int32_t from)
{
    for (int32_t choice = from; choice < held->pack->questions[held->question].n_choices; choice++)
        if (held->yes >> choice & 1)
            return choice;
    return NONE;
}

// To the next answer that says yes; behind the last one back to what is usual. Says one yes now?
static bool lead_on(struct session *s, const struct held *held)
{
    const struct question *q = &s->pack->questions[held->question];
    const struct answer *now = &s->all.of[held->question];
    bool on = now->state == ANSWER_GIVEN && now->value >= 0 && held->yes >> now->value & 1;
    int32_t next = next_yes(held, on ? (int32_t)now->value + 1 : 0);
    if (next != NONE)
        answer(s, held->question, next);
    else if (q->has_usual)
        answer(s, held->question, q->usual);
    else
        session_answer(s, held->question, &(struct answer){.state = ANSWER_UNKNOWN});
    return next != NONE;
}

static void tick_question(struct session *s, int32_t document, const struct held *held)
{
    if (lead_on(s, held))
        bits_set(s->ticks, (size_t)document);
    else
        bits_clear(s->ticks, (size_t)document);
}

void session_tick_line(struct session *s, int32_t question)
{
    const struct question *q = &s->pack->questions[question];
    struct held held = {.pack = s->pack, .question = question};
    for (int32_t choice = 0; choice < q->n_choices; choice++)
        if (choice != q->usual)
            held.yes |= (uint64_t)1 << choice;
    lead_on(s, &held);
}

void session_tick(struct session *s, int32_t document)
{
    struct held held = held_of(s->pack, document);
    int64_t boxes = boxes_on(s), first = held.boxes & -held.boxes;
    bool on = bits_has(s->ticks, (size_t)document) || boxes & held.boxes;
    if (held.question != NONE) {
        tick_question(s, document, &held);
        return;
    }
    if (on)
        untick(s, document, &held);
    else
        bits_set(s->ticks, (size_t)document);
    if (held.boxes)
        answer(s, s->pack->q_documents_held, on ? boxes & ~held.boxes : boxes | first);
}
