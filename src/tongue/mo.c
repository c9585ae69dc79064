// SPDX-License-Identifier: MIT
// Compiled catalogues; see mo.h. Layout: the GNU gettext manual, "MO Files".
#include "tongue/mo.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/oom.h"
#include "base/utf8.h"

#define MAGIC 0x950412deu

enum { HEADER_BYTES = 28, MAX_STRINGS = 100000, MAX_PLURAL = 500 };

struct mo {
    const unsigned char *bytes;
    size_t len;
    bool swapped;
};

struct slice {
    const char *s;
    size_t len;
};

static uint32_t word(const struct mo *m, size_t at)
{
    const unsigned char *p = m->bytes + at;
    if (m->swapped)
        return (uint32_t)p[3] | (uint32_t)p[2] << 8 | (uint32_t)p[1] << 16 | (uint32_t)p[0] << 24;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static bool table_fits(const struct mo *m, uint32_t offset, uint32_t count, size_t each)
{
    return offset % 4 == 0 && offset <= m->len && count <= (m->len - offset) / each;
}

// The string of a descriptor; s is NULL if it leaves the file or lacks its NUL.
// Of a file that is not checked yet; .s is NULL where the string leaves it.
static struct slice string_at(const struct mo *m, size_t descriptor)
{
    uint32_t len = word(m, descriptor), offset = word(m, descriptor + 4);
    if (offset >= m->len || len >= m->len - offset || m->bytes[offset + len])
        return (struct slice){NULL, 0};
    return (struct slice){(const char *)m->bytes + offset, len};
}

// Every part between NULs (plural forms) is clean text; \004 parts context from words.
static bool clean(struct slice text, bool original)
{
    size_t start = 0;
    for (size_t i = 0; i <= text.len; i++) {
        bool cut = i == text.len || !text.s[i] || (original && text.s[i] == '\004');
        if (!cut)
            continue;
        if (utf8_check(text.s + start, i - start, UTF8_ALLOW_NEWLINE, NULL))
            return false;
        start = i + 1;
    }
    return true;
}

static bool prime(uint32_t n)
{
    for (uint32_t d = 2; (uint64_t)d * d <= n; d++)
        if (n % d == 0)
            return false;
    return n > 1;
}

// libintl probes with steps that only reach every slot, and so end, if the size is a prime and one
// slot is free.
static const char *check_hash(const struct mo *m, uint32_t strings)
{
    uint32_t size = word(m, 20), offset = word(m, 24);
    if (size <= 2)
        return NULL;
    if (!table_fits(m, offset, size, 4) || !prime(size))
        return "the hash table is damaged";
    bool free_slot = false;
    for (uint32_t i = 0; i < size; i++) {
        uint32_t entry = word(m, offset + 4 * (size_t)i);
        free_slot |= !entry;
        if (entry > strings)
            return "the hash table is damaged";
    }
    return free_slot ? NULL : "the hash table is full";
}

static const char *check_header(struct slice header)
{
    // Our own say it so that libintl does not read it; see scripts/catalogues.sh.
    if (!memmem(header.s, header.len, "charset=UTF-8", 13) &&
        !memmem(header.s, header.len, "charset UTF-8", 13))
        return "the header does not say charset=UTF-8";
    const char *plural = memmem(header.s, header.len, "Plural-Forms:", 13);
    if (plural && (size_t)(strchrnul(plural, '\n') - plural) > MAX_PLURAL)
        return "the plural rule is too long";
    return NULL;
}

static const char *check_strings(const struct mo *m, uint32_t count)
{
    uint32_t originals = word(m, 12), translations = word(m, 16);
    struct slice last = {NULL, 0};
    if (!table_fits(m, originals, count, 8) || !table_fits(m, translations, count, 8))
        return "a table leaves the file";
    for (uint32_t i = 0; i < count; i++) {
        struct slice from = string_at(m, originals + 8 * (size_t)i);
        struct slice to = string_at(m, translations + 8 * (size_t)i);
        if (!from.s || !to.s)
            return "a string leaves the file";
        if (!clean(from, true) || !clean(to, false))
            return "a string is no clean UTF-8 text";
        if (last.s && strcmp(last.s, from.s) >= 0)
            return "the strings are not in order";
        if (i == 0 && from.len)
            return "the header is missing";
        const char *fault = i ? NULL : check_header(to);
        if (fault)
            return fault;
        last = from;
    }
    return NULL;
}

const char *mo_check(const void *bytes, size_t len)
{
    struct mo m = {bytes, len, false};
    if (len < HEADER_BYTES || len > MO_MAX_BYTES)
        return "no catalogue, or too large";
    if (word(&m, 0) == 0xde120495)
        m.swapped = true;
    else if (word(&m, 0) != MAGIC)
        return "no catalogue";
    uint32_t count = word(&m, 8);
    if (word(&m, 4) != 0)
        return "an unknown revision of the format";
    if (count < 1 || count > MAX_STRINGS)
        return "no strings, or too many";
    const char *fault = check_strings(&m, count);
    return fault ? fault : check_hash(&m, count);
}

struct mo *mo_open(const char *path, const char **fault)
{
    size_t len;
    unsigned char *bytes = (unsigned char *)file_read(path, MO_MAX_BYTES, &len);
    *fault = bytes ? mo_check(bytes, len) : strerror(errno);
    if (*fault) {
        free(bytes);
        return NULL;
    }
    struct mo *mo = xcalloc(1, sizeof *mo);
    *mo = (struct mo){bytes, len, false};
    mo->swapped = word(mo, 0) != MAGIC;
    return mo;
}

void mo_close(struct mo *mo)
{
    if (mo)
        free((unsigned char *)(uintptr_t)mo->bytes);
    free(mo);
}

// A string of a file that mo_open() has checked.
static const char *checked(const struct mo *mo, size_t descriptor)
{
    return (const char *)mo->bytes + word(mo, descriptor + 4);
}

const char *mo_find(const struct mo *mo, const char *original)
{
    size_t low = 0, high = word(mo, 8);
    while (low < high) {
        size_t mid = (low + high) / 2;
        int order = strcmp(checked(mo, word(mo, 12) + 8 * mid), original);
        if (!order) {
            const char *found = checked(mo, word(mo, 16) + 8 * mid);
            return *found ? found : NULL;
        }
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}
