// SPDX-License-Identifier: MIT
#include "engine/answers.h"
#include <string.h>
#include "base/utf8.h"
#include "pack/kind.h"
#include "pack/value.h"

enum { WORD_ROOM = 64 }; // numbers and dates are shorter

bool answer_valid(const struct pack *pack, int32_t question, int64_t value, int32_t as_of)
{
    const struct question *q = &pack->questions[question];
    switch (kind_of(q->type)->classes) {
    case CLASSES_NONE:
        return value == 1;
    case CLASSES_CHOICES:
        return value >= 0 && value < q->n_choices && !q->choices[value].counts_as_unknown;
    case CLASSES_BOXES:
        return value >= 0 && value >> q->n_choices == 0;
    case CLASSES_COUNTRIES:
        return value >= 0 && value < pack->n_countries + q->n_choices;
    case CLASSES_CUTS:
        return value_allowed(q, value, as_of);
    }
    return false;
}

bool answer_fits(const struct pack *pack, int32_t question, const struct answer *answer,
                 int32_t as_of)
{
    bool band = answer_is_band(answer);
    return answer_valid(pack, question, answer->value, as_of) &&
           (!band || (kind_of(pack->questions[question].type)->band &&
                      answer_valid(pack, question, answer->last, as_of)));
}

int64_t answer_value(const struct answers *answers, int32_t question)
{
    bool given = question != NONE && answers->of[question].state == ANSWER_GIVEN;
    return given ? answers->of[question].value : NONE;
}

struct whom answers_whom(const struct pack *pack, const struct answers *answers)
{
    int64_t award = answer_value(answers, pack->q_award_country);
    return (struct whom){answer_value(answers, pack->q_profession),
                         answer_value(answers, pack->q_level),
                         award != NONE && award == answer_value(answers, pack->q_destination)};
}

// "It was never online", "in no ranking".
static bool says_none(const struct question *q, const struct answer *a)
{
    return q->none_label.words && q->min.kind == BOUND_CONSTANT && a->value == q->min.value;
}

static int64_t highest(const struct answer *a)
{
    return answer_is_band(a) ? a->last : a->value;
}

// Does another question's answer bound this one? "Never" and "in none" do not.
static bool bounds(const struct pack *pack, const struct answers *answers, int32_t other)
{
    return other != NONE && answers->of[other].state == ANSWER_GIVEN &&
           !says_none(&pack->questions[other], &answers->of[other]);
}

bool answer_left(const struct pack *pack, const struct answers *answers, int32_t question,
                 int64_t *first, int64_t *last)
{
    const struct question *q = &pack->questions[question];
    bool below = bounds(pack, answers, q->not_after),
         above = !q->none_label.words && bounds(pack, answers, q->not_before);
    *first = above ? answers->of[q->not_before].value : INT64_MIN;
    *last = below ? highest(&answers->of[q->not_after]) : INT64_MAX;
    return below || above;
}

// What is usual of the destination's own list: a short list that frees from the procedure does not
// name most institutions, a list of those that are looked at more closely neither.
static int32_t usual_of_list(const struct pack *pack, const struct answers *answers,
                             int32_t question)
{
    enum list_kind kind = 0;
    while (kind < LIST_KINDS && question != pack->q_list[kind])
        kind++;
    if (kind == LIST_KINDS)
        return NONE;
    const struct destination *d =
        pack_destination(pack, answer_value(answers, pack->q_destination));
    return d ? destination_list_usual(d, kind, answer_value(answers, pack->q_profession)) : NONE;
}

// The answer after which something else is usual; NONE.
static int64_t usual_by(const struct pack *pack, const struct answers *answers,
                        const struct question *q)
{
    int64_t level = q->usual_levels ? answer_value(answers, pack->q_level) : NONE;
    bool other = q->usual_levels && (level == NONE || !(q->usual_levels >> level & 1));
    return other ? NONE : answer_value(answers, q->usual_by);
}

bool answer_usual_value(const struct pack *pack, const struct answers *answers, int32_t question,
                        int64_t *value)
{
    const struct question *q = &pack->questions[question];
    int32_t of_list = usual_of_list(pack, answers, question);
    int64_t by = usual_by(pack, answers, q);
    *value = by != NONE        ? q->usual_each[by]
             : of_list != NONE ? of_list
             : q->has_usual    ? q->usual
                               : USUAL_NONE;
    if (*value == USUAL_NONE && q->usual_from < 0)
        return false;
    int64_t first, last;
    if (answer_left(pack, answers, question, &first, &last))
        *value = *value > last ? last : *value < first ? first : *value;
    if (q->usual_from < 0)
        return true;
    *value = answers->of[q->usual_from].value;
    return answers->of[q->usual_from].state == ANSWER_GIVEN && *value < pack->n_countries;
}

bool answer_usual(const struct pack *pack, const struct answers *answers, int32_t question,
                  int64_t *value)
{
    return answers->of[question].state == ANSWER_ABSENT &&
           answer_usual_value(pack, answers, question, value);
}

static bool is_unknown(const char *word, size_t length)
{
    return length == 7 && !memcmp(word, "unknown", 7);
}

bool answers_clash(const struct pack *pack, int32_t question, const struct answer *answer,
                   int32_t earlier, const struct answer *other)
{
    const struct question *q = &pack->questions[question];
    if (answer->state != ANSWER_GIVEN || other->state != ANSWER_GIVEN || says_none(q, answer) ||
        says_none(&pack->questions[earlier], other))
        return false;
    return (q->not_after == earlier && answer->value > highest(other)) ||
           (q->not_before == earlier && highest(answer) < other->value);
}

