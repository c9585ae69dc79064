// SPDX-License-Identifier: MIT
// A visit of somebody to the wizard on the tiny pack: keys in, pages out.
#ifndef TANU_TESTS_VISIT_H
#define TANU_TESTS_VISIT_H

#include "tiny.h"
#include "wizard/wizard.h"

struct visit {
    struct tiny tiny;
    struct i18n i18n;
    struct wizard *w;
};

static inline void visit_open(struct visit *v)
{
    char dir[600];
    snprintf(dir, sizeof dir, "%s/locale", getenv("TANU_BUILD") ? getenv("TANU_BUILD") : ".");
    v->tiny = tiny_open();
    i18n_init(&v->i18n, "en", dir);
    i18n_set_pack(&v->i18n, v->tiny.pack, NULL);
    v->w = wizard_new(&v->i18n, v->tiny.pack, v->tiny.engine, TINY_DAY, ABILITY_ALL);
}

static inline void visit_close(struct visit *v)
{
    wizard_free(v->w);
    tiny_close(&v->tiny);
}

// The id of the question where the person stands, or "result".
static inline const char *visit_at(struct visit *v)
{
    int32_t q = session_question(wizard_session(v->w));
    return q == NONE ? "result" : v->tiny.pack->questions[q].id;
}

static inline enum wizard_event visit_press(struct visit *v, input key)
{
    return wizard_key(v->w, key, 10);
}

static inline void visit_type(struct visit *v, const char *s)
{
    for (; *s; s++)
        visit_press(v, (unsigned char)*s);
}

// What stands in the line that can be typed in.
static inline const char *visit_typed(struct visit *v)
{
    const struct page *page = wizard_page(v->w);
    for (int i = 0; i < page->n_blocks; i++)
        if (page->blocks[i].kind == BLOCK_FIELD)
            return page->blocks[i].text;
    return "";
}

// Says "I don't know" until the question comes.
static inline void visit_go(struct visit *v, const char *question)
{
    for (int i = 0; i < 64 && strcmp(visit_at(v), question) != 0; i++)
        if (wizard_do(v->w, ACTION_UNKNOWN, NULL) == WIZARD_PAGE && *wizard_message(v->w))
            wizard_do(v->w, ACTION_ANSWER, "KZ");
    assert_string_equal(visit_at(v), question);
}

static inline bool visit_shows(struct visit *v, const char *words)
{
    const struct page *page = wizard_page(v->w);
    for (int i = 0; i < page->n_blocks; i++) {
        const struct block *b = &page->blocks[i];
        if (strstr(b->text, words) || strstr(b->key, words) || strstr(b->detail, words))
            return true;
    }
    return false;
}

#endif
