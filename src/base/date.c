// SPDX-License-Identifier: MIT
#include "base/date.h"
#include <stdio.h>
#include <string.h>

int date_year(date d)
{
    return d / 10000;
}

int date_month(date d)
{
    return d / 100 % 100;
}

static int day_of_month(date d)
{
    return d % 100;
}

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && leap(year));
}

date date_make(int year, int month, int day)
{
    if (year < 1 || year > 9999 || day < 1 || day > days_in_month(year, month))
        return DATE_NONE;
    return (date)(year * 10000 + month * 100 + day);
}

bool date_valid(date d)
{
    return d > 0 && date_make(date_year(d), date_month(d), day_of_month(d)) == d;
}

// Reads exactly `count` ASCII digits; -1 if one is missing.
static int digits(const char *s, int count)
{
    int n = 0;
    for (int i = 0; i < count; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        n = n * 10 + (s[i] - '0');
    }
    return n;
}

static int accept(date d, date *out)
{
    if (d == DATE_NONE)
        return -1;
    *out = d;
    return 0;
}

int date_parse(const char *s, date *out)
{
    if (strlen(s) != 10 || s[4] != '-' || s[7] != '-')
        return -1;
    return accept(date_make(digits(s, 4), digits(s + 5, 2), digits(s + 8, 2)), out);
}

int date_parse_month(const char *s, date *out)
{
    if (strlen(s) != 7 || s[4] != '-')
        return -1;
    return accept(date_make(digits(s, 4), digits(s + 5, 2), 1), out);
}

static char *put_digits(char *at, int n, int count)
{
    for (int i = count; i-- > 0; n /= 10)
        at[i] = (char)('0' + n % 10);
    return at + count;
}

char *date_format(char out[DATE_TEXT], date d)
{
    date_format_month(out, d);
    if (!out[0])
        return out;
    out[7] = '-';
    *put_digits(out + 8, day_of_month(d), 2) = '\0';
    return out;
}

char *date_format_as_of(char out[DATE_TEXT], int32_t packed)
{
    int32_t year = packed / 10000, month = packed / 100 % 100, day = packed % 100;
    out[0] = '\0';
    if (!packed)
        return out;
    char *at = put_digits(out, year, 4);
    if (month) {
        *at++ = '-';
        at = put_digits(at, month, 2);
    }
    if (month && day) {
        *at++ = '-';
        at = put_digits(at, day, 2);
    }
    *at = '\0';
    return out;
}

char *date_format_month(char out[DATE_TEXT], date d)
{
    out[0] = '\0';
    if (!date_valid(d))
        return out;
    char *at = put_digits(out, date_year(d), 4);
    *at++ = '-';
    *put_digits(at, date_month(d), 2) = '\0';
    return out;
}

date date_add_months(date d, int months)
{
    if (!date_valid(d))
        return DATE_NONE;
    int64_t total = (int64_t)date_year(d) * 12 + date_month(d) - 1 + months;
    if (total < 12 || total >= (int64_t)10000 * 12)
        return DATE_NONE;
    int year = (int)(total / 12), month = (int)(total % 12) + 1;
    int last = days_in_month(year, month);
    return date_make(year, month, day_of_month(d) < last ? day_of_month(d) : last);
}

// Days since 1970-01-01 and back, by the era method (400 years = 146097 days; years start in
// March).
static int32_t day_number(date d)
{
    int year = date_year(d) - (date_month(d) <= 2);
    int era = year / 400, year_of_era = year % 400;
    int month = (date_month(d) + 9) % 12; // March is 0
    int day_of_year = (153 * month + 2) / 5 + day_of_month(d) - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

date date_add_days(date d, int days)
{
    if (!date_valid(d))
        return DATE_NONE;
    int64_t n = (int64_t)day_number(d) + days + 719468;
    if (n < 306 || n > 3652364 + 305) // before 0001-01-01, after 9999-12-31
        return DATE_NONE;
    int era = (int)(n / 146097), doe = (int)(n % 146097);
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int m = (5 * doy + 2) / 153;
    int month = m < 10 ? m + 3 : m - 9;
    return date_make(era * 400 + yoe + (month <= 2), month, doy - (153 * m + 2) / 5 + 1);
}

date date_first_of_month_after(date deposit, int full_months)
{
    if (!date_valid(deposit))
        return DATE_NONE;
    date first = date_make(date_year(deposit), date_month(deposit), 1);
    return date_add_months(first, full_months + 1);
}
