// SPDX-License-Identifier: MIT
// See yaml_text.h. Texts are mostly ASCII: only lines with other bytes are looked at closely.
#include "pack/read/yaml_text.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "base/utf8.h"

enum { MAX_FAULTS = 50 }; // a file that is no text at all should not fill the report

void yaml_text_lines(struct source_file *file, struct arena *arena)
{
    const char *end = file->contents + file->length;
    uint32_t count = 1;
    for (const char *p = file->contents; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
        count++;
    uint32_t *start = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t line = 1;
    for (const char *p = file->contents; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
        start[line++] = (uint32_t)(p + 1 - file->contents);
    file->line_start = start;
    file->n_lines = count;
}

static uint32_t line_end(const struct source_file *file, uint32_t line)
{
    return line + 1 < file->n_lines ? file->line_start[line + 1] : (uint32_t)file->length;
}

static int characters(const char *s, size_t length)
{
    int count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)s[i] & 0xC0) != 0x80;
    return count;
}

static struct place place_of(const struct source_file *file, uint32_t line, size_t offset)
{
    const char *start = file->contents + file->line_start[line];
    return (struct place){file->path, (int)line + 1, characters(start, offset) + 1};
}

// Characters that utf8_check() lets pass but a pack does not hold.
static const char *unwanted(uint32_t c)
{
    if (c == 0x2028 || c == 0x2029)
        return "line and paragraph separators are not allowed; begin a new line";
    if ((c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF))
        return "pictures and emoji are not allowed; many terminals cannot show them";
    return NULL;
}

static const char *reason(enum utf8_fault fault, unsigned char byte)
{
    if (byte == '\t')
        return "tabs are not allowed; use two spaces";
    if (byte == '\r')
        return "carriage returns are not allowed; save the file with Unix line ends";
    if (byte == '\0')
        fault = UTF8_CONTROL;
    switch (fault) {
    case UTF8_CONTROL:
        return "control characters are not allowed";
    case UTF8_BIDI:
        return "characters that change the direction of text are not allowed";
    case UTF8_INVISIBLE:
        return "invisible characters (soft hyphen, zero width) are not allowed";
    default:
        return "this character is not assigned in Unicode";
    }
}

struct check {
    const struct source_file *file;
    struct diags *diags;
    int faults;
    bool readable;
};

static void load_fault_at(struct check *c, const char *code, uint32_t line, size_t offset,
                          const char *sentence)
{
    if (c->faults++ < MAX_FAULTS)
        diag_error(c->diags, code, place_of(c->file, line, offset), "%s", sentence);
}

static void check_characters(struct check *c, uint32_t line, const char *text, size_t length)
{
    size_t from = 0, bad = 0;
    enum utf8_fault fault;
    while (from < length && (fault = utf8_check(text + from, length - from, 0, &bad)) != UTF8_OK) {
        uint32_t character = 0;
        from += bad;
        bool invalid = fault == UTF8_INVALID;
        c->readable = c->readable && !invalid && fault != UTF8_CONTROL;
        load_fault_at(c, invalid ? "bad-utf8" : "bad-character", line, from,
                      invalid ? "this is not UTF-8; save the file as UTF-8"
                              : reason(fault, (unsigned char)text[from]));
        from += invalid ? 1 : utf8_decode(text + from, length - from, &character);
        if (invalid)
            return; // the rest of such a line would only repeat it
    }
}

static void check_other(struct check *c, uint32_t line, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t character = 0;
        size_t step = utf8_decode(text + at, length - at, &character);
        const char *why = unwanted(character);
        if (why)
            load_fault_at(c, "bad-character", line, at, why);
        at += step;
    }
}

static const char several_characters[] =
    "this letter is written as several characters; save the file in the form NFC";

// How many bytes stand before the first letter that is not in the form NFC.
static size_t composed_up_to(const char *text, size_t length)
{
    size_t normal_length = 0, same = 0;
    uint8_t *normal =
        u8_normalize(UNINORM_NFC, (const uint8_t *)text, length, NULL, &normal_length);
    if (!normal)
        return length;
    while (same < length && same < normal_length && (uint8_t)text[same] == normal[same])
        same++;
    free(normal);
    return same;
}

