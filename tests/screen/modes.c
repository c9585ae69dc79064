/* SPDX-License-Identifier: MIT
 * modes: follows mode switches in a program's output. See modes.h.
 */
#include "modes.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT, ESCAPE, CSI, OSC };

static const struct {
    int number;
    bool rest; /* what it is before any program */
    const char *left;
} private_mode[] = {
    {25, true, "cursor hidden"}, /* MODE_CURSOR_HIDDEN: the first row */
    {1, false, "application cursor keys on"},
    {47, false, "alternate screen on"},
    {1047, false, "alternate screen on"},
    {1049, false, "alternate screen on"},
    {1000, false, "mouse clicks on"},
    {1002, false, "mouse drags on"},
    {1003, false, "mouse moves on"},
    {1006, false, "SGR mouse on"},
    {2004, false, "bracketed paste on"},
    {7, true, "line wrap off"},
};
enum { MODES = sizeof private_mode / sizeof *private_mode };

static void set_private(struct modes *m, bool high)
{
    const char *at = m->args + 1;
    while (*at) {
        char *end;
        long number = strtol(at, &end, 10);
        for (unsigned i = 0; i < MODES; i++)
            if (private_mode[i].number == number)
                m->on = high == private_mode[i].rest ? m->on & ~(1u << i) : m->on | 1u << i;
        at = *end == ';' ? end + 1 : "";
    }
}

static void end_csi(struct modes *m, char command)
{
    m->args[m->nargs] = '\0';
    if (m->args[0] == '?' && (command == 'h' || command == 'l'))
        set_private(m, command == 'h');
    m->state = TEXT;
}

static void in_csi(struct modes *m, char c)
{
    if (c >= 0x40 && c <= 0x7e)
        end_csi(m, c);
    else if (m->nargs + 1 < sizeof m->args)
        m->args[m->nargs++] = c;
}

static void in_escape(struct modes *m, char c)
{
    m->state = c == '[' ? CSI : TEXT;
    m->nargs = 0;
    if (c == '=' || c == '>')
        m->keypad = c == '=';
    else if (c == 'c')
        *m = (struct modes){.linux_console = m->linux_console};
}

static size_t in_text(struct modes *m, char c, char *out)
{
    if (c == '\033') {
        m->state = ESCAPE; /* held back until we know that it does not begin a palette sequence */
        return 0;
    }
    if (c == '\016' || c == '\017')
        m->shifted = c == '\016';
    *out = c;
    return 1;
}

/* The byte after "ESC ]". */
static size_t in_osc(struct modes *m, char c, char *out)
{
    m->state = TEXT;
    if (m->linux_console && (c == 'R' || c == 'P')) {
        m->skip = c == 'P' ? 7 : 0;
        return 0;
    }
    memcpy(out, (char[]){'\033', ']', c}, 3);
    return 3;
}

/* Takes one byte; writes what libvterm should see (up to 3 bytes) and returns how many. */
static size_t step(struct modes *m, char c, char *out)
{
    if (m->skip > 0) {
        m->skip--;
        return 0;
    }
    switch (m->state) {
    case OSC:
        return in_osc(m, c, out);
    case CSI:
        in_csi(m, c);
        *out = c;
        return 1;
    case TEXT:
        return in_text(m, c, out);
    default:
        break;
    }
    if (c == ']') {
        m->state = OSC;
        return 0;
    }
    in_escape(m, c);
    memcpy(out, (char[]){'\033', c}, 2);
    return 2;
}

size_t modes_follow(struct modes *m, const char *bytes, size_t n, char *out)
{
    size_t made = 0;
    for (size_t i = 0; i < n; i++)
        made += step(m, bytes[i], out + made);
    return made;
}

bool modes_report(const struct modes *m, FILE *out)
{
    for (unsigned i = 0; i < MODES; i++)
        if (m->on & 1u << i)
            fprintf(out, ", %s", private_mode[i].left);
    if (m->keypad)
        fputs(", application keypad on", out);
    if (m->shifted)
        fputs(", line-drawing characters on", out);
    return m->on || m->keypad || m->shifted;
}
