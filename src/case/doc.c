// SPDX-License-Identifier: MIT
// A document in memory; see doc.h.
#include "case/doc.h"

#include <stdio.h>
#include <string.h>
#include "base/utf8.h"
#include "pack/read/yaml.h"

enum { MAX_KEY = 200 }; // bytes; with every one of them escaped a reader still takes it

static struct doc_node *new_node(struct doc *doc, enum doc_kind kind, const char *key,
                                 const char *text)
{
    struct doc_node *node = ARENA_NEW(&doc->arena, struct doc_node);
    node->kind = kind;
    node->key = key ? arena_strdup(&doc->arena, key) : NULL;
    node->text = text ? arena_strdup(&doc->arena, text) : "";
    return node;
}

static void append(struct doc_node *parent, struct doc_node *child)
{
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void doc_init(struct doc *doc)
{
    arena_init(&doc->arena);
    doc->root = new_node(doc, DOC_MAP, NULL, NULL);
}

void doc_release(struct doc *doc)
{
    arena_wipe(&doc->arena);
    arena_release(&doc->arena);
    doc->root = NULL;
}

// ---- reading ----------------------------------------------------------------------------------

// The reader bounds the depth.
static void copy_children(struct doc *doc, struct doc_node *to, const struct node *from)
{
    static const enum doc_kind kinds[] = {
        [NODE_SCALAR] = DOC_TEXT, [NODE_LIST] = DOC_LIST, [NODE_MAP] = DOC_MAP};
    for (const struct node *n = from->first; n; n = n->next) {
        struct doc_node *child = new_node(doc, kinds[n->kind], n->key, n->text);
        append(to, child);
        copy_children(doc, child, n);
    }
}

int doc_read(struct doc *doc, const char *name, const char *bytes, size_t len, struct diags *diags)
{
    struct arena scratch;
    struct source_file file = {
        .path = name, .name = name, .contents = bytes, .length = len, .typed = true};
    bool whole = false;
    size_t errors = diags->errors;
    arena_init(&scratch);
    const struct node *root = yaml_read(&file, &scratch, diags, &whole);
    if (root && root->kind == NODE_MAP)
        copy_children(doc, doc->root, root);
    else if (root)
        diag_error(diags, "wrong-type", (struct place){name, 1, 1},
                   "a case is a mapping: its lines begin with keys");
    arena_wipe(&scratch);
    arena_release(&scratch);
    return diags->errors > errors || !root || !whole ? -1 : 0;
}

// ---- writing ----------------------------------------------------------------------------------

// Words that other readers of YAML take for something else than text stand in quotes; yes and no
// are plain words of this format.
static bool is_plain(const char *text)
{
    static const char *const odd[] = {"true", "false", "null", "on", "off", "y", "n"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        if (!strcmp(text, odd[i]))
            return false;
    size_t len = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");
    return len && !text[len] && text[0] != '-' && text[0] != '.';
}

static void put_scalar(struct text *out, const char *text)
{
    if (is_plain(text)) {
        text_add(out, text);
        return;
    }
    text_char(out, '"');
    for (size_t i = 0, step, len = strlen(text); i < len; i += step) {
        uint32_t c;
        step = utf8_decode(text + i, len - i, &c);
        if (c == '"' || c == '\\')
            text_printf(out, "\\%c", (char)c);
        else if (c == '\n')
            text_add(out, "\\n");
        else
            text_bytes(out, text + i, step);
    }
    text_char(out, '"');
}

// One that a hand wrote can hold anything, also what would end it.
static void put_key(struct text *out, const char *key)
{
    put_scalar(out, key);
    text_char(out, ':');
}

static void put_children(struct text *out, const struct doc_node *node, int indent);

// A value behind "key:" or "-": a text on the same line, else lines below. An empty list is an
// empty text: it says "none".
static void put_value(struct text *out, const struct doc_node *node, int indent)
{
    if (node->kind == DOC_TEXT || !node->first) {
        text_char(out, ' ');
        put_scalar(out, node->text);
        text_char(out, '\n');
        return;
    }
    text_char(out, '\n');
    put_children(out, node, indent + 2);
}

static void put_children(struct text *out, const struct doc_node *node, int indent)
{
    for (const struct doc_node *child = node->first; child; child = child->next) {
        if (node->kind == DOC_MAP && child->kind == DOC_MAP && !child->first)
            continue; // nothing in it; of a list it is still one more
        text_repeat(out, ' ', (size_t)indent);
        if (node->kind == DOC_LIST && child->kind == DOC_MAP &&
            child->first) { // "- first: …" and the others below it
            struct text item = TEXT_INIT;
            put_children(&item, child, indent + 2);
            text_add(out, "- ");
            text_add(out, text_str(&item) + indent + 2);
            text_release(&item);
            continue;
        }
        if (node->kind == DOC_LIST)
            text_char(out, '-');
        else
            put_key(out, child->key);
        put_value(out, child, indent);
    }
}

void doc_write(const struct doc *doc, struct text *out)
{
    put_children(out, doc->root, 0);
}

// What a terminal would obey the reader refuses, also as an escape.
static bool is_quiet(const char *text)
{
    uint32_t c = 0;
    for (size_t i = 0, len = strlen(text); i < len;) {
        i += utf8_decode(text + i, len - i, &c);
        if (c != '\n' && utf8_steers(c))
            return false;
    }
    return true;
}

static bool fits(const struct doc_node *node, int depth, int *nodes)
{
    int keys = 0;
    for (const struct doc_node *child = node->first; child; child = child->next, keys++) {
        *nodes += node->kind == DOC_MAP ? 2 : 1; // the reader counts a key as one
        if (*nodes > YAML_MAX_NODES || depth >= YAML_MAX_DEPTH ||
            strlen(child->text) > YAML_MAX_STRING || !is_quiet(child->text) ||
            (node->kind == DOC_MAP &&
             (keys >= YAML_MAX_KEYS || strlen(child->key) > MAX_KEY || !is_quiet(child->key))) ||
            !fits(child, depth + 1, nodes))
            return false;
    }
    return true;
}

bool doc_fits(const struct doc *doc)
{
    struct text out = TEXT_INIT;
    int nodes = 1;
    doc_write(doc, &out);
    bool good = out.len < YAML_MAX_FILE && fits(doc->root, 1, &nodes);
    text_release(&out);
    return good;
}

// ---- looking and changing ---------------------------------------------------------------------

static struct doc_node *find(const struct doc_node *map, const char *key)
{
    for (struct doc_node *n = map->kind == DOC_MAP ? map->first : NULL; n; n = n->next)
        if (!strcmp(n->key, key))
            return n;
    return NULL;
}

struct doc_node *doc_get(const struct doc_node *map, const char *key)
{
    return map ? find(map, key) : NULL;
}

const char *doc_text(const struct doc_node *map, const char *key)
{
    const struct doc_node *found = doc_get(map, key);
    return found && found->kind == DOC_TEXT ? found->text : "";
}

static void take_away(struct doc_node *map, const char *key)
{
    struct doc_node *before = NULL;
    for (struct doc_node *n = map->first; n; before = n, n = n->next) {
        if (strcmp(n->key, key) != 0)
            continue;
        *(before ? &before->next : &map->first) = n->next;
        if (map->last == n)
            map->last = before;
        return;
    }
}

void doc_set(struct doc *doc, struct doc_node *map, const char *key, const char *text)
{
    struct doc_node *found = find(map, key);
    if (!text) {
        take_away(map, key);
    } else if (found) {
        doc_clear(found);
        found->kind = DOC_TEXT;
        found->text = arena_strdup(&doc->arena, text);
    } else {
        append(map, new_node(doc, DOC_TEXT, key, text));
    }
}

struct doc_node *doc_need(struct doc *doc, struct doc_node *map, enum doc_kind kind,
                          const char *key)
{
    struct doc_node *found = find(map, key);
    if (!found) {
        found = new_node(doc, kind, key, NULL);
        append(map, found);
    } else if (found->kind != kind) {
        doc_clear(found);
        found->kind = kind;
        found->text = "";
    }
    return found;
}

struct doc_node *doc_add(struct doc *doc, struct doc_node *list, enum doc_kind kind,
                         const char *text)
{
    struct doc_node *node = new_node(doc, kind, NULL, text);
    append(list, node);
    return node;
}

void doc_clear(struct doc_node *node)
{
    node->first = node->last = NULL;
}

int doc_count(const struct doc_node *node)
{
    int n = 0;
    for (const struct doc_node *child = node ? node->first : NULL; child; child = child->next)
        n++;
    return n;
}
