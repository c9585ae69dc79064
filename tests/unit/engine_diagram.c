// SPDX-License-Identifier: MIT
// Decision diagrams against truth tables.
#include "tests/unit/unit.h"
#include "engine/diagram.h"

enum { VARIABLES = 4, POINTS = 2 * 3 * 4 * 2 };
static const uint16_t arity[VARIABLES] = {2, 3, 4, 2};

struct point {
    uint32_t cls[VARIABLES];
};

static struct point point(int n)
{
    struct point p;
    for (int v = 0; v < VARIABLES; v++) {
        p.cls[v] = (uint32_t)n % arity[v];
        n /= arity[v];
    }
    return p;
}

static dd value(const struct diagram *d, dd f, struct point p)
{
    while (f >= DD_TERMINALS)
        f = diagram_child(d, f, p.cls[diagram_variable(d, f)]);
    return f;
}

// A table of one terminal a point, made to a diagram by ors of ands.
static dd from_table(struct diagram *d, const dd *table)
{
    dd f = DD_GAP;
    for (int n = 0; n < POINTS; n++) {
        dd here = DD_YES;
        for (uint16_t v = 0; v < VARIABLES; v++)
            here = diagram_and(d, here, diagram_test_one(d, v, point(n).cls[v]));
        f = diagram_ite(d, here, table[n], f);
    }
    return f;
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void tables(bool keeps)
{
    struct diagram d;
    uint32_t seed = 7;
    diagram_init(&d);
    d.keeps = keeps;
    for (int round = 0; round < 50; round++) {
        dd a[POINTS], b[POINTS], c[POINTS];
        diagram_reset(&d, arity, VARIABLES);
        for (int n = 0; n < POINTS; n++) {
            a[n] = next_random(&seed) % 2;
            b[n] = next_random(&seed) % 5;
            c[n] = next_random(&seed) % 5;
        }
        dd f = from_table(&d, a), g = from_table(&d, b), h = from_table(&d, c);
        dd ite = diagram_ite(&d, f, g, h);
        static struct dd_table sum = {.op = 9};
        for (dd i = 0; i < 5; i++)
            for (dd k = 0; k < 5; k++)
                sum.result[i][k] = (uint8_t)(i + k);
        dd total = diagram_apply(&d, &sum, g, h);
        uint32_t mask = 0;
        for (int n = 0; n < POINTS; n++) {
            assert_int_equal(value(&d, ite, point(n)), a[n] ? b[n] : c[n]);
            assert_int_equal(value(&d, total, point(n)), b[n] + c[n]);
            mask |= 1u << (b[n] + c[n]);
        }
        assert_int_equal(diagram_mask(&d, total), mask);
        assert_int_equal(diagram_not(&d, diagram_not(&d, f)), f); // one function, one id
        assert_int_equal(diagram_or(&d, f, diagram_not(&d, f)), DD_YES);
        assert_int_equal(diagram_ite(&d, f, g, g), g);
    }
    diagram_release(&d);
}

// Where one side is at its end, or both are the same, the terminals may stay, become one, or
// neither.
static void test_sides(void **state)
{
    struct diagram d;
    uint32_t seed = 11;
    (void)state;
    diagram_init(&d);
    for (uint32_t round = 0; round < 200; round++) {
        struct dd_table table = {.op = 9};
        dd a[POINTS];
        diagram_reset(&d, arity, VARIABLES);
        for (dd i = 0; i < 4; i++)
            for (dd k = 0; k < 4; k++)
                table.result[i][k] = (uint8_t)(next_random(&seed) % (round % 4 + 1));
        for (dd i = 0; round % 3 == 0 && i < 4; i++)
            table.result[i][2] = table.result[2][i] = (uint8_t)i;
        for (int n = 0; n < POINTS; n++)
            a[n] = next_random(&seed) % 4;
        dd f = from_table(&d, a), both = diagram_apply(&d, &table, f, f);
        for (dd end = 0; end < 4; end++) {
            dd left = diagram_apply(&d, &table, end, f), right = diagram_apply(&d, &table, f, end);
            for (int n = 0; n < POINTS; n++) {
                assert_int_equal(value(&d, left, point(n)), table.result[end][a[n]]);
                assert_int_equal(value(&d, right, point(n)), table.result[a[n]][end]);
                assert_int_equal(value(&d, both, point(n)), table.result[a[n]][a[n]]);
            }
            assert_int_equal(diagram_apply(&d, &table, end, (end + 1) % 4),
                             table.result[end][(end + 1) % 4]);
        }
    }
    diagram_release(&d);
}

static void test_random(void **state)
{
    (void)state;
    tables(false);
    tables(true);
}

// What a workshop keeps over a reset, it keeps only where it is right, is little and was whole.
static void test_kept(void **state)
{
    static const uint16_t other[VARIABLES] = {2, 3, 4, 3};
    struct diagram d;
    (void)state;
    diagram_init(&d);
    d.keeps = true;
    diagram_reset(&d, arity, VARIABLES);
    dd f = diagram_and(&d, diagram_test_one(&d, 1, 2), diagram_test_one(&d, 2, 3));
    uint32_t made = d.n_nodes;
    diagram_reset(&d, arity, VARIABLES);
    assert_int_equal(d.n_nodes, made);
    assert_int_equal(d.steps, 0);
    assert_int_equal(diagram_and(&d, diagram_test_one(&d, 1, 2), diagram_test_one(&d, 2, 3)), f);
    assert_int_equal(d.n_nodes, made); // the same nodes
    diagram_reset(&d, arity, VARIABLES - 1);
    assert_int_equal(d.n_nodes, DD_TERMINALS);
    diagram_reset(&d, arity, VARIABLES);
    f = diagram_test_one(&d, 3, 1);
    diagram_reset(&d, other, VARIABLES);
    assert_int_equal(d.n_nodes, DD_TERMINALS);
    diagram_test_one(&d, 3, 2);
    d.spent = true;
    diagram_reset(&d, other, VARIABLES);
    assert_false(d.spent);
    assert_int_equal(d.n_nodes, DD_TERMINALS);
    diagram_trim(&d); // too small to be worth it
    d.keeps = false;
    diagram_test_one(&d, 3, 2);
    diagram_reset(&d, other, VARIABLES);
    assert_int_equal(d.n_nodes, DD_TERMINALS);
    diagram_release(&d);
}

static void test_kept_few(void **state)
{
    enum { MANY = 20 };
    uint16_t many[MANY];
    struct diagram d;
    (void)state;
    for (int i = 0; i < MANY; i++)
        many[i] = 60;
    diagram_init(&d);
    d.keeps = true;
    diagram_reset(&d, many, MANY);
    uint32_t seed = 3;
    while (d.n_nodes < DIAGRAM_MOST_KEPT) {
        dd f = DD_YES;
        for (uint16_t v = MANY; v-- > 0;)
            f = diagram_and(&d, f, diagram_test_one(&d, v, next_random(&seed) % 60));
    }
    d.n_nodes = DIAGRAM_MOST_KEPT; // exactly so many
    diagram_reset(&d, many, MANY);
    assert_int_equal(d.n_nodes, DIAGRAM_MOST_KEPT);
    d.n_nodes = DIAGRAM_MOST_KEPT + 1;
    d.budget = 3;
    diagram_reset(&d, many, MANY);
    assert_int_equal(d.n_nodes, DD_TERMINALS);
    diagram_trim(&d); // gives the rooms back and stays what it was
    assert_null(d.nodes);
    assert_true(d.keeps);
    assert_int_equal(d.budget, 3);
    diagram_release(&d);
}

// More nodes than the first room holds: tables grow and stay canonical.
static void test_growth(void **state)
{
    enum { MANY = 24 };
    uint16_t many[MANY];
    struct diagram d;
    dd f = DD_NO, g = DD_NO;
    (void)state;
    for (int i = 0; i < MANY; i++)
        many[i] = 2;
    diagram_init(&d);
    diagram_reset(&d, many, MANY);
    for (uint16_t i = 0; i < MANY / 2; i++) { // pairs far apart: exponential in this order
        dd a = diagram_test_one(&d, i, 1), b = diagram_test_one(&d, (uint16_t)(i + MANY / 2), 1);
        f = diagram_or(&d, f, diagram_and(&d, a, b));
    }
    for (uint16_t i = MANY / 2; i-- > 0;) {
        dd a = diagram_test_one(&d, i, 1), b = diagram_test_one(&d, (uint16_t)(i + MANY / 2), 1);
        g = diagram_or(&d, g, diagram_and(&d, a, b));
    }
    assert_int_equal(f, g);
    assert_true(d.n_nodes > 1 << 12);
    diagram_release(&d);
}

// A condition of three tests, or one that always or never holds.
static dd some_condition(struct diagram *d, uint16_t n_variables, uint32_t *seed)
{
    uint32_t kind = next_random(seed) % 20;
    if (kind < 2)
        return kind;
    dd f = DD_YES;
    for (int i = 0; i < 3; i++) {
        uint16_t v = (uint16_t)(next_random(seed) % n_variables);
        f = diagram_and(d, f, diagram_test_one(d, v, next_random(seed) % 3));
    }
    return f;
}

// The first hit of any number of conditions is the same diagram as that of joining them one by one,
// before a terminal and before a diagram, and also where the walk meets hundreds of lists.
static void test_first(void **state)
{
    enum { MANY = 12, CONDITIONS = 40 };
    uint16_t three[MANY];
    struct diagram d;
    uint32_t seed = 11;
    (void)state;
    for (int i = 0; i < MANY; i++)
        three[i] = 3;
    diagram_init(&d);
    for (int32_t round = 0; round < 200; round++) {
        dd when[CONDITIONS];
        uint8_t then[CONDITIONS];
        int32_t n = round % (CONDITIONS + 1);
        diagram_reset(&d, three, MANY);
        for (int32_t i = 0; i < n; i++) {
            when[i] = some_condition(&d, MANY, &seed);
            then[i] = (uint8_t)(next_random(&seed) % 5);
        }
        dd rest = round % 2 ? DD_GAP : diagram_test_one(&d, 4, 1), joined = rest;
        dd first = diagram_first(&d, when, then, n, rest);
        for (int32_t i = n; i-- > 0;)
            joined = diagram_ite(&d, when[i], then[i], joined);
        assert_int_equal(first, joined);
        d.keeps = true;
        assert_int_equal(diagram_first(&d, when, then, n, rest), joined);
        d.keeps = false;
    }
    diagram_release(&d);
}

// Where the budget is spent on the way, the walk ends at once and says so.
static void test_first_spent(void **state)
{
    static const uint16_t three[] = {3, 3, 3, 3};
    static const uint8_t then[] = {2, 3};
    struct diagram d;
    (void)state;
    diagram_init(&d);
    diagram_reset(&d, three, 4);
    dd when[] = {diagram_test_one(&d, 0, 1), diagram_test_one(&d, 1, 1)};
    d.steps = DIAGRAM_MOST_STEPS;
    assert_int_equal(diagram_first(&d, when, then, 2, DD_GAP), DD_NO);
    assert_true(d.spent);
    diagram_release(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sides),       cmocka_unit_test(test_random),
        cmocka_unit_test(test_growth),      cmocka_unit_test(test_kept),
        cmocka_unit_test(test_kept_few),    cmocka_unit_test(test_first),
        cmocka_unit_test(test_first_spent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
