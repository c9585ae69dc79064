// SPDX-License-Identifier: MIT
#include "case/code_answer.h"

#include <stdio.h>
#include "pack/kind.h"

enum { BITS_PER_CHAR = 7 };
enum { COUNTRY_BITS = 10, LETTERS = 26, COUNTRY_UNKNOWN = 26 * 26, COUNTRY_EXTRA, COUNTRY_PART };
enum { FIRST_YEAR = 1900, YEAR_BITS = 8, WIDE_YEAR_BITS = 14 };
// How an ordered value is written.
enum { FORM_UNKNOWN, FORM_WHOLE, FORM_HALF, FORM_OTHER };

uint64_t code_zigzag(int64_t n)
{
    return n < 0 ? (uint64_t)(-(n + 1)) * 2 + 1 : (uint64_t)n * 2;
}

int64_t code_unzigzag(uint64_t n)
{
    return n & 1 ? -(int64_t)(n / 2) - 1 : (int64_t)(n / 2);
}

// The number of a choice in a row; -1: it has none.
static int32_t number_of(const struct code_row *row, int64_t choice)
{
    for (int32_t i = 0; i < row->n_choices; i++)
        if (row->choice_of[i] == choice)
            return i;
    return -1;
}

static int put_choice(struct code_bits *bits, const struct code_row *row, const struct answer *a)
{
    int32_t number = a->state == ANSWER_GIVEN ? number_of(row, a->value) : -1;
    code_bits_put_small(bits, (uint32_t)(number + 1), 3);
    return a->state == ANSWER_GIVEN && number < 0 ? -1 : 0;
}

static int put_boxes(struct code_bits *bits, const struct code_row *row, const struct answer *a)
{
    uint64_t numbers = 0;
    uint32_t n = 0;
    for (int64_t left = a->state == ANSWER_GIVEN ? a->value : 0; left; left &= left - 1) {
        int32_t number = number_of(row, __builtin_ctzll((unsigned long long)left));
        if (number < 0)
            return -1;
        numbers |= (uint64_t)1 << number;
        n = n > (uint32_t)number + 1 ? n : (uint32_t)number + 1;
    }
    code_bits_put_small(bits, a->state == ANSWER_GIVEN ? n + 1 : 0, 3);
    for (uint32_t i = 0; i < n; i++)
        code_bits_put(bits, numbers >> i & 1, 1);
    return 0;
}

// "KZ" in one number, "GB-SCT" with its part behind it.
static int put_country(struct code_bits *bits, const struct pack *pack, const struct code_row *row,
                       const struct answer *a)
{
    if (a->state != ANSWER_GIVEN) {
        code_bits_put(bits, COUNTRY_UNKNOWN, COUNTRY_BITS);
        return 0;
    }
    if (a->value >= pack->n_countries) {
        int32_t number = number_of(row, a->value - pack->n_countries);
        if (number < 0)
            return -1;
        code_bits_put(bits, COUNTRY_EXTRA, COUNTRY_BITS);
        code_bits_put_small(bits, (uint32_t)number, 3);
        return 0;
    }
    const char *code = pack->countries[a->value], *part = code + 2;
    if (*part)
        code_bits_put(bits, COUNTRY_PART, COUNTRY_BITS);
    code_bits_put(bits, (uint32_t)((code[0] - 'A') * LETTERS + (code[1] - 'A')), COUNTRY_BITS);
    for (; *part && *++part;)
        code_bits_put(bits, (unsigned char)*part, BITS_PER_CHAR);
    if (code[2])
        code_bits_put(bits, 0, BITS_PER_CHAR);
    return 0;
}

static void put_number(struct code_bits *bits, const struct answer *a)
{
    bool band = answer_is_band(a), whole = a->value % NUMBER_SCALE == 0;
    bool half = !whole && a->value % (NUMBER_SCALE / 2) == 0;
    code_bits_put(bits, band ? FORM_OTHER : whole ? FORM_WHOLE : half ? FORM_HALF : FORM_OTHER, 2);
    if (whole && !band) {
        code_bits_put_number(bits, code_zigzag(a->value / NUMBER_SCALE), 4);
    } else if (half) {
        code_bits_put_number(bits, code_zigzag(a->value / (NUMBER_SCALE / 2)), 4);
    } else {
        code_bits_put(bits, band, 1);
        code_bits_put_number(bits, code_zigzag(a->value), 6);
        if (band)
            code_bits_put_number(bits, (uint64_t)(a->last - a->value), 6);
    }
}

// Of a year: FORM_WHOLE with eight bits, FORM_OTHER with fourteen.
static void put_year(struct code_bits *bits, int64_t year)
{
    bool near = year >= FIRST_YEAR && year < FIRST_YEAR + (1 << YEAR_BITS);
    code_bits_put(bits, near ? FORM_WHOLE : FORM_OTHER, 2);
    code_bits_put(bits, (uint32_t)(near ? year - FIRST_YEAR : year),
                  near ? YEAR_BITS : WIDE_YEAR_BITS);
}

static void put_ordered(struct code_bits *bits, enum question_type type, const struct answer *a)
{
    if (a->state != ANSWER_GIVEN) {
        code_bits_put(bits, FORM_UNKNOWN, 2);
        return;
    }
    if (type == Q_YEAR) {
        put_year(bits, a->value / NUMBER_SCALE);
    } else if (type == Q_MONTH || type == Q_DATE) {
        put_year(bits, a->value / 10000);
        code_bits_put(bits, (uint32_t)(a->value / 100 % 100), 4);
        if (type == Q_DATE)
            code_bits_put(bits, (uint32_t)(a->value % 100), 5);
    } else {
        put_number(bits, a);
    }
}

