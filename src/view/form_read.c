// SPDX-License-Identifier: MIT
// The line of a sheet, read back; see form.h.
#include <stdlib.h>
#include <string.h>

#include "pack/kind.h"
#include "view/form.h"

struct form_reading {
    const struct ground *g;
    const struct form *form;
    const char *at;   // behind the group
    const char *word; // the group, in the arena
    struct answers *out;
    const char **why;
};

static bool next_word(struct form_reading *r)
{
    static const char blanks[] = " \t\r\n";
    r->at += strspn(r->at, blanks);
    size_t len = strcspn(r->at, blanks);
    r->word = arena_strndup(r->g->arena, r->at, len);
    r->at += len;
    return len;
}

// A whole number of at most six digits; -1: none.
static int number_in(const char *word, const char **end)
{
    char *behind;
    if (*word < '0' || *word > '9')
        return -1;
    long number = strtol(word, &behind, 10);
    *end = behind;
    return number <= 999999 ? (int)number : -1;
}

static bool read_choice(const struct question *q, const char *word, struct answer *a)
{
    const char *end;
    int number = number_in(word, &end);
    if (number < 1 || number > q->n_choices || *end)
        return false;
    a->state = answer_unsure(q, number - 1) ? ANSWER_UNKNOWN : ANSWER_GIVEN;
    a->value = number - 1;
    return true;
}

static bool read_boxes(const struct question *q, const char *word, struct answer *a)
{
    a->state = ANSWER_GIVEN;
    if (!strcmp(word, "0"))
        return true;
    for (const char *at = word;; at++) {
        int number = number_in(at, &at);
        if (number < 1 || number > q->n_choices)
            return false;
        a->value |= (int64_t)1 << (number - 1);
        if (!*at)
            return true;
        if (*at != ',')
            return false;
    }
}

static bool read_country(const struct pack *pack, const struct question *q, const char *word,
                         struct answer *a)
{
    char code[16];
    size_t len = strlen(word);
    if (q->n_choices && read_choice(q, word, a)) {
        a->value += pack->n_countries;
        return true;
    }
    if (len >= sizeof code)
        return false;
    for (size_t i = 0; i <= len; i++)
        code[i] = word[i] >= 'a' && word[i] <= 'z' ? (char)(word[i] - 32) : word[i];
    a->value = pack_country(pack, code);
    a->state = ANSWER_GIVEN;
    return a->value >= 0;
}

static const char *wanted_words(const struct question *q)
{
    switch (kind_classes(q)) {
    case CLASSES_CHOICES:
        return _("the number of a box");
    case CLASSES_BOXES:
        return _("numbers of boxes such as 1,3,8, or 0");
    default:
        return _("the two letters of a country");
    }
}

static int refuse(struct form_reading *r, int sheet, int place, const char *wanted)
{
    *r->why = arena_printf(r->g->arena, _("sheet %d, question %d: “%s” is not right here; %s"),
                           sheet, place + 1, r->word, wanted);
    return -1;
}

// The sheet prints the number of the question before the blank, "3:____"; whoever types it too is
// understood, as long as it is that question.
static void pass_number(struct form_reading *r, int place)
{
    const char *end;
    if (number_in(r->word, &end) == place + 1 && *end == ':' && end[1])
        r->word = end + 1;
}

static int read_group(struct form_reading *r, int sheet, int place)
{
    const struct pack *pack = r->g->pack;
    int32_t question = r->form->questions[place];
    const struct question *q = &pack->questions[question];
    struct answer *a = &r->out->of[question];
    const char *error = NULL;
    bool good;
    pass_number(r, place);
    if (!strcmp(r->word, "-"))
        return 0;
    *a = (struct answer){.state = ANSWER_UNKNOWN};
    if (!strcmp(r->word, "?") && q->unknown_allowed)
        return 0;
    switch (kind_classes(q)) {
    case CLASSES_CHOICES:
        good = read_choice(q, r->word, a);
        break;
    case CLASSES_BOXES:
        good = read_boxes(q, r->word, a);
        break;
    case CLASSES_COUNTRIES:
        good = read_country(pack, q, r->word, a);
        break;
    default:
        good = !field_read(r->g, question, r->word, a, &error);
    }
    return good ? 0 : refuse(r, sheet, place, error ? error : wanted_words(q));
}

static int read_sheet(struct form_reading *r, int sheet)
{
    for (int i = 0; i < r->form->n; i++) {
        if (r->form->sheet[i] != sheet || !form_in_line(r->g->pack, r->form->questions[i]))
            continue;
        if (!next_word(r)) {
            *r->why = arena_printf(
                r->g->arena, _("sheet %d ends before question %d; type - for one left empty."),
                sheet, i + 1);
            return -1;
        }
        if (read_group(r, sheet, i))
            return -1;
    }
    return 0;
}

// "2 4711", with which the line of a sheet begins. Returns the sheet, or -1.
static int read_head(struct form_reading *r, const uint64_t *seen)
{
    const char *end = "";
    int sheet = number_in(r->word, &end);
    if (sheet < 1 || sheet > r->form->n_sheets || *end || sheet > FORM_MOST_SHEETS) {
        *r->why =
            arena_printf(r->g->arena, _("“%s”: here the number of a sheet is wanted, 1 to %d."),
                         r->word, r->form->n_sheets);
        return -1;
    }
    if (seen[sheet / 64] >> sheet % 64 & 1) {
        *r->why = arena_printf(r->g->arena, _("sheet %d is there twice."), sheet);
        return -1;
    }
    if (next_word(r) && number_in(r->word, &end) == r->form->number && !*end)
        return sheet;
    *r->why =
        arena_printf(r->g->arena,
                     _("sheet %d belongs to another form, “%s”; this one is %d. Print it again, "
                       "or name the day of the sheet with --as-of."),
                     sheet, r->word, r->form->number);
    return -1;
}

int form_read(const struct ground *g, const struct form *form, const char *lines,
              struct answers *out, const char **why)
{
    struct form_reading r = {.g = g, .form = form, .at = lines, .out = out, .why = why};
    uint64_t seen[(FORM_MOST_SHEETS + 64) / 64] = {0};
    bool any = false;
    out->of[g->pack->q_destination] =
        (struct answer){.state = ANSWER_GIVEN, .value = form->destination};
    while (next_word(&r)) {
        int sheet = read_head(&r, seen);
        if (sheet < 0 || read_sheet(&r, sheet))
            return -1;
        seen[sheet / 64] |= (uint64_t)1 << sheet % 64;
        any = true;
    }
    if (any)
        return 0;
    *why = _("the line of a sheet is wanted: its number, the form's number, then the answers.");
    return -1;
}
