// SPDX-License-Identifier: MIT
// Expressions of the rule language against the tiny pack: what they compile to, and which are
// refused; and how a tree is written again.
#include "tests/unit/unit.h"

#include <stdlib.h>

#include "base/text.h"
#include "pack/expr.h"
#include "pack/expr_write.h"
#include "pack/kind.h"
#include "pack/read/load.h"
#include "tests/unit/shipped.h"

struct fixture {
    const struct pack *pack;
    struct names names;
    struct arena arena;
    struct diags diags;
};

static const char *tiny(void)
{
    static char path[4096];
    const char *src = getenv("TANU_SRC");
    snprintf(path, sizeof path, "%s/tests/packs/tiny", src ? src : ".");
    return path;
}

static void write_set(const struct fixture *f, const struct expr *e, struct text *out)
{
    const struct question *q = &f->pack->questions[e->question];
    for (int32_t i = 0; e->set && i < f->pack->set_words * 64; i++) {
        if (!(e->set[i / 64] >> (i % 64) & 1))
            continue;
        text_char(out, ' ');
        text_add(out, q->type == Q_COUNTRY ? f->pack->countries[i] : q->choices[i].id);
    }
}

// A tree as text, in the way of Lisp: enough to see its shape.
static void write(const struct fixture *f, const struct expr *e, struct text *out)
{
    static const char *const ops[] = {
        "never",    "always",   "and",      "or",        "not",   "in",      "not-in", "has",
        "same",     "not-same", "<",        "<=",        ">",     ">=",      "==",     "!=",
        "known",    "day<",     "day<=",    "day>",      "day>=", "day==",   "day!=",  "party",
        "linked",   "applies",  "reserved", "announced", "trait", "covered", "listed", "below",
        "licensed", "matter",   "live",     "effect",    "duty"};
    text_printf(out, "(%s", ops[e->op]);
    for (int i = 0; i < expr_operands(e); i++) {
        text_char(out, ' ');
        write(f, expr_operand(e, i), out);
    }
    if (e->question != NONE)
        text_printf(out, " %s", f->pack->questions[e->question].id);
    if (e->op == EXPR_IN || e->op == EXPR_NOT_IN)
        write_set(f, e, out);
    bool day = e->op >= EXPR_AS_OF_LT && e->op <= EXPR_AS_OF_NE;
    if ((day || (e->op >= EXPR_LT && e->op <= EXPR_NE)) && e->value != 0)
        text_printf(out, " %lld", (long long)e->value);
    bool word = e->op == EXPR_HAS || e->op >= EXPR_PARTY;
    if (word && e->index != NONE)
        text_printf(out, " #%d", (int)e->index);
    if (word && e->matter != NONE)
        text_printf(out, " %d", (int)e->matter);
    text_char(out, ')');
}

static const struct expr *parse(struct fixture *f, const char *words, enum expr_use use)
{
    static const uint32_t first_line = 0;
    const struct source_file file = {.path = "test",
                                     .name = "test",
                                     .contents = words,
                                     .length = strlen(words),
                                     .line_start = &first_line,
                                     .n_lines = 1};
    const struct node scalar = {
        .text = words, .length = (uint32_t)strlen(words), .place = {0, 1, 1}};
    const struct expr_scope scope = {.pack = f->pack,
                                     .names = &f->names,
                                     .arena = &f->arena,
                                     .scratch = &f->arena,
                                     .diags = &f->diags,
                                     .whole = true};
    diags_release(&f->diags);
    return expr_parse(&scope, &file, &scalar, use);
}

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    diags_init(&f->diags);
    arena_init(&f->arena);
    f->pack = pack_load(tiny(), 0, &f->diags);
    *state = f;
    if (!f->pack)
        return -1;
    names_of_pack(&f->names, f->pack, &f->arena);
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    pack_free(f->pack);
    arena_release(&f->arena);
    diags_release(&f->diags);
    free(f);
    return 0;
}

