// SPDX-License-Identifier: MIT
// How often a PIN may be tried: over restarts, with a clock that jumps, without a place to count,
// with a count that somebody else wrote, or that is a link.
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/tries.h"
#include "unit.h"

enum { NOW = 1795900000, DAY = 86400 };

static char folder[64], path[80];

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/tanu-tries.XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/pin-tries", folder);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static void put(const char *words)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(words, f);
    fclose(f);
}

// What it has to wait for at the start of a program.
static int64_t pause_at(int64_t now)
{
    struct tries t;
    tries_open(&t, folder, now);
    return tries_pause(&t, now);
}

// Each wrong one in a program of its own, as soon as it may be made.
static void test_grows_over_restarts(void **state)
{
    (void)state;
    static const int64_t pauses[] = {0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600};
    int64_t now = NOW;
    for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++) {
        struct tries t;
        tries_open(&t, folder, now);
        assert_int_equal(tries_pause(&t, now), 0);
        assert_true(tries_count(&t, now));
        assert_int_equal(tries_pause(&t, now), pauses[i]);
        assert_int_equal(pause_at(now), pauses[i]);
        if (pauses[i])
            assert_int_equal(pause_at(now + pauses[i] - 1), 1);
        now += pauses[i];
    }
    struct tries t;
    tries_open(&t, folder, now);
    tries_clear(&t);
    assert_int_equal(pause_at(now), 0);
}

// It waits from where the clock stands then, and no longer.
static void test_clock_set_back(void **state)
{
    (void)state;
    struct tries t;
    put("5 1795900000\n");
    tries_open(&t, folder, NOW - 400 * DAY);
    assert_int_equal(tries_pause(&t, NOW - 400 * DAY), 120);
    assert_int_equal(tries_pause(&t, NOW - 400 * DAY + 100), 20);
    assert_int_equal(tries_pause(&t, NOW - 400 * DAY + 120), 0);
    tries_open(&t, folder, NOW + 50);
    assert_int_equal(tries_pause(&t, NOW + 50), 70);
}

// Whatever stands there: no try at once, and after the longest pause one.
static void test_a_count_that_is_none(void **state)
{
    (void)state;
    static const char *const words[] = {"", "x\n", "-1 0\n", "3\n", "9 -5\n", "three 4\n"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        put(words[i]);
        assert_int_equal(pause_at(NOW), TRIES_PAUSE_MOST);
    }
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(pause_at(NOW), TRIES_PAUSE_MOST);
    rmdir(path);
    assert_int_equal(pause_at(NOW), 0);
}

// A link is replaced, and what it points to is left alone.
static void test_a_link(void **state)
{
    (void)state;
    char other[80];
    struct stat st;
    struct tries t;
    snprintf(other, sizeof other, "%s/other", folder);
    put("0 0\n");
    assert_int_equal(rename(path, other), 0);
    assert_int_equal(symlink(other, path), 0);
    tries_open(&t, folder, NOW);
    assert_true(tries_count(&t, NOW));
    assert_int_equal(lstat(path, &st), 0);
    assert_true(S_ISREG(st.st_mode) && (st.st_mode & 077) == 0);
    assert_int_equal(stat(other, &st), 0);
    assert_int_equal(st.st_size, 4);
    unlink(other);
}

static void test_no_place(void **state)
{
    (void)state;
    static const char *const places[] = {NULL, "", "relative", "/one:/two", "/nowhere"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct tries t;
        tries_open(&t, places[i], NOW);
        assert_false(tries_count(&t, NOW));
    }
}

// A folder is taken where its name and that of the file in it have room, and an unknown one waits
// for nobody.
static void test_long_names(void **state)
{
    (void)state;
    struct tries t;
    char name[sizeof t.folder + 2];
    const size_t file = strlen("/pin-tries");
    for (size_t len = sizeof t.folder - file - 2; len <= sizeof t.folder; len++) {
        memset(name, 'a', sizeof name);
        for (size_t i = 0; i < len; i += 100)
            name[i] = '/';
        name[len] = '\0';
        tries_open(&t, name, NOW);
        bool fits = len < sizeof t.folder && len + file < sizeof t.path;
        assert_string_equal(t.folder, fits ? name : "");
        assert_int_equal(t.path[0], fits ? '/' : '\0');
        assert_int_equal(t.wrong, 0);
        assert_false(tries_count(&t, NOW)); // no such folder
    }
}

static void says(const char *words)
{
    char line[64] = "";
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    assert_non_null(fgets(line, sizeof line, f));
    fclose(f);
    assert_string_equal(line, words);
}

// The count has an end, and a right one takes it back to nothing.
static void test_what_is_written(void **state)
{
    (void)state;
    struct tries t;
    put("998 1\n");
    tries_open(&t, folder, NOW);
    for (int i = 0; i < 4; i++)
        assert_true(tries_count(&t, NOW + i));
    says("1000 1795900003\n");
    tries_clear(&t);
    says("0 0\n");
    assert_int_equal(tries_pause(&t, 0), 0);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grows_over_restarts),
        cmocka_unit_test(test_clock_set_back),
        cmocka_unit_test(test_a_count_that_is_none),
        cmocka_unit_test(test_a_link),
        cmocka_unit_test(test_no_place),
        cmocka_unit_test(test_long_names),
        cmocka_unit_test(test_what_is_written),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
