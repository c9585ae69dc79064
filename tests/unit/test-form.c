// SPDX-License-Identifier: MIT
// The form on paper: how it is cut into sheets, under which condition a question stands on it, and
// what the line of a filled sheet means. One row is what somebody typed, and what is read.
#include "stage-arena.h"
#include "base/bits.h"
#include "pack/condition.h"
#include "view/form.h"

enum { NUMBER = 4711 };

static struct ground ground(const struct pack *of, const struct answers *answers)
{
    return (struct ground){.arena = &arena,
                           .i18n = &i18n,
                           .pack = of,
                           .engine = engine,
                           .as_of = DAY,
                           .answers = answers};
}

// A form of these questions ("purpose level"), each on the sheet that is counted on by a "/".
static struct form form_of(const char *ids)
{
    struct form form = {
        .destination = pack_country(pack, "KZ"), .number = NUMBER, .n = 0, .n_sheets = 1};
    char copy[200], *rest = NULL;
    snprintf(copy, sizeof copy, "%s", ids);
    for (char *id = strtok_r(copy, " ", &rest); id; id = strtok_r(NULL, " ", &rest)) {
        if (*id == '/') {
            form.n_sheets++;
            continue;
        }
        form.sheet[form.n] = form.n_sheets;
        form.questions[form.n++] = question(id);
    }
    return form;
}

// "purpose=0 level=? …": what stands in the answers, without the destination.
static void put_answers(struct text *out, const struct answers *answers)
{
    for (int32_t q = 0; q < pack->n_questions; q++) {
        const struct answer *a = &answers->of[q];
        if (q == pack->q_destination || a->state == ANSWER_ABSENT)
            continue;
        text_printf(out, "%s%s=", out->len ? " " : "", pack->questions[q].id);
        if (a->state == ANSWER_UNKNOWN)
            text_add(out, "?");
        else
            text_printf(out, "%lld", (long long)a->value);
    }
}

struct typed {
    const char *questions, *lines, *words; // "!…": the sentence that refuses it
};

static void read_rows(const struct typed *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        static struct answers answers;
        static const struct answers none;
        struct form form = form_of(rows[i].questions);
        struct ground g = ground(pack, &none);
        struct text out = TEXT_INIT;
        const char *why = NULL;
        memset(&answers, 0, sizeof answers);
        if (form_read(&g, &form, rows[i].lines, &answers, &why))
            text_printf(&out, "!%s", why);
        else
            put_answers(&out, &answers);
        if (strcmp(text_str(&out), rows[i].words) != 0)
            fail_msg("%s “%s”: %s", rows[i].questions, rows[i].lines, text_str(&out));
        if (*rows[i].words != '!') {
            assert_int_equal(answers.of[pack->q_destination].state, ANSWER_GIVEN);
            assert_int_equal(answers.of[pack->q_destination].value, form.destination);
        }
        text_release(&out);
    }
}

