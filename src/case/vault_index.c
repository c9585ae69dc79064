// SPDX-License-Identifier: MIT
// The index of a sealed desk, as it is inside index.seal:
//
//   tanu-desk 1
//   generation 17
//   whole 1
//   case SUBJECT FILE BEFORE NUMBER EPOCH NAME
//
// one `case` a line, sorted by name; the three numbers of files in hexadecimal, BEFORE "-" where
// there is none.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/store_parts.h"

enum { INDEX_FORMAT = 1, INDEX_MOST = 200000 };

void vault_index_release(struct vault_index *index)
{
    arena_wipe(&index->arena);
    arena_release(&index->arena);
    *index = (struct vault_index){.n = 0};
}

void vault_hex(const unsigned char id[VAULT_ID], char out[VAULT_HEX])
{
    for (int i = 0; i < VAULT_ID; i++)
        snprintf(out + 2 * (size_t)i, 3, "%02x", id[i]);
}

// ---- reading ----------------------------------------------------------------------------------

static int digit(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? strchr(digits, c) : NULL;
    return at ? (int)(at - digits) : -1;
}

// The next word and the blank behind it.
static bool take_id(const char **at, unsigned char id[VAULT_ID])
{
    for (int i = 0; i < VAULT_ID; i++, *at += 2) {
        int high = digit((*at)[0]), low = high < 0 ? -1 : digit((*at)[1]);
        if (low < 0)
            return false;
        id[i] = (unsigned char)(high << 4 | low);
    }
    return *(*at)++ == ' ';
}

static bool take_number(const char **at, char behind, uint64_t *number)
{
    size_t digits = strspn(*at, "0123456789");
    if (!digits || digits > 18 || (*at)[digits] != behind)
        return false;
    *number = strtoull(*at, NULL, 10);
    *at += digits + (behind != '\0');
    return true;
}

static bool take_word(const char **at, const char *word)
{
    size_t len = strlen(word);
    if (strncmp(*at, word, len) != 0)
        return false;
    *at += len;
    return true;
}

static struct vault_entry *append(struct vault_index *index)
{
    if (index->n == index->room) {
        int more = index->room ? index->room * 2 : 64;
        index->entries = arena_grow(&index->arena, index->entries, (size_t)index->room,
                                    (size_t)more, sizeof *index->entries);
        index->room = more;
    }
    return &index->entries[index->n++];
}

static bool read_case(struct vault_index *index, const char *line)
{
    struct vault_entry e = {.name = NULL};
    if (index->n == INDEX_MOST || !take_word(&line, "case ") || !take_id(&line, e.subject) ||
        !take_id(&line, e.file))
        return false;
    if (!take_word(&line, "- ")) {
        e.has_before = true;
        if (!take_id(&line, e.before))
            return false;
    }
    if (!take_number(&line, ' ', &e.number) || !take_number(&line, ' ', &e.epoch) || !e.number ||
        !store_name_good(line) ||
        (index->n && strcmp(index->entries[index->n - 1].name, line) >= 0))
        return false;
    e.name = arena_strdup(&index->arena, line);
    *append(index) = e;
    return true;
}

// Line `n` of the text, from 1.
static bool read_line(struct vault_index *index, const char *line, int n)
{
    uint64_t whole;
    switch (n) {
    case 2:
        return take_word(&line, "generation ") && take_number(&line, '\0', &index->generation);
    case 3:
        if (!take_word(&line, "whole ") || !take_number(&line, '\0', &whole))
            return false;
        index->whole = whole == 1;
        return whole <= 1;
    default:
        return read_case(index, line);
    }
}

static enum store_fault read_lines(struct vault_index *index, char *text)
{
    int n = 0;
    for (char *line = text, *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        if (!end)
            return STORE_DAMAGED;
        *end = '\0';
        if (++n == 1) {
            uint64_t format;
            const char *at = line;
            if (!take_word(&at, "tanu-desk ") || !take_number(&at, '\0', &format) || !format)
                return STORE_DAMAGED;
            if (format > INDEX_FORMAT)
                return STORE_NEWER;
        } else if (!read_line(index, line, n)) {
            return STORE_DAMAGED;
        }
    }
    return n >= 3 ? STORE_GOOD : STORE_DAMAGED;
}

enum store_fault vault_index_read(struct vault_index *index, const char *bytes, size_t len)
{
    arena_init(&index->arena);
    enum store_fault fault = STORE_DAMAGED;
    if (!memchr(bytes, '\0', len))
        fault = read_lines(index, arena_strndup(&index->arena, bytes, len));
    if (fault)
        vault_index_release(index);
    return fault;
}

// ---- writing and changing ---------------------------------------------------------------------

void vault_index_write(const struct vault_index *index, struct text *out)
{
    text_printf(out, "tanu-desk %d\ngeneration %llu\nwhole %d\n", INDEX_FORMAT,
                (unsigned long long)index->generation, index->whole);
    for (int i = 0; i < index->n; i++) {
        const struct vault_entry *e = &index->entries[i];
        char subject[VAULT_HEX], file[VAULT_HEX], before[VAULT_HEX] = "-";
        vault_hex(e->subject, subject);
        vault_hex(e->file, file);
        if (e->has_before)
            vault_hex(e->before, before);
        text_printf(out, "case %s %s %s %llu %llu %s\n", subject, file, before,
                    (unsigned long long)e->number, (unsigned long long)e->epoch, e->name);
    }
}

// The first entry that does not stand before the name.
static int place_of(const struct vault_index *index, const char *name)
{
    int low = 0, high = index->n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(index->entries[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct vault_entry *vault_index_find(const struct vault_index *index, const char *name)
{
    int i = place_of(index, name);
    return i < index->n && !strcmp(index->entries[i].name, name) ? &index->entries[i] : NULL;
}

struct vault_entry *vault_index_add(struct vault_index *index, const char *name)
{
    int i = place_of(index, name);
    append(index);
    struct vault_entry *e = &index->entries[i];
    memmove(e + 1, e, (size_t)(index->n - 1 - i) * sizeof *e);
    *e = (struct vault_entry){.name = arena_strdup(&index->arena, name)};
    return e;
}

void vault_index_remove(struct vault_index *index, const char *name)
{
    struct vault_entry *e = vault_index_find(index, name);
    if (!e)
        return;
    memmove(e, e + 1, (size_t)(index->entries + index->n - e - 1) * sizeof *e);
    index->n--;
}
