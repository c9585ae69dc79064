// SPDX-License-Identifier: MIT
// Codes of a pack that is written down here, with a question of each type: to the sign what is
// written, and what is read of codes that other versions of it have made.
#include "tests/unit/unit.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/version.h"
#include "case/code.h"
#include "case/code_bits.h"

enum { UNKNOWN = -7777 };
enum { Q_PLACE, Q_WHO, Q_HAVE, Q_RANK, Q_YEARS, Q_SINCE, Q_FROM, Q_DAY, Q_NAME, QUESTIONS };

static const char *const lands[] = {"AU", "CN", "GB", "GB-SCT", "KZ", "ZW"};
static const struct choice extra[] = {{.id = "none"}, {.id = "sea"}};
static const struct choice persons[] = {{.id = "a"}, {.id = "b"}, {.id = "c"}, {.id = "d"},
                                        {.id = "e"}, {.id = "f"}, {.id = "g"}, {.id = "h"}};
static const struct question made_questions[QUESTIONS] = {
    [Q_PLACE] = {.id = "place",
                 .type = Q_COUNTRY,
                 .choices = extra,
                 .n_choices = 2,
                 .unknown_allowed = true},
    [Q_WHO] =
        {.id = "who", .type = Q_ONE, .choices = persons, .n_choices = 8, .unknown_allowed = true},
    [Q_HAVE] =
        {.id = "have", .type = Q_MANY, .choices = persons, .n_choices = 8, .unknown_allowed = true},
    [Q_RANK] = {.id = "rank", .type = Q_INTEGER, .bands = true, .unknown_allowed = true},
    [Q_YEARS] = {.id = "years", .type = Q_NUMBER, .unknown_allowed = true},
    [Q_SINCE] = {.id = "since", .type = Q_YEAR, .unknown_allowed = true},
    [Q_FROM] = {.id = "from", .type = Q_MONTH, .unknown_allowed = true},
    [Q_DAY] = {.id = "day", .type = Q_DATE, .unknown_allowed = true},
    [Q_NAME] = {.id = "name", .type = Q_TEXT, .max_length = 50, .unknown_allowed = true},
};
// The numbers of choices are not their places: "h" came last, the second of all is gone.
// Behind each list stands one more, which does not count.
static const int32_t person_of[] = {1, NONE, 2, 3, 4, 5, 6, 7, 0, 0}, extra_of[] = {1, 0, 0};
static const char *const person_ids[] = {"b", "gone", "c", "d", "e", "f", "g", "h", "a"};
static const char *const extra_ids[] = {"sea", "none"};
static const struct code_row made_rows[] = {
    {"place", Q_COUNTRY, Q_PLACE, extra_ids, extra_of, 2},
    {"who", Q_ONE, Q_WHO, person_ids, person_of, 9},
    {"lost", Q_ONE, NONE, person_ids, person_of, 9},
    {"have", Q_MANY, Q_HAVE, person_ids, person_of, 9},
    {"rank", Q_INTEGER, Q_RANK, NULL, NULL, 0},
    {"years", Q_NUMBER, Q_YEARS, NULL, NULL, 0},
    {"since", Q_YEAR, Q_SINCE, NULL, NULL, 0},
    {"from", Q_MONTH, Q_FROM, NULL, NULL, 0},
    {"day", Q_DATE, Q_DAY, NULL, NULL, 0},
    {"name", Q_TEXT, Q_NAME, NULL, NULL, 0},
};
static const int32_t made_outcomes[] = {1, NONE, 0, 5};
static const char *const outcome_ids[] = {"second", "gone", "first"};

static struct pack make_pack(const char *version)
{
    return (struct pack){.id = "made",
                         .version = version,
                         .questions = made_questions,
                         .n_questions = QUESTIONS,
                         .countries = lands,
                         .n_countries = sizeof lands / sizeof *lands,
                         .n_outcomes = 2,
                         .codes = {.rows = made_rows,
                                   .n_rows = sizeof made_rows / sizeof *made_rows,
                                   .outcome_of = made_outcomes,
                                   .outcome_ids = outcome_ids,
                                   .n_outcomes = 3}};
}

