// SPDX-License-Identifier: MIT
//
// What a kept case means (the document of tanu-case(5)): answers, papers ticked, notes, where the
// person applies and how far it is, and the short record of the last result. The document stays the
// truth: what is not named here is left as it is.
#ifndef TANU_CASE_KEPT_H
#define TANU_CASE_KEPT_H

#include "base/date.h"
#include "case/doc.h"
#include "case/json_line.h"
#include "engine/engine.h"

// A new case.
void kept_new(struct doc *doc, const char *name, date today);
// A line of the history.
void kept_history(struct doc *doc, date today, const char *what);

// The JSON object that report, compare, code, --answers and import read: `id` (the pseudonym), the
// answers, qualifications, ticks.
void kept_json(const struct doc *doc, struct text *out);
// Takes the answers, qualifications and ticks of such an object over, as json_case_read() read it.
void kept_take(struct doc *doc, const struct pack *pack, const struct json_line *line,
               const struct several *several);
// The answers themselves, as they count today; what the pack no longer has is named in `lost`, with
// commas. Texts point into `room`.
int kept_answers(const struct doc *doc, struct json_words *words, char *room, size_t room_len,
                 struct json_line *line, struct text *lost);

// The same of each diploma, with what is shared: one at least.
int kept_diplomas(const struct doc *doc, const struct pack *pack, struct json_words *words,
                  char *room, size_t room_len, struct json_line *line, struct text *lost,
                  struct several *several);

bool kept_same_answer(const struct answer *a, const struct answer *b);

// A note: `opinion` is told apart from a fact, which alone is handed on.
void kept_note(struct doc *doc, date today, bool opinion, const char *words);
// What was agreed in an appointment: who does what until when ("" where it is not said), in the
// order agreed; who else helps, and why; and that the n-th thing agreed (from 1) is done. False:
// there is none.
void kept_agree(struct doc *doc, date today, const char *what, const char *who, const char *until);
void kept_refer(struct doc *doc, date today, const char *to, const char *why);
bool kept_done(struct doc *doc, date today, long number);
// How far the person is with a destination (KEPT_…), since when and why; what was before goes into
// the history. `outcome`: what tanu says of it today, or NULL.
enum kept_status { KEPT_THINKING, KEPT_PAPERS, KEPT_APPLIED, KEPT_DECIDED, KEPT_STATUSES };
extern const char *const kept_statuses[KEPT_STATUSES]; // "thinking", as the file has them
// One of these in words; another as it stands.
const char *kept_status_words(const char *status);
void kept_place(struct doc *doc, date today, const char *country, enum kept_status status,
                const char *reason, const char *outcome);
// The destination's entry, NULL where there is none.
struct doc_node *kept_place_of(const struct doc *doc, const char *country);

// The record of a result: kept as `last:`, and what moved between two of them, one line a thing
// ("outcome: a -> b"); appends nothing where they are the same.
void kept_set_last(struct doc *doc, const struct pack *pack, date as_of,
                   const struct assessment *a);
void kept_moved(const struct doc *doc, const struct pack *pack, const struct assessment *a,
                struct text *out);

#endif
