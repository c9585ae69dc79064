// SPDX-License-Identifier: MIT
// Fuzz target: letterheads, as others write them; the first byte says whether it is HTML. What is
// taken stands around a page in text and HTML: lines keep their width, and what a browser would
// read of it has no element that runs or loads something. What is refused says why.
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "paper/format.h"
#include "tiny.h"
#include "view/letterhead.h"

enum { WIDTH = LETTERHEAD_WIDTH };

static void must(bool so)
{
    if (!so)
        abort();
}

static bool begins(const char *text, const char *word)
{
    return !strncasecmp(text, word, strlen(word));
}

// One attribute as a browser reads it, and where the next begins.
static const char *read_attribute(const char *at)
{
    const char *name = at, *value;
    size_t len = strcspn(at, " \n=/>"), room;
    at += len + strspn(at + len, " \n");
    if (*at != '=')
        return at;
    at += 1 + strspn(at + 1, " \n");
    char quote = *at == '"' || *at == '\'' ? *at++ : 0;
    value = at;
    room = quote ? strcspn(at, quote == '"' ? "\"" : "'") : strcspn(at, " \n>");
    must(quote && value[room] == quote);
    must(len > 2 && !begins(name, "on") && !begins(name, "srcset"));
    must(!begins(name, "src") || begins(value, "data:image/"));
    must(!begins(name, "href") || begins(value, "http") || begins(value, "mailto:") ||
         begins(value, "tel:"));
    must(!begins(name, "style") || (!memchr(value, '(', room) && !memchr(value, '\\', room)));
    return value + room + 1;
}

static void read_markup(const char *html)
{
    static const char *const bad[] = {"script", "style",  "link",   "meta",  "base", "iframe",
                                      "object", "embed",  "svg",    "math",  "form", "input",
                                      "video",  "audio",  "source", "track", "body", "html",
                                      "head>",  "portal", "frame",  "!",     "?",    NULL};
    for (const char *at = strchr(html, '<'); at; at = strchr(at, '<')) {
        const char *name = at + 1 + (at[1] == '/');
        for (int i = 0; bad[i]; i++)
            must(!begins(name, bad[i]));
        at = name + strcspn(name, " \n/>");
        for (at += strspn(at, " \n/"); *at && *at != '>'; at += strspn(at, " \n/"))
            at = read_attribute(at);
        must(*at == '>');
    }
}

static void check_lines(const struct text *out)
{
    for (const char *line = text_str(out), *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        must(end && utf8_width_n(line, (size_t)(end - line)) <= WIDTH);
    }
}

static void put_around(const struct letterhead *head)
{
    static const struct case_summary summary = {.name = "A1", .next = ""};
    static struct answers answers;
    static struct assessment assessment;
    static struct i18n i18n;
    struct arena arena;
    arena_init(&arena);
    if (!i18n.pack) {
        i18n_init(&i18n, "en", "");
        i18n_assume_utf8(&i18n);
        i18n_set_pack(&i18n, fuzz_pack(), NULL);
        assess(fuzz_engine(), &answers, ASSESS_FULL, &assessment);
    }
    const struct ground ground = {.arena = &arena,
                                  .i18n = &i18n,
                                  .pack = fuzz_pack(),
                                  .engine = fuzz_engine(),
                                  .as_of = FUZZ_DAY,
                                  .answers = &answers,
                                  .assessment = &assessment,
                                  .letterhead = head};
    struct report report = {
        .ground = &ground, .width = WIDTH, .name = "", .head = "", .n_pages = 1};
    report.pages[0] = page_summary(&ground, &summary);
    size_t count;
    const struct format *rows = format_rows(&count);
    for (size_t i = 0; i < count; i++) {
        struct text out = TEXT_INIT;
        const char *why = NULL;
        bool read = !(rows[i].flags & FORMAT_BINARY) && rows[i].flags & FORMAT_PAPER &&
                    format_holds(&rows[i], head) && !rows[i].write(&out, &report, &why);
        must(!read || utf8_valid(text_str(&out), out.len, NULL) == UTF8_OK);
        if (read && !strcmp(rows[i].name, "text"))
            check_lines(&out);
        text_release(&out);
    }
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct letterhead head;
    struct diags diags;
    struct arena arena;
    if (!size)
        return 0;
    bool html = data[0] & 1;
    arena_init(&arena);
    diags_init(&diags);
    const char *bytes = arena_strndup(&arena, (const char *)data + 1, size - 1);
    int status =
        letterhead_parse(&head, html ? "a.html" : "a.txt", bytes, size - 1, &arena, &diags);
    must((status != 0) == (diags.errors > 0));
    if (!status) {
        must(head.html == html);
        if (html)
            read_markup(bytes);
        put_around(&head);
    }
    diags_release(&diags);
    arena_release(&arena);
    return 0;
}
