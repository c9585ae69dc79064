// SPDX-License-Identifier: MIT
// The reader without libyaml agrees with libyaml wherever it answers at all: on every pack of the
// source tree, and on thousands of mangled versions of their files.
#include "tests/unit/unit.h"

#include <ftw.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "pack/read/yaml_simple.h"
#include "pack/read/yaml_text.h"

enum { MOST_FILES = 1000, SECONDS = 2 };

static char *files[MOST_FILES];
static int n_files, answered, asked;

static int note_file(const char *path, const struct stat *st, int kind, struct FTW *walk)
{
    size_t len = strlen(path);
    (void)st;
    (void)walk;
    if (kind == FTW_F && len > 5 && !strcmp(path + len - 5, ".yaml") && n_files < MOST_FILES)
        files[n_files++] = strdup(path);
    return 0;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int setup(void **state)
{
    static const char *const folders[] = {"questions", "tests/packs", "tests/bad-packs",
                                          "tests/fuzz/corpus"};
    const char *top = getenv("TANU_SRC") ? getenv("TANU_SRC") : ".";
    (void)state;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", top, folders[i]);
        nftw(path, note_file, 20, FTW_PHYS);
    }
    qsort(files, (size_t)n_files, sizeof *files, by_name);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    for (int i = 0; i < n_files; i++)
        free(files[i]);
    return 0;
}

static char *contents_of(const char *path, size_t *length)
{
    FILE *f = fopen(path, "r");
    char *bytes = calloc(1, YAML_MAX_FILE + 2000);
    assert_non_null(f);
    *length = fread(bytes, 1, YAML_MAX_FILE, f);
    fclose(f);
    return bytes;
}

static bool same_place(struct pack_place a, struct pack_place b)
{
    return a.file == b.file && a.line == b.line && a.column == b.column;
}

static bool same_string(const char *a, const char *b)
{
    return (!a && !b) || (a && b && !strcmp(a, b));
}

static bool same(const struct node *a, const struct node *b)
{
    if (a->kind != b->kind || a->style != b->style || a->count != b->count ||
        a->length != b->length)
        return false;
    if (!same_place(a->place, b->place) || !same_place(a->key_place, b->key_place))
        return false;
    if (!same_string(a->key, b->key) || !same_string(a->text, b->text))
        return false;
    const struct node *x = a->first, *y = b->first;
    for (; x && y; x = x->next, y = y->next)
        if (!same(x, y))
            return false;
    return !x && !y;
}

static const char *byte_at(const struct source_file *file, struct pack_place place)
{
    const char *p = file->contents + file->line_start[place.line - 1];
    for (int column = 1; column < place.column; column++)
        do
            p++;
        while (((unsigned char)*p & 0xC0) == 0x80);
    return p;
}

// Every letter of a folded text is found in its line of the file, one behind the other.
static void finds_letters(const struct source_file *file, const struct node *node)
{
    const char *before = file->contents;
    for (uint32_t i = 0; node->style == STYLE_BLOCK && i < node->length; i++) {
        if (node->text[i] == ' ' || ((unsigned char)node->text[i] & 0xC0) == 0x80)
            continue;
        const char *at = byte_at(file, node_place_at(file, node, i));
        if (at <= before || *at != node->text[i])
            fail_msg("%s:%u: letter %u of the text is not found", file->path,
                     (unsigned)node->place.line, (unsigned)i);
        before = at;
    }
    for (const struct node *child = node->first; child; child = child->next)
        finds_letters(file, child);
}

static void compare(const char *name, const char *contents, size_t length)
{
    struct arena arena = {0};
    struct diags diags;
    struct source_file file = {
        .path = name, .name = name, .contents = contents, .length = length, .number = 7};
    bool whole = false;
    diags_init(&diags);
    yaml_text_lines(&file, &arena);
    if (yaml_text_check(&file, &diags) == 0 && !diags.errors) {
        const struct node *simple = yaml_simple(&file, &arena);
        asked++;
        if (simple) {
            const struct node *slow = yaml_read_slowly(&file, &arena, &diags, &whole);
            answered++;
            finds_letters(&file, simple);
            if (!slow || !whole || diags.errors || diags.warnings || !same(simple, slow))
                fail_msg("%s differs:\n%.*s", name, (int)(length < 3000 ? length : 3000), contents);
        }
    }
    diags_release(&diags);
    arena_release(&arena);
}

static void test_packs(void **state)
{
    (void)state;
    assert_true(n_files > 100);
    for (int i = 0; i < n_files; i++) {
        size_t length;
        char *bytes = contents_of(files[i], &length);
        compare(files[i], bytes, length);
        free(bytes);
    }
    assert_true(answered > asked / 2);
}

