// SPDX-License-Identifier: MIT
// Eight visits walked in every language, answered by the ids of questions, so that their order may
// change: how many questions, keys and words they take, whether the pages fit, and whether English
// is left where another language is spoken. GENERATE=1 writes the table of doc/visits.md anew.
#include <ctype.h>
#include <string.h>
#include "unit.h"
#include "shipped.h"
#include "base/text.h"
#include "engine/session.h"
#include "pack/kind.h"
#include "paper/paint.h"
#include "paper/plain.h"
#include "view/builders.h"

enum {
    DAY = 20261101,
    EARLY_KEYS = 12,   // from the first page to the first answer
    DECIDED_KEYS = 30, // of the first visit
    FIRST_WORDS = 120,
    SCREENS_EVER = 12, // of a whole result, as in test-amount.c
    FOUR = 4           // questions before the first answer
};

// What is not said here is answered with its usual value, else "I don't know", else the first
// choice; "-": "I don't know" wherever that can be said.
static const struct visit {
    const char *name, *answers;
    bool decided; // its goal of keys is kept
} visits[] = {
    {"A Kazakh bachelor to China, to study",
     "destination=CN purpose=further_study award_country=KZ level=bachelor target_level=master "
     "award_year=2024 completion=awarded institution_status=recognised",
     true},
    {"An Uzbek specialist of 1998 to Russia, for work",
     "destination=RU purpose=employment award_country=UZ level=specialist award_year=1998", false},
    {"An Indian three-year BCom to New Zealand, to study",
     "destination=NZ purpose=further_study award_country=IN level=bachelor target_level=master "
     "duration_years=3 field=04 award_year=2022",
     false},
    {"A Kyrgyz doctor to India",
     "destination=IN purpose=regulated_profession award_country=KG level=professional_first_degree "
     "profession=medicine award_year=2020 citizenship=KG",
     false},
    {"An Afghan student with half of the papers to Kazakhstan",
     "destination=KZ purpose=further_study award_country=AF level=bachelor target_level=bachelor "
     "completion=partly_completed displaced=some_documents",
     false},
    {"A Chinese-British joint degree at a branch campus, to Malaysia",
     "destination=MY purpose=employment award_country=GB level=bachelor provision=joint_degree "
     "taught_at=branch_campus study_country=CN co_award_country=CN award_year=2023",
     false},
    {"Somebody unsure at every question, to Japan",
     "- destination=JP award_country=KG level=bachelor", false},
    {"A counsellor with a client's bachelor, Kyrgyzstan to Kazakhstan",
     "destination=KZ purpose=employment award_country=KG level=bachelor award_year=2019", false},
};
static const char *const languages[] = {"en", "kk", "ru"};

struct count {
    int questions, early_keys, decided_keys, keys, early_words, words, screens;
};

static const struct pack *pack;
static struct arena arena;
static struct painter painter;
static struct assessment a;
static int faults;

// ---- answers -----------------------------------------------------------------------------------

static bool wished(const char *answers, const char *id, char *word, size_t size)
{
    size_t len = strlen(id);
    for (const char *at = answers; (at = strstr(at, id)); at += len)
        if ((at == answers || at[-1] == ' ') && at[len] == '=') {
            snprintf(word, size, "%.*s", (int)strcspn(at + len + 1, " "), at + len + 1);
            return true;
        }
    return false;
}

// A choice that has a number takes that key, another one its group before it.
static int keys_of(const struct ground *g, const struct session *s, int32_t q, int64_t choice)
{
    struct asking asking = {.question = q, .inside = NONE, .focus = PAGE_FOCUS_OWN, .typed = ""};
    const struct page *page = page_question(g, s, &asking);
    for (int i = 0; i < page->n_items; i++)
        if (page->items[i].value == choice)
            return page->blocks[page->items[i].block].number || i == page->focus ? 1 : 2;
    return 2;
}

// The keys that it takes.
static int answer(const struct ground *g, const struct session *s, const char *answers, int32_t q,
                  struct answer *out)
{
    const struct question *question = &pack->questions[q];
    bool listed = kind_classes(question) == CLASSES_CHOICES;
    char word[60];
    int64_t value;
    *out = (struct answer){.state = ANSWER_GIVEN};
    if (wished(answers, question->id, word, sizeof word)) {
        if (answer_parse(pack, q, word, strlen(word), DAY, out))
            fail_msg("%s=%s", question->id, word);
        return listed ? keys_of(g, s, q, out->value) : (int)strlen(word) + 1;
    }
    if (*answers != '-' && answer_usual(pack, &s->current, q, &value)) {
        out->value = value;
        bool row = question_has_none(question) && value == question->min.value;
        return listed ? keys_of(g, s, q, value) : row ? 1 : 2;
    }
    if (question->unknown_allowed) {
        out->state = ANSWER_UNKNOWN;
        return 1;
    }
    return 1; // the first choice
}

