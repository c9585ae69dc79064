// SPDX-License-Identifier: MIT
#include "case/json_hint.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/diag.h"
#include "base/utf8.h"
#include "pack/kind.h"
#include "tongue/country.h"

enum { WORD_ROOM = 64 };

struct hint {
    char *out;
    size_t room; // left, with the NUL
};

static void add(struct hint *h, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void add(struct hint *h, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(h->out, h->room, format, args);
    va_end(args);
    size_t took = n < 0 ? 0 : (size_t)n < h->room ? (size_t)n : h->room - 1;
    h->out += took;
    h->room -= took;
}

// Small letters, no blanks around, _ for blanks and hyphens between: as ids are written.
static bool as_id(char out[WORD_ROOM], const char *word, size_t len)
{
    if (len >= WORD_ROOM)
        return false;
    len = utf8_tidy(out, word, len);
    while (len && out[len - 1] == ' ')
        len--;
    out[len] = 0;
    memmove(out, out + strspn(out, " "), strlen(out + strspn(out, " ")) + 1);
    for (char *c = out; *c; c++)
        *c = *c == ' ' || *c == '-' ? '_' : *c >= 'A' && *c <= 'Z' ? (char)(*c | 0x20) : *c;
    return true;
}

const char *json_hint_key(const struct pack *pack, const char *word, size_t len)
{
    const char *names[PACK_MAX_QUESTIONS] = {NULL};
    char id[WORD_ROOM];
    for (int32_t q = 0; q < pack->n_questions; q++)
        names[q] = pack->questions[q].id;
    return as_id(id, word, len) ? diag_suggest(id, names, (size_t)pack->n_questions) : NULL;
}

static const char *near_choice(const struct question *q, const char *word, size_t len)
{
    const char *names[PACK_MAX_CHOICES] = {NULL};
    char id[WORD_ROOM];
    for (int32_t i = 0; i < q->n_choices; i++)
        names[i] = q->choices[i].id;
    return as_id(id, word, len) ? diag_suggest(id, names, (size_t)q->n_choices) : NULL;
}

// "SU": the States that answer for its diplomas today. False: no such State is known.
static bool hint_former(struct hint *h, const char *word)
{
    size_t count;
    const struct country_former *rows = country_former_rows(&count);
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if (!country_former_meant(&rows[i], word))
            continue;
        add(h, "%s %s",
            any ? ","
                : ": that State is no more; name the one that answers for the "
                  "award today:",
            rows[i].successors);
        any = true;
    }
    return any;
}

static void hint_country(struct hint *h, const struct pack *pack, const char *word, size_t len)
{
    char copy[WORD_ROOM] = "";
    if (len < sizeof copy)
        copy[utf8_tidy(copy, word, len)] = 0;
    const char *code = country_meant(copy);
    if (!code && hint_former(h, copy)) {
        add(h, ".");
        return;
    }
    if (code && pack_country(pack, code) != NONE)
        add(h, "; did you mean \"%s\"?", code);
    else
        add(h, ".");
    add(h, " Countries are written as in \"KZ\" (ISO 3166-1).");
}

static void hint_choice(struct hint *h, const struct question *q, const char *word, size_t len)
{
    const char *near = near_choice(q, word, len);
    if (near)
        add(h, "; did you mean \"%s\"?", near);
    else
        add(h, ".");
    for (int32_t i = 0; i < q->n_choices; i++) {
        bool fits = strlen(q->choices[i].id) + 16 < h->room;
        add(h, "%s%s", i ? ", " : " Its values: ", fits ? q->choices[i].id : "…");
        if (!fits)
            return;
    }
}

void json_hint_value(const struct pack *pack, int32_t question, const char *word, size_t len,
                     char *out, size_t room)
{
    const struct question *q = &pack->questions[question];
    struct hint h = {out, room};
    if (kind_of(q->type)->classes == CLASSES_COUNTRIES)
        hint_country(&h, pack, word, len);
    else if (q->n_choices)
        hint_choice(&h, q, word, len);
    else
        add(&h, ".%s%s", q->range_message.words ? " " : "",
            q->range_message.words ? q->range_message.words : "");
}
