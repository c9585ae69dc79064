// SPDX-License-Identifier: MIT
// Answers as people say them in line mode: one row is a question, the words, what is answered, and
// what the program says then.
#include "visit-each.h"
#include "wizard/state.h"

// What stands as the answer to a question: "2", "?" for "I don't know", "-" for none.
static const char *answered(const char *id)
{
    static char words[32];
    const struct answer *a = &wizard_session(v.w)->all.of[pack_question(v.tiny.pack, id)];
    if (a->state == ANSWER_GIVEN)
        snprintf(words, sizeof words, "%lld", (long long)a->value);
    else
        snprintf(words, sizeof words, "%s", a->state == ANSWER_UNKNOWN ? "?" : "-");
    return words;
}

struct said {
    const char *question, *words, *answer, *message;
};

static void expect_all(const struct said *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        wizard_do(v.w, ACTION_AGAIN, NULL), wizard_do(v.w, ACTION_YES, NULL);
        visit_go(&v, rows[i].question);
        wizard_do(v.w, ACTION_ANSWER, rows[i].words);
        const char *message = wizard_message(v.w);
        if (strcmp(answered(rows[i].question), rows[i].answer) != 0 ||
            strcmp(message, rows[i].message) != 0)
            fail_msg("%s “%s”: %s, %s", rows[i].question, rows[i].words, answered(rows[i].question),
                     message);
    }
}

// The number of a row, also by the letter that stands on its key; its words, some of them, or one
// of its hint that is long enough; a slip of the finger. What fits several is asked back.
static void test_one(void **state)
{
    (void)state;
    static const struct said rows[] = {
        {"level", "1", "0", "You chose 1, Bachelor's degree."},
        {"level", "3", "2", "You chose 3, Doctorate."},
        {"level", "4", "?", "You answered: I don't know."},
        {"level", "5", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "0", "?", "You answered: I don't know."},
        {"level", "00", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "01", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "1000", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "-1", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "", "-", ""},
        {"level", "\"", "0", "You chose 1, Bachelor's degree."},
        {"level", "ә", "1", "You chose 2, Master's degree."},
        {"level", "Master's degree", "1", "You answered: Master's degree."},
        {"level", "master's DEGREE", "1", "You answered: Master's degree."},
        {"level", "master", "1", "You answered: Master's degree."},
        {"level", "degree", "-", "Type the number: 1. Bachelor's degree; 2. Master's degree"},
        {"level", "doct", "2", "You answered: Doctorate."},
        {"level", "magistr", "1", "You answered: Master's degree."},
        {"level", "bachelor", "0", "You answered: Bachelor's degree."},
        {"level", "unknown", "?", "You answered: I don't know."},
        {"level", "I don't know", "?", "You answered: I don't know."},
        {"level", "zzz", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "so", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "x", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "mastre", "1", "You answered: Master's degree."},
        {"level", "al", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "als", "1", "You answered: Master's degree."},
        {"level", "1 ", "-", "Please type a number from 1 to 4, or ? for help."},
        {"level", "11", "-", "Please type a number from 1 to 4, or ? for help."},
        {"purpose", "3", "?", "You chose 3, I am not sure yet."},
        {"purpose", "unsure", "?", "You answered: I don't know."},
        {"purpose", "work", "1", "You answered: Work."},
        {"purpose", "0", "?", "You answered: I don't know."},
        {"purpose", "study", "0", "You answered: Further study."},
    };
    expect_all(rows, sizeof rows / sizeof *rows);
}

// Several rows; "none" and "I don't know" stand alone.
static void test_many(void **state)
{
    (void)state;
    static const struct said rows[] = {
        {"documents_held", "1", "1", "You answered: Diploma."},
        {"documents_held", "2", "2", "You answered: Transcript of marks."},
        {"documents_held", "1 2", "3", "You answered: Diploma, Transcript of marks."},
        {"documents_held", "1,2", "3", "You answered: Diploma, Transcript of marks."},
        {"documents_held", " 2;1 ", "3", "You answered: Diploma, Transcript of marks."},
        {"documents_held", "3", "0", "You answered: None of these."},
        {"documents_held", "4", "?", "You answered: I don't know."},
        {"documents_held", "0", "?", "You answered: I don't know."},
        {"documents_held", "1 3", "-", "Please type a number from 1 to 4, or ? for help."},
        {"documents_held", "3 1", "-", "Please type a number from 1 to 4, or ? for help."},
        {"documents_held", "1 0", "-", "Please type a number from 1 to 4, or ? for help."},
        {"documents_held", "5", "-", "Please type a number from 1 to 4, or ? for help."},
        {"documents_held", "1 5", "-", "Please type a number from 1 to 4, or ? for help."},
        {"documents_held", "Diploma", "1", "You answered: Diploma."},
        {"documents_held", "none of these", "0", "You answered: None of these."},
        {"documents_held", "transcript of marks", "2", "You answered: Transcript of marks."},
        {"documents_held", "x", "-", "Please type a number from 1 to 4, or ? for help."},
        {"documents_held", "", "-", ""},
        {"documents_held", "1 1", "1", "You answered: Diploma."},
        {"documents_held", "\"", "1", "You answered: Diploma."},
    };
    expect_all(rows, sizeof rows / sizeof *rows);
}

