// SPDX-License-Identifier: MIT
// On which sources a result rests, on the shipped pack: the page of sources, the report and JSON
// name the same ones, and whatever is cited anywhere is among them.
#include <stdlib.h>
#include "give.h"
#include "shipped.h"
#include "base/bits.h"
#include "case/json.h"
#include "engine/sources.h"
#include "pack/read/load.h"
#include "view/builders.h"

enum { DAY = 20261101, MOST = 8 };

static const struct pack *pack;
static struct engine *engine;
static struct i18n i18n;

static int open_pack(void **state)
{
    (void)state;
    pack = shipped_open(0);
    engine = engine_new(pack, DAY);
    i18n_init(&i18n, "en", "/nonexistent");
    i18n_set_pack(&i18n, pack, NULL);
    return 0;
}

static int close_pack(void **state)
{
    (void)state;
    engine_free(engine);
    pack_free(pack);
    return 0;
}

static const struct {
    const char *answers[MOST][2];
} cases[] = {
    {{{"destination", "CN"},
      {"award_country", "KZ"},
      {"level", "bachelor"},
      {"purpose", "further_study"}}},
    {{{"destination", "KZ"},
      {"award_country", "CN"},
      {"level", "master"},
      {"purpose", "employment"},
      {"mode", "online"}}},
    {{{"destination", "RU"},
      {"award_country", "UZ"},
      {"level", "specialist"},
      {"purpose", "employment"}}},
    {{{"destination", "NZ"},
      {"award_country", "IN"},
      {"level", "bachelor"},
      {"purpose", "further_study"}}},
    {{{"destination", "IN"},
      {"award_country", "KG"},
      {"level", "professional_first_degree"},
      {"purpose", "regulated_profession"},
      {"profession", "medicine"}}},
    {{{"destination", "MN"},
      {"award_country", "MN"},
      {"level", "doctorate"},
      {"purpose", "academic_title"}}},
    {{{"destination", "KR"}}},
    {{{"award_country", "JP"}}},
};

static void read_case(size_t i, struct answers *answers)
{
    memset(answers, 0, sizeof *answers);
    for (int k = 0; k < MOST && cases[i].answers[k][0]; k++)
        give(pack, answers, cases[i].answers[k][0], cases[i].answers[k][1], DAY);
}

static int items_saying(const struct page *sources, const char *words)
{
    int n = 0;
    for (int i = 0; i < sources->n_blocks; i++)
        n += sources->blocks[i].kind == BLOCK_ITEM &&
             !strncmp(sources->blocks[i].text, words, strlen(words));
    return n;
}

static int items(const struct page *page)
{
    int n = 0;
    for (int i = 0; i < page->n_blocks; i++)
        n += page->blocks[i].kind == BLOCK_ITEM;
    return n;
}

static bool is_numbered(const struct page *sources, int number)
{
    char marker[16];
    snprintf(marker, sizeof marker, "[%d]", number);
    for (int i = 0; i < sources->n_blocks; i++)
        if (!strcmp(sources->blocks[i].marker, marker))
            return true;
    return false;
}

// The numbers at the end of a text, "… [3, 7]": what they stand for is on the page of sources.
static int look_at_numbers(const struct page *page, const struct page *sources)
{
    int met = 0;
    for (int i = 0; i < page->n_blocks; i++) {
        const char *text = page->blocks[i].text, *open = strrchr(text, '[');
        if (!open || text[strlen(text) - 1] != ']')
            continue;
        for (const char *at = open + 1; *at >= '0' && *at <= '9'; met++) {
            char *end;
            int number = (int)strtol(at, &end, 10);
            if (!is_numbered(sources, number))
                fail_msg("%s: %d is not among the sources", text, number);
            at = end + strspn(end, ", ");
        }
    }
    return met;
}

