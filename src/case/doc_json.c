// SPDX-License-Identifier: MIT
// Documents and JSON; see doc_json.h. Depth, keys and lengths are bounded by what a case file may
// hold.
#include "case/doc_json.h"

#include <stdio.h>
#include <string.h>
#include "base/utf8.h"
#include "pack/read/yaml.h"

struct reader {
    struct doc *doc;
    const char *at, *end, *begin;
    char *why;
};

static int refuse(struct reader *r, const char *what)
{
    if (!r->why[0])
        snprintf(r->why, 160, "byte %zu: %s", (size_t)(r->at - r->begin) + 1, what);
    return -1;
}

static void skip(struct reader *r)
{
    while (r->at < r->end && strchr(" \t\r\n", *r->at) && *r->at)
        r->at++;
}

static bool take(struct reader *r, char c)
{
    skip(r);
    if (r->at >= r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

static int read_hex(struct reader *r, uint32_t *c)
{
    *c = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        const char *digits = "0123456789abcdef", *found;
        int letter = r->at < r->end ? (unsigned char)*r->at : 0;
        if (letter >= 'A' && letter <= 'F')
            letter += 'a' - 'A';
        if (!letter || !(found = strchr(digits, letter)))
            return refuse(r, "\\u wants four digits");
        *c = *c * 16 + (uint32_t)(found - digits);
    }
    return 0;
}

// Behind the backslash.
static int read_escape(struct reader *r, struct text *out)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    uint32_t c, low;
    const char *found = r->at < r->end && *r->at ? strchr(from, *r->at) : NULL;
    if (found) {
        text_char(out, to[found - from]);
        r->at++;
        return 0;
    }
    if (r->at >= r->end || *r->at++ != 'u' || read_hex(r, &c))
        return refuse(r, "an escape that JSON does not have");
    if (c >= 0xD800 && c < 0xDC00 && r->end - r->at >= 6 && r->at[0] == '\\' && r->at[1] == 'u') {
        r->at += 2;
        if (read_hex(r, &low))
            return -1;
        c = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00)
                                          : 0xFFFD;
    }
    if (!c)
        return refuse(r, "the character \\u0000 cannot be kept");
    char bytes[4];
    text_bytes(out, bytes, utf8_encode(bytes, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c));
    return 0;
}

static int read_string(struct reader *r, struct text *out)
{
    text_clear(out);
    if (!take(r, '"'))
        return refuse(r, "a string in quotes is expected here");
    while (r->at < r->end && *r->at != '"') {
        if (*r->at == '\\') {
            r->at++;
            if (read_escape(r, out))
                return -1;
            continue;
        }
        uint32_t c;
        size_t step = utf8_decode(r->at, (size_t)(r->end - r->at), &c);
        if ((unsigned char)*r->at < 0x20 || c == 0xFFFD)
            return refuse(r, "a character that cannot stand in a string");
        text_bytes(out, r->at, step);
        r->at += step;
    }
    if (r->at++ >= r->end)
        return refuse(r, "a string does not end");
    return out->len > YAML_MAX_STRING ? refuse(r, "a string is too long") : 0;
}

static int read_value(struct reader *r, struct doc_node *parent, const char *key, int depth);

static int read_members(struct reader *r, struct doc_node *map, int depth)
{
    struct text key = TEXT_INIT;
    int status = 0;
    if (take(r, '}'))
        return 0;
    do {
        status = read_string(r, &key);
        if (!status && (doc_get(map, text_str(&key)) || doc_count(map) >= YAML_MAX_KEYS))
            status = refuse(r, "a key stands here twice, or there are too many");
        if (!status && !take(r, ':'))
            status = refuse(r, "':' is expected here");
        if (!status)
            status = read_value(r, map, text_str(&key), depth);
    } while (!status && take(r, ','));
    text_release(&key);
    return status ? status : take(r, '}') ? 0 : refuse(r, "',' or '}' is expected here");
}

static int read_items(struct reader *r, struct doc_node *list, int depth)
{
    if (take(r, ']'))
        return 0;
    do
        if (read_value(r, list, NULL, depth))
            return -1;
    while (take(r, ','));
    return take(r, ']') ? 0 : refuse(r, "',' or ']' is expected here");
}

static struct doc_node *child_of(struct reader *r, struct doc_node *parent, const char *key,
                                 enum doc_kind kind, const char *text)
{
    if (!key)
        return doc_add(r->doc, parent, kind, text);
    if (kind != DOC_TEXT)
        return doc_need(r->doc, parent, kind, key);
    doc_set(r->doc, parent, key, text);
    return NULL;
}

static int read_word(struct reader *r, struct doc_node *parent, const char *key)
{
    char word[64];
    size_t len = strspn(r->at, "0123456789+-.eEtrufalsn");
    if (!len || len >= sizeof word)
        return refuse(r, "a value is expected here");
    snprintf(word, sizeof word, "%.*s", (int)len, r->at);
    r->at += len;
    child_of(r, parent, key, DOC_TEXT, word);
    return 0;
}

static int read_value(struct reader *r, struct doc_node *parent, const char *key, int depth)
{
    struct text words = TEXT_INIT;
    int status;
    if (depth >= YAML_MAX_DEPTH - 1)
        return refuse(r, "too deep");
    skip(r);
    if (take(r, '{'))
        return read_members(r, child_of(r, parent, key, DOC_MAP, NULL), depth + 1);
    if (take(r, '['))
        return read_items(r, child_of(r, parent, key, DOC_LIST, NULL), depth + 1);
    if (r->at < r->end && *r->at != '"')
        return read_word(r, parent, key);
    status = read_string(r, &words);
    if (!status)
        child_of(r, parent, key, DOC_TEXT, text_str(&words));
    text_release(&words);
    return status;
}

int doc_read_json(struct doc *doc, const char *bytes, size_t len, char why[160])
{
    struct reader r = {.doc = doc, .at = bytes, .begin = bytes, .end = bytes + len, .why = why};
    why[0] = '\0';
    if (!take(&r, '{'))
        return refuse(&r, "an object is expected here");
    if (read_members(&r, doc->root, 0))
        return -1;
    skip(&r);
    return r.at == r.end ? 0 : refuse(&r, "something follows the object");
}

void doc_write_json(const struct doc_node *node, struct text *out)
{
    if (node->kind == DOC_TEXT) {
        text_json(out, node->text);
        return;
    }
    text_char(out, node->kind == DOC_MAP ? '{' : '[');
    for (const struct doc_node *child = node->first; child; child = child->next) {
        if (child != node->first)
            text_char(out, ',');
        if (node->kind == DOC_MAP) {
            text_json(out, child->key);
            text_char(out, ':');
        }
        doc_write_json(child, out);
    }
    text_char(out, node->kind == DOC_MAP ? '}' : ']');
}
