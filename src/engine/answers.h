// SPDX-License-Identifier: MIT
//
// Answers by question. An answer is absent (not asked), unknown ("I don't know"), or given with a
// value:
//
//   Q_ONE       index of the choice (a choice that counts as unknown is stored as unknown)
//   Q_MANY      bit set of choices
//   Q_COUNTRY   index of the country, or n_countries + index of the extra choice
//   Q_INTEGER, Q_NUMBER, Q_YEAR   thousandths (NUMBER_SCALE)
//               a Q_INTEGER may be a band: one of the values from `value` to `last`
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
    int64_t last; // of a band, whose values are never negative
};

static inline bool answer_is_band(const struct answer *a)
{
    return a->value >= 0 && a->last > a->value;
}

struct answers {
    struct answer of[PACK_MAX_QUESTIONS];
    const uint64_t *ticks; // papers that the person has: a bit set of documents, borrowed; or NULL
};

// Ticks a paper in `ticks` (BITS_WORDS(n_documents) words), which become those of the answers; one
// that stands for a choice of `documents_held` answers that question too.
void answers_tick(const struct pack *pack, struct answers *answers, uint64_t *ticks,
                  int32_t document);

// The value given to a question, or NONE: none is, or the pack has no such question (NONE). For
// questions whose values are never negative.
int64_t answer_value(const struct answers *answers, int32_t question);

// Whom offices and facts may concern, by the answers.
struct whom answers_whom(const struct pack *pack, const struct answers *answers);

// Is this value allowed for the question on that day (range, choice, country)?
bool answer_valid(const struct pack *pack, int32_t question, int64_t value, int32_t as_of);

// The same of all values of a given answer.
bool answer_fits(const struct pack *pack, int32_t question, const struct answer *answer,
                 int32_t as_of);

// The usual value of an absent question under these answers, none that another answer rules out; a
// list of the destination may name another than the question does. False: it has none, or the
// answer that it follows (usual_from) is not given or names no country.
bool answer_usual(const struct pack *pack, const struct answers *answers, int32_t question,
                  int64_t *value);
// The same whatever the question's own answer is: a page looks alike before and after it.
bool answer_usual_value(const struct pack *pack, const struct answers *answers, int32_t question,
                        int64_t *value);

// Can the two answers, to `question` and to an earlier one, not both be true (`not_after:`,
// `not_before:`)? Bands clash where none of their values do not; one that stands for none never.
bool answers_clash(const struct pack *pack, int32_t question, const struct answer *answer,
                   int32_t earlier, const struct answer *other);

// What the answer to another question leaves of this one (`not_after:`, `not_before:`), whatever
// its own answer is: the first and the last possible value. False: nothing bounds it.
bool answer_left(const struct pack *pack, const struct answers *answers, int32_t question,
                 int64_t *first, int64_t *last);

// Does the answer say no more than a line among the papers without a tick (`tick:`) does?
bool answer_unticked(const struct question *q, const struct answer *answer);

// "I am not sure yet" as a choice is an "I don't know" in its own words.
bool answer_unsure(const struct question *q, int64_t value);

// Here an answer is read and written, beside each other; every door (JSON lines, fields, line mode,
// saved cases, codes) comes here.

// Reads one answer as written in JSON, case files and line mode (a choice id, a code, a number with
// a decimal point, a date; digits of any script). Returns 0, or -1 where it is no value of that
// question. "unknown" gives ANSWER_UNKNOWN. For Q_MANY call it once for each item; it adds to what
// is there.
int answer_parse(const struct pack *pack, int32_t question, const char *word, size_t length,
                 int32_t as_of, struct answer *answer);

// Reads the words of a text answer, valid UTF-8, as somebody meant them: cleaned in place
// (utf8_tidy()) and without blanks around them; the answer points into them. "unknown" gives
// ANSWER_UNKNOWN.
enum answer_text { ANSWER_TEXT_GOOD, ANSWER_TEXT_EMPTY, ANSWER_TEXT_LONG };
enum answer_text answer_read_text(const struct question *question, char *words, size_t length,
                                  struct answer *answer);

// Writes it as words, so that answer_parse() or answer_read_text() reads it; of a list there are
// none.
void answer_print(struct text *out, const struct pack *pack, int32_t question,
                  const struct answer *answer);

// Writes it as JSON, so that answer_parse() reads it; null where it is absent.
void answer_json(struct text *out, const struct pack *pack, int32_t question,
                 const struct answer *answer);

// All answers that are not absent as one object, in the order of the questions, as `tanu assess`
// takes them.
void answers_json(struct text *out, const struct pack *pack, const struct answers *answers);

// The answers of a worked case; texts stay the pack's.
void answers_of_case(struct answers *out, const struct worked_case *c);

#endif
