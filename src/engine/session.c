// SPDX-License-Identifier: MIT
// The run through the questions; see session.h.
#include "engine/session.h"

#include <stdlib.h>
#include <string.h>
#include "base/bits.h"
#include "base/oom.h"
#include "pack/kind.h"

// A destination without a file: nothing that could be asked would tell more.
static bool uncovered(const struct pack *pack, const struct answers *answers)
{
    const struct answer *a = pack->q_destination == NONE ? NULL : &answers->of[pack->q_destination];
    return a && a->state == ANSWER_GIVEN && a->value < pack->n_countries &&
           pack->destination_of[a->value] == NONE;
}

static void look_ahead(struct session *s)
{
    struct flow flow = {NONE, 0, 0};
    if (!uncovered(s->pack, &s->current))
        flow = flow_look(s->engine, &s->current);
    s->next = flow.next;
    s->left = flow.left;
}

// Walks on with the kept answers from the place `from` of the path: what is asked next is on the
// path while it has an answer. What stands before stays, for it depends on nothing that follows.
static void walk(struct session *s, int32_t from)
{
    if (from < s->n_path)
        s->next = s->path[from];
    while (s->n_path > from)
        explicit_bzero(&s->current.of[s->path[--s->n_path]], sizeof *s->current.of);
    while (s->next != NONE && s->n_path < PACK_MAX_QUESTIONS &&
           s->all.of[s->next].state != ANSWER_ABSENT &&
           s->current.of[s->next].state == ANSWER_ABSENT) {
        s->current.of[s->next] = s->all.of[s->next];
        s->path[s->n_path++] = s->next;
        look_ahead(s);
    }
}

// What ticks on the papers answer counts wherever the person stands; a line without a tick says
// what is usual, so that nobody's result stays open for its sake.
static void take_aside(struct session *s, int32_t question)
{
    const struct question *q = &s->pack->questions[question];
    if (!q->on_papers)
        return;
    s->current.of[question] = s->all.of[question];
    if (q->tick.words && s->all.of[question].state == ANSWER_ABSENT)
        s->current.of[question] = (struct answer){.state = ANSWER_GIVEN, .value = q->usual};
}

static void take_all_aside(struct session *s)
{
    for (int32_t q = 0; q < s->pack->n_questions; q++)
        take_aside(s, q);
}

static int32_t path_index(const struct session *s, int32_t question)
{
    for (int32_t i = 0; i < s->n_path; i++)
        if (s->path[i] == question)
            return i;
    return NONE;
}

void session_init(struct session *s, const struct pack *pack, struct engine *engine, int32_t as_of)
{
    memset(s, 0, sizeof *s);
    s->pack = pack;
    s->engine = engine;
    s->as_of = as_of;
    s->aside = NONE;
    s->ticks = xcalloc(BITS_WORDS(pack->n_documents) + 1, sizeof *s->ticks);
    s->all.ticks = s->current.ticks = s->ticks;
    arena_init(&s->texts);
    take_all_aside(s);
    look_ahead(s);
}

static void forget(struct session *s)
{
    explicit_bzero(&s->all, sizeof s->all);
    explicit_bzero(&s->current, sizeof s->current);
    explicit_bzero(s->path, sizeof s->path);
    if (s->ticks)
        explicit_bzero(s->ticks, (BITS_WORDS(s->pack->n_documents) + 1) * sizeof *s->ticks);
    s->all.ticks = s->current.ticks = s->ticks;
    explicit_bzero(&s->past, sizeof s->past);
    explicit_bzero(&s->past_all, sizeof s->past_all);
    s->marked = false;
    s->aside = NONE;
    s->n_path = 0;
    s->at = 0;
    s->jumped = false;
}

void session_reset(struct session *s)
{
    forget(s);
    arena_wipe(&s->texts);
    take_all_aside(s);
    look_ahead(s);
}

void session_release(struct session *s)
{
    forget(s);
    free(s->ticks);
    s->ticks = NULL;
    s->all.ticks = s->current.ticks = NULL;
    arena_release(&s->texts);
}

