// SPDX-License-Identifier: MIT
// Breaking text into lines of a given width.
#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>
#include <unistr.h>
#include "base/arena.h"
#include "base/oom.h"
#include "base/utf8.h"

static bool is_hangul(uint32_t c)
{
    return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF);
}

static bool is_cyrillic(uint32_t c)
{
    return c >= 0x400 && c <= 0x52F;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

// The Unicode rules may break Korean between any two syllables; readers expect whole words. A case
// ending that Kazakh and Russian hang on a foreign name with a hyphen (UGC-ден) stays there, and a
// number with spaces or a dash in it (+7 7172 57-20-75, 1–1,5) and a host (egov.kz) stay whole.
static void keep_words(const char *s, size_t len, char *breaks)
{
    uint32_t previous = 0, here = 0;
    for (size_t i = 0, n; i < len; i += n) {
        n = utf8_decode(s + i, len - i, &here);
        if (is_digit(here) &&
            (previous == 0x2013 || (previous == ' ' && i > 1 && is_digit((unsigned char)s[i - 2]))))
            breaks[i] = UC_BREAK_PROHIBITED;
        if ((is_hangul(previous) && is_hangul(here)) || (previous == '-' && is_cyrillic(here)) ||
            (previous == '.' && here >= 'a' && here <= 'z'))
            breaks[i] = UC_BREAK_PROHIBITED;
        previous = here;
    }
}

// Where an address may break differs between versions of libunistring, so it is decided here. One
// that fits on a line is not broken: people copy it by hand. A longer one breaks behind a dot or a
// slash, but not inside "://".
static void keep_addresses(const char *s, int width, char *breaks)
{
    for (const char *at = strstr(s, "://"); at; at = strstr(at, "://")) {
        const char *from = at, *path = at + strlen("://");
        const char *end = at + strcspn(at, " \n");
        while (from > s && from[-1] >= 'a' && from[-1] <= 'z')
            from--;
        memset(breaks + (from - s) + 1, UC_BREAK_PROHIBITED, (size_t)(end - from) - 1);
        bool fits = utf8_width_n(from, (size_t)(end - from)) <= width;
        for (const char *c = path + 1; !fits && c < end; c++)
            if (c[-1] == '.' || c[-1] == '/')
                breaks[c - s] = UC_BREAK_POSSIBLE;
        at = end;
    }
}

struct wrapper {
    struct arena *arena;
    const char *s;
    int width;
    struct utf8_lines lines;
    size_t room;
};

// End of what is seen of s[start, end): spaces and the newline at a break take no room.
static size_t seen_end(const struct wrapper *w, size_t start, size_t end)
{
    while (end > start && (w->s[end - 1] == ' ' || w->s[end - 1] == '\n'))
        end--;
    return end;
}

static bool fits(const struct wrapper *w, size_t start, size_t end)
{
    return utf8_width_n(w->s + start, seen_end(w, start, end) - start) <= w->width;
}

static void add_line(struct wrapper *w, size_t start, size_t end)
{
    end = seen_end(w, start, end);
    if (w->lines.count == w->room) {
        size_t room = w->room ? w->room * 4 : 1; // most texts take one line
        w->lines.line = arena_grow(w->arena, w->lines.line, w->room, room, sizeof *w->lines.line);
        w->room = room;
    }
    w->lines.line[w->lines.count++] = (struct utf8_line){
        .start = start, .len = end - start, .width = utf8_width_n(w->s + start, end - start)};
}

// Cuts a word wider than the line at graphemes. Returns where its last piece starts.
static size_t cut_wide(struct wrapper *w, size_t start, size_t end)
{
    while (!fits(w, start, end)) {
        size_t piece = utf8_fit(w->s + start, end - start, w->width);
        if (!piece) // one grapheme wider than the line
            piece = utf8_next(w->s + start, end - start, 0);
        if (start + piece >= seen_end(w, start, end))
            break;
        add_line(w, start, start + piece);
        start += piece;
    }
    return start;
}

// Greedy: each word goes on the current line if it fits there.
static void fill(struct wrapper *w, const char *breaks, size_t len)
{
    size_t start = 0, end = 0; // the current line so far
    for (size_t i = 1; i <= len; i++) {
        bool hard = w->s[i - 1] == '\n';
        if (i < len && !hard && breaks[i] != UC_BREAK_POSSIBLE)
            continue;
        if (!fits(w, start, i)) {
            if (end > start)
                add_line(w, start, end);
            start = cut_wide(w, end, i);
        }
        end = i;
        if (hard || i == len) {
            add_line(w, start, end);
            start = end;
        }
    }
}

struct utf8_lines utf8_wrap(struct arena *arena, const char *s, int width)
{
    struct wrapper w = {.arena = arena, .s = s, .width = width < 1 ? 1 : width};
    size_t len = strlen(s);
    if (!memchr(s, '\n', len) && utf8_width_n(s, len) <= w.width) { // the most frequent case
        add_line(&w, 0, len);
        return w.lines;
    }
    char *breaks = xcalloc(len, 1);
    u8_possible_linebreaks((const uint8_t *)s, len, "UTF-8", breaks);
    keep_words(s, len, breaks);
    keep_addresses(s, w.width, breaks);
    fill(&w, breaks, len);
    free(breaks);
    if (!len || s[len - 1] == '\n')
        add_line(&w, len, len);
    return w.lines;
}
