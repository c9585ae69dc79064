// SPDX-License-Identifier: MIT
// Mappings of YAML into structs, driven by tables: which keys a mapping has, what each holds, and
// where it goes. Unknown keys, missing keys and wrong kinds of values are reported here and
// nowhere else.
#ifndef TANU_PACK_READ_SCHEMA_H
#define TANU_PACK_READ_SCHEMA_H

#include <stddef.h>

#include "pack/read/loader.h"
#include "pack/words.h"

enum field_type {      // what the key holds          -> the member at `offset`
    FIELD_STRING,      // one line, not translated    -> const char *
    FIELD_URL,         // http or https             -> const char *
    FIELD_PHRASE,      // text for a person           -> struct phrase
    FIELD_LETTER,      // text for an office          -> struct phrase
    FIELD_NAME,        // one line, may be translated -> struct phrase
    FIELD_EXPR,        // `arg` is its enum expr_use  -> struct condition (root at the very end)
    FIELD_YES_NO,      //                             -> bool
    FIELD_INT,         // 0 to a million              -> int32_t
    FIELD_NUMBER,      // above 0, to a million       -> int64_t, thousandths
    FIELD_DATE,        // YYYY-MM-DD, or empty        -> int32_t, packed
    FIELD_PART_DATE,   // YYYY, YYYY-MM, YYYY-MM-DD   -> int32_t, packed with 00
    FIELD_WORD,        // one of `words`              -> its place: int32_t, or an enum
    FIELD_WORD_STRING, // one of `words`              -> const char *
    FIELD_REF,         // an id of section `arg`      -> int32_t
    FIELD_REFS,        // a list of such ids          -> struct int_list
    FIELD_RULES,       // a list of ids of rules      -> struct int_list of rule_code()
    FIELD_STRINGS,     // list of words, read by the caller
    FIELD_SCALAR,      // one value, read by the caller
    FIELD_LIST,        // list of mappings, read by the caller
    FIELD_MAP,         // a mapping, read by the caller
};

enum field_flags { REQUIRED = 1, EVIDENCE = 2 /* required as a fact's source, date or status */ };

struct field {
    const char *key;
    enum field_type type;
    unsigned flags;
    size_t offset;
    int32_t arg;
    const char *const *words;
};

struct schema {
    const char *name; // "a finding", for messages
    const struct field *fields;
    size_t count;
};

// Rows of a table of fields: plain, of a section or use, one of some words, read by the caller.
#define FIELD(key, type, flags, offset)                                                            \
    {                                                                                              \
        key, type, flags, offset, 0, NULL                                                          \
    }
#define FIELD_ARG(key, type, flags, offset, arg)                                                   \
    {                                                                                              \
        key, type, flags, offset, arg, NULL                                                        \
    }
#define FIELD_WORDS(key, type, flags, offset, words)                                               \
    {                                                                                              \
        key, type, flags, offset, 0, words                                                         \
    }
#define FIELD_READ(key, type, flags)                                                               \
    {                                                                                              \
        key, type, flags, 0, 0, NULL                                                               \
    }

#define SCHEMA(name, fields)                                                                       \
    {                                                                                              \
        name, fields, sizeof(fields) / sizeof *(fields)                                            \
    }

// The three keys of every fact, into its `evidence` member; `flags` 0 makes them optional.
#define EVIDENCE_FIELDS(type, member, flags)                                                       \
    {"source", FIELD_REF, (flags), offsetof(type, member.source), S_SOURCE, NULL},                 \
        {"as_of", FIELD_PART_DATE, (flags), offsetof(type, member.as_of), 0, NULL},                \
    {                                                                                              \
        "status", FIELD_WORD, (flags), offsetof(type, member.status), 0, words_status              \
    }

// Reads a mapping into the struct at `out` (all defaults already set by the caller). `context` is
// the gettext context without the key. Returns false where `map` is no mapping.
bool schema_decode(struct loader *l, const struct schema *schema, const struct node *map, void *out,
                   const char *context);

// The same for the root of each file of that kind, where its keys only hold lists that others read.
void schema_check_keys(struct loader *l, enum file_kind kind, const struct schema *schema);

// Values that callers read themselves; both report what is wrong.
// The index of the id, or NONE.
int32_t schema_read_ref(struct loader *l, const struct node *node, enum section section);
// The place of the word in the list, or NONE.
int32_t schema_read_word(struct loader *l, const struct node *node, const char *const *words);
// Is it one value, and not empty? `what` it should be, for the message: "a date".
bool schema_want_scalar(struct loader *l, const struct node *node, const char *what);
bool schema_want_kind(struct loader *l, const struct node *node, enum node_kind kind,
                      const char *what);

// refs.c: lists of ids, and `all NAME` for each document or step with `group: NAME`. Indexes of one
// section; or rules of any kind, as rule_code() has them.
void refs_read(struct loader *l, const struct node *list, enum section section,
               struct int_list *out);
void refs_read_rules(struct loader *l, const struct node *list, struct int_list *out);
// The NAME of such an entry, or NULL.
const char *refs_group(const struct node *node);

// A condition, parsed when everything else is known.
void schema_read_condition(struct loader *l, const struct node *node, enum expr_use use,
                           struct condition *out);

#endif