static bool same(const struct answer *a, const struct answer *b)
{
    return a->state == b->state &&
           (a->state != ANSWER_GIVEN || (a->value == b->value && a->last == b->last));
}

static const struct {
    const char *version;
    int question;        // -1: none
    int64_t value, last; // value UNKNOWN: "I don't know"
    int32_t outcome;
    const char *words;
} paper_rows[] = {
    {"2026.11.1", -1, 0, 0, 0, "7070P-12200-00000-00030"},
    {"2026.11.1", -1, 0, 0, 1, "7070P-12000-00000-000WH"},
    {"2026.11.1", -1, 0, 0, NONE, "7070P-12100-00000-0001B"},
    {"2025.12.1", -1, 0, 0, NONE, "7071R-12100-00000-000PV"},
    {"2041.1", -1, 0, 0, NONE, "706Y1-21000-00000-000BA"},
    {"7", -1, 0, 0, NONE, "705NW-F1000-00000-0006G"},
    {"2026.0.0", -1, 0, 0, NONE, "70700-01000-00000-000F0"},
    {"1.9", -1, 0, 0, NONE, "706HX-FJ110-00000-000KR"},
    {"2026.11.1.4", -1, 0, 0, NONE, "7045P-9GCKC-Q65HB-K2Q6G-400H8"},
    {"2026.011.1", -1, 0, 0, NONE, "70456-9GCKC-Q61HC-AWRGG-0T7"},
    {"2026.11.", -1, 0, 0, NONE, "70446-9GCKC-Q65HB-G80F6"},
    {"2026..1", -1, 0, 0, NONE, "7043P-9GCKC-Q5SH1-00013"},
    {"2.0-beta", -1, 0, 0, NONE, "70446-9EC2V-HCQMR-880WB"},
    {"v2", -1, 0, 0, NONE, "7041E-SJ100-00000-000SH"},
    {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
     -1, 0, 0, NONE,
     "704ZZ-3RY7H-WF3RY-7HWF3-RY7HW-F3RY7-HWF3R-Y7HWF-3RY7H-WF3RY-7HWF3-RY7HW-F3RY7-HWF3R-"
     "Y7HWF-3RY7H-WF3RY-7HWF3-RY080-7R"},
    {"2026.11.16", -1, 0, 0, NONE, "7070P-1G210-00000-0009T"},
    {"2026.11.15", -1, 0, 0, NONE, "7070P-1Y110-00000-000MY"},
    {"99999999999999999999", -1, 0, 0, NONE, "704A7-5SEBJ-WQ5SE-BJWQ5-SEBJW-Q5SEB-JWGG0-P3"},
    {"2026.11.1", Q_PLACE, UNKNOWN, 0, NONE, "7070P-12107-A8000-00039"},
    {"2026.11.1", Q_PLACE, 0, 0, NONE, "7070P-12106-18000-000BP"},
    {"2026.11.1", Q_PLACE, 1, 0, NONE, "7070P-12106-42000-000HS"},
    {"2026.11.1", Q_PLACE, 2, 0, NONE, "7070P-12106-9T000-000KP"},
    {"2026.11.1", Q_PLACE, 3, 0, NONE, "7070P-12107-AC9V9-REM00-XG"},
    {"2026.11.1", Q_PLACE, 4, 0, NONE, "7070P-12106-HT000-000VW"},
    {"2026.11.1", Q_PLACE, 5, 0, NONE, "7070P-12107-A0000-000P6"},
    {"2026.11.1", Q_PLACE, 6, 0, NONE, "7070P-12107-AA800-000R3"},
    {"2026.11.1", Q_PLACE, 7, 0, NONE, "7070P-12107-AA000-000FH"},
    {"2026.11.1", Q_WHO, UNKNOWN, 0, NONE, "7070P-12109-00000-000Q6"},
    {"2026.11.1", Q_WHO, 0, 0, NONE, "7070P-12109-X0000-000WM"},
    {"2026.11.1", Q_WHO, 1, 0, NONE, "7070P-12109-40000-00085"},
    {"2026.11.1", Q_WHO, 2, 0, NONE, "7070P-12109-C0000-000K3"},
    {"2026.11.1", Q_WHO, 3, 0, NONE, "7070P-12109-G0000-0004A"},
    {"2026.11.1", Q_WHO, 4, 0, NONE, "7070P-12109-M0000-000V9"},
    {"2026.11.1", Q_WHO, 5, 0, NONE, "7070P-12109-R0000-000ZC"},
    {"2026.11.1", Q_WHO, 6, 0, NONE, "7070P-12109-W0000-0000F"},
    {"2026.11.1", Q_WHO, 7, 0, NONE, "7070P-12109-WG000-000FH"},
    {"2026.11.1", Q_HAVE, UNKNOWN, 0, NONE, "7070P-1210G-80000-000JG"},
    {"2026.11.1", Q_HAVE, 0, 0, NONE, "7070P-1210G-90000-000EB"},
    {"2026.11.1", Q_HAVE, 1, 0, NONE, "7070P-1210G-FC080-0005N"},
    {"2026.11.1", Q_HAVE, 2, 0, NONE, "7070P-1210G-AG000-0000X"},
    {"2026.11.1", Q_HAVE, 4, 0, NONE, "7070P-1210G-C4000-000N6"},
    {"2026.11.1", Q_HAVE, 128, 0, NONE, "7070P-1210G-F80G0-000HS"},
    {"2026.11.1", Q_HAVE, 255, 0, NONE, "7070P-1210G-FEZR0-000N7"},
    {"2026.11.1", Q_HAVE, 129, 0, NONE, "7070P-1210G-FC0R0-000DR"},
    {"2026.11.1", Q_RANK, UNKNOWN, 0, NONE, "7070P-1210M-40000-000MV"},
    {"2026.11.1", Q_RANK, 0, 0, NONE, "7070P-1210M-50000-00080"},
    {"2026.11.1", Q_RANK, 1000, 0, NONE, "7070P-1210M-52000-0004R"},
    {"2026.11.1", Q_RANK, 7000, 0, NONE, "7070P-1210M-5E000-00092"},
    {"2026.11.1", Q_RANK, 8000, 0, NONE, "7070P-1210M-5G100-0008N"},
    {"2026.11.1", Q_RANK, 250000, 0, NONE, "7070P-1210M-5MZ10-000SW"},
    {"2026.11.1", Q_RANK, -1000, 0, NONE, "7070P-1210M-51000-000EC"},
    {"2026.11.1", Q_RANK, -8000, 0, NONE, "7070P-1210M-5F000-000FE"},
    {"2026.11.1", Q_RANK, 1000, 2000, NONE, "7070P-1210M-7T0ZT-0Y04S"},
    {"2026.11.1", Q_RANK, 1000, 250000, NONE, "7070P-1210M-7T0ZT-74Y0F-X"},
    {"2026.11.1", Q_RANK, 0, 1000, NONE, "7070P-1210M-7G383-R002Z"},
    {"2026.11.1", Q_RANK, 1000000000000, 0, NONE, "7070P-1210M-5GGMS-NKQ7R-F"},
    {"2026.11.1", Q_YEARS, UNKNOWN, 0, NONE, "7070P-1210R-20000-000GS"},
    {"2026.11.1", Q_YEARS, 0, 0, NONE, "7070P-1210R-2G000-000Z7"},
    {"2026.11.1", Q_YEARS, 3000, 0, NONE, "7070P-1210R-2K000-000NK"},
    {"2026.11.1", Q_YEARS, 3500, 0, NONE, "7070P-1210R-37000-000Y3"},
    {"2026.11.1", Q_YEARS, 500, 0, NONE, "7070P-1210R-31000-000AE"},
    {"2026.11.1", Q_YEARS, -500, 0, NONE, "7070P-1210R-30G00-00073"},
    {"2026.11.1", Q_YEARS, 3125, 0, NONE, "7070P-1210R-3PNGG-4003P"},
    {"2026.11.1", Q_YEARS, 1, 0, NONE, "7070P-1210R-3G400-000TN"},
    {"2026.11.1", Q_YEARS, -1, 0, NONE, "7070P-1210R-3G200-000XA"},
    {"2026.11.1", Q_YEARS, 250, 0, NONE, "7070P-1210R-3Q83G-000JS"},
    {"2026.11.1", Q_YEARS, 4000, 0, NONE, "7070P-1210R-2M000-0007J"},
    {"2026.11.1", Q_YEARS, -1000000000000, 0, NONE, "7070P-1210R-2ZZSW-TSVKG-XM"},
    {"2026.11.1", Q_SINCE, UNKNOWN, 0, NONE, "7070P-1210W-10000-000KZ"},
    {"2026.11.1", Q_SINCE, 1900000, 0, NONE, "7070P-1210W-18000-0006G"},
    {"2026.11.1", Q_SINCE, 1899000, 0, NONE, "7070P-1210W-1RXNG-000WB"},
    {"2026.11.1", Q_SINCE, 1000000, 0, NONE, "7070P-1210W-1RFM0-000WF"},
    {"2026.11.1", Q_SINCE, 2026000, 0, NONE, "7070P-1210W-1BY00-000Q8"},
    {"2026.11.1", Q_SINCE, 2155000, 0, NONE, "7070P-1210W-1FZ00-0000P"},
    {"2026.11.1", Q_SINCE, 2156000, 0, NONE, "7070P-1210W-1S1P0-000BB"},
    {"2026.11.1", Q_SINCE, 9999000, 0, NONE, "7070P-1210W-1WW7G-0002X"},
    {"2026.11.1", Q_FROM, UNKNOWN, 0, NONE, "7070P-12110-0G000-0000Y"},
    {"2026.11.1", Q_FROM, 20210600, 0, NONE, "7070P-12110-0NWP0-000GZ"},
    {"2026.11.1", Q_FROM, 18991200, 0, NONE, "7070P-12110-0WETY-000H1"},
    {"2026.11.1", Q_FROM, 19000100, 0, NONE, "7070P-12110-0M010-000AV"},
    {"2026.11.1", Q_FROM, 21551200, 0, NONE, "7070P-12110-0QZW0-0008B"},
    {"2026.11.1", Q_FROM, 21560100, 0, NONE, "7070P-12110-0WGV0-G0014"},
    {"2026.11.1", Q_FROM, 10100, 0, NONE, "7070P-12110-0W008-G004T"},
    {"2026.11.1", Q_FROM, 99991200, 0, NONE, "7070P-12110-0YE3Y-0003G"},
    {"2026.11.1", Q_DAY, UNKNOWN, 0, NONE, "7070P-12114-08000-000R1"},
    {"2026.11.1", Q_DAY, 20210630, 0, NONE, "7070P-12114-0AYBF-000AY"},
    {"2026.11.1", Q_DAY, 18991231, 0, NONE, "7070P-12114-0E7DF-7R02B"},
    {"2026.11.1", Q_DAY, 19000101, 0, NONE, "7070P-12114-0A00G-G00BQ"},
    {"2026.11.1", Q_DAY, 21551231, 0, NONE, "7070P-12114-0BZYF-G0033"},
    {"2026.11.1", Q_DAY, 21560101, 0, NONE, "7070P-12114-0E8DG-880NW"},
    {"2026.11.1", Q_DAY, 10101, 0, NONE, "7070P-12114-0E004-880BR"},
    {"2026.11.1", Q_DAY, 99991231, 0, NONE, "7070P-12114-0F71Z-7R05T"},
    {"2026.11.1", Q_DAY, 20240229, 0, NONE, "7070P-12114-0AZ1E-G00CM"},
    {"2026.11.1", Q_NAME, UNKNOWN, 0, NONE, "7070P-12118-04000-000K9"},
};

