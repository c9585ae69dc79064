// SPDX-License-Identifier: MIT
// src/check/way.c against what trying everything says: the fewest answers after which a condition
// holds, and where a condition is certain. The conditions are made by chance, on the law of a small
// pack.
#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/parts.h"
#include "engine/core.h"
#include "pack/read/load.h"

enum { MOST = 8, FACT = 100, NO_WAY = 10000, ROUNDS = 300 };

struct bench {
    const struct pack *pack;
    struct arena arena;
    struct atlas atlas;
    struct diagram d;
    struct law_draft *draft;
    uint16_t variables[MOST]; // that the conditions read
    int n;
    uint32_t seed;
};

static void bench_open(struct bench *b, const char *name, const char *country)
{
    char path[4096];
    const char *src = getenv("TANU_SRC");
    struct diags diags;
    memset(b, 0, sizeof *b);
    snprintf(path, sizeof path, "%s/tests/%s", src ? src : ".", name);
    diags_init(&diags);
    b->pack = pack_load(path, LOAD_CASES, &diags);
    assert_non_null(b->pack);
    diags_release(&diags);
    arena_init(&b->arena);
    atlas_init(&b->atlas, b->pack, 20261101);
    diagram_init(&b->d);
    b->draft = law_draft_new(&b->atlas, pack_country(b->pack, country), &b->d);
}

static void bench_close(struct bench *b)
{
    law_draft_free(b->draft);
    diagram_release(&b->d);
    atlas_release(&b->atlas);
    arena_release(&b->arena);
    pack_free(b->pack);
}

static const struct domain *domain_of(const struct bench *b, const char *question)
{
    return &b->draft->terms->domains[pack_question(b->pack, question)];
}

static void add(struct bench *b, int32_t variable)
{
    assert_true(variable >= 0 && b->n < MOST);
    b->variables[b->n++] = (uint16_t)variable;
}

static void add_answers(struct bench *b)
{
    static const char *const questions[] = {"purpose", "level", "target_level", "mode"};
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        add(b, domain_of(b, questions[i])->variable);
}

static uint32_t chance(struct bench *b, uint32_t n)
{
    b->seed = b->seed * 1664525u + 1013904223u;
    return (b->seed >> 16) % n;
}

static dd by_chance(struct bench *b)
{
    dd f = DD_NO;
    for (int i = 0; i < 3; i++) {
        dd all = DD_YES;
        for (int k = 0; k < 3; k++) {
            uint16_t v = b->variables[chance(b, (uint32_t)b->n)];
            dd one = diagram_test_one(&b->d, v, chance(b, b->d.arity[v]));
            all = diagram_and(&b->d, all, chance(b, 3) ? one : diagram_not(&b->d, one));
        }
        f = diagram_or(&b->d, f, all);
    }
    return f;
}

// Does it hold under the setting, whatever the open variables are?
static bool holds(const struct bench *b, dd f, const int16_t *setting)
{
    if (f < DD_TERMINALS)
        return f == DD_YES;
    uint16_t v = diagram_variable(&b->d, f);
    for (uint32_t c = 0; c < b->d.arity[v]; c++)
        if ((setting[v] == OPEN || setting[v] == (int16_t)c) &&
            !holds(b, diagram_child(&b->d, f, c), setting))
            return false;
    return true;
}

static int16_t *all_open(struct bench *b)
{
    size_t n = (size_t)b->draft->terms->n_variables;
    int16_t *setting = ARENA_ARRAY(&b->arena, int16_t, n);
    for (size_t v = 0; v < n; v++)
        setting[v] = OPEN;
    return setting;
}

// ---- the shortest way ---------------------------------------------------------------------------

// The price of the cheapest answers after which f holds: all are tried, from variable i on.
static int tried(const struct bench *b, dd f, int16_t *setting, int i)
{
    if (i == b->n)
        return holds(b, f, setting) ? 0 : NO_WAY;
    uint16_t v = b->variables[i];
    int price = b->draft->terms->variables[v].kind == VARIABLE_FACT ? FACT : 1;
    int best = tried(b, f, setting, i + 1);
    for (uint32_t c = 0; c < b->d.arity[v]; c++) {
        setting[v] = (int16_t)c;
        int with = price + tried(b, f, setting, i + 1);
        best = with < best ? with : best;
    }
    setting[v] = OPEN;
    return best;
}