bool answer_unticked(const struct question *q, const struct answer *answer)
{
    return q->tick.words && (answer->state == ANSWER_ABSENT ||
                             (answer->state == ANSWER_GIVEN && answer->value == q->usual));
}

bool answer_unsure(const struct question *q, int64_t value)
{
    return kind_classes(q) == CLASSES_CHOICES && value >= 0 && value < q->n_choices &&
           q->choices[value].counts_as_unknown;
}

int answer_parse(const struct pack *pack, int32_t question, const char *word, size_t length,
                 int32_t as_of, struct answer *answer)
{
    const struct question *q = &pack->questions[question];
    const struct kind *kind = kind_of(q->type);
    int64_t value = 0, last = 0;
    char ascii[WORD_ROOM];
    bool boxes = kind->classes == CLASSES_BOXES, text = kind->classes == CLASSES_NONE;
    if (is_unknown(word, length)) {
        *answer = (struct answer){.state = ANSWER_UNKNOWN};
        return 0;
    }
    if (kind_ordered(kind) && length <= sizeof ascii && !utf8_ascii(word, length)) {
        length = utf8_ascii_numbers(ascii, word, length);
        word = ascii;
    }
    if (kind->parse(pack, q, word, length, &value) &&
        kind_band(q->type, word, length, &value, &last))
        return -1;
    if (answer_unsure(q, value)) {
        *answer = (struct answer){.state = ANSWER_UNKNOWN};
        return 0;
    }
    if (boxes && answer->state == ANSWER_GIVEN)
        value |= answer->value;
    const struct answer read = {.state = ANSWER_GIVEN,
                                .value = value,
                                .last = last,
                                .text = text ? word : NULL,
                                .text_length = text ? (int32_t)length : 0};
    if (!answer_fits(pack, question, &read, as_of))
        return -1;
    *answer = read;
    return 0;
}

enum answer_text answer_read_text(const struct question *question, char *words, size_t length,
                                  struct answer *answer)
{
    if (is_unknown(words, length)) {
        *answer = (struct answer){.state = ANSWER_UNKNOWN};
        return ANSWER_TEXT_GOOD;
    }
    length = utf8_tidy(words, words, length);
    size_t blank = length && *words == ' ';
    if (length > blank && words[length - 1] == ' ')
        length--;
    if (length == blank)
        return ANSWER_TEXT_EMPTY;
    words += blank;
    length -= blank;
    if (!kind_text_fits(question, words, length))
        return ANSWER_TEXT_LONG;
    *answer = (struct answer){
        .state = ANSWER_GIVEN, .text_length = (int32_t)length, .value = 1, .text = words};
    return ANSWER_TEXT_GOOD;
}

void answer_print(struct text *out, const struct pack *pack, int32_t question,
                  const struct answer *answer)
{
    const struct question *q = &pack->questions[question];
    const struct kind *kind = kind_of(q->type);
    if (answer->state != ANSWER_GIVEN) {
        text_add(out, answer->state == ANSWER_UNKNOWN ? "unknown" : "");
    } else if (answer->text) {
        text_bytes(out, answer->text, (size_t)answer->text_length);
    } else if (kind->print) {
        kind->print(out, pack, q, answer->value);
        if (answer_is_band(answer)) {
            text_char(out, '-');
            kind->print(out, pack, q, answer->last);
        }
    }
}

void answer_json(struct text *out, const struct pack *pack, int32_t question,
                 const struct answer *answer)
{
    if (answer->state == ANSWER_GIVEN && answer->text) {
        text_json_n(out, answer->text, (size_t)answer->text_length);
    } else if (answer->state == ANSWER_GIVEN && !answer_is_band(answer)) {
        kind_json(out, pack, &pack->questions[question], answer->value);
    } else if (answer->state == ANSWER_ABSENT) {
        text_add(out, "null");
    } else { // a band, or "unknown"
        text_char(out, '"');
        answer_print(out, pack, question, answer);
        text_char(out, '"');
    }
}

void answers_tick(const struct pack *pack, struct answers *answers, uint64_t *ticks,
                  int32_t document)
{
    int32_t choice = pack->documents[document].held_by;
    bits_set(ticks, (size_t)document);
    answers->ticks = ticks;
    if (choice == NONE)
        return;
    struct answer *held = &answers->of[pack->q_documents_held];
    int64_t before = held->state == ANSWER_GIVEN ? held->value : 0;
    *held = (struct answer){.state = ANSWER_GIVEN, .value = before | (int64_t)1 << choice};
}

void answers_json(struct text *out, const struct pack *pack, const struct answers *answers)
{
    const char *comma = "";
    text_char(out, '{');
    for (int32_t q = 0; q < pack->n_questions; q++) {
        if (answers->of[q].state == ANSWER_ABSENT)
            continue;
        text_add(out, comma);
        text_json(out, pack->questions[q].id);
        text_char(out, ':');
        answer_json(out, pack, q, &answers->of[q]);
        comma = ",";
    }
    text_char(out, '}');
}

void answers_of_case(struct answers *out, const struct worked_case *c)
{
    memset(out, 0, sizeof *out);
    for (int32_t i = 0; i < c->n_answers; i++) {
        const struct case_answer *a = &c->answers[i];
        out->of[a->question] =
            (struct answer){.state = a->unknown ? ANSWER_UNKNOWN : ANSWER_GIVEN,
                            .value = a->value,
                            .last = a->last,
                            .text = a->text,
                            .text_length = a->text ? (int32_t)strlen(a->text) : 0};
    }
}