static void check_composed(struct check *c, uint32_t line, const char *text, size_t length)
{
    size_t at = composed_up_to(text, length);
    if (at < length)
        load_fault_at(c, "not-nfc", line, at, several_characters);
}

// The first character that steers a terminal, or `length`.
static size_t first_steering(const char *text, size_t length)
{
    for (size_t at = 0, step; at < length; at += step) {
        uint32_t c = 0;
        step = utf8_decode(text + at, length - at, &c);
        if (c != '\n' && utf8_steers(c))
            return at;
    }
    return length;
}

static void check_typed(struct check *c, uint32_t line, const char *text, size_t length)
{
    size_t bad = first_steering(text, length);
    if (utf8_valid(text, length, &bad) == UTF8_OK && bad == length)
        return;
    c->readable = false;
    bool white = bad < length && (text[bad] == '\t' || text[bad] == '\r');
    load_fault_at(c, "bad-character", line, bad,
                  white ? reason(UTF8_CONTROL, (unsigned char)text[bad])
                        : "this is no character that anybody can type");
}

static bool is_other(unsigned char c)
{
    return (c < 0x20 && c != '\n') | (c >= 0x7F);
}

// Where the first byte stands that is no printable ASCII and no newline. The loop without a branch
// is one that compilers turn into a few instructions for the whole block.
static size_t first_other(const char *s, size_t length)
{
    enum { BLOCK = 64 };
    size_t i = 0;
    for (; length - i >= BLOCK; i += BLOCK) {
        unsigned char found = 0;
        for (size_t k = 0; k < BLOCK; k++)
            found |= is_other((unsigned char)s[i + k]);
        if (found)
            break;
    }
    while (i < length && !is_other((unsigned char)s[i]))
        i++;
    return i;
}

// Letters that are in the form NFC whatever stands beside them, but for the marks that are looked
// at in full: Latin, Cyrillic without its combining marks, dashes and quotation marks.
static bool surely_composed(const char *s, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t c = 0;
        at += utf8_decode(s + at, length - at, &c);
        if (!(c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x48A && c < 0x500) ||
              (c >= 0x2010 && c < 0x2028)))
            return false;
    }
    return true;
}

int yaml_text_check(const struct source_file *file, struct diags *diags)
{
    struct check c = {.file = file, .diags = diags, .readable = true};
    uint32_t line = 0;
    size_t bom = utf8_bom(file->contents, file->length);
    if (utf8_is_16(file->contents, file->length)) {
        load_fault_at(&c, "bad-utf8", 0, 0, "this file is UTF-16; save it as UTF-8");
        return -1;
    }
    if (bom)
        load_fault_at(&c, "bad-character", 0, 0,
                      "the file begins with a byte order mark; save it as UTF-8 without BOM");
    for (size_t at = bom;
         (at += first_other(file->contents + at, file->length - at)) < file->length;) {
        while (line_end(file, line) <= at)
            line++;
        size_t start = line ? file->line_start[line] : bom;
        const char *text = file->contents + start;
        size_t length = line_end(file, line) - start;
        at = line_end(file, line);
        if (length > 0 && text[length - 1] == '\n')
            length--;
        int before = c.faults;
        if (file->typed) {
            check_typed(&c, line, text, length);
            continue;
        }
        check_characters(&c, line, text, length);
        if (c.faults == before) {
            check_other(&c, line, text, length);
            if (!surely_composed(text, length))
                check_composed(&c, line, text, length);
        }
    }
    return c.readable ? 0 : -1;
}

// Line feeds are all that a text in a block, or "\n", brings along.
int yaml_text_check_value(const struct place *place, const char *text, size_t length, bool typed,
                          struct diags *diags)
{
    const char *why = NULL;
    size_t at = 0;
    if (typed && first_steering(text, length) == length)
        return 0;
    enum utf8_fault fault = utf8_check(text, length, UTF8_ALLOW_NEWLINE, &at);
    if (fault)
        why = reason(fault, (unsigned char)text[at]);
    for (at = 0; !why && at < length;) {
        uint32_t c = 0;
        at += utf8_decode(text + at, length - at, &c);
        why = unwanted(c);
    }
    if (why)
        return diag_error(diags, "bad-character", *place, "%s (also not as an escape)", why);
    if (surely_composed(text, length) || composed_up_to(text, length) == length)
        return 0;
    return diag_error(diags, "not-nfc", *place, "%s", several_characters);
}

