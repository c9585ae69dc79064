// SPDX-License-Identifier: MIT
// A small reader of .po files: context, text, translation, fuzzy or not. Plural forms, which texts
// of a pack never have, are refused. Sizes are bounded; see phrases.h.
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/oom.h"
#include "base/text.h"
#include "base/utf8.h"
#include "author/phrases.h"

enum { MAX_FILE = 4 << 20, MAX_FILES = 2000, MAX_ENTRIES = 200000 };

enum part { PART_NONE, PART_CONTEXT, PART_ID, PART_WORDS, PARTS };

struct reader {
    struct po *po;
    struct arena *arena;
    struct diags *diags;
    const char *path;
    int line, first_line;
    enum part part;
    struct text parts[PARTS];
    bool fuzzy, fuzzy_next, any;
};

static void fault(struct reader *r, const char *sentence)
{
    diag_error(r->diags, "po-syntax", (struct place){r->path, r->line, 1}, "%s", sentence);
}

static const char *kept(struct reader *r, enum part part)
{
    return arena_strdup(r->arena, text_str(&r->parts[part]));
}

// The header has neither context nor text.
static void finish_entry(struct reader *r)
{
    struct po *po = r->po;
    if (r->any && po->n == MAX_ENTRIES)
        fault(r, "more than 200,000 translations; split the pack");
    if (r->any && r->parts[PART_CONTEXT].len && po->n < MAX_ENTRIES) {
        if (po->n == po->room) {
            size_t room = po->room ? po->room * 2 : 512;
            po->entries = arena_grow(r->arena, po->entries, po->room, room, sizeof *po->entries);
            po->room = room;
        }
        po->entries[po->n] = (struct po_entry){.context = kept(r, PART_CONTEXT),
                                               .id = kept(r, PART_ID),
                                               .words = kept(r, PART_WORDS),
                                               .fuzzy = r->fuzzy,
                                               .file = r->path,
                                               .line = r->first_line};
        if (table_put(&po->by_context, po->entries[po->n].context, (int)po->n) >= 0)
            fault(r, "this context is translated already; keep one of the two");
        po->n++;
    }
    for (int i = 0; i < PARTS; i++)
        text_clear(&r->parts[i]);
    r->fuzzy = r->fuzzy_next;
    r->fuzzy_next = r->any = false;
    r->part = PART_NONE;
}

static char unescaped(char c)
{
    return c == 'n' ? '\n' : c == 't' ? '\t' : c == '"' || c == '\\' ? c : '\0';
}

// "…" from `s` to the end of the line.
static void read_string(struct reader *r, const char *s, const char *end)
{
    while (end > s && (end[-1] == ' ' || end[-1] == '\r'))
        end--;
    if (end - s < 2 || *s != '"' || end[-1] != '"' || r->part == PART_NONE) {
        fault(r, "a text in \"quotes\" is expected here");
        return;
    }
    for (const char *p = s + 1; p < end - 1; p++) {
        char c = *p;
        if (c == '"') {
            fault(r, "a quote inside a text is written \\\"");
            return;
        }
        if (c == '\\') {
            c = unescaped(*++p);
            if (!c || p >= end - 1) {
                fault(r, "after \\ one of n, t, \" and \\ is expected");
                return;
            }
        }
        text_char(&r->parts[r->part], c);
    }
}

// Does the line begin with the keyword and a space? Then *s moves behind it.
static bool keyword(const char **s, const char *end, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(end - *s) <= length || strncmp(*s, word, length) || (*s)[length] != ' ')
        return false;
    *s += length + 1;
    return true;
}

static void begin_entry(struct reader *r)
{
    if (r->any)
        finish_entry(r);
    r->any = true;
    r->fuzzy = r->fuzzy || r->fuzzy_next;
    r->fuzzy_next = false;
    r->first_line = r->line;
}

static void read_comment(struct reader *r, const char *s, const char *end)
{
    size_t length = (size_t)(end - s);
    if (length > 2 && s[1] == ',' && memmem(s, length, "fuzzy", 5))
        r->fuzzy_next = true;
}

