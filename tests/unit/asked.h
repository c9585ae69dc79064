// SPDX-License-Identifier: MIT
// The page of one question of a pack that may be changed, for tests: what was answered before goes
// in, the rows of the page come out.
#ifndef TANU_TESTS_ASKED_H
#define TANU_TESTS_ASKED_H

#include "stage-arena.h"
#include "view/builders.h"

static struct session session;
static struct answers answers;

// The pack, with one question that has everything.
static struct pack changed;
static struct question questions[PACK_MAX_QUESTIONS];
static struct question *q; // the one that is asked
static struct asking asking;

static inline void begin(const char *id)
{
    changed = *pack;
    memcpy(questions, pack->questions, (size_t)pack->n_questions * sizeof *questions);
    changed.questions = questions;
    q = &questions[question(id)];
    q->hint.words = NULL;
    memset(&answers, 0, sizeof answers);
    memset(&session.all, 0, sizeof session.all);
    asking = (struct asking){.question = question(id), .focus = PAGE_FOCUS_OWN, .inside = NONE};
}

// "1 School | 2 Bachelor * | > 3 Other … (Rare ones.)": numbers, what is marked, the focus.
static inline const char *page_rows(const struct page *page)
{
    struct text t = TEXT_INIT;
    for (int i = 0; i < page->n_blocks; i++) {
        const struct block *b = &page->blocks[i];
        bool box = b->kind == BLOCK_CHOICE && b->item >= 0 && page->items[b->item].value >= 0 &&
                   q->type == Q_MANY;
        assert_int_equal(b->indent, 0);
        assert_int_equal(b->multiple, box);
        if (b->kind == BLOCK_TITLE)
            continue;
        text_printf(&t, "%s", t.len ? " | " : "");
        if (b->item >= 0 && b->item == page->focus)
            text_add(&t, "> ");
        if (b->number)
            text_printf(&t, "%d ", b->number);
        if (b->kind == BLOCK_FIELD)
            text_printf(&t, "[%s]", b->text);
        else if (b->kind == BLOCK_HEADING)
            text_printf(&t, "-- %s", b->text);
        else
            text_printf(&t, "%s%s%s%s", b->text, *b->detail ? " (" : "", b->detail,
                        *b->detail ? ")" : "");
        if (b->on)
            text_add(&t, " *");
    }
    const char *words = arena_strdup(&arena, text_str(&t));
    text_release(&t);
    return words;
}

static inline const struct page *look(struct answer kept)
{
    session.all.of[asking.question] = kept;
    struct ground g = {.arena = &arena,
                       .i18n = &i18n,
                       .pack = &changed,
                       .engine = engine,
                       .as_of = DAY,
                       .answers = &answers,
                       .search = names};
    return page_question(&g, &session, &asking);
}

static inline void expect(size_t row, struct answer kept, const char *words)
{
    const char *rows = page_rows(look(kept));
    if (strcmp(rows, words) != 0)
        fail_msg("row %zu: %s", row, rows);
}

static inline struct answer given(int64_t value)
{
    return (struct answer){.state = ANSWER_GIVEN, .value = value};
}

static const struct answer absent = {.state = ANSWER_ABSENT}, unknown = {.state = ANSWER_UNKNOWN};

static inline void expect_values(struct answer kept, const int32_t *values, int n)
{
    const struct page *page = look(kept);
    assert_int_equal(page->n_items, n);
    for (int i = 0; i < n; i++)
        assert_int_equal(page->items[i].value, values[i]);
}

static inline int open_it(void **state)
{
    open_pages(state);
    session_init(&session, pack, engine, DAY);
    return 0;
}

static inline int close_it(void **state)
{
    session_release(&session);
    return close_pages(state);
}

#endif