static bool blank(char c)
{
    return c == ' ' || c == '\n';
}

// Walks the source and the value side by side; blanks are folded, so they are skipped in both.
static const char *walk(const char *from, const char *end, const struct node *scalar,
                        uint32_t offset)
{
    const char *p = from;
    for (uint32_t i = 0; i <= offset && i <= scalar->length && p < end; i++) {
        char wanted = scalar->text[i];
        if (blank(wanted) && i < offset)
            continue;
        if (i == scalar->length)
            return p; // "at the end" is right behind the last character
        while (p < end && blank(*p))
            p++;
        if (p < end && *p == '\\' && scalar->style == STYLE_DOUBLE_QUOTED)
            p++;
        else if (p + 1 < end && *p == '\'' && p[1] == '\'' && scalar->style == STYLE_SINGLE_QUOTED)
            p++;
        if (i == offset)
            return p;
        p++;
    }
    return p;
}

// The same for a folded text, which mostly is its lines with a blank between two: a line at a time.
// NULL: walk.
static const char *walk_lines(const struct source_file *file, uint32_t line,
                              const struct node *scalar, uint32_t offset)
{
    for (uint32_t at = 0; line < file->n_lines; line++) {
        const char *p = file->contents + file->line_start[line];
        const char *end = file->contents + line_end(file, line);
        while (p < end && *p == ' ')
            p++;
        if (end > p && end[-1] == '\n')
            end--;
        uint32_t length = (uint32_t)(end - p);
        if (!length || at + length > scalar->length || memcmp(p, scalar->text + at, length) != 0)
            return NULL;
        if (offset < at + length)
            return p + (offset - at);
        at += length;
        if (offset == at || at == scalar->length || scalar->text[at++] != ' ')
            return NULL;
    }
    return NULL;
}

static struct pack_place place_in_line(const struct node *scalar, int further)
{
    struct pack_place place = scalar->place;
    int column = place.column + further;
    place.column = (uint16_t)(column < 65001 ? column : 65000);
    return place;
}

struct pack_place node_place_at(const struct source_file *file, const struct node *scalar,
                                uint32_t offset)
{
    uint32_t line = scalar->place.line - 1;
    if (!file->line_start || line >= file->n_lines)
        return scalar->place;
    const char *end = file->contents + file->length;
    const char *p = file->contents + file->line_start[line];
    for (int skip = scalar->place.column - 1; skip > 0 && p < end; p++)
        skip -= ((unsigned char)p[0] & 0xC0) != 0x80;
    while (p < end && ((unsigned char)*p & 0xC0) == 0x80)
        p++;
    if (scalar->style == STYLE_BLOCK)
        p = line + 1 < file->n_lines ? file->contents + file->line_start[line + 1] : end;
    else if (scalar->style != STYLE_PLAIN && p < end)
        p++;
    if (scalar->style == STYLE_PLAIN && offset < scalar->length && (size_t)(end - p) > offset &&
        memcmp(p, scalar->text, offset + 1) == 0) // on one line, which is the usual case
        return place_in_line(scalar, characters(p, offset));
    const char *found =
        scalar->style == STYLE_BLOCK ? walk_lines(file, line + 1, scalar, offset) : NULL;
    p = found ? found : walk(p, end, scalar, offset);
    uint32_t at = (uint32_t)(p - file->contents);
    while (line + 1 < file->n_lines && file->line_start[line + 1] <= at)
        line++;
    int column = characters(file->contents + file->line_start[line], at - file->line_start[line]);
    return (struct pack_place){.file = scalar->place.file,
                               .column = (uint16_t)(column < 65000 ? column + 1 : 65000),
                               .line = line + 1};
}
