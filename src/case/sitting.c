// SPDX-License-Identifier: MIT
// A sitting with a kept case; see sitting.h.
#include "case/sitting.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/oom.h"
#include "base/seal.h"
#include "tongue/i18n.h"

enum { ROOM = JSON_LINE_MAX + 2 };

// ---- opening ----------------------------------------------------------------------------------

// The answers of a document; their texts are in `room`. A sitting has three of them: what it began
// with, the journal, what was saved since.
static void read_answers(struct sitting *v, const struct doc *doc, char *room, struct text *lost,
                         struct several *out)
{
    kept_diplomas(doc, v->pack, v->words, room, JSON_LINE_MAX, v->line, lost, out);
    for (int i = 0; i < out->n; i++)
        out->of[i].ticks = NULL;
}

static size_t tick_words(const struct sitting *v)
{
    return BITS_WORDS(v->pack->n_documents) + 1;
}

static int32_t paper_of(const struct pack *pack, const char *id)
{
    for (int32_t d = 0; d < pack->n_documents; d++)
        if (!strcmp(pack->documents[d].id, id))
            return d;
    return NONE;
}

// Of all diplomas.
static void read_ticks(struct sitting *v, const struct doc *doc, uint64_t *ticks,
                       struct several *out)
{
    const struct doc_node *list = doc_get(doc->root, "ticks");
    memset(ticks, 0, tick_words(v) * sizeof *ticks);
    for (const struct doc_node *n = list ? list->first : NULL; n; n = n->next) {
        int32_t d = paper_of(v->pack, n->text);
        if (d != NONE)
            bits_set(ticks, (size_t)d);
    }
    for (int i = 0; i < out->n; i++)
        out->of[i].ticks = ticks;
}

static void read_kept(struct sitting *v, char *room)
{
    text_clear(&v->lost);
    read_answers(v, &v->doc, room, &v->lost, &v->kept);
    read_ticks(v, &v->doc, v->ticks, &v->kept);
}

static enum store_fault read_before(struct sitting *v, struct diags *diags)
{
    doc_release(&v->doc);
    doc_init(&v->doc);
    enum store_fault fault = store_read(&v->store, v->name, true, &v->doc, diags);
    v->mode = SITTING_DAMAGED;
    return fault ? STORE_DAMAGED : STORE_GOOD;
}

static enum store_fault read_case(struct sitting *v, struct diags *diags)
{
    enum store_fault fault = store_read(&v->store, v->name, false, &v->doc, diags);
    switch (fault) {
    case STORE_MISSING:
        v->fresh = true;
        kept_new(&v->doc, v->name, v->as_of);
        return STORE_GOOD;
    case STORE_NEWER:
        v->mode = SITTING_NEWER;
        return STORE_GOOD;
    case STORE_DAMAGED:
        return read_before(v, diags);
    default:
        return fault;
    }
}

// What was not saved when an earlier visit ended.
static void take_up(struct sitting *v, struct diags *diags)
{
    struct doc doc;
    struct text lost = TEXT_INIT;
    if (v->mode != SITTING_WRITES || !store_journal_there(&v->store, v->name))
        return;
    doc_init(&doc);
    v->spoilt = store_journal_read(&v->store, v->name, &doc, diags);
    if (!v->spoilt) {
        read_answers(v, &doc, v->room + ROOM, &lost, &v->resume);
        read_ticks(v, &doc, v->ticks + tick_words(v), &v->resume);
        v->resumed = v->unsaved = true;
    }
    text_release(&lost);
    doc_release(&doc);
}

static void find_moves(struct sitting *v)
{
    struct assessment *a = xcalloc(1, sizeof *a);
    several_best(v->engine, v->pack, &v->kept, a);
    kept_moved(&v->doc, v->pack, a, &v->moved);
    assessment_wipe(a);
    assessment_release(a);
    free(a);
}

// The answers of a sealed case stay in memory: they are not swapped out.
static void hold(const struct sitting *v, bool on)
{
    void (*turn)(const void *at, size_t size) = on ? seal_hold : seal_let_go;
    if (!v->store.vault || !v->room)
        return;
    turn(v, sizeof *v);
    turn(v->line, sizeof *v->line);
    turn(v->room, 3 * ROOM);
    turn(v->ticks, 2 * tick_words(v) * sizeof *v->ticks);
}

