// SPDX-License-Identifier: MIT
#include "pack/value.h"
#include "base/date.h"
#include "pack/kind.h"

// ---- reading ------------------------------------------------------------------------------------

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

enum { FEW_DIGITS = 9, MOST_DIGITS = 16, MOST_EXPONENT = 99 };
#define MOST_NUMBER ((int64_t)9999999999999) // in thousandths

// Significant digits, and where the point stands among them.
struct decimal {
    int64_t digits;
    int count, point; // value = digits * 10^-point
};

static bool add_digit(struct decimal *d, char c, bool fraction)
{
    if (d->count == MOST_DIGITS)
        return fraction && c == '0'; // it changes nothing
    d->digits = d->digits * 10 + (c - '0');
    d->count += d->digits > 0;
    d->point += fraction;
    return true;
}

static size_t take_digits(struct decimal *d, const char *s, size_t length, size_t at, bool fraction)
{
    while (at < length && digit(s[at]) && add_digit(d, s[at], fraction))
        at++;
    return at;
}

static size_t take_exponent(struct decimal *d, const char *s, size_t length, size_t at)
{
    int exponent = 0;
    bool negative = at + 1 < length && s[at + 1] == '-';
    size_t first = at + 1 + (at + 1 < length && (negative || s[at + 1] == '+'));
    for (at = first; at < length && digit(s[at]) && exponent <= MOST_EXPONENT; at++)
        exponent = exponent * 10 + (s[at] - '0');
    d->point += negative ? exponent : -exponent;
    return at > first ? at : 0;
}

static int to_thousandths(struct decimal d, int64_t *out)
{
    int shift = 3 - d.point;
    for (; shift > 0 && d.digits && d.digits <= MOST_NUMBER; shift--)
        d.digits *= 10;
    for (; shift < 0 && d.digits % 10 == 0 && d.digits; shift++)
        d.digits /= 10;
    *out = d.digits;
    return d.digits > MOST_NUMBER || (shift && d.digits) ? -1 : 0;
}

// Most numbers are a few digits; they are read without more ado. False: it is another one.
static bool few_digits(const char *s, size_t length, int64_t *out)
{
    int64_t n = 0;
    size_t at = 0;
    while (at < length && digit(s[at]))
        n = n * 10 + (s[at++] - '0');
    *out = n * NUMBER_SCALE;
    return at > 0 && at == length;
}

int value_number(const char *s, size_t length, int64_t *out)
{
    struct decimal d = {0};
    if (length <= FEW_DIGITS && few_digits(s, length, out))
        return 0;
    size_t first = length && s[0] == '-', at = take_digits(&d, s, length, first, false);
    if (at == first)
        return -1;
    if (at < length && s[at] == '.') {
        size_t point = at;
        at = take_digits(&d, s, length, at + 1, true);
        if (at == point + 1)
            return -1;
    }
    if (at < length && (s[at] == 'e' || s[at] == 'E'))
        at = take_exponent(&d, s, length, at);
    if (at != length || to_thousandths(d, out))
        return -1;
    *out = first ? -*out : *out;
    return 0;
}

// ---- the grid -----------------------------------------------------------------------------------

int64_t value_same(int64_t v)
{
    return v;
}

static int64_t floor_to(int64_t v, int64_t step)
{
    int64_t rest = v % step;
    return v - (rest < 0 ? rest + step : rest);
}

int64_t value_whole_up(int64_t v)
{
    return floor_to(v + NUMBER_SCALE - 1, NUMBER_SCALE);
}

int64_t value_whole_down(int64_t v)
{
    return floor_to(v, NUMBER_SCALE);
}

int64_t value_month_up(int64_t v)
{
    int64_t year = v / 10000, month = v / 100 % 100;
    if (v % 100 || !month)
        month++;
    if (month > 12)
        year++, month = 1;
    return year * 10000 + month * 100;
}

int64_t value_month_down(int64_t v)
{
    int64_t year = v / 10000, month = v / 100 % 100;
    if (!month)
        year--, month = 12;
    if (month > 12)
        month = 12;
    return year * 10000 + month * 100;
}

int64_t value_date_up(int64_t v)
{
    if (v < DATE_MIN)
        v = DATE_MIN;
    while (v <= DATE_MAX && !date_valid((date)v))
        v = v % 100 >= 31 ? value_month_up(v / 100 * 100 + 1) : v + 1;
    return v;
}

int64_t value_date_down(int64_t v)
{
    if (v > DATE_MAX)
        v = DATE_MAX;
    while (v >= DATE_MIN && !date_valid((date)v))
        v = v % 100 > 31 ? v / 100 * 100 + 31 : v % 100 ? v - 1 : value_month_down(v - 1) + 31;
    return v;
}

int64_t value_up(enum question_type type, int64_t v)
{
    return kind_ordered(kind_of(type)) ? kind_of(type)->up(v) : v;
}

int64_t value_down(enum question_type type, int64_t v)
{
    return kind_ordered(kind_of(type)) ? kind_of(type)->down(v) : v;
}

// ---- bounds -------------------------------------------------------------------------------------

static int64_t bound_value(const struct bound *bound, const struct kind *kind, int32_t as_of,
                           int64_t none)
{
    return bound->kind == BOUND_CONSTANT ? bound->value
           : bound->kind == BOUND_TODAY  ? kind->today(as_of)
                                         : none;
}

int64_t value_min(const struct question *question, int32_t as_of)
{
    const struct kind *kind = kind_of(question->type);
    return kind->up(bound_value(&question->min, kind, as_of, kind->least));
}

int64_t value_max(const struct question *question, int32_t as_of)
{
    const struct kind *kind = kind_of(question->type);
    return kind->down(bound_value(&question->max, kind, as_of, kind->most));
}

bool value_allowed(const struct question *q, int64_t value, int32_t as_of)
{
    return value >= value_min(q, as_of) && value <= value_max(q, as_of) &&
           value_up(q->type, value) == value;
}
