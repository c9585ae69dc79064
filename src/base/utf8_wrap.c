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

// The Unicode rules may break Korean between any two syllables; readers expect whole words.
static void keep_korean_words(const char *s, size_t len, char *override)
{
    memset(override, UC_BREAK_UNDEFINED, len);
    uint32_t previous = 0, c = 0;
    for (size_t i = 0; i < len; i += utf8_decode(s + i, len - i, &c)) {
        uint32_t here = 0;
        utf8_decode(s + i, len - i, &here);
        if (is_hangul(previous) && is_hangul(here))
            override[i] = UC_BREAK_PROHIBITED;
        previous = here;
    }
}

struct wrapper {
    struct arena *arena;
    const char *s;
    int width;
    struct utf8_lines lines;
    size_t room;
};

static void add_line(struct wrapper *w, size_t start, size_t end)
{
    while (end > start && (w->s[end - 1] == ' ' || w->s[end - 1] == '\n'))
        end--;
    if (w->lines.count == w->room) {
        size_t room = w->room ? w->room * 2 : 8;
        w->lines.line = arena_grow(w->arena, w->lines.line, w->room, room, sizeof *w->lines.line);
        w->room = room;
    }
    w->lines.line[w->lines.count++] = (struct utf8_line){
        .start = start, .len = end - start, .width = utf8_width_n(w->s + start, end - start)};
}

// A stretch without a break opportunity, cut at graphemes while it is too wide. Returns where
// the last piece starts; its end is added by the caller.
static size_t cut_wide(struct wrapper *w, size_t start, size_t end)
{
    for (;;) {
        size_t shown = end;
        while (shown > start && (w->s[shown - 1] == ' ' || w->s[shown - 1] == '\n'))
            shown--;
        size_t fits = utf8_fit(w->s + start, shown - start, w->width);
        if (fits == shown - start)
            return start;
        if (!fits)
            fits = utf8_next(w->s + start, shown - start, 0); // one grapheme wider than the line
        if (start + fits >= shown)
            return start;
        add_line(w, start, start + fits);
        start += fits;
    }
}

struct utf8_lines utf8_wrap(struct arena *arena, const char *s, int width)
{
    struct wrapper w = {.arena = arena, .s = s, .width = width < 1 ? 1 : width};
    size_t len = strlen(s), start = 0;
    if (len) {
        char *override = xcalloc(len, 2), *breaks = override + len;
        keep_korean_words(s, len, override);
        u8_width_linebreaks((const uint8_t *)s, len, w.width, 0, 0, override, "UTF-8", breaks);
        for (size_t i = 1; i < len; i++) {
            // libunistring marks the newline itself; the line starts behind it.
            bool hard = s[i - 1] == '\n';
            if (!hard && breaks[i] != UC_BREAK_POSSIBLE)
                continue;
            add_line(&w, cut_wide(&w, start, i), i);
            start = i;
        }
        free(override);
    }
    add_line(&w, cut_wide(&w, start, len), len);
    if (len && s[len - 1] == '\n')
        add_line(&w, len, len);
    return w.lines;
}