// What stands on paper is read for ever: these codes, to the sign.
static void test_on_paper(void **state)
{
    (void)state;
    static struct code code;
    for (size_t i = 0; i < sizeof paper_rows / sizeof *paper_rows; i++) {
        struct pack made = make_pack(paper_rows[i].version);
        struct answers answers = {0};
        struct text out = TEXT_INIT;
        int32_t question;
        struct answer *a = &answers.of[paper_rows[i].question < 0 ? 0 : paper_rows[i].question];
        if (paper_rows[i].question >= 0)
            *a = (struct answer){.state =
                                     paper_rows[i].value == UNKNOWN ? ANSWER_UNKNOWN : ANSWER_GIVEN,
                                 .value = paper_rows[i].value == UNKNOWN ? 0 : paper_rows[i].value,
                                 .last = paper_rows[i].last};
        assert_int_equal(code_write(&out, &made, &answers, paper_rows[i].outcome, NULL, &question),
                         0);
        if (strcmp(text_str(&out), paper_rows[i].words))
            fail_msg("row %zu: %s", i, text_str(&out));
        assert_int_equal(code_read(&made, 20261101, paper_rows[i].words, &code), CODE_GOOD);
        assert_string_equal(code.version, paper_rows[i].version);
        assert_int_equal(code.outcome, paper_rows[i].outcome);
        assert_int_equal(code.n_gone, 0);
        assert_false(question_set_any(&code.lost) || code.newer);
        for (int32_t q = 0; q < QUESTIONS; q++)
            assert_true(same(&answers.of[q], &code.answers.of[q]));
        text_release(&out);
    }
}

