// SPDX-License-Identifier: MIT
#include "case/code.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "case/code_answer.h"
#include "case/code_bits.h"
#include "pack/kind.h"

enum { FORMAT = 1, FORMAT_BITS = 3, PACK_BITS = 10, OUTCOME_BITS = 5, NO_OUTCOME = 31 };
enum { ROWS_BITS = 8, VERSION_YEAR = 2026, MOST_NUMBERS = 3, BITS_PER_CHAR = 7 };

// ---- pack and version --------------------------------------------------------------------------

static uint32_t pack_number(const struct pack *pack)
{
    return (uint32_t)(hash_string(pack->id) >> 13 & ((1u << PACK_BITS) - 1));
}

// The numbers of "2026.11.1"; 0 where it is not written just so.
static int version_numbers(const char *version, long numbers[MOST_NUMBERS])
{
    char again[CODE_VERSION_ROOM] = "";
    int n = 0;
    for (const char *at = version; n < MOST_NUMBERS && *at >= '0' && *at <= '9';) {
        char *end;
        numbers[n++] = strtol(at, &end, 10);
        at = *end == '.' ? end + 1 : end;
    }
    for (int i = 0, len = 0; i < n; i++)
        len += snprintf(again + len, sizeof again - (size_t)len, "%s%ld", i ? "." : "", numbers[i]);
    return !strcmp(again, version) ? n : 0;
}

static void put_version(struct code_bits *bits, const char *version)
{
    long numbers[MOST_NUMBERS];
    int n = version_numbers(version, numbers);
    code_bits_put(bits, (uint32_t)n, 2);
    for (int i = 0; i < n; i++)
        code_bits_put_number(bits, code_zigzag(numbers[i] - (i ? 0 : VERSION_YEAR)), 4);
    if (n)
        return;
    size_t len = strlen(version);
    if (len >= CODE_VERSION_ROOM)
        len = CODE_VERSION_ROOM - 1;
    code_bits_put(bits, (uint32_t)len, 6);
    for (size_t i = 0; i < len; i++)
        code_bits_put(bits, (unsigned char)version[i] & 0x7F, BITS_PER_CHAR);
}

static void take_version(struct code_bits *bits, char version[CODE_VERSION_ROOM])
{
    uint32_t n = code_bits_take(bits, 2), len = 0;
    for (uint32_t i = 0; i < n; i++)
        len += (uint32_t)snprintf(version + len, CODE_VERSION_ROOM - len, "%s%lld", i ? "." : "",
                                  (long long)code_unzigzag(code_bits_take_number(bits, 4)) +
                                      (i ? 0 : VERSION_YEAR));
    if (n)
        return;
    len = code_bits_take(bits, 6);
    for (uint32_t i = 0; i < len; i++) {
        uint32_t c = code_bits_take(bits, BITS_PER_CHAR);
        version[i] = c > ' ' && c < 0x7F ? (char)c : '?';
    }
    version[len] = '\0';
}

// ---- the whole ---------------------------------------------------------------------------------

static bool is_held(const struct pack *pack, const struct answers *answers,
                    const struct question_set *leave_out, int32_t question)
{
    const struct answer *a = &answers->of[question];
    bool words = kind_of(pack->questions[question].type)->classes == CLASSES_NONE;
    return a->state != ANSWER_ABSENT && !(words && a->state == ANSWER_GIVEN) &&
           !(leave_out && question_set_has(leave_out, question));
}

static bool has_number(const struct pack *pack, int32_t question)
{
    for (int32_t r = 0; r < pack->codes.n_rows; r++)
        if (pack->codes.rows[r].question == question)
            return true;
    return false;
}

static uint32_t outcome_number(const struct pack *pack, int32_t outcome)
{
    for (int32_t i = 0; i < pack->codes.n_outcomes; i++)
        if (pack->codes.outcome_of[i] == outcome)
            return (uint32_t)i;
    return NO_OUTCOME;
}

static void put_head(struct code_bits *bits, const struct pack *pack, int32_t outcome)
{
    code_bits_put(bits, FORMAT, FORMAT_BITS);
    code_bits_put(bits, pack_number(pack), PACK_BITS);
    put_version(bits, pack->version);
    code_bits_put(bits, outcome_number(pack, outcome), OUTCOME_BITS);
}

