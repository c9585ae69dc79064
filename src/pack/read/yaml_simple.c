// SPDX-License-Identifier: MIT
// See yaml_simple.h. When in doubt, return false: libyaml decides.
#include "pack/read/yaml_simple.h"

#include <string.h>

#include "base/arena.h"

enum { MAX_KEY = 100, WORDS = 64 };

struct level { // a collection that is open
    struct node *node;
    size_t indent; // of its keys or dashes
};

struct slice {
    const char *at, *end;
};

struct simple {
    const struct source_file *file;
    struct arena *arena;
    struct node *root;
    struct level stack[YAML_MAX_DEPTH];
    int depth, nodes;
    const char *key; // its value stands on the lines that follow; NULL: none waits
    struct pack_place key_place;
    uint32_t line; // the one being read
    char folded[YAML_MAX_STRING + 1];
    struct slice words[WORDS]; // keys met lately, NUL-terminated: there are only a few
};

static struct slice line_of(const struct simple *s, uint32_t line)
{
    const char *contents = s->file->contents;
    const char *end = line + 1 < s->file->n_lines ? contents + s->file->line_start[line + 1] - 1
                                                  : contents + s->file->length;
    return (struct slice){contents + s->file->line_start[line], end};
}

static size_t skip_blanks(struct slice *text)
{
    const char *from = text->at;
    while (text->at < text->end && *text->at == ' ')
        text->at++;
    return (size_t)(text->at - from);
}

static struct pack_place place_of(const struct simple *s, const char *at)
{
    // Before a value there are only ASCII characters, so bytes are columns.
    const char *start = s->file->contents + s->file->line_start[s->line];
    return (struct pack_place){
        .file = s->file->number, .column = (uint16_t)(at - start + 1), .line = s->line + 1};
}

// ---- the tree ----------------------------------------------------------------------------------

static bool hang(struct node *parent, struct node *child)
{
    if (parent->kind == NODE_MAP &&
        (node_get(parent, child->key) || parent->count == YAML_MAX_KEYS))
        return false;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->count++;
    return true;
}

// In the open collection; in a mapping it takes the key that waits. NULL over a limit.
static struct node *add(struct simple *s, enum node_kind kind, const char *at)
{
    struct node *node = ARENA_NEW(s->arena, struct node);
    node->kind = kind;
    node->text = "";
    node->place = place_of(s, at);
    s->nodes += s->key ? 2 : 1; // libyaml counts a key as one
    if (s->nodes > YAML_MAX_NODES)
        return NULL;
    if (!s->depth) {
        s->root = node;
        return node;
    }
    if (s->key) {
        node->key = s->key;
        node->key_place = s->key_place;
        s->key = NULL;
    }
    return hang(s->stack[s->depth - 1].node, node) ? node : NULL;
}

static bool open_collection(struct simple *s, enum node_kind kind, const char *at, size_t indent)
{
    struct node *node = s->depth < YAML_MAX_DEPTH ? add(s, kind, at) : NULL;
    if (node)
        s->stack[s->depth++] = (struct level){node, indent};
    return node;
}

static bool add_text(struct simple *s, enum node_style style, const char *place, struct slice text)
{
    size_t length = (size_t)(text.end - text.at);
    struct node *node = length <= YAML_MAX_STRING ? add(s, NODE_SCALAR, place) : NULL;
    if (!node)
        return false;
    node->text = arena_strndup(s->arena, text.at, length);
    node->length = (uint32_t)length;
    node->style = style;
    return true;
}

// ---- values ------------------------------------------------------------------------------------

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Nothing, or a remark.
static bool ends_here(struct slice rest)
{
    bool apart = skip_blanks(&rest) > 0;
    return rest.at == rest.end || (apart && *rest.at == '#');
}

static bool add_quoted(struct simple *s, struct slice text)
{
    char quote = *text.at;
    struct slice inner = {text.at + 1, text.at + 1};
    while (inner.end < text.end && *inner.end != quote)
        if (*inner.end++ == '\\' && quote == '"')
            return false;
    if (inner.end == text.end || !ends_here((struct slice){inner.end + 1, text.end}))
        return false;
    return add_text(s, quote == '"' ? STYLE_DOUBLE_QUOTED : STYLE_SINGLE_QUOTED, text.at, inner);
}

// The lines of a folded text, each as far in as the first one, become one line.
static bool add_folded(struct simple *s, const char *place, size_t parent)
{
    struct slice first = line_of(s, s->line + 1 < s->file->n_lines ? s->line + 1 : s->line);
    size_t indent = skip_blanks(&first), length = 0;
    char *text = s->folded;
    if (first.at == first.end || indent <= parent)
        return false;
    uint32_t line = s->line + 1;
    for (; line < s->file->n_lines; line++) {
        struct slice part = line_of(s, line);
        size_t in = skip_blanks(&part), more = (size_t)(part.end - part.at);
        if (in < indent && (more || !in))
            break;
        if (in != indent || !more || part.end[-1] == ' ' || length + more + 1 > YAML_MAX_STRING)
            return false;
        if (length)
            text[length++] = ' ';
        memcpy(text + length, part.at, more);
        length += more;
    }
    // After empty lines the text may go on; what comes next must stand further left.
    for (uint32_t next = line; next < s->file->n_lines; next++) {
        struct slice part = line_of(s, next);
        size_t in = skip_blanks(&part);
        if (part.at == part.end && in)
            return false;
        if (part.at < part.end && in >= indent)
            return false;
        if (part.at < part.end)
            break;
    }
    if (!add_text(s, STYLE_BLOCK, place, (struct slice){text, text + length}))
        return false;
    s->line = line - 1;
    return true;
}

