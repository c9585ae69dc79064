// SPDX-License-Identifier: MIT
// How much a person is given to read: every worked case of the shipped pack in each language. The
// first screen of a result fits on 80x24 and has few words and no citation lines; the whole is
// twelve screens at most, and what is printed has its limit too. Each case is walked for its own
// land and one other; EVERYWHERE=1 walks it for all of them, which takes some minutes.
#include <stdlib.h>
#include <string.h>
#include "unit.h"
#include "shipped.h"
#include "tests/slow.h"
#include "base/text.h"
#include "engine/engine.h"
#include "pack/read/load.h"
#include "paper/paint.h"
#include "paper/plain.h"
#include "view/builders.h"

enum {
    DAY = 20261101,
    FIRST_WORDS = 120,
    SHORT_WORDS = 260,
    SCREENS = 12, // of all parts as they open, folded
    REPORT_LINES = 270,
    REPORT_WIDTH = 72
};

static const char *const languages[] = {"en", "kk", "ru"};
static const struct pack *pack;
static struct arena arena;
static struct painter painter;
static struct assessment a;
static int faults;

// Neither marks of lists nor numbers of sources: "•", "!", "1.", "[3, 7]".
static bool is_word(const char *s, size_t len)
{
    bool mark = len == strlen("•") && !strncmp(s, "•", len);
    bool number = len == 2 && s[0] >= '1' && s[0] <= '9' && s[1] == '.';
    return len && !mark && !number && s[0] != '[' && s[len - 1] != ']' && s[0] != '!' &&
           s[0] != '=';
}

static int count_words(const char *s)
{
    int n = 0;
    for (size_t len; *(s += strspn(s, " \n")); s += len) {
        len = strcspn(s, " \n");
        n += is_word(s, len);
    }
    return n;
}

static void most(int is, int limit, const char *what, const char *id, const char *lang)
{
    if (is <= limit)
        return;
    fprintf(stderr, "%s (%s): %s: %d, at most %d\n", id, lang, what, is, limit);
    faults++;
}

// What stands on the page, painted: how many screens it takes.
static int screens(const struct page *page)
{
    painter_paint(&painter, page, NULL);
    return painter.rows > 0 ? (painter.total + painter.rows - 1) / painter.rows : 1;
}

static void look(const struct ground *g, const char *id)
{
    const char *lang = g->i18n->lang;
    struct text text = TEXT_INIT;
    const struct page *first = page_result(g, TAB_OUTCOME, PAGE_FOCUS_OWN);
    plain_page(&text, first, 200, 0);
    most(count_words(text_str(&text)), FIRST_WORDS, "words on the first screen", id, lang);
    most(screens(first), 1, "screens of the first screen", id, lang);
    for (int i = 0; i < first->n_blocks; i++)
        most(first->blocks[i].kind == BLOCK_CITATION, 0, "citation lines", id, lang);
    int whole = 0;
    for (enum tab tab = TAB_OUTCOME; tab < TABS; tab++)
        whole += screens(page_result(g, tab, PAGE_FOCUS_OWN));
    most(whole, SCREENS, "screens", id, lang);
    text_clear(&text);
    plain_page(&text, page_short(g), REPORT_WIDTH, 0);
    most(count_words(text_str(&text)), SHORT_WORDS, "words of the short form", id, lang);
    text_clear(&text);
    plain_page(&text, page_report(g), REPORT_WIDTH, 0);
    int lines = 0;
    for (const char *s = text_str(&text); *s; s++)
        lines += *s == '\n';
    most(lines, REPORT_LINES, "lines of the report", id, lang);
    text_release(&text);
}

// Which other land: told of the case's name alone, so that a new case moves no other one.
static int32_t other_land(const char *id)
{
    uint32_t sum = 0;
    for (; *id; id++)
        sum = sum * 31 + (unsigned char)*id;
    return (int32_t)(sum % (uint32_t)pack->n_destinations);
}

enum { OWN = -1, OTHER = -2 }; // else the number of a destination

// The case's own answers, or the same person bound for another land.
static void answer(struct answers *answers, int32_t c, int32_t there)
{
    answers_of_case(answers, &pack->cases[c]);
    if (there == OWN)
        return;
    if (there == OTHER)
        there = other_land(pack->cases[c].id);
    answers->of[pack->q_destination].state = ANSWER_GIVEN;
    answers->of[pack->q_destination].value = pack->destinations[there].country;
}

static void walk(const char *lang, int32_t there)
{
    struct i18n i18n;
    char dir[600];
    static struct answers answers;
    snprintf(dir, sizeof dir, "%s/locale", getenv("TANU_BUILD") ? getenv("TANU_BUILD") : ".");
    i18n_init(&i18n, lang, dir);
    i18n_set_pack(&i18n, pack, NULL);
    struct engine *engine = engine_new(pack, DAY);
    for (int32_t c = 0; c < pack->n_cases; c += SLOW_STEP) {
        answer(&answers, c, there);
        assess(engine, &answers, ASSESS_FULL, &a);
        const struct ground g = {.arena = &arena,
                                 .i18n = &i18n,
                                 .pack = pack,
                                 .engine = engine,
                                 .as_of = DAY,
                                 .answers = &answers,
                                 .assessment = &a};
        char id[120];
        int64_t to = answers.of[pack->q_destination].value;
        bool land = answers.of[pack->q_destination].state == ANSWER_GIVEN && to < pack->n_countries;
        snprintf(id, sizeof id, "%s to %s", pack->cases[c].id, land ? pack->countries[to] : "-");
        look(&g, id);
        arena_rewind(&arena, (struct arena_mark){0});
    }
    engine_free(engine);
    i18n_release(&i18n);
}

static void test_every_case(void **state)
{
    (void)state;
    pack = shipped_open(LOAD_CASES);
    painter_resize(&painter, 80, 24);
    bool everywhere = getenv("EVERYWHERE") != NULL;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        walk(languages[i], OWN);
    for (int32_t there = everywhere ? 0 : OTHER; there < (everywhere ? pack->n_destinations : OWN);
         there++)
        for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
            walk(languages[i], there);
    assert_int_equal(faults, 0);
    painter_release(&painter);
    assessment_release(&a);
    arena_release(&arena);
    pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_case)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
