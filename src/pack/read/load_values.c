// SPDX-License-Identifier: MIT
// Values of questions wherever a file gives one: `usual:`, worked cases, lists of choices.
#include <string.h>

#include "pack/kind.h"
#include "pack/read/schema.h"

const char *questions_choice_hint(struct loader *l, const struct question *q, const char *word)
{
    const char *ids[PACK_MAX_CHOICES] = {NULL};
    for (int32_t i = 0; i < q->n_choices; i++)
        ids[i] = q->choices[i].id;
    return load_may_hint(l) ? names_near(ids, (size_t)q->n_choices, word, l->scratch) : "";
}

static int read_choice(struct loader *l, const struct question *q, const struct node *node,
                       int32_t *index)
{
    if (!schema_want_scalar(l, node, "a choice"))
        return -1;
    bool country = kind_classes(q) == CLASSES_COUNTRIES;
    if (country) {
        *index = table_get(&l->names.ids[S_COUNTRY], node->text);
        if (*index >= 0)
            return 0;
    }
    *index = pack_choice(q, node->text);
    if (*index < 0 && !l->whole)
        return -1; // it may stand in what could not be read
    if (*index < 0)
        return load_fault(l, node, "unknown-choice", "\"%s\" is no %s of the question \"%s\"%s",
                          node->text, country ? "country" : "choice", q->id,
                          questions_choice_hint(l, q, node->text));
    if (country)
        *index += l->pack->n_countries;
    return 0;
}

static int read_many(struct loader *l, const struct question *q, const struct node *node,
                     struct case_answer *out)
{
    int32_t index;
    if (node->kind != NODE_LIST)
        return load_fault(l, node, "wrong-type",
                          "a list of choices is expected, one \"- id\" a line");
    for (const struct node *item = node->first; item; item = item->next) {
        if (read_choice(l, q, item, &index) != 0)
            return -1;
        out->value |= (int64_t)1 << index;
    }
    return 0;
}

static int read_text(struct loader *l, const struct question *q, const struct node *node,
                     struct case_answer *out)
{
    if (!schema_want_scalar(l, node, "a text"))
        return -1;
    if (!kind_text_fits(q, node->text, node->length))
        return load_fault(l, node, "bad-value", "the question \"%s\" takes at most %d characters",
                          q->id, q->max_length);
    out->text = arena_strdup(l->arena, node->text);
    out->value = 1;
    return 0;
}

static int read_ordered(struct loader *l, const struct question *q, const struct node *node,
                        struct case_answer *out)
{
    if (!schema_want_scalar(l, node, "a value"))
        return -1;
    const char *right = kind_constant(q->type, node->text, node->length, &out->value);
    if (right && kind_band(q->type, node->text, node->length, &out->value, &out->last) == 0)
        return 0;
    return right ? load_fault(l, node, "bad-value", "the question \"%s\" takes %s, not \"%.40s\"",
                              q->id, right, node->text)
                 : 0;
}

int load_value(struct loader *l, const struct question *q, const struct node *node,
               struct case_answer *out)
{
    int32_t index = 0;
    if (node->kind == NODE_SCALAR && strcmp(node->text, "unknown") == 0) {
        out->unknown = true;
        return 0;
    }
    switch (kind_classes(q)) {
    case CLASSES_NONE:
        return read_text(l, q, node, out);
    case CLASSES_BOXES:
        return read_many(l, q, node, out);
    case CLASSES_CHOICES:
    case CLASSES_COUNTRIES:
        if (read_choice(l, q, node, &index) != 0)
            return -1;
        out->value = index;
        out->unknown = kind_classes(q) == CLASSES_CHOICES && q->choices[index].counts_as_unknown;
        return 0;
    case CLASSES_CUTS:
        return read_ordered(l, q, node, out);
    }
    return -1;
}

uint64_t load_choice_set(struct loader *l, const struct node *list, int32_t question)
{
    uint64_t set = 0;
    if (question == NONE)
        return 0;
    const struct question *q = &l->pack->questions[question];
    for (const struct node *item = node_items(list); item; item = item->next) {
        struct case_answer value = {0};
        if (kind_classes(q) != CLASSES_CHOICES || load_value(l, q, item, &value) != 0)
            continue;
        if (value.unknown)
            load_fault(l, item, "bad-value",
                       "\"%s\" counts as \"I don't know\"; it cannot stand here", item->text);
        else
            set |= (uint64_t)1 << value.value;
    }
    return set;
}

uint64_t load_left_out(struct loader *l, const struct node *map)
{
    const struct node *left_out = node_get(map, "professions_left_out");
    if (left_out && l->pack->q_profession == NONE)
        load_fault(l, left_out, "missing-question",
                   "the pack has no question \"profession\", so no profession can be left out");
    return load_choice_set(l, left_out, l->pack->q_profession);
}
