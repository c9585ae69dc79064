// SPDX-License-Identifier: MIT
// Inside of the loader: what its files share while one pack is read. Nobody else includes this.
//
// The order of work (load.c): read all files into trees; register every id; decode each section
// with its schema; parse the expressions, which may name anything; look for cycles.
#ifndef TANU_PACK_READ_LOADER_H
#define TANU_PACK_READ_LOADER_H

#include "base/arena.h"
#include "base/diag.h"
#include "pack/expr.h"
#include "pack/read/load.h"
#include "pack/read/names.h"
#include "pack/read/yaml.h"

enum file_kind {
    FILE_PACK,
    FILE_QUESTIONS,
    FILE_CODES,
    FILE_RULES,
    FILE_INSTRUMENT,
    FILE_COUNTRY,
    FILE_LETTER,
    FILE_CASES
};

struct pack_file {
    struct source_file source;
    enum file_kind kind;
    const struct node *root; // NULL: nothing usable
    bool whole;              // read to its end
    int32_t strength;        // of an instrument
};

struct entry { // one item of a section, before it is decoded
    const struct node *node;
    const char *id; // "" where it is missing
    int32_t owner;  // the destination whose file holds it; of an article its instrument; or NONE
    bool article;   // of an instrument; stands among the sources
};

struct section_entries {
    struct entry *list;
    int32_t count, room;
};

struct pending_expr { // parsed when everything else is known
    struct condition *out;
    const struct expr **root; // gets the root too; or NULL
    const struct node *scalar;
    enum expr_use use;
};

// The first thing in a pack's arena: the pack stands at its first byte.
struct block {
    struct pack pack;
    struct arena arena; // for pack_free()
    size_t bytes;       // what comes from the sources alone; behind it stands the folder's name
};

// What load_files() is for: everything, or only pack->hash: of names and contents, or of names and
// of what the system says of each file, so that none need be opened; or pack.yaml alone.
enum load_use { USE_ALL, USE_HASH, USE_STATS, USE_HEAD };

struct loader {
    struct pack *pack;
    struct arena *arena;   // the pack's
    struct arena *scratch; // until the end of loading
    struct diags *diags;
    unsigned flags;
    struct pack_file *files; // files[0] stands for "no file"
    int32_t n_files, room_files;
    struct section_entries sections[SECTIONS];
    struct names names;
    struct table texts;     // those in the pack's arena
    struct table sets;      // and the sets of choices there
    struct table rule_ids;  // findings, rows, documents, steps, rights and notices share one space
    struct source *sources; // the pack's own lists, while they are filled in
    struct item *documents, *steps;
    struct pending_expr *pending;
    int32_t n_pending, room_pending;
    int32_t hints; // that said "did you mean"
    enum load_use use;
    char *reused; // USE_HASH: where one file after the other is read into; free() it
    size_t reused_room;
    bool whole; // every file could be read, so a missing id is really missing
};

// A fault at a node. Always returns -1.
int load_fault(struct loader *l, const struct node *node, const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
int load_fault_at(struct loader *l, struct pack_place place, const char *code, const char *format,
                  ...) __attribute__((format(printf, 4, 5)));
// May one more fault say "did you mean"? That costs time: a hundred may.
bool load_may_hint(struct loader *l);
const char *load_hint(struct loader *l, enum section section, const char *word);
const char *load_join(struct arena *arena, const char *a, const char *b, const char *c);
// The text in the pack's arena, once however often it comes: many rules say the same.
const char *load_text(struct loader *l, const char *s, size_t length);

// load_files.c: the folder into l->files, with hash and names. -1: nothing can be read.
int load_files(struct loader *l, const char *dir);
void load_texts(struct loader *l, const struct pack_text *texts, size_t count);

// The rule with that id as rule_code() has it; NONE: there is none, or it is a row.
int32_t load_rule_of_id(const struct loader *l, const char *id);

// register.c: every id into l->sections and l->names.
void register_all(struct loader *l);

// Decoding, one file a part of the format.
void load_pack_file(struct loader *l);                     // countries, groups, traits, limits
void load_head(struct loader *l, const struct node *root); // of pack.yaml: id, title, languages
void load_questions(struct loader *l);
void load_interests(struct loader *l); // of pack.yaml, which name choices
// load_choices.c; `choices` and `groups` may be NULL.
void load_choices(struct loader *l, struct question *q, const struct node *choices,
                  const struct node *groups);
void load_rules(struct loader *l);       // outcomes … notices, sources; calls load_items()
void load_instruments(struct loader *l); // also articles
void load_countries(struct loader *l);
void load_letters(struct loader *l); // after rights and articles
void load_lists(struct loader *l, struct destination *d, const struct node *list);
void load_licences(struct loader *l, struct destination *d, const struct node *list);
void load_cases(struct loader *l);
void load_codes(struct loader *l);

// The head of the i-th rule of a section, before it is decoded (load_rules.c).
struct rule load_rule_head(const struct loader *l, enum section section, int32_t i);

// load_items.c
void load_items(struct loader *l);   // documents, steps
void items_finish(struct loader *l); // after the expressions: what `use:` takes over
// Is the thing that the node names one of that country?
void items_check_owner(struct loader *l, const struct node *node, enum section section,
                       int32_t index, int32_t country);
// Names under `overrides:` belong to the same country or to all.
void items_check_overrides(struct loader *l, const struct node *rule, enum section section,
                           int32_t country);

// load_questions.c: rules cut a question that takes a band at few values only.
void questions_check_bands(struct loader *l);

// load_licences.c: the recognition of an award never depends on the licence.
void licences_check(struct loader *l);

// cycles.c: live(), overrides, relevant and matter must not lead back to themselves.
void cycles_check(struct loader *l);

// Reads the value of a question as a case or `usual:` gives it. Reports and returns -1, or 0.
int load_value(struct loader *l, const struct question *question, const struct node *node,
               struct case_answer *out);
// " (did you mean …?)" or "".
const char *questions_choice_hint(struct loader *l, const struct question *q, const char *word);
// A list of choices of a question of type one, as a bit set.
uint64_t load_choice_set(struct loader *l, const struct node *list, int32_t question);
// `professions_left_out:` of a map as such a set; 0 without it.
uint64_t load_left_out(struct loader *l, const struct node *map);

#endif
