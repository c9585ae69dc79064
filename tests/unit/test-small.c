// SPDX-License-Identifier: MIT
// Every question of the shipped pack on small screens, in each language: whatever row or field is
// focused is seen, with its marker, and the cursor on it.
#include <string.h>
#include "base/text.h"
#include "paper/paint.h"
#include "shipped.h"
#include "unit.h"
#include "view/builders.h"
#include "view/search.h"

static const struct pack *pack;
static struct i18n i18n;
static struct engine *engine;
static struct session session;
static struct search *names;
static int looked;

static const struct {
    int columns, rows;
} sizes[] = {{30, 10}, {40, 12}, {45, 20}, {80, 24}};

static void look(const struct page *page, const char *id, int columns, int rows)
{
    struct painter p = {0};
    painter_resize(&p, columns, rows);
    painter_paint(&p, page, NULL);
    int row = p.cells.cursor_row;
    struct spot spot = painter_spot(&p, row, p.cells.cursor_column);
    if (spot.kind != SPOT_ITEM || spot.index != page->focus)
        fail_msg("%s, %s, %dx%d: the cursor is not on row %d", i18n.lang, id, columns, rows,
                 page->focus);
    bool marked = false;
    for (int c = 0; c < p.cells.cursor_column; c++)
        marked |= cells_at(&p.cells, row, c)->style == CELL_MARK;
    bool field = page->blocks[page->items[page->focus].block].kind == BLOCK_FIELD;
    if (field)
        marked |= cells_at(&p.cells, row, p.cells.cursor_column)->style == CELL_FIELD;
    if (!marked)
        fail_msg("%s, %s, %dx%d: no marker in row %d", i18n.lang, id, columns, rows, page->focus);
    painter_release(&p);
    looked++;
}

static void look_at_all(struct asking *asking, const char *typed)
{
    struct arena arena;
    arena_init(&arena);
    struct ground g = {.arena = &arena,
                       .i18n = &i18n,
                       .pack = pack,
                       .engine = engine,
                       .as_of = 20261101,
                       .answers = &session.current,
                       .search = names};
    asking->typed = typed;
    asking->cursor = strlen(typed);
    asking->focus = 0;
    int n = page_question(&g, &session, asking)->n_items;
    if (asking_form(pack, asking) == FORM_CHOICES)
        assert_in_range(n, 2, PACK_MAX_ROWS + 1); // a digit takes each, but "I don't know"
    for (int i = 0; i < n; i++) {
        asking->focus = i;
        struct page *page = page_question(&g, &session, asking);
        page->message = i % 2 ? "Something is said in a line that may well be too long." : "";
        for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++)
            look(page, pack->questions[asking->question].id, sizes[k].columns, sizes[k].rows);
    }
    arena_release(&arena);
}

static void every_question(void **state)
{
    (void)state;
    static struct answer none;
    for (int32_t q = 0; q < pack->n_questions; q++) {
        struct asking asking = {.question = q};
        struct ground g = {.pack = pack, .engine = engine, .answers = &session.current};
        asking_begin(&g, &none, &asking);
        look_at_all(&asking, "");
        for (asking.inside = 0; asking.inside < pack->questions[q].n_groups; asking.inside++)
            look_at_all(&asking, "");
        asking.inside = NONE;
        if (question_form(&pack->questions[q]) == FORM_SEARCH)
            look_at_all(&asking, "a name that is longer than the smallest screen");
        if (question_form(&pack->questions[q]) != FORM_FIELD)
            continue;
        asking.inside = INSIDE_FIELD;
        look_at_all(&asking, "");
        look_at_all(&asking, "2021-06 and what else may have been typed behind it");
    }
}

static void in_each_language(void **state)
{
    char dir[600];
    snprintf(dir, sizeof dir, "%s/locale", getenv("TANU_BUILD") ? getenv("TANU_BUILD") : ".");
    i18n_init(&i18n, "en", dir);
    i18n_assume_utf8(&i18n);
    i18n_set_pack(&i18n, pack, NULL);
    for (int l = 0; l < i18n.n_languages; l++) {
        i18n_switch(&i18n, i18n.languages[l].code);
        names = search_new(&i18n, pack);
        every_question(state);
        search_free(names);
    }
    assert_true(looked > 3000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(in_each_language)};
    pack = shipped_open(0);
    engine = engine_new(pack, 20261101);
    session_init(&session, pack, engine, 20261101);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    session_release(&session);
    engine_free(engine);
    pack_free(pack);
    return failed;
}
