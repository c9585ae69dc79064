// SPDX-License-Identifier: MIT
// Reading ustar; see ustar.h.
#include "base/ustar.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 512 };

// Fields of a header: where they begin and how long they are.
enum {
    NAME_LEN = 100, // the name stands first
    SIZE = 124,
    SIZE_LEN = 12,
    SUM = 148,
    SUM_LEN = 8,
    KIND = 156,
    MAGIC = 257,
    PREFIX = 345,
    PREFIX_LEN = 155
};

void ustar_open(struct ustar *u, const void *bytes, size_t len)
{
    *u = (struct ustar){.bytes = bytes, .len = len};
}

static bool refuse(struct ustar *u, const char *fault)
{
    u->fault = fault;
    return false;
}

// An octal number ended by a blank or a NUL; false where it is none.
static bool octal(const char *field, size_t len, uint64_t *out)
{
    size_t i = 0;
    *out = 0;
    while (i < len && field[i] == ' ')
        i++;
    size_t digits = i;
    for (; i < len && field[i] >= '0' && field[i] <= '7'; i++)
        *out = *out * 8 + (uint64_t)(field[i] - '0');
    return i > digits && (i == len || field[i] == ' ' || field[i] == '\0');
}

static bool sum_fits(const char *header)
{
    uint64_t said, sum = 0;
    for (size_t i = 0; i < BLOCK; i++)
        sum += i >= SUM && i < SUM + SUM_LEN ? ' ' : (unsigned char)header[i];
    return octal(header + SUM, SUM_LEN, &said) && said == sum;
}

static bool all_zero(const char *block)
{
    for (size_t i = 0; i < BLOCK; i++)
        if (block[i])
            return false;
    return true;
}

static void read_name(const char *header, char out[USTAR_NAME])
{
    int prefix = (int)strnlen(header + PREFIX, PREFIX_LEN), name = (int)strnlen(header, NAME_LEN);
    snprintf(out, USTAR_NAME, "%.*s%s%.*s", prefix, header + PREFIX, prefix ? "/" : "", name,
             header);
    if (!strncmp(out, "./", 2))
        memmove(out, out + 2, strlen(out + 2) + 1);
    size_t len = strlen(out);
    if (len && out[len - 1] == '/')
        out[len - 1] = '\0';
}

// Each part begins with a letter or digit, so neither "..", nor hidden, nor empty, nor absolute.
static bool name_is_sound(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    int depth = 1;
    for (const char *c = name; *c; c++) {
        bool first = c == name || c[-1] == '/';
        if (*c == '/')
            depth++;
        if (first ? !strchr(letters, *c) : !strchr(letters, *c) && !strchr("._-/@", *c))
            return false;
    }
    return *name && name[strlen(name) - 1] != '/' && depth <= USTAR_MOST_DEPTH;
}

// Two blocks of zeros, then nothing but zeros.
static void expect_end(struct ustar *u)
{
    size_t zeros = 0;
    for (; u->at + BLOCK <= u->len; u->at += BLOCK, zeros++)
        if (!all_zero(u->bytes + u->at)) {
            refuse(u, "something follows its end");
            return;
        }
    if (zeros < 2 || u->at != u->len)
        refuse(u, "it is cut off");
}

// The next header that names something ("./", which tar writes for the folder it packs, does not);
// NULL at the end or at a fault.
static const char *next_header(struct ustar *u, char name[USTAR_NAME], uint64_t *size)
{
    for (;; u->at += BLOCK) {
        const char *header = u->bytes + u->at;
        if (u->fault)
            return NULL;
        if (u->at + BLOCK > u->len) {
            refuse(u, "it is cut off");
            return NULL;
        }
        if (all_zero(header)) {
            expect_end(u);
            return NULL;
        }
        if (!sum_fits(header) || memcmp(header + MAGIC, "ustar", 5) != 0 ||
            !octal(header + SIZE, SIZE_LEN, size)) {
            refuse(u, "it is no ustar archive");
            return NULL;
        }
        read_name(header, name);
        if (name[0] || header[KIND] != '5')
            return header;
    }
}

bool ustar_next(struct ustar *u, struct ustar_entry *entry)
{
    uint64_t size;
    const char *header = next_header(u, entry->name, &size);
    if (!header)
        return false;
    memcpy(u->name, entry->name, sizeof u->name);
    for (char *c = u->name; *c; c++)
        *c = *c >= ' ' && *c <= '~' ? *c : '?';
    if (header[KIND] != '0' && header[KIND] != '\0' && header[KIND] != '5')
        return refuse(u, "it holds something else than files and folders (a link, a device)");
    if (!name_is_sound(entry->name))
        return refuse(u, "it holds a name that is not allowed");
    if (++u->files > USTAR_MOST_FILES || size > USTAR_MOST_BYTES ||
        (u->total += (size_t)size) > USTAR_MOST_BYTES)
        return refuse(u, "it is too big");
    entry->folder = header[KIND] == '5';
    entry->bytes = header + BLOCK;
    entry->len = entry->folder ? 0 : (size_t)size;
    u->at += BLOCK + ((size_t)size + BLOCK - 1) / BLOCK * BLOCK;
    if (u->at > u->len)
        return refuse(u, "it is cut off");
    return true;
}
