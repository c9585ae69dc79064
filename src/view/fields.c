// SPDX-License-Identifier: MIT
// What was typed into a field, read as an answer.
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include "base/utf8.h"
#include "pack/kind.h"
#include "view/parts.h"

enum { FIELD_ROOM = 64 }; // numbers and dates are short; text is not copied

// What to type, where something else was typed. Of a type that is chosen or free: nothing special.
static const char *const forms[Q_TYPES] = {
    [Q_INTEGER] = N_("Please type a whole number, for example 120."),
    [Q_NUMBER] = N_("Please type a number, for example 4 or 3.5."),
    [Q_YEAR] = N_("Please type a year with four digits, for example 2021."),
    [Q_MONTH] = N_("Please type year and month, for example 2021-09."),
    [Q_DATE] = N_("Please type a date, for example 2021-09-30."),
};

static const char *form_error(enum question_type type)
{
    return forms[type] ? _(forms[type]) : _("Please type a few words.");
}

// 30.09.2021 and 09.2021 become 2021-09-30 and 2021-09.
static void turn_date(char *s)
{
    int day, month, year, used = 0;
    if (sscanf(s, "%2d%*1[./]%2d%*1[./]%4d%n", &day, &month, &year, &used) == 3 && !s[used])
        snprintf(s, FIELD_ROOM, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
                 (unsigned)day % 100);
    else if (sscanf(s, "%2d%*1[./]%4d%n", &month, &year, &used) == 2 && !s[used] && year > 31)
        snprintf(s, FIELD_ROOM, "%04u-%02u", (unsigned)year % 10000, (unsigned)month % 100);
    else if (sscanf(s, "%4d-%1d%n", &year, &month, &used) == 2 && !s[used])
        snprintf(s, FIELD_ROOM, "%04u-%02u", (unsigned)year % 10000, (unsigned)month % 100);
}

// "101 – 200" becomes 101-200.
static void turn_band(char *s)
{
    char *to = s;
    for (const char *from = s; *from;) {
        bool dash = !strncmp(from, "–", 3) || !strncmp(from, "—", 3);
        if (*from != ' ')
            *to++ = dash ? '-' : *from;
        from += dash ? 3 : 1;
    }
    *to = 0;
}

// The typed characters in the form that answer_parse reads: "3,5" is 3.5.
static int tidy(enum question_type type, const char *typed, size_t len, char *out)
{
    if (len >= FIELD_ROOM)
        return -1;
    len = utf8_ascii_numbers(out, typed, len);
    out[len] = 0;
    for (size_t i = 0; kind_of(type)->number && i < len; i++)
        if (out[i] == ',')
            out[i] = '.';
    if (kind_of(type)->band)
        turn_band(out);
    if (!kind_of(type)->number)
        turn_date(out);
    return 0;
}

// The words are cleaned in a copy of the page's.
static int read_text(const struct ground *g, const struct question *q, const char *typed,
                     size_t len, struct answer *answer, const char **error)
{
    switch (answer_read_text(q, arena_strndup(g->arena, typed, len), len, answer)) {
    case ANSWER_TEXT_GOOD:
        return 0;
    case ANSWER_TEXT_LONG:
        *error = _("That is too long. Please shorten it.");
        break;
    case ANSWER_TEXT_EMPTY:
        break;
    }
    return -1;
}

int field_read(const struct ground *g, int32_t question, const char *typed, struct answer *answer,
               const char **error)
{
    const struct question *q = &g->pack->questions[question];
    char word[FIELD_ROOM];
    while (*typed == ' ')
        typed++;
    size_t len = strlen(typed);
    while (len && typed[len - 1] == ' ')
        len--;
    *answer = (struct answer){.state = ANSWER_ABSENT};
    *error = form_error(q->type);
    if (!len)
        return -1;
    if (kind_classes(q) == CLASSES_NONE)
        return read_text(g, q, typed, len, answer, error);
    if (tidy(q->type, typed, len, word) || !isdigit((unsigned char)word[0]))
        return -1;
    if (!answer_parse(g->pack, question, word, strlen(word), g->as_of, answer))
        return 0;
    bool form = word[strspn(word, kind_of(q->type)->letters)] == '\0';
    if (form && q->range_message.words)
        *error = phrase_words(g, &q->range_message);
    return -1;
}
