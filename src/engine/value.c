// SPDX-License-Identifier: MIT
#include "engine/value.h"
#include "base/date.h"

#define NUMBER_LIMIT ((int64_t)1000000000 * NUMBER_SCALE)

static int64_t month_up(int64_t v)
{
    int64_t year = v / 10000, month = v / 100 % 100;
    if (v % 100 || !month)
        month++;
    if (month > 12)
        year++, month = 1;
    return year * 10000 + month * 100;
}

static int64_t month_down(int64_t v)
{
    int64_t year = v / 10000, month = v / 100 % 100;
    if (!month)
        year--, month = 12;
    if (month > 12)
        month = 12;
    return year * 10000 + month * 100;
}

static int64_t date_up(int64_t v)
{
    if (v < DATE_MIN)
        v = DATE_MIN;
    while (v <= DATE_MAX && !date_valid((date)v))
        v = v % 100 >= 31 ? month_up(v / 100 * 100 + 1) + 1 : v + 1;
    return v;
}

static int64_t date_down(int64_t v)
{
    if (v > DATE_MAX)
        v = DATE_MAX;
    while (v >= DATE_MIN && !date_valid((date)v))
        v = v % 100 > 31 ? v / 100 * 100 + 31 : v % 100 ? v - 1 : month_down(v - 1) + 31;
    return v;
}

static int64_t floor_to(int64_t v, int64_t step)
{
    int64_t rest = v % step;
    return v - (rest < 0 ? rest + step : rest);
}

int64_t value_up(enum question_type type, int64_t v)
{
    switch (type) {
    case Q_INTEGER:
    case Q_YEAR:
        return floor_to(v + NUMBER_SCALE - 1, NUMBER_SCALE);
    case Q_MONTH:
        return month_up(v);
    case Q_DATE:
        return date_up(v);
    default:
        return v;
    }
}

int64_t value_down(enum question_type type, int64_t v)
{
    switch (type) {
    case Q_INTEGER:
    case Q_YEAR:
        return floor_to(v, NUMBER_SCALE);
    case Q_MONTH:
        return month_down(v);
    case Q_DATE:
        return date_down(v);
    default:
        return v;
    }
}

static int64_t bound_value(const struct bound *bound, enum question_type type, int32_t as_of,
                           bool upper)
{
    bool year = bound->kind == BOUND_THIS_YEAR;
    if (bound->kind == BOUND_CONSTANT)
        return bound->value;
    if (type == Q_YEAR)
        return (int64_t)date_year(as_of) * NUMBER_SCALE;
    if (type == Q_MONTH)
        return date_year(as_of) * 10000 + (!year ? date_month(as_of) : upper ? 12 : 1) * 100;
    if (type == Q_DATE)
        return !year ? as_of : date_year(as_of) * 10000 + (upper ? 1231 : 101);
    return upper ? NUMBER_LIMIT : -NUMBER_LIMIT;
}

static int64_t type_limit(enum question_type type, bool upper)
{
    switch (type) {
    case Q_YEAR:
        return upper ? (int64_t)9999 * NUMBER_SCALE : NUMBER_SCALE;
    case Q_MONTH:
        return upper ? 99991200 : 10100;
    case Q_DATE:
        return upper ? DATE_MAX : DATE_MIN;
    default:
        return upper ? NUMBER_LIMIT : -NUMBER_LIMIT;
    }
}

int64_t value_min(const struct question *question, int32_t as_of)
{
    enum question_type type = question->type;
    if (question->min.kind == BOUND_NONE)
        return type_limit(type, false);
    return value_up(type, bound_value(&question->min, type, as_of, false));
}

int64_t value_max(const struct question *question, int32_t as_of)
{
    enum question_type type = question->type;
    if (question->max.kind == BOUND_NONE)
        return type_limit(type, true);
    return value_down(type, bound_value(&question->max, type, as_of, true));
}