// ---- pages -------------------------------------------------------------------------------------

static int count_words(const char *s)
{
    int n = 0;
    for (size_t len; *(s += strspn(s, " \n")); s += len) {
        len = strcspn(s, " \n");
        n += s[0] != '[' && s[0] != '=' && (len > 3 || isalnum((unsigned char)s[0]) || s[0] & 0x80);
    }
    return n;
}

static int words_of(const struct page *page)
{
    struct text text = TEXT_INIT;
    plain_page(&text, page, 200, 0);
    int n = count_words(text_str(&text));
    text_release(&text);
    return n;
}

static int screens_of(const struct page *page)
{
    painter_paint(&painter, page, NULL);
    return painter.rows > 0 ? (painter.total + painter.rows - 1) / painter.rows : 1;
}

// Names of offices and pages stay as they are; a whole sentence without a letter of the language is
// a text that was forgotten.
static void find_english(const struct page *page, const char *visit, const char *lang)
{
    for (int i = 0; i < page->n_blocks; i++) {
        const char *text = page->blocks[i].text;
        int spaces = 0;
        bool own = false;
        for (const char *c = text; *c; c++) {
            spaces += *c == ' ';
            own |=
                (unsigned char)*c == 0xD0 || (unsigned char)*c == 0xD1 || (unsigned char)*c == 0xD2;
        }
        if (own || spaces < 4 || strstr(text, "://") || strchr(text, '['))
            continue;
        fprintf(stderr, "%s (%s): not translated: %s\n", visit, lang, text);
        faults++;
    }
}

static void most(int is, int limit, const char *what, const char *visit, const char *lang)
{
    if (is <= limit)
        return;
    fprintf(stderr, "%s (%s): %s: %d, at most %d\n", visit, lang, what, is, limit);
    faults++;
}

// ---- a visit -----------------------------------------------------------------------------------

static void look(const struct ground *g, const struct visit *v, struct count *n)
{
    const char *lang = g->i18n->lang;
    n->words = words_of(page_result(g, TAB_OUTCOME, PAGE_FOCUS_OWN));
    for (enum tab tab = TAB_OUTCOME; tab < TABS; tab++) {
        const struct page *page = page_result(g, tab, PAGE_FOCUS_OWN);
        n->screens += screens_of(page);
        if (strcmp(lang, "en") != 0)
            find_english(page, v->name, lang);
    }
    most(n->words, FIRST_WORDS, "words on the first screen", v->name, lang);
    most(n->screens, SCREENS_EVER, "screens", v->name, lang);
    most(n->early_words, FIRST_WORDS, "words of the first answer", v->name, lang);
    most(n->early_keys, EARLY_KEYS, "keys to the first answer", v->name, lang);
    if (v->decided)
        most(n->decided_keys, DECIDED_KEYS, "keys until it is decided", v->name, lang);
}

// What a line among the papers says: to the papers, down to the line, the tick, and past what
// moved.
static void tick_lines(struct ground *g, struct session *s, const struct visit *v, struct count *n)
{
    for (int32_t q = 0; q < pack->n_questions; q++) {
        char word[60];
        if (!pack->questions[q].tick.words ||
            !wished(v->answers, pack->questions[q].id, word, sizeof word))
            continue;
        const struct page *page = page_result(g, TAB_PAPERS, PAGE_FOCUS_OWN);
        int row = 0;
        while (row < page->n_items && page->items[row].value != pack->n_documents + q)
            row++;
        assert_true(row < page->n_items);
        session_tick_line(s, q);
        assert_string_equal(pack->questions[q].choices[s->current.of[q].value].id, word);
        assess(g->engine, &s->current, ASSESS_FULL, &a);
        n->keys += 1 + abs(row - page->focus) + 1 + 1;
    }
}