int32_t session_question(const struct session *s)
{
    if (s->aside != NONE)
        return s->aside;
    return s->at < s->n_path ? s->path[s->at] : s->next;
}

const struct answer *session_kept(const struct session *s, int32_t question)
{
    return &s->all.of[question];
}

// The old words are overwritten at once; their few bytes stay in the arena until the next reset.
static void wipe_text(struct answer *answer)
{
    if (answer->text)
        explicit_bzero((char *)(uintptr_t)answer->text, (size_t)answer->text_length);
    explicit_bzero(answer, sizeof *answer);
}

static bool acceptable(const struct session *s, int32_t question, const struct answer *answer)
{
    const struct question *q = &s->pack->questions[question];
    if (answer->state == ANSWER_UNKNOWN)
        return q->unknown_allowed;
    if (answer->state != ANSWER_GIVEN || !answer_fits(s->pack, question, answer, s->as_of))
        return false;
    return kind_classes(q) != CLASSES_NONE ||
           (answer->text && kind_text_fits(q, answer->text, (size_t)answer->text_length));
}

static bool same_words(const struct answer *a, const struct answer *b)
{
    return a->text_length == b->text_length &&
           (!a->text_length || !memcmp(a->text, b->text, (size_t)a->text_length));
}

static void store(struct session *s, int32_t question, const struct answer *answer)
{
    struct answer *kept = &s->all.of[question];
    struct answer next = *answer;
    if (next.text && kept->text && same_words(&next, kept)) {
        next.text = kept->text;
        kept->text = NULL;
    } else if (next.text) {
        next.text = arena_strndup(&s->texts, next.text, (size_t)next.text_length);
    }
    wipe_text(kept);
    *kept = next;
}

// Where the person stands after the path changed: still at the same question if it is there.
static void stand(struct session *s, int32_t question)
{
    int32_t at = question == NONE ? NONE : path_index(s, question);
    s->at = at == NONE ? s->n_path : at;
}

// Most ticks decide about papers and steps only, so the way through the questions stays. A line
// decides more.
static void answer_aside(struct session *s, int32_t question)
{
    int32_t here = session_question(s);
    take_aside(s, question);
    if (!s->pack->questions[question].tick.words)
        return;
    walk(s, 0);
    stand(s, here);
}

int session_answer(struct session *s, int32_t question, const struct answer *answer)
{
    static const struct answer unknown = {.state = ANSWER_UNKNOWN};
    if (question < 0 || question >= s->pack->n_questions)
        return -1;
    if (answer->state == ANSWER_GIVEN &&
        answer_unsure(&s->pack->questions[question], answer->value))
        answer = &unknown;
    else if (!acceptable(s, question, answer))
        return -1;
    int32_t here = session_question(s);
    int32_t from = path_index(s, question);
    store(s, question, answer);
    if (s->pack->questions[question].on_papers) {
        s->aside = s->aside == question ? NONE : s->aside;
        answer_aside(s, question);
        return 0;
    }
    walk(s, from == NONE ? s->n_path : from);
    stand(s, here);
    if (here != question)
        return 0;
    if (s->jumped)
        s->at = s->n_path;
    else if (s->at < s->n_path)
        s->at++;
    s->jumped = false;
    return 0;
}

void session_put(struct session *s, int32_t question, const struct answer *answer)
{
    int32_t here = session_question(s), from = path_index(s, question);
    store(s, question, answer);
    if (s->pack->questions[question].on_papers) {
        answer_aside(s, question);
        return;
    }
    walk(s, from == NONE ? s->n_path : from);
    stand(s, here);
}

void session_fill(struct session *s, const struct answers *answers)
{
    static const struct answer unknown = {.state = ANSWER_UNKNOWN};
    for (int32_t q = 0; q < s->pack->n_questions; q++) {
        const struct answer *a = &answers->of[q];
        if (a->state == ANSWER_GIVEN && answer_unsure(&s->pack->questions[q], a->value))
            a = &unknown;
        if (acceptable(s, q, a))
            store(s, q, a);
    }
    take_all_aside(s);
    if (answers->ticks)
        memcpy(s->ticks, answers->ticks, BITS_WORDS(s->pack->n_documents) * sizeof *s->ticks);
    s->aside = NONE;
    walk(s, 0);
    s->at = s->n_path;
    s->jumped = false;
}

