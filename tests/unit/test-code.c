// SPDX-License-Identifier: MIT
// Codes: every worked case of the shipped pack comes back; no altered sign and no swap of
// neighbours is taken for another case.
#include "tests/unit/unit.h"
#include "tests/unit/shipped.h"
#include <stdlib.h>
#include <string.h>
#include "case/code.h"
#include "case/code_answer.h"
#include "case/code_bits.h"
#include "pack/kind.h"
#include "pack/read/load.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
static const struct pack *pack;

static int set_up(void **state)
{
    (void)state;
    pack = shipped_open(LOAD_CASES);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pack_free(pack);
    return 0;
}

static bool same(const struct answer *a, const struct answer *b)
{
    return a->state == b->state &&
           (a->state != ANSWER_GIVEN || (a->value == b->value && a->last == b->last));
}

static char *write(const struct answers *answers, int32_t outcome)
{
    struct text out = TEXT_INIT;
    int32_t question;
    assert_int_equal(code_write(&out, pack, answers, outcome, NULL, &question), 0);
    assert_true(strspn(text_str(&out), "0123456789ABCDEFGHJKMNPQRSTVWXYZ-") == out.len);
    char *code = strdup(text_str(&out));
    text_release(&out);
    assert_non_null(code);
    return code;
}

static int signs_of(const char *code)
{
    int n = 0;
    for (; *code; code++)
        n += *code != '-';
    return n;
}

static void test_worked_cases(void **state)
{
    (void)state;
    static struct code code;
    for (int32_t i = 0; i < pack->n_cases; i++) {
        struct answers answers;
        answers_of_case(&answers, &pack->cases[i]);
        char *words = write(&answers, i % pack->n_outcomes);
        assert_int_equal(code_read(pack, pack->cases[i].as_of, words, &code), CODE_GOOD);
        assert_in_range(signs_of(words), CODE_LEAST_SIGNS, 60);
        assert_string_equal(code.version, pack->version);
        assert_int_equal(code.outcome, i % pack->n_outcomes);
        for (int32_t q = 0; q < pack->n_questions; q++)
            if (kind_of(pack->questions[q].type)->classes == CLASSES_NONE)
                assert_int_not_equal(code.answers.of[q].state, ANSWER_GIVEN);
            else if (!same(&answers.of[q], &code.answers.of[q]))
                fail_msg("%s: %s", pack->cases[i].id, pack->questions[q].id);
        for (int32_t q = 0; q < pack->n_questions; q++)
            assert_true(answers.of[q].text || !answers.of[q].text_length);
        assert_false(question_set_any(&code.lost) || code.newer || code.n_gone);
        free(words);
    }
}

// Every answer that a question allows at its ends, and "I don't know".
static void test_all_kinds(void **state)
{
    (void)state;
    static struct code code;
    for (int32_t q = 0; q < pack->n_questions; q++)
        for (int64_t v = -1; v < 1100; v++) {
            struct answers answers = {0};
            struct answer *a = &answers.of[q];
            *a = (struct answer){.state = v < 0 ? ANSWER_UNKNOWN : ANSWER_GIVEN};
            bool numbers = kind_of(pack->questions[q].type)->classes == CLASSES_CUTS;
            a->value = numbers ? v * 500 : v;
            if (v >= 0 && !answer_fits(pack, q, a, 20261101))
                continue;
            char *words = write(&answers, 0);
            assert_int_equal(code_read(pack, 20261101, words, &code), CODE_GOOD);
            if (kind_of(pack->questions[q].type)->classes != CLASSES_NONE || v < 0)
                assert_true(same(a, &code.answers.of[q]));
            free(words);
        }
}

// What is left out is not there; a number with three decimals, a band and a year far away are.
static void test_rare(void **state)
{
    (void)state;
    static struct code code;
    struct answers answers = {0};
    struct question_set without = {{0}};
    struct text out = TEXT_INIT;
    int32_t displaced = pack_question(pack, "displaced"), question;
    int32_t rank = pack_question(pack, "best_rank"), years = pack_question(pack, "duration_years");
    answers.of[displaced] = (struct answer){.state = ANSWER_GIVEN, .value = 1};
    answers.of[rank] = (struct answer){.state = ANSWER_GIVEN, .value = 101000, .last = 200000};
    answers.of[years] = (struct answer){.state = ANSWER_GIVEN, .value = 3125};
    question_set_add(&without, displaced);
    assert_int_equal(code_write(&out, pack, &answers, NONE, &without, &question), 0);
    assert_int_equal(code_read(pack, 20261101, text_str(&out), &code), CODE_GOOD);
    assert_int_equal(code.outcome, NONE);
    assert_int_equal(code.answers.of[displaced].state, ANSWER_ABSENT);
    assert_true(same(&answers.of[rank], &code.answers.of[rank]));
    assert_true(same(&answers.of[years], &code.answers.of[years]));
    text_release(&out);
}

