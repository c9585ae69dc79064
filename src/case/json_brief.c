// SPDX-License-Identifier: MIT
// The brief form: a few pieces that were escaped once, copied one after the other.
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "case/json.h"

struct piece {
    const char *bytes;
    uint32_t len;
};

struct json_brief {
    struct text store; // every id as `"id",`, one after the other
    struct piece *outcomes, *instruments, *findings;
    uint32_t longest; // an upper bound on the bytes of one answer, without its head
};

static uint32_t keep(struct json_brief *b, const char *id, struct piece *piece)
{
    size_t from = b->store.len;
    text_json(&b->store, id);
    text_char(&b->store, ',');
    piece->bytes = (const char *)from; // an offset until the store stops moving
    piece->len = (uint32_t)(b->store.len - from);
    return piece->len;
}

static void settle(const struct json_brief *b, struct piece *pieces, int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        pieces[i].bytes = b->store.bytes + (size_t)pieces[i].bytes;
}

struct json_brief *json_brief_new(const struct pack *pack)
{
    struct json_brief *b = xcalloc(1, sizeof *b);
    b->outcomes = xcalloc((size_t)pack->n_outcomes, sizeof *b->outcomes);
    b->instruments = xcalloc((size_t)pack->n_instruments, sizeof *b->instruments);
    b->findings = xcalloc((size_t)pack->n_findings, sizeof *b->findings);
    b->longest = 256;
    for (int32_t i = 0; i < pack->n_outcomes; i++)
        b->longest += 3 * keep(b, pack->outcomes[i].id, &b->outcomes[i]);
    for (int32_t i = 0; i < pack->n_instruments; i++)
        b->longest += keep(b, pack->instruments[i].id, &b->instruments[i]);
    for (int32_t i = 0; i < pack->n_findings; i++)
        b->longest += keep(b, pack->findings[i].id, &b->findings[i]);
    settle(b, b->outcomes, pack->n_outcomes);
    settle(b, b->instruments, pack->n_instruments);
    settle(b, b->findings, pack->n_findings);
    return b;
}

void json_brief_free(struct json_brief *brief)
{
    if (!brief)
        return;
    text_release(&brief->store);
    free(brief->outcomes);
    free(brief->instruments);
    free(brief->findings);
    free(brief);
}

static char *add(char *at, const char *bytes, size_t len)
{
    memcpy(at, bytes, len);
    return at + len;
}

#define ADD(at, words) add(at, words, sizeof words - 1)

static char *add_piece(char *at, const struct piece *piece)
{
    return add(at, piece->bytes, piece->len);
}

// Every piece ends in a comma; the last one gives way to the bracket.
static char *close_list(char *at)
{
    if (at[-1] == ',')
        at--;
    *at = ']';
    return at + 1;
}

void json_brief(struct text *out, const struct json_brief *b, const struct assessment *a,
                const char *head, size_t head_len)
{
    char *start = text_room(out, head_len + b->longest),
         *at = start; // so nothing below needs to ask for room
    at = ADD(at, "{");
    at = add(at, head, head_len);
    at = ADD(at, "\"outcome\":");
    at = add_piece(at, &b->outcomes[a->outcome]);
    at = ADD(at, "\"possible\":[");
    for (uint32_t set = a->possible; set; set &= set - 1)
        at = add_piece(at, &b->outcomes[__builtin_ctz(set)]);
    at = close_list(at);
    at = ADD(at, ",\"convention_position\":");
    at = a->position == NONE ? ADD(at, "null,") : add_piece(at, &b->outcomes[a->position]);
    at = ADD(at, "\"instruments\":[");
    for (int32_t i = 0; i < a->n_links; i++)
        if (a->links[i].applies == TRUTH_YES)
            at = add_piece(at, &b->instruments[a->links[i].instrument]);
    at = close_list(at);
    at = ADD(at, ",\"findings\":[");
    for (int32_t i = 0; i < a->n_live; i++)
        at = add_piece(at, &b->findings[a->findings[i].finding]);
    at = close_list(at);
    at = ADD(at, "}");
    text_wrote(out, (size_t)(at - start));
}
