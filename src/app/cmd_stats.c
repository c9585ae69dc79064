// SPDX-License-Identifier: MIT
// `tanu stats`: the lines that kiosks wrote about finished visits, summed. Counts under five are
// hidden, and where only one would be, the next larger one with it: the rest would tell.
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "base/arena.h"
#include "base/order.h"
#include "base/text.h"
#include "case/json_scan.h"
#include "tongue/i18n.h"

enum { SHOWN_FROM = 5, VALUE_MOST = 80 };

// What is counted, in the order shown.
static const char *const keys[] = {"language", "purpose", "outcome",       "duration",
                                   "left_at",  "hour",    "award_country", "destination"};
enum { KEYS = sizeof keys / sizeof *keys };

struct count {
    const char *value;
    long n;
    bool hidden;
};

struct sums {
    struct arena arena;
    long visits;
    struct count *of[KEYS];
    size_t n[KEYS], room[KEYS];
};

// ---- reading -----------------------------------------------------------------------------------

static void count(struct sums *s, int key, const char *value, size_t len)
{
    for (size_t i = 0; i < s->n[key]; i++)
        if (strlen(s->of[key][i].value) == len && !memcmp(s->of[key][i].value, value, len)) {
            s->of[key][i].n++;
            return;
        }
    if (s->n[key] == s->room[key]) {
        size_t room = s->room[key] ? 2 * s->room[key] : 16;
        s->of[key] = arena_grow(&s->arena, s->of[key], s->room[key], room, sizeof *s->of[key]);
        s->room[key] = room;
    }
    s->of[key][s->n[key]++] = (struct count){arena_strndup(&s->arena, value, len), 1, false};
}

static int key_of(const char *name, size_t len)
{
    for (int k = 0; k < KEYS; k++)
        if (strlen(keys[k]) == len && !memcmp(keys[k], name, len))
            return k;
    return -1;
}

// An id, a code, an hour: anything else is none of ours.
static bool plain(const char *value, size_t len)
{
    static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-@";
    bool all = len > 0 && len <= VALUE_MOST;
    for (size_t i = 0; i < len && all; i++)
        all = strchr(good, value[i]) != NULL && value[i];
    return all;
}

struct pair {
    char *key, *value; // value NULL: no text
    size_t key_len, value_len;
};

// The next `"key":value` of a flat object. False: it ends here, well or not (*good).
static bool next_pair(struct json_scan *scan, struct pair *pair, bool *good)
{
    *pair = (struct pair){0};
    json_space(scan);
    if (scan->at < scan->end && *scan->at == '}') {
        *good = true;
        return false;
    }
    if (scan->at < scan->end && *scan->at == ',')
        scan->at++;
    json_space(scan);
    if (scan->at >= scan->end || *scan->at != '"' ||
        json_string(scan, &pair->key, &pair->key_len, true))
        return false;
    json_space(scan);
    if (scan->at >= scan->end || *scan->at++ != ':')
        return false;
    json_space(scan);
    if (scan->at < scan->end && *scan->at == '"')
        return json_string(scan, &pair->value, &pair->value_len, true) == 0;
    size_t len = 0;
    while (scan->at < scan->end && !strchr(",}", *scan->at))
        scan->at++, len++;
    return len > 0;
}

// One line; whatever is no visit is passed over (a journal has other lines too).
static void take_line(struct sums *s, char *line, size_t len)
{
    char *begin = memmem(line, len, "{\"visit\":1", 10);
    if (!begin)
        return;
    struct json_scan scan = {.at = begin + 1, .end = line + len};
    struct pair pair, found[KEYS] = {{0}};
    bool good = false;
    while (next_pair(&scan, &pair, &good)) {
        int k = key_of(pair.key, pair.key_len);
        if (k >= 0 && pair.value && plain(pair.value, pair.value_len))
            found[k] = pair;
    }
    if (!good)
        return;
    s->visits++;
    for (int k = 0; k < KEYS; k++)
        if (found[k].value)
            count(s, k, found[k].value, found[k].value_len);
}

static void take_all(struct sums *s, char *bytes, size_t len)
{
    for (size_t at = 0; at < len;) {
        char *end = memchr(bytes + at, '\n', len - at);
        size_t line = end ? (size_t)(end - (bytes + at)) : len - at;
        take_line(s, bytes + at, line); // its newline, or the NUL behind the end, may be written
        at += line + 1;
    }
}

// ---- showing -----------------------------------------------------------------------------------

static int by_number(const void *a, const void *b)
{
    const struct count *x = a, *y = b;
    return x->n != y->n ? order_of(y->n, x->n) : strcmp(x->value, y->value);
}

// From the smallest on: what is under five, and one more where there is only one, so that it cannot
// be told from the sum.
static size_t hide(struct count *of, size_t n)
{
    size_t hidden = 0;
    for (size_t i = n; i-- > 0;) {
        if (of[i].n >= SHOWN_FROM && hidden != 1)
            break;
        of[i].hidden = true;
        hidden++;
    }
    return hidden;
}

static void show(struct text *out, struct sums *s, int key)
{
    struct count *of = s->of[key];
    size_t n = s->n[key];
    if (!n)
        return;
    qsort(of, n, sizeof *of, by_number);
    size_t hidden = hide(of, n);
    text_printf(out, "\n%s\n", keys[key]);
    for (size_t i = 0; i < n && !of[i].hidden; i++)
        text_printf(out, "  %-28s %ld\n", of[i].value, of[i].n);
    if (hidden)
        text_printf(out, "  %s\n", _("others: too few to be shown"));
}

static void show_all(struct text *out, struct sums *s)
{
    if (s->visits < SHOWN_FROM) {
        text_printf(out, "%s\n", _("Fewer than 5 visits: nothing is shown."));
        return;
    }
    text_printf(out, P_("%ld visit\n", "%ld visits\n", s->visits), s->visits);
    for (int k = 0; k < KEYS; k++)
        show(out, s, k);
}

static int run(struct call *call)
{
    struct i18n i18n;
    struct sums sums = {0};
    struct text out = TEXT_INIT;
    size_t len = 0;
    char *bytes;
    call_language(&i18n, call->language);
    int status = call_read_input(call->n_operands ? call->operands[0] : NULL, &bytes, &len);
    if (status)
        return status;
    take_all(&sums, bytes, len);
    free(bytes);
    show_all(&out, &sums);
    status = call_print_words(&i18n, &out);
    text_release(&out);
    arena_release(&sums.arena);
    return status;
}

const struct command command_stats = {
    .name = "stats",
    .operands = "[FILE]",
    .summary =
        N_("Sums the lines that kiosks wrote about finished visits; small counts are hidden."),
    .most_operands = 1,
    .run = run,
};
