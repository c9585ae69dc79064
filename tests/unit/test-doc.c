// SPDX-License-Identifier: MIT
// Saved cases as documents: what is read comes out again, as YAML and as JSON; what is set, added
// and taken away; and how large one may be.
#include "tests/unit/unit.h"

#include "base/diag.h"
#include "case/doc.h"
#include "case/doc_json.h"
#include "pack/read/yaml.h"

static int read(struct doc *doc, const char *yaml)
{
    struct diags diags;
    diags_init(&diags);
    doc_init(doc);
    int status = doc_read(doc, "case.yaml", yaml, strlen(yaml), &diags);
    assert_int_equal(status, diags.errors ? -1 : 0);
    if (strcmp(yaml, "- a\n") == 0) {
        struct text out = TEXT_INIT;
        diags_render(&out, &diags);
        assert_non_null(strstr(text_str(&out), "case.yaml:1:1: error: a case is a mapping"));
        text_release(&out);
    }
    diags_release(&diags);
    return status;
}

static void expect(const struct doc *doc, const char *yaml, const char *json)
{
    struct text out = TEXT_INIT;
    doc_write(doc, &out);
    assert_string_equal(text_str(&out), yaml);
    text_clear(&out);
    doc_write_json(doc->root, &out);
    assert_string_equal(text_str(&out), json);
    text_release(&out);
}

static void test_there_and_back(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out, *json; // out NULL: the same
    } rows[] = {
        {"a: b\n", NULL, "{\"a\":\"b\"}"},
        {"a: yes\nb: no\n", NULL, "{\"a\":\"yes\",\"b\":\"no\"}"},
        {"a: \"true\"\nb: \"on\"\nc: \"y\"\nd: \"n\"\ne: \"null\"\n", NULL,
         "{\"a\":\"true\",\"b\":\"on\",\"c\":\"y\",\"d\":\"n\",\"e\":\"null\"}"},
        {"a: nothing\nb: yesterday\n", NULL, "{\"a\":\"nothing\",\"b\":\"yesterday\"}"},
        {"a: 2021-06-30\nb: v1.0_x\n", NULL, "{\"a\":\"2021-06-30\",\"b\":\"v1.0_x\"}"},
        {"a: \"-1\"\nb: \".5\"\nc: 5.\nd: \"\"\n", NULL,
         "{\"a\":\"-1\",\"b\":\".5\",\"c\":\"5.\",\"d\":\"\"}"},
        {"a: \"two words\"\n", NULL, "{\"a\":\"two words\"}"},
        {"a: two words\n", "a: \"two words\"\n", "{\"a\":\"two words\"}"},
        {"a: \"x\\\"y\\\\z\\nb\"\n", NULL, "{\"a\":\"x\\\"y\\\\z\\nb\"}"},
        {"a: \"қазақ \x7e\"\n", NULL, "{\"a\":\"қазақ ~\"}"},
        {"\"two words\": x\n", NULL, "{\"two words\":\"x\"}"},
        {"list:\n  - a\n  - \"b c\"\n", NULL, "{\"list\":[\"a\",\"b c\"]}"},
        {"list:\n  - a: 1\n    b:\n      c: 2\n  - a: 3\n", NULL,
         "{\"list\":[{\"a\":\"1\",\"b\":{\"c\":\"2\"}},{\"a\":\"3\"}]}"},
        {"list:\n  - a:\n      - x\n    b: w\nz: last\n", NULL,
         "{\"list\":[{\"a\":[\"x\"],\"b\":\"w\"}],\"z\":\"last\"}"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct doc doc;
        if (read(&doc, rows[i].in))
            fail_msg("row %zu is refused", i);
        expect(&doc, rows[i].out ? rows[i].out : rows[i].in, rows[i].json);
        doc_release(&doc);
        assert_null(doc.root);
    }
    static const char *const bad[] = {"- a\n", "a\n", "a: b\na: c\n", "a: [\n", "a: \"b\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct doc doc;
        if (!read(&doc, bad[i]))
            fail_msg("row %zu is taken", i);
        doc_release(&doc);
    }
}

