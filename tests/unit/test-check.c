// SPDX-License-Identifier: MIT
// src/check from inside: laws that see the same are the same law, or a part of it; counter-examples
// lead where they say; the reader of .po files.
#include "tests/unit/unit.h"
#include "tests/unit/shipped.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "check/parts.h"
#include "author/phrases.h"
#include "pack/read/load.h"

static const struct pack *load(const char *name)
{
    char path[4096];
    const char *src = getenv("TANU_SRC");
    struct diags diags;
    snprintf(path, sizeof path, "%s/tests/%s", src ? src : ".", name);
    diags_init(&diags);
    const struct pack *pack = pack_load(path, LOAD_CASES, &diags);
    assert_non_null(pack);
    diags_release(&diags);
    return pack;
}

// ---- sights -------------------------------------------------------------------------------------

struct known {
    struct seen seen; // with rows of its own
    uint32_t *masks;  // of every diagram of the law
    int32_t n_masks;
};

static void same_laws(const struct known *a, const struct known *b)
{
    assert_int_equal(a->n_masks, b->n_masks);
    for (int32_t i = 0; i < a->n_masks; i++)
        assert_int_equal(a->masks[i], b->masks[i]);
}

static void part_of_law(const struct known *part, const struct known *whole)
{
    assert_int_equal(part->n_masks, whole->n_masks);
    for (int32_t i = 0; i < part->n_masks; i++)
        assert_int_equal(part->masks[i] & ~whole->masks[i], 0);
}

static struct known know(struct sight *sight, const struct atlas *atlas, int32_t country,
                         struct diagram *d)
{
    struct known k;
    sight_look(sight, atlas, country, &k.seen);
    size_t bytes = (size_t)k.seen.n_rows * sizeof *k.seen.rows;
    int32_t *rows = malloc(bytes + 1);
    assert_non_null(rows);
    memcpy(rows, k.seen.rows, bytes);
    k.seen.rows = rows;
    struct law_draft *draft = law_draft_new(atlas, country, d);
    k.n_masks = draft->roots.n + draft->n_parts;
    k.masks = malloc((size_t)k.n_masks * sizeof *k.masks);
    assert_non_null(k.masks);
    for (int32_t i = 0; i < draft->roots.n; i++)
        k.masks[i] = diagram_mask(d, draft->roots.all[i]);
    for (int32_t i = 0; i < draft->n_parts; i++)
        k.masks[draft->roots.n + i] = diagram_mask(d, draft->parts[i]);
    law_draft_free(draft);
    return k;
}

static void forget(struct known *k)
{
    free((void *)(uintptr_t)k->seen.rows);
    free(k->masks);
}

// What check skips because it sees the same, or less, reaches the same terminals, or fewer. True if
// one of the two would be skipped.
static bool compare(const struct known *a, const struct known *b)
{
    bool first = seen_within(&a->seen, &b->seen), second = seen_within(&b->seen, &a->seen);
    if (first && second)
        same_laws(a, b);
    else if (first)
        part_of_law(a, b);
    else if (second)
        part_of_law(b, a);
    return first || second;
}

static void compare_all(const char *name, bool some_shared)
{
    const struct pack *pack = load(name);
    struct arena arena;
    struct days days;
    struct diagram d;
    size_t n = 0, shared = 0;
    arena_init(&arena);
    diagram_init(&d);
    days_find(&days, pack, 20261101, &arena);
    assert_int_equal(days.days[0], 20261101);
    struct sight *sight = sight_new(pack, &days);
    struct known *known = calloc((size_t)days.n * (size_t)pack->n_countries, sizeof *known);
    assert_non_null(known);
    for (int32_t i = 0; i < days.n; i++) {
        struct atlas atlas;
        atlas_init(&atlas, pack, days.days[i]);
        for (int32_t c = 0; c < pack->n_countries; c++) {
            known[n] = know(sight, &atlas, c, &d);
            for (size_t k = 0; k < n; k++)
                shared += compare(&known[k], &known[n]);
            n++;
        }
        atlas_release(&atlas);
    }
    if (some_shared)
        assert_true(shared > 0);
    for (size_t k = 0; k < n; k++) {
        forget(&known[k]);
    }
    free(known);
    sight_free(sight);
    diagram_release(&d);
    arena_release(&arena);
    pack_free(pack);
}

static void test_sights(void **state)
{
    (void)state;
    compare_all("packs/tiny", true);
    compare_all("packs/maze", false);
    compare_all("check/small", true);
}

// Between two days of the list nothing changes: the day before each change is like the one it
// begins with.
static void test_days(void **state)
{
    (void)state;
    const struct pack *pack = load("packs/tiny");
    struct arena arena;
    struct days days;
    struct diagram d;
    arena_init(&arena);
    diagram_init(&d);
    days_find(&days, pack, 20261101, &arena);
    struct sight *sight = sight_new(pack, &days);
    for (int32_t i = 2; i < days.n; i++) {
        struct atlas first, last;
        date end = date_add_days(days.days[i - 1], -1);
        if (end <= days.days[i])
            continue;
        atlas_init(&first, pack, days.days[i]);
        atlas_init(&last, pack, end);
        for (int32_t c = 0; c < pack->n_countries; c++) {
            struct known a = know(sight, &first, c, &d), b = know(sight, &last, c, &d);
            bool now = days.days[i] <= 20261101 && end >= 20261101;
            if (!now) // the interval of the reference day stands at the front
                same_laws(&a, &b);
            forget(&a), forget(&b);
        }
        atlas_release(&first);
        atlas_release(&last);
    }
    sight_free(sight);
    diagram_release(&d);
    arena_release(&arena);
    pack_free(pack);
}

// ---- counter-examples ---------------------------------------------------------------------------