static const struct good {
    const char *words, *tree;
    const char *written; // NULL: as the words
} good[] = {
    {"always", "(always)", NULL},
    {"level == bachelor", "(in level bachelor)", NULL},
    {"level != bachelor", "(not-in level bachelor)", NULL},
    {"level in {master,bachelor}", "(in level bachelor master)", "level in {bachelor, master}"},
    {"level not in {bachelor}", "(not-in level bachelor)", "level != bachelor"},
    {"level not in {bachelor, master}", "(not-in level bachelor master)", NULL},
    {"award_country in {KZ, RU}", "(in award_country KZ RU)", NULL},
    {"award_country in group('eaeu')", "(in award_country KZ RU)", NULL},
    {"award_country == destination", "(same award_country)", NULL},
    {"award_country != destination", "(not-same award_country)", NULL},
    {"destination == KZ", "(in destination KZ)", NULL},
    {"duration_years < 3.5", "(< duration_years 3500)", NULL},
    {"duration_years >= 0", "(>= duration_years)", NULL},
    {"diploma in documents_held", "(has documents_held #0)", NULL},
    {"known(level)", "(known level)", NULL},
    {"as_of >= 2026-03-01", "(day>= 20260301)", NULL},
    {"party('tokyo-2011', destination)", "(party destination #1)", NULL},
    {"linked('old-pact')", "(linked #0)", NULL},
    {"applies('tokyo-2011')", "(applies #1)", NULL},
    {"reserved('tokyo-2011', award_country, 'mode')", "(reserved award_country #1 2)", NULL},
    {"announced('tokyo-2011', destination, 'mode')", "(announced destination #1 2)", NULL},
    {"country(destination).advisory", "(trait destination #0)", NULL},
    {"covered(destination)", "(covered destination)", NULL},
    {"listed('institutions')", "(listed #0)", NULL},
    {"below_norm(duration_years)", "(below duration_years #0)", NULL},
    {"matter('mode')", "(matter #2)", NULL},
    {"live('level-too-low')", "(live #0)", NULL},
    {"not level == master and mode == online", "(and (not (in level master)) (in mode online))",
     "not (level == master) and mode == online"},
    {"not (level == master and mode == online)", "(not (and (in level master) (in mode online)))",
     NULL},
    {"always or never and never", "(or (always) (and (never) (never)))",
     "always or (never and never)"},
    {"always and never or never", "(or (and (always) (never)) (never))",
     "(always and never) or never"},
    {"always and (never and never) and always",
     "(and (and (always) (and (never) (never))) (always))", NULL},
    {"not live('level-too-low')", "(not (live #0))", NULL},
    {"(always or never) and\nnever", "(and (or (always) (never)) (never))",
     "(always or never) and never"},
    {"not not always", "(not (not (always)))", "not (not (always))"},
    {"as_of != 2026-03-01", "(day!= 20260301)", NULL},
    {"award_country not in {KZ, RU}", "(not-in award_country KZ RU)", NULL},
};

static void test_good(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct text out = TEXT_INIT;
        const struct expr *e = parse(f, good[i].words, USE_ITEM);
        if (!e)
            fail_msg("%s: %s", good[i].words, f->diags.list[0].sentence);
        write(f, e, &out);
        assert_string_equal(text_str(&out), good[i].tree);
        text_clear(&out);
        expr_write(&out, f->pack, e);
        assert_string_equal(text_str(&out), good[i].written ? good[i].written : good[i].words);
        text_release(&out);
    }
}

// What is written is read as the same tree.
static void check_again(struct fixture *f, const struct expr *e, enum expr_use use)
{
    struct text words = TEXT_INIT, before = TEXT_INIT, after = TEXT_INIT;
    expr_write(&words, f->pack, e);
    const struct expr *again = parse(f, text_str(&words), use);
    if (!again)
        fail_msg("%s: %s", text_str(&words), f->diags.list[0].sentence);
    write(f, e, &before);
    write(f, again, &after);
    assert_string_equal(text_str(&before), text_str(&after));
    text_release(&words);
    text_release(&before);
    text_release(&after);
}

static void test_written(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        check_again(f, parse(f, good[i].words, USE_ITEM), USE_ITEM);
}

// Every condition of the pack that is shipped.
static void test_shipped(void **state)
{
    (void)state;
    static const enum expr_use uses[RULE_KINDS] = {[RULE_PRACTICE] = USE_PRACTICE,
                                                   [RULE_CONVENTION] = USE_CONVENTION,
                                                   [RULE_LICENCE] = USE_LICENCE,
                                                   [RULE_FINDING] = USE_FINDING};
    struct fixture f = {.pack = shipped_open(0)};
    int32_t n = 0;
    diags_init(&f.diags);
    arena_init(&f.arena);
    names_of_pack(&f.names, f.pack, &f.arena);
    for (enum rule_kind kind = 0; kind < RULE_KINDS; kind++)
        for (int32_t i = 0; i < pack_rule_count(f.pack, kind); i++) {
            const struct rule *rule = pack_rule(f.pack, kind, i);
            if (!rule->when.root)
                continue; // an entry of a catalogue
            check_again(&f, rule->when.root, uses[kind] ? uses[kind] : USE_ITEM);
            n++;
        }
    assert_true(n > 1000);
    pack_free(f.pack);
    arena_release(&f.arena);
    diags_release(&f.diags);
}

static void test_tables(void **state)
{
    struct fixture *f = *state;
    struct text out = TEXT_INIT;
    const struct expr *e =
        parse(f, "bar() and difference('level') or duty('direct')", USE_CONVENTION);
    write(f, e, &out);
    assert_string_equal(text_str(&out), "(or (and (effect #3) (effect #2 0)) (duty #1))");
    text_clear(&out);
    expr_write(&out, f->pack, e);
    assert_string_equal(text_str(&out), "(bar() and difference('level')) or duty('direct')");
    text_release(&out);
}

