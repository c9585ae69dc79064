// SPDX-License-Identifier: MIT
// What is taken away as a file: the name that is proposed, the name that is meant, when a file is
// written over, and what is said where it cannot be written.
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "visit-each.h"
#include "base/file.h"
#include "wizard/outlet.h"
#include "wizard/state.h"

// An outlet whose documents say what was taken; the last format cannot be written.
static const struct outlet_format formats[] = {{"ics", "ics", "Calendar", false},
                                               {"txt", "txt", "Text", true},
                                               {"html", "html", "For the browser", true},
                                               {"bad", "bad", "Nothing", true}};

static int write_taken(const struct outlet *o, const struct taking *taking, int format,
                       struct text *out, const char **why)
{
    (void)o;
    if (format == 3) {
        *why = "That cannot be.";
        return -1;
    }
    text_printf(out, "%s in %s%s%s", formats[format].name, taking->i18n->lang,
                taking->second ? " and " : "", taking->second ? taking->second : "");
    return 0;
}

static const struct outlet outlet = {.formats = formats, .n_formats = 4, .write = write_taken};

static char folder[64];

// Lives until the test ends.
static const char *in_folder(const char *name)
{
    static char paths[32][100];
    static size_t at;
    char *path = paths[at++ % 32];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static int open_all(void **state)
{
    set_up(state);
    strcpy(folder, "/tmp/tanu-save-XXXXXX");
    assert_non_null(mkdtemp(folder));
    setenv("HOME", folder, 1);
    wizard_outlet(v.w, &outlet);
    visit_go(&v, "result");
    return 0;
}

static int close_all(void **state)
{
    static const char *const names[] = {"a.txt", "b.txt", "home.txt", "x.html"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(in_folder(names[i]));
    assert_int_equal(rmdir(folder), 0);
    return tear_down(state);
}

static void expect_file(const char *name, const char *words)
{
    size_t len;
    char *bytes = file_read(in_folder(name), 1000, &len);
    assert_non_null(bytes);
    assert_string_equal(bytes, words);
    free(bytes);
    struct stat info;
    assert_int_equal(stat(in_folder(name), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
}

// By the format and the country one goes to.
static void test_name(void **state)
{
    (void)state;
    const struct letter *letter = v.tiny.pack->letters; // only whether there is one counts
    take_as_file(v.w, 1, NULL);
    assert_string_equal(visit_typed(&v), "tanu-KZ.txt");
    assert_true(visit_shows(&v, "Text"));
    wizard_do(v.w, ACTION_CLOSE, NULL);
    take_as_file(v.w, 0, letter ? letter : (const struct letter *)&formats);
    assert_string_equal(visit_typed(&v), "tanu-letter-KZ.ics");
    wizard_do(v.w, ACTION_CLOSE, NULL);
    struct answer *to = &v.w->session.current.of[v.tiny.pack->q_destination];
    to->state = ANSWER_UNKNOWN;
    take_as_file(v.w, 2, NULL);
    assert_string_equal(visit_typed(&v), "tanu.html");
    wizard_do(v.w, ACTION_CLOSE, NULL);
    *to = (struct answer){.state = ANSWER_GIVEN, .value = v.tiny.pack->n_countries};
    take_as_file(v.w, 2, NULL);
    assert_string_equal(visit_typed(&v), "tanu.html");
    to->value = v.tiny.pack->n_countries - 1;
    wizard_do(v.w, ACTION_CLOSE, NULL);
    take_as_file(v.w, 2, NULL);
    char name[30];
    snprintf(name, sizeof name, "tanu-%s.html", v.tiny.pack->countries[to->value]);
    assert_string_equal(visit_typed(&v), name);
}

// A summary is written in the first format that takes any page, until its name says another one.
static void test_summary(void **state)
{
    (void)state;
    assert_int_equal(take_summary(v.w), WIZARD_PAGE);
    assert_string_equal(visit_typed(&v), "tanu-summary-KZ.txt");
    assert_true(visit_shows(&v, "The summary of the appointment"));
    wizard_do(v.w, ACTION_CLOSE, NULL);
    take_as_file(v.w, 2, NULL); // the next file is none any more
    assert_string_equal(visit_typed(&v), "tanu-KZ.html");
    assert_true(visit_shows(&v, "For the browser"));
    wizard_do(v.w, ACTION_CLOSE, NULL);
    v.w->abilities &= ~(unsigned)ABILITY_WRITE;
    assert_int_equal(take_summary(v.w), WIZARD_SAME);
    v.w->abilities |= ABILITY_WRITE;
    wizard_outlet(v.w, NULL);
    assert_int_equal(take_summary(v.w), WIZARD_SAME);
}

static void save(const char *name, bool good, const char *message)
{
    assert_int_equal(take_save(v.w, name), good);
    assert_string_equal(wizard_message(v.w), message);
}

static const char *saved(const char *name)
{
    return arena_printf(&v.w->frame, "Saved: %s", name);
}

#define ONCE_MORE "There is a file of that name. Do it once more to write over it."

// Only whoever asks for the same name twice writes over it, and only once.
static void test_over(void **state)
{
    (void)state;
    const char *a = in_folder("a.txt"), *b = in_folder("b.txt");
    take_as_file(v.w, 1, NULL);
    save(a, true, saved(a));
    expect_file("a.txt", "txt in en");
    v.w->format = 2;
    save(a, false, ONCE_MORE);
    expect_file("a.txt", "txt in en");
    save(b, true, saved(b)); // another name: then it is forgotten
    save(a, false, ONCE_MORE);
    expect_file("a.txt", "txt in en");
    save(b, false, ONCE_MORE);
    save(a, false, ONCE_MORE);
    save(a, true, saved(a));
    expect_file("a.txt", "html in en");
    v.w->format = 1;
    save(a, false, ONCE_MORE);
    take_as_file(v.w, 1, NULL); // from the beginning
    save(a, false, ONCE_MORE);
    save(arena_printf(&v.w->frame, "  %s  ", a), true, saved(a)); // blanks mean nothing
    expect_file("a.txt", "txt in en");
}

static void test_places(void **state)
{
    (void)state;
    take_as_file(v.w, 1, NULL);
    save("", false, "Please type the name of a file.");
    save("   ", false, "Please type the name of a file.");
    save(in_folder("none/a.txt"), false, "There is no such folder. Take another one.");
    save(folder, false, "That is a folder. Add the name of a file.");
    save("~/home.txt", true, saved(in_folder("home.txt")));
    expect_file("home.txt", "txt in en");
    assert_int_equal(chdir(folder), 0);
    save("a.txt", true, "Saved: a.txt");
    expect_file("a.txt", "txt in en");
    setenv("HOME", "", 1); // nobody's: then it is a name like others
    save("~/home.txt", false, "There is no such folder. Take another one.");
    unsetenv("HOME");
    save("~/home.txt", false, "There is no such folder. Take another one.");
    setenv("HOME", folder, 1);
    v.w->format = 3;
    save(in_folder("b.txt"), false, "That cannot be.");
    assert_int_equal(access(in_folder("b.txt"), F_OK), -1);
    assert_int_equal(chdir("/"), 0);
}

// In a second language too, where another one is chosen than that of the moment.
static void test_second_language(void **state)
{
    (void)state;
    static const struct {
        const char *second, *words;
    } rows[] = {{"", "txt in en"}, {"kk", "txt in en and kk"}, {"en", "txt in en"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        take_as_file(v.w, 1, NULL);
        snprintf(v.w->second, sizeof v.w->second, "%s", rows[i].second);
        save(in_folder("a.txt"), true, saved(in_folder("a.txt")));
        expect_file("a.txt", rows[i].words);
        unlink(in_folder("a.txt"));
        wizard_do(v.w, ACTION_CLOSE, NULL);
    }
}

// What is written closes the page; what cannot be written leaves it as it is.
static void test_page(void **state)
{
    (void)state;
    take_as_file(v.w, 1, NULL);
    assert_int_equal(wizard_context(v.w), CONTEXT_NAME);
    wizard_do(v.w, ACTION_FIRST, NULL);
    for (const char *at = "none/"; *at; at++)
        visit_press(&v, (unsigned char)*at);
    wizard_do(v.w, ACTION_ACCEPT, NULL);
    assert_int_equal(wizard_context(v.w), CONTEXT_NAME);
    wizard_do(v.w, ACTION_CLOSE, NULL);
    assert_int_equal(chdir(folder), 0);
    take_as_file(v.w, 1, NULL);
    wizard_do(v.w, ACTION_ACCEPT, NULL);
    assert_int_equal(wizard_context(v.w), CONTEXT_RESULT);
    unlink("tanu-KZ.txt");
    assert_int_equal(chdir("/"), 0);
}

#define S(test) cmocka_unit_test_setup_teardown(test, open_all, close_all)

int main(void)
{
    const struct CMUnitTest tests[] = {
        S(test_name),   S(test_summary),         S(test_over),
        S(test_places), S(test_second_language), S(test_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