static bool begins_plain(char c)
{
    return is_letter(c) || is_digit(c) || (c & 0x80) || c == '(' || c == '/' || c == '+' ||
           c == '<';
}

static bool add_plain(struct simple *s, struct slice text)
{
    if (!begins_plain(*text.at))
        return false;
    // What follows a blank and # is a remark; a colon that a blank follows belongs to a key.
    for (const char *p = text.at; (p = memchr(p, '#', (size_t)(text.end - p))); p++)
        if (p[-1] == ' ') {
            text.end = p;
            break;
        }
    for (const char *p = text.at; (p = memchr(p, ':', (size_t)(text.end - p))); p++)
        if (p + 1 == text.end || p[1] == ' ')
            return false;
    while (text.end > text.at && text.end[-1] == ' ')
        text.end--;
    return add_text(s, STYLE_PLAIN, text.at, text);
}

static bool add_value(struct simple *s, struct slice text, size_t parent)
{
    if (*text.at == '"' || *text.at == '\'')
        return add_quoted(s, text);
    if (text.end - text.at == 2 && memcmp(text.at, ">-", 2) == 0)
        return add_folded(s, text.at, parent);
    return add_plain(s, text);
}

// ---- lines -------------------------------------------------------------------------------------

static const char *key_word(struct simple *s, const char *at, size_t length)
{
    size_t place = ((size_t)at[0] * 5 + (size_t)at[length - 1] + length * 11) % WORDS;
    struct slice *word = &s->words[place];
    if ((size_t)(word->end - word->at) != length || memcmp(word->at, at, length) != 0) {
        word->at = arena_strndup(s->arena, at, length);
        word->end = word->at + length;
    }
    return word->at;
}

// Reads `word:` and leaves what follows the blanks behind it.
static bool take_key(struct simple *s, struct slice *text)
{
    const char *p = text->at;
    while (p < text->end && (is_letter(*p) || (p > text->at && (is_digit(*p) || *p == '-'))))
        p++;
    size_t length = (size_t)(p - text->at);
    if (!length || length > MAX_KEY || p == text->end || *p != ':' ||
        (p + 1 < text->end && p[1] != ' '))
        return false;
    s->key_place = place_of(s, text->at);
    s->key = key_word(s, text->at, length);
    text->at = p + 1;
    return true;
}

// The open collection is a mapping and `text` begins where its keys stand.
static bool take_entry(struct simple *s, struct slice text, size_t indent)
{
    if (!take_key(s, &text))
        return false;
    if (ends_here(text))
        return true; // the value follows
    skip_blanks(&text);
    return add_value(s, text, indent);
}

static bool take_item(struct simple *s, struct slice text, size_t indent)
{
    const char *dash = text.at++;
    indent += 1 + skip_blanks(&text);
    if (text.at == text.end || text.at == dash + 1 || *text.at == '#')
        return false;
    struct slice key = text;
    if (!take_key(s, &key))
        return add_value(s, text, indent);
    s->key = NULL;
    return open_collection(s, NODE_MAP, text.at, indent) && take_entry(s, text, indent);
}

static bool take_line(struct simple *s, struct slice text, size_t indent)
{
    bool dash = *text.at == '-';
    if (!s->depth || s->key) { // a collection begins: the file's, or the value of the key
        bool further = s->depth ? indent > s->stack[s->depth - 1].indent : indent == 0 && !dash;
        if (!further || !open_collection(s, dash ? NODE_LIST : NODE_MAP, text.at, indent))
            return false;
    }
    while (s->depth > 1 && s->stack[s->depth - 1].indent > indent)
        s->depth--;
    const struct level *top = &s->stack[s->depth - 1];
    if (top->indent != indent || dash != (top->node->kind == NODE_LIST))
        return false;
    return dash ? take_item(s, text, indent) : take_entry(s, text, indent);
}

struct node *yaml_simple(const struct source_file *file, struct arena *arena)
{
    struct simple s = {.file = file, .arena = arena};
    if (!file->length || file->contents[file->length - 1] != '\n')
        return NULL;
    for (; s.line + 1 < file->n_lines; s.line++) {
        struct slice text = line_of(&s, s.line);
        size_t indent = skip_blanks(&text);
        if (text.at == text.end || *text.at == '#')
            continue;
        if (!take_line(&s, text, indent))
            return NULL;
    }
    return s.key ? NULL : s.root;
}
