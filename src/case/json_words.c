// SPDX-License-Identifier: MIT
#include "case/json_words.h"
#include "pack/kind.h"
#include <stdlib.h>
#include "base/oom.h"

_Static_assert(PACK_MAX_QUESTIONS <= INT8_MAX + 1, "the owner of a word is a byte");

// No id and no argument of a program comes near the 2^24 bytes that `len` holds.
static void put(struct json_words *w, int32_t owner, const char *bytes, int32_t value)
{
    size_t len = strlen(bytes);
    uint64_t first = json_first(bytes, len), last = json_last(bytes, len);
    size_t i = json_slot(w, owner, first, last, len);
    while (w->slots[i])
        i = (i + 1) & (w->room - 1);
    w->words[w->n_words] = (struct word){.first = first,
                                         .last = last,
                                         .bytes = bytes,
                                         .len = (unsigned)len & 0xFFFFFF,
                                         .owner = (signed char)owner,
                                         .value = value};
    w->slots[i] = ++w->n_words;
}

static void put_value(struct json_words *w, int32_t question, const char *id)
{
    const struct question *q = &w->pack->questions[question];
    struct answer answer = {.state = ANSWER_ABSENT};
    if (answer_parse(w->pack, question, id, strlen(id), w->as_of, &answer) != 0)
        return;
    bool box = kind_classes(q) == CLASSES_BOXES; // whose value is a bit
    put(w, question, id,
        answer.state == ANSWER_UNKNOWN ? VALUE_UNKNOWN
        : box                          ? pack_choice(q, id)
                                       : (int32_t)answer.value);
}

static void put_keys(struct json_words *w)
{
    put(w, KEY_OWNER, "id", VALUE_ID);
    put(w, KEY_OWNER, "ticks", VALUE_TICKS);
    put(w, KEY_OWNER, "qualifications", VALUE_QUALIFICATIONS);
    for (int32_t q = 0; q < w->pack->n_questions; q++)
        put(w, KEY_OWNER, w->pack->questions[q].id, q);
    for (int i = 0; i < w->n_echo; i++)
        if (!json_find(w, KEY_OWNER, w->echo[i], strlen(w->echo[i])))
            put(w, KEY_OWNER, w->echo[i], VALUE_ECHO - i);
    w->after = xcalloc(w->n_words, sizeof *w->after);
}

static size_t words_needed(const struct pack *pack, int n_echo)
{
    size_t n = 3 + (size_t)n_echo + (size_t)pack->n_documents;
    for (int32_t q = 0; q < pack->n_questions; q++)
        n += 2 + (size_t)pack->questions[q].n_choices +
             (kind_classes(&pack->questions[q]) == CLASSES_COUNTRIES ? (size_t)pack->n_countries
                                                                     : 0);
    return n;
}

struct json_words *json_words_new(const struct pack *pack, int32_t as_of, const char *const *echo,
                                  int n_echo)
{
    struct json_words *w = xcalloc(1, sizeof *w);
    *w = (struct json_words){
        .pack = pack, .as_of = as_of, .echo = echo, .n_echo = n_echo, .room = 256};
    size_t needed = words_needed(pack, n_echo);
    while (w->room < 3 * needed)
        w->room *= 2;
    w->words = xcalloc(needed, sizeof *w->words);
    w->slots = xcalloc(w->room, sizeof *w->slots);
    w->ticks = xcalloc(BITS_WORDS(pack->n_documents) + 1, sizeof *w->ticks);
    put_keys(w);
    for (int32_t d = 0; d < pack->n_documents; d++)
        if (pack->documents[d].when.root) // the others are entries of the catalogue
            put(w, TICK_OWNER, pack->documents[d].id, d);
    for (int32_t q = 0; q < pack->n_questions; q++) {
        const struct question *question = &pack->questions[q];
        if (kind_classes(question) != CLASSES_NONE)
            put_value(w, q, "unknown");
        for (int32_t i = 0; i < question->n_choices; i++)
            put_value(w, q, question->choices[i].id);
        for (int32_t i = 0; kind_classes(question) == CLASSES_COUNTRIES && i < pack->n_countries;
             i++)
            put_value(w, q, pack->countries[i]);
    }
    return w;
}

void json_words_free(struct json_words *words)
{
    if (!words)
        return;
    free(words->words);
    free(words->after);
    free(words->slots);
    free(words->ticks);
    free(words);
}
