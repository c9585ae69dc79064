// SPDX-License-Identifier: MIT
// The types of questions; see kind.h.
#include "pack/kind.h"

#include <stdio.h>

#include "base/date.h"
#include "base/utf8.h"
#include "pack/value.h"

#define NUMBER_LIMIT ((int64_t)1000000000 * NUMBER_SCALE)

// ---- choices and countries ----------------------------------------------------------------------

static int parse_choice(const struct pack *pack, const struct question *q, const char *word,
                        size_t length, int64_t *value)
{
    (void)pack;
    *value = pack_choice_n(q, word, length);
    return *value < 0 ? -1 : 0;
}

static void print_choice(struct text *out, const struct pack *pack, const struct question *q,
                         int64_t value)
{
    (void)pack;
    text_add(out, q->choices[value].id);
}

static int parse_box(const struct pack *pack, const struct question *q, const char *word,
                     size_t length, int64_t *value)
{
    if (parse_choice(pack, q, word, length, value))
        return -1;
    *value = (int64_t)1 << *value;
    return 0;
}

static int parse_country(const struct pack *pack, const struct question *q, const char *word,
                         size_t length, int64_t *value)
{
    *value = pack_country_n(pack, word, length);
    if (*value >= 0)
        return 0;
    if (parse_choice(pack, q, word, length, value))
        return -1;
    *value += pack->n_countries;
    return 0;
}

static void print_country(struct text *out, const struct pack *pack, const struct question *q,
                          int64_t value)
{
    bool extra = value >= pack->n_countries;
    text_add(out, extra ? q->choices[value - pack->n_countries].id : pack->countries[value]);
}

// ---- numbers ------------------------------------------------------------------------------------

static int parse_number(const struct pack *pack, const struct question *q, const char *word,
                        size_t length, int64_t *value)
{
    (void)pack;
    (void)q;
    return value_number(word, length, value);
}

static int parse_whole(const struct pack *pack, const struct question *q, const char *word,
                       size_t length, int64_t *value)
{
    return parse_number(pack, q, word, length, value) || *value % NUMBER_SCALE ? -1 : 0;
}

static void print_number(struct text *out, const struct pack *pack, const struct question *q,
                         int64_t value)
{
    (void)pack;
    (void)q;
    text_number(out, (double)value / (double)NUMBER_SCALE);
}

// ---- months and dates ---------------------------------------------------------------------------

static int read_date(const char *word, size_t length, int (*parse)(const char *, date *), date *day)
{
    char copy[DATE_TEXT];
    if (length >= sizeof copy || memchr(word, 0, length))
        return -1;
    snprintf(copy, sizeof copy, "%.*s", (int)length, word);
    return parse(copy, day);
}

static int parse_month(const struct pack *pack, const struct question *q, const char *word,
                       size_t length, int64_t *value)
{
    date day;
    (void)pack;
    (void)q;
    if (read_date(word, length, date_parse_month, &day))
        return -1;
    *value = day / 100 * 100;
    return 0;
}

static int parse_date(const struct pack *pack, const struct question *q, const char *word,
                      size_t length, int64_t *value)
{
    date day;
    (void)pack;
    (void)q;
    if (read_date(word, length, date_parse, &day))
        return -1;
    *value = day;
    return 0;
}

static void print_date(struct text *out, const struct pack *pack, const struct question *q,
                       int64_t value)
{
    char room[DATE_TEXT];
    (void)pack;
    (void)q;
    text_add(out, date_format_as_of(room, (int32_t)value)); // 2021-09-00 is the month 2021-09
}

static int64_t this_year(int32_t as_of)
{
    return (int64_t)date_year(as_of) * NUMBER_SCALE;
}

static int64_t this_month(int32_t as_of)
{
    return as_of / 100 * 100;
}

static int64_t this_day(int32_t as_of)
{
    return as_of;
}

// ---- text ---------------------------------------------------------------------------------------

bool kind_text_fits(const struct question *q, const char *words, size_t length)
{
    int32_t characters = 0;
    if (!length || length > INT32_MAX)
        return false;
    for (size_t i = 0; i < length; i++)
        characters += ((unsigned char)words[i] & 0xC0) != 0x80;
    return characters <= q->max_length;
}

static int parse_text(const struct pack *pack, const struct question *q, const char *word,
                      size_t length, int64_t *value)
{
    (void)pack;
    *value = 1;
    return kind_text_fits(q, word, length) && utf8_check(word, length, 0, NULL) == UTF8_OK ? 0 : -1;
}

// ---- the table ----------------------------------------------------------------------------------