static void test_field(void **state)
{
    (void)state;
    static const struct said rows[] = {
        {"duration_years", "3,5", "3500", "You answered: 3.5."},
        {"duration_years", "۴", "4000", "You answered: 4."},
        {"duration_years", "99", "-", "Give a number between 0.5 and 12."},
        {"duration_years", "x", "-", "Please type a number, for example 4 or 3.5."},
        {"duration_years", "", "-", ""},
        {"duration_years", "-", "-", "Please type a number, for example 4 or 3.5."},
        {"duration_years", "unknown", "?", "You answered: I don't know."},
        {"duration_years", "0", "-", "Give a number between 0.5 and 12."},
    };
    expect_all(rows, sizeof rows / sizeof *rows);
}

// A code, a name, letters that only one country has; of several the numbers are asked for.
static void test_search(void **state)
{
    (void)state;
    static const struct said rows[] = {
        {"destination", "KZ", "3", "You answered: Kazakhstan."},
        {"destination", "kz", "3", "You answered: Kazakhstan."},
        {"destination", "Kazakhstan", "3", "You answered: Kazakhstan."},
        {"destination", "kaz", "3", "You answered: Kazakhstan."},
        {"destination", "a", "0", "You answered: Australia."},
        {"destination", "zz", "-",
         "No country is found under that name. Try fewer letters, or the English name."},
        {"destination", "0", "-", "This question needs an answer: everything else depends on it."},
        {"destination", "", "-", ""},
        {"destination", "1", "-",
         "No country is found under that name. Try fewer letters, or the English name."},
        {"destination", "ussr", "-",
         "Soviet Union no longer exists. Choose the State to which the place belongs today. 2 "
         "countries are found. Type a number, or more letters."},
        {"award_country", "0", "?", "You answered: I don't know."},
        {"award_country", "unknown", "?", "You answered: I don't know."},
        {"award_country", "austr", "0", "You answered: Australia."},
        {"award_country", "mongolai", "-",
         "No country is found under that name. Try fewer letters, or the English name."},
    };
    expect_all(rows, sizeof rows / sizeof *rows);
}

// What was found can be chosen by its number.
static void test_found(void **state)
{
    (void)state;
    wizard_do(v.w, ACTION_ANSWER, "ussr");
    wizard_do(v.w, ACTION_ANSWER, "3");
    assert_string_equal(answered("destination"), "-");
    wizard_do(v.w, ACTION_ANSWER, "ussr");
    wizard_do(v.w, ACTION_ANSWER, "2");
    assert_string_equal(answered("destination"), "4");
    assert_string_equal(wizard_message(v.w), "You chose 2, Russian Federation.");
}

// What the page says above the line is not what was found.
static void test_early(void **state)
{
    (void)state;
    v.w->early = true;
    wizard_do(v.w, ACTION_ANSWER, "ussr");
    assert_true(strstr(wizard_message(v.w), "Soviet Union no longer exists. ") ==
                wizard_message(v.w));
    wizard_do(v.w, ACTION_ANSWER, "zz");
    assert_string_equal(
        wizard_message(v.w),
        "No country is found under that name. Try fewer letters, or the English name.");
}

// The list before the line to type in. What is no row of it may be the answer itself.
static void test_front(void **state)
{
    (void)state;
    static const struct said rows[] = {
        {"duration_years", "1", "500", "You answered: None at all."},
        {"duration_years", "none at all", "500", "You answered: None at all."},
        {"duration_years", "-", "500", "You answered: None at all."},
        {"duration_years", "3", "?", "You answered: I don't know."},
        {"duration_years", "I don't know", "?", "You answered: I don't know."},
        {"duration_years", "4", "4000", "You answered: 4."},
        {"duration_years", "3,5", "3500", "You answered: 3.5."},
        {"duration_years", "0", "-", "Give a number between 0.5 and 12."},
        {"duration_years", "x", "-", "Please type a number, for example 4 or 3.5."},
        {"duration_years", "2", "-", ""}, // opens the line
        {"duration_years", "a few", "-", ""},
    };
    static struct pack changed;
    static struct question questions[PACK_MAX_QUESTIONS];
    const struct pack *pack = v.tiny.pack;
    memcpy(questions, pack->questions, (size_t)pack->n_questions * sizeof *questions);
    changed = *pack;
    changed.questions = questions;
    struct question *q = &questions[pack_question(pack, "duration_years")];
    q->none_label.words = "None at all";
    q->some_label.words = "A few";
    q->opener.words = "Did it take any?";
    wizard_free(v.w);
    v.w = wizard_new(&v.i18n, &changed, v.tiny.engine, TINY_DAY, ABILITY_ALL);
    expect_all(rows, sizeof rows / sizeof *rows);
    wizard_do(v.w, ACTION_ANSWER, "none at all"); // with the line open, too
    assert_string_equal(answered("duration_years"), "500");
}

int main(void)
{
    const struct CMUnitTest tests[] = {T(test_one),   T(test_many),  T(test_field), T(test_search),
                                       T(test_found), T(test_early), T(test_front)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
