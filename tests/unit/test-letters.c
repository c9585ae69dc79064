// SPDX-License-Identifier: MIT
// Letters to the office in the wizard: which ways each can be taken, by a row and in words.
#include <unistd.h>
#include "stage.h"
#include "base/file.h"
#include "wizard/outlet.h"
#include "wizard/state.h"

static struct wizard *w;
static char printed[100], path[64];

static const struct outlet_format formats[] = {{"ics", "ics", "Calendar", false},
                                               {"text", "txt", "Text", true},
                                               {"html", "html", "For the browser", true}};

static int write_taken(const struct outlet *o, const struct taking *taking, int format,
                       struct text *out, const char **why)
{
    (void)o, (void)why;
    text_printf(out, "%s as %s", taking->letter ? taking->letter->id : "result",
                formats[format].name);
    return 0;
}

static int print_taken(const struct outlet *o, const struct taking *taking, const char **why)
{
    (void)o, (void)why;
    snprintf(printed, sizeof printed, "%s", taking->letter ? taking->letter->id : "result");
    return 0;
}

static const struct outlet files = {.formats = formats, .n_formats = 3, .write = write_taken},
                           both = {.formats = formats,
                                   .n_formats = 3,
                                   .write = write_taken,
                                   .print = print_taken};

static void tell(enum action action, const char *argument)
{
    wizard_do(w, action, argument);
}

// A master on the way to study in Kazakhstan: three letters are there, of which two fit.
static int open_it(void **state)
{
    static const char *const given[] = {"KZ", "AU",   "study",  "master",
                                        "no", "long", "campus", "village"};
    (void)state;
    open_pack("rich");
    w = wizard_new(&i18n, pack, engine, DAY, ABILITY_ALL);
    wizard_outlet(w, &files);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        tell(ACTION_ANSWER, given[i]);
    for (int i = 0; i < 32 && wizard_question(w); i++)
        tell(ACTION_UNKNOWN, NULL);
    assert_null(wizard_question(w));
    snprintf(path, sizeof path, "/tmp/tanu-letter-%d.txt", (int)getpid());
    *printed = 0;
    return 0;
}

static int close_it(void **state)
{
    (void)state;
    unlink(path);
    wizard_free(w);
    close_pack();
    return 0;
}

// "0:On paper 1:A file: Text …": the rows of the page.
static const char *rows_of_page(void)
{
    static char rows[2000];
    const struct page *page = wizard_page(w);
    *rows = 0;
    for (int i = 0; i < page->n_items; i++)
        snprintf(rows + strlen(rows), sizeof rows - strlen(rows), "%s%d:%s", i ? " " : "",
                 (int)page->items[i].value, page->blocks[page->items[i].block].text);
    return rows;
}

static void test_rows(void **state)
{
    (void)state;
    static const struct {
        bool print;
        unsigned without;
        const char *rows;
    } rows[] = {
        {false, 0,
         "0:A file: Text 1:A file: For the browser 2:A file: Text 3:A file: For the browser"},
        {true, 0,
         "0:On paper 1:A file: Text 2:A file: For the browser 3:On paper 4:A file: Text 5:A file: "
         "For the browser"},
        {true, ABILITY_PRINT,
         "0:A file: Text 1:A file: For the browser 2:A file: Text 3:A file: For the browser"},
        {true, ABILITY_WRITE, "0:On paper 1:On paper"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        wizard_outlet(w, rows[i].print ? &both : &files);
        w->abilities = ABILITY_ALL & ~rows[i].without;
        tell(ACTION_LETTER, NULL);
        if (strcmp(rows_of_page(), rows[i].rows) != 0)
            fail_msg("row %zu: %s", i, rows_of_page());
        tell(ACTION_CLOSE, NULL);
    }
}

// Two languages are offered where there is something to take in them.
static void test_take(void **state)
{
    (void)state;
    static const struct {
        bool print;
        unsigned without;
        bool files, paper, languages;
    } rows[] = {
        {false, 0, true, false, true},
        {true, 0, true, true, true},
        {false, ABILITY_PRINT, true, false, true},
        {true, ABILITY_PRINT, true, false, true},
        {true, ABILITY_WRITE, false, true, true},
        {false, ABILITY_WRITE, false, false, false},
        {true, ABILITY_WRITE | ABILITY_PRINT, false, false, false},
    };
    i18n.languages[i18n.n_languages++] =
        (struct i18n_language){.code = "xx", .name = "Another", .shown = true};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        wizard_outlet(w, rows[i].print ? &both : &files);
        w->abilities = ABILITY_ALL & ~rows[i].without;
        tell(ACTION_TAKE, NULL);
        const char *said = rows_of_page();
        if (!!strstr(said, "A file: Text") != rows[i].files ||
            !!strstr(said, "On paper") != rows[i].paper ||
            !!strstr(said, "Two languages: with ") != rows[i].languages)
            fail_msg("row %zu: %s", i, said);
        tell(ACTION_CLOSE, NULL);
    }
    i18n.n_languages--;
}