// One question on one sheet.
static void test_groups(void **state)
{
    (void)state;
#define BOX(group) "!sheet 1, question 1: “" group "” is not right here; the number of a box"
#define BOXES(group)                                                                               \
    "!sheet 1, question 1: “" group "” is not right here; numbers of boxes such as 1,3,8, or 0"
#define LETTERS(group)                                                                             \
    "!sheet 1, question 1: “" group "” is not right here; the two letters of a country"
    static const struct typed rows[] = {
        // A choice; the last box of this one means "I don't know".
        {"purpose", "1 4711 1", "purpose=0"},
        {"purpose", "1 4711 2", "purpose=1"},
        {"purpose", "1 4711 3", "purpose=?"},
        {"purpose", "1 4711 0", BOX("0")},
        {"purpose", "1 4711 4", BOX("4")},
        {"purpose", "1 4711 1x", BOX("1x")},
        {"purpose", "1 4711 one", BOX("one")},
        {"purpose", "1 4711 +1", BOX("+1")},
        {"purpose", "1 4711 :", BOX(":")},
        {"purpose", "1 4711 -1", BOX("-1")},
        {"purpose", "1 4711 4294967297", BOX("4294967297")},
        {"purpose", "1 4711 99999999999999999999", BOX("99999999999999999999")},
        {"level", "1 4711 2", "level=1"},
        {"level", "1 4711 ?", "level=?"},
        {"level", "1 4711 -", ""},
        {"level", "1 4711 ??", BOX("??")},
        {"level", "1 4711 --", BOX("--")},
        // With the number of the question before it, as it is printed.
        {"level", "1 4711 1:2", "level=1"},
        {"level", "1 4711 1:?", "level=?"},
        {"level", "1 4711 1:-", ""},
        {"level", "1 4711 2:1", BOX("2:1")},
        {"level", "1 4711 0:1", BOX("0:1")},
        {"level", "1 4711 1:", BOX("1:")},
        {"level", "1 4711 1;2", BOX("1;2")},
        // Boxes.
        {"documents_held", "1 4711 0", "documents_held=0"},
        {"documents_held", "1 4711 1", "documents_held=1"},
        {"documents_held", "1 4711 2", "documents_held=2"},
        {"documents_held", "1 4711 1,2", "documents_held=3"},
        {"documents_held", "1 4711 2,1,2", "documents_held=3"},
        {"documents_held", "1 4711 ?", "documents_held=?"},
        {"documents_held", "1 4711 3", BOXES("3")},
        {"documents_held", "1 4711 1,3", BOXES("1,3")},
        {"documents_held", "1 4711 1,0", BOXES("1,0")},
        {"documents_held", "1 4711 1,", BOXES("1,")},
        {"documents_held", "1 4711 ,1", BOXES(",1")},
        {"documents_held", "1 4711 1.2", BOXES("1.2")},
        // Countries: AU is the first of this pack, RU the last, behind them stands a box.
        {"award_country", "1 4711 AU", "award_country=0"},
        {"award_country", "1 4711 kz", "award_country=4"},
        {"award_country", "1 4711 au", "award_country=0"},
        {"award_country", "1 4711 Ru", "award_country=5"},
        {"award_country", "1 4711 1", "award_country=6"},
        {"award_country", "1 4711 2", LETTERS("2")},
        {"award_country", "1 4711 XX", LETTERS("XX")},
        {"award_country", "1 4711 K", LETTERS("K")},
        {"award_country", "1 4711 KZKZKZKZKZKZKZK", LETTERS("KZKZKZKZKZKZKZK")},
        {"award_country", "1 4711 KZKZKZKZKZKZKZKZ", LETTERS("KZKZKZKZKZKZKZKZ")},
        // May not be unknown, and has no other choices.
        {"destination", "1 4711 ?", LETTERS("?")},
        {"destination", "1 4711 1", LETTERS("1")},
        // What is typed as into a field.
        {"years", "1 4711 3,5", "years=3500"},
        {"years", "1 4711 1:4", "years=4000"},
        {"years", "1 4711 13", "!sheet 1, question 1: “13” is not right here; From 0 to 12."},
        {"finished", "1 4711 2021", "finished=2021000"},
        {"began", "1 4711 09.2021", "began=20210900"},
        {"count", "1 4711 x",
         "!sheet 1, question 1: “x” is not right here; Please type a whole number, for example "
         "120."},
    };
#undef BOX
#undef BOXES
#undef LETTERS
    read_rows(rows, sizeof rows / sizeof *rows);
}

