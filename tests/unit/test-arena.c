// SPDX-License-Identifier: MIT
#include "tests/unit/unit.h"
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/guard.h"
#include "base/oom.h"

static void blocks_are_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena a = {0};
    for (size_t size = 0; size < 300000; size = size * 3 + 1) {
        unsigned char *block = arena_alloc(&a, size);
        assert_int_equal((uintptr_t)block % 8, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(block[i], 0);
        memset(block, 0xAA, size);
    }
    arena_release(&a);
    assert_int_equal(arena_used(&a), 0);
}

static void rewind_gives_back_zeroed_memory(void **state)
{
    (void)state;
    struct arena a = {0};
    struct arena_mark empty = arena_mark(&a);
    char *kept = arena_strdup(&a, "kept");
    struct arena_mark mark = arena_mark(&a);
    char *first = arena_strdup(&a, "secret");
    memset(arena_alloc(&a, 100000), 'x', 100000);
    memset(arena_alloc(&a, 100000), 'x', 100000);
    arena_rewind(&a, mark);
    assert_string_equal(kept, "kept");
    char *again = arena_strdup(&a, "");
    assert_ptr_equal(first, again);
    assert_memory_equal(again, "\0\0\0\0\0\0\0", 7);
    arena_rewind(&a, empty);
    char *reused = arena_alloc(&a, 64);
    for (int i = 0; i < 64; i++)
        assert_int_equal(reused[i], 0);
    arena_release(&a);
}

// What needs no room takes none: blocks stand side by side, rounded up to what any type needs.
static void blocks_stand_side_by_side(void **state)
{
    static const struct {
        size_t size, takes;
    } rows[] = {{1, 8}, {7, 8}, {8, 8}, {9, 16}, {16, 16}, {17, 24}, {0, 8}};
    (void)state;
    struct arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *block = arena_alloc(&a, rows[i].size), *next = arena_alloc(&a, 1);
        assert_int_equal(next - block, rows[i].takes + GUARD);
    }
    // Texts stand close, and what comes behind them is aligned all the same.
    char *text = arena_strdup(&a, "ab"), *other = arena_printf(&a, "%d", 7);
    assert_int_equal(other - text, GUARD ? 8 + GUARD : 3);
    assert_int_equal((uintptr_t)arena_alloc(&a, 1) % 8, 0);
    arena_release(&a);
}

// A step behind a block is noticed, also where the block was given back or grew.
static void what_lies_behind_is_guarded(void **state)
{
    (void)state;
#ifdef GUARD_BLOCKS
    struct arena a = {0};
    char *text = arena_strdup(&a, "seven"), *block = arena_alloc(&a, 20);
    assert_false(__asan_address_is_poisoned(text + 5) || __asan_address_is_poisoned(block + 19));
    assert_true(__asan_address_is_poisoned(text + 6) && __asan_address_is_poisoned(block + 20));
    struct arena_mark mark = arena_mark(&a);
    char *items = arena_alloc(&a, 8);
    assert_ptr_equal(arena_grow(&a, items, 8, 12, 1), items);
    assert_false(__asan_address_is_poisoned(items + 11));
    assert_true(__asan_address_is_poisoned(items + 12));
    arena_rewind(&a, mark);
    assert_true(__asan_address_is_poisoned(items));
    arena_release(&a);
#endif
}

static void grow_keeps_the_items(void **state)
{
    (void)state;
    struct arena a = {0};
    int *list = NULL;
    size_t room = 0;
    for (int i = 0; i < 5000; i++) {
        if ((size_t)i == room) {
            list = arena_grow(&a, list, room, room ? room * 2 : 4, sizeof *list);
            room = room ? room * 2 : 4;
        }
        assert_int_equal(list[i], 0);
        list[i] = i;
        if (i % 100 == 0)
            arena_alloc(&a, 8); // something behind it: growing must move
    }
    for (int i = 0; i < 5000; i++)
        assert_int_equal(list[i], i);
    arena_release(&a);
}

// What was taken last grows where it stands, as long as there is room; nothing else does.
static void the_newest_grows_in_place(void **state)
{
    (void)state;
    struct arena a = {0};
    int *first = arena_grow(&a, NULL, 0, 3, sizeof *first);
    for (size_t n = 3; n < 40; n++)
        assert_ptr_equal(arena_grow(&a, first, n, n + 1, sizeof *first), first);
    int *second = arena_alloc(&a, sizeof *second);
    assert_true(second >= first + 40);
    assert_ptr_equal(arena_grow(&a, first, 40, 40, sizeof *first), first); // asks for nothing
    assert_ptr_not_equal(arena_grow(&a, first, 40, 80, sizeof *first), first);
    arena_release(&a);
}

static void strings_are_copied(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_string_equal(arena_strndup(&a, "abcdef", 3), "abc");
    assert_string_equal(arena_printf(&a, "%s-%d", "n", 7), "n-7");
    assert_string_equal(arena_strndup(&a, NULL, 0), "");
    arena_release(&a);
}

static void fixed_arena_stands_at_its_address(void **state)
{
    (void)state;
    struct arena first, second;
    assert_int_equal(arena_init_fixed(&first, 0), 0);
    assert_true(arena_is_fixed(&first));
    assert_int_equal((uintptr_t)arena_base(&first), ARENA_FIXED_BASE);
    int *n = arena_alloc(&first, sizeof *n);
    *n = 7;
    assert_int_equal(arena_used(&first), 8 + GUARD);

    assert_int_equal(arena_init_fixed(&second, 1 << 20), 0);
    assert_false(arena_is_fixed(&second));
    assert_string_equal(arena_strdup(&second, "works"), "works");
    assert_int_equal(arena_seal(&first), 0);
    assert_int_equal(*n, 7);
    arena_release(&first);
    arena_release(&second);
}

static int status_of(void (*act)(void))
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (!child) {
        close(STDERR_FILENO);
        act();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static void overfill(void)
{
    struct arena a;
    arena_init_fixed(&a, 1 << 16);
    for (int i = 0; i < 100; i++)
        arena_alloc(&a, 1 << 14);
}

static void overflow(void)
{
    struct arena a = {0};
    arena_calloc(&a, SIZE_MAX / 2, 3);
}

static void running_out_ends_the_program(void **state)
{
    (void)state;
    assert_int_equal(status_of(overfill), OOM_EXIT_STATUS);
    assert_int_equal(status_of(overflow), OOM_EXIT_STATUS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_zeroed_and_aligned),
        cmocka_unit_test(rewind_gives_back_zeroed_memory),
        cmocka_unit_test(blocks_stand_side_by_side),
        cmocka_unit_test(what_lies_behind_is_guarded),
        cmocka_unit_test(grow_keeps_the_items),
        cmocka_unit_test(the_newest_grows_in_place),
        cmocka_unit_test(strings_are_copied),
        cmocka_unit_test(fixed_arena_stands_at_its_address),
        cmocka_unit_test(running_out_ends_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