enum store_fault sitting_open(struct sitting *v, const struct pack *pack, struct engine *engine,
                              date as_of, const struct store *store, const char *name)
{
    struct diags diags;
    *v = (struct sitting){
        .pack = pack, .engine = engine, .as_of = as_of, .store = *store, .lock = -1};
    doc_init(&v->doc);
    if (!store_name_good(name))
        return STORE_BAD_NAME;
    snprintf(v->name, sizeof v->name, "%s", name);
    v->lock = store_lock(&v->store, v->name, v->who);
    if (v->lock < 0 && !*v->who)
        return STORE_SYSTEM;
    v->mode = v->lock < 0 ? SITTING_BUSY : SITTING_WRITES;
    v->words = json_words_new(pack, as_of, NULL, 0);
    v->line = xcalloc(1, sizeof *v->line);
    v->room = xcalloc(3, ROOM);
    v->ticks = xcalloc(2 * tick_words(v), sizeof *v->ticks);
    hold(v, true);
    diags_init(&diags);
    enum store_fault fault = read_case(v, &diags);
    if (!fault) {
        read_kept(v, v->room);
        v->resume = v->kept;
        take_up(v, &diags);
        find_moves(v);
    }
    diags_release(&diags);
    return fault;
}

void sitting_close(struct sitting *v)
{
    if (v->line)
        explicit_bzero(v->line, sizeof *v->line);
    if (v->room)
        explicit_bzero(v->room, 3 * ROOM);
    if (v->ticks)
        explicit_bzero(v->ticks, 2 * tick_words(v) * sizeof *v->ticks);
    hold(v, false);
    free(v->ticks);
    free(v->line);
    free(v->room);
    json_words_free(v->words);
    text_release(&v->lost);
    text_release(&v->moved);
    doc_release(&v->doc);
    if (v->lock >= 0)
        store_unlock(&v->store, v->name, v->lock);
    explicit_bzero(v, sizeof *v);
}

// ---- answers ----------------------------------------------------------------------------------

// Any answer that changes changes it.
static uint64_t sum_one(const struct sitting *v, const struct answers *now, uint64_t sum)
{
    for (int32_t q = 0; q < v->pack->n_questions; q++) {
        const struct answer *a = &now->of[q];
        sum = (sum ^ (uint64_t)a->state) * 0x100000001B3U;
        sum = (sum ^ (uint64_t)a->value) * 0x100000001B3U;
        sum = (sum ^ (uint64_t)a->last) * 0x100000001B3U;
        for (int32_t i = 0; i < a->text_length; i++)
            sum = (sum ^ (uint8_t)a->text[i]) * 0x100000001B3U;
    }
    for (size_t i = 0; now->ticks && i < BITS_WORDS(v->pack->n_documents); i++)
        sum = (sum ^ now->ticks[i]) * 0x100000001B3U;
    return sum;
}

static uint64_t sum_of(const struct sitting *v, const struct several *now)
{
    uint64_t sum = 1;
    for (int i = 0; i < now->n; i++)
        sum = sum_one(v, &now->of[i], sum);
    return sum;
}

void sitting_begin(struct sitting *v, const struct several *path)
{
    memset(&v->beside, 0, sizeof v->beside);
    for (int i = 0; i < v->resume.n && i < path->n; i++)
        for (int32_t q = 0; q < v->pack->n_questions; q++)
            if (path->of[i].of[q].state == ANSWER_ABSENT)
                v->beside.of[i].of[q] = v->resume.of[i].of[q];
    v->seen = sum_of(v, path);
}

void sitting_removed(struct sitting *v, int place)
{
    for (int i = place; i < SEVERAL_MOST; i++)
        v->beside.of[i] =
            i + 1 < SEVERAL_MOST ? v->beside.of[i + 1] : (struct answers){.ticks = NULL};
}

const struct answer *sitting_answer(const struct sitting *v, const struct several *now, int place,
                                    int32_t question)
{
    const struct answer *a = &now->of[place].of[question];
    return a->state == ANSWER_ABSENT ? &v->beside.of[place].of[question] : a;
}

bool sitting_changed(const struct sitting *v, const struct several *now, int place,
                     int32_t question)
{
    static const struct answer none;
    const struct answer *mine = sitting_answer(v, now, place, question),
                        *kept = place < v->kept.n ? &v->kept.of[place].of[question] : &none;
    const struct question *q = &v->pack->questions[question];
    return !kept_same_answer(mine, kept) &&
           !(answer_unticked(q, mine) && kept->state == ANSWER_ABSENT);
}