// Which group belongs to which question, and what stands before them.
static void test_lines(void **state)
{
    (void)state;
#define NONE_THERE                                                                                 \
    "!the line of a sheet is wanted: its number, the form's number, then the answers."
#define OTHER(sheet, number)                                                                       \
    "!sheet " sheet " belongs to another form, “" number                                           \
    "”; this one is 4711. Print it again, or name the day of the sheet with --as-of."
    static const struct typed rows[] = {
        {"purpose level", "1 4711 2 1", "purpose=1 level=0"},
        {"purpose level", " 1\t4711\n2\r\n1 ", "purpose=1 level=0"},
        {"purpose level", "1 4711 - 1", "level=0"},
        {"purpose level", "1 4711 1:2 2:1", "purpose=1 level=0"},
        {"purpose level", "1 4711 2:1 1:1",
         "!sheet 1, question 1: “2:1” is not right here; the number of a box"},
        {"purpose level", "1 4711 1 7",
         "!sheet 1, question 2: “7” is not right here; the number of a box"},
        {"purpose level", "1 4711 1",
         "!sheet 1 ends before question 2; type - for one left empty."},
        {"purpose level", "1 4711", "!sheet 1 ends before question 1; type - for one left empty."},
        // Words that are written stay on the paper.
        {"purpose institution level", "1 4711 1 2", "purpose=0 level=1"},
        {"purpose institution level", "1 4711 1 3:2", "purpose=0 level=1"},
        // Sheets in any order, or some of them.
        {"purpose / level mode", "1 4711 1 2 4711 1 2", "purpose=0 level=0 mode=1"},
        {"purpose / level mode", "2 4711 1 2 1 4711 1", "purpose=0 level=0 mode=1"},
        {"purpose / level mode", "2 4711 1 2", "level=0 mode=1"},
        {"purpose / level mode", "1 4711 1", "purpose=0"},
        {"purpose / level mode", "2 4711 1",
         "!sheet 2 ends before question 3; type - for one left empty."},
        {"purpose / level mode", "2 4711 2:1 3:2", "level=0 mode=1"},
        {"purpose / level mode", "1 4711 1 1 4711 1", "!sheet 1 is there twice."},
        {"purpose / level mode", "2 4711 1 1 2 4711 1 1", "!sheet 2 is there twice."},
        {"purpose", "2 4711 1", "!“2”: here the number of a sheet is wanted, 1 to 1."},
        {"purpose", "0 4711 1", "!“0”: here the number of a sheet is wanted, 1 to 1."},
        {"purpose", "1: 4711 1", "!“1:”: here the number of a sheet is wanted, 1 to 1."},
        {"purpose", "x", "!“x”: here the number of a sheet is wanted, 1 to 1."},
        // A group too many looks like a sheet.
        {"purpose", "1 4711 1 2", "!“2”: here the number of a sheet is wanted, 1 to 1."},
        {"purpose", "1 4711 1 1", "!sheet 1 is there twice."},
        {"purpose", "1 4712 1", OTHER("1", "4712")},
        {"purpose", "1 4711. 1", OTHER("1", "4711.")},
        {"purpose", "1 x 1", OTHER("1", "x")},
        {"purpose", "1", OTHER("1", "")},
        {"purpose", "", NONE_THERE},
        {"purpose", " \n\t", NONE_THERE},
    };
#undef NONE_THERE
#undef OTHER
    read_rows(rows, sizeof rows / sizeof *rows);
}

// As many sheets as a form may have, each once; the number of a form may be a long one.
static void test_many_sheets(void **state)
{
    (void)state;
    static struct answers answers;
    static const struct answers none;
    struct ground g = ground(pack, &none);
    struct form form = form_of("");
    struct text lines = TEXT_INIT;
    const char *why = NULL;
    form.n_sheets = FORM_MOST_SHEETS + 1;
    form.number = 999999;
    for (int sheet = FORM_MOST_SHEETS; sheet >= 1; sheet--)
        text_printf(&lines, "%d 999999 ", sheet);
    assert_int_equal(form_read(&g, &form, text_str(&lines), &answers, &why), 0);
    for (int sheet = 1; sheet <= FORM_MOST_SHEETS; sheet++) {
        struct text again = TEXT_INIT;
        char words[60];
        text_printf(&again, "%s%d 999999", text_str(&lines), sheet);
        snprintf(words, sizeof words, "sheet %d is there twice.", sheet);
        assert_int_equal(form_read(&g, &form, text_str(&again), &answers, &why), -1);
        assert_string_equal(why, words);
        text_release(&again);
    }
    assert_int_equal(form_read(&g, &form, "100 999999", &answers, &why), -1);
    assert_string_equal(why, "“100”: here the number of a sheet is wanted, 1 to 100.");
    form.number = 1000000; // no form has so many digits
    assert_int_equal(form_read(&g, &form, "1 1000000", &answers, &why), -1);
    text_release(&lines);
}

// ---- how it is cut into sheets -----------------------------------------------------------------