static void test_changes(void **state)
{
    (void)state;
    struct doc doc;
    doc_init(&doc);
    doc_set(&doc, doc.root, "a", "1");
    doc_set(&doc, doc.root, "b", "2");
    doc_set(&doc, doc.root, "c", "3");
    doc_set(&doc, doc.root, "d", NULL); // was not there
    expect(&doc, "a: 1\nb: 2\nc: 3\n", "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");
    doc_set(&doc, doc.root, "b", "two");
    assert_string_equal(doc_text(doc.root, "b"), "two");
    assert_string_equal(doc_text(doc.root, "none"), "");
    assert_string_equal(doc_text(NULL, "a"), "");
    assert_null(doc_get(NULL, "a"));
    assert_null(doc_get(doc_get(doc.root, "a"), "a")); // a text has no keys
    // The first, one between, the last; then another behind it.
    doc_set(&doc, doc.root, "a", NULL);
    doc_set(&doc, doc.root, "c", NULL);
    doc_set(&doc, doc.root, "e", "5");
    expect(&doc, "b: two\ne: 5\n", "{\"b\":\"two\",\"e\":\"5\"}");
    doc_set(&doc, doc.root, "b", NULL);
    doc_set(&doc, doc.root, "e", NULL);
    expect(&doc, "", "{}");
    doc_set(&doc, doc.root, "f", "6");
    expect(&doc, "f: 6\n", "{\"f\":\"6\"}");
    assert_int_equal(doc_count(doc.root), 1);
    assert_int_equal(doc_count(NULL), 0);
    // What stood behind the one that went stays, also when another comes.
    doc_set(&doc, doc.root, "g", "7");
    doc_set(&doc, doc.root, "f", NULL);
    doc_set(&doc, doc.root, "h", "8");
    expect(&doc, "g: 7\nh: 8\n", "{\"g\":\"7\",\"h\":\"8\"}");
    doc_set(&doc, doc.root, "g", NULL);
    doc_set(&doc, doc.root, "h", NULL);
    doc_set(&doc, doc.root, "f", "6");
    // What is there stays, of another kind it is emptied.
    struct doc_node *list = doc_need(&doc, doc.root, DOC_LIST, "list");
    doc_add(&doc, list, DOC_TEXT, "x");
    struct doc_node *map = doc_add(&doc, list, DOC_MAP, NULL);
    assert_ptr_equal(doc_need(&doc, doc.root, DOC_LIST, "list"), list);
    assert_int_equal(doc_count(list), 2);
    expect(&doc, "f: 6\nlist:\n  - x\n  - \"\"\n", "{\"f\":\"6\",\"list\":[\"x\",{}]}");
    doc_set(&doc, map, "k", "v");
    expect(&doc, "f: 6\nlist:\n  - x\n  - k: v\n", "{\"f\":\"6\",\"list\":[\"x\",{\"k\":\"v\"}]}");
    assert_ptr_equal(doc_need(&doc, doc.root, DOC_MAP, "list"), list);
    assert_int_equal(doc_count(list), 0);
    expect(&doc, "f: 6\n", "{\"f\":\"6\",\"list\":{}}"); // a mapping with nothing in it is not said
    assert_string_equal(doc_text(doc.root, "list"), "");
    doc_set(&doc, doc.root, "list", "words");
    assert_string_equal(doc_text(doc.root, "list"), "words");
    doc_clear(doc_need(&doc, doc.root, DOC_LIST, "f"));
    expect(&doc, "f: \"\"\nlist: words\n", "{\"f\":[],\"list\":\"words\"}");
    doc_release(&doc);
}

// ---- how large ----------------------------------------------------------------------------------

// A mapping within a mapping, `depth` of them, and a text in the last.
static void make_deep(struct doc *doc, int depth)
{
    struct doc_node *map = doc->root;
    for (int i = 1; i < depth; i++)
        map = doc_need(doc, map, DOC_MAP, "m");
    doc_set(doc, map, "t", "x");
}

// So many keys, values and items, the root among them, in mappings of a hundred keys.
static void make_many(struct doc *doc, int n)
{
    struct doc_node *list = doc_need(doc, doc->root, DOC_LIST, "l"), *map = NULL;
    for (n -= 3; n > 0; n--) {
        char key[20];
        snprintf(key, sizeof key, "k%d", n);
        if (n == 1)
            doc_add(doc, list, DOC_TEXT, "x");
        else if (!map || doc_count(map) == 100)
            map = doc_add(doc, list, DOC_MAP, NULL);
        else if (n-- >= 2)
            doc_set(doc, map, key, "");
    }
}