// A code of these bits, behind the format, the pack and the version "7".
static char *of_bits(const char *words)
{
    static struct code_bits seven, bits;
    struct text out = TEXT_INIT;
    struct pack made = make_pack("7");
    struct answers answers = {0};
    int32_t question;
    assert_int_equal(code_write(&out, &made, &answers, NONE, NULL, &question), 0);
    code_bits_read(&seven, text_str(&out));
    memset(&bits, 0, sizeof bits);
    for (int left = 3 + 10 + 2 + 15; left; left--)
        code_bits_put(&bits, code_bits_take(&seven, 1), 1);
    for (; *words; words++)
        if (*words != ' ')
            code_bits_put(&bits, *words == '1', 1);
    text_clear(&out);
    code_bits_write(&bits, CODE_LEAST_SIGNS, &out);
    char *code = strdup(text_str(&out));
    text_release(&out);
    return code;
}

static const struct {
    const char *bits;
    enum code_fault fault;
    int32_t outcome;
    int question; // lost, or given where `lost` is false; NONE: neither
    bool lost;
    int64_t value;
    int n_gone;
    bool newer;
} bit_rows[] = {
    // The outcome: known, gone, not known here, none.
    {"00000 00000000", CODE_GOOD, 1, NONE, false, 0, 0, false},
    {"00001 00000000", CODE_GOOD, NONE, NONE, false, 0, 0, false},
    {"00010 00000000", CODE_GOOD, 0, NONE, false, 0, 0, false},
    {"00011 00000000", CODE_GOOD, NONE, NONE, false, 0, 0, false},
    {"11111 00000000", CODE_GOOD, NONE, NONE, false, 0, 0, false},
    // A choice: the first, the last, a gone one, one behind the last.
    {"11111 00000010 01 001", CODE_GOOD, NONE, Q_WHO, false, 1, 0, false},
    {"11111 00000010 01 111010", CODE_GOOD, NONE, Q_WHO, false, 0, 0, false},
    {"11111 00000010 01 010", CODE_GOOD, NONE, Q_WHO, true, 0, 0, false},
    {"11111 00000010 01 111011", CODE_GOOD, NONE, Q_WHO, true, 0, 0, false},
    // Boxes: the last, a gone one, one behind the last.
    {"11111 00000100 0001 111011 000000001", CODE_GOOD, NONE, Q_HAVE, false, 1, 0, false},
    {"11111 00000100 0001 011 01", CODE_GOOD, NONE, Q_HAVE, true, 0, 0, false},
    {"11111 00000100 0001 111100 0000000001", CODE_GOOD, NONE, Q_HAVE, true, 0, 0, false},
    {"11111 00000100 0001 111100 1000000000", CODE_GOOD, NONE, Q_HAVE, false, 2, 0, false},
    // A country: one that the pack does not have, further choices of it.
    {"11111 00000001 1 0000000001", CODE_GOOD, NONE, Q_PLACE, true, 0, 0, false},
    {"11111 00000001 1 1010100101 000", CODE_GOOD, NONE, Q_PLACE, false, 7, 0, false},
    {"11111 00000001 1 1010100101 001", CODE_GOOD, NONE, Q_PLACE, false, 6, 0, false},
    {"11111 00000001 1 1010100101 010", CODE_GOOD, NONE, Q_PLACE, true, 0, 0, false},
    {"11111 00000001 1 1111111111", CODE_GOOD, NONE, Q_PLACE, true, 0, 0, false},
    // "GB-" and more letters than any part has.
    {"11111 00000001 1 1010100110 0010011101 1010011 1000011 1010100 0000000", CODE_GOOD, NONE,
     Q_PLACE, false, 3, 0, false},
    {"11111 00000001 1 1010100110 0010011101 1010011 1000011 0000000", CODE_GOOD, NONE, Q_PLACE,
     true, 0, 0, false},
    {"11111 00000001 1 1010100110 0010011101 1010011 1000011 1000011 1000011 1000011 1000011 "
     "1000011 1000011 1000011 1000011 1000011 1000011",
     CODE_GOOD, NONE, Q_PLACE, true, 0, 0, false},
    // A whole number, one with a half where it must be whole, a band that is empty.
    {"11111 00000101 00001 01 0 0010", CODE_GOOD, NONE, Q_RANK, false, 1000, 0, false},
    {"11111 00000101 00001 10 0 0010", CODE_GOOD, NONE, Q_RANK, true, 0, 0, false},
    {"11111 00000101 00001 11 0 0 000010", CODE_GOOD, NONE, Q_RANK, true, 0, 0, false},
    {"11111 00000101 00001 11 1 0 000000 0 000000", CODE_GOOD, NONE, Q_RANK, true, 0, 0, false},
    {"11111 00000110 000001 11 0 0 000010", CODE_GOOD, NONE, Q_YEARS, false, 1, 0, false},
    // More than any number.
    {"11111 00000101 00001 01 11111 11111 11111 11111 11111 11111 11111 11111 11111 11111 11111 "
     "11111 11111 01111",
     CODE_GOOD, NONE, Q_RANK, true, 0, 0, false},
    {"11111 00000101 00001 01 11110 11111 11111 11111 11111 11111 11111 11111 11111 11111 11111 "
     "11111 11111 01111",
     CODE_GOOD, NONE, Q_RANK, true, 0, 0, false},
    // A year has no halves.
    {"11111 00000111 0000001 01 00000000", CODE_GOOD, NONE, Q_SINCE, false, 1900000, 0, false},
    {"11111 00000111 0000001 10 00011111010000", CODE_GOOD, NONE, Q_SINCE, true, 0, 0, false},
    {"11111 00000111 0000001 11 00011111010000", CODE_GOOD, NONE, Q_SINCE, false, 2000000, 0,
     false},
    // A month and a day that no year has.
    {"11111 00001000 00000001 01 00000000 1101", CODE_GOOD, NONE, Q_FROM, true, 0, 0, false},
    {"11111 00001001 000000001 01 00000000 0010 11101", CODE_GOOD, NONE, Q_DAY, true, 0, 0, false},
    // A question that is gone; one that is not there yet, from which on nothing is read.
    {"11111 00000011 001 001", CODE_GOOD, NONE, NONE, false, 0, 1, false},
    {"11111 00000011 011 001 001", CODE_GOOD, NONE, Q_WHO, false, 1, 1, false},
    {"11111 00001011 00000000001", CODE_GOOD, NONE, NONE, false, 0, 0, true},
    {"11111 00001011 01000000001 001 1010101", CODE_GOOD, NONE, Q_WHO, false, 1, 0, true},
    {"11111 00001010 0100000000 001", CODE_GOOD, NONE, Q_WHO, false, 1, 0, false},
    {"11111 00001011 01000000000 001", CODE_GOOD, NONE, Q_WHO, false, 1, 0, false},
    // More than there is, and more than is read.
    {"11111 11111111 01", CODE_ALTERED, NONE, NONE, false, 0, 0, false},
    {"11111 00000000 1", CODE_ALTERED, NONE, NONE, false, 0, 0, false},
    {"11111 00000010 01 001 1", CODE_ALTERED, NONE, NONE, false, 0, 0, false},
};

