// SPDX-License-Identifier: MIT
// The sequences of ECMA-48, xterm, rxvt and the Linux console; see keys.h.
#include "front/keys.h"

#include <string.h>

static const struct {
    const char *bytes;
    input key;
} sequences[] = {
    {"[A", INPUT_UP},       {"OA", INPUT_UP},         {"[B", INPUT_DOWN},    {"OB", INPUT_DOWN},
    {"[C", INPUT_RIGHT},    {"OC", INPUT_RIGHT},      {"[D", INPUT_LEFT},    {"OD", INPUT_LEFT},
    {"[H", INPUT_HOME},     {"OH", INPUT_HOME},       {"[1~", INPUT_HOME},   {"[7~", INPUT_HOME},
    {"[F", INPUT_END},      {"OF", INPUT_END},        {"[4~", INPUT_END},    {"[8~", INPUT_END},
    {"[5~", INPUT_PAGE_UP}, {"[6~", INPUT_PAGE_DOWN}, {"[3~", INPUT_DELETE}, {"[Z", INPUT_BACK_TAB},
    {"OM", INPUT_ENTER},    {"OP", INPUT_F(1)},       {"[11~", INPUT_F(1)},  {"[[A", INPUT_F(1)},
    {"OQ", INPUT_F(2)},     {"[12~", INPUT_F(2)},     {"[[B", INPUT_F(2)},   {"OR", INPUT_F(3)},
    {"[13~", INPUT_F(3)},   {"[[C", INPUT_F(3)},      {"OS", INPUT_F(4)},    {"[14~", INPUT_F(4)},
    {"[[D", INPUT_F(4)},    {"[15~", INPUT_F(5)},     {"[[E", INPUT_F(5)},   {"[17~", INPUT_F(6)},
    {"[18~", INPUT_F(7)},   {"[19~", INPUT_F(8)},     {"[20~", INPUT_F(9)},  {"[21~", INPUT_F(10)},
    {"[23~", INPUT_F(11)},  {"[24~", INPUT_F(12)},
};

// ESC [ … final byte; ESC O x; ESC [ [ x (Linux F1 to F5); ESC and one character (Alt).
bool keys_take(struct keys *keys, int c)
{
    if (keys->len < sizeof keys->bytes - 1)
        keys->bytes[keys->len++] = (char)c;
    keys->bytes[keys->len] = '\0';
    bool bracket = keys->bytes[0] == '[', linux_key = bracket && keys->bytes[1] == '[';
    if (keys->len == 1)
        return c != '[' && c != 'O';
    if (linux_key)
        return keys->len >= 3;
    return !bracket || (c >= 0x40 && c <= 0x7e && c != '[') || c < 0x20;
}

enum keys_kind keys_meaning(const struct keys *keys, input *key)
{
    if (!strcmp(keys->bytes, "[200~"))
        return KEYS_IS_PASTE_START;
    if (!strcmp(keys->bytes, "[201~"))
        return KEYS_IS_PASTE_END;
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
        if (!strcmp(keys->bytes, sequences[i].bytes)) {
            *key = sequences[i].key;
            return KEYS_IS_KEY;
        }
    return KEYS_IS_NOTHING;
}

input keys_control(int c)
{
    switch (c) {
    case '\r':
    case '\n':
        return INPUT_ENTER;
    case '\t':
        return INPUT_TAB;
    case '\b':
    case 0x7f:
        return INPUT_BACKSPACE;
    case 0x1b:
        return INPUT_ESCAPE;
    default:
        return c > 0 && c <= 26 ? INPUT_CTRL('A' + c - 1) : INPUT_NONE;
    }
}
