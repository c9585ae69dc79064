// SPDX-License-Identifier: MIT
// Numbers, years, months and dates as a question holds them.
#include <string.h>

#include "base/date.h"
#include "pack/expr.h"

// Reads a number with up to three decimals as thousandths. 0, or -1.
static int read_number(const char *text, size_t length, int64_t *out)
{
    bool negative = length > 0 && text[0] == '-';
    int64_t value = 0;
    int decimals = -1;
    for (size_t i = negative; i < length; i++) {
        if (text[i] == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (text[i] < '0' || text[i] > '9' || value > 100000000000 || decimals == 3)
            return -1;
        value = value * 10 + (text[i] - '0');
        decimals += decimals >= 0;
    }
    bool has_digit =
        length > (negative ? 1u : 0u) && text[length - 1] != '.' && text[negative ? 1 : 0] != '.';
    if (!has_digit)
        return -1;
    for (int d = decimals < 0 ? 0 : decimals; d < 3; d++)
        value *= 10;
    *out = negative ? -value : value;
    return 0;
}

const char *expr_constant(enum question_type type, const char *text, size_t length, int64_t *out)
{
    char word[32] = "";
    date day = 0;
    if (length < sizeof word)
        memcpy(word, text, length);
    switch (type) {
    case Q_INTEGER:
        return read_number(word, strlen(word), out) == 0 && *out % NUMBER_SCALE == 0
                   ? NULL
                   : "a whole number such as 12";
    case Q_NUMBER:
        return read_number(word, strlen(word), out) == 0
                   ? NULL
                   : "a number with at most three decimals, such as 3.5";
    case Q_YEAR:
        return strlen(word) == 4 && read_number(word, 4, out) == 0 && *out > 0 &&
                       *out % NUMBER_SCALE == 0
                   ? NULL
                   : "a year such as 2020";
    case Q_MONTH:
        if (date_parse_month(word, &day) != 0)
            return "a month such as 2023-01";
        *out = day - 1;
        return NULL;
    case Q_DATE:
        if (date_parse(word, &day) != 0)
            return "a date such as 2023-01-31";
        *out = day;
        return NULL;
    default:
        return "a choice";
    }
}