// What other versions of the pack have written, and what nobody has.
static void test_other_bits(void **state)
{
    (void)state;
    static struct code code;
    struct pack made = make_pack("8");
    for (size_t i = 0; i < sizeof bit_rows / sizeof *bit_rows; i++) {
        char *words = of_bits(bit_rows[i].bits);
        if (code_read(&made, 20261101, words, &code) != bit_rows[i].fault)
            fail_msg("row %zu, %s", i, bit_rows[i].bits);
        free(words);
        if (bit_rows[i].fault != CODE_GOOD)
            continue;
        assert_string_equal(code.version, "7");
        assert_int_equal(code.outcome, bit_rows[i].outcome);
        assert_int_equal(code.newer, bit_rows[i].newer);
        assert_int_equal(code.n_gone, bit_rows[i].n_gone);
        for (int32_t q = 0; q < QUESTIONS; q++) {
            bool here = q == bit_rows[i].question;
            const struct answer *a = &code.answers.of[q];
            if (question_set_has(&code.lost, q) != (here && bit_rows[i].lost) ||
                (a->state == ANSWER_GIVEN) != (here && !bit_rows[i].lost) ||
                (here && !bit_rows[i].lost && (a->value != bit_rows[i].value || a->last)))
                fail_msg("row %zu, %s: question %d, %lld", i, bit_rows[i].bits, q,
                         (long long)a->value);
        }
    }
}