// Words are overwritten when they are replaced, so what is remembered has its own.
void session_mark(struct session *s)
{
    for (int32_t q = 0; q < s->pack->n_questions; q++) {
        wipe_text(&s->past_all.of[q]);
        s->past_all.of[q] = s->all.of[q];
        if (s->all.of[q].text)
            s->past_all.of[q].text =
                arena_strndup(&s->texts, s->all.of[q].text, (size_t)s->all.of[q].text_length);
        s->past.of[q] = s->past_all.of[q];
        if (s->current.of[q].state == ANSWER_ABSENT || s->all.of[q].state == ANSWER_ABSENT)
            s->past.of[q] = s->current.of[q]; // none, or that of a line without a tick
    }
    s->past.ticks = s->ticks;
    s->marked = true;
    s->marked_only = NONE;
}

void session_mark_only(struct session *s, int32_t question)
{
    session_mark(s);
    s->marked_only = question;
}

void session_unmark(struct session *s)
{
    for (int32_t q = 0; q < s->pack->n_questions; q++)
        wipe_text(&s->past_all.of[q]);
    explicit_bzero(&s->past, sizeof s->past);
    s->marked = false;
}

bool session_undo(struct session *s)
{
    if (!s->marked)
        return false;
    for (int32_t q = 0; q < s->pack->n_questions; q++) {
        if (s->marked_only != NONE && s->marked_only != q)
            continue;
        store(s, q, &s->past_all.of[q]);
    }
    take_all_aside(s);
    session_unmark(s);
    s->aside = NONE;
    walk(s, 0);
    s->at = s->n_path;
    s->jumped = false;
    return true;
}

static bool leave_aside(struct session *s)
{
    bool aside = s->aside != NONE;
    s->aside = NONE;
    return aside;
}

bool session_back(struct session *s)
{
    if (leave_aside(s))
        return true;
    if (s->at <= 0)
        return false;
    s->at--;
    s->jumped = false;
    return true;
}

bool session_forward(struct session *s)
{
    if (leave_aside(s))
        return true;
    if (s->at >= s->n_path)
        return false;
    s->at++;
    return true;
}

bool session_jump(struct session *s, int32_t question)
{
    int32_t at = path_index(s, question);
    if (question != NONE && s->pack->questions[question].on_papers) {
        s->aside = question;
        return true;
    }
    if (at == NONE && (question != s->next || question == NONE))
        return false;
    s->aside = NONE;
    s->at = at == NONE ? s->n_path : at;
    s->jumped = at != NONE;
    return true;
}

struct session_progress session_progress(const struct session *s)
{
    int32_t question = session_question(s);
    if (question == NONE || s->aside != NONE)
        return (struct session_progress){s->n_path, 0, 0};
    // The bound belongs to the end of the path; answered questions after this one come on top.
    struct session_progress p = {s->at + 1, s->n_path - s->at + s->left - 1, 0};
    if (p.left < 0)
        p.left = 0;
    return p;
}

static struct answer most_usual(const struct session *s, const struct answers *answers, int32_t q)
{
    struct answer answer = {.state = ANSWER_GIVEN};
    const struct question *question = &s->pack->questions[q];
    if (!answer_usual(s->pack, answers, q, &answer.value) &&
        kind_classes(question) != CLASSES_CHOICES)
        answer.state = ANSWER_UNKNOWN;
    return answer;
}

int32_t session_usual(const struct session *s)
{
    struct answers answers = s->current;
    struct question_set within = question_set_all();
    int32_t n = 0;
    for (int32_t q = s->next; q != NONE && n < PACK_MAX_QUESTIONS; n++) {
        answers.of[q] = most_usual(s, &answers, q);
        q = flow_next(s->engine, &answers, &within);
    }
    explicit_bzero(&answers, sizeof answers);
    return n;
}

bool session_changes(const struct session *s)
{
    return s->aside != NONE || (s->jumped && s->next == NONE);
}
