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
        diag_error(r->diags, "missing-content", (struct place){.file = r->path},
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

// What loads nothing and runs nothing, and what may be said about it.
static const char *const elements[] = {
    "a",  "address", "b",     "br",   "center", "div", "em",  "figure", "footer", "h1", "h2",
    "h3", "h4",      "h5",    "h6",   "header", "hr",  "i",   "img",    "li",     "ol", "p",
    "s",  "section", "small", "span", "strong", "sub", "sup", "table",  "tbody",  "td", "tfoot",
    "th", "thead",   "tr",    "u",    "ul",     NULL};
static const char *const attributes[] = {"align", "alt",   "class",  "colspan", "dir",     "height",
                                         "href",  "id",    "lang",   "role",    "rowspan", "src",
                                         "style", "title", "valign", "width",   NULL};
static const char *const addresses[] = {"http://", "https://", "mailto:", "tel:", NULL};
static const char *const pictures[] = {"data:image/", NULL};

static bool is_one_of(const char *const *words, const char *name, size_t len)
{
    for (; *words; words++)
        if (strlen(*words) == len && !strncasecmp(*words, name, len))
            return true;
    return false;
}

static bool begins_with_one_of(const char *const *words, const char *value)
{
    for (; *words; words++)
        if (!strncasecmp(value, *words, strlen(*words)))
            return true;
    return false;
}

// A style that names nothing to load, also not by signs that stand for others.
static bool is_plain_style(const char *value, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (strchr("\\&@(", value[i]))
            return false;
    return true;
}

static size_t name_length(const char *name)
{
    size_t len = 0;
    while ((name[len] | 0x20) >= 'a' && (name[len] | 0x20) <= 'z')
        len++;
    while (len && name[len] >= '0' && name[len] <= '9')
        len++;
    return len;
}

// NULL, after saying that this has no place there.
static const char *refuse(const struct template *r, const char *at, size_t len)
{
    diag_error(r->diags, "bad-markup", place_at(r, (size_t)(at - r->bytes)),
               "\"%.*s\" has no place in a letterhead: it is a part of a page that loads nothing "
               "and runs nothing",
               len < 40 ? (int)len : 40, at);
    return NULL;
}

static bool is_value(const struct template *r, const char *name, size_t name_len, const char *value,
                     size_t len)
{
    if (is_one_of((const char *const[]){"src", NULL}, name, name_len) &&
        !begins_with_one_of(pictures, value)) {
        diag_error(r->diags, "bad-markup", place_at(r, (size_t)(name - r->bytes)),
                   "a picture stands in the letterhead itself: src=\"data:image/…\"");
        return false;
    }
    bool href = is_one_of((const char *const[]){"href", NULL}, name, name_len);
    bool style = is_one_of((const char *const[]){"style", NULL}, name, name_len);
    const char *content = strstr(value, "{content}");
    bool good = (!href || begins_with_one_of(addresses, value)) &&
                (!style || is_plain_style(value, len)) && (!content || content >= value + len);
    if (!good)
        refuse(r, name, (size_t)(value + len - name));
    return good;
}

// Behind an attribute.
static const char *take_attribute(const struct template *r, const char *name)
{
    static const char blanks[] = " \n";
    size_t len = name_length(name);
    if (!is_one_of(attributes, name, len))
        return refuse(r, name, len ? len : strcspn(name, blanks));
    const char *at = name + len + strspn(name + len, blanks);
    if (*at != '=')
        return name + len;
    at += 1 + strspn(at + 1, blanks);
    const char *end = *at == '"' || *at == '\'' ? strchr(at + 1, *at) : NULL;
    if (!end) {
        diag_error(r->diags, "bad-markup", place_at(r, (size_t)(at - r->bytes)),
                   "what is said about an element stands in quotes: width=\"40\"");
        return NULL;
    }
    return is_value(r, name, len, at + 1, (size_t)(end - at - 1)) ? end + 1 : NULL;
}

// Behind the element that begins or ends there.
static const char *take_tag(const struct template *r, const char *tag)
{
    const char *name = tag + 1 + (tag[1] == '/');
    size_t len = name_length(name);
    if (!is_one_of(elements, name, len))
        return refuse(r, tag, len + (size_t)(name - tag));
    for (const char *at = name + len;;) {
        at += strspn(at, " \n/");
        if (*at == '>')
            return at + 1;
        if (!*at)
            return refuse(r, tag, len + (size_t)(name - tag));
        at = take_attribute(r, at);
        if (!at)
            return NULL;
    }
}

static bool check_markup(const struct template *r)
{
    bool good = true;
    for (const char *at = strchr(r->bytes, '<'); at; at = strchr(at, '<')) {
        const char *behind = take_tag(r, at);
        good &= behind != NULL;
        at = behind ? behind : at + 1;
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

// Lines of plain text keep their width also where a title or a day made them longer.
static const char *fitted(struct arena *arena, const char *words)
{
    struct text out = TEXT_INIT;
    for (size_t len; *words; words += len + (words[len] == '\n')) {
        len = strcspn(words, "\n");
        const char *line = arena_strndup(arena, words, len);
        bool fits = utf8_width_n(line, len) <= LETTERHEAD_WIDTH;
        struct utf8_lines lines = utf8_wrap(arena, fits ? "" : line, LETTERHEAD_WIDTH);
        for (size_t i = 0; i < lines.count && !fits; i++) {
            text_add(&out, i ? "\n" : "");
            text_bytes(&out, line + lines.line[i].start, lines.line[i].len);
        }
        text_add(&out, fits ? line : "");
        text_add(&out, words[len] ? "\n" : "");
    }
    const char *all = arena_strndup(arena, text_str(&out), out.len);
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
    words = h->html ? words : fitted(m->g->arena, words);
    struct block *b = page_add(&m->b, BLOCK_LINES, h->html ? "" : words);
    b->detail = h->html ? words : "";
}