// What a code does not hold, and what nobody can write.
static void test_not_held(void **state)
{
    (void)state;
    struct pack made = make_pack("7");
    struct answers answers = {0};
    struct question_set without = {{0}};
    struct text out = TEXT_INIT;
    static struct code code;
    int32_t question = 77;
    answers.of[Q_NAME] = (struct answer){.state = ANSWER_GIVEN, .value = 1}; // words never
    answers.of[Q_PLACE] = (struct answer){.state = ANSWER_GIVEN, .value = 1};
    answers.of[Q_DAY] = (struct answer){.state = ANSWER_GIVEN, .value = 20210630};
    question_set_add(&without, Q_DAY);
    assert_int_equal(code_write(&out, &made, &answers, 0, &without, &question), 0);
    assert_int_equal(question, NONE);
    assert_int_equal(code_read(&made, 20261101, text_str(&out), &code), CODE_GOOD);
    for (int32_t q = 0; q < QUESTIONS; q++)
        assert_int_equal(code.answers.of[q].state, q == Q_PLACE ? ANSWER_GIVEN : ANSWER_ABSENT);
    // The second choice has no number any more, a box neither.
    struct code_row rows[sizeof made_rows / sizeof *made_rows];
    static const int32_t few[] = {0, NONE};
    memcpy(rows, made_rows, sizeof rows);
    rows[1].choice_of = rows[3].choice_of = few, rows[1].n_choices = rows[3].n_choices = 2;
    made.codes.rows = rows;
    for (int32_t q = Q_WHO; q <= Q_HAVE; q++) {
        answers.of[q] = (struct answer){.state = ANSWER_GIVEN, .value = 1 + (q == Q_HAVE)};
        assert_int_equal(code_write(&out, &made, &answers, 0, &without, &question), -1);
        assert_int_equal(question, q);
        answers.of[q].value--; // the first of them has one
        assert_int_equal(code_write(&out, &made, &answers, 0, &without, &question), 0);
    }
    rows[0].n_choices = 1;
    answers.of[Q_PLACE].value = made.n_countries; // of "sea" and "none" only "sea" is left
    assert_int_equal(code_write(&out, &made, &answers, 0, &without, &question), -1);
    assert_int_equal(question, Q_PLACE);
    answers.of[Q_PLACE].value++;
    assert_int_equal(code_write(&out, &made, &answers, 0, &without, &question), 0);
    made.codes.rows = rows + 1, made.codes.n_rows = 9;
    assert_int_equal(code_write(&out, &made, &answers, 0, &without, &question), -1);
    assert_int_equal(question, Q_PLACE); // the first of all
    made.codes.rows = rows;
    // A question without a number; only where it is answered, and not left out.
    made.codes.n_rows = 8;
    assert_int_equal(code_write(&out, &made, &answers, 0, &without, &question), 0);
    assert_int_equal(code_write(&out, &made, &answers, 0, NULL, &question), -1);
    assert_int_equal(question, Q_DAY);
    made.codes.n_rows = 0;
    assert_int_equal(code_write(&out, &made, &answers, 0, NULL, &question), -1);
    assert_int_equal(question, NONE);
    text_release(&out);
}

