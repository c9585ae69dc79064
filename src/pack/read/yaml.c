// SPDX-License-Identifier: MIT
// libyaml events into nodes, with every limit on the way. The characters of a file are checked
// before libyaml sees them (yaml_text.c).
#include "pack/read/yaml.h"

#include <string.h>
#include <yaml.h>

#include "pack/read/yaml_simple.h"
#include "pack/read/yaml_text.h"

struct reader {
    struct source_file *file;
    struct arena *arena;
    struct diags *diags;
    struct node *stack[YAML_MAX_DEPTH];
    int depth;
    struct node *root;
    struct node *pending; // a key that waits for its value
    int nodes;
    bool whole, done, hopeless;
};

static struct place at(const struct reader *r, yaml_mark_t mark)
{
    return (struct place){r->file->path, (int)mark.line + 1, (int)mark.column + 1};
}

static void stop(struct reader *r)
{
    r->whole = false;
    r->done = true;
}

// A file over a limit is no pack file: nothing of it is looked at.
static void give_up(struct reader *r)
{
    stop(r);
    r->hopeless = true;
}

static struct pack_place pack_place_of(const struct reader *r, yaml_mark_t mark)
{
    size_t column = mark.column + 1 < UINT16_MAX ? mark.column + 1 : UINT16_MAX;
    return (struct pack_place){
        .file = r->file->number, .column = (uint16_t)column, .line = (uint32_t)mark.line + 1};
}

static enum node_style style_of(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return STYLE_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return STYLE_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
    case YAML_FOLDED_SCALAR_STYLE:
        return STYLE_BLOCK;
    default:
        return STYLE_PLAIN;
    }
}

const struct node *node_get(const struct node *map, const char *key)
{
    if (!map || map->kind != NODE_MAP)
        return NULL;
    for (const struct node *child = map->first; child; child = child->next)
        if (child->key[0] == key[0] && strcmp(child->key, key) == 0)
            return child;
    return NULL;
}

const struct node *node_items(const struct node *list)
{
    return list && list->kind == NODE_LIST ? list->first : NULL;
}

size_t node_count(const struct node *list)
{
    return list && list->kind == NODE_LIST ? (size_t)list->count : 0;
}

// Hangs a child into its parent. A pending key gives its name and place to the value; a key that
// stands there already is reported and its second value dropped.
static void hang(struct reader *r, struct node *parent, struct node *child)
{
    if (parent->kind == NODE_MAP) {
        child->key = r->pending->text;
        child->key_place = r->pending->place;
        r->pending = NULL;
        const struct node *old = node_get(parent, child->key);
        struct place place = {r->file->path, (int)child->key_place.line, child->key_place.column};
        if (old) {
            diag_error(r->diags, "duplicate-key", place,
                       "the key \"%s\" is already on line %u; keep one of them", child->key,
                       (unsigned)old->key_place.line);
            return;
        }
        if (parent->count == YAML_MAX_KEYS) {
            diag_error(r->diags, "too-many-keys", place, "a mapping has at most %d keys",
                       YAML_MAX_KEYS);
            give_up(r);
            return;
        }
    }
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->count++;
}

// A new node in its place in the tree; NULL when the reading has to stop.
static struct node *add(struct reader *r, enum node_kind kind, const yaml_event_t *event)
{
    if (++r->nodes > YAML_MAX_NODES) {
        diag_error(r->diags, "too-many-nodes", at(r, event->start_mark),
                   "a file holds at most %d keys, values and items; split it", YAML_MAX_NODES);
        give_up(r);
        return NULL;
    }
    struct node *node = ARENA_NEW(r->arena, struct node);
    node->kind = kind;
    node->text = "";
    node->place = pack_place_of(r, event->start_mark);
    if (r->depth == 0)
        r->root = node;
    else if (r->stack[r->depth - 1]->kind == NODE_LIST || r->pending)
        hang(r, r->stack[r->depth - 1], node);
    return node;
}

static bool key_expected(const struct reader *r)
{
    return r->depth > 0 && r->stack[r->depth - 1]->kind == NODE_MAP && !r->pending;
}

static void refuse_decoration(struct reader *r, const yaml_event_t *event,
                              const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor)
        diag_error(r->diags, "yaml-anchor", at(r, event->start_mark),
                   "anchors (&%.40s) are not used here; write the value out", anchor);
    if (tag)
        diag_error(r->diags, "yaml-tag", at(r, event->start_mark),
                   "tags (%.40s) are not used here; remove it", tag);
}

