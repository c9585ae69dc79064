// SPDX-License-Identifier: MIT
// Fuzz target: a name in every format that a result is written in. Text and HTML are valid UTF-8
// without control characters, lines keep their width, HTML has no tag and no character reference
// but its own, a calendar keeps the form of RFC 5545.
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "engine/engine.h"
#include "pack/read/load.h"
#include "paper/format.h"

enum { DAY = 20261123, WIDTH = 72 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct pack *pages(void)
{
    static const struct pack *pack;
    struct text path = TEXT_INIT;
    struct diags diags;
    const char *src = getenv("TANU_SRC");
    if (pack)
        return pack;
    text_printf(&path, "%s/tests/packs/pages", src ? src : ".");
    diags_init(&diags);
    pack = pack_load(text_str(&path), 0, &diags);
    diags_release(&diags);
    text_release(&path);
    if (!pack)
        exit(1);
    return pack;
}

static void must(bool so)
{
    if (!so)
        abort();
}

static void check_words(const struct text *out)
{
    must(utf8_valid(text_str(out), out->len, NULL) == UTF8_OK && strlen(text_str(out)) == out->len);
    for (const char *c = text_str(out); *c; c++)
        must((unsigned char)*c >= ' ' || *c == '\n' || *c == '\r');
}

static void check_text(const struct text *out)
{
    for (const char *line = text_str(out), *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        must(end && utf8_width_n(line, (size_t)(end - line)) <= WIDTH);
    }
}

// Every < opens or closes one of our elements.
static void check_html(const struct text *out)
{
    static const char *const ours[] = {"!D", "ht", "he", "me", "ti", "st", "bo", "ma", "h1", "h2",
                                       "h3", "p>", "p ", "ul", "li", "dl", "dt", "dd", "sp", "a ",
                                       "a>", "ta", "th", "tr", "td", "tb", "di", "sv", "re", "te"};
    for (const char *c = strchr(text_str(out), '<'); c; c = strchr(c + 1, '<')) {
        const char *name = c[1] == '/' ? c + 2 : c + 1;
        bool known = false;
        for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
            known |= !strncmp(name, ours[i], 2);
        must(known);
    }
    must(!strstr(text_str(out), "<script") && !strstr(text_str(out), "=\"javascript:"));
}

static void check_ics(const struct text *out)
{
    int begun = 0;
    for (const char *line = text_str(out), *end; *line; line = end + 2) {
        end = strstr(line, "\r\n");
        must(end && end - line <= 75 && !memchr(line, '\n', (size_t)(end - line)));
        begun += !strncmp(line, "BEGIN:", 6) - !strncmp(line, "END:", 4);
        must(begun >= 0 && begun <= 3);
    }
    must(begun == 0);
}

static void check(const struct format *format, struct report *report)
{
    struct text out = TEXT_INIT;
    const char *why = NULL;
    if (!format->write(&out, report, &why)) {
        check_words(&out);
        if (!strcmp(format->name, "text"))
            check_text(&out);
        else if (!strcmp(format->name, "html"))
            check_html(&out);
        else if (!strcmp(format->name, "ics"))
            check_ics(&out);
    }
    text_release(&out);
}

static void write_all_formats(const struct ground *g)
{
    size_t count;
    const struct format *rows = format_rows(&count);
    struct report report = {.ground = g, .width = WIDTH, .name = "", .head = "", .n_pages = 1};
    report.pages[0] = page_report(g);
    for (size_t i = 0; i < count; i++)
        if (!(rows[i].flags & FORMAT_BINARY))
            check(&rows[i], &report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct engine *engine;
    static struct assessment a;
    static struct answers answers;
    static struct i18n i18n;
    const struct pack *pack = pages();
    struct arena arena;
    int32_t q = pack->q_institution;
    if (!engine) {
        engine = engine_new(pack, DAY);
        i18n_init(&i18n, "en", "");
        i18n_assume_utf8(&i18n);
        i18n_set_pack(&i18n, pack, NULL);
    }
    arena_init(&arena);
    char *words = arena_strndup(&arena, (const char *)data, size);
    answers = (struct answers){.ticks = NULL};
    if (q >= 0 && utf8_valid(words, strlen(words), NULL) == UTF8_OK &&
        answer_read_text(&pack->questions[q], words, strlen(words), &answers.of[q]) ==
            ANSWER_TEXT_GOOD) {
        assess(engine, &answers, ASSESS_FULL, &a);
        write_all_formats(&(struct ground){.arena = &arena,
                                           .i18n = &i18n,
                                           .pack = pack,
                                           .engine = engine,
                                           .as_of = DAY,
                                           .answers = &answers,
                                           .assessment = &a});
    }
    arena_release(&arena);
    return 0;
}