// A copy of the pack whose questions may be changed.
struct changed {
    struct pack pack;
    struct question questions[PACK_MAX_QUESTIONS];
};

static void change(struct changed *c)
{
    memcpy(c->questions, pack->questions, (size_t)pack->n_questions * sizeof *c->questions);
    c->pack = *pack;
    c->pack.questions = c->questions;
}

// Of the four questions on the first sheet the third one changes its size: a heading, what keeps it
// apart, its boxes. The fourth stands there as long as there is room for all of it; so do those of
// the second sheet.
static void test_sheets(void **state)
{
    (void)state;
    static const struct {
        int choices, hinted;
        bool relevant, unknown;
        int sheets[5];
    } rows[] = {
        {2, 0, false, false, {1, 1, 1, 1, 2}},  {7, 0, false, false, {1, 1, 1, 1, 2}},
        {8, 0, false, false, {1, 1, 1, 2, 2}},  {6, 0, false, true, {1, 1, 1, 1, 2}},
        {7, 0, false, true, {1, 1, 1, 2, 2}},   {6, 0, true, false, {1, 1, 1, 1, 2}},
        {7, 0, true, false, {1, 1, 1, 2, 2}},   {4, 3, false, false, {1, 1, 1, 1, 2}},
        {4, 4, false, false, {1, 1, 1, 2, 2}},  {14, 0, false, false, {1, 1, 1, 2, 2}},
        {15, 0, false, false, {1, 1, 2, 2, 2}}, {16, 0, false, false, {1, 1, 2, 2, 3}},
        {40, 0, false, false, {1, 1, 2, 3, 3}},
    };
    static const struct expr always = {.op = EXPR_ALWAYS, .question = NONE};
    int32_t level = question("level");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct changed c;
        struct choice choices[40] = {{.id = NULL}};
        static struct form form;
        change(&c);
        for (int k = 0; k < rows[i].choices; k++) {
            choices[k].id = "x";
            choices[k].hint.words = k < rows[i].hinted ? "A hint." : NULL;
        }
        c.questions[level].choices = choices;
        c.questions[level].n_choices = rows[i].choices;
        c.questions[level].relevant = rows[i].relevant ? &always : NULL;
        c.questions[level].unknown_allowed = rows[i].unknown;
        form_plan(&form, &c.pack, engine, pack_country(pack, "KZ"));
        assert_int_equal(form.questions[2], level);
        for (int k = 0; k < 5; k++)
            if (form.sheet[k] != rows[i].sheets[k])
                fail_msg("row %zu: question %d on sheet %d", i, k + 1, form.sheet[k]);
        assert_int_equal(form.n_sheets, form.sheet[form.n - 1]);
    }
}

// Even the first question may be longer than a sheet; it does not leave one empty.
static void test_a_long_question(void **state)
{
    (void)state;
    static struct changed c;
    static struct choice choices[40];
    static struct form form;
    change(&c);
    for (int k = 0; k < 40; k++)
        choices[k].id = "x";
    c.questions[pack->q_award_country].choices = choices;
    c.questions[pack->q_award_country].n_choices = 40;
    form_plan(&form, &c.pack, engine, pack_country(pack, "KZ"));
    assert_int_equal(form.questions[0], pack->q_award_country);
    assert_int_equal(form.sheet[0], 1);
    assert_int_equal(form.sheet[1], 2);
}

// ---- under which condition ---------------------------------------------------------------------

