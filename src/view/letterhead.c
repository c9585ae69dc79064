// SPDX-License-Identifier: MIT
// Letterheads; see letterhead.h.
#include "view/letterhead.h"

#include <string.h>
#include <strings.h>

#include "base/html.h"
#include "base/text.h"
#include "base/utf8.h"
#include "view/parts.h"

static const char *const known[] = {"content", "title", "date"};
enum { KNOWN = sizeof known / sizeof *known };

struct template
{
    const char *path, *bytes;
    size_t len;
    struct diags *diags;
};

// Line and column of a byte.
static struct place place_at(const struct template *r, size_t at)
{
    size_t start = at;
    int line = 1;
    while (start && r->bytes[start - 1] != '\n')
        start--;
    for (size_t i = 0; i < start; i++)
        line += r->bytes[i] == '\n';
    int column = 1;
    for (size_t i = start; i < at; i++)
        column += (r->bytes[i] & 0xC0) != 0x80;
    return (struct place){r->path, line, column};
}

// ---- placeholders -------------------------------------------------------------------------------

// The length of the name in braces at `brace`; 0: the brace stands for itself.
static size_t name_in(const char *brace)
{
    size_t len = strspn(brace + 1, "abcdefghijklmnopqrstuvwxyz_");
    return brace[1 + len] == '}' ? len : 0;
}

static bool is(const char *name, size_t len, const char *word)
{
    return strlen(word) == len && !memcmp(name, word, len);
}

static bool is_known(const char *name, size_t len)
{
    for (int i = 0; i < KNOWN; i++)
        if (is(name, len, known[i]))
            return true;
    return false;
}

// Where {content} stands; NULL after saying what is wrong with the names.
static const char *find_content(const struct template *r)
{
    const char *content = NULL;
    bool good = true;
    for (const char *p = strchr(r->bytes, '{'); p; p = strchr(p + 1, '{')) {
        size_t len = name_in(p);
        if (!len)
            continue;
        struct place place = place_at(r, (size_t)(p - r->bytes));
        if (!is_known(p + 1, len)) {
            diag_error(r->diags, "bad-placeholder", place,
                       "there is no placeholder {%.*s}; known are {content}, {title} and {date}",
                       len < 40 ? (int)len : 40, p + 1);
            good = false;
        } else if (is(p + 1, len, "content") && content) {
            diag_error(r->diags, "bad-placeholder", place, "{content} stands here a second time");
            good = false;
        } else if (is(p + 1, len, "content")) {
            content = p;
        }
    }
    if (good && !content)
        diag_error(r->diags, "missing-content", (struct place){r->path, 0, 0},
                   "a letterhead needs {content} where the letter stands");
    return good ? content : NULL;
}

// ---- what may stand there -----------------------------------------------------------------------

static bool check_letters(const struct template *r)
{
    size_t at = 0;
    if (utf8_check(r->bytes, r->len, UTF8_ALLOW_NEWLINE, &at) == UTF8_OK)
        return true;
    diag_error(r->diags, "bad-character", place_at(r, at),
               "this is no text in UTF-8, or an invisible or control character; tabs are none too");
    return false;
}

static bool check_lines(const struct template *r)
{
    bool good = true;
    for (size_t at = 0; at < r->len;) {
        size_t len = strcspn(r->bytes + at, "\n");
        if (utf8_width_n(r->bytes + at, len) > LETTERHEAD_WIDTH) {
            diag_error(r->diags, "line-too-long", place_at(r, at),
                       "a line of a letterhead has at most %d characters", LETTERHEAD_WIDTH);
            good = false;
        }
        at += len + 1;
    }
    return good;
}

static const char *find_caseless(const char *text, const char *word)
{
    for (size_t len = strlen(word); *text; text++)
        if (!strncasecmp(text, word, len))
            return text;
    return NULL;
}

// A picture stands in the file itself.
static bool is_inside(const char *src)
{
    src += strcspn(src, "=") + 1;
    src += strspn(src, "\"'");
    return !strncasecmp(src, "data:image/", 11);
}

static bool check_markup(const struct template *r)
{
    static const char *const refused[] = {"<html",   "<head>",  "<head ", "<body",       "<script",
                                          "<iframe", "<object", "<embed", "<link",       "<meta",
                                          "<base",   "@import", "url(",   "javascript:", "<!"};
    bool good = true;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const char *at = find_caseless(r->bytes, refused[i]);
        if (!at)
            continue;
        diag_error(r->diags, "bad-markup", place_at(r, (size_t)(at - r->bytes)),
                   "\"%s\" has no place in a letterhead: it is a part of a page that loads nothing "
                   "and runs nothing",
                   refused[i]);
        good = false;
    }
    for (const char *at = r->bytes; (at = find_caseless(at, "src=")); at++)
        if (!is_inside(at)) {
            diag_error(r->diags, "bad-markup", place_at(r, (size_t)(at - r->bytes)),
                       "a picture stands in the letterhead itself: src=\"data:image/…\"");
            good = false;
        }
    return good;
}

// ---- reading ------------------------------------------------------------------------------------

// Without the empty lines at both ends.
static const char *part(struct arena *arena, const char *bytes, size_t len)
{
    while (len && (bytes[0] == '\n'))
        bytes++, len--;
    while (len && (bytes[len - 1] == '\n' || bytes[len - 1] == ' '))
        len--;
    return arena_strndup(arena, bytes, len);
}

static bool is_html(const char *path)
{
    size_t len = strlen(path);
    return len > 5 && !strcasecmp(path + len - 5, ".html");
}

int letterhead_parse(struct letterhead *h, const char *path, const char *bytes, size_t len,
                     struct arena *arena, struct diags *diags)
{
    const struct template r = {path, bytes, len, diags};
    *h = (struct letterhead){.html = is_html(path)};
    bool words = check_letters(&r), good = words && (h->html ? check_markup(&r) : check_lines(&r));
    const char *content = words ? find_content(&r) : NULL;
    diags_set_sources(diags, path, bytes, len);
    diags_sort(diags);
    if (!good || !content)
        return -1;
    const char *behind = content + sizeof "{content}" - 1;
    h->head = part(arena, bytes, (size_t)(content - bytes));
    h->foot = part(arena, behind, len - (size_t)(behind - bytes));
    return 0;
}

// ---- on the page --------------------------------------------------------------------------------

static const char *filled(const struct making *m, const char *words, bool html)
{
    struct text out = TEXT_INIT;
    const char *date = say_date(m->g->arena, m->g->as_of);
    while (*words) {
        size_t plain = strcspn(words, "{"), len = words[plain] ? name_in(words + plain) : 0;
        const char *name = words + plain + 1;
        if (len) {
            text_bytes(&out, words, plain);
            const char *value = is(name, len, "date") ? date : m->b.page.title;
            html ? html_escape(&out, value) : text_add(&out, value);
            words += plain + len + 2;
        } else {
            plain += words[plain] != '\0'; // the brace stands for itself
            text_bytes(&out, words, plain);
            words += plain;
        }
    }
    const char *all = arena_strndup(m->g->arena, text_str(&out), out.len);
    text_release(&out);
    return all;
}

void make_letterhead(struct making *m, bool foot)
{
    const struct letterhead *h = m->g->letterhead;
    const char *words = !h ? "" : foot ? h->foot : h->head;
    if (!*words)
        return;
    words = filled(m, words, h->html);
    struct block *b = page_add(&m->b, BLOCK_LINES, h->html ? "" : words);
    b->detail = h->html ? words : "";
}
