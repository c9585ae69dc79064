// SPDX-License-Identifier: MIT
// Archives, one header at a time: what is taken and how it is named, what is refused and why, where
// an archive ends, and that nothing behind it is read.
#include "tests/unit/unit.h"

#include <stdlib.h>

#include "edge.h"
#include "base/oom.h"
#include "base/ustar.h"

enum { BLOCK = 512 };

struct made {
    const char *name, *prefix; // NULL: none
    char kind;
    const char *size; // the field as it stands; NULL: of `bytes`
    const char *bytes;
    const char *sum; // the field as it stands; NULL: right
    const char *magic;
};

struct archive {
    char *bytes;
    size_t len;
};

static void add_blocks(struct archive *a, const char *bytes, size_t len)
{
    size_t blocks = (len + BLOCK - 1) / BLOCK * BLOCK;
    a->bytes = realloc(a->bytes, a->len + blocks + 1);
    assert_non_null(a->bytes);
    memset(a->bytes + a->len, 0, blocks + 1);
    memcpy(a->bytes + a->len, bytes, len);
    a->len += blocks;
}

static void add_zeros(struct archive *a, int blocks)
{
    static const char zeros[BLOCK];
    while (blocks-- > 0)
        add_blocks(a, zeros, BLOCK);
}

// A field of a header: not more than its room, and NULs behind.
static void put(char *header, size_t at, size_t room, const char *words)
{
    size_t len = strlen(words);
    memcpy(header + at, words, len < room ? len : room);
}

static void add(struct archive *a, const struct made *m)
{
    char header[BLOCK] = "", digits[24];
    unsigned sum = 8 * ' ';
    size_t len = m->bytes ? strlen(m->bytes) : 0;
    put(header, 0, 100, m->name);
    snprintf(digits, sizeof digits, "%011zo", len);
    put(header, 124, 12, m->size ? m->size : digits);
    put(header, 136, 12, "77777777777"); // the day stands behind the size
    header[156] = m->kind;
    put(header, 257, 8, m->magic ? m->magic : "ustar\00000");
    put(header, 345, 155, m->prefix ? m->prefix : "");
    for (int i = 0; i < BLOCK; i++)
        sum += (unsigned char)header[i];
    snprintf(digits, sizeof digits, "%06o", sum);
    put(header, 148, 8, m->sum ? m->sum : digits);
    add_blocks(a, header, BLOCK);
    if (len)
        add_blocks(a, m->bytes, len);
}

// What is read of the archive, as "name(bytes) folder/ …" or with "! fault" at the end.
static void read_all(const struct archive *a, char *out, size_t room)
{
    struct edge edge = edge_copy(a->bytes, a->len);
    struct ustar u;
    struct ustar_entry entry;
    size_t at = 0;
    ustar_open(&u, edge.bytes, a->len);
    *out = '\0';
    while (ustar_next(&u, &entry) && at < room) {
        assert_true(!entry.folder || !entry.len);
        at += (size_t)snprintf(out + at, room - at, entry.folder ? "%s%s/" : "%s%s(%.*s)",
                               at ? " " : "", entry.name, (int)entry.len, entry.bytes);
    }
    if (u.fault)
        snprintf(out + at, room - at, "! %s", u.fault);
    assert_false(ustar_next(&u, &entry)); // the end stays the end
    edge_free(&edge);
}

#define A10 "aaaaaaaaaa"
#define A50 A10 A10 A10 A10 A10
#define A100 A50 A50

static const char no_archive[] = "! it is no ustar archive",
                  odd[] = "! it holds a name that is not allowed", cut[] = "! it is cut off",
                  big[] = "! it is too big";
static const char other[] = "! it holds something else than files and folders (a link, a device)";

