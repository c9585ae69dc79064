// SPDX-License-Identifier: MIT
// codes.yaml: the numbers of questions, choices and outcomes in codes. A pack may do without; then
// it makes no codes.
#include <string.h>

#include "pack/read/schema.h"

static const struct field file_fields[] = {
    FIELD_READ("codes", FIELD_LIST, REQUIRED),
    FIELD_READ("outcomes", FIELD_STRINGS, REQUIRED),
};
static const struct schema file_schema = SCHEMA("codes.yaml", file_fields);

#define C(member) offsetof(struct code_row, member)
static const struct field row_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, C(id)),
    FIELD_WORDS("type", FIELD_WORD, REQUIRED, C(type), words_question_type),
    FIELD_READ("choices", FIELD_STRINGS, 0),
};
static const struct schema row_schema = SCHEMA("an entry of codes.yaml", row_fields);

// A list of ids into *ids, what each stands for now into *now; returns how many.
static int32_t load_ids(struct loader *l, const struct node *list, const char *const **ids,
                        const int32_t **now, int32_t (*find)(const void *in, const char *id),
                        const void *in)
{
    const char **names = ARENA_ARRAY(l->arena, const char *, node_count(list));
    int32_t *found = ARENA_ARRAY(l->arena, int32_t, node_count(list)), n = 0;
    for (const struct node *item = node_items(list); item; item = item->next) {
        if (!schema_want_scalar(l, item, "an id"))
            continue;
        for (int32_t i = 0; i < n; i++)
            if (!strcmp(names[i], item->text))
                load_fault(l, item, "duplicate-reference", "\"%.40s\" stands in this list already",
                           item->text);
        names[n] = arena_strdup(l->arena, item->text);
        found[n++] = find(in, item->text);
    }
    *ids = names;
    *now = found;
    return n;
}

static int32_t find_choice(const void *in, const char *id)
{
    return in ? pack_choice(in, id) : NONE;
}

static int32_t find_outcome(const void *in, const char *id)
{
    return table_get(in, id);
}

static void load_row(struct loader *l, struct code_table *table, struct code_row *rows,
                     const struct node *node)
{
    struct code_row *row = &rows[table->n_rows];
    if (!schema_decode(l, &row_schema, node, row, "") || !row->id)
        return;
    int32_t question = table_get(&l->names.ids[S_QUESTION], row->id);
    const struct question *q = question < 0 ? NULL : &l->pack->questions[question];
    row->question = q && q->type == row->type ? question : NONE;
    for (int32_t i = 0; i < table->n_rows; i++)
        if (row->question != NONE && rows[i].question == row->question)
            load_fault(l, node, "duplicate-id", "\"%s\" has its number already", row->id);
    row->n_choices =
        load_ids(l, node_get(node, "choices"), &row->choices, &row->choice_of, find_choice,
                 row->question == NONE ? NULL : &l->pack->questions[row->question]);
    table->n_rows++;
}

static void load_table(struct loader *l, const struct node *root)
{
    const struct node *list = node_get(root, "codes"), *outcomes = node_get(root, "outcomes");
    struct code_table *table = &l->pack->codes;
    if (node_count(list) > CODE_MAX_ROWS || node_count(outcomes) > CODE_MAX_OUTCOMES) {
        load_fault(l, root, "too-many", "codes.yaml has at most %d entries and %d outcomes",
                   CODE_MAX_ROWS, CODE_MAX_OUTCOMES);
        return;
    }
    struct code_row *rows = ARENA_ARRAY(l->arena, struct code_row, node_count(list));
    table->rows = rows;
    for (const struct node *item = node_items(list); item; item = item->next)
        load_row(l, table, rows, item);
    table->n_outcomes = load_ids(l, outcomes, &table->outcome_ids, &table->outcome_of, find_outcome,
                                 &l->names.ids[S_OUTCOME]);
}

void load_codes(struct loader *l)
{
    schema_check_keys(l, FILE_CODES, &file_schema);
    for (int32_t i = 1; i < l->n_files; i++)
        if (l->files[i].kind == FILE_CODES && l->files[i].root)
            load_table(l, l->files[i].root);
}
