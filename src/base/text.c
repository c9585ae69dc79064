// SPDX-License-Identifier: MIT
#include "base/text.h"
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/oom.h"
#include "base/utf8.h"

const char *text_str(const struct text *t)
{
    return t->bytes ? t->bytes : "";
}

// Makes room for `more` bytes and a NUL. Moves by hand, so that the old copy is wiped too.
static void reserve(struct text *t, size_t more)
{
    if (more > SIZE_MAX / 4 || t->len > SIZE_MAX / 4)
        oom();
    size_t need = t->len + more + 1;
    if (need <= t->room)
        return;
    size_t room = t->room ? t->room * 2 : 64;
    if (room < need)
        room = need;
    char *bytes = xcalloc(room, 1);
    if (t->bytes) {
        memcpy(bytes, t->bytes, t->len);
        explicit_bzero(t->bytes, t->len);
        free(t->bytes);
    }
    t->bytes = bytes;
    t->room = room;
}

void text_bytes(struct text *t, const char *bytes, size_t len)
{
    if (t->room - t->len <= len) // nearly always there is room
        reserve(t, len);
    if (len)
        memcpy(t->bytes + t->len, bytes, len);
    t->len += len;
    t->bytes[t->len] = '\0';
}

void text_add(struct text *t, const char *s)
{
    text_bytes(t, s, strlen(s));
}

void text_char(struct text *t, char c)
{
    text_bytes(t, &c, 1);
}

char *text_room(struct text *t, size_t most)
{
    reserve(t, most);
    return t->bytes + t->len;
}

void text_wrote(struct text *t, size_t count)
{
    t->len += count;
    t->bytes[t->len] = '\0';
}

void text_repeat(struct text *t, char c, size_t count)
{
    reserve(t, count);
    memset(t->bytes + t->len, c, count);
    t->len += count;
    t->bytes[t->len] = '\0';
}

void text_vprintf(struct text *t, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len > 0) {
        reserve(t, (size_t)len);
        vsnprintf(t->bytes + t->len, (size_t)len + 1, format, again);
        t->len += (size_t)len;
    }
    va_end(again);
}

void text_printf(struct text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    text_vprintf(t, format, args);
    va_end(args);
}

void text_int(struct text *t, int64_t n)
{
    char digits[20];
    size_t at = sizeof digits;
    uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10));
    if (n < 0)
        digits[--at] = '-';
    text_bytes(t, digits + at, sizeof digits - at);
}

// The digits after the dot of a rounded positive number, without trailing zeros.
static void text_fraction(struct text *t, int64_t millionths)
{
    if (!millionths)
        return;
    char digits[8];
    snprintf(digits, sizeof digits, "%06d", (int)millionths);
    size_t len = 6;
    while (len && digits[len - 1] == '0')
        len--;
    text_char(t, '.');
    text_bytes(t, digits, len);
}

void text_number(struct text *t, double n)
{
    if (!isfinite(n)) {
        text_add(t, "null");
        return;
    }
    double size = fabs(n);
    if (size >= 9e12) { // millionths no longer fit; %.0f has no decimal point in any locale
        text_printf(t, "%.0f", n);
        return;
    }
    int64_t millionths = (int64_t)(size * 1e6 + 0.5);
    if (n < 0 && millionths)
        text_char(t, '-');
    text_int(t, millionths / 1000000);
    text_fraction(t, millionths % 1000000);
}

static const char *short_escape(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return NULL;
    }
}

#define EACH_BYTE(c) ((uint64_t)0x0101010101010101 * (c))

static uint64_t has_zero(uint64_t word)
{
    return (word - EACH_BYTE(1)) & ~word & EACH_BYTE(0x80);
}

// Do the next eight bytes need no escape? Long texts are mostly such bytes. Those above ASCII that
// steer a terminal begin with C2 (C1 controls), D8 (U+061C) or E2 (U+200E and its like).
static bool plain_word(const char *s)
{
    uint64_t word;
    memcpy(&word, s, sizeof word);
    uint64_t control = (word - EACH_BYTE(0x20)) & ~word & EACH_BYTE(0x80);
    return !(control | has_zero(word ^ EACH_BYTE('"')) | has_zero(word ^ EACH_BYTE('\\')) |
             has_zero(word ^ EACH_BYTE(0x7F)) | has_zero(word ^ EACH_BYTE(0xC2)) |
             has_zero(word ^ EACH_BYTE(0xD8)) | has_zero(word ^ EACH_BYTE(0xE2)));
}

static void escape_u(struct text *t, uint32_t c)
{
    if (c < 0x10000)
        text_printf(t, "\\u%04x", (unsigned)c);
    else
        text_printf(t, "\\u%04x\\u%04x", (unsigned)(0xD7C0 + (c >> 10)),
                    (unsigned)(0xDC00 + (c & 0x3FF)));
}

void text_json_n(struct text *t, const char *s, size_t len)
{
    text_char(t, '"');
    size_t plain = 0; // start of the run not yet copied
    for (size_t i = 0, step; i < len; i += step) {
        while (len - i > sizeof(uint64_t) && plain_word(s + i))
            i += sizeof(uint64_t);
        step = 1;
        if (s[i] >= ' ' && s[i] < 0x7F && s[i] != '"' && s[i] != '\\')
            continue;
        const char *escape = short_escape(s[i]);
        uint32_t c = 0;
        step = utf8_decode(s + i, len - i, &c);
        if (!s[i])
            c = 0;
        if (!escape && !utf8_steers(c))
            continue;
        text_bytes(t, s + plain, i - plain);
        if (escape)
            text_add(t, escape);
        else
            escape_u(t, c);
        plain = i + step;
    }
    text_bytes(t, s + plain, len - plain);
    text_char(t, '"');
}

void text_json_ascii(struct text *t, const char *json, size_t len)
{
    for (size_t i = 0, step; i < len; i += step) {
        uint32_t c = 0;
        step = utf8_decode(json + i, len - i, &c);
        if (c < 0x80)
            text_char(t, (char)c);
        else
            escape_u(t, c);
    }
}

void text_json(struct text *t, const char *s)
{
    text_json_n(t, s, strlen(s));
}

void text_truncate(struct text *t, size_t len)
{
    if (len >= t->len)
        return;
    t->len = len;
    t->bytes[len] = '\0';
}

void text_clear(struct text *t)
{
    text_truncate(t, 0);
}

void text_release(struct text *t)
{
    if (t->bytes)
        explicit_bzero(t->bytes, t->room);
    free(t->bytes);
    *t = (struct text)TEXT_INIT;
}
