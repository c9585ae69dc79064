// SPDX-License-Identifier: MIT
// One byte after the other through a table of states; see keys.h.
#include "front/keys_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "paper/cells.h"

enum { BEL = 0x07, CAN = 0x18, SUB = 0x1a };

static const char paste_end[] = "\033[201~";

// ---- steps -------------------------------------------------------------------------------------

static void begin_sequence(struct keys *k, enum keys_state state)
{
    k->state = state;
    k->n = 0;
}

static void add(struct keys *k, unsigned char c)
{
    if (k->n + 1 < sizeof k->sequence)
        k->sequence[k->n++] = (char)c;
    k->sequence[k->n] = 0;
}

static enum keys_event finish(struct keys *k, input *key)
{
    *key = keys_meaning(k);
    k->state = KEYS_GROUND;
    return *key ? KEYS_KEY : KEYS_NOTHING;
}

static enum keys_event begin_escape(struct keys *k)
{
    begin_sequence(k, KEYS_ESCAPE);
    add(k, KEYS_ESC);
    return KEYS_NOTHING;
}

// The byte does not belong to what was begun: that is dropped, and the byte looked at anew.
static enum keys_event put_back(struct keys *k)
{
    k->state = KEYS_GROUND;
    k->at--;
    return KEYS_NOTHING;
}

static enum keys_event after_escape(struct keys *k, unsigned char c, input *key);

// C1, as a character or, where it is no character, as a byte: ESC and a letter in one.
static enum keys_event c1(struct keys *k, uint32_t c, input *key)
{
    begin_escape(k);
    return after_escape(k, (unsigned char)(c - 0x40), key);
}

static enum keys_event in_character(struct keys *k, unsigned char c, input *key)
{
    wchar_t wide = 0;
    bool begun = k->state == KEYS_CHARACTER;
    size_t got = c == KEYS_ESC ? (size_t)-1 : mbrtowc(&wide, (const char *)&c, 1, &k->character);
    bool alone = !k->alt;
    if (got == (size_t)-2) {
        k->state = KEYS_CHARACTER;
        return KEYS_NOTHING;
    }
    k->state = KEYS_GROUND;
    k->alt = false;
    if (got == (size_t)-1) {
        memset(&k->character, 0, sizeof k->character);
        if (begun)
            return put_back(k);
        return c >= 0x80 && c < 0xa0 ? c1(k, c, key) : KEYS_NOTHING;
    }
    if (wide >= 0x80 && wide < 0xa0)
        return c1(k, (uint32_t)wide, key);
    if (!alone)
        return KEYS_NOTHING;
    *key = (input)wide;
    return KEYS_KEY;
}

// What stands in the buffer up to the next ESC is more than a person types at once.
static bool begins_burst(const struct keys *k)
{
    size_t from = k->at - 1, left = k->len - from;
    return left >= KEYS_BURST && !memchr(k->in + from, KEYS_ESC, KEYS_BURST);
}

static void begin_paste(struct keys *k, enum keys_state state)
{
    k->state = state;
    k->matched = 0;
    k->drop = false;
    if (!k->paste)
        k->paste = xcalloc(1, KEYS_PASTE_MOST);
}

static enum keys_event in_ground(struct keys *k, unsigned char c, input *key)
{
    if (c == KEYS_ESC)
        return begin_escape(k);
    if (begins_burst(k)) {
        begin_paste(k, KEYS_UNMARKED);
        k->at--;
        return KEYS_NOTHING;
    }
    if (c >= ' ' && c != KEYS_DEL)
        return in_character(k, c, key);
    begin_sequence(k, KEYS_OTHER);
    add(k, c);
    if (keys_described_begins(k, k->sequence))
        return KEYS_NOTHING;
    k->state = KEYS_GROUND;
    *key = keys_described(k, k->sequence);
    if (!*key)
        *key = keys_control(c);
    return *key ? KEYS_KEY : KEYS_NOTHING;
}

// A sequence; or Alt and a character, which means nothing here and is dropped whole.
static enum keys_event after_escape(struct keys *k, unsigned char c, input *key)
{
    if (c == KEYS_ESC) {
        begin_escape(k);
        *key = INPUT_ESCAPE;
        return KEYS_KEY;
    }
    add(k, c);
    k->state = c == '[' ? KEYS_CSI : c == 'O' ? KEYS_SS3 : KEYS_OTHER;
    if (k->state != KEYS_OTHER || keys_described_begins(k, k->sequence))
        return KEYS_NOTHING;
    if (keys_described(k, k->sequence))
        return finish(k, key);
    k->state = KEYS_GROUND;
    if (c && strchr("]P_^X", c)) {
        k->state = KEYS_STRING;
    } else if (c >= 0x80) {
        k->alt = true;
        return in_character(k, c, key);
    }
    return KEYS_NOTHING;
}

