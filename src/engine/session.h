// SPDX-License-Identifier: MIT
//
// One person's run through the questions. Answers are kept by question; the path (the questions
// that the answers given so far lead through) is worked out again after every answer. An answer
// that fell off the path is kept for when the person comes back, and never counts.
//
// Nothing here is written to disk, and every byte a person typed is overwritten when it is
// replaced, on reset and on release. The engine and the pack are borrowed.
#ifndef TANU_ENGINE_SESSION_H
#define TANU_ENGINE_SESSION_H

#include "base/arena.h"
#include "engine/engine.h"

struct session {
    const struct pack *pack;
    struct engine *engine;
    int32_t as_of;          // packed YYYYMMDD, the day the engine was made for
    struct answers all;     // every answer ever given, on the path or not
    struct answers current; // those on the path: what assess(), the pages and a report read
    int32_t path[PACK_MAX_QUESTIONS]; // the answered questions, in the order asked
    int32_t n_path;
    int32_t next;  // the question after the path, or NONE: the path is complete
    int32_t left;  // how many questions may come after the path, `next` among them
    int32_t at;    // where the person stands: an index into path, or n_path (`next`, or the result)
    bool jumped;   // came here by a jump: the answer leads back to the end of the path
    int32_t aside; // a question that ticks on the papers answer, opened all the same; or NONE
    uint64_t *ticks;               // of both answers: a bit set of documents
    struct answers past, past_all; // `current` and `all` as they were at session_mark()
    bool marked;
    int32_t marked_only; // session_mark_only(): the question, else NONE
    struct arena texts;  // copies of typed text
};

// The session is large: keep one.
void session_init(struct session *s, const struct pack *pack, struct engine *engine, int32_t as_of);
void session_reset(struct session *s);   // forgets (overwrites) everything, back to the start
void session_release(struct session *s); // the same, and gives the memory back

// The question the person stands at, or NONE: at the result.
int32_t session_question(const struct session *s);
// The answer kept for a question (also one that is off the path).
const struct answer *session_kept(const struct session *s, int32_t question);

// Answers a question (unknown or given; text is copied) and recomputes the path. One that is asked
// on the papers counts at once, wherever the person stands. If it is the
// question the person stands at, moves on: to the next question, or after a jump to the end of the
// path. 0, or -1 (nothing changed) where answer_valid() refuses the value or "I don't know" is
// not offered.
int session_answer(struct session *s, int32_t question, const struct answer *answer);

// Keeps an answer that another session gave, also that there is none, and recomputes the path.
// Where the person stands stays.
void session_put(struct session *s, int32_t question, const struct answer *answer);

// Takes over the answers of another case (a code, a file) as if they had been given one after the
// other; texts are copied. The person stands behind the last question that they answer.
void session_fill(struct session *s, const struct answers *answers);

// One question back / forward. false: there is none that way.
bool session_back(struct session *s);
bool session_forward(struct session *s); // only over questions that are answered
// To a question of the path, to `next`, or to one that is not on the way because ticks answer it.
bool session_jump(struct session *s, int32_t question);

// Remembers the answers of this moment, in place of what was remembered before.
void session_mark(struct session *s);
// The same of one answer: whatever is answered after it to other questions is not taken back.
void session_mark_only(struct session *s, int32_t question);
// Forgets it.
void session_unmark(struct session *s);
// Takes everything that was answered since then back; what is remembered is used up. False: nothing
// is. Ticks stay.
bool session_undo(struct session *s);

// The person has the paper, or has not after all: with it goes the answer that `have:` or
// `held_by:` of the document reads. Where several answers say yes (an apostille, a consulate's
// stamps), one tick after the other leads through them.
void session_tick(struct session *s, int32_t document);
// The line among the papers that stands for a question (`tick:`): one tick after the other leads
// through its answers, from and back to the usual one.
void session_tick_line(struct session *s, int32_t question);

// `number`: the place of the question shown, from 1. `left`: at most so many come after it
// (never grows on the way forward). At the result: number = answered questions, left = 0.
// `usual`: about how many, where everything is as usual; session_usual(), 0 until it was asked for.
struct session_progress {
    int32_t number, left, usual;
};
struct session_progress session_progress(const struct session *s);

// About how many questions come from the end of the path on, if every answer is the usual one, else
// the first. Costs a look at the law for each of them.
int32_t session_usual(const struct session *s);

// Was the answer of the moment already given, with all others: is one of them being changed?
bool session_changes(const struct session *s);

#endif
