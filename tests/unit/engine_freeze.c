// SPDX-License-Identifier: MIT
// Freezing changes nothing: under random answers every diagram of a law leads to the same terminal
// in the workshop and in the frozen array, whose wide nodes name only the classes that lead
// elsewhere.
#include <stdlib.h>
#include <string.h>
#include "base/diag.h"
#include "engine/core.h"
#include "engine/law_parts.h"
#include "pack/read/load.h"
#include "tests/unit/unit.h"
#include "tests/unit/shipped.h"

enum { AS_OF = 20261101, ROUNDS = 60 };

static uint32_t state = 1;

static uint32_t draw(uint32_t below)
{
    state = state * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)state * below >> 32);
}

static dd walk_workshop(const struct diagram *d, dd f, const int16_t *setting)
{
    while (f >= DD_TERMINALS)
        f = diagram_child(d, f, (uint32_t)setting[diagram_variable(d, f)]);
    return f;
}

static dd walk_frozen(const struct law *law, dd f, const int16_t *setting)
{
    while (f >= DD_TERMINALS)
        f = node_next(law->words + f, setting);
    return f;
}

static void check_law(const struct law *law, const struct diagram *d, const dd *roots)
{
    int16_t *setting = calloc((size_t)law->terms->n_variables, sizeof *setting);
    assert_non_null(setting);
    for (int round = 0; round < ROUNDS; round++) {
        for (int32_t v = 0; v < law->terms->n_variables; v++)
            setting[v] = (int16_t)draw(law->terms->arity[v]);
        for (int32_t i = 0; i < law->roots.n; i++)
            assert_int_equal(walk_frozen(law, law->roots.all[i], setting),
                             walk_workshop(d, roots[i], setting));
    }
    free(setting);
}

// How many of the nodes that the roots begin with have exceptions.
static int count_wide(const struct law *law)
{
    int n = 0;
    for (int32_t i = 0; i < law->roots.n; i++)
        n += law->roots.all[i] >= DD_TERMINALS && law->words[law->roots.all[i]] >> 16;
    return n;
}

static void test_same(void **unused)
{
    struct atlas atlas;
    struct diagram workshop;
    int wide = 0;
    (void)unused;
    const struct pack *pack = shipped_open(0);
    atlas_init(&atlas, pack, AS_OF);
    diagram_init(&workshop);
    for (int32_t country = LAW_NO_FILE; country < pack->n_countries; country += 1) {
        struct law_draft *draft = law_draft_new(&atlas, country, &workshop);
        size_t size = (size_t)draft->roots.n * sizeof(dd);
        dd *roots = malloc(size);
        assert_non_null(roots);
        memcpy(roots, draft->roots.all, size);
        struct law *law = law_freeze(draft);
        check_law(law, &workshop, roots);
        wide += count_wide(law);
        free(roots);
        law_free(law);
    }
    assert_true(wide >
                0); // or this test says nothing of them; few laws have one, so all are looked at
    diagram_release(&workshop);
    atlas_release(&atlas);
    pack_free(pack);
}

// A setting of the one law says the same as that of another with other places for its variables.
static void same_setting(const struct law_terms *from, const int16_t *setting,
                         const struct law_terms *to, int16_t *other)
{
    for (int32_t q = 0; q < from->atlas->pack->n_questions; q++) {
        const struct domain *a = &from->domains[q], *b = &to->domains[q];
        assert_int_equal(a->n_variables, b->n_variables);
        for (int32_t i = 0; i < a->n_variables; i++)
            other[b->variables[i]] = setting[a->variables[i]];
        if (a->known != NONE)
            other[b->known] = setting[a->known];
    }
    for (int32_t i = 0; i < from->n_facts; i++)
        other[to->facts[i].variable] = setting[from->facts[i].variable];
}

static void compare_orders(const struct law_draft *a, const struct law_draft *b)
{
    size_t n = (size_t)a->terms->n_variables;
    int16_t *setting = calloc(n, sizeof *setting), *other = calloc(n, sizeof *other);
    assert_non_null(setting);
    assert_non_null(other);
    assert_int_equal(b->terms->n_variables, n);
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t v = 0; v < n; v++)
            setting[v] = (int16_t)draw(a->terms->arity[v]);
        same_setting(a->terms, setting, b->terms, other);
        for (int32_t i = 0; i < a->roots.n; i++)
            assert_int_equal(walk_workshop(a->workshop, a->roots.all[i], setting),
                             walk_workshop(b->workshop, b->roots.all[i], other));
    }
    free(setting);
    free(other);
}

// Another order of the variables changes no terminal: of any finding as the first one to be read.
static void test_orders(void **unused)
{
    char path[4096];
    struct diags diags;
    struct atlas atlas;
    struct diagram one, two;
    (void)unused;
    snprintf(path, sizeof path, "%s/tests/packs/maze", getenv("TANU_SRC"));
    diags_init(&diags);
    const struct pack *pack = pack_load(path, 0, &diags);
    assert_non_null(pack);
    atlas_init(&atlas, pack, AS_OF);
    diagram_init(&one);
    diagram_init(&two);
    for (int32_t country = LAW_NO_FILE; country < pack->n_countries; country++) {
        const struct law_order pack_order = {.n = 0};
        struct law_draft *a = law_draft_in(&atlas, country, &one, &pack_order);
        for (int32_t f = 0; f < pack->n_findings; f++) {
            struct law_order order = {.n = 0};
            const struct law_trouble trouble = {.id = "f", .expr = pack->findings[f].when.root};
            assert_true(law_order_add(&order, &trouble));
            assert_false(law_order_add(&order, &trouble)); // once is enough
            struct law_draft *b = law_draft_in(&atlas, country, &two, &order);
            compare_orders(a, b);
            law_draft_free(b);
        }
        law_draft_free(a);
    }
    diagram_release(&one);
    diagram_release(&two);
    atlas_release(&atlas);
    pack_free(pack);
    diags_release(&diags);
}

// A wide node and a narrow one for the same function: 40 classes, all to 5 but for three.
static void test_nodes(void **unused)
{
    enum { ARITY = 40 };
    uint32_t narrow[NODE_EDGES + ARITY] = {0};
    const uint32_t wide[] = {3u << 16, 0, 0, 5, 0, 7, 12, 9, 39, 7};
    (void)unused;
    for (uint32_t c = 0; c < ARITY; c++)
        narrow[NODE_EDGES + c] = c == 0 || c == 39 ? 7 : c == 12 ? 9 : 5;
    for (uint32_t c = 0; c < ARITY; c++) {
        assert_int_equal(node_child(wide, c), node_child(narrow, c));
        for (dd other = 4; other < 10; other++)
            assert_int_equal(node_not(wide, ARITY, c, other), node_not(narrow, ARITY, c, other));
    }
    uint16_t arity = ARITY;
    uint32_t step, n = node_children(wide, &arity, &step);
    assert_int_equal(n, 4);
    assert_int_equal(wide[NODE_EDGES + 3 * step], 7);
    assert_int_equal(node_children(narrow, &arity, &step), ARITY);
    assert_int_equal(step, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nodes), cmocka_unit_test(test_same),
                                       cmocka_unit_test(test_orders)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
