// SPDX-License-Identifier: MIT
// Places inside scalars: whatever the style, an offset of the text is found again in the file.
#include "tests/unit/unit.h"

#include "pack/read/yaml.h"

static const char document[] = "plain: one two\n"
                               "wrapped: one\n"
                               "  two three\n"
                               "single: 'it''s so'\n"
                               "double: \"a \\\"b\\\" c\"\n"
                               "folded: >-\n"
                               "  one\n"
                               "    indented\n"
                               "\n"
                               "  last\n"
                               "literal: |\n"
                               "  x\n"
                               "  y\n"
                               "cyrillic: \xd0\xb4\xd0\xb0 \xd0\xb4\xd0\xb0 z\n"
                               "list:\n"
                               "  - a\n"
                               "  - key: b\n";

struct fixture {
    struct source_file file;
    struct arena arena;
    struct diags diags;
    const struct node *root;
};

static void read_document(struct fixture *f, const char *contents)
{
    bool whole = false;
    memset(f, 0, sizeof *f);
    f->file = (struct source_file){.path = "test.yaml",
                                   .name = "test.yaml",
                                   .contents = contents,
                                   .length = strlen(contents),
                                   .number = 1};
    f->root = yaml_read(&f->file, &f->arena, &f->diags, &whole);
}

static void release(struct fixture *f)
{
    arena_release(&f->arena);
    diags_release(&f->diags);
}

static void check_place(const struct fixture *f, const char *key, char character, unsigned line,
                        unsigned column)
{
    const struct node *node = node_get(f->root, key);
    assert_non_null(node);
    const char *at = strchr(node->text, character);
    assert_non_null(at);
    struct pack_place place = node_place_at(&f->file, node, (uint32_t)(at - node->text));
    if (place.line != line || place.column != column)
        fail_msg("%s %c: %u:%u", key, character, (unsigned)place.line, (unsigned)place.column);
}

static void test_places(void **state)
{
    struct fixture f;
    (void)state;
    read_document(&f, document);
    assert_int_equal(f.diags.errors, 0);
    check_place(&f, "plain", 't', 1, 12);
    check_place(&f, "wrapped", 'o', 2, 10);
    check_place(&f, "wrapped", 'h', 3, 8);
    check_place(&f, "single", 's', 4, 14);
    check_place(&f, "double", 'b', 5, 14);
    check_place(&f, "double", 'c', 5, 18);
    check_place(&f, "folded", 'i', 8, 5);
    check_place(&f, "folded", 'l', 10, 3);
    check_place(&f, "literal", 'y', 13, 3);
    check_place(&f, "cyrillic", 'z', 14, 17);
    release(&f);
}

// A line that begins as the whole text does is not where the text begins.
static void test_repeated(void **state)
{
    struct fixture f;
    (void)state;
    read_document(&f, "quoted: \"ab\n  ab\n  c\"\nfolded: >-\n  ab\n  ab\n  c\n");
    check_place(&f, "quoted", 'b', 1, 11);
    check_place(&f, "quoted", 'c', 3, 3);
    check_place(&f, "folded", 'b', 5, 4);
    check_place(&f, "folded", 'c', 7, 3);
    release(&f);
}

static void test_tree(void **state)
{
    struct fixture f;
    (void)state;
    read_document(&f, document);
    assert_string_equal(node_get(f.root, "single")->text, "it's so");
    assert_string_equal(node_get(f.root, "literal")->text, "x\ny"); // no line break at the end
    const struct node *list = node_get(f.root, "list");
    assert_int_equal(list->kind, NODE_LIST);
    assert_int_equal(list->count, 2);
    assert_string_equal(node_get(list->last, "key")->text, "b");
    assert_int_equal(list->last->place.line, 17);
    assert_null(node_get(f.root, "nothing"));
    assert_null(node_get(list, "key"));
    assert_null(node_get(NULL, "key"));
    release(&f);
}

// A block of nothing but line breaks is an empty text.
static void test_breaks(void **state)
{
    struct fixture f;
    (void)state;
    read_document(&f, "a: |+\n\n\nb: |\n  x\n\nc: \"\\n\"\n");
    assert_int_equal(f.diags.errors, 0);
    assert_string_equal(node_get(f.root, "a")->text, "");
    assert_int_equal(node_get(f.root, "a")->length, 0);
    assert_string_equal(node_get(f.root, "b")->text, "x");
    release(&f);
}

// After a syntax fault the part before it is still there.
static void test_partial(void **state)
{
    struct fixture f;
    (void)state;
    read_document(&f, "a: 1\nb: 2: 3\nc: 4\n");
    assert_int_equal(f.diags.errors, 1);
    assert_string_equal(f.diags.list[0].code, "yaml-syntax");
    assert_string_equal(node_get(f.root, "a")->text, "1");
    release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places), cmocka_unit_test(test_repeated), cmocka_unit_test(test_tree),
        cmocka_unit_test(test_breaks), cmocka_unit_test(test_partial),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
