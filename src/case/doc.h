// SPDX-License-Identifier: MIT
//
// A small document: mappings, lists and texts, read from YAML (pack/read/yaml.h), changed, and
// written as YAML again. What the program does not know stays where it is. Everything lives in the
// document's own arena, which is wiped when it is released: it holds answers.
//
// Bounds are those of the YAML reader; doc_fits() says whether what would be written could be read
// again: neither too large nor with characters that a terminal would obey.
#ifndef TANU_CASE_DOC_H
#define TANU_CASE_DOC_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

enum doc_kind { DOC_TEXT, DOC_LIST, DOC_MAP };

struct doc_node {
    enum doc_kind kind;
    const char *key;  // inside a mapping
    const char *text; // of DOC_TEXT
    struct doc_node *first, *last, *next;
};

struct doc {
    struct arena arena;
    struct doc_node *root; // a mapping
};

void doc_init(struct doc *doc);
void doc_release(struct doc *doc); // wipes

// Reads YAML; `name` is for messages. 0, or -1 with what is wrong in `diags`; what could be read is
// there all the same.
int doc_read(struct doc *doc, const char *name, const char *bytes, size_t len, struct diags *diags);
void doc_write(const struct doc *doc, struct text *out);
bool doc_fits(const struct doc *doc);

// NULL where there is none, also where `map` is NULL or no mapping.
struct doc_node *doc_get(const struct doc_node *map, const char *key);
// The text under the key, "" where there is none.
const char *doc_text(const struct doc_node *map, const char *key);
// Sets a text; NULL takes the key away. Copies.
void doc_set(struct doc *doc, struct doc_node *map, const char *key, const char *text);
// The mapping or list under the key, made where there is none (or where something else stood).
struct doc_node *doc_need(struct doc *doc, struct doc_node *map, enum doc_kind kind,
                          const char *key);
// One more item of a list.
struct doc_node *doc_add(struct doc *doc, struct doc_node *list, enum doc_kind kind,
                         const char *text);
void doc_clear(struct doc_node *node); // no children any more
int doc_count(const struct doc_node *node);

#endif
