// SPDX-License-Identifier: MIT
// The texts that a phone takes along: each fits, says which it is of how many, begins with what
// matters most and breaks no letter, whatever room there is.
#include "give.h"
#include "stage.h"
#include "base/utf8.h"
#include "case/code.h"
#include "case/pocket.h"

enum { LEAST_ROOM = 50, MOST_ROOM = 700 };

static struct arena arena;
static struct assessment assessment;
static struct answers answers;

static struct ground judge(void)
{
    memset(&assessment, 0, sizeof assessment);
    assess(engine, &answers, ASSESS_FULL, &assessment);
    arena_init(&arena);
    return (struct ground){.arena = &arena,
                           .i18n = &i18n,
                           .pack = pack,
                           .engine = engine,
                           .answers = &answers,
                           .assessment = &assessment,
                           .as_of = DAY};
}

static struct ground open_it(void)
{
    open_pack("maze");
    memset(&answers, 0, sizeof answers);
    give(pack, &answers, "destination", "KZ", DAY);
    give(pack, &answers, "award_country", "AU", DAY);
    give(pack, &answers, "level", "master", DAY);
    give(pack, &answers, "purpose", "study", DAY);
    return judge();
}

static void close_it(void)
{
    arena_release(&arena);
    assessment_release(&assessment);
    close_pack();
}

// All parts one after another, without what says which they are, blanks where lines end.
static void join(struct text *whole, const struct pocket *pocket)
{
    for (int i = 0; i < pocket->n; i++)
        text_printf(whole, "%s%s", i ? " " : "", pocket->part[i] + strlen("1/1 "));
    for (size_t k = 0; k < whole->len; k++)
        if (whole->bytes[k] == '\n')
            whole->bytes[k] = ' ';
}

static void test_parts(void **state)
{
    (void)state;
    struct ground g = open_it();
    const char *code = pocket_code(&g);
    size_t parts_seen = 0;
    struct pocket most;
    struct text all = TEXT_INIT;
    pocket_fill(&most, &g, MOST_ROOM);
    join(&all, &most);
    assert_true(*code);
    struct code back;
    assert_int_equal(code_read(pack, DAY, code, &back), CODE_GOOD);
    for (int32_t q = 0; q < pack->n_questions; q++) // all that was said is in it, the first too
        assert_int_equal(back.answers.of[q].state, answers.of[q].state);
    for (size_t room = LEAST_ROOM; room <= MOST_ROOM; room++) {
        struct pocket pocket;
        struct text whole = TEXT_INIT;
        struct arena_mark mark = arena_mark(&arena);
        pocket_fill(&pocket, &g, room);
        assert_in_range(pocket.n, 1, POCKET_MOST);
        parts_seen |= (size_t)1 << pocket.n;
        for (int i = 0; i < pocket.n; i++) {
            char head[32];
            const char *part = pocket.part[i];
            snprintf(head, sizeof head, "%d/%d ", i + 1, pocket.n);
            if (strncmp(part, head, 4) != 0 || strlen(part) <= 4 || strlen(part) > room ||
                utf8_valid(part, strlen(part), NULL) != UTF8_OK)
                fail_msg("room %zu, part %d has %zu: %s", room, i, strlen(part), part);
        }
        join(&whole, &pocket);
        // What does not fit is left out from there on: nothing behind it comes in its place.
        if (strncmp(text_str(&whole), text_str(&all), whole.len) != 0)
            fail_msg("room %zu: not the beginning: %s", room, text_str(&whole));
        if (room >= 80 && !strstr(text_str(&whole), code))
            fail_msg("room %zu: the code is not there: %s", room, text_str(&whole));
        text_release(&whole);
        arena_rewind(&arena, mark);
    }
    assert_true(parts_seen >> 1 & 1 && parts_seen >> 2 & 1); // all in one, and in two
    text_release(&all);
    close_it();
}

// Of several diplomas each has the code that it would have alone.
static void test_several(void **state)
{
    (void)state;
    struct ground g = open_it();
    const struct answers each[] = {answers, answers};
    const struct assessment assessments[] = {assessment, assessment};
    const struct diplomas two = {.answers = each, .assessments = assessments, .n = 2};
    const char *codes[SEVERAL_MOST] = {NULL};
    g.diplomas = &two;
    pocket_codes(&g, codes);
    assert_string_equal(codes[0], pocket_code(&g));
    assert_string_equal(codes[1], pocket_code(&g));
    assert_null(codes[2]);
    close_it();
}

// The first step comes before what the convention says, although that stands above it on the page.
static void test_order(void **state)
{
    static const char *const village[][2] = {
        {"award_country", "AU"}, {"destination", "KZ"}, {"purpose", "study"}, {"level", "bachelor"},
        {"quality", "yes"},      {"length", "short"},   {"mode", "campus"},   {"place", "village"}};
    struct pocket pocket;
    (void)state;
    open_pack("rich");
    memset(&answers, 0, sizeof answers);
    for (size_t i = 0; i < sizeof village / sizeof *village; i++)
        give(pack, &answers, village[i][0], village[i][1], DAY);
    struct ground g = judge();
    pocket_fill(&pocket, &g, MOST_ROOM);
    const char *step = strstr(pocket.part[0], "Ask them"),
               *pact = strstr(pocket.part[0], "Pact allows a condition");
    assert_true(step && pact && step < pact);
    close_it();
}

// Where there are no steps, a paper is none.
static void test_no_steps(void **state)
{
    struct pocket pocket;
    (void)state;
    open_pack("rich");
    memset(&answers, 0, sizeof answers);
    give(pack, &answers, "destination", "KG", DAY);
    struct ground g = judge();
    pocket_fill(&pocket, &g, MOST_ROOM);
    const char *likely = strstr(pocket.part[0], "Likely by"),
               *paper = strstr(pocket.part[0], "The diploma");
    if (!likely || !paper || likely > paper)
        fail_msg("%s", pocket.part[0]);
    close_it();
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parts), cmocka_unit_test(test_several),
                                       cmocka_unit_test(test_order),
                                       cmocka_unit_test(test_no_steps)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