static bool any_changed(const struct sitting *v, const struct several *now)
{
    for (int i = 0; i < now->n; i++)
        for (int32_t q = 0; q < v->pack->n_questions; q++)
            if (sitting_changed(v, now, i, q))
                return true;
    return now->n != v->kept.n ||
           (now->of[0].ticks && memcmp(now->of[0].ticks, v->ticks,
                                       BITS_WORDS(v->pack->n_documents) * sizeof *v->ticks) != 0);
}

// Papers that the pack no longer has stay ticked.
static void keep_old_ticks(struct sitting *v, struct doc *doc)
{
    const struct doc_node *old = doc_get(v->doc.root, "ticks");
    for (const struct doc_node *n = old ? old->first : NULL; n; n = n->next)
        if (paper_of(v->pack, n->text) == NONE)
            doc_add(doc, doc_need(doc, doc->root, DOC_LIST, "ticks"), DOC_TEXT, n->text);
}

static void keep_unused_of(struct sitting *v, struct doc *doc, const struct doc_node *map,
                           const struct answers *known)
{
    for (const struct doc_node *n = map ? map->first : NULL; n; n = n->next) {
        int32_t q = pack_question(v->pack, n->key);
        if (n->kind == DOC_TEXT && (q == NONE || known->of[q].state == ANSWER_ABSENT))
            doc_set(doc, doc_need(doc, doc->root, DOC_MAP, "unused"), n->key, n->text);
    }
}

// Answers that the pack no longer has go to `unused:` before the others are written anew.
static void keep_unused(struct sitting *v, struct doc *doc)
{
    const struct doc_node *list = doc_get(doc->root, "qualifications");
    struct several *known = xcalloc(1, sizeof *known);
    struct text lost = TEXT_INIT;
    char *room = xcalloc(1, ROOM);
    read_answers(v, doc, room, &lost, known);
    int i = 0;
    for (const struct doc_node *n = list ? list->first : NULL; n && lost.len && i < known->n;
         n = n->next)
        keep_unused_of(v, doc, n, &known->of[i++]);
    if (lost.len)
        keep_unused_of(v, doc, doc_get(doc->root, "answers"),
                       doc_count(list) ? &v->line->answers : &known->of[0]);
    explicit_bzero(known, sizeof *known);
    explicit_bzero(room, ROOM);
    free(known);
    free(room);
    text_release(&lost);
}

// What speaks of the person and is the same in all diplomas.
static void share(const struct pack *pack, const struct several *several, struct answers *shared)
{
    memset(shared, 0, sizeof *shared);
    shared->ticks = several->of[0].ticks;
    for (int32_t q = 0; q < pack->n_questions; q++) {
        bool same = pack->questions[q].of_person;
        for (int i = 1; i < several->n; i++)
            same = same && kept_same_answer(&several->of[0].of[q], &several->of[i].of[q]);
        if (same)
            shared->of[q] = several->of[0].of[q];
    }
}

static void put_answers(struct sitting *v, struct doc *doc, const struct several *now)
{
    struct json_line *line = xcalloc(1, sizeof *line);
    struct several *all = xcalloc(1, sizeof *all);
    keep_unused(v, doc);
    *all = *now;
    for (int i = 0; i < now->n; i++)
        for (int32_t q = 0; q < v->pack->n_questions; q++)
            all->of[i].of[q] = *sitting_answer(v, now, i, q);
    share(v->pack, all, &line->answers);
    if (all->n == 1) {
        line->answers = all->of[0];
        doc_set(doc, doc->root, "qualifications", NULL);
        all->n = 0;
    }
    kept_take(doc, v->pack, line, all);
    if (line->answers.ticks)
        keep_old_ticks(v, doc);
    explicit_bzero(line, sizeof *line);
    explicit_bzero(all, sizeof *all);
    free(line);
    free(all);
}

static bool copy_doc(const struct doc *from, struct doc *to)
{
    struct text words = TEXT_INIT;
    struct diags diags;
    diags_init(&diags);
    doc_write(from, &words);
    bool good = !doc_read(to, "", text_str(&words), words.len, &diags);
    text_release(&words);
    diags_release(&diags);
    return good;
}