int code_answer_put(struct code_bits *bits, const struct pack *pack, const struct code_row *row,
                    const struct answer *a)
{
    switch (kind_of(row->type)->classes) {
    case CLASSES_NONE:
        return 0; // only that it is not known
    case CLASSES_CHOICES:
        return put_choice(bits, row, a);
    case CLASSES_BOXES:
        return put_boxes(bits, row, a);
    case CLASSES_COUNTRIES:
        return put_country(bits, pack, row, a);
    case CLASSES_CUTS:
        put_ordered(bits, row->type, a);
        return 0;
    }
    return -1;
}

// ---- reading ----------------------------------------------------------------------------------

static bool take_choice(struct code_bits *bits, const struct code_row *row, struct answer *a)
{
    uint32_t number = code_bits_take_small(bits, 3);
    if (!number)
        return true;
    if (number > (uint32_t)row->n_choices)
        return false;
    *a = (struct answer){.state = ANSWER_GIVEN, .value = row->choice_of[number - 1]};
    return true;
}

static bool take_boxes(struct code_bits *bits, const struct code_row *row, struct answer *a)
{
    uint32_t n = code_bits_take_small(bits, 3);
    bool all = true;
    if (!n)
        return true;
    a->state = ANSWER_GIVEN;
    for (uint32_t i = 0; i + 1 < n && !bits->full; i++) {
        if (!code_bits_take(bits, 1))
            continue;
        bool known = i < (uint32_t)row->n_choices && row->choice_of[i] >= 0;
        if (known)
            a->value |= (int64_t)1 << row->choice_of[i];
        all &= known;
    }
    return all;
}

static bool take_country(struct code_bits *bits, const struct pack *pack,
                         const struct code_row *row, struct answer *a)
{
    char code[16] = "";
    uint32_t number = code_bits_take(bits, COUNTRY_BITS);
    if (number == COUNTRY_UNKNOWN)
        return true;
    a->state = ANSWER_GIVEN;
    if (number == COUNTRY_EXTRA) {
        uint32_t extra = code_bits_take_small(bits, 3);
        if (extra >= (uint32_t)row->n_choices || row->choice_of[extra] < 0)
            return false;
        a->value = pack->n_countries + row->choice_of[extra];
        return true;
    }
    bool part = number == COUNTRY_PART;
    if (part)
        number = code_bits_take(bits, COUNTRY_BITS);
    size_t len =
        (size_t)snprintf(code, sizeof code, "%c%c%s", 'A' + (int)(number / LETTERS % LETTERS),
                         'A' + (int)(number % LETTERS), part ? "-" : "");
    for (uint32_t c; part && len + 1 < sizeof code && (c = code_bits_take(bits, BITS_PER_CHAR));)
        code[len++] = (char)c;
    a->value = pack_country(pack, code);
    return a->value >= 0;
}

static bool take_number(struct code_bits *bits, uint32_t form, struct answer *a)
{
    bool band = form == FORM_OTHER && code_bits_take(bits, 1);
    int64_t number = code_unzigzag(code_bits_take_number(bits, form == FORM_OTHER ? 6 : 4)),
            limit = (int64_t)1 << 50; // what comes of a broken code must not overflow
    if (number > limit || number < -limit)
        return false;
    a->value = number * (form == FORM_WHOLE  ? NUMBER_SCALE
                         : form == FORM_HALF ? NUMBER_SCALE / 2
                                             : 1);
    if (band)
        a->last = a->value + (int64_t)(code_bits_take_number(bits, 6) & (((uint64_t)1 << 50) - 1));
    return !band || answer_is_band(a);
}

static bool take_ordered(struct code_bits *bits, enum question_type type, struct answer *a)
{
    uint32_t form = code_bits_take(bits, 2);
    if (form == FORM_UNKNOWN)
        return true;
    a->state = ANSWER_GIVEN;
    if (type != Q_YEAR && type != Q_MONTH && type != Q_DATE)
        return take_number(bits, form, a);
    int64_t year = form == FORM_WHOLE ? FIRST_YEAR + (int64_t)code_bits_take(bits, YEAR_BITS)
                                      : (int64_t)code_bits_take(bits, WIDE_YEAR_BITS);
    a->value = type == Q_YEAR ? year * NUMBER_SCALE : year * 10000;
    if (type != Q_YEAR)
        a->value += (int64_t)code_bits_take(bits, 4) * 100;
    if (type == Q_DATE)
        a->value += (int64_t)code_bits_take(bits, 5);
    return form != FORM_HALF;
}

bool code_answer_take(struct code_bits *bits, const struct pack *pack, const struct code_row *row,
                      struct answer *a)
{
    *a = (struct answer){.state = ANSWER_UNKNOWN};
    switch (kind_of(row->type)->classes) {
    case CLASSES_NONE:
        return true;
    case CLASSES_CHOICES:
        return take_choice(bits, row, a);
    case CLASSES_BOXES:
        return take_boxes(bits, row, a);
    case CLASSES_COUNTRIES:
        return take_country(bits, pack, row, a);
    case CLASSES_CUTS:
        return take_ordered(bits, row->type, a);
    }
    return false;
}
