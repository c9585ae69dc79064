// SPDX-License-Identifier: MIT
// How far worked cases are from somebody's answers; see near.h.
#include "engine/near.h"

#include "engine/core.h"
#include "engine/law.h"

enum {
    FAR = 1 << 20,   // another destination
    PLAIN = 2,       // a question that decides nothing there
    DECIDES = 6,     // one that the outcome depends on there
    STANDS_FOR = 12, // purpose and level: what the case is about
    HALF = 2         // an answer on one side only counts half
};

struct measure {
    const struct pack *pack;
    const struct answers *answers;
    int32_t weight[PACK_MAX_QUESTIONS];
    bool given[PACK_MAX_QUESTIONS], told[PACK_MAX_QUESTIONS]; // told: not left unticked unasked
    int32_t alone; // the distance to a case that answers nothing
};

bool near_value(const struct near_case *c, int32_t question, int64_t *value)
{
    for (int32_t i = 0; i < c->n && c->questions[i] <= question; i++)
        if (c->questions[i] == question) {
            *value = c->values[i];
            return true;
        }
    return false;
}

static void weigh(struct measure *m, const struct law *law)
{
    const struct pack *pack = m->pack;
    for (int32_t q = 0; q < pack->n_questions; q++)
        m->weight[q] = q == pack->q_destination                     ? FAR
                       : q == pack->q_purpose || q == pack->q_level ? STANDS_FOR
                       : question_set_has(&law->decides, q)         ? DECIDES
                                                                    : PLAIN;
    for (int32_t q = 0; q < pack->n_questions; q++) {
        const struct answer *mine = &m->answers->of[q];
        m->given[q] = mine->state == ANSWER_GIVEN && !mine->text;
        m->told[q] = m->given[q] && !answer_unticked(&pack->questions[q], mine);
        m->alone += m->told[q] ? PLAIN / HALF : 0;
    }
}

// An answer that only one side gives is none where it is the usual one.
static bool is_usual(const struct measure *m, int32_t question, int64_t value)
{
    int64_t usual;
    return answer_usual(m->pack, m->answers, question, &usual) && usual == value;
}

static struct near distance_to(const struct measure *m, int32_t at)
{
    const struct near_case *c = &m->pack->near[at];
    struct near near = {.at = at, .distance = m->alone};
    for (int32_t i = 0; i < c->n; i++) {
        int32_t q = c->questions[i];
        const struct answer *mine = &m->answers->of[q];
        if (m->told[q])
            near.distance -= PLAIN / HALF;
        if (m->told[q] && mine->value == c->values[i]) {
            question_set_add(&near.same, q);
        } else if (m->given[q] && mine->value != c->values[i]) {
            question_set_add(&near.other, q);
            near.distance += m->weight[q];
        } else if (mine->state == ANSWER_ABSENT && !is_usual(m, q, c->values[i])) {
            near.distance += m->weight[q] / HALF;
        }
    }
    return near;
}

static bool same_value(const struct near_case *a, const struct near_case *b, int32_t question)
{
    int64_t x = 0, y = 0;
    if (question == NONE)
        return true;
    return near_value(a, question, &x) == near_value(b, question, &y) && x == y;
}

// Whether both are told in the same words: about the same, answered otherwise alike, ended alike.
static bool twins(const struct pack *pack, const struct near *a, const struct near *b)
{
    const struct near_case *x = &pack->near[a->at], *y = &pack->near[b->at];
    if (x->outcome != y->outcome || !same_value(x, y, pack->q_award_country) ||
        !same_value(x, y, pack->q_destination) || !same_value(x, y, pack->q_level) ||
        !same_value(x, y, pack->q_purpose))
        return false;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (question_set_has(&a->other, q) != question_set_has(&b->other, q) ||
            (question_set_has(&a->other, q) && !same_value(x, y, q)))
            return false;
    return true;
}

// Puts it at its place among those found so far, instead of its twin; returns how many they are.
static int place_near(const struct pack *pack, struct near out[NEAR_MOST], int n,
                      const struct near *near)
{
    int place = n, twin = 0;
    while (place > 0 && near->distance < out[place - 1].distance)
        place--;
    while (twin < n && !twins(pack, &out[twin], near))
        twin++;
    if (place == NEAR_MOST || twin < place)
        return n;
    int last = twin < n ? twin : n < NEAR_MOST ? n++ : NEAR_MOST - 1;
    for (int k = last; k > place; k--)
        out[k] = out[k - 1];
    out[place] = *near;
    return n;
}

int near_find(struct engine *engine, const struct answers *answers, struct near out[NEAR_MOST])
{
    struct measure m = {.pack = engine->atlas->pack, .answers = answers};
    int n = 0;
    int32_t destination = engine_destination(engine, answers);
    if (!m.pack->n_near || destination == LAW_UNKNOWN)
        return 0;
    weigh(&m, engine_law(engine, destination));
    for (int32_t at = 0; at < m.pack->n_near; at++) {
        struct near near = distance_to(&m, at);
        if (question_set_any(&near.same))
            n = place_near(m.pack, out, n, &near);
    }
    return n;
}