static const struct bad {
    const char *words, *code;
    int column;
} bad[] = {
    {"", "expression-syntax", 1},
    {"level", "expression-syntax", 6},
    {"level = master", "expression-syntax", 7},
    {"level == master && always", "expression-syntax", 17},
    {"!always", "expression-syntax", 1},
    {"level == 'master'", "expression-syntax", 10},
    {"always always", "expression-syntax", 8},
    {"(always", "expression-syntax", 8},
    {"level in {master", "expression-syntax", 17},
    {"level in {}", "expression-syntax", 11},
    {"level in master", "wrong-comparison", 1},
    {"and always", "expression-syntax", 1},
    {"party(tokyo, destination)", "expression-syntax", 7},
    {"party('tokyo-2011')", "expression-syntax", 19},
    {"country(award_country).advisory", "expression-syntax", 9},
    {"country(destination)", "expression-syntax", 21},
    {"country(destination).advise", "unresolved-reference", 22},
    {"nothing == master", "unknown-question", 1},
    {"level == magister", "unknown-choice", 10},
    {"award_country == KX", "unknown-choice", 18},
    {"diplom in documents_held", "unknown-choice", 1},
    {"award_country == destination2", "unknown-choice", 18},
    {"destination == destination", "wrong-comparison", 16},
    {"destination == award_country", "wrong-comparison", 16},
    {"level > master", "wrong-comparison", 7},
    {"level in group('eaeu')", "wrong-comparison", 10},
    {"documents_held == diploma", "wrong-comparison", 16},
    {"duration_years in {3, 4}", "wrong-comparison", 1},
    {"duration_years < 3.1234", "wrong-comparison", 18},
    {"duration_years < 2020-01", "wrong-comparison", 18},
    {"duration_years < duration_years", "wrong-comparison", 18},
    {"as_of > 2026", "expression-syntax", 9},
    {"as_of > 2026-02-30", "expression-syntax", 9},
    {"live('nobody')", "unresolved-reference", 6},
    {"reserved('tokyo-2011', destination, 'level')", "matter-without-condition", 37},
    {"bar()", "not-allowed-here", 1},
    {"listed('schools')", "wrong-argument", 8},
    {"listed('profession')", "unknown-question", 8},
    {"below_norm(mode)", "wrong-argument", 12},
    {"duty('direct')", "not-allowed-here", 1},
    {"frobnicate(level)", "unknown-function", 1},
    {"level == m\xc3\xa4ster", "unknown-choice", 10},
};

static void test_bad(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_null(parse(f, bad[i].words, USE_ITEM));
        if (f->diags.count == 0)
            fail_msg("%s: no fault", bad[i].words);
        if (strcmp(f->diags.list[0].code, bad[i].code) != 0)
            fail_msg("%s: %s", bad[i].words, f->diags.list[0].code);
        if (f->diags.list[0].place.column != bad[i].column)
            fail_msg("%s: column %d", bad[i].words, f->diags.list[0].place.column);
    }
}

// Wrong names do not stop the reading: each is reported.
static void test_several(void **state)
{
    struct fixture *f = *state;
    assert_null(parse(f, "nothing == x and level == y or live('z')", USE_ITEM));
    assert_int_equal(f->diags.count, 3);
}

static void test_limits(void **state)
{
    struct fixture *f = *state;
    struct text many = TEXT_INIT;
    text_add(&many, "always");
    for (int i = 0; i < 200; i++)
        text_add(&many, " or always");
    assert_null(parse(f, text_str(&many), USE_ITEM));
    assert_string_equal(f->diags.list[0].code, "expression-too-large");
    text_clear(&many);
    text_repeat(&many, '(', 5000);
    assert_null(parse(f, text_str(&many), USE_ITEM));
    assert_int_equal(f->diags.count, 1);
    text_clear(&many);
    for (int i = 0; i < 1000; i++)
        text_add(&many, "not ");
    assert_null(parse(f, text_str(&many), USE_ITEM));
    assert_string_equal(f->diags.list[0].code, "expression-too-large");
    text_release(&many);
}

static void test_numbers(void **state)
{
    (void)state;
    int64_t n = 0;
    assert_null(kind_constant(Q_NUMBER, "3.5", 3, &n));
    assert_int_equal(n, 3500);
    assert_null(kind_constant(Q_NUMBER, "-0.125", 6, &n));
    assert_int_equal(n, -125);
    static const char *const wrong[] = {
        "", "-", ".5", "5.", "1.2.3", "1e5", "--1", "0x1", "99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_non_null(kind_constant(Q_NUMBER, wrong[i], strlen(wrong[i]), &n));
    assert_null(kind_constant(Q_MONTH, "2023-01", 7, &n));
    assert_int_equal(n, 20230100);
    assert_non_null(kind_constant(Q_YEAR, "20234", 5, &n));
    assert_non_null(kind_constant(Q_INTEGER, "2.5", 3, &n));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),    cmocka_unit_test(test_written),
        cmocka_unit_test(test_shipped), cmocka_unit_test(test_tables),
        cmocka_unit_test(test_bad),     cmocka_unit_test(test_several),
        cmocka_unit_test(test_limits),  cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
