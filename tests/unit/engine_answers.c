// SPDX-License-Identifier: MIT
// Answers as words, the grid of their values, and treaties on a day.
#include "tests/unit/unit.h"
#include <stdlib.h>
#include "engine/answers.h"
#include "engine/atlas.h"
#include "pack/kind.h"
#include "pack/value.h"
#include "pack/words.h"
#include "pack/read/load.h"

static const struct pack *load(const char *name)
{
    char dir[4096];
    struct diags diags;
    diags_init(&diags);
    snprintf(dir, sizeof dir, "%s/tests/packs/%s", getenv("TANU_SRC"), name);
    const struct pack *pack = pack_load(dir, 0, &diags);
    diags_release(&diags);
    assert_non_null(pack);
    return pack;
}

static int parse(const struct pack *pack, const char *question, const char *word,
                 struct answer *answer)
{
    return answer_parse(pack, pack_question(pack, question), word, strlen(word), 20261101, answer);
}

static void test_good(void **state)
{
    const struct {
        const char *question, *word;
        enum answer_state state;
        int64_t value;
    } rows[] = {
        {"destination", "CN", ANSWER_GIVEN, 1},
        {"study_country", "none", ANSWER_GIVEN, 5},
        {"study_country", "unknown", ANSWER_UNKNOWN, 0},
        {"purpose", "work", ANSWER_GIVEN, 1},
        {"purpose", "unsure", ANSWER_UNKNOWN, 0},
        {"years", "3.5", ANSWER_GIVEN, 3500},
        {"years", "4", ANSWER_GIVEN, 4000},
        {"years", "4.125", ANSWER_GIVEN, 4125},
        {"years", "4.1250", ANSWER_GIVEN, 4125},
        {"years", "4.12500000000000000000000000", ANSWER_GIVEN, 4125},
        {"years", "3e0", ANSWER_GIVEN, 3000},
        {"years", "0.35E+1", ANSWER_GIVEN, 3500},
        {"years", "3500e-3", ANSWER_GIVEN, 3500},
        {"online_until", "2021-06", ANSWER_GIVEN, 20210600},
        {"online_until", "2026-11", ANSWER_GIVEN, 20261100},
        {"years", "۳٫۵", ANSWER_GIVEN, 3500},
        {"online_until", "۲۰۲۱-۰۶", ANSWER_GIVEN, 20210600},
        {"online_until", "２０２１－０６", ANSWER_GIVEN, 20210600},
    };
    (void)state;
    const struct pack *pack = load("maze");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct answer answer = {0};
        assert_int_equal(parse(pack, rows[i].question, rows[i].word, &answer), 0);
        assert_int_equal(answer.state, rows[i].state);
        assert_int_equal(answer.value, rows[i].value);
    }
    struct answer many = {0}, text = {0};
    assert_int_equal(parse(pack, "documents_held", "letter", &many), 0);
    assert_int_equal(parse(pack, "documents_held", "diploma", &many), 0);
    assert_int_equal(many.value, 3);
    assert_int_equal(parse(pack, "institution", "Алматы", &text), 0);
    assert_int_equal(text.text_length, 12);
    assert_int_equal(text.value, 1);
    pack_free(pack);
}

// A day is a day from its first sign to its last.
static void test_days(void **state)
{
    static const char *const refused[] = {"2020-11-011", "2020-11-01 ", "2020-11-0", "2020-11", "",
                                          "2020-02-30"};
    (void)state;
    const struct pack *pack = load("pages");
    struct answer answer = {0};
    assert_int_equal(parse(pack, "born", "2020-11-01", &answer), 0);
    assert_int_equal(answer.value, 20201101);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct answer none = {0};
        assert_int_not_equal(parse(pack, "born", refused[i], &none), 0);
    }
    pack_free(pack);
}

// A name is cleaned where it is read, and refused only where nothing is left or it is too long.
static void test_names(void **state)
{
    static const struct {
        const char *from, *to; // NULL: refused
    } rows[] = {
        {"Алматы", "Алматы"},
        {"\xEF\xBB\xBF\tNazarbayev\r\n University ", "Nazarbayev University"},
        {"دانش\xE2\x80\x8Cگاه", "دانش\xE2\x80\x8Cگاه"},
        {"", NULL},
        {" \t\n", NULL},
        {"\xE2\x80\x8B", NULL},
        {"01234567890123456789012345678901234567890123456789",
         "01234567890123456789012345678901234567890123456789"},
        {"ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ",
         "ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ"},
        {"012345678901234567890123456789012345678901234567890", NULL},
    };
    (void)state;
    const struct pack *pack = load("maze");
    const struct question *q = &pack->questions[pack_question(pack, "institution")];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char words[200];
        struct answer answer = {0};
        snprintf(words, sizeof words, "%s", rows[i].from);
        enum answer_text end = answer_read_text(q, words, strlen(words), &answer);
        assert_int_equal(end == ANSWER_TEXT_GOOD, rows[i].to != NULL);
        if (!rows[i].to)
            continue;
        assert_int_equal(answer.text_length, strlen(rows[i].to));
        assert_memory_equal(answer.text, rows[i].to, strlen(rows[i].to));
        assert_int_equal(answer.value, 1);
    }
    pack_free(pack);
}