static void test_headers(void **state)
{
    (void)state;
    static const struct {
        struct made made;
        const char *want;
    } rows[] = {
        {{.name = "a", .kind = '0', .bytes = "x"}, "a(x)"},
        {{.name = "a", .kind = 0, .bytes = "x"}, "a(x)"}, // as old ones write a file
        {{.name = "a", .kind = '0'}, "a()"},
        {{.name = "a/", .kind = '5'}, "a/"},
        {{.name = "a", .kind = '5'}, "a/"},
        {{.name = "./a/b", .kind = '0', .bytes = "x"}, "a/b(x)"},
        {{.name = "b.yaml", .prefix = "a/c", .kind = '0', .bytes = "x"}, "a/c/b.yaml(x)"},
        {{.name = "Az09._-@~", .kind = '0'}, odd},
        {{.name = "Az09._-@", .kind = '0'}, "Az09._-@()"},
        {{.name = A100, .kind = '0'}, A100 "()"}, // all of its room, without a NUL
        {{.name = "b", .prefix = A100 A50 "aaaaa", .kind = '0'}, A100 A50 "aaaaa/b()"},
        {{.name = "a/b/c/d/e/f", .kind = '0'}, "a/b/c/d/e/f()"},
        {{.name = "a/b/c/d/e/f/g", .kind = '0'}, odd},
        {{.name = "/a", .kind = '0'}, odd},
        {{.name = "..", .kind = '0'}, odd},
        {{.name = "a/../b", .kind = '0'}, odd},
        {{.name = "a//b", .kind = '0'}, odd},
        {{.name = "a//", .kind = '5'}, odd},
        {{.name = "a/.b", .kind = '0'}, odd},
        {{.name = ".a", .kind = '0'}, odd},
        {{.name = "-a", .kind = '0'}, odd},
        {{.name = "a b", .kind = '0'}, odd},
        {{.name = "a\nb", .kind = '0'}, odd},
        {{.name = "ә", .kind = '0'}, odd},
        {{.name = "", .kind = '0'}, odd},
        {{.name = "./", .kind = '5'}, ""}, // the folder itself is passed over
        {{.name = "./", .kind = '0'}, odd},
        {{.name = "a", .kind = '1'}, other},
        {{.name = "a", .kind = '2'}, other},
        {{.name = "a", .kind = '3'}, other},
        {{.name = "a", .kind = 'x'}, other},
        {{.name = "a", .kind = '0', .magic = "gustar"}, no_archive},
        {{.name = "a", .kind = '0', .magic = "usta"}, no_archive},
        {{.name = "a", .kind = '0', .magic = "ustar  "}, "a()"}, // as GNU tar writes it
        {{.name = "a", .kind = '0', .sum = "000000"}, no_archive},
        {{.name = "a", .kind = '0', .sum = "xx"}, no_archive},
        // Numbers: blanks before, a blank or a NUL behind, or all of the room.
        {{.name = "a", .kind = '0', .size = "1", .bytes = "x"}, "a(x)"},
        {{.name = "a", .kind = '0', .size = "   1 ", .bytes = "x"}, "a(x)"},
        {{.name = "a", .kind = '0', .size = "000000000001", .bytes = "x"}, "a(x)"},
        {{.name = "a", .kind = '0', .size = "           1", .bytes = "x"}, "a(x)"},
        {{.name = "a", .kind = '0', .size = "10", .bytes = "12345678"}, "a(12345678)"},
        {{.name = "a", .kind = '0', .size = "0 junk"}, "a()"},
        {{.name = "a", .kind = '0', .size = ""}, no_archive},
        {{.name = "a", .kind = '0', .size = "            "}, no_archive},
        {{.name = "a", .kind = '0', .size = "1x", .bytes = "x"}, no_archive},
        {{.name = "a", .kind = '0', .size = "8", .bytes = "x"}, no_archive},
        {{.name = "a", .kind = '0', .size = "/", .bytes = "x"}, no_archive},
        {{.name = "a", .kind = '0', .size = "-1", .bytes = "x"}, no_archive},
        // More than there is.
        {{.name = "a", .kind = '0', .size = "3000"}, cut},
        {{.name = "a", .kind = '0', .size = "2001"},
         cut}, // one byte more than both blocks of zeros
        {{.name = "a", .kind = '0', .size = "100000000"}, cut},
        {{.name = "a", .kind = '0', .size = "100000001"}, big},
        {{.name = "a", .kind = '0', .size = "777777777777"}, big},
        {{.name = "a", .kind = '5', .size = "1", .bytes = "x"}, "a/"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char got[2000];
        struct archive a = {0};
        add(&a, &rows[i].made);
        add_zeros(&a, 2);
        read_all(&a, got, sizeof got);
        if (strcmp(got, rows[i].want))
            fail_msg("row %zu, \"%s\": %s instead of %s", i, rows[i].made.name, got, rows[i].want);
        free(a.bytes);
    }
}

// Cut after so many bytes, or with so much behind it.
static void test_ends(void **state)
{
    (void)state;
    static const struct {
        int zeros;
        size_t less;
        const char *behind, *want;
    } rows[] = {
        {2, 0, NULL, "a(x) b()"},
        {3, 0, NULL, "a(x) b()"},
        {20, 0, NULL, "a(x) b()"},
        {1, 0, NULL, "a(x) b()! it is cut off"},
        {0, 0, NULL, "a(x) b()! it is cut off"},
        {2, 1, NULL, "a(x) b()! it is cut off"},
        {3, 1, NULL, "a(x) b()! it is cut off"},
        {0, 1, NULL, "a(x)! it is cut off"},
        {0, 512, NULL, "a(x)! it is cut off"},
        {0, 513, NULL, "! it is cut off"},
        {0, 1024, NULL, "! it is cut off"},
        {0, 1025, NULL, "! it is cut off"},
        {0, 1535, NULL, "! it is cut off"},
        {0, 1536, NULL, "! it is cut off"},
        {2, 0, "m", "a(x) b()! something follows its end"},
        {2, 0, "more", "a(x) b()! something follows its end"},
        {1, 0, "more", "a(x) b()! something follows its end"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char got[200];
        struct archive a = {0};
        add(&a, &(struct made){.name = "a", .kind = '0', .bytes = "x"});
        add(&a, &(struct made){.name = "b", .kind = '0'});
        add_zeros(&a, rows[i].zeros);
        if (rows[i].behind)
            add_blocks(&a, rows[i].behind, strlen(rows[i].behind));
        a.len -= rows[i].less;
        read_all(&a, got, sizeof got);
        if (strcmp(got, rows[i].want))
            fail_msg("row %zu: %s instead of %s", i, got, rows[i].want);
        free(a.bytes);
    }
}

// So many files and so many bytes, and not one more.
static void test_most(void **state)
{
    (void)state;
    struct archive a = {0};
    struct ustar u;
    struct ustar_entry entry;
    for (int i = 0; i <= USTAR_MOST_FILES; i++)
        add(&a, &(struct made){.name = "a", .kind = '0'});
    ustar_open(&u, a.bytes, a.len);
    for (int i = 0; i < USTAR_MOST_FILES; i++)
        assert_true(ustar_next(&u, &entry));
    assert_false(ustar_next(&u, &entry));
    assert_string_equal(u.fault, "it is too big");
    free(a.bytes);
    a = (struct archive){0};
    char *half = xcalloc(USTAR_MOST_BYTES / 2 + 1, 1);
    memset(half, 'x', USTAR_MOST_BYTES / 2);
    for (int i = 0; i < 2; i++)
        add(&a, &(struct made){.name = "a", .kind = '0', .bytes = half});
    add(&a, &(struct made){.name = "none", .kind = '0'});
    add(&a, &(struct made){.name = "more", .kind = '0', .bytes = "x"});
    ustar_open(&u, a.bytes, a.len);
    for (int i = 0; i < 3; i++)
        assert_true(ustar_next(&u, &entry));
    assert_false(ustar_next(&u, &entry));
    assert_string_equal(u.fault, "it is too big");
    assert_string_equal(u.name, "more");
    free(half);
    free(a.bytes);
}

// The name of what is wrong is safe to print.
static void test_named(void **state)
{
    (void)state;
    struct archive a = {0};
    struct ustar u;
    struct ustar_entry entry;
    add(&a, &(struct made){.name = "a \x1f~\x7f\xd3\x99", .kind = '0'});
    add_zeros(&a, 2);
    ustar_open(&u, a.bytes, a.len);
    assert_false(ustar_next(&u, &entry));
    assert_string_equal(u.name, "a ?~???");
    free(a.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_headers), cmocka_unit_test(test_ends),
                                       cmocka_unit_test(test_most), cmocka_unit_test(test_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