const struct kind kind_rows[Q_TYPES] = {
    [Q_ONE] = {.wanted = "a choice",
               .classes = CLASSES_CHOICES,
               .usual = true,
               .parse = parse_choice,
               .print = print_choice},
    [Q_MANY] = {.wanted = "a choice", .classes = CLASSES_BOXES, .none = true, .parse = parse_box},
    [Q_COUNTRY] = {.wanted = "a country",
                   .classes = CLASSES_COUNTRIES,
                   .usual = true,
                   .parse = parse_country,
                   .print = print_country},
    [Q_INTEGER] = {.wanted = "a whole number such as 12",
                   .classes = CLASSES_CUTS,
                   .letters = "-0123456789",
                   .none = true,
                   .usual = true,
                   .number = true,
                   .band = true,
                   .parse = parse_whole,
                   .print = print_number,
                   .up = value_whole_up,
                   .down = value_whole_down,
                   .least = -NUMBER_LIMIT,
                   .most = NUMBER_LIMIT},
    [Q_NUMBER] = {.wanted = "a number with at most three decimals, such as 3.5",
                  .classes = CLASSES_CUTS,
                  .letters = "-0123456789.",
                  .none = true,
                  .usual = true,
                  .number = true,
                  .parse = parse_number,
                  .print = print_number,
                  .up = value_same,
                  .down = value_same,
                  .least = -NUMBER_LIMIT,
                  .most = NUMBER_LIMIT},
    [Q_YEAR] = {.wanted = "a year such as 2020",
                .classes = CLASSES_CUTS,
                .letters = "0123456789",
                .none = true,
                .usual = true,
                .number = true,
                .today_word = "this_year",
                .today = this_year,
                .parse = parse_whole,
                .print = print_number,
                .up = value_whole_up,
                .down = value_whole_down,
                .least = VALUE_YEAR_LEAST,
                .most = VALUE_YEAR_MOST},
    [Q_MONTH] = {.wanted = "a month such as 2023-01",
                 .classes = CLASSES_CUTS,
                 .letters = "0123456789-",
                 .none = true,
                 .usual = true,
                 .today_word = "today",
                 .today = this_month,
                 .parse = parse_month,
                 .print = print_date,
                 .up = value_month_up,
                 .down = value_month_down,
                 .least = 10100,
                 .most = 99991200},
    [Q_DATE] = {.wanted = "a date such as 2023-01-31",
                .classes = CLASSES_CUTS,
                .letters = "0123456789-",
                .usual = true,
                .today_word = "today",
                .today = this_day,
                .parse = parse_date,
                .print = print_date,
                .up = value_date_up,
                .down = value_date_down,
                .least = DATE_MIN,
                .most = DATE_MAX},
    [Q_TEXT] = {.wanted = "a text", .parse = parse_text},
};

const char *kind_constant(enum question_type type, const char *text, size_t length, int64_t *out)
{
    const struct kind *kind = kind_of(type);
    bool exponent = memchr(text, 'e', length) || memchr(text, 'E', length); // only JSON has them
    bool read = kind_ordered(kind) && !exponent && !kind->parse(NULL, NULL, text, length, out);
    return read && *out >= kind->least && *out <= kind->most ? NULL : kind->wanted;
}

int kind_band(enum question_type type, const char *text, size_t length, int64_t *low, int64_t *high)
{
    const struct kind *kind = kind_of(type);
    const char *dash = memchr(text, '-', length);
    if (!kind->band || !dash)
        return -1;
    size_t first = (size_t)(dash - text);
    if (kind->parse(NULL, NULL, text, first, low) ||
        kind->parse(NULL, NULL, dash + 1, length - first - 1, high))
        return -1;
    return *low >= 0 && *low <= *high ? 0 : -1;
}

static void list_boxes(struct text *out, const struct question *q, int64_t value)
{
    const char *comma = "";
    text_char(out, '[');
    for (int32_t i = 0; i < q->n_choices; i++)
        if (value >> i & 1) {
            text_add(out, comma);
            text_json(out, q->choices[i].id);
            comma = ",";
        }
    text_char(out, ']');
}

// Words of choices, codes and dates have nothing in them that JSON would escape.
void kind_json(struct text *out, const struct pack *pack, const struct question *q, int64_t value)
{
    const struct kind *kind = kind_of(q->type);
    const char *quote = kind->number ? "" : "\"";
    if (kind->classes == CLASSES_BOXES) {
        list_boxes(out, q, value);
    } else if (!kind->print) {
        text_add(out, "null");
    } else {
        text_add(out, quote);
        kind->print(out, pack, q, value);
        text_add(out, quote);
    }
}
