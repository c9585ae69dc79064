// SPDX-License-Identifier: MIT
// Line mode over pipes, on the tiny pack.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include "tiny.h"
#include "front/line.h"

static char said[1 << 20];

// Runs line mode on an input and leaves what it said. Input and output are files: no pipe can fill
// up.
static int talk(const char *lines, size_t len)
{
    struct tiny tiny = tiny_open();
    struct i18n i18n;
    FILE *in = tmpfile(), *out = tmpfile();
    assert_true(in && out);
    assert_int_equal(fwrite(lines, 1, len, in), len);
    rewind(in);
    lseek(fileno(in), 0, SEEK_SET);
    i18n_init(&i18n, "en", "/nonexistent");
    i18n_set_pack(&i18n, tiny.pack, NULL);
    struct wizard *w = wizard_new(&i18n, tiny.pack, tiny.engine, TINY_DAY, ABILITY_LINES);
    int status = (int)line_run(w, fileno(in), fileno(out));
    rewind(out);
    said[fread(said, 1, sizeof said - 1, out)] = 0;
    wizard_free(w);
    fclose(in);
    fclose(out);
    tiny_close(&tiny);
    return status;
}

static void says(const char *words)
{
    if (!strstr(said, words))
        fail_msg("“%s” is not in:\n%s", words, said);
}

static int run(const char *lines)
{
    return talk(lines, strlen(lines));
}

static void test_empty_input(void **state)
{
    (void)state;
    assert_int_equal(run(""), 0);
    says("Question 1,");
    says("Where should the degree be recognised?");
}

static void test_keys_of_other_keyboards(void **state)
{
    (void)state;
    assert_int_equal(run("KZ\nAU\nә\nback\nәә\n№1\n"), 0);
    says("You chose 2, ");
    says("Please type a number from 1 to ");
    says("Your answer so far: Kazakhstan.");
}

static void test_to_the_result(void **state)
{
    (void)state;
    assert_int_equal(run("KZ\naustralia\n1\n1\n1\n3\n1 2\n"), 0);
    says("You answered: Kazakhstan.");
    says("You chose 1, Further study.");
    says("You answered: Diploma, Transcript of marks.");
    says("That was the last question.");
    says("Refusal is likely");
    says("Sources.");
}

static void test_commands(void **state)
{
    (void)state;
    assert_int_equal(run("KZ\nAU\n<\n\n?\nwhy\n#1\nCN\nanswers\nresult\n#"
                         "destination\n\nlanguage\nlanguage xx\nquit\nnever read\n"),
                     0);
    says("Your answer so far: Australia. Press Enter to keep it.");
    says("Besides an answer you can type:");
    says("Your answer so far: Kazakhstan.");
    says("You answered: China.");
    says("en: English");
    says("This language cannot be shown here.");
    assert_null(strstr(said, "No country is found"));
}

static void test_bad_answers(void **state)
{
    (void)state;
    assert_int_equal(run("zzz\nunknown\nKZ\nunknown\n99\n-1\n\n0\n"), 0);
    says("No country is found under that name.");
    says("This question needs an answer");
    says("Please type a number from 1 to 3");
    says("Please type an answer, or ? for help.");
    says("You answered: I don't know.");
    // Words that stand in several answers, and in one.
    assert_int_equal(run("KZ\nAU\nwork\ndegree\nbach\n"), 0);
    says("Type the number: 1. Bachelor's degree; 2. Master's degree\n");
    says("You answered: Bachelor's degree.");
    // Letters that only one country has.
    assert_int_equal(run("ka\nau\n"), 0);
    says("You answered: Kazakhstan.");
    says("You answered: Australia.");
}

static void test_hostile_bytes(void **state)
{
    (void)state;
    static const char bytes[] = "\xff\xfe\n\x1b[2J\nK\0Z\n\xed\xa0\x80\nKZ\n";
    assert_int_equal(talk(bytes, sizeof bytes - 1), 0);
    says("There are characters in it that cannot be read.");
    says("You answered: Kazakhstan.");
    assert_null(strchr(said, 0x1b));
}

static void test_flood(void **state)
{
    (void)state;
    size_t len = 10 << 20;
    char *flood = malloc(len + 4);
    memset(flood, 'a', len);
    memcpy(flood + len, "\nKZ\n", 4);
    assert_int_equal(talk(flood, len + 4), 0);
    says("That is too long.");
    says("You answered: Kazakhstan.");
    free(flood);
}

// What cannot be read or written is said by the status, and errno says why.
static void test_faults(void **state)
{
    (void)state;
    struct tiny tiny = tiny_open();
    struct i18n i18n;
    i18n_init(&i18n, "en", "/nonexistent");
    i18n_set_pack(&i18n, tiny.pack, NULL);
    int folder = open("/", O_RDONLY), full = open("/dev/full", O_WRONLY),
        nothing = open("/dev/null", O_RDWR);
    struct wizard *w = wizard_new(&i18n, tiny.pack, tiny.engine, TINY_DAY, ABILITY_LINES);
    assert_int_equal(line_run(w, folder, nothing), LINE_CANNOT_READ);
    assert_int_equal(errno, EISDIR);
    assert_int_equal(line_run(w, nothing, full), LINE_CANNOT_WRITE);
    assert_int_equal(errno, ENOSPC);
    assert_int_equal(line_run(w, nothing, nothing), LINE_LEFT);
    wizard_free(w);
    close(folder), close(full), close(nothing);
    i18n_release(&i18n);
    tiny_close(&tiny);
}

// Blanks of any kind around an answer are nobody's, nor is the mark at the beginning of a file.
static void test_blanks(void **state)
{
    (void)state;
    assert_int_equal(run("\xef\xbb\xbf KZ\t\r\n \tAU  \r\n\t1\r\n \n"), 0);
    says("You answered: Kazakhstan.");
    says("You answered: Australia.");
    says("You chose 1, Further study.");
    says("Please type an answer, or ? for help.");
}

static void test_codes_are_no_numbers(void **state)
{
    (void)state;
    assert_int_equal(run("KZ\nAU\n01\n00\n1\n"), 0);
    says("Please type a number from 1 to 3");
    says("You chose 1, Further study.");
    assert_null(strstr(said, "You answered: I don't know."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_input),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_codes_are_no_numbers),
        cmocka_unit_test(test_blanks),
        cmocka_unit_test(test_to_the_result),
        cmocka_unit_test(test_commands),
        cmocka_unit_test(test_bad_answers),
        cmocka_unit_test(test_hostile_bytes),
        cmocka_unit_test(test_flood),
        cmocka_unit_test(test_keys_of_other_keyboards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