// What the example says, read back from its words.
static void read_example(const struct bench *b, const struct example *example, int16_t *setting)
{
    for (int i = 0; i < b->n; i++) {
        uint16_t v = b->variables[i];
        int32_t q = b->draft->terms->variables[v].question;
        if (q == NONE) {
            setting[v] = (int16_t)(!*example->facts ? OPEN : !strstr(example->facts, "is not "));
            continue;
        }
        const struct question *question = &b->pack->questions[q];
        for (int32_t c = 0; c < question->n_choices; c++) {
            char words[100];
            snprintf(words, sizeof words, "\"%s\":\"%s\"", question->id, question->choices[c].id);
            if (strstr(example->json, words))
                setting[v] = b->draft->terms->domains[q].class_of[c];
        }
    }
}

static void test_shortest(void **state)
{
    (void)state;
    struct bench b;
    bench_open(&b, "check/small", "KZ");
    add_answers(&b);
    assert_int_equal(b.draft->terms->n_facts, 1);
    add(&b, b.draft->terms->facts[0].variable);
    for (int round = 0; round < ROUNDS; round++) {
        struct example best = {0};
        dd f = by_chance(&b);
        int price = tried(&b, f, all_open(&b), 0);
        assert_int_equal(way_find(&best, b.draft, &b.d, f, DD_YES, &b.arena), price < NO_WAY);
        if (price == NO_WAY)
            continue;
        assert_int_equal(best.cost, 2 * price + 1);
        int16_t *setting = all_open(&b);
        read_example(&b, &best, setting);
        assert_true(holds(&b, f, setting));
        // The dearer one of two is not kept.
        struct example first = best;
        dd g = by_chance(&b);
        int other = tried(&b, g, all_open(&b), 0);
        way_find(&best, b.draft, &b.d, g, DD_YES, &b.arena);
        if (other >= price)
            assert_string_equal(best.json, first.json);
        assert_int_equal(best.cost, 2 * (other < price ? other : price) + 1);
    }
    bench_close(&b);
}

// ---- certainty ----------------------------------------------------------------------------------

static bool at(const struct bench *b, dd f, const int16_t *point)
{
    while (f >= DD_TERMINALS)
        f = diagram_child(&b->d, f, (uint32_t)point[diagram_variable(&b->d, f)]);
    return f == DD_YES;
}

struct certain {
    uint16_t level, known, fact;
    bool reads_known;
};

// At that point, whatever the fact is and, if it is not known, the level.
static bool certain(struct bench *b, const struct certain *c, dd f, const int16_t *point)
{
    int16_t *other = ARENA_ARRAY(&b->arena, int16_t, (size_t)b->draft->terms->n_variables);
    memcpy(other, point, (size_t)b->draft->terms->n_variables * sizeof *other);
    other[c->fact] = OPEN;
    if (c->reads_known && !point[c->known])
        other[c->level] = OPEN;
    return holds(b, f, other);
}

// The point of that number; false behind the last.
static bool point_of(const struct bench *b, uint32_t number, int16_t *point)
{
    for (int i = 0; i < b->n; i++) {
        uint32_t arity = b->d.arity[b->variables[i]];
        point[b->variables[i]] = (int16_t)(number % arity);
        number /= arity;
    }
    return number == 0;
}

static bool reads_known(struct bench *b, const struct certain *c, dd f)
{
    int16_t *point = all_open(b);
    for (uint32_t i = 0; point_of(b, i, point); i++) {
        bool now = at(b, f, point);
        point[c->known] = !point[c->known];
        if (at(b, f, point) != now)
            return true;
    }
    return false;
}

static void test_firm(void **state)
{
    (void)state;
    struct bench b;
    bench_open(&b, "check/small", "KZ");
    const struct domain *level = domain_of(&b, "level");
    struct certain c = {.level = (uint16_t)level->variable,
                        .known = (uint16_t)level->known,
                        .fact = b.draft->terms->facts[0].variable};
    add_answers(&b);
    add(&b, domain_of(&b, "award_country")->variable); // its variable stands before the fact's
    add(&b, level->known);
    add(&b, c.fact);
    int16_t *point = all_open(&b);
    for (int round = 0; round < ROUNDS; round++) {
        dd f = by_chance(&b), firm = way_firm(&b.d, b.draft, f);
        c.reads_known = reads_known(&b, &c, f);
        for (uint32_t i = 0; point_of(&b, i, point); i++)
            assert_int_equal(at(&b, firm, point), certain(&b, &c, f, point));
    }
    assert_int_equal(way_firm(&b.d, b.draft, DD_YES), DD_YES);
    assert_int_equal(way_firm(&b.d, b.draft, DD_NO), DD_NO);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shortest),
        cmocka_unit_test(test_firm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