// What is read is written in the words of the contract.
static void test_write(void **state)
{
    static const char *const rows[][3] = {
        {"destination", "CN", "\"CN\""},
        {"study_country", "none", "\"none\""},
        {"study_country", "unknown", "\"unknown\""},
        {"purpose", "work", "\"work\""},
        {"purpose", "unsure", "\"unknown\""},
        {"years", "35e-1", "3.5"},
        {"years", "4", "4"},
        {"online_until", "2021-06", "\"2021-06\""},
        {"documents_held", "letter", "[\"letter\"]"},
    };
    (void)state;
    const struct pack *pack = load("maze");
    struct answers all = {0};
    struct text out = TEXT_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct answer answer = {0};
        text_clear(&out);
        assert_int_equal(parse(pack, rows[i][0], rows[i][1], &answer), 0);
        answer_json(&out, pack, pack_question(pack, rows[i][0]), &answer);
        assert_string_equal(text_str(&out), rows[i][2]);
    }
    parse(pack, "years", "3.5", &all.of[pack_question(pack, "years")]);
    parse(pack, "destination", "KZ", &all.of[pack_question(pack, "destination")]);
    all.of[pack_question(pack, "institution")] =
        (struct answer){.state = ANSWER_GIVEN, .text_length = 3, .value = 1, .text = "a\"b"};
    text_clear(&out);
    answers_json(&out, pack, &all);
    assert_string_equal(text_str(&out),
                        "{\"destination\":\"KZ\",\"years\":3.5,\"institution\":\"a\\\"b\"}");
    text_release(&out);
    pack_free(pack);
}

static void test_bad(void **state)
{
    const char *rows[][2] = {
        {"destination", "cn"},
        {"destination", "XX"},
        {"destination", "none"},
        {"destination", ""},
        {"destination", "CNN"},
        {"purpose", "Work"},
        {"purpose", ""},
        {"years", "0.4"},
        {"years", "9.001"},
        {"years", "3.0001"},
        {"years", "3."},
        {"years", ".5"},
        {"years", "-3"},
        {"years", "3e-4"},
        {"years", "3e"},
        {"years", "3e+"},
        {"years", "1e99999999999"},
        {"years", "0x3"},
        {"years", "99999999999999"},
        {"years", "3,5"},
        {"online_until", "2026-12"},
        {"online_until", "2021-13"},
        {"online_until", "2021-6"},
        {"online_until", "2021-06-01"},
        {"documents_held", "shoes"},
        {"institution", ""},
        {"institution", "a\nb"},
        {"institution", "\xff"},
        {"online_until", "1999-12"},
    };
    (void)state;
    const struct pack *pack = load("maze");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct answer answer = {0};
        assert_int_equal(parse(pack, rows[i][0], rows[i][1], &answer), -1);
        assert_int_equal(answer.state, ANSWER_ABSENT);
    }
    pack_free(pack);
}

// Every type of question: what is written is read back, with and without a pack's words.
static void test_kinds(void **state)
{
    (void)state;
    const struct pack *pack = load("maze");
    bool met[Q_TYPES] = {false};
    for (int32_t q = 0; q < pack->n_questions; q++) {
        const struct question *question = &pack->questions[q];
        const struct kind *kind = kind_of(question->type);
        int64_t value = kind_ordered(kind) ? value_min(question, 20261101) : 1, again = 0;
        struct text words = TEXT_INIT;
        met[question->type] = true;
        assert_true(answer_valid(pack, q, value, 20261101));
        if (kind->print) {
            kind->print(&words, pack, question, value);
            assert_int_equal(kind->parse(pack, question, words.bytes, words.len, &again), 0);
            assert_int_equal(again, value);
        }
        text_release(&words);
    }
    for (int type = 0; type < Q_TYPES; type++) {
        const struct kind *kind = kind_of((enum question_type)type);
        assert_non_null(kind->wanted);
        assert_non_null(kind->parse);
        assert_non_null(words_question_type[type]);
        assert_true(kind_ordered(kind) == (kind->up && kind->down && kind->least < kind->most));
        assert_true(!kind->today_word == !kind->today);
    }
    assert_true(met[Q_ONE] && met[Q_MANY] && met[Q_COUNTRY] && met[Q_NUMBER] && met[Q_MONTH]);
    pack_free(pack);
}

