// SPDX-License-Identifier: MIT
// Line mode: what was typed, taken as the answer to the question.
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "front/line_talk.h"
#include "view/search.h"

static const struct question *asked(const struct talk *t, int32_t question)
{
    return &t->w->pack->questions[question];
}

// Repeats what was understood: "You chose 2, Master's degree."
static void give(struct talk *t, int32_t question, const struct answer *answer, int number)
{
    struct ground g = talk_ground(t);
    const char *words = arena_strdup(g.arena, answer_words(&g, question, answer));
    if (session_answer(&t->w->session, question, answer)) {
        talk_say(t, _("That answer does not fit here. Please choose another one."));
        return;
    }
    t->w->assessed = false;
    t->repeat = true;
    t->part = 0;
    if (number > 0)
        talk_say(t, arena_printf(g.arena, _("You chose %d, %s."), number, words));
    else
        talk_say(t, arena_printf(g.arena, _("You answered: %s."), words));
}

static void give_value(struct talk *t, int32_t question, int64_t value, int number)
{
    struct answer answer = {.state = ANSWER_GIVEN, .value = value};
    give(t, question, &answer, number);
}

static void give_unknown(struct talk *t, int32_t question)
{
    struct answer answer = {.state = ANSWER_UNKNOWN};
    if (asked(t, question)->unknown_allowed)
        give(t, question, &answer, 0);
    else
        talk_say(t, _("This question needs an answer: everything else depends on it."));
}

// A whole number and nothing else; -1 where it is none.
static int whole(const char *line, size_t len)
{
    if (!len || len > 3 || strspn(line, "0123456789") < len)
        return -1;
    return atoi(line);
}

// The number of a row, which on the Kazakh layout may be a letter: its top row has no digits.
static int row_number(const char *line, size_t len)
{
    uint32_t letter = 0;
    return len && utf8_decode(line, len, &letter) == len ? input_digit(letter) : whole(line, len);
}

// A row of the page as it was numbered when it was shown.
static int32_t row_value(struct talk *t, int number, const char *line)
{
    const struct page *page = wizard_page(t->w);
    for (int i = 0; i < page->n_items; i++) {
        const struct block *b = &page->blocks[page->items[i].block];
        if (number > 0 ? i + 1 == number : b->kind == BLOCK_CHOICE && talk_is(b->text, line))
            return page->items[i].value;
    }
    return NONE;
}

static int row_count(struct talk *t)
{
    return wizard_page(t->w)->n_items;
}

static void out_of_list(struct talk *t)
{
    struct ground g = talk_ground(t);
    talk_say(t, arena_printf(g.arena, _("Please type a number from 1 to %d, or ? for help."),
                             row_count(t)));
}

static void answer_one(struct talk *t, int32_t question, const char *line)
{
    int number = row_number(line, strlen(line));
    int32_t value = number == 0 ? ITEM_UNKNOWN : row_value(t, number, line);
    if (value == NONE && number < 0)
        value = pack_choice(asked(t, question), line);
    if (value == ITEM_UNKNOWN)
        give_unknown(t, question);
    else if (value == NONE)
        out_of_list(t);
    else
        give_value(t, question, value, number);
}

// "1 3 4", "1,3": rows of a list of several. The rows "none" and "I don't know" stand alone.
static void answer_many(struct talk *t, int32_t question, const char *line)
{
    uint64_t on = 0;
    int32_t alone = row_value(t, 0, line);
    for (const char *s = line + strspn(line, " ,;"); *s && alone == NONE; s += strspn(s, " ,;")) {
        size_t len = strcspn(s, " ,;");
        int number = row_number(s, len);
        int32_t value = number > 0 ? row_value(t, number, "") : number == 0 ? ITEM_UNKNOWN : NONE;
        s += len;
        if (value >= 0)
            on |= (uint64_t)1 << value;
        else if (value == NONE || on || *s) {
            out_of_list(t);
            return;
        } else
            alone = value;
    }
    if (alone == ITEM_UNKNOWN)
        give_unknown(t, question);
    else
        give_value(t, question, alone >= 0 ? (int64_t)1 << alone : (int64_t)on, 0);
}

static void list_found(struct talk *t, const struct ground *g, int32_t question,
                       const int32_t *values, int n)
{
    t->n_found = n < TALK_FOUND_MAX ? n : TALK_FOUND_MAX;
    talk_say(t, arena_printf(g->arena,
                             P_("%d country is found. Type its number, or more letters.",
                                "%d countries are found. Type a number, or more letters.", n),
                             n));
    for (int i = 0; i < t->n_found; i++) {
        struct answer answer = {.state = ANSWER_GIVEN, .value = values[i]};
        t->found[i] = values[i];
        talk_say(t, arena_printf(g->arena, "%d. %s", i + 1, answer_words(g, question, &answer)));
    }
}

static void answer_country(struct talk *t, int32_t question, const char *line)
{
    int32_t values[PACK_MAX_COUNTRIES + PACK_MAX_CHOICES];
    int number = whole(line, strlen(line));
    struct ground g = talk_ground(t);
    if (number == 0) {
        give_unknown(t, question);
        return;
    }
    if (number > 0 && number <= t->n_found) {
        give_value(t, question, t->found[number - 1], number);
        return;
    }
    int n = search_countries(&g, question, line, values, (int)(sizeof values / sizeof *values));
    for (int i = 0; i < n; i++) {
        struct answer answer = {.state = ANSWER_GIVEN, .value = values[i]};
        bool code = values[i] < g.pack->n_countries && talk_is(g.pack->countries[values[i]], line);
        if (n == 1 || code || talk_is(answer_words(&g, question, &answer), line)) {
            give_value(t, question, values[i], 0);
            return;
        }
    }
    if (n)
        list_found(t, &g, question, values, n);
    else
        talk_say(t,
                 _("No country is found under that name. Try fewer letters, or the English name."));
}

static void answer_field(struct talk *t, int32_t question, const char *line)
{
    struct ground g = talk_ground(t);
    struct answer answer;
    const char *error;
    const struct question *q = asked(t, question);
    if (question_has_none(q) &&
        (talk_is(line, say(t->w->i18n, &q->none_label)) || !strcmp(line, "-")))
        give_value(t, question, q->min.value, 0);
    else if (field_read(&g, question, line, &answer, &error))
        talk_say(t, error);
    else
        give(t, question, &answer, 0);
}

void talk_answer(struct talk *t, int32_t question, const char *line)
{
    if (talk_is(line, "unknown") || talk_is(line, C_("line mode", "unknown")) ||
        talk_is(line, _("I don't know"))) {
        give_unknown(t, question);
        return;
    }
    switch (question_form(asked(t, question))) {
    case FORM_CHOICES:
        answer_one(t, question, line);
        break;
    case FORM_MANY:
        answer_many(t, question, line);
        break;
    case FORM_SEARCH:
        answer_country(t, question, line);
        break;
    default:
        answer_field(t, question, line);
    }
}
