// SPDX-License-Identifier: MIT
// Official words of a language, and words that stand nowhere in it: DIR/LANG.tsv, one term a line
// in four columns (English term, term, source, forbidden words with "|" between them); see parts.h.
#include "check/parts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/file.h"
#include "base/utf8.h"

enum { MOST_BYTES = 256 * 1024, COLUMNS = 4, CASES = 2 };

// Forbidden words, as they are written and as they begin a sentence.
struct forbidden {
    const char *words[CASES];
    const char *english, *term, *source;
    struct forbidden *next;
};

struct terms {
    struct check_report *report;
    struct arena *arena;
    const char *path;
    struct forbidden *first, **last;
};

// ---- reading ------------------------------------------------------------------------------------

static const char *with_capital(struct arena *arena, const char *words)
{
    uint32_t c;
    char capital[4];
    size_t small = utf8_decode(words, strlen(words), &c);
    size_t length = utf8_encode(capital, uc_toupper(c));
    return arena_printf(arena, "%.*s%s", (int)length, capital, words + small);
}

static void forbid(struct terms *t, char *const columns[COLUMNS])
{
    for (char *rest = columns[3], *words; (words = strsep(&rest, "|"));) {
        if (!*words)
            continue;
        struct forbidden *f = arena_alloc(t->arena, sizeof *f);
        *f = (struct forbidden){
            {words, with_capital(t->arena, words)}, columns[0], columns[1], columns[2], NULL};
        *t->last = f;
        t->last = &f->next;
    }
}

static void read_line(struct terms *t, char *line, int number)
{
    char *columns[COLUMNS];
    int n = 0;
    for (char *rest = line, *column; (column = strsep(&rest, "\t")); n++)
        if (n < COLUMNS)
            columns[n] = column;
    if (n == COLUMNS && *columns[0] && *columns[1] && *columns[2])
        forbid(t, columns);
    else
        check_add(t->report, "terms-syntax",
                  (struct place){arena_strdup(&t->report->arena, t->path), number, 1},
                  "a line has an English term, the term, its source and the forbidden words, with "
                  "a tab between them");
}

static void read_lines(struct terms *t, const char *bytes, size_t length)
{
    char *rest = arena_strndup(t->arena, bytes, length), *line;
    for (int number = 1; (line = strsep(&rest, "\n")); number++)
        if (*line && *line != '#')
            read_line(t, line, number);
}

// A language without a file has no terms.
static void read_terms(struct terms *t)
{
    size_t length = 0;
    char *bytes = file_read(t->path, MOST_BYTES, &length);
    if (bytes && utf8_check(bytes, length, UTF8_ALLOW_NEWLINE | UTF8_ALLOW_TAB, NULL) == UTF8_OK)
        read_lines(t, bytes, length);
    else if (bytes || errno != ENOENT)
        check_add(t->report, "terms-syntax",
                  (struct place){arena_strdup(&t->report->arena, t->path), 1, 1},
                  "the file of terms cannot be read: %s",
                  bytes ? "it is not UTF-8" : strerror(errno));
    free(bytes);
}

// ---- looking ------------------------------------------------------------------------------------

// Words begin where a word begins; what follows them may be an ending.
static bool stands_in(const char *words, const char *text)
{
    uint32_t before;
    for (const char *at = text; (at = strstr(at, words)); at++) {
        size_t first = utf8_prev(text, strlen(text), (size_t)(at - text));
        if (at == text)
            return true;
        utf8_decode(text + first, (size_t)(at - text) - first, &before);
        if (!uc_is_alpha(before))
            return true;
    }
    return false;
}

static void look(struct terms *t, const struct po_entry *entry)
{
    for (const struct forbidden *f = t->first; f; f = f->next)
        if (stands_in(f->words[0], entry->words) || stands_in(f->words[1], entry->words))
            check_add(t->report, "forbidden-term",
                      (struct place){arena_strdup(&t->report->arena, entry->file), entry->line, 1},
                      "the translation of %s says \"%s\"; for \"%s\" write \"%s\" (%s)",
                      entry->context, f->words[0], f->english, f->term, f->source);
}

void terms_check(struct check_report *report, const char *language, const struct po *po,
                 struct arena *arena)
{
    if (!report->terms)
        return;
    struct terms t = {.report = report,
                      .arena = arena,
                      .path = arena_printf(arena, "%s/%s.tsv", report->terms, language)};
    t.last = &t.first;
    read_terms(&t);
    for (size_t i = 0; i < po->n; i++)
        if (!po->entries[i].fuzzy)
            look(&t, &po->entries[i]);
}