// Characters count, not bytes; without `max_length:` there is a limit all the same.
static void test_text(void **state)
{
    (void)state;
    const struct question plain = {.type = Q_TEXT, .max_length = PACK_USUAL_TEXT};
    const struct question short_one = {.type = Q_TEXT, .max_length = 3};
    char words[2 * PACK_USUAL_TEXT + 3];
    for (int i = 0; i <= PACK_USUAL_TEXT; i++)
        memcpy(words + 2 * i, "қ", 2);
    assert_true(kind_text_fits(&plain, words, (size_t)2 * PACK_USUAL_TEXT));
    assert_false(kind_text_fits(&plain, words, (size_t)2 * PACK_USUAL_TEXT + 2));
    assert_true(kind_text_fits(&short_one, "қққ", 6));
    assert_false(kind_text_fits(&short_one, "abcd", 4));
    assert_false(kind_text_fits(&short_one, "", 0));
}

static void test_grid(void **state)
{
    (void)state;
    assert_int_equal(value_up(Q_INTEGER, 1001), 2000);
    assert_int_equal(value_down(Q_INTEGER, 1999), 1000);
    assert_int_equal(value_down(Q_INTEGER, -1), -1000);
    assert_int_equal(value_up(Q_INTEGER, -1), 0);
    assert_int_equal(value_up(Q_MONTH, 20231201), 20240100);
    assert_int_equal(value_up(Q_MONTH, 20230000), 20230100);
    assert_int_equal(value_down(Q_MONTH, 20230099), 20221200);
    assert_int_equal(value_down(Q_MONTH, 20231399), 20231200);
    assert_int_equal(value_up(Q_DATE, 20230229), 20230301);
    assert_int_equal(value_up(Q_DATE, 20231232), 20240101);
    assert_int_equal(value_down(Q_DATE, 20230229), 20230228);
    assert_int_equal(value_down(Q_DATE, 20230300), 20230228);
    assert_int_equal(value_down(Q_DATE, 20240100), 20231231);
    assert_int_equal(value_up(Q_NUMBER, 1501), 1501);
}

// The law moves with the day: deposit, entry into force, open dates, leaving.
static void test_party(void **state)
{
    const struct {
        const char *country;
        int32_t as_of;
        enum truth truth;
    } rows[] = {
        {"KZ", 20260228, TRUTH_NO},      {"KZ", 20260301, TRUTH_UNKNOWN},
        {"KZ", 20991231, TRUTH_UNKNOWN}, {"RU", 20190430, TRUTH_NO},
        {"RU", 20190501, TRUTH_YES},     {"RU", 20250531, TRUTH_YES},
        {"RU", 20250601, TRUTH_NO},      {"AU", 20180131, TRUTH_NO},
        {"AU", 20180201, TRUTH_YES},     {"CN", 20170601, TRUTH_NO},
        {"CN", 20180201, TRUTH_YES},     {"JP", 20261101, TRUTH_NO},
    };
    (void)state;
    const struct pack *pack = load("tiny");
    int32_t tokyo = pack_instrument(pack, "tokyo-2011");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(
            atlas_party_truth(pack, tokyo, pack_country(pack, rows[i].country), rows[i].as_of),
            rows[i].truth);
    assert_int_equal(atlas_party_truth(pack, tokyo, pack->n_countries, 20261101), TRUTH_NO);
    pack_free(pack);
}

// One deposit date changes Kazakhstan everywhere: bound from 2026-10-01 and not a day before.
static void test_deposit(void **state)
{
    (void)state;
    const struct pack *pack = load("tiny");
    struct pack copy = *pack;
    int32_t tokyo = pack_instrument(pack, "tokyo-2011"), kz = pack_country(pack, "KZ");
    struct instrument instruments[PACK_MAX_INSTRUMENTS];
    struct party parties[PACK_MAX_COUNTRIES];
    memcpy(instruments, pack->instruments, (size_t)pack->n_instruments * sizeof *instruments);
    memcpy(parties, instruments[tokyo].parties,
           (size_t)instruments[tokyo].n_parties * sizeof *parties);
    struct party *party =
        &parties[instrument_party(&instruments[tokyo], kz) - instruments[tokyo].parties];
    party->deposit = 20260815;
    party->in_force = 20261001; // as the loader computes it from the deposit
    instruments[tokyo].parties = parties;
    copy.instruments = instruments;
    assert_int_equal(atlas_party_truth(&copy, tokyo, kz, 20260930), TRUTH_NO);
    assert_int_equal(atlas_party_truth(&copy, tokyo, kz, 20261001), TRUTH_YES);
    party->evidence.status = STATUS_UNVERIFIED;
    assert_int_equal(atlas_party_truth(&copy, tokyo, kz, 20261001), TRUTH_UNKNOWN);
    pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),    cmocka_unit_test(test_bad),   cmocka_unit_test(test_days),
        cmocka_unit_test(test_names),   cmocka_unit_test(test_write), cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_text),    cmocka_unit_test(test_grid),  cmocka_unit_test(test_party),
        cmocka_unit_test(test_deposit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