// All of them in one code, one behind the other.
static void test_together(void **state)
{
    (void)state;
    static const int64_t values[QUESTIONS] = {3, 2, 5, 7000, 3125, 2020000, 20210600, 20210630, 0};
    static struct code code;
    struct pack made = make_pack("2026.11.1");
    struct answers answers = {0};
    struct text out = TEXT_INIT;
    int32_t question;
    for (int32_t q = 0; q < Q_NAME; q++)
        answers.of[q] = (struct answer){.state = ANSWER_GIVEN, .value = values[q]};
    answers.of[Q_NAME] = (struct answer){.state = ANSWER_UNKNOWN};
    assert_int_equal(code_write(&out, &made, &answers, 1, NULL, &question), 0);
    assert_string_equal(text_str(&out), "7070P-1201B-FYMRK-PKGX8-07V42-QDNC4-1BRBS-CQJVR-QN");
    assert_int_equal(code_read(&made, 20261101, text_str(&out), &code), CODE_GOOD);
    for (int32_t q = 0; q < QUESTIONS; q++)
        assert_true(same(&answers.of[q], &code.answers.of[q]));
    text_release(&out);
}

// Versions that are no numbers: as many signs as there is room for, and those that can be shown.
static void test_odd_versions(void **state)
{
    (void)state;
    static const char sixty[] = "123456789-123456789-123456789-123456789-123456789-123456789-";
    static const struct {
        const char *tail, *read;
    } rows[] = {{"abc", "abc"}, {"abcd", "abc"}, {"abcdefghijk", "abc"}, {" ~\x7f", "?~?"}};
    static struct code code;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char version[90], want[90];
        struct answers answers = {0};
        struct text out = TEXT_INIT;
        int32_t question;
        snprintf(version, sizeof version, "%s%s", sixty, rows[i].tail);
        snprintf(want, sizeof want, "%s%s", sixty, rows[i].read);
        struct pack made = make_pack(version);
        assert_int_equal(code_write(&out, &made, &answers, 5, NULL, &question), 0);
        assert_int_equal(code_read(&made, 20261101, text_str(&out), &code), CODE_GOOD);
        assert_string_equal(code.version, want);
        assert_int_equal(code.outcome, NONE); // the pack has no number for it
        text_release(&out);
    }
}

