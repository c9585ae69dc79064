// SPDX-License-Identifier: MIT
// Pieces that were written once come again as they were, for whichever thread asks; what does not
// fit any more is not kept.
#include "unit.h"
#include <pthread.h>
#include "case/json_parts.h"

static char things[20000]; // their addresses are what pieces are about

static void keep(struct json_parts *parts, const char *bytes, const void *thing, uint64_t variant)
{
    struct text out = {0};
    text_add(&out, "before");
    text_add(&out, bytes);
    json_parts_keep(parts, &out, 6, thing, variant);
    text_release(&out);
}

static bool again_is(struct json_parts *parts, const void *thing, uint64_t variant,
                     const char *want)
{
    struct text out = {0};
    bool had = json_parts_again(parts, &out, thing, variant);
    if (had)
        assert_string_equal(text_str(&out), want);
    else
        assert_int_equal(out.len, 0);
    text_release(&out);
    return had;
}

static void a_piece_comes_again(void **state)
{
    (void)state;
    struct json_parts *parts = json_parts_new();
    assert_false(again_is(parts, things, 1, ""));
    keep(parts, "one", things, 1);
    keep(parts, "two", things, 2);
    keep(parts, "other", things + 1, 1);
    keep(parts, "too late", things, 1);
    assert_true(again_is(parts, things, 1, "one"));
    assert_true(again_is(parts, things, 2, "two"));
    assert_true(again_is(parts, things + 1, 1, "other"));
    assert_false(again_is(parts, things + 1, 2, ""));
    json_parts_free(parts);
}

static void nowhere_to_keep(void **state)
{
    (void)state;
    keep(NULL, "one", things, 1);
    assert_false(again_is(NULL, things, 1, ""));
    json_parts_free(NULL);
}

static int32_t kept(struct json_parts *parts, const char *bytes)
{
    int32_t n = 0;
    for (size_t i = 0; i < sizeof things; i++)
        keep(parts, bytes, things + i, 0);
    for (size_t i = 0; i < sizeof things; i++)
        n += again_is(parts, things + i, 0, bytes);
    return n;
}

static void the_store_is_bounded(void **state)
{
    (void)state;
    struct json_parts *many = json_parts_new(), *long_ones = json_parts_new();
    char piece[1025];
    memset(piece, 'x', sizeof piece - 1);
    piece[sizeof piece - 1] = '\0';
    assert_int_equal(kept(many, "short"), 16384);
    assert_int_equal(kept(long_ones, piece), (9 << 18) / 1024);
    keep(long_ones, "", things + 19999, 0); // of no bytes: there is room for it to the last
    assert_true(again_is(long_ones, things + 19999, 0, ""));
    json_parts_free(many);
    json_parts_free(long_ones);
}

// Each thread keeps and asks for all of them.
static void *all_of_them(void *parts)
{
    char bytes[16];
    for (size_t i = 0; i < 2000; i++) {
        snprintf(bytes, sizeof bytes, "piece %zu", i);
        keep(parts, bytes, things + i, i % 3);
        if (!again_is(parts, things + i, i % 3, bytes))
            return parts;
    }
    return NULL;
}

static void threads_share_it(void **state)
{
    (void)state;
    struct json_parts *parts = json_parts_new();
    pthread_t threads[3];
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, all_of_them, parts), 0);
    for (size_t i = 0; i < 3; i++) {
        void *fault;
        pthread_join(threads[i], &fault);
        assert_null(fault);
    }
    assert_null(all_of_them(parts));
    json_parts_free(parts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_piece_comes_again),
        cmocka_unit_test(nowhere_to_keep),
        cmocka_unit_test(the_store_is_bounded),
        cmocka_unit_test(threads_share_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
