// SPDX-License-Identifier: MIT
// The pieces that an assessment in JSON is put together from; json.h is the door. Every member ends
// in a comma; json_end() takes the last one away.
#ifndef TANU_CASE_JSON_PIECES_H
#define TANU_CASE_JSON_PIECES_H

#include "base/text.h"
#include "view/builders.h"

struct json_parts;

// What is being written.
struct writing {
    struct text *out;
    struct json_parts *parts; // what was written before (json_parts.h), or NULL
    const struct ground *g;
    const struct destination *there; // or NULL
};

void json_key(struct text *out, const char *name);
// A member that is a string; NULL: null.
void json_string_member(struct text *out, const char *name, const char *value);
// Ends a list or an object.
void json_end(struct text *out, char bracket);
// The member `cites`.
void json_cites(struct writing *w, const struct int_list *list);

// Variants of what is kept about one thing of the pack; the rest of the number is what it depends
// on.
enum {
    PART_WHOLE,
    PART_FRONT,
    PART_BACK,
    PART_ASSUMED,
    PART_OFF_PATH,
    PART_OPEN,
    PART_OLD,
    PART_KINDS
};

uint64_t json_variant(int kind, uint64_t on);
// Writes what was kept of a thing in that variant; false: nothing was, so write it and keep it.
bool json_again(struct writing *w, const void *thing, uint64_t variant);
void json_keep(struct writing *w, size_t from, const void *thing, uint64_t variant);
// How one reaches an office; NULL: nobody knows, or there is none.
const char *json_office_address(const struct office *office);
// No answer changes the words, so they may be kept.
bool json_fixed(const struct phrase *phrase);

// The members of an assessment that are lists of rules, and the licence.
void json_add_instruments(struct writing *w); // json_law.c
void json_add_findings(struct writing *w);
void json_add_documents(struct writing *w); // json_items.c
void json_add_steps(struct writing *w);
void json_add_rights(struct writing *w);
void json_add_licence(struct writing *w);
void json_add_notices(struct writing *w); // json_notices.c

#endif