static void make_keys(struct doc *doc, int n)
{
    for (int i = 0; i < n; i++) {
        char key[20];
        snprintf(key, sizeof key, "k%d", i);
        doc_set(doc, doc->root, key, "");
    }
}

static void set_long(struct doc *doc, size_t key, size_t words)
{
    struct text k = TEXT_INIT, w = TEXT_INIT;
    text_repeat(&k, 'k', key);
    text_repeat(&w, 'w', words);
    doc_set(doc, doc->root, text_str(&k), text_str(&w));
    text_release(&k);
    text_release(&w);
}

static void make_key(struct doc *doc, int n)
{
    set_long(doc, (size_t)n, 1);
}

static void make_text(struct doc *doc, int n)
{
    set_long(doc, 1, (size_t)n);
}

// A document that is written as so many bytes.
static void make_size(struct doc *doc, int n)
{
    struct doc_node *list = doc_need(doc, doc->root, DOC_LIST, "l");
    char words[YAML_MAX_STRING + 1];
    memset(words, 'w', sizeof words);
    for (n -= 3; n > 0;) { // "l:" and its line end; each item has four signs and its line end
        int len = n < 3000 ? n - 5 : n < 6000 ? n / 2 - 5 : 3000 - 5;
        words[len] = '\0';
        doc_add(doc, list, DOC_TEXT, words);
        words[len] = 'w';
        n -= len + 5;
    }
}

// What fits is read again; one more does not fit.
static void test_sizes(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        void (*make)(struct doc *doc, int n);
        int most;
    } rows[] = {
        {"depth", make_deep, YAML_MAX_DEPTH - 1},
        {"keys", make_keys, YAML_MAX_KEYS},
        {"a key", make_key, 200},
        {"a text", make_text, YAML_MAX_STRING},
        {"nodes", make_many, YAML_MAX_NODES},
        {"bytes", make_size, YAML_MAX_FILE - 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int more = 0; more < 2; more++) {
            struct doc doc, again;
            struct text out = TEXT_INIT;
            doc_init(&doc);
            rows[i].make(&doc, rows[i].most + more);
            if (doc_fits(&doc) == (bool)more)
                fail_msg("%s: %d", rows[i].what, rows[i].most + more);
            doc_write(&doc, &out);
            if (!more && read(&again, text_str(&out)))
                fail_msg("%s: %d cannot be read again", rows[i].what, rows[i].most);
            if (!more)
                doc_release(&again);
            doc_release(&doc);
            text_release(&out);
        }
    }
}

// Nothing is written that the reader refuses, neither as a text nor as a key nor as an item.
static void test_characters(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        bool fits;
    } rows[] = {
        {"a\nb", true},
        {"a b", true},
        {"a\tb", false},
        {"a\x1f", false},
        {"a\x7f", false},
        {"\xc2\x85 a", false},   // C1
        {"\xe2\x80\xa8", false}, // a line separator
        {"\xe2\x80\xae"
         "a",
         false}, // right to left
        {"\xe2\x80\x8d"
         "a",
         true},                     // a joiner
        {"\xd0\xb8\xcc\x86", true}, // not composed
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int where = 0; where < 3; where++) {
            struct doc doc, again;
            struct text out = TEXT_INIT;
            doc_init(&doc);
            doc_set(&doc, doc.root, where == 1 ? rows[i].words : "k", where ? "x" : rows[i].words);
            if (where == 2)
                doc_add(&doc, doc_need(&doc, doc.root, DOC_LIST, "l"), DOC_TEXT, rows[i].words);
            if (doc_fits(&doc) != rows[i].fits)
                fail_msg("row %zu, place %d", i, where);
            doc_write(&doc, &out);
            if ((read(&again, text_str(&out)) == 0) != rows[i].fits)
                fail_msg("row %zu, place %d: the reader says otherwise", i, where);
            doc_release(&again);
            doc_release(&doc);
            text_release(&out);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_there_and_back),
                                       cmocka_unit_test(test_changes), cmocka_unit_test(test_sizes),
                                       cmocka_unit_test(test_characters)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