int code_write(struct text *out, const struct pack *pack, const struct answers *answers,
               int32_t outcome, const struct question_set *leave_out, int32_t *question)
{
    struct code_bits bits = {.n = 0};
    const struct code_row *rows = pack->codes.rows;
    bool held[CODE_MAX_ROWS] = {false};
    uint32_t n = 0;
    *question = NONE;
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (pack->codes.n_rows && is_held(pack, answers, leave_out, q) && !has_number(pack, q)) {
            *question = q;
            return -1;
        }
    if (!pack->codes.n_rows)
        return -1;
    for (int32_t r = 0; r < pack->codes.n_rows; r++) {
        held[r] = rows[r].question != NONE && is_held(pack, answers, leave_out, rows[r].question);
        n = held[r] ? (uint32_t)r + 1 : n;
    }
    put_head(&bits, pack, outcome);
    code_bits_put(&bits, n, ROWS_BITS);
    for (uint32_t r = 0; r < n; r++)
        code_bits_put(&bits, held[r], 1);
    for (uint32_t r = 0; r < n; r++)
        if (held[r] && code_answer_put(&bits, pack, &rows[r], &answers->of[rows[r].question])) {
            *question = rows[r].question;
            return -1;
        }
    code_bits_write(&bits, CODE_LEAST_SIGNS, out);
    explicit_bzero(&bits, sizeof bits);
    return 0;
}

static void keep(struct code *code, const struct pack *pack, int32_t as_of, int32_t question,
                 const struct answer *a, bool known)
{
    bool fits = known && (a->state != ANSWER_GIVEN || answer_fits(pack, question, a, as_of));
    if (fits)
        code->answers.of[question] = *a;
    else
        question_set_add(&code->lost, question);
}

static void take_answers(struct code_bits *bits, const struct pack *pack, int32_t as_of,
                         struct code *code)
{
    uint32_t n = code_bits_take(bits, ROWS_BITS);
    bool held[1 << ROWS_BITS];
    for (uint32_t r = 0; r < n; r++)
        held[r] = code_bits_take(bits, 1);
    for (uint32_t r = 0; r < n; r++) {
        struct answer a;
        if (!held[r])
            continue;
        code->newer = r >= (uint32_t)pack->codes.n_rows;
        if (code->newer)
            return;
        const struct code_row *row = &pack->codes.rows[r];
        bool known = code_answer_take(bits, pack, row, &a);
        if (row->question == NONE)
            code->n_gone++;
        else
            keep(code, pack, as_of, row->question, &a, known);
    }
}

enum code_fault code_read(const struct pack *pack, int32_t as_of, const char *words,
                          struct code *code)
{
    struct code_bits bits;
    memset(code, 0, sizeof *code);
    code->outcome = NONE;
    enum code_signs signs = code_bits_read(&bits, words);
    if (signs != CODE_SIGNS_GOOD)
        return signs == CODE_SIGNS_NONE ? CODE_NONE : CODE_ALTERED;
    if (code_bits_take(&bits, FORMAT_BITS) != FORMAT)
        return CODE_NEWER;
    if (code_bits_take(&bits, PACK_BITS) != pack_number(pack))
        return CODE_OTHER_PACK;
    take_version(&bits, code->version);
    uint32_t outcome = code_bits_take(&bits, OUTCOME_BITS);
    if (outcome < (uint32_t)pack->codes.n_outcomes)
        code->outcome = pack->codes.outcome_of[outcome];
    take_answers(&bits, pack, as_of, code);
    bool good = code->newer ? !bits.full : code_bits_ended(&bits, CODE_LEAST_SIGNS);
    explicit_bzero(&bits, sizeof bits);
    return good ? CODE_GOOD : CODE_ALTERED;
}

const char *code_words(struct arena *arena, const struct pack *pack, const struct answers *answers,
                       int32_t outcome, const struct question_set *leave_out)
{
    struct text out = TEXT_INIT;
    int32_t question;
    bool good = !code_write(&out, pack, answers, outcome, leave_out, &question);
    const char *words = good ? arena_strdup(arena, text_str(&out)) : "";
    text_release(&out);
    return words;
}
