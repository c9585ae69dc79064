// SPDX-License-Identifier: MIT
// The floor for any engine in C: reads JSON Lines, takes each flat object apart into keys and
// values, and writes it out again from the parts. Strings are checked and copied, not decoded.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 256 * 1024, LINE = 64 * 1024, MEMBERS = 64 };

struct slice {
    const char *at;
    size_t len;
};

static const char *blank(const char *p)
{
    while (*p == ' ' || *p == '\t' || *p == '\r')
        p++;
    return p;
}

// Behind the closing quote, or NULL.
static const char *string(const char *p)
{
    for (p++;; p++) {
        if (*p == '"')
            return p + 1;
        if ((unsigned char)*p < 0x20)
            return NULL;
        if (*p == '\\')
            p++;
    }
}

static const char *value(const char *p)
{
    if (*p == '"')
        return string(p);
    if (*p == '[') {
        p = blank(p + 1);
        while (*p != ']') {
            if (!(p = value(p)))
                return NULL;
            p = blank(p);
            if (*p == ',')
                p = blank(p + 1);
        }
        return p + 1;
    }
    const char *from = p;
    while ((*p >= '0' && *p <= '9') || *p == '-' || *p == '.' || *p == '+' || (*p | 32) == 'e')
        p++;
    return p > from ? p : NULL;
}

static char *put(char *out, const char *at, size_t len)
{
    memcpy(out, at, len);
    return out + len;
}

static char *line(char *out, const char *p)
{
    struct slice keys[MEMBERS], values[MEMBERS];
    int n = 0;
    p = blank(p);
    if (*p != '{')
        return put(out, "null\n", 5);
    for (p = blank(p + 1); *p == '"' && n < MEMBERS;) {
        keys[n].at = p;
        if (!(p = string(p)))
            return put(out, "null\n", 5);
        keys[n].len = (size_t)(p - keys[n].at);
        p = blank(p);
        p = blank(p + (*p == ':'));
        values[n].at = p;
        if (!(p = value(p)))
            return put(out, "null\n", 5);
        values[n].len = (size_t)(p - values[n].at);
        n++;
        p = blank(p);
        if (*p == ',')
            p = blank(p + 1);
    }
    *out++ = '{';
    for (int i = 0; i < n; i++) {
        if (i)
            *out++ = ',';
        out = put(out, keys[i].at, keys[i].len);
        *out++ = ':';
        out = put(out, values[i].at, values[i].len);
    }
    return put(out, "}\n", 2);
}

int main(int argc, char **argv)
{
    int fd = argc > 1 ? open(argv[1], O_RDONLY) : 0;
    char *in = malloc(CHUNK + LINE + 1), *out = malloc(2 * (CHUNK + LINE)), *to = out;
    size_t have = 0;
    ssize_t n;
    while (fd >= 0 && in && out && (n = read(fd, in + have, CHUNK)) > 0) {
        char *at = in, *end = in + have + n, *newline;
        while ((newline = memchr(at, '\n', (size_t)(end - at)))) {
            *newline = '\0';
            to = line(to, at);
            at = newline + 1;
            if (to - out > CHUNK) {
                if (write(1, out, (size_t)(to - out)) < 0)
                    return 74;
                to = out;
            }
        }
        have = (size_t)(end - at);
        if (have > LINE)
            return 65;
        memmove(in, at, have);
    }
    return write(1, out, (size_t)(to - out)) < 0 ? 74 : 0;
}