static void read_line(struct reader *r, const char *s, const char *end)
{
    while (end > s && end[-1] == '\r')
        end--;
    if (s == end)
        return;
    if (*s == '#') {
        if (r->part == PART_WORDS)
            finish_entry(r);
        read_comment(r, s, end);
        return;
    }
    if (keyword(&s, end, "msgctxt")) {
        begin_entry(r);
        r->part = PART_CONTEXT;
    } else if (keyword(&s, end, "msgid")) {
        if (r->part != PART_CONTEXT)
            begin_entry(r);
        r->part = PART_ID;
    } else if (keyword(&s, end, "msgstr")) {
        r->part = PART_WORDS;
    } else if (*s != '"') {
        fault(r, "msgctxt, msgid, msgstr or a text in \"quotes\" is expected here; texts of a pack "
                 "have no plural forms");
        return;
    }
    read_string(r, s, end);
}

void po_read(struct po *po, const char *path, const char *contents, size_t length,
             struct arena *arena, struct diags *diags)
{
    struct reader r = {.po = po, .arena = arena, .diags = diags, .path = path};
    const char *end = contents + length;
    if (!po->by_context.arena)
        table_init(&po->by_context, arena);
    size_t bom = utf8_bom(contents, length);
    r.line = 1;
    if (utf8_valid(contents, length, NULL) != UTF8_OK) {
        fault(&r, utf8_is_16(contents, length) ? "this file is UTF-16; save it as UTF-8"
                                               : "this file is not UTF-8; save it as UTF-8");
        return;
    }
    if (bom)
        fault(&r, "the file begins with a byte order mark; save it as UTF-8 without BOM");
    r.line = 0;
    for (const char *s = contents + bom; s < end;) {
        const char *newline = memchr(s, '\n', (size_t)(end - s));
        const char *stop = newline ? newline : end;
        r.line++;
        read_line(&r, s, stop);
        s = stop + 1;
    }
    finish_entry(&r);
    for (int i = 0; i < PARTS; i++)
        text_release(&r.parts[i]);
}

// ---- files --------------------------------------------------------------------------------------

static char *slurp(const char *path, size_t *length, struct arena *arena)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return NULL;
    char *contents = NULL;
    *length = 0;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= MAX_FILE) {
        ssize_t got = 1;
        contents = arena_alloc(arena, (size_t)st.st_size + 1);
        while (*length < (size_t)st.st_size && got > 0) {
            got = read(fd, contents + *length, (size_t)st.st_size - *length);
            *length += got > 0 ? (size_t)got : 0;
        }
    }
    close(fd);
    return contents;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_po(const char *name)
{
    size_t length = strlen(name);
    return length > 3 && name[0] != '.' && !strcmp(name + length - 3, ".po");
}

bool po_read_folder(struct po *po, const char *path, struct arena *arena, struct diags *diags)
{
    DIR *dir = xopendir(path);
    if (!dir)
        return false;
    char **names = ARENA_ARRAY(arena, char *, MAX_FILES);
    size_t n = 0;
    for (const struct dirent *entry; n < MAX_FILES && (entry = readdir(dir));)
        if (is_po(entry->d_name))
            names[n++] = arena_printf(arena, "%s/%s", path, entry->d_name);
    if (n == MAX_FILES)
        diag_error(diags, "po-syntax", (struct place){.file = path},
                   "a folder of translations has at most %d files", MAX_FILES - 1);
    closedir(dir);
    qsort(names, n, sizeof *names, by_name);
    for (size_t i = 0; i < n; i++) {
        size_t length = 0;
        const char *contents = slurp(names[i], &length, arena);
        if (contents)
            po_read(po, names[i], contents, length, arena, diags);
        else
            diag_error(diags, "po-syntax", (struct place){.file = names[i]},
                       "this file cannot be read, or has more than 4 MiB");
    }
    return n > 0;
}
