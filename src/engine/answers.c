// SPDX-License-Identifier: MIT
#include "engine/answers.h"
#include <string.h>
#include "base/date.h"
#include "base/utf8.h"
#include "engine/value.h"

bool answer_valid(const struct pack *pack, int32_t question, int64_t value, int32_t as_of)
{
    const struct question *q = &pack->questions[question];
    switch (q->type) {
    case Q_ONE:
        return value >= 0 && value < q->n_choices && !q->choices[value].counts_as_unknown;
    case Q_MANY:
        return value >= 0 && value >> q->n_choices == 0;
    case Q_COUNTRY:
        return value >= 0 && value < pack->n_countries + q->n_choices;
    case Q_TEXT:
        return value == 1;
    default:
        return value >= value_min(q, as_of) && value <= value_max(q, as_of) &&
               value_up(q->type, value) == value;
    }
}

bool answer_usual(const struct pack *pack, const struct answers *answers, int32_t question,
                  int64_t *value)
{
    const struct question *q = &pack->questions[question];
    if (!q->has_usual || answers->of[question].state != ANSWER_ABSENT)
        return false;
    *value = q->usual;
    if (q->usual_from < 0)
        return true;
    *value = answers->of[q->usual_from].value;
    return answers->of[q->usual_from].state == ANSWER_GIVEN && *value < pack->n_countries;
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

// [-]digits[.digits], at most three decimals that count, to thousandths.
static int read_number(const char *s, size_t length, int64_t *out)
{
    size_t at = length && s[0] == '-';
    size_t start = at;
    int64_t n = 0;
    for (; at < length && digit(s[at]); at++) {
        n = n * 10 + (s[at] - '0');
        if (at - start >= 10)
            return -1;
    }
    if (at == start)
        return -1;
    n *= NUMBER_SCALE;
    if (at < length && s[at] == '.') {
        int64_t unit = NUMBER_SCALE / 10;
        size_t point = at++;
        for (; at < length && digit(s[at]); at++, unit /= 10) {
            if (!unit && s[at] != '0')
                return -1;
            n += unit * (s[at] - '0');
        }
        if (at == point + 1)
            return -1;
    }
    *out = s[0] == '-' ? -n : n;
    return at == length ? 0 : -1;
}

static int read_date(const char *s, size_t length, bool month, int64_t *out)
{
    char copy[DATE_TEXT];
    date day;
    if (length >= sizeof copy || memchr(s, 0, length))
        return -1;
    memcpy(copy, s, length);
    copy[length] = 0;
    if (month ? date_parse_month(copy, &day) : date_parse(copy, &day))
        return -1;
    *out = month ? day / 100 * 100 : day;
    return 0;
}

bool text_fits(const struct question *question, size_t length)
{
    return length <= INT32_MAX &&
           (question->max_length <= 0 || length <= (size_t)question->max_length);
}

static int read_text(const struct question *q, const char *word, size_t length,
                     struct answer *answer)
{
    if (!length || !text_fits(q, length) || utf8_check(word, length, 0, NULL) != UTF8_OK)
        return -1;
    *answer = (struct answer){ANSWER_GIVEN, (int32_t)length, 1, word};
    return 0;
}

static int add_choice(const struct question *q, const char *word, size_t length,
                      struct answer *answer)
{
    int32_t choice = pack_choice_n(q, word, length);
    if (choice == NONE)
        return -1;
    if (q->choices[choice].counts_as_unknown) {
        *answer = (struct answer){.state = ANSWER_UNKNOWN};
        return 0;
    }
    int64_t before = answer->state == ANSWER_GIVEN && q->type == Q_MANY ? answer->value : 0;
    int64_t value = q->type == Q_MANY ? before | (int64_t)1 << choice : choice;
    *answer = (struct answer){.state = ANSWER_GIVEN, .value = value};
    return 0;
}

static int read_country(const struct pack *pack, const struct question *q, const char *word,
                        size_t length, int64_t *value)
{
    int32_t country = pack_country_n(pack, word, length);
    if (country == NONE) {
        country = pack_choice_n(q, word, length);
        if (country == NONE)
            return -1;
        country += pack->n_countries;
    }
    *value = country;
    return 0;
}

int answer_parse(const struct pack *pack, int32_t question, const char *word, size_t length,
                 int32_t as_of, struct answer *answer)
{
    const struct question *q = &pack->questions[question];
    int64_t value = 0;
    int status;
    if (length == 7 && !memcmp(word, "unknown", 7)) {
        *answer = (struct answer){.state = ANSWER_UNKNOWN};
        return 0;
    }
    if (q->type == Q_TEXT)
        return read_text(q, word, length, answer);
    if (q->type == Q_ONE || q->type == Q_MANY)
        return add_choice(q, word, length, answer);
    if (q->type == Q_COUNTRY)
        status = read_country(pack, q, word, length, &value);
    else if (q->type == Q_MONTH || q->type == Q_DATE)
        status = read_date(word, length, q->type == Q_MONTH, &value);
    else
        status = read_number(word, length, &value);
    if (status || !answer_valid(pack, question, value, as_of))
        return -1;
    *answer = (struct answer){.state = ANSWER_GIVEN, .value = value};
    return 0;
}
