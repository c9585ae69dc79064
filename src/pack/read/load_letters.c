// SPDX-License-Identifier: MIT
// letters/*.yaml: letters to offices. What a letter says of a convention it says only where a right
// of that convention stands in the result, and only from what was read.
#include <string.h>

#include "pack/read/schema.h"

static const struct field file_fields[] = {
    FIELD_READ("arguments", FIELD_LIST, 0),
    FIELD_READ("letters", FIELD_LIST, 0),
};
static const struct schema file_schema = SCHEMA("a file of letters/", file_fields);

#define A(member) offsetof(struct argument, member)
static const struct field argument_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, A(id)),
    FIELD_READ("for", FIELD_STRINGS, REQUIRED),
    FIELD_ARG("right", FIELD_REF, REQUIRED, A(right), S_RIGHT),
    FIELD("text", FIELD_LETTER, REQUIRED, A(text)),
    FIELD_ARG("cites", FIELD_REFS, REQUIRED, A(cites), S_SOURCE),
};
static const struct schema argument_schema = SCHEMA("an argument", argument_fields);

#define L(member) offsetof(struct letter, member)
static const struct field letter_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, L(id)),
    FIELD_WORDS("purpose", FIELD_WORD, REQUIRED, L(purpose), words_letter),
    FIELD("title", FIELD_LETTER, REQUIRED, L(title)),
    FIELD_ARG("when", FIELD_EXPR, REQUIRED, L(when), USE_ITEM),
    FIELD("challenge", FIELD_YES_NO, 0, L(challenge)),
    FIELD_READ("opening", FIELD_LIST, REQUIRED),
    FIELD_READ("closing", FIELD_LIST, REQUIRED),
};
static const struct schema letter_schema = SCHEMA("a letter", letter_fields);

#define P(member) offsetof(struct letter_part, member)
static const struct field part_fields[] = {
    FIELD("id", FIELD_STRING, REQUIRED, P(id)),
    FIELD_ARG("when", FIELD_EXPR, 0, P(when), USE_ITEM),
    FIELD_ARG("ground", FIELD_REF, 0, P(ground), S_FINDING),
    FIELD("text", FIELD_LETTER, REQUIRED, P(text)),
};
static const struct schema part_schema = SCHEMA("a paragraph of a letter", part_fields);

// ---- arguments ----------------------------------------------------------------------------------

// Articles of an instrument that does not bind both countries prove nothing to the office.
static void check_cites(struct loader *l, const struct argument *argument, const struct node *list)
{
    const struct pack *pack = l->pack;
    const struct right *right = argument->right == NONE ? NULL : &pack->rights[argument->right];
    for (const struct node *item = node_items(list); item; item = item->next) {
        int32_t at = table_get(&l->names.ids[S_SOURCE], item->text);
        const struct source *source = at < 0 ? NULL : &pack->sources[at];
        if (source && source->status != STATUS_VERIFIED)
            load_fault(l, item, "unverified-cite",
                       "\"%s\" is %s; a letter cites only what is verified", item->text,
                       words_status[source->status]);
        else if (source && right && source->instrument != NONE &&
                 source->instrument != right->instrument)
            load_fault(l, item, "other-instrument",
                       "\"%s\" is no article of the instrument of the right \"%s\"", item->text,
                       right->id);
    }
}

static void read_purposes(struct loader *l, struct argument *argument, const struct node *list)
{
    for (const struct node *item = node_items(list); item; item = item->next) {
        int32_t purpose = schema_read_word(l, item, words_letter);
        if (purpose >= 0)
            argument->purposes |= 1u << purpose;
    }
}

static void load_arguments(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_ARGUMENT];
    struct argument *arguments = ARENA_ARRAY(l->arena, struct argument, (size_t)s->count);
    for (int32_t i = 0; i < s->count; i++) {
        const struct node *node = s->list[i].node;
        arguments[i] = (struct argument){.right = NONE, .place = node->place};
        schema_decode(l, &argument_schema, node, &arguments[i],
                      load_join(l->scratch, "arguments/", s->list[i].id, ""));
        arguments[i].id = s->list[i].id;
        read_purposes(l, &arguments[i], node_get(node, "for"));
        check_cites(l, &arguments[i], node_get(node, "cites"));
    }
    l->pack->arguments = arguments;
    l->pack->n_arguments = s->count;
}

// ---- letters ------------------------------------------------------------------------------------

static void check_part(struct loader *l, const struct letter *letter,
                       const struct letter_part *part, const struct node *node)
{
    for (int place = 0; place < LETTER_PLACES; place++)
        for (int32_t i = 0; i < letter->n_parts[place]; i++) {
            const struct letter_part *other = &letter->parts[place][i];
            if (other != part && part->id && other->id && !strcmp(part->id, other->id))
                load_fault(l, node_get(node, "id"), "duplicate-id",
                           "this letter has a paragraph \"%s\" already", part->id);
        }
    if (part->text.words && strstr(part->text.words, "{instrument}"))
        load_fault(l, node_get(node, "text"), "bad-placeholder",
                   "{instrument} is that of a right; write about it under \"arguments:\"");
}

static void load_parts(struct loader *l, struct letter *letter, enum letter_place place,
                       const struct node *list)
{
    size_t count = node_count(list);
    struct letter_part *parts = ARENA_ARRAY(l->arena, struct letter_part, count);
    letter->parts[place] = parts;
    if (count > LETTER_MAX_PARTS) {
        load_fault(l, list, "too-many", "a letter has at most %d paragraphs here",
                   LETTER_MAX_PARTS);
        return;
    }
    for (const struct node *item = node_items(list); item; item = item->next) {
        struct letter_part *part = &parts[letter->n_parts[place]];
        const struct node *id = node_get(item, "id");
        const char *name = id && id->kind == NODE_SCALAR ? id->text : "";
        *part = (struct letter_part){.ground = NONE, .place = item->place};
        if (!schema_decode(l, &part_schema, item, part,
                           arena_printf(l->scratch, "letters/%s/%s", letter->id, name)))
            continue;
        check_part(l, letter, part, item);
        letter->n_parts[place]++;
    }
}

void load_letters(struct loader *l)
{
    const struct section_entries *s = &l->sections[S_LETTER];
    struct letter *letters = ARENA_ARRAY(l->arena, struct letter, (size_t)s->count);
    schema_check_keys(l, FILE_LETTER, &file_schema);
    load_arguments(l);
    l->pack->letters = letters;
    l->pack->n_letters = s->count;
    for (int32_t i = 0; i < s->count; i++) {
        const struct node *node = s->list[i].node;
        letters[i].place = node->place;
        schema_decode(l, &letter_schema, node, &letters[i],
                      load_join(l->scratch, "letters/", s->list[i].id, ""));
        letters[i].id = s->list[i].id;
        load_parts(l, &letters[i], LETTER_OPENING, node_get(node, "opening"));
        load_parts(l, &letters[i], LETTER_CLOSING, node_get(node, "closing"));
    }
}