// The words of a page: nothing where there is no code.
static void test_words(void **state)
{
    (void)state;
    struct pack made = make_pack("7");
    struct answers answers = {0};
    struct arena arena;
    arena_init(&arena);
    assert_string_equal(code_words(&arena, &made, &answers, 0, NULL), "705NW-F2000-00000-000YS");
    made.codes.n_rows = 0;
    assert_string_equal(code_words(&arena, &made, &answers, 0, NULL), "");
    arena_release(&arena);
}

static void test_versions(void **state)
{
    (void)state;
    static const struct {
        const char *older, *newer; // as old, where `same`
        bool same;
    } rows[] = {
        {"2026.11.1", "2027.1", false},
        {"2026.11.9", "2026.11.10", false},
        {"1.0", "1.1", false},
        {"1", "1.1", false},
        {"1.9", "1.10", false},
        {"", "1", false},
        {"1.a", "1.b", false},
        {"1.1a", "1.1b", false},
        {"2026.11.1", "2026.11.1", true},
        {"", "", true},
        {"1.0", "1.0.0", true},
        {"1", "1.0", true},
        {"1.a", "1.a", true},
        {"1.01", "1.1", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(version_order(rows[i].older, rows[i].newer) <= 0);
        if ((version_order(rows[i].newer, rows[i].older) > 0) == rows[i].same)
            fail_msg("%s and %s", rows[i].older, rows[i].newer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_on_paper), cmocka_unit_test(test_other_bits),
        cmocka_unit_test(test_not_held), cmocka_unit_test(test_words),
        cmocka_unit_test(test_together), cmocka_unit_test(test_odd_versions),
        cmocka_unit_test(test_versions)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