static void test_conditions(void **state)
{
    (void)state;
    static uint64_t first[8] = {1}, second[8] = {2}, both[8] = {3};
    const int8_t level = (int8_t)question("level"), mode = (int8_t)question("mode"),
                 country = (int8_t)pack->q_award_country, count = (int8_t)question("count");
    const struct expr bachelor = {.op = EXPR_IN, .question = level, .set = first},
                      not_master = {.op = EXPR_NOT_IN, .question = level, .set = second},
                      any_level = {.op = EXPR_IN, .question = level, .set = both},
                      online = {.op = EXPR_IN, .question = mode, .set = second},
                      australia = {.op = EXPR_IN, .question = country, .set = first},
                      not_australia = {.op = EXPR_NOT_IN, .question = country, .set = first},
                      many = {.op = EXPR_GE, .question = count, .value = 100 * NUMBER_SCALE},
                      // of the law alone, without words
        silent = {.op = EXPR_ALWAYS, .question = NONE};
    const struct expr all = {.op = EXPR_AND, .question = NONE, .first = 2},
                      any = {.op = EXPR_OR, .question = NONE, .first = 2},
                      all_of_three = {.op = EXPR_AND, .question = NONE, .first = 4},
                      joined[] = {bachelor, online, all}, either[] = {bachelor, online, any},
                      left[] = {bachelor, silent, all}, right[] = {silent, online, any},
                      none[] = {silent, silent, all}, deep[] = {bachelor, online, all, many, any},
                      twice[] = {bachelor, silent, all, silent, online, any, all_of_three};
    const struct {
        const struct expr *when;
        const char *words; // NULL: nothing is said
    } rows[] = {
        {NULL, NULL},
        {&bachelor, "Only if: question 1: 1"},
        {&not_master, "Only if: question 1: not 2"},
        {&any_level, "Only if: question 1: 1, 2"},
        // The form does not ask it, or without numbered boxes: in words.
        {&online, "Only if: How? Online"},
        {&australia, "Only if: Where from? Australia"},
        {&not_australia, "Only if: Where from? not: Australia"},
        {&many, "Only if: How many? ≥ 100"},
        {&silent, NULL},
        {&joined[2], "Only if: question 1: 1; How? Online"},
        {&either[2], "Only if: question 1: 1 or How? Online"},
        {&left[2], "Only if: question 1: 1"},
        {&right[2], "Only if: How? Online"},
        {&none[2], NULL},
        {&deep[4], "Only if: question 1: 1; How? Online or How many? ≥ 100"},
        {&twice[6], "Only if: question 1: 1; How? Online"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct changed c;
        static const struct answers nothing;
        const struct form form = form_of("level award_country accredited");
        const char *said = NULL;
        bool there = false;
        change(&c);
        c.questions[question("accredited")].relevant = rows[i].when;
        struct ground g = ground(&c.pack, &nothing);
        const struct page *page = page_form(&g, &form);
        for (int k = 0; k < page->n_blocks; k++) {
            there |= !strcmp(page->blocks[k].text, "3. Accredited?");
            if (there && !strncmp(page->blocks[k].text, "Only if", 7)) {
                assert_null(said);
                said = page->blocks[k].text;
            }
        }
        assert_true(there);
        if (said ? !rows[i].words || strcmp(said, rows[i].words) != 0 : rows[i].words != NULL)
            fail_msg("row %zu: %s", i, said ? said : "nothing");
    }
}

// ---- what stands on it -------------------------------------------------------------------------

// Each sheet begins a page of paper but the first; a hint stands under its question; who may tick
// "I am not sure" needs no box for "I don't know".
static void test_page(void **state)
{
    (void)state;
    static struct changed c;
    static const struct answers nothing;
    static struct choice turned[3];
    const struct form form = form_of("purpose / level / mode");
    int32_t purpose = question("purpose");
    int sheets = 0, unknown = 0;
    change(&c);
    for (int k = 0; k < 3; k++)
        turned[k] = pack->questions[purpose].choices[2 - k];
    c.questions[purpose].choices = turned;
    c.questions[purpose].hint.words = "The reason.";
    struct ground g = ground(&c.pack, &nothing);
    const struct page *page = page_form(&g, &form);
    for (int i = 0; i < page->n_blocks; i++) {
        const struct block *b = &page->blocks[i];
        bool sheet = b->kind == BLOCK_TITLE && !strncmp(b->text, "Sheet", 5);
        assert_int_equal(b->new_sheet, sheet && sheets++ > 0);
        if (!strcmp(b->text, "The reason.")) {
            assert_int_equal(b->indent, 1);
            assert_string_equal(page->blocks[i - 1].text, "1. What for?");
        }
        unknown += !strcmp(b->marker, "[ ] ?");
    }
    assert_int_equal(sheets, 3);
    assert_int_equal(unknown, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_many_sheets),
        cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_a_long_question),
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_page),
    };
    return cmocka_run_group_tests(tests, open_pages, close_pages);
}
