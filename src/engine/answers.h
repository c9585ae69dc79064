// SPDX-License-Identifier: MIT
//
// Answers by question. An answer is absent (not asked), unknown ("I don't know"), or given with a
// value:
//
//   Q_ONE       index of the choice (a choice that counts as unknown is stored as unknown)
//   Q_MANY      bit set of choices
//   Q_COUNTRY   index of the country, or n_countries + index of the extra choice
//   Q_INTEGER, Q_NUMBER, Q_YEAR   thousandths (NUMBER_SCALE)
//   Q_MONTH     YYYYMM00;  Q_DATE  YYYYMMDD
//   Q_TEXT      value 1; the words are in `text` (borrowed, not NUL-terminated: the session or the
//               input line owns them)
#ifndef TANU_ENGINE_ANSWERS_H
#define TANU_ENGINE_ANSWERS_H

#include <stddef.h>

#include "base/text.h"
#include "pack/pack.h"

enum answer_state { ANSWER_ABSENT, ANSWER_UNKNOWN, ANSWER_GIVEN };

struct answer {
    enum answer_state state;
    int32_t text_length; // bytes
    int64_t value;
    const char *text;
};

struct answers {
    struct answer of[PACK_MAX_QUESTIONS];
};

// Is this value allowed for the question on that day (range, choice, country)?
bool answer_valid(const struct pack *pack, int32_t question, int64_t value, int32_t as_of);

// The usual value of an absent question under these answers. False: it has none, or the answer that
// it follows (usual_from) is not given or names no country.
bool answer_usual(const struct pack *pack, const struct answers *answers, int32_t question,
                  int64_t *value);

// "I am not sure yet" as a choice is an "I don't know" in its own words.
bool answer_unsure(const struct question *q, int64_t value);

// Reads one answer as written in JSON, case files and line mode (a choice id, a code, a number with
// a decimal point, a date). Returns 0, or -1 where it is no value of that question. "unknown" gives
// ANSWER_UNKNOWN. For Q_MANY call it once for each item; it adds to what is there.
int answer_parse(const struct pack *pack, int32_t question, const char *word, size_t length,
                 int32_t as_of, struct answer *answer);

// Writes it as JSON, so that answer_parse() reads it; null where it is absent.
void answer_json(struct text *out, const struct pack *pack, int32_t question,
                 const struct answer *answer);

// One answer of a worked case, and all of them as one object, as `tanu assess` takes them.
struct answer answer_of_case(const struct case_answer *a);
void case_json(struct text *out, const struct pack *pack, const struct worked_case *c);

#endif
