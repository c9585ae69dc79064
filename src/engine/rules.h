// SPDX-License-Identifier: MIT
// All rules of a pack as one list, and all its expressions: for those who walk over everything
// (proofs, the book, templates for translators).
#ifndef TANU_ENGINE_RULES_H
#define TANU_ENGINE_RULES_H

#include "engine/atlas.h"

enum rule_kind {
    RULE_PRACTICE,
    RULE_CONVENTION,
    RULE_FINDING,
    RULE_DOCUMENT,
    RULE_STEP,
    RULE_RIGHT,
    RULE_NOTICE,
    RULE_KINDS
};

// Everything with a `when:` that a person can meet. Catalogue entries are not rules.
struct rule {
    enum rule_kind kind;
    int32_t index;   // in the pack's array of that kind
    int32_t country; // index into pack->destinations, or NONE
    const char *id;
    const struct condition *when;
    const struct int_list *cites; // NULL for rows
    struct pack_place place;
};

int32_t rule_count(const struct pack *pack, enum rule_kind kind);
// False for a catalogue entry.
bool rule_at(const struct pack *pack, enum rule_kind kind, int32_t index, struct rule *rule);
const char *rule_word(enum rule_kind kind); // "finding"
enum rule_kind rule_of_scope(enum scope_kind kind);

// Calls `visit` for every node of every expression of the pack. `country` as in struct rule.
typedef void expr_visit(const struct expr *expr, int32_t country, void *user);
void each_expr(const struct pack *pack, expr_visit *visit, void *user);
void each_node(const struct expr *expr, int32_t country, expr_visit *visit, void *user);

#endif