static enum keys_event in_other(struct keys *k, unsigned char c, input *key)
{
    if (c == KEYS_ESC)
        return begin_escape(k);
    add(k, c);
    return keys_described_begins(k, k->sequence) ? KEYS_NOTHING : finish(k, key);
}

// ESC [ < button ; column ; row M: pressed (SGR 1006). The first button is a click, the wheel two
// keys; all else, and what is let go, is nobody's.
static enum keys_event mouse(struct keys *k, input *key)
{
    enum { FIRST = 0, WHEEL_UP = 64, WHEEL_DOWN = 65 };
    int values[3] = {0}, n = 0;
    for (const char *s = k->sequence + 3; *s && n < 3; s++) {
        if (*s == ';')
            n++;
        else if (*s >= '0' && *s <= '9' && values[n] < CELLS_MAX_COLUMNS)
            values[n] = 10 * values[n] + (*s - '0');
    }
    k->state = KEYS_GROUND;
    k->column = values[1] - 1;
    k->row = values[2] - 1;
    if (n != 2 || k->column < 0 || k->row < 0 || k->sequence[k->n - 1] != 'M')
        return KEYS_NOTHING;
    if (values[0] == FIRST)
        return KEYS_CLICK;
    *key = values[0] == WHEEL_UP ? INPUT_UP : values[0] == WHEEL_DOWN ? INPUT_DOWN : INPUT_NONE;
    return *key ? KEYS_KEY : KEYS_NOTHING;
}

// ESC [ parameters and a final byte; ESC [ [ and a letter is the Linux console.
static enum keys_event in_csi(struct keys *k, unsigned char c, input *key)
{
    bool linux_key = k->sequence[2] == '[';
    if (c == KEYS_ESC)
        return begin_escape(k);
    if (c < ' ' || c >= KEYS_DEL)
        return put_back(k);
    add(k, c);
    if (keys_described_begins(k, k->sequence) && !keys_described(k, k->sequence) && c >= '@')
        return KEYS_NOTHING;
    if (!linux_key && (c < '@' || (c == '[' && k->n == 3)))
        return KEYS_NOTHING;
    if (!strcmp(k->sequence, "\033[200~")) {
        begin_paste(k, KEYS_BRACKETED);
        return KEYS_NOTHING;
    }
    if (!strcmp(k->sequence, "\033[M") && !keys_described(k, k->sequence)) {
        k->state = KEYS_MOUSE;
        k->mouse = 3;
        return KEYS_NOTHING;
    }
    if (k->sequence[2] == '<')
        return mouse(k, key);
    return finish(k, key);
}

static enum keys_event in_ss3(struct keys *k, unsigned char c, input *key)
{
    if (c == KEYS_ESC)
        return begin_escape(k);
    if (c < ' ' || c >= KEYS_DEL)
        return put_back(k);
    add(k, c);
    bool parameter = (c >= '0' && c <= '9') || c == ';';
    return parameter ? KEYS_NOTHING : finish(k, key);
}

// Three characters: a byte each, or two in UTF-8.
static enum keys_event in_mouse(struct keys *k, unsigned char c)
{
    if (c == KEYS_ESC)
        return begin_escape(k);
    bool first_of_two = c >= 0xc0;
    if (!first_of_two)
        k->mouse--;
    if (k->mouse == 0)
        k->state = KEYS_GROUND;
    return KEYS_NOTHING;
}

// A line end is in no answer of a terminal: a person typed Alt and one of the letters that begin
// such a string. It is dropped with the rest.
static enum keys_event in_string(struct keys *k, unsigned char c)
{
    if (c == KEYS_ESC)
        k->state = KEYS_STRING_ESCAPE;
    else if (c == BEL || c == CAN || c == SUB || c == '\r' || c == '\n')
        k->state = KEYS_GROUND;
    return KEYS_NOTHING;
}

static enum keys_event in_string_escape(struct keys *k, unsigned char c, input *key)
{
    if (c == '\\') {
        k->state = KEYS_GROUND;
        return KEYS_NOTHING;
    }
    begin_escape(k); // another sequence cuts the string off
    return c == KEYS_ESC ? KEYS_NOTHING : after_escape(k, c, key);
}

// ---- pastes ------------------------------------------------------------------------------------

static void keep(struct keys *k, const char *bytes, size_t len)
{
    size_t room = KEYS_PASTE_MOST - k->paste_len;
    len = len < room ? len : room;
    memcpy(k->paste + k->paste_len, bytes, len);
    k->paste_len += len;
}

static void wipe_paste(struct keys *k)
{
    if (k->paste)
        explicit_bzero(k->paste, KEYS_PASTE_MOST);
    k->paste_len = 0;
    k->delivered = false;
}

static enum keys_event end_paste(struct keys *k)
{
    k->state = KEYS_GROUND;
    k->delivered = k->paste_len && !k->drop;
    if (k->delivered)
        return KEYS_PASTE;
    wipe_paste(k); // now: another one may begin in the same bytes
    return KEYS_NOTHING;
}

