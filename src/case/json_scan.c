// SPDX-License-Identifier: MIT
#include "case/json_scan.h"
#include <stdint.h>
#include <string.h>
#include "base/utf8.h"

static int fail(struct json_scan *s, const char *wrong)
{
    s->wrong = wrong;
    s->where = s->at;
    return -1;
}

static int hex4(const char *at, const char *end, uint32_t *value)
{
    if (end - at < 4)
        return -1;
    *value = 0;
    for (int i = 0; i < 4; i++) {
        char c = at[i];
        uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                         : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                                : 16;
        if (digit > 15)
            return -1;
        *value = *value * 16 + digit;
    }
    return 0;
}

// \uXXXX, with the second half of a surrogate pair; *from is behind the u. -1: half a pair alone,
// which is no character.
static int read_escape_u(const char **from, const char *end, uint32_t *c)
{
    uint32_t low;
    if (hex4(*from, end, c))
        return -1;
    *from += 4;
    if (*c < 0xd800 || *c > 0xdfff)
        return 0;
    if (*c > 0xdbff || end - *from < 6 || (*from)[0] != '\\' || (*from)[1] != 'u' ||
        hex4(*from + 2, end, &low) || low < 0xdc00 || low > 0xdfff)
        return -1;
    *from += 6;
    *c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
    return 0;
}

// The string ends where it ends, so what follows can be read on.
static int fail_content(struct json_scan *s, const char *where, const char *wrong)
{
    s->wrong = wrong;
    s->where = where;
    s->content = true;
    s->at++;
    return -1;
}

// An escape behind its backslash, decoded to *out. -1 with words.
static int decode_one(struct json_scan *s, const char **from, const char *end, char **out)
{
    static const char names[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
    const char *escape = *from - 1, *name = strchr(names, **from);
    uint32_t c, unit;
    if (name && *name) {
        *(*out)++ = bytes[name - names];
        ++*from;
        return 0;
    }
    if (*(*from)++ != 'u' || hex4(*from, end, &unit))
        return fail(s, "An escape that JSON does not have");
    if (read_escape_u(from, end, &c))
        return fail_content(s, escape, "Half a surrogate pair, which is no character,");
    if (!c)
        return fail_content(s, escape, "A zero character (\\u0000), which no answer can hold,");
    *out += utf8_encode(*out, c);
    return 0;
}

// Decodes from the first backslash on, in place: what comes out is never longer than what went in.
static int decode(struct json_scan *s, const char *from, const char *end, char *out, size_t *len,
                  const char *start)
{
    while (from < end) {
        if (*from != '\\') {
            *out++ = *from++;
            continue;
        }
        from++;
        if (decode_one(s, &from, end, &out))
            return -1;
    }
    *len = (size_t)(out - start);
    return 0;
}

int json_string_rest(struct json_scan *s, char *from, char **bytes, size_t *len, bool decoded)
{
    char *escape = NULL;
    for (;; json_plain(s)) {
        if (s->at >= s->end)
            return fail(s, "The line ends inside a string");
        if (*s->at == '"')
            break;
        if (*s->at != '\\')
            return fail(s, "A control character inside a string");
        if (!escape)
            escape = s->at;
        if (s->end - s->at < 2)
            return fail(s, "The line ends inside a string");
        s->at += 2;
    }
    *bytes = from;
    *len = (size_t)(s->at - from);
    if (escape && decoded && decode(s, escape, s->at, escape, len, from))
        return -1;
    s->at++;
    return 0;
}

// Skips digits; false: there are none.
static bool digits(struct json_scan *s)
{
    const char *from = s->at;
    while (s->at < s->end && *s->at >= '0' && *s->at <= '9')
        s->at++;
    return s->at > from;
}

int json_number(struct json_scan *s, char **bytes, size_t *len)
{
    char *from = s->at;
    s->at += s->at < s->end && *s->at == '-';
    const char *whole = s->at;
    if (!digits(s) || (*whole == '0' && s->at - whole > 1))
        return fail(s, "No JSON value");
    if (s->at < s->end && *s->at == '.') {
        s->at++;
        if (!digits(s))
            return fail(s, "A number without digits after its point");
    }
    if (s->at < s->end && (*s->at == 'e' || *s->at == 'E')) {
        s->at++;
        s->at += s->at < s->end && (*s->at == '+' || *s->at == '-');
        if (!digits(s))
            return fail(s, "A number without digits in its exponent");
    }
    *bytes = from;
    *len = (size_t)(s->at - from);
    return 0;
}

int json_escapes(char *at, const char *end)
{
    for (; at < end; at++) {
        uint32_t c;
        if (*at != '\\')
            continue;
        char *escape = at++;
        const char *behind = at + 1;
        if (!strchr("\"\\/bfnrtu", *at) || (*at == 'u' && hex4(behind, end, &c)))
            return -1;
        if (*at != 'u')
            continue;
        if (read_escape_u(&behind, end, &c))
            memcpy(escape, "\\ufffd", 6);
        at = escape + (behind - escape > 6 ? 11 : 5);
    }
    return 0;
}
