// SPDX-License-Identifier: MIT
// The desk as a whole: what moved with the law, how predictions and decisions compare, and counts
// that show nobody; see desk.h.
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/desk.h"
#include "base/hash.h"
#include "base/oom.h"
#include "pack/read/load.h"

enum { SHOWN_FROM = 5 }; // smaller counts could be somebody

static bool csv_wanted(const struct desk *d)
{
    const char *format = call_flag(d->call, "format");
    return format && !strcmp(format, "csv");
}

static bool json_wanted(const struct desk *d)
{
    const char *format = call_flag(d->call, "format");
    return format && !strcmp(format, "json");
}

static bool format_good(const struct desk *d)
{
    const char *format = call_flag(d->call, "format");
    if (!format || !strcmp(format, "text") || csv_wanted(d) || json_wanted(d))
        return true;
    call_complain("--format takes text, csv or json, not '%s'.", format);
    return false;
}

// Calls `each` for every case that can be read.
static void each_case(struct desk *d, bool judge,
                      void (*each)(struct desk *d, struct desk_case *c, void *user), void *user)
{
    struct arena arena;
    const char **names;
    arena_init(&arena);
    int count = store_list(&d->store, &arena, &names);
    for (int i = 0; i < count; i++) {
        struct desk_case c;
        desk_read(d, &c, names[i], judge);
        if (c.fault == STORE_GOOD || c.fault == STORE_NEWER)
            each(d, &c, user);
        else
            desk_complain(c.fault, names[i]);
        desk_release(&c);
    }
    arena_release(&arena);
}

// ---- recheck ----------------------------------------------------------------------------------

struct other_law { // the pack of --against
    const struct pack *pack;
    struct engine *engine;
    struct json_words *words;
    struct assessment *assessment;
    int moved;
};

// The case as that pack would have kept it.
static void judge_by(struct desk *d, struct desk_case *c, struct other_law *other)
{
    struct text lost = TEXT_INIT;
    char *room = xcalloc(1, JSON_LINE_MAX + 2);
    struct json_line *line = xcalloc(1, sizeof *line);
    struct several *several = xcalloc(1, sizeof *several);
    kept_diplomas(&c->doc, other->pack, other->words, room, JSON_LINE_MAX, line, &lost, several);
    several_best(other->engine, other->pack, several, other->assessment);
    kept_set_last(&c->doc, other->pack, d->call->as_of, other->assessment);
    explicit_bzero(room, JSON_LINE_MAX + 2);
    free(room);
    explicit_bzero(line, sizeof *line);
    explicit_bzero(several, sizeof *several);
    free(line);
    free(several);
    text_release(&lost);
}