static void look_at_citations(const struct ground *g, const struct page *sources)
{
    int met = 0;
    for (int tab = 0; tab < TABS; tab++)
        met += look_at_numbers(page_result(g, (enum tab)tab, PAGE_FOCUS_OWN), sources);
    assert_true(met > 0);
    const struct page *report = page_report(g);
    assert_true(look_at_numbers(report, report) > 0); // it brings those along that it names
}

// How often a number stands in brackets on the page, "… [3, 7]; … [8]".
static int times_named(const struct page *page, int number)
{
    int n = 0;
    for (int i = 0; i < page->n_blocks; i++)
        for (const char *at = page->blocks[i].text; (at = strchr(at, '[')); at++)
            for (const char *digit = at; *digit != ']' && *digit;) {
                digit += strcspn(digit, "0123456789]");
                char *end = (char *)(uintptr_t)digit;
                n += *digit != ']' && *digit && strtol(digit, &end, 10) == number;
                digit = end;
            }
    return n;
}

// Folded, the list names each source that a part names, once, and no other.
static void look_at_folded(const struct ground *details, int n)
{
    struct ground g = *details;
    g.details = false;
    const struct page *sources = page_result(&g, TAB_SOURCES, PAGE_FOCUS_OWN);
    for (int number = 1; number <= n; number++) {
        int named = 0;
        for (enum tab tab = 0; tab < TAB_SOURCES; tab++)
            named += times_named(page_result(&g, tab, PAGE_FOCUS_OWN), number);
        assert_int_equal(times_named(sources, number), named > 0);
    }
}

static bool in_json(const char *list, const char *id)
{
    char both[300];
    snprintf(both, sizeof both, "{\"id\":\"%s\"", id);
    return strstr(list, both) != NULL;
}

// Each id in a list of `cites` stands among the sources of the same object.
static void look_at_cites(const char *json, const char *list)
{
    for (const char *at = json; (at = strstr(at, "\"cites\":[")) && at < list;) {
        at += strlen("\"cites\":[");
        while (*at == '"') {
            char id[200];
            size_t len = strcspn(at + 1, "\"");
            snprintf(id, sizeof id, "%.*s", (int)len, at + 1);
            if (!in_json(list, id))
                fail_msg("%s is cited and not among the sources", id);
            at += len + 2 + (at[len + 2] == ',');
        }
    }
}

static void test_all_doors_name_the_same(void **state)
{
    (void)state;
    static struct answers answers;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct assessment a = {0};
        struct arena arena;
        struct text json = TEXT_INIT;
        arena_init(&arena);
        read_case(c, &answers);
        assess(engine, &answers, ASSESS_FULL, &a);
        struct ground g = {.arena = &arena,
                           .i18n = &i18n,
                           .pack = pack,
                           .engine = engine,
                           .as_of = DAY,
                           .answers = &answers,
                           .details = true,
                           .assessment = &a};
        const struct page *sources = page_result(&g, TAB_SOURCES, PAGE_FOCUS_OWN);
        json_assessment(&json, NULL, &g, "", 0);
        const char *list = strstr(text_str(&json), "\"sources\":[");
        uint64_t *set = ARENA_ARRAY(&arena, uint64_t, BITS_WORDS(pack->n_sources) + 1);
        assessment_sources(pack, &answers, &a, set);
        int n = 0;
        for (int32_t i = 0; i < pack->n_sources; i++) {
            const struct source *s = &pack->sources[i];
            bool rests = bits_has(set, (size_t)i);
            n += rests;
            assert_int_equal(in_json(list, s->id), rests);
            if (rests && s->instrument == NONE)
                assert_true(items_saying(sources, s->text.words) > 0);
        }
        assert_int_equal(items(sources), n);
        assert_true(n > 0);
        look_at_citations(&g, sources);
        look_at_folded(&g, n);
        look_at_cites(text_str(&json), list);
        text_release(&json);
        arena_release(&arena);
        assessment_release(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_doors_name_the_same)};
    return cmocka_run_group_tests(tests, open_pack, close_pack);
}
