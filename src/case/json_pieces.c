// SPDX-License-Identifier: MIT
#include "case/json_pieces.h"

#include <string.h>
#include "case/json_parts.h"
#include "engine/sources.h"

void json_key(struct text *out, const char *name)
{
    text_char(out, '"');
    text_add(out, name);
    text_add(out, "\":");
}

void json_string_member(struct text *out, const char *name, const char *value)
{
    json_key(out, name);
    if (value)
        text_json(out, value);
    else
        text_add(out, "null");
    text_char(out, ',');
}

void json_end(struct text *out, char bracket)
{
    if (out->bytes[out->len - 1] == ',')
        text_truncate(out, out->len - 1);
    text_char(out, bracket);
    text_char(out, ',');
}

void json_cites(struct writing *w, const struct int_list *list)
{
    json_key(w->out, "cites");
    text_char(w->out, '[');
    for (int32_t i = 0; i < list->count; i++) {
        int32_t source = source_shown(w->g->pack, list->items[i]);
        if (source == NONE)
            continue;
        text_json(w->out, w->g->pack->sources[source].id);
        text_char(w->out, ',');
    }
    json_end(w->out, ']');
}

bool json_fixed(const struct phrase *phrase)
{
    return !phrase->words || !strchr(phrase->words, '{');
}

uint64_t json_variant(int kind, uint64_t on)
{
    return on * PART_KINDS + (uint64_t)kind;
}

bool json_again(struct writing *w, const void *thing, uint64_t variant_)
{
    return json_parts_again(w->parts, w->out, thing, variant_);
}

void json_keep(struct writing *w, size_t from, const void *thing, uint64_t variant_)
{
    json_parts_keep(w->parts, w->out, from, thing, variant_);
}

const char *json_office_address(const struct office *office)
{
    return !office           ? NULL
           : office->address ? office->address
           : office->url     ? office->url
           : office->email   ? office->email
                             : office->phone;
}