static void put_moved(struct desk *d, const char *name, struct text *moved)
{
    char *rest = NULL;
    if (json_wanted(d)) {
        text_add(&d->out, "{\"name\":");
        text_json(&d->out, name);
        text_add(&d->out, ",\"moved\":[");
    } else if (!csv_wanted(d)) {
        text_printf(&d->out, "%s\n", name);
    }
    const char *comma = "";
    for (char *line = strtok_r(moved->bytes, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
        if (json_wanted(d)) {
            text_add(&d->out, comma);
            text_json(&d->out, line);
            comma = ",";
        } else if (csv_wanted(d)) {
            struct text quoted = TEXT_INIT;
            for (const char *c = line; *c; c++)
                text_printf(&quoted, *c == '"' ? "\"\"" : "%c", *c);
            text_printf(&d->out, "\"%s\",\"%s\"\n", name, text_str(&quoted));
            text_release(&quoted);
        } else {
            text_printf(&d->out, "  %s\n", line);
        }
    }
    if (json_wanted(d))
        text_add(&d->out, "]}\n");
}

static void recheck_one(struct desk *d, struct desk_case *c, void *user)
{
    struct other_law *other = user;
    struct text moved = TEXT_INIT;
    if (other->pack)
        judge_by(d, c, other);
    kept_moved(&c->doc, d->pack, d->assessment, &moved);
    other->moved += moved.len > 0;
    if (moved.len)
        put_moved(d, c->name, &moved);
    text_release(&moved);
}

int cases_recheck(struct desk *d, char **operands, int n)
{
    struct other_law other = {.pack = NULL};
    const char *dir = call_flag(d->call, "against");
    (void)operands, (void)n;
    if (!format_good(d))
        return EXIT_USAGE;
    int status = dir ? call_open_other(d->call, dir, &other.pack) : 0;
    if (status)
        return status;
    if (other.pack) {
        other.engine = engine_new(other.pack, d->call->as_of);
        other.words = json_words_new(other.pack, d->call->as_of, NULL, 0);
        other.assessment = xcalloc(1, sizeof *other.assessment);
    }
    if (csv_wanted(d))
        text_add(&d->out, "\"name\",\"moved\"\n");
    each_case(d, true, recheck_one, &other);
    if (!other.moved && !json_wanted(d) && !csv_wanted(d))
        text_printf(&d->out, "%s\n", _("Nothing has moved."));
    if (other.pack) {
        assessment_release(other.assessment);
        free(other.assessment);
        json_words_free(other.words);
        engine_free(other.engine);
        pack_free(other.pack);
    }
    return 0;
}

// ---- counting ---------------------------------------------------------------------------------

struct tally { // values of one thing, and how often
    struct arena arena;
    struct table index;
    const char **keys;
    long *counts, *good; // `good`: of accuracy, how many came out as predicted
    int n, room;
};

static void tally_init(struct tally *t)
{
    memset(t, 0, sizeof *t);
    arena_init(&t->arena);
    table_init(&t->index, &t->arena);
}

static void tally_release(struct tally *t)
{
    free(t->keys);
    free(t->counts);
    free(t->good);
    arena_wipe(&t->arena);
    arena_release(&t->arena);
}

static void tally_add(struct tally *t, const char *key, bool good)
{
    int i = table_get(&t->index, key);
    if (i < 0) {
        if (t->n == t->room) {
            t->room = t->room ? t->room * 2 : 32;
            t->keys = xrealloc(t->keys, (size_t)t->room, sizeof *t->keys);
            t->counts = xrealloc(t->counts, (size_t)t->room, sizeof *t->counts);
            t->good = xrealloc(t->good, (size_t)t->room, sizeof *t->good);
        }
        i = t->n++;
        t->keys[i] = arena_strdup(&t->arena, key);
        t->counts[i] = t->good[i] = 0;
        table_put(&t->index, t->keys[i], i);
    }
    t->counts[i]++;
    t->good[i] += good;
}

// Small counts are merged into one row; while that row is small itself, or stands for one value
// only and could be found by subtraction from another table's sum, the next smallest joins it.
static void merge_small(const struct tally *t, bool *hidden, int *values, long *sum)
{
    *values = 0;
    *sum = 0;
    for (int i = 0; i < t->n; i++)
        if ((hidden[i] = t->counts[i] < SHOWN_FROM)) {
            ++*values;
            *sum += t->counts[i];
        }
    while (*values > 0 && *values < t->n && (*values < 2 || *sum < SHOWN_FROM)) {
        int least = -1;
        for (int i = 0; i < t->n; i++)
            if (!hidden[i] && (least < 0 || t->counts[i] < t->counts[least]))
                least = i;
        hidden[least] = true;
        ++*values;
        *sum += t->counts[least];
    }
}

static void put_count(struct desk *d, const char *title, const char *key, long count)
{
    char shown[32];
    snprintf(shown, sizeof shown, count < SHOWN_FROM ? "<%ld" : "%ld",
             count < SHOWN_FROM ? (long)SHOWN_FROM : count);
    if (csv_wanted(d))
        text_printf(&d->out, "\"%s\",\"%s\",\"%s\"\n", title, key, shown);
    else if (json_wanted(d))
        text_printf(&d->out, "{\"by\":\"%s\",\"value\":\"%s\",\"count\":\"%s\"}\n", title, key,
                    shown);
    else
        text_printf(&d->out, "  %-28s %s\n", key, shown);
}

static void put_tally(struct desk *d, const char *title, const struct tally *t)
{
    bool *hidden = xcalloc((size_t)t->n + 1, sizeof *hidden);
    int values;
    long sum;
    merge_small(t, hidden, &values, &sum);
    if (!csv_wanted(d) && !json_wanted(d))
        text_printf(&d->out, "%s\n", title);
    for (int i = 0; i < t->n; i++)
        if (!hidden[i])
            put_count(d, title, t->keys[i], t->counts[i]);
    if (values)
        put_count(d, title, "others", sum);
    free(hidden);
}

// ---- stats ------------------------------------------------------------------------------------

enum { BY_MONTH, BY_DESTINATION, BY_PURPOSE, BY_LEVEL, BY_STATE, BY_DAYS, DIMENSIONS };

static const char *answer_id(const struct doc *doc, const char *key)
{
    const char *id = doc_text(doc_get(doc->root, "answers"), key);
    return *id ? id : "not said";
}

// Days from the application to the decision, in classes.
static void add_days(struct tally *t, const struct doc *doc)
{
    static const struct {
        int most;
        const char *name;
    } classes[] = {{30, "to 30 days"},
                   {60, "31 to 60 days"},
                   {120, "61 to 120 days"},
                   {INT_MAX, "over 120 days"}};
    const struct doc_node *places = doc_get(doc->root, "destinations");
    for (const struct doc_node *n = places ? places->first : NULL; n; n = n->next) {
        date applied, decided;
        if (date_parse(doc_text(n, "applied"), &applied) ||
            date_parse(doc_text(n, "decided"), &decided))
            continue;
        int days = 0;
        while (days < 4000 && date_add_days(applied, days) < decided)
            days++;
        int i = 0;
        while (days > classes[i].most)
            i++;
        tally_add(t, classes[i].name, false);
    }
}

static void count_one(struct desk *d, struct desk_case *c, void *user)
{
    static const char *const states[] = {
        [STATE_DECIDED] = "decided", [STATE_OPEN] = "open", [STATE_INDIVIDUAL] = "individual"};
    struct tally *t = user;
    char month[8];
    const struct doc_node *history = doc_get(c->doc.root, "history");
    snprintf(month, sizeof month, "%.7s",
             history && history->first ? doc_text(history->first, "date") : "");
    tally_add(&t[BY_MONTH], *month ? month : "not said", false);
    tally_add(&t[BY_DESTINATION], *desk_destination(d) ? desk_destination(d) : "not said", false);
    tally_add(&t[BY_PURPOSE], answer_id(&c->doc, "purpose"), false);
    tally_add(&t[BY_LEVEL], answer_id(&c->doc, "level"), false);
    tally_add(&t[BY_STATE], states[d->assessment->state], false);
    add_days(&t[BY_DAYS], &c->doc);
}

int cases_stats(struct desk *d, char **operands, int n)
{
    static const char *const titles[] = {"month", "destination", "purpose",
                                         "level", "state",       "time to decision"};
    struct tally t[DIMENSIONS];
    (void)operands, (void)n;
    if (!format_good(d))
        return EXIT_USAGE;
    for (int i = 0; i < DIMENSIONS; i++)
        tally_init(&t[i]);
    each_case(d, true, count_one, t);
    if (csv_wanted(d))
        text_add(&d->out, "\"by\",\"value\",\"count\"\n");
    for (int i = 0; i < DIMENSIONS; i++) {
        put_tally(d, titles[i], &t[i]);
        tally_release(&t[i]);
    }
    return 0;
}

// ---- accuracy ---------------------------------------------------------------------------------

struct accuracy {
    struct tally places, rules;
};

// A decision beside what was predicted when it was asked for.
static void weigh_one(struct desk *d, struct desk_case *c, void *user)
{
    struct accuracy *a = user;
    const struct doc_node *places = doc_get(c->doc.root, "destinations"),
                          *rules = doc_get(doc_get(c->doc.root, "last"), "rules");
    (void)d;
    for (const struct doc_node *n = places ? places->first : NULL; n; n = n->next) {
        const char *decision = doc_text(n, "decision"), *predicted = doc_text(n, "predicted");
        if (!*decision || !*predicted)
            continue;
        bool same = !strcmp(decision, predicted);
        tally_add(&a->places, doc_text(n, "country"), same);
        for (const struct doc_node *rule = rules && !same ? rules->first : NULL; rule;
             rule = rule->next)
            tally_add(&a->rules, rule->text, false);
    }
}

static void put_share(struct desk *d, const char *by, const char *key, long good, long all)
{
    if (csv_wanted(d))
        text_printf(&d->out, "\"%s\",\"%s\",%ld,%ld\n", by, key, all, good);
    else if (json_wanted(d))
        text_printf(&d->out,
                    "{\"by\":\"%s\",\"value\":\"%s\",\"decided\":%ld,\"as_predicted\":%ld}\n", by,
                    key, all, good);
    else
        text_printf(&d->out, _("  %s: %ld decided, %ld as predicted"), key, all, good),
            text_char(&d->out, '\n');
}

int cases_accuracy(struct desk *d, char **operands, int n)
{
    struct accuracy a;
    (void)operands, (void)n;
    if (!format_good(d))
        return EXIT_USAGE;
    tally_init(&a.places);
    tally_init(&a.rules);
    each_case(d, false, weigh_one, &a);
    if (csv_wanted(d))
        text_add(&d->out, "\"by\",\"value\",\"decided\",\"as_predicted\"\n");
    bool any = false;
    for (int i = 0; i < a.places.n; i++) {
        // Neither side may be somebody: a few that came out otherwise are hidden too.
        long wrong = a.places.counts[i] - a.places.good[i];
        if (a.places.counts[i] < SHOWN_FROM || (wrong > 0 && wrong < SHOWN_FROM) ||
            (a.places.good[i] > 0 && a.places.good[i] < SHOWN_FROM))
            continue;
        put_share(d, "destination", a.places.keys[i], a.places.good[i], a.places.counts[i]);
        any = true;
    }
    for (int i = 0; i < a.rules.n; i++)
        if (a.rules.counts[i] >= SHOWN_FROM) {
            put_share(d, "rule contradicted", a.rules.keys[i], 0, a.rules.counts[i]);
            any = true;
        }
    if (!any && !csv_wanted(d) && !json_wanted(d))
        text_printf(&d->out, "%s\n",
                    _("There are too few decisions to show anything without showing somebody."));
    tally_release(&a.places);
    tally_release(&a.rules);
    return 0;
}
