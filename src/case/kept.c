// SPDX-License-Identifier: MIT
// A kept case; see kept.h.
#include "case/kept.h"

#include <stdio.h>
#include <string.h>
#include "case/doc_json.h"
#include "case/record.h"
#include "pack/kind.h"
#include "tongue/i18n.h"

void kept_new(struct doc *doc, const char *name, date today)
{
    char number[16];
    snprintf(number, sizeof number, "%d", 1);
    doc_set(doc, doc->root, "format", number);
    doc_set(doc, doc->root, "name", name);
    kept_history(doc, today, N_("made"));
}

void kept_history(struct doc *doc, date today, const char *what)
{
    char day[DATE_TEXT];
    struct doc_node *entry =
        doc_add(doc, doc_need(doc, doc->root, DOC_LIST, "history"), DOC_MAP, NULL);
    doc_set(doc, entry, "date", date_format(day, today));
    doc_set(doc, entry, "what", what);
}

// ---- answers ----------------------------------------------------------------------------------

// A list that was kept empty reads as an empty text; an answer of several choices is a list in
// JSON.
static void put_answer(struct text *out, const struct doc_node *node)
{
    bool none = node->kind == DOC_TEXT && !*node->text;
    text_json(out, node->key);
    text_char(out, ':');
    if (none)
        text_add(out, "[]");
    else
        doc_write_json(node, out);
}

// A hand may have written something else than answers there.
static const struct doc_node *first_answer(const struct doc_node *map)
{
    return map && map->kind == DOC_MAP ? map->first : NULL;
}

static void put_answers(struct text *out, const struct doc_node *map, const char *comma)
{
    for (const struct doc_node *n = first_answer(map); n; n = n->next) {
        text_add(out, comma);
        put_answer(out, n);
        comma = ",";
    }
}

void kept_json(const struct doc *doc, struct text *out)
{
    const struct doc_node *qualifications = doc_get(doc->root, "qualifications"),
                          *ticks = doc_get(doc->root, "ticks");
    text_add(out, "{\"id\":");
    text_json(out, doc_text(doc->root, "name"));
    put_answers(out, doc_get(doc->root, "answers"), ",");
    if (doc_count(qualifications)) {
        text_add(out, ",\"qualifications\":[");
        for (const struct doc_node *n = qualifications->first; n; n = n->next) {
            text_add(out, n == qualifications->first ? "{" : ",{");
            put_answers(out, n, "");
            text_char(out, '}');
        }
        text_char(out, ']');
    }
    if (doc_count(ticks)) {
        text_add(out, ",\"ticks\":");
        doc_write_json(ticks, out);
    }
    text_char(out, '}');
}

// ---- taking over ------------------------------------------------------------------------------

static void put_list(struct doc *doc, struct doc_node *map, const struct question *q, int64_t value)
{
    struct doc_node *list = doc_need(doc, map, DOC_LIST, q->id);
    doc_clear(list);
    for (int32_t i = 0; i < q->n_choices; i++)
        if (value >> i & 1)
            doc_add(doc, list, DOC_TEXT, q->choices[i].id);
}

static void take_answer(struct doc *doc, struct doc_node *map, const struct pack *pack,
                        int32_t question, const struct answer *a)
{
    const struct question *q = &pack->questions[question];
    struct text words = TEXT_INIT;
    if (a->state == ANSWER_GIVEN && kind_of(q->type)->classes == CLASSES_BOXES) {
        put_list(doc, map, q, a->value);
        return;
    }
    answer_print(&words, pack, question, a);
    doc_set(doc, map, q->id, text_str(&words));
    text_release(&words);
}

bool kept_same_answer(const struct answer *a, const struct answer *b)
{
    return a->state == b->state && a->value == b->value && a->last == b->last &&
           a->text_length == b->text_length &&
           (!a->text_length || !memcmp(a->text, b->text, (size_t)a->text_length));
}

// The answers that are not said by `shared` already (NULL: all).
static void take_answers(struct doc *doc, struct doc_node *map, const struct pack *pack,
                         const struct answers *answers, const struct answers *shared)
{
    for (int32_t q = 0; q < pack->n_questions; q++)
        if (answers->of[q].state != ANSWER_ABSENT &&
            !(shared && kept_same_answer(&answers->of[q], &shared->of[q])))
            take_answer(doc, map, pack, q, &answers->of[q]);
}

void kept_take(struct doc *doc, const struct pack *pack, const struct json_line *line,
               const struct several *several)
{
    struct doc_node *answers = doc_need(doc, doc->root, DOC_MAP, "answers");
    doc_clear(answers);
    take_answers(doc, answers, pack, &line->answers, NULL);
    if (several->n) {
        struct doc_node *list = doc_need(doc, doc->root, DOC_LIST, "qualifications");
        doc_clear(list);
        for (int i = 0; i < several->n; i++)
            take_answers(doc, doc_add(doc, list, DOC_MAP, NULL), pack, &several->of[i],
                         &line->answers);
    }
    if (line->answers.ticks) {
        doc_set(doc, doc->root, "ticks", NULL);
        for (int32_t d = 0; d < pack->n_documents; d++)
            if (bits_has(line->answers.ticks, (size_t)d))
                doc_add(doc, doc_need(doc, doc->root, DOC_LIST, "ticks"), DOC_TEXT,
                        pack->documents[d].id);
    }
}