static enum keys_event in_bracketed(struct keys *k, unsigned char c)
{
    if (c == (unsigned char)paste_end[k->matched]) {
        if (paste_end[++k->matched])
            return KEYS_NOTHING;
        return end_paste(k);
    }
    keep(k, paste_end, k->matched);
    k->matched = c == KEYS_ESC;
    if (!k->matched)
        keep(k, (const char *)&c, 1);
    return KEYS_NOTHING;
}

static enum keys_event in_unmarked(struct keys *k, unsigned char c)
{
    if (c == KEYS_ESC) {
        k->at--;
        return end_paste(k);
    }
    keep(k, (const char *)&c, 1);
    return KEYS_NOTHING;
}

// ---- events ------------------------------------------------------------------------------------

static enum keys_event step(struct keys *k, unsigned char c, input *key)
{
    switch (k->state) {
    case KEYS_GROUND:
        return in_ground(k, c, key);
    case KEYS_CHARACTER:
        return in_character(k, c, key);
    case KEYS_ESCAPE:
        return after_escape(k, c, key);
    case KEYS_CSI:
        return in_csi(k, c, key);
    case KEYS_SS3:
        return in_ss3(k, c, key);
    case KEYS_OTHER:
        return in_other(k, c, key);
    case KEYS_MOUSE:
        return in_mouse(k, c);
    case KEYS_STRING:
        return in_string(k, c);
    case KEYS_STRING_ESCAPE:
        return in_string_escape(k, c, key);
    case KEYS_BRACKETED:
        return in_bracketed(k, c);
    case KEYS_UNMARKED:
        return in_unmarked(k, c);
    }
    return KEYS_NOTHING;
}

// Nothing more came in time. A sequence that is the beginning of a longer one may mean something.
static enum keys_event time_is_up(struct keys *k, input *key)
{
    bool whole = k->state == KEYS_ESCAPE || k->state == KEYS_OTHER;
    if (k->state == KEYS_BRACKETED || k->state == KEYS_UNMARKED)
        return end_paste(k);
    k->state = KEYS_GROUND;
    *key = whole ? keys_meaning(k) : INPUT_NONE;
    if (whole && !*key && k->n == 1)
        *key = keys_control(k->sequence[0]);
    return *key ? KEYS_KEY : KEYS_NOTHING;
}

int64_t keys_deadline(const struct keys *k)
{
    switch (k->state) {
    case KEYS_ESCAPE:
        return k->since + k->escape_wait;
    case KEYS_BRACKETED:
        return k->since + KEYS_PASTE_WAIT;
    case KEYS_UNMARKED:
        return k->since + KEYS_BURST_WAIT;
    case KEYS_CSI:
    case KEYS_SS3:
    case KEYS_OTHER:
    case KEYS_MOUSE:
    case KEYS_STRING:
    case KEYS_STRING_ESCAPE:
        return k->since + KEYS_REST_WAIT;
    case KEYS_GROUND:
    case KEYS_CHARACTER:
        break;
    }
    return KEYS_NEVER;
}

enum keys_event keys_next(struct keys *k, int64_t now, input *key)
{
    *key = INPUT_NONE;
    if (k->delivered)
        wipe_paste(k);
    while (k->at < k->len) {
        enum keys_event event = step(k, (unsigned char)k->in[k->at++], key);
        if (event != KEYS_NOTHING)
            return event;
    }
    explicit_bzero(k->in, k->len);
    k->at = k->len = 0;
    return now >= keys_deadline(k) ? time_is_up(k, key) : KEYS_NOTHING;
}

void keys_put(struct keys *k, const char *bytes, size_t len, int64_t now)
{
    len = len < sizeof k->in ? len : sizeof k->in;
    memcpy(k->in, bytes, len);
    k->at = 0;
    k->len = len;
    k->since = now;
}

// ---- life --------------------------------------------------------------------------------------

void keys_init(struct keys *k, int escape_wait)
{
    memset(k, 0, sizeof *k);
    k->escape_wait = escape_wait;
}

void keys_describe(struct keys *k, const char *bytes, input key)
{
    if (!*bytes || strlen(bytes) >= KEYS_SEQUENCE || k->n_described == KEYS_DESCRIBED)
        return;
    memcpy(k->described[k->n_described].bytes, bytes, strlen(bytes) + 1);
    k->described[k->n_described++].key = key;
}

void keys_forget(struct keys *k)
{
    input key;
    while (k->at < k->len)
        step(k, (unsigned char)k->in[k->at++], &key);
    explicit_bzero(k->in, sizeof k->in);
    k->at = k->len = 0;
    wipe_paste(k);
    k->drop = true; // what is begun and has not ended
}

void keys_release(struct keys *k)
{
    wipe_paste(k);
    free(k->paste);
    explicit_bzero(k, sizeof *k);
}
