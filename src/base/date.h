// SPDX-License-Identifier: MIT
// Calendar dates of the proleptic Gregorian calendar.
//
// A date is a packed yyyymmdd number (20261001). Chosen over a count of days because it is
// readable in a debugger and in test output, compares and sorts as plain integers, and the rules
// only ever compare dates and move them by months. DATE_NONE (0) is "no date"; it is smaller
// than every real date, so test for it before comparing. Nothing here reads the clock.
#ifndef TANU_BASE_DATE_H
#define TANU_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t date; // yyyymmdd
#define DATE_NONE 0
#define DATE_MIN 10101    // 0001-01-01
#define DATE_MAX 99991231 // 9999-12-31
#define DATE_TEXT 11      // bytes for "YYYY-MM-DD" and its NUL

date date_make(int year, int month, int day); // DATE_NONE if there is no such day
bool date_valid(date d);
int date_year(date d);
int date_month(date d); // 1 to 12

// Strict forms only, whole string. 0 and *out, or -1.
int date_parse(const char *s, date *out);       // YYYY-MM-DD
int date_parse_month(const char *s, date *out); // YYYY-MM, gives the first of the month

char *date_format(char out[DATE_TEXT], date d);       // "2026-10-01"; "" for DATE_NONE
char *date_format_month(char out[DATE_TEXT], date d); // "2026-10"
// As the date a page carries, with 00 for a month or day that it does not say: "2026", "2026-10",
// "2026-10-01"; "" for 0.
char *date_format_as_of(char out[DATE_TEXT], int32_t packed);

// Moves by months; the day is cut to the length of the target month (31 Jan + 1 = 28/29 Feb).
// DATE_NONE if the result leaves DATE_MIN..DATE_MAX.
date date_add_months(date d, int months);
date date_add_days(date d, int days);

// First day of the month after `full_months` full months have run since the deposit: the
// usual entry-into-force rule of treaties.
// one month: 2026-08-15 -> 2026-10-01, 2017-12-19 -> 2018-02-01.
date date_first_of_month_after(date deposit, int full_months);

#endif
