// SPDX-License-Identifier: MIT
// The choices of a question, and the groups that they stand in.
#include <string.h>

#include "pack/kind.h"
#include "pack/read/schema.h"

static const char *const words_unknown[] = {"", "unknown", NULL};

struct choice_draft {
    struct choice c;
    int32_t counts_as;
};
#define C(member) offsetof(struct choice_draft, c.member)
static const struct field choice_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, C(id)),
    FIELD("label", FIELD_PHRASE, REQUIRED, C(label)),
    FIELD("hint", FIELD_PHRASE, 0, C(hint)),
    FIELD("synonyms", FIELD_STRING, 0, C(synonyms)),
    FIELD("rank", FIELD_INT, 0, C(rank)),
    FIELD("leads_to", FIELD_STRING, 0, C(leads_to)),
    FIELD_READ("usual_there", FIELD_SCALAR, 0),
    FIELD_READ("group", FIELD_SCALAR, 0),
    FIELD_WORDS("counts_as", FIELD_WORD, 0, offsetof(struct choice_draft, counts_as),
                words_unknown),
};
static const struct schema choice_schema = SCHEMA("a choice", choice_fields);

static bool is_id(const char *word)
{
    return word[strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

// ---- groups ------------------------------------------------------------------------------------

#define G(member) offsetof(struct choice_group, member)
static const struct field group_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, G(id)),
    FIELD("label", FIELD_PHRASE, REQUIRED, G(label)),
    FIELD("hint", FIELD_PHRASE, 0, G(hint)),
};
static const struct schema group_schema = SCHEMA("a group of choices", group_fields);

static int32_t group_of(const struct question *q, const char *id)
{
    for (int32_t i = 0; i < q->n_groups; i++)
        if (strcmp(q->groups[i].id, id) == 0)
            return i;
    return NONE;
}

static void load_groups(struct loader *l, struct question *q, const struct node *list)
{
    struct choice_group *groups = ARENA_ARRAY(l->arena, struct choice_group, node_count(list));
    const char *prefix = arena_printf(l->scratch, "questions/%s/groups/", q->id);
    q->groups = groups;
    for (const struct node *item = node_items(list); item; item = item->next) {
        struct choice_group group = {.id = "", .place = item->place};
        const struct node *id = node_get(item, "id");
        if (!schema_decode(l, &group_schema, item, &group,
                           load_join(l->scratch, prefix, id ? id->text : "", "")))
            continue;
        if (!is_id(group.id))
            load_fault(l, id, "bad-id",
                       "\"%.80s\" is no id: a group has lower-case letters, digits and \"_\"",
                       group.id);
        if (group_of(q, group.id) != NONE)
            load_fault(l, id, "duplicate-id", "the group \"%s\" is here already", group.id);
        groups[q->n_groups++] = group;
    }
}

// A digit takes each row of a list: those without a group and the groups together, and those of
// each group, are at most nine; a group that holds nothing leads nowhere.
static void check_groups(struct loader *l, const struct question *q)
{
    int32_t first = q->n_groups;
    for (int32_t c = 0; c < q->n_choices; c++)
        first += q->choices[c].group == NONE && !q->choices[c].counts_as_unknown;
    if (q->n_groups && first > PACK_MAX_ROWS)
        load_fault_at(l, q->place, "too-many",
                      "the first list has %d rows, choices without a group and groups; %d at most",
                      (int)first, PACK_MAX_ROWS);
    for (int32_t g = 0; g < q->n_groups; g++) {
        int32_t n = 0;
        for (int32_t c = 0; c < q->n_choices; c++)
            n += q->choices[c].group == g;
        if (n > PACK_MAX_ROWS)
            load_fault_at(l, q->groups[g].place, "too-many",
                          "the group \"%s\" has %d choices; %d at most", q->groups[g].id, (int)n,
                          PACK_MAX_ROWS);
        if (!n)
            load_fault_at(l, q->groups[g].place, "empty-value", "no choice is in the group \"%s\"",
                          q->groups[g].id);
    }
}

// ---- choices -----------------------------------------------------------------------------------

static int32_t read_group(struct loader *l, const struct question *q, const struct node *node)
{
    if (!node || node->kind != NODE_SCALAR)
        return NONE;
    int32_t group = group_of(q, node->text);
    if (group == NONE)
        load_fault(l, node, "unresolved-reference", "this question has no group \"%.80s\"",
                   node->text);
    return group;
}

static void read_choices(struct loader *l, struct question *q, const struct node *list)
{
    if (node_count(list) > PACK_MAX_CHOICES) {
        load_fault(l, list, "too-many", "a question has at most %d choices", PACK_MAX_CHOICES);
        return;
    }
    struct choice *choices = ARENA_ARRAY(l->arena, struct choice, node_count(list));
    const char *prefix = arena_printf(l->scratch, "questions/%s/choices/", q->id);
    q->choices = choices;
    for (const struct node *item = node_items(list); item; item = item->next) {
        struct choice_draft draft = {.c = {.id = "", .place = item->place}};
        const struct node *id = node_get(item, "id");
        const char *word = id ? id->text : "";
        if (!schema_decode(l, &choice_schema, item, &draft,
                           load_join(l->scratch, prefix, word, "")))
            continue;
        if (!is_id(word))
            load_fault(l, id, "bad-id",
                       "\"%.80s\" is no id: a choice has lower-case letters, digits and \"_\"",
                       word);
        if (strcmp(word, "unknown") == 0)
            load_fault(l, id, "bad-id",
                       "\"unknown\" is the answer \"I don't know\"; use another id");
        if (id && pack_choice(q, word) >= 0)
            load_fault(l, id, "duplicate-id", "the choice \"%s\" is here already", word);
        if (draft.counts_as && kind_classes(q) != CLASSES_CHOICES)
            load_fault(l, item, "key-not-for-type",
                       "\"counts_as:\" is only for questions of type one");
        draft.c.group = read_group(l, q, node_get(item, "group"));
        if (draft.c.group != NONE && draft.counts_as)
            load_fault(l, item, "key-not-for-type",
                       "what counts as \"I don't know\" stands on the first list");
        draft.c.counts_as_unknown = draft.counts_as != 0;
        choices[q->n_choices++] = draft.c;
    }
}

void load_choices(struct loader *l, struct question *q, const struct node *choices,
                  const struct node *groups)
{
    load_groups(l, q, groups);
    read_choices(l, q, choices);
    check_groups(l, q);
}
