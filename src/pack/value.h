// SPDX-License-Identifier: MIT
// Numbers, years, months and dates as values of questions: how they are read, which int64 are
// values at all, and the bounds that hold on a given day. Units as in struct answer.
#ifndef TANU_PACK_VALUE_H
#define TANU_PACK_VALUE_H

#include "pack/question.h"

#define VALUE_YEAR_LEAST ((int64_t)1000 * NUMBER_SCALE)
#define VALUE_YEAR_MOST ((int64_t)9999 * NUMBER_SCALE)

// A decimal number ([-]digits, then perhaps .digits and an exponent, as in JSON) as thousandths. At
// most three decimals may count, and ten digits before the point. 0, or -1.
int value_number(const char *text, size_t length, int64_t *out);

// The smallest value of the type that is >= v, the largest that is <= v.
int64_t value_up(enum question_type type, int64_t v);
int64_t value_down(enum question_type type, int64_t v);

// The smallest and the largest valid answer on that day.
int64_t value_min(const struct question *question, int32_t as_of);
int64_t value_max(const struct question *question, int32_t as_of);
// Is it a value of that question, of numbers or days, within its bounds?
bool value_allowed(const struct question *question, int64_t value, int32_t as_of);

// For the rows of kinds.c.
int64_t value_same(int64_t v);
int64_t value_whole_up(int64_t v);
int64_t value_whole_down(int64_t v);
int64_t value_month_up(int64_t v);
int64_t value_month_down(int64_t v);
int64_t value_date_up(int64_t v);
int64_t value_date_down(int64_t v);

#endif