static void test_way(void **state)
{
    (void)state;
    const struct pack *pack = load("packs/tiny");
    struct arena arena;
    struct atlas atlas;
    struct diagram d;
    struct example best = {0};
    arena_init(&arena);
    atlas_init(&atlas, pack, 20261101);
    diagram_init(&d);
    struct law_draft *draft = law_draft_new(&atlas, pack_country(pack, "CN"), &d);
    dd refusal = (dd)pack_outcome(pack, "refusal_likely");
    assert_true(way_find(&best, draft, &d, draft->roots.practice[0], refusal, &arena));
    assert_string_equal(best.json, "{\"destination\":\"CN\",\"mode\":\"online\"}");
    assert_string_equal(best.facts, "");
    assert_false(way_find(&best, draft, &d, draft->roots.practice[0], DD_GAP, &arena));
    law_draft_free(draft);
    diagram_release(&d);
    atlas_release(&atlas);
    arena_release(&arena);
    pack_free(pack);
}

// ---- translations -------------------------------------------------------------------------------

static size_t read_po(struct po *po, struct arena *arena, const char *contents)
{
    struct diags diags;
    diags_init(&diags);
    *po = (struct po){0};
    po_read(po, "x.po", contents, strlen(contents), arena, &diags);
    size_t errors = diags.errors;
    diags_release(&diags);
    return errors;
}

#define ONCE "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n"
#define TWICE ONCE ONCE

static void test_po(void **state)
{
    (void)state;
    struct arena arena;
    struct po po;
    arena_init(&arena);
    assert_int_equal(read_po(&po, &arena,
                             "# words\nmsgid \"\"\nmsgstr \"\"\n\"Language: kk\\n\"\n\n"
                             "#: a:1\n#, fuzzy, python-brace-format\nmsgctxt \"a/b\"\n"
                             "msgid \"\"\n\"One \\\"two\\\"\"\n\" three\\n\"\nmsgstr \"Бір\"\n\n"
                             "msgctxt \"a/c\"\nmsgid \"x\"\nmsgstr \"\"\n"
                             "#~ msgctxt \"old\"\n#~ msgid \"o\"\n#~ msgstr \"p\"\n"),
                     0);
    assert_int_equal(po.n, 2);
    assert_string_equal(po.entries[0].context, "a/b");
    assert_string_equal(po.entries[0].id, "One \"two\" three\n");
    assert_string_equal(po.entries[0].words, "Бір");
    assert_true(po.entries[0].fuzzy);
    assert_false(po.entries[1].fuzzy);
    assert_int_equal(po.entries[1].line, 14);
    const char *const faulty[] = {"msgctxt x\n",      "msgctxt \"x\n",
                                  "\"x\"\n",          "msgid \"\\x\"\n",
                                  "msgid \"a\"b\"\n", "msgid_plural \"x\"\n",
                                  "word\n",           "msgid \"\xff\"\n",
                                  "msgid \"\\\"\n",   TWICE};
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++)
        assert_true(read_po(&po, &arena, faulty[i]) > 0);
    // A byte order mark is one fault, and what stands behind it is read all the same.
    assert_int_equal(read_po(&po, &arena, "\xEF\xBB\xBF" ONCE), 1);
    assert_int_equal(po.n, 1);
    assert_int_equal(read_po(&po, &arena,
                             "\xFF\xFE"
                             "m"),
                     1);
    arena_release(&arena);
}

// The calendar alone never turns the check of the shipped pack red. Whatever day it is, the proof
// and the cases look at the same laws (the day only stands for the interval that it lies in), so
// only the evidence is asked again.
static void test_later(void **state)
{
    (void)state;
    static const date today = 20261123, later = 20561123;
    const struct pack *pack = shipped_open(LOAD_CASES);
    struct arena arena;
    struct days now, then;
    struct check_report report;
    arena_init(&arena);
    days_find(&now, pack, today, &arena);
    days_find(&then, pack, later, &arena);
    assert_int_equal(now.n, then.n);
    assert_int_equal(now.n_changes, then.n_changes);
    assert_memory_equal(now.changes, then.changes, (size_t)now.n_changes * sizeof *now.changes);
    int32_t others = 0; // beginnings of intervals that are not that of a day of the other list
    for (int32_t i = 1; i < now.n; i++) {
        bool same = false;
        for (int32_t k = 1; k < then.n; k++)
            same |= now.days[i] == then.days[k];
        others += !same;
    }
    assert_true(others <= 1); // that of thirty years on
    for (int32_t i = 0; i < pack->n_cases; i++)
        assert_int_not_equal(pack->cases[i].as_of, 0); // a day of its own

    check_report_init(&report);
    evidence_check(&report, pack, later);
    for (size_t i = 0; i < report.n_faults; i++)
        if (report.faults[i].severity == CHECK_ERROR)
            fail_msg("in thirty years: %s", report.faults[i].sentence);
    assert_true(report.count[CHECK_WARNING] > 0); // it has been asked
    assert_int_equal(report.count[CHECK_ERROR], 0);
    check_report_release(&report);
    pack_free(pack);
    arena_release(&arena);
}

static void test_placeholders(void **state)
{
    (void)state;
    assert_true(
        texts_placeholders_same("{office} and {destination}", "{destination}: {office}, {office}"));
    assert_false(texts_placeholders_same("{office}", "the office"));
    assert_false(texts_placeholders_same("the office", "{office}"));
    assert_false(texts_placeholders_same("{office}", "{offices}"));
    assert_true(texts_placeholders_same("no braces", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sights),       cmocka_unit_test(test_days),
        cmocka_unit_test(test_way),          cmocka_unit_test(test_po),
        cmocka_unit_test(test_placeholders), cmocka_unit_test(test_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