static void open_collection(struct reader *r, const yaml_event_t *event, enum node_kind kind,
                            bool flow)
{
    if (flow)
        diag_error(r->diags, "yaml-flow", at(r, event->start_mark),
                   "write the %s in block style, one %s a line",
                   kind == NODE_MAP ? "mapping" : "list", kind == NODE_MAP ? "key" : "item");
    if (key_expected(r)) {
        diag_error(r->diags, "key-not-word", at(r, event->start_mark), "a key must be a word");
        stop(r);
        return;
    }
    if (r->depth == YAML_MAX_DEPTH) {
        diag_error(r->diags, "too-deep", at(r, event->start_mark),
                   "mappings and lists may be nested %d deep at most", YAML_MAX_DEPTH);
        give_up(r);
        return;
    }
    struct node *node = add(r, kind, event);
    if (node)
        r->stack[r->depth++] = node;
}

static void add_scalar(struct reader *r, const yaml_event_t *event)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    struct place place = at(r, event->start_mark);
    if (length > YAML_MAX_STRING) {
        diag_error(r->diags, "string-too-long", place,
                   "this text has %zu bytes; at most %d are allowed", length, YAML_MAX_STRING);
        length = 40; // enough to go on with
    } else if (style_of(event->data.scalar.style) == STYLE_DOUBLE_QUOTED &&
               yaml_text_check_value(&place, value, length, r->file->typed, r->diags) < 0) {
        length = strnlen(value, length); // escapes bring in what no file may hold, even NUL
    }
    // The line break that a block scalar without `-` keeps at its end is never meant.
    while (length > 0 && value[length - 1] == '\n')
        length--;
    bool is_key = key_expected(r);
    struct node *node = add(r, NODE_SCALAR, event);
    if (!node)
        return;
    node->text = arena_strndup(r->arena, value, length);
    node->length = (uint32_t)length;
    node->style = style_of(event->data.scalar.style);
    if (is_key)
        r->pending = node;
}

static void open_document(struct reader *r, const yaml_event_t *event)
{
    if (r->root) {
        diag_error(r->diags, "many-documents", at(r, event->start_mark),
                   "a file holds one document; remove the second \"---\" or split the file");
        stop(r);
    } else if (event->data.document_start.version_directive ||
               event->data.document_start.tag_directives.start !=
                   event->data.document_start.tag_directives.end) {
        diag_error(r->diags, "yaml-directive", at(r, event->start_mark),
                   "directives (%%YAML, %%TAG) are not used here; remove the line");
    }
}

static void take_event(struct reader *r, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        open_document(r, event);
        break;
    case YAML_ALIAS_EVENT:
        diag_error(r->diags, "yaml-alias", at(r, event->start_mark),
                   "aliases (*%.40s) are not used here; write the value out",
                   event->data.alias.anchor);
        stop(r);
        break;
    case YAML_SCALAR_EVENT:
        refuse_decoration(r, event, event->data.scalar.anchor, event->data.scalar.tag);
        add_scalar(r, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        refuse_decoration(r, event, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
        open_collection(r, event, NODE_LIST,
                        event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
        break;
    case YAML_MAPPING_START_EVENT:
        refuse_decoration(r, event, event->data.mapping_start.anchor,
                          event->data.mapping_start.tag);
        open_collection(r, event, NODE_MAP,
                        event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        r->depth--;
        break;
    case YAML_STREAM_END_EVENT:
        r->done = true;
        break;
    default:
        break;
    }
}

static void report_syntax(struct reader *r, const yaml_parser_t *parser)
{
    const char *problem = parser->problem ? parser->problem : "it cannot be read";
    const char *hint = "";
    if (strstr(problem, "mapping values are not allowed"))
        hint = "; a text with \": \" in it needs quotes, or \">-\" and a new line";
    else if (strstr(problem, "could not find expected ':'"))
        hint = "; is a \":\" or the indentation missing?";
    else if (strstr(problem, "cannot start any token"))
        hint = "; a text that begins with this character needs quotes";
    diag_error(r->diags, "yaml-syntax", at(r, parser->problem_mark),
               "this is not YAML: %s%s (the rest of the file was not read)", problem, hint);
    stop(r);
}

struct node *yaml_read_slowly(struct source_file *file, struct arena *arena, struct diags *diags,
                              bool *whole)
{
    struct reader r = {.file = file, .arena = arena, .diags = diags, .whole = true};
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        diag_error(diags, "cannot-read", (struct place){.file = file->path}, "out of memory");
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)file->contents, file->length);
    while (!r.done) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            report_syntax(&r, &parser);
            break;
        }
        take_event(&r, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    *whole = r.whole;
    if (r.whole && !r.root)
        diag_error(diags, "empty-file", (struct place){file->path, 1, 1},
                   "the file is empty; remove it or fill it");
    return r.hopeless ? NULL : r.root;
}

struct node *yaml_read(struct source_file *file, struct arena *arena, struct diags *diags,
                       bool *whole)
{
    size_t before = diags->errors;
    *whole = false;
    yaml_text_lines(file, arena);
    if (yaml_text_check(file, diags) != 0)
        return NULL;
    struct node *root = diags->errors == before ? yaml_simple(file, arena) : NULL;
    *whole = root;
    return root ? root : yaml_read_slowly(file, arena, diags, whole);
}