static void refused(const char *words)
{
    static struct code code;
    assert_int_equal(code_read(pack, 20261101, words, &code), CODE_ALTERED);
}

static void test_slips(void **state)
{
    (void)state;
    for (int32_t i = 0; i < pack->n_cases; i += 9) {
        struct answers answers;
        answers_of_case(&answers, &pack->cases[i]);
        char *words = write(&answers, 0);
        for (size_t at = 0; words[at]; at++) {
            char right = words[at];
            for (const char *sign = alphabet; right != '-' && *sign; sign++) {
                words[at] = *sign;
                if (*sign != right)
                    refused(words);
            }
            words[at] = right;
            size_t next = words[at + 1] == '-' ? at + 2 : at + 1;
            if (right == '-' || !words[at + 1] || words[next] == right)
                continue;
            words[at] = words[next];
            words[next] = right;
            refused(words);
            words[next] = words[at];
            words[at] = right;
        }
        free(words);
    }
}

// As people type it: small letters, blanks, O for 0, letters of a Cyrillic keyboard.
static void test_typed(void **state)
{
    (void)state;
    static const char *const rows[] = {"0123456789ABCDEFGHJKMNPQRSTVWXYZ",
                                       " 01-23.45_67 89 abcde fghjk mnpqr stvwx yz\n",
                                       "Oi2345678 9АВСДЕ", "oL", "оІ"};
    struct code_bits bits;
    (void)state;
    assert_int_equal(code_bits_read(&bits, rows[0]), CODE_SIGNS_ALTERED);
    struct code_bits other;
    assert_int_equal(code_bits_read(&other, rows[1]), CODE_SIGNS_ALTERED);
    assert_memory_equal(bits.signs, other.signs, 32);
    assert_int_equal(code_bits_read(&other, rows[2]), CODE_SIGNS_NONE); // Д is like nothing
    code_bits_read(&bits, "01000АВСЕНКМРТХУ");
    code_bits_read(&other, "OIo00ABCEHKMPTXY");
    assert_memory_equal(bits.signs, other.signs, 16);
    static const char *const none[] = {"", "-", "A", "1U", "code!", "Привет, мир"};
    static struct code code;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(code_read(pack, 20261101, none[i], &code), CODE_NONE);
}

// Any row of signs with the right check signs is read to its end and no further.
static void test_anything(void **state)
{
    (void)state;
    static struct code code;
    uint32_t random = 1;
    struct answers answers;
    answers_of_case(&answers, &pack->cases[0]);
    char *words = write(&answers, 0);
    for (int round = 0; round < 20000; round++) {
        struct code_bits bits;
        struct text out = TEXT_INIT;
        code_bits_read(&bits, words);
        bits.n = 30; // the format, the pack, the version
        memset(bits.signs + 6, 0, sizeof bits.signs - 6);
        for (int i = 0; i < round % 30; i++) {
            random = random * 1664525 + 1013904223;
            code_bits_put(&bits, random >> 8, 17);
        }
        code_bits_write(&bits, CODE_LEAST_SIGNS, &out);
        enum code_fault fault = code_read(pack, 20261101, text_str(&out), &code);
        assert_true(fault == CODE_GOOD || fault == CODE_ALTERED || fault == CODE_OTHER_PACK ||
                    fault == CODE_NEWER);
        for (int32_t q = 0; fault == CODE_GOOD && q < pack->n_questions; q++)
            if (code.answers.of[q].state == ANSWER_GIVEN)
                assert_true(answer_fits(pack, q, &code.answers.of[q], 20261101));
        text_release(&out);
    }
    free(words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_cases), cmocka_unit_test(test_all_kinds),
        cmocka_unit_test(test_rare),         cmocka_unit_test(test_slips),
        cmocka_unit_test(test_typed),        cmocka_unit_test(test_anything),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