static struct count walk(struct ground *g, const struct visit *v)
{
    struct count n = {.keys = 1}; // the first page
    static struct session s;
    session_init(&s, pack, g->engine, DAY);
    g->answers = &s.current;
    g->assessment = &a;
    for (int32_t q; (q = session_question(&s)) != NONE; n.questions++) {
        struct answer out;
        if (n.questions == FOUR) {
            n.early_keys = n.keys;
            n.early_words = words_of(page_early(g, &s, PAGE_FOCUS_OWN));
            n.keys++; // on with the questions
        }
        n.keys += answer(g, &s, v->answers, q, &out);
        assert_int_equal(session_answer(&s, q, &out), 0);
        assess(g->engine, &s.current, ASSESS_FULL, &a);
        if (!n.decided_keys && a.state == STATE_DECIDED && n.questions >= FOUR)
            n.decided_keys = n.keys;
    }
    assert_true(n.questions > FOUR);
    if (!n.decided_keys)
        n.decided_keys = n.keys;
    tick_lines(g, &s, v, &n);
    look(g, v, &n);
    session_release(&s);
    return n;
}

// ---- the table ---------------------------------------------------------------------------------

enum { VISITS = sizeof visits / sizeof *visits, LANGUAGES = sizeof languages / sizeof *languages };

static void write_table(struct count counts[LANGUAGES][VISITS])
{
    const char *src = getenv("TANU_SRC");
    char path[4096];
    snprintf(path, sizeof path, "%s/doc/visits.md", src ? src : ".");
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(
        "# Eight visits, measured\n\n"
        "How long a visit takes on a terminal of 80x24; `tests/unit/test-visits.c` walks them in\n"
        "three languages, answers by the ids of the questions, and writes this page "
        "(`GENERATE=1`).\n"
        "Keys are counted from the first page: a country is typed by its code, a row "
        "without\na number takes two keys, every other answer one, but for years and numbers. "
        "\"First answer\" is the page\nafter four questions, \"decided\" the moment from which "
        "one outcome is left (else the end), \"screens\"\nall parts of the result as they open. "
        "Words are in English, Kazakh and Russian.\n\n"
        "| | visit | questions | keys to the first answer | its words | keys until decided | "
        "keys | words of the first screen | screens |\n|---|---|---|---|---|---|---|---|---|\n",
        f);
    for (size_t i = 0; i < VISITS; i++) {
        const struct count *c[LANGUAGES] = {&counts[0][i], &counts[1][i], &counts[2][i]};
        fprintf(f, "| %zu | %s | %d | %d | %d, %d, %d | %d | %d | %d, %d, %d | %d, %d, %d |\n",
                i + 1, visits[i].name, c[0]->questions, c[0]->early_keys, c[0]->early_words,
                c[1]->early_words, c[2]->early_words, c[0]->decided_keys, c[0]->keys, c[0]->words,
                c[1]->words, c[2]->words, c[0]->screens, c[1]->screens, c[2]->screens);
    }
    fputs(
        "\nThe test keeps: the first answer in at most 12 keys, visit 1 decided in at most 30, no "
        "first screen\nabove 120 words, no English in the other two languages. "
        "`tests/screen/visit-bachelor-china.script`\nwalks the first visit "
        "by its keys; `tests/screen/visit-*.script` walk all eight on a terminal in\nthree "
        "languages. Visit 8 compares nothing here: there its comparison is looked at too.\n",
        f);
    assert_int_equal(fclose(f), 0);
}

static void test_visits(void **state)
{
    (void)state;
    struct count counts[LANGUAGES][VISITS];
    char dir[600];
    snprintf(dir, sizeof dir, "%s/locale", getenv("TANU_BUILD") ? getenv("TANU_BUILD") : ".");
    pack = shipped_open(LOAD_NEAR);
    painter_resize(&painter, 80, 24);
    struct engine *engine = engine_new(pack, DAY);
    for (size_t l = 0; l < LANGUAGES; l++) {
        struct i18n i18n;
        i18n_init(&i18n, languages[l], dir);
        i18n_set_pack(&i18n, pack, NULL);
        for (size_t i = 0; i < VISITS; i++) {
            struct ground g = {
                .arena = &arena, .i18n = &i18n, .pack = pack, .engine = engine, .as_of = DAY};
            counts[l][i] = walk(&g, &visits[i]);
            arena_rewind(&arena, (struct arena_mark){0});
        }
        i18n_release(&i18n);
    }
    if (getenv("GENERATE"))
        write_table(counts);
    assert_int_equal(faults, 0);
    engine_free(engine);
    painter_release(&painter);
    assessment_release(&a);
    arena_release(&arena);
    pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_visits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
