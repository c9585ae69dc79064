// SPDX-License-Identifier: MIT
// The numbers and times of a policy, at both ends of what they may be; tests/kiosk/policy.sh has
// the words of what is refused.
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "unit.h"
#include "app/policy.h"
#include "base/pin.h"

enum { REFUSED = -1 };

static char path[64];

static int set_up(void **state)
{
    (void)state;
    strcpy(path, "/tmp/tanu-policy.XXXXXX");
    int fd = mkstemp(path);
    return fd < 0 || close(fd);
}

static int tear_down(void **state)
{
    (void)state;
    return unlink(path);
}

// 0, or -1 with one fault told at least.
static int read_words(const char *words, struct policy *policy, struct arena *arena)
{
    struct diags diags;
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(words, f);
    fclose(f);
    chmod(path, 0644);
    diags_init(&diags);
    int status = policy_read(path, policy, arena, &diags);
    assert_int_equal(diags.errors > 0, status != 0);
    diags_release(&diags);
    return status;
}

#define P(member) offsetof(struct policy, member)

static const struct {
    const char *words;
    size_t offset;
    int32_t value;
} rows[] = {
    {"idle: 9", P(idle), REFUSED},
    {"idle: 10", P(idle), 10},
    {"idle: 0010", P(idle), 10},
    {"idle: 00010", P(idle), REFUSED},
    {"idle: 3600", P(idle), 3600},
    {"idle: 3601", P(idle), REFUSED},
    {"warning: 5", P(warning), 5},
    {"warning: 4", P(warning), REFUSED},
    {"warning: 600", P(warning), 600},
    {"warning: 601", P(warning), REFUSED},
    {"idle_lines: 10", P(idle_lines), 10},
    {"idle_lines: 3600", P(idle_lines), 3600},
    {"warning_lines: 5", P(warning_lines), 5},
    {"warning_lines: 600", P(warning_lines), 600},
    {"night_from: 0:00\nnight_until: 06:00", P(night_from), 0},
    {"night_from: 00:01\nnight_until: 06:00", P(night_from), 1},
    {"night_from: 22:30\nnight_until: 7:05", P(night_from), 1350},
    {"night_from: 22:30\nnight_until: 7:05", P(night_until), 425},
    {"night_from: 1:00\nnight_until: 23:59", P(night_until), 1439},
    {"night_from: 1:00\nnight_until: 24:00", 0, REFUSED},
    {"night_from: 1:00\nnight_until: 23:60", 0, REFUSED},
    {"night_from: 1:00\nnight_until: 7:5", 0, REFUSED},
    {"night_from: 1:00\nnight_until: 7:055", 0, REFUSED},
    {"night_from: 1:00\nnight_until: 007:05", 0, REFUSED},
    {"night_from: 1:00\nnight_until: :05", 0, REFUSED},
    {"night_from: 1:00\nnight_until: 7.05", 0, REFUSED},
    {"night_from: 1:00\nnight_until: 7:0x", 0, REFUSED},
    {"night_from: 1:00\nnight_until: 1:00", 0, REFUSED},
    {"night_from: 1:00\nnight_until: 01:00", 0, REFUSED},
    {"night_until: 1:00", 0, REFUSED},
};

static void test_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct policy policy;
        struct arena arena;
        arena_init(&arena);
        int status = read_words(rows[i].words, &policy, &arena);
        if (status != (rows[i].value == REFUSED ? -1 : 0))
            fail_msg("%s: %s", rows[i].words, status ? "refused" : "taken");
        if (status == 0)
            assert_int_equal(*(int32_t *)(void *)((char *)&policy + rows[i].offset), rows[i].value);
        arena_release(&arena);
    }
}

// As large as it may be, and one byte more.
static void test_size(void **state)
{
    (void)state;
    enum { MOST = 1 << 16 };
    char *words = malloc(MOST + 2);
    assert_non_null(words);
    for (int more = 0; more < 2; more++) {
        struct policy policy;
        struct arena arena;
        arena_init(&arena);
        memset(words, '#', MOST + 1);
        memcpy(words, "idle: 33\n", 9);
        words[MOST + more] = '\0';
        assert_int_equal(read_words(words, &policy, &arena), more ? -1 : 0);
        if (!more)
            assert_int_equal(policy.idle, 33);
        arena_release(&arena);
    }
    free(words);
}

// What looking at a hash may take, to the last round and the last KiB. A program that is built
// without libsodium finds each of them good.
static void test_hashes(void **state)
{
    (void)state;
#define SALT ",p=1$c2FsdHNhbHRzYWx0$xZCXmUyfkTz13OeX9JZFmj2DcROUSIYrc/Y8z9d1xus"
    static const struct {
        const char *hash;
        enum pin_hash found;
    } hashes[] = {
        {"$argon2id$v=19$m=8192,t=2" SALT, PIN_HASH_GOOD},
        {"$argon2id$v=19$m=8192,t=256" SALT, PIN_HASH_GOOD},
        {"$argon2id$v=19$m=8192,t=257" SALT, PIN_HASH_SLOW},
        {"$argon2id$v=19$m=131072,t=16" SALT, PIN_HASH_GOOD},
        {"$argon2id$v=19$m=131072,t=17" SALT, PIN_HASH_SLOW},
        {"$argon2id$v=19$m=131073,t=1" SALT, PIN_HASH_HUGE},
        {"$argon2id$v=19$m=8192,t=0" SALT, PIN_HASH_BROKEN},
        {"$argon2id$v=19$m=0,t=2" SALT, PIN_HASH_BROKEN},
        {"$argon2id$v=19$m=8192,t=2,p=1$c2FsdHNhbHRzYWx0", PIN_HASH_BROKEN},
        {"", PIN_HASH_BROKEN},
    };
    bool known = pin_hash_look("") == PIN_HASH_BROKEN;
    for (size_t i = 0; i < sizeof hashes / sizeof *hashes; i++)
        if (pin_hash_look(hashes[i].hash) != (known ? hashes[i].found : PIN_HASH_GOOD))
            fail_msg("%s: %d", hashes[i].hash, pin_hash_look(hashes[i].hash));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers), cmocka_unit_test(test_size),
                                       cmocka_unit_test(test_hashes)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