// Enter on each row: a letter as a file of that kind, or on paper.
static void test_accept(void **state)
{
    (void)state;
    static const struct {
        const char *printed;
        int format;
        const char *letter;
    } rows[] = {
        {"reasons-please", -1, NULL}, {"", 1, "reasons-please"}, {"", 2, "reasons-please"},
        {"hurry", -1, NULL},          {"", 1, "hurry"},          {"", 2, "hurry"},
    };
    wizard_outlet(w, &both);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        *printed = 0;
        tell(ACTION_LETTER, NULL);
        tell(ACTION_FIRST, NULL);
        for (size_t k = 0; k < i; k++)
            tell(ACTION_DOWN, NULL);
        tell(ACTION_ACCEPT, NULL);
        if (strcmp(printed, rows[i].printed) != 0)
            fail_msg("row %zu: %s", i, printed);
        if (rows[i].letter) {
            assert_int_equal(wizard_context(w), CONTEXT_NAME);
            assert_int_equal(w->format, rows[i].format);
            assert_string_equal(w->letter->id, rows[i].letter);
            assert_false(w->summary);
            tell(ACTION_CLOSE, NULL);
        }
        tell(ACTION_CLOSE, NULL);
    }
}

#define ALL                                                                                           \
    "Type “take letter”, its name (reasons-please, hurry), a format and the name of a file, for " \
    "example: take letter reasons-please text letter.txt"
#define PAPER                                                                                             \
    "Type “take letter”, its name (reasons-please, hurry) and “paper”, for example: take letter " \
    "reasons-please paper"

static void test_words(void **state)
{
    (void)state;
    static const struct {
        bool print;
        unsigned without;
        const char *words;            // "%" stands for the file
        const char *message, *result; // what was written or printed; "": nothing
    } rows[] = {
        {false, 0, "letter hurry text %", "Saved: %", "hurry as text"},
        {false, 0, "letter hurry html %", "Saved: %", "hurry as html"},
        {false, 0, "letter  reasons-please   text %", "Saved: %", "reasons-please as text"},
        {false, 0, "text %", "Saved: %", "result as text"},
        {false, 0, "letter", ALL, ""},
        {false, 0, "letter hurry", ALL, ""},
        {false, 0, "letter hurr text %", ALL, ""},
        {false, 0, "letter hurryy text %", ALL, ""},
        {false, 0, "letter look-again text %", ALL, ""}, // does not fit
        {false, 0, "letter hurry ics %", ALL, ""},       // is no paper
        {false, 0, "letter hurry tex %", ALL, ""},
        {false, 0, "letter hurry texts %", ALL, ""},
        {false, 0, "letter hurry text", "Please type the name of a file.", ""},
        {false, 0, "letter hurry paper", ALL, ""},
        {true, 0, "letter hurry paper", "It is being printed.", "hurry"},
        {true, 0, "paper", "It is being printed.", "result"},
        {true, ABILITY_PRINT, "letter hurry paper", ALL, ""},
        {true, ABILITY_WRITE, "letter hurry text %", PAPER, ""},
        {true, ABILITY_WRITE, "letter hurry paper", "It is being printed.", "hurry"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char words[200], message[300], result[100] = "";
        const char *at = strchr(rows[i].words, '%'), *said = strchr(rows[i].message, '%');
        snprintf(words, sizeof words, "%.*s%s", (int)strcspn(rows[i].words, "%"), rows[i].words,
                 at ? path : "");
        snprintf(message, sizeof message, "%.*s%s", (int)strcspn(rows[i].message, "%"),
                 rows[i].message, said ? path : "");
        unlink(path);
        *printed = 0;
        wizard_outlet(w, rows[i].print ? &both : &files);
        w->abilities = ABILITY_ALL & ~rows[i].without;
        w->summary = true;
        tell(ACTION_TAKE, words);
        size_t len;
        char *bytes = file_read(path, 99, &len);
        snprintf(result, sizeof result, "%s", bytes ? bytes : printed);
        free(bytes);
        if (strcmp(wizard_message(w), message) != 0 || strcmp(result, rows[i].result) != 0)
            fail_msg("%s: %s, %s", words, wizard_message(w), result);
        assert_int_equal(wizard_context(w), CONTEXT_RESULT);
    }
}

// Where nothing fits it is said; where nothing may be taken, too.
static void test_none(void **state)
{
    (void)state;
    tell(ACTION_LETTER, "hurry paper");
    assert_string_equal(wizard_message(w), ALL);
    w->abilities = ABILITY_ALL & ~ABILITY_LETTER;
    tell(ACTION_LETTER, NULL);
    assert_int_equal(wizard_context(w), CONTEXT_RESULT);
    assert_false(letters_allowed(w));
    w->abilities = ABILITY_ALL & ~ABILITY_WRITE; // and there is no printer
    tell(ACTION_LETTER, NULL);
    assert_string_equal(wizard_message(w), "Nothing can be printed or saved here.");
    wizard_outlet(w, NULL);
    w->abilities = ABILITY_ALL;
    tell(ACTION_LETTER, NULL);
    assert_string_equal(wizard_message(w), "Nothing can be printed or saved here.");
    wizard_outlet(w, &files);
    tell(ACTION_JUMP, "destination");
    tell(ACTION_ANSWER, "JP");
    for (int i = 0; i < 32 && wizard_question(w); i++)
        tell(ACTION_UNKNOWN, NULL);
    tell(ACTION_TAKE, "letter hurry text x");
    assert_true(strstr(wizard_message(w), "there is nothing to write about"));
}

#define S(test) cmocka_unit_test_setup_teardown(test, open_it, close_it)

int main(void)
{
    const struct CMUnitTest tests[] = {S(test_rows), S(test_take), S(test_accept), S(test_words),
                                       S(test_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