// The reader is there for the packs that are shipped: it must not silently stop knowing them.
static void test_knows_packs(void **state)
{
    (void)state;
    int known = 0, all = 0;
    for (int i = 0; i < n_files; i++) {
        if (!strstr(files[i], "/questions/") || strstr(files[i], "/cases/"))
            continue;
        int before = answered;
        size_t length;
        char *bytes = contents_of(files[i], &length);
        compare(files[i], bytes, length);
        free(bytes);
        all++;
        known += answered > before;
        if (answered == before)
            print_message("read by libyaml: %s\n", files[i]);
    }
    assert_true(known * 10 >= all * 9);
}

static uint32_t draw(uint32_t below)
{
    static uint32_t state = 1;
    state = state * 1664525 + 1013904223;
    return (uint32_t)((uint64_t)(state >> 8) * below >> 24);
}

// A window of some lines with a few changes that matter in YAML.
static size_t mangle(char *out, const char *bytes, size_t length)
{
    static const char special[] = ":-#'\"> |{}[]&*!%@?~,x\\\n  ::  --##";
    size_t from = draw((uint32_t)length), end;
    while (from > 0 && (bytes[from - 1] != '\n' || bytes[from] == ' '))
        from--;
    end = from + 40 + draw(600);
    end = end < length ? end : length;
    while (end < length && bytes[end - 1] != '\n')
        end++;
    size_t n = end - from;
    memcpy(out, bytes + from, n);
    for (uint32_t changes = draw(4); changes > 0 && n > 1; changes--) {
        size_t at = draw((uint32_t)n);
        if (draw(3) == 0) // the beginning of a line
            while (at > 0 && out[at - 1] != '\n')
                at--;
        switch (draw(4)) {
        case 0:
            out[at] = special[draw(sizeof special - 1)];
            break;
        case 1:
            memmove(out + at, out + at + 1, n - at - 1);
            n--;
            break;
        case 2:
            memmove(out + at + 2, out + at, n - at);
            out[at] = special[draw(sizeof special - 1)];
            out[at + 1] = special[draw(sizeof special - 1)];
            n += 2;
            break;
        default:
            memmove(out + at + 2, out + at, n - at);
            memcpy(out + at, "  ", 2);
            n += 2;
        }
    }
    return n;
}

static void test_mangled(void **state)
{
    (void)state;
    time_t begun = time(NULL);
    char *out = calloc(1, YAML_MAX_FILE + 2000);
    asked = answered = 0;
    for (int i = 0; i < 60 && time(NULL) - begun <= SECONDS; i++) {
        size_t length;
        char *bytes = contents_of(files[draw((uint32_t)n_files)], &length);
        for (int k = 0; k < 500 && length > 2 && time(NULL) - begun <= SECONDS; k++) {
            size_t n = mangle(out, bytes, length);
            out[n] = '\0';
            compare("mangled", out, n);
        }
        free(bytes);
    }
    free(out);
    assert_true(answered > 100);
    assert_true(answered < asked);
}

static void test_by_hand(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "a: b\n",
        "a:\n  - b\n",
        "a:\n- b\n",
        "a:\n  b: c\n d: e\n",
        "a: b\n  c\n",
        "a: 'b'\n",
        "a: 'b''c'\n",
        "a: \"b\\n\"\n",
        "a: >-\n  b\n  c\n",
        "a: >-\n  b\n\n  c\n",
        "a: >-\n  b\n\nd: e\n",
        "a: >-\n  b\n   c\n",
        "a: >-\n  # b\n",
        "a: >-\n",
        "a: >-\n\n",
        "a: >-\n  b\n # c\nd: e\n",
        "a: >-\n  b\n  \nd: e\n",
        "a: b # c\n",
        "a: b#c\n",
        "a: # b\n  - c\n",
        "a:\n",
        "a: b: c\n",
        "a: b:\n",
        "a: http://b\n",
        "- a\n",
        "a:\n  - - b\n",
        "a:\n  -  b: c\n     d: e\n",
        "a:\n  - b: c\n    d:\n      - e\n  - f\n",
        "--- \na: b\n",
        "a: b\na: c\n",
        "a: ~\n",
        "a: -1\n",
        "a: \"b\" c\n",
        "a: ''\n",
        "a: 'b' # c\n",
        "# only\n",
        "\n\n",
        "",
        "a",
        "a: b",
        " a: b\n",
        "a:\n  b:\n    c: d\n  e: f\n",
        "a:  b  \n",
        "a: [b]\n",
        "a: {b: c}\n",
        "a: *b\n",
        "a: |\n  b\n",
        "a: >\n  b\n",
        "a b: c\n",
        "a:\n  - b:\n      c: d\n    e: f\n",
        "a:\n    - b\n  - c\n",
        "a: b\n---\nc: d\n",
        "a: b\n...\n",
        "a : b\n",
        "a:b\n",
        "\"a\": b\n",
        "?\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        compare("by hand", texts[i], strlen(texts[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_packs),
        cmocka_unit_test(test_knows_packs),
        cmocka_unit_test(test_mangled),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