void sitting_answers(struct sitting *v, const struct several *now)
{
    struct doc doc;
    uint64_t sum = sum_of(v, now);
    if (v->mode != SITTING_WRITES || v->seen == sum)
        return;
    v->seen = sum;
    bool before = v->unsaved;
    v->unsaved = any_changed(v, now);
    if (!v->unsaved) {
        if (before && !v->spoilt)
            store_journal_drop(&v->store, v->name);
        return;
    }
    if (v->spoilt)
        return;
    doc_init(&doc);
    if (copy_doc(&v->doc, &doc)) {
        put_answers(v, &doc, now);
        v->torn = store_journal(&v->store, v->name, &doc) != STORE_GOOD;
        v->seen = v->torn ? 0 : sum; // what could not be written is tried again
    }
    doc_release(&doc);
}

void sitting_back(struct sitting *v, const struct several *path)
{
    v->resume = v->kept; // what came from the journal does not stay beside the way
    sitting_begin(v, path);
    v->seen = 0;
    sitting_answers(v, path);
}

// ---- keeping ----------------------------------------------------------------------------------

enum store_fault sitting_keep(struct sitting *v)
{
    if (v->mode != SITTING_WRITES)
        return STORE_FOREIGN;
    enum store_fault fault = store_write(&v->store, v->name, &v->doc, v->fresh);
    v->fresh &= fault != STORE_GOOD;
    return fault;
}

static void put_result(struct sitting *v, struct doc *doc)
{
    struct several *all = xcalloc(1, sizeof *all);
    struct text lost = TEXT_INIT;
    struct assessment *a = xcalloc(1, sizeof *a);
    char *room = xcalloc(1, ROOM);
    read_answers(v, doc, room, &lost, all);
    several_best(v->engine, v->pack, all, a);
    kept_set_last(doc, v->pack, v->as_of, a);
    assessment_wipe(a);
    assessment_release(a);
    free(a);
    explicit_bzero(all, sizeof *all);
    explicit_bzero(room, ROOM);
    free(all);
    free(room);
    text_release(&lost);
}

// A failed write leaves the document as it was, so that the file and what is seen agree.
enum store_fault sitting_save(struct sitting *v, const struct several *now)
{
    struct doc doc, before = v->doc;
    if (v->mode != SITTING_WRITES)
        return STORE_FOREIGN;
    doc_init(&doc);
    if (!copy_doc(&v->doc, &doc)) {
        doc_release(&doc);
        return STORE_TOO_BIG;
    }
    put_answers(v, &doc, now);
    put_result(v, &doc);
    kept_history(&doc, v->as_of, N_("saved"));
    v->doc = doc;
    enum store_fault fault = sitting_keep(v);
    if (fault) {
        v->doc = before;
        int kept = errno;
        doc_release(&doc);
        errno = kept;
        return fault;
    }
    doc_release(&before);
    store_journal_drop(&v->store, v->name);
    v->unsaved = v->resumed = v->torn = false;
    v->spoilt = STORE_GOOD;
    text_clear(&v->moved);
    read_kept(v, v->room + 2 * ROOM); // `resume` stays as it is
    return STORE_GOOD;
}

enum store_fault sitting_save_as(struct sitting *v, const struct several *now, const char *name)
{
    char who[160], old[sizeof v->name];
    if (!store_name_good(name))
        return STORE_BAD_NAME;
    if (store_has(&v->store, name))
        return STORE_EXISTS;
    int lock = store_lock(&v->store, name, who);
    if (lock < 0)
        return *who ? STORE_EXISTS : STORE_SYSTEM;
    struct sitting before = *v;
    snprintf(old, sizeof old, "%s", v->name);
    snprintf(v->name, sizeof v->name, "%s", name);
    v->mode = SITTING_WRITES;
    v->fresh = true;
    v->lock = lock;
    doc_set(&v->doc, v->doc.root, "name", name);
    enum store_fault fault = sitting_save(v, now);
    if (fault) {
        store_unlock(&v->store, name, lock);
        doc_set(&v->doc, v->doc.root, "name", old);
        memcpy(v->name, old, sizeof old);
        v->mode = before.mode;
        v->fresh = before.fresh;
        v->lock = before.lock;
        return fault;
    }
    if (before.lock >= 0) {
        store_journal_drop(&v->store, old);
        store_unlock(&v->store, old, before.lock);
    }
    return STORE_GOOD;
}