struct map_reader {
    struct json_words *words;
    char *room; // for what is read, with what is used of it already
    size_t len, used;
    struct json_line *line;
    struct text *lost;
};

// Answer by answer, so that one which no longer fits does not take the others with it.
static void read_map(struct map_reader *r, const struct doc_node *map)
{
    struct text json = TEXT_INIT;
    struct json_line *line = r->line;
    memset(&line->answers, 0, sizeof line->answers);
    for (const struct doc_node *n = first_answer(map); n; n = n->next) {
        struct answers before = line->answers;
        text_clear(&json);
        text_char(&json, '{');
        put_answer(&json, n);
        text_char(&json, '}');
        if (json.len + 1 > r->len - r->used)
            break;
        memcpy(r->room + r->used, text_str(&json), json.len + 1);
        if (json_line_read(r->words, r->room + r->used, json.len, line))
            text_printf(r->lost, "%s%s", r->lost->len ? ", " : "", n->key);
        for (size_t q = 0; q < PACK_MAX_QUESTIONS; q++)
            if (line->code || line->answers.of[q].state == ANSWER_ABSENT)
                line->answers.of[q] = before.of[q];
        r->used += json.len + 2;
    }
    text_release(&json);
}

int kept_answers(const struct doc *doc, struct json_words *words, char *room, size_t room_len,
                 struct json_line *line, struct text *lost)
{
    struct map_reader r = {
        .words = words, .room = room, .len = room_len, .line = line, .lost = lost};
    read_map(&r, doc_get(doc->root, "answers"));
    return lost->len ? -1 : 0;
}

int kept_diplomas(const struct doc *doc, const struct pack *pack, struct json_words *words,
                  char *room, size_t room_len, struct json_line *line, struct text *lost,
                  struct several *several)
{
    struct map_reader r = {
        .words = words, .room = room, .len = room_len, .line = line, .lost = lost};
    const struct doc_node *list = doc_get(doc->root, "qualifications");
    several->n = 0;
    read_map(&r, doc_get(doc->root, "answers"));
    struct answers shared = line->answers;
    for (const struct doc_node *n = list ? list->first : NULL; n && several->n < SEVERAL_MOST;
         n = n->next) {
        read_map(&r, n);
        several_share(pack, &line->answers, &shared);
        several->of[several->n++] = line->answers;
    }
    if (!several->n)
        several->of[several->n++] = shared;
    line->answers = shared;
    return lost->len ? -1 : 0;
}

// ---- the last result --------------------------------------------------------------------------

static bool is_fact(const char *line)
{
    return !strncmp(line, "fee", 3) || !strncmp(line, "time ", 5) || !strncmp(line, "appeal ", 7);
}

// Calls `each` for every line of a record, which is taken apart in place.
static void each_line(struct text *record, void (*each)(void *user, char *line), void *user)
{
    char *rest = NULL;
    for (char *line = record->len ? strtok_r(record->bytes, "\n", &rest) : NULL; line;
         line = strtok_r(NULL, "\n", &rest))
        each(user, line);
}

struct keeping {
    struct doc *doc;
    struct doc_node *last, *facts;
};

static void keep_line(void *user, char *line)
{
    struct keeping *k = user;
    if (is_fact(line)) {
        doc_add(k->doc, k->facts, DOC_TEXT, line);
        return;
    }
    char *value = strchr(line, ' ');
    if (value)
        *value++ = '\0';
    doc_set(k->doc, k->last, line, value ? value : "");
}

void kept_set_last(struct doc *doc, const struct pack *pack, date as_of, const struct assessment *a)
{
    char day[DATE_TEXT];
    struct text record = TEXT_INIT;
    struct keeping k = {.doc = doc, .last = doc_need(doc, doc->root, DOC_MAP, "last")};
    doc_clear(k.last);
    doc_set(doc, k.last, "content", pack->version);
    doc_set(doc, k.last, "as_of", date_format(day, as_of));
    k.facts = doc_need(doc, k.last, DOC_LIST, "facts");
    record_write(&record, pack, a);
    each_line(&record, keep_line, &k);
    struct doc_node *rules = doc_need(doc, k.last, DOC_LIST, "rules");
    for (int32_t i = 0; i < a->n_live; i++)
        doc_add(doc, rules, DOC_TEXT, pack->findings[a->findings[i].finding].id);
    text_release(&record);
}

// ---- what moved -------------------------------------------------------------------------------

struct moving {
    const struct doc *doc;
    const struct pack *pack;
    struct text *out;
    struct text facts; // the lines of today's facts, each with a line feed before and behind
};

static void add_place(const struct moving *m, struct pack_place place)
{
    if (place.file)
        text_printf(m->out, " (%s:%u)", m->pack->files[place.file], place.line);
}

// Words of one list that the other lacks, with a sign before each.
static void add_words(struct moving *m, const char *sign, const char *list, const char *other)
{
    char copy[4096], *rest = NULL;
    snprintf(copy, sizeof copy, "%s", list);
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        size_t len = strlen(word);
        bool there = false;
        for (const char *at = other; !there && (at = strstr(at, word)); at += len)
            there = (at == other || at[-1] == ' ') && (!at[len] || at[len] == ' ');
        if (there)
            continue;
        text_printf(m->out, " %s%s", sign, word);
        for (int32_t d = 0; d < m->pack->n_documents; d++)
            if (!strcmp(m->pack->documents[d].id, word))
                add_place(m, m->pack->documents[d].place);
    }
}

static const struct fact *fact_of(const struct pack *pack, const char *line)
{
    const char *id = strchr(line, ' '), *colon = id ? strchr(id, ':') : NULL;
    for (int32_t d = 0; colon && d < pack->n_destinations; d++)
        for (int32_t f = 0; f < pack->destinations[d].n_facts; f++) {
            const char *known = pack->destinations[d].facts[f].id;
            if (strlen(known) == (size_t)(colon - id) - 1 && !strncmp(known, id + 1, strlen(known)))
                return &pack->destinations[d].facts[f];
        }
    return NULL;
}

static bool kept_fact(const struct moving *m, const char *line)
{
    const struct doc_node *facts = doc_get(doc_get(m->doc->root, "last"), "facts");
    for (const struct doc_node *n = facts ? facts->first : NULL; n; n = n->next)
        if (!strcmp(n->text, line))
            return true;
    return false;
}

static void compare_line(void *user, char *line)
{
    struct moving *m = user;
    if (is_fact(line)) {
        const struct fact *fact = fact_of(m->pack, line);
        text_printf(&m->facts, "\n%s\n", line);
        if (kept_fact(m, line))
            return;
        text_printf(m->out, "now %s", line);
        if (fact)
            add_place(m, fact->place);
        text_char(m->out, '\n');
        return;
    }
    char *value = strchr(line, ' ');
    if (value)
        *value++ = '\0';
    const char *now = value ? value : "", *then = doc_text(doc_get(m->doc->root, "last"), line);
    if (!strcmp(now, then))
        return;
    if (!strcmp(line, "papers")) {
        text_add(m->out, "papers:");
        add_words(m, "+", now, then);
        add_words(m, "-", then, now);
        text_char(m->out, '\n');
    } else {
        text_printf(m->out, "%s: %s -> %s\n", line, *then ? then : "none", *now ? now : "none");
    }
}

static void compare_gone(struct moving *m)
{
    const struct doc_node *facts = doc_get(doc_get(m->doc->root, "last"), "facts");
    struct text line = TEXT_INIT;
    for (const struct doc_node *n = facts ? facts->first : NULL; n; n = n->next) {
        text_clear(&line);
        text_printf(&line, "\n%s\n", n->text);
        if (!strstr(text_str(&m->facts), text_str(&line)))
            text_printf(m->out, "before %s\n", n->text);
    }
    text_release(&line);
}

// Which rules speak now and did not, and the other way round: where to read why.
static void add_rules(struct moving *m, const struct assessment *a)
{
    const struct doc_node *rules = doc_get(doc_get(m->doc->root, "last"), "rules");
    for (int32_t i = 0; i < a->n_live; i++) {
        const struct finding *f = &m->pack->findings[a->findings[i].finding];
        bool there = false;
        for (const struct doc_node *n = rules ? rules->first : NULL; n && !there; n = n->next)
            there = !strcmp(n->text, f->id);
        if (there)
            continue;
        text_printf(m->out, "rule +%s", f->id);
        add_place(m, f->place);
        text_char(m->out, '\n');
    }
    for (const struct doc_node *n = rules ? rules->first : NULL; n; n = n->next) {
        bool there = false;
        for (int32_t i = 0; i < a->n_live && !there; i++)
            there = !strcmp(n->text, m->pack->findings[a->findings[i].finding].id);
        if (!there)
            text_printf(m->out, "rule -%s\n", n->text);
    }
}

void kept_moved(const struct doc *doc, const struct pack *pack, const struct assessment *a,
                struct text *out)
{
    struct moving m = {.doc = doc, .pack = pack, .out = out, .facts = TEXT_INIT};
    struct text record = TEXT_INIT;
    size_t before = out->len;
    if (!doc_get(doc->root, "last"))
        return;
    record_write(&record, pack, a);
    each_line(&record, compare_line, &m);
    compare_gone(&m);
    if (out->len > before)
        add_rules(&m, a);
    text_release(&record);
    text_release(&m.facts);
}
